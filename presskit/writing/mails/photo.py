"""A mail that hands on one photo: what it may be used for comes first, then its caption and its credit."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import PurePath

from presskit.composing.languages import Language, language
from presskit.composing.wording.directions import marked
from presskit.composing.wording.salutations import Salutation
from presskit.model import Kit, Photo
from presskit.names import portable
from presskit.reading.pictures.images import kind_of
from presskit.writing.mails.letters import Letter, embargo_line, subject_of
from presskit.writing.mails.mail import attachment, draft


def name_of(photo: Photo, data: bytes) -> str:
    """Return what a photo is called where it is handed on as large as it is."""
    ending = ".png" if kind_of(data) == "PNG" else ".jpg"
    return f"{portable(PurePath(photo.name).stem)}{ending}"


def photo_mail(kit: Kit, photo: Photo, name: str, data: bytes) -> bytes:
    """Return the draft of a mail to nobody yet, with a photo under a name; it speaks the kit's language."""
    words = language(kit.language)
    lines = [*_lines(kit, photo, words)]
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    page = f'<html lang="{words.code}" dir="{words.direction}"><body>{body}</body></html>'
    letter = Letter(words, subject_of(kit, None, words), marked("\n\n".join(lines) + "\n", words), page)
    return draft(letter, Salutation("", words), attached=[attachment(name, data)])


def _lines(kit: Kit, photo: Photo, words: Language) -> Iterator[str]:
    """Yield what the mail says, each on a line."""
    if embargo := embargo_line(kit, None, words):
        yield embargo
    told = (("terms_of_use", photo.rights), ("caption", photo.caption), ("credit", photo.credit))
    yield from (f"{words.word(name)}{words.word('colon')}{said}" for name, said in told if said)
