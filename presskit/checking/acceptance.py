"""What a person has looked at and found right: written down in kit.toml, with the words and a name.

One occurrence is accepted, never a kind of message: it ends when the file's words change, because the message then
quotes others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from presskit import gate
from presskit.findings import Finding, Where, finding, strict
from presskit.settings import Acceptance

# An unclear embargo, a missing disclosure, what Word hides or still tracks, words to be filled in, wrong words (such
# as a character that no typeface has, printed as “?”).
NEVER = frozenset(
    [
        "c-007",
        "c-008",
        "c-011",
        "c-015",
        "c-024",
        "c-025",
        "c-026",
        "c-029",
        "c-030",
        "c-032",
        "c-033",
        "c-034",
        "p-008",
        "p-009",
        "p-010",
        "p-012",
        "p-013",
        "p-014",
        "p-016",
        "p-018",
        "p-022",
        "p-023",
    ]
)


class Judge:
    """Judges what is found while a kit is made: what a person accepted is set aside; warnings are errors if asked.

    accepted: what was set aside so far, each with the name of who accepted it.
    """

    def __init__(self, acceptances: Sequence[Acceptance], folder: Path, *, is_strict: bool) -> None:
        self._acceptances, self._folder, self._is_strict = acceptances, folder, is_strict
        self._used: set[int] = set()
        self.accepted: dict[Finding, str] = {}

    def __call__(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings that count."""
        kept = []
        for item in findings:
            place = next((at for at, one in enumerate(self._acceptances) if fits(one, item, self._folder)), None)
            if place is None or item.code in NEVER:
                kept.append(item)
                continue
            self.accepted[item] = self._acceptances[place].who
            self._used.add(place)
        return strict(kept) if self._is_strict else tuple(kept)

    def unused(self) -> tuple[Finding, ...]:
        """Return a note for each acceptance that fits nothing, or what cannot be accepted."""
        where = Where(self._folder / "kit.toml")
        rest = [one for place, one in enumerate(self._acceptances) if place not in self._used]
        return tuple(finding("c-038", where, words=one.words, who=one.who) for one in rest)


def fits(acceptance: Acceptance, item: Finding, folder: Path) -> bool:
    """Tell whether an acceptance is about a finding: its whole sentence, and its file."""
    if " ".join(acceptance.words.split()) != " ".join(item.message.split()):
        return False
    if item.where.file is None or acceptance.file is None:
        return acceptance.file is None or item.where.file is None
    file = item.where.file
    return file.name == acceptance.file or gate.real(file) == gate.real(folder / acceptance.file)
