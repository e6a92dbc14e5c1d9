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
from presskit.model import Biography, Block, Document, Embargo, Factsheet, Kit, Photo, PhotoSheet, Release

Kind = Literal["cover", "contents", "release", "factsheet", "biography", "photos", "closing", "stamps"]
CONTACTS_SLUG = "contacts"
FEW_PHONES = 3
NOTICE_PT = 75.0  # the room of a correction above the contents


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
    """Return the embargo that a document prints: a release its own, which may be none; all else the kit's."""
    return document.embargo if isinstance(document, Release) else kit.embargo


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
    body = with_factsheet_link(kit, document.body)
    cut = pull_place(body) if document.pull else len(body)
    type_, room_pt = setting.theme.headline, setting.paper.columns_pt(9)
    face, headline = setting.face(type_), title_of(document)
    headline_pt = measures.headline_size(headline, face, room_pt, type_)
    return {
        "before_pull": body[:cut],
        "after_pull": body[cut:],
        "notice": notice_of(document.correction, setting.language, document.status_text),
        "status": status_lines(document, setting.language),
        "headline_pt": headline_pt,
        "headline_width_pt": measures.even_width(headline, face, headline_pt, room_pt, type_),
        "abouts": abouts_of(setting),
        "contacts": kit.contacts,
        "logo": page.logo(reversed_=False),
        "logo_box": page.logo_box(setting.theme.logo.letterhead),
    }


def status_lines(document: Release, words: Language) -> tuple[str, ...]:
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


def abouts_of(setting: Setting) -> tuple[About, ...]:
    """Return the kit's texts about organisations, the sender's first."""
    kit, words = setting.kit, setting.language
    name = kit.brand.short_name or kit.brand.name
    abouts = []
    for index, blocks in enumerate(kit.boilerplates):
        own = blocks[0].text if blocks[0].kind == "heading" and len(blocks) > 1 else None
        fixed = words.word("about", name=name) if index == 0 and not kit.brand.is_neutral else words.word("about_us")
        abouts.append(About(own or fixed, blocks[1:] if own else blocks))
    return tuple(abouts)


