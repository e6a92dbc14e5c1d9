"""Who says what a text is: a person, its words, its folder, its name, in this order where they differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.settings import FrontMatter
from presskit.sorting.evidence import Evidence
from presskit.sorting.take import kind_of, likeness, take
from presskit.sorting.taken import BY_FOLDER, BY_NAME, BY_WORDS, BY_YOU, Wish
from tests.support.messy.writing import write
from tests.support.writing import release

ROOT = Path("kit")
RELEASE = Evidence("release", 9, 1, {"release": 9, "factsheet": 1})
SOMETHING = Evidence("release", 3, 2, {"release": 3, "biography": 2})
NOTHING = Evidence(None)


def wish(place: str, folder: str | None = None, said: str | None = None, *, alone: bool = False) -> Wish:
    return Wish(ROOT / place, ROOT, said, folder, is_alone=alone)


@pytest.mark.parametrize(
    ("asked", "evidence", "expected"),
    [
        (wish("a.docx", said="factsheet"), RELEASE, ("factsheet", BY_YOU)),
        (wish("releases/a.docx", "release"), NOTHING, ("release", BY_FOLDER)),
        (wish("releases/a.docx", "release"), Evidence("advisory", 9, 0), ("advisory", BY_WORDS)),
        (wish("Communiqués/a.docx", "release"), NOTHING, ("unknown", "")),
        (wish("Communiqués/a.docx", "release"), SOMETHING, ("release", BY_FOLDER)),
        (wish("Team/a.docx", "biography"), RELEASE, ("release", BY_WORDS)),
        (wish("Team/Fact sheet.docx", "biography"), NOTHING, ("factsheet", BY_NAME)),
        (wish("Fact sheet.docx"), RELEASE, ("factsheet", BY_NAME)),
        (wish("Statement.docx"), RELEASE, ("release", BY_WORDS)),
        (wish("Media advisory ferry.docx"), RELEASE, ("advisory", BY_NAME)),
        (wish("Press release ideas.docx"), NOTHING, ("unknown", "")),
        (wish("Press release ferry.docx"), SOMETHING, ("release", BY_NAME)),
        (wish("a.docx"), SOMETHING, ("unknown", "")),
        (wish("a.docx", alone=True), NOTHING, ("release", BY_YOU)),
    ],
)
def test_who_says_what_a_text_is(asked: Wish, evidence: Evidence, expected: tuple[str, str]) -> None:
    assert kind_of(asked, evidence) == expected


def test_what_cannot_be_told_is_named_by_its_likeness() -> None:
    assert likeness(wish("a.docx"), SOMETHING) == "release"
    assert likeness(wish("Bio notes.docx"), NOTHING) == "biography"
    assert likeness(wish("a.docx"), NOTHING) is None


def test_words_on_a_mark_win_over_all_but_a_person(tmp_path: Path) -> None:
    write(tmp_path / "releases" / "a.docx", "draft internal", "zqv")
    path = tmp_path / "releases" / "a.docx"
    inside = take(Wish(path, tmp_path, None, "release"), "en", "US")
    assert (inside.kind, inside.why, inside.mark, inside.reading) == ("internal", BY_WORDS, "CONFIDENTIAL", None)
    named = take(
        Wish(path, tmp_path, "release", "release", settings=FrontMatter(kind="release", stated=frozenset({"kind"}))),
        "en",
        "US",
    )
    assert named.kind == "release"
    assert named.reading


def test_a_mark_in_the_name_and_a_folder_keep_a_text_inside(tmp_path: Path) -> None:
    write(tmp_path / "ferry (internal).md", "ferry", "zqv")
    by_name = take(Wish(tmp_path / "ferry (internal).md", tmp_path), "en", "US")
    assert (by_name.kind, by_name.why) == ("internal", BY_NAME)
    write(tmp_path / "a.md", "ferry", "zqv")
    by_folder = take(Wish(tmp_path / "a.md", tmp_path, inside="Legal"), "en", "US")
    assert (by_folder.kind, by_folder.why, by_folder.mark) == ("internal", BY_FOLDER, "Legal")


@pytest.mark.parametrize(
    ("keep", "codes"),
    [("Follow us on the quay", []), ("Follow us on…", []), ("Follow us on the pier", ["t-004"])],
)
def test_a_line_to_keep_that_is_not_there_is_told(tmp_path: Path, keep: str, codes: list[str]) -> None:
    text = tmp_path / "a.md"
    text.write_text(f'---\nkeep: ["{keep}"]\n---\n{release()}\nFollow us on the quay\n', encoding="utf-8")
    reading = take(Wish(text, tmp_path, said="release"), "en", "US").reading
    assert reading
    assert [item.code for item in reading.findings] == codes
