"""What stands in a document's HTML, before it is laid out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from presskit.composing.documents import compose_document
from presskit.composing.frame import compose_closing, compose_cover
from presskit.model import Brand, Kit, Photo, PhotoSheet

BRAND = Brand(name="Quillon Ferry", web="https://quillon.example")
KIT = Kit(title="Nine piers", brand=BRAND, language="en", folder=Path("kit"), documents=())
LONG_NAME = "The Larkin Archipelago Ferry, Freight and Weather-Observation Company of Port Quillon"


@pytest.mark.parametrize(
    ("name", "event", "lowered_pt"),
    [
        ("Quillon Ferry", None, "0.0"),
        (LONG_NAME, None, "22.5"),
        ("Quillon Ferry", "Opening of all nine piers " * 8, "15.0"),
    ],
)
def test_the_covers_title_makes_room_for_a_long_name_or_occasion(name: str, event: str | None, lowered_pt: str) -> None:
    html = compose_cover(replace(KIT, brand=replace(BRAND, name=name), event=event)).html
    assert f"padding-top:{lowered_pt}pt" in html


def test_a_name_that_is_no_text_is_printed_as_far_as_it_goes() -> None:
    photo = Photo(Path("photos/caf\udce9.jpg"), 600, 400)
    sheet = PhotoSheet("photos", "en", (photo,))
    html = compose_document(replace(KIT, documents=(sheet,)), sheet).html
    assert "caf?.jpg" in html
    assert html.encode("utf-8")


def test_the_closing_page_has_no_heading_without_words_below_it() -> None:
    assert "Web and social" not in compose_closing(KIT).html
    social = replace(BRAND, social=("https://social.example/@quillon",))
    assert "Web and social" in compose_closing(replace(KIT, brand=social)).html
