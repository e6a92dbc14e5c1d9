"""Finished work is bounded: what was not used for longest leaves first, and nothing that is not presskit's."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from presskit.errors import PresskitError
from presskit.rendering import keeping
from presskit.rendering.cache import DIGEST_BYTES, Cache
from tests.conftest import Cli

NAMES = [f"{number:02x}" * 32 for number in range(4)]
LONG_AGO_S = 10 * 24 * 3600


def filled(folder: Path) -> Cache:
    """Return a cache with four documents of a thousand bytes, the first used before the others."""
    cache = Cache(folder)
    for number, name in enumerate(NAMES):
        kept = cache.keep(f"{name}.pdf", bytes(1000 - DIGEST_BYTES))
        os.utime(kept.path, (1, time.time() - LONG_AGO_S + number))
    return cache


def names(folder: Path) -> set[str]:
    return {one.path.stem for one in keeping.held(folder)}


def test_the_work_that_was_not_used_for_longest_leaves_first(tmp_path: Path) -> None:
    filled(tmp_path)
    keeping.keep_within(tmp_path, 2500)
    assert names(tmp_path) == {*NAMES[2:]}


def test_what_is_found_is_used(tmp_path: Path) -> None:
    filled(tmp_path).find(f"{NAMES[0]}.pdf")
    keeping.keep_within(tmp_path, 2500)
    assert names(tmp_path) == {NAMES[0], NAMES[3]}


def test_what_a_running_build_has_found_stays(tmp_path: Path) -> None:
    cache = filled(tmp_path)
    found = [cache.find(f"{name}.pdf") for name in NAMES]
    keeping.keep_within(tmp_path, 0)
    assert [one and len(one.read()) for one in found] == [1000 - DIGEST_BYTES] * 4


def test_it_is_looked_at_once_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(keeping.VARIABLE, "2500")
    filled(tmp_path)
    keeping.look_after(tmp_path)
    assert len(names(tmp_path)) == 2
    filled(tmp_path)
    keeping.look_after(tmp_path)
    assert len(names(tmp_path)) == 4
    os.utime(tmp_path / keeping.STAMP, (1, 1))
    keeping.look_after(tmp_path)
    assert len(names(tmp_path)) == 2


def test_a_limit_that_is_no_size_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(keeping.VARIABLE, "much")
    with pytest.raises(PresskitError, match="PRESSKIT_CACHE_LIMIT is much, which is no size"):
        keeping.limit_bytes()


def test_clearing_takes_what_is_presskits_alone(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSKIT_CACHE", str(tmp_path))
    filled(tmp_path)
    others = [tmp_path / "00/thesis.pdf", tmp_path / "letters" / f"{NAMES[0]}.pdf", tmp_path / f"{NAMES[0]}.pdf"]
    for other in others:
        other.parent.mkdir(exist_ok=True)
        other.write_text("mine", encoding="utf-8")
    (tmp_path / "00" / f"{NAMES[1]}.pdf").symlink_to(others[0])
    said = cli("cache")
    assert "4 files, 0.1 MB of 1000.0 MB at most" in said.out
    assert "pages of documents: 4 files" in said.out
    assert cli("cache", "clear").out.startswith("Removed 4 files")
    assert names(tmp_path) == set()
    assert all(other.read_text(encoding="utf-8") == "mine" for other in others)
    assert cli("cache", "wipe").code == 2
