"""The whole way from sources to a press kit, in functions that read aloud."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from presskit import __version__, budget, libraries
from presskit.checking import embargoes
from presskit.checking.content import check_content
from presskit.checking.pdf import check_pdf
from presskit.checking.promises import DRAFT, Promises, promises_of
from presskit.composing import frame
from presskit.composing.documents import compose_document
from presskit.composing.languages import language
from presskit.composing.page import Picture
from presskit.composing.paging import Placed, placed, stamped_pages
from presskit.composing.parts import ComposedPart, title_of
from presskit.composing.setting import Setting
from presskit.composing.shapes import shape_of
from presskit.composing.web import page_pictures
from presskit.errors import ExitCode, NotReadyError, SettingsError, SourceError
from presskit.findings import Finding, Where, finding, has_errors, strict
from presskit.fonts import by_pdf_name
from presskit.intake import Progress, raise_problems, read_sources, settings_of, silent
from presskit.linking import KitMetadata, LinkablePart, LinkedKit, link
from presskit.model import Document, Kit, Purpose
from presskit.printing.imposition import Booklet, impose
from presskit.printing.order import order_text
from presskit.printing.profiles import read_profile
from presskit.printing.purposes import made_for
from presskit.printing.sharpness import coarse_pictures
from presskit.printing.sheets import blanks_before
from presskit.printing.shop import MOST_INK_PERCENT, Printer, ShopFile, print_for_shop
from presskit.reading.kit import assemble
from presskit.reading.sources import Sources, find_sources
from presskit.rendering.cache import Cache
from presskit.rendering.fontlist import default_cache_folder, use_own_typefaces
from presskit.rendering.parts import Press, RenderedPart, make_part
from presskit.rendering.pictures import EMAIL, PRESS, SCREEN, WEB_PT, WEB_SMALL_PT, Resolution, prepare_for_web
from presskit.workers import Limits, Task, Workers
from presskit.writing import archive, files, photos, text, web


@dataclass(frozen=True)
class BuildOrder:
    """What is to be built. `output` None means the default name in the kit's folder "out"; its ending says what it is.

    mail_limit: how many bytes a mail with the kit may have, where it is for "email".
    sheet: what a booklet is folded of; None is the paper of the kit. right_hand: each document begins on such a page.
    For a print shop: bleed_mm (None: what is usual for the paper), icc (the printer's profile) and max_ink_percent.
    ascii: a text's punctuation is ASCII only. embargoed: what anyone could publish is written in spite of an embargo.
    now: the moment (aware) against which embargoes are held; None for the clock's, on which no byte depends.
    """

    sources: tuple[Path, ...]
    output: Path | None = None
    paper: str | None = None
    theme: str | None = None
    jobs: int | None = None
    use_cache: bool = True
    strict: bool = False
    limits: Limits = field(default_factory=Limits)
    purpose: Purpose = "screen"
    mail_limit: int = 10_000_000
    ascii: bool = False
    embargoed: bool = False
    now: datetime | None = None
    sheet: str | None = None
    right_hand: bool = False
    bleed_mm: float | None = None
    icc: Path | None = None
    max_ink_percent: float = MOST_INK_PERCENT


@dataclass(frozen=True)
class Made:
    """A document that is composed and rendered."""

    composed: ComposedPart
    rendered: RenderedPart


@dataclass(frozen=True)
class MadeKit:
    """A linked kit in memory, the sources it was made of, and everything there is to say about it.

    press: how its pages were made. pictures: what they show, each in the size it is shown in.
    mail_bytes: the bytes of a mail with it, where it was made for one.
    """

    kit: Kit
    sources: Sources
    linked: LinkedKit
    promises: Promises
    findings: tuple[Finding, ...]
    press: Press
    pictures: tuple[Picture, ...]
    mail_bytes: int | None = None
    printed: ShopFile | Booklet | None = None

    @property
    def pdf(self) -> bytes:
        """The file that is written."""
        return self.printed.pdf if self.printed else self.linked.pdf

    @property
    def booklet(self) -> Booklet | None:
        """The booklet, where it is one."""
        return self.printed if isinstance(self.printed, Booklet) else None

    @property
    def sides(self) -> int:
        """How many sides of paper are printed."""
        return 2 * self.booklet.sheets if self.booklet else self.linked.pages

    @property
    def exit_code(self) -> ExitCode:
        """NOT_READY where there is an error among the findings."""
        return ExitCode.NOT_READY if has_errors(self.findings) else ExitCode.DONE


def build(order: BuildOrder, progress: Progress = silent) -> tuple[MadeKit, Path]:
    """Build a kit and write it; return it with the path of the file. Raises PresskitError where none can be made."""
    sources = find_sources(order.sources)
    if order.output:
        files.require_writable(order.output, sources.kept)
    made = make_kit(order, sources, progress)
    path = order.output or files.for_purpose(files.default_path(made.kit), made.kit.purpose)
    path = files.with_draft(path, draft=has_errors(made.findings))
    files.require_writable(path, sources.kept)
    if isinstance(made.printed, ShopFile):
        beside = files.order_path(path)
        files.require_writable(beside, sources.kept)
        files.write(beside, order_text(made.kit, made.printed, path.name).encode())
    files.write(path, output_of(made, path, order, progress))
    return made, path


def output_of(made: MadeKit, path: Path, order: BuildOrder, progress: Progress = silent) -> bytes | files.Filling:
    """Return what is written to `path`, whose ending says what it is; for a large file, the function that writes it."""
    match path.suffix.lower():
        case ".txt":
            return text.kit_text(made.kit, ascii_only=order.ascii).encode()
        case ".zip":
            return partial(archive.write, pack(made, order, progress), made.kit)
        case ".html":
            beside = [twin.name for ending in files.KINDS if (twin := path.with_suffix(ending)).is_file()]
            return web.kit_page(made.kit, web_pictures(made.kit, order), beside)
        case _:
            return made.pdf


def pack(made: MadeKit, order: BuildOrder, progress: Progress = silent) -> tuple[archive.Entry, ...]:
    """Return the files of a kit's ZIP: each document is made alone too, each photo in two sizes."""
    kit, cache = made.kit, Cache(default_cache_folder(), order.use_cache)
    with Workers(order.jobs, order.limits) as workers:
        alone = {} if kit.alone else _make_alone(workers, kit, Press(kit.brand.folder, SCREEN, cache), progress)
        shown = archive.photos_of(kit)
        tasks = [Task(photos.pack, (photo, kit.brand, cache)) for photo in shown]
        outcomes = workers.run(tasks, lambda done: progress("Packing", done + 1, len(tasks)))
    raise_problems(outcomes, [finding("s-007", Where(photo.path), name=photo.name, reason="") for photo in shown])
    packed = [outcome.value for outcome in outcomes]
    return archive.entries(kit, made.linked.pdf, alone, packed, web_pictures(kit, order))


def _make_alone(workers: Workers, kit: Kit, press: Press, progress: Progress) -> dict[str, bytes]:
    """Return the PDF of each document as it is when it is built alone, by the document's short name."""
    kits = [archive.one_alone(kit, document) for document in kit.documents]
    work = [(compose_document, (one, one.documents[0])) for one in kits]
    made = [[part] for part in _make(workers, work, press, progress)]
    places = [_places(one, parts) for one, parts in zip(kits, made, strict=True)]
    stamps = [(frame.compose_stamps, (one, stamped_pages(one, place))) for one, place in zip(kits, places, strict=True)]
    stamped = _make(workers, stamps, press, silent)
    together = zip(kits, made, places, stamped, strict=True)
    return {one.documents[0].slug: _linked(one, parts, place, stamp).pdf for one, parts, place, stamp in together}


def web_pictures(kit: Kit, order: BuildOrder) -> dict[Path, bytes]:
    """Return the pictures of a kit's web page, at the size of a screen."""
    cache = Cache(default_cache_folder(), order.use_cache)
    tasks = {
        path: Task(prepare_for_web, (path, shape_of(path), WEB_PT if photo else WEB_SMALL_PT, cache))
        for path, photo in page_pictures(kit).items()
    }
    with Workers(order.jobs, order.limits) as workers:
        outcomes = workers.run(list(tasks.values()))
    raise_problems(outcomes, [finding("s-005", Where(path), name=path.name) for path in tasks])
    return {path: outcome.value for path, outcome in zip(tasks, outcomes, strict=True)}


def make_kit(order: BuildOrder, sources: Sources, progress: Progress = silent) -> MadeKit:
    """Read, compose, render, link and check a kit, without writing it."""
    libraries.require()
    printer = Printer(read_profile(order.icc) if order.icc else None, order.max_ink_percent)
    cache = Cache(default_cache_folder(), order.use_cache)
    use_own_typefaces(cache)
    with Workers(order.jobs, order.limits) as workers:
        kit, findings = read_kit(workers, order, sources, progress)
        findings += _held(kit, findings, order)
        scale = Setting(kit, kit.language).paper.scale

        def make(resolution: Resolution) -> MadeKit:
            # After the first try, documents whose pictures stay the same are there already.
            reuse = cache.reuse or resolution in EMAIL[1:]
            press = Press(kit.brand.folder, resolution, replace(cache, reuse=reuse), scale)
            made = _make(workers, _body(kit), press, progress)
            said = findings + _judged((*_said(made), *_coarse(kit, made, scale)), order)
            return _bind(workers, replace(kit, draft=has_errors(said)), made, press, sources, said, order)

        if order.purpose == "email":
            return _fitted(make, order.mail_limit)
        return _printed(make(PRESS if kit.is_printed else SCREEN), printer, order)


def _printed(made: MadeKit, printer: Printer, order: BuildOrder) -> MadeKit:
    """Return the kit with the file for its press; all that was checked was checked before."""
    if made.kit.purpose == "booklet":
        mirrored = language(made.kit.language).is_mirrored
        return replace(made, printed=impose(made.linked.pdf, right_to_left=mirrored))
    if made.kit.purpose != "shop":
        return made
    printed = print_for_shop(made.linked.pdf, made.kit, _metadata(made.kit), printer)
    return replace(made, printed=printed, findings=(*_judged(printed.findings, order), *made.findings))


def _fitted(make: Callable[[Resolution], MadeKit], limit: int) -> MadeKit:
    """Make a kit with smaller pictures each time, until it fits a mail of `limit` bytes; OutputError m-007."""
    for resolution in EMAIL:
        made = make(resolution)
        size = budget.mail_bytes(made.kit, made.linked.pdf)
        if size <= limit:
            return replace(made, mail_bytes=size)
    raise budget.too_big(made.kit, made.linked.pdf, made.pictures, made.press, limit)


def read_kit(
    workers: Workers, order: BuildOrder, sources: Sources, progress: Progress = silent
) -> tuple[Kit, tuple[Finding, ...]]:
    """Read and assemble a kit; return it with what its sources and its content have to say."""
    settings, brand = settings_of(sources)
    read, found = read_sources(workers, sources, settings, progress)
    kit, unsettled = assemble(read, settings, brand, order.paper, order.theme)
    if not read.documents and not read.photos:
        raise SourceError(finding("s-006", Where(kit.folder), folder=f"“{kit.folder.resolve().name}”"))
    _require_languages(kit, settings.language)
    if kit.brand.is_neutral:
        kit = replace(kit, brand=replace(kit.brand, name=language(kit.language).word("press_office")))
    kit, loose = made_for(kit, order.purpose, order.sheet, order.bleed_mm)
    return kit, _judged((*sources.findings, *found, *unsettled, *loose, *check_content(kit)), order)


def _held(kit: Kit, findings: Sequence[Finding], order: BuildOrder) -> tuple[Finding, ...]:
    """Return which embargoes are over. Raises NotReadyError where one is unclear, or forbids what is to be written."""
    now = order.now or datetime.now(UTC)
    if any(item.code in embargoes.UNCLEAR for item in findings):
        raise NotReadyError(*(item for item in findings if item.severity == "error"))
    is_public = order.output and order.output.suffix.lower() in files.PUBLIC
    if is_public and not order.embargoed and (problem := embargoes.refused(kit, now)):
        raise NotReadyError(problem)
    return tuple(embargoes.ended(kit, now))


def _require_languages(kit: Kit, set_language: str) -> None:
    """Raise SettingsError with every language that presskit does not speak, and the file that asks for it."""
    asked = {set_language: kit.folder / "kit.toml"}
    for document in kit.documents:
        asked.setdefault(document.language, getattr(document, "source", kit.folder))
    problems: list[Finding] = []
    for code, file in asked.items():
        try:
            language(code)
        except SettingsError as error:
            problems += [problem.at(file) for problem in error.problems]
    if problems:
        raise SettingsError(*problems)


def _judged(findings: Sequence[Finding], order: BuildOrder) -> tuple[Finding, ...]:
    return strict(findings) if order.strict else tuple(findings)


def _body(kit: Kit) -> list[tuple[Callable[..., ComposedPart], tuple[Any, ...]]]:
    """Return what can be composed before any page number is known: all but the last contents and the page lines."""
    body: list[tuple[Callable[..., ComposedPart], tuple[Any, ...]]] = [
        (compose_document, (kit, document)) for document in kit.documents
    ]
    if kit.alone:
        return body
    contents = [(frame.compose_contents, (kit,))] if kit.has_contents else []
    return [
        (frame.compose_cover, (kit,)),
        *contents,
        *body,
        (frame.compose_closing, (kit,)),
    ]


def _make(
    workers: Workers,
    work: Sequence[tuple[Callable[..., ComposedPart], tuple[Any, ...]]],
    press: Press,
    progress: Progress,
) -> list[Made]:
    """Compose and render documents in parallel; RenderingError with all that failed."""
    tasks = [Task(make_part, (function, arguments, press)) for function, arguments in work]
    outcomes = workers.run(tasks, lambda done: progress("Laying out", done + 1, len(tasks)))
    raise_problems(outcomes, [_blame(arguments) for _, arguments in work])
    return [Made(*outcome.value) for outcome in outcomes]


def _blame(arguments: tuple[Any, ...]) -> Finding:
    kit, document = (*arguments, None)[:2]
    source = getattr(document, "source", None)
    title = title_of(document) if isinstance(document, Document) else kit.title
    return finding("b-001", Where(source), title=title, name=source.name if source else "a document", reason="")


def _said(made: Sequence[Made]) -> tuple[Finding, ...]:
    """Return what composing found and what the page engine logged."""
    findings: list[Finding] = []
    for part in made:
        findings += part.composed.findings
        findings += [
            finding("b-008", Where(part.composed.source), title=part.composed.title, message=message)
            for message in part.rendered.messages
        ]
    return tuple(findings)


def _coarse(kit: Kit, made: Sequence[Made], scale: float) -> tuple[Finding, ...]:
    """Return what is found about pictures that are printed."""
    pictures = [picture for part in made for picture in part.composed.pictures] if kit.is_printed else []
    return coarse_pictures(pictures, scale, in_inches=kit.paper in ("letter", "half-letter"))


def _bind(  # noqa: PLR0913
    workers: Workers,
    kit: Kit,
    made: list[Made],
    press: Press,
    sources: Sources,
    findings: tuple[Finding, ...],
    order: BuildOrder,
) -> MadeKit:
    """Make contents and page lines, link, check; once more as a draft if only the finished PDF shows an error."""
    if kit.has_contents:
        first_pages = {place.composed.slug: place.first for place in _places(kit, made, right_hand=order.right_hand)}
        numbered = (frame.compose_contents, (kit, first_pages))
        made[1:2] = _make(workers, [numbered], press, silent)
    linked = _link(workers, kit, made, press, order)
    promises = promises_of(kit)
    # The linker and the check may both have met a dead link.
    found = _judged(tuple(dict.fromkeys((*linked.findings, *check_pdf(linked.pdf, promises)))), order)
    if has_errors(found) and not kit.draft:
        kit = replace(kit, draft=True)
        linked = _link(workers, kit, made, press, order)
    pictures = tuple(picture for part in made for picture in part.composed.pictures)
    return MadeKit(kit, sources, linked, promises, (*findings, *found), press, pictures)


def _places(kit: Kit, made: Sequence[Made], *, right_hand: bool = False) -> tuple[Placed, ...]:
    """Set the documents in their places; RenderingError f-010 where a booklet would be too thick."""
    parts = [(part.composed, part.rendered.pages) for part in made]
    is_booklet = kit.purpose == "booklet"
    return placed(parts, blanks_before([n for _, n in parts], right_hand=right_hand, booklet=is_booklet))


def _link(workers: Workers, kit: Kit, made: Sequence[Made], press: Press, order: BuildOrder) -> LinkedKit:
    places = _places(kit, made, right_hand=order.right_hand)
    stamps = (frame.compose_stamps, (kit, stamped_pages(kit, places)))
    [stamped] = _make(workers, [stamps], press, silent)
    return _linked(kit, made, places, stamped)


def _linked(kit: Kit, made: Sequence[Made], places: Sequence[Placed], stamped: Made) -> LinkedKit:
    parts = [
        LinkablePart(
            place.composed.slug, place.composed.title, place.composed.language, part.rendered.pdf, place.blanks
        )
        for part, place in zip(made, places, strict=True)
    ]
    return link(parts, stamped.rendered.pdf, _metadata(kit), by_pdf_name(Setting(kit, kit.language).faces))


def _metadata(kit: Kit) -> KitMetadata:
    return KitMetadata(
        title=kit.title,
        language=kit.language,
        creator=f"presskit {__version__}",
        author=kit.brand.name,
        subject=kit.summary,
        created=kit.date,
        keywords=(DRAFT,) if kit.draft else (),
        is_printed=kit.is_for_office,
    )
