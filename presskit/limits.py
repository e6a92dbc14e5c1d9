"""How much of anything presskit takes: one table, each limit with its name, its most and its unit.

No honest kit meets one. A limit is held before time is spent, and said in one sentence with the file and the limit:
a file that asks for more is refused, and nobody waits for it.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding

MB = 1_000_000
UNITS = {"": 1, "b": 1, "kb": 1000, "mb": 1_000_000, "gb": 1_000_000_000}
SIZE = re.compile(r"\s*(?P<number>\d{1,12}(?:[.,]\d{1,6})?)\s*(?P<unit>[kmg]?b?)\s*", re.IGNORECASE)


def size_in(words: str) -> int | None:
    """Return the bytes of "10MB", "7.3 MB", "500kB" or "9000000"; None for anything else."""
    found = SIZE.fullmatch(words)
    if not found:
        return None
    unit = found["unit"].lower()
    return round(float(found["number"].replace(",", ".")) * UNITS[f"{unit}b" if unit in ("k", "m", "g") else unit])


@dataclass(frozen=True)
class Limit:
    """The most that is taken of `what`: a plural noun, or "bytes" for the size of a file."""

    what: str
    most: int

    def exceeded(self, found: int, where: Where) -> Finding | None:
        """Return what is said of a file in which `found` is too much; None where it is not."""
        if found <= self.most:
            return None
        name = where.file.name if where.file else "The file"
        if self.what == "bytes":
            size, most = (
                f"{math.ceil(10 * count / MB) / 10:,.1f} MB".replace(".0 MB", " MB") for count in (found, self.most)
            )
        else:
            size, most = f"{found:,} {self.what}", f"{self.most:,}"
        return finding("s-018", where, name=name, found=size, most=most)

    def require(self, found: int, where: Where) -> None:
        """Raise SourceError s-018 where `found` is too much."""
        if problem := self.exceeded(found, where):
            raise SourceError(problem)


# Any file
FILE_BYTES = Limit("bytes", 300 * MB)  # where no other limit is for it: a photo, a Word file, a finished PDF

# Settings: kit.toml, brand.toml, photos.toml, the lines at the top of a text
SETTINGS_BYTES = Limit("bytes", 1 * MB)  # kit.toml, brand.toml, photos.toml
FOLDER_FILES = Limit("files", 5_000)  # in a kit's folder and the folders in it
SETTINGS_LINES = Limit("lines of settings", 20_000)  # photos.toml has six for each photo
SETTINGS_LINE = Limit("characters in one line of settings", 20_000)
TOP_CHARACTERS = Limit("characters of settings at the top", 100_000)  # of a text
KEY_PARTS = Limit("dots in the name of a setting", 10)
SETTING_DEPTH = Limit("groups inside one another", 8)
SETTING_CHARACTERS = Limit("characters in one setting", 10_000)  # a text about the organisation
SETTING_DIGITS = Limit("digits in one number", 20)
SETTING_ENTRIES = Limit("entries in one list or group", 5_000)  # the order of the documents
CONTACTS = Limit("contacts", 200)

# Texts: Word, web pages, plain text, Markdown
TEXT_BYTES = Limit("bytes", 5 * MB)  # plain text and Markdown; a release of 300 pages is 1 MB
PAGE_BYTES = Limit("bytes", 20 * MB)  # a saved web page, with all its programs
TEXT_LINES = Limit("lines", 50_000)  # plain text and Markdown
PARAGRAPHS = Limit("paragraphs", 30_000)  # a release of 300 pages has 10,000
LINE_CHARACTERS = Limit("characters in one paragraph", 100_000)
WORD_CHARACTERS = Limit("characters without a space", 5_000)  # the longest web addresses have 2,000
TITLE_CHARACTERS = Limit("characters in one heading", 2_000)
BRACKETS = Limit("brackets in one paragraph", 2_000)  # Markdown looks from each for the end of a link
CELLS = Limit("cells in its tables", 50_000)  # 5,000 rows of 6 columns are 30,000
COLUMNS = Limit("columns in one table", 200)
ELEMENTS = Limit("pieces of a web page", 150_000)
ATTRIBUTES = Limit("attributes of one piece of a web page", 2_000)
NESTING = Limit("pieces of a web page inside one another", 500)
RUNS = Limit("pieces of text", 200_000)  # Word divides a text wherever its look changes
NOTES = Limit("footnotes or comments", 5_000)

# The list of people a kit is mailed to
LIST_BYTES = Limit("bytes", 30 * MB)
PEOPLE = Limit("rows", 100_000)

# Photos and drawings
PIXELS = Limit("pixels", 120 * MB)  # a camera of 100 megapixels
PASSES = Limit("pixels in all passes of a progressive JPEG", 2_000 * MB)  # cameras and programs pass ten times
DRAWING_BYTES = Limit("bytes", 5 * MB)  # an SVG, with the pictures in it
DRAWING_SHAPES = Limit("shapes, counted as often as they are drawn", 20_000)
DRAWING_RULES = Limit("rules of style", 1_000)

# Finished files that are checked or compared
ZIP_BYTES = Limit("bytes", 10_000 * MB)  # three hundred photos as they are
ZIP_ENTRIES = Limit("files", 10_000)
ZIP_LIST_BYTES = Limit("bytes", 10 * MB)  # the list of its files that every ZIP holds
ZIP_TIMES = Limit("times its own size when unpacked", 20)  # photos unpack to themselves, texts to ten times as much
PDF_PAGES = Limit("pages", 3_000)
PDF_STEPS = Limit("steps of painting", 2_000_000)  # of all pages, what they draw twice counted twice
PDF_CHARACTERS = Limit("characters of text", 20 * MB)

# ZIPs that a kit is built of
UNPACKED_MB = Limit("MB when unpacked", 3_000)
ZIP_NAME = Limit("characters in one name", 1_000)  # of a file, with its folders
ZIP_DEPTH = Limit("folders inside one another", 50)

# Files that are dropped on the window of `preview`
DROPPED_BYTES = Limit("bytes", 3_000 * MB)  # one of them, and all that come at a time: a ZIP of three hundred photos
