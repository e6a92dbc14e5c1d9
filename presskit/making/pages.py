"""A kit's documents become pages, and the pages one PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from presskit import __version__
from presskit.checking.promises import DRAFT, Promises
from presskit.composing.documents import kit_around
from presskit.composing.look.setting import Setting
from presskit.composing.parts.bounds import Work, blamed, limits_of, unfit
from presskit.composing.parts.groups import bound_slug, years_of
from presskit.composing.parts.paging import Placed, placed, stamped_pages
from presskit.composing.parts.parts import ComposedPart
from presskit.composing.parts.sharing import has_closing, has_contents, is_listed_on_cover, printed
from presskit.errors import BREAKDOWNS, RenderingError
from presskit.findings import Finding, Where, finding
from presskit.fonts import by_pdf_name
from presskit.linking import BoundFile, Enclosed, KitMetadata, LinkablePart, LinkedKit
from presskit.model import Kit
from presskit.names import brief
from presskit.outcomes import Progress, raise_problems, silent
from presskit.printing.sheets import blanks_before
from presskit.rendering.cache import Cache
from presskit.rendering.parts import Press, RenderedPart
from presskit.rendering.pictures import Resolution
from presskit.working.workers import Limits, Task, Workers
from presskit.writing import archive

COMPOSE_DOCUMENT = "presskit.composing.documents:compose_document"
COMPOSE_COVER = "presskit.composing.frame:compose_cover"
COMPOSE_CONTENTS = "presskit.composing.frame:compose_contents"
COMPOSE_STAMPS = "presskit.composing.frame:compose_stamps"
STAMPED_PAGES = 12  # whose lines are laid out as one document, so that every worker has some to do
MOST_NUMBERINGS = 3


@dataclass(frozen=True)
class Made:
    """A document that is composed and rendered. is_new: it was laid out for this kit, and not found finished."""

    composed: ComposedPart
    rendered: RenderedPart
    is_new: bool = False


def make_body(
    workers: Workers, kit: Kit, press: Press, progress: Progress, meanwhile: Callable[[], object] | None = None
) -> list[Made]:
    """Compose and render what can be before any page number is known; RenderingError with all that failed.

    meanwhile: what this process does while workers make the first documents.
    """
    return make_pages(workers, body_of(kit, _headlines_pt(workers, kit)), press, progress, meanwhile)


def _headlines_pt(workers: Workers, kit: Kit) -> float | None:
    """Return the size of all headlines; None where there is one release, or they cannot be measured.

    Each release then measures its own, and what is wrong is told of it.
    """
    if len(kit.releases) < 2:
        return None
    bare = replace(kit, documents=tuple(replace(release, body=(), notes=()) for release in kit.releases))
    [measured] = workers.run([Task("presskit.composing.headlines:headlines_pt", (bare,), is_kept=True)])
    size_pt: float | None = measured.value
    return size_pt


def body_of(kit: Kit, headlines_pt: float | None = None) -> list[Work]:
    """Return what can be composed before any page number is known: all but the last contents and the page lines."""
    body: list[Work] = [(COMPOSE_DOCUMENT, (kit_around(kit, one), one, headlines_pt)) for one in printed(kit)]
    if kit.alone:
        return body
    contents: list[Work] = [(COMPOSE_CONTENTS, (kit,))] if has_contents(kit) else []
    closing: list[Work] = [("presskit.composing.frame:compose_closing", (kit,))] if has_closing(kit) else []
    return [(COMPOSE_COVER, (kit,)), *contents, *body, *closing]


def press_for(kit: Kit, resolution: Resolution, cache: Cache, scale: float = 1.0) -> Press:
    """Return how documents of a kit are made that are linked afterwards."""
    return Press(
        kit.brand.folder,
        resolution,
        cache,
        scale,
        frozenset(faces_of(kit)),
        "presskit.linking.structuring.telling:told",
    )


def make_pages(
    workers: Workers,
    work: Sequence[Work],
    press: Press,
    progress: Progress,
    meanwhile: Callable[[], object] | None = None,
) -> list[Made]:
    """Compose and render documents in parallel, the longest first; RenderingError with all that failed."""
    limits = [limits_of(each) for each in work]
    # What stands around the documents is short, however much it tells of them: it comes after them.
    order = sorted(range(len(work)), key=lambda index: (work[index][0] != COMPOSE_DOCUMENT, -limits[index].cpu_s))
    tasks = [
        Task("presskit.rendering.parts:make_part", (work[index], press), limits[index], is_kept=True) for index in order
    ]
    outcomes = workers.run(tasks, lambda done: progress("Laying out", done + 1, len(tasks)), meanwhile=meanwhile)
    in_turn = [outcome for _, outcome in sorted(zip(order, outcomes, strict=True), key=itemgetter(0))]
    raise_problems(in_turn, [unfit(each) for each in work])
    return [
        Made(composed, rendered, rendered.is_new and not is_known)
        for (composed, rendered), is_known in ((outcome.value, outcome.is_known) for outcome in in_turn)
    ]


def said_of(made: Sequence[Made]) -> tuple[Finding, ...]:
    """Return what composing found and what the page engine logged."""
    findings: list[Finding] = []
    for part in made:
        findings += part.composed.findings
        findings += [
            finding("b-008", Where(part.composed.source), title=part.composed.title, message=message)
            for message in part.rendered.messages
        ]
    return (*findings, *_tightened(made))


def _tightened(made: Sequence[Made]) -> tuple[Finding, ...]:
    """Return which documents are set tighter than their theme says."""
    titles = [f"“{part.composed.title}”" for part in made if part.rendered.step]
    return (finding("b-016", titles=", ".join(titles)),) if titles else ()


def blamed_for(kit: Kit, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings about a PDF; of pages without tags the brand's own style is told, which must have hidden them.

    presskit's own templates and styles leave no page without.
    """
    untagged = any(item.code == "p-005" for item in found)
    own = _own_faults(kit, "what is on its pages is not read aloud") if untagged else []
    return tuple(dict.fromkeys(each for item in found for each in (own if own and item.code == "p-005" else [item])))


