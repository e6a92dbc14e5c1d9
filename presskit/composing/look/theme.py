"""A theme's templates, and the style that every page begins with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from markupsafe import Markup

from presskit.composing.look.colour import Palette
from presskit.composing.measures import Paper
from presskit.composing.templating.sandbox import Sandbox, sandbox_of
from presskit.fonts import Face, Family, stack
from presskit.names import address
from presskit.resources import shipped
from presskit.settings.theme import template_folders

LATIN_SERIF: Sequence[Family] = ("Pk-Serif", "Pk-Sans", "Pk-Arabic")
LATIN_SANS: Sequence[Family] = ("Pk-Sans", "Pk-Serif", "Pk-Arabic")
ARABIC: Sequence[Family] = ("Pk-Arabic", "Pk-Serif")
# Arabic letters are small for their size and reach far above and below the line.
MIRRORED_LETTER, MIRRORED_LINE = 1.22, 4 / 3
UNPRINTABLE_PT = 18.0  # a quarter of an inch, which office printers leave white at every edge of a sheet


def environment(theme: str, brand_templates: Path | None) -> Sandbox:
    """Return the sandbox for a theme; single files of a brand's templates/ folder take the place of the theme's."""
    return sandbox_of(template_folders(theme, brand_templates))


def style(  # noqa: PLR0913
    palette: Palette,
    faces: tuple[Face, ...],
    brand_folder: Path | None,
    paper: Paper,
    disclosure_pt: float,
    cover_field_pt: float,
    steps: Sequence[Mapping[str, float]],
) -> Markup:
    """Return the faces and variables that a theme's CSS builds on; the shares of the ladder at each of its steps."""
    lengths = {
        "page-w": paper.width_pt,
        "page-h": paper.height_pt,
        "bleed": paper.bleed_pt,
        "top": paper.top_pt,
        "side": paper.side_pt,
        "bottom": paper.bottom_pt,
        "gutter": paper.gutter_pt,
        "axis": paper.axis_pt,
        "column": paper.column_pt,
        "measure": paper.measure_pt,
        "cover-field": cover_field_pt,
        "disclosure": disclosure_pt,
        "edge": UNPRINTABLE_PT / paper.scale,
    }
    variables = [f"--{name}: {value:.5f}pt" for name, value in lengths.items()]
    variables += [f"--{name.replace('_', '-')}: {value}" for name, value in asdict(palette).items()]
    serif, sans, arabic = (
        ", ".join(f"'{family}'" for family in stack(families, faces)) for families in (LATIN_SERIF, LATIN_SANS, ARABIC)
    )
    # Every character comes from shipped faces, checked settings and numbers: nothing here needs escaping.
    return Markup(
        "\n".join(
            [
                *(_font_face(face, brand_folder) for face in faces),
                f":root {{ {'; '.join(variables)} }}",
                f".turned {{ --page-w: {paper.height_pt:.5f}pt; --page-h: {paper.width_pt:.5f}pt }}",
                f":root {{ {_shares(dict.fromkeys(steps[0], 1.0))} }}",
                *(f"[data-step='{number}'] {{ {_shares(step)} }}" for number, step in enumerate(steps, start=1)),
                # No variable within a variable: WeasyPrint 70 does not look into it where “font” is set.
                f":root {{ --latin-serif: {serif}; --latin-sans: {sans} }}",
                f":root, [dir=ltr] {{ --serif: {serif}; --sans: {sans}; --letter: 1; --line: 1 }}",
                f"[dir=rtl] {{ --serif: {arabic}; --sans: {arabic}; "
                f"--letter: {MIRRORED_LETTER}; --line: {MIRRORED_LINE:.6f} }}",
            ]
        )
    )


def _shares(step: Mapping[str, float]) -> str:
    return "; ".join(f"--tight-{name}: {share:.3f}" for name, share in step.items())


def _font_face(face: Face, brand_folder: Path | None) -> str:
    is_own = brand_folder and face.path.is_relative_to(brand_folder)
    scheme, root = ("brand", brand_folder) if is_own else ("asset", shipped("assets"))
    assert root
    url = f"{scheme}:{address(face.path.relative_to(root).as_posix())}"
    slant = "italic" if face.italic else "normal"
    return (
        f"@font-face {{ font-family: '{face.family}'; font-weight: {face.weight}; "
        f"font-style: {slant}; src: url({url}) }}"
    )
