"""Copies of a kit, each with a line for one person on every page: linked once, and then each costs its own few objects.

The line is real text. On the first page a screen reader reads it, before all else; on every other it is an artifact, as
page numbers are.
"""

from __future__ import annotations

from pathlib import Path

from presskit.linking.copying.labels import Look, drawn
from presskit.linking.lettering.subsets import objects_of, subsets_of
from presskit.linking.splicing import Base, joined, stream

FOR = "PresskitFor"  # a key of its own in the information dictionary: whose copy it is


def copy_for(base: Base, look: Look, name: str) -> bytes:
    """Return the copy for somebody. name: with the outlet, as it stands in the sentence.

    Equal arguments give equal bytes, and nothing in them comes from anybody else.
    """
    lines = look.lines_for(name)
    clusters = (cluster for each in lines.values() for line in each.lines for cluster in line.clusters)
    subsets = subsets_of(clusters, look.names)
    keys = {face: f"F{index}" for index, face in enumerate(subsets)}
    fonts: dict[Path, int] = {}
    others: list[bytes] = []
    for face, subset in subsets.items():
        fonts[face] = base.size + len(others)
        others += objects_of(subset, fonts[face])
    width_pt, height_pt = look.page_pt
    words = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": f"[0 0 {width_pt:g} {height_pt:g}]",
        "Resources": f"<</Font <<{' '.join(f'/{keys[face]} {number} 0 R' for face, number in fonts.items())}>>>>",
    }
    forms = {form: stream(words, drawn(form, each, look, subsets, keys).encode()) for form, each in lines.items()}
    return joined(base, forms, others, {FOR: f"<{(chr(0xFEFF) + name).encode('utf-16-be').hex()}>"})
