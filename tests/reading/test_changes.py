"""Corrections as press offices write them: at the top of a file, in kit.toml, in the text's own status line."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from presskit.model import Brand, Correction, Release
from presskit.reading.documents.kit import assemble
from presskit.reading.result import Read as ReadKit
from presskit.settings.kit import KitForm
from tests.reading.conftest import Read

TEXT = """# Ferry stops at all nine islands

PORT QUILLON, May 12, 2026 – The Quillon Ferry Company carries books and bread between the nine islands of the group.

“We know every pier by night,” said Ada Thorn.

###
"""
NOTE = "The ferry stops at nine islands, not eight."


def with_settings(*lines: str, text: str = TEXT) -> str:
    return "\n".join(["---", *lines, "---", "", text])


@pytest.mark.parametrize(
    ("lines", "correction"),
    [
        ([f"correction: {NOTE}"], Correction("corrected", 2, NOTE)),
        (["version: 3", f"correction: {NOTE}"], Correction("corrected", 3, NOTE)),
        (["version: v3", "status: updated"], Correction("updated", 3)),
        (["status: Withdrawal"], Correction("withdrawn", 2)),
        (["version: 2"], Correction("updated", 2)),
        (["version: 1"], None),
        (["status: immediate"], None),
        (["status: immediate", f"correction: {NOTE}"], Correction("corrected", 2, NOTE)),
        (
            [f"correction: {NOTE}", "changed: 2026-05-13 15:30 America/New_York"],
            Correction("corrected", 2, NOTE, date(2026, 5, 13), time(15, 30), "America/New_York"),
        ),
        (
            [f"correction: {NOTE}", "changed: 13 May 2026, 3.30 pm"],
            Correction("corrected", 2, NOTE, date(2026, 5, 13), time(15, 30)),
        ),
        ([f"correction: {NOTE}", "changed: 2026-05-13"], Correction("corrected", 2, NOTE, date(2026, 5, 13))),
    ],
)
def test_settings_tell_of_a_correction(read: Read, lines: list[str], correction: Correction | None) -> None:
    release = read(with_settings(*lines), "release.md").document
    assert release.correction == correction
    assert release.status == (correction.status if correction else "immediate" if "immediate" in lines[0] else None)


@pytest.mark.parametrize(
    ("line", "status"),
    [("CORRECTED May 13, 2026", "corrected"), ("UPDATED:", "updated"), ("WITHDRAWN", "withdrawn")],
)
def test_a_text_tells_of_it_in_its_own_status_line(read: Read, line: str, status: str) -> None:
    reading = read(f"{line}\n\n{TEXT}", "release.md")
    assert reading.document.status_text == line
    assert reading.document.correction == Correction(status)  # type: ignore[arg-type]  # no version: nobody stated one
    assert [item.code for item in reading.findings] == ["c-021"]


def test_settings_complete_what_the_texts_own_line_says(read: Read) -> None:
    text = f"UPDATED May 13, 2026\n\n{TEXT}"
    release = read(with_settings("version: 3", f"correction: {NOTE}", text=text), "release.md").document
    assert release.correction == Correction("updated", 3, NOTE)
    assert release.status_text == "UPDATED May 13, 2026"


def test_the_moment_of_the_settings_stands_in_place_of_the_texts_own_line(read: Read) -> None:
    text = f"UPDATED May 13, 2026\n\n{TEXT}"
    release = read(with_settings("changed: 2026-05-14", f"correction: {NOTE}", text=text), "release.md").document
    assert release.correction == Correction("updated", 2, NOTE, date(2026, 5, 14))
    assert release.status_text is None
    assert [one.text for one in release.removed] == ["UPDATED May 13, 2026"]


def test_settings_may_say_that_it_is_no_longer_corrected(read: Read) -> None:
    release = read(with_settings("status: immediate", text=f"CORRECTED\n\n{TEXT}"), "release.md").document
    assert (release.status, release.correction) == ("immediate", None)


def test_for_immediate_release_gives_way_and_an_embargo_stays(read: Read) -> None:
    text = f"FOR IMMEDIATE RELEASE\n\n{TEXT}"
    release = read(with_settings(f"correction: {NOTE}", text=text), "release.md").document
    assert release.status_text is None
    assert [one.text for one in release.removed] == ["FOR IMMEDIATE RELEASE"]
    text = f"EMBARGOED UNTIL 9 A.M. EDT, MAY 20, 2026\n\n{TEXT}"
    release = read(with_settings(f"correction: {NOTE}", text=text), "release.md").document
    assert release.status == "corrected"
    assert release.embargo is not None
    assert release.status_text == "EMBARGOED UNTIL 9 A.M. EDT, MAY 20, 2026"


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ("yesterday", "it names no day"),
        ("13 May", "it names no year"),
        ("2026-05-13 half past three", "“half past three” is no hour"),
        ("2026-05-13 15:30 America/Port_Quillon", "there is no time zone “America/Port_Quillon”"),
    ],
)
def test_a_moment_that_is_unclear_is_told_and_not_printed(read: Read, changed: str, problem: str) -> None:
    reading = read(with_settings(f"correction: {NOTE}", f"changed: {changed}"), "release.md")
    [item] = reading.findings
    assert (item.code, item.severity) == ("c-022", "warning")
    assert problem in item.message
    assert reading.document.correction == Correction("corrected", 2, NOTE)


def kit_of(*releases: Release, is_whole: bool = True, **settings: object):  # type: ignore[no-untyped-def]
    read = ReadKit(Path("kit"), releases, is_whole=is_whole)
    return assemble(read, KitForm.model_validate(settings).said(), Brand("Quillon Ferry"))


def releases_of(read: Read, *names: str) -> list[Release]:
    return [read(TEXT, f"{name}.md").document for name in names]


def test_a_kit_is_corrected_by_kit_toml(read: Read) -> None:
    kit, findings = kit_of(*releases_of(read, "a", "b"), correction=NOTE, changed=date(2026, 5, 13))
    assert kit.correction == Correction("corrected", 2, NOTE, date(2026, 5, 13))
    assert [release.correction for release in kit.releases] == [None, None]
    assert "c-021" not in {item.code for item in findings}


def test_a_kit_of_one_release_says_so_in_the_release(read: Read) -> None:
    kit, _ = kit_of(*releases_of(read, "a"), version=3, correction=NOTE)
    assert kit.alone
    assert kit.correction == kit.releases[0].correction == Correction("corrected", 3, NOTE)
    assert kit.releases[0].status == "corrected"


def test_a_releases_own_correction_is_that_of_its_kit_of_one(read: Read) -> None:
    release = read(with_settings("version: 4", f"correction: {NOTE}"), "a.md").document
    assert kit_of(release, version=2)[0].correction == Correction("corrected", 4, NOTE)


def test_a_correction_of_the_kit_is_not_that_of_a_release_built_by_its_name(read: Read) -> None:
    kit, findings = kit_of(*releases_of(read, "a"), is_whole=False, status="corrected")
    assert (kit.correction, kit.releases[0].correction) == (None, None)
    assert "c-021" not in {item.code for item in findings}


def test_of_a_withdrawn_release_nothing_is_left_but_its_name(read: Read) -> None:
    withdrawn = read(
        with_settings("status: withdrawn", "subhead: In all weathers", "pull: “We know every pier by night,”"), "c.md"
    )
    kit, _ = kit_of(withdrawn.document, *releases_of(read, "b"))
    release = kit.releases[0]
    assert (release.headline, release.date) == ("Ferry stops at all nine islands", date(2026, 5, 12))
    assert not any((release.subhead, release.dateline, release.body, release.quotes, release.pull, release.end_mark))
    assert kit.releases[1].body


def test_a_withdrawn_kit_holds_no_document(read: Read) -> None:
    kit, _ = kit_of(*releases_of(read, "a", "b"), status="withdrawn", correction=NOTE)
    assert (kit.documents, kit.alone) == ((), False)
