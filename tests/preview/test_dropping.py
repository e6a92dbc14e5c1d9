"""From an empty start to a finished PDF by dropping files alone, in a real browser."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from presskit.making.orders import BuildOrder
from presskit.making.warm import Engine
from presskit.preview.desk import Desk
from presskit.preview.window import Window
from tests.support.windows import audit, shown
from tests.support.word_files import png, word
from tests.support.writing import PARAGRAPH

DROP = """files => {
  const given = new DataTransfer();
  for (const [name, data] of Object.entries(files)) {
    given.items.add(new File([Uint8Array.from(atob(data), sign => sign.charCodeAt(0))], name));
  }
  for (const kind of ["dragenter", "dragover", "drop"]) {
    document.querySelector("#start, #pages").dispatchEvent(
      new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: given }));
  }
}"""


FACTS = b"# In figures\n\n## Key figures\n\n| 9 | islands |\n|---|---|\n| 4 | boats |\n"
HARM = "<img src=x onerror=document.body.dataset.broken=1>"
QUESTIONS = f"""# Questions

**Who answers?**

The office {HARM}<script>document.body.dataset.broken = 1</script>, as soon as
[{HARM.replace("<", "&lt;")} the hour] comes.
"""


@dataclass
class Begun:
    """The window on no kit yet, and the folder in which one is made. told: what stood where once the kit was made."""

    page: Page
    window: Window
    home: Path
    told: Mapping[str, str] = field(default_factory=dict)

    def drop(self, files: dict[str, bytes]) -> None:
        self.page.evaluate(DROP, {name: base64.b64encode(data).decode() for name, data in files.items()})

    @property
    def kit(self) -> Path:
        return self.home / "press-kit"


@contextmanager
def opened(chromium: Browser, home: Path) -> Iterator[Begun]:
    """Open a window that begins a new kit."""
    with Engine() as engine:
        desk = Desk(BuildOrder((home,), use_cache=False), engine, home=home)
        with shown(chromium, desk, "#start:not([hidden])") as (page, window):
            yield Begun(page, window, home)
        window.close()


@pytest.fixture(scope="module")
def empty(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begun]:
    """Return a window on which nothing is dropped."""
    with opened(chromium, tmp_path_factory.mktemp("home")) as begun:
        yield begun


@pytest.fixture(scope="module")
def made(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begun]:
    """Return a window on which a release and a factsheet were dropped, with the kit that was made of them."""
    folder = tmp_path_factory.mktemp("dropped")
    paragraphs = (
        "The day boat sails again",
        f"PORT QUILLON, May 12, 2026 (QFC) – {PARAGRAPH}",
        "“The bread is warm,” said Nell Farrow, the harbour master.",
        "About the Quillon Ferry Company",
        "The Quillon Ferry Company (QFC) is a company of ferrymen founded in 1911.",
        "Contact: Ada Thorn, (202) 555-0143, ada@quillon.example",
    )
    release = word(folder / "a.docx", *paragraphs).read_bytes()
    with opened(chromium, tmp_path_factory.mktemp("home")) as begun:
        begun.drop({"Press Release.docx": release, "Fact Sheet.md": FACTS})
        begun.page.wait_for_selector("figure img[src]")
        begun.page.wait_for_selector("#taking button")
        told = {place: begun.page.inner_text(place) for place in ("#file", "#taking", "#file-list")}
        yield replace(begun, told=told)


@pytest.fixture
def begun(made: Begun) -> Begun:
    """Return the window with its kit, as wide as at the beginning."""
    made.page.set_viewport_size({"width": 1280, "height": 900})
    return made


def test_the_first_key_leads_to_the_files(empty: Begun) -> None:
    page = empty.page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.activeElement.blur()")
    names = []
    for _ in range(4):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.textContent.trim()"))
    assert "Choose files" in names
    with page.expect_file_chooser() as chooser:
        page.focus(".choose-files")  # which gives the browser the time to listen
        page.keyboard.press("Enter")
    assert chooser.value.is_multiple()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width_px", [1280, 400])
def test_everybody_can_begin(empty: Begun, scheme: str, width_px: int) -> None:
    empty.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    empty.page.set_viewport_size({"width": width_px, "height": 900})
    assert audit(empty.page) == []
    assert empty.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_dropped_files_become_a_finished_pdf(begun: Begun) -> None:
    assert begun.page.is_hidden("#start")
    assert "Press Release.docx" in begun.told["#file-list"]
    assert "2 files are in the kit" in begun.told["#taking"]
    assert "4 pages" in begun.told["#file"]
    [name, *_] = begun.told["#file"].split(" · ")
    assert "DRAFT" not in name
    assert (begun.kit / "out" / name).read_bytes().startswith(b"%PDF")


def test_a_kit_that_is_moved_away_is_told_and_no_second_one_is_begun(begun: Begun) -> None:
    page, moved = begun.page, begun.home / "moved"
    page.click("#tab-files")
    begun.kit.rename(moved)
    page.wait_for_function("document.querySelector('#kit-gone').innerText.includes('“press-kit” is not where it was')")
    assert page.is_visible("#kit-gone")
    assert audit(page) == []
    begun.drop({"late.md": FACTS})
    page.wait_for_function("document.querySelector('#taking').innerText.includes('the folder is not there any more')")
    assert [path.name for path in begun.home.iterdir()] == ["moved"]
    page.click("#taking button")
    moved.rename(begun.kit)
    page.wait_for_function("!document.querySelector('#kit-gone').innerText")
    page.wait_for_selector("#file-list li[data-place='Fact Sheet.md']")


def test_a_file_taken_for_another_thing_is_corrected_by_the_menu(begun: Begun) -> None:
    page = begun.page
    page.click("#tab-files")
    page.select_option("#file-list li[data-place='Fact Sheet.md'] select", label="timeline")
    page.wait_for_function("document.querySelector('#file-list').innerText.includes('timeline, you said so')")
    assert 'kind = "timeline"' in (begun.kit / "kit.toml").read_text()


def test_a_name_that_is_taken_is_asked_about(begun: Begun) -> None:
    page = begun.page
    begun.drop({"Fact Sheet.md": b"# In figures\n\n## Key figures\n\n| 10 | islands |\n|---|---|\n| 4 | boats |\n"})
    page.wait_for_selector("#asks[open]")
    assert audit(page) == []
    page.select_option("#asks select", label="Replace the one in the kit")
    page.click("#asks button[value=go]")
    page.wait_for_selector("#taking button")
    assert "set aside/" in page.inner_text("#taking")
    assert b"10" in (begun.kit / "Fact Sheet.md").read_bytes()
    [aside] = (begun.kit / "set aside").rglob("Fact Sheet.md")
    assert b"| 9 |" in aside.read_bytes()
    page.click("#taking button")


@pytest.mark.parametrize("width_px", [1280, 400])
def test_everybody_can_go_on(begun: Begun, width_px: int) -> None:
    begun.page.set_viewport_size({"width": width_px, "height": 900})
    assert audit(begun.page) == []
    assert begun.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_finding_is_marked_on_its_page_and_words_of_a_stranger_are_words(begun: Begun) -> None:
    page = begun.page
    page.click("#tab-found")
    page.set_viewport_size({"width": 1280, "height": 900})
    begun.drop({"Questions.md": QUESTIONS.encode()})
    page.wait_for_function("document.querySelector('#findings').innerText.includes('[<img src=x')")
    assert page.get_attribute("#head", "data-state") == "not ready"
    assert page.get_attribute("body", "data-broken") is None
    page.locator("#findings li", has_text="[<img src=x").locator(".message button").first.click()
    page.wait_for_function(
        """() => {
          const mark = document.querySelector(".mark i")?.getBoundingClientRect();
          const sheet = document.querySelector("figure:has(.mark) img")?.getBoundingClientRect();
          return mark && sheet && sheet.top < mark.top && mark.bottom < Math.min(sheet.bottom, innerHeight)
            && sheet.left < mark.left && mark.width < sheet.width / 2;
        }"""
    )


def test_a_file_leaves_and_is_not_lost(begun: Begun) -> None:
    page = begun.page
    page.set_viewport_size({"width": 1280, "height": 900})
    begun.drop({"quay.jpg": png().getvalue()})
    page.click("#tab-files")
    page.locator("#file-list li[data-place='photos/quay.jpg'] button").click()
    page.wait_for_function("document.querySelector('#taking').innerText.includes('set aside/')")
    assert not (begun.kit / "photos/quay.jpg").exists()
    assert [*(begun.kit / "set aside").rglob("quay.jpg")]


def test_the_last_page_says_how_to_go_on(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path) as begun:
        begun.page.click("#end")
        begun.page.wait_for_selector("#over:not([hidden])")
        assert begun.page.inner_text("#over").split("\n\n") == [
            "Everything is saved.",
            "Double click “Build my kit” to go on.",
        ]
