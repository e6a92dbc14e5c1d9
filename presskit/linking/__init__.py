"""Linking: the parts of a kit become one PDF. This room knows files, not how they were composed or rendered."""

from __future__ import annotations

from presskit.linking.linker import link
from presskit.linking.parts import KitMetadata, LinkablePart, LinkedKit

__all__ = ["KitMetadata", "LinkablePart", "LinkedKit", "link"]
