"""Films, frames, drawings and formulas of a web page: none goes in silence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from presskit.reading.formats.unread import UNREAD
from tests.support.reading import read_release
from tests.support.web_pages import BODY, blog_page

PAGE = blog_page(BODY.replace("<h3>", "{}<h3>", 1))
BARE = re.sub(r"<(/?)(?:article|main)\b", r"<\1div", PAGE)


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ("<svg><text>41 boats</text><path d='M0 0'/></svg>", "A drawing (41 boats)"),
        ("<video><source src='sea.mp4'></video>", "A film (sea.mp4)"),
        ("<p>So <math><mi>x</mi><mo>=</mo><mn>1</mn></math></p>", "A formula (x=1)"),
        ("<audio src='horn.mp3'>The horn</audio>", "A sound (The horn horn.mp3)"),
        ("<iframe src='https://www.youtube.com/embed/1' title='At sea'></iframe>", "A film (At sea https"),
        ("<p><iframe src='https://tides.example/1'></iframe></p>", "A frame with another page (https://tides.ex"),
        ("<object data='timetable.pdf'></object>", "A frame with another page (timetable.pdf)"),
        ("<canvas></canvas>", "A drawing is"),
    ],
)
@pytest.mark.parametrize("page", [PAGE, BARE])
def test_what_cannot_be_printed_is_listed_and_told(tmp_path: Path, page: str, markup: str, what: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(page.replace("{}<h3>", f"{markup}<h3>"), encoding="utf-8")
    reading = read_release(path)
    [one] = [one for one in reading.findings if one.code in ("c-028", "c-078")]
    assert one.message.startswith(what)
    assert one.code == ("c-028" if what.startswith(("A drawing", "A formula")) else "c-078")
    assert one.where.line == page[: page.index("{}<h3>")].count("\n") + 1
    assert UNREAD in [one.why for one in reading.document.removed]


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ('<iframe src="https://player.vimeo.com/video/1"></iframe>', ["A film (https://player.vimeo.com/video/1)"]),
        ('<video controls>\n<source src="sea.mp4">\n</video>', ["A film (sea.mp4)"]),
        ('```\n<video src="sea.mp4"></video>\n```', []),
        ('Write `<video src="sea.mp4">` there.', []),
    ],
)
def test_what_a_markdown_text_holds_of_them_is_told_where_it_is_not_printed(
    tmp_path: Path, markup: str, what: list[str]
) -> None:
    path = tmp_path / "a.md"
    text = "# The ferry sails\n\nPORT QUILLON, May 12, 2026 – It sails to nine islands.\n\n{}\n\nDogs sail as well.\n"
    path.write_text(text.replace("{}", markup), encoding="utf-8")
    found = [one for one in read_release(path).findings if one.code == "c-078"]
    assert [one.message.partition(" is not")[0] for one in found] == what
    assert all(one.where.line == 5 for one in found)


@pytest.mark.parametrize(
    "markup",
    [
        "<svg><title>Share</title><path d='M0 0'/></svg>",
        "<iframe src='https://www.googletagmanager.com/ns.html?id=1'></iframe>",
        "<iframe src='https://count.example/1' width='1' height='1'></iframe>",
        "<iframe src='https://count.example/1' style='display:none'></iframe>",
    ],
)
def test_icons_and_frames_that_serve_the_website_are_not_told(tmp_path: Path, markup: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE.replace("{}<h3>", f"{markup}<h3>"), encoding="utf-8")
    assert not [one for one in read_release(path).findings if one.code in ("c-028", "c-078")]


@pytest.mark.parametrize("page", [PAGE, BARE])
def test_what_stands_around_the_text_is_not_told(tmp_path: Path, page: str) -> None:
    path = tmp_path / "a.html"
    film = "<video src='sea.mp4'></video>"
    path.write_text(page.replace("{}<h3>", "<h3>").replace("<aside", f"{film}<aside"), encoding="utf-8")
    assert not [one for one in read_release(path).findings if one.code in ("c-028", "c-078")]


def test_words_that_stand_outside_of_the_page_are_not_printed(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    aside = "<p style='position:absolute; left:-9999px'>Nets and lanterns of the coast, cheap.</p>"
    path.write_text(PAGE.replace("{}<h3>", f"{aside}<h3>"), encoding="utf-8")
    release = read_release(path).document
    assert not [block for block in release.body if "lanterns" in block.text]
    assert [one.why for one in release.removed if "lanterns" in one.text] == ["not shown on the web page"]
