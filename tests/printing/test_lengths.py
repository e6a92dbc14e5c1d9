from __future__ import annotations

import pytest

from presskit.errors import UsageError
from presskit.printing.lengths import bleed_mm, in_inches, in_mm


@pytest.mark.parametrize(
    ("words", "mm"),
    [("3mm", 3), ("5 mm", 5), ("0,5 cm", 5), ("0.125in", 3.175), (".25 in", 6.35), ('0.25"', 6.35), ("3MM", 3)],
)
def test_a_bleed_is_read_in_any_unit(words: str, mm: float) -> None:
    assert bleed_mm(words) == pytest.approx(mm)


@pytest.mark.parametrize("words", ["3", "mm", "three mm", "3pt", "-3mm", "", "3mm 3mm", "0mm", "50mm", "1e1mm"])
def test_what_is_no_bleed_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="--bleed"):
        bleed_mm(words)


def test_lengths_are_written_as_people_write_them() -> None:
    assert [in_mm(612), in_mm(595.276), in_mm(9)] == ["215.9 mm", "210 mm", "3.2 mm"]
    assert [in_inches(612), in_inches(792), in_inches(9)] == ["8.5 in", "11 in", "0.125 in"]
