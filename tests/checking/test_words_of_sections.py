"""Every section says the same in PDF, web page and text, in English and in Arabic."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.checking.words import check_file_words
from presskit.making.build import read_kit
from presskit.making.orders import BuildOrder
from presskit.model import Kit
from presskit.sorting.sources import find_sources
from presskit.writing.text import kit_text
from tests.conftest import Cli
from tests.support.in_process import InProcess
from tests.support.kit_page import kit_page
from tests.support.sections import ARABIC, ENGLISH, PICTURES
from tests.support.writing import write_kit

EVERY = {"figures", "facts", "questions", "timeline", "programme", "quotes", "glossary", "box", "text"}
EVERY |= {"people", "works", "films", "cards"}


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Kit:
    order = BuildOrder((write_kit(tmp_path_factory.mktemp("sections") / "kit", ENGLISH | ARABIC | PICTURES),))
    return read_kit(InProcess(), order, find_sources(order.sources)).kit  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def written(kit: Kit) -> dict[str, bytes]:
    return {"kit.txt": kit_text(kit).encode(), "kit.html": kit_page(kit, {})}


def test_pdf_text_and_page_say_the_same(cli: Cli, kit: Kit, written: dict[str, bytes], tmp_path: Path) -> None:
    assert {section.kind for document in kit.documents for section in document.sections} == EVERY  # type: ignore[union-attr]
    assert len(kit.documents) == len(ENGLISH | ARABIC)
    done = cli("build", kit.folder, "-o", tmp_path / "kit.pdf")
    assert done.code == 0, done.out
    outputs = written | {"kit.pdf": (tmp_path / "kit.pdf").read_bytes()}
    assert [item for name, data in outputs.items() for item in check_file_words(kit, name, data)] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("burns by", "glows by"),
        ("10.30–11.15", "10.30–11.45"),
        ("The town", "The sea"),
        ("Ada Thorn", "Ida Thorn"),
        ("glass in rings", "rings of glass"),
        ("211", "112"),
        ("five", "six"),
        ("كلمة", "خطاب"),
        ("لم نتوقع", "توقعنا"),
        ("mason", "baker"),
        ("80 × 120", "80 × 140"),
        ("Ding", "Dong"),
        ("The stair", "The chair"),
        ("حارسة المنارة", "حارسة البحر"),
    ],
)
@pytest.mark.parametrize("name", ["kit.txt", "kit.html"])
def test_a_change_in_a_section_is_found(kit: Kit, written: dict[str, bytes], name: str, old: str, new: str) -> None:
    body = written[name].replace(old.encode(), new.encode())
    assert body != written[name]
    assert "c-033" in {item.code for item in check_file_words(kit, name, body)}
