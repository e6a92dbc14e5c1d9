from __future__ import annotations

import stat
from pathlib import Path

import pytest

from presskit.errors import SourceError
from presskit.reading.formats.opening import open_source

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def converter(folder: Path, script: str) -> Path:
    """Put a program called antiword into a folder of its own."""
    program = folder / "bin" / "antiword"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program.parent


def test_the_words_are_taken_out_by_a_program_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{converter(tmp_path, 'echo The ferry sails.')}:/bin:/usr/bin")
    path = tmp_path / "a.doc"
    path.write_bytes(OLD)
    opened = open_source(path)
    assert [block.text for block in opened.text.blocks] == ["The ferry sails."]
    assert [item.code for item in opened.findings] == ["c-036"]


@pytest.mark.parametrize("script", ["exit 1", "exit 0"])
def test_a_file_that_the_program_cannot_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setenv("PATH", f"{converter(tmp_path, script)}:/bin:/usr/bin")
    path = tmp_path / "a.doc"
    path.write_bytes(OLD)
    with pytest.raises(SourceError) as caught:
        open_source(path)
    assert [problem.code for problem in caught.value.problems] == ["s-023"]
