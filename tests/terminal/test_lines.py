"""What a person reads is set in the terminal's width; what they copy, and what programs read, is not touched."""

from __future__ import annotations

import io

import pytest

from presskit.terminal.lines import write

FOUND = "  - release.txt, line 4: “[Headline]” is still to be filled in. Replace it with the real words. (c-007)"
COMMAND = (
    "  - There is nothing to build in it. Put a release into it, or name a file: presskit build a-long-name.txt (s-006)"
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(text: str, stream: io.StringIO) -> str:
    write(text, stream)
    return stream.getvalue()


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_a_finding_is_set_in_the_terminals_width_below_its_own_words(
    monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = shown(FOUND, Terminal()).rstrip("\n").split("\n")
    assert len(lines) > 1
    assert max(map(len, lines)) < columns
    assert all(line.startswith("    ") for line in lines[1:])
    assert " ".join(" ".join(lines).split()) == " ".join(FOUND.split())


def test_a_command_stands_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert any("presskit build a-long-name.txt" in line for line in shown(COMMAND, Terminal()).split("\n"))


@pytest.mark.parametrize("text", [f'{{"message": "{FOUND}"}}', "  Headline  " + "words " * 30, "short (c-007)"])
def test_what_is_no_finding_stays_as_it_is(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert shown(text, Terminal()) == f"{text}\n"


def test_for_a_file_or_a_program_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert shown(FOUND, io.StringIO()) == f"{FOUND}\n"
