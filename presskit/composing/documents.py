"""Compose a kit's documents: releases, factsheets, biographies and photos become HTML, each on its own.

A document is composed without knowing where in the kit it stands; only contents and page lines know.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from presskit.composing import measures
from presskit.composing.headlines import COLUMNS, headline_pt
from presskit.composing.languages import Language, language
from presskit.composing.look.logos import faint_logos, lost_logos
from presskit.composing.look.setting import Setting
from presskit.composing.parts.abouts import abouts_of
from presskit.composing.parts.footnotes import with_footnotes
from presskit.composing.parts.page import Page, credit_lines
from presskit.composing.parts.parts import ComposedPart, kind_of, label_of, names_release, title_of, title_pt
from presskit.composing.pictures.crops import may_crop
from presskit.composing.pictures.figures import blocks_in
from presskit.composing.pictures.openings import opening_box, opening_photo, shown_before
from presskit.composing.pictures.photo_pages import photo_pages
from presskit.composing.pictures.photo_rows import photo_rows
from presskit.composing.wording.changes import notice_of
from presskit.composing.wording.mentions import link_factsheet
from presskit.composing.wording.pulls import office_of, quoted
from presskit.model import Biography, Block, Kit, People, Photo, PhotoSheet, Printed, Quote, Release, Sheet
from presskit.reading.anatomy.pulls import stands_in
from presskit.reading.cues.marks import read_status

TALLEST = 1.3  # the height of a person's picture for its width


def compose_document(kit: Kit, document: Printed, headlines_pt: float | None = None) -> ComposedPart:
    """Compose one of the kit's documents.

    headlines_pt: the size of the headlines of all its kit's releases; without it, a release has its own.
    """
    document = with_footnotes(document)
    sender = Setting(kit, document.language).sender
    kit = replace(kit, brand=replace(kit.brand, name=sender)) if sender != kit.brand.name else kit
    compose: Mapping[type, Callable[[Setting, Page, Printed], dict[str, object]]] = {
        Release: _release,
        Sheet: _sheet,
        Biography: _biography,
        People: _people,
        PhotoSheet: _photos,
    }
    setting = Setting(kit, document.language)
    kind, title = kind_of(document), title_of(document)
    page = Page(setting, kind, title, getattr(document, "source", None), document.kind)
    if kit.alone:  # a kit has it said of its cover
        page.tell(*faint_logos(kit.brand), *lost_logos(kit.brand))
    words = compose[type(document)](setting, page, document)
    if isinstance(document, Release):
        words |= _headline(setting, document, headlines_pt or headline_pt(setting, document))
    html = page.fill({"document": document, "label": label_of(document), **words}, _blocks_of(document))
    return ComposedPart(
        document.slug,
        kind,
        title,
        document.language,
        html,
        page.pictures,
        page.findings,
        page.source,
        steps=setting.steps,
    )


def _blocks_of(document: Printed) -> tuple[Block, ...]:
    """Return the blocks of a document that know their line, to say where a character stands."""
    held = document.biographies if isinstance(document, People) else (document,)
    return tuple(block for one in held for block in blocks_in(one))


def kit_around(kit: Kit, document: Printed) -> Kit:
    """Return what composing a document needs of its kit: which factsheets it may link to, and its opening photo.

    Why: a worker is handed each document with its kit; a kit of 500 releases would be handed over 500 times.
    """
    others = (one for one in factsheets_of(kit) if one.slug != document.slug)
    own = document.biographies if isinstance(document, People) else (document,)
    kept = (*own, *(replace(one, sections=()) for one in others), *shown_before(kit, document))
    return replace(kit, documents=kept, spoken=kit.languages)


def factsheets_of(kit: Kit) -> list[Sheet]:
    """Return the kit's factsheets, to which other documents send their readers."""
    return [one for one in kit.documents if isinstance(one, Sheet) and one.kind == "factsheet"]


def _release(setting: Setting, page: Page, document: Printed) -> dict[str, object]:
    assert isinstance(document, Release)
    kit = setting.kit
    body = with_factsheet_link(kit, document)
    cut = pull_place(body, document.pull) if document.pull else len(body)
    return {
        "before_pull": body[:cut],
        "pull": quoted(document.pull, setting.language) if document.pull else None,
        "office": office_of(document.pull, body) if document.pull else None,
        "after_pull": body[cut:],
        "notice": notice_of(document.correction, setting.language, document.status_text),
        # What says that it is a release is the label beside them.
        "status": [line for line in status_lines(document, setting.language) if not names_release(line)],
        "opening": opening_photo(setting, document),
        "opening_box": opening_box(setting),
        "abouts": abouts_of(setting),
        "contacts": kit.contacts,
        "logo": page.logo(setting.theme.logo.letterhead),
        "logo_box": page.logo_box(setting.theme.logo.letterhead),
    }


