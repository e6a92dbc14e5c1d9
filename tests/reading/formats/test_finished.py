from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from presskit.errors import SourceError
from presskit.reading.formats.opening import open_source
from tests.conftest import Cli
from tests.support.encrypted import LOCKS, encrypted

RELEASE = """The night ferry sails again

SALTMARSH, June 4, 2026 – The night ferry sails again tonight, nine years after the storm took her sister ship from
the quay, and every one of the two hundred and ten berths on her two decks was taken within a week, the office said.

“We kept the bell, and we kept the berths as they were in the year when she was built, with brass and with blankets,”
said Nell Farrow, the harbour master, on the quay where the efficient officers of the first crossing had waited.

Contact: Nell Farrow, 202-555-0142
"""


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory, cli: Cli) -> Path:
    folder = tmp_path_factory.mktemp("finished")
    (folder / "release.txt").write_text(RELEASE, encoding="utf-8")
    done = cli("build", folder / "release.txt", "-o", folder / "partner.pdf")
    assert done.code == 0, done.err
    return folder / "partner.pdf"


def test_the_text_of_a_pdf_is_read_in_order_and_to_be_checked(finished: Path) -> None:
    opened = open_source(finished)
    text = " ".join(block.text for block in opened.text.blocks)
    assert [item.code for item in opened.findings] == ["c-036"]
    assert text.index("sails again tonight") < text.index("We kept the bell") < text.index("Farrow, the harbour")
    assert "efficient officers of the first" in text


@pytest.mark.parametrize("lock", LOCKS)
def test_a_locked_pdf_is_refused_with_the_reason(finished: Path, tmp_path: Path, lock: str) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(encrypted(finished.read_bytes(), lock, user="secret"))
    with pytest.raises(SourceError) as caught:
        open_source(path)
    assert caught.value.problems[0].message == "locked.pdf is locked with a password: it cannot be opened."


@pytest.mark.parametrize("lock", LOCKS)
def test_what_forbids_copying_is_read_and_told(finished: Path, tmp_path: Path, lock: str) -> None:
    path = tmp_path / "protected.pdf"
    path.write_bytes(encrypted(finished.read_bytes(), lock))
    opened = open_source(path)
    assert opened.text.blocks == open_source(finished).text.blocks
    assert [item.code for item in opened.findings] == ["c-036", "p-025"]


def test_what_forbids_nothing_but_changes_is_read_like_any_other(finished: Path, tmp_path: Path) -> None:
    path = tmp_path / "protected.pdf"
    path.write_bytes(encrypted(finished.read_bytes(), allow=pikepdf.Permissions(modify_other=False)))
    assert [item.code for item in open_source(path).findings] == ["c-036"]


def test_a_pdf_of_pictures_only_is_refused(tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(scan)
    with pytest.raises(SourceError) as caught:
        open_source(scan)
    assert "it holds no words" in caught.value.problems[0].message


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing more", b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj"])
def test_a_damaged_pdf_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        open_source(path)
    assert caught.value.problems[0].code == "s-025"


def test_a_pdf_packed_in_a_way_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page().Contents = pdf.make_stream(b"BT ET")
        pdf.save(path, compress_streams=False)
    whole = path.read_bytes()
    assert b"/Length 5" in whole
    path.write_bytes(whole.replace(b"/Length 5", b"/Length 5/Filter/Xyz"))
    with pytest.raises(SourceError) as caught:
        open_source(path)
    assert "packed in a way that cannot be read" in caught.value.problems[0].message
