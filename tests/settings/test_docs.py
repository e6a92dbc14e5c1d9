"""docs/settings.md tells every setting, and every example in it is right."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from presskit.resources import CHECKOUT
from presskit.settings import read_front_matter
from presskit.settings.brand import BrandSettings, FaceSettings, FontSettings
from presskit.settings.fields import ContactSettings, Settings, words_of
from presskit.settings.front_matter import FrontMatterForm
from presskit.settings.kit import AcceptanceForm, FileForm, KitForm
from presskit.settings.photos import PhotoForm
from presskit.settings.theme import ThemeSettings, merged
from presskit.settings.themes import theme_names
from tests.support.typefaces import fill

assert CHECKOUT
GUIDE = (CHECKOUT / "docs/settings.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| .+ \| `(.+)` \|$", re.MULTILINE)
SECTIONS: list[tuple[str, type[Settings]]] = [
    ("## kit.toml", KitForm),
    ("## brand.toml", BrandSettings),
    ("### Contacts", ContactSettings),
    ("### Typefaces", FontSettings),
    ("Each role names", FaceSettings),
    ("## Files", FileForm),
    ("## Accepted", AcceptanceForm),
    ("## photos.toml", PhotoForm),
    ("## The settings at the top of a file", FrontMatterForm),
]


def rows(beginning: str) -> list[tuple[str, str]]:
    """Return the words and examples of the first table of settings below a line."""
    below = GUIDE[GUIDE.index(f"\n{beginning}") :]
    table = below[below.index("| Word |") :].partition("\n\n")[0]
    return ROW.findall(table)


@pytest.mark.parametrize(("beginning", "group"), SECTIONS)
def test_every_setting_stands_in_the_guide(beginning: str, group: type[Settings]) -> None:
    of_its_own = set(words_of(group)) - (set(words_of(FrontMatterForm)) - {"kind"} if group is FileForm else set())
    assert {word for word, _ in rows(beginning)} == of_its_own


@pytest.mark.parametrize(("beginning", "group"), SECTIONS)
def test_every_example_of_the_guide_is_accepted(tmp_path: Path, beginning: str, group: type[Settings]) -> None:
    folder = tmp_path / "kit"
    for file in ("../brand/brand.toml", *re.findall(r'"([\w/-]+\.(?:svg|ttf))"', GUIDE)):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        fill(folder / file)
    for word, example in rows(beginning):
        data: dict[str, Any] = (
            yaml.load(example, Loader=yaml.BaseLoader) if group is FrontMatterForm else tomllib.loads(example)
        )
        others = {name: "x" for name, field in group.model_fields.items() if field.is_required()}
        if group is FaceSettings:
            others = {"regular": "fonts/Gull.ttf"}
        assert list(data) == [word]
        group.model_validate({**others, **data}, context={"folder": folder})


def test_the_longer_examples_can_be_read() -> None:
    for block in re.findall(r"```toml\n(.+?)```", GUIDE, re.DOTALL):
        assert tomllib.loads(block)
    blocks = re.findall(r"```yaml\n(.+?)```", GUIDE, re.DOTALL)
    read = [read_front_matter(block, Path("reef.md"))[0] for block in blocks]
    assert read[0].headline == "The reef is back: forty species counted"
    assert read[1].version == 2


def test_the_page_about_themes_names_every_file_and_every_group_of_measures() -> None:
    assert CHECKOUT
    page = (CHECKOUT / "docs/themes.md").read_text(encoding="utf-8")
    files, groups = page.split("## The measures")
    folders = [CHECKOUT / "templates" / name for name in (*theme_names(), "shared")]
    assert {path.name for folder in folders for path in folder.iterdir()} == set(re.findall(r"`(\w+\.\w+)`", files)) - {
        "kit.toml",
        "brand.toml",
        "extra.css",  # which no theme has: a brand adds to any of them by it
    }
    table = groups[groups.index("| Group") :]
    assert set(re.findall(r"`(\w+)`[,| ]", "".join(line.split(" | ")[0] + " " for line in table.splitlines()))) == set(
        words_of(ThemeSettings)
    )
    for block in re.findall(r"```toml\n(.+?)```", page, re.DOTALL):
        ThemeSettings.model_validate(merged(tomllib.loads(theme_file()), tomllib.loads(block)))


def theme_file() -> str:
    assert CHECKOUT
    return (CHECKOUT / "templates/shared/theme.toml").read_text(encoding="utf-8")
