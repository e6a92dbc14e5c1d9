"""The window in a real browser: a save is seen, the place stays, and what is saved is what a build writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from presskit.making import build
from presskit.making.orders import BuildOrder
from presskit.making.warm import Engine
from presskit.preview.desk import Desk
from tests.support.windows import audit, shown
from tests.support.writing import brand, release, write_kit

DAY = "releases/day.md"


@dataclass
class Seen:
    """A kit, the desk it lies on, and the browser's page."""

    kit: Path
    desk: Desk
    page: Page


@pytest.fixture(scope="module")
def seen(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """Return a window on a kit that lacks a contact, with its first pages on it."""
    folder = tmp_path_factory.mktemp("window")
    files = {
        "kit/kit.toml": 'title = "Nine piers"\nbrand = "../brand"\n',
        f"kit/{DAY}": release("The day boat", 1),
        "kit/releases/night.md": release("The night boat", 1),
        "brand/brand.toml": brand().partition("[[contacts]]")[0],
    }
    write_kit(folder, files)
    with Engine() as engine:
        desk = Desk(BuildOrder((folder / "kit",), use_cache=False), engine)
        with shown(chromium, desk, "figure img[src]") as (page, _):
            yield Seen(folder / "kit", desk, page)


def test_pages_and_verdict_are_shown(seen: Seen) -> None:
    page = seen.page
    assert page.inner_text("#title") == "Nine piers"
    assert page.inner_text("#verdict").startswith("Check before you send")
    assert page.locator("figure").count() == page.locator("nav li").count() == len(seen.desk.shown.sizes_pt) > 1
    assert "c-003" in page.inner_text("#findings")
    assert page.evaluate("document.querySelector('figure img').naturalWidth") == pytest.approx(900, abs=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width_px", [1280, 800, 480])
def test_everybody_can_use_it(seen: Seen, scheme: str, width_px: int) -> None:
    seen.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    seen.page.set_viewport_size({"width": width_px, "height": 900})
    assert audit(seen.page) == []
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    seen.page.set_viewport_size({"width": 1280, "height": 900})


def test_a_save_is_seen_and_the_place_stays(seen: Seen) -> None:
    page, file = seen.page, seen.kit / DAY
    page.evaluate("scrollTo({top: 700, behavior: 'instant'})")
    before = page.get_attribute("figure img", "src")
    file.write_text(file.read_text().replace("bread", "seeds"))
    page.wait_for_function("was => document.querySelector('figure img').getAttribute('src') !== was", arg=before)
    assert "day.md" in page.inner_text("#making")
    assert page.evaluate("scrollY") == 700


def test_small_pages_follow_the_large_ones(seen: Seen) -> None:
    page = seen.page
    page.set_viewport_size({"width": 1280, "height": 360})
    page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    last = "document.querySelector('nav li:last-child a')"
    page.wait_for_function(f"{last}.ariaCurrent === 'true' && {last}.getBoundingClientRect().top < innerHeight")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")


def test_how_far_a_kit_is_made_is_told_without_being_asked_for_more(seen: Seen) -> None:
    page, asked = seen.page.context.new_page(), []
    told = [{"number": 0, "isBegun": True, "making": f"Laying out {done}/40"} for done in range(1, 41)]
    news = "".join(f"data: {json.dumps(one)}\n\n" for one in told)
    state = {**page.request.get(f"{seen.page.url}state.json").json(), "number": 0}
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.route("**/state.json", lambda route: route.fulfill(json=state))
    page.route("**/events", lambda route: route.fulfill(body=news, content_type="text/event-stream"))
    page.goto(seen.page.url)
    page.wait_for_function("document.getElementById('making').textContent === 'Laying out 40/40'")
    page.wait_for_function("document.getElementById('file-list').children.length > 0")
    assert (asked.count("state.json"), asked.count("files.json")) == (1, 1)
    page.close()


def test_a_window_too_many_says_so(seen: Seen) -> None:
    page = seen.page.context.new_page()
    page.route("**/events", lambda route: route.fulfill(status=503, body="Too many windows are open on this kit.\n"))
    page.goto(seen.page.url)
    page.wait_for_selector("#over:not([hidden])")
    assert page.inner_text("#over").startswith("Too many windows are open on this kit.")
    page.close()


def test_a_mistake_keeps_the_last_good_pages(seen: Seen) -> None:
    page, settings = seen.page, seen.kit / "kit.toml"
    good = settings.read_text()
    pages = page.locator("figure").count()
    settings.write_text(good.replace("title =", "title"))
    page.wait_for_selector("#head[data-state='not ready']")
    assert page.locator("figure").count() == pages
    assert "kit.toml, line 1" in page.inner_text("#findings")
    settings.write_text(good)
    page.wait_for_selector("#head[data-state='check']")


@pytest.mark.parametrize(("what", "purpose", "ending"), [(".txt", "screen", ".txt"), ("email", "email", ".pdf")])
def test_what_is_saved_is_what_a_build_writes(seen: Seen, tmp_path: Path, what: str, purpose: Any, ending: str) -> None:
    page = seen.page
    row = page.locator(".outputs li", has=page.locator(f'button[data-what="{what}"]'))
    page.click("#tab-out")
    row.get_by_role("button", name="Save").click()
    row.locator(".state").wait_for()
    assert "Saved as" in row.inner_text()
    page.click("#tab-found")
    [saved] = [path for path in (seen.kit / "out").glob(f"*{ending}") if purpose == "screen" or purpose in path.name]
    _, cold = build.build(BuildOrder((seen.kit,), tmp_path / f"cold{ending}", purpose=purpose, use_cache=False))
    assert saved.read_bytes() == cold.read_bytes()


def test_words_of_a_stranger_are_words(seen: Seen) -> None:
    page = seen.page
    page.evaluate("void (window.alert = () => { document.body.dataset.broken = 'yes' })")
    name = "<img src=x onerror=alert(1)>.docx"
    (seen.kit / "releases" / name).write_bytes(b"no Word file")
    page.wait_for_selector("#head[data-state='not ready']")
    assert "<img src=x onerror=alert(1)>.docx" in page.inner_text("#findings")
    assert page.get_attribute("body", "data-broken") is None
    assert "Not read yet" in (page.locator("#file-list li", has_text=name).text_content() or "")
    (seen.kit / "releases" / name).unlink()
    page.wait_for_selector("#head[data-state='check']")


def test_the_button_ends_it(seen: Seen) -> None:
    seen.page.click("#end")
    seen.page.wait_for_selector("#over:not([hidden])")
    assert "Everything is saved." in seen.page.inner_text("#over")
    assert seen.desk.over.is_set()
