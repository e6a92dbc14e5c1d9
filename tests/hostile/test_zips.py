"""ZIPs that somebody sent, made to harm whoever unpacks them: each is refused in a sentence, and nothing is left."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence

import pytest

from tests.hostile.files import bomb, zipped
from tests.hostile.inputs import ANY, FINE, OUTPUT, RELEASE, SETTINGS, SOURCE, Input, in_turn, link, photo, put
from tests.hostile.trial import Trials

RUN = (
    "build a.zip -o out/kit.pdf ; inspect a.zip ; check a.zip ; mail a.zip -o out/drafts ; import a.zip --into new/kit"
)
NAMED = "a.zip"
KIT = {"releases/a.md": RELEASE, "photos/quay.jpg": photo(600, 400)}
LOCAL, LISTED, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
FLAGS, METHOD, PACKED, SIZE, EXTRA, MADE_BY, MODE, OFFSET = 8, 10, 20, 24, 30, 5, 38, 42  # in an entry of the list


def with_names(*names: str, flags: int = 0x800) -> bytes:
    """Return a ZIP of releases under these names, whatever they are."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive, warnings.catch_warnings(action="ignore"):  # of a name that stands twice
        for number, name in enumerate(names):
            entry = zipfile.ZipInfo(f"{number}.md")
            entry.filename = name
            entry.flag_bits = flags
            archive.writestr(entry, RELEASE)
    return data.getvalue()


def of_kind(mode: int, content: str) -> bytes:
    """Return a ZIP in which a file is said to be of another kind."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        entry = zipfile.ZipInfo("b.md")
        entry.create_system, entry.external_attr = 3, mode << 16
        archive.writestr("a.md", RELEASE)
        archive.writestr(entry, content)
    return data.getvalue()


def edited(*edits: tuple[int, bytes]) -> bytes:
    """Return an honest ZIP with bytes of its list's first entry changed, each from a place on."""
    data = bytearray(zipped(KIT))
    first = data.index(LISTED)
    for place, content in edits:
        data[first + place : first + place + len(content)] = content
    return bytes(data)


def number(value: int, kind: str = "<I") -> bytes:
    return struct.pack(kind, value)


def with_lists(times: int) -> bytes:
    """Return a ZIP whose list names one file again and again, under other names: it unpacks to many times itself."""
    data = zipped({"0000.md": RELEASE * 1000})
    begin, end = data.index(LISTED), data.index(END)
    entry = data[begin:end]
    entries = b"".join(entry.replace(b"0000.md", b"%04d.md" % at) for at in range(times))
    closing = bytearray(data[end:])
    closing[8:12], closing[12:16] = struct.pack("<HH", times, times), number(len(entries))
    return data[:begin] + entries + bytes(closing)


def with_zip64(size: int) -> bytes:
    """Return a ZIP in which a record for large files says that a small one is large."""
    data = bytearray(with_names("a.md"))
    first, end = data.index(LISTED), data.index(END)
    extra = struct.pack("<HHQ", 1, 8, size)
    data[first + SIZE : first + SIZE + 4] = b"\xff" * 4
    data[first + EXTRA : first + EXTRA + 2] = number(len(extra), "<H")
    data[end:end] = extra
    end += len(extra)
    data[end + 12 : end + 16] = number(end - first)
    return bytes(data)


def with_second_name(first: str, second: str, says: bytes = b"") -> bytes:
    """Return a ZIP of a release with two names: the one of old programs, and the one that is read instead.

    says: the name of which the second says that it stands behind it, where that is not the first.
    """
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        entry = zipfile.ZipInfo(first)
        field = struct.pack("<BI", 1, zlib.crc32(says or first.encode())) + second.encode()
        entry.extra = struct.pack("<HH", 0x7075, len(field)) + field
        archive.writestr(entry, RELEASE)
    return data.getvalue()


def with_dictionary(name: str, size: int) -> bytes:
    """Return a ZIP in which one small file asks for so many bytes of memory before it unpacks."""
    data = bytearray(zipped({name: RELEASE, **KIT}, zipfile.ZIP_LZMA))
    place = data.index(name.encode()) + len(name) + len(b"\x09\x04\x05\x00]")
    data[place : place + 4] = number(size)
    return bytes(data)


def with_comment(comment: bytes) -> bytes:
    """Return an honest ZIP with a comment at its end."""
    data = io.BytesIO(zipped(KIT))
    with zipfile.ZipFile(data, "a") as archive:
        archive.comment = comment
    return data.getvalue()


def in_one_another(depth: int) -> bytes:
    """Return a ZIP in a ZIP in a ZIP, each with a release beside."""
    data = zipped(KIT)
    for _ in range(depth):
        data = zipped({"again.zip": data, **KIT})
    return data


def with_end(place: int, content: bytes) -> bytes:
    """Return an honest ZIP with bytes of its last record changed."""
    data = bytearray(zipped(KIT))
    end = data.index(END)
    data[end + place : end + place + len(content)] = content
    return bytes(data)


