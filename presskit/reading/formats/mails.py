"""Saved mails (.eml, and Outlook's .msg): the release in them, and nothing of the mail around it.

Who wrote to whom, the note above a forwarded release, signatures and legal footers are none of the release: they are
left out, and listed with the reason. What is attached is named; files in a mail are not read.
"""

from __future__ import annotations

import email.policy
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.limits import TEXT_BYTES
from presskit.model import Block, Removed
from presskit.names import legible, shown
from presskit.reading.blocks import SourceText, words_in
from presskit.reading.cues.junk import LEGAL, removed
from presskit.reading.cues.marks import find_date_line, read_status
from presskit.reading.formats.text import LINE_BREAK, read_text
from presskit.reading.formats.web import read_page
from presskit.reading.markup import escape
from presskit.reading.words import one_of, words

AROUND, SUBJECT = "the mail around the release", "the subject of the mail"
FIELDS = words("""
from to cc sent date subject reply-to de à a envoyé objet cc von an gesendet betreff datum enviado~el enviado para
asunto fecha من إلى الموضوع التاريخ تم~الإرسال
""")
FIELD = re.compile(rf"\**(?:{one_of(FIELDS)})\**\s*:\**\s", re.IGNORECASE)
FORWARDED = re.compile(
    r"[-_\s>]*(?:(?:original|forwarded) message|begin forwarded message|message (?:transféré|d.origine|original)"
    r"|(?:weitergeleitete|ursprüngliche) nachricht|mensaje (?:reenviado|original)|الرسالة الأصلية|رسالة معاد توجيهها)"
    r"[-_\s:]*",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"(?:dear|hi|hello|good (?:morning|afternoon)|bonjour|chère?s?|madame|hallo|guten tag|liebe[rs]?|sehr geehrte[rs]?"
    r"|hola|buenos días|buenas tardes|estimad[oa]s?|querid[oa]s?|مرحبا|السلام عليكم|عزيزي|السيد)"
    r"\b[^.!?\n]{0,60}[,!:،]?",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"(?:(?:kind|best|warm) (?:regards|wishes)|regards|best|thanks|thank you|yours \w+|sincerely|cheers|cordialement"
    r"|bien à vous|bien cordialement|mit freundlichen grüßen|(?:viele|beste|herzliche) grüße|saludos(?: cordiales)?"
    r"|atentamente|un saludo|مع (?:أطيب )?التحيات|وتفضلوا)\b.{0,30}",
    re.IGNORECASE,
)
SIGNATURE = re.compile(
    r"--[ \xa0]?|_{5,}|sent from my \w+.*|envoyé de mon \w+.*|von meinem \w+ gesendet.*", re.IGNORECASE
)
# What the libraries raise where a mail contradicts itself.
BROKEN = (ArithmeticError, AssertionError, AttributeError, LookupError, OSError, TypeError, ValueError)
# Fields in which a mail or the program that sent it says whom it is for: RFC 4021, and labels of offices' programs.
OF_SECRECY = re.compile(r"sensitivity|classification|keywords|msip_labels?", re.IGNORECASE)
COMPANY_CONFIDENTIAL = 3  # [MS-OXCMSG] 2.2.1.13
SENSITIVITY = 0x36
ANSWERED = re.compile(r"(?:\s*(?:(?:re|fwd?|aw|wg|tr|rv|rif|i|enc)\s*:|\[[^\]]{1,20}\]))+\s*", re.IGNORECASE)
PARAGRAPH_WORDS = 15
NOTE_BLOCKS = 12  # a note above a release is no longer
SIGNATURE_BLOCKS, SIGNATURE_WORDS = 8, 12


@dataclass(frozen=True)
class Mail:
    """A mail as its file has it: what it is about, its words as text or as HTML, the names of what is attached.

    told: what its fields say of its secrecy.
    """

    subject: str
    text: str
    is_html: bool
    attached: tuple[str, ...]
    told: tuple[str, ...] = ()


def read_eml(path: Path, data: bytes) -> tuple[SourceText, list[Finding]]:
    """Return the release in a saved mail (RFC 5322, MIME), and what is to look at. Raises SourceError s-023, s-002."""
    try:
        mail = mail_in(data)
    except BROKEN as error:
        raise damaged(path, "a saved mail") from error
    return read_mail(mail, path)


def mail_in(data: bytes) -> Mail:
    """Return what a saved mail holds; of a mail that breaks the rules Python's parser raises much (BROKEN)."""
    message = BytesParser(policy=email.policy.default).parsebytes(data)
    assert isinstance(message, EmailMessage)
    body = message.get_body(preferencelist=("html", "plain"))
    attached = tuple(part.get_filename() or part.get_content_type() for part in message.iter_attachments())
    try:
        text = str(body.get_content()) if body else ""
    except (LookupError, ValueError):  # an encoding that nobody knows
        raw = body.get_payload(decode=True) if body else b""
        text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
    is_html = bool(body and body.get_content_subtype() == "html")
    return Mail(str(message.get("subject") or ""), text, is_html, attached, told_by(message.items()))


def told_by(fields: Iterable[tuple[str, object]]) -> tuple[str, ...]:
    """Return what fields of a mail say of its secrecy: “Company-Confidential”, or the values of a label."""
    said = (str(value) for name, value in fields if OF_SECRECY.search(name))
    return tuple(words.strip() for value in said for words in re.split(r"[;,=]", value))


