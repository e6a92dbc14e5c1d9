"""What `check` does: a kit is made in memory and judged; a finished PDF is read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from presskit import gate
from presskit.checking.blame import UNCLEAR
from presskit.checking.preflight import Press, preflight
from presskit.checking.promises import Promises, promises_of
from presskit.checking.sent import look_at_sent
from presskit.comparing.readers import Readers
from presskit.errors import NotReadyError
from presskit.findings import Finding, Where, finding, has_errors, strict
from presskit.fonts import by_pdf_name, shipped_faces
from presskit.mailing import make_drafts
from presskit.mailing.copying import MOST_CHARACTERS, copier_for
from presskit.mailing.orders import MailOrder
from presskit.making.build import make_kit, make_words, read_kit
from presskit.making.orders import BuildOrder, MadeKit, ReadKit, opened
from presskit.making.outputs import output_of, pack, web_page
from presskit.making.stated import as_options, made_as, read_statement
from presskit.names import address
from presskit.outcomes import Progress, value_of
from presskit.sorting.sources import find_sources
from presskit.unpacking import is_named_zip
from presskit.working.workers import READING, Task, Workers, limits_for
from presskit.writing.files import KINDS
from presskit.writing.mails.drafts import MERGE

ANY = Promises(faces=frozenset(by_pdf_name(shipped_faces())), final=True)  # what every finished PDF must hold
PRELOADED = ("presskit.checking.files", "presskit.comparing.zips", "presskit.comparing.drafts")
SAME = "p-029"  # a file is its kit, byte for byte
ENDED = "c-031"  # an embargo that is over: the kit's pages still say it, and nothing else tells that they should not
UNCOMPARED = "p-039"
UNSTATED = "it does not say how it was made, so only its releases were, word for word"
SAY_HOW = "Say how it was made, as to “build”: --for, --paper, --theme. Then all of it is compared."
UNLISTED = f"the table of the people it goes to ({MERGE}) does not lie beside it"
DRAFT = ".eml"
KEEP_TOGETHER = "Check the folder of drafts as “mail” wrote it."
CHECKED_S_PER_MB = 5.0  # a page takes a tenth of a second to look at for print, and may be 10 kB


def check_kit(order: BuildOrder, progress: Progress) -> tuple[tuple[Finding, ...], MadeKit | None]:
    """Return everything there is to say about a kit, and about its pages on paper; nothing is written.

    With it the kit as it was made; None where none could be.
    """
    try:
        with opened(order) as found:
            made = make_kit(found, find_sources(found.sources), progress)
    except NotReadyError as error:
        return tuple(error.problems), None
    if order.purpose not in ("print", "shop"):
        return made.findings, made
    # What the build has said of a picture by its name, and of colours without a profile, is not said again.
    said = {"f-007"} | ({"f-008"} if any(item.code == "f-002" for item in made.findings) else set())
    told = tuple(item for item in preflight(made.pdf, order.purpose) if item.code not in said)
    return (*made.findings, *(strict(told) if order.strict else told)), made


def check_print(path: Path, press: Press, *, strict_: bool) -> tuple[Finding, ...]:
    """Return what a PDF, from presskit or from anywhere, would be sent back for in print."""
    with gate.opened(path):
        found = _checked(path, Task("presskit.checking.files:look_at_print", (path, press)))
    return strict(found) if strict_ else found


def check_file(
    path: Path,
    against: BuildOrder | None,
    *,
    strict_: bool,
    progress: Progress,
    given: Mapping[str, Any] | None = None,
) -> tuple[Finding, ...]:
    """Return what is wrong with a PDF, a text, a web page or a ZIP; `against` tells the kit it is said to be of.

    A text or a page holds nothing that could be judged without its kit.
    given: how it was made, by the names of BuildOrder's fields, where a person says so and the file does not.
    """
    with gate.opened(path), opened(against) if against else nullcontext() as kit:
        if not gate.is_folder(path):
            gate.require_file(path)
        try:
            found = _look_at(path, kit, given or {}, progress)
        except NotReadyError as error:  # nothing can be made of the kit, and so no file is its
            found = tuple(error.problems)
        home = find_sources(kit.sources).folder if kit else None
        differs = has_errors(found) or any(item.code == UNCOMPARED for item in found)
        found = (*look_at_sent(path, home, differs=differs), *found)
    return strict(found) if strict_ else found


def _look_at(path: Path, kit: BuildOrder | None, given: Mapping[str, Any], progress: Progress) -> tuple[Finding, ...]:
    if kit and (gate.is_folder(path) or path.suffix.lower() == ".eml"):
        return _look_at_drafts(path, kit, progress)
    if is_named_zip(path):
        return _look_at_zip(path, kit, progress)
    if kit and path.suffix.lower() == ".pdf":
        return _look_at_pdf(path, kit, given, progress)
    if kit:
        return _look_at_text(path, kit, progress)
    if gate.is_folder(path) or path.suffix.lower() != ".pdf":  # one of those that were sent
        return ()
    return _look_at_file(path, kit, progress)


def _look_at_pdf(path: Path, against: BuildOrder, given: Mapping[str, Any], progress: Progress) -> tuple[Finding, ...]:
    """Return how a PDF differs from what its kit gives today, which is made anew as the file was, and not written."""
    said = _stated(path)
    if said is None and not given:
        unstated = finding("p-039", Where(path), name=path.name, reason=UNSTATED, hint=SAY_HOW)
        return (unstated, *_look_at_file(path, against, progress))
    person = _person(path)
    order = replace(made_as(against, said or {}, given), binds=not person)
    made = make_kit(order, find_sources(order.sources), progress)
    pdf = copier_for(made, order).copy(person) if person else made.pdf
    whose = (finding("m-017", Where(path), name=path.name, person=person),) if person else ()
    if gate.bytes_of(path) == pdf:
        draft = (finding("p-013"),) if made.kit.draft else ()
        how = "“personal”" if person else f"“{as_options(order)}”"
        compared = tuple(item.at(path) for item in (*draft, finding(SAME, name=path.name, how=how)))
    else:
        promises = Promises(faces=made.promises.faces, final=True)
        compared = _checked(path, Task("presskit.comparing.finished:compare_pdf", (path, pdf, promises)))
    return _with_kit(made.findings, (*whose, *compared))


def _with_kit(findings: Sequence[Finding], compared: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return how a file differs from its kit made anew, below what is said of the kit and is true of the file too.

    All that is to fix and to look at where it is the kit byte for byte, else what is said of pages may be of others:
    its errors alone then, what it lacks, an embargo that is over.
    """
    is_same = any(item.code == SAME for item in compared)
    told = [item for item in findings if item.severity != "note" and (is_same or item.severity == "error")]
    ended = [item for item in findings if item.code == ENDED]
    return tuple(dict.fromkeys((*told, *ended, *_left_behind(findings), *compared)))


