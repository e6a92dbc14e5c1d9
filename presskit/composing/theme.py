"""A theme's templates in a sandbox, and the style that every page begins with.

A theme or a brand's templates/ folder is data: it can neither run code nor change what it is given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, pass_context
from jinja2.exceptions import TemplateNotFound
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from presskit.composing.colour import Palette
from presskit.composing.loader import GateLoader
from presskit.composing.measures import Paper, rhythm
from presskit.errors import RenderingError
from presskit.findings import Where, finding
from presskit.fonts import Face
from presskit.names import address
from presskit.resources import PACKAGE, shipped
from presskit.settings.theme import template_folders

LATIN_SERIF = "'Pk-Serif', 'Pk-Sans', 'Pk-Arabic'"
LATIN_SANS = "'Pk-Sans', 'Pk-Serif', 'Pk-Arabic'"
ARABIC = "'Pk-Arabic', 'Pk-Serif'"
# Arabic letters are small for their size and reach far above and below the line.
MIRRORED_LETTER, MIRRORED_LINE = 1.22, 4 / 3
UNPRINTABLE_PT = 18.0  # a quarter of an inch, which office printers leave white at every edge of a sheet
UNKNOWN_NAME = re.compile(r"(?:^|has no attribute )'([^']+)'(?: is undefined)?$")  # as Jinja's StrictUndefined says it


def environment(theme: str, brand_templates: Path | None) -> ImmutableSandboxedEnvironment:
    """Return the sandbox for a theme; single files of a brand's templates/ folder take the place of the theme's."""
    return sandbox_of(template_folders(theme, brand_templates))


@cache
def sandbox_of(folders: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    """Return the sandbox that finds templates in folders, the first before the others.

    Why kept: a worker composes many documents, and most of the time for one would go into compiling templates anew.
    Why StrictUndefined: a misspelt name must be an error with a line, never an empty place on a page.
    """
    sandbox = ImmutableSandboxedEnvironment(
        loader=GateLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=False,
    )
    sandbox.filters["rhythm"] = _rhythm
    sandbox.filters["bare"] = bare_address
    return sandbox


@pass_context
def _rhythm(context: Context, length_pt: float) -> float:
    return rhythm(length_pt, context["rhythm_pt"])


def fill(sandbox: ImmutableSandboxedEnvironment, template: str, words: Mapping[str, object]) -> str:
    """Fill a template; RenderingError b-002 names the template, the line and the mistake."""
    try:
        return sandbox.get_template(template).render(words)
    except TemplateSyntaxError as mistake:
        where = Where(Path(mistake.filename) if mistake.filename else None, mistake.lineno)
        raise _mistake(mistake.name or template, str(mistake.message), where) from mistake
    except TemplateNotFound as mistake:
        raise _mistake(template, f"it asks for “{mistake.name}”, which is not there", Where()) from mistake
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as mistake:
        where, in_presskit = _template_line(mistake)
        if in_presskit and not isinstance(mistake, TemplateError):
            raise  # a mistake of ours that a template happened to reach
        raise _mistake(where.file.name if where.file else template, str(mistake), where) from mistake


def _mistake(template: str, problem: str, where: Where) -> RenderingError:
    unknown = UNKNOWN_NAME.search(problem)
    problem = f"it asks for “{unknown[1]}”, which is not there" if unknown else problem.rstrip(".")
    return RenderingError(finding("b-002", where, template=template, problem=problem))


def _template_line(mistake: BaseException) -> tuple[Where, bool]:
    """Return the innermost template line of a traceback, and whether presskit's own code failed below it.

    Jinja rewrites its frames to the template's file and line.
    """
    where, in_presskit, frame = Where(), False, mistake.__traceback__
    while frame:
        name = frame.tb_frame.f_code.co_filename
        in_presskit = name.startswith(str(PACKAGE))
        if name.endswith((".html", ".css")):
            where = Where(Path(name), frame.tb_lineno)
        frame = frame.tb_next
    return where, in_presskit


def style(  # noqa: PLR0913
    palette: Palette,
    faces: tuple[Face, ...],
    brand_folder: Path | None,
    paper: Paper,
    disclosure_pt: float,
    cover_field_pt: float,
) -> Markup:
    """Return the faces and variables that a theme's CSS builds on."""
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
    # Every character comes from shipped faces, checked settings and numbers: nothing here needs escaping.
    return Markup(
        "\n".join(
            [
                *(_font_face(face, brand_folder) for face in faces),
                f":root {{ {'; '.join(variables)} }}",
                # No variable within a variable: WeasyPrint 70 does not look into it where “font” is set.
                f":root, [dir=ltr] {{ --serif: {LATIN_SERIF}; --sans: {LATIN_SANS}; --letter: 1; --line: 1 }}",
                f"[dir=rtl] {{ --serif: {ARABIC}; --sans: {ARABIC}; "
                f"--letter: {MIRRORED_LETTER}; --line: {MIRRORED_LINE:.6f} }}",
            ]
        )
    )


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


def bare_address(address: str) -> str:
    """Return a web address as it is printed: without "https://" and the closing slash."""
    return address.removeprefix("https://").removeprefix("http://").removesuffix("/")
