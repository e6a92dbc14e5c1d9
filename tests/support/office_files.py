"""OpenDocument text as LibreOffice writes it, and its parts, made for the tests."""

from __future__ import annotations

import zipfile
from pathlib import Path

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)
LINKS = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def odt(
    path: Path, body: str, *, automatic: str = "", head: str = "", pictures: dict[str, bytes] | None = None
) -> Path:
    """Write an OpenDocument text. head: the words at the head of its pages. automatic: its own styles."""
    root = f"{NAMESPACES} {LINKS} office:version='1.3'"
    content = (
        f"<office:document-content {root}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    master = f"<style:master-page style:name='Standard'><style:header><text:p>{head}</text:p></style:header>"
    styles = (
        f"<office:document-styles {root}><office:styles/><office:master-styles>"
        f"{master if head else '<style:master-page>'}</style:master-page>"
        "</office:master-styles></office:document-styles>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", styles)
        for name, data in (pictures or {}).items():
            archive.writestr(f"Pictures/{name}", data)
    return path
