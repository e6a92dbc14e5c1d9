"""Who gets a draft: the people of a list, held against the record of who has which file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from presskit import gate, zipped
from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.making.orders import BuildOrder
from presskit.outcomes import value_of
from presskit.reading.lists.people import Recipient
from presskit.reading.lists.record import NAME, Had, Record
from presskit.reading.result import Reading
from presskit.rendering.fontlist import start_engine
from presskit.sorting.sources import Sources
from presskit.working.workers import Task, Workers, limits_for

NOBODY = Recipient(0, "")
ZIP = ".zip"


@dataclass(frozen=True)
class Audience:
    """Who gets a draft, and what there is to say of the others.

    source: the table that the people stand in; None for a draft without an address. unagreed: who gets none for not
    having agreed to keep an embargo. had: how many of the list get none because they have one.
    """

    people: tuple[Recipient, ...]
    source: Path | None = None
    findings: tuple[Finding, ...] = ()
    unagreed: tuple[Recipient, ...] = ()
    had: int = 0

    @classmethod
    def of_list(cls, list_: Path, people: Sequence[Recipient], had: Mapping[str, Had]) -> Audience:
        """Everybody on a list; who has a draft already gets another one, and that is told."""
        again = [had[person.key] for person in people if person.key in had]
        return cls(tuple(people), list_, (_again(again, list_),) if again else ())

    @classmethod
    def remaining(cls, list_: Path, people: Sequence[Recipient], had: Mapping[str, Had]) -> Audience:
        """Those on a list who have no draft yet."""
        left = tuple(person for person in people if person.key not in had)
        if people and not left:
            raise SourceError(finding("m-014", Where(list_), name=list_.name))
        return cls(left, list_, had=len(people) - len(left))

    @classmethod
    def of_correction(
        cls, list_: Path | None, people: Sequence[Recipient], record: Path, had: Mapping[str, Had]
    ) -> Audience:
        """Everybody who ever had a draft: as today's list knows them, else as the record does."""
        listed = [person for person in people if person.key in had]
        known = {person.key for person in listed}
        others = [one.person for key, one in had.items() if key not in known]
        new = len(people) - len(listed)
        findings = (_never(new, list_),) if new and list_ else ()
        return cls((*listed, *others), record, findings)

    def agreed(self, *, is_embargoed: bool) -> Audience:
        """Return who may have a kit: under an embargo, only those who have agreed to keep it."""
        if not (is_embargoed and self.source):
            return self
        unagreed = tuple(person for person in self.people if not person.agreed)
        people = tuple(person for person in self.people if person.agreed)
        told = (_about_embargoes(unagreed, self.source),) if unagreed else ()
        return Audience(people, self.source, (*self.findings, *told), unagreed, self.had)


def people_in(list_: Path, order: BuildOrder) -> Reading[tuple[Recipient, ...]]:
    """Read a list in a limited process, as every file from elsewhere."""
    people: Reading[tuple[Recipient, ...]] = _read(
        Task("presskit.reading.lists.recipients:read_recipients", (list_,), limits_for([list_])), list_, order
    )
    return people


def record_in(path: Path, order: BuildOrder) -> Reading[Record]:
    """Read a kit's record; an empty one where there is none yet."""
    if not gate.is_there(path):
        return Reading(Record(), ())
    record: Reading[Record] = _read(
        Task("presskit.reading.lists.record:read_record", (path,), limits_for([path])), path, order
    )
    return record


def record_of(sources: Sources) -> Path:
    """Return where a kit's record stands."""
    return sources.home / NAME


def called_in_record(sources: Sources) -> str:
    """Return which kit is meant, where a folder holds several: texts that were named, or a ZIP. "" for the folder."""
    came_in = zipped.zip_of(sources.folder)
    if came_in:
        return came_in.name
    root = gate.real(sources.folder)
    paths = sorted(gate.real(path) for path in sources.named)
    return ", ".join(path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name for path in paths)


def who_had(record: Record, kit: str) -> dict[str, Had]:
    """Return everybody who had a draft of a kit, by their key, as their last row has them.

    A whole folder and a text in it have each other's people; what came in a ZIP is a kit of its own.
    """
    found: dict[str, Had] = {}
    for one in record.had:
        if one.kit == kit or ("" in (one.kit, kit) and not any(name.lower().endswith(ZIP) for name in (one.kit, kit))):
            was_sent = one.person.key in found and found[one.person.key].is_sent
            found[one.person.key] = Had(one.person, one.kit, one.is_sent or was_sent)
    return found


def _read(task: Task, path: Path, order: BuildOrder) -> Any:
    start_engine()
    with Workers(1, order.limits) as workers:
        blame = finding("s-007", Where(path), name=path.name, reason="")
        return value_of(workers, task, blame)


def _again(had: Sequence[Had], list_: Path) -> Finding:
    sent = sum(one.is_sent for one in had)
    marked = f", {'all' if sent == len(had) else sent} of them marked as sent" if sent and len(had) > 1 else ""
    marked = ", marked as sent" if sent and len(had) == 1 else marked
    return finding("m-012", Where(list_), people=_people(len(had), "has", "have"), sent=marked)


def _never(count: int, list_: Path) -> Finding:
    return finding("m-013", Where(list_), people=_people(count, "has", "have"))


def _about_embargoes(unagreed: Sequence[Recipient], source: Path) -> Finding:
    """Return what there is to say of people who have not agreed to keep an embargo; a page and a table name them."""
    them = "that person" if len(unagreed) == 1 else "them"
    return finding(
        "m-003", Where(source), people=f"{_people(len(unagreed), 'has', 'have')} not agreed to embargoes", them=them
    )


def _people(count: int, one: str, many: str) -> str:
    return f"one person {one}" if count == 1 else f"{count} people {many}"
