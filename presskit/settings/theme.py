"""theme.toml: the measures of a theme, known before a page is laid out. A theme is data: it never runs code.

Lengths are in points (1/72 inch), tracking in em.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from presskit import gate
from presskit.errors import SettingsError
from presskit.findings import finding
from presskit.resources import shipped
from presskit.settings.fields import Colour, Settings
from presskit.settings.source import Source, settings_from
from presskit.settings.themes import SHARED, theme_names
from presskit.settings.toml import read_toml

Length = Annotated[float, Field(ge=0, le=2000, allow_inf_nan=False, examples=["12"])]
Size = Annotated[float, Field(ge=1, le=400, allow_inf_nan=False, examples=["12"])]
Sizes = Annotated[tuple[Size, ...], Field(min_length=1, examples=["[30, 27, 24]"])]
Leading = Annotated[float, Field(ge=0.5, le=3, examples=["1.1"])]
Columns = Annotated[int, Field(ge=1, le=12, examples=["8"])]
Number = Annotated[int, Field(ge=1, le=99, examples=["3"])]
Share = Annotated[float, Field(ge=0.2, le=1)]
Shares = Annotated[tuple[Share, ...], Field(min_length=1, max_length=4, examples=["[0.8, 0.65, 0.5]"])]

Box = Annotated[tuple[Size, Size], Field(examples=["[117, 26]"])]


class PaperSettings(Settings):
    """The margins of a page.

    measure_columns: those of running text, where they are others than the grid's.
    scale: by what a page is drawn smaller than all its measures say. A booklet's page is laid out with the theme's
    sizes in fewer and shorter lines, and drawn so much smaller, not by half.
    """

    top_pt: Length
    side_pt: Length
    bottom_pt: Length
    measure_columns: Columns | None = None
    scale: Annotated[float, Field(ge=0.5, le=1, examples=["0.82"])] = 1.0


class GridSettings(Settings):
    """Twelve columns. measure_columns: those of running text. rhythm_pt: all line heights are multiples of it."""

    gutter_pt: Length
    measure_columns: Columns
    rhythm_pt: Size


class ColourSettings(Settings):
    """What pages are printed on: `paper` inside, `ground` on cover and closing page where no field covers it."""

    paper: Colour
    ground: Colour


class TypeSettings(Settings):
    """A typeface as it is measured; `weight` as in CSS."""

    face: Literal["serif", "sans"] = Field(examples=['"serif"'])
    weight: Annotated[int, Field(ge=100, le=900, examples=["400"])]
    tracking_em: Annotated[float, Field(ge=-0.2, le=0.2, examples=["-0.02"])] = 0.0


class TextSettings(TypeSettings):
    """Text of one size, with the white above it."""

    size_pt: Size
    leading_pt: Size
    above_pt: Length = 0.0


class HeadlineSettings(TypeSettings):
    """A release's headline: the largest size at which it is no higher than `height_pt`."""

    sizes_pt: Sizes
    leading: Leading
    height_pt: Length


class TitleSettings(TypeSettings):
    """The title of any other document: on one line, else on two, each of `line_pt`."""

    one_line_pt: Sizes
    two_lines_pt: Sizes
    leading: Leading
    line_pt: Size


class BarSettings(Settings):
    """Name and occasion above the cover's title, on two lines each before they lower it.

    gap_pt: between logo and name. day_pt: the room of the date beside the occasion.
    """

    name: TextSettings
    event: TextSettings
    gap_pt: Length
    day_pt: Length


class ListingSettings(TextSettings):
    """The documents listed on a small kit's cover. opening_pt: white above. number_pt: the room of a page number."""

    opening_pt: Length
    number_pt: Length


