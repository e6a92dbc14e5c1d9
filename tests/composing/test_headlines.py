"""The headlines of a kit's releases have one size, whatever each of them says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from presskit.composing.headlines import headline_pt, headlines_pt
from presskit.composing.look.setting import Setting
from presskit.making.build import build
from presskit.making.orders import BuildOrder
from presskit.model import Brand, Kit, Release
from presskit.settings.themes import theme_names
from tests.support.writing import brand, release, write_kit

SHORT = "Ferry stops at all nine islands"
LONG = (
    "Ferry stops at all nine islands again, nine years after the storm that took the old pier of Saltmarsh, its light "
    "and both of its bells, and eleven years after the harbour board first promised the children of the outer islands"
)


def kit_of(theme: str, *headlines: str) -> Kit:
    releases = (Release(Path(f"{n}.md"), f"r-{n}", "en", headline) for n, headline in enumerate(headlines))
    return Kit("Nine piers", Brand("Quillon Ferry"), "en", Path("kit"), tuple(releases), theme=theme)


@pytest.mark.parametrize("theme", theme_names())
def test_all_have_the_size_of_the_one_that_needs_the_smallest(theme: str) -> None:
    both = kit_of(theme, SHORT, LONG)
    short_pt, long_pt = (headline_pt(Setting(both, "en"), one) for one in both.releases)
    assert long_pt < short_pt
    assert headlines_pt(both) == headlines_pt(kit_of(theme, LONG, SHORT)) == long_pt
    assert headlines_pt(kit_of(theme, SHORT)) == short_pt
    # Another short headline sets no other anew.
    assert headlines_pt(kit_of(theme, SHORT, LONG, "Ice")) == long_pt


def test_a_kit_without_releases_has_no_headline() -> None:
    assert headlines_pt(replace(kit_of("editorial", SHORT), documents=())) is None


@pytest.mark.usefixtures("quick")
def test_the_pages_show_it(tmp_path: Path) -> None:
    texts = {f"releases/{n}.md": release(headline) for n, headline in enumerate((SHORT, LONG))}
    write_kit(tmp_path / "kit", texts | {"brand/brand.toml": brand()})
    _, path = build(BuildOrder((tmp_path / "kit",), tmp_path / "kit.pdf"))
    with pypdfium2.PdfDocument(path) as opened:
        first = [page.get_textpage() for page in opened][1:3]
        places = [(text, text.search("Ferry stops at all").get_next()[0]) for text in first]
        heights = [round(top - bottom, 1) for _, bottom, _, top in (text.get_charbox(at) for text, at in places)]
    assert heights[0] == heights[1] > 10
