"""Findings as a person reads them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from presskit.findings import Where, finding
from presskit.resources import CALLED_AS
from presskit.terminal import check_command, say, say_json, say_lines
from presskit.terminal.phrases import line_of, typed

PIER = Path("photos/pier.jpg")


@pytest.mark.parametrize(
    ("where", "begin"),
    [
        (Where(), "pier.jpg has no credit. Add it"),
        (Where(PIER), "pier.jpg has no credit. Add it"),
        (Where(PIER, line=2), "pier.jpg, line 2: pier.jpg has no credit. Add it"),
        (Where(Path("photos.toml")), "photos.toml: pier.jpg has no credit. Add it"),
    ],
)
def test_a_file_is_named_once(where: Where, begin: str) -> None:
    assert line_of(finding("c-009", where, name="pier.jpg")).startswith(begin)


def test_a_file_that_the_sentence_names_with_its_folder_is_named_once() -> None:
    assert line_of(finding("s-001", Where(PIER), name=str(PIER))).startswith("photos/pier.jpg is not there.")


def test_the_code_stands_at_the_end() -> None:
    assert line_of(finding("s-001", Where(PIER), name="pier.jpg")).endswith("(s-001)")


def test_a_narrow_console_shows_what_it_can() -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    say("“Łódź” \udce9", console)
    console.seek(0)
    assert console.read() == "“?ód?” ?\n"


def test_a_command_is_told_as_it_is_typed_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CALLED_AS, "./kit")
    nothing = finding("s-006", folder="“tide”", hint="Name a file: presskit build release.txt")
    assert "file: ./kit build release.txt (s-006)" in line_of(nothing)
    names = [Path("a.docx"), Path("our kits/été.md")]
    assert check_command(names, "shop", strict=True) == './kit check a.docx "our kits/été.md" --for shop --strict'
    assert check_command(None, "email", strict=False) == "./kit check"


@pytest.mark.parametrize(
    ("name", "typed_"),
    [("$(reboot).md", "'$(reboot).md'"), ("a`b`.md", "'a`b`.md'"), ('"; ls "', "'\"; ls \"'"), ("-rf.md", "./-rf.md")],
)
def test_no_name_of_a_file_is_run_by_the_shell_it_is_pasted_into(name: str, typed_: str) -> None:
    assert typed("inspect", Path(name)) == f"presskit inspect {typed_}"


def test_no_name_makes_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    say_lines(["In it: a\nReady to send.md", line_of(finding("s-002", Where(Path("a\r\nb.md")), name="a\r\nb.md"))])
    first, second = capsys.readouterr().out.splitlines()
    assert first == "In it: a Ready to send.md"
    assert second.startswith("a b.md is empty.")


def test_a_program_is_told_whole_characters_only(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"file": Path("Gr\udcfcn \U0001f600.jpg")})
    told = capsys.readouterr().out
    assert json.loads(told) == {"file": "Gr\ufffdn \U0001f600.jpg"}
    assert told.isascii()


def test_no_name_of_a_file_gives_the_terminal_orders() -> None:
    stream = io.StringIO()
    say("a\x1b[2J\x07\u202egpj.exe\tü\nnext", stream)
    assert stream.getvalue() == "a?[2J??gpj.exe\tü\nnext\n"
