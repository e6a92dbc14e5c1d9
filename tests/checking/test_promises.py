from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from presskit.checking.marks.tagged_text import ReadPart
from presskit.checking.pdf import check_pdf
from presskit.checking.promises import PromisedPart, Promises, broken_promises, promises_of
from presskit.model import Biography, Brand, Embargo, Kit, Photo, PhotoSheet, Release, Sheet
from tests.support.small_pdf import SmallPart, small_pdf

HERE = Path("kit")
LINE = "Embargoed until May 12, 2031, 9:00 a.m. (America/New York)"
DISCLOSURE = "Paid for by Old Harbour Ferries, which nobody has ever sailed with."
KIT = Kit(
    title="Spring at the Harbour",
    brand=Brand("Old Harbour Ferries"),
    language="en",
    folder=HERE,
    documents=(
        Release(HERE / "dawn.md", "dawn", "en", headline="Ferry sails at dawn"),
        Release(HERE / "dusk.md", "dusk", "en"),
        Sheet(HERE / "factsheet.md", "factsheet", "en"),
        Biography(HERE / "ona.md", "ona", "en", "Ona Brill"),
        PhotoSheet("photos", "en", (Photo(HERE / "quay.jpg", 3000, 2000),)),
    ),
)


def embargo(day: int) -> Embargo:
    return Embargo(datetime(2031, 5, day, 9, tzinfo=UTC), "America/New_York")


def titles(kit: Kit) -> list[str]:
    return [part.title for part in promises_of(kit).parts]


def test_every_document_is_promised_in_its_order() -> None:
    assert titles(KIT) == [
        "Spring at the Harbour",
        "Contents",
        "Ferry sails at dawn",
        "Press release",
        "Factsheet",
        "Ona Brill",
        "Contacts",
    ]  # whose single photo stands on the last page


def test_a_document_alone_is_promised_alone() -> None:
    assert titles(replace(KIT, documents=KIT.documents[:1], alone=True)) == ["Ferry sails at dawn"]


def test_without_embargo_no_line_is_promised() -> None:
    assert {part.embargo for part in promises_of(KIT).parts} == {None}


def test_a_release_promises_its_own_line_and_all_else_the_kits() -> None:
    own = replace(KIT.releases[0], embargo=embargo(10))
    kit = replace(KIT, documents=(own, *KIT.documents[1:]), embargo=embargo(12))
    lines = [part.embargo for part in promises_of(kit).parts]
    assert lines[2:4] == [LINE.replace("12", "10"), None]  # the second release names none: it is public
    assert set(lines[:2] + lines[4:]) == {LINE}


def test_the_brands_faces_and_disclosure_are_promised() -> None:
    promises = promises_of(replace(KIT, brand=replace(KIT.brand, disclosure=DISCLOSURE)))
    assert promises.disclosure == DISCLOSURE
    assert {"Pk-Serif", "Pk-Sans-Bold", "Pk-Arabic"} <= promises.faces


def broken(text: str, *, disclosure: str | None = None, embargo: str | None = None) -> list[str]:
    promises = Promises((PromisedPart("Ferry sails", embargo),), disclosure)
    return [found.code for found in broken_promises([ReadPart("Ferry sails", "en", text)], promises)]


@pytest.mark.parametrize(
    "text",
    [
        f"Ferry sails\n{DISCLOSURE}",
        DISCLOSURE.replace(" ", "\n"),
        DISCLOSURE.upper(),
        DISCLOSURE.replace("nobody", "no\u00adbody"),
    ],
)
def test_words_are_found_as_pages_set_them(text: str) -> None:
    assert broken(text, disclosure=DISCLOSURE) == []


def test_missing_words_are_told() -> None:
    assert broken("Ferry sails", disclosure=DISCLOSURE, embargo=LINE) == ["p-008", "p-009"]
    assert broken(f"{DISCLOSURE[:-2]} {LINE}", disclosure=DISCLOSURE, embargo=LINE) == ["p-008"]


def test_a_document_that_is_missing_is_told_once() -> None:
    promises = Promises((PromisedPart("Ferry sails", LINE), PromisedPart("Figures")), DISCLOSURE)
    found = list(broken_promises([ReadPart("Figures", "en", DISCLOSURE)], promises))
    assert [(each.code, each.message) for each in found] == [
        ("p-012", "“Ferry sails” is in the kit and not in the PDF.")
    ]


def test_two_documents_of_one_title_are_two() -> None:
    promises = Promises((PromisedPart("Press release"), PromisedPart("Press release", LINE)))
    parts = [ReadPart("Press release", "en", ""), ReadPart("Press release", "en", LINE)]
    assert list(broken_promises(parts, promises)) == []
    assert [found.code for found in broken_promises(parts[:1], promises)] == ["p-012"]


def test_running_lines_keep_no_promise() -> None:
    small = small_pdf([SmallPart("Ferry sails", ["Ferry sails at dawn"])])
    small.pdf.pages[0].contents_add(f"/Artifact BMC BT /F 9 Tf ({DISCLOSURE}) Tj ET EMC".encode())
    promises = Promises((PromisedPart("Ferry sails"),), DISCLOSURE)
    assert [(found.code, found.where.page) for found in check_pdf(small.bytes(), promises)] == [("p-008", 1)]