def _own_faults(kit: Kit, reason: str) -> list[Finding]:
    """Return b-011 about the brand's own style or template, with a reason; nothing where all are presskit's."""
    told = (unfit(work, reason) for work in body_of(kit))
    first = next((problem for problem in told if problem.code == "b-011"), None)
    return [first] if first else []


def places_of(kit: Kit, made: Sequence[Made], *, right_hand: bool = False) -> tuple[Placed, ...]:
    """Set the documents in their places; RenderingError f-005 where a booklet would be too thick."""
    parts = [(part.composed, part.rendered.pages) for part in made]
    is_booklet = kit.purpose == "booklet"
    places = placed(parts, blanks_before([n for _, n in parts], right_hand=right_hand, booklet=is_booklet))
    return tuple(replace(place, course=part.rendered.course) for place, part in zip(places, made, strict=True))


def link_pages(
    workers: Workers, kit: Kit, made: Sequence[Made], press: Press, *, right_hand: bool
) -> tuple[LinkedKit, tuple[Made, ...]]:
    """Make what tells page numbers, the contents and the page lines, and link all to one PDF.

    Returns the PDF, and the documents it is made of.
    """
    made, places, stamped = numbered(workers, kit, made, press, right_hand=right_hand)
    enclosed = enclosed_in(workers, kit) if kit.purpose == "archive" else None
    linked: list[LinkedKit] = _done(workers, [kit], [linking_task(kit, made, places, stamped, enclosed)])
    return linked[0], made


