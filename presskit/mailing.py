"""What `mail` does: a kit becomes a folder of drafts, one for each person on a list. Nothing is ever sent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePath
from urllib.parse import quote

from presskit import gate
from presskit.budget import OWN_BYTES, in_mb, mail_bytes
from presskit.build import make_kit
from presskit.composing.languages import Language
from presskit.composing.salutations import language_of, salutation_of
from presskit.errors import ExitCode, OutputError, SourceError
from presskit.findings import Finding, Where, finding, has_errors, strict
from presskit.model import Document, Kit, PhotoSheet
from presskit.names import portable, unique
from presskit.orders import BuildOrder, MadeKit, opened
from presskit.outcomes import Progress, silent, value_of
from presskit.outputs import composed, composed_all
from presskit.reading.lists.people import Recipient
from presskit.rendering.fontlist import start_engine
from presskit.sorting.choosing import CHOOSE
from presskit.sorting.logos import to_hand_on
from presskit.sorting.sources import find_sources
from presskit.workers import Task, Workers, limits_for
from presskit.writing import drafts, files
from presskit.writing.letters import Enclosed, Letter, correction_of, lead_of
from presskit.writing.mail import attachment, draft

NOBODY = Recipient(0, "")
VERSIONS = ("s-028", "s-029")  # of one text, among which nobody but a person may choose what goes out
LINK_CHARACTERS = 1800  # browsers and Outlook end a mailto: link at about 2,000
SHARE = 76 / 78 * 3 / 4  # of a mail's bytes, what base64 leaves for a file


@dataclass(frozen=True)
class MailOrder:
    """What is to be drafted. `build` says how the kit is made; its purpose is "email".

    to: the list of people; without one, a draft without an address. attaches_pdf: else the mail is text alone.
    corrects: the drafts tell those who have the kit that it was corrected.
    """

    build: BuildOrder
    folder: Path | None = None
    to: Path | None = None
    attaches_pdf: bool = True
    corrects: bool = False

    @property
    def own_places(self) -> tuple[Path, ...]:
        """The files and folders that may be read for it (presskit.gate), besides those of the kit."""
        return tuple(path for path in (self.folder, self.to) if path)


@dataclass(frozen=True)
class File:
    """A file that goes with the drafts: as it is, and what is said of it."""

    name: str
    data: bytes
    note: str = ""

    @cached_property
    def part(self) -> bytes:
        """The file as the part of a mail."""
        return attachment(self.name, self.data)

    @property
    def mail_bytes(self) -> int:
        """What the file adds to a mail: itself, and what text and HTML say of it."""
        return len(self.part) + 12 * len(f"{self.name}{self.note}".encode()) + 1000

    @property
    def enclosed(self) -> Enclosed:
        """What a letter says of it."""
        return Enclosed(self.name, len(self.data), self.note)


@dataclass(frozen=True)
class Draft:
    """A draft: its file's name, its person, what it says. `number`: the letter's, counted from 1, on the page.

    words: the language of the salutation.
    """

    name: str
    person: Recipient
    letter: Letter
    number: int
    words: Language
    salutation: str

    @property
    def addressee(self) -> Recipient | None:
        """Who it is addressed to, if anybody."""
        return self.person if self.person.email else None

    @property
    def mailto(self) -> str:
        """A link that starts such a mail: with its text where that fits a link, else with its salutation.

        Why all or nothing: half a release would be sent by somebody who does not look twice.
        """
        head = f"mailto:{quote(self.person.email, safe='@')}?subject={quote(self.letter.subject)}&body="
        whole = head + quote(self.letter.text_for(self.salutation).replace("\n", "\r\n"))
        return whole if len(whole) <= LINK_CHARACTERS else head + quote(f"{self.salutation}\r\n\r\n")


@dataclass(frozen=True)
class Mailed:
    """What was drafted. `largest`: the bytes of the largest draft; the folder is None where none was made.

    unagreed: the people without a draft, because they have not agreed to keep an embargo.
    """

    made: MadeKit
    folder: Path | None
    drafts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    largest: int = 0
    findings: tuple[Finding, ...] = field(default=())
    unagreed: tuple[Recipient, ...] = ()

    @property
    def exit_code(self) -> ExitCode:
        """NOT_READY where there is something to fix: no draft is made then."""
        return ExitCode.NOT_READY if has_errors(self.findings) else ExitCode.DONE


@dataclass(frozen=True)
class Audience:
    """Who gets a draft, and who gets none for not having agreed to keep an embargo."""

    people: tuple[Recipient, ...]
    unagreed: tuple[Recipient, ...] = ()


def make_drafts(order: MailOrder, progress: Progress = silent) -> Mailed:
    """Make a kit and the drafts that send it. Raises PresskitError where none can be made; nothing is written then."""
    with opened(order.build) as found, gate.opened(*order.own_places):
        return _make_drafts(replace(order, build=found), progress)


def _make_drafts(order: MailOrder, progress: Progress) -> Mailed:
    sources = find_sources(order.build.sources)
    folder = order.folder or sources.home / "out" / "drafts"
    if not order.folder:
        files.require_own(folder, sources.home)
        gate.open_also(folder)
    drafts.require_folder(folder, sources.kept)
    list_ = _list(order, folder)
    people, told = _people(list_, order) if list_ else ((NOBODY,), ())
    made = make_kit(order.build, sources, progress)
    findings = (*_undecided(made.findings), *told, *_left_behind(made))
    if has_errors(findings):
        return Mailed(made, None, findings=findings)
    if order.corrects and not any(correction_of(made.kit, one) for one in (None, *made.kit.releases)):
        raise OutputError(finding("m-009", Where(made.kit.folder)))
    audience = Audience(people)
    if made.kit.embargo and list_:
        audience = _agreed(people)
        told = (*told, *_about_embargoes(audience.unagreed, list_))
        findings = (*made.findings, *(strict(told) if order.build.strict else told))
    if not audience.people and list_:
        raise SourceError(finding("m-006", Where(list_), name=list_.name), *findings[len(made.findings) :])
    return _written(order, made, folder, audience, findings)


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


def _list(order: MailOrder, folder: Path) -> Path | None:
    """Return the list of people: the one named, a folder's of drafts; for a correction, that of the drafts before."""
    if order.to and gate.is_folder(order.to):
        return order.to / drafts.SENT_LIST
    before = folder / drafts.SENT_LIST
    return order.to or (before if order.corrects and gate.is_there(before) else None)