def zip_of(name: str, content: bytes | Callable[[], bytes], says: str, codes: frozenset[int] = SOURCE) -> Input:
    """Return an input: a ZIP that somebody sent, and what must be said of it."""
    return Input(name, put("a.zip", content), RUN, codes, f"{NAMED} .*{says}")


def fine(name: str, content: Callable[[], bytes]) -> Input:
    """Return an input: a strange ZIP that holds an honest kit, of which every command makes what it makes."""
    return Input(name, put("a.zip", content), RUN, FINE)


def names(name: str, *held: str, says: str) -> Input:
    """Return an input of a ZIP that holds files of these names."""
    return zip_of(name, lambda: with_names(*held), says)


OUT, DISK, UNSEEN, ONE = "leads out of the ZIP", "another computer's disk", "signs that nobody sees", "one name on many"
DAMAGED, INSIDE = "it is damaged, or is no ZIP", "lie inside one another"
UNREAD = SOURCE | {8}  # check, which cannot tell what kind of ZIP it is, says what is wrong with the file
INPUTS: Sequence[Input] = [
    names("a name with dots", "a.md", "../../outside/b.md", says=OUT),
    names("a name with dots inside", "a.md", "releases/../../b.md", says=OUT),
    names("a name of dots alone", "a.md", "..", says=OUT),
    names("a name from the root", "a.md", "/etc/presskit.md", says=OUT),
    names("a name from the network", "a.md", "//server/share/b.md", says=OUT),
    names("a name of a disk", "a.md", "C:/Windows/b.md", says=DISK),
    names("a name of a disk without a folder", "a.md", "c:b.md", says=DISK),
    names("a name with backslashes", "a.md", "..\\..\\b.md", says=DISK),
    names("a name of a device", "a.md", "releases/NUL.md", says="of a device"),
    names("a name with a line feed", "a.md", "b\nReady to send.md", says=UNSEEN),
    names("a name that a terminal obeys", "a.md", "b\x1b[2J.md", says=UNSEEN),
    names("a name that is turned around", "a.md", "b\u202efdp.md", says=UNSEEN),
    names("a name with a null", "a.md", "b.md\0.jpg", says=UNSEEN),
    names("a name of 5,000 letters", "a.md", f"{'b' * 5_000}.md", says="longer than computers take"),
    names("a name of 2,000 folders", "a.md", f"{'b/' * 2_000}b.md", says="characters in one name"),
    names("a name of 400 folders", "a.md", f"{'b/' * 400}b.md", says="folders inside one another"),
    names("a name twice", "a.md", "a.md", says="stands in it twice"),
    names("a name in other letters", "a.md", "A.md", says=ONE),
    names("a name with other accents", "é.md", "e\u0301.md", says=ONE),
    names("a folder in other letters", "Releases/a.md", "releases/b.md", says=ONE),
    names("a file that is a folder", "a", "a/b.md", says="a file and a folder"),
    zip_of("a link to the passwords", lambda: of_kind(0o120777, "/etc/passwd"), "a link to another place"),
    zip_of("a link to dots", lambda: of_kind(0o120777, "../../outside/secret.md"), "a link to another place"),
    zip_of("a device", lambda: of_kind(0o020666, ""), "no ordinary file"),
    zip_of("a pipe", lambda: of_kind(0o010666, ""), "no ordinary file"),
    zip_of("a socket", lambda: of_kind(0o140666, ""), "no ordinary file"),
    zip_of("a bomb of a gigabyte", lambda: bomb("a.md", 1_000_000_000), "times its own size"),
    zip_of("a bomb of eight gigabytes", lambda: bomb("a.md", 8_000_000_000), "times its own size"),
    zip_of("a bomb in a bomb", lambda: zipped({"b.zip": bomb("a.md", 1_000_000_000), **KIT}), "b.zip", ANY),
    zip_of("files inside one another", lambda: with_lists(5_000), "times its own size"),
    zip_of("two files in one", lambda: with_lists(2), INSIDE),
    zip_of("a hundred thousand files", lambda: zipped({f"{at}.md": "" for at in range(100_000)}), "100,000 files"),
    zip_of("a list of thirty MB", lambda: zipped({f"{at:060000}": "" for at in range(500)}), "30.1 MB"),
    zip_of("a size that is too small", lambda: edited((SIZE, number(10))), DAMAGED),
    zip_of("a size that is too large", lambda: edited((SIZE, number(9_000))), DAMAGED),
    zip_of("a size of four gigabytes", lambda: edited((SIZE, number(0xFFFF_FFF0))), "is too large"),
    zip_of("a packed size of four gigabytes", lambda: edited((PACKED, number(0xFFFF_FFF0))), INSIDE),
    zip_of("a place behind the end", lambda: edited((OFFSET, number(0x7FFF_FFFF))), INSIDE),
    zip_of("a method of nobody", lambda: edited((METHOD, number(77, "<H"))), "packed in a way"),
    zip_of("a locked file", lambda: edited((FLAGS, number(1, "<H"))), "locked with a password"),
    zip_of("a record that lies", lambda: with_zip64(10), DAMAGED),
    zip_of("a record of exabytes", lambda: with_zip64(1 << 62), "times its own size"),
    zip_of("a record that is missing", lambda: edited((SIZE, b"\xff" * 4)), "is too large"),
    zip_of("a list without a beginning", lambda: edited((0, b"PK\x09\x09")), DAMAGED, UNREAD),
    zip_of("a list of another place", lambda: with_end(16, number(7)), INSIDE),
    zip_of("a list of four gigabytes", lambda: with_end(12, number(0xFFFF_FFF0)), f"{DAMAGED}|is too large", UNREAD),
    zip_of("a list of none", lambda: with_end(8, bytes(8)), "There is nothing to build|", ANY),
    zip_of("a ZIP without its end", lambda: zipped(KIT)[:-40], DAMAGED, UNREAD),
    zip_of("half a ZIP", lambda: zipped(KIT)[: len(zipped(KIT)) // 2], DAMAGED, UNREAD),
    zip_of("a ZIP of nothing", b"", "it is empty", UNREAD),
    zip_of("a ZIP of noise", lambda: LOCAL + bytes(range(256)) * 400, DAMAGED, UNREAD),
    zip_of("a PDF named as a ZIP", b"%PDF-1.7\n", DAMAGED, UNREAD),
    zip_of("a second name that leads out", lambda: with_second_name("a.md", "../../outside/b.md"), OUT),
    zip_of("a second name of a disk", lambda: with_second_name("a.md", "C:/b.md"), DISK),
    zip_of("a second name that nobody sees", lambda: with_second_name("a.md", "b\0.md"), UNSEEN),
    fine("a second name of another file", lambda: with_second_name("a.md", "../b.md", says=b"other.md")),
    zip_of("a file that asks for memory", lambda: with_dictionary("b.md", 0xFFFF_FFFF), "GB of memory"),
    zip_of("a page that asks for memory", lambda: with_dictionary("index.html", 0xFFFF_FFFF), "GB of memory"),
    zip_of("a file locked as today", lambda: edited((FLAGS, number(1 | 99 << 16))), "locked with a password"),
    zip_of("a method of large files", lambda: edited((METHOD, number(9, "<H"))), "packed in a way"),
    fine("a comment of 64 kB", lambda: with_comment(b"c" * 65_535)),
    fine("a program before the files", lambda: b"MZ" + bytes(50_000) + zipped(KIT)),
    zip_of("a comment that is an end", lambda: with_comment(END + bytes(18)), "it holds no files"),
    zip_of("forty ZIPs in one another", lambda: in_one_another(40), "again.zip", ANY),
    zip_of("a ZIP of folders", lambda: zipped({"a/": "", "b/": ""}), "it holds no files"),
    Input(
        "a ZIP of a Mac's notes",
        put("a.zip", lambda: zipped({"__MACOSX/._a": "", ".DS_Store": ""})),
        RUN,
        SOURCE,
        "There is nothing to build in “a.zip”",
    ),
    Input(
        "a page that asks for memory in a ZIP of the kit",
        put("kit/b.zip", lambda: with_dictionary("index.html", 0xFFFF_FFFF)),
        codes=FINE,
        says="Not in the kit: b.zip",
    ),
    Input(
        "a place for outputs that leads out",
        (put("kit/a.zip", lambda: zipped(KIT)), link("kit/out", "../outside")),
        "build kit/a.zip ; mail kit/a.zip",
        OUTPUT,
        "a link that leads out",
    ),
    Input(
        "a brand that is elsewhere",
        put("a.zip", lambda: zipped({**KIT, "kit.toml": 'brand = "../outside"\n'})),
        "build a.zip -o out/kit.pdf",
        SETTINGS,
        "outside",
    ),
    Input(
        "a portrait from beside the ZIP",
        put(
            "a.zip",
            lambda: zipped(
                {**KIT, "bios/ada.md": "---\nname: Ada\nportrait: ../../../../outside/secret.png\n---\nShe."}
            ),
        ),
        "build a.zip -o out/kit.pdf",
    ),
    zip_of(
        "bytes that were changed",
        lambda: zipped(KIT, zipfile.ZIP_STORED).replace(b"harbour of", b"harbour is"),
        DAMAGED,
    ),
]


@pytest.mark.parametrize("tried", in_turn(INPUTS))
def test_it_holds(trials: Trials, tried: Input) -> None:
    trials.hold(tried)


@pytest.mark.slow
@pytest.mark.parametrize("tried", INPUTS, ids=lambda tried: tried.name)
def test_it_holds_in_every_command(trials: Trials, tried: Input) -> None:
    trials.hold(tried)