def read_msg(path: Path, data: bytes) -> tuple[SourceText, list[Finding]]:
    """Return the release in a mail that Outlook saved, and what is to look at. Raises SourceError s-023."""
    from oxmsg import Message  # noqa: PLC0415  (most kits hold no such mail)

    try:
        message = Message.load(data)
        html, text = message.html_body, message.body
        attached = tuple(one.file_name or "without a name" for one in message.attachments)
        told = told_by(message.message_headers.items())
        if message.properties.int_prop_value(SENSITIVITY) == COMPANY_CONFIDENTIAL:
            told = (*told, "Company-Confidential")
        mail = Mail(message.subject, html or text or "", bool(html), attached, told)
    except BROKEN as error:
        raise damaged(path, "a mail saved by Outlook") from error
    return read_mail(mail, path)


def damaged(path: Path, kind: str) -> SourceError:
    """Return the error for a mail that cannot be opened."""
    return SourceError(finding("s-023", Where(path), name=path.name, kind=kind))


def read_mail(mail: Mail, path: Path) -> tuple[SourceText, list[Finding]]:
    """Return the release in a mail. Raises SourceError s-002 where it holds no words."""
    mail = readable(mail)
    if not mail.text.strip():
        raise SourceError(finding("s-002", Where(path), name=path.name))
    found: list[Finding] = []
    TEXT_BYTES.require(len(mail.text), Where(path))
    if mail.is_html:
        source, found = read_page(mail.text, path, is_whole=True)
        source = replace(source, lines=dict.fromkeys(source.lines))
    else:
        source = read_text(LINE_BREAK.sub("\n", unquoted(mail.text)))
    start, end = bounds(source.blocks)
    titles = title_of(mail.subject, source.blocks[start:end])
    gone = [Removed(None, mail.subject, SUBJECT)] if mail.subject and not titles else []
    gone += [line for block in (*source.blocks[:start], *source.blocks[end:]) for line in removed(block, AROUND)]
    if mail.attached:
        found = [*found, finding("s-024", Where(path), name=path.name, files=", ".join(mail.attached))]
    blocks = (*titles, *source.blocks[start:end])
    told = (*source.told, *mail.told)
    return replace(source, blocks=blocks, removed=(*source.removed, *gone), told=told), found


def title_of(subject: str, blocks: Sequence[Block]) -> list[Block]:
    """Return a mail's subject as the headline of the release in it, where that begins with its first paragraph."""
    first = next((block for block in blocks if not (read_status(block.text) or find_date_line(block.text))), None)
    title = ANSWERED.sub("", subject).strip()
    is_bare = first and first.kind == "paragraph" and words_in(first.text) >= PARAGRAPH_WORDS
    return [Block("heading", title, escape(title), None, 1)] if title and is_bare else []


def readable(mail: Mail) -> Mail:
    """Return a mail without what no output can hold: its words come in any encoding, and may be none."""
    names = tuple(shown(name) for name in mail.attached)
    told = tuple(map(legible, mail.told))
    return replace(mail, subject=legible(mail.subject), text=legible(mail.text), attached=names, told=told)


def unquoted(text: str) -> str:
    """Return a mail's text without the signs that quote a whole forwarded mail."""
    lines = text.splitlines()
    quoted = [line for line in lines if line.startswith(">")]
    return "\n".join(re.sub(r"^>+ ?", "", line) for line in lines) if len(quoted) * 2 > len(lines) else text


def bounds(blocks: Sequence[Block]) -> tuple[int, int]:
    """Return where the release begins among a mail's blocks, and where it ends."""
    start = max(after_fields(blocks), default=0)
    start = after_note(blocks, start)
    return start, before_signature(blocks, start)


def after_fields(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the places behind the head of each mail that was forwarded."""
    for place, block in enumerate(blocks):
        lines = [line for line in block.text.split("\n") if line.strip()]
        if (
            FORWARDED.fullmatch(block.text.strip())
            or (lines and sum(bool(FIELD.match(line)) for line in lines) >= max(3, len(lines) // 2))
            or (
                FIELD.match(block.text)
                and place >= 2
                and all(FIELD.match(one.text) for one in blocks[place - 2 : place])
            )
        ):
            yield place + 1


def after_note(blocks: Sequence[Block], start: int) -> int:
    """Return the place behind what somebody wrote above the release: to its status line, or behind the closing."""
    near = range(start, min(start + NOTE_BLOCKS, len(blocks)))
    status = next((place for place in near if read_status(blocks[place].text)), None)
    if status is not None:
        return status
    if start >= len(blocks) or not GREETING.match(blocks[start].text):
        return start
    for place in near[1:]:
        first, _, rest = blocks[place].text.partition("\n")
        if CLOSING.fullmatch(first.strip()):
            has_name = not rest and place + 1 < len(blocks) and words_in(blocks[place + 1].text) <= 4
            return place + 1 + has_name
    return start + 1 if GREETING.fullmatch(blocks[start].text.strip()) else start


def before_signature(blocks: Sequence[Block], start: int) -> int:
    """Return where the release ends: before the signature, the closing of the mail or its legal footer."""
    end = len(blocks)
    for place in range(start + 1, len(blocks)):
        text = blocks[place].text.strip()
        rest = blocks[place + 1 :]
        is_short = len(rest) <= SIGNATURE_BLOCKS and all(words_in(one.text) <= SIGNATURE_WORDS for one in rest)
        first = text.split("\n", 1)[0].strip()
        if SIGNATURE.fullmatch(first) or LEGAL.match(text) or (CLOSING.fullmatch(first) and is_short):
            return min(end, place)
    return end