def _people(list_: Path, order: MailOrder) -> tuple[tuple[Recipient, ...], tuple[Finding, ...]]:
    """Read the list in a limited process, as every file from elsewhere."""
    start_engine()
    with Workers(1, order.build.limits) as workers:
        blame = finding("s-007", Where(list_), name=list_.name, reason="")
        task = Task("presskit.reading.lists.recipients:read_recipients", (list_,), limits_for([list_]))
        reading = value_of(workers, task, blame)
    found: Sequence[Finding] = reading.findings
    if list_.name == drafts.SENT_LIST:  # our own table: who had two drafts stands there twice, who had none not at all
        found = [item for item in found if item.code == "m-011"]
    return reading.document, strict(found) if order.build.strict else tuple(found)


def _agreed(people: Sequence[Recipient]) -> Audience:
    """Part those who have agreed to keep embargoes from the others."""
    return Audience(
        tuple(person for person in people if person.agreed), tuple(person for person in people if not person.agreed)
    )


def _about_embargoes(unagreed: Sequence[Recipient], list_: Path) -> tuple[Finding, ...]:
    """Return what there is to say of people who have not agreed to keep an embargo; a page and a table name them."""
    if not unagreed:
        return ()
    one = len(unagreed) == 1
    people = f"{'one person has' if one else f'{len(unagreed)} people have'} not agreed to embargoes"
    return (finding("m-003", Where(list_), people=people, them="that person" if one else "them"),)


def _written(
    order: MailOrder,
    made: MadeKit,
    folder: Path,
    audience: Audience,
    findings: tuple[Finding, ...],
) -> Mailed:
    """Write the drafts, one at a time: two hundred of them would fill a memory."""
    kit = made.kit
    enclosed = _enclosed(order, made) if order.attaches_pdf else ()
    letters = _letters(order, kit, audience.people, enclosed)
    listed = [_listed(order, kit, person, letters) for person in audience.people]
    before = drafts.earlier_rows(folder if order.to is None else order.to) if order.corrects else []
    sizes: list[int] = []

    def every_file() -> Iterator[tuple[str, bytes]]:
        for one in listed:
            data = draft(one.letter, one.salutation, one.words, one.addressee, [file.part for file in enclosed])
            sizes.append(len(data))
            yield one.name, data
        for file in enclosed[:1]:
            yield file.name, file.data
        besides = {"size": in_mb(max(sizes)), "unagreed": audience.unagreed}
        with Workers(1, order.build.limits) as workers:
            words = _words(listed, letters, enclosed) | besides
            yield drafts.INDEX, composed(workers, kit, "presskit.composing.mail:drafts_page", words).encode()
        yield drafts.SENT_LIST, drafts.sent_list([*before, *_rows(kit, listed, enclosed)])

    drafts.write_folder(folder, every_file())
    names = tuple(file.name for file in enclosed)
    return Mailed(made, folder, tuple(one.name for one in listed), names, max(sizes), findings, audience.unagreed)


