"""OpenDocument text and Rich Text, turned into HTML by pandoc.

pandoc is a program of its own, under its own licence: it is run, never imported, in its sandbox, which opens no other
file and no address, and inside the limits of the worker that runs it.
"""

from __future__ import annotations

import io
import subprocess
import zipfile
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from shutil import which
from typing import Literal

from lxml import html as lxml_html
from lxml.html import HtmlElement

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.limits import PAGE_BYTES
from presskit.model import Removed
from presskit.names import address, legible
from presskit.reading.blocks import SourceText
from presskit.reading.bounds import require_tree
from presskit.reading.formats.office import opendocument, richtext
from presskit.reading.formats.office.beside import DRAWN, LOST, cut, letters_of
from presskit.reading.formats.office.rich_signs import with_signs
from presskit.reading.formats.office.trees import read_tree
from presskit.reading.packages import MAX_ENTRIES, MAX_PART_BYTES
from presskit.reading.pictures.cropping import Crop, crop_in
from presskit.reading.pictures.in_rich_text import RichPicture, in_figures, pictures_in
from presskit.reading.reasons import MARGIN
from presskit.reading.zips import BROKEN_ZIP
from presskit.resources import shipped

Form = Literal["odt", "rtf"]
NAMES: dict[Form, str] = {"odt": "OpenDocument text", "rtf": "Rich Text"}
WALL_S = 20  # pandoc takes a tenth of a second for twenty pages
SAVE_AS = "Open {name} in the program that made it, save it as “Word Document (.docx)”, and build again."


def read_office(path: Path, data: bytes, form: Form) -> tuple[SourceText, list[Finding]]:
    """Return the blocks of a file, and what is to fix or to look at in it. Raises SourceError s-003, s-023, s-002."""
    if form == "odt":
        archive = sized(path, data)
        beside, plain = opendocument.look_at(archive, path), opendocument.as_pandoc_reads(data, archive, path)
    else:
        written = with_signs(in_figures(data))
        lettered = richtext.with_letters(written)
        beside, plain = richtext.look_at(lettered, path), richtext.as_pandoc_reads(lettered)
    root = as_html(path, plain, form)
    require_tree(root, path)
    unseen = with_rich_pictures(root, written, path) if form == "rtf" else []
    shows = opendocument.described(sized(path, data), path) if form == "odt" else {}
    for picture in root.iter("img"):
        name = picture.get("src") or ""
        picture.set("src", inside(path, name))
        picture.set("alt", shows.get(crop_in(name)[0], picture.get("alt") or ""))
    removed = [Removed(None, legible(words), MARGIN) for words in beside.margins]
    shown = letters_of(root.text_content())
    lines = [(words, why) for said, why in ((beside.drawn, DRAWN), (beside.written, LOST)) for words in said]
    removed += [Removed(None, legible(words), why) for words, why in lines if letters_of(words) not in shown]
    text, unprinted = read_tree(root, removed, path, tuple(map(legible, beside.told)))
    return text, [*beside.findings, *unseen, *unprinted]


def with_rich_pictures(root: HtmlElement, data: bytes, path: Path) -> list[Finding]:
    """Name each picture of Rich Text as it is cropped, and say what it shows; report those that no page will show."""
    pictures = pictures_in(data)
    named = {one.digest: one for one in pictures}  # of a picture that stands twice, the last crop holds
    shown = {image.get("src") for image in root.iter("img")}
    for image in root.iter("img"):
        if picture := named.get(image.get("src") or ""):
            image.set("alt", picture.description)
            image.set("src", picture.crop.name_of(picture.name) if picture.crop != Crop() else picture.name)
    return [unshown(one, path) for one in pictures if one.digest not in shown and one.data]


def unshown(picture: RichPicture, path: Path) -> Finding:
    """Return what is said of a picture that is lost: by its kind, or because it floats beside the text."""
    what = f"The picture “{cut(picture.description)}” is" if picture.description else "A picture is"
    reason = "it floats beside the text" if picture.kind else "its kind cannot be printed"
    return finding("c-028", Where(path), what=what, reason=reason)


def inside(path: Path, name: str) -> str:
    """Return the address of a picture inside the file, as if the file were a folder; none for one that leads out."""
    parts = PurePosixPath(name).parts
    return "" if not parts or parts[0] == "/" or ".." in parts else address(f"{path.name}/{name}")


def sized(path: Path, data: bytes) -> zipfile.ZipFile:
    """Return an OpenDocument's package. Raises SourceError s-023 where it is none, or unpacks to far too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN_ZIP:
        raise damaged(path, "odt") from None
    entries = archive.infolist()
    parts = [entry.file_size for entry in entries if entry.filename.lower().endswith(".xml")]
    if len(entries) > MAX_ENTRIES or max(parts, default=0) > MAX_PART_BYTES:
        raise damaged(path, "odt")
    return archive


def as_html(path: Path, data: bytes, form: Form) -> HtmlElement:
    """Return a file's text as a tree of HTML elements."""
    words = [program(path, form), "--sandbox", "--from", form, "--to", "html", "--wrap", "none"]
    words += ["--template", str(shipped("templates/reading/office.html"))]
    try:
        done = subprocess.run(words, input=data, capture_output=True, timeout=WALL_S, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise damaged(path, form) from None
    PAGE_BYTES.require(len(done.stdout), Where(path))
    markup = legible(done.stdout.decode("utf-8", "replace"))
    root: HtmlElement = lxml_html.fragment_fromstring(markup, create_parent="div")
    for section in [*root.iter("section")]:
        section.drop_tag()  # around the notes
    return root


def program(path: Path, form: Form) -> str:
    """Return where the pandoc is that was installed along. Raises SourceError s-003 where none was.

    Why no other: what lies on the computer may be of any age, and old ones have no sandbox.
    """
    package = find_spec("pypandoc")  # an extra: it is large
    folder = Path(package.origin or "").parent / "files" if package else Path()
    found = which("pandoc", path=folder) if package else None
    if not found:
        named = f"{path.suffix} files ({NAMES[form]}) without the package pypandoc-binary"
        raise SourceError(finding("s-003", Where(path), suffix=named, hint=SAVE_AS.format(name=path.name)))
    return found


def damaged(path: Path, form: Form) -> SourceError:
    """Return the error for a file that cannot be opened."""
    return SourceError(finding("s-023", Where(path), name=path.name, kind=NAMES[form]))
