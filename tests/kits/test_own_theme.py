"""A theme made by docs/themes.md: a folder of three short files is a whole theme."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from presskit import gate
from presskit.composing.templating.sandbox import sandbox_of
from presskit.settings import theme, themes
from tests.conftest import EXAMPLE, ROOT, Cli
from tests.support import poppler, verapdf

PAGE = (ROOT / "docs/themes.md").read_text(encoding="utf-8")
MAKING = PAGE[PAGE.index("## A theme of your own") : PAGE.index("## What a template can do")]
FILES = dict(re.findall(r"`(\w+\.\w+)`[^\n]*\n\n```\w+\n(.+?)```", MAKING, re.DOTALL))
KNOWN = (themes.theme_names, theme._shipped_measures, sandbox_of)


@pytest.fixture
def quay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_process: None) -> Iterator[str]:
    """Add the theme that the page makes to presskit's, in a copy of its templates; return its name."""
    shutil.copytree(ROOT / "templates", tmp_path / "presskit" / "templates")
    folder = tmp_path / "presskit" / "templates" / "quay"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(gate, "_SHIPPED", (*gate._SHIPPED, str((tmp_path / "presskit").resolve())))
    for module in (theme, themes):
        monkeypatch.setattr(module, "shipped", lambda name: tmp_path / "presskit" / name)
    for kept in KNOWN:
        kept.cache_clear()
    yield "quay"
    for kept in KNOWN:
        kept.cache_clear()


def test_the_page_holds_the_files_of_a_theme() -> None:
    assert set(FILES) == {"theme.toml", "theme.css", "closing.html"}
    assert sum(len(text.splitlines()) for text in FILES.values()) < 50


def test_a_theme_of_three_short_files_sets_the_example_whole(cli: Cli, tmp_path: Path, quay: str) -> None:
    pdf = tmp_path / "kit.pdf"
    done = cli("build", EXAMPLE, "--theme", quay, "-o", pdf)
    assert done.code == 0, done.out + done.err
    assert "Ready to send" in done.out
    assert verapdf.verdicts([pdf])[pdf].failed == ()
    assert 12 <= len(pypdf.PdfReader(pdf).pages) <= 16
    assert "The Seventh Village, May 12, 2026" in " ".join(poppler.text(pdf).split())  # the block of its own


def test_its_measures_and_its_style_are_seen(cli: Cli, tmp_path: Path, quay: str) -> None:
    cli("build", EXAMPLE, "--theme", quay, "-o", tmp_path / "kit.pdf")
    poppler.run("pdftoppm", "-r", "36", "-f", "2", "-l", "2", "-singlefile", tmp_path / "kit.pdf", tmp_path / "page")
    with Image.open(tmp_path / "page.ppm") as picture:
        assert picture.getpixel((3, 3)) == pytest.approx((0xF4, 0xF4, 0xF1), abs=2)
    assert theme.read_theme(quay, None).headline.sizes_pt[0] == 27
    assert theme.read_theme(quay, None).tables == theme.read_theme("editorial", None).tables


def test_the_page_names_every_block_and_every_length() -> None:
    shared = ROOT / "templates/shared"
    blocks = {
        block for file in shared.glob("*.html") for block in re.findall(r"{% block (\w+)", file.read_text("utf-8"))
    }
    assert {name for name in blocks if f"`{name}`" not in MAKING} == set()
    [lengths] = re.findall(r":root \{(.+?)\}", (shared / "theme.css").read_text(encoding="utf-8"), re.DOTALL)
    assert {name for name in re.findall(r"(--[\w-]+):", lengths) if f"`{name}`" not in MAKING} == set()
