from __future__ import annotations

from pathlib import Path

import pytest

from presskit.errors import UsageError
from presskit.resources import shipped
from presskit.sorting.logos import COLOURS
from presskit.writing.answers import Answers, dragged, fill_brand, look_of, mail_address_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path fill="#c0392b" d="M0 0h9v9z"/></svg>'


def test_a_colour_is_a_colour_alone() -> None:
    assert look_of("navy") == (COLOURS["navy"], None)


def test_a_logo_gives_its_colour_too(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SVG, encoding="utf-8")
    assert look_of(f"{tmp_path}/logo.svg ") == ("#c0392b", tmp_path / "logo.svg")


@pytest.mark.parametrize("form", ['"{}"', "'{}'", "{} ", "{escaped}"])
def test_a_file_may_be_dragged_into_the_terminal(tmp_path: Path, form: str) -> None:
    path = tmp_path / "our new logo.svg"
    path.touch()
    assert dragged(form.format(path, escaped=str(path).replace(" ", "\\ "))) == path


@pytest.mark.parametrize(
    ("words", "told"),
    [("gone.svg", "gone.svg is not there"), ("shiny", "neither a colour nor a logo"), ("#12", "neither a colour")],
)
def test_what_is_neither_is_told(words: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        look_of(words)


@pytest.mark.parametrize("name", ["logo.svg", "logo.png"])
def test_a_file_that_is_no_picture_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("no picture", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be opened as a picture"):
        look_of(str(tmp_path / name))


def test_a_mail_address_is_looked_at() -> None:
    assert mail_address_of(" press@tidewick.example ") == "press@tidewick.example"
    assert mail_address_of(" ") == ""
    with pytest.raises(UsageError, match="is not an e-mail address"):
        mail_address_of("press at tidewick")


def test_each_answer_replaces_a_line_of_the_scaffold() -> None:
    text = (shipped("templates/scaffold") / "brand/brand.toml").read_text(encoding="utf-8")
    answers = Answers("A", "#000001", Path("b.png"), "C", "D", "e@f", "g")
    filled = fill_brand(text, answers)
    changed = [new for old, new in zip(text.split("\n"), filled.split("\n"), strict=True) if old != new]
    assert changed == [
        'name = "A"',
        'brand = "#000001"',
        'logo = "logo.png"',
        'web = "g"',
        'name = "C"',
        'email = "e@f"',
        'phone = "D"',
    ]
    assert fill_brand(text, Answers()) == text
