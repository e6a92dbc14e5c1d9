"""The kit as one web page: nothing remote, nothing lost, readable by everybody."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import html as lxml_html

from presskit.checking.words import check_file_words, page_text
from presskit.composing.web import page_pictures
from presskit.model import (
    Biography,
    Block,
    Brand,
    Contact,
    Correction,
    Dateline,
    Embargo,
    Fact,
    Kit,
    Photo,
    PhotoSheet,
    Section,
    Sheet,
)
from presskit.model import Release as ReleaseDocument
from tests.conftest import EXAMPLE
from tests.support import browser
from tests.support.kit_page import kit_page

Cli = Callable[..., SimpleNamespace]
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=")
LEDE = Block(
    "paragraph",
    "The ferry sails. See our factsheet.",
    'The ferry <em>sails</em>. See <a href="kit:factsheet">our factsheet</a>.',
)
RELEASE = ReleaseDocument(
    Path("ferry.md"),
    "ferry",
    "en",
    headline="Ferry sails </script><script>alert(1)</script>",
    dateline=Dateline("PORT HOLLOW, May 12, 2031 –", "Port Hollow", date(2031, 5, 12)),
    date=date(2031, 5, 12),
    body=(LEDE,),
    end_mark="###",
)
ARABIC = replace(
    RELEASE,
    slug="abbara",
    language="ar",
    headline="العبّارة تبحر",
    body=(Block("paragraph", "من الميناء", "من الميناء"),),
)
PHOTO = Photo(Path("quay.jpg"), 600, 400, "The quay", "Ada Thorn", "A quay", "Free to use")
KIT = Kit(
    "Spring",
    Brand("Quillon Ferry", brand="#12355b", disclosure="The company is invented.", web="quillon.example"),
    "en",
    Path(),
    (RELEASE, PhotoSheet("photos", "en", (PHOTO,))),
    contacts=(Contact("Ada Thorn", phone="(202) 555-0143", email="ada@quillon.example"),),
    date=date(2031, 5, 12),
)


def page_of(kit: Kit, beside: tuple[str, ...] = ()) -> Any:
    return lxml_html.document_fromstring(kit_page(kit, {PHOTO.path: PIXEL}, beside).decode())


@pytest.fixture(scope="module")
def page(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the web page of the example kit."""
    path = tmp_path_factory.mktemp("web") / "kit.html"
    done = cli("build", EXAMPLE, "-o", path)
    assert done.code == 0, done.out + done.err
    return path


@pytest.fixture(scope="module")
def elements(page: Path) -> Any:
    return lxml_html.document_fromstring(page.read_bytes().decode())


def addresses(elements: Any) -> Iterator[tuple[str, str]]:
    """Yield each address in a page with the name of what it does."""
    for element in elements.iter():
        for name in ("src", "href", "srcset", "poster", "action", "data"):
            if element.get(name):
                yield f"{element.tag} {name}", element.get(name)


def test_nothing_is_loaded_from_anywhere(page: Path, elements: Any) -> None:
    loaded = [address for what, address in addresses(elements) if what != "a href"]
    assert len(loaded) == 8  # logo, the cover's photo, two portraits, four photos
    assert all(address.startswith("data:image/") for address in loaded)
    style = elements.find(".//style").text
    assert re.findall(r"url\((?!data:font/woff2)", style) == []
    assert "@import" not in style
    assert elements.findall(".//link") == []
    policy = elements.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert policy.startswith("default-src 'none'; img-src data:; font-src data:; style-src 'sha256-")
    assert "unsafe" not in policy
    assert elements.xpath("//*[@style or @onclick]") == []


def test_links_lead_into_the_page_to_people_and_to_the_organisation(elements: Any) -> None:
    links = {address for what, address in addresses(elements) if what == "a href"}
    inside = {address[1:] for address in links if address.startswith("#")}
    ids = {element.get("id") for element in elements.iter() if element.get("id")}
    assert inside <= ids
    assert "factsheet" in inside
    outside = {address for address in links if not address.startswith("#")}
    assert {"tel:+1-555-555-0148", "mailto:press@highwirelibrary.example"} <= outside
    assert {address.split(":")[0] for address in outside} == {"tel", "mailto", "https"}


