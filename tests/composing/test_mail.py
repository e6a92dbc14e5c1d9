"""Styles are put into the elements: many mail programs read no style sheet."""

from __future__ import annotations

from presskit.composing.mail import inlined


def test_a_class_wins_over_a_tag_and_the_later_of_two() -> None:
    style = "p { color: red } .small { size: 1 } .soft { size: 2 }"
    page = inlined("<!doctype html><p>a<p class='soft small'>b<i>c</i>", style)
    assert '<p style="color: red">a' in page
    assert '<p style="color: red; size: 2; size: 1">b<i>c</i>' in page
    assert "class" not in page


def test_what_outlook_reads_stays() -> None:
    assert "<!--[if mso]><table><![endif]-->" in inlined("<p>a</p><!--[if mso]><table><![endif]-->", "")
