"""Where the paper is cut: the three boxes of a page, and the marks at its corners.

The page itself has its lower left corner at 0, 0; bleed and marks lie around it, at negative coordinates. Lengths are
in points. Crop marks begin outside of the bleed: within it they would stay visible on a page that is cut askew.
"""

from __future__ import annotations

from pikepdf import Array, Name, Object, Page, Pdf

from presskit.printing.inking.objects import drop, name_space

MARK_GAP_PT = 1.5  # between the bleed and a mark
MARK_PT = 15.0
MARK_WIDTH_PT = 0.25
MARGIN_PT = MARK_GAP_PT + MARK_PT + 1.5  # around the bleed, with white beyond the marks
REGISTRATION = Name.Registration

Box = tuple[float, float, float, float]


def trim_of(page: Page) -> Box:
    """Return the box to which a page is cut, as the page engine wrote it."""
    left, bottom, right, top = (float(value) for value in page.trimbox)
    return left, bottom, right, top


def grown(box: Box, by_pt: float) -> Box:
    """Return a box that is larger by so much on each side."""
    return box[0] - by_pt, box[1] - by_pt, box[2] + by_pt, box[3] + by_pt


def set_boxes(page: Page, trim: Box, bleed_pt: float) -> None:
    """Write Trim-, Bleed- and MediaBox (ISO 15930-7, 6.8: each within the next), and none else."""
    boxes = {Name.TrimBox: trim, Name.BleedBox: grown(trim, bleed_pt), Name.MediaBox: grown(trim, bleed_pt + MARGIN_PT)}
    drop(page.obj, Name.CropBox, Name.ArtBox)
    for name, box in boxes.items():
        page.obj[name] = Array([round(value, 4) for value in box])


def draw_marks(page: Page, trim: Box, bleed_pt: float, registration: Object) -> None:
    """Draw two crop marks at each corner, in the colour that every plate prints, around a page that ends at its bleed.

    Why all is clipped to the bleed: what sticks out further would lie on the marks.
    """
    name_space(page.obj.Resources, REGISTRATION, registration)
    left, bottom, right, top = grown(trim, bleed_pt)
    clip = f"q {left:.4f} {bottom:.4f} {right - left:.4f} {top - bottom:.4f} re W n\n".encode()
    page.contents_add(clip, prepend=True)
    page.contents_add(b"\nQ\n" + marks(trim, bleed_pt).encode())


def marks(trim: Box, bleed_pt: float) -> str:
    """Return the drawing of the eight marks."""
    near, far = bleed_pt + MARK_GAP_PT, bleed_pt + MARK_GAP_PT + MARK_PT
    left, bottom, right, top = trim
    lines = [
        (x, edge + side * near, x, edge + side * far) for x in (left, right) for edge, side in ((bottom, -1), (top, 1))
    ]
    lines += [
        (edge + side * near, y, edge + side * far, y) for y in (bottom, top) for edge, side in ((left, -1), (right, 1))
    ]
    strokes = "".join(f"{x:.4f} {y:.4f} m {x2:.4f} {y2:.4f} l S\n" for x, y, x2, y2 in lines)
    return f"q {REGISTRATION} CS 1 SCN {MARK_WIDTH_PT} w 0 J [] 0 d\n{strokes}Q\n"


def registration_colour(pdf: Pdf, alternate: Name) -> Object:
    """Return the colour All (ISO 32000-1, 8.6.6.4), which a device without plates shows as black of `alternate`."""
    program, channels = (b"{dup dup dup}", 4) if alternate == Name.DeviceCMYK else (b"{1 exch sub}", 1)
    tint = pdf.make_stream(program, FunctionType=4, Domain=Array([0, 1]), Range=Array([0, 1] * channels))
    return pdf.make_indirect(Array([Name.Separation, Name.All, alternate, tint]))
