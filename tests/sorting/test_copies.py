from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.sorting.copies import Copies, Text, find_copies, sentences_of

FERRY = """The night ferry sails again. SALTMARSH, June 4, 2026 – The night ferry sails again tonight, nine years after
the storm took her sister ship. All two hundred and ten berths were taken within a week, the office said. The bell of
1911 hangs where it hung. Tickets cost ten crowns, and children sail free on Sundays."""
DEARER = FERRY.replace("ten crowns", "twelve crowns")
MUSEUM = """The museum of knots opens. SALTMARSH, July 1, 2026 – Four hundred knots, tied by sailors of nineteen lands,
go on show on Saturday in the old rope works. The oldest was tied in 1780 and has never been undone since then."""


def text(name: str, words: str = FERRY, day: date | None = None, *, old: bool = False, kind: str = "release") -> Text:
    return Text(Path(name), kind, "en", sentences_of([words]), day, old)


def taken(*texts: Text) -> list[str | None]:
    return [copies.taken.name if copies.taken else None for copies in find_copies(texts)]


def test_of_equal_texts_one_is_taken_and_the_others_are_named() -> None:
    [copies] = find_copies([text("a copy.pdf"), text("a.docx"), text("a.txt"), text("museum.md", MUSEUM)])
    assert copies.equal
    assert copies.taken == Path("a.docx")
    assert {path.name for path in copies.paths} == {"a copy.pdf", "a.docx", "a.txt"}


def test_texts_of_their_own_are_no_copies() -> None:
    assert find_copies([text("a.md"), text("b.md", MUSEUM)]) == []
    assert find_copies([text("a.md"), text("a.md", kind="factsheet")]) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Release v1.docx", "Release v2.docx", "Release v2.docx"),
        ("Release.docx", "Release v2.docx", "Release v2.docx"),
        ("Release v9.docx", "Release v10.docx", "Release v10.docx"),
        ("Release.docx", "Release FINAL.docx", "Release FINAL.docx"),
        ("Release draft.docx", "Release.docx", "Release.docx"),
        ("release 2026-06-01.md", "release 2026-06-03.md", "release 2026-06-03.md"),
        ("communiqué.docx", "communiqué définitif.docx", "communiqué définitif.docx"),
        ("Meldung Entwurf.docx", "Meldung.docx", "Meldung.docx"),
        ("Release.docx", "Release (1).docx", None),
        ("Release final.docx", "Release FINAL final.docx", None),
        ("Release v3.docx", "Release FINAL.docx", None),
        ("Release Anna.docx", "Release Tom.docx", None),
    ],
)
def test_a_number_a_word_or_a_day_proposes_the_version(one: str, other: str, expected: str | None) -> None:
    for pair in ((text(one), text(other, DEARER)), (text(other, DEARER), text(one))):
        assert taken(*pair) == [expected]


def test_a_day_in_the_text_proposes_and_a_folder_of_old_things_excludes() -> None:
    assert taken(text("a.md", day=date(2026, 6, 1)), text("b.md", DEARER, date(2026, 6, 4))) == ["b.md"]
    assert taken(text("a.md", old=True), text("b.md", DEARER)) == ["b.md"]


def test_the_first_sentence_that_differs_is_shown_as_both_have_it() -> None:
    [copies] = find_copies([text("Release v1.docx"), text("Release v2.docx", DEARER)])
    assert copies.paths == (Path("Release v2.docx"), Path("Release v1.docx"))
    assert copies.difference == (
        "Tickets cost twelve crowns, and children sail free on Sundays.",
        "Tickets cost ten crowns, and children sail free on Sundays.",
    )
    assert "number" in copies.why


def test_equal_copies_of_a_version_are_named_beside_it() -> None:
    found = find_copies([text("v1.docx"), text("v1.pdf"), text("v2.docx", DEARER)])
    assert [copies.equal for copies in found] == [True, False]
    assert found[1].taken == Path("v2.docx")


def test_releases_side_by_side_with_headlines_of_their_own_are_no_versions() -> None:
    """However alike: a season's fares, written with one pattern."""
    fares = [f"Fares of pier {number}. {FERRY}" for number in (1, 2, 3)]
    placed = [replace(text(f"{number}.md", words), is_placed=True) for number, words in enumerate(fares)]
    assert find_copies(placed) == []
    assert len(find_copies([replace(placed[0], path=Path("fares v1.md")), replace(placed[0], path=Path("b.md"))])) == 1


@given(st.permutations(["Release v1.docx", "Release v2.docx", "Release v3.docx", "Release Tom.docx"]))
def test_the_order_of_the_files_decides_nothing(names: list[str]) -> None:
    words = {name: FERRY.replace("ten crowns", f"{len(name) + ord(name[-6])} crowns") for name in names}
    [copies] = find_copies([text(name, words[name]) for name in names])
    assert isinstance(copies, Copies)
    assert copies.taken == Path("Release v3.docx")


def test_a_series_of_releases_takes_no_more_than_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    monkeypatch.setattr("presskit.sorting.copies.needed", lambda one, other: compared.append(1) or 2)
    counts = []
    for number in (200, 400):
        compared.clear()
        # Twenty at a time share a paragraph, and all share the last one.
        series = [f"{' '.join(f'w{at}x{n}' for n in range(40))}. {at // 20} {FERRY} {MUSEUM}" for at in range(number)]
        find_copies([text(f"release {at} of spring.md", words) for at, words in enumerate(series)])
        counts.append(len(compared))
    assert 0 < counts[1] <= 2.1 * counts[0]


def test_placed_releases_of_two_days_under_two_headlines_share_a_name_only() -> None:
    shared = "Members of the office rang the bell of 1911 at each of the nine piers, and children sailed free all day."
    one = text("2026-02-02-day.md", f"Day of the bell. {shared} It rang for an hour.", date(2026, 2, 2))
    other = text("2026-05-09-day.md", f"Day of the boats. {shared} They came from nine lands.", date(2026, 5, 9))
    assert len(find_copies([one, other])) == 1
    assert find_copies([replace(one, is_placed=True), replace(other, is_placed=True)]) == []


def test_of_a_long_sentence_the_words_that_differ_are_quoted() -> None:
    long = "The office of Saltmarsh said that the night ferry, which the storm took nine years ago, sails again for {}."
    [copies] = find_copies([text("a v1.md", long.format("ten crowns")), text("a v2.md", long.format("twelve crowns"))])
    assert sorted(copies.difference) == ["for ten crowns", "for twelve crowns"]
