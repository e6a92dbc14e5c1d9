"""Every object of a file that has a colour is turned into ink: pages, forms, patterns, pictures, gradients, masks."""

from __future__ import annotations

from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from presskit.printing.inking.colours import Inks
from presskit.printing.inking.objects import drop
from presskit.printing.inking.overprint import name_states
from presskit.printing.inking.pictures import converted_picture, mask_of
from presskit.printing.inking.shadings import convert_shading
from presskit.printing.inking.spaces import space_of
from presskit.printing.inking.streams import converted, named_spaces
from presskit.printing.inking.targets import InMask, OnPaper, Target

TILED = 1  # the kind of pattern that is a drawing; the other is a gradient


def convert_page(page: Page, conversion: Conversion) -> None:
    """Turn all colours of a page into ink, and let what is transparent be mixed as ink."""
    paper = OnPaper(conversion.inks)
    resources = page.obj.Resources
    page.obj.Contents = conversion.pdf.make_stream(converted(page, named_spaces(resources), paper))
    conversion.resources(resources, paper)
    page.obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=paper.space)


@dataclass(frozen=True)
class Conversion:
    """One file's conversion.

    done: what was turned already, by object number and target. met: all resources seen.
    """

    pdf: Pdf
    inks: Inks
    done: dict[tuple[tuple[int, int], str], Object] = field(default_factory=dict)
    met: list[Object] = field(default_factory=list)

    def resources(self, resources: Object, target: Target) -> None:
        """Turn all that a page, a form or a pattern draws with."""
        self.met.append(resources)
        if target.overprints:
            name_states(resources)
        named = named_spaces(resources)
        for kind, turn in (("/XObject", self._drawn), ("/Pattern", self._pattern), ("/Shading", self._shading)):
            entries = resources.get(kind, Dictionary())
            for key, value in list(entries.items()):
                entries[key] = turn(value, named, target)
        for _, state in resources.get("/ExtGState", Dictionary()).items():
            self._state(state)
        for _, font in resources.get("/Font", Dictionary()).items():
            self._font(font, target)

    def tidy(self) -> None:
        """Take out what no instruction names any more, once all are turned: resources can be shared."""
        for resources in self.met:
            named = named_spaces(resources)
            kept = {key: space for key, space in named.items() if space_of(space, named).kind in ("named", "pattern")}
            drop(resources, Name.Properties, Name.ColorSpace)
            if kept:
                resources.ColorSpace = Dictionary(kept)

    def _drawn(self, drawn: Object, named: Object, target: Target) -> Object:
        """Return a picture or a form, turned."""
        key = (drawn.objgen, target.mode)
        if key not in self.done:
            is_picture = drawn.Subtype == Name.Image
            self.done[key] = converted_picture(self.pdf, drawn, named, target) if is_picture else drawn
            if not is_picture:
                self._stream(drawn, target)
        return self.done[key]

    def _stream(self, stream: Object, target: Target) -> None:
        """Turn a form, a pattern or a letter's drawing in its place, with the colours in which it is mixed."""
        resources = stream.get("/Resources", Dictionary())
        stream.write(converted(stream, named_spaces(resources), target))
        if Name.Group in stream:
            stream.Group.CS = target.space
        drop(stream, Name.StructParents)
        self.resources(resources, target)

    def _pattern(self, pattern: Object, named: Object, target: Target) -> Object:
        key = (pattern.objgen, target.mode)
        if key not in self.done:
            self.done[key] = pattern
            if int(pattern.PatternType) == TILED:
                self._stream(pattern, target)
            else:
                convert_shading(pattern.Shading, named, target)
        return pattern

    def _shading(self, shading: Object, named: Object, target: Target) -> Object:
        convert_shading(shading, named, target)
        return shading

    def _state(self, state: Object) -> None:
        mask = mask_of(state)
        if mask is None:
            return
        space = space_of(mask.G.Group.CS, Dictionary()) if "/CS" in mask.G.get("/Group", {}) else None
        if space and Name.BC in mask:
            mask.BC = Array(InMask().colour(space, [float(value) for value in mask.BC]))
        self._drawn(mask.G, Dictionary(), InMask())

    def _font(self, font: Object, target: Target) -> None:
        """Turn the letters of a typeface that are drawings themselves (Type 3)."""
        key = (font.objgen, target.mode)
        if font.get("/Subtype") != Name.Type3 or key in self.done:
            return
        self.done[key] = font
        resources = font.get("/Resources", Dictionary())
        for _, letter in font.CharProcs.items():
            letter.write(converted(letter, named_spaces(resources), target))
        self.resources(resources, target)
