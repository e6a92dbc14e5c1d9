"""Compose what stands around a kit's documents: cover, contents, closing page, and the lines of every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from presskit.composing import measures
from presskit.composing.look.bands import Band, band_over
from presskit.composing.look.colour import READABLE, WHITE, contrast, readable
from presskit.composing.look.logos import faint_logos, lost_logos, needs_plate
from presskit.composing.look.setting import Setting
from presskit.composing.parts.abouts import abouts_of
from presskit.composing.parts.groups import CONTACTS_SLUG, Entry, Group, entries_of, grouped
from presskit.composing.parts.page import Page, credit_lines
from presskit.composing.parts.parts import ComposedPart, StampedPage, title_pt
from presskit.composing.parts.sharing import is_listed_on_cover, lone_photo
from presskit.composing.pictures.openings import cover_picture
from presskit.composing.templating.sandbox import bare_address
from presskit.composing.wording.changes import Notice, notice_of
from presskit.composing.wording.desks import is_desk
from presskit.findings import Where, finding
from presskit.fonts import width
from presskit.model import Kit, Photo
from presskit.settings.theme import CoverSettings, TextSettings

BAND_HEAD_PT = 60.0  # white and a line above the title on a band
DARK = 12.0  # the contrast to white of a dark band
FEW_PHONES = 2
LONE_PT = 135.0  # the height of a photo on the closing page
LONG_NAME = 24  # letters of a name that beside a crest would stand in five lines
OFFICE_GAP_PT = 30.0  # between a cover's picture and its words
WHAT_PT, WHAT_ROOM_PT = 31.0, 110.0  # the words “Press kit” on the cover
FRAME_PT, FOOT_WORDS_PT = 36.0, 106.0  # around a picture in a frame, and above it
# Without a picture: by itself, above a square code, and above one inside an office's margins.
LARGE_WHAT_PT = {"alone": 84.0, "code": 56.0, "narrow": 30.0}
NOTICE_PT = 75.0  # the room of a correction above the contents


def compose_cover(kit: Kit, first_pages: Mapping[str, int] | None = None) -> ComposedPart:
    """Compose the cover: page 1, which prints no number. It lists the documents of a kit that has few.

    first_pages: by the documents' short names; without them, filler as wide as numbers stands in the list.
    """
    setting = Setting(kit, kit.language)
    page = Page(setting, "cover", kit.title, kit.folder / "kit.toml")
    paper, cover = setting.paper, setting.theme.cover
    notice = notice_of(kit.correction, setting.language)
    summary = setting.language.word("kit_withdrawn") if notice and notice.is_withdrawn else kit.summary
    page.tell(*faint_logos(kit.brand), *lost_logos(kit.brand))
    picture = _shown(kit, cover)
    entries = entries_of(kit, first_pages or {}) if is_listed_on_cover(kit) else ()
    list_pt = _list_pt(setting, entries)
    cover = _without_picture(cover) if picture is None else _raised(cover, 0 if kit.is_for_office else list_pt)
    field_pt = measures.cover_foot(paper, cover)
    band = _band(setting, cover, picture)
    field = band.behind if band else setting.palette.brand
    on_field = setting.theme.logo.on_brand and not kit.is_for_office
    is_reversed = on_field and kit.brand.logo_reversed is not None and contrast(WHITE, field) >= READABLE
    on_plate = on_field and not is_reversed and _needs_plate(page, field)
    box_pt = setting.theme.logo.cover
    logo, logo_box = page.logo(box_pt, reversed_=is_reversed), page.logo_box(box_pt, reversed_=is_reversed)
    holds_no_name = not logo or logo_box[0] < 2 * logo_box[1]  # as the logo's macro has it
    name_beside = bool(logo) and holds_no_name and len(kit.brand.name) > LONG_NAME
    lowered_pt = _lowered_pt(setting, logo_box if logo else None, name_beside=name_beside)
    taken_pt = _taken_pt(setting, kit.brand.name if holds_no_name else None, summary, notice)
    taken_pt += lowered_pt + (cover.logo_pt if logo else 0)
    taken_pt += list_pt
    title = setting.tied(kit.title)
    size_pt = measures.cover_size(title, setting.face(cover), paper, taken_pt, cover, setting.line)
    words = {
        "lowered_pt": lowered_pt,
        "is_named": kit.brand.name != kit.title and not name_beside,
        "name_beside": name_beside,
        "what_pt": _what_pt(setting, alone=picture is None),
        "title_pt": size_pt,
        "title_width_pt": measures.even_width(title, setting.face(cover), size_pt, paper.text_pt, cover),
        "notice": notice,
        "summary": summary,
        "summary_width_pt": _width_of(setting, summary, cover.summary),
        "event_width_pt": _width_of(setting, kit.event, cover.event),
        "picture": picture,
        "band": band,
        "picture_box": _picture_box(setting),
        "field_pt": field_pt,
        "logo": logo,
        "logo_box": logo_box,
        "on_plate": on_plate,
        "entries": entries,
    }
    html = page.fill(words)
    return ComposedPart("cover", "cover", kit.title, kit.language, html, page.pictures, page.findings)


def _shown(kit: Kit, cover: CoverSettings) -> Photo | None:
    """Return the photo that a cover shows; where the theme has a frame for it, only one that was chosen."""
    picture = cover_picture(kit)
    is_chosen = picture is not None and picture.name == kit.cover
    return picture if is_chosen or cover.framed_from_pt is None else None


def _without_picture(cover: CoverSettings) -> CoverSettings:
    """Return the cover's measures where there is no picture: its title may begin elsewhere."""
    return cover if cover.bare_from_pt is None else cover.model_copy(update={"title_from_pt": cover.bare_from_pt})


