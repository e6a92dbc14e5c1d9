"""What a brand adds to a theme's style is added, and one whose pages cannot be put together is told with its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.errors import PresskitError
from presskit.findings import Finding
from presskit.making.build import make_kit
from presskit.making.orders import BuildOrder
from presskit.settings.themes import theme_names
from presskit.sorting.sources import find_sources
from tests.support.looks import some
from tests.support.writing import brand, release, write_kit

pytestmark = pytest.mark.usefixtures("quick")

WIDER = "p { letter-spacing: .3pt !important }"


def kit_with(folder: Path, theme: str, **styles: str) -> Path:
    texts = {
        "kit.toml": f'title = "Nine islands"\ndate = 2026-05-12\ntheme = "{theme}"\n',
        "releases/a.md": release(),
        "factsheet.md": "# Facts\n\nNine islands.\n",
        "brand/brand.toml": brand(),
    }
    return write_kit(folder / "kit", texts | {f"brand/templates/{name}": text for name, text in styles.items()})


def pdf_of(kit: Path) -> bytes:
    return make_kit(BuildOrder((kit,)), find_sources((kit,))).linked.pdf


def problems_of(kit: Path) -> list[Finding]:
    try:
        return list(make_kit(BuildOrder((kit,)), find_sources((kit,))).findings)
    except PresskitError as error:
        return list(error.problems)


@pytest.mark.parametrize("theme", some(theme_names(), "gallery"))
def test_what_a_brand_adds_is_added_to_the_themes_style(tmp_path: Path, theme: str) -> None:
    plain = pdf_of(kit_with(tmp_path / "a", theme))
    assert pdf_of(kit_with(tmp_path / "b", theme, **{"extra.css": ""})) == plain
    changed = pdf_of(kit_with(tmp_path / "c", theme, **{"extra.css": WIDER}))
    assert changed != plain
    assert pdf_of(kit_with(tmp_path / "d", theme, **{f"{theme}/extra.css": WIDER})) == changed


# Each is nothing that a person means, and each broke another part of what puts pages together.
STYLES = {
    "all floats": "* { float: footnote }",
    "nothing is there": "* { display: none }",
    "another size": "@page { size: 1cm }",
    "columns in columns": "* { columns: 3 }",
    "shrunk to nothing": "* { transform: scale(0) }",
}


@pytest.mark.parametrize("style", some(STYLES, "nothing is there", "another size", "shrunk to nothing"))
def test_a_style_whose_pages_cannot_be_put_together_is_told_with_its_file(tmp_path: Path, style: str) -> None:
    kit = kit_with(tmp_path, "editorial", **{"extra.css": STYLES[style]})
    told = [item for item in problems_of(kit) if item.code == "b-011"]
    assert told
    assert {item.where.file for item in told} == {kit / "brand/templates/extra.css"}
    assert all("extra.css" in item.hint for item in told)


def test_a_mistake_of_presskits_own_is_not_told_as_a_styles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise AttributeError("ours")

    monkeypatch.setattr("presskit.linking.linker.link", broken)
    with pytest.raises(AttributeError, match="ours"):
        problems_of(kit_with(tmp_path, "editorial"))
