"""A picture in a text has a caption and a credit: the text's own, else those of photos.toml, else of its file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from presskit.model import Block
from presskit.reading.cues.captions import is_caption
from presskit.reading.documents.captions import with_captions
from presskit.reading.formats.markdown import read_markdown

ARTIST, DESCRIPTION = 0x013B, 0x010E


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """Return a text beside which a photo lies that says who took it and what it shows."""
    words = Image.Exif()
    words[ARTIST], words[DESCRIPTION] = "Ivo Marsh", "The quay from its file"
    Image.new("RGB", (90, 60), "navy").save(tmp_path / "quay.jpg", exif=words)
    return tmp_path / "text.md"


def captions(markdown: str, text: Path) -> list[str]:
    return [block.text for block in with_captions(read_markdown(markdown).blocks, text) if block.kind == "caption"]


@pytest.mark.parametrize(
    ("markdown", "caption"),
    [
        ("![Boats](quay.jpg)\n\nBoats sail.", "The quay from its file\nIvo Marsh"),
        ("![Boats](quay.jpg)\n\n*The quay at noon.*\n\nBoats sail.", "The quay at noon.\nIvo Marsh"),
        ("![Boats](quay.jpg)\n\nThe quay. Photo: Ada Thorn", "The quay. Photo: Ada Thorn"),
        ("![Boats](quay.jpg)\n\n*The quay, seen by Ivo Marsh*", "The quay, seen by Ivo Marsh"),
        ('![Boats](quay.jpg "The quay at noon.")', "The quay at noon.\nIvo Marsh"),
        (
            '<figure><img src="quay.jpg" alt="Boats"><figcaption>At <b>noon</b></figcaption></figure>',
            "At noon\nIvo Marsh",
        ),
    ],
)
def test_the_texts_own_caption_wins_and_has_the_credit_of_the_file(markdown: str, caption: str, text: Path) -> None:
    assert captions(markdown, text) == [caption]


def test_photos_toml_beside_the_picture_wins_over_its_file(text: Path) -> None:
    text.with_name("photos.toml").write_text('["quay.jpg"]\ncredit = "Photo: Ada Thorn"\nalt = "Boats"\n')
    figure, caption, _ = with_captions(read_markdown("![](quay.jpg)\n\nBoats sail.").blocks, text)
    assert caption.text == "The quay from its file\nPhoto: Ada Thorn"
    assert figure.html == '<img alt="Boats" src="quay.jpg">'


def test_a_picture_without_words_has_no_caption(text: Path) -> None:
    Image.new("RGB", (90, 60), "navy").save(text.with_name("quay.jpg"))
    assert captions("![Boats](quay.jpg)\n\nBoats sail.\n\n![Boats](gone.jpg)", text) == []


def test_a_line_in_italics_is_a_caption_only_below_a_picture(text: Path) -> None:
    blocks = with_captions(read_markdown("Boats sail.\n\n*We wait.*").blocks, text)
    assert [block.kind for block in blocks] == ["paragraph", "paragraph"]
    assert not is_caption(Block("paragraph", "We wait.", "<em>We</em> wait."))


def test_what_is_read_once_more_is_read_alike(text: Path) -> None:
    once = with_captions(read_markdown("![Boats](quay.jpg)").blocks, text)
    assert with_captions(once, text) == once


@pytest.mark.parametrize(
    "markdown",
    [
        "[![Quay](quay.jpg)](https://quay.example)",
        '<p><a href="https://quay.example"><img src="quay.jpg" alt="Quay"></a></p>',
    ],
)
def test_a_picture_that_is_a_link_stays_one(markdown: str) -> None:
    [figure] = read_markdown(markdown).blocks
    assert figure.html == '<a href="https://quay.example"><img alt="Quay" src="quay.jpg"></a>'
