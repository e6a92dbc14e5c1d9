from __future__ import annotations

from datetime import date

import pytest

from presskit.model import Contact, Release
from presskit.reading.result import Reading
from tests.reading.conftest import Read

LEDE = "The Kelp Trust today returned the last of its nursery reefs to the city, ten years after it planted the first."
PASTED = f"""\
Home > News > Releases
Updated
FOR IMMEDIATE RELEASE
May 12, 2026

Kelp Trust
Press contact: Ada Thorn
Phone: 202-555-0143
Email: ada@kelp.example

ICYMI: Kelp Trust Returns the Last Reef
to the City of Marsh Bay

Divers count forty species where none were seen ten years ago

MARSH BAY, Calif. – {LEDE}

The reef covers 11 acres. “We had given this reef up,” said Ada Thorn, head of research. “Then the urchins left.”

What comes next

A second nursery opens in the fall, and the trust will hire four divers to tend it over the first winter of its life.

###

About the Kelp Trust
The Kelp Trust is an independent charity that replants the kelp forests of the coast. It has nine staff.

Notes to editors
Photos are free for news about the trust.
Share this:
Facebook
Leave a Reply
"""
SETTINGS = """\
---
title: Reef returns
subtitle: Divers count forty species
date: 2026-05-12
---
"""


def kinds(release: Release) -> list[tuple[str, int | None]]:
    return [(block.kind, block.line) for block in release.body]


def codes(reading: Reading[Release]) -> list[str]:
    return [item.code for item in reading.findings]


def test_a_pasted_release(read: Read) -> None:
    reading = read(PASTED)
    release = reading.document
    assert release.headline == "Kelp Trust Returns the Last Reef to the City of Marsh Bay"
    assert release.subhead == "Divers count forty species where none were seen ten years ago"
    assert release.dateline is not None
    assert (release.dateline.text, release.dateline.place) == ("MARSH BAY, Calif. –", "MARSH BAY, Calif.")
    assert (release.date, release.status, release.embargo) == (date(2026, 5, 12), "immediate", None)
    assert release.status_text == "FOR IMMEDIATE RELEASE\nMay 12, 2026"
    assert release.contacts == (Contact("Ada Thorn", "Kelp Trust", "ada@kelp.example", "202-555-0143", line=6),)
    assert kinds(release) == [("paragraph", 16), ("paragraph", 18), ("heading", 20), ("paragraph", 22)]
    assert release.body[0].text == LEDE
    assert [(quote.speaker, quote.line) for quote in release.quotes] == [("Ada Thorn", 18)]
    assert release.end_mark == "###"
    assert [block.kind for block in release.boilerplate] == ["heading", "paragraph"]
    assert [block.kind for block in release.notes] == ["heading", "paragraph"]
    assert [(item.line, item.text) for item in release.removed] == [
        (1, "Home > News > Releases"),
        (2, "Updated"),
        (11, "ICYMI:"),
        (31, "Share this:"),
        (32, "Facebook"),
        (33, "Leave a Reply"),
    ]
    assert release.slug == "kelp-trust-returns-the-last-reef-to-the-city-of"
    assert codes(reading) == []


def test_the_same_in_markdown(read: Read) -> None:
    release = read(f"{SETTINGS}\n**MARSH BAY, Calif., May 11, 2026** — {LEDE}\n\n- 30 -\n", "release.md").document
    assert (release.headline, release.subhead) == ("Reef returns", "Divers count forty species")
    assert release.date == date(2026, 5, 12)
    assert release.dateline is not None
    assert release.dateline.date == date(2026, 5, 11)
    assert [(block.html, block.line) for block in release.body] == [(LEDE, 7)]
    assert release.end_mark == "- 30 -"


def test_a_boilerplate_is_known_by_its_words_after_the_contact(read: Read) -> None:
    text = f"Reef returns\n\nMarsh Bay, May 12, 2026 – {LEDE}\n\nIt grows.\n\nCONTACT:  Ada Thorn, 202.555.0143\n\n"
    about = "The Kelp Trust (KT) is an independent charity that replants the kelp forests of the coast."
    release = read(text + about).document
    assert [block.text for block in release.boilerplate] == [about]
    assert [block.text for block in release.body] == [LEDE, "It grows."]