def enclosed_in(workers: Workers, kit: Kit) -> tuple[Enclosed, ...]:
    """Return the texts that an archive keeps within a kit's PDF."""
    compose = "presskit.writing.enclosed:enclosed_texts"
    [texts] = _done(workers, [kit], [Task(compose, (kit,), limits_of((compose, (kit, kit.documents))))])
    return tuple(texts)


def numbered(
    workers: Workers, kit: Kit, made: Sequence[Made], press: Press, *, right_hand: bool
) -> tuple[tuple[Made, ...], tuple[Placed, ...], list[Made]]:
    """Return the documents with contents that tell their pages, their places, and the lines of all pages.

    All are made at once, as if the contents with page numbers filled as many pages as those without; where they do
    not, every number is another, and all are made anew.
    """
    place = 1 if has_contents(kit) else 0
    for _ in range(MOST_NUMBERINGS):
        places = places_of(kit, made, right_hand=right_hand)
        first_pages = {place.composed.slug: place.first for place in places} | bound_pages(kit, places)
        contents = contents_of(kit, first_pages)
        done = make_pages(workers, [*contents, *stamps_of(kit, places)], press, silent)
        made = (*made[:place], *done[: len(contents)], *made[place + len(contents) :])
        if [part.rendered.pages for part in made] == [place.pages for place in places]:
            break
    return tuple(made), places, done[len(contents) :]


def bound_pages(kit: Kit, places: Sequence[Placed]) -> dict[str, int]:
    """Return the first page of each PDF that is bound in, behind the kit's own, by what it is known."""
    firsts = accumulate((one.pages for one in kit.bound), initial=places[-1].first + places[-1].pages)
    return {bound_slug(place): first for place, (_, first) in enumerate(zip(kit.bound, firsts, strict=False))}


def bind(workers: Workers, kit: Kit, linked: LinkedKit) -> LinkedKit:
    """Return a kit's PDF with those of others behind its pages."""
    if not kit.bound:
        return linked
    paper = Setting(kit, kit.language).paper
    size_pt = (paper.width_pt, paper.height_pt)
    files = [
        BoundFile(one.path, one.title, bound_slug(place), size_pt if one.bind == "scaled" else None)
        for place, one in enumerate(kit.bound)
    ]
    task = Task(
        "presskit.linking.binding.bound:bind", (linked, files), _limits_for(sum(one.pages for one in kit.bound))
    )
    whole: list[LinkedKit] = _done(workers, [kit], [task])
    return whole[0]


def contents_of(kit: Kit, first_pages: Mapping[str, int]) -> list[Work]:
    """Return what tells the first pages of documents: the page of contents, or the cover of a kit of few documents."""
    if has_contents(kit):
        return [(COMPOSE_CONTENTS, (kit, first_pages))]
    return [(COMPOSE_COVER, (kit, first_pages))] if is_listed_on_cover(kit) else []


def stamps_of(kit: Kit, places: Sequence[Placed]) -> list[Work]:
    """Return the page lines of a kit as documents of a bounded number of pages; they say nothing of what is on them.

    Why: laid out as one, they hold up all workers but one, those of 500 releases for a minute.
    """
    pages, bare = stamped_pages(kit, places), replace(kit, documents=())
    return [
        (COMPOSE_STAMPS, (bare, pages[start : start + STAMPED_PAGES])) for start in range(0, len(pages), STAMPED_PAGES)
    ]


