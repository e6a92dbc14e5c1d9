"""The looks of a kit: each theme on each paper. A few of them show what any of them does; all of them take long."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any

import pytest

from presskit.settings.themes import theme_names

PAPERS = ("letter", "a4")
EVERY = tuple(product(theme_names(), PAPERS))
FEW = tuple((theme, "a4" if theme == "institutional" else "letter") for theme in theme_names())


def some(names: Iterable[str], *quick: str) -> list[Any]:
    """Return names as parameters of a test; those that are not among the quick are slow."""
    return [pytest.param(name, marks=() if name in quick else pytest.mark.slow) for name in names]


def looks() -> list[Any]:
    """Return every look as parameters of a test; those that are not of the few are slow."""
    return [pytest.param(*look, marks=() if look in FEW else pytest.mark.slow) for look in EVERY]


def sets_of_looks() -> list[Any]:
    """Return the few and, slow, all of them, as parameters of a fixture that builds a kit in each."""
    return [pytest.param(FEW, id="few"), pytest.param(EVERY, id="every", marks=pytest.mark.slow)]