def test_the_release_comes_first_and_the_page_stays_small(page: Path, elements: Any) -> None:
    first = elements.find(".//main")[0]
    assert first.get("class") == "release"
    data = page.read_bytes()
    pictures = sum(len(address) for what, address in addresses(elements) if what == "img src")
    assert len(data) - pictures < 250_000  # words, style and typefaces
    assert len(data) < 1_000_000


def test_the_page_is_the_same_each_time(page: Path, cli: Cli, tmp_path: Path) -> None:
    assert cli("build", EXAMPLE, "-o", tmp_path / "kit.html").code == 0
    assert (tmp_path / "kit.html").read_bytes() == page.read_bytes()


@pytest.mark.parametrize("width_px", [360, 1200])
def test_axe_finds_nothing_and_nothing_sticks_out(page: Path, tmp_path: Path, width_px: int) -> None:
    seen = browser.audit(page.read_bytes(), tmp_path, width_px)
    assert seen.width_px == width_px
    assert seen.violations == []
    assert "color-contrast" in seen.passes
    assert seen.scroll_px <= width_px
    assert seen.wide == []


def test_axe_sees_a_planted_fault(page: Path, tmp_path: Path) -> None:
    planted = page.read_bytes().replace(b"<main ", b'<p style="color:#ccc">pale</p><img src="data:,"><main ', 1)
    seen = browser.audit(planted, tmp_path, 360)
    assert {line.split(":")[0] for line in seen.violations} >= {"color-contrast", "image-alt"}


WIDE = (
    "<table><tr><th>Day</th>"
    + "<th>Harbourmaster</th>" * 7
    + "</tr><tr><td>Thu 11 June</td>"
    + "<td>x</td>" * 7
    + "</tr></table>"
)


def sheet_of(*sections: Section) -> Sheet:
    return Sheet(Path("facts.md"), "facts", "en", "In numbers", sections=sections)


def test_on_a_telephone_a_wide_table_shows_that_it_goes_on(tmp_path: Path) -> None:
    """It reaches the screen's edge, can be moved, and a shadow lies there until its end is seen."""
    table = Section("text", "Boats", blocks=(Block("table", "", WIDE),))
    facts = Section("facts", "Dates", facts=tuple(Fact(year, "x", "Rope <em>comes</em>") for year in ("1950", "2031")))
    html = kit_page(replace(KIT, documents=(sheet_of(table, facts),)), {}).decode()
    script = """<script>document.fonts.ready.then(() => {
      const box = document.querySelector(".table"), edge = box.getBoundingClientRect().right;
      const [dt, dd] = ["dt", "dd"].map(name => document.querySelector(name).getBoundingClientRect());
      parent.document.body.textContent = JSON.stringify([innerWidth - edge, box.scrollWidth > box.clientWidth,
        getComputedStyle(box).backgroundAttachment, dt.width / (dt.width + dd.width)]) })</script>"""
    inner = html.replace("http-equiv", "data-removed").replace("</body>", f"{script}</body>")
    file = tmp_path / "frame.html"
    frame = f'<iframe style="width:360px;height:900px;border:0" srcdoc="{escape(inner)}"></iframe>'
    file.write_text(f"<!doctype html><meta charset=utf-8><body>{frame}", encoding="utf-8")
    out, _ = browser.run(file, "--virtual-time-budget=10000", "--dump-dom")
    below, scrolls, shadows, share = json.loads(lxml_html.document_fromstring(out).body.text_content())
    assert (round(below), scrolls) == (0, True)
    assert shadows == "local, local, scroll, scroll"
    assert share < 0.3  # of a row of facts; years need no more


def test_lines_are_broken_as_on_paper() -> None:
    lede = Block("paragraph", "", "Qui paie\u202f? Il dit : « oui ».")
    french = replace(RELEASE, language="fr", headline="Le bac part", dateline=None, body=(lede,))
    page = page_of(replace(KIT, documents=(french,)))
    whole = [one.text for one in page.find_class("whole")]
    assert [*dict.fromkeys(whole)] == ["May 12,", "12 mai", "paie\u202f?", "dit :", "« oui ».", "ada@quillon.example"]


