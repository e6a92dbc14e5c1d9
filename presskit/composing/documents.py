"""Compose: a kit's documents, cover, contents, closing page and page lines become HTML, each on its own.

A document is composed without knowing where in the kit it stands; only contents and page lines know.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from presskit.composing import measures, theme
from presskit.composing.changes import Notice, change_word, notice_of
from presskit.composing.languages import Language, language
from presskit.composing.mentions import link_factsheet
from presskit.composing.page import Page, Picture, Setting
from presskit.findings import Finding
from presskit.fonts import find_face
from presskit.model import Biography, Block, Document, Embargo, Factsheet, Kit, Photo, PhotoSheet, Release

Kind = Literal["cover", "contents", "release", "factsheet", "biography", "photos", "closing", "stamps"]
CONTACTS_SLUG = "contacts"
PHOTOS_OPENING_PT = 71.25  # rule, white, one line of 30pt type, white: theme.css, .photos .opening
NOTE_PT = 45.75  # space above where it is largest, rule and space inside: theme.css, .cover .note
NOTICE_ENTRIES = 5  # the room of a correction above the contents, in entries
SHARED_TERMS_PT = 22.5  # two lines: theme.css, .terms


@dataclass(frozen=True)
class ComposedPart:
    """A document as HTML, the pictures it asks for, and what was found on the way. `source` is None for the frame."""

    slug: str
    kind: Kind
    title: str
    language: str
    html: str
    pictures: tuple[Picture, ...] = ()
    findings: tuple[Finding, ...] = ()
    source: Path | None = None
    tagged: bool = True


@dataclass(frozen=True)
class Entry:
    """A line of the contents. `number` is the page number as printed, `change` the word for a corrected release."""

    slug: str
    kind: str
    title: str
    detail: str | None
    number: str
    change: str | None = None


@dataclass(frozen=True)
class StampedPage:
    """What the lines of one page need to know. Pages count from 1; `total` counts the whole PDF's."""

    kind: Kind
    title: str
    page_in_part: int
    pages_in_part: int
    number: int
    total: int
    kind_name: str = ""
    embargo: str | None = None

    @property
    def more(self) -> bool:
        """Whether the page says "More follows": a release does, but on its last page."""
        return self.kind == "release" and self.page_in_part < self.pages_in_part


def kind_of(document: Document) -> Kind:
    """Return the name of the template that sets a document."""
    kinds: Mapping[type, Kind] = {
        Release: "release",
        Factsheet: "factsheet",
        Biography: "biography",
        PhotoSheet: "photos",
    }
    return kinds[type(document)]


def title_of(document: Document) -> str:
    """Return a document's title as contents, outline and page lines print it."""
    words = language(document.language)
    match document:
        case Release():
            return document.headline or words.word("release")
        case Factsheet():
            return document.title or words.word("factsheet")
        case Biography():
            return document.name
        case PhotoSheet():
            return words.word("photo_sheet")


def embargo_of(kit: Kit, document: Document | None = None) -> Embargo | None:
    """Return the embargo that a document prints: its own, else the kit's."""
    own = document.embargo if isinstance(document, Release) else None
    return own or kit.embargo


def compose_document(kit: Kit, document: Document) -> ComposedPart:
    """Compose one of the kit's documents."""
    compose: Mapping[type, Callable[[Setting, Page, Document], dict[str, object]]] = {
        Release: _release,
        Factsheet: _factsheet,
        Biography: _biography,
        PhotoSheet: _photos,
    }
    setting = Setting(kit, document.language)
    kind, title = kind_of(document), title_of(document)
    page = Page(setting, kind, title, getattr(document, "source", None))
    words = compose[type(document)](setting, page, document)
    html = page.fill({"document": document, **words}, _lines(document))
    return ComposedPart(document.slug, kind, title, document.language, html, page.pictures, page.findings, page.source)


