from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from presskit.printing.sheets import Printout, blanks_before, printout

KITS = st.lists(st.integers(1, 4), min_size=1, max_size=7)


def firsts(pages: list[int], blanks: tuple[int, ...]) -> list[int]:
    """Return the page on which each document begins, from 1."""
    return [sum(pages[:index]) + sum(blanks[: index + 1]) + 1 for index in range(len(pages))]


@given(KITS)
def test_documents_begin_on_right_hand_pages(pages: list[int]) -> None:
    blanks = blanks_before(pages, right_hand=True, booklet=False)
    assert all(first % 2 for first in firsts(pages, blanks))
    assert max(blanks) <= 1


@given(KITS, st.booleans())
def test_a_booklets_last_document_ends_on_its_back(pages: list[int], right_hand: bool) -> None:
    blanks = blanks_before(pages, right_hand=right_hand, booklet=True)
    assert (sum(pages) + sum(blanks)) % 4 == 0
    assert not any(blanks[:-1]) or right_hand
    assert all(first % 2 for first in firsts(pages, blanks)[:-1]) or not right_hand


def test_elsewhere_no_page_is_blank() -> None:
    assert blanks_before([1, 1, 3, 2], right_hand=False, booklet=False) == (0, 0, 0, 0)


def test_sheets_are_counted_for_all_copies() -> None:
    assert printout(60, 9, booklet=False) == Printout(60, 300, "long")
    assert printout(60, 6, booklet=True) == Printout(60, 180, "short")
