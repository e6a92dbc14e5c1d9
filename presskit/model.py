"""The nouns of a press kit. Every stage reads or makes these; they hold no behaviour beyond small views of themselves.

Text fields hold the source's characters unchanged. `html` fields hold sanitised HTML (presskit.reading.markup).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Literal

from presskit.names import shown

BlockKind = Literal["paragraph", "heading", "list", "table", "quote", "figure", "caption"]
BoxPlace = Literal["", "begins", "goes on"]
Status = Literal["immediate", "embargo", "corrected", "updated", "withdrawn"]
Change = Literal["corrected", "updated", "withdrawn"]
Binding = Literal["", "as it is", "scaled"]
Purpose = Literal["screen", "email", "print", "shop", "booklet", "archive"]
SectionKind = Literal[
    "figures",
    "facts",
    "questions",
    "timeline",
    "programme",
    "quotes",
    "glossary",
    "people",
    "works",
    "films",
    "cards",
    "box",
    "text",
]
PaperSize = Literal["letter", "a4", "half-letter", "a5"]


@dataclass(frozen=True)
class Block:
    """One block of running text.

    text: what a reader copies; table cells are separated by tabs, rows and list items by line feeds.
    html: paragraph, heading, quote and caption: the content inside the element. List and table: the whole element.
        Figure: the picture, inside a link where it is one. A caption stands right below its figure.
    line: counted from 1 in the source; None where the format has no lines.
    level: 1 to 6 for a heading as the source has it, else 0.
    box: its place in a box that the source sets apart from its text; "" where it stands in none.
    """

    kind: BlockKind
    text: str
    html: str
    line: int | None = None
    level: int = 0
    box: BoxPlace = ""


@dataclass(frozen=True)
class Dateline:
    """Place, date and source that open a release's first paragraph; `text` as printed, with its dash."""

    text: str
    place: str | None = None
    date: date | None = None
    source: str | None = None


@dataclass(frozen=True)
class Contact:
    """Whom a journalist rings. Phones as the source writes them.

    after_hours: what rings when nobody is at `phone`. more: other ways to reach them, each with the source's own word
    for it: “Mobile: +1 202 555 0145, Fax +1 202 555 0144”.
    """

    name: str
    role: str | None = None
    email: str | None = None
    phone: str | None = None
    hours: str | None = None
    after_hours: str | None = None
    more: str | None = None
    line: int | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """All that is said of the contact, piece by piece."""
        said = (self.name, self.role, self.email, self.phone, self.hours, self.after_hours, self.more)
        return tuple(part for part in said if part)


@dataclass(frozen=True)
class Quote:
    """Words spoken, with the speaker's name where the release gives one."""

    text: str
    speaker: str | None = None
    line: int | None = None


@dataclass(frozen=True)
class Removed:
    """A line of the source that is not printed, and why: nothing vanishes."""

    line: int | None
    text: str
    why: str


@dataclass(frozen=True)
class Embargo:
    """Not to be published before `until` (aware); `zone` is its IANA name or the offset as written.

    source: the file that states it.
    """

    until: datetime
    zone: str
    source: Path | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Planned:
    """The day on which a text is to be published, by which nothing is held back.

    words: the file's own for it; empty where it is the day that the text is dated.
    """

    words: str
    day: date
    line: int | None = None


@dataclass(frozen=True)
class Correction:
    """A text that was sent out before is corrected, updated or withdrawn.

    version: counts from 1, the text first sent out; None where only the text's own status line tells of the change.
    note: what changed, in the sender's words. day, time, zone: when, as far as the settings say; `zone` as in Embargo.
    """

    status: Change
    version: int | None = None
    note: str | None = None
    day: date | None = None
    time: time | None = None
    zone: str | None = None


SIDES = {"left": 0, "center": 50, "centre": 50, "right": 100}  # percent of a photo's width
HEIGHTS = {"top": 0, "middle": 50, "bottom": 100}
UPPER_THIRD = 33


@dataclass(frozen=True)
class Photo:
    """A photo of the kit. The words about it come from photos.toml, else from the file's IPTC/XMP.

    terms: what it may be used for. copyright: who owns it. creator: who took it. instructions: what its file tells
    editors. has_credentials: its file carries content credentials, which hold for that very file alone.
    source_type: what kind of thing has made it, as its file says.
    focus: what is kept where only a part is shown, such as "left top". others: what else its file says in words.
    """

    path: Path
    width_px: int
    height_px: int
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    terms: str | None = None
    copyright: str | None = None
    creator: str | None = None
    instructions: str | None = None
    has_credentials: bool = False
    focus: str | None = None
    source_type: str | None = None
    others: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[int, int]:
        """What is kept where only a part is shown, in percent from its left and its upper edge.

        Nobody having said it, the middle, and of its height the upper third, where faces are.
        """
        words = (self.focus or "").split()
        across = next((SIDES[word] for word in words if word in SIDES), 50)
        return across, next((HEIGHTS[word] for word in words if word in HEIGHTS), UPPER_THIRD)

    @property
    def name(self) -> str:
        """The file's name, by which a journalist asks for the photo, as people read it."""
        return shown(self.path.name)

    @property
    def rights(self) -> str | None:
        """What the photo may be used for; whose it is where nothing more is said."""
        return self.terms or self.copyright


