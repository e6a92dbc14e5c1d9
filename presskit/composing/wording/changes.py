"""What pages say of a text that was corrected, updated or withdrawn after it had been sent out."""

from __future__ import annotations

from dataclasses import dataclass

from presskit.composing.languages import Language
from presskit.model import Correction, Release
from presskit.reading.cues.marks import read_status


@dataclass(frozen=True)
class Notice:
    """The words of a correction. `is_stated`: a line of the text's own says it, and is printed in place of `word`."""

    word: str
    when: str | None
    version: str | None
    note: str | None
    is_withdrawn: bool
    is_stated: bool = False


def notice_of(correction: Correction | None, words: Language, own_lines: str | None = None) -> Notice | None:
    """Return what a page says of a correction, None where there is none. `own_lines`: the text's status lines."""
    if correction is None:
        return None
    stated = (read_status(line) for line in (own_lines or "").splitlines())
    return Notice(
        word=words.word(correction.status),
        when=words.when(correction.day, correction.time, correction.zone) if correction.day else None,
        version=words.word("version", number=correction.version) if correction.version else None,
        note=correction.note,
        is_withdrawn=correction.status == "withdrawn",
        is_stated=any(line is not None and line.status == correction.status for line in stated),
    )


def change_word(document: object, words: Language) -> str | None:
    """Return the word with which the contents mark a release that was corrected, updated or withdrawn."""
    correction = document.correction if isinstance(document, Release) else None
    return words.word(correction.status) if correction else None
