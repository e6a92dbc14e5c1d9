"""The merge table: a workbook with a row for each person, for mail programs and services that fill in mails by it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from presskit.composing.wording.salutations import Salutation
from presskit.reading.lists.people import Recipient

HEADINGS = (
    "e-mail", "first name", "name", "outlet", "language", "salutation", "note", "subject", "text", "attachment"
)  # fmt: skip
MOST_CHARACTERS = 32_767  # of a cell
TOO_LONG = "The text is longer than a cell may be. Copy it from index.html."
EARLIEST = (1980, 1, 1, 0, 0, 0)  # of a ZIP; no clock goes into a file
CORE = "docProps/core.xml"
NO_CORE = b"""<?xml version="1.0" encoding="UTF-8"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>"""


@dataclass(frozen=True)
class Merged:
    """What one person's mail is filled in with; text: all of it, from the salutation on. file: what to attach."""

    person: Recipient
    subject: str
    greeting: Salutation
    text: str
    file: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a row, by HEADINGS."""
        own = self.person
        who = (own.email, own.first_name, own.last_name, own.outlet, own.language)
        said = (self.greeting.words, self.greeting.note, self.subject, self.text, self.file)
        return (*who, *(cell if len(cell) <= MOST_CHARACTERS else TOO_LONG for cell in said))


def workbook(rows: Iterable[Merged]) -> bytes:
    """Return the table as an Excel workbook, in which no cell is a formula; equal rows give equal bytes."""
    from openpyxl import Workbook  # noqa: PLC0415  (0.2 s that only drafts need)

    book = Workbook()
    sheet = book.active
    for number, cells in enumerate((HEADINGS, *(row.cells for row in rows)), start=1):
        for column, words in enumerate(cells, start=1):
            cell = sheet.cell(number, column)
            cell.value, cell.data_type = words, "s"
    sheet.freeze_panes = "A2"
    made = io.BytesIO()
    book.save(made)
    return _without_clock(made.getvalue())


def _without_clock(data: bytes) -> bytes:
    """Return a workbook that does not say when it was made."""
    new = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in old.namelist():
            about = zipfile.ZipInfo(name, EARLIEST)
            about.create_system, about.compress_type = 3, zipfile.ZIP_DEFLATED
            archive.writestr(about, NO_CORE if name == CORE else old.read(name))
    return new.getvalue()
