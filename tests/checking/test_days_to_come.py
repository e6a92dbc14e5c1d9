"""Days that are still to come: told where nothing holds the text back until then, and no longer once they are there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from presskit.checking.days_to_come import next_day, still_to_come
from presskit.model import Brand, Embargo, Kit, Planned, Release
from tests.conftest import Cli
from tests.support.writing import release, write_kit

DAY = date(2027, 5, 12)
BEGIN = datetime(2027, 5, 11, 10, tzinfo=UTC)  # of that day, on the Line Islands
DATED, WRITTEN = Planned("", DAY, 1), Planned("publishDate: 2027-05-12", DAY, 3)


def kit_of(planned: Planned | None, **said: object) -> Kit:
    text = Release(Path("a.md"), "a", "en", "Ferry sails", date=DAY, planned=planned, **said)  # type: ignore[arg-type]
    return Kit("Spring", Brand("Quillon Ferry"), "en", Path("nowhere"), (text,))


@pytest.mark.parametrize(("planned", "code"), [(DATED, "c-069"), (WRITTEN, "c-070")])
def test_a_day_to_come_is_told_until_it_begins_somewhere(planned: Planned, code: str) -> None:
    kit, before = kit_of(planned), BEGIN - timedelta(seconds=1)
    assert [one.code for one in still_to_come(kit, before)] == [code]
    assert next_day(kit, before) == BEGIN  # until then what was found is good
    assert [*still_to_come(kit, BEGIN)] == []


@pytest.mark.parametrize(("language", "clock"), [("en", "America/New_York"), ("de", "Europe/Berlin")])
def test_the_example_has_the_clock_of_the_texts_language(language: str, clock: str) -> None:
    kit = kit_of(DATED)
    kit = replace(kit, documents=tuple(replace(one, language=language) for one in kit.releases))
    [told] = still_to_come(kit, BEGIN - timedelta(days=1))
    assert f'"2027-05-12 09:00 {clock}"' in told.hint


def test_nothing_is_told_of_what_an_embargo_holds_back() -> None:
    held = Embargo(datetime(2027, 5, 12, 9, tzinfo=UTC), "UTC")
    assert [*still_to_come(kit_of(WRITTEN, embargo=held), BEGIN - timedelta(days=1))] == []
    assert [*still_to_come(kit_of(DATED, status="immediate"), BEGIN - timedelta(days=1))] == []


def test_a_setting_that_says_there_is_none_ends_the_question(cli: Cli, tmp_path: Path) -> None:
    text = release().replace("\n---\n", "\npublishDate: 2099-05-12\n---\n", 1)
    kit = write_kit(tmp_path / "kit", {"releases/a.md": text, "kit.toml": ""})
    assert "c-070" in cli("build", kit, "-o", tmp_path / "kit.txt").out
    (kit / "releases/a.md").write_text(text.replace("\n---\n", "\nembargo: none\n---\n", 1), encoding="utf-8")
    assert "c-070" not in cli("build", kit, "-o", tmp_path / "kit.txt").out
