"""The record of who has which file: it only grows, whatever a person or a spreadsheet did to it meanwhile."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from presskit import gate
from presskit.composing.languages import language as words_of
from presskit.errors import SourceError
from presskit.reading.lists.record import NAME, Record, read_record
from presskit.writing.record import with_rows

ADA = {"email": "ada@x.example", "first_name": "Ada", "last_name": "Thorn", "outlet": "=Times", "draft": "d/2.eml"}
SALMA = {"email": "salma@x.example", "first_name": "سلمى", "last_name": "العلوي", "language": "ar", "embargo": "yes"}


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    with gate.opened(tmp_path):
        yield tmp_path / NAME


def begun(place: Path, *rows: dict[str, str]) -> list[list[str]]:
    """Write a record, or add to it, and return its rows as a spreadsheet shows them."""
    standing = read_record(place).document if place.exists() else Record()
    place.write_bytes(with_rows(standing, rows))
    text = place.read_text("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in text.splitlines()[0] else ","))


def test_a_new_record_can_be_read_ticked_and_opened_in_excel(place: Path) -> None:
    head, row, _ = begun(place, ADA, SALMA)
    assert head[:6] == ["sent", "drafted on", "name", "first name", "outlet", "e-mail"]
    assert row[:6] == ["", "", "Thorn", "Ada", "'=Times", "ada@x.example"]
    assert place.read_bytes().startswith(b"\xef\xbb\xbf")
    ada, salma = read_record(place).document.had
    assert (ada.person.name, ada.person.outlet, ada.is_sent) == ("Ada Thorn", "=Times", False)
    assert (salma.person.name, salma.person.language, salma.person.agreed) == ("سلمى العلوي", "ar", True)


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(";", "cp1252"), ("\t", "utf-16"), (",", "utf-8"), (";", "utf-8-sig")]
)
def test_what_a_spreadsheet_saved_is_added_to_as_it_saved_it(place: Path, delimiter: str, encoding: str) -> None:
    begun(place, ADA | {"outlet": "Café"})
    place.write_bytes(place.read_text("utf-8-sig").replace(",", delimiter).encode(encoding))
    place.write_bytes(with_rows(read_record(place).document, [SALMA]))
    lines = place.read_text("utf-8-sig").splitlines()
    assert [line.count(delimiter) for line in lines] == [13, 13, 13]
    assert [one.person.outlet for one in read_record(place).document.had] == ["Café", ""]


def test_columns_moved_added_and_taken_out_and_rows_sorted_stay_as_they_are(place: Path) -> None:
    place.write_text(
        'phone,e-mail,sent,remark,first name\n+1 202,zoe@x.example,x,"called\nin, twice",Zoë\n-,ada@x.example,,,Ada\n',
        encoding="utf-8",
    )
    head, zoe, ada, salma = begun(place, SALMA)
    assert head[:5] == ["phone", "e-mail", "sent", "remark", "first name"]
    assert zoe == ["+1 202", "zoe@x.example", "x", "called\nin, twice", "Zoë"]
    assert ada == ["-", "ada@x.example", "", "", "Ada"]
    assert salma[:5] == ["", "salma@x.example", "", "", "سلمى"]
    assert {"name", "file", "SHA-256 of the file", "embargo"} <= {*head[5:]}
    assert [one.person.first_name for one in read_record(place).document.had] == ["Zoë", "Ada", "سلمى"]


@pytest.mark.parametrize(
    "tick",
    ["x", "X", "yes", "oui", "نعم", "sí", "ja", "✓", "12/05/2026", "12. Mai", "١٢ مايو", "14:30", "by phone", "1"],
)
def test_what_a_person_writes_into_sent_says_so(place: Path, tick: str) -> None:
    place.write_text(f"e-mail;sent\nada@x.example;{tick}\n", encoding="utf-8")
    assert read_record(place).document.had[0].is_sent


@pytest.mark.parametrize(
    "word", ["", " ", "no", "Non", "nein", "لا", "-", "not yet", "noch nicht", "draft", "0", "FALSE"]
)
def test_what_says_that_it_was_not_sent(place: Path, word: str) -> None:
    place.write_text(f"e-mail;sent\nada@x.example;{word}\n", encoding="utf-8")
    assert not read_record(place).document.had[0].is_sent


@pytest.mark.parametrize(
    "data",
    [b"", b"\0\xff" * 99, b'sent,e-mail\n"never closed,', b"a,b\n1,2\n"],
    ids=["empty", "bytes", "quote", "other"],
)
def test_a_damaged_record_is_told_and_never_written_over(place: Path, data: bytes) -> None:
    place.write_bytes(data)
    with pytest.raises(SourceError):
        read_record(place)


def test_a_row_that_nobody_can_write_to_is_told_and_stays(place: Path) -> None:
    place.write_text("e-mail,sent,name\nada.x.example,x,Thorn\n", encoding="utf-8")
    reading = read_record(place)
    assert [item.code for item in reading.findings] == ["m-001"]
    assert begun(place, SALMA)[1] == ["ada.x.example", "x", "Thorn"]


@pytest.mark.parametrize(
    ("language", "delimiter"), [("en", ","), ("en-GB", ","), ("fr", ";"), ("de", ";"), ("ar", ";")]
)
def test_a_new_record_is_parted_as_excel_expects_it(language: str, delimiter: str) -> None:
    assert words_of(language).separator == delimiter
