"""Readers, settings, lists and checks on bytes that nobody wrote: they raise nothing but presskit's own errors, soon.

By hand, for as long as you like; what is found is written to a folder, a file each:

    .venv/bin/python -m tests.hostile.fuzz --minutes 60 --found /tmp/found

The suite runs each property a few times, always with the same bytes (test_readers.py).
"""

from __future__ import annotations

import argparse
import io
import itertools
import re
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from presskit import gate
from presskit.checking.archive import check_archive
from presskit.checking.pdf import check_pdf
from presskit.checking.preflight import preflight
from presskit.checking.promises import Promises
from presskit.composing.parts.bounds import Bounds
from presskit.composing.parts.parts import ComposedPart
from presskit.composing.pictures.shapes import shape_of
from presskit.errors import PresskitError, StoppedError
from presskit.importing.composing import Target, compose_post
from presskit.linking.linker import link
from presskit.linking.parts import LinkablePart
from presskit.reading.formats.encodings import NAMES
from presskit.reading.formats.exports import read_export
from presskit.reading.formats.kinds import BY_NAME, FOREIGN
from presskit.reading.lists.recipients import read_recipients
from presskit.rendering.fontlist import use_own_typefaces
from presskit.resources import PACKAGE
from presskit.settings import read_brand, read_kit_settings
from presskit.sorting.take import take
from presskit.sorting.taken import Wish
from presskit.unpacking.extracting import extract
from tests.hostile.exchange import OLD_WORD, feed, mail, opendocument, outlook, rich_text, wxr
from tests.hostile.files import exif, paragraph, sheet, word, zipped
from tests.hostile.inputs import BRAND, HONEST, KIT, LOGO, PHOTOS, RELEASE, photo
from tests.support import reading
from tests.support.encrypted import LOCKS, encrypted
from tests.support.small_pdf import SmallPart, small_pdf

NUMBER = re.compile(r"-?\d+")
PATIENCE_S = 20  # of CPU, for one input of a few kB
PAGE = (
    "<html><head><title>It opens</title></head><body><article><h1>The harbour opens</h1><p>HAVNEBY, 12 May 2026 – It "
    "opens <b>today</b>.</p><ul><li>a</li></ul><table><tr><td>41</td><td>ships</td></tr></table></article></body>"
)
STYLED = (
    "<html lang=en><head><title>a</title><style>@page{size:200pt 300pt;margin:20pt}p{column-count:2;margin:1pt}h1{"
    f"break-before:page;string-set:a content()}}</style></head>{PAGE.partition('</head>')[2]}"
).replace("<p>", '<p id="a"><a href="#a">see</a> <a href="kit:b">facts</a> ')
OLD_TEXT = "Der Hafen öffnet\n\nHÅVNEBY, 12. Mai 2026 – „Wir haben gewartet“, sagte Zoë Müller. Niño, déjà, 5 €.\n" * 3
# Words that readers look at twice; spliced in wherever it pleases.
TOKENS = (
    *tuple(
        word.encode()
        for word in (
            *(
                "---\n",
                "\n\n",
                "\r",
                "\x00",
                "\ufeff",
                "\u2028",
                "\u202e",
                "“",
                "”",
                "«",
                "###",
                "# ",
                "* ",
                "1. ",
                "> ",
                "| ",
                "|-|",
            ),
            *(
                "```",
                "<!--",
                "-->",
                "<![CDATA[",
                "&#0;",
                "&amp;",
                "&#xD800;",
                "<table>",
                "</td>",
                "<tr>",
                "<p>",
                "<div>",
            ),
            *("EMBARGOED UNTIL ", "12 May 2026", "31 February 2026", "9 am EDT", "CONTACT: ", "Tel. +1 202 555 0143"),
            *(
                "said Ada Thorn",
                "a@b.example",
                "https://a.example/",
                "javascript:",
                "![a](b.png)",
                "[a][b]",
                "[b]: c",
                "[^1]",
            ),
            *(
                "[[contacts]]",
                "title = ",
                "date: ",
                "&a ",
                "*a",
                "!!binary ",
                "!!timestamp ",
                "{",
                "}",
                "[",
                "]",
                '"""',
                "'",
            ),
            *(
                "<w:p>",
                "</w:p>",
                "<w:tbl>",
                "<w:del>",
                "<w:ins>",
                '<w:numId w:val="9"/>',
                "<w:br/>",
                "w:val",
                '"-1"',
                "1e999",
            ),
            *(
                "nan",
                "0",
                "-1",
                "99999999999999999999",
                "0000-00-00",
                "2026-13-45",
                "obj",
                "endobj",
                "stream",
                "endstream",
                "/Kids",
            ),
            *(
                "{display:grid}",
                "{float:left}",
                "{position:absolute}",
                "1e9pt",
                "auto",
                "<svg>",
                "<img alt=a src=b>",
                "colspan=9",
                "<<",
                ">>",
                "R",
                "/Length",
                "/Type",
                "/Parent",
                "xref",
                "/Filter/FlateDecode",
                "BT",
                "Tj",
                "Do",
                "q",
                "Q",
                "cm",
            ),
        )
    ),
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\x1b[",
    b"\xff\xd8",
    b"PK\x03\x04",
)


def edit(data: bytes, edits: list[tuple[int, float, int, bytes, int]]) -> bytes:
    """Return bytes with pieces taken out, doubled, put in, written over, moved.

    edits: kind, place from 0 to 1, length, words, times.
    """
    for kind, share, length, words, times in edits:
        place = int(share * len(data))
        end = place + length
        if kind == 0:
            data = data[:place] + data[end:]
        elif kind == 1:
            data = data[:place] + data[place:end] * times + data[end:]
        elif kind == 2:
            data = data[:place] + words * times + data[place:]
        elif kind == 3:
            data = data[:place] + words + data[place + len(words) :]
        else:
            data = data[:place] + data[end:] + data[place:end]
    return data[:200_000]


EDITS = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.floats(0, 1),
        st.integers(1, 60),
        st.sampled_from(TOKENS) | st.binary(min_size=1, max_size=4),
        st.sampled_from((1, 1, 1, 2, 3, 50)),
    ),
    max_size=9,
)


