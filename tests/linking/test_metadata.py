from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
from pypdf import PdfReader

from presskit.linking import KitMetadata
from presskit.linking.linker import link
from tests.support.linked import FACES, METADATA, Sample


def test_the_file_says_what_it_is(sample: Sample) -> None:
    info = PdfReader(BytesIO(sample.kit.pdf)).metadata
    assert info is not None
    assert info.title == "Spring at the Harbour"
    assert info.author == "Old Harbour Ferries"
    assert info.subject == "Everything about the new crossing"
    assert info["/Keywords"] == "ferry, harbour, timetable"
    assert info.creator == info.producer == "presskit 0.0"
    assert info.creation_date is not None
    assert info.creation_date.date() == date(2031, 4, 2)
    assert info["/CreationDate"] == info["/ModDate"] == "D:20310402000000Z"


def test_it_says_the_same_as_xmp_with_its_claim(linked: pikepdf.Pdf) -> None:
    with linked.open_metadata() as xmp:
        assert xmp["dc:title"] == METADATA.title
        assert xmp["dc:creator"] == [METADATA.author]
        assert xmp["dc:subject"] == set(METADATA.keywords)
        assert xmp["dc:language"] == {"en"}
        assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == xmp["xmp:MetadataDate"] == "2031-04-02T00:00:00Z"
        assert xmp["pdfuaid:part"] == "1"


def test_it_opens_with_its_title_in_its_language(linked: pikepdf.Pdf) -> None:
    assert linked.Root.Lang == "en"
    assert linked.Root.MarkInfo.Marked
    assert linked.Root.ViewerPreferences.DisplayDocTitle
    assert all(page.obj.Tabs == "/S" for page in linked.pages)


def test_what_is_not_known_is_not_said(sample: Sample) -> None:
    kit = link(sample.parts, (), KitMetadata("Kit", "en", "presskit"), FACES)
    with pikepdf.open(BytesIO(kit.pdf)) as pdf:
        assert sorted(pdf.docinfo.keys()) == ["/Creator", "/Producer", "/Title"]
        assert b"Date" not in pdf.Root.Metadata.read_bytes()


def test_titles_may_hold_any_character(sample: Sample) -> None:
    title = "Café & <Quay> “عبّارة” \N{GRINNING FACE}"
    kit = link(sample.parts, (), replace(METADATA, title=title), FACES)
    info = PdfReader(BytesIO(kit.pdf)).metadata
    assert info is not None
    assert info.title == title
    with pikepdf.open(BytesIO(kit.pdf)) as pdf, pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == title
