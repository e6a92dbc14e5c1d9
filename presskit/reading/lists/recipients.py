"""The people a kit is mailed to: a table with a row for each, understood whatever its columns are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.reading.lists.domains import ascii_domain
from presskit.reading.lists.people import Recipient
from presskit.reading.lists.rows import Table, read_tables
from presskit.reading.lists.words import Column, columns_of, is_stopped, is_yes, language_code
from presskit.reading.result import Reading

Rows = Sequence[tuple[int, list[str]]]
MOST_ABOVE = 10  # rows above the one that names the columns
MAX_CHARACTERS = 200  # of a cell: more is no name
MAX_NOTE_CHARACTERS = 1000
ANGLED = re.compile(r"^(?P<name>.*)<(?P<address>[^<>]*)>$")
# RFC 5322, 3.4.1, as mail servers take it: no quotes, no comments, a domain with a point.
ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
ADDRESS = re.compile(rf"(?=[^@]{{1,64}}@){ATOM}(?:\.{ATOM})*@(?:{LABEL}\.)+(?=..){LABEL}", re.ASCII)


# What stands behind a name, set off by a comma, and is no first name.
SUFFIX = re.compile(
    r",\s*(?:ph\.?\s?d\.?|m\.?\s?d\.?|mba|m\.?a\.?|m\.?sc\.?|b\.?a\.?|ll\.?m\.?|esq\.?|[js]r\.?|i{2,3}|iv)\s*$",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\s*\([^()]*\)$")  # “Ada Thorn (Globe)”
NO_NAME = re.compile(r"^[=+@-]|^\S+@\S+$|https?:")  # a formula, an address: nobody is called so
BETWEEN = re.compile(r"\s*[;,]\s*(?=[^;,]*@)")
SEVERAL = " ::: "  # between the addresses of one person, as Google writes them


def read_recipients(path: Path) -> Reading[tuple[Recipient, ...]]:
    """Read a list of people, in its order; rows that cannot be used, and words that may be read wrongly, are told.

    Raises SourceError where the file cannot be read or has no column of addresses.
    """
    tables = [(table, *below_title(table.rows)) for table in read_tables(path) if table.rows]
    if not tables:
        raise SourceError(finding("s-002", Where(path), name=path.name))
    addressed = [found for found in tables if "email" in found[2]]
    table, rows, columns = (addressed or tables)[0]
    findings = [*doubt_of(table, path)]
    if not addressed:
        raise SourceError(without_addresses([table for table, _, _ in tables], path), *findings)
    findings += left_over(table, [other.sheet for other, _, _ in addressed[1:]], path)
    people: dict[str, Recipient] = {}
    heads = rows[0][1]
    for number, cells in rows[1:]:
        row = {column: cells[index] for column, index in columns.items() if index < len(cells)}
        person = person_of(number, row)
        words = {"row": number, "who": f" ({person.who})" if person.who else "", "name": path.name}
        problem = problem_of(person, row) or why_stopped(row, heads, columns)
        if problem:
            findings.append(finding("m-001", Where(path), problem=problem, **words))
        elif person.key in people:
            findings.append(finding("m-002", Where(path), first=people[person.key].row, **words))
        else:
            people[person.key] = person
    if "own" in columns and any(cells[columns["own"] : columns["own"] + 1] != [""] for _, cells in rows[1:]):
        findings.append(finding("m-021", Where(path), heading=_cut(heads[columns["own"]])))
    return Reading(tuple(people.values()), tuple(findings))


def why_stopped(row: Mapping[Column, str], heads: Sequence[str], columns: Mapping[Column, int]) -> str | None:
    """Return why a person is to have no mail: they asked for none, or the office's own remark says so."""
    stops: Sequence[Column] = ("stopped", "state", "own", "note")
    found = next((column for column in stops if is_stopped(column, row.get(column, ""))), None)
    return f"they want no mail (“{_cut(heads[columns[found]])}”: {_cut(row[found])})" if found else None


def below_title(rows: Rows) -> tuple[Rows, dict[Column, int]]:
    """Return a table from the row that names its columns on, and them: a title and remarks may stand above.

    Where no row names a column of addresses, the one whose cells are some is it; where none names any, all rows are
    people's, and the words beside an address are the name.
    """
    if rows and any("@" in cell for cell in rows[0][1]):
        return without_heads(rows)
    for place, (_, cells) in enumerate(rows[:MOST_ABOVE]):
        if any("@" in cell for cell in cells):
            break
        columns = columns_of(cells)
        if "email" in columns:
            return rows[place:], columns
    columns = columns_of(rows[0][1])
    found = column_of_addresses(rows)
    return rows, columns if found is None else {**columns, "email": found}


def without_heads(rows: Rows) -> tuple[Rows, dict[Column, int]]:
    """Return addresses that stand without any heading, as a mail program copies them, each in a row of its own.

    Of two beside a name nobody can tell which is meant: then no column is known.
    """
    found: list[tuple[int, list[str]]] = [(0, ["", ""])]
    for number, cells in rows:
        addresses = [address for cell in cells for address in BETWEEN.split(cell) if "@" in address]
        others = [cell for cell in cells if cell and "@" not in cell]
        if len(addresses) > 1 and others:
            return rows, {}
        name = others[0] if len(others) == 1 else ""
        found += [(number, [address, name]) for address in addresses or [""]]
    return found, {"email": 0, "name": 1}


