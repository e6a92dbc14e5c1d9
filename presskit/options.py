"""What the options of the command line mean, and which of them go together. Every misuse is a UsageError."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from presskit.errors import usage_error
from presskit.making.orders import BuildOrder
from presskit.printing.lengths import bleed_mm
from presskit.printing.shop_file import MOST_INK_PERCENT
from presskit.settings.themes import theme_names

Thing = TypeVar("Thing")
EVERYTHING = ("all", "*")
RANGE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
# What a kit can be made for, and the options that only that has.
PURPOSES: dict[str, tuple[str, ...]] = {
    "screen": (),
    "email": ("--mail-limit",),
    "print": ("--right-hand", "--copies", "--changed-since"),
    "booklet": ("--right-hand", "--copies", "--sheet"),
    "shop": ("--bleed", "--icc", "--max-ink"),
    "archive": (),
}


def order(sources: list[Path] | None, **said: Any) -> BuildOrder:
    """Return what is to be built; without a source, the current folder."""
    require_word("--paper", said.get("paper"), ("letter", "a4"))
    require_word("--theme", said.get("theme"), theme_names())
    return BuildOrder(tuple(sources or [Path()]), **said)


def given(**said: Any) -> dict[str, Any]:
    """Return how a finished file was made, as far as a person says so, by the names of BuildOrder's fields."""
    require_word("--paper", said.get("paper"), ("letter", "a4"))
    require_word("--theme", said.get("theme"), theme_names())
    return {name: value for name, value in said.items() if value is not None}


def require_word(option: str, word: str | None, known: tuple[str, ...]) -> None:
    """Raise UsageError for a word that an option does not know."""
    if word is not None and word not in known:
        raise usage_error(f"{option} {word} is not possible", f"Choose one of: {', '.join(known)}.")


def require_purpose(purpose: str, options: dict[str, object]) -> None:
    """Raise UsageError for an option that says nothing about what the kit is for."""
    for option, value in options.items():
        fitting = [name for name, known in PURPOSES.items() if option in known]
        if value not in (None, False) and purpose not in fitting:
            hint = f"Write both: presskit build --for {fitting[0]} {option} …"
            raise usage_error(f"{option} goes with --for {' or '.join(fitting)}", hint)


def require_output(output: Path | None, purpose: str, *, ascii_: bool, embargoed: bool) -> None:
    """Raise UsageError for an output that its options or its purpose do not fit."""
    ending = output.suffix.lower() if output else ".pdf"
    if ascii_ and ending != ".txt":
        raise usage_error("--ascii goes with a text", "presskit build -o kit.txt --ascii")
    if embargoed and ending != ".html":
        raise usage_error("--embargoed goes with a web page", "presskit build -o kit.html --embargoed")
    if purpose != "screen" and ending in (".txt", ".html", ".zip"):
        who = {"shop": "A print shop", "email": "A mail of --for email", "archive": "An archive"}
        taker = who.get(purpose, "A printer")
        raise usage_error(f"{taker} takes a PDF, nothing else", "Let the name behind -o end in .pdf.")


def require_copies(to: Path | None, *, attach: str, together: bool) -> None:
    """Raise UsageError where nobody, or not each person alone, could get the copy of --personal."""
    if not to:
        raise usage_error("--personal goes with a list", "Write both: presskit mail --to list.csv --personal")
    if attach == "none":
        raise usage_error("--personal does not go with --attach none", "Leave one of the two out.")
    if together:
        raise usage_error("--personal does not go with --together", "A copy for one person goes to that person alone.")


def require_list(to: Path | None, *, correction: bool, remaining: bool, together: bool) -> None:
    """Raise UsageError for an option of `mail` that the list, or another option, does not go with."""
    if remaining and correction:
        raise usage_error("--remaining does not go with --correction", "Run the command twice, once with each.")
    if remaining and not to:
        raise usage_error("--remaining goes with a list", "Write both: presskit mail --to list.csv --remaining")
    if together and not (to or correction):
        raise usage_error("--together goes with a list", "Write both: presskit mail --to list.csv --together")


def require_alone(photo: str | None, others: Mapping[str, object]) -> None:
    """Raise UsageError for an option of `mail` that does not go with one photo. others: what is said, by name."""
    said = next((name for name, value in others.items() if value), None)
    if photo is not None and said:
        raise usage_error(f"{said} does not go with --photo", "The draft with a photo has no address: you write it in.")


def for_shop(purpose: str, bleed: str | None, icc: Path | None, max_ink: int | None) -> dict[str, Any]:
    """Return what was said about the print shop; UsageError where it is said of a kit for something else."""
    require_purpose(purpose, {"--bleed": bleed, "--icc": icc, "--max-ink": max_ink})
    if max_ink is not None and icc is None:
        raise usage_error("--max-ink goes with --icc", "Ask the print shop for its profile, or leave --max-ink out.")
    return {
        "bleed_mm": bleed_mm(bleed) if bleed else None,
        "icc": icc,
        "max_ink_percent": max_ink or MOST_INK_PERCENT,
    }


def require_checked(
    given: Sequence[Path], files: Sequence[Path], *, against: Path | None, purpose: str | None, said_how: dict[str, Any]
) -> None:
    """Raise UsageError where the options of `check` do not go with each other, or with what is checked.

    given: all that was named; files: the finished files among it. said_how: how a file was made, as a person says.
    """
    is_said = any(said_how.values())
    if is_said and not against:
        raise usage_error("--paper, --theme and --icc go with --against", "presskit check kit.pdf --against my-kit")
    if files and len(files) < len(given):
        problem = f"{files[0].name} is a finished file, and is not checked together with a kit or with texts"
        hint = "Check one after the other; to compare them, write --against before the kit."
        raise usage_error(problem, hint)
    if (purpose or is_said) and any(path.suffix.lower() != ".pdf" for path in files):
        hint = "presskit check kit.pdf --for shop"
        raise usage_error("--for, --paper, --theme and --icc go with a kit or a PDF", hint)
    if against and not files:
        hint = "presskit check kit.pdf --against my-kit"
        raise usage_error("--against goes with a .pdf, .txt, .html, .zip, .eml or a folder of drafts", hint)


def day(option: str, words: str | None) -> date | None:
    """Return the day that an option names."""
    try:
        return date.fromisoformat(words) if words is not None else None
    except ValueError:
        raise usage_error(f"{option} {words} is no day", f"Write it like this: {option} 2026-01-31") from None


def moment(words: str | None) -> datetime | None:
    """Return the moment of --now, which must name its zone."""
    if words is None:
        return None
    try:
        read = datetime.fromisoformat(words)
    except ValueError:
        read = datetime.min
    if read.tzinfo is None:
        hint = "Write day, hour and offset like this: 2026-05-12T09:00-04:00."
        raise usage_error(f"--now {words} is no moment with a time zone", hint)
    return read


def numbered(things: Sequence[Thing], words: str, called: str) -> tuple[Thing, ...]:
    """Return the things that an answer names: “all”, “1-3, 7”, nothing. UsageError where it cannot be told.

    called: what people call the things, such as “posts”.
    """
    answer = words.strip().lower()
    if answer in EVERYTHING:
        return tuple(things)
    places: set[int] = set()
    for part in filter(None, re.split(r"[,;\s]+(?![-–])(?<![-–]\s)", answer)):
        match = RANGE.fullmatch(part.strip())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last <= len(things):
            hint = f"Type all, numbers from 1 to {len(things)} such as 1-3, or nothing."
            raise usage_error(f"“{part.strip()}” names none of the {called}", hint)
        places |= set(range(first - 1, last))
    return tuple(things[place] for place in sorted(places))
