from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from presskit.settings.brand import BrandSettings, FaceSettings, FontSettings
from presskit.settings.fields import ContactSettings, Settings, read_colour, read_date
from presskit.settings.front_matter import FrontMatterForm
from presskit.settings.kit import KitForm
from presskit.settings.photos import PhotoForm
from tests.support.typefaces import fill


@pytest.mark.parametrize(
    "value",
    [
        dt.date(2026, 5, 12),
        dt.datetime(2026, 5, 12, 23, 30),
        dt.datetime(2026, 5, 12, 23, 30, tzinfo=dt.UTC),
        "2026-05-12",
        " 2026-05-12T23:30:00-05:00 ",
        "2026-05-12 23:30",
        "May 12, 2026",
        "12th May 2026",
        "Tuesday, May 12, 2026",
        "12 mai 2026",
        "12. Mai 2026",
        "12 de mayo de 2026",
        "12 مايو 2026",
    ],
)
def test_a_date_is_read(value: object) -> None:
    assert read_date(value) == dt.date(2026, 5, 12)


def test_numbers_that_can_be_read_one_way_only_are_a_date() -> None:
    assert read_date("13/05/2026") == dt.date(2026, 5, 13)
    assert read_date("05/13/2026") == dt.date(2026, 5, 13)
    assert read_date("05/05/2026") == dt.date(2026, 5, 5)


@pytest.mark.parametrize(
    "value",
    [
        "yesterday",
        "May 2026",
        "2026",
        "May 12",
        "in 2026 days",
        "05/12/2026",
        "5.12.2026",
        "2026-13-01",
        "May" + 60 * " " + "12, 2026",
        "[date]",
        3,
        [],
    ],
)
def test_what_names_no_single_day_is_no_date(value: object) -> None:
    with pytest.raises(PydanticCustomError):
        read_date(value)


@given(st.integers(0, 0xFFFFFF))
def test_a_colour_of_six_digits_keeps_its_value(value: int) -> None:
    colour = f"#{value:06x}"
    assert read_colour(colour) == read_colour(colour.upper()) == colour


@given(st.text(alphabet="0123456789abcdef", min_size=3, max_size=3))
def test_a_colour_of_three_digits_doubles_them(digits: str) -> None:
    assert read_colour(f"#{digits}") == f"#{digits[0] * 2}{digits[1] * 2}{digits[2] * 2}"


@given(st.text(max_size=9).filter(lambda text: not text.strip().startswith("#")))
def test_a_colour_begins_with_its_sign(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        read_colour(text)


def files_for_examples(folder: Path) -> None:
    names = ["logo.svg", "logo-white.svg", "fonts/Gull.ttf", "fonts/Tern.ttf"]
    styles = ("Regular", "Italic", "Bold", "BoldItalic", "SemiBold", "SemiBoldItalic", "Light", "LightItalic")
    (folder / "fonts").mkdir(parents=True)
    for name in (*names, *(f"fonts/Tern-{style}.ttf" for style in styles)):
        fill(folder / name)
    (folder.parent / "brand").mkdir(exist_ok=True)
    (folder.parent / "brand/brand.toml").touch()


@pytest.mark.parametrize(
    "model", [KitForm, BrandSettings, FontSettings, FaceSettings, PhotoForm, ContactSettings, FrontMatterForm]
)
def test_the_example_of_each_setting_is_itself_right(tmp_path: Path, model: type[Settings]) -> None:
    files_for_examples(tmp_path / "kit")
    examples = {name: field.examples[0] for name, field in model.model_fields.items() if field.examples}
    assert examples.keys() == model.model_fields.keys()
    data: dict[str, Any]
    if model is FrontMatterForm:
        data = yaml.load("\n".join(f"{n}: {e}" for n, e in examples.items()), Loader=yaml.BaseLoader)
    else:
        data = tomllib.loads("\n".join(f"{n} = {e}" for n, e in examples.items()))
    found = model.model_validate(data, context={"folder": tmp_path / "kit"})
    assert found.model_fields_set == set(model.model_fields)
