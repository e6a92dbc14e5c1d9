"""The window of `preview` in a real browser, which asks no other computer for anything."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from presskit.preview.desk import Desk
from presskit.preview.framing import compose_frame
from presskit.preview.serving import served
from presskit.preview.window import Window
from tests.support import browser

WAIT_MS = 90_000
FLAGS = ("--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")


@contextmanager
def launched() -> Iterator[Browser]:
    """Start the browser, and end it."""
    path = browser.chromium()
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=path, args=[*FLAGS])
        yield opened
        opened.close()


@contextmanager
def shown(chromium: Browser, desk: Desk, waits_for: str) -> Iterator[tuple[Page, Window]]:
    """Serve a desk while its kit is made, and show it; begin once the page holds what a selector names."""
    window = Window(desk, compose_frame())
    making = threading.Thread(target=desk.run)
    with served(window) as address:
        making.start()
        context = chromium.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
        page = context.new_page()
        page.set_default_timeout(WAIT_MS)
        page.goto(address)
        page.wait_for_selector(waits_for, state="attached")
        yield page, window
        context.close()
        desk.close()
        making.join()


def audit(page: Page) -> list[str]:
    """Return what axe finds wrong on a page as it stands."""
    page.add_script_tag(path=str(browser.AXE))
    found: dict[str, Any] = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(browser.RULES)}}})")
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found["violations"] for node in rule["nodes"]]
