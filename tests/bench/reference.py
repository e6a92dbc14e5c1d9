"""The reference kit: releases, a factsheet, three biographies and eight photos of six megapixels.

It is written as a kit for presskit, and with the same words and photos as one page of HTML and as Typst's source, for
those who are compared with it. Equal arguments write equal files.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from itertools import islice
from pathlib import Path

from PIL import Image, ImageDraw

from presskit.fonts import shipped_faces
from tests.support.large_kits import sentences
from tests.support.writing import brand, write_kit

TITLE, ABOUT = "Nine piers", "The Quillon Ferry Company is a company of ferrymen founded in 1911."
PEOPLE = (("Ada Thorn", "Head of the company"), ("Ivo Marsh", "Harbour pilot"), ("Bo Larkin", "Keeper of the lantern"))
PHOTOS, SIZE_PX, QUALITY = 8, (3000, 2000), 88
PARAGRAPHS, SENTENCES = 9, 5
FIRST_DAY = date(2026, 1, 1)
STYLE = """
@page { size: letter; margin: 25mm 20mm; @bottom-right { content: counter(page) } @top-left { content: string(title) } }
body { font: 10.5pt/1.45 Text } h1 { string-set: title content(); font: 700 24pt Head; break-before: page }
.contents a { display: block } .contents a::after { content: leader('.') target-counter(attr(href), page) }
.lead { font-size: 13pt } table { width: 100%; border-collapse: collapse } td { border-bottom: .5pt solid #aaa }
.cover { background: #12355b; color: #fff; padding: 60mm 20mm; font-size: 40pt } img { width: 48% }
"""


@dataclass(frozen=True)
class Text:
    """A release or a biography. lead: what stands below its headline."""

    headline: str
    lead: str
    paragraphs: tuple[str, ...]
    day: date = FIRST_DAY


def release(number: int) -> Text:
    """Return a release of about 450 words, two pages; no two are alike."""
    said = sentences(f"release {number}")
    headline, lead = f"{next(said).rstrip('.')}, {number + 1}", next(said)
    return Text(headline, lead, tuple(paragraphs(said, PARAGRAPHS)), FIRST_DAY + timedelta(days=number))


def biographies() -> list[Text]:
    """Return the three biographies."""
    return [Text(name, role, tuple(paragraphs(sentences(name), 3))) for name, role in PEOPLE]


def paragraphs(said: Iterator[str], count: int) -> Iterator[str]:
    """Yield paragraphs of five sentences."""
    return (" ".join(islice(said, SENTENCES)) for _ in range(count))


def figures() -> list[tuple[str, str]]:
    """Return the rows of the factsheet."""
    drawn = random.Random("figures")
    return [(str(drawn.randint(2, 900)), text.rstrip(".")) for text in islice(sentences("figures"), 18)]


def write(folder: Path, count: int) -> Path:
    """Write the kit with `count` releases into folder/kit, and kit.html and kit.typ beside it; return the kit."""
    texts, kit = [release(number) for number in range(count)], folder / "kit"
    write_kit(kit, dict(_sources(texts)))
    photos(kit / "photos")
    (folder / "kit.html").write_text(page(texts), encoding="utf-8")
    (folder / "kit.typ").write_text(typst(texts), encoding="utf-8")
    return kit


def photos(folder: Path) -> None:
    """Write the photos: a sky, a sea and grain, which no compression takes away."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(PHOTOS):
        picture = Image.new("RGB", SIZE_PX, (200 - 9 * number, 210, 220))
        ImageDraw.Draw(picture).rectangle((0, 1200, *SIZE_PX), fill=(20, 60 + 9 * number, 90))
        grain = Image.effect_noise(SIZE_PX, 30 + number)
        mixed = Image.blend(picture, Image.merge("RGB", (grain,) * 3), 0.12)
        mixed.save(folder / f"pier-{number}.jpg", quality=QUALITY)


def _sources(texts: Sequence[Text]) -> Iterator[tuple[str, str]]:
    yield "kit.toml", f'title = "{TITLE}"\ndate = {FIRST_DAY}\n'
    yield "brand/brand.toml", brand()
    yield "boilerplate.txt", f"{ABOUT}\n"
    for number, text in enumerate(texts):
        top = f'---\nheadline: "{text.headline}"\nsubhead: "{text.lead}"\ndate: {text.day}\nstatus: immediate\n---\n'
        yield f"releases/{number:04}.md", f"{top}\nPORT QUILLON – " + "\n\n".join(text.paragraphs) + "\n\n###\n"
    for text in biographies():
        words = "\n\n".join((f"# {text.headline}", text.lead, *text.paragraphs))
        yield f"bios/{text.headline.split()[0].lower()}.md", f"{words}\n"
    rows, facts = figures()[:6], figures()[6:]
    table = "".join(f"| {number} | {what} |\n" for number, what in rows)
    listed = "".join(f"- {what}: {number}\n" for number, what in facts)
    yield "factsheet.md", f"# Factsheet\n\n## Key figures\n\n| | |\n|---|---|\n{table}\n## At a glance\n\n{listed}"
    told = '["pier-{0}.jpg"]\ncaption = "Pier {0}."\ncredit = "Photo: Ivo Marsh"\nalt = "Pier {0} at low water."\n\n'
    yield "photos/photos.toml", "".join(told.format(number) for number in range(PHOTOS))


def page(texts: Sequence[Text]) -> str:
    """Return all of it as one page of HTML with contents, page numbers and running lines, in the same typefaces."""
    faces = {face.pdf_name: face.path.as_uri() for face in shipped_faces()}
    rules = [
        f"@font-face {{ font-family: {family}; font-weight: {weight}; src: url({faces[name]}) }}"
        for family, weight, name in (("Text", 400, "Pk-Serif"), ("Head", 700, "Pk-Sans-Bold"))
    ]
    body = [f'<div class="cover">{TITLE}</div><h1>Contents</h1><div class="contents">']
    body += [f'<a href="#r{number}">{escape(text.headline)}</a>' for number, text in enumerate(texts)]
    body.append("</div>")
    for number, text in enumerate([*texts, *biographies()]):
        body.append(f'<h1 id="r{number}">{escape(text.headline)}</h1><p class="lead">{text.lead}</p>')
        body += [f"<p>{escape(paragraph)}</p>" for paragraph in text.paragraphs]
    body.append("<h1>Factsheet</h1><table>" + "".join(f"<tr><td>{a}<td>{b}" for a, b in figures()) + "</table>")
    body.append(
        "<h1>Photos</h1>" + "".join(f'<img src="kit/photos/pier-{n}.jpg" alt="Pier {n}"> ' for n in range(PHOTOS))
    )
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{TITLE}</title>'
    return f"{head}<style>{''.join(rules)}{STYLE}</style>" + "\n".join(body)


def typst(texts: Sequence[Text]) -> str:
    """Return all of it as Typst's source, with contents, page numbers and tags."""
    body = [
        f'#set document(title: "{TITLE}")',
        '#set page(paper: "us-letter", margin: (x: 20mm, y: 25mm), numbering: "1")',
        "#set text(size: 10.5pt)",
        "#show heading: it => { pagebreak(weak: true); text(size: 24pt, it) }",
        f"#text(size: 40pt)[{TITLE}]",
        "#outline()",
    ]
    for text in [*texts, *biographies()]:
        body += [f"= {text.headline}", f"#text(size: 13pt)[{text.lead}]", *text.paragraphs]
    cells = ", ".join(f"[{number}], [{what}]" for number, what in figures())
    body += ["= Factsheet", f"#table(columns: 2, stroke: none, {cells})", "= Photos"]
    body += [f'#image("kit/photos/pier-{n}.jpg", width: 48%, alt: "Pier {n}")' for n in range(PHOTOS)]
    return "\n\n".join(body) + "\n"
