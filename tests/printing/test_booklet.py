"""Booklets folded as a model: sheets are stacked, folded, and leafed through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.errors import RenderingError
from presskit.printing.booklet import Sheet, padded, sheets_of
from tests.support.sheets import folded


@given(st.integers(1, 8), st.booleans())
def test_a_folded_booklet_is_read_in_order(sheets: int, right_to_left: bool) -> None:
    pages = 4 * sheets
    assert folded(sheets_of(pages, right_to_left=right_to_left), right_to_left=right_to_left) == list(range(pages))


def test_the_model_would_see_a_wrong_order() -> None:
    sheets = sheets_of(8)
    turned = tuple(Sheet(sheet.front, sheet.back[::-1], sheet.nested) for sheet in sheets)
    for wrong in (sheets[::-1], turned, sheets_of(8, right_to_left=True)):
        assert folded(wrong) != list(range(8))


def test_eight_pages_lie_as_printers_know_them() -> None:
    """Pages 8 and 1 on the outer sheet, 2 and 7 behind them; 6 and 3 on the inner one, 4 and 5 behind them."""
    outer, inner = sheets_of(8)
    assert (outer.front, outer.back, outer.nested) == ((7, 0), (1, 6), 0)
    assert (inner.front, inner.back, inner.nested) == ((5, 2), (3, 4), 1)


@given(st.integers(1, 32))
def test_a_booklet_has_a_multiple_of_four_pages_and_no_sheet_too_many(pages: int) -> None:
    assert padded(pages) % 4 == 0
    assert pages <= padded(pages) < pages + 4


def test_more_pages_than_can_be_stapled_are_an_error() -> None:
    with pytest.raises(RenderingError, match="33 pages, and no more than 32"):
        padded(33)
