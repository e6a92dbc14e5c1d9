from __future__ import annotations

import pytest

from presskit.reading.formats.elements import read_elements


@pytest.mark.parametrize(
    ("markup", "html", "text"),
    [
        (
            "<ul><li><p>One</p></li><li><p>Two</p><p>more</p></li></ul>",
            "<ul><li>One</li><li>Two<br>more</li></ul>",
            "One\nTwo more",
        ),
        (
            "<ul><li>x<h3>Three</h3><div>y</div>z</li></ul>",
            "<ul><li>x<br><strong>Three</strong><br>y<br>z</li></ul>",
            "x Three y z",
        ),
        ("<ol><li><p>a</p><ul><li><p>b</p></li></ul></li></ol>", "<ol><li>a<ul><li>b</li></ul></li></ol>", "a\nb"),
        (
            "<table><tr><td><p>a</p><p>b</p></td><td><div>c</div></td></tr></table>",
            "<table><tbody><tr><td>a<br>b</td><td>c</td></tr></tbody></table>",
            "a b\tc",
        ),
    ],
)
def test_items_and_cells_hold_lines_and_no_blocks(markup: str, html: str, text: str) -> None:
    [block] = read_elements(markup, 1)
    assert (block.html, block.text) == (html, text)
