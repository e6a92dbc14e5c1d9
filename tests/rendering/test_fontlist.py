from __future__ import annotations

from pathlib import Path

import pytest

from presskit.rendering.cache import default_cache_folder


def test_finished_work_is_kept_where_the_user_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSKIT_CACHE", str(tmp_path / "new" / "folder"))
    assert default_cache_folder() == tmp_path / "new" / "folder"
    assert default_cache_folder().is_dir()


def test_finished_work_has_a_place_where_none_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("PRESSKIT_CACHE", str(tmp_path / "file" / "cache"))
    folder = default_cache_folder()
    assert folder.is_dir()
    assert not folder.is_relative_to(tmp_path)
    assert default_cache_folder() == folder
