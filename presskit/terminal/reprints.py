"""What is printed again of a kit that is out on paper, as lines for people and as facts."""

from __future__ import annotations

from collections.abc import Sequence

from presskit.comparing.reprinting import Reprint
from presskit.terminal.phrases import count, short


def reprinted(again: Reprint | None, copies: int | None = None) -> list[str]:
    """Return which sheets are printed again, which are taken out, and where the slip is."""
    if again is None:
        return []
    if not (again.sheets or again.gone or again.slip):
        return [f"Nothing is printed again: every page is as in {again.sent.name}."]
    lines = []
    if again.changed:
        every = "all of them" if len(again.sheets) == again.of else f"of {again.of}"
        lines.append(f"Print again {_sheets(again.sheets)}, {every}: {short(again.changed)}")
        lines += (
            [f"  For {count(copies, 'copy', 'copies')}: {count(copies * len(again.sheets), 'sheet')}"] if copies else []
        )
    if len(again.sheets) == again.of:
        lines.append(f"  Every sheet differs. Was {again.sent.name} made with --for print, on the same paper?")
    lines += [f"Take {_sheets(again.gone)} out of what is printed."] if again.gone else []
    words = (
        "Correction slip for the kits that are out"
        if again.slip
        else "No sentence changed: there is no correction slip"
    )
    return [*lines, f"{words}: {short(again.slip)}" if again.slip else f"{words}."]


def reprint_json(again: Reprint | None) -> dict[str, object]:
    """Return the same as facts; none where nothing was asked."""
    if again is None:
        return {}
    facts = {"sheets": list(again.sheets), "of": again.of, "take_out": list(again.gone)}
    files = {"file": str(again.changed) if again.changed else None, "slip": str(again.slip) if again.slip else None}
    return {"changed_since": {"sent": str(again.sent), **facts, **files}}


def _sheets(numbers: Sequence[int]) -> str:
    *firsts, last = map(str, numbers)
    return f"sheets {', '.join(firsts)} and {last}" if firsts else f"sheet {last}"
