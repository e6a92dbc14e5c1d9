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
        "a.md", "ada.md", "boilerplate.txt", "factsheet.md",
    ]  # fmt: skip
