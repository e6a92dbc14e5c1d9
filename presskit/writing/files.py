"""Files written whole, under names that tell what they are."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from presskit import gate, whole
from presskit.errors import OutputError
from presskit.findings import Where, finding
from presskit.model import Correction, Kit
from presskit.reading.slugs import file_words, latin_words, slugify
from presskit.sorting.made import is_made_here
from presskit.sorting.sources import Sources
from presskit.whole import Filling

KINDS = (".pdf", ".txt", ".html", ".zip")  # what presskit writes, by the ending of the file's name
ELSEWHERE = "Name another place."
DRAFT = "-DRAFT"
BASE = re.compile(rf"(?:-(?:print-shop|print|email|booklet|archive))?(?:{DRAFT})?$")
PUBLIC = (".html",)  # what everybody can read as soon as it is online


def default_name(kit: Kit) -> str:
    """Return organisation-press-kit-title-2026-05-12.pdf, with -EMBARGOED, -v2-CORRECTED where that is so.

    Organisation and title stand in their own script.
    """
    return f"{_stem(kit, file_words(kit.brand.short_name or kit.brand.name), file_words(kit.title))}.pdf"


def ascii_stem(kit: Kit) -> str:
    """Return such a name in ASCII, without its ending; words that have no such form are left out."""
    organisation, title = (
        slugify(words) if latin_words(words) else "" for words in (kit.brand.short_name or kit.brand.name, kit.title)
    )
    return _stem(kit, organisation, title)


def _stem(kit: Kit, organisation: str, title: str) -> str:
    kind = "press-release" if kit.alone else "press-kit"
    day = kit.date.isoformat() if kit.date else ""
    words = [organisation, kind, title if title != organisation else "", day, *state_of(kit)]
    return "-".join(filter(None, words))


def state_of(kit: Kit) -> list[str]:
    """Return the words in capitals by which a file's name says what must be known before it is opened."""
    return [*(["EMBARGOED"] if kit.embargo else []), *(_change(kit.correction) if kit.correction else [])]


def _change(correction: Correction) -> list[str]:
    """Return "v2" and "CORRECTED"; the version only where it is known."""
    version = [f"v{correction.version}"] if correction.version else []
    return [*version, correction.status.upper()]


def for_purpose(path: Path, purpose: str) -> Path:
    """Return the path with the word for what else a kit is for: it does not take the full kit's place."""
    words = {"shop": "print-shop"}
    return path if purpose == "screen" else path.with_name(f"{path.stem}-{words.get(purpose, purpose)}{path.suffix}")


def order_path(path: Path) -> Path:
    """Return where the text for the order of a PDF is written: beside it, under the same name."""
    return path.with_suffix(".order.txt")


def with_draft(path: Path, *, draft: bool) -> Path:
    """Return the path with -DRAFT in its name where the kit is not ready: it must not be mailed by mistake."""
    return path.with_name(f"{path.stem}{DRAFT}{path.suffix}") if draft else path


def older_beside(path: Path, sources: Sources, *, is_draft: bool) -> tuple[Path, ...]:
    """Return the PDFs of presskit's beside the one just written that are not what the kit gives today.

    Those of another title or day, and of the same either drafts or finished ones. What was written for something else
    (-print, -email) under the same name is none; nor is one of another title beside texts or a ZIP that a person named,
    where the folder “out” holds the PDFs of others as well.
    """
    now, folder = BASE.sub("", path.stem), path.parent
    with gate.opened(folder):  # beside a ZIP it is no place of the kit's
        pdfs = [one for one in gate.files_in(folder) if one.suffix.lower() == ".pdf" and one != path]
        made = [one for one in pdfs if is_made_here(one)]
    is_shared = not sources.is_whole or sources.beside is not None
    others = () if is_shared else (one for one in made if BASE.sub("", one.stem) != now)
    twins = (one for one in made if BASE.sub("", one.stem) == now and one.stem.endswith(DRAFT) != is_draft)
    return (*twins, *others)


