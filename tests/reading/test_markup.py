from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.reading.markup import drop_words, linkify, sanitise, text_of

WORD = st.text("abcé“”&<>", min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("markup", "safe"),
    [
        ("<b>a</b> <i class='x'>b</i>", "<strong>a</strong> <em>b</em>"),
        ('<a href="javascript:x()" onclick="y()">a</a>', "<a>a</a>"),
        ('<a href="https://kelp.example" target="_blank">a</a>', '<a href="https://kelp.example">a</a>'),
        ('<a href="tel:+12025550143">a</a>', '<a href="tel:+12025550143">a</a>'),
        ("<script>alert(1)</script>a<style>b{}</style>", "a"),
        ("<INSERT LINK HERE> please", "&lt;INSERT LINK HERE&gt; please"),
        ("<span style='color:red'>a", "a"),
        ("<em>a", "<em>a</em>"),
        ("H<sub>2</sub>O", "H₂O"),
        ('people<sup><a href="https://a.example">12</a></sup>', 'people<a href="https://a.example">¹²</a>'),
        ("21<sup>st</sup>, 10<sup>−4</sup>", "21<sup>st</sup>, 10<sup>−4</sup>"),
    ],
)
def test_only_known_markup_is_let_through(markup: str, safe: str) -> None:
    assert sanitise(markup) == safe


def test_figures_above_and_below_the_line_stay_there_in_plain_text() -> None:
    marked = "10<sup>6</sup> t, 10<sup>-4</sup>, 2<sup>n</sup>, CO<sub>2</sub>, log<sub>10</sub> 2, the 21<sup>st</sup>"
    assert text_of(sanitise(marked)) == "10⁶ t, 10⁻⁴, 2ⁿ, CO₂, log₁₀ 2, the 21st"
    assert text_of(sanitise("2<sup>3<sup>4</sup></sup>")) == "2³⁴"


def test_a_break_is_a_line_feed_and_no_break_spaces_stay() -> None:
    assert text_of("a  b<br>\n c\xa0d &amp; <em>e\n f</em>") == "a b\nc\xa0d & e f"


@pytest.mark.parametrize(
    ("markup", "words", "rest"),
    [
        ("<strong>BAY, May 1 --</strong> The <em>reef</em> is back", "BAY, May 1 --", "The <em>reef</em> is back"),
        ("<em>Bay</em>. The  reef", "Bay.", "The reef"),
        ("<strong>BAY – The</strong> reef", "BAY –", "<strong>The</strong> reef"),
        ("<strong>BAY</strong> –\xa0A &amp; B", "BAY –", "A &amp; B"),
        ("all", "all", ""),
    ],
)
def test_words_are_cut_from_the_start(markup: str, words: str, rest: str) -> None:
    assert drop_words(markup, words) == rest.replace("The reef", "The  reef" if "The  " in markup else "The reef")


@given(st.lists(WORD, min_size=1, max_size=6), st.lists(WORD, max_size=6))
def test_what_is_left_is_the_text_after_the_words(first: list[str], second: list[str]) -> None:
    head, tail = " ".join(first), " ".join(second)
    markup = f"<strong>{linkify(head)}</strong> <em>{linkify(tail)}</em>"
    assert text_of(drop_words(markup, head)) == tail


def test_addresses_are_linked_and_the_rest_is_escaped() -> None:
    assert linkify("a < b & c") == "a &lt; b &amp; c"
    assert linkify("(ada@kelp.example)") == '(<a href="mailto:ada@kelp.example">ada@kelp.example</a>)'
