"""The lines of text on a page, each with its place and what the page lets be seen there.

What a picture holds is the picture's affair.
Terms are those of ISO 32000-1: 8.4.4 graphics state, 8.5.4 clipping, 9.4 text. Text is read as WeasyPrint writes it:
each line has a matrix of its own (Tm), and white between letters stands in its string (TJ).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from presskit.checking.marks.page_fonts import DrawnFont, Fonts
from presskit.checking.marks.page_text import Operands, bytes_of, operations, shown
from presskit.checking.marks.painting import ENDING, MOST_DEEP, SAME, Box, Matrix, around, at, corner, inside, times
from presskit.checking.marks.values import inner, value
from presskit.findings import Where
from presskit.limits import PDF_STEPS

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject

HIGH_EM = 0.4  # of a small letter above its line
PATHS = frozenset((b"m", b"l", b"c", b"v", b"y"))


class _State(NamedTuple):
    """What q keeps and Q brings back."""

    matrix: Matrix
    clip: Box
    font: DrawnFont | None = None
    size: float = 0.0
    alpha: float = 1.0  # of what is filled


class Letter(NamedTuple):
    """A letter of a line: its text, where it begins on the line, and its width, in the line's own units."""

    text: str
    start: float
    width: float


class Line:
    """A line of text, as it is painted in one piece. clip: what of the page shows what is painted there.

    alpha: 0 for what is not seen, 1 for what lets nothing through (11.3.3).
    """

    def __init__(self, operands: Operands, matrix: Matrix, state: _State) -> None:
        assert state.font
        self.clip, self.matrix, self.size, self.alpha = state.clip, matrix, state.size, state.alpha
        self._operands, self._font, self._drawn = operands, state.font.page_font, state.font

    @cached_property
    def end(self) -> float:
        """Where the line ends, in its own units."""
        codes = [code for text in shown(self._operands) for code in self._font.numbers(text)]
        white = sum(float(word) for kind, word in self._operands if kind == "number") / 1000
        return self.size * (sum(self._drawn.widths.get(code, self._drawn.other) for code in codes) - white)

    @property
    def raw(self) -> str:
        """What the line says, the spaces at its ends as well."""
        return "".join(letter.text for letter in self.letters)

    @property
    def text(self) -> str:
        """What the line says, without the spaces at its ends."""
        return self.raw.strip()

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """The letters in the order in which they are painted."""
        return tuple(self._placed())

    def _placed(self) -> Iterator[Letter]:
        end = 0.0
        for kind, word in self._operands:
            if kind == "number":
                end -= float(word) / 1000 * self.size
            elif kind == "text":
                for code in self._font.numbers(bytes_of(word)):
                    width = self._drawn.widths.get(code, self._drawn.other) * self.size
                    yield Letter(self._font.text(code), end, width)
                    end += width

    def box(self, start: float, end: float) -> Box:
        """Return the place on the page of what stands between two points of the line, as high as small letters."""
        return around(corner(self.matrix, (start, 0, end, HIGH_EM * self.size)))


def lines_on(page: PageObject, fonts: Fonts) -> Iterator[Line]:
    """Yield the lines of a page in the order in which they are painted.

    Raises SourceError s-018 for too many operators in all.
    """
    stream = page.get_contents()
    if stream is not None:
        edges: Any = tuple(float(each) for each in page.trimbox)
        yield from _Sheet(inner(page, "/Resources"), fonts).read(stream.get_data(), _State(SAME, edges))


class _Sheet:
    """Reads one stream of operators with its resources."""

    def __init__(self, resources: DictionaryObject, fonts: Fonts, depth: int = 0) -> None:
        self.resources, self.fonts, self.depth = resources, fonts, depth
        self.path: list[tuple[float, float]] = []
        self.line: Matrix = SAME
        self.marks: list[bool] = []  # of the marked content around: whether it is a picture

    def read(self, stream: bytes, state: _State) -> Iterator[Line]:
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
                    line = Line(operands, times(self.line, state.matrix), state)
                    yield line
                    # What another font sets of the same line goes on where this ends (9.4.4).
                    self.line = times((1, 0, 0, 1, line.end, 0), self.line)
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
        elif operator == b"gs" and operands:
            alpha = value(inner(inner(self.resources, "/ExtGState"), operands[-1][1].decode("latin-1")), "/ca")
            return state._replace(alpha=float(alpha)) if isinstance(alpha, int | float) else state
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

    def _drawn(self, name: str, state: _State) -> Iterator[Line]:
        drawn = inner(inner(self.resources, "/XObject"), name)
        if drawn.get("/Subtype") != "/Form":
            return
        own, edges = value(drawn, "/Matrix") or SAME, value(drawn, "/BBox")
        matrix = times(_floats(own), state.matrix)
        clip = inside(around(corner(matrix, _floats(edges))), state.clip)
        sheet = _Sheet(inner(drawn, "/Resources") or self.resources, self.fonts, self.depth + 1)
        yield from sheet.read(drawn.get_data(), state._replace(matrix=matrix, clip=clip))  # type: ignore[attr-defined]


def _numbers(operands: Operands) -> Any:
    return tuple(float(word) for kind, word in operands if kind == "number")


def _floats(values: Any) -> Any:
    return tuple(float(each) for each in values)
