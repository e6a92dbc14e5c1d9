"""The whole way from sources to a press kit, in functions that read aloud."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from presskit import gate, libraries
from presskit.checking import embargoes
from presskit.checking.acceptance import Judge
from presskit.checking.binding import as_made, unbound
from presskit.checking.blame import UNCLEAR
from presskit.checking.content import check_content
from presskit.checking.days_to_come import far_ahead, next_day, still_to_come
from presskit.checking.obstacles import find_obstacle
from presskit.checking.promises import promises_of, with_words
from presskit.checking.words import lost_letters
from presskit.composing.languages import language
from presskit.composing.look.setting import Setting
from presskit.composing.parts.occasions import in_zones
from presskit.errors import NotReadyError, SettingsError, SourceError
from presskit.findings import Finding, finding, has_errors, strict
from presskit.intake import read_sources, settings_of
from presskit.linking import LinkedKit
from presskit.making import budget
from presskit.making.orders import BuildOrder, MadeKit, ReadKit, opened
from presskit.making.outputs import output_of
from presskit.making.pages import (
    Made,
    bind,
    blamed_for,
    link_pages,
    make_body,
    metadata_of,
    press_for,
    read_back,
    said_of,
)
from presskit.making.stated import state
from presskit.model import Brand, Kit
from presskit.outcomes import Progress, silent
from presskit.printing.imposition import impose
from presskit.printing.purposes import made_for
from presskit.printing.sharpness import coarse_pictures
from presskit.printing.shop_file import ShopFile
from presskit.reading.documents.kit import assemble
from presskit.rendering.answers import Answers
from presskit.rendering.cache import Cache, default_cache_folder
from presskit.rendering.fontlist import use_own_typefaces
from presskit.rendering.parts import Press
from presskit.rendering.pictures import EMAIL, PRESS, SCREEN, Resolution
from presskit.sorting.gather import OUTSIDE
from presskit.sorting.sources import Sources, find_sources, nothing_in
from presskit.whole import Filling
from presskit.working.workers import ENGINES, PRELOADED, READERS, Task, Workers, limits_for
from presskit.writing import files

if TYPE_CHECKING:
    from presskit.printing.shop import Printer

TEXTS = (".txt", ".html")


def build(order: BuildOrder, progress: Progress = silent, workers: Workers | None = None) -> tuple[MadeKit, Path]:
    """Build a kit and write it; return it with the path of the file. Raises PresskitError where none can be made.

    workers: those of somebody who builds more than once; else the kit has its own.
    """
    with opened(order) as found:
        made, path, contents = _make(found, progress, workers)
        files.write_together(contents)
        is_draft = has_errors(made.findings)
        older = () if order.output else files.older_beside(path, made.sources, is_draft=is_draft)
        return replace(made, written=tuple(contents), older=older), path


def make(
    order: BuildOrder, progress: Progress = silent, workers: Workers | None = None
) -> tuple[MadeKit, Path, Mapping[Path, bytes | Filling]]:
    """Make what `build` would write, and where, without writing it: what is returned is by the byte what it writes."""
    with opened(order) as found:
        return _make(found, progress, workers)


def _make(
    order: BuildOrder, progress: Progress, workers: Workers | None
) -> tuple[MadeKit, Path, dict[Path, bytes | Filling]]:
    sources = find_sources(order.sources)
    if order.output:
        _require_place(files.place_of(order.output), sources)
    else:
        files.require_own(sources.home / "out", sources.home)
    made = (make_words if shows_words(order) else make_kit)(order, sources, progress, workers)
    named = files.place_of(order.output) if order.output else None
    path = named or files.for_purpose(sources.home / "out" / files.default_name(made.kit), made.kit.purpose)
    path = files.with_draft(path, draft=has_errors(made.findings))
    _require_place(path, sources)
    contents = {path: output_of(made, path, order, progress, workers)}
    if isinstance(made.printed, ShopFile):
        beside = files.order_path(path)
        _require_place(beside, sources)
        from presskit.printing.order import order_text  # noqa: PLC0415  (few kits go to a print shop)

        contents[beside] = order_text(made.kit, made.printed, path.name).encode()
    return made, path, contents


def shows_words(order: BuildOrder) -> bool:
    """Tell whether a text or a web page is to be written: it shows the words of a kit, and no pages."""
    return order.output is not None and order.output.suffix.lower() in TEXTS


def _require_place(path: Path, sources: Sources) -> None:
    """Raise OutputError where nothing can be written to `path`, or a source would be lost, or one too many found."""
    files.require_writable(path, sources.kept)
    files.require_apart(path, sources)


def make_kit(order: BuildOrder, sources: Sources, progress: Progress = silent, warm: Workers | None = None) -> MadeKit:
    """Read, compose, render, link and check a kit, without writing it. `warm`: workers that stay (workers_for)."""
    printer = printer_of(order) if order.purpose == "shop" else None
    cache = Cache(default_cache_folder(), order.use_cache)
    now = order.now or datetime.now(UTC)
    with nullcontext(warm) if warm else workers_for(order) as workers:
        read = _read(workers, order, sources, progress)
        kit, held = read.kit, _held(read, order, now)
        checked = functools.cache(functools.partial(_checked, read))  # by this process, while others lay out
        scale = Setting(kit, kit.language).paper.scale

        def make(resolution: Resolution) -> MadeKit:
            # After the first try, documents whose pictures stay the same are there already.
            reuse = cache.reuse or resolution in EMAIL[1:]
            press = press_for(kit, resolution, replace(cache, reuse=reuse), scale)
            made = make_body(workers, kit, press, progress, checked)
            findings = (*checked().findings, *read.judge(held))
            said = findings + read.judge((*said_of(made), *_coarse(kit, made, scale)))
            judged = replace(read, kit=replace(kit, draft=has_errors(said)), findings=said)
            bound = _bind(workers, judged, made, press, sources, order)
            return replace(bound, until=None if order.now else _until(kit, now))

        if order.purpose == "email":
            return _fitted(make, order.mail_limit)
        return _printed(make(PRESS if kit.is_printed else SCREEN), printer, order)


def make_words(
    order: BuildOrder, sources: Sources, progress: Progress = silent, warm: Workers | None = None
) -> MadeKit:
    """Read and check a kit of which the words alone are shown: no page is laid out, and none is checked."""
    now = order.now or datetime.now(UTC)
    with nullcontext(warm) if warm else workers_for(order) as workers:
        read = read_kit(workers, order, sources, progress)
        kit = read.kit
        held = _held(read, order, now)
        findings = (*read.findings, *read.judge((*held, *lost_letters(kit), finding("b-015"))))
        findings += find_obstacle(kit, findings, read.sorted) if sources.is_whole else ()
        return MadeKit(
            replace(kit, draft=has_errors(findings)),
            sources,
            read.sorted,
            LinkedKit(b"", 0),
            promises_of(kit),
            findings,
            Press(kit.brand.folder, SCREEN, Cache(default_cache_folder(), order.use_cache)),
            (),
            accepted=tuple(read.judge.accepted.items()),
            places=gate.places(),
            until=None if order.now else _until(kit, now),
        )


def workers_for(order: BuildOrder, *, stays: bool = False) -> Workers:
    """Return workers for an order. Raises SystemLibraryError where pages need a library that is missing.

    stays: they read and lay out more than once, and have from the start what reads.
    """
    if shows_words(order):
        return Workers(order.jobs, order.limits)
    libraries.require()
    use_own_typefaces()  # which the workers are told of when they are started
    answers = Answers(Cache(default_cache_folder(), order.use_cache))
    return Workers(order.jobs, order.limits, PRELOADED if stays else READERS, answers, ENGINES)


def printer_of(order: BuildOrder) -> Printer:
    """Return what is known of the printer. Raises UsageError where its profile cannot be used."""
    from presskit.printing.inking.profiles import read_profile  # noqa: PLC0415  (few kits go to a print shop)
    from presskit.printing.shop import Printer  # noqa: PLC0415

    return Printer(read_profile(order.icc) if order.icc else None, order.max_ink_percent)


def _printed(made: MadeKit, printer: Printer | None, order: BuildOrder) -> MadeKit:
    """Return the kit with the file for its press; all that was checked was checked before."""
    if made.kit.purpose == "booklet":
        mirrored = language(made.kit.language).is_mirrored
        return replace(made, printed=impose(made.linked.pdf, right_to_left=mirrored))
    if printer is None:
        return made
    from presskit.printing.shop import print_for_shop  # noqa: PLC0415  (few kits go to a print shop)

    printed = print_for_shop(made.linked.pdf, made.kit, metadata_of(made.kit), printer)
    found = strict(printed.findings) if order.strict else tuple(printed.findings)
    return replace(made, printed=printed, findings=(*found, *made.findings))


def _fitted(make: Callable[[Resolution], MadeKit], limit: int) -> MadeKit:
    """Make a kit with smaller pictures each time, until it fits a mail of `limit` bytes; OutputError m-007."""
    for resolution in EMAIL:
        made = make(resolution)
        size = budget.mail_bytes(made.kit, made.linked.pdf)
        if size <= limit:
            return replace(made, mail_bytes=size)
    raise budget.too_big(made.kit, made.linked.pdf, made.pictures, made.press, limit)


def read_kit(workers: Workers, order: BuildOrder, sources: Sources, progress: Progress = silent) -> ReadKit:
    """Read and assemble a kit; return it with what its sources and its content have to say."""
    return _checked(_read(workers, order, sources, progress))


def _checked(read: ReadKit) -> ReadKit:
    """Return a kit with what its content has to say, besides its sources."""
    return replace(read, findings=(*read.findings, *read.judge(check_content(read.kit))))


def _read(workers: Workers, order: BuildOrder, sources: Sources, progress: Progress) -> ReadKit:
    """Read and assemble a kit; return it with what its sources have to say."""
    settings, brand = settings_of(workers, sources)
    workers.load_ahead(Task("presskit.rendering.ahead:read_theme", (order.theme or settings.theme,)))
    read, taken, found = read_sources(workers, sources, settings, progress, brand)
    if brand.is_neutral and taken.logo:
        brand, unseen = branded(workers, brand, taken.logo, taken.logos[1:])
        found = (*found, *unseen)
    kit, unsettled = assemble(read, settings, brand, order.paper, order.theme)
    if not read.documents and not read.photos:
        errors = [item for item in found if item.severity == "error"]
        versions = [item for item in found if item.code == "s-029"]  # there is a text, and somebody must choose it
        first = versions or [nothing_in(kit.folder, sources.listed)]
        raise SourceError(*(errors or [*first, *(item for item in found if item.code in OUTSIDE)]))
    _require_languages(kit, settings.language)
    if kit.brand.is_neutral or not kit.brand.name:
        name = language(kit.language).word("press_office")
        kit = replace(kit, brand=replace(kit.brand, name=name), title=kit.title or name)
    kit, loose = made_for(in_zones(kit), order.purpose, order.sheet, order.bleed_mm)
    kit = replace(kit, stated=state(kit, order))
    apart = tuple(unbound(kit, is_personal=not order.binds))
    kit = kit if order.binds else replace(kit, enclosures=tuple(replace(one, bind="") for one in kit.enclosures))
    judge = Judge(settings.accepted, kit.folder, is_strict=order.strict)
    return ReadKit(kit, taken, judge((*as_made(found, kit), *unsettled, *loose, *apart)), judge)


def branded(
    workers: Workers, brand: Brand, logo: Path, others: Sequence[Path] = ()
) -> tuple[Brand, tuple[Finding, ...]]:
    """Return a brand that nobody described, with the logo that lies in the folder, and its colour.

    others: the one for a dark ground, which is taken where it is seen on that colour. A logo that cannot be opened is
    left out, and what is wrong with it is returned.
    """
    limits = limits_for([logo])
    asked = [
        Task("presskit.composing.pictures.shapes:shape_of", (logo,), limits, is_kept=True),
        Task("presskit.sorting.logos:colour_of_logo", (logo,), limits, is_kept=True),
    ]
    shape, colour = workers.run(asked)
    if error := shape.error or colour.error:
        return brand, tuple(item.at(logo) for item in error.problems)
    named = {"brand": colour.value} if colour.value else {}
    brand = replace(brand, logo=logo, folder=logo.parent, **named)
    asked = [
        Task("presskit.composing.look.logos:needs_plate", (other, brand.brand), limits_for([other]), is_kept=True)
        for other in others
    ]
    seen = [other for other, done in zip(others, workers.run(asked), strict=True) if done.value is False]
    return replace(brand, logo_reversed=next(iter(seen), None)), ()


def _held(read: ReadKit, order: BuildOrder, now: datetime) -> tuple[Finding, ...]:
    """Return which embargoes are over, and what is dated far ahead.

    Raises NotReadyError where an embargo is unclear, or forbids what is to be written.
    """
    kit = read.kit
    if any(item.code in UNCLEAR for item in read.findings):
        raise NotReadyError(*(item for item in _checked(read).findings if item.severity == "error"))
    is_public = order.output and order.output.suffix.lower() in files.PUBLIC
    if is_public and not order.embargoed and (problem := embargoes.refused(kit, now)):
        raise NotReadyError(problem)
    days = (*far_ahead(kit, now), *still_to_come(kit, now))
    return (*embargoes.ended(kit, now), *embargoes.occasions_past(kit, now), *days)


def _until(kit: Kit, now: datetime) -> datetime | None:
    """Return the first moment after `now` at which there is something else to say of a kit."""
    moments = (embargoes.next_end(kit, now), next_day(kit, now))
    return min((moment for moment in moments if moment), default=None)


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


def _bind(  # noqa: PLR0913
    workers: Workers, read: ReadKit, made: Sequence[Made], press: Press, sources: Sources, order: BuildOrder
) -> MadeKit:
    """Make contents and page lines, link, check; once more as a draft if only the finished PDF shows an error."""
    kit = read.kit
    linked, made = link_pages(workers, kit, made, press, right_hand=order.right_hand)
    promises = with_words(promises_of(kit), [part.composed.said for part in made])
    # The linker and the check may both have met a dead link.
    found = read.judge(blamed_for(kit, (*linked.findings, *read_back(workers, kit, linked, promises))))
    if has_errors(found) and not kit.draft:
        kit = replace(kit, draft=True)
        linked, made = link_pages(workers, kit, made, press, right_hand=order.right_hand)
    linked = bind(workers, kit, linked)
    pictures = tuple(picture for part in made for picture in part.composed.pictures)
    findings = (*read.findings, *found, *read.judge.unused())
    findings += find_obstacle(kit, findings, read.sorted) if sources.is_whole else ()
    accepted = tuple(read.judge.accepted.items())
    return MadeKit(
        kit,
        sources,
        read.sorted,
        linked,
        promises,
        findings,
        press,
        pictures,
        accepted=accepted,
        places=gate.places(),
        laid_out=tuple(part.composed.title for part in made if part.is_new),
    )


def _coarse(kit: Kit, made: Sequence[Made], scale: float) -> tuple[Finding, ...]:
    """Return what is found about pictures that are printed."""
    pictures = [picture for part in made for picture in part.composed.pictures] if kit.is_printed else []
    return coarse_pictures(pictures, scale, in_inches=kit.paper in ("letter", "half-letter"))