def _look_at_zip(path: Path, against: BuildOrder | None, progress: Progress) -> tuple[Finding, ...]:
    """Return what is wrong with a ZIP; the kit it is said to be of is made and packed again, and not written."""
    if against is None:
        return _checked(path, Task("presskit.checking.archive:check_archive", (path, ANY)))
    order = made_as(against, _stated(path) or {}, {})
    made = make_kit(order, find_sources(order.sources), progress)
    promises = Promises(faces=made.promises.faces, final=True)
    task = Task("presskit.comparing.zips:compare_zip", (path, promises, pack(made, order, progress)))
    return _with_kit(made.findings, _checked(path, task))


def _look_at_text(path: Path, against: BuildOrder, progress: Progress) -> tuple[Finding, ...]:
    """Return how a text or a web page differs from what its kit gives today, in each way in which it may be made."""
    order = replace(made_as(against, _stated(path) or {}, {}), output=path, embargoed=True)
    made = make_words(order, find_sources(order.sources), progress)
    draft = (finding("p-013"),) if made.kit.draft else ()
    task = Task("presskit.comparing.texts:compare_text", (path, _texts(made, path, order)))
    return _with_kit(made.findings, (*draft, *_checked(path, task)))


def _texts(made: MadeKit, path: Path, order: BuildOrder) -> list[bytes]:
    """Return a text as it is and in ASCII; a web page beside the files that it links to, which may be gone."""
    if path.suffix.lower() == ".txt":
        fresh = [output_of(made, path, replace(order, ascii=plain)) for plain in (False, True)]
    else:
        with Workers(order.jobs, order.limits) as workers:
            page = gate.text_of(path)
            beside = [twin for kind in KINDS if f'href="{address(twin := path.with_suffix(kind).name)}"' in page]
            fresh = [web_page(workers, made.kit, order, beside)]
    return [one for one in fresh if isinstance(one, bytes)]


