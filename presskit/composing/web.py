"""The kit as one web page: release text first, readable on a telephone and without JavaScript.

Everything it shows is inside it: style, typefaces, pictures. A Content-Security-Policy forbids all else.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from lxml import html as lxml_html
from markupsafe import Markup

from presskit import gate
from presskit.composing.documents import pull_place, status_lines, with_factsheet_link
from presskit.composing.languages import Language, language
from presskit.composing.look.logos import needs_plate
from presskit.composing.look.setting import Setting
from presskit.composing.news_article import news_article
from presskit.composing.parts.abouts import abouts_of
from presskit.composing.parts.calendars import calendar_of
from presskit.composing.parts.footnotes import with_footnotes
from presskit.composing.parts.page import OPENING, split_unit
from presskit.composing.parts.parts import embargo_of, kind_of, label_of, title_of
from presskit.composing.pictures.addresses import named_picture, numbered, tel_address, web_address
from presskit.composing.pictures.crops import may_crop
from presskit.composing.pictures.figures import Pictures, blocks_in, gathered
from presskit.composing.pictures.openings import cover_picture
from presskit.composing.tabular.table_widths import fit_table
from presskit.composing.tabular.tables import set_table
from presskit.composing.templating.filling import fill, parsed
from presskit.composing.templating.sandbox import Sandbox, bare_address, sandbox_of
from presskit.composing.wording.changes import change_word, notice_of
from presskit.composing.wording.pulls import office_of, quoted
from presskit.composing.wording.runs import set_runs
from presskit.composing.wording.ties import tied
from presskit.composing.wording.tongues import turn_passages
from presskit.model import Biography, Block, Document, Embargo, Kit, Photo, PhotoSheet, Printed, Sheet
from presskit.names import address, shown
from presskit.resources import shipped

IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)  # a picture in the middle of a line: pages leave it out too
NUMBERED = re.compile(
    r"""(?<= src=["'])picture:(\d{1,6})(?=["'])"""
)  # as templates write it; texts have no such quotes
CALENDAR = "text/calendar;charset=utf-8"
SIGNATURES = ((b"\x89PNG", "image/png"), (b"\xff\xd8", "image/jpeg"))
# Files of a document, by its short name, and of a photo, by its path, where their names do not tell.
OwnFiles = Mapping[str | Path, tuple[str, ...]]
NO_FILES: OwnFiles = {}


@dataclass(frozen=True)
class Part:
    """A document as the page's template is given it. calendar: the address of its entry for a calendar."""

    document: Printed
    kind: str
    title: str
    words: Language
    label: str
    change: str | None
    files: tuple[str, ...]
    calendar: str | None


@dataclass(frozen=True)
class WebBody:
    """The page's content, before its typefaces are cut to the characters in it. texts: what the buttons copy."""

    html: Markup
    sandbox: Sandbox
    setting: Setting
    texts: Mapping[str, str]


def page_pictures(kit: Kit) -> dict[Path, Photo | None]:
    """Return each picture file that the page shows; with its photo, where it is one."""
    found: dict[Path, Photo | None] = {}
    if logo := _logo(kit):
        found[logo] = None
    for document in kit.documents:
        photos = document.photos if isinstance(document, PhotoSheet) else ()
        if isinstance(document, Biography) and document.portrait:
            photos = (document.portrait,)
        found |= {photo.path: photo for photo in photos}
        source = getattr(document, "source", None)
        named = (named_picture(block, source) for block in blocks_in(document) if block.kind == "figure")
        found |= {picture[0]: None for picture in named if picture}
    return found


def _logo(kit: Kit) -> Path | None:
    """Return the logo at the head of the page, which stands on the brand's colour."""
    return kit.brand.logo_reversed or kit.brand.logo


def _own_folder(kit: Kit) -> tuple[Path, ...]:
    folder = kit.brand.folder / "templates" / "web" if kit.brand.folder else None
    return (folder,) if folder and gate.is_folder(folder) else ()


def own_template(kit: Kit) -> Path | None:
    """Return the brand's own template of the page; None where it has none."""
    files = (folder / name for folder in _own_folder(kit) for name in ("body.html", "page.html"))
    return next(filter(gate.is_there, files), None)


def compose_body(
    kit: Kit, pictures: Sequence[Path], beside: Sequence[str], texts: Mapping[str, str], linked: OwnFiles
) -> WebBody:
    """Fill the page's template with a kit. `beside`: files that lie beside the page, by their path from it.

    pictures: those that are there, each of which the page shows by its number (`with_pictures`).
    """
    setting = Setting(kit, kit.language)
    sandbox = sandbox_of((*_own_folder(kit), shipped("templates/web")))
    words = setting.language
    frame = {
        "kit": kit,
        "logo": _logo(kit),
        "is_plated": _is_plated(setting),
        "hero": None if kit.alone else cover_picture(kit),
        "parts": [_part(document, beside, linked) for document in kit.documents],
        "words": words,
        "notice": notice_of(kit.correction, words),
        "abouts": abouts_of(setting),
        "files": _files(beside, lambda path: len(path.parts) == 1 and path.suffix != ".html"),
        "enclosed": _files(beside, lambda path: path.parts[0] == "enclosed"),
        "texts": texts,
        **_functions(kit, setting, pictures, beside, linked),
    }
    return WebBody(Markup(_set(fill(sandbox, "body.html", frame), setting)), sandbox, setting, texts)


def _is_plated(setting: Setting) -> bool:
    brand = setting.kit.brand
    return brand.logo is not None and not brand.logo_reversed and needs_plate(brand.logo, setting.palette.brand)


def _set(body: str, setting: Setting) -> str:
    """Return the body with its runs set apart; a class says what is not parted, since no style stands in an element."""
    words = setting.language
    page = f'<html lang="{words.code}" dir="{words.direction}"><body>{body}</body></html>'
    _, done = parsed(set_runs(turn_passages(page, setting.kit), {"class": "whole"}, {}))
    return "".join(lxml_html.tostring(child, encoding="unicode") for child in done)


def compose_frame(body: WebBody, faces_css: str) -> str:
    """Return the whole page: the body in its frame, with style, script and what machines read."""
    kit = body.setting.kit
    style = Markup(faces_css + _variables(body.setting) + gate.text_of(shipped("templates/web/page.css")))
    script = Markup(gate.text_of(shipped("templates/web/page.js")).strip())
    frame = {
        "kit": kit,
        "words": body.setting.language,
        "body": body.html,
        "style": style,
        "script": script,
        "texts": _json(dict(body.texts)),
        "articles": [_json(news_article(kit, release)) for release in kit.releases],
        "policy": _policy(style, script),
    }
    return fill(body.sandbox, "page.html", frame)


def _policy(style: str, script: str) -> str:
    """Return what the browser may load: nothing but what is inside the page, and this very style and script."""
    hashes = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script))
    styles, scripts = (f"'sha256-{value}'" for value in hashes)
    return (
        f"default-src 'none'; img-src data:; font-src data:; style-src {styles}; script-src {scripts}; "
        "base-uri 'none'; form-action 'none'"
    )


