"""What the pages of a file show otherwise than those of its kit: their order, pictures, links and strokes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from presskit.checking.facts import PageFacts
from presskit.checking.marks.drawn import Placed
from presskit.checking.page_numbers import in_words
from presskit.findings import Finding, Where, finding

WORDS = 12  # that are painted otherwise, shown of a page
Painted = Callable[[int], list[str]]  # the words painted on a page, counted from 0


class Pair(NamedTuple):
    """A page of the file and the one of the kit that it is held against, both from 0."""

    file: int
    kit: int


class Paired(NamedTuple):
    """Pages in pairs: those in place, those that stand elsewhere, and those that only one of the two has."""

    pairs: tuple[Pair, ...]
    moved: tuple[Pair, ...]
    added: tuple[int, ...]
    missing: tuple[int, ...]

    @property
    def twins(self) -> dict[int, int]:
        """The page of the kit for each page of the file that has one, both from 1."""
        return {one.file + 1: one.kit + 1 for one in (*self.pairs, *self.moved)}


def pair(file: Sequence[PageFacts], kit: Sequence[PageFacts]) -> Paired:
    """Return which page is to be held against which: by what they draw, else by their places."""
    olds, news = [page.drawn for page in file], [page.drawn for page in kit]
    pairs: list[Pair] = []
    gaps: list[tuple[list[int], list[int]]] = []
    for step, start, end, other, other_end in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if step == "equal":
            pairs += map(Pair, range(start, end), range(other, other_end))
        else:
            gaps.append(([*range(start, end)], [*range(other, other_end)]))
    moved = tuple(_elsewhere(olds, news, gaps))
    for one in moved:
        for left, right in gaps:
            left[:] = [page for page in left if page != one.file]
            right[:] = [page for page in right if page != one.kit]
    for left, right in gaps:
        pairs += map(Pair, left, right)
    added = tuple(page for left, right in gaps for page in left[len(right) :])
    missing = tuple(page for left, right in gaps for page in right[len(left) :])
    return Paired(tuple(sorted(pairs)), moved, added, missing)


def _elsewhere(olds: Sequence[str], news: Sequence[str], gaps: Sequence[tuple[list[int], list[int]]]) -> Iterator[Pair]:
    """Yield the pages that are drawn alike and stand in different places."""
    waiting = {news[page]: page for _, right in gaps for page in right}
    for page in (page for left, _ in gaps for page in left):
        if (place := waiting.pop(olds[page], None)) is not None:
            yield Pair(page, place)


def compare_order(paired: Paired) -> Iterator[Finding]:
    """Yield which pages stand elsewhere, which the file lacks, and which it has besides."""
    for one in paired.moved:
        words = f"Page {one.file + 1} of the file is page {one.kit + 1} of the kit: pages stand in another order"
        yield finding("p-035", Where(page=one.file + 1), difference=words)
    for page in paired.added:
        yield finding("p-035", Where(page=page + 1), difference=f"Page {page + 1} of the file is not in the kit")
    if paired.missing:
        pages, verb = in_words([page + 1 for page in paired.missing]), "is" if len(paired.missing) == 1 else "are"
        yield finding("p-035", difference=f"{pages.capitalize()} of the kit {verb} not in the file")


def compare_pictures(page: int, file: PageFacts, kit: PageFacts) -> Iterator[Finding]:
    """Yield each picture of a page (from 1) that is another one than the kit's."""
    if [mark for mark, _ in file.pictures] == [mark for mark, _ in kit.pictures]:
        return
    where = Where(page=page)
    for (mark, told), (other, named) in zip(file.pictures, kit.pictures, strict=False):
        if mark != other:
            yield finding("p-034", where, difference=f"{_picture(named or told)} is not the kit's, but another one")
    for _, told in file.pictures[len(kit.pictures) :]:
        yield finding("p-034", where, difference=f"{_picture(told)} is in the file and not in the kit")
    for _, told in kit.pictures[len(file.pictures) :]:
        yield finding("p-034", where, difference=f"{_picture(told)} is in the kit and not in the file")


def _picture(told: str) -> str:
    return f"The picture “{told}”" if told else "A picture without a description"


def compare_placed(
    page: int, file: Sequence[Placed], kit: Sequence[Placed], twins: Mapping[int, int]
) -> Iterator[Finding]:
    """Yield each link of a page (from 1) that leads elsewhere, and whatever lies on it that the kit has not.

    twins: the page of the kit for each of the file that has one, both from 1. A link that is dead is told already.
    """
    olds, news = [_target(one, twins) for one in file], [_target(one) for one in kit]
    for step, start, end, other, other_end in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if step == "equal":
            continue
        pairs = zip_longest(file[start:end], kit[other:other_end])
        for words in (_laid_otherwise(old, new) for old, new in pairs if not old or not _is_dead(old)):
            yield finding("p-033", Where(page=page), difference=words)


def _target(one: Placed, twins: Mapping[int, int] | None = None) -> tuple[str, object]:
    """Return where a link leads, as the kit counts its pages."""
    is_own = one.page and (twins is None or one.page in twins)
    return one.words, (twins[one.page] if twins and is_own and one.page else one.page)


def _is_dead(one: Placed) -> bool:
    return one.is_link and not one.words and not one.page


def _laid_otherwise(old: Placed | None, new: Placed | None) -> str:
    if old and new and old.is_link and new.is_link:
        return f"A link leads to {_goal(old)} in the file, and to {_goal(new)} in the kit"
    thing, here, there = (old, "file", "kit") if old else (new, "kit", "file")
    assert thing
    what = f"A link to {_goal(thing)}" if thing.is_link else f"A remark laid over the page (“{thing.words}”)"
    return f"{what} is in the {here} and not in the {there}"


def _goal(one: Placed) -> str:
    return f"page {one.page}" if one.page else f"“{one.words}”"


def compare_strokes(page: Pair, told: Collection[int], painted: tuple[Painted, Painted]) -> Iterator[Finding]:
    """Yield how a page is drawn otherwise whose strokes differ; not for one of whose words it is told already.

    told: pages of the file (from 1) on which words differ; these may have moved the lines of others.
    """
    if page.file + 1 in told:
        return
    words = _painted_otherwise(painted[0](page.file), painted[1](page.kit), is_moved=bool(told))
    yield finding("p-036", Where(page=page.file + 1), difference=words)


def _painted_otherwise(file: Sequence[str], kit: Sequence[str], *, is_moved: bool) -> str:
    """Say which words are painted on one of two pages alone; where lines have moved, that."""
    steps = SequenceMatcher(None, file, kit, autojunk=False).get_opcodes()
    only = [word for step, start, end, _, _ in steps if step != "equal" for word in file[start:end]]
    lacks = [word for step, _, _, start, end in steps if step != "equal" for word in kit[start:end]]
    if is_moved and len(only) + len(lacks) > WORDS:
        return "its lines stand elsewhere, or something is painted over them"
    parts = [f"“{' '.join(only[:WORDS])}” is painted on it in the file"] if only else []
    parts += [f"“{' '.join(lacks[:WORDS])}” is painted on it in the kit"] if lacks else []
    return ", and ".join(parts) or "something is painted over it, taken away or moved, though its words are the same"
