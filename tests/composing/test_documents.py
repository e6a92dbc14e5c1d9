"""What stands in a document's HTML, before it is laid out."""

from __future__ import annotations

import pickle
import re
from dataclasses import replace
from pathlib import Path

import pytest

from presskit.composing.documents import compose_document, kit_around, pull_place
from presskit.composing.frame import compose_closing, compose_cover
from presskit.composing.wording import desks
from presskit.model import Block, Brand, Contact, Kit, Photo, PhotoSheet, Quote, Release, Sheet

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


@pytest.mark.parametrize("is_above", [True, False])
def test_the_name_of_a_table_stands_with_it(is_above: bool) -> None:
    rows = "<table><tbody><tr><td>Larkin</td><td>9</td></tr></tbody></table>"
    named = [Block("paragraph", "Table 1: Boats", "Table 1: Boats"), Block("table", "Larkin\t9", rows)]
    body = (Block("paragraph", "Nine piers open.", "Nine piers open."), *(named if is_above else named[::-1]))
    release = Release(Path("pier.md"), "pier", "en", "Nine piers", body=body)
    html = compose_document(replace(KIT, documents=(release,)), release).html
    assert f'<p class="soft {"of-below" if is_above else "of-above"}">Table 1: Boats</p>' in html
    assert html.count('class="soft of-') == 1


@pytest.mark.parametrize("text", ["Tickets", "What the nine piers and all their boats cost a visitor"])
def test_a_text_may_end_with_a_heading(text: str) -> None:
    body = (Block("paragraph", "Nine piers open.", "Nine piers open."), Block("heading", text, text, level=2))
    release = Release(Path("pier.md"), "pier", "en", "Nine piers", body=body)
    assert f">{text}</h2>" in compose_document(replace(KIT, documents=(release,)), release).html


def test_a_name_that_is_no_text_is_printed_as_far_as_it_goes() -> None:
    photo = Photo(Path("photos/caf\udce9.jpg"), 600, 400)
    sheet = PhotoSheet("photos", "en", (photo,))
    html = compose_document(replace(KIT, documents=(sheet,)), sheet).html
    assert "caf?.jpg" in html
    assert html.encode("utf-8")


def test_a_sender_without_a_name_is_the_press_office_in_each_documents_language() -> None:
    kit = replace(KIT, brand=Brand(name="Press office"))
    for code, name in (("en", "Press office"), ("ar", "المكتب الصحفي"), ("de", "Pressestelle")):
        release = Release(Path("pier.md"), "pier", code, "Pier 9", body=(Block("paragraph", "x", "x"),))
        html = compose_document(replace(kit, documents=(release,)), release).html
        assert f"<p>{name}</p>" in html


def test_a_release_sends_its_readers_to_contacts_only_where_the_kit_has_some() -> None:
    [release] = releases(1)
    kit = replace(KIT, documents=(release,))
    assert "kit:contacts" not in compose_document(kit, release).html
    known = replace(kit, contacts=(Contact(name="Ada Thorn", phone="555 0143"),))
    assert "kit:contacts" in compose_document(known, release).html


def test_the_closing_page_has_no_heading_without_words_below_it() -> None:
    assert "Web and social" not in compose_closing(KIT).html
    social = replace(BRAND, social=("https://social.example/@quillon",))
    assert "Web and social" in compose_closing(replace(KIT, brand=social)).html


@pytest.mark.parametrize(
    ("code", "lines", "label", "shown"),
    [
        ("en", "PRESS RELEASE\nFOR IMMEDIATE RELEASE", "Press release", ["FOR IMMEDIATE RELEASE"]),
        ("de", "Presseinformation", "Presseinformation", []),
        ("fr", "COMMUNIQUÉ DE PRESSE\nPour diffusion immédiate", "Communiqué de presse", ["Pour diffusion immédiate"]),
        ("es", "NOTA DE PRENSA", "Nota de prensa", []),
        ("en", "NEWS RELEASE", "News release", []),
        ("en", "FOR IMMEDIATE RELEASE", "Press release", ["FOR IMMEDIATE RELEASE"]),
    ],
)
def test_what_a_release_says_that_it_is_is_its_label_and_said_once(
    code: str, lines: str, label: str, shown: list[str]
) -> None:
    body = (Block("paragraph", "x", "x"),)
    release = Release(Path("pier.md"), "pier", code, "Pier 9", body=body, status_text=lines)
    html = compose_document(replace(KIT, documents=(release,)), release).html
    assert re.findall(r'<p class="label">(.*?)</p>', html)[0].replace("\xa0", " ") == label
    assert re.findall(r'<p class="status"><span>(.*?)</span>', html) == shown


