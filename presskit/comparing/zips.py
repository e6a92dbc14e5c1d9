"""A kit's ZIP against the files that the kit gives today, member by member, in a limited process."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from presskit import gate
from presskit.checking.archive import check_archive
from presskit.checking.promises import Promises
from presskit.comparing.finished import compare_bytes
from presskit.comparing.texts import differences
from presskit.findings import Finding, finding
from presskit.limits import ZIP_BYTES
from presskit.reading.zips import open_zip
from presskit.writing.archive import LIST, Entry, sha256_of

OUT_OF_DATE = "p-018"  # which names the files; all other faults are told by the ZIP's own list


def compare_zip(path: Path, promises: Promises, fresh: Sequence[Entry]) -> tuple[Finding, ...]:
    """Return what is wrong with a ZIP by its own list, and how its files differ from those of its kit.

    All files that differ are named; how they do is told of the first: one change in a kit is in most of them.
    """
    sums = {one.name: one.sha256 for one in fresh}
    found = check_archive(path, promises, sums)
    if not found:
        return (finding("p-029", name=path.name, how="“build”"),)
    if not any(item.code == OUT_OF_DATE for item in found):
        return found
    return (*found, *_first_differences(path, promises, fresh, sums))


def _first_differences(
    path: Path, promises: Promises, fresh: Sequence[Entry], sums: Mapping[str, str]
) -> Iterator[Finding]:
    """Yield how the first file differs that is not its kit's, the PDF of the kit as a whole before all others."""
    ordered = sorted(fresh, key=lambda one: (not one.name.endswith(".pdf"), "/" in one.name, one.name))
    with gate.open_file(path, ZIP_BYTES) as file, open_zip(file, path) as archive:
        held = set(archive.namelist()) - {LIST}
        for one in ordered:
            if one.name not in held or _sum(archive, one.name) == sums[one.name]:
                continue
            with one.opened() as opened:
                found = _compare(path / one.name, archive.read(one.name), opened.read(), promises)
            yield from (item.at(path / one.name) for item in found)
            return


def _compare(path: Path, data: bytes, fresh: bytes, promises: Promises) -> tuple[Finding, ...]:
    if path.suffix == ".pdf":
        return compare_bytes(data, fresh, promises, path)
    return differences(path.name, data, fresh)


def _sum(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as file:
        return sha256_of(file)