def test_a_release_may_have_no_headline(read: Read) -> None:
    reading = read(f"MARSH BAY, CA – {LEDE}\n\nIt grows.\n")
    assert reading.document.headline is None
    assert codes(reading) == ["c-001", "c-002"]


@pytest.mark.parametrize(
    "text", ["Reef returns", "Reef returns\n\nIt grows.\n", "# Reef returns\n\nIt grows.\n\nIt is large.\n"]
)
def test_a_release_may_be_short(read: Read, text: str) -> None:
    release = read(text, "release.md").document
    assert release.headline == "Reef returns"
    assert len(release.body) == text.count(".")


def test_a_headline_in_capitals_goes_on_over_lines(read: Read) -> None:
    release = read(f"KELP TRUST OPENS NURSERY\nIN MARSH BAY, THE FIRST\nON THE COAST\n\n{LEDE}\n").document
    assert release.headline == "KELP TRUST OPENS NURSERY IN MARSH BAY, THE FIRST ON THE COAST"


def test_a_contact_without_label_stands_above_the_headline(read: Read) -> None:
    release = read(f"Ada Thorn\nKelp Trust\nada@kelp.example\n(202) 555-0143\n\nReef returns\n\n{LEDE}\n").document
    assert release.headline == "Reef returns"
    assert release.contacts == (Contact("Ada Thorn", "Kelp Trust", "ada@kelp.example", "(202) 555-0143", line=1),)


def test_status_and_headline_may_share_a_line(read: Read) -> None:
    release = read(f"FOR IMMEDIATE RELEASE: Kelp Trust Returns a Reef\n\n{LEDE}\n").document
    assert (release.headline, release.status, release.status_text) == (
        "Kelp Trust Returns a Reef",
        "immediate",
        "FOR IMMEDIATE RELEASE:",
    )


def test_a_section_heading_below_the_headline_is_no_subhead(read: Read) -> None:
    two = read(f"# Reef returns\n\n## First\n\n{LEDE}\n\n## Second\n\n{LEDE}\n", "release.md").document
    one = read(f"# Reef returns\n\n## Divers count forty species\n\n{LEDE}\n", "release.md").document
    assert (two.subhead, one.subhead) == (None, "Divers count forty species")
    assert kinds(two) == [("heading", 3), ("paragraph", 5), ("heading", 7), ("paragraph", 9)]


def test_place_and_date_may_stand_on_lines_of_their_own(read: Read) -> None:
    release = read(f"Reef returns to the bay\nMay 12, 2026\nLondon\n\n{LEDE}\n").document
    assert release.dateline is not None
    assert (release.dateline.text, release.dateline.place, release.date) == (
        "May 12, 2026\nLondon",
        "London",
        date(2026, 5, 12),
    )


def test_the_blog_s_date_is_better_than_none(read: Read) -> None:
    assert read(f"Reef returns\n\nPosted on May 12, 2026 by admin\n\n{LEDE}\n").document.date == date(2026, 5, 12)


def test_an_embargo_is_read(read: Read) -> None:
    release = read(f"EMBARGOED UNTIL 9 am ET, 12 May 2026\n\nReef returns\n\n{LEDE}\n").document
    assert release.embargo is not None
    assert release.embargo.until.isoformat() == "2026-05-12T09:00:00-04:00"
    assert (release.status, release.date) == ("embargo", date(2026, 5, 12))


def test_an_unclear_embargo_is_an_error_with_its_line(read: Read) -> None:
    reading = read(f"\nEmbargo: Tuesday\n\nReef returns\n\n{LEDE}\n")
    (unclear,) = [item for item in reading.findings if item.code == "c-008"]
    assert (unclear.severity, unclear.where.line) == ("error", 2)
    assert "no day" in unclear.message
    assert (reading.document.status, reading.document.embargo) == ("embargo", None)


