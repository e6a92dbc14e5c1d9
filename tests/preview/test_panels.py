"""The panels in a real browser: a caption is corrected and printed, a finding accepted, a view looked at."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from presskit.making.orders import BuildOrder
from presskit.making.warm import Engine
from presskit.preview.desk import Desk
from presskit.writing.archive import photos_of
from tests.support.windows import audit, shown
from tests.support.writing import brand, photo, release, write_kit

CAPTION = "The quay of Saltmarsh at noon."
SHOWN_AGAIN = """async () => {
  const detail = await (await fetch("state.json")).json();
  const drawn = new Promise(done => document.addEventListener("things", () => setTimeout(done), { once: true }));
  document.dispatchEvent(new CustomEvent("shown", { detail }));
  await drawn;
}"""
OVERTAKEN = """() => {
  const fetched = window.fetch, drawn = new Promise(done => document.addEventListener("things", done, { once: true }));
  window.overtaken = new Promise(over => {
    window.fetch = async (path, ...more) => {
      const answer = await fetched(path, ...more);
      if (path !== "things.json") return answer;
      window.fetch = fetched;
      await drawn;
      return { ok: true, json: async () => { setTimeout(over); return answer.json(); } };
    };
  });
}"""
HELD_LINE = """window.EventSource = class extends EventTarget {
  static CLOSED = 2;
  constructor() { super(); window.line = this; this.readyState = 1; }
  close() {}
};"""
REFUSED = {"state": "refused", "problems": ["kit.toml cannot be written."]}
TABS = ("found", "kit", "texts", "photos", "brand", "out")


@dataclass
class Seen:
    """A kit, the desk it lies on, and the browser's page."""

    kit: Path
    desk: Desk
    page: Page

    def open(self, tab: str) -> None:
        self.page.click(f"#tab-{tab}")

    def made(self, number: int) -> None:
        """Wait until the pages of this state are shown."""
        self.page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
        src = "document.querySelector('figure img')?.src || ''"
        self.page.wait_for_function(f"number => ({src}).includes(`/page/${{number}}/`)", arg=number)


def words_of(desk: Desk) -> str:
    """Return the words of the PDF that is shown."""
    words = " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(desk.shown.pdf)).pages)
    return " ".join(words.split())


