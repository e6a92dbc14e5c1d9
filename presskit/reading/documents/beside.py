"""What holds a kit back beside its texts: words and names of its photos and of PDFs that go along, names of folders.

Why: a press office writes “EMBARGOED” where it comes to hand, into a caption or over a folder, and a photo tells as
much as a text does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from presskit.findings import Finding
from presskit.model import Embargo, PhotoSheet
from presskit.names import named
from presskit.reading.embargoes.embargo import find_embargo, lines_of_text, names_moment, notice_in_name
from presskit.reading.embargoes.moment_parts import Place
from presskit.reading.embargoes.stated import says_none
from presskit.reading.embargoes.words import anywhere
from presskit.reading.folding import fold
from presskit.reading.result import Read
from presskit.settings import KitSettings


@dataclass(frozen=True)
class Beside:
    """Embargoes that were found beside the texts, and what is unclear about them."""

    embargoes: tuple[Embargo, ...] = ()
    findings: tuple[Finding, ...] = ()


def find_beside(read: Read, settings: KitSettings, *, is_held: bool) -> Beside:
    """Return the embargoes of all that is in a kit and is no text. is_held: a text or kit.toml names a moment.

    Then “EMBARGOED” alone, without a moment, says nothing else.
    """
    is_unclear = bool(settings.embargo) and not is_held  # which is told of kit.toml, once
    if is_unclear or says_none(settings.embargo):
        return Beside()
    place = Place(settings.language, settings.country)
    stated = {Path(name).name: one.embargo for name, one in settings.files.items() if one.embargo}
    embargoes: list[Embargo] = []
    findings: list[Finding] = []
    for path, said in sayings(read):
        lines = lines_of_text((said,))
        own = named(path.name, stated) or settings.embargo
        found = find_embargo(lines, own, place, path)
        embargoes += [found.embargo] if found.embargo else []
        is_ours = notice_in_name(path, place, lines) or not only_restricts((said,))
        is_meant = names_moment((path.stem, said), place) or (not is_held and is_ours)
        findings += found.findings if is_meant else ()
    return Beside(tuple(embargoes), tuple(findings))


def only_restricts(texts: Iterable[str]) -> bool:
    """Tell whether texts never speak of an embargo: “not for use in France” is a picture agency's terms.

    Not so in a name, which the press office itself has given.
    """
    return not any(anywhere(key).search(fold(text).lower) for text in texts for key in ("embargo", "embargoed"))


def sayings(read: Read) -> Iterator[tuple[Path, str]]:
    """Yield each photo, PDF and folder of a kit, with the words that it holds."""
    for photo in read.photos:
        own = (photo.caption, photo.credit, photo.alt, photo.terms, photo.copyright, photo.instructions)
        words = (*own, *photo.others)
        yield photo.path, "\n".join(word for word in words if word)
    for one in read.enclosures:
        yield one.path, one.first_page
    for folder in folders_of(read):
        yield folder, ""


def folders_of(read: Read) -> Sequence[Path]:
    """Return the folders of a kit in which something of it lies, without the kit's own."""
    sources = (one.source for one in read.documents if not isinstance(one, PhotoSheet))
    paths = (*sources, *(photo.path for photo in read.photos), *(one.path for one in read.enclosures))
    inside = (path for path in paths if path.is_relative_to(read.folder))
    above = (folder for path in inside for folder in path.parents if folder.is_relative_to(read.folder))
    return tuple(dict.fromkeys(folder for folder in above if folder != read.folder))
