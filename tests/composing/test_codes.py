from __future__ import annotations

import re

import pytest

from presskit.composing.pictures.codes import LEAST_MODULE_PT, LEAST_PT, QUIET, square_code

SHORT, LONG = "https://quay.example", f"https://quay.example/{'a' * 400}"


def measures(svg: str) -> tuple[int, float]:
    """Return how many modules a code has with its white, and its side in points."""
    side = re.search(r'viewBox="0 0 (\d+) \1"', svg)
    size = re.search(r"width:([\d.]+)pt;height:\1pt", svg)
    assert side
    assert size
    return int(side[1]), float(size[1])


@pytest.mark.parametrize("scale", [1.0, 0.82])
@pytest.mark.parametrize("address", [SHORT, LONG])
def test_a_code_is_large_enough_on_paper(address: str, scale: float) -> None:
    side, size_pt = measures(square_code(address, "", scale))
    module_pt = size_pt / side * scale
    assert module_pt >= LEAST_MODULE_PT - 0.001
    assert module_pt * (side - 2 * QUIET) >= LEAST_PT - 0.05


def test_white_surrounds_it() -> None:
    svg = square_code(SHORT, "")
    side, _ = measures(svg)
    starts = [(int(x), int(y), int(x) + int(length)) for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1", svg)]
    assert min(x for x, _, _ in starts) == min(y for _, y, _ in starts) == QUIET
    assert max(end for _, _, end in starts) == max(y for _, y, _ in starts) + 1 == side - QUIET


def test_its_words_are_escaped() -> None:
    assert "<title>QR code: a&amp;b &lt;c&gt;</title>" in square_code(SHORT, "QR code: a&b <c>")
