"""What a person has looked at and found right: written down in kit.toml, with the words and a name.

One occurrence is accepted, never a kind of message: it ends when the file's words change, because the message then
quotes others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from presskit.findings import Finding, Where, finding
from presskit.settings import Acceptance

# An unclear embargo, a missing disclosure, what Word hides or still tracks, words to be filled in, wrong words.
NEVER = frozenset(
    [
        "c-007",
        "c-008",
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
    ]
)


@dataclass(frozen=True)
class Judged:
    """What there is to say, less what a person accepted; and that, each with the name of who did."""

    findings: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, str], ...] = ()


def judge(findings: Iterable[Finding], acceptances: Sequence[Acceptance], folder: Path) -> Judged:
    """Part what was accepted from the rest. An acceptance that fits nothing, or what cannot be accepted, is told."""
    kept: list[Finding] = []
    accepted: list[tuple[Finding, str]] = []
    used: set[int] = set()
    for item in findings:
        place = next((at for at, one in enumerate(acceptances) if fits(one, item, folder)), None)
        if place is None or item.code in NEVER:
            kept.append(item)
            continue
        accepted.append((item, acceptances[place].who))
        used.add(place)
    where = Where(folder / "kit.toml")
    for place, one in enumerate(acceptances):
        if place not in used:
            kept.append(finding("c-037", where, words=one.words, who=one.who))
    return Judged(tuple(kept), tuple(accepted))


def fits(acceptance: Acceptance, item: Finding, folder: Path) -> bool:
    """Tell whether an acceptance is about a finding: its whole sentence, and its file."""
    if " ".join(acceptance.words.split()) != " ".join(item.message.split()):
        return False
    if item.where.file is None or acceptance.file is None:
        return acceptance.file is None or item.where.file is None
    file = item.where.file
    return file.name == acceptance.file or file.resolve() == (folder / acceptance.file).resolve()
