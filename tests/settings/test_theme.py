"""theme.toml: what a theme measures, and what a brand may change of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.errors import SettingsError
from presskit.findings import Finding
from presskit.resources import shipped
from presskit.settings.theme import read_theme, template_folders
from presskit.settings.themes import theme_names
from tests.support.words import never_read


def brand_of(folder: Path, **files: str) -> Path:
    """Write a brand's templates: `all` for every theme, else for the theme of that name."""
    for name, text in files.items():
        file = folder / ("theme.toml" if name == "all" else f"{name}/theme.toml")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path) -> tuple[Finding, ...]:
    with pytest.raises(SettingsError) as raised:
        read_theme("institutional", folder)
    assert all(never_read(f"{item.message} {item.hint}") == [] for item in raised.value.problems)
    return raised.value.problems


def test_there_are_three_themes() -> None:
    assert theme_names() == ("editorial", "gallery", "institutional")


@pytest.mark.parametrize("name", theme_names())
def test_every_measure_of_a_shipped_theme_is_stated(name: str) -> None:
    theme = read_theme(name, None)
    missing = {field for field in type(theme).model_fields if field not in theme.model_fields_set}
    assert missing == set()


def test_a_theme_that_is_not_there_is_an_error() -> None:
    with pytest.raises(SettingsError, match=r"“gothic” \(there are: editorial, gallery, institutional\)"):
        template_folders("gothic", None)


def test_a_brand_says_only_what_it_changes(tmp_path: Path) -> None:
    brand_of(tmp_path, all="[headline]\nsizes_pt = [20]\n[colours]\npaper = '#fff'\n")
    plain, own = read_theme("institutional", None), read_theme("institutional", tmp_path)
    assert own.headline == plain.headline.model_copy(update={"sizes_pt": (20.0,)})
    assert (own.colours.paper, own.colours.ground) == ("#ffffff", plain.colours.ground)
    assert own.title == plain.title


def test_what_a_brand_says_for_one_theme_wins(tmp_path: Path) -> None:
    brand_of(tmp_path, all="[portrait]\nheight_pt = 200\n", institutional="[portrait]\nheight_pt = 100\n")
    assert read_theme("institutional", tmp_path).portrait.height_pt == 100
    assert read_theme("editorial", tmp_path).portrait.height_pt == 200


def test_every_mistake_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    brand_of(
        tmp_path,
        all='[headline]\nsize_pt = [20]\nleading = "tall"\n[title]\nweight = 4000\n[figures]\nin_a_row = 2.5\n'
        '[photos]\ncaption = { face = "script" }\n[portrait]\nbleeds = "perhaps"\n[contents.airy]\nmost = 0\n',
    )
    told = {(item.where.line, item.message) for item in problems(tmp_path)}
    assert told == {
        (2, "headline, size_pt: presskit does not know this word here."),
        (3, "headline, leading: this must be a number."),
        (5, "title, weight: this number is too large."),
        (7, "figures, in_a_row: this must be a whole number."),
        (9, "photos, caption, face: “script” is not a word presskit knows here."),
        (11, "portrait, bleeds: this must be true or false."),
        (13, "contents, airy, most: this number is too small."),
    }


def test_a_file_that_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    [problem] = problems(brand_of(tmp_path, institutional="[headline]\nsizes_pt = \n"))
    assert (problem.code, problem.where.line) == ("t-002", 2)


def test_files_are_looked_for_in_the_brand_first(tmp_path: Path) -> None:
    (tmp_path / "institutional").mkdir()
    own, theme, shared = tmp_path / "institutional", shipped("templates/institutional"), shipped("templates/shared")
    assert template_folders("institutional", tmp_path) == (own, tmp_path, theme, shared, shared.parent)
    assert template_folders("editorial", tmp_path)[0] == tmp_path
    assert template_folders("institutional", tmp_path / "nowhere")[0] == theme
