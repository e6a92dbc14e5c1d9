"""What a print shop's own check, or a look at the office printer's sheets, would complain about; in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from presskit.checking import page_numbers
from presskit.checking.faults.makers import advise
from presskit.checking.faults.typefaces import faces_outside
from presskit.checking.marks.ink import most_ink
from presskit.checking.marks.painting import Mark
from presskit.checking.marks.printed_pages import PrintedPage, printed_pages
from presskit.checking.pdf import DAMAGE, as_a_whole
from presskit.findings import Finding, Where, finding
from presskit.printing.inking.ink import MOST_PERCENT, in_words
from presskit.printing.sharpness import POINTS_PER_INCH, SHARP_DPI
from presskit.printing.sharpness import in_words as width_in_words
from presskit.printing.shop_file import MOST_INK_PERCENT
from presskit.reading.locks import LockedError, open_pdf

Press = Literal["print", "shop"]

HAIR_PT = 0.25  # a thinner line breaks off in print
SLACK = 0.5  # of a pixel to an inch, and of a percent of ink
DARK = 1.5  # shares of ink in all, from which on text looks black
WORDS = {"text": "text", "line": "lines", "field": "areas of colour", "picture": "pictures"}


def preflight(pdf: bytes, press: Press) -> tuple[Finding, ...]:
    """Return what a PDF would be sent back for: each kind of fault once, with its pages."""
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415  (slow to import)

    try:
        opened = open_pdf(pdf, Where())
        if not (pages := printed_pages(opened.reader)):
            return (finding("p-010"),)
        whole = as_a_whole(opened, "p-024" if press == "print" else "p-023")
        faults = _faults(pages, _ON_SHEETS if press == "print" else _AT_THE_SHOP)
        return advise(opened.reader, (*whole, *faces_outside(opened.reader, "f-012"), *faults))
    except LockedError as error:
        return tuple(error.problems)
    except (DependencyError, PyPdfError, *DAMAGE):
        return (finding("p-010"),)


Check = Callable[[Sequence[PrintedPage]], Iterator[Finding]]


def _faults(pages: Sequence[PrintedPage], checks: Sequence[Check]) -> Iterator[Finding]:
    for check in checks:
        yield from check(pages)


def _coarse(pages: Sequence[PrintedPage]) -> Iterator[Finding]:
    for page in pages:
        for mark in page.marks:
            if mark.kind == "picture" and mark.dpi < SHARP_DPI - SLACK:
                inches = (mark.box[2] - mark.box[0]) / POINTS_PER_INCH
                yield finding(
                    "f-007",
                    Where(page=page.number),
                    name="A picture",
                    width=width_in_words(inches, in_inches=page.is_american),
                    sharp=width_in_words(inches * mark.dpi / SHARP_DPI, in_inches=page.is_american),
                    dpi=int(mark.dpi),
                    pixels=round(inches * SHARP_DPI),
                )


def _hairs(pages: Sequence[PrintedPage]) -> Iterator[Finding]:
    found = _with(pages, lambda mark: mark.is_line and mark.thin_pt < HAIR_PT - 0.005)
    if found:
        width = min(mark.thin_pt for _, marks in found for mark in marks)
        yield finding("f-010", _first(found), pages=_on(found), width=f"{width:.2f}", least=HAIR_PT)


def _cut_off(pages: Sequence[PrintedPage]) -> Iterator[Finding]:
    """Yield what stands where an office printer cannot print."""
    found = [(page, marks) for page in pages if (marks := page.near_the_edge())]
    if found:
        yield finding("f-015", _first(found), what=f"{_kinds(found)}{_on(found)} {_verb(found, 'stand')}")


def _no_bleed(pages: Sequence[PrintedPage]) -> Iterator[Finding]:
    found = [(page, marks) for page in pages if (marks := page.without_bleed())]
    if found:
        yield finding("f-011", _first(found), what=f"{_kinds(found)}{_on(found)} {_verb(found, 'end')}")


def _screen_colours(pages: Sequence[PrintedPage]) -> Iterator[Finding]:
    found = _with(pages, lambda mark: mark.paint.is_rgb)
    if found:
        yield finding(
            "f-008", _first(found), what=f"{_kinds(found)}{_on(found)} {_verb(found, 'are')}", how=_how(pages)
        )


def _rich_text(pages: Sequence[PrintedPage]) -> Iterator[Finding]:
    found = _with(pages, lambda mark: mark.kind == "text" and _is_rich_black(mark))
    if found:
        cyan, magenta, yellow, black = found[0][1][0].paint.values
        yield finding(
            "f-009", _first(found), pages=_on(found), words=in_words((cyan, magenta, yellow, black)), how=_how(pages)
        )


def _is_rich_black(mark: Mark) -> bool:
    values = mark.paint.values
    is_cmyk = mark.paint.kind == "cmyk" and len(values) == 4
    return is_cmyk and values[3] > 0.5 and sum(values) >= DARK and sum(values[:3]) > 0.3


def _ink(pages: Sequence[PrintedPage]) -> Iterator[Finding]:
    known: dict[int, float] = {}
    takes = [(page, most_ink(page.marks, known)) for page in pages]
    found = [(page, page.marks) for page, percent in takes if percent > MOST_INK_PERCENT + SLACK]
    if found:
        percent = min(MOST_PERCENT, max(percent for _, percent in takes))
        most = round(MOST_INK_PERCENT)
        words = {"what": f"Colours{_on(found)} take", "ink": round(percent), "most": most}
        yield finding("f-014", _first(found), **words, how=_how(pages, f" --max-ink {most}"))


def _how(pages: Sequence[PrintedPage], option: str = "") -> str:
    """Return how a kit's colours become a press's; in a file that was made so, the colour is a drawing's own."""
    if pages[0].has_profile:
        return "; the file was made with a printer's profile: so look at its drawings and pictures first"
    return f" (a kit: presskit build --for shop --icc FILE{option})"


