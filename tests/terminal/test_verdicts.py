"""How commands end: three verdicts, what is ready without one file, what was read without being sure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import Cli
from tests.support.writing import PARAGRAPH, brand, figures, release, write_kit

pytestmark = pytest.mark.usefixtures("in_process")

WINTER = release("Winter timetable begins in October").replace("May 12", "May 2").replace("05-12", "05-02")
UNFINISHED = WINTER.replace("Number 1.", "Number 1. [name of the captain] rings.")
LEAVE_OUT = '[files."winter.md"] and below it kind = "leave out"'
UNTOLD = f"The boats of Larkin\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n"


def kit_of(folder: Path, files: dict[str, str], of_brand: str | None = None) -> Path:
    return write_kit(folder / "kit", {"brand/brand.toml": of_brand or brand(), **files})


@pytest.fixture
def held_up(tmp_path: Path) -> Path:
    return kit_of(tmp_path, {"releases/ferry.md": release(), "releases/winter.md": UNFINISHED})


def test_one_file_holds_up_a_kit_that_is_ready_without_it(cli: Cli, held_up: Path) -> None:
    done = cli("build", held_up)
    assert done.code == 8
    assert f"Without winter.md the kit is ready. To leave it out, write into kit.toml: {LEAVE_OUT}" in done.out
    (held_up / "kit.toml").write_text('[files."winter.md"]\nkind = "leave out"\n', encoding="utf-8")
    done = cli("build", held_up)
    assert (done.code, done.out.splitlines()[0][:13]) == (0, "Ready to send"), done.out


@pytest.mark.parametrize("day", ["May 12, 2026", "12 May 2026"])
def test_the_day_is_told_in_the_order_in_which_the_kit_writes_its_days(cli: Cli, tmp_path: Path, day: str) -> None:
    text = release().replace("May 12, 2026", day)
    assert day in text
    assert f" · {day} · " in cli("build", kit_of(tmp_path, {"releases/ferry.md": text}, brand())).out


def test_check_mail_and_json_say_so_too(cli: Cli, held_up: Path, tmp_path: Path) -> None:
    assert LEAVE_OUT in cli("check", held_up).out
    assert LEAVE_OUT in cli("mail", held_up, "-o", tmp_path / "drafts").out
    findings = json.loads(cli("build", held_up, "--json").out)["findings"]
    assert [item["severity"] for item in findings if item["code"] == "s-035"] == ["note"]


def test_one_text_that_cannot_be_read_is_left_out_likewise(cli: Cli, tmp_path: Path) -> None:
    kit = kit_of(tmp_path, {"releases/ferry.md": release(), "releases/winter.md": ""})
    done = cli("build", kit)
    assert done.code == 3
    assert f"Without winter.md everything else can be read. To leave it out, write into kit.toml: {LEAVE_OUT}" in (
        done.err
    )


@pytest.mark.parametrize("name", ["photos/quay.jpg", "quay.png", "logo.png", "bios/ada-thorn.jpg", "brand-logo.svg"])
def test_one_damaged_picture_is_told_and_left_out_likewise(cli: Cli, tmp_path: Path, name: str) -> None:
    texts = {"ferry.md": release(), "bios/ada-thorn.md": "# Ada Thorn\n\nAda Thorn leads the ferry's crew."}
    kit = write_kit(tmp_path / "kit", {**texts, name: "no picture"})
    done = cli("build", kit, "--json")
    errors = [item for item in json.loads(done.out)["findings"] if item["severity"] == "error"]
    assert (done.code, [Path(item["file"]).name for item in errors]) == (8, [Path(name).name])
    way = f'[files."{Path(name).name}"] and below it kind = "leave out"'
    assert f"To leave it out, write into kit.toml: {way}" in cli("build", kit).out
    (kit / "kit.toml").write_text(way.replace("] and below it ", "]\n"), encoding="utf-8")
    assert cli("build", kit).code == 0


def test_a_damaged_picture_that_a_text_shows_is_told_once_and_with_the_text(cli: Cli, tmp_path: Path) -> None:
    shown = {"ferry.md": f"{release()}\n![The quay](quay.png)\n", "quay.png": "no picture"}
    stated = {"bios/ada.md": "---\nportrait: ada.jpg\n---\n# Ada Thorn\n\nAda leads the crew.", "bios/ada.jpg": "none"}
    kit = write_kit(tmp_path / "kit", {**shown, **stated})
    found = json.loads(cli("build", kit, "--json").out)["findings"]
    errors = [item for item in found if item["severity"] == "error"]
    assert sorted(Path(item["file"]).name for item in errors) == ["ada.md", "ferry.md"]


@pytest.mark.parametrize(
    "files",
    [
        {"releases/winter.md": UNFINISHED},  # nothing remains
        {"releases/winter.md": UNFINISHED, "factsheet.md": figures(3)},  # no release remains
        {"releases/winter.md": UNFINISHED, "releases/b.md": UNFINISHED.replace("Winter", "Second")},
        {"releases/winter.md": release(), "kit.toml": 'title = "[the name of the kit]"\n'},
        {
            "releases/winter.md": WINTER,
            "releases/a.md": release(),
            "brand/brand.toml": brand().replace("Ada Thorn", "[name to come]"),
        },
        {"releases/winter.md": "", "releases/b.md": ""},
        {"releases/winter.md": ""},
        {"releases/a.md": release(), "releases/winter.md": f"EMBARGOED UNTIL SOME DAY\n\n{WINTER.split('---')[2]}"},
    ],
)
def test_nothing_is_said_where_it_would_not_be_true(cli: Cli, files: dict[str, str], tmp_path: Path) -> None:
    done = cli("build", kit_of(tmp_path, files))
    assert done.code != 0
    assert "Without winter.md" not in done.out + done.err


def test_a_field_that_is_not_sure_is_quoted_with_its_line(cli: Cli, tmp_path: Path) -> None:
    contact = "CONTACT: Nell Farrow"
    kit = kit_of(tmp_path, {"releases/ferry.txt": UNTOLD + f"\n{contact}\n"})
    assert "    headline (line 1, not sure): “The boats of Larkin”" in cli("build", kit).out.splitlines()


def test_of_many_such_fields_three_are_shown_the_most_harmful_first(cli: Cli, tmp_path: Path) -> None:
    numbers = ("one", "two", "three", "four", "five")
    texts = {f"releases/{one}.txt": UNTOLD.replace("The boats", f"{one.title()} boats") for one in numbers}
    lines = cli("build", kit_of(tmp_path, texts)).out.splitlines()
    assert sum("not sure" in line for line in lines) == 3
    assert "    and 2 more read without being sure" in lines


def test_a_clean_release_raises_no_doubt(cli: Cli, tmp_path: Path) -> None:
    done = cli("build", kit_of(tmp_path, {"releases/a.md": release(), "releases/b.txt": WINTER.split("---")[2]}))
    assert "not sure" not in done.out


@pytest.mark.parametrize(("purpose", "does"), [("screen", "send"), ("print", "print"), ("booklet", "print")])
def test_each_of_the_three_verdicts_counts(cli: Cli, purpose: str, does: str, tmp_path: Path) -> None:
    ready = kit_of(tmp_path / "ready", {"releases/ferry.md": release()})
    look = kit_of(tmp_path / "look", {"releases/ferry.md": release().replace("Number 1.", "See our factsheet.")})
    fix = kit_of(tmp_path / "fix", {"releases/ferry.md": UNFINISHED})
    for kit, code, first in (
        (ready, 0, f"Ready to {does}: "),
        (look, 0, f"Check before you {does}: 1 thing."),
        (fix, 8, f"Not ready to {does}: 1 thing to fix."),
    ):
        done = cli("build", kit, "--for", purpose)
        assert (done.code, done.out.splitlines()[0].startswith(first)) == (code, True), done.out
    assert not list((look / "out").glob("*DRAFT*"))
    assert list((fix / "out").glob("*DRAFT*"))


def test_json_says_ready_for_the_first_verdict_alone(cli: Cli, tmp_path: Path) -> None:
    look = kit_of(tmp_path, {"releases/ferry.md": release().replace("Number 1.", "See our factsheet.")})
    for words, verdict, code in (((), "check", 0), (("--strict",), "not ready", 8)):
        done = cli("check", look, "--json", *words)
        facts = json.loads(done.out)
        assert (facts["ready"], facts["verdict"], done.code) == (False, verdict, code)
    assert json.loads(cli("check", kit_of(tmp_path / "b", {"releases/a.md": release()}), "--json").out)["ready"] is True


def test_a_file_checked_without_its_kit_says_what_was_not_done(cli: Cli, tmp_path: Path) -> None:
    kit = kit_of(tmp_path, {"releases/ferry.md": release()})
    cli("build", kit, "-o", tmp_path / "kit.pdf")
    alone = "No fault found in the file. Its words were compared with nothing: if it is a kit's, add --against."
    assert cli("check", tmp_path / "kit.pdf").out.splitlines()[-1] == alone
    for_print = cli("check", tmp_path / "kit.pdf", "--for", "shop").out
    assert "Ready for the print shop." not in for_print
    assert cli("check", tmp_path / "kit.pdf", "--against", kit).out.splitlines()[-1] == "Ready to send."


def test_what_was_accepted_is_counted_and_ends_with_its_words(cli: Cli, tmp_path: Path) -> None:
    text = release().replace("Number 1.", "See our factsheet.")
    said = "The release says “our factsheet”, and the kit holds no factsheet."
    kit = kit_of(
        tmp_path,
        {"releases/ferry.md": text, "kit.toml": f'[[accepted]]\nfile = "ferry.md"\nwords = "{said}"\nwho = "Nell"\n'},
    )
    done = cli("build", kit)
    assert done.out.startswith("Ready to send"), done.out
    assert "  Accepted in kit.toml: 1 thing, by Nell" in done.out
    (kit / "releases/ferry.md").write_text(text.replace("our factsheet", "the factsheet"), encoding="utf-8")
    assert cli("build", kit).out.startswith("Check before you send: 1 thing")


@pytest.mark.parametrize("name", ["kit.pdf", "kit.txt", "kit.html", "kit.zip"])
def test_no_output_is_ready_while_a_text_is_outside_of_the_kit(cli: Cli, name: str, tmp_path: Path) -> None:
    hours = "Tuesday\n\n10:00 Boats\n10:30 Bells\n11:00 Soup for all who came\n12:00 A walk around the harbour walls\n"
    kit = kit_of(tmp_path, {"releases/ferry.md": release(), "Tuesday.txt": hours})
    done = cli("build", kit, "-o", tmp_path / name)
    assert done.out.startswith("Check before you send: 1 thing"), done.out
    assert "Not in the kit: Tuesday.txt" in done.out


def test_drafts_are_counted_among_the_verdicts(cli: Cli, tmp_path: Path) -> None:
    look = kit_of(tmp_path, {"releases/ferry.md": release().replace("Number 1.", "See our factsheet.")})
    done = cli("mail", look, "-o", tmp_path / "drafts")
    assert (done.code, "Check before you send: 1 thing." in done.out.splitlines()) == (0, True), done.out
    done = cli("mail", look, "-o", tmp_path / "strict", "--strict")
    assert (done.code, done.out.splitlines()[0]) == (8, "No drafts were made. Not ready to send: 1 thing to fix.")
    assert not (tmp_path / "strict").exists()


def test_a_picture_outside_is_told_by_the_line_that_leaves_it_out(cli: Cli, tmp_path: Path) -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#123"/></svg>'
    )
    logos = {f"partners/{name}-logo.svg": drawing for name in ("north", "south")}
    done = cli("build", kit_of(tmp_path, {"releases/ferry.md": release(), **logos}))
    assert done.out.startswith("Check before you send"), done.out
    assert 'kind = "leave out"' in done.out
    assert 'kind = "release"' not in done.out


def test_a_picture_that_only_a_text_shows_need_not_be_large(cli: Cli, tmp_path: Path) -> None:
    """A partner's logo is no photo to print; a photo on the sheet is told where it is small."""
    text = release() + "\n![North Pier](../partners/north.png)\n"
    kit = kit_of(tmp_path, {"releases/ferry.md": text})
    for place in ("partners/north.png", "photos/quay.png"):
        (kit / place).parent.mkdir(exist_ok=True)
        Image.linear_gradient("L").resize((800, 300)).save(kit / place)
    out = cli("build", kit).out
    assert "quay.png (800 × 300)" in out
    assert "north.png (800 × 300)" not in out