def _raised(cover: CoverSettings, list_pt: float) -> CoverSettings:
    """Return the measures of a cover with a picture: below it, or on it, where a list of documents raises the words."""
    if cover.framed_from_pt is not None:
        return cover.model_copy(update={"foot_from_pt": cover.framed_from_pt})
    if not cover.full or cover.bare_from_pt is None:
        return cover
    return cover.model_copy(update={"title_from_pt": max(cover.bare_from_pt, cover.title_from_pt - list_pt)})


def _band(setting: Setting, cover: CoverSettings, picture: Photo | None) -> Band | None:
    """Return the band on which the words stand, where the picture fills the page: as high as they may be."""
    paper = setting.paper
    if not cover.full or picture is None or setting.kit.is_for_office:
        return None
    height_pt = paper.height_pt - cover.title_from_pt + BAND_HEAD_PT + paper.bleed_pt
    return band_over(picture, _picture_box(setting), height_pt, readable(setting.palette.ink, WHITE, DARK))


def _needs_plate(page: Page, field: str) -> bool:
    """Tell whether the brand's logo is seen on the cover's field only on a white plate, and say how it is shown."""
    brand = page.setting.kit.brand
    if not brand.logo:
        return False
    needs = needs_plate(brand.logo, field)
    how = "on a white plate, for it is not seen well on your colour" if needs else "as it is"
    page.tell(finding("c-051", Where(brand.logo), name=brand.logo.name, how=how))
    return needs


def _picture_box(setting: Setting) -> tuple[float, float]:
    """Return the size of the cover's picture: to the edge, or inside the margins of what an office prints."""
    paper, height_pt = setting.paper, setting.cover_field_pt
    if setting.theme.cover.full:
        return _full_box(setting)
    if setting.theme.cover.framed_from_pt is not None:
        return _framed_box(setting)
    if setting.kit.is_for_office:
        return paper.columns_pt(8 if paper.scale < 1 else 9), height_pt - paper.bottom_pt
    return paper.width_pt - paper.side_pt - paper.axis_pt + paper.bleed_pt, height_pt + paper.bleed_pt