def with_factsheet_link(kit: Kit, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return a release's text whose words about the factsheet lead to the kit's."""
    slugs = [document.slug for document in kit.documents if isinstance(document, Factsheet)]
    if not slugs or kit.alone:
        return body
    return tuple(
        replace(block, html=link_factsheet(block.html, slugs[0])) if block.kind == "paragraph" else block
        for block in body
    )


def pull_place(body: Sequence[Block]) -> int:
    """Return after how many blocks a pull quote stands: after the second paragraph."""
    paragraphs = [index for index, block in enumerate(body) if block.kind == "paragraph"]
    return paragraphs[1] + 1 if len(paragraphs) > 2 else len(body)


def _factsheet(setting: Setting, page: Page, document: Document) -> dict[str, object]:
    figures = setting.theme.figures
    return {
        "title_pt": _title_pt(setting, title_of(document)),
        "figure_rows": lambda list_: measures.figure_rows(list_, setting.face(figures), setting.paper, figures),
    }


def _title_pt(setting: Setting, title: str, columns_before: int = 3) -> float:
    """Return the size of a document's title, which stands to the right of so many columns."""
    type_, room_pt = setting.theme.title, setting.paper.columns_pt(12 - columns_before)
    return measures.title_size(title, setting.face(type_), room_pt, type_)


def _biography(setting: Setting, page: Page, document: Document) -> dict[str, object]:
    assert isinstance(document, Biography)
    portrait, paper = setting.theme.portrait, setting.paper
    return {
        "title_pt": _title_pt(setting, document.name, 6 if document.portrait else 3),
        "portrait_box": (paper.side_pt * portrait.bleeds + paper.columns_pt(6), portrait.height_pt),
    }


def _photos(setting: Setting, page: Page, document: Document) -> dict[str, object]:
    paper, type_ = setting.paper, setting.theme.photos
    shared_terms = _shared_terms(document)

    def credit_lines(photo: Photo) -> list[str]:
        size = setting.language.word("pixels", width=photo.width_px, height=photo.height_px)
        terms = None if shared_terms else photo.terms
        return [line for line in (photo.credit, f"{photo.name}, {size}", terms) if line]

    def caption_pt(photo: Photo, width_pt: float) -> float:
        room_pt = width_pt - type_.inset_pt
        credits_pt = sum(setting.height_pt(line, type_.credit, room_pt) for line in credit_lines(photo))
        return setting.height_pt(photo.caption, type_.caption, room_pt) + credits_pt + type_.around_pt

    room_pt = setting.room_pt - type_.opening_pt - (type_.terms_pt if shared_terms else 0)
    return {
        "photo_rows": lambda photos: measures.photo_rows(photos, paper, room_pt, caption_pt, type_),
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
    paper, cover = setting.paper, setting.theme.cover
    notice = notice_of(kit.correction, setting.language)
    summary = setting.language.word("kit_withdrawn") if notice and notice.is_withdrawn else kit.summary
    on_brand = setting.theme.logo.on_brand
    logo, logo_box = page.logo(reversed_=on_brand), page.logo_box(setting.theme.logo.cover, reversed_=on_brand)
    lowered_pt = _lowered_pt(setting, logo_box if logo else None)
    taken_pt = _taken_pt(setting, summary, notice) + lowered_pt + (cover.logo_pt if logo else 0)
    title_pt = measures.cover_size(kit.title, setting.face(cover), paper, taken_pt, cover)
    words = {
        "lowered_pt": lowered_pt,
        "title_pt": title_pt,
        "title_width_pt": measures.even_width(kit.title, setting.face(cover), title_pt, paper.text_pt, cover),
        "notice": notice,
        "summary": summary,
        "summary_width_pt": _summary_width(setting, summary),
        "picture": _cover_picture(kit),
        "picture_box": (paper.width_pt - paper.side_pt - paper.axis_pt, setting.cover_field_pt),
        "logo": logo,
        "logo_box": logo_box,
    }
    html = page.fill(words)
    return ComposedPart("cover", "cover", kit.title, kit.language, html, page.pictures, page.findings)


def _lowered_pt(setting: Setting, logo_box: tuple[float, float] | None) -> float:
    """Return how far the cover's title moves down for a name or an occasion of more lines than stand above it."""
    kit, bar = setting.kit, setting.theme.cover.bar
    if not bar:
        return 0.0
    name_pt = setting.paper.columns_pt(3) - (logo_box[0] + bar.gap_pt if logo_box else 0)
    event_pt = setting.paper.columns_pt(9) - bar.day_pt
    heights = ((kit.brand.name, bar.name, name_pt), (kit.event, bar.event, event_pt))
    return max(0.0, *(setting.height_pt(text, type_, room) - 2 * type_.leading_pt for text, type_, room in heights))


def _summary_width(setting: Setting, summary: str | None) -> float:
    """Return the width in which the summary's lines are even, where the theme sets it below the title."""
    type_, room_pt = setting.theme.cover.summary, setting.paper.measure_pt
    if not type_ or not summary:
        return room_pt
    return measures.even_width(summary, setting.face(type_), type_.size_pt, room_pt, type_)


def _taken_pt(setting: Setting, summary: str | None, notice: Notice | None) -> float:
    """Return the height of what stands on the cover with the title: name, embargo, correction, summary, disclosure."""
    kit, paper, cover = setting.kit, setting.paper, setting.theme.cover
    note = notice.note if notice else None
    texts = ((kit.brand.name, cover.name), (kit.event, cover.event), (summary, cover.summary), (note, cover.note))
    taken_pt = sum(setting.height_pt(text, type_, paper.measure_pt) for text, type_ in texts)
    taken_pt += cover.embargo_pt * (bool(kit.embargo) + bool(notice))
    return taken_pt + setting.disclosure_pt(paper.columns_pt(9))


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
    density = _density(setting, [entry.title for entry in entries], NOTICE_PT if notice else 0)
    html = page.fill({"entries": entries, "density": density, "notice": notice})
    return ComposedPart("contents", "contents", page.title, kit.language, html, (), page.findings)


def _density(setting: Setting, titles: Sequence[str], taken_pt: float) -> str:
    """Return how far apart the contents stand: as far as they fit their page."""
    contents = setting.theme.contents
    width_pt = setting.paper.columns_pt(9) - contents.inset_pt
    for density, step in (("airy", contents.airy), ("even", contents.even)):
        height_pt = sum(setting.height_pt(title, step, width_pt) + step.row_pt for title in titles)
        if len(titles) <= step.most and height_pt <= setting.room_pt - contents.opening_pt - taken_pt:
            return density
    return "dense"


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
    closing = setting.theme.closing
    phones = [number for contact in kit.contacts for number in (contact.phone, contact.after_hours) if number]
    phone = closing.phone if len(phones) <= FEW_PHONES else closing.phones
    web = theme.bare_address(kit.brand.web or kit.brand.short_name or kit.brand.name)
    html = page.fill(
        {
            "abouts": abouts_of(setting),
            "title_pt": _title_pt(setting, title),
            "web_pt": setting.fit_line(web, closing.web),
            "phone_pt": min((setting.fit_line(number, phone) for number in phones), default=0),
        }
    )
    return ComposedPart(CONTACTS_SLUG, "closing", words, kit.language, html, page.pictures, page.findings)


def compose_stamps(kit: Kit, pages: Sequence[StampedPage]) -> ComposedPart:
    """Compose the lines that stand on every page: one page each, without tags, to be laid over the kit's pages."""
    page = Page(Setting(kit, kit.language), "stamps", kit.title, kit.folder / "kit.toml")
    html = page.fill({"pages": pages})
    return ComposedPart("stamps", "stamps", kit.title, kit.language, html, (), (), tagged=False)
