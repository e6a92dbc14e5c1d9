"""A finished file against its kit: whatever differs is told with its page and words; the untouched file is the kit."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pytest

from presskit.checking.promises import Promises
from presskit.comparing.finished import compare_bytes
from presskit.findings import Finding, has_errors
from presskit.judging.proof import check_file
from presskit.making import build
from presskit.making.orders import BuildOrder, MadeKit
from presskit.outcomes import silent
from presskit.settings.themes import theme_names
from tests.conftest import ROOT, Cli
from tests.support.looks import some
from tests.support.tampered import CHANGES, changed
from tests.support.writing import brand, photo, release, write_kit

pytestmark = pytest.mark.usefixtures("quick")

FACTSHEET = """# The ferry in figures

## Key figures

| | |
|---|---|
| 9 | islands |
| 1,860 | passengers a day |

## The piers

| Pier | Opened |
|---|---|
| Larkin | 1911 |
| Farrow | 1934 |
"""
BIOGRAPHY = "# Ada Thorn\n\nHarbour master\n\nAda Thorn has counted the gulls of Larkin since 1999.\n"
PHOTOS = """["pier.jpg"]
caption = "The pier of Larkin in May."
credit = "Photo: Nell Farrow"
alt = "A pier with two boats"
"""
SETTINGS = 'title = "Nine islands"\nevent = "The opening of the pier"\ndate = 2026-05-12\n'
TEXTS = {
    "kit.toml": SETTINGS,
    "releases/a.md": release(),
    "factsheet.md": FACTSHEET,
    "bios/thorn.md": BIOGRAPHY,
    "photos/photos.toml": PHOTOS,
    "brand/brand.toml": brand(),
}


class Built(NamedTuple):
    """The folder of a kit, and the PDF that was built of it."""

    kit: Path
    pdf: Path
    made: MadeKit


@pytest.fixture(scope="module")
def built(quick: None, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("finished")
    kit = write_kit(folder / "kit", TEXTS)
    photo(kit / "photos/pier.jpg")
    photo(kit / "bios/thorn.jpg", (400, 500))
    made, pdf = build.build(BuildOrder((kit,), folder / "kit.pdf"))
    return Built(kit, pdf, made)


def checked(file: Path, kit: Path, **given: Any) -> tuple[Finding, ...]:
    return check_file(file, BuildOrder((kit,)), strict_=False, progress=silent, given=given)


MADE: Mapping[str, dict[str, Any]] = {
    "screen": {},
    "email": {"purpose": "email", "mail_limit": 5_000_000},
    "print": {"purpose": "print", "paper": "a4", "right_hand": True},
    "booklet": {"purpose": "booklet", "sheet": "a3", "theme": "institutional"},
    "shop": {"purpose": "shop", "bleed_mm": 5.08},
}


@pytest.mark.parametrize("purpose", some(MADE, "screen", "booklet"))
def test_the_untouched_file_of_each_purpose_is_the_kit(built: Built, tmp_path: Path, purpose: str) -> None:
    _, pdf = build.build(BuildOrder((built.kit,), tmp_path / "kit.pdf", **MADE[purpose]))
    # What is said of the kit holds for a file that is the kit: here that a photo names nobody who took it.
    assert [item.code for item in checked(pdf, built.kit) if item.code not in ("f-007",)] == ["c-009", "p-029"]


@pytest.mark.parametrize("change", CHANGES)
def test_what_another_tool_changed_is_told_with_its_page_and_words(built: Built, change: str) -> None:
    make, code, page, words = CHANGES[change]
    promises = Promises(faces=built.made.promises.faces, final=True)
    found = compare_bytes(changed(built.made.pdf, make), built.made.pdf, promises, built.pdf)
    assert has_errors(found)
    assert [item.where.page for item in found if item.code == code and words in item.message] == [page], found


SOURCES: Mapping[str, tuple[str, str, str, int, str]] = {
    "a telephone number": ("brand/brand.toml", "555-0143", "555-0199", 1, "(202) 555-0143"),
    "a mail address": ("brand/brand.toml", "ada@", "eda@", 1, "eda@quillon.example"),
    "the boilerplate": ("brand/brand.toml", "ferrymen founded in 1911", "ferrymen founded in 1912", 5, "in 1912"),
    "the disclosure": ("brand/brand.toml", "is invented", "was invented", 1, "Company was invented"),
    "a key figure": ("factsheet.md", "1,860", "1,960", 3, "the kit says “9 islands 1,960 passengers"),
    "a cell": ("factsheet.md", "1934", "1943", 3, "(a cell of a table)"),
    "a biography": ("bios/thorn.md", "gulls of", "terns of", 4, "terns of Larkin"),
    "a date": ("kit.toml", "2026-05-12", "2026-05-13", 1, "May 13, 2026"),
    "a quote": ("releases/a.md", "an hour later and dry", "an hour early and dry", 2, "an hour early and"),
    "a caption": ("photos/photos.toml", "in May", "in June", 5, "Larkin in June."),
    "a description": ("photos/photos.toml", "two boats", "three boats", 1, "A pier with three boats”"),
    "the colour": ("brand/brand.toml", "#12355b", "#5b1235", 1, "This is so on pages 1–"),
}


@pytest.mark.parametrize("change", some(SOURCES, "a telephone number", "a cell", "a description", "the colour"))
def test_what_changed_in_the_kit_is_told_with_its_page_and_words(built: Built, tmp_path: Path, change: str) -> None:
    name, old, new, page, words = SOURCES[change]
    kit = Path(shutil.copytree(built.kit, tmp_path / "kit"))
    text = (kit / name).read_text(encoding="utf-8")
    assert old in text
    (kit / name).write_text(text.replace(old, new), encoding="utf-8")
    found = checked(built.pdf, kit)
    assert has_errors(found)
    assert page in [item.where.page for item in found if words in item.message], found


def test_an_exchanged_photo_is_told_by_its_description(built: Built, tmp_path: Path) -> None:
    kit = Path(shutil.copytree(built.kit, tmp_path / "kit"))
    photo(kit / "photos/pier.jpg", (601, 401))
    [item] = [item for item in checked(built.pdf, kit) if item.code == "p-034"]
    assert item.where.page == 1
    assert item.message.startswith("The picture “A pier with two boats” is not the kit's")
    assert item.message.endswith("This is so on pages 1, 5.")


def test_what_differs_alike_on_many_pages_is_told_once(built: Built, tmp_path: Path) -> None:
    kit = Path(shutil.copytree(built.kit, tmp_path / "kit"))
    settings = kit / "brand/brand.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("is invented", "was invented"), encoding="utf-8")
    told = [item.message for item in checked(built.pdf, kit) if "invented" in item.message]
    assert len(told) == 1
    assert re.search(r"This is so (\d+ times )?on pages 1", told[0])


def test_a_file_that_does_not_say_how_it_was_made_is_compared_by_words_and_that_is_said(
    built: Built, tmp_path: Path
) -> None:
    def forget(pdf: Any) -> None:
        del pdf.docinfo["/PresskitMade"]

    path = tmp_path / "kit.pdf"
    path.write_bytes(changed(built.pdf.read_bytes(), forget))
    assert [item.code for item in checked(path, built.kit)] == ["p-039"]
    assert [item.code for item in checked(path, built.kit, purpose="screen")] == ["p-038"]


def test_what_a_file_states_is_neither_a_name_nor_a_path(built: Built) -> None:
    with pikepdf.open(built.pdf) as pdf:
        assert str(pdf.docinfo["/PresskitMade"]) == "for=screen paper=letter theme=editorial"


def test_a_changed_file_ends_with_8(built: Built, tmp_path: Path, cli: Cli) -> None:
    path = tmp_path / "kit.pdf"
    path.write_bytes(changed(built.made.pdf, lambda pdf: None))
    assert cli("check", path, "--against", built.kit).code == 8
    assert cli("check", built.pdf, "--against", built.kit).code == 0


def test_an_embargo_that_is_over_since_changes_no_byte_and_is_told(built: Built, tmp_path: Path) -> None:
    kit = Path(shutil.copytree(built.kit, tmp_path / "kit"))
    with (kit / "kit.toml").open("a", encoding="utf-8") as settings:
        settings.write("embargo = 2026-05-12T09:00:00-04:00\n")
    before, after = (datetime(2026, 5, day, tzinfo=UTC) for day in (1, 20))
    _, pdf = build.build(BuildOrder((kit,), tmp_path / "kit.pdf", now=before))
    for now, codes in ((before, ["c-009", "p-029"]), (after, ["c-009", "c-031", "p-029"])):
        found = check_file(pdf, BuildOrder((kit,), now=now), strict_=False, progress=silent)
        assert sorted(item.code for item in found) == codes


@pytest.mark.slow
@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_kit_in_three_languages_is_itself(tmp_path: Path, paper: str, theme: str) -> None:
    kit = ROOT / "tests/kits/three-languages"
    for name in ("kit.pdf", "kit.zip", "kit.html"):
        _, path = build.build(BuildOrder((kit,), tmp_path / name, paper=paper, theme=theme))
        assert [item.code for item in checked(path, kit)] == ["p-029"]
