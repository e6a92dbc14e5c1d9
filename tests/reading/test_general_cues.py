"""Parts of a release found by general cues, in shapes that offices really use; each text is one shape."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from presskit.model import Release
from presskit.reading.dates.dates import find_date
from presskit.reading.result import Reading

Read = Callable[..., Reading[Release]]
DAY = date(2026, 5, 12)
LEDE = "The lamp of the old pier burns again after nine years, and the harbour office lights it every evening."
MORE = "Sailors saw it from the third island on the first night, and rang to say so."
END = "Press contact: Nell Farrow, nell@saltmarsh.example"


def text(head: str, *, lede: str = LEDE, end: str = END) -> str:
    return f"Old pier gets its lamp back\n\n{head}{lede}\n\n{MORE}\n\n{end}\n"


@pytest.mark.parametrize(
    ("head", "place", "day"),
    [
        ("PORT QUILLON —\n\n", "PORT QUILLON", None),
        ("(Port Quillon – May 12, 2026)\n\n", "Port Quillon", DAY),
        ("(PORT QUILLON, WA, 5/12/2026) - ", "PORT QUILLON, WA", DAY),
        ("Port Quillon, Ireland - 12-May-2026 – ", "Port Quillon, Ireland", DAY),
        ("Port Quillon, Northland — May 2026. ", "Port Quillon, Northland", None),
        ("Haven, 12 mei 2026 – ", "Haven", DAY),
        ("Porto, 12 de maio de 2026 – ", "Porto", DAY),
        ("Porto, 12 maggio 2026 – ", "Porto", DAY),
        ("Port, 12 maja 2026 – ", "Port", DAY),
        ("Hamnen, 12 maj 2026 – ", "Hamnen", DAY),
    ],
)
def test_datelines_of_many_houses(read: Read, head: str, place: str, day: date | None) -> None:
    release = read(text(head)).document
    assert release.dateline
    assert (release.dateline.place, release.date) == (place, day)
    assert release.headline == "Old pier gets its lamp back"
    assert [block.text for block in release.body] == [LEDE, MORE]


@pytest.mark.parametrize("line", ["Admin | May 12, 2026", "By Nell Farrow on May 12, 2026", "2026-05-12T09:00:00Z"])
def test_a_line_that_a_blog_prints_gives_the_day_and_the_text_its_place(read: Read, line: str) -> None:
    lede = f"Quillon — {LEDE} It was made at Quillon."
    release = read(text(f"{line}\n\n", lede=lede)).document
    assert release.date == DAY
    assert release.dateline
    assert release.dateline.place == "Quillon"


def test_an_organisation_before_a_dash_is_no_place(read: Read) -> None:
    lede = f"Lampwrights — {LEDE} She works at Lampwrights."
    release = read(text("", lede=lede)).document
    assert release.dateline is None
    assert release.body[0].text == lede


@pytest.mark.parametrize("words", ["2026年5月12日", "2026年 5月 12日", "2026년 5월 12일"])
def test_days_of_east_asia(words: str) -> None:
    found = find_date(words)
    assert found
    assert found.date == DAY


@pytest.mark.parametrize(
    "title",
    [
        "Saltmarsh Harbour — Press Release",
        "Saltmarsh Harbour Press Release",
        "Saltmarsh Harbour: press release, the pier",
        "COMUNICATO STAMPA",
        "PERSBERICHT",
        "Statement",
    ],
)
def test_a_title_that_names_the_document_is_no_headline(read: Read, title: str) -> None:
    release = read(f"# {title}\n\n## Old pier gets its lamp back\n\n{LEDE}\n\n{MORE}\n", name="a.md").document
    assert release.headline == "Old pier gets its lamp back"


@pytest.mark.parametrize("title", ["Press Release", "Media release"])
def test_a_source_without_a_headline_asks_for_one(read: Read, title: str) -> None:
    reading = read(f"---\ntitle: {title}\n---\n\n12 May 2026\n\n{LEDE}\n\n{MORE}\n", name="a.md")
    assert reading.document.headline is None
    assert "c-001" in [item.code for item in reading.findings]
    assert title in [one.text for one in reading.document.removed]


def test_a_label_before_the_title_is_taken_off(read: Read) -> None:
    release = read(
        f'---\ntitle: "STATEMENT: Old pier gets its lamp back"\n---\n{LEDE}\n\n{MORE}\n', name="a.md"
    ).document
    assert release.headline == "Old pier gets its lamp back"


@pytest.mark.parametrize(
    ("end", "name", "email", "phone"),
    [
        ("More information: Nell Farrow 020 7946 0018", "Nell Farrow", None, "020 7946 0018"),
        (
            "For more information, please contact Nell Farrow, keeper of the lamp, at\nnell@saltmarsh.example or ring "
            "+44 20 7946 0018.",
            "Nell Farrow",
            "nell@saltmarsh.example",
            "+44 20 7946 0018",
        ),
        (
            "For more information call +44 20 7946 0018 x 403 or write to us at lamp@saltmarsh.example.",
            "",
            "lamp@saltmarsh.example",
            "+44 20 7946 0018 x 403",
        ),
        ("Contatti: Nell Farrow, nell@saltmarsh.example", "Nell Farrow", "nell@saltmarsh.example", None),
        ("お問い合わせ: Nell Farrow, nell@saltmarsh.example", "Nell Farrow", "nell@saltmarsh.example", None),
    ],
)
def test_contacts_of_many_houses(read: Read, end: str, name: str, email: str | None, phone: str | None) -> None:
    [contact] = read(text("", end=end)).document.contacts
    assert (contact.name, contact.email, contact.phone) == (name, email, phone)


def test_a_heading_of_contacts_is_nobodys_name(read: Read) -> None:
    end = "Kontakt Investoren\nNell Farrow\nnell@saltmarsh.example\n\nKontakt Presse\nTom Pell\ntom@saltmarsh.example"
    assert [one.name for one in read(text("", end=end)).document.contacts] == ["Nell Farrow", "Tom Pell"]


def test_a_day_and_a_contact_on_one_line_are_two(read: Read) -> None:
    top = "FOR IMMEDIATE RELEASE\nMay 12, 2026 Contact: Nell Farrow, nell@saltmarsh.example\n\n"
    release = read(top + text("", end="The lamp is lit by hand.")).document
    assert release.date == DAY
    assert [(one.name, one.email) for one in release.contacts] == [("Nell Farrow", "nell@saltmarsh.example")]


def test_news_after_the_contact_is_not_about_the_organisation(read: Read) -> None:
    news = "The harbour is one of four on this coast where a lamp is still lit by hand every single evening."
    release = read(text("", end=f"{END}\n\n{news}\n\n###")).document
    assert release.boilerplate == ()
    assert release.body[-1].text == news


def test_the_last_paragraph_says_who_the_organisation_is(read: Read) -> None:
    about = "The Saltmarsh Trust is a charity that keeps the lamps of the northern coast alight all year."
    release = read(text("", end=f"{about}\n\n- END -\n\n{END}")).document
    assert [block.text for block in release.boilerplate] == [about]


def test_asterisks_between_two_passages_are_no_end(read: Read) -> None:
    release = read(f"# Old pier gets its lamp back\n\n{LEDE}\n\n***\n\n{MORE}\n\n{END}\n", name="a.md").document
    assert release.end_mark is None
    assert release.body[-1].text == MORE


def test_one_hash_ends_a_text(read: Read) -> None:
    release = read(text("", end=f"{END}\n\n#")).document
    assert release.end_mark == "#"


@pytest.mark.parametrize(
    "words", ["published under a free licence. Schools may print it", "share it with their pupils"]
)
def test_a_line_of_a_paragraph_is_no_furniture(read: Read, words: str) -> None:
    body = (
        f"The office made a map of all the lamps, which is\n{words} and\nhang it up beside the door of each classroom."
    )
    release = read(f"# Old pier gets its lamp back\n\n{LEDE}\n\n{body}\n", name="a.md").document
    assert release.removed == ()
    assert words in release.body[-1].text.replace("\n", " ")


@pytest.mark.parametrize(
    ("words", "speaker", "said"),
    [
        ("‘I hadn’t seen it since I was a boy,’ said Nell Farrow. ‘It’s bright.’", "Nell Farrow", "I hadn’t seen it"),
        ("„Ich sehe das Licht wieder jeden Abend”, sagte Nell Farrow.", "Nell Farrow", "Ich sehe das Licht"),
        (
            "“I had not seen that light since I was young.” - Nell Farrow, keeper of the lamp",
            "Nell Farrow",
            "I had not",
        ),
        ("“I see it again,” said Saltmarsh Harbour Office Director Nell Farrow.", "Nell Farrow", "I see it again"),
    ],
)
def test_speakers(read: Read, words: str, speaker: str, said: str) -> None:
    [quote] = read(text("", end=f"{words}\n\n{END}")).document.quotes
    assert quote.speaker == speaker
    assert quote.text.startswith(said)


@pytest.mark.parametrize(
    "quoted",
    [
        "> I see it again. It is as bright as it was.\n\n-- Nell Farrow, keeper",
        "<blockquote>\nI see it again. It is as bright as it was.\n<cite>– Nell Farrow, keeper</cite>\n</blockquote>",
    ],
)
def test_the_speaker_of_a_quotation_set_apart(read: Read, quoted: str) -> None:
    release = read(f"# Old pier gets its lamp back\n\n{LEDE}\n\n{quoted}\n\n{MORE}\n", name="a.md").document
    assert [quote.speaker for quote in release.quotes] == ["Nell Farrow"]
    assert [block.kind for block in release.body] == ["paragraph", "quote", "paragraph"]


def test_apostrophes_open_no_quotation(read: Read) -> None:
    words = "The keepers’ lamp of the ’90s said more than words, and the boys’ boat said nothing at all that evening."
    assert read(text("", end=f"{words}\n\n{END}")).document.quotes == ()


def test_lines_broken_at_a_wide_column_are_joined(read: Read) -> None:
    words = f"{LEDE} {MORE} {LEDE} {MORE} {LEDE}".split()
    lines, line = [], ""
    for word in words:
        if len(f"{line} {word}") > 112:
            lines, line = [*lines, line], ""
        line = f"{line} {word}".strip()
    release = read("Old pier gets its lamp back\n\n" + "\n".join([*lines, line]) + "\n").document
    assert [block.text for block in release.body] == [" ".join(words)]
