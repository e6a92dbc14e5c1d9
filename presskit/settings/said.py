"""What settings say, as plain values that every room may know.

The forms that check what people write (presskit.settings.kit and its neighbours) take 0.2 s to load: they are loaded
where there is something to check.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from presskit import gate
from presskit.model import Contact

# Of pictures, on the names that people have; what a file is, its content says.
PICTURE_ENDINGS = (
    *("jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "webp", "heic", "heif", "hif", "avif"),
    *("gif", "bmp", "dib", "jp2", "j2k", "jpf", "jpx"),
)


@dataclass(frozen=True)
class Said:
    """A group of settings. stated: those that stand in the file, also where they say what would hold without them."""

    stated: frozenset[str] = field(default=frozenset(), compare=False, kw_only=True)


@dataclass(frozen=True)
class ChangeSettings(Said):
    """What changed since the text was first sent out. changed: the words that say when."""

    version: int | None = None
    correction: str | None = None
    changed: str | None = None


@dataclass(frozen=True)
class FrontMatter(ChangeSettings):
    """The settings at the top of a text, or what kit.toml says of a file, which may be “leave out” as its kind.

    embargo: the words as written. kind: what it is (presskit.kinds).
    """

    kind: str | None = None
    label: str | None = None
    headline: str | None = None
    subhead: str | None = None
    date: dt.date | None = None
    status: Literal["immediate", "embargo", "corrected", "updated", "withdrawn"] | None = None
    embargo: str | None = None
    language: str | None = None
    slug: str | None = None
    pull: str | None = None
    dateline: str | None = None
    contacts: tuple[Contact, ...] = ()
    boilerplate: str | None = None
    name: str | None = None
    role: str | None = None
    intro: str | None = None
    portrait: str | None = None
    keep: tuple[str, ...] = ()


@dataclass(frozen=True)
class Acceptance(Said):
    """One thing to look at that a person found right: the whole sentence that was said of it, who; the file."""

    words: str
    who: str
    file: str | None = None


@dataclass(frozen=True)
class KitSettings(ChangeSettings):
    """What kit.toml says. brand: the brand's folder. embargo: the words as written."""

    title: str | None = None
    event: str | None = None
    date: dt.date | None = None
    language: str = "en"
    paper: Literal["letter", "a4"] | None = None
    theme: str = "editorial"
    embargo: str | None = None
    status: Literal["corrected", "updated", "withdrawn"] | None = None
    contacts: tuple[Contact, ...] = ()
    brand: Path | None = None
    download: str | None = None
    order: tuple[str, ...] = ()
    files: Mapping[str, FrontMatter] = field(default_factory=dict)
    accepted: tuple[Acceptance, ...] = ()
    summary: str | None = None
    cover: str | None = None
    photo_order: tuple[str, ...] = ()
    region: str = "US"
    zones: tuple[str, ...] = ()
    tighten: bool = True
    bind: bool | Literal["scaled"] = False

    @property
    def country(self) -> str | None:
        """The region where kit.toml states one: a text's own place says it otherwise."""
        return self.region if "region" in self.stated else None

    def file(self, path: Path) -> FrontMatter:
        """Return what is said of a file, by its name or by its path from the kit: “releases/pier.docx”."""
        ways = [unicodedata.normalize("NFC", Path(*gate.real(path).parts[-count:]).as_posix()) for count in (1, 2, 3)]
        known = {unicodedata.normalize("NFC", name): own for name, own in self.files.items()}
        return next((known[way] for way in ways if way in known), FrontMatter())


@dataclass(frozen=True)
class PhotoSettings(Said):
    """What photos.toml says about one photo; it wins over what the file itself says."""

    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    terms: str | None = None
    copyright: str | None = None
    creator: str | None = None
    focus: str | None = None
