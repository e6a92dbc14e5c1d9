"""A copy of the kit for each person: their name on every page, nobody else's anywhere, all else the kit."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf, Stream, String

from presskit.mailing.orders import COPY_BYTES
from presskit.sorting.made import is_made_here
from tests.conftest import Cli
from tests.support import poppler, verapdf
from tests.support.mails import read_draft
from tests.support.writing import brand, figures, photo, release, write_kit

HEADING = "name,first name,outlet,e-mail,embargo"
EMBARGO = 'embargo = "2098-05-13 09:00 America/New_York"\n'
UNTIL = "Embargoed until May 13, 2098, 9:00 a.m. (America/New York)"
FORTY = "Maximilianakonstantinawilhelminaadelheid"
NAMES = [
    ("Thorn", "Anna", "Le Monde"),
    ("Nowak", "Michał", "Kurier Łódź"),
    ("العلوي", "سلمى", "الصباح"),
    (FORTY, "", "Die Welle"),
    (r"O\'Neil (Radio \1)", "Pat", "BBC (World)"),
    ("Жуков", "Пётр", "Волна"),
    ("Παπαδοπούλου", "Ελένη", "Κύμα"),
    ("{name}", "Bo", "$1 %s"),
    *((f"Quiller{letter}", f"Zeno{letter}", f"Gazette {letter}{letter}") for letter in "ABCDEFGHJKLM"),
]


def address(number: int) -> str:
    return f"reader{number}@paper{number}.example"


def listed(folder: Path, names: list[tuple[str, str, str]], more: str = "", name: str = "list.csv") -> Path:
    path = folder / name
    file = io.StringIO()
    csv.writer(file).writerows((*who, address(number), "yes") for number, who in enumerate(names))
    path.write_text(f"{HEADING}\n{file.getvalue()}{more}", encoding="utf-8", newline="")
    return path


def said(who: tuple[str, str, str]) -> str:
    return ", ".join(filter(None, (f"{who[1]} {who[0]}".strip(), who[2])))


def written(folder: Path, settings: str = EMBARGO, theme: str = "editorial") -> Path:
    photo(folder / "photos/quay.jpg")
    return write_kit(
        folder,
        {
            "releases/new.md": release(paragraphs=12),
            "factsheet.md": figures(5),
            "kit.toml": f'title = "The ferry"\ntheme = "{theme}"\n{settings}',
            "brand/brand.toml": brand(),
            "photos/photos.toml": '["quay.jpg"]\ncaption = "The quay."\ncredit = "Photo: Ivo Marsh"\nalt = "A quay."\n',
        },
    )


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("personal") / "kit")


@pytest.fixture(scope="module")
def copies(cli: Cli, kit: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the copies for the twenty people, in the order of the list."""
    folder = tmp_path_factory.mktemp("copies")
    done = cli("personal", kit, "--to", listed(folder, NAMES), "-o", folder / "copies")
    assert done.code == 0, done.out + done.err
    assert "Made 20 copies in" in done.out
    return copies_of(kit, folder / "copies", NAMES)


