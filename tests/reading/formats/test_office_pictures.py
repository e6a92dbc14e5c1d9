"""Pictures in Rich Text and OpenDocument: found inside the file, cropped as there, with the words about them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from presskit.reading.formats.opening import OpenedSource, open_source
from presskit.reading.pictures.images import size_of
from presskit.reading.pictures.in_rich_text import pictures_in
from presskit.reading.pictures.in_texts import find_picture, names_in
from tests.support.office_files import odt
from tests.support.reading import read_release

LINE = rb"\pard Larkin harbour buys a barge\par "
GOALS = rb"\picwgoal6000\pichgoal4500"


def picture(form: str = "PNG", dots: int | None = None) -> bytes:
    file = BytesIO()
    given = {"dpi": (dots, dots)} if dots else {}
    Image.linear_gradient("L").resize((400, 300)).convert("RGB").save(file, form, **given)
    return file.getvalue()


PNG, JPEG = picture(), picture("JPEG")
HEX = PNG.hex().encode()


def rtf(path: Path, body: bytes) -> OpenedSource:
    path.write_bytes(rb"{\rtf1\ansi\uc0 " + LINE + body + rb"\pard The end of it.\par }")
    return open_source(path)


def shown(opened: OpenedSource, path: Path) -> list[tuple[str, tuple[int, int] | None]]:
    """Return each picture of a text, with its size as a page shows it."""
    names = [name for block in opened.text.blocks for name in names_in(block)]
    found = [find_picture(name, path) for name in names]
    return [(one.name, size_of(one)) for one in found if one]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (rb"{\pict\jpegblip" + GOALS + b" " + JPEG.hex().encode() + b"}", "jpg"),
        (rb"{\*\shppict{\pict{\*\picprop\shplid1}\pngblip{\*\blipuid 01ff}" + b"\n" + HEX + rb"}}", "png"),
        (rb"{\pict\pngblip \bin%d " % len(PNG) + PNG + b"}", "png"),
        (rb"{\shp{\*\shpinst{\sp{\sn pib}{\sv {\pict\pngblip " + HEX + rb"}}}}}", "png"),
    ],
)
@pytest.mark.parametrize("suffix", [".rtf", ".doc"])
def test_a_picture_in_rich_text_is_found_inside_it(tmp_path: Path, words: bytes, kind: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    opened = rtf(path, rb"\pard " + words + rb"\par ")
    assert shown(opened, path) == [(f"image1.{kind}", (400, 300))]
    assert [block.text for block in opened.text.blocks if block.text] == [
        "Larkin harbour buys a barge",
        "The end of it.",
    ]
    assert [item.code for item in read_release(path).findings if item.code in ("c-014", "c-028")] == []


SHAPE_CROP = rb"{\*\picprop{\sp{\sn cropFromLeft}{\sv 32768}}{\sp{\sn cropFromBottom}{\sv 21845}}}"


@pytest.mark.parametrize("crop", [GOALS + rb"\piccropl3000\piccropb1500\piccropr-200", SHAPE_CROP])
def test_what_is_cut_away_in_rich_text_is_shown_to_nobody(tmp_path: Path, crop: bytes) -> None:
    path = tmp_path / "a.rtf"
    opened = rtf(path, rb"\pard {\pict" + crop + rb"\pngblip " + HEX + rb"}\par ")
    assert [size for _, size in shown(opened, path)] in ([(200, 200)], [(200, 201)])


def test_the_description_of_a_picture_in_rich_text_is_read_and_none_is_made_up(tmp_path: Path) -> None:
    said = rb"{\*\picprop{\sp{\sn wzDescription}{\sv The barge \u8211  at Qu\'e9bec}}}"
    one = rtf(tmp_path / "a.rtf", rb"\pard {\pict" + said + rb"\pngblip " + HEX + rb"}\par ")
    none = rtf(tmp_path / "b.rtf", rb"\pard {\pict\pngblip " + HEX + rb"}\par ")
    assert 'alt="The barge – at Québec"' in one.text.blocks[1].html
    assert 'alt=""' in none.text.blocks[1].html


def test_descriptions_in_another_alphabet_are_read_and_no_picture_takes_anothers_place(tmp_path: Path) -> None:
    """The same picture twice with two descriptions, then another one: they are counted alike wherever they are read."""

    def described(words: str, data: bytes) -> bytes:
        said = "".join(f"\\'{byte:02x}" for byte in words.encode("cp1251")).encode()
        return rb"\pard {\pict{\*\picprop{\sp{\sn wzDescription}{\sv " + said + rb"}}}\pngblip " + data + rb"}\par "

    path, other = tmp_path / "a.rtf", BytesIO()
    Image.new("RGB", (60, 40)).save(other, "PNG")
    body = described("Баржа", HEX) + described("Причал", HEX) + described("Мост", other.getvalue().hex().encode())
    path.write_bytes(rb"{\rtf1\ansi\ansicpg1251\uc0 " + LINE + body + rb"\pard The end of it.\par }")
    opened = open_source(path)
    assert [size for _, size in shown(opened, path)] == [(400, 300), (400, 300), (60, 40)]
    html = "".join(block.html for block in opened.text.blocks)
    assert 'alt="Причал"' in html
    assert 'alt="Мост"' in html


def test_a_picture_of_another_kind_is_told_and_copies_of_it_are_not(tmp_path: Path) -> None:
    drawing = rb"{\pict\wmetafile8\picw400\pich300 010009000003}"
    opened = rtf(tmp_path / "a.rtf", rb"\pard " + drawing + rb"\par ")
    assert [item.code for item in opened.findings] == ["c-028"]
    both = rb"\pard {\*\shppict{\pict\pngblip " + HEX + rb"}}{\nonshppict" + drawing + rb"}\par "
    assert rtf(tmp_path / "b.rtf", both).findings == ()
    assert rtf(tmp_path / "c.rtf", rb"{\header\pard " + drawing + rb"\par}").findings == ()  # of the letterhead


@pytest.mark.parametrize("data", [rb"{\pict", rb"{\pict\bin99 }", rb"}{\pict\pngblip zz\piccropl" + b"9" * 5000, b""])
def test_what_is_no_picture_does_no_harm(data: bytes) -> None:
    assert [one for one in pictures_in(data) if one.data and one.kind] == []


FRAME = (
    "<text:p>Below. <draw:frame draw:style-name='{}'><draw:image xlink:href='Pictures/a.png'/>"
    "<svg:title>T</svg:title><svg:desc>The barge at the quay</svg:desc></draw:frame></text:p>"
)
CLIP = "<style:style style:name='cut' style:family='graphic'><style:graphic-properties fo:clip='{}'/></style:style>"


@pytest.mark.parametrize(
    ("clip", "dots", "size"),
    [
        ("rect(0cm, 1in, 0cm, 0cm)", None, (304, 300)),
        ("rect(0cm 5.08cm 1in 0cm)", 100, (200, 200)),
        ("rect(auto, auto, auto, auto)", None, (400, 300)),
        ("rect(-1cm, 0cm, 0cm, 25.4mm)", 100, (300, 300)),
        ("none", None, (400, 300)),
    ],
)
def test_a_picture_of_opendocument_is_shown_as_it_is_cropped(
    tmp_path: Path, clip: str, dots: int | None, size: tuple[int, int]
) -> None:
    data = {"a.png": picture(dots=dots)}
    path = odt(tmp_path / "a.odt", FRAME.format("cut"), automatic=CLIP.format(clip), pictures=data)
    opened = open_source(path)
    [(_, shown_px)] = shown(opened, path)
    assert shown_px == pytest.approx(size, abs=1)
    assert 'alt="The barge at the quay"' in "".join(block.html for block in opened.text.blocks)


@pytest.mark.parametrize(
    ("transform", "look", "size", "is_changed"),
    [
        ("rotate (1.5707963267949) translate (2cm, 3cm)", "", (300, 400), True),
        ("rotate (-3.14159)", "", (400, 300), True),
        ("rotate (0.2)", "", (400, 300), False),
        ("", "style:mirror='horizontal'", (400, 300), True),
        ("", "style:mirror='none'", (400, 300), False),
        ("", "draw:color-mode='greyscale'", (400, 300), True),
    ],
)
def test_a_picture_of_opendocument_is_shown_as_it_is_turned(
    tmp_path: Path, transform: str, look: str, size: tuple[int, int], *, is_changed: bool
) -> None:
    frame = FRAME.format("cut").replace("<draw:frame", f"<draw:frame draw:transform='{transform}'")
    style = CLIP.format("none").replace("fo:clip", f"{look} fo:clip")
    path = odt(tmp_path / "a.odt", frame, automatic=style, pictures={"a.png": picture()})
    opened = open_source(path)
    [(_, shown_px)] = shown(opened, path)
    assert shown_px == size
    assert ("cropped-0-0-0-0-" in "".join(block.html for block in opened.text.blocks)) == is_changed


def test_one_picture_is_shown_whole_and_cropped_and_a_damaged_one_is_told(tmp_path: Path) -> None:
    twice = FRAME.format("cut") + FRAME.format("whole")
    clip = CLIP.format("rect(0cm, 1in, 0cm, 0cm)")
    path = odt(tmp_path / "a.odt", twice, automatic=clip, pictures={"a.png": PNG})
    assert [size for _, size in shown(open_source(path), path)] == [(304, 300), (400, 300)]
    path = odt(tmp_path / "b.odt", twice, automatic=clip, pictures={"a.png": b"no picture"})
    assert [item.code for item in open_source(path).findings] == ["c-028", "c-028"]
