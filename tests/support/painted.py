"""A page that holds a colour in every kind of object that can hold one, all of them red, green and blue."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf
from PIL import Image

SIDE = 40
KINDS = (
    "operator",
    "named",
    "jpeg",
    "indexed",
    "masked",
    "form",
    "group",
    "pattern",
    "gradient",
    "radial",
    "mask",
    "type3",
)


def painted(*kinds: str) -> bytes:
    """Return a PDF of one page with objects of these kinds; without any, with all."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(300, 300))
    page.obj.TrimBox = page.obj.MediaBox
    page.obj.Resources = pdf.make_indirect(Dictionary())
    content = "".join(f"q {part} Q\n" for kind in kinds or KINDS for part in MAKERS[kind](pdf, page.obj.Resources))
    page.obj.Contents = pdf.make_stream(content.encode())
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


def add(resources: Object, kind: str, name: str, value: Object) -> None:
    if kind not in resources:
        resources[kind] = Dictionary()
    resources[kind][f"/{name}"] = value


def operator(pdf: Pdf, resources: Object) -> list[str]:
    return ["1 0.2 0 rg 0 0 40 40 re f", "0 0.4 1 RG 0 0 40 40 re S"]


def named(pdf: Pdf, resources: Object) -> list[str]:
    profile = pdf.make_stream(b"", N=3, Alternate=Name.DeviceRGB)
    add(resources, "/ColorSpace", "icc", pdf.make_indirect(Array([Name.ICCBased, profile])))
    return ["/icc cs 0.2 0.9 0.1 scn 50 0 40 40 re f"]


def photo() -> Image.Image:
    red, green = Image.linear_gradient("L"), Image.radial_gradient("L")
    return Image.merge("RGB", (red, green, red.rotate(90)))


def jpeg(pdf: Pdf, resources: Object) -> list[str]:
    data = io.BytesIO()
    photo().save(data, "JPEG", quality=95)
    picture = pdf.make_stream(b"")
    picture.write(data.getvalue(), filter=Name.DCTDecode)
    describe(picture, (256, 256), Name.DeviceRGB)
    add(resources, "/XObject", "jpeg", picture)
    return ["40 0 0 40 100 0 cm /jpeg Do"]


def describe(picture: Object, size: tuple[int, int], space: Object) -> None:
    picture.Type, picture.Subtype = Name.XObject, Name.Image
    picture.Width, picture.Height = size
    picture.BitsPerComponent, picture.ColorSpace, picture.Interpolate = 8, space, True


def indexed(pdf: Pdf, resources: Object) -> list[str]:
    picture = pdf.make_stream(bytes([0, 1, 1, 0]))
    describe(picture, (2, 2), Array([Name.Indexed, Name.DeviceRGB, 1, pikepdf.String(bytes([255, 0, 0, 0, 0, 255]))]))
    add(resources, "/XObject", "indexed", picture)
    return ["40 0 0 40 150 0 cm /indexed Do"]


def masked(pdf: Pdf, resources: Object) -> list[str]:
    mask = pdf.make_stream(bytes([255, 128, 128, 0]))
    describe(mask, (2, 2), Name.DeviceGray)
    picture = pdf.make_stream(bytes([255, 0, 0] * 4))
    describe(picture, (2, 2), Name.DeviceRGB)
    picture.SMask = mask
    add(resources, "/XObject", "masked", picture)
    return ["40 0 0 40 200 0 cm /masked Do"]


def drawing(pdf: Pdf, content: str, **more: Object) -> Object:
    """Return a form that draws `content`, in resources of its own."""
    form = pdf.make_stream(content.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, SIDE, SIDE]))
    form.Resources = Dictionary()
    for key, value in more.items():
        form[f"/{key}"] = value
    return form


def form(pdf: Pdf, resources: Object) -> list[str]:
    made = drawing(pdf, "0 1 1 rg 0 0 20 20 re f /inner Do")
    add(made.Resources, "/XObject", "inner", drawing(pdf, "1 0 1 rg 20 20 20 20 re f"))
    add(resources, "/XObject", "form", made)
    return ["1 0 0 1 0 50 cm /form Do"]


def group(pdf: Pdf, resources: Object) -> list[str]:
    mixed = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)
    add(resources, "/XObject", "group", drawing(pdf, "0 0 0 1 k 0 0 20 20 re f", Group=mixed))
    add(resources, "/ExtGState", "half", Dictionary(ca=0.5))
    return ["1 0 0 1 50 50 cm /half gs /group Do"]


def pattern(pdf: Pdf, resources: Object) -> list[str]:
    tile = drawing(pdf, "1 0 0 rg 0 0 5 5 re f", PatternType=1, PaintType=1, TilingType=1, XStep=10, YStep=10)
    del tile[Name.Subtype]
    tile.Type, tile.BBox = Name.Pattern, Array([0, 0, 10, 10])
    add(resources, "/Pattern", "tile", tile)
    return ["/Pattern cs /tile scn 100 50 40 40 re f"]


def blend(colour: list[float]) -> Object:
    return Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array(colour), C1=Array([0, 0, 1]))


def gradient(pdf: Pdf, resources: Object) -> list[str]:
    pieces = Dictionary(
        FunctionType=3,
        Domain=Array([0, 1]),
        Bounds=Array([0.5]),
        Encode=Array([0, 1, 0, 1]),
        Functions=Array([blend([1, 0, 0]), blend([0, 1, 0])]),
    )
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([150, 0, 190, 0]), Function=pieces)
    add(resources, "/Pattern", "gradient", pdf.make_indirect(Dictionary(PatternType=2, Shading=shading)))
    return ["/Pattern cs /gradient scn 150 50 40 40 re f"]


def radial(pdf: Pdf, resources: Object) -> list[str]:
    coords = Array([220, 70, 0, 220, 70, 20])
    shading = Dictionary(ShadingType=3, ColorSpace=Name.DeviceRGB, Coords=coords, Function=blend([1, 1, 0]))
    add(resources, "/Shading", "radial", pdf.make_indirect(shading))
    return ["/radial sh"]


def mask(pdf: Pdf, resources: Object) -> list[str]:
    mixed = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)
    light = drawing(pdf, "0.5 0.5 0.5 rg 0 0 40 40 re f", Group=mixed)
    soft = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=light, BC=Array([1, 1, 1]))
    add(resources, "/ExtGState", "soft", Dictionary(SMask=soft))
    return ["1 0 0 1 0 100 cm /soft gs 1 0 0 rg 0 0 40 40 re f"]


def type3(pdf: Pdf, resources: Object) -> list[str]:
    letter = pdf.make_stream(b"1000 0 d0 0 0.5 0 rg 0 0 750 750 re f")
    face = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 750, 750]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=letter),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a])),
        FirstChar=97,
        LastChar=97,
        Widths=Array([1000]),
    )
    add(resources, "/Font", "drawn", pdf.make_indirect(face))
    return ["BT /drawn 40 Tf 50 100 Td (a) Tj ET"]


MAKERS = {kind: globals()[kind] for kind in KINDS}
