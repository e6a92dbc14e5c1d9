"""The settings files, read: what each says, and what holds where it is not there.

What checks a file is imported here where the file is there: it takes 0.2 s to load, and a text alone has no settings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from presskit import gate
from presskit.errors import SettingsError
from presskit.findings import Where, finding
from presskit.limits import TOP_CHARACTERS
from presskit.model import Brand
from presskit.settings.brand_folder import find_brand
from presskit.settings.said import FrontMatter, KitSettings, PhotoSettings

FENCE = re.compile(r"---[ \t]*\r?")
CLOSING_FENCE = re.compile(r"(---|\.\.\.)[ \t]*\r?")
TOML_FENCE = re.compile(r"\+\+\+[ \t]*\r?")
TOML_KEY = re.compile(r"\s*(?:[\w\"'-][\w\"'. -]*=|\[)")
KEY_LINE = re.compile(r"""(["']?)[^\W\d][\w-]*\1[ \t]*:(\s|$)""")
LEADING_COMMENT = re.compile(r"\s*<!--.*?-->\s*?\n(?=---)", re.DOTALL)


def read_kit_settings(folder: Path, beside: Path | None = None) -> KitSettings:
    """Return what kit.toml in `folder` says, with the brand's folder found; defaults when there is no kit.toml.

    A kit that names no brand has the one that lies in it, or in the folder “brand” beside it.
    beside: where the ZIP lies that the kit came in; a brand beside the kit is looked for there as well.
    Raises SettingsError with every problem of kit.toml, or where the kit's brand is a link out of it.
    """
    file = folder / "kit.toml"
    settings = KitSettings()
    if gate.is_there(file):
        from presskit.settings.kit import kit_said  # noqa: PLC0415

        settings = kit_said(file, folder, beside)
    return settings if settings.brand else replace(settings, brand=find_brand(folder, beside))


def read_brand(folder: Path | None, fallback_name: str) -> Brand:
    """Return the brand in `folder`; the neutral one, named `fallback_name`, when there is no brand.toml.

    Raises SettingsError with every problem of brand.toml.
    """
    if not folder or not gate.is_there(folder / "brand.toml"):
        return Brand(name=fallback_name, is_neutral=True)
    from presskit.settings.brand import brand_said  # noqa: PLC0415

    return brand_said(folder, fallback_name)


def read_photo_settings(path: Path) -> dict[str, PhotoSettings]:
    """Return what photos.toml says, by file name; nothing when the file is not there.

    A photo's table is [photos."file.jpg"] or ["file.jpg"]. Raises SettingsError with every problem.
    """
    if not gate.is_there(path):
        return {}
    from presskit.settings.photos import photos_said  # noqa: PLC0415

    return photos_said(path)


def read_front_matter(text: str, file: Path) -> tuple[FrontMatter, str, int]:
    """Return the settings at the top of `text`, the text after them, and how many source lines stand before it.

    Without settings: empty ones, the whole text (less a byte order mark) and 0. `file` names the source in
    problems. Raises SettingsError with every problem of the settings.
    """
    text = text.removeprefix("\ufeff")
    top = top_of(text)
    if not top:
        return FrontMatter(), text, 0
    lines = text.split("\n")
    first, last = top.first, top.last
    if last is None:
        problem = "the settings at the top of the file have no end"
        hint = f"Put a line of three {'pluses (+++)' if top.is_toml else 'hyphens (---)'} below the last setting."
        raise SettingsError(finding("t-002", Where(file, first + 1), problem=problem, hint=hint))
    source = "\n".join(line.removesuffix("\r") for line in lines[first + 1 : last])
    TOP_CHARACTERS.require(len(source), Where(file, first + 1))
    from presskit.settings.front_matter import front_matter_said  # noqa: PLC0415

    return front_matter_said(source, file, first + 1, is_toml=top.is_toml), "\n".join(lines[last + 1 :]), last + 1


@dataclass(frozen=True)
class Top:
    """The fences of the settings at the top of a text, as places in its lines; last: None where they have no end."""

    first: int
    last: int | None
    is_toml: bool


def top_of(text: str) -> Top | None:
    """Return where the settings at the top of a text stand; None where there are none."""
    comment = LEADING_COMMENT.match(text)
    first = comment[0].count("\n") if comment else 0
    lines = text.split("\n")
    is_toml = opens_toml(lines)
    if not (is_toml or opens(lines[first:])):
        return None
    fence = TOML_FENCE if is_toml else CLOSING_FENCE
    return Top(first, next((i for i in range(first + 1, len(lines)) if fence.fullmatch(lines[i])), None), is_toml)


def opens_toml(lines: list[str]) -> bool:
    """Tell whether settings in TOML begin here, as Hugo writes them: three pluses, then a key."""
    below = next((line for line in lines[1:] if line.strip() and not line.lstrip().startswith("#")), "")
    return bool(TOML_FENCE.fullmatch(lines[0]) and (TOML_KEY.match(below) or TOML_FENCE.fullmatch(below)))


def opens(lines: list[str]) -> bool:
    """Tell whether settings begin here: three hyphens, then a key. A rule above a text is no settings."""
    if not FENCE.fullmatch(lines[0]):
        return False
    words = (line for line in lines[1:] if line.strip() and not line.lstrip().startswith("#"))
    below = next(words, "")
    return bool(KEY_LINE.match(below) or CLOSING_FENCE.fullmatch(below))