def _look_at_drafts(path: Path, against: BuildOrder, progress: Progress) -> tuple[Finding, ...]:
    """Return how drafts (a folder of them, or one) differ from those that the kit gives to the same people today."""
    folder = path if gate.is_folder(path) else path.parent
    with gate.opened(folder), TemporaryDirectory() as place, gate.opened(Path(place)):
        readers = _readers(folder)
        chosen = [name for name in readers if path in (folder, folder / name)]
        if not chosen or not gate.is_file(folder / MERGE):
            return (finding("p-039", Where(path), name=path.name, reason=UNLISTED, hint=KEEP_TOGETHER),)
        mailed = make_drafts(_mailed_as(folder, readers, Path(place) / "drafts", against), progress)
        twins = _twins(readers, mailed.folder) if mailed.folder else {}
        promises = Promises(faces=mailed.made.promises.faces, final=True)
        differing = [item for name in chosen for item in _look_at_draft(folder / name, twins.get(name), promises)]
    same = () if differing else (finding(SAME, Where(path), name=path.name, how="“mail”"),)
    return _with_kit(mailed.findings, (*differing, *same))


def _readers(folder: Path) -> Mapping[str, Readers]:
    """Return who reads each draft of a folder, by the draft's name."""
    drafts = [path for path in gate.files_in(folder) if path.suffix.lower() == DRAFT]
    limits = limits_for(drafts, s_per_mb=CHECKED_S_PER_MB)
    with Workers(1, preload=PRELOADED) as workers:
        blame = finding("p-019", Where(folder), name=folder.name, reason="")
        every = value_of(workers, Task("presskit.comparing.drafts:readers_of", (tuple(drafts),), limits), blame)
    return {path.name: readers for path, readers in zip(drafts, every, strict=True)}


def _twins(readers: Mapping[str, Readers], fresh: Path) -> dict[str, Path]:
    """Return the fresh draft for each, by its name: the one to the same people, else the one of the same name."""
    by_people = {one.who: fresh / name for name, one in _readers(fresh).items()}
    return {name: by_people.get(one.who, fresh / name) for name, one in readers.items()}


def _mailed_as(folder: Path, readers: Mapping[str, Readers], place: Path, against: BuildOrder) -> MailOrder:
    """Return the order that writes a folder of drafts again, to the same people and with the same PDF."""
    pdf = next((path for path in gate.files_in(folder) if path.suffix.lower() == ".pdf"), None)
    build = made_as(replace(against, purpose="email" if pdf else "screen"), (_stated(pdf) if pdf else None) or {}, {})
    people = folder / MERGE if any(one.who for one in readers.values()) else None
    together = any(one.is_hidden for one in readers.values())
    personal = bool(pdf and people and _person(pdf))
    return MailOrder(build, place, people, attaches_pdf=bool(pdf), together=together, personal=personal, is_trial=True)


def _look_at_draft(path: Path, twin: Path | None, promises: Promises) -> tuple[Finding, ...]:
    if twin is None or not gate.is_there(twin):
        return (finding("p-037", Where(path), difference=f"{path.name}: the kit gives no such draft today"),)
    task = Task("presskit.comparing.drafts:compare_draft", (path, gate.bytes_of(twin), promises))
    return _checked(path, task)


def _stated(path: Path) -> Mapping[str, Any] | None:
    return read_statement(_value(path, Task("presskit.checking.files:statement_of", (path,))))


def _person(path: Path) -> str:
    """Return whose copy a PDF says it is, as far as a copy can say it; empty where it is nobody's."""
    person: str = _value(path, Task("presskit.checking.files:person_of", (path,)))
    return person[:MOST_CHARACTERS]


def _look_at_file(path: Path, against: BuildOrder | None, progress: Progress) -> tuple[Finding, ...]:
    if against is None:
        return _checked(path, Task("presskit.checking.files:look_at_file", (path, ANY, None)))
    read = _read(against, progress)
    promises = replace(promises_of(read.kit), final=True)
    return (
        *_left_behind(read.findings),
        *_checked(path, Task("presskit.checking.files:look_at_file", (path, promises, read.kit))),
    )


def _left_behind(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return what a kit lacks of its folder, and unclear embargoes: a file of the kit lacks and hides the same."""
    told = (item for item in findings if item.code.startswith("s-") or item.code in UNCLEAR)
    return tuple(item for item in told if item.severity != "note")


def _checked(path: Path, task: Task) -> tuple[Finding, ...]:
    """Return what a task finds wrong with a file."""
    return tuple(item.at(path) for item in _value(path, task))


def _value(path: Path, task: Task) -> Any:
    """Return what a task makes of a file; it comes from anywhere, and is opened in a limited process."""
    gate.require_file(path)
    limits = limits_for([path], s_per_mb=CHECKED_S_PER_MB)
    with Workers(1, preload=PRELOADED) as workers:
        blame = finding("p-019", Where(path), name=path.name, reason="")
        return value_of(workers, replace(task, limits=limits), blame)


def _read(order: BuildOrder, progress: Progress) -> ReadKit:
    """Return a kit as it is now; no page is made."""
    with Workers(order.jobs, order.limits, preload=READING) as workers:
        return read_kit(workers, order, find_sources(order.sources), progress)