class CoverSettings(TypeSettings):
    """The kit's title on the cover, between `title_from_pt` and `foot_from_pt` below the page's upper edge.

    The rest is what takes room there besides: a logo, the embargo line, and texts, where the kit has them.
    bare_from_pt: where the title may begin on a cover without a picture, if elsewhere.
    full: its picture fills the page, and the words stand on a band across it.
    framed_from_pt: where the foot begins, if a picture that was chosen stands below it in a frame; without, none does.
    """

    sizes_pt: Sizes
    leading: Leading
    title_from_pt: Length
    bare_from_pt: Length | None = None
    foot_from_pt: Length
    full: bool = False
    framed_from_pt: Length | None = None
    logo_pt: Length = 0.0
    embargo_pt: Length
    bar: BarSettings | None = None
    name: TextSettings | None = None
    event: TextSettings | None = None
    summary: TextSettings | None = None
    note: TextSettings | None = None
    listing: ListingSettings


class LogoSettings(Settings):
    """The boxes that logos fill, width and height. on_brand: the cover's stands on the brand's colour."""

    letterhead: Box
    cover: Box
    on_brand: bool


class FigureSettings(TypeSettings):
    """Key figures: so many in a row, and in fewer if they had to be smaller than `least_pt` to fit.

    inset_pt: what stays white beside each. unit: the size of a unit, as a share of its number's.
    """

    in_a_row: Columns
    size_pt: Size
    alone_pt: Size
    least_pt: Size
    inset_pt: Length
    unit: Annotated[float, Field(gt=0, le=1, examples=["0.4"])]


class PortraitSettings(Settings):
    """A biography's picture, three columns and more wide; one that bleeds reaches the page's edge."""

    height_pt: Size
    bleeds: bool


class TableSettings(TypeSettings):
    """From so many columns on, a table is as wide as the page, and from so many its type smaller.

    One with fewer is so too where its words need it: measured in this face, its largest and its least size.
    gap_pt, dense_gap_pt: the white between two columns at each.
    """

    wide: Number
    dense: Number
    size_pt: Size
    gap_pt: Length
    dense_pt: Size
    dense_gap_pt: Length


class PhotoSettings(Settings):
    """The photo sheet. around_pt: white above and between a photo's texts. inset_pt: what stays white beside them.

    release_pt: how high the photo above the kit's first release is; 0 for none.
    """

    opening_pt: Length
    terms_pt: Length
    row_gap_pt: Length
    around_pt: Length
    inset_pt: Length
    release_pt: Length = 0.0
    caption: TextSettings
    credit: TextSettings


class EntrySettings(TextSettings):
    """The title in a line of contents, of which there may be so many. row_pt: what a line is high besides."""

    most: Number
    row_pt: Length


class ContentsSettings(Settings):
    """The contents stand far apart where they fit the page so, else less so, else closely.

    opening_pt: the title with its white. inset_pt: what stays free beside an entry's title. group_pt: the name of a
    language above its lines, where a kit holds several. label_pt: what a label takes that stands above several lines.
    """

    opening_pt: Length
    inset_pt: Length
    group_pt: Length
    label_pt: Length
    airy: EntrySettings
    even: EntrySettings


class LineSettings(TypeSettings):
    """A line that is set as large as its columns allow."""

    sizes_pt: Sizes
    columns: Columns
    inset_pt: Length = 0.0


class ClosingSettings(Settings):
    """The closing page: telephone numbers, those of many, the address of the website."""

    phone: LineSettings
    phones: LineSettings
    web: LineSettings


class LadderSettings(Settings):
    """How a document is set tighter whose last page would stand nearly empty: for each step, shares of the theme's own.

    white: above and below paragraphs, headings and sections. row: that within rows of tables. picture: pictures in a
    text. note: the type of notes. text: that of running text, which says how small it may become.
    """

    white: Shares
    row: Shares
    picture: Shares
    note: Shares
    text: Shares

    @property
    def steps(self) -> tuple[dict[str, float], ...]:
        """The shares of each step, by name; what says no more stays as it is."""
        said: dict[str, tuple[float, ...]] = dict(self)
        return tuple(
            {name: shares[min(step, len(shares) - 1)] for name, shares in said.items()}
            for step in range(max(map(len, said.values())))
        )


