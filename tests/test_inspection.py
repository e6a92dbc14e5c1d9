"""What `inspect` tells people about each kind of source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Cli
from tests.support.writing import figures, release, write_kit

BIOGRAPHY = "# Ada Thorn\n\nHarbour master\n\nAda Thorn has steered the ferries of Port Quillon for thirty years.\n"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return write_kit(
        tmp_path / "kit",
        {
            "releases/a.md": release(),
            "factsheet.md": figures(2),
            "boilerplate.txt": "The Quillon Ferry Company is a company of ferrymen.",
            "bios/ada.md": BIOGRAPHY,
        },
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("releases/a.md", "Headline  Ferry stops at all nine islands"),
        ("factsheet.md", "Section   Key figures: 2 key figures"),
        ("boilerplate.txt", "Text      The Quillon Ferry Company is a company of ferrymen."),
        ("bios/ada.md", "Role      Harbour master"),
    ],
)
def test_every_kind_of_source_is_told_in_lines(cli: Cli, kit: Path, name: str, words: str) -> None:
    done = cli("inspect", kit / name)
    assert done.code == 0
    assert f"  {words}" in done.out.splitlines()


def test_a_folder_is_told_file_by_file(cli: Cli, kit: Path) -> None:
    done = cli("inspect", kit, "--json")
    assert [Path(one["source"]).name for one in json.loads(done.out)] == [
        "ada.md", "boilerplate.txt", "factsheet.md", "a.md",
    ]  # fmt: skip


def test_a_folder_is_a_table_of_what_was_taken_for_what(cli: Cli, kit: Path) -> None:
    write_kit(
        kit, {"Talking points.txt": "Say nothing of the fare.\n", "kit.toml": '[files."a.csv"]\nkind = "leave out"\n'}
    )
    (kit / "a.csv").write_text("Bell,1200\n", encoding="utf-8")
    rows = {Path(row["source"]).name: row for row in json.loads(cli("inspect", kit, "--json").out)}
    assert {name: (row["taken_for"], row["why"], row["in_kit"]) for name, row in rows.items()} == {
        "a.md": ("press release", "by its folder", True),
        "factsheet.md": ("factsheet", "by its name", True),
        "boilerplate.txt": ("text about the organisation", "by its name", True),
        "ada.md": ("biography", "by its folder", True),
        "Talking points.txt": ("marked “Talking points.txt”, so it stays inside", "by its name", False),
        "a.csv": ("left out", "you said so", False),
    }
    told = cli("inspect", kit)
    assert told.code == 0
    lines = [" ".join(line.split()) for line in told.out.splitlines()]
    assert "releases/a.md press release, by its folder" in lines
    assert lines.index("In the kit:") < lines.index("Not in the kit:")
    assert lines[-1].startswith("To correct a line, write into kit.toml: [files.")
