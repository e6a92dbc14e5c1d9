"""A picture that jumped to the next page is set smaller where that brings it back, and nothing else is changed."""

from __future__ import annotations

import pytest
from weasyprint import HTML
from weasyprint.document import Document

from presskit.rendering.jumps import Shares, brought_back, jumps, with_shares

STYLE = """:root { --tight-picture: 1 } @page { size: 300px 400px; margin: 0 } p { height: 250px; margin: 0 }
.inline { break-inside: avoid } img { display: block; width: 100px; height: calc(200px * var(--tight-picture)) }"""
DOT = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"
PICTURE = f'<div class="inline"><img src="{DOT}"></div>'


def html(height_px: int) -> str:
    """Return text of a height, a picture 200px high, and a little text."""
    text = f'<p style="height:{height_px - 20}px"></p>line'
    return f"<style>{STYLE}</style><body>{text}{PICTURE}<p style='height:40px'>end</p>"


def laid_out(height_px: int, shares: Shares) -> Document:
    return HTML(string=with_shares(html(height_px), shares)).render()


def pictures(document: Document) -> list[tuple[int, float]]:
    """Return the page and the height of each picture."""
    boxes = ((page, box) for page, each in enumerate(document.pages) for box in each._page_box.descendants())
    return [(page, box.height) for page, box in boxes if box.element_tag == "img" and box.element is not None]


@pytest.mark.parametrize(
    ("height_px", "page", "least_px", "most_px"),
    [
        (180, 0, 200, 200),  # it fits
        (250, 0, 140, 150),  # it fits smaller
        (300, 1, 200, 200),  # it would be a stamp
        (370, 1, 200, 200),  # there is hardly a hole
    ],
)
def test_a_picture_comes_back_where_it_stays_large(height_px: int, page: int, least_px: int, most_px: int) -> None:
    document = brought_back(lambda shares: laid_out(height_px, shares), laid_out(height_px, {}))
    [(found, high_px)] = pictures(document)
    assert found == page
    assert least_px <= high_px <= most_px
    assert list(jumps(document.pages)) == []


def test_the_white_above_a_picture_is_reckoned_with() -> None:
    """At the top of a page it is not there, and its height is only known once the picture was tried."""

    def lay_out(shares: Shares) -> Document:
        style = f"{STYLE} .inline {{ margin-top: 30px }}"
        return HTML(string=with_shares(html(230).replace(STYLE, style), shares)).render()

    [(found, high_px)] = pictures(brought_back(lay_out, lay_out({})))
    assert found == 0
    assert 120 <= high_px <= 140


def test_only_the_picture_that_is_meant_is_smaller() -> None:
    sized = with_shares(PICTURE * 3, {1: 0.7})
    assert sized.split("<img")[1].endswith('<div class="inline" style="--tight-picture:0.70">')
    assert sized.count("style=") == 1
