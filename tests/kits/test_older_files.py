"""What lies in the folder “out” and is not what the kit gives today is named, so that nobody sends it by mistake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Cli
from tests.support.writing import brand, release, write_kit

pytestmark = pytest.mark.usefixtures("quick")

SETTINGS = 'title = "{title}"\ndate = 2026-05-12\n'
PLACEHOLDER = "[One more sentence]"
OLDER = "  Older, in the same folder: "


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    texts = {
        "kit.toml": SETTINGS.format(title="Nine islands"),
        "releases/a.md": release(),
        "factsheet.md": "# Facts\n\nNine islands.\n",
        "brand/brand.toml": brand(),
    }
    return write_kit(tmp_path / "kit", texts)


def entitle(kit: Path, title: str) -> None:
    (kit / "kit.toml").write_text(SETTINGS.format(title=title), encoding="utf-8")


def older(said: str) -> str:
    return next((line.removeprefix(OLDER) for line in said.splitlines() if line.startswith(OLDER)), "")


def test_a_first_build_names_nothing_and_an_old_title_is_named(cli: Cli, kit: Path) -> None:
    done = cli("build", kit)
    assert (done.code, older(done.out)) == (0, "")
    entitle(kit, "Ten islands")
    done = cli("build", kit)
    said = "quillon-ferry-press-kit-nine-islands-2026-05-12.pdf. Delete what nobody needs, so that it is not sent"
    assert older(done.out).startswith(said)
    assert older(cli("build", kit).out).startswith(said)  # also where nothing changed
    for path in (kit / "out").glob("*nine*"):
        path.unlink()
    assert older(cli("build", kit).out) == ""


def test_a_draft_beside_the_finished_kit_is_named(cli: Cli, kit: Path) -> None:
    text = kit / "releases/a.md"
    words = text.read_text(encoding="utf-8")
    text.write_text(f"{words}\n{PLACEHOLDER}\n", encoding="utf-8")
    assert cli("build", kit).code == 8
    text.write_text(words, encoding="utf-8")
    done = cli("build", kit)
    assert done.code == 0
    assert older(done.out).startswith("quillon-ferry-press-kit-nine-islands-2026-05-12-DRAFT.pdf.")


def test_the_last_finished_kit_is_named_beside_a_draft(cli: Cli, kit: Path) -> None:
    assert cli("build", kit).code == 0
    (kit / "boilerplate.txt").write_text(PLACEHOLDER, encoding="utf-8")
    done = cli("build", kit)
    assert done.code == 8
    assert older(done.out).startswith("quillon-ferry-press-kit-nine-islands-2026-05-12.pdf.")


def test_what_was_made_for_something_else_and_what_others_put_there_is_not_named(cli: Cli, kit: Path) -> None:
    assert cli("build", kit, "--for", "print").code == 0
    (kit / "out/from-the-printer.pdf").write_bytes(b"%PDF-1.7\n")
    facts = json.loads(cli("build", kit, "--json").out)
    assert facts["older"] == []


def test_texts_that_are_named_one_by_one_share_a_folder(cli: Cli, tmp_path: Path) -> None:
    write_kit(tmp_path, {"a.md": release("Ferry sails"), "b.md": release("Ferry rests"), "brand/brand.toml": brand()})
    assert cli("build", tmp_path / "a.md").code == 0
    assert older(cli("build", tmp_path / "b.md").out) == ""
