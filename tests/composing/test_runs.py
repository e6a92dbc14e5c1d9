"""What a line never parts, and what reads the other way, is set apart; not a character is changed."""

from __future__ import annotations

import re

import pytest
from lxml import html as lxml_html

from presskit.composing.languages import language
from presskit.composing.wording.runs import set_runs
from presskit.composing.wording.ties import parted_at_hyphens, tied

TIED = re.compile(r'<bdi style="white-space:nowrap">(.*?)</bdi>')


def page(body: str, code: str = "fr") -> str:
    direction = language(code).direction
    head = f'<html lang="{code}" dir="{direction}"><head><title>a : b</title></head>'
    return f"<!doctype html>\n{head}<body>{body}</body></html>"


def from_left(html: str) -> list[str]:
    """Return what runs from left to right in a page that does not."""
    return [run.text_content() for run in lxml_html.document_fromstring(html).iterfind('.//bdi[@dir="ltr"]')]


def text_of(html: str) -> str:
    return str(lxml_html.document_fromstring(html).text_content())


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
@pytest.mark.parametrize("mark", [";", ":", "?", "!", "»"])
def test_a_french_mark_stays_with_its_word(space: str, mark: str) -> None:
    source = page(f"<p>Voici un mot{space}{mark} puis un embarcadère.</p>")
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
        ("3,4 millions d’euros", ["3,4 millions"]),
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
    assert f'<bdi style="white-space:nowrap">{run}</bdi>' in set_runs(page(f"<h3>{text}</h3>", "en"))


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
    assert from_left(done) == runs
    assert text_of(done) == text_of(source)


def test_a_space_before_another_way_stands_for_itself() -> None:
    """Else the page engine breaks such a line after its first word where only that space does not fit."""
    done = set_runs(page("<p>على موقع Morrow Lights أو <strong>هنا</strong></p>", "ar"))
    assert 'على موقع<bdi> </bdi><bdi dir="ltr">Morrow Lights</bdi> أو<bdi> </bdi><strong>هنا</strong>' in done


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("see https://a-b.example/press-kit/map, or", ["https://a-b.example/press-kit/map,"]),
        ("at press-office@quay.example.", ["press-office@quay.example."]),
        ("at tide-wick.example", ["tide-wick.example"]),
        ("the file pier-map.pdf", ["pier-map.pdf"]),
        ("a well-known co-op. Yes", ["well-", "known", "co-", "op."]),
        (f"www.quay.example/{'a-b-' * 12}c", ["www.quay.example/a-", *["b-", "a-"] * 11, "b-", "c"]),
    ],
)
def test_no_line_ends_with_the_hyphen_of_an_address(text: str, pieces: list[str]) -> None:
    """But one that fits no line parts somewhere, and at its hyphens best."""
    done = set_runs(page(f"<p>{text}</p>", "en"))
    assert text_of(done) == text_of(page(f"<p>{text}</p>", "en"))
    parted = [piece for word in text.split() if re.search("-", word) for piece in parted_at_hyphens(word)]
    assert parted == pieces
    held = "".join(TIED.findall(done)).count("-")
    assert held == text.count("-") - (len(pieces) - len([word for word in text.split() if "-" in word]))


def test_a_run_beside_an_address_is_one_with_it() -> None:
    assert TIED.findall(set_runs(page("<p>Voir quai.example/plan-1 :</p>"))) == ["quai.example/plan-1 :"]


def test_text_is_measured_as_it_will_break() -> None:
    assert tied("la côte : 1 412 marches !", language("fr")) == "la côte\u00a0: 1\u00a0412 marches\u00a0!"
    assert tied("the coast : yes", language("en")) == "the coast : yes"


def test_years_from_and_to_are_not_turned_round() -> None:
    assert from_left(set_runs(page("<p>الخطة الوطنية 2026-2035 للماء</p>", "ar"))) == ["2026-2035"]


@pytest.mark.parametrize(("text", "run"), [("quay.jpg, 3200 × 2000 px", "3200 × 2000 px"), ("12 × 8 cm", "12 × 8 cm")])
def test_width_and_height_stay_together(text: str, run: str) -> None:
    assert TIED.findall(set_runs(page(f"<p>{text}</p>", "en"))) == [run]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("The boats sail every day of the year, in all weathers but fog, to sea.", ["to sea."]),
        ("The boats sail every day of the year, <em>as far</em> as the sea.", ["the sea."]),
        ("The boats sail every day of the year, to Larkinsmouth.", []),  # long enough to stand by itself
        ("The boats sail every day of the year, Featherstone-Haugh said.", []),  # wider than a narrow column
        ("They go to sea.", []),  # on one line everywhere
        ("completed, after three years, in 2026.", ["in 2026."]),
        ('<a href="#">completed, after three years, in 2026.</a>', ["in 2026."]),
        ("completed, after three years, <em>in May and June.</em>", ["and June."]),
        ("open on all days of the year until 9 p.m.", ["until 9 p.m."]),
        ("completed, after three years, on April 17, 2026.", ["April 17, 2026."]),
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "<p>{}</p>",
        '<p class="caption">{}</p>',
        "<ul><li>{}</li></ul>",
        "<h1>{}</h1>",
        '<table class="pairs"><tr><td>{}</td></tr></table>',
    ],
)
def test_no_short_word_stands_alone_on_a_last_line(frame: str, text: str, runs: list[str]) -> None:
    assert TIED.findall(set_runs(page(frame.format(text), "en"))) == runs


