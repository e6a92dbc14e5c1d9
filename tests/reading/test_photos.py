from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from PIL import Image

from presskit.errors import SettingsError, SourceError
from tests.support.reading import read_photo, read_photos

XMP = """\
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Ivo Marsh / Kelp Trust"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
<dc:description><rdf:Alt>
<rdf:li xml:lang="fr">Le récif.</rdf:li><rdf:li xml:lang="x-default">The reef.</rdf:li></rdf:Alt></dc:description>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt>
<rdf:li xml:lang="x-default">Kelp under water.</rdf:li>
</rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Free for news.</rdf:li></rdf:Alt></xmpRights:UsageTerms>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def jpeg(
    size: tuple[int, int] = (60, 40), xmp: str = "", iptc: dict[int, bytes] | None = None, turned: int = 1
) -> bytes:
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = turned
    Image.new("RGB", size, "teal").save(stream, "JPEG", xmp=xmp.encode(), exif=exif)
    data = stream.getvalue()
    return data[:2] + app13(iptc) + data[2:] if iptc else data


def app13(fields: dict[int, bytes]) -> bytes:
    """Write the segment that holds the older IPTC fields (IPTC-IIM record 2 inside a Photoshop resource)."""
    records = b"".join(
        b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(text)) + text for number, text in fields.items()
    )
    records += b"\0" * (len(records) % 2)
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(records)) + records
    return b"\xff\xed" + struct.pack(">H", len(block) + 2) + block


def words(path: Path) -> tuple[str | None, ...]:
    photo = read_photo(path).document
    return (photo.caption, photo.credit, photo.alt, photo.terms)


def test_words_stand_in_the_xmp_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "reef.jpg").write_bytes(jpeg(xmp=XMP))
    assert words(tmp_path / "reef.jpg") == (
        "The reef.",
        "Ivo Marsh / Kelp Trust",
        "Kelp under water.",
        "Free for news.",
    )


@pytest.mark.parametrize("suffix", [".png", ".webp", ".tif"])
def test_other_formats_carry_xmp_too(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"reef{suffix}"
    image = Image.new("RGB", (6, 4))
    if suffix == ".png":
        from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415

        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", XMP)
        image.save(path, pnginfo=info)
    elif suffix == ".tif":
        image.save(path, tiffinfo={700: XMP.encode()})
    else:
        image.save(path, xmp=XMP.encode())
    assert words(path)[0] == "The reef."


def test_words_stand_in_the_older_iptc_fields(tmp_path: Path) -> None:
    fields = {
        120: "Der Kelp – groß".encode(),
        80: b"Ivo Marsh",
        110: "Sigr\xedd".encode("cp1252"),
        116: b"(c) Kelp Trust",
    }
    (tmp_path / "reef.jpg").write_bytes(jpeg(iptc=fields))
    assert words(tmp_path / "reef.jpg") == ("Der Kelp – groß", "Sigríd", None, None)
    assert read_photo(tmp_path / "reef.jpg").document.copyright == "(c) Kelp Trust"
    assert read_photo(tmp_path / "reef.jpg").document.creator == "Ivo Marsh"


def test_the_photographer_is_credited_where_no_credit_line_is(tmp_path: Path) -> None:
    (tmp_path / "reef.jpg").write_bytes(jpeg(iptc={80: b"Ivo Marsh"}))
    assert words(tmp_path / "reef.jpg")[1] == "Ivo Marsh"


@pytest.mark.parametrize("xmp", ["<broken", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'])
def test_metadata_that_cannot_be_read_says_nothing(tmp_path: Path, xmp: str) -> None:
    (tmp_path / "reef.jpg").write_bytes(jpeg(xmp=xmp))
    assert words(tmp_path / "reef.jpg") == (None, None, None, None)


def test_photos_toml_wins_and_files_come_by_name(tmp_path: Path) -> None:
    (tmp_path / "b.jpg").write_bytes(jpeg(xmp=XMP))
    (tmp_path / "a.png").write_bytes(jpeg())
    (tmp_path / ".hidden.jpg").write_bytes(b"")
    (tmp_path / "photos.toml").write_text('["b.jpg"]\ncaption = "Mine."\n', encoding="utf-8")
    reading = read_photos(tmp_path)
    assert [(photo.name, photo.caption) for photo in reading.document] == [("a.png", None), ("b.jpg", "Mine.")]
    assert reading.document[1].credit == "Ivo Marsh / Kelp Trust"
    assert [item.code for item in reading.findings] == ["c-019", "c-009", "c-010", "s-014"]
    assert {item.where.file for item in reading.findings[:3]} == {tmp_path / "a.png"}


def test_a_name_in_photos_toml_that_is_not_there_is_reported(tmp_path: Path) -> None:
    (tmp_path / "photos.toml").write_text('["b.jpg"]\ncaption = "Mine."\n', encoding="utf-8")
    (tmp_path / "notes.docx").write_bytes(b"x")
    assert sorted(item.code for item in read_photos(tmp_path).findings) == ["s-008", "t-004"]


def test_all_photos_that_are_small_for_print_are_told_in_one_note(tmp_path: Path) -> None:
    for number, size in enumerate([(60, 40), (2000, 2999), (3000, 20), (20, 3000), (9, 9), (9, 9), (9, 9)], start=1):
        Image.new("RGB", size).save(tmp_path / f"{number}.png")
    [told] = [item for item in read_photos(tmp_path).findings if item.code == "s-014"]
    assert told.severity == "note"
    names = "1.png (60 × 40), 2.png (2000 × 2999), 5.png (9 × 9), 6.png (9 × 9), and 1 more"
    assert told.message.startswith("5 photos have fewer than 3000 pixels")
    assert names in told.message


def test_the_older_fields_fill_what_the_newer_lack(tmp_path: Path) -> None:
    data = jpeg(xmp=XMP)
    (tmp_path / "reef.jpg").write_bytes(data[:2] + app13({120: b"Other.", 116: b"Kelp Trust"}) + data[2:])
    photo = read_photo(tmp_path / "reef.jpg").document
    assert (photo.caption, photo.copyright) == ("The reef.", "Kelp Trust")


def test_a_turned_photo_has_the_size_it_is_seen_in(tmp_path: Path) -> None:
    (tmp_path / "reef.jpg").write_bytes(jpeg((60, 40), turned=6))
    photo = read_photo(tmp_path / "reef.jpg").document
    assert (photo.width_px, photo.height_px) == (40, 60)


def test_all_broken_photos_are_told_at_once(tmp_path: Path) -> None:
    whole = jpeg((400, 400))
    (tmp_path / "cut.jpg").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "text.png").write_text("no picture", encoding="utf-8")
    (tmp_path / "whole.jpg").write_bytes(whole)
    read = read_photos(tmp_path)
    assert [photo.name for photo in read.document] == ["whole.jpg"]
    assert [(item.code, item.where.file) for item in read.findings if item.severity == "error"] == [
        ("s-005", tmp_path / "cut.jpg"),
        ("s-005", tmp_path / "text.png"),
    ]


def test_a_photo_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read_photo(tmp_path / "reef.jpg")
    assert [item.code for item in caught.value.problems] == ["s-001"]


def test_a_mistake_in_photos_toml_is_told(tmp_path: Path) -> None:
    (tmp_path / "photos.toml").write_text('["b.jpg"]\ncaptoin = "Mine."\n', encoding="utf-8")
    with pytest.raises(SettingsError):
        read_photos(tmp_path)


@pytest.mark.parametrize("start", [b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", b"\xd7\xcd\xc6\x9a\0\0\0\0"])
def test_what_other_programs_would_draw_is_no_picture(start: bytes, tmp_path: Path) -> None:
    """PostScript would be run by Ghostscript, and a metafile drawn by Windows, whatever the file's name is."""
    (tmp_path / "quay.jpg").write_bytes(start + b"\0" * 99)
    read = read_photo(tmp_path / "quay.jpg")
    assert read.document is None
    assert [item.code for item in read.findings] == ["s-020"]
    Image.init()
    assert not {"EPS", "WMF"} & Image.OPEN.keys()


