"""`check` of a finished PDF: against its kit, without making a page of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit import build
from presskit.intake import silent
from presskit.orders import BuildOrder
from presskit.proof import check_file
from tests.support.in_process import InProcess
from tests.support.writing import brand, release, write_kit

pytestmark = pytest.mark.usefixtures("in_process")


@pytest.fixture
def order(tmp_path: Path) -> BuildOrder:
    return BuildOrder((write_kit(tmp_path / "kit", {"releases/a.md": release(), "brand/brand.toml": brand()}),))


def codes(path: Path, against: BuildOrder | None = None) -> list[str]:
    return [item.code for item in check_file(path, against, strict_=False, progress=silent)]


def test_a_pdf_is_held_against_its_kit_and_no_page_is_made(
    order: BuildOrder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, path = build.build(order)
    monkeypatch.setattr(InProcess, "stops", "compose_document")
    assert codes(path, order) == []
    write_kit(tmp_path / "kit", {"releases/b.md": release("A second pier")})
    assert set(codes(path, order)) == {"p-012"}


def test_a_draft_is_never_ready_to_send(order: BuildOrder, tmp_path: Path) -> None:
    write_kit(tmp_path / "kit", {"releases/a.md": release("[Headline]")})
    _, path = build.build(order)
    assert codes(path) == codes(path, order) == ["p-013"]
