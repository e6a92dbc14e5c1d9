"""What is said while a kit is watched: one line for each save."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from presskit.making.watching import Built
from presskit.names import brief
from presskit.terminal.phrases import count, line_of, short
from presskit.terminal.verdicts import headline_of

NAMED = 3  # files or documents in a line


def watched(built: Built, kit: Path, before: str, now: datetime) -> tuple[list[str], str]:
    """Return the line that tells of a build, with what stopped it; and its verdict, which is said where it changed.

    kit: the folder in which files are called by their names. before: the verdict of the build before; "" for the first.
    """
    changed = _listed([_called(path, kit) for path in built.changed], "file") or "all of it"
    if not built.made or not built.path:
        problems = built.error.problems if built.error else ()
        verdict = "Nothing was made; what was there stays"
        return [f"{now:%H:%M:%S}  {changed} · {verdict}:", *(f"  {line_of(one)}" for one in problems)], verdict
    made, verdict = built.made, headline_of(built.made.findings, built.made.kit.purpose)
    told = [
        changed,
        f"made again: {_listed(list(made.laid_out), 'document') or 'nothing'}",
        f"{built.seconds:.1f} s",
        *([f"{verdict}: {short(built.path)}"] if verdict != before else []),
    ]
    lines = [f"{now:%H:%M:%S}  {' · '.join(told)}"]
    errors = [item for item in made.findings if item.severity == "error"] if verdict != before else []
    return [*lines, *(f"  {line_of(one)}" for one in errors[:NAMED])], verdict


def _called(path: Path, kit: Path) -> str:
    return path.relative_to(kit).as_posix() if path.is_relative_to(kit) else path.name


def _listed(names: Sequence[str], kind: str) -> str:
    shown = ", ".join(map(brief, names[:NAMED]))
    return f"{shown} and {count(len(names) - NAMED, f'other {kind}')}" if len(names) > NAMED else shown
