"""How large a kit is as a mail, and what takes the room where that is too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from presskit.composing.languages import language
from presskit.composing.parts.page import Picture
from presskit.composing.wording.salutations import greeting_of
from presskit.errors import OutputError
from presskit.findings import Where, finding
from presskit.model import Kit
from presskit.rendering.parts import Press
from presskit.rendering.pictures import prepare
from presskit.writing.files import default_name
from presskit.writing.mails.letters import Enclosed, lead_of, write_letter
from presskit.writing.mails.mail import attachment, draft

# What a reader's own lines may add to a mail: name, address, salutation and note, encoded, in header, text and HTML.
OWN_BYTES = 20_000
NAMED = 5  # pieces that an error names


def mail_bytes(kit: Kit, pdf: bytes | None) -> int:
    """Return the bytes of the largest mail with which a kit is sent: text, HTML, headers, and the PDF encoded."""
    name = default_name(kit)
    enclosed, parts = ([Enclosed(name, len(pdf))], [attachment(name, pdf)]) if pdf is not None else ([], [])
    leads = [lead_of(kit), *(lead_of(kit, release.language) for release in kit.releases)]
    words = language(kit.language)
    letters = [write_letter(kit, lead, enclosed, corrected=True) for lead in dict.fromkeys(leads)]
    return OWN_BYTES + max(len(draft(letter, greeting_of(words), None, parts)) for letter in letters)


def too_big(kit: Kit, pdf: bytes, pictures: Sequence[Picture], press: Press, limit: int) -> OutputError:
    """Return the error for a kit whose mail is too big at its smallest, with the biggest pieces."""
    from presskit.linking.sizes import typeface_bytes  # noqa: PLC0415  (pikepdf is slow to import, and most kits fit)

    pieces = Counter(dict.fromkeys(["typefaces"], typeface_bytes(pdf)))
    for path, boxes in _boxes(pictures).items():
        prepared = [prepare(path, box, press.resolution, press.cache) for box in boxes]
        pieces[path.name] += sum(file.size_bytes for file in prepared)
    pieces["text and the rest"] = max(0, len(pdf) - pieces.total())
    total = mail_bytes(kit, pdf)
    share = 4 / 3 * 78 / 76  # what base64 and its line ends add
    named = [f"{name} {in_mb(size * share)}" for name, size in pieces.most_common(NAMED)]
    return OutputError(
        finding("m-007", Where(kit.folder), size=in_mb(total), limit=in_mb(limit), pieces=", ".join(named))
    )


def _boxes(pictures: Iterable[Picture]) -> dict[Path, set[tuple[float, float]]]:
    """Return the sizes in which each picture is shown: equal ones stand in the PDF once."""
    boxes: dict[Path, set[tuple[float, float]]] = {}
    for picture in pictures:
        boxes.setdefault(picture.path, set()).add((picture.width_pt, picture.height_pt))
    return boxes


def in_mb(size_bytes: float) -> str:
    """Return a size to be held against a limit: "7.24 MB", "0.04 MB"."""
    return f"{max(size_bytes / 1_000_000, 0.01):.2f} MB"