def edited(*seeds: bytes) -> st.SearchStrategy[bytes]:
    """Return any bytes near honest ones."""
    return st.builds(edit, st.sampled_from(seeds), EDITS)


def unpacked_beside(path: Path) -> None:
    """Unpack a ZIP into a new folder."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        extract(path, Path(folder))


def edited_parts(*seeds: bytes) -> st.SearchStrategy[bytes]:
    """Return ZIPs of which one part was edited, or the whole was."""

    def change(data: bytes, choice: int, edits: list[tuple[int, float, int, bytes, int]]) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = sorted(parts)[choice % len(parts)]
        return zipped(parts | {name: edit(parts[name], edits)})

    return st.builds(change, st.sampled_from(seeds), st.integers(0, 99), EDITS) | edited(*seeds)


def edited_main(name: str, *seeds: bytes) -> st.SearchStrategy[bytes]:
    """Return ZIPs of which this part was edited."""

    def change(data: bytes, edits: list[tuple[int, float, int, bytes, int]]) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {inner: archive.read(inner) for inner in archive.namelist()}
        return zipped(parts | {name: edit(parts[name], edits)})

    return st.builds(change, st.sampled_from(seeds), EDITS)


def pdfs() -> tuple[bytes, ...]:
    """Return a small PDF, as it is and with each lock."""
    return (one_pdf(), *(encrypted(one_pdf(), lock) for lock in LOCKS))


def one_pdf() -> bytes:
    """Return a small PDF with all that presskit asks of one."""
    return small_pdf([SmallPart("A release", ("It opens", "today")), SmallPart("Facts", ("41 ships",))]).bytes()


def any_file() -> st.SearchStrategy[bytes]:
    """Return bytes that are nothing, and bytes near the files of every format."""
    seeds = (opendocument(), rich_text(), one_pdf(), mail(), outlook(), wxr(), feed(), word(), PAGE.encode())
    return st.binary(max_size=2000) | edited(*seeds, RELEASE.encode(), RELEASE.encode("utf-16"))


@dataclass(frozen=True)
class Property:
    """A file of this name, bytes for it, and what is done with it."""

    file: str
    data: Callable[[], st.SearchStrategy[bytes]]
    act: Callable[[Path], object]


def laid_out_and_linked(path: Path) -> object:
    """Lay out a page as a brand's template could be, and link it with another."""
    from presskit.rendering.engine import render  # noqa: PLC0415  (it imports the page engine)
    from presskit.rendering.fetcher import Reach  # noqa: PLC0415
    from tests.support.linked import FACES, METADATA  # noqa: PLC0415

    part = ComposedPart("a", "release", "Facts", "en", path.read_text("utf-8", "replace"))
    pdf = render(part, Reach(), 1.0, Bounds(200, 300, 0, 50)).pdf
    return link([LinkablePart(name, "Facts", "en", pdf) for name in ("a", "b")], None, METADATA, FACES)


