"""The table as a picture: a bar for each line, and a mark for the most that it is to be."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.table import Found

WIDTH, ROW, LABELS, MARGIN = 860, 30, 380, 16
INK, BAR, OVER, MOST = "#1c1f24", "#12355b", "#b3541e", "#7a8290"


def drawn(found: Sequence[Found]) -> str:
    """Return an SVG: medians as bars, on a scale on which the longest, or the largest mark, fills the width."""
    largest = max(max(one.median, one.row.most or 0) for one in found)
    room = WIDTH - LABELS - 4 * MARGIN
    height = ROW * len(found) + 2 * MARGIN + ROW
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'font-family="sans-serif" font-size="13" fill="{INK}">',
        "<title>What presskit takes, as ratios to others in the same run</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
    ]
    for place, one in enumerate(found):
        top = MARGIN + place * ROW
        length = max(2.0, one.median / largest * room)
        most = one.row.most
        colour = OVER if most and one.median > most else BAR
        lines += [
            f'<text x="{LABELS}" y="{top + 17}" text-anchor="end">{escape(one.row.what)}</text>',
            f'<rect x="{LABELS + MARGIN}" y="{top + 4}" width="{length:.1f}" height="18" fill="{colour}"/>',
            f'<text x="{LABELS + MARGIN + length + 6:.1f}" y="{top + 17}">{one.median:.2f}</text>',
        ]
        if most:
            x = LABELS + MARGIN + most / largest * room
            lines.append(
                f'<path d="M{x:.1f} {top} v26" stroke="{MOST}" stroke-width="2" fill="none" stroke-dasharray="3 2"/>'
            )
    legend = "Bars: medians of ratios, shorter is quicker. Dashed: the most that is allowed; a bar beyond it is orange."
    lines += [f'<text x="{MARGIN}" y="{height - MARGIN}" fill="{MOST}">{legend}</text>', "</svg>", ""]
    return "\n".join(lines)
