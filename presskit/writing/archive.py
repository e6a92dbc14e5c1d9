"""The ZIP of a kit: everything a journalist may want, with a list that proves that nothing is missing or changed.

The same kit gives the same bytes: names are sorted, times are the kit's, and no clock is read. Names are ASCII, which
every program that opens a ZIP can show. There is no script and no password in it: mail services refuse both.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING

from presskit import gate
from presskit.composing.languages import Language, language
from presskit.composing.parts.calendars import calendars_of
from presskit.composing.parts.parts import embargo_of, title_of
from presskit.composing.web import OwnFiles
from presskit.model import Biography, Document, Enclosure, Kit, Photo, PhotoSheet
from presskit.names import portable, unique
from presskit.reading.slugs import slugify
from presskit.rendering.cache import Kept
from presskit.sorting.logos import to_hand_on
from presskit.writing import spreadsheets, text
from presskit.writing.files import ascii_stem, state_of

if TYPE_CHECKING:
    from presskit.writing.pictures.photos import PackedPhoto

LIST, CAPTIONS, PAGE = "files.txt", "captions.csv", "index.html"
STORED = (".pdf", ".jpg", ".jpeg", ".png")  # packed already
PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
EARLIEST = (1980, 1, 1, 0, 0, 0)  # that a ZIP can tell
CHUNK_BYTES = 1 << 20


@dataclass(frozen=True)
class Entry:
    """A file of the ZIP: its name there, and its bytes or the file of the cache that holds them."""

    name: str
    content: bytes | Kept

    @property
    def size_bytes(self) -> int:
        """How large the file is."""
        return len(self.content) if isinstance(self.content, bytes) else self.content.size_bytes

    @property
    def sha256(self) -> str:
        """The file's SHA-256, in hexadecimal digits."""
        with self.opened() as file:
            return sha256_of(file)

    def opened(self) -> IO[bytes]:
        """Return the file to read from."""
        return io.BytesIO(self.content) if isinstance(self.content, bytes) else self.content.opened()


def sha256_of(stream: IO[bytes]) -> str:
    """Return the SHA-256 of what is left to read, in hexadecimal digits, without holding all of it."""
    digest = hashlib.sha256()
    while chunk := stream.read(CHUNK_BYTES):
        digest.update(chunk)
    return digest.hexdigest()


def entries(
    kit: Kit,
    pdf: bytes,
    alone: Mapping[str, bytes],
    photos: Sequence[PackedPhoto],
    page_of: Callable[[Sequence[str], OwnFiles], bytes],
) -> tuple[Entry, ...]:
    """Return all files of a kit's ZIP, by name.

    alone: the PDF of each document, by its short name. page_of: makes the web page, given what lies beside it.
    """
    names = photo_names(photos)
    files = [
        Entry(_file_name(kit, ascii_stem(kit), ".pdf"), pdf),
        Entry(_file_name(kit, ascii_stem(kit), ".txt"), text.kit_text(kit).encode()),
        *(Entry(_pdf_name(kit, one), alone[one.slug]) for one in kit.documents if one.slug in alone),
        *(Entry(_text_name(kit, one), text.document_text(kit, one).encode()) for one in _with_text(kit)),
        *(Entry(name, data) for name, data in (*_calendars(kit), *_enclosures(kit))),
        *(Entry(names[packed][0], packed.full) for packed in photos),
        *(Entry(names[packed][1], packed.web) for packed in photos),
        *_logos(kit),
        *([Entry(CAPTIONS, captions(kit, photos, names))] if photos else []),
    ]
    files.append(Entry(PAGE, page_of(*_links(kit, [file.name for file in files], names))))
    listed = sorted(files, key=lambda file: file.name)
    return tuple(sorted([*listed, Entry(LIST, list_of(kit, listed))], key=lambda file: file.name))


def _links(
    kit: Kit, beside: Sequence[str], names: Mapping[PackedPhoto, tuple[str, str]]
) -> tuple[Sequence[str], OwnFiles]:
    """Return what the page leads to: documents and photos each to their own files, the photo sheet to captions."""
    own: dict[str | Path, tuple[str, ...]] = {packed.photo.path: both for packed, both in names.items()}
    for document in kit.documents:
        wanted = {_pdf_name(kit, document), _text_name(kit, document)}
        wanted |= {CAPTIONS} if isinstance(document, PhotoSheet) else set()
        own[document.slug] = tuple(name for name in beside if name in wanted)
    return [name for name in beside if name != CAPTIONS], own


def _file_name(kit: Kit, stem: str, suffix: str) -> str:
    return f"{stem}{'-DRAFT' if kit.draft else ''}{suffix}"


def _with_text(kit: Kit) -> tuple[Document, ...]:
    """Return the documents that are in the ZIP as a text of their own; a document alone is the whole kit."""
    return () if kit.alone else tuple(one for one in kit.documents if not isinstance(one, PhotoSheet))


def _pdf_name(kit: Kit, document: Document) -> str:
    return _file_name(kit, f"documents/{_stem(kit, document)}", ".pdf")


def _text_name(kit: Kit, document: Document) -> str:
    return _file_name(kit, f"texts/{_stem(kit, document)}", ".txt")


def _calendars(kit: Kit) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each entry for a calendar."""
    stems = {document.slug: _stem(kit, document) for document in kit.documents}
    yield from ((f"calendar/{stems[slug]}.ics", data) for slug, data in calendars_of(kit).items())


def _enclosures(kit: Kit) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each PDF that goes along, as it is."""
    taken: set[str] = set()
    yield from ((f"enclosed/{enclosed_name(one, taken)}", gate.bytes_of(one.path)) for one in kit.beside)


