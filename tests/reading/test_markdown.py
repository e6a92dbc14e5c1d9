from __future__ import annotations

import pytest

from presskit.model import Block
from presskit.reading.formats.markdown import read_markdown


def blocks(text: str) -> list[tuple[str, str, int | None]]:
    return [(block.kind, block.text, block.line) for block in read_markdown(text).blocks]


def only(text: str) -> Block:
    (block,) = read_markdown(text).blocks
    return block


def test_blocks_have_kinds_texts_and_lines() -> None:
    text = "# Reef *returns*\n\nOne\ntwo\n\n- a\n- b\n\n> said\n\n## More\n"
    assert blocks(text) == [
        ("heading", "Reef returns", 1),
        ("paragraph", "One two", 3),
        ("list", "a\nb", 6),
        ("quote", "said", 9),
        ("heading", "More", 11),
    ]
    assert [block.level for block in read_markdown(text).blocks] == [1, 0, 0, 0, 2]


def test_lines_count_from_the_top_of_the_file() -> None:
    assert read_markdown("One", lines_before=6).blocks[0].line == 7


def test_nested_lists_keep_all_items() -> None:
    block = only("1. a\n   - b **c**\n2. d\n")
    assert block.text == "a\nb c\nd"
    assert block.html == "<ol><li>a<ul><li>b <strong>c</strong></li></ul></li><li>d</li></ol>"


def test_a_table_is_rectangular_and_has_a_head() -> None:
    block = only("| Year | Fronds |\n|---|---|\n| 2020 | 11 |\n| 2021 |\n")
    assert block.text == "Year\tFronds\n2020\t11\n2021\t"
    assert block.html == (
        '<table><thead><tr><th scope="col">Year</th><th scope="col">Fronds</th></tr></thead>'
        "<tbody><tr><td>2020</td><td>11</td></tr><tr><td>2021</td><td></td></tr></tbody></table>"
    )


def test_a_table_with_an_empty_head_has_none() -> None:
    block = only("| | |\n|---|---|\n| Founded | 1998 |\n")
    assert block.text == "Founded\t1998"
    assert "<thead>" not in block.html


def test_a_row_longer_than_the_head_keeps_its_cells() -> None:
    assert only("a | b\n--|--\n1 | 2 | 3\n").text == "a\tb\t\n1\t2\t3"


def test_a_picture_is_a_figure() -> None:
    assert blocks("![A diver](diver.jpg)\n\nText ![x](y.png) goes on.") == [
        ("figure", "A diver", 1),
        ("paragraph", "Text goes on.", 3),
        ("figure", "x", 3),
    ]
    assert only('<img src="speakers.png" width="90%" />').html == '<img alt="" src="speakers.png">'


def test_raw_html_becomes_blocks() -> None:
    quote = "<blockquote>\n“We waited.”\n<cite>— Ada Thorn, diver</cite>\n</blockquote>"
    text = f"{quote}\n\n<div><p>One</p>two<p>three</p></div>\n"
    assert [kind for kind, _, _ in blocks(text)] == ["quote", "paragraph", "paragraph", "paragraph"]
    assert blocks(text)[0][1] == "“We waited.” — Ada Thorn, diver"


def test_a_quotation_of_two_paragraphs_is_one_quote() -> None:
    block = only("> One.\n>\n> Two.\n")
    assert (block.kind, block.text, block.html) == ("quote", "One.\nTwo.", "One.<br>Two.")


@pytest.mark.parametrize("mark", ["###", "# # #", "- 30 -", "\\#\\#\\#", "-30-"])
def test_an_end_mark_is_neither_heading_nor_list(mark: str) -> None:
    kind, text, _ = blocks(f"Text.\n\n{mark}\n")[1]
    assert (kind, text) == ("paragraph", mark.replace("\\", ""))


def test_comments_and_scripts_are_listed_and_lines_keep_their_numbers() -> None:
    source = read_markdown("<!-- one\ntwo -->\n<script>x()</script>\nText <!-- three --> goes on\n", lines_before=2)
    assert [(item.line, item.why) for item in source.removed] == [
        (3, "a comment, hidden in the source"),
        (5, "a web page's program"),
        (6, "a comment, hidden in the source"),
    ]
    assert [(block.text, block.line) for block in source.blocks] == [("Text goes on", 6)]


def test_a_comment_that_is_never_closed_is_text() -> None:
    assert "open" in " ".join(text for _, text, _ in blocks("Text <!-- open"))


def test_words_in_angle_brackets_stay() -> None:
    assert blocks("Go to <INSERT LINK HERE> now.\n\n<INSERT LINK HERE>\n") == [
        ("paragraph", "Go to <INSERT LINK HERE> now.", 1),
        ("paragraph", "<INSERT LINK HERE>", 3),
    ]


def test_a_code_block_keeps_its_lines() -> None:
    assert blocks("```\nAda Thorn\nMarsh Bay\n```\n") == [("paragraph", "Ada Thorn\nMarsh Bay", 2)]


def test_markup_of_any_depth_is_read() -> None:
    assert "deep" in only("<blockquote>" * 300 + "deep").text
    assert read_markdown("> " * 3000 + "deep").blocks is not None
