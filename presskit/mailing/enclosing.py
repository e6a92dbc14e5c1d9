"""What goes with the drafts: the PDF, and a photo and the logo where the mail has room for them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePath

from presskit import gate
from presskit.composing.parts.calendars import calendars_of
from presskit.findings import Where, finding
from presskit.making.budget import OWN_BYTES, mail_bytes
from presskit.making.orders import BuildOrder, MadeKit
from presskit.model import Kit, PhotoSheet
from presskit.names import portable, unique
from presskit.outcomes import value_of
from presskit.sorting.logos import to_hand_on
from presskit.working.workers import Task, Workers, limits_for
from presskit.writing import files
from presskit.writing.mails.letters import Enclosed
from presskit.writing.mails.mail import attachment

SHARE = 76 / 78 * 3 / 4  # of a mail's bytes, what base64 leaves for a file


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

    @cached_property
    def sha256(self) -> str:
        """What tells it from every other version."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def recorded(self) -> dict[str, str]:
        """What the record says of it."""
        return {"file": self.name, "sha256": self.sha256}

    @property
    def mail_bytes(self) -> int:
        """What the file adds to a mail: itself, and what text and HTML say of it."""
        return len(self.part) + 12 * len(f"{self.name}{self.note}".encode()) + 1000

    @property
    def enclosed(self) -> Enclosed:
        """What a letter says of it."""
        return Enclosed(self.name, len(self.data), self.note)


def enclosed_with(order: BuildOrder, made: MadeKit) -> tuple[File, ...]:
    """Return what is attached: the PDF first."""
    pdf = File(files.default_name(made.kit), made.linked.pdf)
    left = order.mail_limit - mail_bytes(made.kit, made.linked.pdf)
    chosen, taken = [pdf], {pdf.name}
    own = (*_calendars(made.kit), *_enclosures(made.kit))
    for file in (*own, _photo(order, made.kit, left), _logo(order, made.kit)):
        if file and file.mail_bytes <= left:
            name = PurePath(file.name)
            chosen.append(replace(file, name=unique(name.stem, name.suffix, taken)))
            left -= file.mail_bytes
    return tuple(chosen)


def _calendars(kit: Kit) -> Iterator[File]:
    """Yield what the kit invites to, for calendars."""
    yield from (File(portable(f"{slug}.ics"), data) for slug, data in calendars_of(kit).items())


def _enclosures(kit: Kit) -> Iterator[File]:
    """Yield the PDFs that go along."""
    yield from (File(portable(one.path.name), gate.bytes_of(one.path), one.title) for one in kit.beside)


def _photo(order: BuildOrder, kit: Kit, room: int) -> File | None:
    """Return the kit's first photo, for screens, small enough for the room."""
    photo = next((one for sheet in kit.documents if isinstance(sheet, PhotoSheet) for one in sheet.photos), None)
    most = int((room - OWN_BYTES) * SHARE)
    if not photo or most <= 0:
        return None
    with Workers(1, order.limits) as workers:
        blame = finding("s-007", Where(photo.path), name=photo.name, reason="")
        task = Task("presskit.writing.pictures.photos:small_enough", (photo, kit.brand, most), limits_for([photo.path]))
        data = value_of(workers, task, blame)
    words = " ".join(filter(None, (photo.caption, photo.credit)))
    return File(portable(f"{photo.path.stem}.jpg"), data, words) if data else None


def _logo(order: BuildOrder, kit: Kit) -> File | None:
    """Return the logo; a drawing (SVG), which few mail programs show, as a picture."""
    logo = kit.brand.logo
    if not logo:
        return None
    name, suffix, data = to_hand_on(logo)
    if suffix == ".svg":
        with Workers(1, order.limits) as workers:
            blame = finding("s-007", Where(logo), name=logo.name, reason="")
            task = Task("presskit.rendering.drawings:as_png", (logo,), limits_for([logo]))
            suffix, data = ".png", value_of(workers, task, blame)
    return File(portable(f"{name}{suffix}"), data)
