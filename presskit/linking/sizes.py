"""What a finished PDF's bytes are spent on."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Stream


def typeface_bytes(pdf: bytes) -> int:
    """Return how many bytes of a PDF are typefaces."""
    with pikepdf.open(BytesIO(pdf)) as document:
        descriptors = [one for one in document.objects if isinstance(one, Dictionary) and Name.FontDescriptor in one]
        files = {
            file.objgen: file
            for one in descriptors
            for key in ("/FontFile", "/FontFile2", "/FontFile3")
            for file in [one.FontDescriptor.get(key)]
            if isinstance(file, Stream)
        }
        return sum(len(file.read_raw_bytes()) for file in files.values())