def left_over(table: Table, others: Sequence[str], path: Path) -> Iterator[Finding]:
    """Yield what is said of people for whom nothing is made: in rows that are hidden, on further sheets."""
    if table.hidden:
        yield finding("m-019", Where(path), name=path.name, count=table.hidden)
    if others:
        names = ", ".join(f"“{_cut(other)}”" for other in others)
        yield finding("m-020", Where(path), name=path.name, sheet=_cut(table.sheet), others=names)


def column_of_addresses(rows: Rows) -> int | None:
    """Return the one column whose cells are addresses, whatever heads it; None where there are several, or no heads."""
    (_, heads), *people = rows
    if not people or any("@" in cell for cell in heads):
        return None
    filled = [
        [cells[column] for _, cells in people if cells[column : column + 1] != [""] and column < len(cells)]
        for column in range(len(heads))
    ]
    found = [column for column, cells in enumerate(filled) if cells and all("@" in cell for cell in cells)]
    return found[0] if len(found) == 1 else None


def without_addresses(tables: Sequence[Table], path: Path) -> Finding:
    """Return what is said of a file none of whose tables has a column of addresses."""
    firsts = [", ".join(f"“{_cut(cell)}”" for cell in table.rows[0][1] if cell) for table in tables]
    sheets = [f" (sheet “{_cut(table.sheet)}”)" if len(tables) > 1 else "" for table in tables]
    words = "; ".join(f"{first}{sheet}" for first, sheet in zip(firsts, sheets, strict=True))
    return finding("m-004", Where(path), name=path.name, words=words)


def doubt_of(table: Table, path: Path) -> Iterator[Finding]:
    """Yield what is said of a table whose encoding was guessed."""
    if table.doubt:
        yield finding("m-011", Where(path), name=path.name, encoding=table.encoding, words=table.doubt)


def person_of(number: int, row: Mapping[Column, str]) -> Recipient:
    """Return the person that a row of a table is about."""
    email, name = row.get("email", ""), row.get("name", "")
    angled = ANGLED.match(email)  # "Ada Thorn <ada@tidewick.example>", as mail programs copy it
    if angled:
        email, name = angled["address"], name or angled["name"].strip(' "')
    first, last = turned(name) if name else (row.get("first_name", ""), row.get("last_name", ""))
    return Recipient(
        number,
        _for_a_header(email.partition(SEVERAL)[0].removeprefix("mailto:").strip(" ;,")),
        first,
        last,
        row.get("outlet", ""),
        language_code(row.get("language", "")),
        row.get("salutation", ""),
        is_yes(row.get("embargo", "")),
        row.get("note", ""),
    )


def _for_a_header(email: str) -> str:
    """Return an address with its domain in ASCII, which is the same domain; one without such a form stays."""
    local, at, domain = email.rpartition("@")
    return f"{local}{at}{ascii_domain(domain) or domain}" if at else email


def turned(name: str) -> tuple[str, str]:
    """Return first and last name of a name that mail programs turn round: “von der Aa, Marie”, “O’Neil, Pat”.

    Of one that may be anything, as “Ada Thorn, Globe” is, all stays together: a mail greets nobody by it. A formula or
    an address is no name at all.
    """
    plain = ASIDE.sub("", SUFFIX.sub("", name))
    if NO_NAME.search(plain):
        return "", ""
    last, comma, first = (part.strip() for part in plain.partition(","))
    words = last.split()
    is_name = 0 < len(first.split()) <= 2 and not first[0].islower() and not any(map(str.isdigit, first))
    is_turned = bool(comma) and "," not in first and is_name
    has_one_name = bool(words) and all(word[0].islower() for word in words[:-1])  # behind “von der”, “de la”
    return (first, last) if is_turned and has_one_name else ("", plain)


def problem_of(person: Recipient, row: Mapping[Column, str]) -> str | None:
    """Return why nobody can write to a person, in words, None where somebody can."""
    email = person.email
    long = next((cell for column, cell in row.items() if len(cell) > _most(column)), None)
    foreign = next((letter for letter in email.rpartition("@")[0] if not letter.isascii()), None)
    if not email:
        return "there is no e-mail address"
    if "@" not in email:
        return "the e-mail address has no '@'"
    if email.count("@") > 1:
        return "there is more than one e-mail address"
    if " " in email:
        return f"the e-mail address “{_cut(email)}” has a space in it"
    if foreign:
        return f"the e-mail address has a letter ({foreign}) before the '@' that most mail servers refuse"
    if not email.isascii():
        return f"“{_cut(email.rpartition('@')[2])}” can be no domain of an e-mail address"
    if not ADDRESS.fullmatch(email):
        return f"“{_cut(email)}” is no e-mail address"
    return f"“{_cut(long)}” is too long" if long else None


def _most(column: Column) -> int:
    return MAX_NOTE_CHARACTERS if column == "note" else MAX_CHARACTERS


def _cut(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:40]}…"
