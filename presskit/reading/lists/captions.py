"""Lists that say what pictures show and who took them, as offices keep them: a table, or a text with a line for each.

Each row or line begins with a picture's name, or a column holds it; a list that names none of the pictures is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from presskit.errors import SourceError
from presskit.model import Block
from presskit.names import as_one
from presskit.reading.blocks import lines_of_source, paragraph
from presskit.reading.cues.captions import CREDIT
from presskit.reading.formats.kinds import READ_TABLES
from presskit.reading.formats.opening import open_source
from presskit.reading.formats.text import load
from presskit.reading.lists.rows import read_tables
from presskit.reading.lists.words import plain
from presskit.reading.markup import escape, parse, text_in, text_of
from presskit.settings import PhotoSettings

HEADINGS = {
    "caption": """caption captions description text title legend bildunterschrift bildtext beschreibung unterschrift
        titel motiv legende titre texte pie piedefoto leyenda descripcion titulo didascalia التعليق الوصف العنوان""",
    "credit": """credit credits photocredit photographer photo copyright source by fotograf fotografin foto fotonachweis
        bildnachweis urheber quelle rechte photographe creditphoto auteur fotografo fotografa autor creditos المصور حقوق
        المصدر""",
    "alt": "alt alttext altdescription alternativtext textealternatif textoalternativo النصالبديل",
    "terms": "terms usage use license licence rights nutzung nutzungsrechte lizenz conditions utilisation uso licencia",
}
COLUMNS = {plain(word): key for key, words in HEADINGS.items() for word in words.split()}
BEHIND_FILE = r"(?:\s*[:：=|–—-]|\.?(?:\s|$))\s*"  # behind “quay.jpg”
BEHIND_NAME = r"(?:\s*(?:[:：=|\t]|\s[–—-]\s|$)|\s\s)\s*"  # behind “quay”
BEFORE_CREDIT = " \t\n(,;·|–—-"


def read_captions(path: Path, pictures: Sequence[str]) -> Mapping[str, PhotoSettings]:
    """Return what a list says of pictures, by their names; nothing where it is no such list, or cannot be read."""
    names = {form: name for name in pictures for form in (as_one(Path(name).stem), as_one(name))}
    is_table = path.suffix.lower() in READ_TABLES
    try:
        sheets = (
            [[row for _, row in table.rows] for table in read_tables(path)]
            if is_table
            else [_rows_of_text(path, names)]
        )
    except SourceError:
        return {}  # whoever reads it as what it is will say so
    return next(filter(None, (_captions_in(rows, names) for rows in sheets)), {})


def _captions_in(rows: Sequence[Sequence[str]], names: Mapping[str, str]) -> Mapping[str, PhotoSettings]:
    head = rows[0] if rows and len(rows[0]) > 1 else []
    headed = {index: key for index, cell in enumerate(head) if (key := COLUMNS.get(plain(cell)))}
    told: dict[str, dict[str, str]] = {}
    for row in rows:
        place = next((index for index, cell in enumerate(row) if as_one(cell.strip()) in names), None)
        if place is not None:
            told.setdefault(names[as_one(row[place].strip())], _said(row, place, headed))
    is_list = len(told) * 2 >= len(rows) - bool(headed)
    return {name: _settings(said) for name, said in told.items() if said} if is_list else {}


def _settings(said: Mapping[str, str]) -> PhotoSettings:
    return PhotoSettings(
        caption=said.get("caption"), credit=said.get("credit"), alt=said.get("alt"), terms=said.get("terms")
    )


def _said(row: Sequence[str], place: int, headed: Mapping[int, str]) -> dict[str, str]:
    """Return what a row says of the picture that a cell of it names; without a head by what the cells are."""
    others = [(index, cell.strip()) for index, cell in enumerate(row) if index != place and cell.strip()]
    if headed:
        said = {headed[index]: words for index, words in others if index in headed}
    else:
        worded = [words for _, words in others if any(map(str.isalpha, words))]  # no number of a row
        said = dict(zip(("caption", "credit"), worded, strict=False))
    match = CREDIT.search(said.get("caption", "")) if "credit" not in said else None
    if match:
        words = said.pop("caption")
        said["credit"] = words[match.start() :].strip(" ().")
        if caption := words[: match.start()].rstrip(BEFORE_CREDIT):
            said["caption"] = caption
    return said


def _rows_of_text(path: Path, names: Mapping[str, str]) -> list[list[str]]:
    """Return the rows of a text's tables, and its lines, each parted behind the name that it begins with.

    To a name belong the lines that follow it without a gap, and the next ones where it stands alone.
    """
    files, stems = ([*map(re.escape, forms)] for forms in (names.values(), names))
    begins = re.compile(
        rf"\W{{0,3}}(?:(?P<file>{'|'.join(files)}){BEHIND_FILE}|(?P<name>{'|'.join(stems)}){BEHIND_NAME})",
        re.IGNORECASE,
    )
    rows: list[list[str]] = []
    last = None  # the number of the line above
    for block in _blocks_of(path):
        if block.kind == "table":
            rows += ([text_in(cell) for cell in row.iter("td", "th")] for row in parse(block.html).iter("tr"))
            continue
        lines = _lines_of(block)
        follows = last is not None and block.line == last + 1
        for line in filter(None, map(str.strip, lines)):
            is_open = bool(rows) and len(rows[-1]) == 2 and (follows or not rows[-1][1])
            if found := begins.match(line):
                rows.append([found["file"] or found["name"], line[found.end() :].strip()])
            elif is_open:
                rows[-1][1] = f"{rows[-1][1]} {line}".strip()
            else:
                rows.append([line])
            follows = True
        last = None if block.line is None else block.line + max(0, len(lines) - 1)
    return rows


def _blocks_of(path: Path) -> Sequence[Block]:
    """Return the blocks of a text; of a plain one its lines as they stand, which else may be one sentence."""
    if path.suffix.lower() != ".txt":
        return open_source(path).text.blocks
    lines = enumerate(load(path).text.splitlines(), start=1)
    return [paragraph(escape(line), number) for number, line in lines if line.strip()]


def _lines_of(block: Block) -> list[str]:
    """Return the lines of a block as its source has them; each item of a list is one."""
    return block.text.splitlines() if block.kind == "list" else [text_of(line) for line in lines_of_source(block.html)]