def _headline(setting: Setting, release: Release, size_pt: float) -> dict[str, object]:
    type_, room_pt = setting.theme.headline, setting.paper.columns_pt(COLUMNS)
    face, headline = setting.face(type_), setting.tied(title_of(release), ends=True)
    return {
        "headline_pt": size_pt,
        "headline_leading": type_.leading,
        "headline_width_pt": measures.even_width(headline, face, size_pt, room_pt, type_),
    }


def status_lines(document: Release, words: Language) -> tuple[str, ...]:
    """Return the status lines as the source states them, else the fixed words where the settings state it.

    A correction has a notice of its own.

    A line that states the embargo is left to the embargo line, which tells the moment with its zone.
    """
    if document.status_text:
        lines = document.status_text.splitlines()
        return tuple(line for line in lines if not (document.embargo and _states_embargo(line)))
    return (words.word("immediate"),) if document.status == "immediate" else ()


def _states_embargo(line: str) -> bool:
    found = read_status(line)
    return "embargo" in line.lower() or (found is not None and found.status == "embargo")


def with_factsheet_link(kit: Kit, release: Release) -> tuple[Block, ...]:
    """Link the words that mention the factsheet to it: to the one in the release's language where there is one."""
    factsheets = factsheets_of(kit)
    if not factsheets or kit.alone:
        return release.body
    own = language(release.language).name
    factsheet = next((one for one in factsheets if language(one.language).name == own), factsheets[0])
    return tuple(
        replace(block, html=link_factsheet(block.html, factsheet.slug)) if block.kind == "paragraph" else block
        for block in release.body
    )


def pull_place(body: Sequence[Block], pull: Quote) -> int:
    """Return after how many blocks a pull quote stands: after the second paragraph or below, beside none that says it.

    Where every place is beside it, the second paragraph's end is as good as any.
    """
    places = [index + 1 for index, block in enumerate(body) if block.kind == "paragraph"][1:-1]
    free = (
        place for place in places if not any(stands_in(pull.text, [block]) for block in body[place - 1 : place + 1])
    )
    return next(free, places[0]) if places else len(body)


def _sheet(setting: Setting, page: Page, document: Printed) -> dict[str, object]:
    figures, paper = setting.theme.figures, setting.paper
    return {
        "side_pt": paper.axis_pt - paper.gutter_pt,
        "title_pt": title_pt(setting, title_of(document)),
        "figure_rows": lambda list_: measures.figure_rows(list_, setting.digits(figures), paper, figures),
    }


def _biography(setting: Setting, page: Page, document: Printed) -> dict[str, object]:
    assert isinstance(document, Biography)
    portrait, paper = setting.theme.portrait, setting.paper
    bleeds = portrait.bleeds and not setting.kit.is_for_office
    width_pt = paper.columns_pt(6) + (paper.side_pt if bleeds else 0)
    height_pt = min(portrait.height_pt, TALLEST * width_pt)
    if document.portrait and not may_crop(document.portrait):
        height_pt = width_pt * document.portrait.height_px / document.portrait.width_px
    beyond_pt = paper.bleed_pt if bleeds else 0
    return {
        "title_pt": title_pt(setting, document.name, 6 if document.portrait else 3),
        "portrait_pt": height_pt,
        "portrait_box": (width_pt + beyond_pt, height_pt + beyond_pt),
    }


def _people(setting: Setting, page: Page, document: Printed) -> dict[str, object]:
    width_pt = setting.paper.columns_pt(3)

    def portrait_box(portrait: Photo) -> tuple[float, float]:
        shape = portrait.height_px / portrait.width_px
        return width_pt, width_pt * (min(TALLEST, shape) if may_crop(portrait) else shape)

    return {"title_pt": title_pt(setting, title_of(document)), "portrait_box": portrait_box}


def _photos(setting: Setting, page: Page, document: Printed) -> dict[str, object]:
    paper, type_ = setting.paper, setting.theme.photos
    shared_terms = _shared_terms(document)

    def own_lines(photo: Photo) -> list[str]:
        return credit_lines(photo, setting.language, with_terms=not shared_terms)

    def caption_pt(photo: Photo, width_pt: float) -> float:
        room_pt = width_pt - type_.inset_pt
        credits_pt = sum(setting.height_pt(line, type_.credit, room_pt) for line in own_lines(photo))
        return setting.height_pt(photo.caption, type_.caption, room_pt) + credits_pt + type_.around_pt

    terms_pt = type_.terms_pt if shared_terms else 0
    rooms_pt = (
        setting.room_pt - (type_.opening_pt + terms_pt) * setting.line,
        setting.room_pt - terms_pt * setting.line,
    )
    return {
        "photo_pages": lambda photos: photo_pages(photos, paper, rooms_pt, caption_pt, type_),
        "photo_rows": lambda photos: photo_rows(photos, paper, rooms_pt, caption_pt, type_, may_crop),
        "credit_lines": own_lines,
        "shared_terms": shared_terms,
    }


def _shared_terms(sheet: Printed) -> str | None:
    """Return the terms of use that all photos share: they are printed once, below the photos."""
    assert isinstance(sheet, PhotoSheet)
    terms = {photo.rights for photo in sheet.photos}
    return terms.pop() if len(terms) == 1 else None