def test_a_passage_of_another_direction_says_so() -> None:
    sentence = "Il emploie <em>7 400</em> agents dans douze régions."
    body = (Block("paragraph", "", "من الميناء"), Block("paragraph", "", sentence))
    page = page_of(replace(KIT, language="fr", documents=(replace(ARABIC, body=body),)))
    arabic, french, _ = page.get_element_by_id("abbara").findall(".//div[@class='text']/p")
    assert (arabic.get("dir"), arabic.get("lang")) == (None, None)
    assert (french.get("dir"), french.get("lang")) == ("ltr", "fr")  # the one of the kit's that runs so
    assert french.text_content() == "Il emploie 7 400 agents dans douze régions."


def test_the_head_shows_the_covers_picture_and_the_logo_made_for_its_colour() -> None:
    brand = replace(KIT.brand, logo=Path("logo.svg"), logo_reversed=Path("white.svg"))
    kit = replace(KIT, brand=brand)
    pictures = dict.fromkeys(page_pictures(kit), PIXEL)
    assert set(pictures) == {Path("white.svg"), PHOTO.path}
    head = lxml_html.document_fromstring(kit_page(kit, pictures).decode()).find(".//header")
    assert [(image.get("class"), image.get("alt")) for image in head.iter("img")] == [(None, ""), ("hero", "A quay")]
    assert head.find_class("plate") == []


@pytest.mark.parametrize(("fill", "is_plated"), [("#ffffff", False), ("#12355b", True)])
def test_a_logo_that_would_be_lost_on_the_colour_has_a_plate(tmp_path: Path, fill: str, is_plated: bool) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="{fill}" d="M0 0h9v9z"/></svg>'
    )
    kit = replace(KIT, brand=replace(KIT.brand, logo=logo))
    page = lxml_html.document_fromstring(kit_page(kit, {logo: PIXEL}).decode())
    assert bool(page.find_class("plate")) == is_plated


def test_buttons_copy_where_the_browser_lets_them(page: Path, elements: Any) -> None:
    assert all(button.get("hidden") is not None for button in elements.iter("button"))
    alive, console = browser.dom(page)
    assert console == ""  # the policy refuses nothing of the page's own
    buttons = list(alive.iter("button"))
    texts = json.loads(alive.get_element_by_id("texts").text)
    assert len(buttons) == 7
    assert all(button.get("hidden") is None for button in buttons)
    assert {button.get("data-copy") for button in buttons} == set(texts)
    assert next(iter(texts.values())).startswith("For immediate release\n\nA library on a wire")


def test_the_policy_refuses_what_is_planted(page: Path, tmp_path: Path) -> None:
    planted = tmp_path / "kit.html"
    script = b"<script>document.body.dataset.planted = 1</script>"
    planted.write_bytes(page.read_bytes().replace(b"</body>", script + b"</body>"))
    alive, console = browser.dom(planted)
    assert alive.body.get("data-planted") is None
    assert "Content Security Policy" in console


def test_without_a_clipboard_no_button_is_shown(page: Path, tmp_path: Path) -> None:
    """A page that is not secure, such as one from http, may not copy."""
    bare = tmp_path / "kit.html"
    hide = b"<script>Object.defineProperty(window, 'isSecureContext', {value: false})</script>"
    text = page.read_bytes().replace(b"http-equiv", b"data-removed").replace(b"<style>", hide + b"<style>", 1)
    bare.write_bytes(text)
    alive, _ = browser.dom(bare)
    assert all(button.get("hidden") is not None for button in alive.iter("button"))


def articles(page: Any) -> list[dict[str, Any]]:
    return [json.loads(script.text) for script in page.iterfind(".//script[@type='application/ld+json']")]


def test_machines_read_a_news_article() -> None:
    page = page_of(KIT)
    [article] = articles(page)
    assert (article["@type"], article["dateline"]) == ("NewsArticle", "PORT HOLLOW, May 12, 2031 –")
    assert (article["datePublished"], article["inLanguage"]) == ("2031-05-12", "en")
    assert article["publisher"]["url"] == "https://quillon.example"


def test_no_text_closes_the_element_around_it() -> None:
    page = page_of(KIT)
    assert articles(page)[0]["headline"] == RELEASE.headline
    assert page.find(".//h2").text_content() == RELEASE.headline
    assert [script for script in page.iter("script") if "alert" in (script.text or "") and not script.get("type")] == []


