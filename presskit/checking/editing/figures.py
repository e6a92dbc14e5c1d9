"""Numbers that differ between the factsheet and what else the kit says.

Two numbers seldom count the same, even beside one word: “420 books” hang in each cabin, “38,400 books” were lent.
So two are held against each other only where all words behind them are the same, up to where the phrase ends; where one
word alone tells what is counted, only if it can be but one thing; and never where a word says that it is another
number: more, about, new, a year of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from presskit.checking.editing.passages import Passage, abouts_of, line_with, passages_of
from presskit.checking.editing.vocabulary import Vocabulary, vocabulary_of
from presskit.composing.documents import factsheets_of
from presskit.findings import Finding, Where, finding
from presskit.model import Kit
from presskit.reading.dates.ages import is_old, newest_of
from presskit.reading.folding import fold
from presskit.resources import primary

NUMBER = re.compile(
    r"(?<![\w.,:/–-])(?P<money>[$€£¥]\s?)?(?P<number>\d{1,3}(?:[,.’ \xa0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)"
    r"(?P<scale>\s(?:thousand|million|billion|mill(?:ones|ionen|iards?)|Mio\.?|Mrd\.?))?"
    r"(?![\d:/]|[.,–-]\d)\s?(?P<unit>%)?"
)
GROUPED = re.compile(r"\d{1,3}(?:[,.’ \xa0\u202f]\d{3})+")
YEAR = re.compile(r"(?:19|20)\d\d")
PHRASE = re.compile(r"[^\d,.;:()\[\]–—“”\"«»!?\n\t|/]*")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
FEWEST_WORDS = 2
BEFORE_WORDS = 4
SMALL_LETTERS = 2
ALIKE = 1.5  # a wrong number is near the right one; one that is far off counts something else


@dataclass(frozen=True)
class Count:
    """A number and the words behind it up to the end of the phrase, folded; and how both are written.

    row: words by which its row is found in a factsheet.
    """

    value: float
    unit: str
    words: tuple[str, ...]
    written: str
    row: tuple[str, str]
    passage: Passage
    years: frozenset[str]

    @property
    def where(self) -> Where:
        """Where the number stands: of a factsheet's row, its own line and not its table's."""
        passage = self.passage
        is_row = passage.kind in ("fact", "figure")
        return Where(passage.source, (line_with(passage.source, *self.row) if is_row else None) or passage.line)


def find_differing_figures(kit: Kit) -> Iterator[Finding]:
    """Yield c-044 for each number of a release or a text about the organisation that the factsheet contradicts."""
    sheets = factsheets_of(kit)
    facts = [*counts_of(passage for sheet in sheets for passage in passages_of(sheet))]
    newest = newest_of(kit.releases)
    for release in kit.releases:
        if not is_old(release, newest):
            yield from contradictions(passages_of(release), facts, FEWEST_WORDS)
    yield from contradictions(next(iter(abouts_of(kit)), ()), facts, 1)


def contradictions(passages: Iterable[Passage], facts: Sequence[Count], fewest: int) -> Iterator[Finding]:
    """Yield c-044 for numbers that count the same as a fact, and are others."""
    wanted = {fact.words for fact in facts}
    for count in counts_of(passages, wanted) if wanted else ():
        same = [fact for fact in facts if is_same_thing(count, fact, fewest)]
        if same and all(differ(count, fact) for fact in same):
            fact = same[0]
            yield finding("c-044", count.where, words=count.written, other=fact.written, place=str(fact.where))


def is_same_thing(one: Count, other: Count, fewest: int) -> bool:
    """Tell whether two numbers count the same: unit and words are the same, and so are the years beside them."""
    words = vocabulary_of(one.passage.language)
    telling = [word for word in one.words if len(word) > SMALL_LETTERS and not words.find("small", word)]
    is_told = len(telling) >= fewest or (len(telling) == 1 and not words.find("anything", telling[0]))
    is_same = (one.words, one.unit, one.years) == (other.words, other.unit, other.years)
    return bool(telling) and is_told and is_same and primary(one.passage.language) == primary(other.passage.language)


def differ(one: Count, other: Count) -> bool:
    """Tell whether two numbers differ; one that is far off counts something else."""
    small, large = sorted((one.value, other.value))
    return small < large <= ALIKE * small


def counts_of(passages: Iterable[Passage], wanted: Collection[tuple[str, ...]] | None = None) -> Iterator[Count]:
    """Yield the numbers of texts that are exact, and about nothing else: each wording with one number, or none.

    wanted: the wordings that are asked for; None for any.
    """
    found = [count for passage in passages for count in _counts_in(passage, wanted)]
    values: dict[tuple[tuple[str, ...], str], set[float]] = {}
    for count in found:
        values.setdefault((count.words, count.unit), set()).add(count.value)
    yield from (count for count in found if len(values[count.words, count.unit]) == 1)


def _counts_in(passage: Passage, wanted: Collection[tuple[str, ...]] | None) -> Iterator[Count]:
    """Yield the numbers of a passage; those of a table count what its heads say."""
    words = vocabulary_of(passage.language)
    label, tab, _ = passage.text.partition("\t") if passage.kind == "fact" else ("", "", "")
    first = len(label) + len(tab)
    for match in NUMBER.finditer(passage.text, first) if passage.kind != "table" else ():
        phrase = phrase_behind(passage.text, match.end(), words)
        is_whole = not phrase and passage.text[first:].strip() == match[0].strip()
        counted = tuple(fold(word).lower for word in WORD.findall(label if is_whole else phrase))
        is_wanted = counted in wanted if wanted is not None else bool(counted)
        if is_wanted and is_exact(passage, match, phrase, words):
            yield Count(
                value_of(match["number"]),
                unit_of(match),
                counted,
                " ".join(f"{match[0]} {label if is_whole else phrase}".split()),
                (label or phrase, match[0]),
                passage,
                frozenset(YEAR.findall(passage.sentence_at(match.start()))),
            )


def phrase_behind(text: str, place: int, words: Vocabulary) -> str:
    """Return the words behind a number up to the next mark, number or “and”."""
    match = PHRASE.match(text, place)
    phrase = match[0] if match else ""
    join = re.search(rf"\s{words.pattern('joins')}\s", fold(phrase).lower + " ")
    return (phrase[: join.start()] if join else phrase).strip()


def is_exact(passage: Passage, match: re.Match[str], phrase: str, words: Vocabulary) -> bool:
    """Tell whether nothing says that a number is another one (“12 more”, “about 40”), a year, or somebody's words."""
    if YEAR.fullmatch(match["number"]) and not match["money"]:
        return False
    before = " ".join(passage.text[: match.start()].split()[-BEFORE_WORDS:])
    is_spoken = passage.kind != "fact" and any(start <= match.start() < end for start, end in passage.spoken)
    return not is_spoken and not words.find("other_number", fold(f"{before} {phrase}").lower)


def unit_of(match: re.Match[str]) -> str:
    """Return what a number is counted in, as far as figures say: money, per cent, millions."""
    return "".join(fold(match[part] or "").lower.strip() for part in ("money", "scale", "unit"))


def value_of(number: str) -> float:
    """Return what a number is: a mark before three figures divides thousands, any other is a decimal one."""
    if GROUPED.fullmatch(number):
        return float(re.sub(r"\D", "", number))
    return float(number.replace(",", "."))