def _page_count(pages: Sequence[PrintedPage]) -> Iterator[Finding]:
    if len(pages) % 4:
        pages_in_words = "1 page" if len(pages) == 1 else f"{len(pages)} pages"
        yield finding("f-013", pages=pages_in_words, missing=4 - len(pages) % 4)


_ON_SHEETS: Sequence[Check] = (_coarse, _hairs, _cut_off)
_AT_THE_SHOP: Sequence[Check] = (_screen_colours, _rich_text, _no_bleed, _coarse, _hairs, _ink, _page_count)

Found = Sequence[tuple[PrintedPage, Sequence[Mark]]]


def _with(pages: Sequence[PrintedPage], is_meant: Callable[[Mark], bool]) -> Found:
    """Return the pages that have such marks, with them; what is white is not printed."""
    found = [(page, [mark for mark in page.marks if not mark.paint.is_white and is_meant(mark)]) for page in pages]
    return [(page, marks) for page, marks in found if marks]


def _first(found: Found) -> Where:
    first, *others = (page.number for page, _ in found)
    return Where(page=first, others=tuple(others))


def _on(found: Found) -> str:
    """Return " on pages 1–3, 7", nothing for a single page: the place tells it."""
    return f" on {page_numbers.in_words([page.number for page, _ in found])}" if len(found) > 1 else ""


def _kinds(found: Found) -> str:
    """Return what is painted, in words: "Text, lines and pictures"."""
    kinds = _painted(found)
    *words, last = (word for kind, word in WORDS.items() if kind in kinds)
    text = f"{', '.join(words)} and {last}" if words else last
    return text[0].upper() + text[1:]


def _painted(found: Found) -> set[str]:
    return {mark.kind for _, marks in found for mark in marks}


def _verb(found: Found, verb: str) -> str:
    """Return the verb for what is painted: text alone is one thing, all else are several."""
    return {"are": "is"}.get(verb, f"{verb}s") if _painted(found) == {"text"} else verb
