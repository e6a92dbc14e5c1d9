from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.reading.conftest import Write
from tests.support.reading import read_biography

TEXT = "She has counted kelp for thirty years, at first alone and by hand, later with a crew of nine and two boats."


@pytest.mark.parametrize(
    ("text", "name", "role", "intro"),
    [
        (f"# Ada Thorn\n\n{TEXT}\n", "Ada Thorn", None, None),
        (f"# Ada Thorn, Head of research\n\n{TEXT}\n", "Ada Thorn", "Head of research", None),
        (f"Ada Thorn – Head of research\n\n{TEXT}\n", "Ada Thorn", "Head of research", None),
        (
            f"# Ada Thorn\n\nHead of research, Kelp Trust\n\n*Counts what grows back.*\n\n{TEXT}\n",
            "Ada Thorn",
            "Head of research, Kelp Trust",
            "Counts what grows back.",
        ),
        (
            f"# Ada Thorn, Head of research\n\n*Counts what grows back.*\n\n{TEXT}\n",
            "Ada Thorn",
            "Head of research",
            "Counts what grows back.",
        ),
        (f"# Ada Thorn, PhD, Head of research\n\n{TEXT}\n", "Ada Thorn, PhD", "Head of research", None),
        (f"---\nname: Ada Thorn\nrole: Diver\nintro: Counts.\n---\n\n{TEXT}\n", "Ada Thorn", "Diver", "Counts."),
        (f"{TEXT}\n", "Ada Thorn", None, None),
    ],
)
def test_the_lines_at_the_top(write: Write, text: str, name: str, role: str | None, intro: str | None) -> None:
    bio = read_biography(write("bios/ada-thorn.md", text)).document
    assert (bio.name, bio.role, bio.intro, bio.slug) == (name, role, intro, bio.slug)
    assert [block.text for block in bio.body] == [TEXT]
    assert bio.portrait is None
    assert bio.removed == ()


def test_the_settings_win_and_what_they_replace_is_listed(write: Write) -> None:
    bio = read_biography(write("ada.md", f"---\nname: Ada Thorn\n---\n\n# Ada M. Thorn\n\n{TEXT}\n")).document
    assert (bio.name, bio.slug) == ("Ada Thorn", "ada-thorn")
    assert [item.text for item in bio.removed] == ["Ada M. Thorn"]


@pytest.mark.parametrize("folder", ["bios", "photos"])
def test_a_portrait_that_the_settings_name(write: Write, tmp_path: Path, folder: str) -> None:
    path = write("bios/ada.md", f"---\nname: Ada Thorn\nportrait: ada.png\n---\n\n{TEXT}\n")
    (tmp_path / folder).mkdir(exist_ok=True)
    Image.new("RGB", (30, 40)).save(tmp_path / folder / "ada.png")
    portrait = read_biography(path).document.portrait
    assert portrait is not None
    assert (portrait.width_px, portrait.height_px) == (30, 40)


def test_a_portrait_that_is_not_there(write: Write) -> None:
    reading = read_biography(write("ada.md", f"---\nname: Ada Thorn\nportrait: ada.png\n---\n\n{TEXT}\n"))
    assert [item.code for item in reading.findings] == ["c-014"]