@pytest.mark.parametrize("name", ["Pier.JPG", "pier", "PIER"])
def test_a_name_written_otherwise_in_photos_toml_tells_the_file_that_is_there(tmp_path: Path, name: str) -> None:
    Image.new("RGB", (60, 90)).save(tmp_path / "pier.jpg")
    (tmp_path / "photos.toml").write_text(f'["{name}"]\ncaption = "Mine."\n', encoding="utf-8")
    told = next(item for item in read_photos(tmp_path).findings if item.code == "t-004")
    assert told.message.startswith(f"photos.toml names {name} (there is pier.jpg)")


@pytest.mark.parametrize(
    ("name", "credit", "is_told"),
    [
        ("pier.jpg", "Ada Thorn / Getty Images", True),
        ("pier.jpg", "Foto: dpa", True),
        ("pier.jpg", "AP Photo/Ada Thorn", True),
        ("pier.jpg", "Ada Thorn/AFP", True),
        ("pier.jpg", "© Adobe Stock", True),
        ("GettyImages-1234567890.jpg", "Ada Thorn", True),
        ("shutterstock_123456789.jpg", "Ada Thorn", True),
        ("pier.jpg", "Ada Thorn / Quillon Ferry", False),
        ("pier.jpg", "Getty Thorn", False),
        ("stock 12345.jpg", "Ada Thorn, DPA Films", False),
    ],
)
def test_an_agencys_photo_is_told_until_its_terms_are_said(
    tmp_path: Path, name: str, credit: str, is_told: bool
) -> None:
    Image.new("RGB", (60, 90)).save(tmp_path / name)
    settings = tmp_path / "photos.toml"
    settings.write_text(f'["{name}"]\ncredit = "{credit}"\n', encoding="utf-8")
    assert ("s-047" in [item.code for item in read_photos(tmp_path).findings]) is is_told
    settings.write_text(f'["{name}"]\ncredit = "{credit}"\nterms = "Press use is licensed."\n', encoding="utf-8")
    assert "s-047" not in [item.code for item in read_photos(tmp_path).findings]