@pytest.fixture(scope="module")
def seen(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """Return a window on a kit with a photo that nobody described, a list, and no contact."""
    folder = tmp_path_factory.mktemp("panels")
    files = {
        "kit/kit.toml": '# Ours\ntitle = "Nine piers"\nbrand = "../brand"\n',
        "kit/releases/day.md": release("The day boat", 1),
        "kit/journalists.csv": "name,email\nNell Farrow,nell@post.example\n",
        "brand/brand.toml": brand().partition("[[contacts]]")[0],
    }
    write_kit(folder, files)
    photo(folder / "kit/photos/quay.jpg")
    with Engine() as engine:
        desk = Desk(BuildOrder((folder / "kit",)), engine)
        with shown(chromium, desk, "#photos .thing") as (page, _):
            yield Seen(folder / "kit", desk, page)


def test_a_kit_that_cannot_be_read_says_so_in_every_panel(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "kit.toml").write_text('title = "Nine piers"\n')
    with Engine() as engine:
        desk = Desk(BuildOrder((tmp_path,)), engine)
        with shown(chromium, desk, "#photos .lead") as (page, _):
            assert page.inner_text("#verdict") == "No pages could be made yet"
            assert page.inner_text("#findings .hint") == "Drop a release on this window, or choose it under “Files”."
            for tab in TABS[1:5]:
                page.click(f"#tab-{tab}")
                assert "could not be read yet" in page.inner_text(f"#{tab}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_every_panel(seen: Seen, scheme: str) -> None:
    page = seen.page
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.evaluate("document.querySelectorAll('[data-off]').forEach(each => each.removeAttribute('data-off'))")
    assert audit(page) == []
    seen.open("found")


@pytest.mark.parametrize("width_px", [800, 480])
def test_no_panel_is_wider_than_the_window(seen: Seen, width_px: int) -> None:
    seen.page.set_viewport_size({"width": width_px, "height": 900})
    for tab in TABS:
        seen.open(tab)
        assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), tab
    seen.page.set_viewport_size({"width": 1280, "height": 900})


def test_tabs_are_reached_by_the_keyboard(seen: Seen) -> None:
    seen.page.focus("#tab-found")
    seen.page.keyboard.press("End")
    assert seen.page.get_attribute("#tab-out", "aria-selected") == "true"
    seen.page.keyboard.press("ArrowRight")
    assert seen.page.is_visible("#found")


def test_a_wrong_caption_is_corrected_and_printed(seen: Seen) -> None:
    page, number = seen.page, seen.desk.shown.number
    seen.open("photos")
    page.get_by_label("Caption").fill(CAPTION)
    page.keyboard.press("Tab")
    seen.made(number + 1)
    assert CAPTION in words_of(seen.desk)
    assert CAPTION in (seen.kit / "photos/photos.toml").read_text()
    page.get_by_role("button", name="Undo").click()
    seen.made(number + 2)
    assert not (seen.kit / "photos/photos.toml").exists()


def test_a_finding_leads_to_the_field_that_mends_it(seen: Seen) -> None:
    page = seen.page
    page.wait_for_function("document.querySelectorAll('#findings .ask').length > 1")
    words = {"nobody to ring": "Name", "no credit": "Credit", "a list of people": ""}
    for finding, label in words.items():
        seen.open("found")
        item = page.locator("#findings li", has_text=finding)
        assert ".toml" not in item.locator(".hint").inner_text()
        correct = item.get_by_role("button", name="Correct it here")
        correct.scroll_into_view_if_needed()
        place = page.evaluate("scrollY")
        correct.click()
        focused = page.evaluate("document.activeElement.labels?.[0]?.textContent || ''")
        assert focused == label or finding == "nobody to ring"
        assert page.evaluate("scrollY") == place, finding
    assert page.is_visible("#out")
    notes = page.locator("#findings .number.note").count()
    assert page.inner_text("#tab-found") == f"To do {page.locator('#findings li').count() - notes}"


def test_the_form_of_a_text_is_drawn_when_it_is_opened_or_led_to(seen: Seen) -> None:
    page = seen.page
    told = page.evaluate("fetch('things.json').then(answer => answer.json())")
    [text] = told["texts"]
    others = [{**text, "name": f"releases/{number}.md", "title": f"Boat {number}"} for number in range(200)]
    many = {**told, "texts": [text, *others], "fields": {"1": "text/releases/150.md/date"}}
    page.route("**/things.json", lambda route: route.fulfill(json=many))
    page.evaluate(SHOWN_AGAIN)
    assert page.locator("#texts .thing").count() == 201
    form = page.locator("#texts .thing[open] .field").count()
    assert page.locator("#texts .field").count() == form > 0
    seen.open("found")
    page.locator("#findings li").first.get_by_role("button", name="Correct it here").click()
    assert page.evaluate("document.activeElement.dataset.field") == "text/releases/150.md/date"
    assert page.locator("#texts .field").count() == 2 * form
    page.locator("#texts summary", has_text="Boat 77 ").click()
    page.wait_for_function(f"document.querySelectorAll('#texts .field').length === {3 * form}")
    page.evaluate(SHOWN_AGAIN)  # what is open stays open, with its form
    assert page.locator("#texts .thing[open]").count() == 3
    assert page.locator("#texts .field").count() == 3 * form
    page.unroute("**/things.json")
    page.evaluate(SHOWN_AGAIN)


def test_a_list_that_is_chosen_is_read_at_once(seen: Seen, tmp_path: Path) -> None:
    page, file = seen.page, tmp_path / "spring list.csv"
    file.write_text("name,email\nOda Firth,oda@post.example\nBea Tarn,bea at post\n")
    seen.open("out")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose a list").click()
    chooser.value.set_files(file)
    page.wait_for_selector(".viewed table")
    assert "oda@post.example" in page.inner_text(".viewed table")
    assert "Row 3" in page.inner_text("#lists")
    page.get_by_role("button", name="OK", exact=True).click()
    page.get_by_role("button", name="Back to the kit").click()
    (seen.kit / file.name).unlink()
    page.wait_for_function("document.querySelectorAll('.lists li').length === 1")


def test_a_dateline_is_corrected_and_printed(seen: Seen) -> None:
    page, number, file = seen.page, seen.desk.shown.number, seen.kit / "releases/day.md"
    seen.open("texts")
    page.get_by_label("Place and date line").fill("KELP COVE, May 14, 2026")
    page.keyboard.press("Tab")
    seen.made(number + 1)
    assert "KELP COVE, May 14, 2026 –" in words_of(seen.desk)
    assert 'dateline: "KELP COVE, May 14, 2026"' in file.read_text()
    page.wait_for_function(
        "document.querySelector('[data-field$=\"/dateline\"]').value === 'KELP COVE, May 14, 2026 –'"
    )
    assert page.locator("#texts .lines li").count() == 1  # what it stands for is listed, and cannot be put back
    assert page.get_by_role("button", name="Put back").count() == 0
    page.get_by_role("button", name="Undo").click()
    seen.made(number + 2)


def test_photos_are_moved_by_the_keyboard_and_printed_in_that_order(seen: Seen) -> None:
    page = seen.page
    before = (seen.kit / "kit.toml").read_text()
    added = [
        photo(seen.kit / "photos" / name, size) for name, size in (("boat.jpg", (600, 300)), ("marsh.jpg", (300, 600)))
    ]
    page.wait_for_function("document.querySelectorAll('#photos .thing').length === 3")
    seen.open("photos")
    page.get_by_role("button", name="Later: photos/boat.jpg").focus()
    for place in (2, 3):
        page.keyboard.press("Enter")
        page.wait_for_function(f"document.getElementById('moved').textContent.includes('{place} of 3')")
        assert page.evaluate("document.activeElement.ariaLabel").endswith(": photos/boat.jpg")
    page.wait_for_selector("#photos .thing:last-child img[src$='/3.jpg']")  # as the kit that was made has it
    assert 'photo_order = ["marsh.jpg", "quay.jpg", "boat.jpg"]' in (seen.kit / "kit.toml").read_text()
    known = seen.desk.shown.known
    assert known
    assert [one.name for one in photos_of(known.kit)] == ["marsh.jpg", "quay.jpg", "boat.jpg"]
    assert page.is_disabled("[aria-label='Later: photos/boat.jpg']")
    (seen.kit / "kit.toml").write_text(before)
    for path in added:
        path.unlink()
    page.wait_for_function("document.querySelectorAll('#photos .thing').length === 1")


def test_what_can_be_done_about_a_finding_is_offered_once(seen: Seen) -> None:
    seen.page.wait_for_function("document.querySelectorAll('#findings .ask').length > 1")
    seen.open("found")
    buttons = seen.page.get_by_role("button", name="It is right")
    before = buttons.count()
    seen.page.evaluate(SHOWN_AGAIN)
    assert buttons.count() == before > 0


def test_a_name_that_is_being_written_outlives_a_save_elsewhere(seen: Seen) -> None:
    page, number, file = seen.page, seen.desk.shown.number, seen.kit / "releases/day.md"
    before = file.read_text()
    seen.open("found")
    page.get_by_role("button", name="It is right").first.click()
    page.keyboard.type("Ada")
    file.write_text(before.replace("The day boat", "The day boat, again"))
    seen.made(number + 1)
    page.wait_for_function("document.activeElement.autocomplete === 'name'")
    page.keyboard.type(" Thorn")
    assert page.get_by_label("Your name").input_value() == "Ada Thorn"
    file.write_text(before)
    seen.made(number + 2)


def test_words_that_could_not_be_written_stay_where_they_were_written(seen: Seen) -> None:
    page, number, file = seen.page, seen.desk.shown.number, seen.kit / "releases/day.md"
    before = file.read_text()
    page.route("**/note", lambda route: route.fulfill(json=REFUSED))
    seen.open("kit")
    page.get_by_label("Occasion").fill("The opening")
    page.keyboard.press("Tab")
    page.wait_for_selector("#kit .problem")
    seen.open("found")
    file.write_text(before.replace("The day boat", "The day boat, again"))
    seen.made(number + 1)
    page.wait_for_function("document.querySelectorAll('#findings .ask').length > 1")
    assert page.get_by_label("Occasion").input_value() == "The opening"
    assert page.inner_text("#kit .problem") == REFUSED["problems"][0]
    page.unroute("**/note")
    seen.open("kit")
    page.get_by_label("Occasion").fill("")
    file.write_text(before)
    seen.made(number + 2)


def test_an_answer_that_is_overtaken_changes_nothing(seen: Seen) -> None:
    page, number, file = seen.page, seen.desk.shown.number, seen.kit / "releases/day.md"
    before, fetched = file.read_text(), "document.querySelector('#texts summary').textContent"
    page.evaluate(OVERTAKEN)
    file.write_text(before.replace("The day boat", "The dawn boat"))
    seen.made(number + 1)
    file.write_text(before.replace("The day boat", "The dusk boat"))
    seen.made(number + 2)
    page.wait_for_function(f"{fetched}.includes('dusk')")
    page.evaluate("overtaken")
    assert "dusk" in page.evaluate(fetched)
    file.write_text(before)
    seen.made(number + 3)
    page.wait_for_function(f"{fetched}.includes('The day boat')")


def test_a_finding_is_right_and_the_name_is_asked_once(seen: Seen) -> None:
    page = seen.page
    page.wait_for_function("document.querySelectorAll('#findings .ask').length > 1")
    seen.open("found")
    for _ in range(2):
        before = page.locator("#findings li").count()
        page.get_by_role("button", name="It is right").first.click()
        if page.get_by_label("Your name").count():
            page.get_by_label("Your name").fill("Ada Thorn")
            page.keyboard.press("Enter")
        page.wait_for_function(f"document.querySelectorAll('#findings li').length < {before}")
        page.wait_for_function("document.querySelectorAll('#findings .ask').length > 0")
    settings = (seen.kit / "kit.toml").read_text()
    assert settings.count('who = "Ada Thorn"') == 2
    assert settings.startswith('# Ours\ntitle = "Nine piers"\n')


def test_a_change_from_elsewhere_is_asked_about(seen: Seen) -> None:
    page, file = seen.page, seen.kit / "kit.toml"
    seen.open("kit")
    page.get_by_label("Title").fill("Ours")
    number = seen.desk.shown.number
    file.write_text(file.read_text().replace("# Ours", "# Theirs"))
    seen.made(number + 1)
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Write mine all the same").click()
    seen.made(number + 2)
    assert file.read_text().startswith('# Theirs\ntitle = "Ours"\n')
    page.get_by_label("Title").fill("Mine")
    file.write_text(file.read_text().replace("# Theirs", "# Others"))
    seen.made(number + 3)
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Take what is there").click()
    page.wait_for_function("document.querySelector('[data-field=\"kit//title\"]').value === 'Ours'")
    assert file.read_text().startswith('# Others\ntitle = "Ours"\n')


def test_of_two_windows_the_later_is_asked(seen: Seen) -> None:
    first, file, number = seen.page, seen.kit / "kit.toml", seen.desk.shown.number
    before = file.read_text()
    second = first.context.new_page()
    try:
        second.goto(first.url)
        second.click("#tab-kit")
        second.get_by_label("Title").fill("Of the second")
        seen.open("kit")
        first.get_by_label("Title").fill("Of the first")
        first.keyboard.press("Tab")
        seen.made(number + 1)
        second.wait_for_function(
            "number => document.querySelector('figure img').src.includes(`/page/${number}/`)", arg=number + 1
        )
        assert second.get_by_label("Title").input_value() == "Of the second"  # what is being typed stays
        second.keyboard.press("Tab")
        second.get_by_role("button", name="Write mine all the same").click()
        seen.made(number + 2)
        assert 'title = "Of the second"' in file.read_text()
        for back in (1, 2):
            first.get_by_role("button", name="Undo").click()
            seen.made(number + 2 + back)
        assert file.read_text() == before
    finally:
        second.close()


def test_an_undoing_that_is_refused_says_why(seen: Seen) -> None:
    seen.page.route("**/undo", lambda route: route.fulfill(json=REFUSED))
    seen.page.get_by_role("button", name="Undo").click()
    seen.page.wait_for_selector("#changes .problem")
    assert seen.page.inner_text("#changes") == "kit.toml cannot be written."
    seen.page.unroute("**/undo")


def test_what_goes_out_is_looked_at_before_it_is_saved(seen: Seen) -> None:
    page = seen.page
    seen.open("out")
    row = page.locator(".outputs li", has=page.locator('button[data-what="booklet"]'))
    row.get_by_role("button", name="Look at it").click()
    page.wait_for_selector(".viewing")
    page.wait_for_function("document.querySelector('#pages img').naturalWidth > 0")
    assert "MB" in row.inner_text()
    assert not [path for path in (seen.kit / "out").iterdir() if "booklet" in path.name]
    page.get_by_role("button", name="Back to the kit").click()
    assert page.locator(".viewing").count() == 0
    page.get_by_role("button", name="See who gets what").click()
    page.wait_for_selector(".viewed table")
    assert "nell@post.example" in page.inner_text(".viewed table")


@pytest.mark.parametrize("answered", [None, 403], ids=["gone", "started again"])
def test_words_that_are_not_written_are_kept_where_presskit_is_gone(seen: Seen, answered: int | None) -> None:
    """A server that was started again has another key: it knows nobody who is still there from before."""
    page = seen.page.context.new_page()
    try:
        page.add_init_script(HELD_LINE)
        page.goto(seen.page.url)
        page.evaluate("""() => line.onmessage({ data: JSON.stringify({ number: 1, isBegun: true, making: "" }) })""")
        page.wait_for_selector("#kit input", state="attached")
        page.click("#tab-kit")
        field = page.locator("#kit input[type=text], #kit input:not([type])").first
        field.evaluate("""each => { each.value = "Opening of ten piers"; each.dispatchEvent(new Event("input")); }""")
        page.route("**/events", lambda route: route.fulfill(status=answered) if answered else route.abort())
        page.evaluate(
            """async gone => {
          line.readyState = gone ? 0 : 2;
          for (let trial = 0; trial < 3; trial += 1) await line.onerror();
        }""",
            answered is None,
        )
        assert page.inner_text("#over h2") == "presskit has ended."
        assert page.inner_text("#over p").startswith("These words of yours were not written yet.")
        assert page.locator("#over li").all_inner_texts() == ["Opening of ten piers"]
        assert audit(page) == []
    finally:
        page.close()


def test_news_that_comes_twice_or_late_changes_nothing(seen: Seen) -> None:
    page = seen.page.context.new_page()
    try:
        page.add_init_script(HELD_LINE)
        page.goto(seen.page.url)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
        told = """async number => {
          await line.onmessage({ data: JSON.stringify({ number, isBegun: true, making: "" }) });
        }"""
        number = seen.desk.shown.number
        page.evaluate(told, number)
        page.wait_for_selector("figure")
        page.evaluate(told, number)
        assert asked.count("state.json") == 1
        older = {"number": 0, "isBegun": True, "verdict": "Older", "title": "", "file": "", "pages": [], "groups": []}
        page.route("**/state.json", lambda route: route.fulfill(json=older))
        page.evaluate(told, number - 1)
        assert page.inner_text("#verdict") == seen.page.inner_text("#verdict") != "Older"
        assert page.locator("figure").count() == len(seen.desk.shown.sizes_pt)
    finally:
        page.close()
