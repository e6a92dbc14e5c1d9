from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from presskit.errors import ExitCode, OutputError, PresskitError
from presskit.resources import shipped
from presskit.settings import (
    read_brand,
    read_front_matter,
    read_kit_settings,
    read_photo_settings,
)
from presskit.settings.brand import BrandSettings
from presskit.settings.fields import ContactSettings, Settings, words_of
from presskit.settings.front_matter import FrontMatterForm
from presskit.settings.kit import KitForm
from presskit.settings.photos import PhotoForm
from presskit.writing import scaffold as scaffolding
from presskit.writing.answers import Answers
from presskit.writing.scaffold import placed, scaffold
from tests.support.typefaces import fill

COMMENTED_SETTING = re.compile(r"^# (?=[a-z_]+(?: =|:) |\[)", re.MULTILINE)
TEXTS = ("releases/first-release.md", "factsheet.md", "bios/first-person.md", "boilerplate.txt")
SETTINGS = ("kit.toml", "brand/brand.toml", "photos/photos.toml")
BUTTONS = ("Build my kit.cmd", "Build my kit.command")
EMPTY_KIT = ["bios", "boilerplate.txt", "brand", "factsheet.md", "kit.toml", "photos", "releases"]
TIDEWICK = Answers(
    'The “Tidewick” "Society"', "#12355b", None, "Ada Thorn", "555 0143", "ada@tidewick.example", "x.example"
)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_files_are_written_and_named(tmp_path: Path) -> None:
    written = scaffold(tmp_path / "new" / "kit")
    expected = {*SETTINGS, *TEXTS, *BUTTONS}
    assert {path.relative_to(tmp_path / "new/kit").as_posix() for path in written} == expected
    assert all(path.is_file() for path in written)
    assert names(tmp_path / "new") == ["kit"]


def test_the_settings_can_be_read(tmp_path: Path) -> None:
    scaffold(tmp_path / "kit")
    settings = read_kit_settings(tmp_path / "kit")
    brand = read_brand(settings.brand, "not used")
    assert settings.title == "[Title of the press kit]"
    assert brand.name == "[Name of the organisation]"
    assert brand.contacts[0].name == "[Name of the press contact]"
    assert read_photo_settings(tmp_path / "kit/photos/photos.toml") == {}


@pytest.mark.parametrize("name", TEXTS)
def test_each_text_can_be_read_and_asks_for_its_words(tmp_path: Path, name: str) -> None:
    scaffold(tmp_path)
    settings, text, _ = read_front_matter((tmp_path / name).read_text(encoding="utf-8"), tmp_path / name)
    assert "[" in text
    assert all(str(getattr(settings, name)).startswith("[") for name in settings.stated)


def test_the_settings_that_wait_can_be_used(tmp_path: Path) -> None:
    scaffold(tmp_path)
    for name in ("kit.toml", "brand/brand.toml", "photos/photos.toml"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(COMMENTED_SETTING.sub("", text), encoding="utf-8")
    brand_text = (tmp_path / "brand/brand.toml").read_text(encoding="utf-8")
    (tmp_path / "brand/fonts").mkdir()
    for file in re.findall(r'"([\w/-]+\.(?:svg|ttf))"', brand_text):
        fill(tmp_path / "brand" / file)
    settings = read_kit_settings(tmp_path)
    assert settings.stated == set(KitForm.model_fields)
    brand = read_brand(settings.brand, "")
    assert brand.logo
    assert len(brand.faces) == 6
    (photo,) = read_photo_settings(tmp_path / "photos/photos.toml").values()
    assert photo.stated == set(PhotoForm.model_fields)


def test_the_release_settings_that_wait_can_be_used() -> None:
    text = (shipped("templates/scaffold") / "releases/first-release.md").read_text(encoding="utf-8")
    settings, _, _ = read_front_matter(COMMENTED_SETTING.sub("", text), Path("first-release.md"))
    assert settings.stated == {"headline", "subhead", "date", "status", "embargo", "correction", "pull", "dateline"}


@pytest.mark.parametrize(
    ("name", "group"),
    [("kit.toml", KitForm), ("brand/brand.toml", BrandSettings), ("brand/brand.toml", ContactSettings)],
)
def test_every_setting_stands_there(name: str, group: type[Settings]) -> None:
    text = (shipped("templates/scaffold") / name).read_text(encoding="utf-8")
    assert [word for word in words_of(group) if not re.search(rf"^(# |#? ?\[+){word}\b|^{word}\b", text, re.M)] == []


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(OutputError) as caught:
        scaffold(tmp_path)
    assert caught.value.exit_code is ExitCode.OUTPUT
    assert caught.value.problems[0].code == "b-009"
    assert str(tmp_path) in caught.value.problems[0].message
    assert names(tmp_path) == ["notes.txt"]


def test_an_empty_folder_and_one_with_hidden_files_are_filled(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").touch()
    scaffold(tmp_path)
    assert names(tmp_path) == sorted([".DS_Store", *EMPTY_KIT, *BUTTONS])


def test_a_file_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kit").write_text("mine")
    with pytest.raises(OutputError) as caught:
        scaffold(tmp_path / "kit")
    assert caught.value.problems[0].message == f"{tmp_path / 'kit'} cannot be written: a file has this name."
    assert (tmp_path / "kit").read_text() == "mine"


def test_a_folder_below_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError) as caught:
        scaffold(tmp_path / "file" / "kit")
    assert caught.value.problems[0].code == "b-004"


def test_nothing_half_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: bytes) -> int:
        if self.name == "factsheet.md":
            raise OSError(28, "No space left on device")
        self.touch()
        return len(data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError) as caught:
        scaffold(tmp_path / "kit")
    assert "the disk is full" in caught.value.problems[0].message
    assert names(tmp_path) == []