def test_each_document_says_its_language_and_direction() -> None:
    page = page_of(replace(KIT, documents=(RELEASE, ARABIC)))
    assert [(one.get("lang"), one.get("dir")) for one in page.iter("article")] == [("en", "ltr"), ("ar", "rtl")]
    assert (page.get("lang"), page.get("dir")) == ("en", "ltr")
    assert "Pk-Arabic; font-weight: 400" in page.find(".//style").text
    assert "Pk-Arabic; font-weight" not in page_of(KIT).find(".//style").text


def test_only_what_lies_beside_the_page_is_linked() -> None:
    def files(page: Any) -> list[str]:
        return [link.get("href") for link in page.iter("a") if link.get("class") == "file"]

    assert files(page_of(KIT)) == []
    beside = ("kit.pdf", "texts/ferry.txt", "photos/full/quay.jpg", "index.html", "logos/other.svg")
    assert files(page_of(KIT, beside)) == ["kit.pdf", "texts/ferry.txt", "photos/full/quay.jpg"]


def test_embargo_correction_and_withdrawal_are_seen() -> None:
    embargo = Embargo(datetime(2031, 5, 12, 13, tzinfo=UTC), "Etc/UTC")
    correction = Correction("withdrawn", 2, "The hour was wrong.", date(2031, 5, 13))
    gone = replace(ARABIC, language="en", status="withdrawn", correction=correction)
    page = page_of(replace(KIT, documents=(replace(RELEASE, embargo=embargo), gone), embargo=embargo))
    lines = [line.text_content() for line in page.find_class("embargo")]
    assert lines == ["Embargoed until May 12, 2031, 1:00 p.m. (Etc/UTC)"] * 2  # the kit's and the release's own
    words = page.get_element_by_id("abbara").text_content()
    assert "Withdrawn" in words
    assert "The hour was wrong." in words
    assert "من الميناء" not in words
    assert articles(page)[0]["datePublished"] == "2031-05-12T13:00:00+00:00"
    assert page.find(".//meta[@name='robots']").get("content") == "noindex"


def test_a_draft_says_so() -> None:  # also to a screen reader: inside the header
    assert "Draft – Not ready to send" in page_text(kit_page(replace(KIT, draft=True), {}))


def test_a_document_alone_has_its_own_title_first() -> None:
    page = page_of(replace(KIT, alone=True, documents=(RELEASE,)))
    assert [title.text_content() for title in page.iter("h1")] == [RELEASE.headline]
    assert page.find(".//nav") is None


def test_a_missing_picture_leaves_its_caption() -> None:
    person = Biography(Path("ada.md"), "ada", "en", "Ada Thorn", portrait=PHOTO)
    text = page_text(kit_page(replace(KIT, documents=(person, *KIT.documents)), {}))
    assert "The quay" in text


def test_every_release_says_the_same_words() -> None:
    kit = replace(KIT, documents=(replace(RELEASE, headline="Ferry sails"),))
    assert list(check_file_words(kit, "kit.html", kit_page(kit, {}))) == []
    changed = replace(kit, documents=(replace(kit.releases[0], end_mark="- 30 -"),))
    assert [item.code for item in check_file_words(changed, "kit.html", kit_page(kit, {}))] == ["c-033"]


def test_footnotes_of_two_documents_lead_each_to_their_own() -> None:
    noted = replace(
        RELEASE,
        body=(Block("paragraph", "The tide¹ rises.", "The tide¹ rises."),),
        notes=(Block("list", "By 3 metres.", "<ol><li>By 3 metres.</li></ol>"),),
    )
    page = page_of(replace(KIT, documents=(noted, replace(noted, slug="tide"))))
    names = [element.get("id") for element in page.iter() if element.get("id")]
    ways = [
        link.get("href")[1:] for link in page.iter("a") if "-note-" in link.get("href") or "-call-" in link.get("href")
    ]
    assert len(names) == len(set(names))
    assert sorted(ways) == ["ferry-call-1", "ferry-note-1", "tide-call-1", "tide-note-1"]
    assert set(ways) <= set(names)
