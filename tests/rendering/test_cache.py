from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from presskit.errors import OutputError
from presskit.rendering.cache import Cache


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache.find("abc.pdf") is None
    kept = cache.keep("abc.pdf", b"pages")
    assert cache.find("abc.pdf") == kept
    assert kept.read() == b"pages"


def test_no_cache_keeps_without_looking(tmp_path: Path) -> None:
    Cache(tmp_path).keep("abc.pdf", b"old")
    cache = Cache(tmp_path, reuse=False)
    assert cache.find("abc.pdf") is None
    assert cache.keep("abc.pdf", b"new").read() == b"new"


def test_nothing_half_written_stays(tmp_path: Path) -> None:
    Cache(tmp_path).keep("abc.pdf", b"pages")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["abc.pdf"]


def test_a_full_disk_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def replace(_: Path, __: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OutputError, match="cannot be written: the disk is full"):
        Cache(tmp_path).keep("abc.pdf", b"pages")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def gone_wrong(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    "change",
    [
        flipped,
        gone_wrong,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(path.read_bytes() + b"more"),
        lambda path: path.write_bytes(path.read_bytes()[:20]),
    ],
    ids=["a bit", "a pipe", "empty", "cut", "longer", "hardly begun"],
)
def test_a_file_that_is_not_as_it_was_is_made_anew(tmp_path: Path, change: Callable[[Path], object]) -> None:
    cache = Cache(tmp_path)
    change(cache.keep("abc.pdf", b"pages" * 20).path)
    assert cache.find("abc.pdf") is None
    cache.keep("abc.pdf", b"pages" * 20)
    found = cache.find("abc.pdf")
    assert found
    assert (found.read(), found.size_bytes) == (b"pages" * 20, 100)


def test_a_file_that_nobody_may_read_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path)
    cache.keep("abc.pdf", b"pages")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        assert cache.find("abc.pdf") is None
    assert cache.keep("abc.pdf", b"pages").read() == b"pages"
