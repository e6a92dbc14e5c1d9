"""What every template is given: the kit's look, and functions for words, dates, pictures and links."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

from lxml import html as lxml_html
from markupsafe import Markup, escape

from presskit.composing import measures
from presskit.composing.languages import Language
from presskit.composing.look import theme
from presskit.composing.look.setting import Setting
from presskit.composing.pictures.addresses import address_parts, numbered, tel_address, web_address
from presskit.composing.pictures.codes import square_code
from presskit.composing.pictures.figures import Cell, Pictures, gathered, picture_rows
from presskit.composing.pictures.shapes import shape_of
from presskit.composing.tabular.table_records import set_records
from presskit.composing.tabular.table_widths import fit_table, letters_on_a_line, text_of
from presskit.composing.tabular.tables import is_short, names_table, set_table
from presskit.composing.templating.filling import fill
from presskit.composing.templating.sandbox import bare_address
from presskit.composing.wording.desks import is_desk
from presskit.composing.wording.link_notes import with_addresses
from presskit.composing.wording.lists import set_list
from presskit.composing.wording.runs import set_runs
from presskit.composing.wording.tongues import passage, turn_passages
from presskit.errors import StoppedError
from presskit.findings import Finding, Where, finding
from presskit.fonts import left_bearing, missing_characters, named, width
from presskit.model import Block, Embargo, Photo
from presskit.names import address, brief
from presskit.settings.theme import template_for

LARGEST_PT = 14_400.0  # no page is larger (ISO 32000-1, C.2)
OPENING = re.compile(r"[“”„«\"'‘’]\s*")


@dataclass(frozen=True)
class Picture:
    """A picture a page shows: `name` is how the page asks for it, the box is the size in which it is shown."""

    name: str
    path: Path
    width_pt: float
    height_pt: float


@dataclass(frozen=True)
class Shown:
    """A picture as a template places it. place: what is kept of it where only a part is shown, as CSS."""

    url: str
    alt: str
    width_pt: float
    height_pt: float
    place: str = "50% 50%"


@dataclass(frozen=True)
class Spoken:
    """How a page's lines are in its own language: the fixed words, the size of the word across a draft, the sender."""

    language: Language
    draft_pt: float
    sender: str


