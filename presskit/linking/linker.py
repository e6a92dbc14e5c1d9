"""Linking reads aloud here: parts in, one document out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from presskit.linking.parts import KitMetadata, LinkablePart, LinkedKit


def link(
    parts: Sequence[LinkablePart], stamps: bytes | None, metadata: KitMetadata, faces: Mapping[str, Path]
) -> LinkedKit:
    """Make one tagged document of `parts`, in their order.

    stamps: an untagged PDF with one page for each page of the kit, in order; each is laid on its page as page decoration.
    faces: a font's name as WeasyPrint writes it after "ABCDEF+", to the font file it was subset from.
    """
    raise NotImplementedError
