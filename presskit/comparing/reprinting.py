"""What is printed again of a kit that is out on paper: the sheets that changed, and a slip that says what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from presskit import gate
from presskit.checking.blocks import documents_of
from presskit.checking.facts import PageFacts, read_facts
from presskit.comparing.documents import DocumentChange, compare_documents
from presskit.composing.languages import Language, language
from presskit.findings import Where, finding
from presskit.making.orders import BuildOrder, MadeKit
from presskit.making.pages import link_pages, make_body
from presskit.model import Block, Kit, Release
from presskit.outcomes import Progress, silent, value_of
from presskit.reading.markup import escape, text_of
from presskit.working.workers import Task, Workers, limits_for
from presskit.writing import files

SLIP = "correction-slip"  # the short name of a text that tells what changed in a kit that is printed
S_PER_MB = 5.0  # of a PDF's size, as for a comparison


@dataclass(frozen=True)
class Differences:
    """How a printed file differs from the one that was sent: pages from 1. gone: sheets that only the old one has."""

    pages: tuple[int, ...]
    changes: tuple[DocumentChange, ...]
    gone: tuple[int, ...] = ()


@dataclass(frozen=True)
class Reprint:
    """What is printed again: sheets from 1, of so many; where it is written, and the slip if a sentence changed."""

    sent: Path
    sheets: tuple[int, ...]
    of: int
    gone: tuple[int, ...] = ()
    changed: Path | None = None
    slip: Path | None = None

    @property
    def written(self) -> tuple[Path, ...]:
        """The files that were written."""
        return tuple(path for path in (self.changed, self.slip) if path)


def reprint(made: MadeKit, path: Path, order: BuildOrder, progress: Progress = silent) -> Reprint:
    """Write beside a kit's file for the printer what must be printed again of `order.changed_since`, and the slip.

    Raises SourceError where that cannot be read, OutputError where nothing can be written.
    """
    sent = order.changed_since
    assert sent is not None
    with gate.opened(*order.read_for(made)), Workers(order.jobs, order.limits) as workers:
        blame = finding("p-019", Where(sent), name=sent.name, reason="")
        compare = Task("presskit.comparing.reprinting:compare", (made.pdf, sent), limits_for([sent, path], S_PER_MB))
        found: Differences = value_of(workers, compare, blame)
        sheets = tuple(dict.fromkeys((page + 1) // 2 for page in found.pages))
        written: dict[Path, bytes] = {}
        if sheets:
            sides = [side for sheet in sheets for side in (2 * sheet - 1, 2 * sheet)]
            written[path.with_stem(f"{path.stem}-changed-sheets")] = value_of(
                workers, Task("presskit.printing.excerpts:only_pages", (made.pdf, sides)), blame
            )
        if found.changes:
            written[path.with_stem(f"{path.stem}-{SLIP}")] = _slip(workers, made, found.changes, progress)
    if written:
        files.write_together(written)
    places = {place.stem.removeprefix(f"{path.stem}-"): place for place in written}
    of = (made.linked.pages + 1) // 2
    return Reprint(sent, sheets, of, found.gone, places.get("changed-sheets"), places.get(SLIP))


def compare(fresh: bytes, sent: Path) -> Differences:
    """Return how a kit's file for the printer differs from the one that was sent, side by side.

    Why by their places: a sheet that is elsewhere now has other numbers on it.
    """
    old, new = gate.bytes_of(sent), fresh
    olds, news = ([_shown(page) for page in read_facts(data, sent).pages] for data in (old, new))
    pages = tuple(number for number, page in enumerate(news, start=1) if olds[number - 1 : number] != [page])
    first_gone = (len(news) + 1) // 2 + 1
    gone = tuple(range(first_gone, (len(olds) + 1) // 2 + 1))
    if len(olds) > len(news) and len(news) % 2:  # the back of the last sheet is empty now
        pages = tuple(dict.fromkeys((*pages, len(news))))
    changes = compare_documents(documents_of(old, sent), documents_of(new, sent))
    return Differences(pages, changes, gone)


def _shown(page: PageFacts) -> tuple[str, tuple[str, ...]]:
    """Return what a page shows on paper: its strokes and its pictures."""
    return page.drawn, tuple(mark for mark, _ in page.pictures)


def _slip(workers: Workers, made: MadeKit, changes: Sequence[DocumentChange], progress: Progress) -> bytes:
    """Return a page on the letterhead that tells which sentences of the kit changed."""
    kit = slip_of(made.kit, changes)
    pages = make_body(workers, kit, made.press, progress)
    linked, _ = link_pages(workers, kit, pages, made.press, right_hand=False)
    return linked.pdf


def slip_of(kit: Kit, changes: Sequence[DocumentChange]) -> Kit:
    """Return a kit of one release, which tells the changes in the kit's language."""
    words = language(kit.language)
    about = words.word("slip_about", title=kit.title)
    release = Release(
        kit.folder / "kit.toml",
        SLIP,
        kit.language,
        headline=kit.title,
        label=words.word("slip"),
        body=(_paragraph(escape(about)), *_blocks(changes, words)),
    )
    bare = replace(kit, boilerplates=(), boilerplate_languages=(), correction=None)
    return replace(bare, documents=(release,), alone=True, title=kit.title)


def _blocks(changes: Sequence[DocumentChange], words: Language) -> Iterator[Block]:
    for change in changes:
        yield Block("heading", change.title, escape(change.title), level=2)
        if change.state != "changed":
            yield _paragraph(escape(words.word(f"slip_{change.state}")))
        if change.old_title and change.old_title not in (pair.old for pair in change.sentences.changed):
            yield _said(words.word("slip_was"), change.old_title, words)
        for pair in change.sentences.changed:
            yield _said(words.word("slip_was"), pair.old, words)
            yield _said(words.word("slip_now"), pair.new, words)
        for sentence in change.sentences.added:
            yield _said(words.word("slip_new"), sentence, words)
        for sentence in change.sentences.removed:
            yield _said(words.word("slip_out"), sentence, words)


def _said(label: str, sentence: str, words: Language) -> Block:
    return _paragraph(f"<strong>{escape(label)}{escape(words.word('colon'))}</strong>{escape(sentence)}")


def _paragraph(html: str) -> Block:
    return Block("paragraph", text_of(html), html)