def test_the_last_words_of_a_cover_and_of_other_cells_are_free() -> None:
    text = "The boats sail every day of the year to sea."
    assert TIED.findall(set_runs(page(f"<table><tr><td>{text}</td></tr></table>", "en"))) == []
    assert TIED.findall(set_runs(page(f"<h1>{text}</h1>", "en").replace("<body", '<body class="cover"'))) == []
    assert TIED.findall(set_runs(page(f"<h1>{text}</h1>", "en"), {"class": "whole"}, {})) == []


@pytest.mark.parametrize(
    ("code", "text", "run"),
    [
        ("en", "open from May 12 on", "May 12"),
        ("en-GB", "open from 12 May on", "12 May"),
        ("en", "the week of 3 May, 2026", "3 May,"),
        ("fr", "dès le 1er septembre prochain", "1er septembre"),
        ("de", "vom 7. Oktober an", "7. Oktober"),
        ("es", "desde el 4 de mayo próximo", "4 de mayo"),
    ],
)
def test_a_day_stays_with_its_month(code: str, text: str, run: str) -> None:
    assert TIED.findall(set_runs(page(f"<h3>{text}</h3>", code))) == [run]
    assert run.replace(" ", "\u00a0") in tied(text, language(code))


def test_hours_from_and_to_stay_on_one_line() -> None:
    assert TIED.findall(set_runs(page("<h3>daily, 8:00–18:30, or by appointment</h3>", "en"))) == ["8:00–18:30"]


def test_the_address_of_a_house_is_parted_behind_its_commas() -> None:
    """But a part that is wider than a narrow column is parted as all words are."""
    address = "The Ferry House, 7 Quay Street, Old Harbour of the Nine Islands, Port Lerne, CA 95054"
    runs = ["The Ferry House,", "7 Quay Street,", "Port Lerne, CA 95054"]
    assert TIED.findall(set_runs(page(f'<p class="address">{address}</p>', "en"))) == runs


def test_no_line_ends_with_the_hyphen_of_an_address_on_a_page_that_reads_the_other_way() -> None:
    done = set_runs(page("<p>على الموقع https://www.quay-ferry.example/a-b أو بالبريد</p>", "ar"))
    assert TIED.findall(done) == ["ay-fe", "a-b"]


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_mail_address_in_running_text_is_broken_nowhere(code: str) -> None:
    whole = re.compile(r"<bdi[^>]*nowrap[^>]*>(.*?)</bdi>")
    words = (
        "راسلونا على presse@eau-energie.example اليوم" if code == "ar" else "Write to presse@eau-energie.example today"
    )
    assert whole.findall(set_runs(page(f"<p>{words}</p>", code))) == ["presse@eau-energie.example"]
    linked = f'<p>{words.split(maxsplit=1)[0]} <a href="mailto:x">presse@eau-energie.example</a></p>'
    assert whole.findall(set_runs(page(linked, code))) == ["presse@eau-energie.example"]
    in_a_cell = set_runs(page(f"<table><tr><td>{words}</td></tr></table>", code))
    assert "presse@eau-energie.example" not in whole.findall(in_a_cell)


def test_a_post_code_stays_with_its_place() -> None:
    assert TIED.findall(set_runs(page("<p>Avenue des Quais, 10020 Asfar</p>"))) == ["10020 Asfar"]


def test_an_address_longer_than_a_telephone_is_wide_is_broken() -> None:
    mail = "cornelia.featherstone-haugh@quillon-ferry-company.example"
    assert TIED.findall(set_runs(page(f"<p>{mail}</p>", "en"))) == []


@pytest.mark.parametrize(
    ("html", "pieces"),
    [
        ('<p class="soft">ada-thorn-quay.jpg</p>', ["-thorn", "-quay.jpg"]),
        ('<p class="web"><a href="#">www.old-quay.example</a></p>', ["-quay.example"]),
        ("<p>www.old-quay.example</p>", []),  # in running text
        ("<table><tr><td>www.old-quay.example</td></tr></table>", []),
        ('<p class="soft">a well-known man</p>', []),
    ],
)
def test_an_address_begins_a_line_with_its_hyphen_where_columns_are_narrow(html: str, pieces: list[str]) -> None:
    source = page(html, "en")
    done = set_runs(source)
    assert re.findall(r'<bdi style="display:inline-block">(.*?)</bdi>', done) == pieces
    assert "display:inline-block" not in set_runs(source, {"class": "whole"}, {})
    assert text_of(done) == text_of(source)


def test_a_post_code_keeps_its_town_where_the_page_reads_the_other_way() -> None:
    done = set_runs(page("<p>العنوان: 7 Quai du Port, 10020 Asfar</p>", "ar"))
    assert '<bdi style="white-space:nowrap">10020 Asfar</bdi>' in done
