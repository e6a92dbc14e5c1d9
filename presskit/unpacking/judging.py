"""What a ZIP says of itself, judged before any of its files is unpacked: whoever packed it may mean harm.

A name must be one on every computer, and lead to a file inside; a file must be one; all of them together must not
unpack to far more than they are.
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from presskit.errors import SourceError
from presskit.findings import Where, finding
from presskit.limits import FILE_BYTES, MB, UNPACKED_MB, ZIP_DEPTH, ZIP_NAME
from presskit.names import DEVICE, LINE_ENDS, OBEYED, as_one_file
from presskit.reading.zips import require_modest
from presskit.unpacking.names import names_of

ENCRYPTED = 0x1
READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
HEADER_BYTES = 30  # before each file, at the least
PART_BYTES = 255  # the longest name of one file or folder that systems take
# The Mac's second half of each file, and the picture of a folder, whose name ends in a line end.
LEFT_BY_MACS = ("__MACOSX", "Icon\r")
SEND_AGAIN = "Ask for it to be sent again."
PACK_AGAIN = "Ask for the files themselves, or for a new ZIP of their folder."
UNPACK = "Unpack it yourself, and name the folder that comes out of it."

Entry = tuple[zipfile.ZipInfo, PurePosixPath]


def judged(archive: zipfile.ZipFile, path: Path) -> list[Entry]:
    """Return the files to unpack, each with its name. Raises SourceError s-018 or s-033 for what no honest ZIP is."""
    require_modest(archive, path)
    entries = archive.infolist()
    where = Where(path)
    UNPACKED_MB.require(sum(entry.file_size for entry in entries) // MB, where)
    _require_apart(entries, archive.start_dir, path)
    named = []
    for entry, name in zip(entries, names_of(entries), strict=True):
        if _is_left_by_a_mac(name):
            continue
        if reason := _fault(entry, name):
            raise not_unpacked(path, *reason)
        FILE_BYTES.require(entry.file_size, where)
        ZIP_NAME.require(len(name), where)
        ZIP_DEPTH.require(len(PurePosixPath(name).parts), where)
        named.append((entry, PurePosixPath(name)))
    _require_distinct(named, path)
    return [(entry, name) for entry, name in named if not entry.is_dir() and name.parts]


def not_unpacked(path: Path, reason: str, hint: str) -> SourceError:
    """Return the error for a ZIP that is not unpacked."""
    return SourceError(finding("s-033", Where(path), name=path.name, reason=reason, hint=hint))


def _is_left_by_a_mac(name: str) -> bool:
    parts = name.split("/")
    return parts[0] == LEFT_BY_MACS[0] or parts[-1] == LEFT_BY_MACS[1]


def _fault(entry: zipfile.ZipInfo, name: str) -> tuple[str, str] | None:
    """Return why an entry is not unpacked, and what to do; None for an honest one."""
    mode = stat.S_IFMT(entry.external_attr >> 16)
    if entry.flag_bits & ENCRYPTED:
        return "it is locked with a password", UNPACK
    if mode == stat.S_IFLNK:
        return f"“{name}” in it is a link to another place", PACK_AGAIN
    if mode not in (0, stat.S_IFREG, stat.S_IFDIR):
        return f"“{name}” in it is no ordinary file", PACK_AGAIN
    if wrong := _wrong_name(entry, name):
        return wrong, PACK_AGAIN
    if entry.compress_type not in READ:
        return f"“{name}” in it is packed in a way that presskit does not read", UNPACK
    return None


def _wrong_name(entry: zipfile.ZipInfo, name: str) -> str | None:
    """Return what is wrong with a name, in words."""
    parts = name.split("/")
    if "\0" in entry.orig_filename or OBEYED.search(name) or LINE_ENDS.search(name):
        return f"the name “{name}” in it holds signs that nobody sees"
    if "\\" in name or (parts[0][1:2] == ":" and parts[0][:1].isalpha()):
        return f"the name “{name}” in it is one of another computer's disk"
    if name.startswith("/") or ".." in parts:
        return f"the name “{name}” in it leads out of the ZIP"
    if any(len(part.encode()) > PART_BYTES for part in parts):
        return f"a name in it is longer than computers take: “{name[:40]}…”"
    if any(DEVICE.match(part) for part in parts):
        return f"the name “{name}” in it is one of a device"
    return None


def _require_apart(entries: Sequence[zipfile.ZipInfo], end: int, path: Path) -> None:
    """Raise SourceError s-033 where files lie inside one another, so that few bytes unpack to very many."""
    begins = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    follows = [*(begin for begin, _ in begins[1:]), end]
    for (begin, size), following in zip(begins, follows, strict=False):
        if begin < 0 or begin + HEADER_BYTES + size > following:
            reason = "files in it lie inside one another, or outside of it, as in ZIPs that are made to fill a disk"
            raise not_unpacked(path, reason, PACK_AGAIN)


def _require_distinct(named: Iterable[Entry], path: Path) -> None:
    """Raise SourceError s-033 where two names are one on some computers: one file would take the other's place."""
    seen: dict[str, PurePosixPath] = {}
    files: set[PurePosixPath] = set()
    folders: set[PurePosixPath] = set()
    for entry, name in named:
        for place in (name, *name.parents):
            other = seen.setdefault(as_one_file(str(place)), place)
            if other != place:
                reason = f"“{other}” and “{place}” in it are one name on many computers"
                raise not_unpacked(path, reason, PACK_AGAIN)
        if not entry.is_dir() and name in files:
            raise not_unpacked(path, f"“{name}” stands in it twice", PACK_AGAIN)
        (folders if entry.is_dir() else files).add(name)
        folders.update(name.parents)
    for name in sorted(files & folders):
        raise not_unpacked(path, f"“{name}” in it is a file and a folder", PACK_AGAIN)
