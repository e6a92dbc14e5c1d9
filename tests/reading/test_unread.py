"""Films, frames, drawings and formulas of a web page: none goes in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.reading import read_release
from tests.support.web_pages import BODY, blog_page

PAGE = blog_page(BODY.replace("<h3>", "{}<h3>", 1))


@pytest.mark.parametrize(
    ("markup", "what", "words"),
    [
        ("<svg><text>41 boats</text><path d='M0 0'/></svg>", "A drawing", "41 boats"),
        ("<video><source src='sea.mp4'></video>", "A film", "sea.mp4"),
        ("<p>So <math><mi>x</mi><mo>=</mo><mn>1</mn></math></p>", "A formula", "x=1"),
        ("<audio src='horn.mp3'>The horn</audio>", "A sound", "The horn horn.mp3"),
    ],
)
def test_what_cannot_be_printed_is_listed_and_told(tmp_path: Path, markup: str, what: str, words: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE.replace("{}<h3>", f"{markup}<h3>"), encoding="utf-8")
    reading = read_release(path)
    assert [one.message for one in reading.findings if one.code == "c-028"] == [
        f"{what} of the page is not in the kit: its kind cannot be printed."
    ]
    assert words in [one.text for one in reading.document.removed]


def test_a_frame_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    frame = '<iframe src="https://film.example/1"></iframe>'
    path.write_text(PAGE.replace("{}<h3>", f"{frame}<h3>"), encoding="utf-8")
    assert frame in [one.text for one in read_release(path).document.removed]


def test_icons_and_what_stands_around_the_text_are_not_told(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    icon = "<svg><title>Share</title><path d='M0 0'/></svg>"
    page = PAGE.replace("{}<h3>", f"{icon}<h3>").replace("<aside", "<svg><text>Sea</text></svg><aside")
    path.write_text(page, encoding="utf-8")
    assert not [one for one in read_release(path).findings if one.code == "c-028"]
