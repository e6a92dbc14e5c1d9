"""What a mail about a kit says: subject, text and HTML, but for the salutation, which each reader has their own."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from presskit.composing.languages import Language, language
from presskit.composing.mail import mail_html
from presskit.composing.parts.parts import embargo_of, label_of, title_of
from presskit.composing.wording.changes import Notice, notice_of
from presskit.composing.wording.directions import marked, passage
from presskit.composing.wording.salutations import Salutation
from presskit.model import Correction, Document, Kit, PhotoSheet, Release
from presskit.writing.text import document_text, kit_text

SALUTATION, NOTE = "\ue000", "\ue001"  # stand for them; such characters are never printed
NOTE_PARAGRAPH = re.compile(rf'<p style="(?P<style>[^"<>]*)">{NOTE}</p>')


@dataclass(frozen=True)
class Enclosed:
    """A file that goes with a mail: its name, its size, and a line about it."""

    name: str
    size_bytes: int
    note: str = ""

    def told(self, words: Language) -> str:
        """Return size and note, as a language writes them."""
        size = f"{max(self.size_bytes / 1_000_000, 0.1):.1f}".replace(".", words.word("decimal"))
        return words.word("comma").join(filter(None, (words.word("megabytes", size=size), self.note)))


@dataclass(frozen=True)
class Other:
    """Another document of the kit, named in its own language; with its embargo where that is another one."""

    language: Language
    kind: str
    title: str
    embargo: str | None = None

    @property
    def told(self) -> str:
        """The document on a line."""
        named = f"{self.kind}{self.language.word('colon')}{self.title}"
        return f"{named} ({self.embargo})" if self.embargo else named

    @classmethod
    def of(cls, kit: Kit, document: Document, lead: Document | None) -> Other:
        """Name a document in a mail about `lead`."""
        words = language(document.language)
        differs = embargo_of(kit, document) != embargo_of(kit, lead)
        embargo = embargo_line(kit, document, words) if differs else None
        if not isinstance(document, PhotoSheet):
            return cls(words, label_of(document), title_of(document), embargo)
        count = len(document.photos)
        number = words.word("one_photo") if count == 1 else words.word("photo_count", count=count)
        return cls(words, words.word("photo_sheet"), number, embargo)


@dataclass(frozen=True)
class Letter:
    """A mail to everybody who reads `language`. In text and HTML SALUTATION and NOTE stand for them, once."""

    language: Language
    subject: str
    text: str
    html: str

    def text_for(self, greeting: Salutation) -> str:
        """Return the text with its salutation, and the note for one reader."""
        note = f"{marked(greeting.note, greeting.note_language)}\n\n" if greeting.note else ""
        return self.text.replace(f"{NOTE}\n\n", note, 1).replace(SALUTATION, greeting.words, 1)

    @property
    def body(self) -> str:
        """The text below salutation and note."""
        return self.text.partition(f"{NOTE}\n\n")[2]

    def html_for(self, greeting: Salutation) -> str:
        """Return the HTML with its salutation and note, each of which may be in another language."""
        words = greeting.language
        span = f'<span lang="{words.code}" dir="{words.direction}">{html.escape(greeting.words)}</span>'
        page = NOTE_PARAGRAPH.sub(lambda found: _noted(greeting, found["style"]), self.html, count=1)
        return page.replace(SALUTATION, span, 1)


def lead_of(kit: Kit, code: str = "", *, corrected: bool = False) -> Document | None:
    """Return the document a mail is about: the first release in the reader's language, else the first release.

    corrected: the first that was corrected comes before others. A kit without a release leads with its first document,
    a withdrawn kit with none.
    """
    own = code and language_root(code)

    def place(document: Document) -> tuple[bool, bool, bool]:
        is_release = isinstance(document, Release)
        unchanged = corrected and not (isinstance(document, Release) and document.correction)
        return (not is_release, bool(own) and language_root(document.language) != own, unchanged)

    return min(kit.documents, key=place, default=None)


def language_root(code: str) -> str:
    """Return "fr" for "fr-CA"."""
    return code.partition("-")[0].lower()


def correction_of(kit: Kit, lead: Document | None) -> Correction | None:
    """Return what was corrected: in the document a mail is about, else in the kit."""
    own = lead.correction if isinstance(lead, Release) else None
    return own or kit.correction


def write_letter(kit: Kit, lead: Document | None, enclosed: Sequence[Enclosed] = (), *, corrected: bool) -> Letter:
    """Write the mail about `lead`: it in full, then what else is in the kit by its title, then what is attached.

    corrected: the mail tells people who have the kit that this one takes its place.
    """
    words = language(lead.language if lead else kit.language)
    notice = _notice(kit, lead, words, corrected=corrected)
    replaces = words.word("replaces") if corrected and notice and not notice.is_withdrawn else None
    others = [Other.of(kit, one, lead) for one in kit.documents if one is not lead]
    subject = subject_of(kit, lead, words)
    body = document_text(kit, lead) if lead else kit_text(kit)
    around = {
        "subject": subject,
        "salutation": SALUTATION,
        "note": NOTE,
        "notice": notice,
        "replaces": replaces,
        "embargo": embargo_line(kit, lead, words),
        "others": others,
        "attached": [(each.name, each.told(words)) for each in enclosed],
        "paragraphs": [paragraph.split("\n") for paragraph in body.strip().split("\n\n")],
    }
    text = [SALUTATION, NOTE, _told(notice, replaces, words), body.strip(), *_foot(kit, words, others, enclosed)]
    plain = marked("\n\n".join(filter(None, text)) + "\n", words)
    return Letter(words, subject, plain, mail_html(kit, lead, words, around))


def subject_of(kit: Kit, lead: Document | None, words: Language) -> str:
    """Return the headline with EMBARGOED, CORRECTED, UPDATED or WITHDRAWN in front, where that is so."""
    correction = correction_of(kit, lead)
    states = [words.word(correction.status)] if correction else []
    states += [words.word("embargoed")] if kit.embargo else []
    title = title_of(lead) if isinstance(lead, Release) else kit.title
    return words.word("colon").join([words.word("comma").join(states).upper(), title] if states else [title])


def _notice(kit: Kit, lead: Document | None, words: Language, *, corrected: bool) -> Notice | None:
    """Return the correction a mail begins with: none that the document itself tells, unless the mail is about it."""
    correction = correction_of(kit, lead)
    is_own = isinstance(lead, Release) and lead.correction is not None
    return notice_of(correction, words) if corrected or not is_own else None


def _noted(greeting: Salutation, style: str) -> str:
    return passage(greeting.note, greeting.note_language, style) if greeting.note else ""


def _told(notice: Notice | None, replaces: str | None, words: Language) -> str:
    if not notice:
        return ""
    first = words.word("comma").join(filter(None, (notice.word.upper(), notice.when)))
    return "\n".join(filter(None, (first, notice.note, replaces)))


def embargo_line(kit: Kit, document: Document | None, words: Language) -> str | None:
    """Return the embargo that a document prints, as a language words it."""
    embargo = embargo_of(kit, document)
    return words.word("embargoed_until", moment=words.moment(embargo)) if embargo else None


def _foot(kit: Kit, words: Language, others: Sequence[Other], enclosed: Sequence[Enclosed]) -> list[str]:
    colon = words.word("colon")
    also = [f"- {one.told}" for one in others]
    files = [f"- {each.name}{colon}{each.told(words)}" for each in enclosed]
    return [
        "\n".join([words.word("also_in_kit") + colon.rstrip(), *also]) if also else "",
        "\n".join([words.word("attached") + colon.rstrip(), *files]) if files else "",
        f"{words.word('full_size')}{colon}{kit.download}" if kit.download else "",
    ]
