"""Black text overprints, and nothing else does."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Dictionary

from presskit.printing.inking.overprint import name_states, with_overprint

TEXT = "BT [<0041>] TJ ET"


def overprinting(content: str) -> list[str]:
    """Return what is painted while overprinting is on, as its operators."""
    pdf = pikepdf.new()
    resources = Dictionary()
    name_states(resources)
    kept, on, found = [], False, []
    for each in with_overprint(pikepdf.parse_content_stream(pdf.make_stream(content.encode()))):  # type: ignore[arg-type]
        name = str(each.operator)
        if name == "q":
            kept.append(on)
        elif name == "Q":
            on = kept.pop()
        elif name == "gs":
            state = resources.ExtGState[str(each.operands[0])]
            assert bool(state.OP) == bool(state.op)
            assert int(state.OPM) == bool(state.op)
            on = bool(state.op)
        elif on and name in ("TJ", "Tj", "f", "S", "Do"):
            found.append(name)
    return found


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (f"0 0 0 1 k {TEXT}", ["TJ"]),
        (f"0 0 0 0.94 k {TEXT}", ["TJ"]),
        (f"0 0 0 0 k {TEXT}", []),  # white: it would be lost
        (f"0 0 0 0.5 k {TEXT}", []),  # grey on a field would take on its colour
        (f"0.1 0 0 1 k {TEXT}", []),
        (f"0 1 1 0 k {TEXT}", []),
        (f"0 g {TEXT}", []),  # within a mask
        (f"0 0 0 1 k /Pattern cs /p scn {TEXT}", []),
        (f"0 0 0 1 K {TEXT}", []),
        (f"0 0 0 1 k {TEXT} 0 0 9 9 re f", ["TJ"]),
        (f"0 0 0 1 k {TEXT} 0 0 m 9 9 l S /f Do", ["TJ"]),
        (f"0 0 0 1 k q 0 0 0 0 k {TEXT} Q {TEXT}", ["TJ"]),
        (f"q 0 0 0 1 k {TEXT} Q {TEXT}", ["TJ"]),
        (f"0 0 0 1 k {TEXT} q {TEXT} 0 0 9 9 re f Q {TEXT}", ["TJ"] * 3),
    ],
)
def test_text_in_black_ink_alone_overprints(content: str, found: list[str]) -> None:
    assert overprinting(content) == found