class DraftSettings(TypeSettings):
    """The word across a draft's pages: the largest size at which it is hardly longer than the page is wide."""

    sizes_pt: Sizes


class RunningSettings(Settings):
    """What stands on every page: the kit's title at its foot, the document's at its head, both cut where too long."""

    kit: LineSettings
    name: LineSettings
    title: LineSettings
    draft: DraftSettings


class ThemeSettings(Settings):
    """The measures of a theme."""

    letter: PaperSettings
    a4: PaperSettings
    half_letter: PaperSettings
    a5: PaperSettings
    grid: GridSettings
    colours: ColourSettings
    headline: HeadlineSettings
    title: TitleSettings
    pull: TypeSettings
    cover: CoverSettings
    logo: LogoSettings
    figures: FigureSettings
    portrait: PortraitSettings
    tables: TableSettings
    photos: PhotoSettings
    contents: ContentsSettings
    closing: ClosingSettings
    disclosure: TextSettings
    running: RunningSettings
    ladder: LadderSettings


def template_folders(theme: str, brand_templates: Path | None) -> tuple[Path, ...]:
    """Return where a theme's files are looked for: the brand's for this theme, the brand's for all, the theme's.

    Raises SettingsError t-004 for a theme that is not there, s-015 where the brand's templates are a link out of it.
    """
    if theme not in theme_names():
        raise SettingsError(finding("t-004", key="theme", name=f"“{theme}” (there are: {', '.join(theme_names())})"))
    own = (brand_templates / theme, brand_templates) if brand_templates else ()
    if problems := [problem for folder in own if (problem := gate.leads_out(folder))]:
        raise SettingsError(*problems)
    templates = shipped("templates")  # where the set that all themes share is also found as “shared/…”, to build on
    return (*filter(gate.is_folder, own), templates / theme, templates / SHARED, templates)


def template_for(theme: str, brand_templates: Path | None, *names: str) -> str:
    """Return the first of these templates that there is, such as a brand's own for glossaries; else the last."""
    folders = template_folders(theme, brand_templates)
    return next((name for name in names if any(gate.is_there(folder / name) for folder in folders)), names[-1])


def own_file(theme: str, brand_templates: Path | None, *kinds: str) -> Path | None:
    """Return the brand's own file that does most to how pages of such kinds look; None where all are the theme's."""
    own = (f"{kind}.html" for kind in kinds)
    names = (
        *("theme.css", "extra.css", "office.css", "paper.css"),
        *own,
        *("page.html", "macros.html", "theme.toml"),
    )
    folders = [
        folder for folder in template_folders(theme, brand_templates) if not folder.is_relative_to(shipped("templates"))
    ]
    return next((folder / name for name in names for folder in folders if gate.is_file(folder / name)), None)


def read_theme(theme: str, brand_templates: Path | None) -> ThemeSettings:
    """Return a theme's measures; a brand's own theme.toml says only what it changes.

    Raises SettingsError with every problem of the first file that has any.
    """
    folders = reversed(template_folders(theme, brand_templates))
    files = tuple(file for folder in folders if gate.is_there(file := folder / "theme.toml"))
    return _shipped_measures(files) if files[-1].is_relative_to(shipped("templates")) else _measures(files)


def _measures(files: tuple[Path, ...]) -> ThemeSettings:
    """Return what files say together, each more than those before it."""
    data: dict[str, Any] = {}
    for file in files:
        source = read_toml(file)
        data = merged(data, source.data)
        settings = settings_from(Source(file, data, source.lines, source.problems), ThemeSettings)
    return settings


_shipped_measures = cache(_measures)  # they stay what they are while presskit runs, and are asked for by every document


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Lay one tree of settings over another: groups are joined or taken away by “false”, all else is replaced."""
    joined = dict(below)
    for key, value in above.items():
        under = joined.pop(key, None)
        if not isinstance(under, dict) or value is not False:
            joined[key] = merged(under, value) if isinstance(under, dict) and isinstance(value, dict) else value
    return joined
