"""Files that texts are handed around in, made hostile: OpenDocument, Rich Text, mails, blogs' exports."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from io import BytesIO

from tests.hostile.inputs import RELEASE, photo

WORDS = "HAVNEBY, 12 May 2026 – The harbour of Havneby opens its gates to sailing ships for the first time."
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = "".join(
    f' xmlns:{name}="{OPEN}:{space}:1.0"'
    for name, space in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
    )
)
LINKS = ' xmlns:xlink="http://www.w3.org/1999/xlink"'
END, FREE, FAT_SECTOR, NO_STREAM = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
SECTOR_BYTES, ENTRIES = 512, 128

# ---- OpenDocument and Rich Text


def opendocument(inside: str = "", head: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return an OpenDocument text with XML at the end of its body, words before its root, and other parts."""
    body = f"<text:h>The harbour opens</text:h><text:p>{WORDS}</text:p>{inside}"
    root = f"<office:document-content{SPACES}{LINKS} office:version='1.3'>"
    content = f"{head}{root}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    styles = f"<office:document-styles{SPACES} office:version='1.3'><office:styles/></office:document-styles>"
    own = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "styles.xml": styles}
    files = own | dict(parts or {})
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in files.items():
            archive.writestr(name, part)
    return data.getvalue()


def packed_wrongly(method: int) -> bytes:
    """Return an OpenDocument text whose parts are packed by a ZIP's method, and do not unpack."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text" * 3)
        archive.writestr("content.xml", WORDS * 3)
    lying = bytearray(data.getvalue())
    for name in (b"mimetype", b"content.xml"):
        start = lying.index(name) + len(name) + (9 if method == zipfile.ZIP_LZMA else 0)  # behind what LZMA says first
        lying[start : start + 9] = b"\xff" * 9
    return bytes(lying)


def frame(address: str) -> str:
    """Return a picture of an OpenDocument text by its address."""
    image = f'<draw:image xlink:href="{address}" xlink:type="simple" xlink:actuate="onLoad"/>'
    return f'<text:p><draw:frame draw:name="x">{image}</draw:frame></text:p>'


def rich_text(inside: str = "") -> bytes:
    """Return a Rich Text with groups at its end."""
    return (
        rf"{{\rtf1\ansi\ansicpg1252\deff0{{\fonttbl{{\f0 Arial;}}}}{{\header Havneby\par}}\pard The harbour opens\par"
        rf"\pard {WORDS.replace('–', chr(92) + 'endash ')}\par {inside}}}"
    ).encode()


# ---- Mails


def mail(
    text: str = RELEASE, subject: str = "FW: the harbour", files: Mapping[str, bytes] | None = None, html: str = ""
) -> bytes:
    """Return a saved mail with a release in it."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "tom@harbour.example", "ana@harbour.example", subject
    message["Date"] = "Tue, 12 May 2026 09:00:00 +0000"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in (files or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def raw_mail(rest: str, head: str = "") -> bytes:
    """Return a mail whose fields and parts are written by hand."""
    fields = "From: tom@harbour.example\r\nTo: ana@harbour.example\r\nSubject: the harbour\r\nMIME-Version: 1.0\r\n"
    return f"{fields}{head}{rest}".encode("utf-8", "surrogateescape")


def parts_in_parts(depth: int) -> bytes:
    """Return a mail of parts inside one another."""
    opened = "".join(
        f'Content-Type: multipart/mixed; boundary="b{place}"\r\n\r\n--b{place}\r\n' for place in range(depth)
    )
    return raw_mail(f"{opened}Content-Type: text/plain\r\n\r\n{RELEASE}")


def outlook(
    streams: Mapping[str, bytes] | None = None,
    chain: Sequence[int] | None = None,
    siblings: Mapping[int, tuple[int, int, int]] | None = None,
    stated_bytes: int | None = None,
) -> bytes:
    """Return a mail as Outlook saves it (MS-CFB 3): a folder of streams, in sectors that a table chains.

    chain: the table's entries instead of honest ones. siblings: left, right and child of entries of the folder.
    stated_bytes: what each stream says of its size.
    """
    own = {
        "__properties_version1.0": properties(),
        "__substg1.0_0037001F": "the harbour".encode("utf-16-le"),
        "__substg1.0_1000001F": RELEASE.encode("utf-16-le"),
    } | dict(streams or {})
    # None is small: those stand in a table of their own.
    contents = [data + b" \0" * max(0, (4097 - len(data)) // 2) for data in own.values()]
    folder_sectors = (len(own) + 4) // 4
    table, sectors = [FAT_SECTOR, *range(2, folder_sectors + 1), END], [b""]
    entries = [entry("Root Entry", 5, END, 0, child=1)]
    for place, (name, data) in enumerate(zip(own, contents, strict=True), start=1):
        count = -(-len(data) // SECTOR_BYTES)
        first = len(table)
        table += [*range(first + 1, first + count), END]
        right = place + 1 if place < len(own) else NO_STREAM
        entries.append(entry(name, 2, first, stated_bytes or len(data), right=right))
    for place, (left, right, child) in (siblings or {}).items():
        kept = entries[place]
        entries[place] = kept[:68] + struct.pack("<III", left, right, child) + kept[80:]
    folder = b"".join(entries).ljust(folder_sectors * SECTOR_BYTES, b"\0")
    entries_of_table = list(chain or table)[:ENTRIES]
    sectors = struct.pack(f"<{ENTRIES}I", *entries_of_table, *([FREE] * (ENTRIES - len(entries_of_table))))
    data = b"".join(content.ljust(-(-len(content) // SECTOR_BYTES) * SECTOR_BYTES, b"\0") for content in contents)
    return header() + sectors + folder + data


def properties(**numbers: int) -> bytes:
    """Return the stream of a mail's properties: its subject, its text, and numbers by their hexadecimal names."""
    words = struct.pack("<HHIQHHIQ", 0x1F, 0x37, 6, 24, 0x1F, 0x1000, 6, 24)
    return (
        bytes(32)
        + b"".join(struct.pack("<HHIQ", 3, int(name[1:], 16), 6, each) for name, each in numbers.items())
        + words * 127
    )


def header() -> bytes:
    """Return the first sector of a compound file: one sector of table, the folder behind it."""
    start = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    start += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0)
    return start + struct.pack("<109I", 0, *([FREE] * 108))


def entry(name: str, kind: int, first: int, size: int, right: int = NO_STREAM, child: int = NO_STREAM) -> bytes:
    """Return an entry of a compound file's folder."""
    written = name.encode("utf-16-le") + b"\0\0"
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(written), kind, 1, NO_STREAM, right, child)
        + bytes(36)
        + struct.pack("<IQ", first, size)
    )


OLD_WORD = outlook().replace("__properties".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))

# ---- Exports and feeds of a blog

WXR = (
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"'
    ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
)


def item(text: str = f"<p>{WORDS}</p>", title: str = "The harbour opens", more: str = "", kind: str = "post") -> str:
    """Return a post of an export."""
    return (
        f"<item><title>{title}</title><content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>1</wp:post_id>"
        f"<wp:post_date>2026-05-12 09:00:00</wp:post_date><wp:post_type>{kind}</wp:post_type>"
        f"<wp:status>publish</wp:status>{more}</item>"
    )


def wxr(items: str = "", head: str = "", channel: str = "<language>en</language>") -> bytes:
    """Return a WordPress export; with no items, of one post."""
    return f"{head}<rss version='2.0'{WXR}><channel>{channel}{items or item()}</channel></rss>".encode()


def feed(inside: str = "", head: str = "") -> bytes:
    """Return an Atom feed of one post."""
    entry_text = f"<title>The harbour opens</title><updated>2026-05-12T09:00:00Z</updated><content>{WORDS}</content>"
    return f'{head}<feed xmlns="http://www.w3.org/2005/Atom"><entry>{entry_text}{inside}</entry></feed>'.encode()


def picture() -> bytes:
    """Return a small picture."""
    return photo(60, 40, "PNG")
