"""The first kit of somebody who has never opened a terminal: questions, answers, the PDF on the screen."""

from __future__ import annotations

import json
import os
import re
import sys
import tomllib
from pathlib import Path

import pytest

from docs import play_guide
from presskit.resources import CALLED_AS
from presskit.settings import read_brand
from presskit.terminal import show_file, streams
from tests.conftest import Cli
from tests.support.needs import need_terminal
from tests.support.words import never_read
from tests.support.writing import PARAGRAPH, brand, photo, release, write_kit

QUESTIONS = """$ ./kit new first
Eight questions about your organisation. Enter skips one; you can change every answer later.
Its full name: {name}
Its colour (#12355B, or a word such as navy) or its logo (drag the file here): {look}
Press contact, first name and last name: {contact}
Telephone of the press contact: {phone}
E-mail address of the press contact: {mail}
Website: {web}
Country, in two letters such as US or GB: {country}
Paper: letter or a4: {paper}
Made first with 9 files.
Replace the texts in [square brackets], in any text editor. Then:
  ./kit build first
"""
SKIPPED = dict.fromkeys(("name", "look", "contact", "phone", "mail", "web", "country", "paper"), "")


def run(told: str, folder: Path) -> str:
    """Return what a person sees who types what is told in a terminal, and answers as is told."""
    need_terminal()
    return play_guide.run(told, folder)


def test_all_questions_can_be_skipped(tmp_path: Path) -> None:
    told = QUESTIONS.format(**SKIPPED)
    assert run(told, tmp_path) == told
    made = read_brand(tmp_path / "first/brand", "")
    assert (made.name, made.contacts[0].name) == ("[Name of the organisation]", "[Name of the press contact]")
    assert (made.web, made.logo, made.contacts[0].phone, made.contacts[0].email) == (None, None, None, None)


