"""Kits that presskit made, told from the folders of people."""

from __future__ import annotations

import lzma
import zipfile
from pathlib import Path

import pytest

from presskit import gate
from presskit.sorting.made import is_made_here

PAGE = '<!DOCTYPE html><html><head><meta name="generator" content="presskit"></head><body></body></html>'
LIST = f"{'0' * 64}  harbour.pdf\n"


def is_made(path: Path, kind: int = zipfile.ZIP_DEFLATED, **files: str) -> bool:
    """Tell whether a ZIP of these files, named with _ in the place of a dot, is taken for one of presskit's."""
    with zipfile.ZipFile(path, "w", kind) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    with gate.opened(path.parent):
        return is_made_here(path)


def test_one_of_the_two_that_stand_in_each_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "kit.zip"
    assert is_made(path, index_html=PAGE, files_txt=LIST, kit_pdf="")
    assert is_made(path, index_html=PAGE, kit_pdf="")
    assert is_made(path, files_txt=LIST, kit_pdf="")
    assert not is_made(path, index_html="<p>Ours</p>", files_txt="photos\n", kit_pdf="")


def test_a_kits_own_folder_with_a_page_or_a_list_is_no_finished_kit(tmp_path: Path) -> None:
    path = tmp_path / "kit.zip"
    assert not is_made(path, kit_toml="", index_html=PAGE)
    assert not is_made(path, kit_toml="", files_txt=LIST)
    assert is_made(path, kit_toml="", index_html=PAGE, files_txt=LIST)  # something was put in


def test_nothing_is_unpacked_that_takes_the_memory_a_zip_asks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked: list[object] = []
    monkeypatch.setattr(lzma, "LZMADecompressor", lambda *given, **named: unpacked.append(given))
    assert not is_made(tmp_path / "kit.zip", zipfile.ZIP_LZMA, index_html=PAGE, files_txt=LIST)
    assert not unpacked
