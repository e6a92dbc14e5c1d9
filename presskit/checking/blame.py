"""The one file that holds up a kit, known by what is found alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from presskit.findings import Finding, Where, finding

UNCLEAR = ("c-008", "c-029", "c-030")  # with these, nobody can tell from when on a kit may be published
OF_THE_KIT = (*UNCLEAR, "c-032", "c-033", "c-034")  # of when and under whose name the kit may be published
LEFT_OUT = "s-035"


def find_unread(problems: Sequence[Finding], read: Collection[Path]) -> tuple[Finding, ...]:
    """Return s-035 where all problems of reading are one file's. read: the texts that could be read."""
    file = blamed_file(problems)
    if file is None or file in read or not read or any(item.code in OF_THE_KIT for item in problems):
        return ()
    return (finding(LEFT_OUT, Where(file), name=file.name, ready="everything else can be read"),)


def blamed_file(errors: Iterable[Finding]) -> Path | None:
    """Return the one file that all errors are about; None where there is no such file."""
    files = {item.where.file for item in errors}
    return files.pop() if len(files) == 1 else None
