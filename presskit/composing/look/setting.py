"""A kit's look in one language: its paper, colours and typefaces, and how much room words take in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from presskit.composing import measures
from presskit.composing.languages import Language, language
from presskit.composing.look import colour, theme
from presskit.composing.wording.ties import tied
from presskit.fonts import Face, Family, find_face, width, with_brand_faces, wrap
from presskit.model import Kit
from presskit.settings.theme import read_theme

if TYPE_CHECKING:
    from presskit.composing.measures import Paper
    from presskit.settings.theme import LineSettings, TextSettings, ThemeSettings, TypeSettings

DRAFT_SHARE = 0.95  # of the page's width: the word runs aslant
FAMILIES: Mapping[str, Family] = {"serif": "Pk-Serif", "sans": "Pk-Sans"}


@dataclass(frozen=True)
class Setting:
    """A kit's look in one language: paper, colours, faces."""

    kit: Kit
    language_code: str

    @cached_property
    def language(self) -> Language:
        """The fixed words."""
        return language(self.language_code)

    @property
    def sender(self) -> str:
        """The organisation's name; “Press office” in this language where nobody said one."""
        name, word = self.kit.brand.name, "press_office"
        return self.language.word(word) if name == language(self.kit.language).word(word) else name

    @property
    def brand_templates(self) -> Path | None:
        """The folder of the brand's own templates."""
        return self.kit.brand.folder / "templates" if self.kit.brand.folder else None

    @cached_property
    def theme(self) -> ThemeSettings:
        """The theme's measures."""
        return read_theme(self.kit.theme, self.brand_templates)

    @property
    def steps(self) -> int:
        """How many steps tighter than its theme a document may be set."""
        return len(self.theme.ladder.steps) if self.kit.tighten else 0

    @cached_property
    def paper(self) -> Paper:
        """The page."""
        return measures.paper_of(self.kit.paper, self.theme, self.kit.bleed_pt)

    def cut(self, text: str, line: str) -> str:
        """Return as many words of `text` as fit a line of every page: "kit", "title" or "name".

        An ellipsis stands where it is cut, between words, or in a first word that is too long by itself.
        Why not the style's text-overflow: the ellipsis is then read as all the words it hides.
        """
        running = self.theme.running
        type_ = {"kit": running.kit, "title": running.title, "name": running.name}[line]
        room = self.paper.columns_pt(type_.columns) / (type_.sizes_pt[0] * self.letter)
        words = text.split()
        cuts = (" ".join(words[:end]) + " …" for end in range(len(words) - 1, 0, -1))
        parts = (f"{text[:end]}…" for end in range(len(text) - 1, 0, -1))
        every = (text, *cuts, *parts)
        return next((each for each in every if width(each, self.face(type_), type_.tracking_em) <= room), "")

    @property
    def room_pt(self) -> float:
        """The height that a document's first page has for its own words."""
        paper = self.paper
        taken_pt = self.disclosure_pt() + (self.theme.cover.embargo_pt * self.line if self.kit.embargo else 0)
        return paper.height_pt - paper.top_pt - paper.bottom_pt - taken_pt

    @property
    def cover_field_pt(self) -> float:
        """The height of the cover's foot."""
        return measures.cover_foot(self.paper, self.theme.cover)

    @cached_property
    def palette(self) -> colour.Palette:
        """The colours."""
        brand, ground = self.kit.brand, self.theme.colours
        if self.kit.is_for_office:
            return colour.on_white(colour.derive(brand.brand, brand.accent, brand.ink))
        return colour.derive(brand.brand, brand.accent, brand.ink, ground.paper, ground.ground)

    @cached_property
    def faces(self) -> tuple[Face, ...]:
        """The typefaces: the brand's own, then presskit's."""
        own = (Face(FAMILIES[face.role], face.weight, face.italic, face.path) for face in self.kit.brand.faces)
        return with_brand_faces(own)

    def face(self, type_: TypeSettings) -> Face:
        """Return the face in which this language's text of a kind of type is set."""
        family: Family = "Pk-Arabic" if self.language.is_mirrored else FAMILIES[type_.face]
        return find_face(self.faces, family, type_.weight)

    def digits(self, type_: TypeSettings) -> Face:
        """Return the face in which numbers are set large: they are the same in every language."""
        return find_face(self.faces, FAMILIES[type_.face], type_.weight)

    @property
    def letter(self) -> float:
        """By what small type is larger than the theme sets it."""
        return theme.MIRRORED_LETTER if self.language.is_mirrored else 1.0

    @property
    def line(self) -> float:
        """By what lines are taller than the theme sets them."""
        return theme.MIRRORED_LINE if self.language.is_mirrored else 1.0

    def tied(self, text: str, *, ends: bool = False) -> str:
        """Return `text` as it is to be measured: where this language never breaks a line there is no space.

        ends: it ends a paragraph or a title.
        """
        return tied(text, self.language, ends=ends)

    def height_pt(self, text: str | None, type_: TextSettings | None, room_pt: float) -> float:
        """Return the height of `text` in `room_pt` of width with the white above it; 0 without either."""
        if not text or not type_:
            return 0.0
        room = room_pt / (type_.size_pt * self.letter)
        lines = wrap(self.tied(text, ends=True), self.face(type_), room, type_.tracking_em)
        return type_.above_pt + type_.leading_pt * self.line * len(lines)

    def fit_line(self, text: str, type_: LineSettings) -> float:
        """Return the first of the type's sizes at which `text` stands on one line."""
        room_pt = self.paper.columns_pt(type_.columns) - type_.inset_pt
        em = width(text, self.face(type_), type_.tracking_em)
        return next((size for size in type_.sizes_pt if em * size <= room_pt), type_.sizes_pt[-1])

    def in_lines(self, address: str, type_: LineSettings) -> tuple[str, ...]:
        """Return an address whole where it stands on one line, else in lines that end behind a sign of it.

        Where no sign ends a line short enough, the address is parted behind the last letter that fits: it is never cut.
        """
        room = (self.paper.columns_pt(type_.columns) - type_.inset_pt) / type_.sizes_pt[-1]
        if width(address, self.face(type_), type_.tracking_em) <= room:
            return (address,)
        fitting = [
            end for end in range(1, len(address)) if width(address[:end], self.face(type_), type_.tracking_em) <= room
        ]
        ends = [end for end in fitting if address[end - 1] in ".-/@_"]
        end = max(ends or fitting, default=1)
        return (address[:end], *self.in_lines(address[end:], type_))

    @property
    def draft_pt(self) -> float:
        """The size of the word across a draft's pages."""
        type_, room_pt = self.theme.running.draft, DRAFT_SHARE * self.paper.width_pt
        em = width(self.language.word("draft").upper(), self.face(type_), type_.tracking_em)
        return next((size for size in type_.sizes_pt if em * size <= room_pt), type_.sizes_pt[-1])

    def disclosure_pt(self, room_pt: float | None = None) -> float:
        """Return the height that the disclosure takes at the foot of a page, 0 without one."""
        # A little less room than there is: a line that is measured too short must not be cut off. No line of 720 was.
        room_pt = (room_pt or self.paper.text_pt) * 0.99
        return self.height_pt(self.kit.brand.disclosure, self.theme.disclosure, room_pt)
