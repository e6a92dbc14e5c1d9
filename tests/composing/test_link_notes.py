from __future__ import annotations

import re

import pytest

from presskit.composing.wording.link_notes import with_addresses

PAGE = "<!doctype html><html lang=en><head><title>T</title><style>a > b {{ c: d }}</style></head><body>{}</body></html>"


def notes(body: str) -> list[str]:
    return re.findall(r'<span class="link-address"[^>]*>([^<]+)</span>', with_addresses(PAGE.format(body)))


def test_an_address_stands_behind_its_link_and_once() -> None:
    link = '<a href="https://quay.example/a/">the quay</a>'
    html = with_addresses(PAGE.format(f"<p>At {link}, and {link} again.</p>"))
    assert notes(f"<p>At {link}, and {link} again.</p>") == ["quay.example/a"]
    note = '<span class="link-address" data-number="1" data-tag="Note" dir="ltr">quay.example/a</span>'
    assert f"{link}{note}, and {link} again." in html
    assert "a > b { c: d }" in html


@pytest.mark.parametrize(
    "link",
    [
        '<a href="https://quay.example">quay.example</a>',
        '<a href="https://quay.example/">https://quay.example/</a>',
        '<a href="https://quay.example/a">see Quay.example/a</a>',
        '<a href="mailto:ada@quay.example?subject=x">ada@quay.example</a>',
        '<a href="tel:+12025550143">(202) 555-0143</a>',
        '<a href="kit:factsheet">our factsheet</a>',
        '<a href="#more">below</a>',
    ],
)
def test_words_that_say_the_address_and_places_in_the_kit_get_no_note(link: str) -> None:
    page = PAGE.format(f"<p>{link}</p>")
    assert with_addresses(page) == page


def test_notes_are_numbered_through_a_document() -> None:
    links = "".join(f'<p><a href="https://quay.example/{n}">one</a></p>' for n in "abc")
    html = with_addresses(PAGE.format(links + '<p><a href="mailto:ada@quay.example">write</a></p>'))
    assert re.findall(r'data-number="(\d)"', html) == ["1", "2", "3", "4"]
    assert "ada@quay.example</span>" in html
