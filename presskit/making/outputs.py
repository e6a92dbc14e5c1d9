"""What is written of a kit: its PDF, its text, its web page, or all of it in a ZIP."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from presskit import gate
from presskit.composing.parts.bounds import blamed, limits_of
from presskit.composing.pictures.shapes import shape_of
from presskit.composing.web import NO_FILES, OwnFiles, own_template, page_pictures, with_pictures
from presskit.findings import Where, finding
from presskit.making.orders import BuildOrder, MadeKit
from presskit.making.pages import make_alone, press_for
from presskit.model import Kit
from presskit.outcomes import Progress, raise_problems, silent
from presskit.rendering.cache import Cache, default_cache_folder
from presskit.rendering.pictures import SCREEN, WEB_PT, WEB_SMALL_PT
from presskit.whole import Filling
from presskit.working.workers import Task, Workers, limits_for
from presskit.writing import archive, files


def output_of(
    made: MadeKit, path: Path, order: BuildOrder, progress: Progress = silent, warm: Workers | None = None
) -> bytes | Filling:
    """Return what is written to `path`, whose ending says what it is; for a large file, the function that writes it.

    warm: the workers of somebody who builds more than once.
    """
    match path.suffix.lower():
        case ".txt":
            with _workers(order, warm) as workers:
                return str(
                    composed(workers, made.kit, "presskit.writing.text:kit_text", ascii_only=order.ascii)
                ).encode()
        case ".zip":
            return partial(archive.write, pack(made, order, progress, warm), made.kit)
        case ".html":
            beside = [twin.name for ending in files.KINDS if gate.is_there(twin := path.with_suffix(ending))]
            with _workers(order, warm) as workers:
                return web_page(workers, made.kit, order, beside)
        case _:
            return made.pdf


def _workers(order: BuildOrder, warm: Workers | None) -> AbstractContextManager[Workers]:
    return nullcontext(warm) if warm else Workers(order.jobs, order.limits)


def pack(
    made: MadeKit, order: BuildOrder, progress: Progress = silent, warm: Workers | None = None
) -> tuple[archive.Entry, ...]:
    """Return the files of a kit's ZIP: each document is made alone too, each photo in two sizes."""
    kit, cache = made.kit, Cache(default_cache_folder(), order.use_cache)
    with _workers(order, warm) as workers:
        press = press_for(kit, SCREEN, cache)
        alone = {} if kit.alone else make_alone(workers, kit, press, progress)
        shown = archive.photos_of(kit)
        tasks = [
            Task("presskit.writing.pictures.photos:pack", (photo, kit.brand, cache), limits_for([photo.path]))
            for photo in shown
        ]
        outcomes = workers.run(tasks, lambda done: progress("Packing", done + 1, len(tasks)))
        raise_problems(outcomes, [finding("s-007", Where(photo.path), name=photo.name, reason="") for photo in shown])
        packed = [outcome.value for outcome in outcomes]
        return archive.entries(kit, made.linked.pdf, alone, packed, partial(web_page, workers, kit, order))


def web_page(workers: Workers, kit: Kit, order: BuildOrder, beside: Sequence[str], own: OwnFiles = NO_FILES) -> bytes:
    """Return the kit as a web page, beside which these files lie."""
    pictures = web_pictures(workers, kit, order)
    every = [(tuple(pictures), beside, own)]
    [page] = composed_all(workers, kit, "presskit.writing.web:page_without_pictures", every, own_template(kit))
    return with_pictures(page, list(pictures.values())).encode()


def composed(workers: Workers, kit: Kit, compose: str, *arguments: object, **options: Any) -> Any:
    """Return what a function makes of a kit in a limited process; RenderingError where that is stopped."""
    [value] = composed_all(workers, kit, compose, [arguments], **options)
    return value


def composed_all(
    workers: Workers,
    kit: Kit,
    compose: str,
    every: Sequence[tuple[object, ...]],
    own: Path | None = None,
    **options: Any,
) -> tuple[Any, ...]:
    """Return what a function makes of a kit and each of several arguments. `own`: the brand's template it fills."""
    limits = limits_of((compose, (kit, kit.documents)))
    outcomes = workers.run([Task(compose, (kit, *arguments), limits, options) for arguments in every])
    raise_problems(outcomes, [blamed(kit.title, own, None) for _ in every])
    return tuple(outcome.value for outcome in outcomes)


def web_pictures(workers: Workers, kit: Kit, order: BuildOrder) -> dict[Path, bytes]:
    """Return the pictures of a kit's web page, at the size of a screen."""
    cache = Cache(default_cache_folder(), order.use_cache)
    tasks = {
        path: Task(
            "presskit.rendering.pictures:prepare_for_web",
            (path, shape_of(path), WEB_PT if photo else WEB_SMALL_PT, cache),
        )
        for path, photo in page_pictures(kit).items()
    }
    outcomes = workers.run(list(tasks.values()))
    raise_problems(outcomes, [finding("s-005", Where(path), name=path.name) for path in tasks])
    return {path: outcome.value for path, outcome in zip(tasks, outcomes, strict=True)}
