"""Two kits, document by document: which are new, which are gone, which sentences of the others changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from presskit.checking.blocks import TextDocument
from presskit.comparing.sentences import SentenceChanges, compare_sentences, letters, split_sentences
from presskit.composing.languages import language
from presskit.errors import SettingsError

SAME_DOCUMENT = 0.5  # a document under another title that shares half of its sentences is the same one
# Fixed words that say something about a text; all others are labels.
STATUS_WORDS = {"immediate", "corrected", "updated", "withdrawn", "release_withdrawn", "kit_withdrawn"}


@dataclass(frozen=True)
class DocumentChange:
    """What became of a document. old_title: where it bore another one. A document added or removed has no sentences."""

    title: str
    state: Literal["added", "removed", "changed"]
    sentences: SentenceChanges = field(default_factory=SentenceChanges)
    old_title: str | None = None


def compare_documents(old: Sequence[TextDocument], new: Sequence[TextDocument]) -> tuple[DocumentChange, ...]:
    """Return what changed between two kits: documents that stay, in the order of the new kit, then those removed."""
    old, new = _without_contents(old), _without_contents(new)
    partners = _partners(old, new)
    changes = [_change(partners.get(place), document, old) for place, document in enumerate(new)]
    stayed = set(partners.values())
    gone = (document for place, document in enumerate(old) if place not in stayed)
    removed = (DocumentChange(document.title, "removed") for document in gone)
    return (*(change for change in changes if change), *removed)


def sentences_of(document: TextDocument) -> tuple[str, ...]:
    """Return a document's sentences without the labels that the pages set beside them."""
    labels = _labels(document.language)
    own = (block for block in document.blocks if letters(block) not in labels)
    return tuple(sentence for block in own for sentence in split_sentences(block))


def _labels(code: str) -> set[str]:
    """Return the fixed words of a language that stand for themselves; none for a language presskit has no words for."""
    try:
        words = language(code).words
    except SettingsError:
        return set()
    return {letters(word) for key, word in words.items() if "{" not in word and key not in STATUS_WORDS}


def _without_contents(documents: Sequence[TextDocument]) -> tuple[TextDocument, ...]:
    """Leave out the page of contents: it repeats titles, and its page numbers say nothing about a text."""
    return tuple(document for document in documents if document.title not in _contents_titles(document.language))


def _contents_titles(code: str) -> set[str]:
    try:
        return {language(code).word("contents")}
    except SettingsError:
        return set()


def _partners(old: Sequence[TextDocument], new: Sequence[TextDocument]) -> dict[int, int]:
    """Return for each new document its place among the old: of the same title, else of like sentences."""
    partners: dict[int, int] = {}
    for place, index in (*_of_one_title(old, new), *_alike(old, new)):
        if place not in partners and index not in partners.values():
            partners[place] = index
    return partners


def _of_one_title(old: Sequence[TextDocument], new: Sequence[TextDocument]) -> Iterator[tuple[int, int]]:
    titles: dict[str, list[int]] = {}
    for index, one in enumerate(old):
        titles.setdefault(letters(one.title), []).append(index)
    for place, document in enumerate(new):
        yield from ((place, index) for index in titles.get(letters(document.title), ()))


def _alike(old: Sequence[TextDocument], new: Sequence[TextDocument]) -> list[tuple[int, int]]:
    olds, news = _own_sentences(old), _own_sentences(new)
    holders = {sentence: index for index, bag in enumerate(olds) for sentence in bag}
    likeness = sorted(
        (-score, place, index)
        for place, one in enumerate(news)
        for index in {holders[sentence] for sentence in one if sentence in holders}
        if (score := 2 * (one & olds[index]).total() / (one.total() + olds[index].total())) >= SAME_DOCUMENT
    )
    return [(place, index) for _, place, index in likeness]


def _own_sentences(documents: Sequence[TextDocument]) -> list[Counter[str]]:
    """Return for each document the sentences that no other has: a letterhead and a disclosure make none alike."""
    bags = [Counter(map(letters, sentences_of(document))) for document in documents]
    holders = Counter(sentence for bag in bags for sentence in bag)
    return [Counter({sentence: bag[sentence] for sentence in bag if holders[sentence] == 1}) for bag in bags]


def _change(partner: int | None, document: TextDocument, old: Sequence[TextDocument]) -> DocumentChange | None:
    if partner is None:
        return DocumentChange(document.title, "added")
    before = old[partner]
    sentences = compare_sentences(sentences_of(before), sentences_of(document))
    old_title = before.title if letters(before.title) != letters(document.title) else None
    return DocumentChange(document.title, "changed", sentences, old_title) if sentences or old_title else None
