"""PDFs from anywhere, opened to be read: whether one is locked, what its protection forbids, and its words.

pypdf reads the words; qpdf, through pikepdf, takes the lock off: it knows every kind (RC4, AES, revisions 2 to 6) and
is here anyway. pypdf would need one more package for AES, and opens what RC4 protects without a word about it.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding

if TYPE_CHECKING:
    from pikepdf import Pdf, Permissions
    from pypdf import PdfReader

# The name stands in every file that has a lock, also where letters of it are written as numbers (ISO 32000-2, 7.3.5).
ENCRYPT = re.compile(b"/" + b"".join(b"(?:%c|#(?i:%02x))" % (letter, letter) for letter in b"Encrypt"))


class LockedError(SourceError):
    """A PDF that cannot be opened: it is locked, and nobody asks for its password. how: “with a password”."""

    def __init__(self, *problems: Finding, how: str = "") -> None:
        super().__init__(*problems)
        self.how = how


class OpenedPdf(NamedTuple):
    """A PDF that can be read. forbids: None where it has no protection, else what that forbids, in words."""

    reader: PdfReader
    forbids: tuple[str, ...] | None = None

    @property
    def protection(self) -> str:
        """What there is to say of its protection: "forbids printing and copying"; empty where it has none."""
        if self.forbids is None:
            return ""
        *words, last = self.forbids or ("",)
        listed = f"{', '.join(words)} and {last}" if words else last
        return f"forbids {listed}" if listed else "is encrypted"


def open_pdf(pdf: bytes, where: Where) -> OpenedPdf:
    """Return a PDF to be read. Raises LockedError p-022 with `where`, and what pypdf raises of damaged files."""
    from pypdf import PdfReader  # noqa: PLC0415  (slow to import)

    plain, forbids = _unlocked(pdf, where) if ENCRYPT.search(pdf) else (pdf, None)
    return OpenedPdf(PdfReader(BytesIO(plain)), forbids)


def _unlocked(pdf: bytes, where: Where) -> tuple[bytes, tuple[str, ...] | None]:
    """Return a PDF without its protection, and what that forbids; None where it only mentions one."""
    import pikepdf  # noqa: PLC0415  (slow to import, and hardly a file is locked)

    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            return _without_lock(opened), _forbidden(opened.allow) if opened.is_encrypted else None
    except pikepdf.PasswordError:
        raise _locked(where, "with a password") from None
    except (pikepdf.PdfError, RuntimeError, ValueError):
        raise _locked(where, "in a way that presskit does not know, or is damaged") from None


def _locked(where: Where, how: str) -> LockedError:
    name = where.file.name if where.file else "The PDF"
    return LockedError(finding("p-022", where, name=name, how=how), how=how)


def _without_lock(opened: Pdf) -> bytes:
    """Return the file as it was before it was locked: what is packed in it stays packed, whatever it unpacks to."""
    from pikepdf import StreamDecodeLevel  # noqa: PLC0415  (slow to import)

    plain = BytesIO()
    opened.save(plain, fix_metadata_version=False, compress_streams=False, stream_decode_level=StreamDecodeLevel.none)
    return plain.getvalue()


def _forbidden(allowed: Permissions) -> tuple[str, ...]:
    words = {
        "printing": allowed.print_lowres,
        "sharp printing": allowed.print_highres or not allowed.print_lowres,
        "copying": allowed.extract,
        "reading aloud": allowed.accessibility,
        "changing": allowed.modify_other,
    }
    return tuple(word for word, is_allowed in words.items() if not is_allowed)
