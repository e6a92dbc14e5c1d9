"""The draft of a mail that hands on one photo, as the window saves it: for a person to address and to send."""

from __future__ import annotations

from pathlib import Path, PurePath

from presskit import gate
from presskit.errors import usage_error
from presskit.findings import Finding, Where, finding
from presskit.mailing.orders import Mailed, MailOrder
from presskit.making.budget import in_mb
from presskit.making.orders import MadeKit
from presskit.model import Kit, Photo
from presskit.names import as_one, as_one_file, unique
from presskit.outcomes import value_of
from presskit.sorting.sources import Sources
from presskit.working.workers import Task, Workers, limits_for
from presskit.writing import files
from presskit.writing.archive import photos_of
from presskit.writing.mails.photo import name_of, photo_mail

SHOWN = 12  # photos that are named where another was asked for


def photo_drafted(
    order: MailOrder, sources: Sources, made: MadeKit, folder: Path, findings: tuple[Finding, ...]
) -> Mailed:
    """Write the draft under a name that is free, and return what was written. Raises UsageError, OutputError."""
    assert order.photo is not None
    photo = photo_called(made.kit, order.photo)
    with Workers(1, order.build.limits) as workers:
        blame = finding("s-007", Where(photo.path), name=photo.name, reason="")
        task = Task("presskit.writing.pictures.photos:full_size", (photo, made.kit.brand), limits_for([photo.path]))
        data = value_of(workers, task, blame)
    file = name_of(photo, data)
    mail = photo_mail(made.kit, photo, file, data)
    taken = {as_one(path.name) for path in gate.files_in(folder)}
    name = unique(PurePath(file).stem, ".eml", taken)
    files.require_place(folder / name, sources.kept)
    files.write(folder / name, mail)
    return Mailed(made, folder, (name,), (file,), len(mail), (*findings, *too_large(mail, order)), number=1, begin=name)


def too_large(mail: bytes, order: MailOrder) -> tuple[Finding, ...]:
    """Return that a mail is larger than one may be; the photo goes out as large as it is all the same."""
    limit = order.build.mail_limit
    return (finding("m-018", size=in_mb(len(mail)), limit=in_mb(limit)),) if len(mail) > limit else ()


def photo_called(kit: Kit, called: str) -> Photo:
    """Return a photo by its number, from 1, as the window and the ZIP count them, or by its file's name."""
    photos = photos_of(kit)
    if called.isdecimal() and 0 < int(called) <= len(photos):
        return photos[int(called) - 1]
    named = [photo for photo in photos if as_one_file(photo.path.name) == as_one_file(called)]
    if len(named) == 1:
        return named[0]
    told = ", ".join(f"{number} {photo.path.name}" for number, photo in enumerate(photos[:SHOWN], start=1))
    more = ", …" if len(photos) > SHOWN else ""
    hint = f"Give the number or the name of one: {told}{more}" if photos else "Put photos into the kit first."
    raise usage_error(f"“{called}” names {'several' if named else 'none'} of the kit's photos", hint)
