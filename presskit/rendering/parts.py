"""A composed document becomes a rendered one, or is found in the cache under the name of all that goes into it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from presskit import __version__, gate
from presskit.composing.parts.bounds import Bounds, Work, bounds_of
from presskit.composing.parts.page import Picture
from presskit.composing.parts.paging import NOTHING_GOES_ON, Course
from presskit.composing.parts.parts import ComposedPart
from presskit.composing.wording.said import blocks_of
from presskit.names import address
from presskit.rendering.cache import Cache, Kept
from presskit.rendering.pictures import Resolution, prepare
from presskit.working.workers import Task

WRITTEN = 12  # how presskit has pages written; those in the cache that were written otherwise are made anew


@dataclass(frozen=True)
class RenderedPart:
    """A document as PDF, its number of pages, what the engine logged about it, and whether it was laid out anew.

    pdf: kept as a file, so that nobody holds all documents of a kit at once. course: what goes on over its pages.
    step: by how many steps it is set tighter than its theme says, for else its last page would stand nearly empty.
    """

    pdf: Kept
    pages: int
    messages: tuple[str, ...] = ()
    is_new: bool = False
    course: Course = NOTHING_GOES_ON
    step: int = 0


@dataclass(frozen=True)
class Press:
    """What rendering needs besides the document: the brand's folder, how sharp pictures are, where work is kept.

    scale: by what a page is drawn smaller than its measures say. linked_faces: the typefaces, by their names in a PDF,
    that the linker will put in; a document's own PDF then goes without. finish: the name of what is done to the PDF of
    a tagged document, and its language, before it is kept (presskit.working.workers.Task).
    """

    brand_folder: Path | None
    resolution: Resolution
    cache: Cache
    scale: float = 1.0
    linked_faces: frozenset[str] = frozenset()
    finish: str = ""


def render_part(part: ComposedPart, press: Press, bounds: Bounds) -> RenderedPart:
    """Return `part` as PDF, from the cache if all that goes into it is unchanged.

    Raises engine.StoppedError where its pages cannot be laid out, or are not within their bounds.
    """
    pictures = {
        picture.name: prepare(picture.path, _drawn(picture, press), press.resolution, press.cache)
        for picture in part.pictures
    }
    files = brand_files(part.html, press.brand_folder)
    key = _key(part, pictures, files, press)
    facts, pdf = press.cache.find(f"{key}.json"), press.cache.find(f"{key}.pdf")
    if facts and pdf:
        known = json.loads(facts.read())
        course = Course(known["ended"], tuple(known["goes_on"]), tuple(known["turned"]))
        return RenderedPart(pdf, known["pages"], tuple(known["messages"]), course=course, step=known["step"])
    from presskit.rendering import loading  # noqa: F401, I001, PLC0415  (WeasyPrint: only in a worker, when needed)
    from presskit.rendering import engine, fetcher  # noqa: PLC0415

    reach = fetcher.Reach(press.brand_folder, pictures, files)
    done = engine.render(part, reach, press.scale, bounds, press.linked_faces)
    known = {"pages": done.pages, "messages": done.messages, **asdict(done.course), "step": done.step}
    pdf_made = Task(press.finish, (done.pdf, part.language)).do() if press.finish and part.tagged else done.pdf
    kept = press.cache.keep(f"{key}.pdf", pdf_made)
    press.cache.keep(f"{key}.json", json.dumps(known).encode())
    return RenderedPart(kept, done.pages, done.messages, is_new=True, course=done.course, step=done.step)


def make_part(work: Work, press: Press) -> tuple[ComposedPart, RenderedPart]:
    """Compose and render one document: the task that a worker is given. Nobody needs its HTML any more."""
    part: ComposedPart = Task(*work).do()
    said = blocks_of(part.html) if part.tagged else ()
    return replace(part, html="", said=said), render_part(part, press, bounds_of(work))


def _drawn(picture: Picture, press: Press) -> tuple[float, float]:
    """Return width and height of a picture on paper."""
    return picture.width_pt * press.scale, picture.height_pt * press.scale


def _key(part: ComposedPart, pictures: Mapping[str, Kept], files: Mapping[Path, bytes], press: Press) -> str:
    """Return the name of the finished document: a hash of HTML, pictures, brand files, versions."""
    faces = sorted(press.linked_faces)
    made = f"{__version__} {_engine()} {WRITTEN} {part.tagged} {part.steps} {press.scale} {faces}"
    made += f" {press.finish}\0"
    digest = hashlib.sha256(made.encode())
    digest.update(part.html.encode())
    for name, kept in sorted(pictures.items()):
        digest.update(f"\0{name} {kept.path.name}".encode())
    for path, data in files.items():
        digest.update(b"\0" + address(path.name).encode() + b"\0" + data)
    return digest.hexdigest()


@cache
def _engine() -> str:
    return version("weasyprint")


def brand_files(html: str, folder: Path | None) -> dict[Path, bytes]:
    """Return the files of the brand's folder that the page may ask for: those whose names stand in it.

    Each is read once: what its page is named by is what is drawn, even if somebody replaces the file meanwhile.
    """
    if not folder or "brand:" not in html:
        return {}
    named = sorted(path for path in gate.walk(folder) if address(path.name) in html and gate.is_file(path))
    return {path: gate.bytes_of(path) for path in named}
