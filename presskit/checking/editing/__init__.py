"""A kit read as a copy editor reads it: what contradicts itself, what nobody can know, and whom nobody can ring.

Each module is one question. All are held to the same rule: nothing is said where the text says so itself, or where two
things may be meant. The words they go by are data, one file for each language (assets/editing).
"""

from __future__ import annotations

from collections.abc import Iterator

from presskit.checking.editing.abouts import find_two_abouts
from presskit.checking.editing.acronyms import find_unexplained_acronyms
from presskit.checking.editing.addresses import find_differing_domains, find_impossible_addresses
from presskit.checking.editing.ages import find_old_releases
from presskit.checking.editing.figures import find_differing_figures
from presskit.checking.editing.founding import find_differing_founding
from presskit.checking.editing.names import find_differing_names
from presskit.checking.editing.past_days import find_past_days
from presskit.checking.editing.pointers import find_pointers
from presskit.checking.editing.relative_days import find_contradicted_days, find_undated_days
from presskit.checking.editing.repetitions import find_repetitions
from presskit.checking.editing.signs import find_wrong_signs
from presskit.checking.editing.slips_of_the_pen import find_slips_of_the_pen
from presskit.checking.editing.speakers import find_quotes_without_speaker
from presskit.checking.editing.torn import find_torn_texts
from presskit.checking.editing.weekdays import find_wrong_weekdays
from presskit.findings import Finding
from presskit.model import Kit

QUESTIONS = (
    find_undated_days,
    find_wrong_weekdays,
    find_contradicted_days,
    find_past_days,
    find_unexplained_acronyms,
    find_quotes_without_speaker,
    find_impossible_addresses,
    find_differing_domains,
    find_differing_figures,
    find_differing_founding,
    find_differing_names,
    find_two_abouts,
    find_old_releases,
    find_slips_of_the_pen,
    find_wrong_signs,
    find_repetitions,
    find_torn_texts,
    find_pointers,
)


def edit(kit: Kit) -> Iterator[Finding]:
    """Yield what an editor would ask about the words of a kit."""
    for question in QUESTIONS:
        yield from question(kit)
