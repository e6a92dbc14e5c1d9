"""Addresses of every length stay whole on each kind of page: copied from it, none lacks a sign."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from presskit.comparing.finished import read_facts
from presskit.findings import has_errors
from presskit.judging.proof import check_file
from presskit.making import build
from presskit.making.orders import BuildOrder
from presskit.outcomes import silent
from presskit.settings.themes import theme_names
from tests.conftest import Cli
from tests.support.writing import brand, write_kit

pytestmark = pytest.mark.usefixtures("quick")

WEB = "https://quay-side.example/map-of-the-pier/autumn-walks"
MAIL = "press-office.for-walks@quay-side.example"
LENGTHS = range(20, 46)
PURPOSES: dict[str, dict[str, Any]] = {
    "screen": {},
    "screen on A4": {"paper": "a4"},
    "print": {"purpose": "print", "paper": "a4"},
    "booklet": {"purpose": "booklet", "sheet": "a4"},
    "shop": {"purpose": "shop"},
    "archive": {"purpose": "archive", "paper": "a4"},
}
WAYS = {f"{theme} {way}": {**said, "theme": theme} for theme in theme_names() for way, said in PURPOSES.items()}
QUICK = ("editorial screen", "institutional booklet")


def addresses() -> list[str]:
    """Return addresses of 20 to 45 letters, each with a last word of its own."""
    webs = [f"{WEB[: length - 3].rstrip('/-')}/{length}" for length in LENGTHS]
    mails = [f"{MAIL[: length - 16]}{length}@walk-er.example" for length in LENGTHS]
    return [*webs, *mails]


@pytest.fixture(scope="module")
def kit(quick: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = [
        f"The walks {'along the shore ' * (number % 4)}begin{'n' * number} on Sunday, see {address} for more of them."
        for number, address in enumerate(addresses())
    ]
    texts = {
        "kit.toml": 'title = "Walks"\ndate = 2026-05-12\n',
        "a.md": "# Walks begin\n\nQUAY, May 12, 2026 – Walks begin.\n\n" + "\n\n".join(lines),
        "brand/brand.toml": brand(),
    }
    return write_kit(tmp_path_factory.mktemp("addresses") / "kit", texts)


@pytest.mark.parametrize("way", [pytest.param(way, marks=[] if way in QUICK else [pytest.mark.slow]) for way in WAYS])
def test_no_address_loses_a_sign_on_a_page_and_the_fresh_file_is_its_kit(kit: Path, tmp_path: Path, way: str) -> None:
    made, pdf = build.build(BuildOrder((kit,), tmp_path / "kit.pdf", **WAYS[way]))
    assert not has_errors(made.findings)
    copied = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True, text=True).stdout
    read = " ".join(one.text for one in read_facts(made.pdf, pdf).said)
    for address in addresses():
        assert address in "".join(copied.split())
        assert WAYS[way].get("purpose") in ("booklet", "shop") or address in "".join(read.split())
    found = check_file(pdf, BuildOrder((kit,)), strict_=False, progress=silent)
    assert [item.code for item in found if item.code.startswith("p-")] == ["p-029"]
    assert not has_errors(found)


def test_an_address_is_told_whole_and_is_no_change_where_it_is_the_same(cli: Cli, tmp_path: Path) -> None:
    """On the page it stands in pieces that no line parts."""
    text = (
        "# Walks begin\n\nQUAY, May 12, 2026 – Walks begin.\n\nWalks are listed at "
        "https://quay-side.example/map-of-the-pier by {}.\n\nWrite to press-office@quay-side.example for more.\n"
    )
    files = {"releases/a.md": text, "brand/brand.toml": brand()}
    kit = write_kit(tmp_path / "kit", {name: text.replace("{}", "name") for name, text in files.items()})
    assert cli("build", kit, "-o", tmp_path / "old.pdf").code == 0
    changed = {name: text.replace("{}", "day").replace("ada@", "bea@") for name, text in files.items()}
    said = cli("diff", tmp_path / "old.pdf", write_kit(kit, changed)).out
    assert "  was:  Walks are listed at https://quay-side.example/map-of-the-pier by [name.]\n" in said
    assert "press-office" not in said
    assert "  out:  ada@quillon.example\n" in said
    told = cli("check", tmp_path / "old.pdf", "--against", kit).out
    assert " ada@quillon.example” where the kit says “" in " ".join(told.split())
