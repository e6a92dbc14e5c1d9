"""Two texts about one organisation, both printed: they differ too much to be told for versions of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from presskit.checking.editing.passages import Passage, abouts_of
from presskit.findings import Finding, finding
from presskit.model import Kit
from presskit.resources import primary

# “The Kelp Trust (KT) is a …”: the name by which a text about an organisation begins.
OPENING = re.compile(
    r"(?:The\s|L[ea’']\s?|Les\s|El\s|La\s|Die\s|Der\s|Das\s)?(?P<name>[^\W\d_][^.,;:()!?]{2,70}?)(?:\s\([^()]{1,30}\))?,?\s"
    r"(?:is|are|was|has|est|sont|es|son|ist|sind)\s"
)
SHOWN_CHARACTERS = 60


def find_two_abouts(kit: Kit) -> Iterator[Finding]:
    """Yield c-047 for each further text about an organisation that has one already, in the same language."""
    for one, other in combinations(abouts_of(kit), 2):
        name = opening_name(one)
        if name and name == opening_name(other) and primary(one[0].language) == primary(other[0].language):
            words, first = (shown(passages) for passages in (other, one))
            yield finding("c-047", other[-1].where, words=words, other=first, place=str(one[-1].where))


def opening_name(passages: Sequence[Passage]) -> str | None:
    """Return the organisation's name, in small letters, where a text begins with it; None where it does not."""
    match = next((found for passage in passages if (found := OPENING.match(passage.text))), None)
    return match["name"].casefold() if match else None


def shown(passages: Sequence[Passage]) -> str:
    """Return the beginning of a text."""
    text = next(passage.text for passage in passages if OPENING.match(passage.text))
    return text if len(text) <= SHOWN_CHARACTERS else f"{text[:SHOWN_CHARACTERS].rsplit(' ', 1)[0]} …"
