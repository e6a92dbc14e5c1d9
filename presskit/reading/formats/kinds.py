"""What kind of file a text is: by its first bytes, and by its name only where they do not tell.

Why: people rename. Rich Text is sent as .txt, an old Word file as .docx, a page of the web as .doc.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Literal

from presskit.reading.zips import BROKEN_ZIP
from presskit.settings import PICTURE_ENDINGS

Kind = Literal[
    "word", "old word", "opendocument", "rtf", "pdf", "mail", "outlook", "export", "page", "markdown", "text", "foreign"
]
READ_TABLES = (".csv", ".tsv", ".xlsx")  # as lists: of journalists, of what photos show
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # also Outlook's mails, and Word files that are locked
OUTLOOK = "__properties_version1.0".encode("utf-16-le")
BY_NAME: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".docx": "word",
    ".docm": "word",
    ".doc": "old word",
    ".odt": "opendocument",
    ".fodt": "foreign",
    ".rtf": "rtf",
    ".pdf": "pdf",
    ".eml": "mail",
    ".msg": "outlook",
    ".xml": "export",
    ".rss": "export",
    ".atom": "export",
}
# Formats presskit does not read: what they are, and the way to one it does.
FROM_WORD = "Open {name} in Word and save it as “Word Document (.docx)”, then build again."
FOREIGN = {
    ".doc": ("the format of Word before 2007", FROM_WORD),
    ".dot": ("a template of Word before 2007", FROM_WORD),
    ".dotx": ("a Word template", FROM_WORD),
    ".fodt": (
        "OpenDocument text in one piece",
        "Open {name} in LibreOffice and save it as “Word (.docx)”, then build again.",
    ),
    ".pages": ("the format of Apple's Pages", "Open {name} in Pages, choose File, Export To, Word, then build again."),
    ".mhtml": (
        "a web page in one file",
        "Open {name} in a browser, save it as “Web page, complete”, build again.",
    ),
}
PICTURES = tuple(f".{ending}" for ending in PICTURE_ENDINGS)
PICTURE = ("a picture", "Put {name} into a folder with your texts, and build the folder: presskit build FOLDER.")
TABLE = ("a table", "Copy what belongs into the kit from {name} into a text, as a table of Word, then build again.")
SLIDES = (
    "a presentation",
    "Copy the words of {name} into a text, its pictures into a folder “photos”, then build again.",
)
FILM = ("a film or a recording", "Put it on a page of the web, and write its address into a text.")
FOREIGN |= dict.fromkeys((*PICTURES, ".svg", ".heic", ".heif", ".avif", ".eps", ".ai", ".psd", ".jp2"), PICTURE)
FOREIGN |= dict.fromkeys((*READ_TABLES, ".xls", ".ods", ".numbers"), TABLE)
FOREIGN |= dict.fromkeys((".pptx", ".ppt", ".odp", ".key"), SLIDES)
FOREIGN |= dict.fromkeys((".mp4", ".mov", ".m4v", ".avi", ".mkv", ".webm", ".mp3", ".m4a", ".wav"), FILM)
FOREIGN[".zip"] = ("many files in one", "Unpack {name}, and name the folder or the texts that come out of it.")
FOREIGN[".mht"] = FOREIGN[".webarchive"] = FOREIGN[".mhtml"]
START_BYTES = 4096
# RFC 5322, 2.2: a header field is a name, a colon and its words; a saved mail begins with several of them.
FIELD = re.compile(rb"([!-9;-~]{2,60}):[ \t]?[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*")
OF_MAILS = {b"from", b"to", b"subject", b"date", b"received", b"return-path", b"message-id", b"mime-version"}
FEWEST_FIELDS = 3
FEED = re.compile(rb"<(?:rss|feed|(?:\w+:)?RDF)\b")
# A heading of Markdown that stands alone: of one who wrote it into a plain text.
HEADING = re.compile(rb"(?:\A|\n[ \t]*\r?\n)#{1,6} +[^\s#][^\r\n]*(?:\r?\n[ \t]*(?=\r?\n)|\s*\Z)")
FEWEST_HEADINGS = 2
WEB_PAGE = re.compile(rb"<!doctype html|<html\b", re.IGNORECASE)


def kind_of(data: bytes, path: Path) -> Kind:
    """Return what a file is; "foreign" for what no reader is for."""
    by_name = BY_NAME.get(path.suffix.lower(), "foreign")
    start = data[:START_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{\\rtf"):
        return "rtf"
    if start.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(OLD_OFFICE):
        if OUTLOOK in data:
            return "outlook"
        return by_name if by_name in ("word", "outlook", "old word") else "foreign"
    if data.startswith(b"PK\x03\x04"):
        return kind_of_zip(data) or by_name
    if by_name in ("text", "mail") and is_mail(start):
        return "mail"
    if start.startswith(b"<") and FEED.search(start) and not WEB_PAGE.search(start):
        return "export"
    if by_name in ("text", "foreign", "rtf", "export", "word", "old word") and WEB_PAGE.match(start):
        return "page"
    if by_name == "text" and (HEADING.match(start) or len(HEADING.findall(data)) >= FEWEST_HEADINGS):
        return "markdown"
    return by_name


def kind_of_zip(data: bytes) -> Kind | None:
    """Return what a zip holds: a Word file, OpenDocument text; None where it cannot be told."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < START_BYTES:
                is_text = archive.read("mimetype").startswith(b"application/vnd.oasis.opendocument.text")
                return "opendocument" if is_text else "foreign"
    except BROKEN_ZIP:
        return None
    return "word" if "word/document.xml" in names else None


def is_mail(start: bytes) -> bool:
    """Tell whether a file begins as a saved mail does."""
    names: set[bytes] = set()
    place = 0
    while field := FIELD.match(start, place):
        names.add(field[1].lower())
        place = field.end()
    return len(names & OF_MAILS) >= FEWEST_FIELDS