class Page:
    """One template being filled. Collects the pictures it asks for and what is found on the way.

    kind: which one. own: the kind of its document, of which a brand may have a template of its own.
    """

    def __init__(self, setting: Setting, kind: str, title: str, source: Path | None, own: str = "") -> None:
        self.setting, self.kind, self.title, self.source, self.own = setting, kind, title, source, own
        self._pictures: dict[str, Picture] = {}
        self._findings: list[Finding] = []
        self._known: dict[str, tuple[Setting, Spoken]] = {}
        # Templates ask more than once of a table, and to measure one of thousands of rows takes a second.
        self._fit = cache(partial(fit_table, setting=setting))
        self._sandbox = theme.environment(setting.kit.theme, setting.brand_templates)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures asked for so far."""
        return tuple(self._pictures.values())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found so far."""
        return tuple(self._findings)

    def fill(self, words: Mapping[str, object], blocks: Sequence[Block] = ()) -> str:
        """Fill the template of this page's kind; `blocks` tell the lines of characters that cannot be printed."""
        setting = self.setting
        kinds = dict.fromkeys((self.own or self.kind, self.kind))
        html = fill(
            self._sandbox,
            template_for(setting.kit.theme, setting.brand_templates, *(f"{kind}.html" for kind in kinds)),
            {
                "kit": setting.kit,
                "kind": " of-".join(reversed(kinds)),
                "title": self.title,
                "language": setting.language,
                "style": theme.style(
                    setting.palette,
                    setting.faces,
                    setting.kit.brand.folder,
                    setting.paper,
                    setting.disclosure_pt(),
                    setting.cover_field_pt,
                    setting.theme.ladder.steps,
                ),
                "measure_pt": setting.paper.measure_pt,
                "word": setting.language.word,
                "day": _day(setting.language),
                "embargo_text": self._embargo_text,
                "tel": self._tel,
                "numbered": self._numbered,
                "address_parts": address_parts,
                "is_desk": is_desk,
                "photo": self._photo,
                "gathered": lambda blocks: tuple(gathered(blocks, self.source)),
                "picture_rows": self._picture_rows,
                "in_text": self._in_text,
                "list": set_list,
                "table": self._table,
                "bearing": self._bearing,
                "split_unit": split_unit,
                "web_url": web_address,
                "title_leading": setting.theme.title.leading,
                "is_wide": lambda block: block.kind == "table" and bool(self._fit(block.html, may_turn=True)),
                "is_turned": self._is_turned,
                "names_table": names_table,
                "is_short": lambda block: block.kind == "table" and is_short(block.html),
                "rhythm_pt": setting.theme.grid.rhythm_pt,
                "is_half": setting.paper.scale < 1,
                "square_code": self._square_code,
                "hung": self._hung,
                "spoken": self._spoken,
                "cut": self._cut,
                "passage": lambda text: passage(text, setting.kit, setting.language),
                **words,
            },
        )
        html = with_addresses(html) if setting.kit.is_printed else html
        return self._printable(set_runs(turn_passages(html, setting.kit)), blocks)

    def tell(self, *told: Finding) -> None:
        """Keep what is found of this page."""
        self._findings += told

    def logo(self, box_pt: tuple[float, float], *, reversed_: bool = False) -> str | None:
        """Return the address of the brand's logo for a light page, or for the brand's field if it has one.

        A drawing is one of the brand's files; any other logo is made ready for the page as every picture is.
        """
        file = self._logo_file(reversed_=reversed_)
        folder = self.setting.kit.brand.folder
        if not file or not folder:
            return None
        if file.suffix.lower() == ".svg":
            return f"brand:{address(file.relative_to(folder).as_posix())}"
        return self._ask(file, *self.logo_box(box_pt, reversed_=reversed_))

    def _logo_file(self, *, reversed_: bool) -> Path | None:
        brand = self.setting.kit.brand
        return brand.logo_reversed if reversed_ else brand.logo

    def logo_box(self, box_pt: tuple[float, float], *, reversed_: bool = False) -> tuple[float, float]:
        """Return width and height at which the logo fills a box of (width, height) without distortion."""
        room_pt, height_pt = box_pt
        file = self._logo_file(reversed_=reversed_)
        shape = shape_of(file) if file else 1.0
        return (min(room_pt, height_pt * shape), min(height_pt, room_pt / shape))

    def _embargo_text(self, embargo: Embargo) -> str:
        words = self.setting.language
        return words.word("embargoed_until", moment=words.moment(embargo))

    def _square_code(self, address: str) -> Markup:
        """Return the code of an address, with the words that are read aloud in its place."""
        spoken = self.setting.language.word("code", address=bare_address(address))
        return square_code(address, spoken, self.setting.paper.scale)

    def _spoken(self, code: str) -> Spoken:
        return self._lines(code)[1]

    def _cut(self, text: str, line: str, code: str) -> str:
        return self._lines(code)[0].cut(text, line)

    def _lines(self, code: str) -> tuple[Setting, Spoken]:
        """Return how lines are set in a language, found once: a kit of 500 releases has 1,500 pages of them."""
        if code not in self._known:
            setting = Setting(self.setting.kit, code)
            self._known[code] = setting, Spoken(setting.language, setting.draft_pt, setting.sender)
        return self._known[code]

    def _tel(self, number: str) -> str | None:
        return tel_address(number, self.setting.kit.region)

    def _numbered(self, words: str) -> tuple[tuple[str, str | None], ...]:
        return tuple(numbered(words, self.setting.kit.region))

    def _photo(self, photo: Photo, width_pt: float, height_pt: float) -> Shown:
        """Ask for a photo in a box; editors' words stand in for a missing description (found by check)."""
        name = self._ask(photo.path, width_pt, height_pt)
        across, down = photo.place
        return Shown(name, photo.alt or photo.caption or photo.name, width_pt, height_pt, f"{across}% {down}%")

    def _ask(self, path: Path, width_pt: float, height_pt: float) -> str:
        if not all(0 < length <= LARGEST_PT for length in (width_pt, height_pt)):
            raise StoppedError(f"a picture on it would be {width_pt:,.0f} by {height_pt:,.0f} points large")
        name = f"picture:{len(self._pictures) + 1}"
        self._pictures[name] = Picture(name, path, width_pt, height_pt)
        return name

    def _picture_rows(self, pictures: Pictures, room_pt: float, tallest_pt: float) -> tuple[tuple[Cell, ...], ...]:
        """Set the pictures of a text in rows."""
        paper = self.setting.paper
        return picture_rows(pictures, min(room_pt, paper.text_pt - paper.axis_pt), tallest_pt, paper.gutter_pt)

    def _in_text(self, cell: Cell) -> Shown:
        """Ask for a picture that stands in running text."""
        name = self._ask(cell.picture.path, cell.width_pt, cell.height_pt)
        return Shown(name, cell.picture.alt, cell.width_pt, cell.height_pt)

    def _is_turned(self, block: Block) -> bool:
        """Tell whether a block is a table for which a page is turned, where it may be."""
        return block.kind == "table" and "turned" in self._fit(block.html, may_turn=True)

    def _table(self, table_html: str, *, may_turn: bool = False) -> Markup:
        """Return a table as it is set; one that no page has room for becomes records, or its words are broken."""
        fit = self._fit(table_html, may_turn=may_turn)
        records = set_records(table_html) if fit == "wide dense broken" else None
        if fit == "wide dense broken":
            rows = lxml_html.fragment_fromstring(table_html).iter("tr")
            words = next(filter(None, (" ".join(map(text_of, row)).strip() for row in rows)), "")
            self._findings.append(finding("c-057" if records else "c-049", Where(self.source), words=brief(words)))
        return records or set_table(table_html, fit, letters_on_a_line(table_html, fit, self.setting))

    def _bearing(self, text: str, size_pt: float | None = None) -> Markup:
        """Return the style that moves large type left by its first letter's white, onto the line of the grid.

        size_pt: that of a document's title, whose lines are then as even as can be.
        """
        setting, type_ = self.setting, self.setting.theme.title
        face, room_pt = setting.face(type_), setting.paper.columns_pt(9)
        even = Markup("")
        if size_pt:
            even_pt = measures.even_width(setting.tied(text, ends=True), face, size_pt, room_pt, type_)
            even = Markup("max-width:{:.2f}pt;").format(even_pt)
        if setting.language.is_mirrored:
            return even  # what begins a line is the text's last letter, and Arabic hardly bears white
        return even + Markup("margin-left:{:.3f}em").format(-left_bearing(text, face))

    def _hung(self, text: str) -> Markup:
        """Return a quotation whose opening mark, with the space behind it, stands in the margin."""
        mark = OPENING.match(text)
        if not mark:
            return escape(text)
        em = width(mark[0], self.setting.face(self.setting.theme.pull))
        span = Markup('<span style="margin-inline-start:{:.3f}em">{}</span>{}')
        return span.format(-em, mark[0], text[mark.end() :])

    def _printable(self, html: str, blocks: Sequence[Block]) -> str:
        """Replace characters that no face can draw by "?", with a finding that names the line of the first."""
        missing = missing_characters(html, self.setting.faces)
        if missing:
            line = next((block.line for block in blocks if missing.keys() & {*block.text}), None)
            self._findings.append(finding("c-011", Where(self.source, line), characters=named(missing)))
        return html.translate(dict.fromkeys(map(ord, missing), "?")) if missing else html


def credit_lines(photo: Photo, words: Language, *, with_terms: bool = True) -> list[str]:
    """Return what stands below a photo's caption: credit, name and size, and what it may be used for."""
    size = words.word("pixels", width=photo.width_px, height=photo.height_px)
    lines = (photo.credit, f"{photo.name}{words.word('comma')}{size}", photo.rights if with_terms else None)
    return [line for line in lines if line]


def _day(words: Language) -> object:
    def day(moment: date) -> str:
        return words.day(moment)

    return day


def split_unit(value: str) -> Markup:
    """Return a key figure whose unit, where it has one, is set smaller."""
    number, unit = measures.split_value(value)
    return escape(number) + Markup('<span class="unit">{}</span>').format(unit) if unit else escape(number)
