"""What a reader gives back: the document, and what there is to look at in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from presskit.findings import Finding
from presskit.model import Embargo, Removed

T = TypeVar("T")


@dataclass(frozen=True)
class Reading(Generic[T]):
    """A document as it was understood, and the findings that travel with it.

    embargo: of a text that is no release, such as a factsheet.
    removed: the lines left out of a document that does not list them itself. is_denied: its settings, or kit.toml, say
    that there is no embargo.
    """

    document: T
    findings: tuple[Finding, ...] = ()
    embargo: Embargo | None = None
    removed: tuple[Removed, ...] = ()
    is_denied: bool = False
