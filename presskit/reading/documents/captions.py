"""What stands with the pictures of a text: its own line below one, else the words of photos.toml, else of the file.

It is made part of the text, so that every file that is written of it says the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from presskit import gate
from presskit.errors import SourceError
from presskit.model import Block, Fact, Section
from presskit.names import named
from presskit.reading.cues.captions import CREDIT, is_caption
from presskit.reading.markup import escape
from presskit.reading.pictures.images import opened
from presskit.reading.pictures.in_texts import find_picture, names_in
from presskit.reading.pictures.metadata import Words, read_words
from presskit.settings import PhotoSettings, read_photo_settings

SETTINGS_FILE = "photos.toml"


def with_captions(blocks: Iterable[Block], source: Path) -> tuple[Block, ...]:
    """Return a text's blocks with a caption below each picture that has words. Raises SettingsError of photos.toml."""
    return tuple(_captioned([*blocks], source))


def sections_with_captions(sections: Iterable[Section], source: Path) -> tuple[Section, ...]:
    """Return a factsheet's sections with the captions of their pictures."""
    return tuple(
        replace(
            section,
            blocks=with_captions(section.blocks, source),
            facts=tuple(_with_credit(row, source) for row in section.facts),
            questions=tuple(replace(one, answer=with_captions(one.answer, source)) for one in section.questions),
        )
        for section in sections
    )


def _captioned(blocks: list[Block], source: Path) -> Iterator[Block]:
    for place, block in enumerate(blocks):
        above = blocks[place - 1] if place else None
        if block.kind == "figure":
            below = next(iter(blocks[place + 1 : place + 2]), None)
            yield from _with_words(block, below is not None and is_caption(below), words_of(block, source))
        elif above and above.kind == "figure" and is_caption(block):
            yield _credited(replace(block, kind="caption"), words_of(above, source))
        else:
            yield block


def _with_words(block: Block, is_captioned: bool, words: Words) -> Iterator[Block]:
    """Yield a picture, described by its own words where the text does not, and its caption if it has none."""
    if words.alt and not block.text:
        html = block.html.replace('alt=""', f'alt="{escape(words.alt)}"')
        block = replace(block, text=words.alt, html=html)
    yield block
    lines = [line for line in (words.caption, words.credit) if line]
    if lines and not is_captioned:
        yield Block("caption", "\n".join(lines), "<br>".join(map(escape, lines)), block.line)


def _credited(caption: Block, words: Words) -> Block:
    """Return a text's own caption with the credit of the picture, where it does not say who took it."""
    credit = words.credit
    if not credit or CREDIT.search(caption.text) or credit.casefold() in caption.text.casefold():
        return caption
    return replace(caption, text=f"{caption.text}\n{credit}", html=f"{caption.html}<br>{escape(credit)}")


def _with_credit(row: Fact, source: Path) -> Fact:
    """Return a card whose picture has its own description, with who took it where the card does not say it."""
    if row.picture is None:
        return row
    words = words_of(row.picture, source)
    picture, *_ = _with_words(row.picture, True, words)
    said = row.text.casefold()
    if not words.credit or CREDIT.search(row.text) or words.credit.casefold() in said:
        return replace(row, picture=picture)
    html = "<br>".join(filter(None, (row.html, escape(words.credit))))
    return replace(row, picture=picture, html=html, text=f"{row.text}\n{words.credit}".strip())


def words_of(block: Block, source: Path) -> Words:
    """Return what photos.toml beside a picture, else the picture itself, says about it; nothing where neither does."""
    path = next((found for name in names_in(block) if (found := find_picture(name, source))), None)
    if path is None or path.suffix.lower() == ".svg":
        return Words()
    said = PhotoSettings()
    if gate.is_file(path):
        settings = read_photo_settings(path.parent / SETTINGS_FILE)
        said = named(path.name, settings) or said
    try:
        with opened(path) as image:
            own = read_words(image)
    except SourceError:  # told where its text is read
        own = Words()
    return Words(said.caption or own.caption, said.credit or own.credit, said.alt or own.alt)
