from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.errors import SourceError
from presskit.reading.formats.kinds import kind_of
from presskit.reading.formats.opening import open_source
from tests.hostile.exchange import packed_wrongly

MAIL = b"From: press@example.org\r\nTo: desk@example.com\r\nSubject: Ferry\r\n\r\nThe ferry sails.\r\n"


def zipped(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"The ferry sails.", "text"),
        ("a.txt", rb"{\rtf1\ansi The ferry sails.}", "rtf"),
        ("a.doc", rb"{\rtf1\ansi The ferry sails.}", "rtf"),
        ("a.doc", b"<html><body>The ferry sails.", "page"),
        ("a.txt", b"%PDF-1.7\n", "pdf"),
        ("a.docx", zipped(word__document=b"") + b"", "word"),
        ("a.zip", zipped(**{"word/document.xml": b"<x/>"}), "word"),
        ("a.docx", zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "opendocument"),
        ("a.odt", zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "foreign"),
        ("a.eml", MAIL, "mail"),
        ("a.txt", MAIL, "mail"),
        ("a.txt", b"Contact: Ada Thorn\nPhone: 202 555 0143\nDate: May 12\n\nThe ferry sails.", "text"),
        ("feed.xml", b"<?xml version='1.0'?><rss version='2.0'/>", "export"),
        ("page.html", b"<!doctype html><p>The <rss> of it", "page"),
        ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0".encode("utf-16-le"), "outlook"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old word"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "foreign"),
        ("a.xyz", b"The ferry sails.", "foreign"),
    ],
)
def test_a_file_is_what_its_bytes_say_and_only_else_what_its_name_says(name: str, data: bytes, kind: str) -> None:
    assert kind_of(data, Path(name)) == kind


@given(st.binary(max_size=3000), st.sampled_from([".txt", ".docx", ".odt", ".eml", ".msg", ".doc", ".xml", ".pdf"]))
def test_any_bytes_are_of_some_kind(data: bytes, suffix: str) -> None:
    assert kind_of(data, Path(f"a{suffix}"))
    assert kind_of(b"PK\x03\x04" + data, Path(f"a{suffix}"))


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("name", ["a.odt", "a.docx", "a.zip"])
def test_a_zip_that_does_not_unpack_is_refused(tmp_path: Path, name: str, method: int) -> None:
    path = tmp_path / name
    path.write_bytes(packed_wrongly(method))
    with pytest.raises(SourceError):
        open_source(path)
