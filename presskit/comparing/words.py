"""What a file says and a kit does not, word for word, in the order in which it is read aloud."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple

from presskit.checking.facts import TITLE, Said
from presskit.findings import Finding, Where, finding

AROUND = 3  # words shown before and behind those that differ
LONG, HEAD, TAIL = 24, 14, 6  # words of a passage that is not shown whole
MOST_PAIRS = 4_000_000  # of words in a passage: what is larger is told as one
MOST_BLOCKS = 20_000  # of two files in which passages are aligned

_Run = tuple[int, int, int, int]  # from and to of the file's words, from and to of the kit's


class _Word(NamedTuple):
    text: str
    kind: str
    page: int | None


def compare_words(file: Sequence[Said], kit: Sequence[Said]) -> Iterator[Finding]:
    """Yield whole documents that one side lacks, and the words of the others that differ.

    Words that differ alike in many places are told each time with the sentence of the first.
    """
    titles, wanted = _titles(file), _titles(kit)
    if titles <= wanted:  # else a title changed, and its document is another one or the same
        yield from (finding("p-012", Where(), title=one.text) for one in kit if _is_of(one, wanted - titles))
        kit = _without(kit, wanted - titles)
    elif wanted <= titles:
        yield from (
            finding("p-031", Where(page=one.page), words=one.text, kind="a whole document")
            for one in file
            if _is_of(one, titles - wanted)
        )
        file = _without(file, titles - wanted)
    yield from _differences(file, kit)


def _titles(said: Sequence[Said]) -> set[str]:
    return {one.text for one in said if one.kind == TITLE}


def _is_of(one: Said, titles: Collection[str]) -> bool:
    return one.kind == TITLE and one.text in titles


def _without(said: Sequence[Said], titles: Collection[str]) -> list[Said]:
    """Leave out the documents with these titles."""
    kept, is_left_out = [], False
    for one in said:
        is_left_out = _is_of(one, titles) if one.kind == TITLE else is_left_out
        if not is_left_out:
            kept.append(one)
    return kept


def _differences(file: Sequence[Said], kit: Sequence[Said]) -> Iterator[Finding]:
    olds, news = _words(file), _words(kit)
    first: dict[tuple[str, str], Finding] = {}
    for passage in _passages(file, kit):
        for run in _within(olds, news, passage):
            old, new = olds[run[0] : run[1]], news[run[2] : run[3]]
            told = first.setdefault((_joined(old), _joined(new)), _told(olds, news, run))
            near = old or olds[max(run[0] - 1, 0) : run[0] + 1]
            yield replace(told, where=Where(page=near[0].page if near else None))


def _words(said: Sequence[Said]) -> list[_Word]:
    return [_Word(word, block.kind, block.page) for block in said for word in block.text.split()]


def _joined(words: Sequence[_Word]) -> str:
    return " ".join(word.text for word in words)


def _passages(file: Sequence[Said], kit: Sequence[Said]) -> Iterator[_Run]:
    """Yield the words of neighbouring blocks that are not alike."""
    olds, news = [one.text for one in file], [one.text for one in kit]
    starts, others = _starts(file), _starts(kit)
    if len(olds) + len(news) > MOST_BLOCKS:
        yield 0, starts[-1], 0, others[-1]
        return
    for step, start, end, other, other_end in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if step != "equal":
            yield starts[start], starts[end], others[other], others[other_end]


def _starts(said: Sequence[Said]) -> list[int]:
    """Return at which word each block begins, and where the last ends."""
    starts = [0]
    for block in said:
        starts.append(starts[-1] + len(block.text.split()))
    return starts


def _within(file: Sequence[_Word], kit: Sequence[_Word], run: _Run) -> Iterator[_Run]:
    """Yield where the words of a passage differ; a word that is the same between two that differ parts none."""
    old, new = [[word.text for word in words] for words in (file[run[0] : run[1]], kit[run[2] : run[3]])]
    if len(old) * len(new) > MOST_PAIRS:
        yield run
        return
    waiting: _Run | None = None
    for step, start, end, other, other_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step == "equal":
            continue
        found = (run[0] + start, run[0] + end, run[2] + other, run[2] + other_end)
        if waiting and found[0] - waiting[1] <= 1 and found[2] - waiting[3] <= 1:
            found = (waiting[0], found[1], waiting[2], found[3])
        elif waiting:
            yield waiting
        waiting = found
    if waiting:
        yield waiting


def _told(file: Sequence[_Word], kit: Sequence[_Word], run: _Run) -> Finding:
    """Return the sentence about words that differ: both readings with what is around, or those that one side has."""
    old, new = file[run[0] : run[1]], kit[run[2] : run[3]]
    if not new:
        return finding("p-031", words=_shown(old), kind=old[0].kind)
    if not old:
        return finding("p-032", words=_shown(new), kind=new[0].kind)
    said, shown = (_shown(_around(words, *ends)) for words, ends in ((file, run[:2]), (kit, run[2:])))
    return finding("p-030", said=said, shown=shown, kind=old[0].kind)


def _around(words: Sequence[_Word], start: int, end: int) -> Sequence[_Word]:
    """Return words with those around them that are of their kind: a description and a line of text are two things."""
    kind = words[start].kind
    near = enumerate(words[max(start - AROUND, 0) : end + AROUND], start=max(start - AROUND, 0))
    return [word for place, word in near if start <= place < end or word.kind == kind]


def _shown(words: Sequence[_Word]) -> str:
    """Return words as they are told: of a long passage its beginning, its end and how many there are."""
    if len(words) <= LONG:
        return _joined(words)
    return f"{_joined(words[:HEAD])} … ({len(words) - HEAD - TAIL} more words) … {_joined(words[-TAIL:])}"
