from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from presskit.errors import SourceError
from presskit.reading.formats.opening import open_source
from tests.conftest import Cli

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


def test_a_locked_pdf_is_refused_with_the_reason(finished: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(finished) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="u", R=6))
    with pytest.raises(SourceError) as caught:
        open_source(locked)
    assert "locked with a password" in caught.value.problems[0].message


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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"trailer <<", b"trailer <</ID[<00><00>]/Encrypt<</Filter/Acme.Lock/V 4/R 4>>"),
        (b"/Length 5", b"/Length 5/Filter/Xyz"),
    ],
    ids=["a lock", "a packing"],
)
def test_a_pdf_that_needs_what_nobody_knows_is_refused(tmp_path: Path, before: bytes, after: bytes) -> None:
    path = tmp_path / "a.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page().Contents = pdf.make_stream(b"BT ET")
        pdf.save(path, compress_streams=False)
    whole = path.read_bytes()
    assert before in whole
    path.write_bytes(whole.replace(before, after))
    with pytest.raises(SourceError) as caught:
        open_source(path)
    assert "locked or packed in a way that cannot be read" in caught.value.problems[0].message