SOURCE_TYPE = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 e:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/{kind}"/></rdf:RDF></x:xmpmeta>"""


@pytest.mark.parametrize(
    ("name", "kind", "caption", "is_told"),
    [
        ("quay.jpg", "trainedAlgorithmicMedia", "The quay at dawn.", True),
        ("quay.jpg", "compositeWithTrainedAlgorithmicMedia", "The quay at dawn.", True),
        ("quay.jpg", "trainedAlgorithmicMedia", "The quay at dawn, as generated by a program.", False),
        ("quay.jpg", "trainedAlgorithmicMedia", "Der Kai, mit KI gemacht.", False),
        ("quay.jpg", "digitalCapture", "The quay at dawn.", False),
        ("ChatGPT Image May 12, 2031.jpg", "digitalCapture", "The quay at dawn.", True),
        ("Gemini_Generated_Image_x1.jpg", "digitalCapture", "The quay at dawn.", True),
        ("dalliance.jpg", "digitalCapture", "Two boats.", False),
    ],
)
def test_a_picture_that_a_program_made_says_so_to_its_readers(
    tmp_path: Path, name: str, kind: str, caption: str, is_told: bool
) -> None:
    Image.new("RGB", (60, 90)).save(tmp_path / name, xmp=SOURCE_TYPE.format(kind=kind).encode())
    (tmp_path / "photos.toml").write_text(f'["{name}"]\ncaption = "{caption}"\n', encoding="utf-8")
    told = [item for item in read_photos(tmp_path).findings if item.code == "s-048"]
    assert bool(told) is is_told


@pytest.mark.parametrize("caption", ["The quay at dawn. Photo: Ona Brill", "The quay (© Ona Brill)", "Foto: Ona Brill"])
def test_a_credit_within_a_caption_is_one(tmp_path: Path, caption: str) -> None:
    Image.new("RGB", (60, 90)).save(tmp_path / "quay.jpg")
    settings = tmp_path / "photos.toml"
    settings.write_text(f'["quay.jpg"]\ncaption = "{caption}"\n', encoding="utf-8")
    assert "c-009" not in [item.code for item in read_photos(tmp_path).findings]
    settings.write_text('["quay.jpg"]\ncaption = "Photos hang on the quay."\n', encoding="utf-8")
    assert "c-009" in [item.code for item in read_photos(tmp_path).findings]
