"""What a line never parts, and what reads the other way, is set apart; not a character is changed."""

from __future__ import annotations

import re

import pytest
from lxml import html as lxml_html

from presskit.composing.languages import language
from presskit.composing.runs import set_runs, tied

TIED = re.compile(r'<bdi style="white-space:nowrap">(.*?)</bdi>')
LEFT = re.compile(r'<bdi dir="ltr"[^>]*>(.*?)</bdi>')


def page(body: str, code: str = "fr") -> str:
    direction = language(code).direction
    head = f'<html lang="{code}" dir="{direction}"><head><title>a : b</title></head>'
    return f"<!doctype html>\n{head}<body>{body}</body></html>"


def text_of(html: str) -> str:
    return str(lxml_html.document_fromstring(html).text_content())


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
@pytest.mark.parametrize("mark", [";", ":", "?", "!", "»"])
def test_a_french_mark_stays_with_its_word(space: str, mark: str) -> None:
    source = page(f"<p>Voici un mot{space}{mark} puis un autre.</p>")
    done = set_runs(source)
    assert TIED.findall(done) == [f"mot{space}{mark}"]
    assert text_of(done) == text_of(source)


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_an_opening_mark_stays_with_the_next_word(space: str) -> None:
    assert TIED.findall(set_runs(page(f"<p>Il dit : «{space}oui{space}» !</p>"))) == ["dit :", f"«{space}oui{space}» !"]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("dont 45 % de dons", ["45 %"]),
        ("coûte 3,4 millions d’euros", ["3,4 millions"]),
        ("gravir 1 412 marches", ["1 412"]),
        ("à 9 h 00 précises", ["9 h 00"]),
        ("un vent de 70 km/h", ["70 km/h"]),
        ("12 maisons", []),
        ("sans rien", []),
    ],
)
def test_a_number_keeps_its_unit(text: str, runs: list[str]) -> None:
    assert TIED.findall(set_runs(page(f"<p>{text}</p>"))) == runs


def test_it_holds_across_elements_and_for_each_language_of_a_page() -> None:
    done = set_runs(page('<p><strong>Contact</strong> : Ada</p><p lang="fr">Oui !</p><p>Yes !</p>', "en"))
    assert TIED.findall(done) == ["Oui !"]
    assert '<bdi style="white-space:nowrap"> :</bdi>' in set_runs(page("<p><strong>Contact</strong> : Ada</p>"))


def test_what_is_no_text_stays_as_it_is() -> None:
    source = page('<style>p::before { content: "a : b" }</style><img alt="a : b"><p>&lt;b&gt; : &amp; c</p>')
    done = set_runs(source)
    assert "<title>a : b</title>" in done
    assert 'content: "a : b"' not in TIED.findall(done)
    assert 'alt="a : b"' in done
    assert text_of(done) == text_of(source)


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("from 9 am on", "9 am"),
        ("at 5.30 p.m. sharp", "5.30 p.m."),
        ("for NOK 1,280 each", "NOK 1,280"),
        ("Guildhall Yard, Aldermere AL2 7QT", "AL2 7QT"),
        ("Downing Street, London SW1A 2AA", "SW1A 2AA"),
        ("Suite 450, Santa Clara, CA 95054", "CA 95054"),
    ],
)
def test_a_price_a_time_and_a_post_code_stay_on_one_line(text: str, run: str) -> None:
    assert f'<bdi style="white-space:nowrap">{run}</bdi>' in set_runs(page(f"<p>{text}</p>", "en"))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("اتصلوا على +1 202 555 0143 اليوم", ["+1 202 555 0143"]),
        ("اتصلوا على (202) 555-0143 اليوم", ["(202) 555-0143"]),
        ("راسلوا press@morrow.example اليوم", ["press@morrow.example"]),
        ("في الملف towers-map.pdf على الموقع", ["towers-map.pdf"]),
        ("شركة Harbour & Sons للسفن", ["Harbour & Sons"]),
        ("وكالة (AFP) قالت", ["AFP"]),
        ("من PORT LERNE، اليوم", ["PORT LERNE"]),
        ("نحو 1 412 000 درجة", ["1 412 000"]),
        ("gull-rock.jpg, 3600 × 2400 بكسل", ["gull-rock.jpg", "3600 × 2400"]),
        ("من الساعة 9:00 إلى 18:30", []),
        ("بين 1968-1987 و45%", ["1968-1987"]),
        ("The Morrow Lights Foundation is invented.", ["The Morrow Lights Foundation is invented."]),
    ],
)
def test_latin_words_and_numbers_on_an_arabic_page_read_from_left_to_right(text: str, runs: list[str]) -> None:
    source = page(f"<p>{text}</p>", "ar")
    done = set_runs(source)
    assert [lxml_html.fromstring(f"<p>{run}</p>").text_content() for run in LEFT.findall(done)] == runs
    assert text_of(done) == text_of(source)


def test_a_space_before_another_way_stands_for_itself() -> None:
    """Else the page engine breaks such a line after its first word where only that space does not fit."""
    done = set_runs(page("<p>على موقع Morrow Lights أو <strong>هنا</strong></p>", "ar"))
    assert 'على موقع<bdi> </bdi><bdi dir="ltr">Morrow Lights</bdi> أو<bdi> </bdi><strong>هنا</strong>' in done


def test_text_is_measured_as_it_will_break() -> None:
    assert tied("la côte : 1 412 marches !", language("fr")) == "la côte\u00a0: 1\u00a0412 marches\u00a0!"
    assert tied("the coast : yes", language("en")) == "the coast : yes"


def test_years_from_and_to_are_not_turned_round() -> None:
    assert LEFT.findall(set_runs(page("<p>الخطة الوطنية 2026-2035 للماء</p>", "ar"))) == ["2026-2035"]


@pytest.mark.parametrize(("text", "run"), [("quay.jpg, 3200 × 2000 px", "3200 × 2000 px"), ("12 × 8 cm", "12 × 8 cm")])
def test_width_and_height_stay_together(text: str, run: str) -> None:
    assert TIED.findall(set_runs(page(f"<p>{text}</p>", "en"))) == [run]
