"""Chromium for tests: a page as it is drawn, what its script did, and what axe says. No connection is opened."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from tests.support.needs import lacks

AXE = Path(__file__).parent.parent / "axe" / "node_modules" / "axe-core" / "axe.min.js"
FETCH = "npm --prefix tests/axe ci"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless=new",
    "--no-sandbox",  # root has none to drop to
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no name leads anywhere
    "--hide-scrollbars",
    "--enable-logging=stderr",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOK = """
axe.run(document, {runOnly: RULES}).then(found => {
  const at = found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html.slice(0, 200)));
  const passes = found.passes.map(rule => rule.id);
  const wide = [...document.querySelectorAll("main *")].filter(each => !each.closest(".table, .unseen") &&
    each.getBoundingClientRect().right > innerWidth + 1).map(each => each.outerHTML.slice(0, 120));
  parent.document.body.textContent = JSON.stringify(
    {violations: at, passes, width: innerWidth, scroll: document.documentElement.scrollWidth, wide});
});
"""


@dataclass(frozen=True)
class Audit:
    """What axe and a ruler say of a page. passes: rules that hold. scroll_px: how wide its content is."""

    violations: list[str]
    passes: list[str]
    width_px: int
    scroll_px: int
    wide: list[str]


def chromium() -> str:
    """Return the browser; without it the test is passed over, or fails where CI=true."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        lacks("Chromium is not installed")
    return found


def run(page: Path, *arguments: str) -> tuple[str, str]:
    """Open a page; return what Chromium prints, and what the page's console says."""
    profile = page.parent / "profile"
    command = [chromium(), *FLAGS, f"--user-data-dir={profile}", *arguments, page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout, "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)


def dom(page: Path) -> tuple[Any, str]:
    """Return a page's elements after its script has run, and what its console says."""
    out, console = run(page, "--dump-dom")
    return lxml_html.document_fromstring(out), console


def audit(page: bytes, folder: Path, width_px: int) -> Audit:
    """Look at a page in a window of a width; a frame, because Chromium makes no window as narrow as a telephone."""
    if not AXE.is_file():
        lacks(f"axe is not there; run: {FETCH}")
    look = (
        f"<script>{AXE.read_text(encoding='utf-8')}</script><script>{LOOK.replace('RULES', json.dumps(RULES))}</script>"
    )
    inner = page.decode("utf-8").replace("http-equiv", "data-removed").replace("</body>", f"{look}</body>")
    frame = f'<iframe style="width:{width_px}px;height:2000px;border:0" srcdoc="{html.escape(inner)}"></iframe>'
    file = folder / f"audit-{width_px}.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><title>x</title><body>{frame}", encoding="utf-8")
    out, _ = run(file, "--window-size=1400,2000", "--virtual-time-budget=30000", "--dump-dom")
    facts = json.loads(lxml_html.document_fromstring(out).body.text_content())
    return Audit(facts["violations"], facts["passes"], facts["width"], facts["scroll"], facts["wide"])


def draw(page: Path, to: Path, width_px: int, height_px: int) -> None:
    """Draw the top of a page in a window of a width."""
    frame = page.with_name(f"frame-{width_px}.html")
    style = f"width:{width_px}px;height:{height_px}px;border:0"
    frame.write_text(f'<!doctype html><body style="margin:0"><iframe style="{style}" src="{page.name}"></iframe>')
    run(frame, f"--window-size={max(width_px, 500)},{height_px}", f"--screenshot={to}")
