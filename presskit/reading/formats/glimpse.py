"""The words of files that are never printed: tables, slides, subtitles, dates, what a ZIP holds, remarks in settings.

Why: nobody reads them for the kit, and a press office that writes “EMBARGOED” there means the kit.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from presskit import gate
from presskit.limits import MB, Limit
from presskit.reading.formats.encodings import decoded, guess
from presskit.reading.packages import open_package
from presskit.reading.zips import BROKEN_ZIP, open_zip

LINES = (".csv", ".tsv", ".srt", ".vtt", ".sbv", ".ass", ".ics", ".url", ".webloc", ".json", ".nfo", ".log", "")
PACKAGES = (".xlsx", ".xlsm", ".pptx", ".ppsx", ".odp", ".ods", ".odg", ".dotx", ".fodt")
ZIP = ".zip"
SETTINGS = ".toml"
# What follows the first # of a line that stands in no text; what is switched off is no remark.
REMARK = re.compile(r"""(?:[^"'#]|"(?:[^"\\]|\\.)*"|'[^']*')*#+(?!\s*[\w."-]+\s*=)(?P<words>.*)""")
TELLING = re.compile(r"\d|\b[A-Z]{5,}")  # a day, or capitals
NOTES, MOST_NOTES, NOTE_BYTES = (".txt", ".md", ".nfo"), 20, 100_000  # in a ZIP
MOST_BYTES = Limit("bytes", 20 * MB)  # of more, nobody looks for a line
MOST_NAMES = 2000
PARAGRAPHS = ("p", "h", "si", "is", "title", "subject", "keywords", "description", "category", "keyword")
NAMED = ("sheet", "table")  # whose names stand on tabs
MARKS = " \t#;,*/\"'"
# Of a date, of subtitles.
FIELD = re.compile(r"^(?:SUMMARY|DESCRIPTION|COMMENT|NOTE|STYLE|URL|\"\w+\")\s*[:= ]\s*", re.IGNORECASE)


def can_be_glimpsed(path: Path) -> bool:
    """Tell whether words can be found in a file, by its name."""
    return path.suffix.lower() in (*LINES, *PACKAGES, ZIP, SETTINGS)


def words_in(path: Path) -> tuple[str, ...]:
    """Return the lines of a file in which words may stand. Raises SourceError for one that cannot be opened."""
    suffix = path.suffix.lower()
    if suffix in PACKAGES:
        return tuple(words_of_package(path))
    if suffix == ZIP:
        return words_in_zip(path)
    data = gate.bytes_of(path, MOST_BYTES)
    lines = text_of(data).replace("\\n", "\n").splitlines()
    if suffix == SETTINGS:
        remarks = [found["words"] for line in lines if (found := REMARK.match(line))]
        lines = [words for words in remarks if TELLING.search(words)]  # else it explains a setting
    return tuple(FIELD.sub("", line.strip(MARKS + "{}[]")).strip(MARKS) for line in lines if line.strip())


def text_of(data: bytes) -> str:
    """Return the text of bytes in the encoding they seem to have; nothing of what is no text."""
    text = decoded(data, "utf-8-sig") if b"\0" not in data else None
    found = guess(data) if text is None else None
    return text or (found.text if found else "")


def words_of_package(path: Path) -> Iterator[str]:
    """Yield the paragraphs and cells of slides or a table, the names of its sheets, and what it says of itself."""
    for tree in open_package(path).parts.values():
        for node in tree.iter(etree.Element):
            name = etree.QName(node).localname
            if name in PARAGRAPHS and (words := "".join(map(str, node.itertext())).strip()):
                yield words
            elif name in NAMED:
                yield from (str(value) for key, value in node.attrib.items() if etree.QName(key).localname == "name")


def words_in_zip(path: Path) -> tuple[str, ...]:
    """Return the names of the files and folders in a ZIP, and the lines of its notes; none of one that is damaged."""
    try:
        with open_zip(io.BytesIO(gate.bytes_of(path)), path) as archive:
            entries = archive.infolist()[:MOST_NAMES]
            notes = [one for one in entries if one.filename.lower().endswith(NOTES) and one.file_size <= NOTE_BYTES]
            said = [archive.read(one) for one in notes[:MOST_NOTES]]
    except BROKEN_ZIP:
        return ()
    parts = (part for one in entries for part in one.filename.split("/") if part)
    lines = (line.strip(MARKS) for data in said for line in text_of(data).splitlines())
    return tuple(dict.fromkeys((*(part.rpartition(".")[0] or part for part in parts), *lines)))
