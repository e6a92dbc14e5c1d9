"""What slips into a text and is for no reader of it is told, and what is meant is left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit import gate
from presskit.reading.blocks import paragraph
from presskit.reading.cues.leftovers import find_placeholders
from presskit.reading.cues.slips import find_inner_addresses, find_signs, find_slips
from presskit.reading.formats.opening import find_leftovers, open_source
from presskit.reading.markup import escape, linkify
from tests.support.word_files import word

FILE = Path("release.docx")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The pier is 212 metres long (check!!).", "(check!!)"),
        ("It is 212 metres long (Nell to confirm).", "(Nell to confirm)"),
        ("Ada Thorne (spelling?) rows.", "(spelling?)"),
        ("It opened in 1911 (??).", "(??)"),
        ("It opened in 1911 (please check with Nell).", "(please check with Nell)"),
        ("Nine boats (awaiting approval from the harbour).", "(awaiting approval from the harbour)"),
        ("Neun Boote (bitte prüfen!).", "(bitte prüfen!)"),
        ("Neun Boote (noch nicht freigegeben).", "(noch nicht freigegeben)"),
        ("Neuf bateaux (à vérifier).", "(à vérifier)"),
        ("Nueve barcos (por confirmar).", "(por confirmar)"),
        ("Nove barche (da verificare).", "(da verificare)"),
        ("Negen boten (nog checken).", "(nog checken)"),
        ("تسعة قوارب (للمراجعة).", "(للمراجعة)"),
        ("@Nell please look at this line.", "@Nell please"),
        ("Boats land. >>> legal to review <<<", ">>> legal to review <<<"),
        ("<<<<<<< HEAD", "<<<<<<<"),
        ("Note to self, ask Nell.", "Note to self"),
        ("Certainly! Here is a shorter version of your release:", "Certainly! Here is"),
        ("Here’s a revised version of the press release:", "Here’s a revised version of the press release:"),
        ("Let me know if you’d like a shorter version.", "Let me know if you’d like"),
        ("As an AI language model, I cannot know the price.", "As an AI language model"),
        ("Gerne! Hier ist die überarbeitete Fassung:", "Gerne! Hier ist"),
        ("Bien sûr ! Voici le communiqué :", "Bien sûr ! Voici"),
        ("¡Claro! Aquí tiene el texto:", ""),
        ("Claro, aquí tiene el texto:", "Claro, aquí"),
        ("بالتأكيد! إليك البيان", "بالتأكيد! إليك"),
        ("Nine boats land.:contentReference[oaicite:0]{index=0}", ":contentReference[oaicite:0]{index=0}"),
        ("Nine boats land.【4†source】", "【4†source】"),
        ("Boats land. Certainly, here is a revised version of your text.", "here is a revised version"),
        ("As a language model, I cannot know the price.", "As a language model, I"),
        (
            "See https://quillon.example/?utm_source=chatgpt.com for times.",
            "https://quillon.example/?utm_source=chatgpt.com",
        ),
        ("For approval: AT, NF", "For approval: AT, NF"),
        ("Approved by: Ada Thorn, 4 May", "Approved by: Ada Thorn, 4 May"),
        ("Freigegeben von: Ada Thorn", "Freigegeben von: Ada Thorn"),
        ("cc: Ada Thorn", "cc: Ada Thorn"),
        ("If asked: say nothing about the fares.", "If asked: say nothing about the fares."),
        ("Note to Nell: ask for the fares.", "Note to Nell: ask for the fares."),
        ("Internal note: the fares are not final.", "Internal note: the fares are not final."),
        ("Anmerkung intern: Preise fehlen.", "Anmerkung intern: Preise fehlen."),
        ("Note interne : les prix manquent.", "Note interne : les prix manquent."),
        ("Nota interna: faltan los precios.", "Nota interna: faltan los precios."),
        ("Alternative headline: Ferry goes everywhere", "Alternative headline: Ferry goes everywhere"),
        ("Hi Ada, here is the text.", "Hi Ada, here is"),
        ("Hallo Nell, anbei der Text.", "Hallo Nell, anbei"),
        ("Bonjour Ada, voici le texte.", "Bonjour Ada, voici"),
        ("Ada, can you check the fare?", "Ada, can you check the fare?"),
        ("Commented [NF1]: is this right?", "Commented [NF1]:"),
        ("Deleted: nine", "Deleted:"),
        ("Formatted: Font: 12 pt", "Formatted:"),
        ("The harbourâ€™s boats", "harbourâ€™s"),
        ("Das CafÃ© am Kai", "CafÃ©"),
        ("20Â°C warm", "20Â°C"),
    ],
)
def test_what_is_for_no_reader_is_told(text: str, words: str) -> None:
    told = [item.message for item in find_slips(text, 3, FILE)]
    assert [message.partition("”")[0] for message in told] == ([f"“{words}"] if words else [])


@pytest.mark.parametrize(
    "text",
    [
        "Can it be true?? Yes, said Nell Farrow (who rows).",
        "Vraiment ?? Oui.",
        "The boat (see the list to check the times at the pier) lands.",
        "Generation X people, Roman XX century, Malcolm X spoke.",
        "Check the times (and the tides) before you come; please check in at the pier.",
        "Of course here, as in 1911, an artist’s model.",
        "Portrait of a man (?), about 1530.",
        "A IRMÃ” disse “NÃO”, em SÃO PAULO; LA CHÂTELAINE, TÊTE-À-TÊTE, PÂTÉ.",
        "Here is a boat that has a version of its own.",
        "Write to @quillonferry, or to ada@quillon.example, please.",
        "If you need help, let me know, says the skipper.",
        "It works as a language model that knows the tides; two lines were deleted: the first and the last.",
        "See https://quillon.example/?utm_source=newsletter for times.",
        "100 % of X; the price (in €) is 5 > 4 < 6; a << b.",
        "Todo el mundo viene.",
        "Sale 50% OFF and 20% MORE.",
        "Notes to editors: for pictures, ask Nell Farrow.",
        "Note to the news desk: the boats may be filmed from nine.",
    ],
)
def test_what_is_meant_stays_untold(text: str) -> None:
    told = [item.message for item in (*find_slips(text, 3, FILE), *find_placeholders(text, 3, FILE))]
    assert told == []


PASTED = (
    "# Ninth pier opens",
    "The **ninth pier** opened.",
    "* **Tickets:** 4",
    "See [our site](https://quillon.example/pier).",
    "Boats &amp; tickets&nbsp;are sold.",
    "The <b>ninth</b> pier",
    "[b]Ninth[/b] pier",
    '[caption id="9"]The pier[/caption]',
    "| Boat | Price |",
    "```",
)


@pytest.mark.parametrize("text", PASTED)
def test_signs_of_another_notation_are_told_in_word_too(text: str, tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", "Ninth pier opens", text)
    with gate.opened(tmp_path):
        assert [item.code for item in open_source(path).findings] == ["s-037"]


@pytest.mark.parametrize(
    "text",
    [
        "Prices** include tax; * of 2026, ** of 2027.",
        "No. #1 in sales; #quillon; # # #",
        "### ENDS ###",
        "5 < 6 & 7 > 2; R&D; the <name> of it",
        "[b] and [c] are notes.",
        "A | B",
    ],
)
def test_signs_that_are_meant_are_no_notation(text: str) -> None:
    assert [*find_signs([paragraph(escape(text), 1)], FILE)] == []


def test_markdown_in_a_plain_text_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_text("# Ninth pier opens\n\nThe **ninth pier** opened.\n\n## Tickets\n\n* **Season:** 40\n* Day: 4\n")
    with gate.opened(tmp_path):
        opened = open_source(path)
    assert [(one.kind, one.text) for one in opened.text.blocks[:2]] == [
        ("heading", "Ninth pier opens"),
        ("paragraph", "The ninth pier opened."),
    ]
    assert not opened.findings


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("", "its address is empty"),
        ("#", "its address is empty"),
        ("mailto:", "its address is empty"),
        ("https://", "its address is empty"),
        ("TODO", "“TODO” is no address of the web"),
        ("prices.pdf", "“prices.pdf” is no address of the web"),
        ("/news", "“/news” is no address of the web"),
        ("#prices", ""),
        ("mailto:ada@kelp.example", ""),
        ("//kelp.example/news", ""),
    ],
)
def test_a_link_that_leads_nowhere_is_told(address: str, why: str) -> None:
    told = list(find_inner_addresses(paragraph(f'See <a href="{address}">our site</a>.', 7), FILE))
    assert [
        (one.code, f"“our site” leads where nobody outside the house comes: {why}" in one.message) for one in told
    ] == ([("c-060", True)] if why else [])


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://localhost:8000/pier", "network"),
        ("http://192.168.1.20/pier", "network"),
        ("http://intranet/pier", "network"),
        ("https://press.quillon.local/", "network"),
        ("https://staging.quillon.example/pier", "tried out"),
        ("https://www-dev.quillon.example/pier", "tried out"),
        ("https://quillon.sharepoint.com/sites/press/pier.docx", "sign in"),
        ("https://docs.google.com/document/d/1aB/edit?usp=sharing", "sign in"),
        ("https://quillon.example/?p=12&preview=true", "sign in"),
        ("file:///C:/pier.pdf", "disc"),
    ],
)
def test_an_address_that_nobody_outside_can_open_is_told(address: str, why: str) -> None:
    for block in (paragraph(linkify(f"See {address} now."), 7), paragraph(f'<a href="{escape(address)}">See</a>', 7)):
        [told] = find_inner_addresses(block, FILE)
        assert (told.code, told.where.line) == ("c-060", 7)
        assert why in told.message


@pytest.mark.parametrize(
    "address",
    [
        "https://we.tl/t-abc",
        "https://quillon.wetransfer.com/downloads/1",
        "https://pier.s3.example/a.zip?X-Amz-Date=20261127T090000Z&X-Amz-Expires=604800&X-Amz-Signature=1a",
        "https://pier.blob.example/a.zip?sv=2024&se=2026-12-12&sp=r&sig=1a",
    ],
)
def test_an_address_that_ends_by_itself_is_told(address: str) -> None:
    [told] = find_inner_addresses(paragraph(f'<a href="{escape(address)}">Photos</a>', 7), FILE)
    assert (told.code, told.where.line) == ("c-072", 7)


@pytest.mark.parametrize(
    "address",
    [
        "https://quillon.example/pier",
        "https://quillon.example/?expiresoon=1",
        "https://mywetransfer.example/",
        "https://test.example/",
        "https://developers.quillon.example/previews",
        "https://drive.google.com/drive/folders/1aB?usp=sharing",
        "https://8.8.8.8/",
        "https://xn--caf-dma.example/",
        "http://[broken",
        "mailto:ada@quillon.example",
    ],
)
def test_an_address_that_is_open_to_all_is_no_matter(address: str) -> None:
    assert [*find_inner_addresses(paragraph(f'<a href="{escape(address)}">See</a>', 7), FILE)] == []


def test_a_place_on_a_disc_is_told_where_it_stands_in_words() -> None:
    for words in (r"C:\Press\pier.pdf", r"\\server\press\pier.pdf"):
        [told] = find_inner_addresses(paragraph(escape(f"See {words}"), 7), FILE)
        assert words in told.message


def test_slips_are_found_in_every_text_that_is_opened(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", "Ninth pier opens", "It is long (check!!), at http://localhost/ in the cafÃ©.")
    with gate.opened(tmp_path):
        found = [item.code for item in find_leftovers(open_source(path).text.blocks, path)]
    assert found == ["c-058", "c-059", "c-060"]
