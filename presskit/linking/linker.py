"""Linking reads aloud here: parts in, one document out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from pikepdf import ObjectStreamMode, OutlineItem, Pdf

from presskit.findings import Finding
from presskit.linking.destinations import copy_destinations, resolve_links
from presskit.linking.images import share_images
from presskit.linking.keeping import make_keepable
from presskit.linking.lettering.fonts import unite_fonts
from presskit.linking.metadata import describe
from presskit.linking.outline import read_outline, write_outline
from presskit.linking.parts import Enclosed, KitMetadata, LinkablePart, LinkedKit, PartFile
from presskit.linking.resources import own_resources
from presskit.linking.sections import Section, append
from presskit.linking.stamps import place_stamps
from presskit.linking.structuring.repairs import repair
from presskit.linking.structuring.structure import join_trees
from presskit.linking.structuring.telling import is_told, tell


def link(  # noqa: PLR0913
    parts: Sequence[LinkablePart],
    stamps: Sequence[PartFile],
    metadata: KitMetadata,
    faces: Mapping[str, Path],
    enclosed: Sequence[Enclosed] | None = None,
    bound: Mapping[str, str] = MappingProxyType({}),
) -> LinkedKit:
    """Make one tagged document of `parts`, in their order.

    stamps: untagged PDFs that together have one page for each page of the parts, in order; each is laid on its page as
    an artifact. Empty: no page has any.
    faces: a font's name as WeasyPrint writes it after "ABCDEF+", and the font file it was subset from.
    enclosed: the texts that an archive keeps within the file; None for a file that is for no archive.
    bound: the titles of PDFs that are bound in later, by what links to them say.

    Equal arguments give equal bytes.
    """
    with Pdf.new() as kit:
        sections, findings = _joined(kit, parts, stamps, faces, bound)
        describe(kit, metadata)
        if enclosed is not None:
            findings += make_keepable(kit, enclosed, metadata.created)
        draft, outline, pages = _saved(kit), read_outline(sections), len(kit.pages)
    del kit, sections  # what they hold is given back before the file is read anew
    return LinkedKit(packed(draft, outline), pages, tuple(findings))


def _joined(
    kit: Pdf,
    parts: Sequence[LinkablePart],
    stamps: Sequence[PartFile],
    faces: Mapping[str, Path],
    bound: Mapping[str, str],
) -> tuple[list[Section], list[Finding]]:
    """Put all parts into a kit, with their page lines; return them, and what was found."""
    sections = [append(kit, part) for part in parts]
    for section in sections:
        if not is_told(section.tree):
            tell(section)
    join_trees(kit, sections)
    repair(kit)
    copy_destinations(kit, sections, bound)
    findings = resolve_links(sections, bound)
    own_resources(kit)
    if stamps:
        place_stamps(kit, [page for section in sections for page in section.pages], stamps)
    share_images(kit)
    findings += unite_fonts(kit, faces)
    return sections, findings


def _saved(kit: Pdf) -> BytesIO:
    draft = BytesIO()
    kit.save(draft, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return draft


def packed(draft: BytesIO, outline: Sequence[OutlineItem]) -> bytes:
    """Return the finished file: small, and readable page by page while it is still being fetched (linearised).

    Why twice: qpdf 12 writes other hints for outlines in object streams than qpdf 11 expects, whose check then warns.
    Objects that are new to a file being rewritten stay outside of its object streams.
    """
    file = BytesIO()
    with Pdf.open(draft) as packing:
        write_outline(packing, outline)
        packing.save(
            file,
            min_version="1.7",
            linearize=True,
            object_stream_mode=ObjectStreamMode.preserve,
            deterministic_id=True,
        )
    return file.getvalue()