def test_an_answer_that_cannot_be_used_is_asked_for_again(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#7a1f3d" d="M0 0h9v9z"/></svg>'
    (tmp_path / "new logo.svg").write_text(svg, encoding="utf-8")
    look = (
        "shiny\nError: “shiny” is neither a colour nor a logo. Write a colour such as #12355B or navy, or the name of "
        "an SVG, PNG or JPEG file.\nIts colour (#12355B, or a word such as navy) or its logo (drag the file here): "
        "'new logo.svg'\n  Its colour is taken from the logo: #7a1f3d"
    )
    mail = "x\nError: “x” is not an e-mail address. Write it like press@organisation.example, or press Enter.\n"
    mail += "E-mail address of the press contact: x@y.example"
    told = QUESTIONS.format(**SKIPPED | {"look": look, "mail": mail}).replace("with 9", "with 10")
    assert run(told, tmp_path) == told
    made = read_brand(tmp_path / "first/brand", "")
    assert made.brand == "#7a1f3d"
    assert made.logo == tmp_path / "first/brand/logo.svg"
    assert (made.contacts[0].name, made.contacts[0].email) == ("Press office", "x@y.example")


@pytest.mark.parametrize(
    ("country", "paper", "settings"),
    [
        ("GB", "", {"region": "GB", "paper": "a4", "language": "en-GB"}),
        ("uk", "letter", {"region": "GB", "paper": "letter", "language": "en-GB"}),
        ("US", "", {"region": "US", "paper": "letter", "language": "en-US"}),
        ("FR", "", {"region": "FR", "paper": "a4"}),
        ("", "a4", {"paper": "a4"}),
    ],
)
def test_country_and_paper_are_the_kits(tmp_path: Path, country: str, paper: str, settings: dict[str, str]) -> None:
    told = QUESTIONS.format(**SKIPPED | {"country": country, "paper": paper})
    assert run(told, tmp_path) == told
    made = tomllib.loads((tmp_path / "first/kit.toml").read_text(encoding="utf-8"))
    assert {key: made[key] for key in ("region", "paper", "language") if key in made} == settings


def test_a_country_or_a_paper_that_is_none_is_asked_for_again(tmp_path: Path) -> None:
    country = (
        "Atlantis\nError: “Atlantis” is not the two letters of a country. Write two letters such as US, GB or FR, or "
    )
    country += "press Enter.\nCountry, in two letters such as US or GB: "
    paper = (
        "a5\nError: “a5” is no paper that presskit knows. Write letter or a4, or press Enter.\nPaper: letter or a4: "
    )
    told = QUESTIONS.format(**SKIPPED | {"country": country, "paper": paper})
    assert run(told, tmp_path) == told


def test_a_british_kit_writes_british_dates(cli: Cli, tmp_path: Path) -> None:
    told = QUESTIONS.format(**SKIPPED | {"country": "GB"})
    run(told, tmp_path)
    kit = tmp_path / "first"
    (kit / "releases/first-release.md").write_text(release(), encoding="utf-8")
    done = cli("build", kit, "-o", tmp_path / "kit.txt")
    assert "12 May 2026" in (tmp_path / "kit-DRAFT.txt").read_text(encoding="utf-8"), done.out


def test_without_a_terminal_nothing_is_asked(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CALLED_AS, raising=False)
    done = cli("new", tmp_path / "my kit")
    assert done.code == 0
    assert done.out.splitlines()[-1] == f'  presskit build "{tmp_path / "my kit"}"'
    assert "Eight questions" not in done.out
    told = f"$ ./kit new second --no-questions\n{QUESTIONS.partition('Paper: letter or a4: {paper}')[2].lstrip()}"
    assert run(told, tmp_path) == told.replace("first", "second")


def test_given_files_are_copied_and_told(cli: Cli, tmp_path: Path) -> None:
    for name in ("spring.txt", "Fact Sheet.md"):
        (tmp_path / name).write_text(release(), encoding="utf-8")
    done = cli("new", tmp_path / "kit", "--from", tmp_path / "spring.txt", tmp_path / "Fact Sheet.md")
    assert done.code == 0
    assert "spring.txt is now releases/spring.txt\n" in done.out
    assert (tmp_path / "kit/Fact Sheet.md").is_file()


def test_a_saved_pages_pictures_come_along(cli: Cli, tmp_path: Path) -> None:
    photo(tmp_path / "nursery_files/tank.jpg")
    page = f"<html><body><article><h1>Nursery opens</h1><p>PORT HOLLOW, May 20, 2026 – {PARAGRAPH}</p>"
    page += f'<img src="nursery_files/tank.jpg" alt="A tank"><p>{PARAGRAPH}</p></article></body></html>'
    (tmp_path / "nursery.html").write_text(page, encoding="utf-8")
    done = cli("new", tmp_path / "kit", "--no-questions", "--from", tmp_path / "nursery.html")
    assert done.code == 0, done.err
    assert (tmp_path / "kit/releases/nursery_files/tank.jpg").is_file()
    done = cli("build", tmp_path / "kit", "-o", tmp_path / "kit.html")
    assert b"A tank" in next(tmp_path.glob("kit*.html")).read_bytes(), done.err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [(("a.txt",), 2, "Write --from before your texts and photos."), (("--from", "a.txt"), 3, "a.txt is not there")],
)
def test_files_that_cannot_be_used_leave_no_folder(
    cli: Cli, tmp_path: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    done = cli("new", tmp_path / "kit", *words)
    assert done.code == code
    assert told in done.err
    assert list(tmp_path.iterdir()) == []


def test_every_bracket_of_a_new_kit_is_a_mistake_until_it_is_replaced(cli: Cli, tmp_path: Path) -> None:
    """Photos have none, and a group of settings such as [[contacts]] is no text."""
    assert cli("new", tmp_path / "kit").code == 0
    found = json.loads(cli("check", tmp_path / "kit", "--json").out)["findings"]
    told = {(Path(item["file"]).name, item["message"]) for item in found if item["code"] == "c-007" and item["line"]}
    brackets = [
        (path.name, f"“{words}” is still to be filled in.")
        for path in (tmp_path / "kit").rglob("*")
        if path.suffix in (".toml", ".md", ".txt")
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for words in re.findall(r"(?<!\[)\[[^\[\]]+\]", line)
    ]
    assert len(brackets) >= 25
    assert set(brackets) <= told


def test_a_bracket_for_a_contact_in_a_release_is_a_mistake(cli: Cli, tmp_path: Path) -> None:
    text = release().replace("{body}", "") + "\nCONTACT: [name], 202 555 0143\n"
    kit = write_kit(tmp_path / "kit", {"releases/a.md": text})
    [item] = [one for one in json.loads(cli("check", kit, "--json").out)["findings"] if one["code"] == "c-007"]
    assert item["message"] == "“[name]” is still to be filled in."
    assert item["line"] == len(text.splitlines())


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return write_kit(tmp_path / "kit", {"releases/a.md": release(), "brand/brand.toml": brand()})


def opener(folder: Path, script: str) -> Path:
    """Make a program that stands for the one which opens files here."""
    (folder / "xdg-open").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / "xdg-open").chmod(0o755)
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="the opener is called otherwise elsewhere")
def test_open_shows_the_pdf(cli: Cli, kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(opener(tmp_path, f'echo "$1" >"{tmp_path}/opened"')))
    done = cli("build", kit, "-o", tmp_path / "kit.pdf", "--open")
    assert done.code == 0
    assert (tmp_path / "opened").read_text().strip() == str(tmp_path / "kit.pdf")
    assert "could not be opened" not in done.out


@pytest.mark.skipif(sys.platform != "linux", reason="the opener is called otherwise elsewhere")
@pytest.mark.parametrize("script", [None, "exit 3"])
def test_without_an_opener_the_path_is_told(
    cli: Cli, kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str | None
) -> None:
    monkeypatch.setenv("PATH", str(opener(tmp_path, script) if script else tmp_path))
    done = cli("build", kit, "-o", tmp_path / "kit.pdf", "--open")
    assert done.code == 0
    assert done.out.endswith(f"The file could not be opened from here. You find it at {tmp_path / 'kit.pdf'}\n")
    assert cli("build", kit, "-o", tmp_path / "kit.pdf", "--open", "--json").out.startswith("{")


@pytest.mark.parametrize(("system", "program"), [("darwin", "open"), ("linux", "xdg-open")])
def test_each_system_has_its_opener(monkeypatch: pytest.MonkeyPatch, system: str, program: str) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(streams.shutil, "which", asked.append)
    assert not show_file(Path("kit.pdf"))
    assert asked == [program]


def test_windows_opens_files_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "startfile", opened.append, raising=False)
    assert show_file(Path("kit.pdf"))
    assert opened == [Path.cwd() / "kit.pdf"]

    def refuse(path: Path) -> None:
        raise OSError("no program for PDF files")

    monkeypatch.setattr(os, "startfile", refuse)
    assert not show_file(Path("kit.pdf"))


@pytest.mark.parametrize("words", [[], ["new"], ["inspect"], ["build"], ["check"]], ids=" ".join)
def test_help_is_in_words_people_read(cli: Cli, words: list[str]) -> None:
    assert never_read(cli(*words, "--help").out) == []
