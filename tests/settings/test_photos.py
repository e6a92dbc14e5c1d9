from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from presskit.findings import Finding
from presskit.settings import PhotoSettings, read_photo_settings

Told = Callable[..., Sequence[Finding]]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def write_photos(text: str) -> Path:
        file = tmp_path / "photos.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write_photos


def test_without_photos_toml_nothing_is_said(tmp_path: Path) -> None:
    assert read_photo_settings(tmp_path / "photos.toml") == {}


def test_both_ways_to_name_a_photo_are_read(write: Callable[[str], Path]) -> None:
    file = write(
        '["tank.jpg"]\ncaption = "The tank."\ncredit = "Ivo Marsh"\nalt = "A glass tank."\nterms = "Free."\n'
        '[photos."crew one.png"]\ncaption = "The crew."\n'
    )
    assert read_photo_settings(file) == {
        "tank.jpg": PhotoSettings(caption="The tank.", credit="Ivo Marsh", alt="A glass tank.", terms="Free."),
        "crew one.png": PhotoSettings(caption="The crew."),
    }


@pytest.mark.parametrize(
    ("said", "focus"), [("Left TOP", "left top"), ("bottom", "bottom"), ("center", "center"), ("", None)]
)
def test_a_focus_is_a_side_a_height_or_both(write: Callable[[str], Path], said: str, focus: str | None) -> None:
    assert read_photo_settings(write(f'["tank.jpg"]\nfocus = "{said}"\n'))["tank.jpg"].focus == focus


@pytest.mark.parametrize("prefix", ["", "photos."])
@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("credit = 3", "tank.jpg, credit: this must be text between quotes.", 'credit = "Photo: Ivo Marsh / Tidewick"'),
        ('credits = "x"', "tank.jpg, credits: presskit does not know this word here.", "Did you mean “credit”?"),
        ('focus = "the left"', "tank.jpg, focus: “the left” is no place in a photo.", '"left top"'),
        ('focus = "left right"', "tank.jpg, focus: “left right” is no place in a photo.", '"left top"'),
        ('description = "x"', "tank.jpg, description: presskit does not know this", "Did you mean “alt”?"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_a_remedy(
    write: Callable[[str], Path], told: Told, *, prefix: str, line: str, message: str, hint: str
) -> None:
    (problem,) = told(read_photo_settings, write(f'[{prefix}"tank.jpg"]\n{line}\n'))
    assert message in problem.message
    assert hint in problem.hint
    assert str(problem.where) == "photos.toml, line 2"


def test_a_file_name_without_quotes_is_explained(write: Callable[[str], Path], told: Told) -> None:
    (problem,) = told(read_photo_settings, write('[tank.jpg]\ncaption = "x"\n'))
    assert (problem.code, problem.where.line) == ("t-001", 1)
    assert problem.hint == 'Put the file\'s name between quotes: ["photo.jpg"]'


@pytest.mark.parametrize("text", ['caption = "x"\n', 'photos = "x"\n', '[photos]\ncaption = "x"\n'])
def test_a_caption_of_no_photo_is_told(write: Callable[[str], Path], told: Told, text: str) -> None:
    (problem,) = told(read_photo_settings, write(text))
    assert "this must be a group of settings, not a single value" in problem.message


def test_every_mistake_of_every_photo_is_told_at_once(write: Callable[[str], Path], told: Told) -> None:
    file = write('["a.jpg"]\ncredit = 1\ncaption = “x”\n[photos."b.jpg"]\nalt = 2\n')
    assert [(problem.code, problem.where.line) for problem in told(read_photo_settings, file)] == [
        ("t-001", 2),
        ("t-003", 3),
        ("t-001", 5),
    ]
