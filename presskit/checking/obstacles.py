"""Where one text or picture holds up a whole kit: what is ready without it, and the line that leaves it out.

Only what is surely true is said: nothing where the fault may be the whole kit's (embargo, disclosure, brand, the PDF),
nor where another file would take the place of the one that is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from presskit.checking.blame import LEFT_OUT, OF_THE_KIT, blamed_file
from presskit.checking.content import check_content
from presskit.findings import Finding, Where, finding
from presskit.model import Biography, Document, Kit, Release, Sheet
from presskit.sorting.choosing import Sorted


def find_obstacle(kit: Kit, found: Sequence[Finding], taken: Sorted) -> tuple[Finding, ...]:
    """Return s-035 where all errors of a kit are one text's or picture's, and it is ready without; else nothing."""
    errors = [item for item in found if item.severity == "error"]
    file = blamed_file(errors)
    if file is None or any(item.code in OF_THE_KIT for item in errors):
        return ()
    rest = [document for document in kit.documents if not _is_of(document, file)]
    if not (_is_own_picture(file, taken) or _is_own_text(kit, rest, errors)) or _has_others(file, taken):
        return ()
    left = [item for item in found if item.where.file != file]
    left += [item for item in check_content(replace(kit, documents=tuple(rest))) if item not in found]
    if any(item.severity == "error" for item in left):
        return ()
    looks = sum(item.severity == "warning" for item in left)
    things = "1 thing" if looks == 1 else f"{looks} things"
    ready = f"nothing is left to fix, and {things} to look at" if looks else "the kit is ready"
    return (finding(LEFT_OUT, Where(file), name=file.name, ready=ready),)


def _is_own_picture(file: Path, taken: Sorted) -> bool:
    """Tell whether a file is a picture that the folder gave to the kit; the kit is made without one that is damaged."""
    return file in (*taken.photos, *taken.portraits.values(), *taken.logos)


def _is_own_text(kit: Kit, rest: Sequence[Document], errors: Sequence[Finding]) -> bool:
    """Tell whether a text alone is at fault, and what remains without it is a kit."""
    is_fault = all(item.code[0] in "sc" for item in errors)
    return is_fault and len(rest) < len(kit.documents) and _can_stand(kit, rest)


def _is_of(document: Document, file: Path) -> bool:
    return isinstance(document, Release | Sheet | Biography) and document.source == file


def _can_stand(kit: Kit, rest: Sequence[Document]) -> bool:
    """Tell whether what remains is a kit as it was: with a text, and with a release where it had one."""
    kind = Release if kit.releases else Sheet | Biography
    return any(isinstance(document, kind) for document in rest)


def _has_others(file: Path, taken: Sorted) -> bool:
    """Tell whether copies or versions of a file are outside of the kit, one of which would be printed without it."""
    return any(item.where.file == file for item in taken.findings)
