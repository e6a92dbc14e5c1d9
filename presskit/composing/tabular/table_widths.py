"""How wide a table must be for no word, time or price in it to be broken, and how it is therefore set.

Columns follow their content: the page engine gives each at least its longest word. What is decided here is only how
much room they have: running text's, the page's, the page's in smaller type, or that of a page on its side. Where none
holds them, each row becomes a record (presskit.composing.tabular.table_records).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from lxml import html as lxml_html
from lxml.html import HtmlElement

from presskit.composing.look.setting import Setting
from presskit.composing.wording.ties import parted_at_hyphens
from presskit.fonts import BREAKS, width
from presskit.reading.grids import Placed, columns_of, place_cells

Fit = Literal["", "wide", "wide dense", "wide turned", "wide dense turned", "wide dense broken"]
FITS: tuple[Fit, ...] = ("", "wide", "wide dense", "wide turned", "wide dense turned")
SHORTER = 12  # letters of a cell that stays on one line where it tells a time, a price or a code
LONGER = 20  # letters of a cell that stays on one line, whatever it tells, where there is room for it
ROOMY = 0.8  # of the room: the rest is for cells of sentences
LONG = 45  # letters: no word of a language, but an address, whose column takes what room there is
LONGEST = 4  # of a column's words are measured: nearly always the one with most letters is the widest


def fit_table(table_html: str, setting: Setting, *, may_turn: bool = False) -> Fit:
    """Return how a table is set: the first way in which nothing is broken; "wide dense broken" where there is none.

    may_turn: whether it stands where a page of its own, on its side, can be put in.
    """
    limits = setting.theme.tables
    placed = place_cells(lxml_html.fragment_fromstring(table_html))
    columns = columns_of(placed)
    first = 2 if columns >= limits.dense else 1 if columns >= limits.wide else 0
    em = _needed_em(placed, setting, SHORTER) * setting.letter
    ways = _ways(setting)
    last = len(FITS) if may_turn and setting.kit.has_turned_pages else FITS.index("wide turned")
    for fit, (size_pt, gap_pt, room_pt) in [*zip(FITS, ways, strict=True)][first:last]:
        if em * size_pt + (columns - 1) * gap_pt <= room_pt:
            return fit
    return "wide dense broken"


def letters_on_a_line(table_html: str, fit: Fit, setting: Setting) -> int:
    """Return how many letters a cell has at most that stays on one line: more where all such cells have room for it."""
    if fit not in FITS:
        return SHORTER
    placed = place_cells(lxml_html.fragment_fromstring(table_html))
    size_pt, gap_pt, room_pt = _ways(setting)[FITS.index(fit)]
    needed_pt = _needed_em(placed, setting, LONGER) * setting.letter * size_pt + (columns_of(placed) - 1) * gap_pt
    return LONGER if needed_pt <= ROOMY * room_pt else SHORTER


def _ways(setting: Setting) -> tuple[tuple[float, float, float], ...]:
    """Return for each fit the size of letters, the white between columns, and the room."""
    limits, paper = setting.theme.tables, setting.paper
    plain, dense = (limits.size_pt, limits.gap_pt), (limits.dense_pt, limits.dense_gap_pt)
    rooms = ((plain, paper.measure_pt), (plain, paper.text_pt), (dense, paper.text_pt))
    turned = ((plain, paper.turned_text_pt), (dense, paper.turned_text_pt))
    return tuple((*type_, room_pt) for type_, room_pt in (*rooms, *turned))


def stays_whole(text: str, longest: int = SHORTER) -> bool:
    """Tell whether a cell's text is so short, and such, that it stands on one line: "12:00", "Thu 11 June", "FR/MA".

    longest: how many letters it may have.
    """
    is_whole = longest > SHORTER or " " not in text or any(letter.isdigit() for letter in text)
    return 0 < len(text) <= longest and is_whole


def _needed_em(placed: list[Placed], setting: Setting, longest: int) -> float:
    """Return the width of all columns where each is as wide as the widest of what is not broken in it."""
    pieces: defaultdict[int, set[str]] = defaultdict(set)
    for one in placed:
        if one.columns == 1:
            pieces[one.column].update(_pieces(one.cell, setting, longest))
    face = setting.face(setting.theme.tables)
    return sum(
        max(width(word, face) for word in sorted(words, key=lambda word: (-len(word), word))[:LONGEST])
        for words in pieces.values()
        if words
    )


def text_of(cell: HtmlElement) -> str:
    """Return the words of a cell as a line would have them."""
    return " ".join(cell.text_content().split())


def _pieces(cell: HtmlElement, setting: Setting, longest: int) -> Iterator[str]:
    text = text_of(cell)
    if stays_whole(text, longest):
        yield text
    else:
        yield from (word[:LONG] for piece in BREAKS.split(setting.tied(text)) for word in parted_at_hyphens(piece))


def has_long_word(text: str) -> bool:
    """Tell whether a cell holds an address or another word that no line is long enough for: it parts anywhere."""
    return len(text) > LONG and any(len(word) > LONG for word in text.split())