def test_settings_win_and_what_they_replace_is_listed(read: Read) -> None:
    settings = (
        "---\nheadline: Reef returns\nembargo: 2026-05-12 09:00 America/New_York\nboilerplate: The Kelp Trust plants.\n"
        "contacts: [{name: Ivo Marsh, phone: 202 555 0144}]\nslug: My Reef\nlanguage: fr\n---\n"
    )
    release = read(settings + PASTED.replace("ICYMI: Kelp", "# Kelp"), "release.md").document
    assert (release.headline, release.status, release.slug, release.language) == (
        "Reef returns",
        "embargo",
        "my-reef",
        "fr",
    )
    assert release.status_text == "May 12, 2026"
    assert [contact.name for contact in release.contacts] == ["Ivo Marsh"]
    assert [block.text for block in release.boilerplate] == ["The Kelp Trust plants."]
    why = "the settings at the top of the file say it otherwise"
    replaced = [item.text for item in release.removed if item.why == why]
    assert "FOR IMMEDIATE RELEASE" in replaced
    assert "Kelp Trust Returns the Last Reef" in replaced
    assert any("Ada Thorn" in text for text in replaced)
    assert "About the Kelp Trust" in replaced


def test_a_headline_that_the_settings_repeat_is_printed_once(read: Read) -> None:
    release = read(f"---\nheadline: Reef returns\n---\n\n# Reef returns\n\n{LEDE}\n", "release.md").document
    assert (release.headline, release.headline_line, release.removed) == ("Reef returns", 5, ())
    assert len(release.body) == 1


def test_the_chosen_sentence_stays_in_the_body(read: Read) -> None:
    quote = "“We had given this reef up,” said Ada Thorn."
    for text in (
        f"---\npull: We had given this reef up\n---\n\n# Reef\n\n{quote}\n",
        f"# Reef\n\n> We had given this reef up.\n\n{quote}\n",
    ):
        release = read(text, "release.md").document
        assert release.pull is not None
        assert (release.pull.text.rstrip("."), release.pull.speaker) == ("We had given this reef up", "Ada Thorn")
        assert [block.text for block in release.body] == [quote]


def test_a_quotation_set_apart_that_stands_nowhere_else_stays(read: Read) -> None:
    release = read("# Reef\n\nIt grows.\n\n> We waited ten years.\n", "release.md").document
    assert release.pull is None
    assert [block.kind for block in release.body] == ["paragraph", "quote"]


def test_a_chosen_sentence_that_is_not_in_the_text_is_reported(read: Read) -> None:
    reading = read("---\npull: Never said\n---\n\n# Reef\n\nIt grows.\n", "release.md")
    assert reading.document.pull is None
    assert "c-016" in codes(reading)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("# Reef\n\n![A diver](diver.jpg)\n\nIt grows.\n", "c-014", 3),
        ('# Reef\n\n<img src="https://kelp.example/a.jpg">\n\nIt grows.\n', "c-014", 3),
        ("# Reef\n\n{{ site.title }}\n\nIt grows.\n", "c-015", 3),
        ("# Reef\n\nIt grows on [DATE].\n", "c-007", 3),
        ("# [Headline]\n\nIt grows.\n", "c-007", 1),
        ("It grows and grows. " * 90, "c-013", None),
    ],
)
def test_what_there_is_to_look_at(read: Read, text: str, code: str, line: int | None) -> None:
    found = [(item.code, item.where.line) for item in read(text, "release.md").findings]
    assert (code, line) in found


def test_a_picture_beside_the_text_is_there(read: Read, write: object) -> None:
    reading = read("# Reef\n\nIt grows.\n\n![A diver](release.md)\n", "release.md")
    assert "c-014" not in codes(reading)