def enclosed_name(enclosure: Enclosure, taken: set[str]) -> str:
    """Return the name under which a PDF goes along, other than those taken."""
    return unique(_plain(enclosure.path.stem), ".pdf", taken)


def _stem(kit: Kit, document: Document) -> str:
    return portable("-".join([document.slug, *state_of(one_alone(kit, document))]))


def one_alone(kit: Kit, document: Document) -> Kit:
    """Return a document of a kit as a kit of its own, without cover and contents, under its own embargo."""
    return replace(
        kit,
        title=title_of(document),
        language=document.language,
        documents=(document,),
        alone=True,
        event=None,
        summary=None,
        date=getattr(document, "date", None) or kit.date,
        embargo=embargo_of(kit, document),
        correction=getattr(document, "correction", None),
    )


def _logos(kit: Kit) -> Iterator[Entry]:
    taken: set[str] = set()
    for path in (kit.brand.logo, kit.brand.logo_reversed):
        if path:
            name, suffix, data = to_hand_on(path)
            yield Entry(f"logos/{unique(_plain(name), '', taken)}{suffix}", data)


def photos_of(kit: Kit) -> tuple[Photo, ...]:
    """Return each photo of a kit once: those of the photo sheet, then portraits; one without a caption is named."""
    photos: dict[Path, Photo] = {}
    for document in kit.documents:
        for photo in document.photos if isinstance(document, PhotoSheet) else ():
            photos.setdefault(gate.real(photo.path), photo)
    for document in kit.documents:
        if isinstance(document, Biography) and document.portrait:
            name = ", ".join(filter(None, (document.name, document.role)))
            portrait = replace(document.portrait, caption=document.portrait.caption or name)
            photos.setdefault(gate.real(portrait.path), portrait)
    return tuple(photos.values())


def photo_names(photos: Iterable[PackedPhoto]) -> dict[PackedPhoto, tuple[str, str]]:
    """Return each photo's names in the ZIP, full and web size: the name on the photo sheet, where it is plain."""
    taken: set[str] = set()
    names = {}
    for packed in photos:
        stem = unique(_plain(packed.photo.path.stem), "", taken)
        names[packed] = (f"photos/full/{stem}{_suffix(packed)}", f"photos/web/{stem}-web{packed.web.path.suffix}")
    return names


def _suffix(packed: PackedPhoto) -> str:
    """Return the ending of the full size: as the photo has it, where that is true."""
    own = packed.photo.path.suffix
    return own if own.lower().replace("jpeg", "jpg") == packed.full.path.suffix else packed.full.path.suffix


def _plain(stem: str) -> str:
    """Return a name in ASCII."""
    return portable(stem if PLAIN_NAME.fullmatch(stem) else slugify(stem))


def captions(kit: Kit, photos: Iterable[PackedPhoto], names: Mapping[PackedPhoto, tuple[str, str]]) -> bytes:
    """Return the words about all photos as a table for spreadsheets, each cell on one line."""
    words = language(kit.language)
    columns: dict[str, Callable[[PackedPhoto], object]] = {
        "full_size_file": lambda packed: names[packed][0],
        "web_size_file": lambda packed: names[packed][1],
        "caption": lambda packed: packed.photo.caption,
        "credit": lambda packed: packed.photo.credit,
        "photographer": lambda packed: packed.photo.creator,
        "copyright": lambda packed: packed.photo.copyright,
        "terms_of_use": lambda packed: packed.photo.terms,
        "description": lambda packed: packed.photo.alt,
        "width_px": lambda packed: packed.photo.width_px,
        "height_px": lambda packed: packed.photo.height_px,
    }
    rows = ([" ".join(str(value(packed) or "").split()) for value in columns.values()] for packed in photos)
    return spreadsheets.table([[words.word(name) for name in columns], *rows], words.separator)


def list_of(kit: Kit, files: Sequence[Entry]) -> bytes:
    """Return the list of files: what it is and how large in words, then SHA-256 and name as sha256sum reads them."""
    words = language(kit.language)
    rows = [f"{_size(file.size_bytes):>10}  {file.name}" for file in files]
    remarks = [*_head(kit, words), "", words.word("zip_files"), "", *rows, "", words.word("zip_proof"), ""]
    lines = [f"# {' '.join(line.splitlines())}".rstrip() for line in remarks]
    return "\n".join([*lines, *(f"{file.sha256}  {file.name}" for file in files), ""]).encode()


def _head(kit: Kit, words: Language) -> Iterator[str]:
    if kit.draft:
        yield f"{words.word('draft').upper()} – {words.word('not_ready')}"
    yield f"{kit.brand.name}: {kit.title}" if kit.title != kit.brand.name else kit.title
    if kit.embargo:
        yield words.word("embargoed_until", moment=words.moment(kit.embargo)).upper()
    yield kit.brand.disclosure or ""


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1_000_000:.1f} MB" if size_bytes >= 1_000_000 else f"{max(round(size_bytes / 1000), 1)} kB"


def write(files: Sequence[Entry], kit: Kit, stream: IO[bytes]) -> None:
    """Write the ZIP into a seekable stream, one file at a time."""
    day = kit.date
    moment = (day.year, day.month, day.day, 0, 0, 0) if day and day.year >= EARLIEST[0] else EARLIEST
    with zipfile.ZipFile(stream, "w") as archive:
        for file in files:
            about = zipfile.ZipInfo(file.name, moment)
            about.create_system = 3  # Unix, wherever it is made
            about.external_attr = 0o100644 << 16
            about.compress_type = zipfile.ZIP_STORED if file.name.lower().endswith(STORED) else zipfile.ZIP_DEFLATED
            about.file_size = file.size_bytes
            with file.opened() as source, archive.open(about, "w") as target:
                shutil.copyfileobj(source, target, CHUNK_BYTES)
