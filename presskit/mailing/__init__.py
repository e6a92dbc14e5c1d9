"""What `mail` does: a kit becomes a folder of drafts, one for each person on a list. Nothing is ever sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from presskit import gate
from presskit.errors import OutputError, SourceError
from presskit.findings import Finding, Where, finding, has_errors, strict
from presskit.mailing.audience import NOBODY, Audience, called_in_record, people_in, record_in, record_of, who_had
from presskit.mailing.copying import copier_of
from presskit.mailing.filing import Copies, Run
from presskit.mailing.orders import Mailed, MailOrder
from presskit.mailing.photos import photo_drafted
from presskit.making.build import make_kit
from presskit.making.orders import MadeKit, opened
from presskit.model import Kit
from presskit.outcomes import Progress, silent
from presskit.reading.lists.people import Recipient
from presskit.reading.lists.record import Record
from presskit.reading.result import Reading
from presskit.sorting.choosing import CHOOSE
from presskit.sorting.sources import Sources, find_sources
from presskit.writing import files
from presskit.writing.mails import drafts
from presskit.writing.mails.letters import correction_of

VERSIONS = ("s-028", "s-029")  # of one text, among which nobody but a person may choose what goes out


def make_drafts(order: MailOrder, progress: Progress = silent) -> Mailed:
    """Make a kit and the drafts that send it. Raises PresskitError where none can be made; nothing is written then."""
    with opened(order.build) as found, gate.opened(*order.own_places):
        make = _make_photo if order.photo is not None else _make_drafts
        return make(replace(order, build=found), progress)


def _make_photo(order: MailOrder, progress: Progress) -> Mailed:
    """Make the draft that hands on one photo: under the same conditions as all others."""
    sources = find_sources(order.build.sources)
    folder = order.folder or sources.home / "out" / "photos"
    if not order.folder:
        files.require_own(folder, sources.home)
    made = make_kit(order.build, sources, progress)
    findings = (*_undecided(made.findings), *_left_behind(made))
    if has_errors(findings):
        return Mailed(made, None, findings=findings)
    return photo_drafted(order, sources, made, folder, findings)


def _make_drafts(order: MailOrder, progress: Progress) -> Mailed:
    sources = find_sources(order.build.sources)
    folder = order.folder or sources.home / "out" / ("copies" if order.copies_alone else "drafts")
    if not order.folder:
        files.require_own(folder, sources.home)
    if not order.is_trial:
        _require_record(record_of(sources), sources.home)
    drafts.require_folder(folder, sources.kept)
    reading = people_in(order.to, order.build) if order.to else Reading((NOBODY,))
    record = Reading(Record(), ()) if order.is_trial else record_in(record_of(sources), order.build)
    audience = _audience(order, sources, reading.document, record)
    if audience.source and not order.is_trial:
        files.require_place(record_of(sources), ())
    made = make_kit(replace(order.build, binds=not order.personal), sources, progress)
    told = (*reading.findings, *audience.findings)
    findings = (*_undecided(made.findings), *(strict(told) if order.build.strict else told), *_left_behind(made))
    if has_errors(findings):
        return Mailed(made, None, findings=findings)
    if order.corrects and not any(correction_of(made.kit, one) for one in (None, *made.kit.releases)):
        raise OutputError(finding("m-009", Where(made.kit.folder)))
    agreed = audience.agreed(is_embargoed=_is_held(made.kit, order.build.now) and not order.is_trial)
    if agreed.unagreed:
        told = (*reading.findings, *agreed.findings)
        findings = (*made.findings, *(strict(told) if order.build.strict else told))
    if agreed.source and not agreed.people:
        raise SourceError(finding("m-006", Where(agreed.source), name=agreed.source.name), *told)
    copier, unset = (None, ()) if not order.personal else copier_of(made, agreed, order.build)
    findings = (*findings, *(strict(unset) if order.build.strict else unset))
    if has_errors(findings):
        return Mailed(made, None, findings=findings)
    run = Copies if order.copies_alone else Run
    return run(order, sources, made, agreed, folder, copier).written(findings)


def _require_record(record: Path, home: Path) -> None:
    """Open the gate to a kit's record. Raises OutputError where it leads elsewhere, or is open in LibreOffice.

    Which would save its own state over what is added meanwhile.
    """
    files.require_own(record, home, "Take the link away, and put the file itself in its place.")
    lock = record.with_name(f".~lock.{record.name}#")
    if gate.is_there(lock):
        hint = f"Close it there and run the command again; if it is not open anywhere, delete {lock.name} beside it."
        raise OutputError(finding("b-004", path=record, reason="it is open in LibreOffice", hint=hint))
    gate.open_also(record)


def _audience(order: MailOrder, sources: Sources, people: tuple[Recipient, ...], record: Reading[Record]) -> Audience:
    """Return who is written to, as the options say."""
    had = who_had(record.document, called_in_record(sources))
    if order.corrects and had:
        place = record_of(sources)
        listed = people if order.to else ()
        audience = Audience.of_correction(order.to, listed, place, had)
        return replace(audience, findings=(*record.findings, *audience.findings))
    if not order.to:
        return Audience(people)
    if order.remaining:
        return Audience.remaining(order.to, people, had)
    return Audience.of_list(order.to, people, had)


def _is_held(kit: Kit, now: datetime | None) -> bool:
    """Tell whether there is an embargo that is not over yet."""
    return kit.embargo is not None and kit.embargo.until > (now or datetime.now(UTC))


def _undecided(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings; where presskit chose among versions of a text, no draft is made until a person has chosen."""
    for item in findings:
        yield replace(item, severity="error") if item.code in VERSIONS else item


def _left_behind(made: MadeKit) -> tuple[Finding, ...]:
    """Return what forbids drafts: a text that looks like a release is not in the kit, and a person must choose."""
    waits = any(item.code == "s-029" for item in made.findings)  # which names them, and how one is chosen
    names = [
        one.path.name
        for one in made.sorted.outside
        if one.looks_like == "release" and not (waits and one.what == CHOOSE)
    ]
    if not names:
        return ()
    return (finding("m-010", Where(made.kit.folder), names=", ".join(names), name=names[0]),)
