from __future__ import annotations

from io import BytesIO

import pikepdf

from presskit.linking.images import share_images
from presskit.linking.linker import link
from presskit.linking.resources import drawing
from tests.support.linked import FACES, METADATA, Sample


def images(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    found = (item for _, resources in drawing(pdf) for _, item in resources.get("/XObject", {}).items())
    return {item.objgen for item in found if item.Subtype == "/Image"}


def test_a_picture_in_two_parts_is_kept_once(sample: Sample, linked: pikepdf.Pdf) -> None:
    assert [len(images(pikepdf.open(BytesIO(part.pdf)))) for part in sample.parts] == [0, 1, 1]
    assert len(images(linked)) == 1


def test_pictures_that_differ_in_their_mask_or_size_are_two() -> None:
    pdf = pikepdf.new()
    mask, other_mask = (image(pdf, b"\x00" * 4, Width=4), image(pdf, b"\xff" * 4, Width=4))
    pictures = {
        "/A": image(pdf, b"1234", Width=4, SMask=mask),
        "/B": image(pdf, b"1234", Width=4, SMask=image(pdf, b"\x00" * 4, Width=4)),
        "/C": image(pdf, b"1234", Width=4, SMask=other_mask),
        "/D": image(pdf, b"1234", Width=2),
    }
    pdf.add_blank_page()
    pdf.pages[0].obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(pictures))
    share_images(pdf)
    kept = pdf.pages[0].obj.Resources.XObject
    assert kept.A.objgen == kept.B.objgen
    assert len(images(pdf)) == 3


def image(pdf: pikepdf.Pdf, data: bytes, **entries: object) -> pikepdf.Stream:
    return pdf.make_stream(data, Subtype=pikepdf.Name.Image, **entries)


def test_a_page_carries_only_what_it_draws_with(linked: pikepdf.Pdf) -> None:
    with_pictures = [
        index
        for index, page in enumerate(linked.pages)
        if any(x.Subtype == "/Image" for x in page.obj.Resources.XObject.values())
    ]
    assert with_pictures == [4, 6]
    assert list(linked.pages[5].obj.Resources.Font) != list(linked.pages[0].obj.Resources.Font)


def test_pages_without_stamps_need_no_pictures(sample: Sample) -> None:
    with pikepdf.open(BytesIO(link(sample.parts, (), METADATA, FACES).pdf)) as pdf:
        assert "/XObject" not in pdf.pages[0].obj.Resources
