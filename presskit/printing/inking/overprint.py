"""Black text overprints: what lies below it is printed as if it were not there (ISO 32000-1, 8.6.7).

Why: where text stands on a colour and the plates are a hair out of line, white would show beside its letters. White and
coloured text does not overprint, or it would be lost, and neither do black fields, lines and pictures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pikepdf import ContentStreamInstruction, Dictionary, Name, Object, Operator

OVERPRINTING, KNOCKING_OUT = Name.Overprinting, Name.KnockingOut
BLACK_SHARE = 0.9  # lighter text is grey, and would take on the colour of a field below it
COLOURING = {"k", "g", "rg", "cs", "sc", "scn"}  # of what is filled, as letters are
SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = SHOWING | {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do"}


@dataclass(frozen=True)
class State:
    """What q keeps and Q brings back: whether fills are black ink alone, and whether what is painted overprints."""

    is_black: bool = False
    overprints: bool = False


def with_overprint(instructions: Iterable[ContentStreamInstruction]) -> Iterator[ContentStreamInstruction]:
    """Yield the instructions of a stream in ink, black text set to overprint and nothing else."""
    kept: list[State] = []
    state = State()
    for each in instructions:
        name = str(each.operator)
        if name == "q":
            kept.append(state)
        elif name == "Q" and kept:
            state = kept.pop()
        elif name in COLOURING:
            state = replace(state, is_black=is_black(each))
        elif name in PAINTING and state.overprints != (name in SHOWING and state.is_black):
            state = replace(state, overprints=not state.overprints)
            yield ContentStreamInstruction([OVERPRINTING if state.overprints else KNOCKING_OUT], Operator("gs"))
        yield each


def is_black(colouring: ContentStreamInstruction) -> bool:
    """Tell whether an instruction sets fills to black ink alone, as dark as text is."""
    if str(colouring.operator) != "k":
        return False
    *colours, black = (float(share) for share in colouring.operands)
    return not any(colours) and black >= BLACK_SHARE


def name_states(resources: Object) -> None:
    """Give resources the states that such instructions name. /OPM 1: inks of which there are none print nothing."""
    states = resources.get(Name.ExtGState, Dictionary())
    states[OVERPRINTING] = Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)
    states[KNOCKING_OUT] = Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0)
    resources.ExtGState = states
