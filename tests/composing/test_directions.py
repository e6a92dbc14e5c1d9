"""What runs from left to right inside words from right to left is shown so: in HTML, and in plain text."""

from __future__ import annotations

import time
from typing import Literal

import pytest
from lxml import html

from presskit.composing.languages import language
from presskit.composing.wording.directions import LRM, directed, direction_of, marked
from tests.support.bidi import seen

KEPT = (
    "+212 522-12-34-56",
    "0522-123456",
    "(0522) 12 34 56",
    "+212522123456",
    "00212 5 22 12 34 56",
    "555-0143",
    "+44 20 7946 0018 ext. 12",
    "٠٥٢٢ ١٢٣ ٤٥٦",
    "+٢١٢ ٥٢٢-١٢٣",
    "۰۲۱-۱۲۳ ۴۵۶۷",
    "24-7@quay.example",
    "https://quay.example/a/(b)/?c=1",
    "www.quay.example/",
)
LINES = (
    "اتصلوا على {} من التاسعة",
    "{} (ساعات العمل)",
    "- {}",
    "{}",
    "الهاتف: {}.",
    "المكتب ({})",
    "9 جزر، {}، 12 رصيفًا",
)
TURNED = ("0522-123456", "+212 522-12-34-56", "٠٥٢٢ ١٢٣ ٤٥٦", "www.quay.example/")


@pytest.mark.parametrize("base", ["rtl", "auto"])
@pytest.mark.parametrize("kept", KEPT)
def test_a_number_or_an_address_is_shown_as_it_is_read(kept: str, base: Literal["rtl", "auto"]) -> None:
    for line in LINES:
        assert kept in seen(marked(line.format(kept), language("ar")), base), line


@pytest.mark.parametrize("kept", TURNED)
def test_without_marks_it_is_not(kept: str) -> None:
    assert kept not in seen(LINES[0].format(kept), "rtl")


@pytest.mark.parametrize("line", ["- {}", "{} (ساعات العمل)"])
def test_a_line_that_begins_with_a_number_stays_on_the_right(line: str) -> None:
    shown = marked(line.format(KEPT[0]), language("ar"))
    assert seen(shown, "auto") == seen(shown, "rtl")


@pytest.mark.parametrize("text", ["Ring +44 20 7946 0018, or www.quay.example/.", "Plain.\n\n555-0143"])
def test_text_from_left_to_right_holds_no_marks(text: str) -> None:
    assert marked(text, language("en")) == text


def test_an_arabic_line_of_an_english_mail_is_marked_too() -> None:
    assert marked("Ring.\nالهاتف 0522-123456", language("en")) == f"Ring.\nالهاتف {LRM}0522-123456{LRM}"


@pytest.mark.parametrize("words", ["2024-2026", "12/5/2026", "2026-05-12", "9 و 12", "٢٠٢٤-٢٠٢٦"])
def test_years_days_and_counts_are_no_telephone_numbers(words: str) -> None:
    assert marked(f"بين {words} عاد", language("ar")) == f"بين {words} عاد"


@pytest.mark.parametrize(
    ("text", "around", "direction"),
    [
        ("Quillon Ferry تصل إلى تسع جزر", "rtl", "rtl"),
        ("Quillon Ferry reaches nine islands", "rtl", "ltr"),
        ("العبارة تصل إلى تسع جزر (BBC)", "ltr", "rtl"),
        ("Ferry, called العبارة here", "ltr", "ltr"),
        ("2026", "rtl", "rtl"),
        ("Ночной паром", "rtl", "ltr"),
        ("", "ltr", "ltr"),
    ],
)
def test_a_few_names_turn_no_line_round(text: str, around: str, direction: str) -> None:
    assert direction_of(text, around) == direction


def page(body: str, direction: str = "rtl") -> html.HtmlElement:
    return html.document_fromstring(
        directed(f'<!doctype html><html dir="{direction}"><body><div dir="{direction}">{body}</div></body></html>')
    )


@pytest.mark.parametrize("kept", KEPT)
def test_each_stands_in_an_element_of_its_own(kept: str) -> None:
    for line in LINES[:3]:
        spans = page(f"<p>{line.format(kept)}</p>").xpath("//p/span[@dir='ltr']")
        assert kept in [span.text_content().replace(LRM, "") for span in spans], line


def test_a_link_and_what_follows_an_element_are_set_apart_too() -> None:
    root = page('<p>انظر <a href="https://quay.example">www.quay.example/</a> أو <b>الهاتف</b> 0522-123456.</p>')
    assert root.xpath("//span[@dir='ltr']/text()") == ["www.quay.example/", "0522-123456"]


def test_a_passage_in_another_script_says_its_direction_and_stands_at_its_side() -> None:
    root = page("<p>The ferry sails.</p><p>العبارة تصل</p>")
    assert [(p.get("dir"), p.get("style")) for p in root.iter("p")] == [("ltr", "text-align: left"), (None, None)]
    root = page('<p style="margin: 0">العبارة تصل</p>', "ltr")
    assert [(p.get("dir"), p.get("style")) for p in root.iter("p")] == [("rtl", "margin: 0; text-align: right")]


def test_what_asks_for_its_direction_is_told_it() -> None:
    root = page('<p dir="auto">جدول الشتاء للعبارات <span dir="auto">Winter timetable</span></p>')
    assert (root.xpath("//p/@dir"), root.xpath("//span/@dir")) == (["rtl"], ["ltr"])


def test_a_table_orders_its_columns_from_the_right() -> None:
    assert page("<table><tr><td>رصيف</td></tr></table>").xpath("//table/@dir") == ["rtl"]


@pytest.mark.parametrize("text", ["a" * 50_000, "1 " * 50_000, "www." * 20_000, "(" * 50_000, "http://((((" * 9_000])
def test_no_text_takes_long(text: str) -> None:
    before = time.process_time()
    marked(f"ا {text}", language("ar"))
    page(f"<p>ا {text}</p>")
    assert time.process_time() - before < 3
