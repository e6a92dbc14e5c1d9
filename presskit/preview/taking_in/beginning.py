"""A kit is begun in the window: a folder with settings in which nothing waits, and what a person says of themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from presskit import gate
from presskit.errors import SettingsError, UsageError, usage_error
from presskit.findings import Finding
from presskit.names import portable
from presskit.noting import notes
from presskit.noting.changes import Changes
from presskit.noting.tables import Value, with_values
from presskit.preview.taking_in.placing import moved_to
from presskit.resources import shipped
from presskit.settings.brand import LOGO_ENDINGS
from presskit.sorting.folders import BRAND_FILE
from presskit.sorting.logos import colour_of_word
from presskit.sorting.plan import KIT_FILE
from presskit.writing.answers import Answers, country_of, fill_kit, mail_address_of, paper_of
from presskit.writing.scaffold import BRAND, filled, scaffold, waiting

USUAL_NAME = "press-kit"
LOGO_WAITS, COLOUR_WAITS = '# logo = "logo.svg"', 'brand = "#1d3a5c"'  # lines of the scaffold that nobody has touched


def colour_said(words: str) -> str:
    """Return "#rrggbb" for a colour; nothing for nothing. Raises UsageError. No request names a logo's file."""
    colour = colour_of_word(words) if words else ""
    if colour is None:
        raise usage_error(f"“{words}” is no colour that presskit knows", "Write one such as #12355B, or navy.")
    return colour


def plain(words: str) -> str:
    """Return an answer as it is."""
    return words


# The questions of `new` in their order; the logo is dropped as any other file.
QUESTIONS: Mapping[str, Callable[[str], str]] = {
    "organisation": plain,
    "colour": colour_said,
    "contact": plain,
    "phone": plain,
    "email": mail_address_of,
    "web": plain,
    "country": country_of,
    "paper": paper_of,
}


def answers_in(said: Mapping[str, object]) -> tuple[Answers, tuple[Finding, ...]]:
    """Return the answers that a person typed, and what is wrong with them."""
    read_as: dict[str, str | None] = {}
    problems: list[Finding] = []
    for name, read in QUESTIONS.items():
        words = " ".join(str(said.get(name, "")).split())
        try:
            read_as[name] = read(words) or None
        except UsageError as error:
            problems += error.problems
    answers = Answers(**read_as)  # type: ignore[arg-type]  # the logo is none of the questions
    if not answers.organisation and any((answers.colour, answers.contact_name, answers.web)):
        hint = "Write it, or leave all of these questions empty."
        problems += usage_error("The name of the organisation is missing", hint).problems
    return answers, tuple(problems)


def home_of_new() -> Path | None:
    """Return the folder one stands in, for a new kit to be made in; None where it is a kit itself."""
    here = Path.cwd()
    with gate.opened(here):
        return None if gate.is_there(here / KIT_FILE) else here


def folder_for(home: Path, name: str) -> Path:
    """Return the folder for a new kit: one that is not there, or empty; with a number where others have the name."""
    usual = portable(name) if name.strip() else USUAL_NAME
    with gate.opened(home):
        count, folder = 1, home / usual
        while gate.is_there(folder) and (not gate.is_folder(folder) or is_used(folder)):
            count += 1
            folder = home / f"{usual}-{count}"
        return folder


def is_used(folder: Path) -> bool:
    """Tell whether a folder holds anything."""
    return bool(gate.files_in(folder) or gate.folders_in(folder))


def begin(folder: Path) -> None:
    """Make a kit's folder with settings, and nothing that waits to be filled in. Raises OutputError."""
    scaffold(folder, is_bare=True)


def answer(kit: Path, answers: Answers) -> None:
    """Write answers into a kit that is there: a brand where it has none, country and paper where nothing is said yet.

    Raises SettingsError where kit.toml cannot be read, and what is answered could not be; OutputError.
    """
    template, settings, brand = shipped("templates/scaffold"), kit / KIT_FILE, kit / BRAND / BRAND_FILE
    new = "" if gate.is_file(settings) else waiting(gate.text_of(template / KIT_FILE))
    _note(settings, lambda text: fill_kit(text or new, answers), "answers", kit)
    if answers.organisation and not gate.is_there(brand):
        written = waiting(filled(template / BRAND / BRAND_FILE, answers))
        _note(brand, lambda _: written, "answers", kit)


def adopt_logo(kit: Path, logo: Path, colour: str | None) -> Path:
    """Move a logo into the kit's own brand where that waits for one, with its colour; return where the logo is now.

    It stays where it is beside a brand.toml that cannot be read, which the verdict tells. Raises OutputError.
    """
    brand = kit / BRAND / BRAND_FILE
    lines = gate.text_of(brand).splitlines() if gate.is_file(brand) else []
    if LOGO_WAITS not in lines or logo.suffix.lower() not in LOGO_ENDINGS:
        return logo
    moved = moved_to(kit, logo, brand.parent)
    values: dict[str, Value] = {"logo": moved.name}
    if colour and COLOUR_WAITS in lines:
        values["brand"] = colour
    try:
        _note(brand, partial(with_values, table=(), values=values), f"logo: {moved.name}", kit)
    except SettingsError:
        return moved_to(kit, moved, logo.parent)
    return moved


def _note(file: Path, edit: Callable[[str], str], what: str, kit: Path) -> None:
    notes.write(file, edit, None, what, Changes(kit))
