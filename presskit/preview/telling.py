"""What was found and what is wrong, as the page in the browser is given it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from presskit.findings import Finding
from presskit.reporting import groups_of, told_of


def groups_json(found: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return findings under their headings, counted from 1 as they are given."""
    return [asdict(group) for group in groups_of(told_of(found))]


def sentences_of(problems: Sequence[Finding]) -> list[str]:
    """Return each problem with what to do about it."""
    return [f"{one.message} {one.hint}" for one in told_of(problems)]
