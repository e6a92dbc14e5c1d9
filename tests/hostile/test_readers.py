"""Readers, settings, lists and checks raise nothing but presskit's own errors, whatever bytes they are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.fuzz import PROPERTIES, Found, attempt, run

TIMES, MORE = 15, 1000


@pytest.mark.parametrize("name", PROPERTIES)
def test_nothing_but_own_errors(name: str, tmp_path: Path) -> None:
    found = run(name, TIMES, 1, tmp_path)
    assert found.tried >= TIMES / 2
    assert not list(found.falls)


@pytest.mark.slow
@pytest.mark.parametrize("name", PROPERTIES)
def test_nothing_but_own_errors_for_long(name: str, tmp_path: Path) -> None:
    assert not list(run(name, MORE, 2, tmp_path).falls)


def test_what_falls_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The search itself: an error that is not presskit's own is found, with the place."""
    found = Found()
    monkeypatch.setattr("presskit.reading.documents.releases.find_release", lambda *words: 1 / 0)
    monkeypatch.setattr("tests.hostile.fuzz.PROPERTIES", PROPERTIES)
    attempt("a release as text", b"The harbour opens.\n", tmp_path, found)
    [fall] = found.falls
    assert "ZeroDivisionError in releases.py" in fall