def _json(value: object) -> Markup:
    """Return JSON that can stand in a page: no text in it can close the element around it."""
    text = json.dumps(value, ensure_ascii=False)
    # Why escaped by hand: JSON knows nothing of HTML, and "</script>" in a release would end the element.
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _variables(setting: Setting) -> str:
    """Return the brand's colours, and the typefaces that the theme sets its titles in, as CSS variables."""
    palette, title = setting.palette, setting.theme.title
    names = vars(palette).items()
    colours = "; ".join(f"--{name.replace('_', '-')}: {value}" for name, value in names)
    return f":root {{ {colours}; --head: var(--{title.face}); --head-weight: {title.weight} }}\n"


def _part(document: Document, beside: Sequence[str], linked: OwnFiles) -> Part:
    words = language(document.language)
    kind = kind_of(document)
    files = linked.get(document.slug) or _files(
        beside, lambda path: path.stem == document.slug and path.suffix in (".pdf", ".txt")
    )
    entry = calendar_of(document) if isinstance(document, Sheet) else None
    calendar = address_of(entry, CALENDAR) if entry else None
    change = change_word(document, words)
    return Part(with_footnotes(document), kind, title_of(document), words, label_of(document), change, files, calendar)


def _files(beside: Iterable[str], chosen: object) -> tuple[str, ...]:
    assert callable(chosen)
    return tuple(name for name in beside if chosen(PurePosixPath(name)))


def _functions(
    kit: Kit, setting: Setting, pictures: Sequence[Path], beside: Sequence[str], linked: OwnFiles
) -> dict[str, object]:
    """Return what the template can ask for."""
    addresses = {path: f"picture:{number}" for number, path in enumerate(pictures)}

    def inline(html: str) -> Markup:
        return Markup(IMAGE.sub("", html).replace('href="kit:', 'href="#'))

    def embargo_line(words: Language, embargo: Embargo) -> str:
        return words.word("embargoed_until", moment=words.moment(embargo))

    def picture(path: Path) -> str | None:
        return addresses.get(path)

    def gathered_in(blocks: Sequence[Block], document: Document | None) -> tuple[Block | Pictures, ...]:
        return tuple(gathered(blocks, getattr(document, "source", None)))

    return {
        "inline": inline,
        "table": lambda html: set_table(inline(html), fit_table(html, setting)),
        "tel": lambda number: tel_address(number, kit.region),
        "numbered": lambda words: tuple(numbered(words, kit.region)),
        "web_url": web_address,
        "bare": bare_address,
        "embargo_of": lambda document: embargo_of(kit, document),
        "embargo_line": embargo_line,
        "day": lambda words, day: words.day(day) if isinstance(day, date) else "",
        "status_lines": status_lines,
        "notice_of": notice_of,
        "picture": picture,
        "gathered": gathered_in,
        "pull_place": pull_place,
        "tied": tied,
        "quoted": quoted,
        "office_of": office_of,
        "may_crop": may_crop,
        "body_of": lambda release: with_factsheet_link(kit, release),
        "split_unit": split_unit,
        "is_quoted": lambda text: bool(OPENING.match(text)),
        "files_of": lambda photo: linked.get(photo.path) or _files(beside, lambda path: path.name == photo.path.name),
        "address": address,
        "shown": shown,
        "file_kind": lambda name: PurePosixPath(name).suffix[1:].upper(),
    }


def with_pictures(page: str, pictures: Sequence[bytes]) -> str:
    """Return a page in which each picture stands where its number was.

    Why so late: a template needs no picture to be filled, and a hundred of them are more than all its words.
    """

    def address(found: re.Match[str]) -> str:
        number = int(found[1])
        return data_address(pictures[number]) if number < len(pictures) else "data:,"

    return NUMBERED.sub(address, page)


def data_address(data: bytes) -> str:
    """Return a picture as an address that holds it (RFC 2397)."""
    return address_of(data, next((kind for start, kind in SIGNATURES if data.startswith(start)), "image/svg+xml"))


def address_of(data: bytes, kind: str) -> str:
    """Return a file of a kind as an address that holds it."""
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
