"""WeasyPrint is taught to pass over work of which nothing is seen: that took a sixth of a document's time.

WeasyPrint 70 makes sixteen boxes for the margins of each page, and throws away those without content; no page of a
theme has any with content, for page lines are laid over the finished page. It looks for formulas in each length that it
reads, and for variables, other names and formulas in each property of which no style says anything. And it describes a
typeface to Pango anew for each piece of text.

Words of a drawing name typefaces as the machine of whoever drew it knows them: pages know ours by other names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint import css, layout
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES, Dimension
from weasyprint.layout import percent
from weasyprint.text import line_break

from presskit.fonts import BEHIND, BY_MAKERS

MARGINS = (
    *(f"@{side}-{place}" for side in ("top", "bottom") for place in ("left", "center", "right")),
    *(f"@{side}-{place}" for side in ("left", "right") for place in ("top", "middle", "bottom")),
    *(f"@{side}-{place}-corner" for side in ("top", "bottom") for place in ("left", "right")),
)
DESCRIBED = (
    *("font_family", "font_style", "font_stretch", "font_weight", "font_size", "font_variant_caps"),
    "font_variation_settings",
)

# Properties of which one stands for more than itself, or for what its parents are.
OWN_WAYS = {"position", "float", "display", "page"} | {name for name in INITIAL_VALUES if name.startswith("text_decor")}
# The others, with the names for either direction of writing under which a style may speak of them as well.
PLAIN = {
    name: [PHYSICAL_FUNCTIONS[name](block="ttb", inline=way) for way in ("ltr", "rtl")]
    if name in PHYSICAL_FUNCTIONS
    else []
    for name in INITIAL_VALUES
    if name not in OWN_WAYS and (name in INHERITED or name not in INITIAL_NOT_COMPUTED)
}

_make_margins, _resolve, _describe, _compute = (
    layout.make_margin_boxes,
    percent.resolve_one_percentage,
    line_break.get_font_description,
    css.ComputedStyle.__missing__,
)
_described: dict[tuple[Any, ...], Any] = {}
MOST_DESCRIBED = 500


def teach() -> None:
    """Let all documents be laid out so from now on."""
    layout.make_margin_boxes = _margin_boxes
    percent.resolve_one_percentage = _resolve_one
    line_break.get_font_description = _font_description
    css.ComputedStyle.__missing__ = _computed


def _margin_boxes(context: Any, page: Any, state: Any) -> Iterator[Any]:
    """Yield a page's margin boxes; none where no style speaks of one."""
    if any(context.style_for(page.page_type, margin) is not None for margin in MARGINS):
        yield from _make_margins(context, page, state)


def _resolve_one(box: Any, name: str, refer_to: Any) -> None:
    """Set a length of a box, which nearly always is one already."""
    value = box.style[name]
    if type(value) is Dimension and value.unit == "px":
        setattr(box, name, value.value)
    else:
        _resolve(box, name, refer_to)


def _computed(style: Any, name: str) -> Any:
    """Return what a property is on an element; one of which no style speaks is its parent's, or as it is at first."""
    others, said = PLAIN.get(name), style.cascaded
    if others is None or name in said or not said.keys().isdisjoint(others):
        return _compute(style, name)
    if name not in INHERITED:
        value = style[name] = INITIAL_VALUES[name]
        return value
    if style.parent_style is None:
        return _compute(style, name)
    value = style[name] = style.parent_style[name]
    return value


def faces_of(name: str) -> tuple[str, ...]:
    """Return the families by which pages know a typeface that a drawing names; one that is none of ours is the sans."""
    called = name.strip().casefold()
    called = called if called in BY_MAKERS else "source sans pro"
    own = BY_MAKERS[called]
    # By the maker's name where a drawing stands on no page.
    return (*([BEHIND[own]] if own in BEHIND else []), own, called)


def _font_description(style: Any) -> Any:
    """Return Pango's description of a style's typeface, of which it only reads."""
    if isinstance(style["font_family"], list):  # words of a drawing, whose style is its own
        style["font_family"] = tuple(own for name in style["font_family"] for own in faces_of(name))
    key = tuple([style[name] for name in DESCRIBED])
    if key not in _described:
        if len(_described) == MOST_DESCRIBED:
            _described.clear()
        _described[key] = _describe(style)
    return _described[key]
