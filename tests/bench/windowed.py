"""A kit in the window of `presskit preview`, as a browser meets it: until the picture of a page is there."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from playwright.sync_api import Browser, Page

from tests.bench.trees import Taken, memory_mib

PATIENCE_MS = 120_000
REST_S = 2.0  # in which it remembers what it shows
QUIET_S = 0.5  # in which the window tells of what was made, and looks at the kit anew
ADDRESS = re.compile(r"http://\S+")
THERE = """([page, before]) => {
  const picture = document.querySelector(`#page-${page} img`);
  return picture && picture.src && picture.src !== before && picture.complete && picture.naturalWidth > 0;
}"""


class Windowed:
    """`presskit preview KIT --no-open`, shown in a browser that is open already; use it in a `with` statement."""

    def __init__(self, kit: Path, browser: Browser) -> None:
        self._page: Page = browser.new_page(viewport={"width": 1280, "height": 900})
        self._page.set_default_timeout(PATIENCE_MS)
        begun = time.perf_counter()
        words = [sys.executable, "-m", "presskit", "preview", str(kit), "--no-open"]
        self._process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        self._page.goto(self._address())
        self._wait(1, "")
        self.opened = Taken(time.perf_counter() - begun)

    def __enter__(self) -> Windowed:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        time.sleep(REST_S)
        self._page.close()
        self._process.terminate()
        self._process.communicate()

    def after(self, save: Callable[[], object], page: int) -> Taken:
        """Save something while a page is looked at, and return what it took until its new picture was there."""
        self._page.evaluate("number => presskit.goTo(number)", page)
        self._wait(page, "")
        time.sleep(QUIET_S)
        before = self._page.evaluate("number => document.querySelector(`#page-${number} img`).src", page)
        begun = time.perf_counter()
        save()
        self._wait(page, before)
        return Taken(time.perf_counter() - begun, peak_mib=memory_mib(self._process.pid))

    def _wait(self, page: int, before: str) -> None:
        self._page.wait_for_function(THERE, arg=[page, before], polling="raf")

    def _address(self) -> str:
        assert self._process.stdout
        for line in self._process.stdout:
            if found := ADDRESS.search(line):
                return found[0]
        raise TimeoutError("the window named no address")
