"""Where the shipped templates and assets are: beside the package in a checkout, inside it in a wheel.

And the words by which presskit is started: both depend on how it came to this computer.
"""

from __future__ import annotations

import os
from pathlib import Path

CALLED_AS = "PRESSKIT_CALLED_AS"
PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent if (PACKAGE.parent / "pyproject.toml").is_file() else None


def shipped(name: str) -> Path:
    """Return the path of a shipped file or folder such as "templates/editorial" or "cli.py".

    Why: cli.py, templates/ and assets/ stand at the top of the checkout and move into the package in the
    wheel (pyproject.toml), so that `presskit` is the wheel's only top-level name.
    """
    path = (CHECKOUT or PACKAGE) / name
    if not path.exists():
        raise FileNotFoundError(f"presskit was installed without its file {name}; install it again.")
    return path


def called_as() -> str:
    """Return the words by which people start presskit here, such as ./kit; the kit scripts tell them."""
    return os.environ.get(CALLED_AS, "presskit")


def primary(code: str) -> str:
    """Return the language of a code without its region: "en" for "en-US"."""
    return code.split("-", maxsplit=1)[0].lower()


def language_file(code: str) -> Path:
    """Return where the fixed words of a language are; the file need not be there."""
    return shipped("templates/languages") / f"{primary(code)}.toml"


def language_codes() -> tuple[str, ...]:
    """Return the codes of the languages there is a file for."""
    return tuple(sorted(file.stem for file in shipped("templates/languages").glob("*.toml")))


def embargo_files() -> tuple[Path, ...]:
    """Return the files of words by which an embargo is known, one for each language."""
    return tuple(sorted(shipped("assets/embargoes").glob("*.toml")))


def notices_file() -> Path:
    """Return the file of the notices in languages whose days are not read."""
    return shipped("assets/notices.toml")


def furniture_files() -> tuple[Path, ...]:
    """Return the files of words by which the furniture of web pages is known, one for each language."""
    return tuple(sorted(shipped("assets/furniture").glob("*.toml")))


def people_files() -> tuple[Path, ...]:
    """Return the files of words by which people and what they say are known, one for each language."""
    return tuple(sorted(shipped("assets/people").glob("*.toml")))


def date_files() -> tuple[Path, ...]:
    """Return the files of the names of months and days of the week, one for each language."""
    return tuple(sorted(shipped("assets/dates").glob("*.toml")))


def editing_files() -> tuple[Path, ...]:
    """Return the files of words by which an editor reads, one for each language."""
    return tuple(sorted(shipped("assets/editing/languages").glob("*.toml")))


def acronyms_file() -> Path:
    """Return the file of the acronyms that everybody knows."""
    return shipped("assets/editing/acronyms.toml")


def slips_file() -> Path:
    """Return the file of the endings that no address has."""
    return shipped("assets/editing/slips.toml")
