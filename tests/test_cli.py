"""Every way to go wrong at five in the afternoon: the right exit code, one clear message, nothing half-written."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from presskit import __version__
from presskit.composing.templating import filling
from presskit.making import build as building
from tests.conftest import ROOT, Cli
from tests.support.writing import brand, release, write_kit


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return write_kit(tmp_path / "kit", {"releases/a.md": release(), "brand/brand.toml": brand()})


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def test_a_file_that_is_not_there(cli: Cli, tmp_path: Path) -> None:
    done = cli("build", tmp_path / "gone.txt", "-o", tmp_path / "out.pdf")
    assert done.code == 3
    [line] = lines(done.err)
    assert "gone.txt is not there" in line


def test_files_that_cannot_be_read_are_told_together(cli: Cli, kit: Path) -> None:
    (kit / "releases" / "empty.txt").write_text("", encoding="utf-8")
    (kit / "releases" / "old.odt").write_bytes(b"PK\x03\x04")
    done = cli("build", kit)
    assert done.code == 3
    assert len(lines(done.err)) == 2
    for words in ("empty.txt is empty", "old.odt cannot be opened as OpenDocument text"):
        assert words in done.err
    assert not (kit / "out").exists()


def test_settings_with_two_mistakes(cli: Cli, kit: Path) -> None:
    (kit / "kit.toml").write_text('titel = "Ferry"\npaper = "a5"\n', encoding="utf-8")
    done = cli("build", kit)
    assert done.code == 4
    assert len(lines(done.err)) == 2
    assert "kit.toml, line 1" in done.err
    assert "kit.toml, line 2" in done.err


def test_an_output_that_cannot_be_written(cli: Cli, kit: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    done = cli("build", kit, "-o", tmp_path / "file" / "kit.pdf")
    assert done.code == 7
    assert len(lines(done.err)) == 1


def test_a_source_is_never_overwritten(cli: Cli, tmp_path: Path) -> None:
    source = tmp_path / "release.pdf"
    source.write_text(release(), encoding="utf-8")
    assert cli("build", source, "-o", source).code == 7
    assert source.read_text(encoding="utf-8") == release()


def test_an_ending_that_presskit_does_not_write(cli: Cli, kit: Path, tmp_path: Path) -> None:
    done = cli("build", kit, "-o", tmp_path / "kit.docx")
    assert done.code == 7
    assert ".pdf" in done.err


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{% block body %}\n{{ document.headlin }}\n{% endblock %}", "line 2"),
        ("{% block body %}", "line 1"),
        ('{% include "other.html" %}', "other.html"),
        ("{{ document.__class__.__mro__ }}", "“__class__”, which is not there"),
        ("{{ document.source.unlink() }}", "line 1"),
        ("{{ 1 / 0 }}", "line 1"),
    ],
)
def test_a_brand_template_with_a_mistake(cli: Cli, kit: Path, template: str, words: str) -> None:
    write_kit(kit, {"brand/templates/release.html": template})
    done = cli("build", kit)
    assert done.code == 6
    [line] = lines(done.err)
    assert "release.html" in line
    assert words in line
    assert not (kit / "out").exists()


def test_a_page_may_not_read_files_outside(cli: Cli, kit: Path) -> None:
    (kit / "secret.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    template = '<html lang="en"><title>x</title><img alt="x" src="brand:../secret.svg"></html>'
    write_kit(kit, {"brand/templates/release.html": template})
    done = cli("build", kit)
    assert done.code == 6
    assert "b-003" in done.err


def test_a_template_that_never_ends_is_named(cli: Cli, kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "MOST_CPU_S", 0.3)
    endless = "{% for a in range(90000) %}{% for b in range(90000) %}{{ a * b }}{% endfor %}{% endfor %}"
    write_kit(kit, {"brand/templates/release.html": endless})
    done = cli("build", kit)
    assert done.code == 6
    [line] = lines(done.err)
    assert line.startswith("release.html, line 1: The template release.html has a mistake: it does not end within")
    assert not (kit / "out").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("build", "--paper", "a5"),
        ("build", "--theme", "none"),
        ("build", "--for", "press"),
        ("check", "--against", "."),
        ("build", "--mail-limit", "7MB"),
    ],
)
def test_wrong_words(cli: Cli, kit: Path, words: tuple[str, ...]) -> None:
    done = cli(words[0], kit, *words[1:])
    assert done.code == 2
    assert done.err
    assert "Traceback" not in done.err


def test_the_default_name_says_what_it_is(cli: Cli, kit: Path) -> None:
    write_kit(kit, {"kit.toml": 'title = "Ferry Week"\nembargo = "2026-06-01 09:00 UTC"\n'})
    write_kit(kit, {"releases/b.md": release("A second ferry")})
    assert cli("build", kit).code == 0
    [pdf] = (kit / "out").iterdir()
    assert pdf.name == "quillon-ferry-press-kit-ferry-week-2026-05-12-EMBARGOED.pdf"


def test_a_draft_leaves_the_name_asked_for_alone(cli: Cli, kit: Path, tmp_path: Path) -> None:
    assert cli("build", kit, "-o", tmp_path / "kit.pdf").code == 0
    good = (tmp_path / "kit.pdf").read_bytes()
    write_kit(kit, {"releases/a.md": release("[Headline]")})
    done = cli("build", kit, "-o", tmp_path / "kit.pdf")
    assert done.code == 8
    assert done.out.startswith("Not ready to send: 1 thing to fix.")
    assert (tmp_path / "kit.pdf").read_bytes() == good
    assert (tmp_path / "kit-DRAFT.pdf").exists()


def test_strict_makes_warnings_mistakes(cli: Cli, tmp_path: Path) -> None:
    source = tmp_path / "a.md"
    source.write_text(release(), encoding="utf-8")
    assert cli("build", source, "-o", tmp_path / "kit.pdf").code == 0
    assert cli("build", source, "-o", tmp_path / "kit.pdf", "--strict").code == 8


def test_the_verdict_is_short(cli: Cli, kit: Path) -> None:
    """Ten lines, and at most three that quote what was read without being sure."""
    for number in range(20):
        write_kit(kit, {f"releases/{number}.txt": "see our factsheet yesterday"})
    said = lines(cli("build", kit).out)
    unsure = [line for line in said if "not sure" in line]
    assert len(unsure) <= 3
    assert len(said) - len(unsure) <= 10


def test_the_command_that_shows_all_can_be_typed(cli: Cli, tmp_path: Path) -> None:
    files = [tmp_path / "one release.md", tmp_path / "two.md"]
    for file in files:
        file.write_text("# News\n\n" + "Come to [the place].\n\n" * 4, encoding="utf-8")
    shown = next(line for line in cli("build", *files, "-o", tmp_path / "kit.pdf").out.splitlines() if "more" in line)
    assert shown.endswith(f'type: presskit check "{files[0]}" {files[1]}')
    done = cli("check", *files)
    assert done.code == 8
    assert done.out.count("“[the place]” is still to be filled in") == 8


def test_a_text_has_its_size_in_kilobytes(cli: Cli, kit: Path, tmp_path: Path) -> None:
    done = cli("build", kit, "-o", tmp_path / "kit.txt")
    assert re.search(r"kit\.txt, \d kB\n", done.out)


def test_finished_files_are_checked_one_by_one(cli: Cli, kit: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    (tmp_path / "b.pdf").write_bytes(b"")
    done = cli("check", tmp_path / "a.pdf", tmp_path / "b.pdf")
    assert [name in done.out for name in ("a.pdf: The file cannot", "b.pdf: The file cannot")] == [True, True]
    mixed = cli("check", tmp_path / "a.pdf", kit)
    assert mixed.code == 2
    assert "a.pdf is a finished file" in mixed.err


def test_the_verdict_names_a_few_files_of_each_kind(cli: Cli, kit: Path) -> None:
    for number in range(4):
        write_kit(kit, {f"releases/{number}.md": release(f"Ferry number {number} sails")})
    assert "  In it: 5 press releases (0.md, 1.md, 2.md and 2 more)." in lines(cli("build", kit).out)
    write_kit(kit, {"releases/a.md": release("[Headline]")})
    draft = lines(cli("build", kit).out)
    assert draft[0].startswith("Not ready to send")
    assert "In it: 5 press releases (0.md, 1.md, 2.md and 2 more)." in draft


def test_json_is_one_object_and_nothing_else(cli: Cli, kit: Path, tmp_path: Path) -> None:
    done = cli("build", kit, "-o", tmp_path / "kit.pdf", "--json")
    result = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert result["ready"]
    assert result["output"] == str(tmp_path / "kit.pdf")
    assert result["bytes"] == (tmp_path / "kit.pdf").stat().st_size
    failed = cli("build", tmp_path / "gone", "--json")
    assert json.loads(failed.out)["exit_code"] == failed.code == 3


def test_inspect_prints_what_is_documented(cli: Cli, kit: Path) -> None:
    done = cli("inspect", kit / "releases" / "a.md", "--json")
    assert list(json.loads(done.out)) == [
        "source", "headline", "subhead", "dateline", "date", "status", "embargo", "contacts", "boilerplate",
        "body", "quotes", "end_mark", "notes", "removed", "unprinted", "unsure", "findings",
    ]  # fmt: skip
    assert "Ferry stops at all nine islands" in cli("inspect", kit / "releases" / "a.md").out


def test_new_then_build_is_a_draft(cli: Cli, tmp_path: Path) -> None:
    assert cli("new", tmp_path / "first").code == 0
    done = cli("build", tmp_path / "first")
    assert done.code == 8
    assert "[" in done.out
    assert cli("new", tmp_path / "first").code == 7


def test_ctrl_c_is_answered_in_one_line(cli: Cli, kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "build", stopped)
    done = cli("build", kit)
    assert done.code == 130
    assert done.err == "Stopped. Nothing was written.\n"
    assert not (kit / "out").exists()


def test_help_shows_examples_and_loads_no_engine() -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for words in ([], ["new"], ["inspect"], ["build"], ["check"], ["diff"]):
        command = [sys.executable, "-X", "importtime", "-m", "presskit", *words, "--help"]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
        assert "presskit " in done.stdout.split("Options:")[0].split("Usage:", 1)[1].split("\n", 1)[1]
        loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
        assert loaded & {"weasyprint", "pikepdf", "pypdf", "jinja2", "PIL", "lxml", "rich", "multiprocessing"} == set()


def test_without_words_the_help_is_told_line_by_line(cli: Cli) -> None:
    done = cli()
    assert done.code == 2
    assert done.err == cli("--help").out
    assert [line for line in done.err.splitlines() if not line.isprintable()] == []


def test_the_version_is_said_with_what_it_runs_on(cli: Cli) -> None:
    done = cli("--version")
    assert done.code == 0
    assert done.out.startswith(f"presskit {__version__}, Python 3.")


def test_a_mistake_of_presskits_own_says_the_version_and_whom_to_tell(
    cli: Cli, kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a line of ours")

    monkeypatch.setattr(building, "build", broken)
    done = cli("build", kit)
    assert done.code == 1
    assert done.err.startswith("This is a mistake in presskit, not in your kit. Please send these lines to whoever")
    assert f"presskit {__version__}, Python 3." in done.err
    assert "ZeroDivisionError: a line of ours" in done.err


@pytest.mark.parametrize(
    ("words", "said"), [(["build", "--nope"], "--nope"), (["bild"], "bild"), (["build", "--jobs", "x"], "--jobs")]
)
def test_words_that_do_not_fit_are_json_where_it_is_asked_for(cli: Cli, words: list[str], said: str) -> None:
    done = cli(*words, "--json")
    assert done.code == 2
    answer = json.loads(done.out)
    assert answer["exit_code"] == 2
    [problem] = answer["findings"]
    assert problem["code"] == "b-007"
    assert said in problem["message"]


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_help_fits_the_terminal(cli: Cli, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.delitem(sys.modules, "presskit.cli", raising=False)
    for command in (
        "new",
        "inspect",
        "import",
        "build",
        "preview",
        "mail",
        "personal",
        "check",
        "diff",
        "sent",
        "cache",
    ):
        lines = cli(command, "--help").out.splitlines()
        assert [line for line in lines if len(line) > columns] == []
        assert [line for line in lines if line.endswith("-")] == []  # the name of a file, which is to be copied
        assert any(line.startswith("    presskit ") for line in lines)
        assert [line for line in lines if not line.isprintable()] == []


MISTYPED = {
    "a folder": ("build", "My-Kitt", "my-kit"),
    "a text": ("inspect", "relaese.txt", "release.txt"),
    "another ending": ("check", "release.text", "release.txt"),
    "a folder above": ("inspect", "my-kitt/kit.toml", "my-kit/kit.toml"),
}


@pytest.mark.parametrize(("command", "typed", "meant"), MISTYPED.values(), ids=MISTYPED)
def test_a_mistyped_name_is_asked_about(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, typed: str, meant: str
) -> None:
    write_kit(tmp_path, {"my-kit/kit.toml": "", "release.txt": "Words"})
    monkeypatch.chdir(tmp_path)
    done = cli(command, typed)
    assert done.code == 3
    assert f"Did you mean {meant}? (s-001)" in done.err


def test_a_name_like_no_other_is_not_guessed(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_kit(tmp_path, {"my-kit/kit.toml": ""})
    monkeypatch.chdir(tmp_path)
    assert "Check the name and the folder" in cli("build", "spring").err


ABSENT = {
    "build": ["build", "absent"],
    "watch": ["build", "absent", "--watch"],
    "check": ["check", "absent.pdf"],
    "against": ["check", "kit.pdf", "--against", "absent"],
    "inspect": ["inspect", "absent.txt"],
    "import": ["import", "absent", "--into", "kit"],
    "new": ["new", "kit2", "--from", "absent.txt", "--no-questions"],
    "mail": ["mail", "kit", "--to", "absent.csv"],
    "personal": ["personal", "kit", "--to", "absent.csv"],
    "sent": ["sent", "absent", "kit.pdf"],
    "what was sent": ["sent", "kit", "absent.pdf"],
    "diff": ["diff", "absent.pdf", "kit"],
    "the printer's profile": ["build", "kit", "--for", "shop", "--icc", "absent.icc"],
}


@pytest.mark.parametrize("words", ABSENT.values(), ids=ABSENT)
def test_a_file_that_is_not_there_ends_with_the_same_code_everywhere(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    write_kit(tmp_path, {"kit/a.txt": release(), "kit.pdf": "%PDF-1.7"})
    monkeypatch.chdir(tmp_path)
    done = cli(*words)
    assert done.code == 3, done.err + done.out
    assert "(s-001)" in done.err


NOT_LOOKED_AT = {
    "a kit that lies deep": ({"a/b/c/d/my-kit/releases/r.txt": "x"}, "a/b/c/d/my-kit"),
    "a text that lies deep": ({"a/b/c/d/r.txt": "x"}, "a/b/c/d/r.txt"),
    "a release in the brand": ({"brand/brand.toml": "", "brand/release.txt": "x"}, "brand/release.txt"),
}


@pytest.mark.parametrize(("files", "there"), NOT_LOOKED_AT.values(), ids=NOT_LOOKED_AT)
def test_where_nothing_is_to_be_built_what_was_not_looked_at_is_named(
    cli: Cli, tmp_path: Path, files: dict[str, str], there: str
) -> None:
    kit = write_kit(tmp_path / "kit", files)
    done = cli("build", kit)
    assert done.code == 3
    assert f"Not looked at was {there}. To build it, type: presskit build {kit / there} (s-006)" in done.err


@pytest.mark.parametrize(
    "words", [["build", "-\u202ex"], ["--\x1b[31m\nReady"], ["bu\u202eild"], ["check", "--x\udcfc"]]
)
def test_words_that_are_no_options_order_nothing(cli: Cli, words: list[str]) -> None:
    done = cli(*words)
    assert done.code == 2
    assert not re.search("[\x1b\u202e\udcfc]", done.err)
    assert len(done.err.splitlines()) == 4
