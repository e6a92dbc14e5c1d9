"""The words of a kit as plain text: paste-ready, a line for each paragraph, links written out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from presskit.model import Block, Brand, Contact, Correction, Dateline, Embargo, Kit, Release
from presskit.reading.markup import linkify
from presskit.writing.text import document_text, inline_text, kit_text, straight

LEDE = Block("paragraph", "The ferry sails at dawn.", "The ferry sails at <em>dawn</em>.")
LIST = "<ul><li>Letters<ul><li>stamped</li></ul></li><li>Bicycles</li></ul><ol start='3'><li>One piano</li></ol>"
TABLE = "<table><tr><th>Year</th><th>Boats</th></tr><tr><td>1911</td><td>2</td></tr></table>"
RELEASE = Release(
    Path("ferry.md"),
    "ferry",
    "en",
    headline="Ferry sails",
    subhead="Nobody is late",
    dateline=Dateline("PORT HOLLOW, May 12, 2031 –"),
    body=(LEDE, Block("list", "Letters", LIST), Block("table", "Year", TABLE)),
    end_mark="###",
)
KIT = Kit(
    "Spring",
    Brand("Quillon Ferry", disclosure="The company is invented."),
    "en",
    Path(),
    (RELEASE,),
    alone=True,
    date=date(2031, 5, 12),
    contacts=(Contact("Ada Thorn", "press officer", "ada@quillon.example", "202 555 0143", "9 to 5", "202 555 0144"),),
    boilerplates=((Block("paragraph", "The QFC sails.", "The QFC sails."),),),
)
TEXT = """Ferry sails

Nobody is late

PORT HOLLOW, May 12, 2031 – The ferry sails at dawn.

- Letters
  - stamped
- Bicycles
3. One piano

Year\tBoats
1911\t2

###

About Quillon Ferry

The QFC sails.

Press contact

Ada Thorn
press officer
202 555 0143 (9 to 5)
202 555 0144 (Out of hours)
ada@quillon.example

The company is invented.
"""


def test_a_release_is_ready_to_paste() -> None:
    assert document_text(KIT, RELEASE) == kit_text(KIT) == TEXT


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('Read <a href="https://quay.example/a?b=1">the story</a>.', "Read the story (https://quay.example/a?b=1)."),
        ('See <a href="kit:factsheet">our factsheet</a>.', "See our factsheet."),
        ('Write to <a href="mailto:ada@quay.example">Ada</a>.', "Write to Ada (ada@quay.example)."),
        ('Ring <a href="tel:+12025550143">202 555 0143</a>.', "Ring 202 555 0143."),
        ('On <a href="https://quay.example/">quay.example</a>', "On quay.example"),
        (
            linkify("Write to ada@quay.example or https://quay.example"),
            "Write to ada@quay.example or https://quay.example",
        ),
        ("One line<br>and another &amp; no more", "One line\nand another & no more"),
    ],
)
def test_links_are_written_out_once(html: str, text: str) -> None:
    assert inline_text(html) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("“Don’t,” she said – ‘twice’ — and left…", "\"Don't,\" she said - 'twice' -- and left..."),
        ("« Jamais »\u00a0! dit-elle\u202f: ‹\u00a0non\u00a0›", "\"Jamais\" ! dit-elle : 'non'"),
        ("Genève, Côte d’Ivoire, العبّارة", "Genève, Côte d'Ivoire, العبّارة"),
        ("6000 × 4000 px, 1950–1960, −3°", "6000 x 4000 px, 1950-1960, -3°"),
    ],
)
def test_ascii_is_about_punctuation_only(text: str, plain: str) -> None:
    assert straight(text) == plain


def test_an_embargo_opens_the_text_and_a_draft_says_so_first() -> None:
    until = datetime(2031, 5, 12, 13, tzinfo=UTC)
    release = replace(RELEASE, embargo=Embargo(until, "Etc/UTC"))
    lines = document_text(replace(KIT, draft=True), release).splitlines()
    assert lines[:4] == ["DRAFT – Not ready to send", "", "EMBARGOED UNTIL MAY 12, 2031, 1:00 P.M. (ETC/UTC)", ""]


def corrected(status: str, **more: object) -> Kit:
    correction = Correction(status, 2, "The hour was wrong.", date(2031, 5, 13))  # type: ignore[arg-type]
    release = replace(RELEASE, status=status, correction=correction, **more)  # type: ignore[arg-type]
    return replace(KIT, documents=(release,))


def test_a_correction_stands_above_the_headline_and_its_reason_below() -> None:
    lines = kit_text(corrected("corrected")).splitlines()
    assert lines[:7:2] == ["CORRECTED May 13, 2031", "Version 2", "Ferry sails", "The hour was wrong."]


def test_a_withdrawn_release_says_nothing_but_that() -> None:
    text = kit_text(corrected("withdrawn"))
    assert "Please do not use it." in text
    assert "dawn" not in text
    assert "About" not in text


def test_every_document_of_a_kit_ends_with_the_disclosure() -> None:
    kit = replace(KIT, alone=False, documents=(RELEASE, replace(RELEASE, slug="again", headline="Again")))
    parts = kit_text(kit).split("\n\n* * *\n\n")
    assert len(parts) == 4
    assert all(part.strip().endswith("The company is invented.") for part in parts[1:])
    assert kit_text(kit).count("Ada Thorn") == 1


def test_the_ending_of_the_name_says_what_is_written(cli: Callable[..., object], tmp_path: Path) -> None:
    source = tmp_path / "release.md"
    source.write_text("# Ferry sails\n\nPORT HOLLOW, May 12, 2031 – “Aye,” said Ada Thorn.\n", encoding="utf-8")
    done = cli("build", source, "-o", tmp_path / "kit.txt", "--ascii")
    assert done.code == 0, done.err  # type: ignore[attr-defined]
    text = (tmp_path / "kit.txt").read_bytes()
    assert b'PORT HOLLOW, May 12, 2031 - "Aye," said Ada Thorn.\n' in text
    assert cli("build", source, "--ascii").code == 2  # type: ignore[attr-defined]
