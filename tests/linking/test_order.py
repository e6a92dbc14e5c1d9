"""What stands at the foot of a page is read where it belongs."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from presskit.linking import LinkablePart
from presskit.linking.linker import link
from tests.support.linked import FACES, METADATA, Render
from tests.support.read_aloud import read_aloud

FOOT = """<style>.foot { float: footnote }
.foot::footnote-marker { content: '1  ' } .foot::footnote-call { content: '1' }</style>"""
DISCLOSED = "<p class='foot' data-tag='first'>Paid for by the ferrymen.</p><p>June 3</p><h1>Ferry</h1>"
NOTED = f"<p>See the pier<span class='foot' data-tag='Note'>pier.example</span> at low water{' and high' * 300}.</p>"


@pytest.fixture(scope="module")
def file(render: Render, tmp_path_factory: pytest.TempPathFactory) -> Path:
    part = LinkablePart("ferry", "Ferry", "en", render(FOOT + DISCLOSED + NOTED))
    path = tmp_path_factory.mktemp("order") / "kit.pdf"
    path.write_bytes(link([part], (), METADATA, FACES).pdf)
    return path


def test_a_disclosure_is_read_once_right_before_the_headline(file: Path) -> None:
    lines = [line.strip() for line in read_aloud(file).splitlines()]
    place = lines.index("heading level 1: Ferry")
    assert lines[place - 2 : place] == ["text: June 3", lines[place - 1]]
    assert "Paid for by the ferrymen." in lines[place - 1]
    assert read_aloud(file).count("ferrymen") == 1


def test_a_note_is_read_at_its_call_in_a_paragraph_over_two_pages(file: Path) -> None:
    [paragraph] = [line.strip() for line in read_aloud(file).splitlines() if "See the pier" in line]
    assert paragraph.startswith("text: See the pier [call: 1] [note: 1 pier.example] at low water and high")
    assert paragraph.endswith("and high.")


def test_notes_have_names_that_the_file_lists(file: Path) -> None:
    with pikepdf.open(file) as kit:
        names = pikepdf.NameTree(kit.Root.StructTreeRoot.IDTree)
        assert [(name, str(note.S), str(note.ID)) for name, note in names.items()] == [("note-1", "/Note", "note-1")]


def test_no_mark_of_rendering_is_left_in_the_file(file: Path) -> None:
    with pikepdf.open(file) as kit:
        keys = {key for thing in kit.objects if isinstance(thing, pikepdf.Dictionary) for key in thing}
    assert "/S" in keys
    assert not {key for key in keys if key.startswith("/Pk")}


def test_it_is_the_same_each_time(render: Render) -> None:
    parts = [LinkablePart("ferry", "Ferry", "en", render(FOOT + DISCLOSED + NOTED)) for _ in range(2)]
    first, second = (link([part], (), METADATA, FACES).pdf for part in parts)
    assert first == second
    assert pikepdf.open(BytesIO(first)).pages
