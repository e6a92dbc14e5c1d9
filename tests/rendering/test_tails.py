"""A last page that would be nearly empty is set away: as few steps as do it, four layouts at most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from weasyprint import HTML
from weasyprint.document import Document

from presskit.rendering import tails
from presskit.rendering.fontlist import use_own_typefaces

PAGE = """<style>@page {{ size: 100pt; margin: 0 }} body {{ margin: 0 }} p {{ font: 8pt/10pt serif; margin: 0 0 {}pt }}
</style>"""


@pytest.fixture(scope="module", autouse=True)
def _typefaces() -> None:
    use_own_typefaces()


def layouts(gaps_pt: Sequence[float], lines: int, tried: list[int]) -> Callable[[int], Document]:
    """Return a function that sets so many lines on pages of ten, at each step with a smaller gap; it notes the step."""

    def lay_out(step: int) -> Document:
        tried.append(step)
        return HTML(string=PAGE.format(gaps_pt[step]) + "<p>x" * lines).render()

    return lay_out


# Gaps at the theme's own measures and each step; how many lines of 10pt; the step and the pages that come of it; tries.
CASES = {
    "no tail is left alone": ((0, 0, 0), 10, 0, 1, [0]),
    "a fuller last page is none": ((0, 0, 0), 14, 0, 2, [0]),
    "the first step that helps": ((5, 2, 1, 0.5, 0), 8, 1, 1, [0, 4, 2, 1]),
    "the last step": ((5, 5, 5, 5, 0), 8, 4, 1, [0, 4, 2, 3]),
    "the third step": ((5, 5, 5, 1, 0), 8, 3, 1, [0, 4, 2, 3]),
    "no step helps": ((5, 4, 4, 4, 4), 8, 0, 2, [0, 4]),
    "a ladder of one step": ((5, 0), 8, 1, 1, [0, 1]),
    "no ladder": ((5,), 8, 0, 2, [0]),
    "twenty pages": ((0, 0), 191, 0, 20, [0, 1]),
    "more than twenty pages": ((0, 0), 201, 0, 21, [0]),
}


@pytest.mark.parametrize(("gaps_pt", "lines", "step", "pages", "tries"), CASES.values(), ids=CASES)
def test_a_tail_is_set_away_in_as_few_steps_as_can_be(
    gaps_pt: Sequence[float], lines: int, step: int, pages: int, tries: list[int]
) -> None:
    tried: list[int] = []
    document, taken = tails.shortened(layouts(gaps_pt, lines, tried), len(gaps_pt) - 1)
    assert (taken, len(document.pages)) == (step, pages)
    assert tried == tries
    assert len(tried) <= 4


def test_what_looks_like_no_tail_and_comes_of_a_hole_is_one() -> None:
    whole = "<div style='break-inside: avoid'>{}</div>"
    held = HTML(string=PAGE.format(0) + "<p>x" * 6 + whole.format("<p>x" * 5)).render()
    apart = HTML(string=PAGE.format(0) + "<p>x" * 9 + whole.format("<p>x" * 5)).render()
    assert [len(held.pages), len(apart.pages)] == [2, 2]
    assert tails.has_tail(held.pages)
    assert not tails.has_tail(apart.pages)


def test_a_page_is_as_full_as_its_lowest_line_stands_and_what_is_laid_over_it_does_not_count() -> None:
    over = "<div style='position: absolute; bottom: 0'>over</div>"
    [page] = HTML(string=PAGE.format(0) + "<p>x" * 4 + over).render().pages
    assert tails.fill(page) == pytest.approx(0.4)
