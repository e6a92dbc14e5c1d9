"""A kit's ZIP, read back: it holds what its list of files says, unchanged, and what its kit gives today."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from presskit import gate
from presskit.checking.page_numbers import each_once
from presskit.checking.pdf import check_pdf
from presskit.checking.promises import Promises
from presskit.findings import Finding, finding
from presskit.limits import ZIP_BYTES
from presskit.reading.zips import BROKEN_ZIP, open_zip, require_modest
from presskit.writing.archive import LIST, sha256_of

LINE = re.compile(r"(?P<sha256>[0-9a-f]{64})  (?P<name>.+)")
NAMED = 4
MOST_TOLD = 100  # damages: whoever sees so many builds the ZIP again
MOST_TIMES, SMALL_BYTES = 100, 1_000_000  # a text unpacks to ten times its size, a bomb to a thousand


def check_archive(path: Path, promises: Promises, fresh: Mapping[str, str] | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a ZIP. `promises`: what each PDF in it must hold.

    fresh: the SHA-256 of each file that the kit gives today, by name.
    """
    try:
        with gate.open_file(path, ZIP_BYTES) as file, open_zip(file, path) as archive:
            require_modest(archive, path)
            sums = {entry.filename: _sum(archive, entry) for entry in archive.infolist()}
            found = tuple(islice(_hold_against_list(archive, sums), MOST_TOLD))
            if not found:
                found = (*_look_inside(archive, path, promises), *_compare(sums, fresh or sums))
    except BROKEN_ZIP:
        found = (finding("p-014"),)
    return tuple(item.at(path) for item in found)


def pdf_of_zip(path: Path) -> bytes:
    """Return the PDF of the kit as a whole; nothing where a ZIP has none that can be unpacked."""
    try:
        with gate.open_file(path, ZIP_BYTES) as file, open_zip(file, path) as archive:
            require_modest(archive, path)
            entries = [one for one in archive.infolist() if one.filename.endswith(".pdf") and "/" not in one.filename]
            return archive.read(entries[0]) if entries and _sum(archive, entries[0]) else b""
    except BROKEN_ZIP:
        return b""


def _hold_against_list(archive: zipfile.ZipFile, sums: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what is missing from the ZIP, was put into it or changed, by the list that lies in it."""
    if not sums.get(LIST):
        yield finding("p-015", name=LIST)
        return
    listed = _listed(archive)
    times, named = Counter(archive.namelist()), {*listed, LIST}
    yield from (finding("p-015", name=name) for name in listed if name not in sums)
    yield from (finding("p-017", name=name) for name in sums if name not in named or times[name] > 1)
    yield from (finding("p-016", name=name) for name in listed if name in sums and sums[name] != listed[name])


def _look_inside(archive: zipfile.ZipFile, path: Path, promises: Promises) -> Iterator[Finding]:
    """Yield what is wrong with the PDFs."""
    for name in archive.namelist():
        if name.endswith(".pdf"):
            found = each_once(check_pdf(archive.read(name), promises))
            yield from (item.at(path / name) for item in found)


def _listed(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the SHA-256 of each file by name, as the list of files says."""
    text = archive.read(LIST).decode("utf-8", "replace")
    return {found["name"]: found["sha256"] for line in text.splitlines() if (found := LINE.fullmatch(line))}


def _sum(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    """Return the SHA-256 of a file in the ZIP; none where it cannot be unpacked, or was made to fill a memory."""
    if entry.file_size > MOST_TIMES * entry.compress_size + SMALL_BYTES:
        return ""
    try:
        with archive.open(entry) as file:
            return sha256_of(file)
    except BROKEN_ZIP:
        return ""


def _compare(held: Mapping[str, str], fresh: Mapping[str, str]) -> Iterator[Finding]:
    """Yield in which files a ZIP and its kit differ; the list of files, which then differs too, says nothing more."""
    differences = {
        "not as the kit gives it today": [name for name in fresh if name in held and held[name] != fresh[name]],
        "in the kit today, and not in the ZIP": [name for name in fresh if name not in held],
        "in the ZIP, and no longer in the kit": [name for name in held if name not in fresh],
    }
    for words, all_names in differences.items():
        names = [name for name in all_names if name != LIST]
        if names:
            shown = ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")
            yield finding("p-018", difference=f"{'This is' if len(names) == 1 else 'These are'} {words}: {shown}")
