"""What lies beside the kit and says that something is embargoed: nobody knows whether it means the kit, so it is told.

Texts that are not printed, and all that nobody reads for the kit: tables, slides, subtitles, films, their folders, and
remarks in its settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from presskit.findings import Finding, Where, finding
from presskit.kinds import plain
from presskit.model import Photo
from presskit.reading.embargoes.embargo import Line, first_notice, notice_in_name
from presskit.reading.embargoes.moment_parts import Place
from presskit.reading.formats.glimpse import can_be_glimpsed, words_in
from presskit.sorting.internal import bars_printing, unready_in_name
from presskit.sorting.names import folder_that_says, is_list_of_people
from presskit.sorting.plan import SETTINGS_FILES
from presskit.sorting.taken import Taken

OURS = "Where it is the one to send, take these words out of it."
COLUMN = ("embargo", "embargoes", "sperrfrist")  # heads a column of a list: who has agreed to one


def can_say(path: Path, root: Path) -> bool:
    """Tell whether a file that is not in the kit may speak of an embargo: no list of people, and nothing old."""
    return can_be_glimpsed(path) and not is_list_of_people(path) and not folder_that_says("old", path, root)


def said_beside(path: Path, place: Place) -> str | None:
    """Return the first words in a file nobody prints that hold something back. Raises SourceError."""
    lines = [Line(words) for words in words_in(path) if plain(words) not in COLUMN]
    return first_notice(lines, place, path)


def held_aside(
    taken: Iterable[Taken], outside: Iterable[Path], said: Mapping[Path, str | None], root: Path, place: Place
) -> Iterator[Finding]:
    """Yield what says that something is held back and is not in the kit nor old: texts, other files, folders.

    said: the words of the files of which no text was made.
    """
    texts = {one.path: one.held for one in taken}
    seen: set[Path] = set()
    for path in dict.fromkeys((*texts, *outside, *said)):
        if folder_that_says("old", path, root):
            continue
        if path in texts:
            if words := texts[path]:
                yield finding("s-046", Where(path), name=path.name, words=words)
            continue
        words = said.get(path)
        if words or notice_in_name(path, place, ()):
            name = f"A remark in {path.name}" if path.name in SETTINGS_FILES else path.name
            yield finding("s-046", Where(path), name=name, words=words or path.name)
            continue
        folders = [folder for folder in path.parents if folder.is_relative_to(root) and folder != root]
        held = next((folder for folder in folders if notice_in_name(folder, place, ())), None)
        if held and held not in seen:
            seen.add(held)
            yield finding("s-046", Where(held), name=f"The folder {held.name}", words=held.name)


def unready_names(paths: Iterable[Path]) -> Iterator[Finding]:
    """Yield each photo and each PDF of a kit whose name says that it is not for the press, or not finished."""
    for path in paths:
        if words := unready_in_name(path):
            yield finding("s-047", Where(path), name=path.name, place="its name", words=words, way=OURS)


def unready_photos(photos: Iterable[Photo]) -> Iterator[Finding]:
    """Yield each photo whose own data tell editors that it is not for the press: “Not for publication”."""
    for photo in photos:
        said = (photo.instructions, photo.caption, photo.terms, photo.copyright)
        if words := next((words for words in said if words and bars_printing(words)), None):
            yield finding("s-047", Where(photo.path), name=photo.name, place="its own data", words=words, way=OURS)
