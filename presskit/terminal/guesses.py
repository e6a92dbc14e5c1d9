"""What was meant by a name that was mistyped."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from presskit.findings import Finding
from presskit.names import quoted


def with_guess(problem: Finding, typed: Sequence[str]) -> Finding:
    """Return a problem with the name that was meant, where a name that was typed is nearly one that is there."""
    path = problem.where.file
    if problem.code != "s-001" or not path or str(path) not in typed:
        return problem
    there = next((folder for folder in path.parents if folder.is_dir()), Path())
    wanted = path.relative_to(there).parts[0]
    try:
        names = {path.name.casefold(): path.name for path in sorted(there.iterdir())}
    except OSError:
        return problem
    near = get_close_matches(wanted.casefold(), names, 1)
    if not near:
        return problem
    meant = there / names[near[0]] / Path(*path.relative_to(there).parts[1:])
    is_there = os.path.lexists(meant)
    return replace(problem, hint=f"Did you mean {quoted(str(meant))}?") if is_there else problem