def test_french_and_arabic_releases(read: Read) -> None:
    french = (
        "COMMUNIQUÉ DE PRESSE\nPOUR DIFFUSION IMMÉDIATE\n\nLe récif est de retour\n\n"
        "Rabat, le 12 mai 2026 – La Fondation du Varech a rendu à la ville le dernier des récifs.\n\n"
        "Contact presse : Ada Thorn, +212 5 55 01 43 00\n\nÀ propos de la Fondation\nElle replante."
    )
    release = read(french, region="MA").document
    assert (release.headline, release.status, release.date) == (
        "Le récif est de retour",
        "immediate",
        date(2026, 5, 12),
    )
    assert [contact.name for contact in release.contacts] == ["Ada Thorn"]
    assert len(release.boilerplate) == 2
    arabic = "بيان صحفي\n\nعودة الشعاب إلى الخليج\n\nالرباط، 12 مايو 2026 – أعلنت مؤسسة عشب البحر عودة آخر الشعاب.\n"
    release = read(arabic, "reef.txt", region="MA").document
    assert (release.headline, release.status_text, release.slug) == ("عودة الشعاب إلى الخليج", "بيان صحفي", "reef")
    assert release.dateline is not None
    assert release.dateline.place == "الرباط"


def test_the_body_begins_with_the_lede(read: Read) -> None:
    text = f"# Reef\n\n![A diver](release.md)\n\nMarsh Bay, May 12, 2026 – {LEDE}\n"
    assert kinds(read(text, "release.md").document) == [("paragraph", 5), ("figure", 3)]


POST = """\
---
title: "PRESS RELEASE: City gets its reefs back, divers count forty species"
date: 2026-05-13
---

For Immediate Release: May 12, 2026

**Kelp Trust Returns the Last Reef to Marsh Bay**

*Divers count forty species where none were seen*

MARSH BAY, Calif. – The Kelp Trust today returned the last of its nursery reefs to the city, ten years on.
"""


def test_a_post_that_holds_a_release_gives_its_title_and_day_to_the_release(read: Read) -> None:
    release = read(POST, "post.md").document
    assert release.headline == "Kelp Trust Returns the Last Reef to Marsh Bay"
    assert release.subhead == "Divers count forty species where none were seen"
    assert release.date == date(2026, 5, 12)
    gone = [(one.text, one.why) for one in release.removed]
    assert gone == [
        ("PRESS RELEASE: City gets its reefs back, divers count forty species", "the blog's title of the post")
    ]


def test_a_title_stays_where_the_release_has_no_headline_of_its_own(read: Read) -> None:
    paragraphs = POST.replace("**", "").replace("\n*", "\n").replace("seen*", "seen")
    assert (
        read(paragraphs, "post.md").document.headline
        == "PRESS RELEASE: City gets its reefs back, divers count forty species"
    )


@pytest.mark.parametrize(
    "above",
    [
        "The trust brings together forty divers, nine nurseries and the urchins that nobody wanted.",
        "*May 30, 2026 – October 4, 2026, Long Hall and Slip Yard. Free.*",
        "May 30, 2026 – October 4, 2026, Long Hall and Slip Yard. Free.",
        "Forty divers tell what they saw below.\n\nAdmission is free on all days of the summer.",
    ],
)
def test_sentences_between_headline_and_dateline_are_the_subhead(read: Read, above: str) -> None:
    text = f"# Reef returns\n\n{above}\n\n**Marsh Bay, May 12, 2026** – {LEDE}\n\nA second nursery opens in the fall.\n"
    release = read(text, "a.md").document
    assert release.dateline is not None
    assert (release.dateline.place, release.date) == ("Marsh Bay", date(2026, 5, 12))
    assert (release.subhead or "").split() == above.replace("*", "").split()
    assert release.body[0].text == LEDE


def test_a_long_text_above_a_dateline_stays_text(read: Read) -> None:
    long = " ".join(["The trust has nine nurseries, and each of them is tended by the people of the bay."] * 4)
    release = read(f"# Reef returns\n\n{long}\n\nMarsh Bay, May 12, 2026 – {LEDE}\n", "a.md").document
    assert release.subhead is None
    assert release.body[0].text == long


@pytest.mark.parametrize(
    "about",
    [
        "About the Kelp Trust: The Kelp Trust has replanted the forests of the coast since 1986.",
        "**About the Kelp Trust** The Kelp Trust has replanted the forests of the coast since 1986.",
        "**About the Kelp Trust:** It has replanted the forests of the coast since 1986.",
        "About the Kelp Trust – Founded in 1986, the Kelp Trust has replanted the forests of the coast.",
        "À propos de Kelp Trust : Kelp Trust replante depuis 1986 les forêts de la côte.",
    ],
)
def test_a_text_about_the_organisation_may_begin_in_its_headings_line(read: Read, about: str) -> None:
    release = read(
        f"# Reef returns\n\nMARSH BAY, May 12, 2026 – {LEDE}\n\nIt has nine staff.\n\n{about}\n", "a.md"
    ).document
    assert [block.kind for block in release.boilerplate] == ["heading", "paragraph"]
    assert "coast" in release.boilerplate[1].text or "côte" in release.boilerplate[1].text
    assert [block.text for block in release.body] == [LEDE, "It has nine staff."]