@dataclass(frozen=True)
class Doubt:
    """A field of a release that may be read wrongly: its name in plain words, what was read, and on which line."""

    field: str
    words: str
    line: int | None = None


@dataclass(frozen=True)
class Release:
    """A press release, understood. `body` starts with the lede, without the dateline's text.

    boilerplate: the blocks of the standing "About" passage. notes: what follows the end mark.
    status_text: the status line as the source prints it. pull: the sentence chosen to be shown large.
    contacts and boilerplate are no part of `body`. correction: where `status` is one of Change's words.
    doubts: the fields of which its reader is not sure, most harmful first. kind, label: as of a Sheet.
    """

    source: Path
    slug: str
    language: str
    headline: str | None = None
    subhead: str | None = None
    dateline: Dateline | None = None
    date: date | None = None
    status: Status | None = None
    status_text: str | None = None
    embargo: Embargo | None = None
    contacts: tuple[Contact, ...] = ()
    boilerplate: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    quotes: tuple[Quote, ...] = ()
    pull: Quote | None = None
    end_mark: str | None = None
    notes: tuple[Block, ...] = ()
    removed: tuple[Removed, ...] = ()
    headline_line: int | None = None
    correction: Correction | None = None
    doubts: tuple[Doubt, ...] = ()
    kind: str = "release"
    label: str | None = None
    planned: Planned | None = None

    @property
    def is_withdrawn(self) -> bool:
        """Whether nothing of the release is printed but its headline and the news that it is withdrawn."""
        return self.status == "withdrawn"


@dataclass(frozen=True)
class Fact:
    """A label and its matter (plain text and inline HTML): a fact, a day and what happened, an hour, a term.

    Of a key figure the label is the number that is set large ("11 ha"), its matter what it counts.

    picture: a figure that stands beside it: a person's face, a work, a still.
    """

    label: str
    text: str
    html: str
    line: int | None = field(default=None, compare=False)
    picture: Block | None = None


@dataclass(frozen=True)
class Question:
    """A question and the blocks that answer it."""

    text: str
    answer: tuple[Block, ...]


