"""Two texts, sentence by sentence: what stands in one of them only, and what only reads otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

END = re.compile(r"[.!?…؟][\"”’»)\]]*\s+")
ABBREVIATED = re.compile(
    r"(?:^|[\s(“])(?:[A-Z]|Dr|Mrs?|Ms|St|No|Nos|Jr|Sr|Gov|Sen|Rep|Prof|Mme|MM?|Nr|approx|[ap]\.m)\.$"
)
DIRECTION_MARKS = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
MOST_PAIRS = 400_000  # that are compared: of six hundred sentences with as many
LONGEST_MARKED = 2_000  # words of a sentence in which each difference is marked
ALIKE = 0.5  # two sentences that share half of their words are one that was changed


@dataclass(frozen=True)
class ChangedSentence:
    """A sentence that reads otherwise: as it was, as it is."""

    old: str
    new: str


@dataclass(frozen=True)
class SentenceChanges:
    """What became of the sentences of a text. `kept`: how many stand in both."""

    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    changed: tuple[ChangedSentence, ...] = ()
    kept: int = 0

    def __bool__(self) -> bool:
        """Whether any sentence changed."""
        return bool(self.removed or self.added or self.changed)


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a block; what ends without a full stop is one too.

    Marks that only say which way words run are left out: a page has none of them.
    """
    text, start, sentences = " ".join(text.translate(DIRECTION_MARKS).split()), 0, []
    for match in END.finditer(text):
        begins = text[match.end() : match.end() + 1]
        if begins.islower() or begins == "." or ABBREVIATED.search(text[start : match.start() + 1]):
            continue
        sentences.append(text[start : match.end()].strip())
        start = match.end()
    return tuple(sentence for sentence in (*sentences, text[start:].strip()) if sentence)


def letters(text: str) -> str:
    """Return what two settings of one text share: no white space, no hyphenation points, no capitals."""
    return "".join(text.replace("\u00ad", "").split()).casefold()


def compare_sentences(old: Sequence[str], new: Sequence[str]) -> SentenceChanges:
    """Compare two texts given as sentences.

    Why not in their order: a paragraph that moved says what it said. Each sentence counts as often as it stands.
    """
    removed, added = _only_in(old, new), _only_in(new, old)
    kept = len(old) - len(removed)
    removed, added = _without_joined(removed, added), _without_joined(added, removed)
    changed = _paired(removed, added)
    olds, news = Counter(pair.old for pair in changed), Counter(pair.new for pair in changed)
    return SentenceChanges(_without(removed, olds), _without(added, news), changed, kept)


def _only_in(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Return the sentences of `one` that `other` does not have, or not so often."""
    left = Counter(map(letters, other))
    only = []
    for sentence in one:
        if left[letters(sentence)]:
            left[letters(sentence)] -= 1
        else:
            only.append(sentence)
    return tuple(only)


def _without_joined(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Leave out neighbours that `other` has as one sentence, and a sentence that it has as neighbours.

    Why: where a page ends, lines without a full stop cannot be told from one that goes on.
    """
    own, others = _runs(one), _runs(other)
    joined = {place for run in own.keys() & others.keys() for place in own[run]}
    return tuple(sentence for place, sentence in enumerate(one) if place not in joined)


def _runs(sentences: Sequence[str]) -> dict[str, range]:
    """Return the places of each run of up to three neighbours, by its letters."""
    return {
        letters("".join(sentences[start:end])): range(start, end)
        for start in range(len(sentences))
        for end in range(start + 1, min(start + 3, len(sentences)) + 1)
    }


def _paired(removed: Sequence[str], added: Sequence[str]) -> tuple[ChangedSentence, ...]:
    """Pair the sentences that are most alike, in the order of the new text; of two wholly different books, none."""
    if len(removed) * len(added) > MOST_PAIRS:
        return ()
    bags = [Counter(_words(sentence)) for sentence in removed], [Counter(_words(sentence)) for sentence in added]
    likeness = sorted(
        (-score, place, index)
        for index, one in enumerate(bags[0])
        for place, other in enumerate(bags[1])
        if (score := 2 * (one & other).total() / max(one.total() + other.total(), 1)) >= ALIKE
    )
    places: dict[int, int] = {}
    taken: set[int] = set()
    for _, place, index in likeness:
        if place not in places and index not in taken:
            places[place] = index
            taken.add(index)
    return tuple(ChangedSentence(removed[places[place]], added[place]) for place in sorted(places))


def _without(sentences: Iterable[str], taken: Counter[str]) -> tuple[str, ...]:
    left = []
    for sentence in sentences:
        if taken[sentence]:
            taken[sentence] -= 1
        else:
            left.append(sentence)
    return tuple(left)


def _words(sentence: str) -> list[str]:
    return [word.strip(".,;:!?()“”\"'’").casefold() for word in sentence.split()]


def mark(changed: ChangedSentence) -> tuple[str, str]:
    """Return the old and the new sentence, the words in which they differ in [square brackets]."""
    old, new = changed.old.split(), changed.new.split()
    if max(len(old), len(new)) > LONGEST_MARKED:
        return changed.old, changed.new
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return (
        " ".join(_marked(old[i:j], same=tag == "equal") for tag, i, j, _, _ in steps if j > i),
        " ".join(_marked(new[i:j], same=tag == "equal") for tag, _, _, i, j in steps if j > i),
    )


def _marked(words: Sequence[str], *, same: bool) -> str:
    return " ".join(words) if same else f"[{' '.join(words)}]"