FREE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="30" height="10" fill="#123"/></svg>'


def test_a_logo_that_the_brand_does_not_print_is_outside(cli: Cli, tmp_path: Path) -> None:
    """A brand of its own prints its logo, or none: a partner's, or a drawing that looks like one, is named."""
    own = kit_of(tmp_path, {"releases/ferry.md": release(), "partner-logo.svg": FREE})
    done = cli("build", own)
    assert done.out.startswith("Check before you send: 1 thing"), done.out
    assert "Not in the kit: partner-logo.svg (a logo, and brand.toml names none)" in done.out
    write_kit(own, {"brand/logo.svg": FREE, "brand/brand.toml": f'logo = "logo.svg"\n{brand()}'})
    assert "partner-logo.svg (a logo; the kit has one already)" in cli("build", own).out
    rows = {row["source"]: row["in_kit"] for row in json.loads(cli("inspect", own, "--json").out)}
    assert rows[str(own / "partner-logo.svg")] is False


def test_both_logos_of_a_brand_that_lie_in_the_folder_are_in_the_kit(cli: Cli, tmp_path: Path) -> None:
    named = f'logo = "logo.svg"\nlogo_reversed = "logo-white.svg"\n{brand()}'
    logos = {"logo.svg": FREE, "logo-white.svg": FREE, "brand.toml": named, "kit.toml": 'brand = "."\n'}
    kit = write_kit(tmp_path / "kit", {"releases/ferry.md": release(), **logos})
    done = cli("build", kit)
    assert done.out.startswith("Ready to send"), done.out
    rows = {row["source"]: row["taken_for"] for row in json.loads(cli("inspect", kit, "--json").out)}
    assert {rows[str(kit / name)] for name in ("logo.svg", "logo-white.svg")} == {"logo"}


MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#a23"/></svg>'


@pytest.mark.parametrize("folder", ["", "Branding/", "Anna/"])
def test_a_brand_is_read_wherever_it_lies_in_the_kit_and_named(cli: Cli, tmp_path: Path, folder: str) -> None:
    said = brand().replace("[[contacts]]", 'logo = "mark.svg"\n[[contacts]]')
    text = "Anna/ferry.md" if folder == "Anna/" else "ferry.md"  # a folder with a brand and texts is looked into
    files = {"kit.toml": "", text: release(), f"{folder}brand.toml": said, f"{folder}mark.svg": MARK}
    done = cli("build", write_kit(tmp_path / "kit", files))
    assert (done.code, done.out.splitlines()[0][:13]) == (0, "Ready to send"), done.out
    assert f"In it: press release (ferry.md), brand ({folder}brand.toml)." in done.out


def test_of_two_brands_the_second_is_told(cli: Cli, tmp_path: Path) -> None:
    files = {"releases/ferry.md": release(), "brand/brand.toml": brand(), "brand.toml": brand()}
    done = cli("build", write_kit(tmp_path / "kit", files))
    assert "Check before you send: 1 thing." in done.out
    assert "The brand.toml in “kit” is not read: the kit's brand is the one in “brand”." in done.out
    assert 'or name the right folder in kit.toml: brand = "."' in done.out
    assert "brand (" not in done.out


def test_files_of_one_name_are_told_apart_and_the_line_that_is_given_is_for_one(cli: Cli, tmp_path: Path) -> None:
    other = release().replace("dry.", "dry and early.")
    kit = kit_of(tmp_path, {"Ada/ferry.md": release(), "Nell/ferry.md": other})
    done = cli("build", kit, "-o", tmp_path / "kit.txt")
    assert done.code == 3  # nothing else is there to build
    assert "Ada/ferry.md, Nell/ferry.md are versions of one text" in done.err
    way = '[files."Nell/ferry.md"] and below it kind = "leave out"'
    assert way in done.err
    (kit / "kit.toml").write_text(way.replace("] and below it ", "]\n"), encoding="utf-8")
    done = cli("build", kit, "-o", tmp_path / "kit.txt")
    assert done.out.startswith("Ready to send"), done.out
    assert "dry and early" not in (tmp_path / "kit.txt").read_text(encoding="utf-8")
