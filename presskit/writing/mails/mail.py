"""A mail as a draft (.eml): to be opened, looked at and sent by a person. presskit itself sends nothing.

The parts are made by Python's email package. They are put together here, so that two hundred drafts encode their PDF
once. No clock and no chance goes into a byte.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr
from pathlib import PurePath

from presskit.composing.wording.salutations import Salutation
from presskit.errors import usage_error
from presskit.limits import size_in
from presskit.reading.lists.people import Recipient
from presskit.writing.mails.letters import Letter

# A boundary must stand in no part: “=_” occurs neither in quoted-printable nor in base64 (RFC 2045, 6.7).
LINE = "\r\n"
LINE_END = re.compile(r"[\r\n]+")
ENCODED = "=?"  # begins an encoded word (RFC 2047), out of which a program could read a line end
MAIL, BODY = "=_presskit_mail", "=_presskit_body"
# Named here, not asked of the system: its table differs from machine to machine.
KINDS = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ics": "text/calendar",
}
# 1 MB is 1,000,000 bytes: where a mail service counts 1,048,576 for one, the mail is under its limit all the same.
LEAST_BYTES = 10_000  # less is a number whose unit was forgotten: --mail-limit 10


def limit_bytes(words: str) -> int:
    """Return the bytes of "10MB", "7.3 MB", "500kB" or "9000000"; UsageError b-007 for anything else."""
    size = size_in(words)
    if size is None or size < LEAST_BYTES:
        problem = f"--mail-limit {words} is {'no size' if size is None else 'too small for a mail'}"
        raise usage_error(problem, "Write it like this: --mail-limit 10MB")
    return size


def attachment(name: str, data: bytes) -> bytes:
    """Return a file as the part of a mail, encoded."""
    kind, _, subkind = KINDS.get(PurePath(name).suffix.lower(), "application/octet-stream").partition("/")
    part = EmailMessage(policy=SMTP)
    part.set_content(data, maintype=kind, subtype=subkind, disposition="attachment", filename=name)
    del part["MIME-Version"]
    return part.as_bytes()


def draft(
    letter: Letter,
    greeting: Salutation,
    person: Recipient | None = None,
    attached: Sequence[bytes] = (),
    hidden: Sequence[Recipient] = (),
) -> bytes:
    """Return the draft of a mail; `attached`: parts as `attachment` makes them, `hidden`: who stands in Bcc."""
    lines = ["X-Unsent: 1"]  # opened as a mail to be sent, by programs that know it
    lines += [_to(person)] if person else []
    lines += [f"Bcc: {f',{LINE} '.join(other.email for other in hidden)}"] if hidden else []
    lines += [_words("Subject", letter.subject), "MIME-Version: 1.0", ""]
    texts = [_text(letter.text_for(greeting), "plain"), _text(letter.html_for(greeting), "html")]
    body = _joined("alternative", BODY, texts)
    return LINE.join(lines).encode("ascii") + _joined("mixed", MAIL, [body, *attached])


def mailbox_entry(mail: bytes) -> bytes:
    """Return a mail as one of an .mbox file (RFC 4155): what begins like the line between two mails is written anew."""
    lines = mail.replace(b"\r\n", b"\n").replace(b"\nFrom ", b"\n=46rom ")
    return b"From presskit@localhost Thu Jan  1 00:00:00 1970\n%b\n" % lines


def _to(person: Recipient) -> str:
    if not person.name or _is_plain(person.name):
        return f"To: {formataddr((person.name, person.email))}"
    return f"{_words('To', person.name)} <{person.email}>"


def _words(name: str, words: str) -> str:
    """Return a header of words, encoded where they are not ASCII (RFC 2047).

    Why not EmailMessage's own: it loses spaces between words in scripts other than Latin (Python 3.11).
    """
    line = LINE_END.sub(" ", words)
    return f"{name}: {Header(line, 'us-ascii' if _is_plain(line) else 'utf-8', 76, name).encode(linesep=LINE)}"


def _is_plain(words: str) -> bool:
    """Tell whether words can stand in a header as they are."""
    return words.isascii() and ENCODED not in words


def _text(text: str, kind: str) -> bytes:
    """Return text as a part; encoded always, because a paragraph is longer than a mail's lines may be (RFC 5322)."""
    part = EmailMessage(policy=SMTP)
    is_mostly_ascii = len(text.encode()) < 1.2 * len(text)
    part.set_content(text, subtype=kind, charset="utf-8", cte="quoted-printable" if is_mostly_ascii else "base64")
    del part["MIME-Version"]
    return part.as_bytes()


def _joined(kind: str, boundary: str, parts: Sequence[bytes]) -> bytes:
    """Return parts as one, with the line that says how they belong together (RFC 2046, 5.1.1)."""
    head, line = f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n'.encode(), boundary.encode()
    return head + b"".join(b"--%b\r\n%b\r\n" % (line, part) for part in parts) + b"--%b--\r\n" % line
