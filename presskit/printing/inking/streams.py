"""Content streams: each operator that sets a colour is rewritten, and what only serves tags is taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pikepdf import (
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
    Page,
    parse_content_stream,
    unparse_content_stream,
)

from presskit.printing.inking.overprint import with_overprint
from presskit.printing.inking.spaces import Space, UnprintableError, space_of
from presskit.printing.inking.targets import BLACK, Target

DIRECT = {"g": "gray", "rg": "rgb", "k": "cmyk"}
MARKING = {"BMC", "BDC", "EMC", "MP", "DP"}
START: dict[str, Sequence[float]] = {"gray": [0], "rgb": [0, 0, 0], "cmyk": [0, 0, 0, 1], "lab": [0, 0, 0]}


@dataclass(frozen=True)
class Spaces:
    """The colour spaces in force, which q keeps and Q brings back."""

    fill: Space = BLACK
    stroke: Space = BLACK


def converted(stream: Object | Page, named: Object, target: Target) -> bytes:
    """Return a content stream with its colours turned; `named`: the /ColorSpace of its resources."""
    done = instructions(parse_content_stream(stream), named, target)
    return unparse_content_stream(list(with_overprint(done) if target.overprints else done))


def instructions(
    given: Iterable[ContentStreamInstruction | ContentStreamInlineImage], named: Object, target: Target
) -> Iterator[ContentStreamInstruction]:
    """Yield the instructions of a stream with its colours turned."""
    kept: list[Spaces] = []
    spaces = Spaces()
    for each in given:
        if isinstance(each, ContentStreamInlineImage):
            raise UnprintableError("a picture inside of a drawing")
        name, operands = str(each.operator), list(each.operands)
        if name == "q":
            kept.append(spaces)
        elif name == "Q" and kept:
            spaces = kept.pop()
        if name in MARKING:
            continue
        if name.lower() in DIRECT:
            space = Space(DIRECT[name.lower()])  # type: ignore[arg-type]
            spaces = with_space(spaces, space, stroke=name.isupper())
            yield colour(space, operands, target, stroke=name.isupper())
        elif name.lower() == "cs":
            space = space_of(operands[0], named)
            spaces = with_space(spaces, space, stroke=name.isupper())
            yield colour(space, START[space.kind], target, stroke=name.isupper()) if space.kind in START else each
        elif name.lower() in ("sc", "scn"):
            space = spaces.stroke if name.isupper() else spaces.fill
            yield colour(space, operands, target, stroke=name.isupper()) if space.kind in START else each
        else:
            yield each


def with_space(spaces: Spaces, space: Space, *, stroke: bool) -> Spaces:
    """Return the spaces after one of them was set."""
    return Spaces(spaces.fill, space) if stroke else Spaces(space, spaces.stroke)


def colour(space: Space, operands: Sequence[object], target: Target, *, stroke: bool) -> ContentStreamInstruction:
    """Return the instruction that sets a colour on the target."""
    values = [float(value) for value in operands]  # type: ignore[arg-type]
    numbers = [round(number, 4) for number in target.colour(space, values)]
    return ContentStreamInstruction(numbers, Operator(target.stroke if stroke else target.fill))


def named_spaces(resources: Object) -> Object:
    """Return what the resources call colour spaces."""
    return resources.get(Name.ColorSpace, Dictionary())
