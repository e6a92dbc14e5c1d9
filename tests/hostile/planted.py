"""Secrets beside the kit, and the search for them: words, names, pictures, in everything that was written or said."""

from __future__ import annotations

import email
import io
import re
import subprocess
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from email.policy import default
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw, UnidentifiedImageError

WORD, NAME, EXIF, SETTING, ENVIRONMENT, DRAWN = (
    f"qzvx{kind}{number}jkwq" for number, kind in enumerate(("wort", "nom", "lens", "knob", "luft", "ink"), start=7301)
)
WORDS = (WORD, NAME, EXIF, SETTING, ENVIRONMENT, DRAWN, "root:x:0:0")
COLOUR, NEAR = (201, 23, 167), 14  # a colour that nothing else has, and how far a JPEG may move it
GAPS = re.compile(r"[\s\-\u00ad\u200b\u2010]+")
DATA = re.compile(rb"data:image/[a-z+]+;base64,([A-Za-z0-9+/=\s]+)")
PICTURE_STARTS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\0", b"MM\0*")


def plant(folder: Path) -> None:
    """Fill a folder with secrets of every kind that a kit could ask for."""
    folder.mkdir(parents=True)
    text = f"{WORD} opens\n\nSkagen, 3 May 2026 – The {WORD} opens today.\n"
    for name in ("secret.txt", "secret.md", "secret.html", "secret.css", f"{NAME}.txt"):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "secret.toml").write_text(f'title = "{SETTING}"\n{SETTING} = 1\n', encoding="utf-8")
    (folder / "secret.csv").write_text(f"email\n{WORD}@harbour.example\n", encoding="utf-8")
    shape = f'<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><text>{WORD}</text></svg>'
    (folder / "secret.svg").write_text(shape, encoding="utf-8")
    picture = secret_picture()
    exif = Image.Exif()
    exif[0x010E], exif[0x013B] = EXIF, EXIF
    picture.save(folder / "secret.png", exif=exif)
    picture.save(folder / "secret.jpg", exif=exif, quality=95)


def secret_picture() -> Image.Image:
    """Return a picture of the secret colour with words drawn on it."""
    picture = Image.new("RGB", (640, 480), COLOUR)
    ImageDraw.Draw(picture).text((20, 20), DRAWN, fill="white")
    return picture


def found_in(data: bytes, name: str = "") -> set[str]:
    """Return the secrets in a file's bytes, and in what is inside it."""
    found: set[str] = set()
    for inner, text in faces(data, name):
        found |= {word for word in WORDS if word in GAPS.sub("", text).casefold() or word in text.casefold()}
        for form in ("utf-16-be", "utf-16-le"):
            found |= {word for word in WORDS if word.encode(form) in inner or word.encode(form).hex().encode() in inner}
        if inner.startswith(PICTURE_STARTS) and shows_secret(inner):
            found.add("the secret picture")
    return found


def faces(data: bytes, name: str) -> Iterator[tuple[bytes, str]]:
    """Yield each thing that a file holds, as bytes and as text."""
    yield data, data.decode("utf-8", "replace")
    if data.startswith(b"%PDF"):
        yield from pdf_faces(data)
    elif data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield member.filename.encode("utf-8", "replace"), member.filename
                yield from faces(archive.read(member), member.filename)
    elif name.endswith(".eml"):
        for part in email.message_from_bytes(data, policy=default).walk():
            yield b"", str(part.items())
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                yield from faces(content, part.get_filename() or "")
    for coded in DATA.findall(data):
        yield from faces(b64decode(coded), "")


def pdf_faces(data: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield a PDF's words, its streams without their compression, and its pictures."""
    text = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout
    yield b"", text.decode("utf-8", "replace")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        plain = io.BytesIO()
        pdf.save(plain, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        yield plain.getvalue(), plain.getvalue().decode("latin-1")
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
                try:
                    picture = pikepdf.PdfImage(thing).as_pil_image().convert("RGB")
                except (pikepdf.PdfError, NotImplementedError, ValueError):  # a mask, a colour space of inks
                    continue
                shown = io.BytesIO()
                picture.save(shown, "PNG")
                yield shown.getvalue(), ""


def shows_secret(data: bytes) -> bool:
    """Tell whether a twentieth of a picture or more has the secret colour."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            small = picture.convert("RGB").resize((40, 40), Image.Resampling.NEAREST)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return False
    raw = small.tobytes()
    points = zip(raw[::3], raw[1::3], raw[2::3], strict=True)
    near = sum(all(abs(a - b) <= NEAR for a, b in zip(point, COLOUR, strict=True)) for point in points)
    return near >= 80