def _enclosed(order: MailOrder, made: MadeKit) -> tuple[File, ...]:
    """Return what is attached: the PDF, and a photo and the logo where the mail has room for them."""
    pdf = File(files.default_name(made.kit), made.linked.pdf)
    left = order.build.mail_limit - mail_bytes(made.kit, made.linked.pdf)
    chosen, taken = [pdf], {pdf.name}
    for file in (_photo(order, made.kit, left), _logo(made.kit)):
        if file and file.mail_bytes <= left:
            name = PurePath(file.name)
            chosen.append(replace(file, name=unique(name.stem, name.suffix, taken)))
            left -= file.mail_bytes
    return tuple(chosen)


def _photo(order: MailOrder, kit: Kit, room: int) -> File | None:
    """Return the kit's first photo, for screens, small enough for the room."""
    photo = next((one for sheet in kit.documents if isinstance(sheet, PhotoSheet) for one in sheet.photos), None)
    most = int((room - OWN_BYTES) * SHARE)
    if not photo or most <= 0:
        return None
    with Workers(1, order.build.limits) as workers:
        blame = finding("s-007", Where(photo.path), name=photo.name, reason="")
        task = Task("presskit.writing.photos:small_enough", (photo, kit.brand, most), limits_for([photo.path]))
        data = value_of(workers, task, blame)
    words = " ".join(filter(None, (photo.caption, photo.credit)))
    return File(portable(f"{photo.path.stem}.jpg"), data, words) if data else None


def _logo(kit: Kit) -> File | None:
    if not kit.brand.logo:
        return None
    name, suffix, data = to_hand_on(kit.brand.logo)
    return File(portable(f"{name}{suffix}"), data)


def _letters(order: MailOrder, kit: Kit, people: Sequence[Recipient], enclosed: Sequence[File]) -> Mapping[str, Letter]:
    """Return the letters that people get, by the short name of the document that leads each."""
    leads = {_slug(lead): lead for person in people for lead in [_lead(order, kit, person)]}
    told = [file.enclosed for file in enclosed]
    with Workers(order.build.jobs, order.build.limits) as workers:
        every = [(lead, told) for lead in leads.values()]
        letters = composed_all(workers, kit, "presskit.writing.letters:write_letter", every, corrected=order.corrects)
    return dict(zip(leads, letters, strict=True))


def _lead(order: MailOrder, kit: Kit, person: Recipient) -> Document | None:
    return lead_of(kit, person.language, corrected=order.corrects)


def _slug(lead: Document | None) -> str:
    return lead.slug if lead else ""


def _listed(order: MailOrder, kit: Kit, person: Recipient, letters: Mapping[str, Letter]) -> Draft:
    slug = _slug(_lead(order, kit, person))
    letter, number = letters[slug], list(letters).index(slug) + 1
    greeting = salutation_of(person if person.email else None, language_of(person, letter.language))
    name = drafts.draft_name(person) if person.email else f"{PurePath(files.default_name(kit)).stem}.eml"
    return Draft(name, person, letter, number, greeting.language, greeting.words)


def _words(listed: Sequence[Draft], letters: Mapping[str, Letter], enclosed: Sequence[File]) -> dict[str, object]:
    """Return what the page of all drafts is filled with, by the names in its template."""
    return {
        "drafts": listed,
        "letters": tuple(letters.values()),
        "file": enclosed[0].name if enclosed else None,
        "most": f"{LINK_CHARACTERS:,}",
    }


def _rows(kit: Kit, listed: Sequence[Draft], enclosed: Sequence[File]) -> Iterator[tuple[str, ...]]:
    """Yield a row of the sent list for each draft."""
    day = kit.date.isoformat() if kit.date else ""
    file = (enclosed[0].name, hashlib.sha256(enclosed[0].data).hexdigest()) if enclosed else ("", "")
    for one in listed:
        person = one.person
        own = (person.last_name, person.first_name, person.email, person.outlet, person.language, person.salutation)
        yield (one.name, *own, "yes" if person.agreed else "", one.letter.subject, day, *file)