def linking_task(
    kit: Kit,
    made: Sequence[Made],
    places: Sequence[Placed],
    stamped: Sequence[Made],
    enclosed: Sequence[Enclosed] | None = None,
) -> Task:
    """Return the task of linking documents and laying the page lines on them.

    enclosed: the texts that an archive keeps within the file; None for a file that is for no archive.

    Raises RenderingError where there is not a page of lines for each.
    """
    pages, filled = (sum(part.rendered.pages for part in parts) for parts in (made, stamped))
    if filled != pages:
        reason = f"the lines of the pages fill {filled:,} pages, and the kit has {pages:,}"
        raise RenderingError(unfit((COMPOSE_STAMPS, (kit,)), reason))
    years = years_of(kit)
    parts = [
        LinkablePart(
            place.composed.slug,
            place.composed.title,
            place.composed.language,
            part.rendered.pdf,
            place.blanks,
            years.get(place.composed.slug, ""),
        )
        for part, place in zip(made, places, strict=True)
    ]
    stamps = [lines.rendered.pdf for lines in stamped]
    bound = {bound_slug(place): one.title for place, one in enumerate(kit.bound)}
    given = (parts, stamps, metadata_of(kit), faces_of(kit), enclosed, bound)
    return Task("presskit.linking.linker:link", given, _limits_for(pages))


def faces_of(kit: Kit) -> Mapping[str, Path]:
    """Return the files of all typefaces of a kit, by their names in a PDF; the linker puts in those that are used."""
    return by_pdf_name(Setting(kit, kit.language).faces)


def read_back(workers: Workers, kit: Kit, linked: LinkedKit, promises: Promises) -> tuple[Finding, ...]:
    """Return what is wrong with a kit's PDF; two processes read it, each for one half of the checks."""
    limits = _limits_for(linked.pages)
    halves = [
        Task("presskit.checking.pdf:check_made", (linked.pdf, promises), limits),
        Task("presskit.checking.pdf:find_unreadable", (linked.pdf,), limits),
    ]
    return tuple(item for found in _done(workers, [kit, kit], halves) for item in found)


def _limits_for(pages: int) -> Limits:
    """Return what linking or checking so many pages may use. Measured: 3 to 60 ms a page; a machine may be slower."""
    cpu_s = 30 + pages // 4
    return Limits(wall_s=5.0 * cpu_s, cpu_s=cpu_s)


def _done(workers: Workers, kits: Sequence[Kit], tasks: Sequence[Task]) -> list[Any]:
    """Return what came of the tasks, one for each kit; RenderingError with the kits that could not be made."""
    try:
        outcomes = workers.run(tasks)
    except BREAKDOWNS as error:
        reason = f"its pages cannot be put together ({type(error).__name__}: {brief(error)})"
        own = [problem for kit in kits for problem in _own_faults(kit, reason)]
        if not own:  # a mistake of presskit's
            raise
        raise RenderingError(own[0]) from error
    raise_problems(outcomes, [blamed(kit.title, None, None) for kit in kits])
    return [outcome.value for outcome in outcomes]


def metadata_of(kit: Kit) -> KitMetadata:
    """Return what the PDF says about itself."""
    return KitMetadata(
        title=kit.title,
        language=kit.language,
        creator=f"presskit {__version__}",
        author=kit.brand.name,
        subject=kit.summary,
        created=kit.date,
        keywords=(DRAFT,) if kit.draft else (),
        is_printed=kit.is_for_office,
        stated=kit.stated,
    )


def make_alone(workers: Workers, kit: Kit, press: Press, progress: Progress) -> dict[str, bytes]:
    """Return the PDF of each document as it is when it is built alone, by the document's short name."""
    kits = [archive.one_alone(kit, document) for document in kit.documents]
    work = [(COMPOSE_DOCUMENT, (one, one.documents[0])) for one in kits]
    made = [[part] for part in make_pages(workers, work, press, progress)]
    places = [places_of(one, parts) for one, parts in zip(kits, made, strict=True)]
    stamps = [stamps_of(one, place) for one, place in zip(kits, places, strict=True)]
    stamped = iter(make_pages(workers, [work for lines in stamps for work in lines], press, silent))
    together = zip(kits, made, places, stamps, strict=True)
    tasks = [
        linking_task(one, parts, place, list(islice(stamped, len(lines)))) for one, parts, place, lines in together
    ]
    linked = _done(workers, kits, tasks)
    return {one.documents[0].slug: each.pdf for one, each in zip(kits, linked, strict=True)}
