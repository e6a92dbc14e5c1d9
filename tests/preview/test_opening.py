"""Only what presskit reads as a text, a table or a picture comes up in its own program."""

from __future__ import annotations

import io
import zipfile
from contextvars import Context
from pathlib import Path

import pytest

from presskit import gate
from presskit.preview.opening import may_be_opened, show
from tests.support.word_files import png, word


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


OPENED = {
    "release.md": b"# Ferry sails",
    "kit.toml": b'title = "Ferry"',
    "list.csv": b"name,email\n",
    "table.xlsx": zipped("xl/workbook.xml"),
    "text.odt": zipped("content.xml", "mimetype"),
    "text.rtf": rb"{\rtf1\ansi Ferry}",
    "quay.png": png().getvalue(),
}
REFUSED = {
    "release.docx": zipped("word/document.xml", "word/vbaProject.bin"),
    "table.xlsx": zipped("xl/workbook.xml", "xl/vbaProject.bin"),
    "macro.odt": zipped("content.xml", "Basic/Standard/script.xml"),
    "renamed.docx": b"MZ\x90",
    "script.txt": b"#!/bin/sh\nrm -rf /\n",
    "binary.md": b"MZ\x90\x00",
    "page.html": b"<html><script>1</script></html>",
    "text.rtf": rb"{\rtf1 {\object\objdata 01}}",
    "quay.jpg": png().getvalue(),
    "logo.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
    "link.desktop": b"[Desktop Entry]\nExec=sh\n",
    "kit.pdf": b"%PDF-1.7",
    "run.bat": b"echo",
    "none": b"text",
}


@pytest.mark.parametrize("name", OPENED)
def test_texts_tables_and_pictures_are_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(OPENED[name])
    with gate.opened(tmp_path):
        assert may_be_opened(tmp_path / name)
        assert may_be_opened(word(tmp_path / "a.docx", "Ferry sails"))


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_program_could_run_is_not(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path] = []
    monkeypatch.setattr("presskit.preview.opening.show_file", lambda path: bool(shown.append(path)) or True)
    (tmp_path / name).write_bytes(REFUSED[name])
    with gate.opened(tmp_path):
        assert not may_be_opened(tmp_path / name)
        assert show(tmp_path / name)
    assert shown == [tmp_path]


def test_no_link_leads_out_of_the_kit(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("nobody's business")
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit" / "a.txt").symlink_to(tmp_path / "secret.txt")

    def look() -> bool:
        with gate.opened(tmp_path / "kit"):
            return may_be_opened(tmp_path / "kit" / "a.txt")

    assert not Context().run(look)