def _framed_box(setting: Setting) -> tuple[float, float]:
    """Return the size of a picture in the frame of the cover, below its foot."""
    raised = _raised(setting.theme.cover, 0)
    foot_pt = measures.cover_foot(setting.paper, raised)
    return setting.paper.width_pt - 2 * FRAME_PT, foot_pt - FRAME_PT - FOOT_WORDS_PT


def _full_box(setting: Setting) -> tuple[float, float]:
    """Return the size of a picture that fills the cover, or for an office what is above its words."""
    paper = setting.paper
    if setting.kit.is_for_office:
        words_pt = measures.SHEETS_PT["letter"][1] - setting.theme.cover.title_from_pt + BAND_HEAD_PT + OFFICE_GAP_PT
        return paper.text_pt, paper.height_pt - paper.top_pt - words_pt
    return paper.width_pt + 2 * paper.bleed_pt, paper.height_pt + 2 * paper.bleed_pt


def _lowered_pt(setting: Setting, logo_box: tuple[float, float] | None, *, name_beside: bool) -> float:
    """Return how far the cover's title moves down for a name or an occasion of more lines than stand above it."""
    kit, bar = setting.kit, setting.theme.cover.bar
    if not bar:
        return 0.0
    name_pt = setting.paper.columns_pt(3) - (logo_box[0] + bar.gap_pt if logo_box else 0)
    event_pt = setting.paper.columns_pt(9) - bar.day_pt
    if name_beside:
        told_pt = sum(setting.height_pt(text, bar.event, event_pt) for text in (kit.brand.name, kit.event))
        return max(0.0, told_pt - 2 * bar.event.leading_pt)
    heights = ((kit.brand.name, bar.name, name_pt), (kit.event, bar.event, event_pt))
    return max(0.0, *(setting.height_pt(text, type_, room) - 2 * type_.leading_pt for text, type_, room in heights))


def _what_pt(setting: Setting, *, alone: bool) -> float:
    """Return the size of the words “Press kit”: the longest is whole; without a picture all are, large, on one line."""
    face, words = setting.face(setting.theme.title), setting.language.word("press_kit")
    if alone:
        room = "alone" if not setting.kit.download else "narrow" if setting.kit.is_for_office else "code"
        largest_pt = LARGE_WHAT_PT[room] / setting.line
        return min(largest_pt, setting.paper.text_pt / (width(words, face) * setting.letter))
    widest = max(width(word, face) for word in words.split())
    return min(WHAT_PT, WHAT_ROOM_PT / (widest * setting.letter))


def _width_of(setting: Setting, text: str | None, type_: TextSettings | None) -> float:
    """Return the width in which the lines of a text are even, where the theme sets it below the title."""
    room_pt = setting.paper.measure_pt
    if not type_ or not text:
        return room_pt
    size_pt = type_.size_pt * setting.letter
    return measures.even_width(setting.tied(text, ends=True), setting.face(type_), size_pt, room_pt, type_)


def _taken_pt(setting: Setting, name: str | None, summary: str | None, notice: Notice | None) -> float:
    """Return the height of what stands on the cover with the title: name, embargo, correction, summary, disclosure."""
    kit, paper, cover = setting.kit, setting.paper, setting.theme.cover
    note = notice.note if notice else None
    texts = ((name, cover.name), (kit.event, cover.event), (summary, cover.summary), (note, cover.note))
    taken_pt = sum(setting.height_pt(text, type_, paper.measure_pt) for text, type_ in texts)
    taken_pt += cover.embargo_pt * (bool(kit.embargo) + bool(notice)) * setting.line
    return taken_pt + setting.disclosure_pt(paper.columns_pt(9))


def _list_pt(setting: Setting, entries: Sequence[Entry]) -> float:
    """Return the height of the documents listed on a cover."""
    type_ = setting.theme.cover.listing
    room_pt = setting.paper.measure_pt - type_.number_pt
    heights = (Setting(setting.kit, one.language.code).height_pt(one.title, type_, room_pt) for one in entries)
    return sum(heights) + (type_.opening_pt if entries else 0)