def require_writable(path: Path, sources: Iterable[Path]) -> None:
    """Raise OutputError, before any work is done, if `path` cannot be written or is one of the sources."""
    if path.suffix.lower() not in KINDS:
        hint = f"Let its name end in {', '.join(KINDS[:-1])} or {KINDS[-1]}."
        raise OutputError(finding("b-004", path=path, reason="presskit does not write such files", hint=hint))
    require_place(path, sources)


def require_own(folder: Path, home: Path, hint: str = "Name the place you want with -o.") -> None:
    """Raise OutputError where a place that nobody named is not below the kit's home, but a link out of it."""
    if not (gate.is_inside(folder) or gate.real(folder).is_relative_to(gate.real(home))):
        reason = "it is a link that leads out of the kit"
        raise OutputError(finding("b-004", path=folder, reason=reason, hint=hint))


def require_place(path: Path, sources: Iterable[Path]) -> None:
    """Raise OutputError if nothing can be written to `path` because of where it is."""
    try:
        _require_place(path, sources)
    except OSError as error:  # a name that is too long, a folder that nobody may look into
        raise _cannot(path, error) from error


def _require_place(path: Path, sources: Iterable[Path]) -> None:
    if any(_is_same(path, source) for source in sources):
        raise OutputError(finding("b-005", path=path.name))
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    reason = ""
    if path.is_dir():
        reason = "it is a folder"
    elif path.exists() and not path.is_file():
        reason = "it is no ordinary file"
    elif path.exists() and not os.access(path, os.W_OK):
        reason = "it is protected against writing"
    if reason:
        raise OutputError(finding("b-004", Where(), path=path.name, reason=reason, hint=ELSEWHERE))
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise OutputError(
            finding("b-004", Where(), path=folder, reason="the folder cannot be written to", hint=ELSEWHERE)
        )


def _is_same(path: Path, source: Path) -> bool:
    """Tell whether two paths mean one file: by a link, by a second name, or where capitals do not count."""
    return gate.real(path) == gate.real(source) or (path.exists() and source.exists() and path.samefile(source))


def require_apart(path: Path, sources: Sources) -> None:
    """Raise OutputError b-013 where what is written to `path` would be read as a source of the kit the next time."""
    if sources.takes(path):
        raise OutputError(finding("b-013", path=path))


def place_of(path: Path) -> Path:
    """Return where a file that is named is written: where it leads, if it is a link, which then stays one."""
    return gate.real(path) if path.is_symlink() else path


def write(path: Path, data: bytes | Filling) -> None:
    """Write `data` to `path`, making its folder; the old file stays until the new one is whole.

    data: the content, or a function that writes it, for what need not stand in memory as a whole.
    """
    write_together({path: data})


def write_together(contents: Mapping[Path, bytes | Filling]) -> None:
    """Write files that belong together: none takes its place before all are whole."""
    for path in contents:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _cannot(path, error) from error
        whole.sweep(path.parent)
    path = next(iter(contents))
    try:
        whole.write(contents)
    except PermissionError as error:
        raise _held_open(path) if path.is_file() else _cannot(path, error) from error
    except OSError as error:
        raise _cannot(path, error) from error


def umask() -> int:
    """Return the process's mask, by which what is made executable is not so for everybody."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _held_open(path: Path) -> OutputError:
    """Say what to do where the new file may not take the old one's name: Windows lets nobody replace an open file."""
    reason = "another program holds it open"
    return OutputError(finding("b-004", path=path, reason=reason, hint=f"Close {path.name} there and build again."))


def _cannot(path: Path, error: OSError) -> OutputError:
    room = "Make room there, or name another place."
    hint = room if error.errno in whole.WORDS else "Close the file where it is open, or name another place."
    return OutputError(finding("b-004", path=path, reason=whole.reason_of(error), hint=hint))
