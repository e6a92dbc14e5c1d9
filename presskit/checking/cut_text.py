"""Characters that a page does not show whole: outside of it, or behind the edge of a box that cuts what overflows.

Looked for in the finished PDF, letter by letter: a style that cuts leaves the letters in the file, where all that reads
its words finds them, and only the eye does not. What a picture holds is the picture's affair.
Terms are those of ISO 32000-1: 8.4.4 graphics state, 8.5.4 clipping, 9.4 text. Text is read as WeasyPrint writes it:
each line has a matrix of its own (Tm), and white between letters stands in its string (TJ).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from presskit.checking.page_fonts import DrawnFont, Fonts
from presskit.checking.page_text import Operands, bytes_of, operations, shown
from presskit.checking.painting import ENDING, MOST_DEEP, SAME, Box, Matrix, around, at, corner, inside, times
from presskit.checking.values import inner, value
from presskit.findings import Where
from presskit.limits import PDF_STEPS

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject

DRAWN = (0.15, 0.85)  # of a letter's width and, in ems, above the line: what must be seen of it
HIGH_EM = 0.4
NEAR_PT = 0.5  # what is cut off by so little is seen
PATHS = frozenset((b"m", b"l", b"c", b"v", b"y"))


class _State(NamedTuple):
    """What q keeps and Q brings back."""

    matrix: Matrix
    clip: Box
    font: DrawnFont | None = None
    size: float = 0.0


def cut_texts(page: PageObject, fonts: Fonts) -> tuple[str, ...]:
    """Return the text of each line that a page does not show whole, once, in the order in which it is painted.

    Raises SourceError s-018 for too many operators in all.
    """
    stream = page.get_contents()
    if stream is None:
        return ()
    edges: Any = tuple(float(each) for each in page.trimbox)
    cut = _Sheet(inner(page, "/Resources"), fonts).read(stream.get_data(), _State(SAME, edges))
    return tuple(dict.fromkeys(cut))


class _Sheet:
    """Reads one stream of operators with its resources."""

    def __init__(self, resources: DictionaryObject, fonts: Fonts, depth: int = 0) -> None:
        self.resources, self.fonts, self.depth = resources, fonts, depth
        self.path: list[tuple[float, float]] = []
        self.line: Matrix = SAME
        self.marks: list[bool] = []  # of the marked content around: whether it is a picture

    def read(self, stream: bytes, state: _State) -> Iterator[str]:
        kept: list[_State] = []
        for operator, operands in operations(stream):
            PDF_STEPS.require(next(self.fonts.steps), Where())
            match operator:
                case b"q":
                    kept.append(state)
                case b"Q" if kept:
                    state = kept.pop()
                case b"BDC" | b"BMC":
                    self.marks.append(bool(operands) and operands[0][1] == b"/Figure")
                case b"EMC" if self.marks:
                    self.marks.pop()
                case b"Do" if operands and self.depth < MOST_DEEP and not any(self.marks):
                    yield from self._drawn(operands[-1][1].decode("latin-1"), state)
                case b"TJ" | b"Tj" if state.font and not any(self.marks):
                    yield from self._cut(operands, state)
                case _:
                    state = self._changed(operator, operands, state)

    def _changed(self, operator: bytes, operands: Operands, state: _State) -> _State:
        if operator == b"cm":
            return state._replace(matrix=times(_numbers(operands), state.matrix))
        if operator == b"Tm":
            self.line = _numbers(operands)
        elif operator == b"Tf" and len(operands) > 1:
            font = inner(inner(self.resources, "/Font"), operands[-2][1].decode("latin-1"))
            return state._replace(font=self.fonts.find(font) if font else None, size=float(operands[-1][1]))
        elif operator in PATHS:
            values = _numbers(operands)
            self.path += [at(state.matrix, *pair) for pair in zip(values[::2], values[1::2], strict=True)]
        elif operator == b"re":
            left, bottom, width, height = _numbers(operands)
            self.path += corner(state.matrix, (left, bottom, left + width, bottom + height))
        elif operator in (b"W", b"W*"):
            # WeasyPrint paints nothing with the path that clips, or the same once more: it clips from here on.
            return state._replace(clip=inside(around(self.path), state.clip)) if self.path else state
        elif operator in ENDING:
            self.path.clear()
        return state

    def _drawn(self, name: str, state: _State) -> Iterator[str]:
        drawn = inner(inner(self.resources, "/XObject"), name)
        if drawn.get("/Subtype") != "/Form":
            return
        own, edges = value(drawn, "/Matrix") or SAME, value(drawn, "/BBox")
        matrix = times(_floats(own), state.matrix)
        clip = inside(around(corner(matrix, _floats(edges))), state.clip)
        sheet = _Sheet(inner(drawn, "/Resources") or self.resources, self.fonts, self.depth + 1)
        yield from sheet.read(drawn.get_data(), state._replace(matrix=matrix, clip=clip))  # type: ignore[attr-defined]

    def _cut(self, operands: Operands, state: _State) -> Iterator[str]:
        """Yield the text of a line, where a letter of it is not within the page and all boxes that cut.

        Why the line as a whole first: nearly all lines are within, and a kit has thousands.
        """
        assert state.font
        font, widths, other = state.font.page_font, state.font.widths, state.font.other
        matrix, high = times(self.line, state.matrix), HIGH_EM * state.size
        codes = [code for text in shown(operands) for code in font.numbers(text)]
        white = sum(float(word) for kind, word in operands if kind == "number") / 1000
        end = state.size * (sum(widths.get(code, other) for code in codes) - white)
        if codes and not _within(state.clip, at(matrix, 0, 0), at(matrix, end, high)):
            letters = [*_letters(operands, state)]
            for code, x, width in letters:
                seen = (at(matrix, x + DRAWN[0] * width, 0), at(matrix, x + DRAWN[1] * width, high))
                if font.text(code).strip() and not _within(state.clip, *seen):
                    yield "".join(font.text(code) for code, _, _ in letters).strip()
                    return


def _letters(operands: Operands, state: _State) -> Iterator[tuple[int, float, float]]:
    """Yield the letters of a line: its code, where it begins on the line, and its width."""
    assert state.font
    font, widths, other = state.font.page_font, state.font.widths, state.font.other
    end = 0.0
    for kind, word in operands:
        if kind == "number":
            end -= float(word) / 1000 * state.size
        elif kind == "text":
            for code in font.numbers(bytes_of(word)):
                width = widths.get(code, other) * state.size
                yield code, end, width
                end += width


def _within(box: Box, *points: tuple[float, float]) -> bool:
    left, bottom, right, top = box
    return all(left - NEAR_PT <= x <= right + NEAR_PT and bottom - NEAR_PT <= y <= top + NEAR_PT for x, y in points)


def _numbers(operands: Operands) -> Any:
    return tuple(float(word) for kind, word in operands if kind == "number")


def _floats(values: Any) -> Any:
    return tuple(float(each) for each in values)
