from __future__ import annotations

from pathlib import Path

import pytest

from presskit.reading.cues.leftovers import find_placeholders, take_out_tags

FILE = Path("release.txt")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The reef opens on [DATE].", "[DATE]"),
        ("“We are glad,” said [Name].", "[Name]"),
        ("Call [your phone number] now.", "[your phone number]"),
        ("[Say in one sentence what is new.]", "[Say in one sentence what is new.]"),
        ("“[Quote of the director]”", "[Quote of the director]"),
        ("“It grew,” said [NAME] of the trust, “by [NUMBER].”", "[NUMBER]"),
        ("See <INSERT LINK HERE>.", "<INSERT LINK HERE>"),
        ("See <<name of the bay>>.", "<<name of the bay>>"),
        ("The number is TK.", "TK"),
        ("Date TBC", "TBC"),
        ("Lorem ipsum dolor.", "Lorem ipsum"),
        ("On XX/XX it opens.", "XX/XX"),
        ("Call XXX.", "XXX"),
        ("Name: ________", "________"),
        ("Price: Choose an item.", "Choose an item."),
        ("See Error! Reference source not found. below.", "Error! Reference source not found."),
        ("Dear «First_Name»,", "«First_Name»"),
        ("INSERT QUOTE HERE", "INSERT QUOTE"),
        ("Hier Zitat einfügen", "Zitat einfügen"),
        ("INSÉRER CITATION ICI", "INSÉRER CITATION"),
        ("“Quote to follow,” said Ada Thorn.", "Quote to follow"),
        ("Foto folgt", "Foto folgt"),
        ("à compléter", "à compléter"),
        ("Ada Thorn (tbc) opens the pier.", "(tbc)"),
        ("tbc", "tbc"),
        ("It costs €XX million.", "€XX"),
        ("XX per cent of the guests come by boat.", "XX per cent"),
        ("It opens at ???", "???"),
        ("Open from [●] to [●].", "[●]"),
        ("On 00/00/2026 it opens.", "00/00/2026"),
        ("TODO: add the figure", "TODO"),
        ("Your company name here opens a pier.", "Your company name here"),
        ("Max Mustermann, Musterstadt", "Mustermann"),
        ("It is ?? metres long.", "??"),
        ("It cost €?? million.", "??"),
        ("It cost $X million.", "$X"),
        ("“We kept the bell,” said.", "said"),
        ("“We kept the bell,” said XX.", "said XX"),
        ("„Wir bleiben“, sagte NN.", "sagte NN"),
        ("« Nous gardons la cloche », a déclaré N. N.", "a déclaré N. N."),
        ("About X people came.", "About X"),
        ("Some xx metres long.", "xx metres"),
        ("It cost [●] million.", "[●]"),
        ("[Names of 12 May 2026 to follow]", "[Names of 12 May 2026 to follow]"),
        ("Dear %FIRST_NAME%, boats land.", "%FIRST_NAME%"),
        ("Dear {{first_name}}, boats land.", "{{first_name}}"),
        ("Dear *|FNAME|*, boats land.", "*|FNAME|*"),
        ("It is ___ metres long.", "___"),
        ("The fare is {amount}.", "{amount}"),
        ("The fare is $AMOUNT.", "$AMOUNT"),
        ("See LINK for the times.", "See LINK"),
        ("Sed ut perspiciatis unde omnis.", "Sed ut perspiciatis"),
        ("Contact: First name Last name", "First name Last name"),
        ("Contact presse : Prénom Nom", "Prénom Nom"),
        ("Write to email@example.com.", "email@example.com"),
        ("The fare is … crowns.", "…"),
        ("It costs € … a year.", "€ …"),
        ("Call 000-000-0000.", "000-000-0000"),
        ("Call (555) 555-5555.", "(555) 555-5555"),
        ("Call 123 456 7890.", "123 456 7890"),
        ("Tel. 0123 456789", "0123 456789"),
        ("Tél. 00 00 00 00 00", "00 00 00 00 00"),
        ("Écrivez à prenom.nom@exemple.fr.", "prenom.nom@exemple.fr"),
    ],
)
def test_words_to_fill_in(text: str, words: str) -> None:
    found = [item.message for item in find_placeholders(text, 3, FILE)]
    assert f"“{words}” is still to be filled in." in found


@pytest.mark.parametrize(
    "text",
    [
        "“[address] the growing demand for kelp,” said Ada Thorn.",
        "“[He] was happy [laughter] and [sic] left.”",
        "[Marsh Bay, 12 May 2026] The reef opens.",
        "[EMBARGOED TILL 9 AM EDT, MAY 12, 2026]",
        "It grew [sic] again […] and [1] again.",
        "Write to ada [at] kelp.example or [email protected].",
        "The tk line and the xx chromosome.",
        "a < b > c",
        "Das «Wort» und «YouTube», la « ville »; choose an item from the list.",
        "Read the [plan](https://kelp.example/plan).",
        "Dem Bild folgt ein zweites. The text to come out of it is short.",
        "Juan XX and the XX century. What is a ferry?? A boat.",
        "Todo el mundo viene, y todo está hecho; TODO ESTÁ LISTO. Who comes???",
        "@quillonferry sails again. Insert the card into the reader.",
        "Speakers are to be confirmed by the end of May.",
        "It is worth 1 000 000 000 crowns, or 123 456 789 of another money, 10.000.000 or 2,000,000,000.",
        "He is … well, tired. Not that it matters … people come.",
        "VAT CHE-000.000.000, ISBN 0-00-000000-0, ISBN 978-0-00-000000-0, 12 00 00 00 00 00",
        "Call (202) 555-0143 or 0049 431 1234567.",
    ],
)
def test_brackets_that_stay(text: str) -> None:
    assert find_placeholders(text, 3, FILE) == []


def test_template_tags_are_taken_out_and_reported_with_their_lines() -> None:
    text, removed, findings = take_out_tags("One {{ site.name }}\n\n{% include x.html %}Two {} { }\n", FILE, 4)
    assert text == "One \n\nTwo {} { }\n"
    assert [(item.line, item.text) for item in removed] == [(5, "{{ site.name }}"), (7, "{% include x.html %}")]
    assert [(item.code, item.where.line) for item in findings] == [("c-015", 5), ("c-015", 7)]