def recorded(kit: Path) -> list[dict[str, str]]:
    text = (kit / "who-has-what.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def copies_of(kit: Path, folder: Path, names: list[tuple[str, str, str]]) -> list[Path]:
    """Return the copy of each person, as the record says."""
    rows = {row["e-mail"]: row["file"] for row in recorded(kit) if row["draft"].startswith(f"{folder.name}/")}
    return [folder / rows[address(number)] for number in range(len(names))]


def contents(pdf: Pdf) -> Iterator[bytes]:
    """Yield all that a PDF holds, unpacked: every stream, every string in any way of writing it."""
    for item in (*pdf.objects, pdf.trailer):
        if isinstance(item, Stream):
            yield item.read_bytes() if "/DCTDecode" not in str(item.get("/Filter")) else item.read_raw_bytes()
        held = item.stream_dict if isinstance(item, Stream) else item
        yield from strings(held, 0)


def strings(item: object, depth: int) -> Iterator[bytes]:
    if isinstance(item, String):
        yield str(item).encode()
    elif isinstance(item, Dictionary) and depth < 3:
        for _, value in item.items():
            yield from strings(value, depth + 1) if not getattr(value, "is_indirect", False) else ()


def held_by(path: Path) -> bytes:
    with pikepdf.open(path) as pdf:
        return b"\n".join([path.read_bytes(), *contents(pdf)])


def shown(path: Path) -> list[str]:
    """Return the words of each page; marks by which text runs are held apart are left out."""
    return re.sub("[\u200e\u200f\u202a-\u202e]", "", poppler.text(path)).split("\f")


def in_any_way(words: str) -> tuple[bytes, ...]:
    return words.encode(), words.encode("utf-16-be"), words.encode("utf-16-be").hex().encode(), words[::-1].encode()


def test_each_page_names_its_person(copies: list[Path]) -> None:
    for who, path in zip(NAMES, copies, strict=True):
        pages = shown(path)[:-1]
        assert len(pages) >= 5
        if "العلوي" in who:
            assert all("سلمى العلوي" in page and "الصباح" in page for page in pages)
        else:
            assert [f"For {said(who)}. {UNTIL}" in re.sub(r"\s+", " ", page) for page in pages] == [True] * len(pages)


def test_nobody_else_is_in_a_copy(copies: list[Path]) -> None:
    for number, path in enumerate(copies):
        held = held_by(path)
        own = in_any_way(said(NAMES[number]))
        assert any(way in held for way in own), said(NAMES[number])
        others = [who for place, who in enumerate(NAMES) if place != number]
        for words in (word for who in others for word in who if len(word) > 3):
            assert not any(way in held for way in in_any_way(words)), f"{words} in the copy for {said(NAMES[number])}"


def test_its_typefaces_hold_the_letters_of_its_own_lines_alone(copies: list[Path]) -> None:
    for who, path in zip(NAMES, copies, strict=True):
        with pikepdf.open(path) as pdf:
            form = pdf.pages[1].Resources.XObject.CopyLine
            maps = [font.ToUnicode.read_bytes() for _, font in form.Resources.Font.items()]
        texts = {bytes.fromhex(text.decode()).decode("utf-16-be") for each in maps for text in codes(each)}
        assert set("".join(texts)) <= set(f"For {said(who)}. {UNTIL}")


def codes(cmap: bytes) -> list[bytes]:
    return re.findall(rb"<[0-9a-f]{4}> <([0-9a-f]+)>", cmap.partition(b"endcodespacerange")[2])


def test_it_is_read_aloud_once_before_all_else(copies: list[Path]) -> None:
    heard = poppler.read_aloud(copies[0])
    assert heard.count("Anna Thorn") == 1
    assert re.match(r'Document\s+Part "The ferry"\s+P \(block\)\s+"For Anna Thorn, Le Monde\.', heard)


def test_a_copy_is_one_clean_revision(copies: list[Path]) -> None:
    for path in copies:
        assert "No syntax or stream encoding errors" in poppler.run("qpdf", "--check", path)
        data = path.read_bytes()
        assert data.count(b"%%EOF") == data.count(b"startxref") == 1
        with pikepdf.open(path) as pdf:
            assert {form.read_bytes()[-2:] for form in forms(pdf)} == {b"ET"}
            # Nothing lies in it that nothing leads to: written anew, it holds as many objects.
            anew = io.BytesIO()
            used = len([item for item in pdf.objects if not isinstance(item, Stream) or unpacked(item)])
            pdf.save(anew, object_stream_mode=pikepdf.ObjectStreamMode.disable)
            with pikepdf.open(anew) as other:
                assert used == len(other.objects)


def unpacked(item: Stream) -> bool:
    """Tell whether a stream is of the document, and not of the way it is written."""
    return item.get("/Type") not in (Name.ObjStm, Name.XRef)


def forms(pdf: Pdf) -> list[Stream]:
    names = ["/CopyCover", *["/CopyLine"] * (len(pdf.pages) - 1)]
    return [page.Resources.XObject[name] for name, page in zip(names, pdf.pages, strict=True)]


def test_each_copy_has_an_identifier_of_its_own(copies: list[Path]) -> None:
    identifiers = set()
    for path in copies:
        with pikepdf.open(path) as pdf:
            identifiers.add(bytes(pdf.trailer.ID[0]))
    assert len(identifiers) == len(copies)


def test_copies_conform_to_pdf_ua(copies: list[Path]) -> None:
    sample = [copies[number] for number in (0, 1, 2, 3)]
    assert verapdf.validate(sample) == {path: [] for path in sample}


def test_a_copy_depends_on_nobody_else(cli: Cli, kit: Path, copies: list[Path], tmp_path: Path) -> None:
    alone = listed(tmp_path, NAMES[:2][::-1])
    assert cli("personal", kit, "--to", alone, "-o", tmp_path / "alone").code == 0
    again = sorted(path.read_bytes() for path in (tmp_path / "alone").iterdir())
    assert again == sorted(path.read_bytes() for path in copies[:2])


def test_the_record_knows_who_has_which_file(kit: Path, copies: list[Path]) -> None:
    rows = {row["file"]: row for row in recorded(kit) if row["draft"].startswith("copies/")}
    for number, path in enumerate(copies):
        assert rows[path.name]["e-mail"] == address(number)
        assert rows[path.name]["SHA-256 of the file"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_file_is_named_for_its_person(copies: list[Path]) -> None:
    assert copies[0].name == "quillon-ferry-press-kit-the-ferry-2026-05-12-EMBARGOED-for-anna-thorn-le-monde.pdf"
    assert len({path.name for path in copies}) == 20


def test_a_copy_is_no_source_of_a_kit(copies: list[Path]) -> None:
    assert is_made_here(copies[0])


@pytest.mark.parametrize("number", [0, 2, 3])
def test_checked_against_its_kit_a_copy_names_its_person(
    cli: Cli, kit: Path, copies: list[Path], in_process: None, number: int
) -> None:
    done = cli("check", copies[number], "--against", kit)
    assert done.code == 0, done.out
    assert f"is the copy for {said(NAMES[number])}." in done.out
    assert "is this kit, byte for byte, as “personal” makes it today" in done.out
    assert done.out.count("\n  - ") == 2


def test_a_changed_copy_is_told(cli: Cli, kit: Path, copies: list[Path], tmp_path: Path, in_process: None) -> None:
    with pikepdf.open(copies[0]) as pdf:
        pdf.docinfo["/Author"] = "Somebody else"
        pdf.save(tmp_path / "author.pdf")
    with pikepdf.open(copies[0]) as pdf:
        pdf.docinfo["/PresskitFor"] = "Bo Marsh, Gazette"
        pdf.save(tmp_path / "other.pdf")
    with pikepdf.open(copies[0]) as pdf:
        del pdf.pages[2].Resources.XObject["/CopyLine"]
        pdf.save(tmp_path / "without.pdf")
    for name, words in {"author": "Somebody else", "other": "the copy for Bo Marsh, Gazette", "without": ""}.items():
        done = cli("check", tmp_path / f"{name}.pdf", "--against", kit)
        assert done.code == 8, done.out
        assert words in done.out
        assert "byte for byte, as" not in done.out


def test_a_name_without_letters_is_told_with_its_row(cli: Cli, kit: Path, tmp_path: Path, in_process: None) -> None:
    list_ = listed(tmp_path, [("Thorn", "Anna", "Le Monde"), ("田中", "花子", "Asahi")], ",,,alone@paper.example,yes\n")
    done = cli("personal", kit, "--to", list_, "-o", tmp_path / "copies")
    assert "Row 3: the kit's typefaces have no letters for all of “花子 田中, Asahi” (花 子 田 中)." in done.out
    assert f"The copy says “{address(1)}, Asahi”." in done.out
    pages = "\n".join(shown(path)[0] for path in sorted((tmp_path / "copies").iterdir()))
    assert f"For {address(1)}, Asahi. Embargoed" in pages
    assert "For alone@paper.example. Embargoed" in pages


def test_who_has_not_agreed_to_the_embargo_gets_none(cli: Cli, kit: Path, tmp_path: Path, in_process: None) -> None:
    list_ = listed(tmp_path, NAMES[:1], "Marsh,Bo,Gazette,bo@gazette.example,\nOrme,Kit,Wave,no-address,yes\n")
    done = cli("personal", kit, "--to", list_, "-o", tmp_path / "copies")
    assert "Made 1 copy in" in done.out
    assert "one person has not agreed to embargoes. Nothing is made for that person." in done.out
    assert "row 3: Marsh, Gazette" in done.out
    assert "Row 4 (Orme, Wave): the e-mail address has no '@'. Nothing is made for this row." in done.out


def test_a_second_run_stands_beside_the_first(cli: Cli, tmp_path: Path, in_process: None) -> None:
    kit, list_ = written(tmp_path / "kit", ""), listed(tmp_path, NAMES[:2])
    assert cli("personal", kit, "--to", list_).code == 0
    done = cli("personal", kit, "--to", list_)
    assert "2 people have this kit already. It is made for each once more." in done.out
    assert sorted(path.name for path in (kit / "out").iterdir()) == ["copies", "copies-2"]
    listed(tmp_path, NAMES[:3])
    done = cli("personal", kit, "--to", list_, "--remaining", "-o", tmp_path / "more", "--json")
    assert '"had_a_copy": 2' in done.out
    [copy] = (tmp_path / "more").iterdir()
    assert "سلمى العلوي" in shown(copy)[0]
    assert "Embargoed" not in shown(copy)[0]


def test_a_kit_that_is_not_ready_is_not_copied(cli: Cli, tmp_path: Path, in_process: None) -> None:
    kit = written(tmp_path / "kit", "")
    (kit / "releases/new.md").write_text(release().replace("May 12, 2026 (QFC)", "[DATE] (QFC)"), encoding="utf-8")
    done = cli("personal", kit, "--to", listed(tmp_path, NAMES[:1]), "-o", tmp_path / "copies")
    assert done.code == 8
    assert done.out.startswith("No copies were made. ")
    assert not (tmp_path / "copies").exists()


@pytest.mark.parametrize(
    ("theme", "paper"),
    [
        ("editorial", "letter"),
        *(
            pytest.param(theme, paper, marks=pytest.mark.slow)
            for theme, paper in (("editorial", "a4"), ("institutional", "letter"), ("institutional", "a4"))
        ),
    ],
)
def test_the_line_stands_where_nothing_else_does(
    cli: Cli, tmp_path: Path, in_process: None, theme: str, paper: str
) -> None:
    """Where the line stands, the kit itself has no ink but the page's own colour."""
    kit = written(tmp_path / "kit", "", theme)
    widest = " ".join(["Wilhelmina"] * 8)
    list_ = listed(tmp_path, [(widest, widest, widest)])
    for command in (("build", kit, "--for", "email", "-o", tmp_path / "kit.pdf"), ("personal", kit, "--to", list_)):
        assert cli(*command, "--paper", paper).code == 0
    [copy] = (kit / "out/copies").iterdir()
    plain = poppler.pictures(tmp_path / "kit.pdf", tmp_path / "plain", 72)
    drawn = poppler.pictures(copy, tmp_path / "drawn", 72)
    for number, (before, after) in enumerate(zip(plain, drawn, strict=True)):
        width, height = before.size
        strip = (40, 34, width - 40, 54) if not number else (40, height - 30, width - 40, height - 10)
        outside = [(0, 0, width, strip[1] - 1), (0, strip[3] + 1, width, height)]
        assert all(before.crop(box).tobytes() == after.crop(box).tobytes() for box in outside), number
        assert after.crop(strip).getextrema()[0] < 120
        if 0 < number < len(plain) - 1:  # the closing page has fields of colour there, and no words
            low, high = before.crop(strip).getextrema()
            assert low == high, number


def test_a_release_alone_is_copied_too(cli: Cli, tmp_path: Path, in_process: None) -> None:
    text = tmp_path / "night.md"
    text.write_text(release(paragraphs=12), encoding="utf-8")
    done = cli("personal", text, "--to", listed(tmp_path, NAMES[:2]), "-o", tmp_path / "copies")
    assert done.code == 0, done.out + done.err
    for path in (tmp_path / "copies").iterdir():
        pages = shown(path)[:-1]
        assert len(pages) > 1
        assert all("For Anna Thorn, Le Monde" in page or "For Michał Nowak, Kurier Łódź" in page for page in pages)
        assert "No syntax" in poppler.run("qpdf", "--check", path)


def test_a_copy_keeps_within_the_room_it_is_given(cli: Cli, tmp_path: Path, in_process: None) -> None:
    kit = written(tmp_path / "kit", "")
    many = "".join(map(chr, [*range(0x41, 0x5B), *range(0xC0, 0xF0), *range(0x391, 0x3A0), *range(0x627, 0x64A)]))
    list_ = listed(tmp_path, [(many, many[::-1], many)])
    assert cli("build", kit, "--for", "email", "-o", tmp_path / "kit.pdf").code == 0
    assert cli("personal", kit, "--to", list_).code == 0
    [copy] = (kit / "out/copies").iterdir()
    assert (copy.stat().st_size - (tmp_path / "kit.pdf").stat().st_size) * 1.4 < COPY_BYTES


def attached(mail: EmailMessage) -> bytes:
    [pdf] = [part for part in mail.iter_attachments() if part.get_content_type() == "application/pdf"]
    data = pdf.get_payload(decode=True)
    assert isinstance(data, bytes)
    return data


def test_each_draft_has_the_copy_of_its_own_person(cli: Cli, tmp_path: Path, in_process: None) -> None:
    kit, folder = written(tmp_path / "kit"), tmp_path / "drafts"
    names = [(name, first, outlet) for name, first, outlet in NAMES[8:14]]
    whose = {address(number): said(who) for number, who in enumerate(names)}
    list_ = listed(tmp_path, names)
    head, *rows = list_.read_text(encoding="utf-8").splitlines()
    for run, order in enumerate((rows, sorted(rows, reverse=True), [rows[4], rows[1]], [rows[1], rows[0], rows[5]])):
        list_.write_text("\n".join([head, *order]), encoding="utf-8")
        assert cli("mail", kit, "--to", list_, "--personal", "-o", folder / str(run)).code == 0
        drafts = list((folder / str(run)).glob("*.eml"))
        assert len(drafts) == len(order)
        for path in drafts:
            mail = read_draft(path)
            reader = str(mail["To"].addresses[0].addr_spec)
            (tmp_path / "copy.pdf").write_bytes(attached(mail))
            assert f"For {whose[reader]}. Embargoed" in shown(tmp_path / "copy.pdf")[0]
            row = [row for row in recorded(kit) if (row["e-mail"], row["draft"]) == (reader, f"{run}/{path.name}")]
            assert row[0]["SHA-256 of the file"] == hashlib.sha256(attached(mail)).hexdigest()
        beside = sorted(path.read_bytes() for path in (folder / str(run)).glob("*.pdf"))
        assert beside == sorted(attached(read_draft(path)) for path in drafts)


def test_drafts_with_copies_are_checked_against_their_kit(cli: Cli, tmp_path: Path, in_process: None) -> None:
    kit, folder = written(tmp_path / "kit"), tmp_path / "drafts"
    assert cli("mail", kit, "--to", listed(tmp_path, NAMES[8:11]), "--personal", "-o", folder).code == 0
    done = cli("check", folder, "--against", kit)
    assert done.code == 0, done.out
    one, other, _ = sorted(folder.glob("*.eml"))
    swapped = one.read_bytes().replace(*(_encoded(attached(read_draft(path))) for path in (one, other)))
    assert swapped != one.read_bytes()
    one.write_bytes(swapped)
    assert cli("check", folder, "--against", kit).code == 8


def _encoded(data: bytes) -> bytes:
    """Return an attachment as it stands in a draft."""
    lines = base64.encodebytes(data)
    return lines.replace(b"\n", b"\r\n").strip()


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ((), "--personal goes with a list"),
        (("--to", "list.csv", "--together"), "--personal does not go with --together"),
        (("--to", "list.csv", "--attach", "none"), "--personal does not go with --attach none"),
    ],
)
def test_what_goes_not_with_personal_drafts_is_told(cli: Cli, kit: Path, words: tuple[str, ...], problem: str) -> None:
    done = cli("mail", kit, "--personal", *words)
    assert (done.code, problem in done.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--to", "list.csv"), "--to does not go with --photo"),
        (("--correction",), "--correction does not go with --photo"),
        (("--as", "mbox"), "--as mbox does not go with --photo"),
        ((), "Give the number or the name of one"),
    ],
)
def test_a_photo_is_mailed_alone(cli: Cli, kit: Path, words: tuple[str, ...], problem: str) -> None:
    done = cli("mail", kit, "--photo", "no such.jpg", *words)
    assert (done.code, problem in done.err) == (2, True)


