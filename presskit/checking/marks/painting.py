"""What a page paints, as a press will: each text, line, field and picture with its colour and its place.

Content streams are followed into the pieces that they draw (form XObjects) and the patterns they fill with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from presskit.checking.marks.spaces import BLACK, Paint, Space, space_of
from presskit.checking.marks.values import inner
from presskit.findings import Where
from presskit.limits import PDF_STEPS

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]  # left, bottom, right, top
Kind = Literal["text", "line", "field", "picture"]

SAME: Matrix = (1, 0, 0, 1, 0, 0)
MOST_DEEP = 12  # pieces within pieces; a file that goes deeper goes in circles
SHOWING = {b"Tj", b"TJ", b"'", b'"'}
NEXT_LINE = {b"'", b'"'}
MOVING = {b"BT", b"Tm", b"TL", b"T*", b"Td", b"TD"}
FILLING = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
STROKING = {b"S", b"s", b"B", b"B*", b"b", b"b*"}
ENDING = FILLING | STROKING | {b"n"}
DIRECT = {b"g": "gray", b"rg": "rgb", b"k": "cmyk"}


@dataclass(frozen=True)
class Mark:
    """Something painted. box: in points on the page. thin_pt: a line's width, or the lesser side of a field.

    picture: the image, None for all else. dpi: its pixels to an inch.
    """

    kind: Kind
    paint: Paint
    box: Box
    thin_pt: float = 0.0
    picture: DictionaryObject | None = None
    dpi: float = 0.0

    @property
    def is_line(self) -> bool:
        """Whether it is seen as a line: drawn as one, or a field that is much longer than it is high."""
        sides = (self.box[2] - self.box[0], self.box[3] - self.box[1])
        return self.kind == "line" or (self.kind == "field" and 0 < 10 * self.thin_pt < max(sides))

    def reach(self, side: int, edges: Box) -> float:
        """Return how far it reaches beyond an edge, below 0 where it ends before: 0 left, 1 bottom, 2 right, 3 top."""
        return edges[side] - self.box[side] if side < 2 else self.box[side] - edges[side]


@dataclass(frozen=True)
class State:
    """What q keeps and Q brings back."""

    matrix: Matrix = SAME
    fill: Paint = BLACK
    stroke: Paint = BLACK
    line_pt: float = 1.0
    clip: Box | None = None
    mode: int = 0  # of text: 3 paints nothing

    def painted(self, operator: bytes, paint: Paint) -> State:
        """Return the state with the paint that an operator sets: capitals stroke."""
        return replace(self, stroke=paint) if operator.isupper() else replace(self, fill=paint)


def marks_of(page: PageObject, steps: Iterator[int]) -> Iterator[Mark]:
    """Yield all that a page paints, in the order in which it does. Raises SourceError s-018 for too many steps.

    steps: counts them from 0, over all pages of a file.
    """
    content = page.get_contents()
    if content is not None:
        yield from Painter(page.pdf, inner(page, "/Resources"), 0, steps).marks(content, State())


class Painter:
    """Reads one stream of operators with its resources."""

    def __init__(self, pdf: Any, resources: DictionaryObject, depth: int, steps: Iterator[int]) -> None:
        self.pdf, self.resources, self.depth, self.steps = pdf, resources, depth, steps
        self.path: list[tuple[float, float]] = []
        self.clips = False
        self.line: Matrix = SAME  # where a line of text begins (ISO 32000-1, 9.4.2)
        self.leading_pt = 0.0

    def marks(self, content: Any, state: State) -> Iterator[Mark]:
        """Yield what the stream paints, begun in `state`."""
        kept: list[State] = []
        for operands, operator in content.operations:
            PDF_STEPS.require(next(self.steps), Where())
            if operator == b"q":
                kept.append(state)
            elif operator == b"Q" and kept:
                state = kept.pop()
            elif operator == b"cm":
                state = replace(state, matrix=times(numbers(operands), state.matrix))
            elif operator == b"Do":
                yield from self._drawn(operands[0], state)
            elif operator == b"INLINE IMAGE":
                yield self._picture(operands["settings"], state)
            elif operator == b"sh":
                yield Mark("field", self._shading(operands[0]), state.clip or page_wide(state))
            elif operator in SHOWING and state.mode != 3:
                if operator in NEXT_LINE:
                    self._move(0, -self.leading_pt)
                place = at(times(self.line, state.matrix), 0, 0)
                yield Mark("text", state.fill, (*place, *place))
            elif operator in ENDING:
                yield from self._painted(operator, state)
                state = self._clipped(state)
            else:
                state = self._changed(operands, operator, state)

    def _changed(self, operands: Sequence[Any], operator: bytes, state: State) -> State:
        """Return the state after an operator that paints nothing."""
        if operator.lower() in DIRECT:
            paint = Paint(DIRECT[operator.lower()], numbers(operands))
            return state.painted(operator, paint)
        if operator.lower() in (b"cs", b"sc", b"scn"):
            return self._coloured(operands, operator, state)
        if operator == b"w":
            return replace(state, line_pt=float(operands[0]))
        if operator == b"Tr":
            return replace(state, mode=int(operands[0]))
        if operator in (b"m", b"l", b"c", b"v", b"y", b"re"):
            self._extend(operator, numbers(operands), state.matrix)
        elif operator in (b"W", b"W*"):
            self.clips = True
        elif operator in MOVING:
            self._move_text(operator, numbers(operands))
        return state

    def _move_text(self, operator: bytes, values: tuple[float, ...]) -> None:
        """Follow an operator to where the next text begins."""
        if operator == b"BT":
            self.line = SAME
        elif operator == b"Tm":
            self.line = values  # type: ignore[assignment]
        elif operator == b"TL":
            self.leading_pt = values[0]
        elif operator == b"T*":
            self._move(0, -self.leading_pt)
        else:
            self.leading_pt = -values[1] if operator == b"TD" else self.leading_pt
            self._move(*values)

    def _move(self, right: float, up: float) -> None:
        self.line = times((1, 0, 0, 1, right, up), self.line)

    def _coloured(self, operands: Sequence[Any], operator: bytes, state: State) -> State:
        paint = state.stroke if operator.isupper() else state.fill
        if operator.lower() == b"cs":
            space = space_of(operands[0], inner(self.resources, "/ColorSpace"))
            return state.painted(operator, Paint(space.kind, (), space))
        if paint.kind == "pattern":
            return state.painted(operator, self._pattern(operands, paint))
        return state.painted(operator, replace(paint, values=numbers(operands)))

    def _pattern(self, operands: Sequence[Any], paint: Paint) -> Paint:
        """Return what a pattern paints with: the colours of its shading, or of the first thing it draws."""
        pattern = inner(inner(self.resources, "/Pattern"), str(operands[-1]))
        if not pattern or self.depth > MOST_DEEP:
            return paint
        if "/Shading" in pattern:
            space = space_of(inner(pattern, "/Shading")["/ColorSpace"], inner(self.resources, "/ColorSpace"))
            return Paint("pattern", (), space)
        painter = Painter(self.pdf, inner(pattern, "/Resources"), self.depth + 1, self.steps)
        first = next(painter.marks(operations(pattern, self.pdf), State()), None)
        return Paint("pattern", first.paint.values, Space(first.paint.kind)) if first else paint

    def _shading(self, name: object) -> Paint:
        shading = inner(inner(self.resources, "/Shading"), str(name))
        return Paint("pattern", (), space_of(shading["/ColorSpace"], inner(self.resources, "/ColorSpace")))

    def _drawn(self, name: object, state: State) -> Iterator[Mark]:
        drawn = inner(inner(self.resources, "/XObject"), str(name))
        if drawn.get("/Subtype") == "/Image":
            yield self._picture(drawn, state)
        elif drawn.get("/Subtype") == "/Form" and self.depth < MOST_DEEP:
            matrix = times(numbers(drawn.get("/Matrix", SAME)), state.matrix)
            corners = numbers(drawn["/BBox"])
            clip = inside(around(corner(matrix, corners)), state.clip)
            resources = inner(drawn, "/Resources") or self.resources
            painter = Painter(self.pdf, resources, self.depth + 1, self.steps)
            yield from painter.marks(operations(drawn, self.pdf), replace(state, matrix=matrix, clip=clip))

    def _picture(self, image: Mapping[str, Any], state: State) -> Mark:
        box = inside(around(corner(state.matrix, (0, 0, 1, 1))), state.clip)
        a, b, c, d, _, _ = state.matrix
        wide_pt, high_pt = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
        width_px, height_px = (float(image.get(key) or image.get(short) or 1) for key, short in SIDES)
        dpi = 72 * min(width_px / max(wide_pt, 0.01), height_px / max(high_pt, 0.01))
        if image.get("/ImageMask") or image.get("/IM"):
            return Mark("field", state.fill, box, min(wide_pt, high_pt))
        space = space_of(image.get("/ColorSpace") or image.get("/CS"), inner(self.resources, "/ColorSpace"))
        return Mark("picture", Paint(space.kind, (), space), box, 0, image, dpi)  # type: ignore[arg-type]

    def _extend(self, operator: bytes, values: tuple[float, ...], matrix: Matrix) -> None:
        if operator == b"re":
            left, bottom, width, height = values
            self.path += corner(matrix, (left, bottom, left + width, bottom + height))
        else:
            self.path += [at(matrix, *pair) for pair in zip(values[::2], values[1::2], strict=True)]

    def _painted(self, operator: bytes, state: State) -> Iterator[Mark]:
        box = inside(around(self.path), state.clip) if self.path else None
        if box is None or box[2] < box[0] or box[3] < box[1]:
            return
        if operator in FILLING:
            yield Mark("field", state.fill, box, min(box[2] - box[0], box[3] - box[1]))
        if operator in STROKING:
            a, b, c, d, _, _ = state.matrix
            yield Mark("line", state.stroke, box, state.line_pt * abs(a * d - b * c) ** 0.5)

    def _clipped(self, state: State) -> State:
        box = around(self.path) if self.path and self.clips else None
        self.path, self.clips = [], False
        return replace(state, clip=inside(box, state.clip)) if box else state


SIDES = (("/Width", "/W"), ("/Height", "/H"))


def operations(stream: Any, pdf: Any) -> Any:
    """Return a stream as something with operations."""
    from pypdf.generic import ContentStream  # noqa: PLC0415  (slow to import)

    return ContentStream(stream, pdf)


def numbers(operands: Any) -> Any:
    """Return operands as numbers."""
    return tuple(float(each) for each in operands)


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that does `one`, then `other`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a point lies on the page."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def corner(matrix: Matrix, box: Sequence[float]) -> list[tuple[float, float]]:
    """Return where the four corners of a box lie on the page."""
    left, bottom, right, top = box
    return [at(matrix, x, y) for x in (left, right) for y in (bottom, top)]


def around(points: Sequence[tuple[float, float]]) -> Box:
    """Return the box around points."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def inside(box: Box, clip: Box | None) -> Box:
    """Return what of a box is not cut off."""
    if clip is None:
        return box
    return max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3])


def page_wide(state: State) -> Box:
    """Return a box that covers any page."""
    return around(corner(state.matrix, (-5000, -5000, 5000, 5000)))