def releases(count: int) -> tuple[Release, ...]:
    text = "More stands in our factsheet."
    body = (Block("paragraph", text, text),)
    return tuple(
        Release(Path(f"{n:03d}.md"), f"release-{n:03d}", "en", f"Pier {n:03d}", body=body) for n in range(count)
    )


def test_what_a_worker_is_handed_for_a_document_does_not_grow_with_their_number() -> None:
    few, many = (replace(KIT, documents=releases(count)) for count in (5, 50))
    sizes = [len(pickle.dumps(kit_around(kit, kit.documents[0]))) for kit in (few, many)]
    assert sizes[0] == sizes[1]


def test_a_document_is_composed_as_with_its_whole_kit() -> None:
    factsheet = Sheet(Path("figures.md"), "figures", "en", "The ferry in figures")
    kit = replace(KIT, documents=(*releases(3), factsheet))
    for document in kit.documents:
        assert compose_document(kit_around(kit, document), document) == compose_document(kit, document)
    assert "kit:figures" in compose_document(kit_around(kit, kit.documents[0]), kit.documents[0]).html


@pytest.mark.parametrize(
    ("paragraphs", "place"),
    [
        (["One.", "Two.", "Three.", "“We sail,” said Ada."], 2),
        (["One.", "Two.", "“We sail,” said Ada.", "Four.", "Five."], 4),  # not right above or below what says it
        (["One.", "“We sail,” said Ada.", "Three.", "Four."], 3),
        (["One.", "Two.", "“We sail,” said Ada."], 2),  # there is no better place
        (["One.", "“We sail,” said Ada."], 2),
    ],
)
def test_a_pull_quote_stands_beside_no_paragraph_that_says_the_same(paragraphs: list[str], place: int) -> None:
    body = [Block("paragraph", text, text) for text in paragraphs]
    assert pull_place(body, Quote("We sail", "Ada")) == place


@pytest.mark.parametrize(
    ("name", "is_desk"),
    [
        ("Investor Relations", True),
        ("Relations investisseurs", True),
        ("Ticket office", True),
        ("Press Office", False),
        ("Investor and media relations", False),
        ("Ada Sales-Thorn", False),
        ("Ada Thorn", False),
    ],
)
def test_a_desk_that_is_not_for_the_press_is_told_from_people(name: str, is_desk: bool) -> None:
    assert desks.is_desk(Contact(name)) == is_desk


def test_the_words_press_kit_are_whole_on_the_cover() -> None:
    pages = (compose_cover(replace(KIT, language=code)).html for code in ("en", "de"))
    english, german = (float(re.findall(r'<p class="what" style="font-size:([\d.]+)pt', page)[0]) for page in pages)
    assert 15 < german <= english


def test_the_closing_page_of_a_kit_without_a_website_repeats_no_name_in_its_field() -> None:
    bare = compose_closing(replace(KIT, brand=replace(BRAND, web=None))).html
    assert '<div class="field">' not in bare
    assert '<div class="field">' in compose_closing(KIT).html


def test_a_mail_address_in_parts_runs_from_left_to_right_on_every_page() -> None:
    kit = replace(KIT, language="ar", contacts=(Contact("Ada Thorn", email="ada@quillon.example"),))
    html = compose_closing(kit).html
    assert re.search(r'<span class="parts" dir="ltr">(?:<span class="part">[^<]*</span>){3}</span>', html)