def test_a_person_can_write_into_each_file(tmp_path: Path) -> None:
    for path in scaffold(tmp_path / "kit"):
        assert path.stat().st_mode & 0o200


def test_the_settings_of_a_text_are_known_words() -> None:
    for file in shipped("templates/scaffold").rglob("*.md"):
        settings, _, _ = read_front_matter(file.read_text(encoding="utf-8"), file)
        top = file.read_text(encoding="utf-8").split("---")[1]
        words = set(re.findall(r"^(?:# )?([a-z]+): ", top, re.M))
        assert words <= words_of(FrontMatterForm).keys()
        assert settings.stated <= words


@pytest.mark.parametrize("name", [*SETTINGS, *TEXTS])
def test_a_comment_stands_above_every_setting(name: str) -> None:
    text = (shipped("templates/scaffold") / name).read_text(encoding="utf-8")
    top = text.split("---")[1] if name.endswith(".md") else text if name.endswith(".toml") else ""
    lines = [line for line in top.splitlines() if line.strip()]
    settings = [at for at, line in enumerate(lines) if re.match(r"(# )?([a-z_]+(?: =|:) |\[)", line)]
    assert settings or name.endswith(".txt")
    for at in settings:
        is_in_group = name == "brand/brand.toml" and re.match(
            r"# (regular|semibold|bold|bold_italic|italic) =", lines[at]
        )
        assert is_in_group or re.match(r"# [A-Z]", lines[at - 1]), lines[at]


def test_answers_stand_in_the_brand_and_nothing_of_them_is_lost(tmp_path: Path) -> None:
    scaffold(tmp_path, TIDEWICK)
    brand = read_brand(read_kit_settings(tmp_path).brand, "")
    [contact] = brand.contacts
    assert (brand.name, brand.brand, brand.web) == (TIDEWICK.organisation, "#12355b", "x.example")
    assert (contact.name, contact.role, contact.phone) == ("Ada Thorn", None, "555 0143")
    assert contact.email == "ada@tidewick.example"
    factsheet = read_front_matter((tmp_path / "factsheet.md").read_text(encoding="utf-8"), Path())[0]
    assert factsheet.headline == f"{TIDEWICK.organisation} at a glance"
    assert (tmp_path / "boilerplate.txt").read_text(encoding="utf-8").startswith(f"{TIDEWICK.organisation} is [")


def test_what_is_skipped_stays_out_and_the_name_stays_in_brackets(tmp_path: Path) -> None:
    scaffold(tmp_path, Answers(phone="555 0143"))
    brand = read_brand(tmp_path / "brand", "")
    [contact] = brand.contacts
    assert (brand.name, brand.web, brand.logo) == ("[Name of the organisation]", None, None)
    assert (contact.name, contact.phone, contact.email) == ("Press office", "555 0143", None)


def test_a_logo_is_copied_beside_the_brand(tmp_path: Path) -> None:
    (tmp_path / "Our Logo.SVG").write_text("<svg/>", encoding="utf-8")
    scaffold(tmp_path / "kit", Answers(logo=tmp_path / "Our Logo.SVG"))
    brand = read_brand(tmp_path / "kit/brand", "")
    assert brand.logo == tmp_path / "kit/brand/logo.svg"
    assert brand.logo.read_text(encoding="utf-8") == "<svg/>"


