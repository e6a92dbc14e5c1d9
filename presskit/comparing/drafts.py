"""The draft of a mail against the one that its kit gives today: its head, its words, and what is attached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses
from pathlib import Path

from presskit import gate
from presskit.checking.promises import Promises
from presskit.comparing.finished import compare_bytes
from presskit.comparing.readers import Readers
from presskit.comparing.texts import differences
from presskit.findings import Finding, finding

HEADS = ("To", "Cc", "Bcc", "From", "Subject", "Reply-To")
BODIES = {"text/plain": "text.txt", "text/html": "page.html"}


def compare_draft(path: Path, fresh: bytes, promises: Promises) -> tuple[Finding, ...]:
    """Return how a draft differs from `fresh`; nothing where the bytes are equal."""
    data = gate.bytes_of(path)
    if data == fresh:
        return ()
    file, kit = (message_from_bytes(one, policy=default) for one in (data, fresh))
    found = dict.fromkeys((*_heads(file, kit), *_parts(file, kit, promises)))
    return tuple(found) or (finding("p-038", name=path.name),)


def readers_of(drafts: Sequence[Path]) -> list[Readers]:
    """Return who each draft goes to."""
    return [_readers_of(path) for path in drafts]


def _readers_of(path: Path) -> Readers:
    """Return who a draft goes to: the people in Bcc, where there are any; To is then the organisation itself."""
    mail = message_from_bytes(gate.bytes_of(path), policy=default)
    hidden, open_ = (_addresses(mail, name) for name in ("Bcc", "To"))
    return Readers(hidden or open_, is_hidden=bool(hidden))


def _addresses(mail: EmailMessage, name: str) -> frozenset[str]:
    written = getaddresses([str(value) for value in mail.get_all(name, [])])
    return frozenset(address.lower() for _, address in written if address)


def _heads(file: EmailMessage, kit: EmailMessage) -> Iterator[Finding]:
    for name in HEADS:
        olds, news = (" ".join(map(str, one.get_all(name, []))) for one in (file, kit))
        if olds != news:
            yield finding("p-037", difference=f"The line {name} is “{olds}” in the file, and “{news}” in the kit")


def _parts(file: EmailMessage, kit: EmailMessage, promises: Promises) -> Iterator[Finding]:
    """Yield how the parts differ: those of the text by their kinds, the others by their names."""
    olds, news = dict(_named(file)), dict(_named(kit))
    for name in {**news, **olds}:
        old, new = olds.get(name), news.get(name)
        if old is None or new is None:
            here, there = ("kit", "file") if old is None else ("file", "kit")
            yield finding("p-037", difference=f"What is attached as {name} is in the {here} and not in the {there}")
        elif old != new and name.endswith(".pdf"):
            yield from compare_bytes(old, new, promises, Path(name))
        elif old != new:
            yield from (item for item in differences(name, old, new) if item.code != "p-038")


def _named(mail: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in mail.walk():
        kind = part.get_content_type()
        if part.is_multipart():
            continue
        data = part.get_payload(decode=True)
        body = BODIES.get(kind) if not part.get_filename() else None
        yield body or part.get_filename() or kind, data if isinstance(data, bytes) else b""