@pytest.mark.slow
def test_a_thousand_copies_take_no_longer_than_three_builds(cli: Cli, tmp_path: Path) -> None:
    kit = written(tmp_path / "kit")
    names = [
        (f"Quiller{number:04d}x", "Łucja" if number % 2 else "سلمى", f"Gazette{number:04d}x") for number in range(1000)
    ]
    list_ = listed(tmp_path, names)
    start = time.monotonic()
    assert cli("build", kit, "--for", "email", "--no-cache", "-o", tmp_path / "kit.pdf").code == 0
    built = time.monotonic() - start
    assert cli("personal", kit, "--to", list_, "--no-cache", "-o", tmp_path / "copies").code == 0
    took = time.monotonic() - start - built
    assert took < 3 * built + 10, f"{took:.1f} s against {built:.1f} s"
    copies = copies_of(kit, tmp_path / "copies", names)
    for number, path in enumerate(copies):
        found = set(re.findall(rb"(?:Quiller|Gazette)\d{4}x", held_by(path).replace(b"\0", b"")))
        assert found == {f"Quiller{number:04d}x".encode(), f"Gazette{number:04d}x".encode()}
    for path in copies[::100]:
        assert "No syntax" in poppler.run("qpdf", "--check", path)
    assert verapdf.validate(copies[::250]) == {path: [] for path in copies[::250]}