def _lines(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document that know their line, to say where a character stands."""
    if isinstance(document, Release):
        return (*document.body, *document.notes)
    return document.body if isinstance(document, Biography) else ()


def _release(setting: Setting, page: Page, document: Document) -> dict[str, object]:
    assert isinstance(document, Release)
    kit = setting.kit
    body = _with_factsheet_link(kit, document.body)
    cut = _pull_place(body) if document.pull else len(body)
    title = find_face(setting.faces, "Pk-Sans", 700)
    return {
        "before_pull": body[:cut],
        "after_pull": body[cut:],
        "notice": notice_of(document.correction, setting.language, document.status_text),
        "status": _status(document, setting.language),
        "headline_pt": measures.headline_size(title_of(document), title, setting.paper),
        "abouts": _abouts(setting),
        "contacts": kit.contacts,
        "logo": page.logo(reversed_=False),
        "logo_box": page.logo_box(117, 26),
    }


def _status(document: Release, words: Language) -> tuple[str, ...]:
    """Return the status lines as the source states them, else the fixed words where the settings state it.

    A correction has a notice of its own.

    A line that states the embargo is left to the embargo line, which tells the moment with its zone.
    """
    if document.status_text:
        lines = document.status_text.splitlines()
        return tuple(line for line in lines if not (document.embargo and "embargo" in line.lower()))
    return (words.word("immediate"),) if document.status == "immediate" else ()


@dataclass(frozen=True)
class About:
    """A text about an organisation, below its own heading or, where it has none, below fixed words."""

    heading: str
    blocks: tuple[Block, ...]


def _abouts(setting: Setting) -> tuple[About, ...]:
    kit, words = setting.kit, setting.language
    name = kit.brand.short_name or kit.brand.name
    abouts = []
    for index, blocks in enumerate(kit.boilerplates):
        own = blocks[0].text if blocks[0].kind == "heading" and len(blocks) > 1 else None
        fixed = words.word("about", name=name) if index == 0 and not kit.brand.is_neutral else words.word("about_us")
        abouts.append(About(own or fixed, blocks[1:] if own else blocks))
    return tuple(abouts)


def _with_factsheet_link(kit: Kit, body: tuple[Block, ...]) -> tuple[Block, ...]:
    slugs = [document.slug for document in kit.documents if isinstance(document, Factsheet)]
    if not slugs or kit.alone:
        return body
    return tuple(
        replace(block, html=link_factsheet(block.html, slugs[0])) if block.kind == "paragraph" else block
        for block in body
    )


def _pull_place(body: Sequence[Block]) -> int:
    """Return after how many blocks a pull quote stands: after the second paragraph."""
    paragraphs = [index for index, block in enumerate(body) if block.kind == "paragraph"]
    return paragraphs[1] + 1 if len(paragraphs) > 2 else len(body)


def _factsheet(setting: Setting, page: Page, document: Document) -> dict[str, object]:
    title = find_face(setting.faces, "Pk-Sans", 700)
    figures = find_face(setting.faces, "Pk-Sans", 600)
    room_pt = setting.paper.text_pt - setting.paper.axis_pt
    return {
        "title_pt": measures.title_size(title_of(document), title, room_pt),
        "figure_rows": lambda list_: measures.figure_rows(list_, figures, setting.paper),
    }


def _biography(setting: Setting, page: Page, document: Document) -> dict[str, object]:
    assert isinstance(document, Biography)
    paper = setting.paper
    left_pt = (2 if document.portrait else 1) * paper.axis_pt
    title = find_face(setting.faces, "Pk-Sans", 700)
    return {
        "title_pt": measures.title_size(document.name, title, paper.text_pt - left_pt),
        "portrait_box": (paper.side_pt + 2 * paper.axis_pt - measures.GUTTER_PT, 375),
    }


def _photos(setting: Setting, page: Page, document: Document) -> dict[str, object]:
    face = find_face(setting.faces, "Pk-Sans", 400)
    shared_terms = _shared_terms(document)

    def credit_lines(photo: Photo) -> list[str]:
        size = setting.language.word("pixels", width=photo.width_px, height=photo.height_px)
        terms = None if shared_terms else photo.terms
        return [line for line in (photo.credit, f"{photo.name}, {size}", terms) if line]

    def caption_pt(photo: Photo, width_pt: float) -> float:
        texts = [line for line in (photo.caption, *credit_lines(photo)) if line]
        lines = sum(len(setting.wrap(text, face, 8.5, width_pt - 6)) for text in texts)
        return 11.25 * lines + 13

    room_pt = (
        setting.paper.height_pt
        - setting.paper.top_pt
        - setting.paper.bottom_pt
        - setting.disclosure_pt()
        - PHOTOS_OPENING_PT
        - (SHARED_TERMS_PT if shared_terms else 0)
    )
    return {
        "photo_rows": lambda photos: measures.photo_rows(photos, setting.paper, room_pt, caption_pt),
        "credit_lines": credit_lines,
        "shared_terms": shared_terms,
    }


def _shared_terms(sheet: Document) -> str | None:
    """Return the terms of use that all photos share: they are printed once, below the photos."""
    assert isinstance(sheet, PhotoSheet)
    terms = {photo.terms for photo in sheet.photos}
    return terms.pop() if len(terms) == 1 else None


def compose_cover(kit: Kit) -> ComposedPart:
    """Compose the cover: page 1, which prints no number."""
    setting = Setting(kit, kit.language)
    page = Page(setting, "cover", kit.title, kit.folder / "kit.toml")
    paper = setting.paper
    picture = _cover_picture(kit)
    notice = notice_of(kit.correction, setting.language)
    summary = setting.language.word("kit_withdrawn") if notice and notice.is_withdrawn else kit.summary
    logo, logo_box = page.logo(reversed_=True), page.logo_box(117, 30, reversed_=True)
    lowered_pt = _lowered_pt(setting, logo_box if logo else None)
    taken_pt = _taken_pt(setting, summary, notice) + lowered_pt
    words = {
        "lowered_pt": lowered_pt,
        "title_pt": measures.cover_size(kit.title, find_face(setting.faces, "Pk-Sans", 700), paper, taken_pt),
        "notice": notice,
        "summary": summary,
        "picture": picture,
        "picture_box": (paper.width_pt - paper.side_pt - paper.axis_pt, paper.cover_field_pt),
        "logo": logo,
        "logo_box": logo_box,
    }
    html = page.fill(words)
    return ComposedPart("cover", "cover", kit.title, kit.language, html, page.pictures, page.findings)


def _lowered_pt(setting: Setting, logo_box: tuple[float, float] | None) -> float:
    """Return how far the cover's title moves down for a name or an occasion of more lines than stand above it."""
    kit, paper = setting.kit, setting.paper
    name_pt = paper.axis_pt - measures.GUTTER_PT - (logo_box[0] + 9 if logo_box else 0)
    name = setting.wrap(kit.brand.name, find_face(setting.faces, "Pk-Sans", 600), 8.5, name_pt)
    occasion_pt = paper.text_pt - paper.axis_pt - 96
    occasion = setting.wrap(kit.event or "", find_face(setting.faces, "Pk-Sans", 400), 8.5, occasion_pt)
    return max(0.0, 11.25 * (len(name) - 2), 15.0 * (len(occasion) - 2))


def _taken_pt(setting: Setting, summary: str | None, notice: Notice | None) -> float:
    """Return the height of what stands on the cover with the title: embargo, correction, summary, disclosure."""
    paper, sans = setting.paper, find_face(setting.faces, "Pk-Sans", 400)
    taken_pt = setting.disclosure_pt(paper.text_pt - paper.axis_pt)
    taken_pt += 45 * bool(setting.kit.embargo) + 45 * bool(notice)
    if summary:
        taken_pt += 22.5 + 20 * len(setting.wrap(summary, sans, 14, paper.measure_pt))
    if notice and notice.note:
        taken_pt += NOTE_PT + 15 * len(setting.wrap(notice.note, sans, 10.5, paper.measure_pt))
    return taken_pt


def _cover_picture(kit: Kit) -> Photo | None:
    photos = [photo for sheet in kit.documents if isinstance(sheet, PhotoSheet) for photo in sheet.photos]
    wide = [photo for photo in photos if photo.width_px > 1.1 * photo.height_px]
    return next(iter(wide or photos), None)


def compose_contents(kit: Kit, first_pages: Mapping[str, int] | None = None) -> ComposedPart:
    """Compose the contents; without `first_pages` (slug to page number) with numbers of the same width as filler."""
    setting = Setting(kit, kit.language)
    words = setting.language
    page = Page(setting, "contents", words.word("contents"), kit.folder / "kit.toml")
    entries = [
        Entry(
            document.slug,
            language(document.language).word(kind_of(document)),
            title_of(document),
            _detail(document),
            str((first_pages or {}).get(document.slug, "00")),
            change_word(document, language(document.language)),
        )
        for document in kit.documents
    ]
    entries.append(
        Entry(
            CONTACTS_SLUG,
            words.word("contacts"),
            kit.brand.name if not kit.brand.is_neutral else words.word("contacts"),
            None,
            str((first_pages or {}).get(CONTACTS_SLUG, "00")),
        )
    )
    notice = notice_of(kit.correction, words)
    lines = len(entries) + (NOTICE_ENTRIES if notice else 0)
    density = "airy" if lines <= 7 else "even" if lines <= 11 else "dense"
    html = page.fill({"entries": entries, "density": density, "notice": notice})
    return ComposedPart("contents", "contents", page.title, kit.language, html, (), page.findings)


def _detail(document: Document) -> str | None:
    match document:
        case Release():
            return language(document.language).day(document.date) if document.date else None
        case Biography():
            return document.role
        case Factsheet():
            return document.lead
        case PhotoSheet():
            count, words = len(document.photos), language(document.language)
            return words.word("one_photo") if count == 1 else words.word("photo_count", count=count)


def compose_closing(kit: Kit) -> ComposedPart:
    """Compose the closing page: contacts, the text about the organisation, where to find it."""
    setting = Setting(kit, kit.language)
    words = setting.language.word("contacts")
    page = Page(setting, "closing", words, kit.folder / "kit.toml")
    title = kit.brand.name if not kit.brand.is_neutral else words
    face, room_pt = find_face(setting.faces, "Pk-Sans", 700), setting.paper.text_pt - setting.paper.axis_pt
    phones = [number for contact in kit.contacts for number in (contact.phone, contact.after_hours) if number]
    sizes = (46, 40, 34, 28, 24, 20) if len(phones) <= 3 else (24, 20)
    html = page.fill(
        {
            "abouts": _abouts(setting),
            "title_pt": measures.title_size(title, face, room_pt),
            "web_pt": setting.fit_line(
                theme.bare_address(kit.brand.web or kit.brand.short_name or kit.brand.name),
                setting.paper.axis_pt - 2 * measures.GUTTER_PT,
                (10.5, 9.5, 8.5, 7.5),
                700,
            ),
            "phone_pt": min((setting.fit_line(number, room_pt, sizes, 600, -0.025) for number in phones), default=20),
        }
    )
    return ComposedPart(CONTACTS_SLUG, "closing", words, kit.language, html, page.pictures, page.findings)


def compose_stamps(kit: Kit, pages: Sequence[StampedPage]) -> ComposedPart:
    """Compose the lines that stand on every page: one page each, without tags, to be laid over the kit's pages."""
    page = Page(Setting(kit, kit.language), "stamps", kit.title, kit.folder / "kit.toml")
    html = page.fill({"pages": pages})
    return ComposedPart("stamps", "stamps", kit.title, kit.language, html, (), (), tagged=False)
