"""Gradients: the colours at their ends are turned, the way between them stays."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object

from presskit.printing.inking.spaces import Space, UnprintableError, space_of
from presskit.printing.inking.targets import Target

ALONG_A_LINE, BETWEEN_CIRCLES = 2, 3
TWO_ENDS, JOINED = 2, 3  # kinds of functions


def convert_shading(shading: Object, named: Object, target: Target) -> None:
    """Turn the colours of a gradient, once."""
    space = space_of(shading.ColorSpace, named)
    if shading.ColorSpace == target.space:
        return
    if int(shading.ShadingType) not in (ALONG_A_LINE, BETWEEN_CIRCLES) or space.kind not in ("gray", "rgb", "cmyk"):
        raise UnprintableError("a gradient that is neither straight nor round")
    shading.Function = _converted(shading.Function, space, target)
    shading.ColorSpace = target.space
    if Name.Background in shading:
        shading.Background = _colour(shading.Background, space, target)


def _converted(function: Object, space: Space, target: Target) -> Object:
    kind = int(function.FunctionType) if isinstance(function, Dictionary) else None
    if kind == JOINED:
        pieces = Array([_converted(one, space, target) for one in function.Functions])
        return Dictionary({**dict(function.items()), "/Functions": pieces})
    if kind != TWO_ENDS:
        raise UnprintableError("a gradient that is calculated")
    ends = {"/C0": function.get("/C0", Array([0])), "/C1": function.get("/C1", Array([1]))}
    return Dictionary({**dict(function.items()), **{key: _colour(end, space, target) for key, end in ends.items()}})


def _colour(values: Object, space: Space, target: Target) -> Array:
    return Array([round(number, 4) for number in target.colour(space, [float(value) for value in values])])
