"""The record of who has which file: a table that presskit adds to, and that people tick, sort and widen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.reading.lists.people import Recipient
from presskit.reading.lists.recipients import doubt_of, person_of, problem_of, without_addresses
from presskit.reading.lists.rows import clean, read_table
from presskit.reading.lists.words import Column, columns_of, is_no, plain
from presskit.reading.result import Reading

NAME = "who-has-what.csv"
# What each column is headed, in the order of a new record: what a person looks for and ticks stands first.
COLUMNS = {
    "sent": "sent",
    "drafted": "drafted on",
    "last_name": "name",
    "first_name": "first name",
    "outlet": "outlet",
    "email": "e-mail",
    "language": "language",
    "subject": "subject",
    "file": "file",
    "sha256": "SHA-256 of the file",
    "draft": "draft",
    "salutation": "salutation",
    "embargo": "embargo",
    "kit": "kit",
}


@dataclass(frozen=True)
class Had:
    """A row of the record: somebody who had a draft. kit: of which kit, where a folder holds several.

    is_sent: whether a person has written into “sent” that it went out.
    """

    person: Recipient
    kit: str = ""
    is_sent: bool = False


@dataclass(frozen=True)
class Record:
    """Who has which file. table: all rows as they stand, the headings first; delimiter: what parts their cells."""

    had: tuple[Had, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    delimiter: str = ","


def read_record(path: Path) -> Reading[Record]:
    """Read a record, also as a spreadsheet has saved it; rows to which nobody can write are told.

    Raises SourceError where it cannot be read, or has no column of addresses: nothing may be written over it then.
    """
    table = read_table(path)
    rows = table.rows
    columns = places_of(rows[0][1])
    findings: list[Finding] = [*doubt_of(table, path)]
    if "email" not in columns:
        raise SourceError(without_addresses([table], path), *findings)
    had = []
    for number, cells in rows[1:]:
        row = {column: cells[index] for column, index in columns.items() if index < len(cells)}
        person = person_of(number, cast("Mapping[Column, str]", row))
        if problem := problem_of(person, {}):
            who = f" ({person.who})" if person.who else ""
            findings.append(finding("m-001", Where(path), row=number, who=who, problem=problem, name=path.name))
        else:
            had.append(Had(person, row.get("kit", ""), not is_no(row.get("sent", ""))))
    raw = tuple(tuple(row) for row in table.raw if any(map(clean, row)))
    return Reading(Record(tuple(had), raw, table.delimiter), tuple(findings))


def places_of(headings: Sequence[str]) -> dict[str, int]:
    """Return the number of each column of a record, counted from 0: by its own heading, else by a like one."""
    own = {plain(heading): index for index, heading in reversed([*enumerate(headings)])}
    found = {column: own[plain(heading)] for column, heading in COLUMNS.items() if plain(heading) in own}
    alike = {"last_name" if column == "name" else column: index for column, index in columns_of(headings).items()}
    return {column: index for column, index in alike.items() if column in COLUMNS} | found
