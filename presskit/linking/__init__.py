"""Linking: the parts of a kit become one PDF. This room knows files, not how they were composed or rendered.

What it takes and gives is known to all; `presskit.linking.linker` is loaded by the worker that links.
"""

from __future__ import annotations

from presskit.linking.parts import BoundFile, Enclosed, KitMetadata, LinkablePart, LinkedKit

__all__ = ["BoundFile", "Enclosed", "KitMetadata", "LinkablePart", "LinkedKit"]
