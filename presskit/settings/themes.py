"""The themes that presskit brings, by their names."""

from __future__ import annotations

from functools import cache

from presskit import gate
from presskit.resources import shipped

SHARED = "shared"  # the folder of what all themes begin with


@cache
def theme_names() -> tuple[str, ...]:
    """Return the names of the shipped themes."""
    files = (path for path in gate.walk(shipped("templates")) if path.name == "theme.toml")
    return tuple(sorted(path.parent.name for path in files if path.parent.name != SHARED))
