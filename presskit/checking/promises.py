"""What a kit promises: the words that must stand in each document of its PDF, and the typefaces it is set in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from presskit.checking.faults.said_words import find_difference
from presskit.checking.marks.tagged_text import ReadPart
from presskit.composing.languages import language
from presskit.composing.look.setting import Setting
from presskit.composing.parts.parts import embargo_of, title_of
from presskit.composing.parts.sharing import has_closing, has_contents, printed
from presskit.findings import Finding, Where, finding
from presskit.fonts import by_pdf_name
from presskit.model import Kit, Printed

DRAFT = "draft"  # the keyword by which a PDF says that it is one


@dataclass(frozen=True)
class PromisedPart:
    """A document that must be in the PDF, and the embargo line that must stand in it, as its language words it.

    shown: the paragraphs its pages show; empty where they are not known.
    """

    title: str
    embargo: str | None = None
    shown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Promises:
    """What a kit's PDF must hold besides what every one must; None and empty mean: not known, not checked.

    parts: in the order of the PDF. disclosure: must stand in each. faces: names of typefaces that may occur.
    final: it must be no draft. may_hide: the brand has a style of its own, which may keep words off the pages.
    """

    parts: tuple[PromisedPart, ...] = ()
    disclosure: str | None = None
    faces: frozenset[str] = frozenset()
    final: bool = False
    may_hide: bool = False


def promises_of(kit: Kit) -> Promises:
    """Return what the PDF of a kit must hold."""
    setting = Setting(kit, kit.language)
    faces = frozenset(by_pdf_name(setting.faces))
    may_hide = setting.brand_templates is not None
    return Promises(tuple(_parts(kit)), kit.brand.disclosure, faces, may_hide=may_hide)


def with_words(promises: Promises, shown: Sequence[tuple[str, ...]]) -> Promises:
    """Return promises with the paragraphs of each document."""
    together = zip(promises.parts, shown, strict=True)
    return replace(promises, parts=tuple(replace(part, shown=words) for part, words in together))


def _parts(kit: Kit) -> Iterator[PromisedPart]:
    words = language(kit.language)
    if not kit.alone:
        yield _part(kit, kit.title)
    if has_contents(kit):
        yield _part(kit, words.word("contents"))
    for document in printed(kit):
        yield _part(kit, title_of(document), document)
    if has_closing(kit):
        yield _part(kit, words.word("contacts"))


def _part(kit: Kit, title: str, document: Printed | None = None) -> PromisedPart:
    embargo, words = embargo_of(kit, document), language(document.language if document else kit.language)
    return PromisedPart(title, words.word("embargoed_until", moment=words.moment(embargo)) if embargo else None)


def broken_promises(parts: Sequence[ReadPart], promises: Promises) -> Iterator[Finding]:
    """Yield what is missing from a PDF whose documents read aloud as `parts`."""
    left = list(parts)
    for promised in promises.parts:
        part = next((part for part in left if _same(part.title, promised.title)), None)
        if part is None:
            yield finding("p-012", title=promised.title)
            continue
        left.remove(part)
        if promises.disclosure and not _stands_in(promises.disclosure, part.text):
            yield finding("p-008", Where(page=part.page), title=promised.title)
        if promised.embargo and not _stands_in(promised.embargo, part.text):
            yield finding("p-009", Where(page=part.page), title=promised.title)
        if difference := find_difference(promised.shown, part.text):
            is_hidden = promises.may_hide and not difference.said
            words = {"title": promised.title, "shown": difference.shown, "said": difference.said or "nothing"}
            yield finding("p-021" if is_hidden else "p-020", Where(page=part.page), **words)


def _same(one: str, other: str) -> bool:
    return _letters(one) == _letters(other)


def _stands_in(words: str, text: str) -> bool:
    return _letters(words) in _letters(text)


def _letters(text: str) -> str:
    """Return `text` without what setting it changes: white space, hyphenation points, capitals from CSS."""
    return "".join(text.replace("\u00ad", "").split()).casefold()
