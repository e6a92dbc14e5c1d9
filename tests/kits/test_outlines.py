"""Kits such as press offices send, from plain files alone: a mission, a museum, a film, a regatta, a product."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from presskit import gate
from presskit.checking.words import check_file_words
from presskit.making.build import read_kit
from presskit.making.orders import BuildOrder
from presskit.model import Kit, Sheet
from presskit.sorting.sources import find_sources
from presskit.writing.text import kit_text
from tests.conftest import Cli
from tests.support.in_process import InProcess
from tests.support.kit_page import kit_page
from tests.support.poppler import words
from tests.support.verapdf import validate
from tests.support.word_files import png

OUTLINES = Path(__file__).parent / "outlines"
THEMES, PAPERS = ("editorial", "institutional", "gallery"), ("letter", "a4")
# The kind of each document, and of its sections, in the order of the kit.
HELD = {
    "mission": {
        "release": [],
        "advisory": ["facts"],
        "factsheet": ["figures", "facts"],
        "backgrounder": ["text", "box", "text"],
        "timeline": ["timeline"],
        "programme": ["programme"],
        "questions": ["questions", "text"],
        "people": ["people"],
        "glossary": ["glossary"],
    },
    "mission-ar": {
        "release": [],
        "factsheet": ["figures", "box"],
        "timeline": ["timeline"],
        "questions": ["questions"],
        "people": ["people"],
    },
    "musee": {
        "release": [],
        "timeline": ["timeline"],
        "programme": ["programme", "programme"],
        "quotes": ["quotes"],
        "works": ["works"],
        "partners": ["text"],
        "other": ["facts"],
    },
    "film": {
        "release": [],
        "factsheet": ["facts"],
        "people": ["people", "people"],
        "films": ["films"],
        "coverage": ["quotes"],
        "other": ["text"],
    },
    "regatta": {
        "release": [],
        "advisory": ["facts"],
        "factsheet": ["figures"],
        "timeline": ["timeline"],
        "programme": ["programme", "programme", "programme"],
        "other": ["text", "text", "box", "text"],
    },
    "launch": {
        "release": [],
        "statement": [],
        "questions": ["questions"],
        "people": ["people"],
        "product": ["figures", "facts", "text", "box"],
    },
}


def write(name: str, folder: Path) -> Path:
    """Copy a kit, and draw the pictures that its texts name."""
    kit = shutil.copytree(OUTLINES / name, folder / name)
    texts = [path.read_text(encoding="utf-8") for path in kit.iterdir()]
    for picture in {picture for text in texts for picture in re.findall(r"[\w-]+\.png", text)}:
        (kit / picture).write_bytes(png().getvalue())
    return kit


def read(folder: Path) -> Kit:
    order = BuildOrder((folder,))
    with gate.opened(folder):
        return read_kit(InProcess(), order, find_sources(order.sources)).kit  # type: ignore[arg-type]


@pytest.mark.parametrize("name", HELD)
def test_every_text_is_what_its_writer_meant_and_every_file_says_the_same(tmp_path: Path, name: str) -> None:
    kit = read(write(name, tmp_path))
    held = {one.kind: [each.kind for each in one.sections] if isinstance(one, Sheet) else [] for one in kit.documents}
    assert held == HELD[name]
    assert list(held) == list(HELD[name])
    files = {"kit.txt": kit_text(kit).encode(), "kit.html": kit_page(kit, {})}
    assert [item for file, data in files.items() for item in check_file_words(kit, file, data)] == []


@pytest.mark.parametrize(
    ("name", "theme", "paper"),
    [
        ("mission", "editorial", "letter"),
        *(
            pytest.param(name, theme, paper, marks=pytest.mark.slow)
            for name in HELD
            for theme in THEMES
            for paper in PAPERS
            if (name, theme, paper) != ("mission", "editorial", "letter")
        ),
    ],
)
def test_its_pages_say_the_same_and_are_open_to_everybody(
    cli: Cli, tmp_path: Path, name: str, theme: str, paper: str
) -> None:
    folder, pdf = write(name, tmp_path), tmp_path / "kit.pdf"
    done = cli("build", folder, "--theme", theme, "--paper", paper, "-o", pdf)
    assert done.code == 0, done.out
    assert list(check_file_words(read(folder), "kit.pdf", pdf.read_bytes())) == []
    assert validate([pdf]) == {pdf: []}


def test_a_question_of_more_lines_than_its_answer_stands_clear_of_the_next(cli: Cli, tmp_path: Path) -> None:
    pdf = tmp_path / "kit.pdf"
    done = cli("build", OUTLINES / "mission" / "FAQ.md", "--theme", "editorial", "-o", pdf)
    assert done.code == 0, done.out
    found = {word.text: word for word in words(pdf, 1)}
    assert found["Who"].top - found["1?"].bottom > 13