def taken_up(path: Path) -> object:
    """Read a text as a folder's are: told what it is, and read as that."""
    return take(Wish(path, path.parent), "en", "US")


def imported(path: Path) -> object:
    """Import every post of a blog's export or feed, each as Markdown."""
    export = read_export(path, path.read_bytes())
    target = Target(path.parent / "kit", "en", "US")
    return [compose_post(post, path, export.language, target) for post in export.posts]


PROPERTIES: Mapping[str, Property] = {
    "a release as text": Property(
        "a.txt", lambda: edited(RELEASE.encode(), HONEST["list.csv"].encode()), reading.read_release
    ),
    "a release as Markdown": Property("a.md", lambda: edited(RELEASE.encode()), reading.read_release),
    "a release as web page": Property("a.html", lambda: edited(PAGE.encode()), reading.read_release),
    "a release as Word file": Property(
        "a.docx", lambda: edited_parts(word(), word(paragraph("a"))), reading.read_release
    ),
    "a Word file's text": Property(
        "a.docx",
        lambda: edited_main("word/document.xml", word(paragraph("CONTACT: Ada Thorn, a@b.example") * 3)),
        reading.read_release,
    ),
    "a factsheet": Property(
        "factsheet.md", lambda: edited(HONEST["kit/factsheet.md"].encode()), reading.read_factsheet
    ),
    "a biography": Property("ada.md", lambda: edited(HONEST["kit/bios/ada.md"].encode()), reading.read_biography),
    "a text about us": Property("boilerplate.txt", lambda: edited(RELEASE.encode()), reading.read_boilerplate),
    "kit.toml": Property("kit.toml", lambda: edited(KIT.encode()), lambda path: read_kit_settings(path.parent)),
    "brand.toml": Property("brand.toml", lambda: edited(BRAND.encode()), lambda path: read_brand(path.parent, "Us")),
    "photos.toml": Property(
        "photos.toml", lambda: edited(PHOTOS.encode()), lambda path: reading.read_photos(path.parent)
    ),
    "a photo": Property(
        "quay.jpg", lambda: edited(photo(60, 40), exif("a quay"), photo(60, 40, "TIFF")), reading.read_photo
    ),
    "a PNG": Property("quay.png", lambda: edited(photo(60, 40, "PNG"), photo(60, 40, "WEBP")), reading.read_photo),
    "a logo": Property("logo.svg", lambda: edited(LOGO.format('<path d="M0 0L9 9"/>').encode()), shape_of),
    "a list": Property("list.csv", lambda: edited(HONEST["list.csv"].encode()), read_recipients),
    "an Excel list": Property(
        "list.xlsx", lambda: edited_parts(sheet([["email", "name"], ["kit@radio.example", "Kit"]])), read_recipients
    ),
    "a PDF to check": Property("a.pdf", lambda: edited(*pdfs()), lambda path: check_pdf(path.read_bytes())),
    "a PDF to print": Property("a.pdf", lambda: edited(*pdfs()), lambda path: preflight(path.read_bytes(), "shop")),
    "a page to link": Property("a.htm", lambda: edited(STYLED.encode()), laid_out_and_linked),
    **{
        f"any file named {suffix}": Property(f"Harbour opens{suffix}", any_file, taken_up)
        for suffix in sorted({*BY_NAME, *FOREIGN, ""})
    },
    "OpenDocument": Property("a.odt", lambda: edited_main("content.xml", opendocument()), taken_up),
    "OpenDocument's package": Property("a.odt", lambda: edited_parts(opendocument()), taken_up),
    "Rich Text": Property("a.rtf", lambda: edited(rich_text()), taken_up),
    "a finished PDF as a text": Property("a.pdf", lambda: edited(*pdfs()), taken_up),
    "a saved mail": Property("a.eml", lambda: edited(mail()), taken_up),
    "a mail that Outlook saved": Property("a.msg", lambda: edited(outlook()), taken_up),
    "an old Word file": Property("a.doc", lambda: edited(outlook(), OLD_WORD), taken_up),
    "a blog's export": Property("a.xml", lambda: edited(wxr(), feed()), imported),
    "a text of any encoding": Property(
        "a.txt",
        lambda: edited(*(OLD_TEXT.encode(name, "replace") for name in (*NAMES, "utf-16", "utf-32", "utf-7"))),
        taken_up,
    ),
    "a ZIP to check": Property(
        "a.zip",
        lambda: edited_parts(zipped({"kit/a.txt": "a", "kit/kit.pdf": one_pdf()})),
        lambda path: check_archive(path, Promises()),
    ),
    "a ZIP to unpack": Property(
        "a.zip", lambda: edited(zipped({"kit/a.txt": "a" * 99, "kit/é.jpg": photo(6, 4)})), unpacked_beside
    ),
}


