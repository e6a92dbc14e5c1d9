from __future__ import annotations

from pathlib import Path

import pytest

from presskit.errors import OutputError
from presskit.rendering.cache import Cache


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache.find("abc.pdf") is None
    kept = cache.keep("abc.pdf", b"pages")
    assert cache.find("abc.pdf") == kept
    assert kept.read_bytes() == b"pages"


def test_no_cache_keeps_without_looking(tmp_path: Path) -> None:
    Cache(tmp_path).keep("abc.pdf", b"old")
    cache = Cache(tmp_path, reuse=False)
    assert cache.find("abc.pdf") is None
    assert cache.keep("abc.pdf", b"new").read_bytes() == b"new"


def test_nothing_half_written_stays(tmp_path: Path) -> None:
    Cache(tmp_path).keep("abc.pdf", b"pages")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["abc.pdf"]


def test_a_full_disk_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(_: Path, __: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OutputError, match="cannot be written: no space left on device"):
        Cache(tmp_path).keep("abc.pdf", b"pages")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
