"""Pages of others, scaled to a kit's paper: each whole, in the middle."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Name, Page, Pdf

EDGES = (Name.CropBox, Name.BleedBox, Name.TrimBox, Name.ArtBox, Name.UserUnit)


def scale_pages(pdf: Pdf, paper_pt: tuple[float, float]) -> None:
    """Scale each page, in place, to paper of (width, height) in points; one that lies on its side stays so."""
    for page in pdf.pages:
        box = left, bottom, right, top = tuple(float(value) for value in page.cropbox)
        width, height = right - left, top - bottom
        is_turned = int(page.obj.get(Name.Rotate, 0)) % 180 == 90
        is_wide = (height > width) if is_turned else (width > height)
        short, long = sorted(paper_pt)
        seen = (long, short) if is_wide else (short, long)
        room = seen[::-1] if is_turned else seen
        scale = min(room[0] / width, room[1] / height)
        x, y = (room[0] - scale * width) / 2 - scale * left, (room[1] - scale * height) / 2 - scale * bottom
        _move(page, box, scale, (x, y))
        page.obj.MediaBox = Array([0, 0, *room])
        for edge in EDGES:
            if edge in page.obj:
                del page.obj[edge]


def _move(page: Page, box: Sequence[float], scale: float, by: tuple[float, float]) -> None:
    """Scale what a page shows, clipped to what it has shown, its box, and where its links are."""
    left, bottom, right, top = box
    clip = f"{left:.4f} {bottom:.4f} {right - left:.4f} {top - bottom:.4f} re W n"
    page.contents_add(f"q {scale:.6f} 0 0 {scale:.6f} {by[0]:.4f} {by[1]:.4f} cm {clip}\n".encode(), prepend=True)
    page.contents_add(b"\nQ")
    for link in page.obj.get(Name.Annots, Array()):
        for key in (Name.Rect, Name.QuadPoints):
            if key in link:
                link[key] = Array([float(value) * scale + by[at % 2] for at, value in enumerate(link[key])])
