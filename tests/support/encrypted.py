"""Real encrypted PDFs: every revision of the standard's lock, made by qpdf."""

from __future__ import annotations

import io
import warnings

import pikepdf
from pikepdf import Encryption, Permissions

# What Encryption takes for each lock (ISO 32000-2, 7.6; revision 5 is Adobe's own, between two editions).
LOCKS: dict[str, dict[str, object]] = {
    "RC4, 40 bits": {"R": 2, "aes": False, "metadata": False},
    "RC4, 128 bits": {"R": 3, "aes": False, "metadata": False},
    "RC4, crypt filters": {"R": 4, "aes": False, "metadata": False},
    "AES, 128 bits": {"R": 4},
    "AES, 256 bits, revision 5": {"R": 5},
    "AES, 256 bits": {"R": 6},
}
NO_PRINTING = Permissions(print_lowres=False, print_highres=False, extract=False)


def encrypted(pdf: bytes, lock: str = "AES, 256 bits", user: str = "", allow: Permissions = NO_PRINTING) -> bytes:
    """Return a PDF with a lock: with a `user` password nobody opens it without; else it only forbids."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # revision 5 is not made any more, and found all the same
        opened.save(file, encryption=Encryption(owner="owner", user=user, allow=allow, **LOCKS[lock]))  # type: ignore[arg-type]
    return file.getvalue()
