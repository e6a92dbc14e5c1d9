"""A finding is shown where its words stand on the page."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from presskit.findings import Where, finding
from presskit.making import build
from presskit.making.orders import BuildOrder
from presskit.preview.marking import line_at, phrases_of
from presskit.rendering.page_places import find_words, pages_titled
from tests.support.writing import brand, release, write_kit


@pytest.fixture(scope="module")
def pdf(quick: None, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("kit")
    texts = {f"releases/{name}.md": release(f"The {name} boat sails", 3) for name in ("day", "night")}
    write_kit(folder, {**texts, "brand/brand.toml": brand(), "kit.toml": 'title = "Nine piers"\n'})
    return build.build(BuildOrder((folder,)))[1].read_bytes()


def test_what_stands_in_the_contents_too_is_found_behind_them(pdf: bytes) -> None:
    first = find_words(pdf, ["The night boat sails"], pages=[1])
    last = find_words(pdf, ["The night boat sails"])
    assert last
    assert last.page > (first.page if first else 1)


def test_the_outline_tells_which_pages_are_a_texts(pdf: bytes) -> None:
    [day] = pages_titled(pdf, "The day boat sails")
    [night] = pages_titled(pdf, "The night boat sails")
    assert day != night
    for page in (day, night):
        place = find_words(pdf, ["in every weather but fog"], (page,))
        assert place
        assert place.page == page
    assert pages_titled(pdf, "No such title") == pages_titled(pdf, "") == pages_titled(b"no PDF", "x") == ()


def test_a_text_below_a_year_has_its_pages_and_a_heading_of_its_name_is_not_it() -> None:
    with pikepdf.new() as made, made.open_outline() as outline:
        for _ in range(6):
            made.add_blank_page()
        year = pikepdf.OutlineItem("2026", 1)
        first, second = pikepdf.OutlineItem("Reef", 1), pikepdf.OutlineItem("Lamp", 3)
        first.children.append(pikepdf.OutlineItem("Lamp", 2))
        year.children.extend([first, second])
        outline.root.extend([year, pikepdf.OutlineItem("Contacts", 5)])
    data = io.BytesIO()
    made.save(data)
    titles = ("Reef", "Lamp", "Contacts", "2026")
    assert [pages_titled(data.getvalue(), title) for title in titles] == [(2, 3), (4, 5), (6,), (2, 3, 4, 5)]


def test_a_place_is_a_part_of_its_page(pdf: bytes) -> None:
    place = find_words(pdf, ["no such words", "in every weather but fog"])
    assert place
    assert 0 < len(place.boxes) <= 2
    for left, top, width, height in place.boxes:
        assert 0 < left < left + width < 1
        assert 0 < top < top + height < 1


@pytest.mark.parametrize("phrases", [[], ["no such words"], ["\ud800", "\0"], [""]])
def test_what_is_on_no_page_has_no_place(pdf: bytes, phrases: list[str]) -> None:
    assert find_words(pdf, phrases) is None
    assert find_words(b"no PDF", phrases) is None


def test_the_words_of_a_line_are_those_of_its_page(tmp_path: Path) -> None:
    text = tmp_path / "day.md"
    text.write_text('---\nheadline: "The day boat"\n---\n\n- The **boat** sails [again](https://quillon.example).\n')
    assert line_at(Where(text, 2)) == "The day boat"
    assert line_at(Where(text, 5)) == "The boat sails again."
    assert line_at(Where(text, 9)) == line_at(Where(text)) == line_at(Where(tmp_path / "none.md", 1)) == ""


def test_the_longest_words_that_are_quoted_come_first() -> None:
    found = finding("t-004", key="keep", name="“On the ninth of May …”")
    assert next(phrases_of(found)) == "On the ninth of May"
