from __future__ import annotations

from io import BytesIO

import pikepdf
from pypdf import PdfReader

from presskit.linking import LinkablePart
from presskit.linking.linker import link
from tests.support.linked import FACES, METADATA, Render, Sample


def test_one_entry_for_each_part_with_its_headings_below(sample: Sample) -> None:
    reader = PdfReader(BytesIO(sample.kit.pdf))
    assert entries(reader, reader.outline) == [
        ("Ferry sails at dawn", 0),
        [("How it began", 2)],
        ("Chiffres", 3),
        [("Le quai", 4)],
        ("About us", 6),
    ]


def test_headings_keep_their_order_and_depth(render: Render) -> None:
    body = "<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2><h1>E</h1><h2>F</h2>"
    kit = link([LinkablePart("a", "Title", "en", render(body))], (), METADATA, FACES)
    reader = PdfReader(BytesIO(kit.pdf))
    below = [("B", 0), [("C", 0)], ("D", 0), ("E", 0), [("F", 0)]]
    assert entries(reader, reader.outline) == [("Title", 0), below]


def test_a_part_without_headings_has_its_entry(render: Render) -> None:
    kit = link([LinkablePart("a", "Title", "en", render("<p>Words</p>"))], (), METADATA, FACES)
    reader = PdfReader(BytesIO(kit.pdf))
    assert entries(reader, reader.outline) == [("Title", 0)]


def test_parts_of_a_group_stand_below_its_entry(render: Render) -> None:
    groups = ("", "2026", "2026", "2025", "")
    parts = [
        LinkablePart(f"p{number}", f"Part {number}", "en", render("<p>Words</p>"), group=group)
        for number, group in enumerate(groups)
    ]
    reader = PdfReader(BytesIO(link(parts, (), METADATA, FACES).pdf))
    assert entries(reader, reader.outline) == [
        ("Part 0", 0),
        ("2026", 1),
        [("Part 1", 1), ("Part 2", 2)],
        ("2025", 3),
        [("Part 3", 3)],
        ("Part 4", 4),
    ]


def test_page_labels_are_the_pages_positions(sample: Sample) -> None:
    assert PdfReader(BytesIO(sample.kit.pdf)).page_labels == ["1", "2", "3", "4", "5", "6", "7"]


def test_the_outline_opens_beside_several_parts_only(sample: Sample, linked: pikepdf.Pdf) -> None:
    alone = link(sample.parts[:1], (), METADATA, FACES)
    assert linked.Root.PageMode == "/UseOutlines"
    assert pikepdf.open(BytesIO(alone.pdf)).Root.PageMode == "/UseNone"


def entries(reader: PdfReader, outline: list) -> list:
    """Return titles and page indices, lists for what stands below an entry."""
    return [
        entries(reader, item) if isinstance(item, list) else (item.title, reader.get_destination_page_number(item))
        for item in outline
    ]
