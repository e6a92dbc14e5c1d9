"""Lines from right to left are read as they were written."""

from __future__ import annotations

import pytest

from presskit.checking.marks.reading_order import in_reading_order


@pytest.mark.parametrize(
    ("painted", "read"),
    [
        ("نوعبرأ لمع", "عمل أربعون"),
        (".1862 ماع ينب", "بني عام 1862."),
        ("%45 ءاج ،وروي 3.4", "3.4 يورو، جاء 45%"),
        ("18:30 ىلإ 9:00 نم ", " من 9:00 إلى 18:30"),
        ("1,412 دوعص", "صعود 1,412"),
        ("2026 ,12", "2026 ,12"),
        ("ءانيم يف Ελλάδα Πύλη انه", "هنا Ελλάδα Πύλη في ميناء"),
        ("Quillon Ferry", "Quillon Ferry"),
    ],
)
def test_numbers_and_other_scripts_run_the_other_way(painted: str, read: str) -> None:
    assert in_reading_order([*painted]) == read


def test_a_letter_keeps_its_mark_behind_it() -> None:
    assert in_reading_order(["ا", "يً"]) == "يًا"
