"""What a run makes, put into a folder of its own, and who gets it into the kit's record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path, PurePath

from presskit.composing.languages import language
from presskit.errors import OutputError
from presskit.findings import Finding, Where, finding
from presskit.mailing.audience import Audience, called_in_record, record_in, record_of
from presskit.mailing.copying import Copier
from presskit.mailing.drafting import LINK_CHARACTERS, Draft, letters_of, one_each, row_of, rows_of, together
from presskit.mailing.enclosing import File, enclosed_with
from presskit.mailing.orders import Mailed, MailOrder
from presskit.making.budget import in_mb
from presskit.making.orders import MadeKit
from presskit.making.outputs import composed, composed_all
from presskit.model import Kit
from presskit.names import unique
from presskit.reading.lists.people import Recipient
from presskit.sorting.sources import Sources
from presskit.working.workers import Workers
from presskit.writing.mails import drafts, merging
from presskit.writing.mails.letters import Letter
from presskit.writing.mails.mail import draft, mailbox_entry
from presskit.writing.record import with_rows


@dataclass(frozen=True)
class Filing:
    """What is made in one run, and for whom. copier: makes the copies, where each person has one of their own.

    sizes: the bytes of each file that is sent, once it is made. recorded: what the record says of the PDF in each, by
    its name.
    """

    order: MailOrder
    sources: Sources
    made: MadeKit
    audience: Audience
    folder: Path
    copier: Copier | None = None
    sizes: list[int] = field(default_factory=list)
    recorded: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def kit(self) -> str:
        """Which kit the record calls it."""
        return called_in_record(self.sources)

    def with_rows(self, rows: Iterable[Mapping[str, str]]) -> bytes:
        """Return the record with this run's rows, read anew: somebody may have ticked it meanwhile."""
        build = self.order.build
        day = (build.now or datetime.now().astimezone()).date().isoformat()
        standing = record_in(record_of(self.sources), build).document
        dated = ({"drafted": day, **row} for row in rows)
        return with_rows(standing, dated, language(self.made.kit.language).separator)


@dataclass(frozen=True)
class Copies(Filing):
    """Copies of the PDF, a file for each person."""

    def written(self, findings: tuple[Finding, ...]) -> Mailed:
        """Write folder and record, and return what was made; raises OutputError where that cannot be."""
        record = None if self.order.is_trial else record_of(self.sources)
        written = drafts.write_folder(self.folder, self._every_file(), record, self._recorded)
        names = tuple(self.recorded)
        return Mailed(
            self.made,
            written,
            names,
            names,
            max(self.sizes),
            findings,
            self.audience.unagreed,
            len(names),
            had=self.audience.had,
            record=record,
        )

    def _every_file(self) -> Iterator[tuple[str, bytes]]:
        taken: set[str] = set()
        assert self.copier
        for person in self.audience.people:
            name = PurePath(drafts.copy_name(self.made.kit, person))
            file = self.copier.file_for(person, unique(name.stem, name.suffix, taken))
            self.sizes.append(len(file.data))
            self.recorded[file.name] = file.recorded
            yield file.name, file.data

    def _recorded(self, folder: Path) -> bytes:
        files = zip(self.audience.people, self.recorded.items(), strict=True)
        return self.with_rows(
            row_of(person, words, self.kit) | {"draft": f"{folder.name}/{name}"} for person, (name, words) in files
        )