@dataclass(frozen=True)
class Section:
    """A heading and the one kind of matter below it; `heading` is None before the first heading.

    kind says which of the fields is filled: questions, blocks for "text" and "box", facts for all others.
    level: of its heading; 3 where it stands within what the one before names, such as a day of a programme.
    """

    kind: SectionKind
    heading: str | None = None
    level: int = 2
    facts: tuple[Fact, ...] = ()
    questions: tuple[Question, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def are_cards(self) -> bool:
        """Whether each fact is a title with lines, below it or beside a picture."""
        return self.kind in ("people", "works", "films", "cards")


@dataclass(frozen=True)
class Occasion:
    """What an advisory invites to. start, end: aware; `zone` as in Embargo. where: as the text has it.

    label: of the row that tells the hour.
    """

    start: datetime
    end: datetime | None
    zone: str
    label: str
    where: str | None = None
    line: int | None = None


@dataclass(frozen=True)
class Sheet:
    """A document of sections in the source's order: a factsheet, a timeline. `lead` stands under the title.

    kind: its name (presskit.kinds). label: what its pages call it, where that is not the kind's own label.
    """

    source: Path
    slug: str
    language: str
    title: str | None = None
    lead: str | None = None
    sections: tuple[Section, ...] = ()
    removed: tuple[Removed, ...] = ()
    kind: str = "factsheet"
    label: str | None = None
    occasion: Occasion | None = None


@dataclass(frozen=True)
class Biography:
    """A person: name, role, one line of introduction, the text, and a portrait where one is found."""

    source: Path
    slug: str
    language: str
    name: str
    role: str | None = None
    intro: str | None = None
    body: tuple[Block, ...] = ()
    portrait: Photo | None = None
    removed: tuple[Removed, ...] = ()
    label: str | None = None
    kind: str = "biography"


@dataclass(frozen=True)
class PhotoSheet:
    """All photos of the kit, for the pages that show them small."""

    slug: str
    language: str
    photos: tuple[Photo, ...]
    label: str | None = None
    kind: str = "photos"


@dataclass(frozen=True)
class People:
    """Short biographies that stand together on pages, under one heading; everywhere else each is one of its own."""

    slug: str
    language: str
    biographies: tuple[Biography, ...]
    label: str | None = None
    kind: str = "biographies"


Document = Release | Sheet | Biography | PhotoSheet
Printed = Document | People


@dataclass(frozen=True)
class BrandFace:
    """One file of the brand's own typefaces; `weight` as in CSS, 400 for normal."""

    role: Literal["serif", "sans"]
    weight: int
    italic: bool
    path: Path


ColourRole = Literal["brand", "accent"]
Cmyk = tuple[float, float, float, float]


@dataclass(frozen=True)
class PressColour:
    """How a print shop prints one of the brand's colours.

    cmyk: percent of cyan, magenta, yellow, black. pantone: the name of the ink, such as "PANTONE 2767 C".
    """

    role: ColourRole
    cmyk: Cmyk | None = None
    pantone: str | None = None


@dataclass(frozen=True)
class Brand:
    """Who speaks, and how it looks. Colours are "#rrggbb". `folder` is the only place brand files are read from.

    faces: the brand's own typefaces, as brand.toml names them. press_colours: the brand's colours on a press.
    """

    name: str
    short_name: str | None = None
    brand: str = "#1d3a5c"
    accent: str | None = None
    ink: str | None = None
    logo: Path | None = None
    logo_reversed: Path | None = None
    folder: Path | None = None
    paper: Literal["letter", "a4"] | None = None
    address: str | None = None
    web: str | None = None
    social: tuple[str, ...] = ()
    boilerplate: str | None = None
    contacts: tuple[Contact, ...] = ()
    disclosure: str | None = None
    is_neutral: bool = False
    faces: tuple[BrandFace, ...] = ()
    press_colours: tuple[PressColour, ...] = ()


@dataclass(frozen=True)
class Enclosure:
    """A PDF of others that goes along with a kit. title: what its file is called. pages: how many it has.

    bind: whether its pages stand behind the kit's, as they are or scaled to its paper; "" where it goes along beside.
    first_page: the words of its first page, which may say that it is embargoed.
    """

    path: Path
    title: str
    pages: int
    bind: Binding = ""
    first_page: str = ""


@dataclass(frozen=True)
class Kit:
    """Everything a kit says, in the order it is printed. `alone`: one document without cover and contents.

    embargo: the latest of the kit's own and its releases'. boilerplate: blocks printed once, on the closing page.
    correction: the kit's own; of a document alone, the document's.
    cover: the name of the photo that the cover shows.
    boilerplate_languages: the language of each of them. purpose: what its pages are laid out for.
    spoken: the languages of all its documents, where not all of these are here.
    paper: what a page measures; a booklet's half sizes come from the order, never from settings.
    bleed_pt: how far fields and pictures at a page's edge are printed beyond it, where the paper is cut afterwards.
    stated: how it is made, as its files state it (presskit.making.stated); of no order, nothing.
    zones: in which an occasion's hours are printed besides its own. enclosures: PDFs of others, beside it or bound in.
    tighten: whether a document is set tighter where its last page would stand nearly empty.
    """

    title: str
    brand: Brand
    language: str
    folder: Path
    documents: tuple[Document, ...]
    alone: bool = False
    event: str | None = None
    summary: str | None = None
    cover: str | None = None
    date: date | None = None
    paper: PaperSize = "letter"
    theme: str = "editorial"
    purpose: Purpose = "screen"
    embargo: Embargo | None = None
    contacts: tuple[Contact, ...] = ()
    boilerplates: tuple[tuple[Block, ...], ...] = ()
    boilerplate_languages: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    download: str | None = None
    region: str = "US"
    draft: bool = False
    correction: Correction | None = None
    bleed_pt: float = 0.0
    stated: str = ""
    zones: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    tighten: bool = True

    @property
    def is_printed(self) -> bool:
        """Whether the pages are made for paper: links then show their addresses."""
        return self.purpose in ("print", "shop", "booklet")

    @property
    def is_for_office(self) -> bool:
        """Whether an office printer prints it, which leaves the edge of every sheet white."""
        return self.purpose in ("print", "booklet")

    @property
    def has_turned_pages(self) -> bool:
        """Whether a page may lie on its side: what is bound or folded has all its pages upright."""
        return self.purpose not in ("shop", "booklet")

    @property
    def bound(self) -> tuple[Enclosure, ...]:
        """The PDFs of others that stand behind its pages: in a file to read, of a kit that nothing holds back."""
        is_for_readers = self.purpose in ("screen", "email") and not self.embargo
        return tuple(one for one in self.enclosures if one.bind and is_for_readers)

    @property
    def beside(self) -> tuple[Enclosure, ...]:
        """The PDFs of others that go along with it as they are."""
        return tuple(one for one in self.enclosures if one not in self.bound)

    @property
    def languages(self) -> tuple[str, ...]:
        """The kit's own language, then those of its documents, each once."""
        return tuple(dict.fromkeys((self.language, *self.spoken, *(document.language for document in self.documents))))

    @property
    def releases(self) -> tuple[Release, ...]:
        """The kit's releases, in the order they are printed."""
        return tuple(document for document in self.documents if isinstance(document, Release))
