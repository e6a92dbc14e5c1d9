"""Pictures become ink; their transparency stays what it is."""

from __future__ import annotations

import io

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfImage, Stream
from PIL import Image

from presskit.printing.inking.objects import drop
from presskit.printing.inking.spaces import UnprintableError, space_of
from presskit.printing.inking.targets import Target
from presskit.reading.pictures.images import jpeg_in

QUALITIES = (92, 97)
INVERTED = Array([1, 0] * 4)  # as Adobe's programs began to write CMYK JPEGs, and all others do since
ABOUT_SAMPLES = (Name.Filter, Name.DecodeParms, Name.Decode, Name.ColorSpace, Name.BitsPerComponent, Name.Interpolate)


def converted_picture(pdf: Pdf, picture: Object, named: Object, target: Target) -> Object:
    """Return a picture in the target's colours; one that is already, or that is grey, as it is.

    A photo stays a JPEG, a drawing stays free of loss. Raises UnprintableError where a colour stands for transparency.
    """
    if picture.get("/ImageMask", False):
        return picture
    kind = space_of(picture.ColorSpace, named).kind
    if kind == "gray" or (kind == "cmyk" and target.mode == "CMYK"):
        picture.ColorSpace = Name.DeviceGray if kind == "gray" else Name.DeviceCMYK
        drop(picture, Name.Interpolate)
        return picture
    if isinstance(picture.get("/Mask"), Array) or kind in ("lab", "named", "pattern"):
        raise UnprintableError("a picture of an unknown kind")
    assert isinstance(picture, Stream)
    pixels = target.picture(PdfImage(picture).as_pil_image())
    made = pdf.make_stream(b"")
    for key, value in picture.stream_dict.items():
        if key not in ABOUT_SAMPLES and key != "/Length":
            made[key] = value
    photo = _jpeg(pixels, target) if _is_photo(picture) else None
    return _written(made, pixels, photo)


def _jpeg(pixels: Image.Image, target: Target) -> bytes | None:
    """Return a photo as JPEG; None where its losses would bring more ink than allowed into the picture."""
    for quality in QUALITIES:
        data = io.BytesIO()
        pixels.save(data, "JPEG", quality=quality, optimize=True)
        with jpeg_in(data.getvalue()) as seen:
            if target.is_within_limit(seen):
                return data.getvalue()
    return None


def _written(made: Object, pixels: Image.Image, photo: bytes | None) -> Object:
    made.ColorSpace = Name.DeviceCMYK if pixels.mode == "CMYK" else Name.DeviceGray
    made.BitsPerComponent = 8
    if photo is None:
        made.write(pixels.tobytes())
        return made
    made.write(photo, filter=Name.DCTDecode)
    if pixels.mode == "CMYK":
        made.Decode = INVERTED
    return made


def _is_photo(picture: Object) -> bool:
    filters = picture.get("/Filter")
    return filters == Name.DCTDecode or (isinstance(filters, Array) and Name.DCTDecode in list(filters))


def mask_of(state: Object) -> Object | None:
    """Return the soft mask of a graphics state, None without one."""
    mask = state.get("/SMask")
    return mask if isinstance(mask, Dictionary) else None