@dataclass(frozen=True)
class Run(Filing):
    """Drafts."""

    def written(self, findings: tuple[Finding, ...]) -> Mailed:
        """Write folder and record, and return what was drafted; raises OutputError where that cannot be."""
        listed, place = self.listed, self._record
        written = drafts.write_folder(self.folder, self._every_file(), place, self._recorded)
        return Mailed(
            self.made,
            written,
            (drafts.MAILBOX,) if self.order.is_mailbox else tuple(one.name for one in listed),
            tuple(file.name for file in self.enclosed),
            max(self.sizes),
            findings,
            self.audience.unagreed,
            len(listed),
            tuple(Counter(one.letter.language.name for one in listed for _ in one.readers).items()),
            self.audience.had,
            place,
        )

    @property
    def _record(self) -> Path | None:
        is_addressed = any(one.readers for one in self.listed)
        return record_of(self.sources) if is_addressed and not self.order.is_trial else None

    @cached_property
    def enclosed(self) -> tuple[File, ...]:
        """What is attached to every draft."""
        return enclosed_with(self.order.build, self.made) if self.order.attaches_pdf else ()

    @cached_property
    def letters(self) -> Mapping[str, Letter]:
        """The letters that people get, by the short name of the document that leads each."""
        corrected, build = self.order.corrects, self.order.build
        leads = letters_of(self.made.kit, self.audience.people, corrected=corrected)
        every = [(lead, [file.enclosed for file in self.enclosed]) for lead in leads.values()]
        with Workers(build.jobs, build.limits) as workers:
            task = "presskit.writing.mails.letters:write_letter"
            letters = composed_all(workers, self.made.kit, task, every, corrected=corrected)
        return dict(zip(leads, letters, strict=True))

    @cached_property
    def listed(self) -> Sequence[Draft]:
        """The drafts, in the order of their page."""
        kit, people, corrected = self.made.kit, self.audience.people, self.order.corrects
        if not self.order.together:
            return one_each(kit, people, self.letters, corrected=corrected)
        return together(kit, own_address(kit), people, self.letters, corrected=corrected)

    @cached_property
    def copies(self) -> Mapping[str, str]:
        """The name of the copy that lies beside each draft, by the draft's; none where all get the same PDF."""
        if not self.copier:
            return {}
        names = {one.name: drafts.copy_name(self.made.kit, one.person) for one in self.listed}
        taken: set[str] = set()
        return {name: unique(PurePath(copy).stem, ".pdf", taken) for name, copy in names.items()}

    def _every_file(self) -> Iterator[tuple[str, bytes]]:
        """Yield the files one at a time: two hundred drafts would fill a memory."""
        for one in self.listed:
            enclosed = self._enclosed_in(one)
            data = draft(one.letter, one.greeting, one.addressee, [file.part for file in enclosed], one.hidden)
            self.sizes.append(len(data))
            yield (drafts.MAILBOX, mailbox_entry(data)) if self.order.is_mailbox else (one.name, data)
            if enclosed:
                self.recorded[one.name] = enclosed[0].recorded
            if one.name in self.copies:
                yield self.copies[one.name], enclosed[0].data
        for file in () if self.copies else self.enclosed[:1]:
            yield file.name, file.data
        build, page = self.order.build, "presskit.composing.mail:drafts_page"
        with Workers(1, build.limits) as workers:
            yield drafts.INDEX, composed(workers, self.made.kit, page, self._words()).encode()
        yield drafts.MERGE, merging.workbook(self._merged())

    def _enclosed_in(self, one: Draft) -> tuple[File, ...]:
        """Return what is attached to a draft: where each person has a copy of their own, it stands for the PDF."""
        if not self.copier:
            return self.enclosed
        return (self.copier.file_for(one.person, self.enclosed[0].name), *self.enclosed[1:])

    def _words(self) -> dict[str, object]:
        """Return what the page of all drafts is filled with, by the names in its template."""
        return {
            "drafts": self.listed,
            "letters": tuple(self.letters.values()),
            "file": self.enclosed[0].name if self.enclosed else None,
            "is_personal": bool(self.copies),
            "most": f"{LINK_CHARACTERS:,}",
            "size": in_mb(max(self.sizes)),
            "unagreed": self.audience.unagreed,
            "is_mailbox": self.order.is_mailbox,
        }

    def _merged(self) -> Iterator[merging.Merged]:
        same = self.enclosed[0].name if self.enclosed else ""
        for one in self.listed:
            file = self.copies.get(one.name, same)
            text = one.letter.text_for(one.greeting)
            yield from (merging.Merged(person, one.letter.subject, one.greeting, text, file) for person in one.readers)

    def _recorded(self, folder: Path) -> bytes:
        name = drafts.MAILBOX if self.order.is_mailbox else ""
        rows = rows_of(self.listed, self.recorded, self.kit)
        return self.with_rows(row | {"draft": f"{folder.name}/{name or row['draft']}"} for row in rows)


def own_address(kit: Kit) -> Recipient:
    """Return the organisation as its own addressee. Raises OutputError where the kit has no address of it."""
    email = next((contact.email for contact in kit.contacts if contact.email), None)
    if not email:
        raise OutputError(finding("m-015", Where(kit.folder)))
    return Recipient(0, email, "", kit.brand.name)
