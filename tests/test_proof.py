"""`check` of a finished file: against its kit, which is made anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from presskit.findings import verdict_of
from presskit.judging.proof import check_file
from presskit.making import build
from presskit.making.orders import BuildOrder
from presskit.outcomes import silent
from tests.support.writing import brand, release, write_kit

pytestmark = pytest.mark.usefixtures("in_process")


@pytest.fixture
def order(tmp_path: Path) -> BuildOrder:
    return BuildOrder((write_kit(tmp_path / "kit", {"releases/a.md": release(), "brand/brand.toml": brand()}),))


def codes(path: Path, against: BuildOrder | None = None) -> list[str]:
    return [item.code for item in check_file(path, against, strict_=False, progress=silent)]


def test_a_pdf_is_held_against_its_kit(order: BuildOrder, tmp_path: Path) -> None:
    _, path = build.build(order)
    assert codes(path, order) == ["p-029"]
    write_kit(tmp_path / "kit", {"releases/b.md": release("A second pier")})
    found = check_file(path, order, strict_=False, progress=silent)
    assert "p-012" in [item.code for item in found if "“A second pier” is in the kit" in item.message]


def test_a_draft_is_never_ready_to_send(order: BuildOrder, tmp_path: Path) -> None:
    write_kit(tmp_path / "kit", {"releases/a.md": release("[Headline]")})
    _, path = build.build(order)
    assert codes(path) == ["p-013"]
    assert {"p-013", "p-029"} < {*codes(path, order)}


GULLS = "Gulls\n\nNine of them sat on the quay, and nobody has counted the tenth.\n"  # nobody can tell what for


@pytest.mark.parametrize("name", ["kit.pdf", "kit.txt", "kit.html", "kit.zip"])
def test_no_file_is_ready_while_its_kit_lacks_a_text_of_the_folder(
    order: BuildOrder, tmp_path: Path, name: str
) -> None:
    _, path = build.build(replace(order, output=tmp_path / name))
    assert verdict_of(check_file(path, order, strict_=False, progress=silent)) == "ready"
    write_kit(tmp_path / "kit", {"gulls.txt": GULLS})
    assert "s-030" in codes(path, order)
    write_kit(tmp_path / "kit", {"kit.toml": '[files."gulls.txt"]\nkind = "leave out"\n'})
    assert set(codes(path, order)) <= {"p-029"}


def test_no_file_is_ready_while_its_kits_embargo_is_unclear(order: BuildOrder, tmp_path: Path) -> None:
    _, path = build.build(order)
    unclear = release().replace("PORT QUILLON", "EMBARGOED UNTIL NEXT WEEK\n\nPORT QUILLON", 1)
    write_kit(tmp_path / "kit", {"releases/a.md": unclear})
    assert "c-008" in codes(path, order)
