"""The square code (QR) by which a telephone opens an address: drawn as one black shape on white."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup

QUIET = 4  # modules that stay white around it (ISO/IEC 18004, 6.3.8)
LEAST_PT = 20 * 72 / 25.4  # 20 mm, without what stays white
LEAST_MODULE_PT = 1.35  # 0.48 mm, three pixels of a scan at 150 dpi: a long address makes a larger code


def square_code(address: str, spoken: str, scale: float = 1.0) -> Markup:
    """Return an address as SVG, with the white around it.

    spoken: what is read aloud in its place. scale: by what the page is drawn smaller than its measures say.

    Why black in RGB, and one path: it becomes black ink alone in print, and no renderer leaves light seams in it.
    """
    import segno  # noqa: PLC0415  (few pages have one)

    rows = [tuple(row) for row in segno.make(address, micro=False, error="m").matrix]
    side = len(rows) + 2 * QUIET
    module_pt = max(LEAST_PT / len(rows), LEAST_MODULE_PT) / scale
    size = f"width:{side * module_pt:.3f}pt;height:{side * module_pt:.3f}pt;--quiet:{QUIET * module_pt:.3f}pt"
    return Markup(
        '<svg class="square" role="img" viewBox="0 0 {0} {0}" style="{1}"><title>{2}</title>'
        '<path fill="#fff" d="M0 0h{0}v{0}h-{0}z"/><path fill="#000" d="{3}"/></svg>'
    ).format(side, size, spoken, "".join(_runs(rows)))


def _runs(rows: Iterable[tuple[int, ...]]) -> Iterator[str]:
    """Yield a rectangle for each run of black modules in a row."""
    for y, row in enumerate(rows, start=QUIET):
        x = QUIET
        for is_black, run in groupby(row):
            length = len(list(run))
            if is_black:
                yield f"M{x} {y}h{length}v1h-{length}z"
            x += length
