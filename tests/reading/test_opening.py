from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from presskit.errors import SettingsError, SourceError
from presskit.reading.formats.opening import open_source
from tests.reading.conftest import Write
from tests.support.reading import read_biography, read_boilerplate, read_factsheet, read_release

READERS: list[Callable[[Path], object]] = [read_release, read_factsheet, read_biography, read_boilerplate]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", None, "s-001"),
        ("a.md", b"", "s-002"),
        ("a.pages", b"x", "s-003"),
        ("a.jpg", b"\xff\xd8\xff\xe1<x:xmpmeta><rdf:RDF>", "s-003"),
    ],
)
def test_every_reader_refuses_by_name(
    tmp_path: Path, read: Callable[[Path], object], name: str, data: bytes | None, code: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read(tmp_path / name)
    assert [(item.code, item.where.file) for item in caught.value.problems] == [(code, tmp_path / name)]


def test_a_mistake_in_the_settings_is_told(write: Write) -> None:
    with pytest.raises(SettingsError):
        open_source(write("a.md", "---\ndate: soon\n---\n\nText.\n"))


def test_lines_count_from_the_top_of_the_file(write: Write) -> None:
    opened = open_source(write("a.md", "---\r\ntitle: Reef\r\n---\r\n\r\nText.\r\n"))
    assert opened.settings.headline == "Reef"
    assert [(block.text, block.line) for block in opened.text.blocks] == [("Text.", 5)]


def test_a_boilerplate_is_its_blocks(write: Write) -> None:
    reading = read_boilerplate(
        write("boilerplate.txt", "About the Kelp Trust\n\nIt plants [kelp name].\nShare this:\n")
    )
    assert [block.text for block in reading.document] == ["About the Kelp Trust", "It plants [kelp name]."]
    assert [item.code for item in reading.findings] == ["c-007"]


@pytest.mark.parametrize(
    ("name", "words", "way"),
    [
        ("a.doc", "Word before 2007", "Word Document (.docx)"),
        ("a.fodt", "OpenDocument", "LibreOffice"),
        ("a.pages", "Apple's Pages", "Export To"),
        ("a.mhtml", "web page in one file", "Web page, complete"),
        ("a.xyz", ".xyz files.", "plain text (.txt)"),
    ],
)
def test_other_formats_are_named_with_the_way_to_one_that_is_read(
    write: Write, name: str, words: str, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # no program that reads .doc
    with pytest.raises(SourceError) as caught:
        open_source(write(name, "x"))
    [problem] = caught.value.problems
    assert words in problem.message
    assert name in problem.hint
    assert way in problem.hint


def test_a_no_break_space_beside_a_space_leaves_no_hole(write: Write) -> None:
    opened = open_source(write("a.txt", "Boats sail by\u00a0 the quay \u00a0and wait 12\u00a0hours.\n"))
    assert [block.text for block in opened.text.blocks] == ["Boats sail by the quay and wait 12\u00a0hours."]
    page = open_source(write("b.md", "Boats sail **by&nbsp;** the quay.&nbsp; They wait.\n"))
    assert page.text.blocks[0].text == "Boats sail by the quay. They wait."