@pytest.mark.parametrize(
    "sentence",
    [
        "About forty people: they came at nine in the morning and stayed until the tide turned.",
        "About the reef: nobody had believed that it would ever return to the bay.",
    ],
)
def test_a_sentence_that_begins_with_about_stays_in_the_text(read: Read, sentence: str) -> None:
    release = read(f"# Reef returns\n\nMARSH BAY, May 12, 2026 – {LEDE}\n\n{sentence}\n", "a.md").document
    assert release.body[-1].text == sentence


@pytest.mark.parametrize(
    "mark", ["**-ENDS-**", "**– ENDS –**", "*-ends-*", "**ENDS**", "-ENDS-", "###", "- 30 -", "* * *"]
)
def test_an_end_mark_in_bold_loses_its_stars(read: Read, mark: str) -> None:
    release = read(
        f"# Reef returns\n\nMARSH BAY, May 12, 2026 – {LEDE}\n\nIt has nine staff.\n\n{mark}\n", "a.md"
    ).document
    assert release.end_mark == (mark.strip("*") if mark.strip("* ") else mark)


@pytest.mark.parametrize(
    ("stated", "opening", "printed", "place", "day"),
    [
        ("KELP COVE, May 14, 2026 –", "MARSH BAY, Calif. – ", "KELP COVE, May 14, 2026 –", "KELP COVE", 14),
        ("Kelp Cove", "MARSH BAY, Calif., May 12, 2026 – ", "Kelp Cove –", "Kelp Cove", 12),
        ("Kelp Cove (May 14, 2026)", "", "Kelp Cove (May 14, 2026) –", "Kelp Cove", 14),
        ("14 May 2026, Kelp Cove:", "", "14 May 2026, Kelp Cove:", "Kelp Cove", 14),
        ("Kelp Cove Basin Quay Nine", "Kelp Cove Basin Quay Nine – ", "Kelp Cove Basin Quay Nine –", None, None),
    ],
)
def test_a_dateline_of_the_settings_wins(
    read: Read, stated: str, opening: str, printed: str, place: str | None, day: int | None
) -> None:
    release = read(f'---\ndateline: "{stated}"\n---\n# Reef returns\n\n{opening}{LEDE}\n').document
    assert release.dateline
    assert release.dateline.text == printed
    assert place is None or release.dateline.place == place
    assert release.date == (date(2026, 5, day) if day else None)
    assert release.body[0].text == LEDE
    replaced = [one.text for one in release.removed]
    assert replaced == ([opening.strip()] if opening.startswith("MARSH") else [])


SECOND = "PARIS, May 13, 2026 – The trust opened a house on the Seine, its first outside the country, with nine divers."


@pytest.mark.parametrize(
    ("below", "found"),
    [
        (f"###\n\nTrust opens a house in Paris\n\n{SECOND}", 1),
        (f"Trust opens a house in Paris\n\n{SECOND}\n\n{SECOND}", 1),
        ("PARIS, May 13, 2026 – House on the Seine\n\nLYON, May 14, 2026 – House on the Rhône", 0),
        (
            "On May 13, 2026, in Paris, the trust opens a house on the Seine, its first outside the country.",
            0,
        ),
        (
            "MARSH BAY, Calif. – Nothing but the place of the first one, and no day, as a part may have.",
            0,
        ),
    ],
)
def test_a_second_text_in_one_file_is_told(read: Read, below: str, found: int) -> None:
    text = f"Trust returns the last reef\n\nMARSH BAY, May 12, 2026 – {LEDE}\n\n{below}\n"
    assert codes(read(text)).count("c-061") == found