def test_given_files_go_to_their_places_and_samples_stay_out(tmp_path: Path) -> None:
    given = ["spring.txt", "Fact Sheet.md", "boilerplate.txt", "quay.jpg", "old/spring.txt", "bios/ada.md"]
    for name in given:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    scaffold(tmp_path / "kit", places=placed([tmp_path / name for name in given]))
    assert names(tmp_path / "kit/releases") == ["spring-2.txt", "spring.txt"]
    assert names(tmp_path / "kit/bios") == ["ada.md"]
    assert {"Fact Sheet.md", "boilerplate.txt"} <= set(names(tmp_path / "kit"))
    assert names(tmp_path / "kit/photos") == ["photos.toml", "quay.jpg"]
    assert (tmp_path / "kit/releases/spring-2.txt").read_text(encoding="utf-8") == "old/spring.txt"


@pytest.mark.parametrize(("name", "words"), [("gone.txt", "gone.txt is not there"), ("folder", "folder is a folder")])
def test_given_files_that_cannot_be_copied_are_told_before_anything_is_made(
    tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(PresskitError) as caught:
        scaffold(tmp_path / "kit", places=placed([tmp_path / name]))
    assert words in str(caught.value)
    assert names(tmp_path) == ["folder"]


def test_windows_gets_its_own_line_ends_and_the_mac_may_start_its_file(tmp_path: Path) -> None:
    scaffold(tmp_path)
    cmd = (tmp_path / "Build my kit.cmd").read_bytes()
    assert cmd.count(b"\n") == cmd.count(b"\r\n") > 10
    assert cmd.isascii()
    command = tmp_path / "Build my kit.command"
    assert os.access(command, os.X_OK)
    assert b"\r" not in command.read_bytes()
    subprocess.run([shutil.which("dash") or "sh", "-n", command], check=True)


@pytest.fixture
def clickable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a kit made by a presskit that stands in a folder with spaces and quotes, and says how it was called."""
    prefix = tmp_path / "it's here"
    (prefix / "bin").mkdir(parents=True)
    (prefix / "bin/presskit").write_text('#!/bin/sh\necho "$PWD $*"\nexit 8\n')
    (prefix / "bin/presskit").chmod(0o755)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "prefix", str(prefix))
        scaffold(tmp_path / "my kit")
    return tmp_path / "my kit"


def double_click(kit: Path, path: str) -> str:
    """Run a kit's file for the Mac as its Terminal does, in another folder; Return is pressed at its end."""
    command = [kit / "Build my kit.command"]
    return subprocess.run(
        command, cwd="/", env={"PATH": path}, input="\n", capture_output=True, text=True, check=True
    ).stdout


def test_a_double_click_opens_the_kit_and_waits(clickable: Path) -> None:
    assert double_click(clickable, "/usr/bin:/bin") == f"{clickable} preview . --or-build\n\nPress Return to close. "


def test_a_double_click_finds_presskit_on_the_path_when_it_was_moved(clickable: Path) -> None:
    shutil.move(clickable.parent / "it's here", clickable.parent / "moved")
    assert "preview . --or-build" in double_click(clickable, f"/usr/bin:/bin:{clickable.parent}/moved/bin")


def test_a_double_click_without_presskit_says_what_to_do(clickable: Path) -> None:
    shutil.rmtree(clickable.parent / "it's here")
    told = double_click(clickable, "/usr/bin:/bin")
    assert "presskit is not on this computer" in told
    assert [line[:4] for line in told.splitlines()[1:4]] == ["  1.", "  2.", "  3."]


@pytest.mark.parametrize(
    ("prefix", "system", "command"),
    [
        ("/c/.venv", "linux", "/c/kit"),
        ("/c/.venv", "win32", "/c/kit.cmd"),
        ("/100%/v", "win32", "/100%%/v/Scripts/presskit.exe"),
        ("/v", "linux", "/v/bin/presskit"),
    ],
)
def test_a_double_click_starts_what_made_the_kit(
    monkeypatch: pytest.MonkeyPatch, prefix: str, system: str, command: str
) -> None:
    monkeypatch.setattr(scaffolding, "CHECKOUT", Path("/c"))
    monkeypatch.setattr(sys, "prefix", prefix)
    monkeypatch.setattr(sys, "platform", system)
    own, other = ("win32", "posix") if system == "win32" else ("posix", "win32")
    assert scaffolding.command_for(own) == command
    assert scaffolding.command_for(other) == ""
