"""A small kit for tests of the linker: what its parts say, and what is said about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Protocol

import pikepdf

from presskit.fonts import by_pdf_name, shipped_faces
from presskit.linking import KitMetadata, LinkablePart, LinkedKit

FACES = by_pdf_name(shipped_faces())
METADATA = KitMetadata(
    title="Spring at the Harbour",
    language="en",
    creator="presskit 0.0",
    author="Old Harbour Ferries",
    subject="Everything about the new crossing",
    keywords=("ferry", "harbour", "timetable"),
    created=date(2031, 4, 2),
)
FACE_CSS = "".join(
    f"@font-face {{ font-family: {face.family}; font-weight: {face.weight};"
    f" font-style: {'italic' if face.italic else 'normal'}; src: url('{face.path.as_uri()}') }}"
    for face in shipped_faces()
)
CSS = """
@page { size: 420pt 560pt; margin: 60pt }
body { font: 400 11pt/15pt Pk-Serif }
h1, h2, th { font-family: Pk-Sans; font-weight: 700 }
em { font-style: italic }
strong { font-weight: 600 }
article { font: italic 300 26pt/34pt Pk-Serif; border-top: 2pt solid #a20 }
.arabic { font-family: Pk-Arabic }
img { width: 120pt }
table { border-collapse: collapse } td, th { border: 1px solid #888 }
"""
SENTENCE = "The ferry of Old Harbour carries letters, bicycles and one piano, and nobody has ever counted the gulls. "
RELEASE = f"""
<h1>Ferry sails at dawn</h1>
<p>{SENTENCE * 3} See the <a href="kit:factsheet">numbers <em>in full</em></a>, or
<a href="mailto:desk@harbour.example">write to us</a>.</p>
<article><p>{"“Gulls do not queue for tickets.” " * 14}</p></article>
<h2 id="more">How it began</h2>
<p>{SENTENCE * 2} <a href="#more">Back to the beginning</a>, <strong>safely</strong>.</p>
"""
ROWS = "".join(f'<tr><th scope="row">{year}</th><td>{year % 7 + 3}</td></tr>' for year in range(1990, 2025))
FACTSHEET = f"""
<h1>Chiffres</h1>
<table><caption>Traversées</caption>
<thead><tr><th>Année</th><th>Bacs</th></tr></thead>
<tbody>{ROWS}</tbody></table>
<h2 id="more">Le quai</h2>
<figure><img src="quay.png" alt="A quay in the morning"><figcaption>Le quai, à l’aube</figcaption></figure>
<ul><li>Œuvre d’art&nbsp;: oui</li><li>Zinc</li></ul>
"""
CLOSING = """
<h1>About us</h1>
<figure><img src="quay.png" alt="The same quay"></figure>
<p class="arabic" lang="ar" dir="rtl">العبّارة تبحر عند الفجر من الميناء القديم، ولكن لكم أن تسألوا المملكة والطريق</p>
<p>Back to <a href="kit:release">the release</a>.</p>
"""
STAMPS = """<style>
@page { margin: 0 }
section { break-after: page; position: relative; height: 550pt }
section:last-child { break-after: auto }
p { position: absolute; left: 20pt; top: 530pt; margin: 0; font: 400 9pt/10pt Pk-Sans }
i { position: absolute; left: 380pt; top: 520pt; width: 20pt; height: 20pt; background: #00f }
</style>"""


class Render(Protocol):
    """Renders a body as parts are, or untagged as stamps are."""

    def __call__(self, body: str, language: str = "en", *, tagged: bool = True) -> bytes: ...


@dataclass(frozen=True)
class Sample:
    """What was linked, and what came of it. file: the kit on disk."""

    parts: tuple[LinkablePart, ...]
    stamps: bytes
    kit: LinkedKit
    file: Path


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)
