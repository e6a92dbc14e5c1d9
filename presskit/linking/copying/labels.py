"""The line for one person, as it is drawn: on paper of its own, in the middle of a strip that no page uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from presskit.linking.lettering.lines import Cluster, Fitted, Line, Script, fitted
from presskit.linking.lettering.subsets import EM, Letter, Subset

COVER, RUNNING = "CopyCover", "CopyLine"  # the forms that pages draw
HEIGHT_PT, LEADING_PT, PADDING_PT = 20.0, 9.5, 6.0
BELOW_MIDDLE = 0.34  # of the size: where the baseline stands
TOP_PT, BOTTOM_PT = 34.0, 10.0  # of the strip: below the cover's upper edge, above every page's lower one
COVER_SIZES_PT, RUNNING_SIZES_PT = (10.0, 9.0, 8.0), (8.0,)


@dataclass(frozen=True)
class Look:
    """How the lines of a kit's copies look.

    sentence: with {name} where the name stands. names: of the faces, as a PDF calls them. page_pt: width and height.
    room_pt: the most a line may be wide. paper, ink: colours as "#rrggbb". has_cover: the first page is one.
    """

    sentence: str
    script: Script
    names: Mapping[Path, str]
    page_pt: tuple[float, float]
    room_pt: float
    paper: str
    ink: str
    has_cover: bool

    def lines_for(self, name: str) -> dict[str, Fitted]:
        """Return what stands in each form."""
        sizes = {COVER: COVER_SIZES_PT, RUNNING: RUNNING_SIZES_PT} if self.has_cover else {RUNNING: RUNNING_SIZES_PT}
        return {form: fitted(self.sentence, name, self.script, self.room_pt, each) for form, each in sizes.items()}


def drawn(form: str, text: Fitted, look: Look, subsets: Mapping[Path, Subset], keys: Mapping[Path, str]) -> str:
    """Return what a form draws. keys: the names of the faces in its resources."""
    width_pt, height_pt = look.page_pt
    middle_pt = height_pt - TOP_PT - HEIGHT_PT / 2 if form == COVER else BOTTOM_PT + HEIGHT_PT / 2
    widest_pt = max(line.width for line in text.lines) * text.size_pt
    box = ((width_pt - widest_pt) / 2 - PADDING_PT, middle_pt - HEIGHT_PT / 2, widest_pt + 2 * PADDING_PT, HEIGHT_PT)
    parts = [f"{_colour(look.paper)} {' '.join(f'{each:.3f}' for each in box)} re f {_colour(look.ink)} BT"]
    for number, line in enumerate(text.lines):
        up_pt = ((len(text.lines) - 1) / 2 - number) * LEADING_PT - BELOW_MIDDLE * text.size_pt
        start_pt = (width_pt - line.width * text.size_pt) / 2
        parts.append(f"1 0 0 1 {start_pt:.3f} {middle_pt + up_pt:.3f} Tm")
        parts += _shown(line, text.size_pt, subsets, keys)
    return "\n".join([*parts, "ET"])


def _colour(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return f"{red:.4f} {green:.4f} {blue:.4f} rg"


def _shown(line: Line, size_pt: float, subsets: Mapping[Path, Subset], keys: Mapping[Path, str]) -> Iterator[str]:
    known = None
    for cluster in line.clusters:
        if cluster.face != known:
            known = cluster.face
            yield f"/{keys[known]} {size_pt:g} Tf"
        yield from _letter(cluster, size_pt, subsets[cluster.face])


def _letter(cluster: Cluster, size_pt: float, subset: Subset) -> Iterator[str]:
    """Yield what draws a letter; one of several glyphs is told as one."""
    is_one = len(cluster.glyphs) == 1
    if not is_one:
        yield f"/Span <</ActualText <{(chr(0xFEFF) + cluster.text).encode('utf-16-be').hex()}>>> BDC"
    for glyph in cluster.glyphs:
        letter: Letter = (glyph.number, cluster.text)
        before, behind = -glyph.right * EM, (glyph.right - glyph.advance) * EM + subset.width(glyph.number)
        rise = f"{glyph.up * size_pt:.3f} Ts " if glyph.up else ""
        yield f"{rise}[{before:.3f} <{subset.codes[letter]:04x}> {behind:.3f}] TJ{' 0 Ts' if glyph.up else ''}"
    if not is_one:
        yield "EMC"