@dataclass
class Found:
    """What was tried and what fell: each place in presskit once, with the bytes that led there."""

    tried: int = 0
    longest_s: float = 0.0
    falls: dict[str, tuple[str, bytes]] = field(default_factory=dict)


@contextmanager
def patience() -> Iterator[None]:
    """End what works too long, as a TimeoutError where it is."""

    def end(number: int, frame: object) -> None:
        raise TimeoutError(f"it took longer than {PATIENCE_S} s")

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def attempt(name: str, data: bytes, folder: Path, found: Found) -> None:
    """Hold one property to one file; what falls is written down, and the next is tried."""
    tried = PROPERTIES[name]
    path = folder / tried.file
    path.write_bytes(data)
    begun = time.process_time()
    try:
        with gate.opened(folder), patience():
            tried.act(path)
    except (PresskitError, StoppedError, RecursionError):  # the last two are told by the workers, with the file
        pass
    except Exception as error:  # noqa: BLE001  (whatever falls is what is looked for)
        frames = [
            frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(PACKAGE)
        ]
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "elsewhere"
        found.falls.setdefault(
            f"{name}: {type(error).__name__} in {place}: {NUMBER.sub('#', str(error))[:80]}", (tried.file, data)
        )
    finally:
        path.unlink()
    found.tried += 1
    found.longest_s = max(found.longest_s, time.process_time() - begun)


@cache
def strategy(name: str) -> st.SearchStrategy[bytes]:
    """Return the bytes of a property, made once."""
    return PROPERTIES[name].data()


def run(name: str, times: int, number: int, folder: Path) -> Found:
    """Try a property so many times; equal numbers try equal bytes."""
    found = Found()

    @seed(number)
    @settings(
        max_examples=times,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy(name))
    def each(data: bytes) -> None:
        attempt(name, data, folder, found)

    each()
    return found


def main() -> None:
    """Run all properties in turn until the time is over; print what was tried and what fell."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--minutes", type=float, default=60.0)
    words.add_argument("--found", type=Path, default=Path("found"))
    words.add_argument("--times", type=int, default=100)
    given_words = words.parse_args()
    use_own_typefaces()
    end, total = time.monotonic() + 60 * given_words.minutes, Found()
    given_words.found.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for number in itertools.count():
            for name in PROPERTIES:
                if time.monotonic() > end:
                    return
                found = run(name, given_words.times, number, Path(folder))
                total.tried += found.tried
                total.longest_s = max(total.longest_s, found.longest_s)
                for fall, (file, data) in found.falls.items():
                    if fall not in total.falls:
                        total.falls[fall] = (file, data)
                        (given_words.found / f"{len(total.falls):03}-{file}").write_bytes(data)
                        sys.stdout.write(f"{len(total.falls):03} {fall}\n")
            told = f"{total.tried} tried, {len(total.falls)} fell, longest {total.longest_s:.1f} s of CPU"
            sys.stdout.write(f"round {number}: {told}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
