"""What is measured once is as wide as WeasyPrint itself measures it each time."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from weasyprint import HTML
from weasyprint.layout import preferred

import presskit.rendering.engine  # noqa: F401  (it teaches the page engine)
from presskit.rendering.lessons import widths

WORDS = st.sampled_from(
    (
        *("a", "the", "ferry", "extraordinarily", "extra\N{SOFT HYPHEN}ordinarily", "Überseefähren", "e\u0301t"),
        *("«", "»", "%", "12", "12:00", "1\N{NO-BREAK SPACE}200", "–", "(noon)", ")", "/", "and/or", "\n"),
        *("عبارة", "漢字かな"),
    )
)
STYLES = (
    *("", "hyphens: auto", "overflow-wrap: anywhere", "overflow-wrap: break-word; letter-spacing: 1px"),
    *("white-space: nowrap", "white-space: pre-line; word-spacing: 3px", "hyphens: auto; word-break: break-all"),
)


def columns(cells: list[str], style: str) -> list[float]:
    """Return how wide the columns of a table with one row are, in two sizes of type."""
    table = f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table>"
    sizes = f"td {{ font: 12px serif; {style} }} table + table td {{ font-size: 11px }}"
    css = f"@page {{ size: 500px 900px; margin: 0 }} {sizes}"
    [page] = HTML(string=f'<html lang="en"><style>{css}</style>{table}{table}').render().pages
    return [box.width for box in page._page_box.descendants() if box.element_tag == "td"]


@pytest.mark.parametrize("style", STYLES)
@given(cells=st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=2, max_size=4))
@settings(max_examples=12)
@example(cells=["extraordinarily ) and more of it", "» «"])
def test_columns_are_as_wide_as_the_engine_makes_them(style: str, cells: list[str]) -> None:
    widths.forget()
    taught = columns(cells, style)
    with pytest.MonkeyPatch.context() as untaught:
        untaught.setattr(preferred, "split_first_line", widths._untaught)
        assert columns(cells, style) == taught