def compose_contents(kit: Kit, first_pages: Mapping[str, int] | None = None) -> ComposedPart:
    """Compose the contents; without `first_pages` (slug to page number) with numbers of the same width as filler."""
    setting = Setting(kit, kit.language)
    words = setting.language
    page = Page(setting, "contents", words.word("contents"), kit.folder / "kit.toml")
    notice, groups = notice_of(kit.correction, words), grouped(kit, entries_of(kit, first_pages or {}))
    density = _density(setting, groups, NOTICE_PT if notice else 0)
    title_pt = setting.theme.title.one_line_pt[0]
    html = page.fill({"groups": groups, "density": density, "notice": notice, "title_pt": title_pt})
    return ComposedPart("contents", "contents", page.title, kit.language, html, (), page.findings, steps=setting.steps)


def _density(setting: Setting, groups: Sequence[Group], taken_pt: float) -> str:
    """Return how far apart the contents stand: as far as they fit their page."""
    contents = setting.theme.contents
    width_pt = setting.paper.columns_pt(9) - contents.inset_pt
    room_pt = setting.room_pt - (contents.opening_pt + taken_pt) * setting.line
    lines = [(entry.title, Setting(setting.kit, entry.language.code)) for group in groups for entry in group.entries]
    names = sum(1 for group in groups if group.name)
    labels = sum(entry.heads for group in groups for entry in group.entries)
    for density, step in (("airy", contents.airy), ("even", contents.even)):
        height_pt = sum(own.height_pt(title, step, width_pt) + step.row_pt for title, own in lines)
        height_pt += names * contents.group_pt + labels * contents.label_pt
        if len(lines) + names <= step.most and height_pt <= room_pt:
            return density
    return "dense"


def compose_closing(kit: Kit) -> ComposedPart:
    """Compose the closing page: contacts, the text about the organisation, where to find it."""
    setting = Setting(kit, kit.language)
    words = setting.language.word("contacts")
    page = Page(setting, "closing", words, kit.folder / "kit.toml")
    title = kit.brand.name if not kit.brand.is_neutral else words
    closing = setting.theme.closing
    phones = [number for contact in kit.contacts for number in (contact.phone, contact.after_hours) if number]
    is_full = len(kit.contacts) > 2 or len(kit.boilerplates) > (1 if setting.language.is_mirrored else 2)
    phone = closing.phones if is_full or len(phones) > FEW_PHONES else closing.phone
    web = bare_address(kit.brand.web or kit.brand.short_name or kit.brand.name)
    html = page.fill(
        {
            "abouts": abouts_of(setting),
            **_lone_words(setting),
            "density": "many" if is_full else "few",
            "has_desk": any(map(is_desk, kit.contacts)),
            "title_pt": title_pt(setting, title),
            "web_pt": setting.fit_line(web, closing.web),
            "web_lines": setting.in_lines(web, closing.web) if kit.brand.web else (),
            "phone_pt": min((setting.fit_line(number, phone) for number in phones), default=0),
        }
    )
    return ComposedPart(
        CONTACTS_SLUG, "closing", words, kit.language, html, page.pictures, page.findings, steps=setting.steps
    )


def _lone_words(setting: Setting) -> dict[str, object]:
    """Return the photo of a kit that has only one, the box it is shown in, and the lines about it."""
    lone, paper = lone_photo(setting.kit), setting.paper
    if not lone:
        return {"lone": None}
    shape = lone.width_px / lone.height_px
    width_pt = min(paper.columns_pt(4), LONE_PT * shape)
    return {"lone": lone, "lone_box": (width_pt, width_pt / shape), "lone_lines": credit_lines(lone, setting.language)}


def compose_stamps(kit: Kit, pages: Sequence[StampedPage]) -> ComposedPart:
    """Compose the lines that stand on every page: one page each, without tags, to be laid over the kit's pages."""
    page = Page(Setting(kit, kit.language), "stamps", kit.title, kit.folder / "kit.toml")
    html = page.fill({"pages": pages})
    return ComposedPart("stamps", "stamps", kit.title, kit.language, html, (), (), tagged=False)
