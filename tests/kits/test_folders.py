"""Folders as a shared drive has them: each file is taken for what it is, or named; nothing internal is printed."""

from __future__ import annotations

import base64
import email
import io
import json
import re
import shutil
import zipfile
from email.policy import default
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader

from presskit import gate
from presskit.intake import read_sources, settings_of
from presskit.sorting.choosing import Sorted
from presskit.sorting.sources import find_sources
from presskit.sorting.taken import Taken
from tests.conftest import Cli
from tests.support.in_process import InProcess
from tests.support.looks import some
from tests.support.messy.tables import FOLDERS, Row, rows_of, write_folder
from tests.support.writing import brand, release, write_kit

# What is said of a file that is not in the kit, by the word that stands for it in the tables.
SAID = {
    "internal": "so it stays inside",
    "copy": "the same words as",
    "version": "another version of",
    "choose": "one of several versions",
    "advisory": "a media advisory",
    "backgrounder": "a backgrounder",
    "questions": "questions and answers",
    "statement": "a statement",
    "people": "a list of people",
    "table": "a table",
    "film": "a film",
    "sound": "a sound",
    "slides": "slides",
    "typeface": "a typeface",
    "foreign picture": "a picture in a format",
    "old": "among what is old or unfinished",
    "unshown": "a picture that no text shows",
    "second logo": "a logo; the kit has one",
    "finished": "a finished PDF",
    "unknown": "nobody can tell",
    "foreign": "does not know what it is",
}
NOT_FOR_PRINT = [*SAID, "unread"]
PRINTED = ("advisory", "backgrounder")  # where their names or words say so; what may be either is named


def sorted_folder(root: Path) -> Sorted:
    with gate.opened(root):
        sources = find_sources([root])
        settings, _ = settings_of(InProcess(), sources)  # type: ignore[arg-type]
        _, done, _ = read_sources(InProcess(), sources, settings)  # type: ignore[arg-type]
    return done


def found_in(done: Sorted) -> dict[Path, str]:
    """Return what each file was taken for, by the words of the tables; "unread" where it says why it was not read."""
    found = {one.path: taken_for(one.what) for one in done.outside}
    found |= {one.path: one.kind for one in done.texts}
    found |= dict.fromkeys(done.photos, "photo") | dict.fromkeys(done.portraits.values(), "portrait")
    return found | ({done.logo: "logo"} if done.logo else {})


def taken_for(what: str) -> str:
    return next((word for word, words in SAID.items() if words in what), "unread")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    place = tmp_path_factory.mktemp("shared")
    return {name: write_folder(name, place) for name in FOLDERS}


@pytest.mark.parametrize("name", some(FOLDERS, *list(FOLDERS)[::2]))
def test_each_file_is_taken_for_what_it_is_or_named(folders: dict[str, Path], name: str) -> None:
    root, rows = folders[name], rows_of(name)
    assert len(rows) == len({row.path for row in rows}) == 30
    done = sorted_folder(root)
    found = found_in(done)
    # What lies in “documents” goes along as it is (tests/checking/test_enclosed.py).
    expected = {row.path: row.taken_for for row in rows if not row.path.startswith("documents/")}
    named = {path.relative_to(root).as_posix(): word for path, word in found.items() if path.is_file()}
    assert named == {path: word for path, word in expected.items() if word not in ("passed over", "deep")}
    deep = [root / path for path, word in expected.items() if word == "deep"]
    assert all(set(path.parents) & {one.path for one in done.outside} for path in deep)
    assert not secrets_in("\n".join(words for one in done.texts for words in printed_words(one)), rows)


def printed_words(one: Taken) -> list[str]:
    assert one.reading
    document = one.reading.document
    blocks = document if isinstance(document, tuple) else getattr(document, "body", ())
    return [block.text + block.html for block in blocks]


def secrets_in(words: str, rows: list[Row]) -> list[str]:
    """Return the files whose secret stands in words."""
    return [row.path for row in rows if row.secret in words]


def words_of(name: str, data: bytes) -> str:
    """Return all that can be read in an output: words of pages, members of ZIPs, parts of mails, and the bytes."""
    words = data.decode("utf-8", "replace")
    if data.startswith(b"%PDF-"):
        reader = PdfReader(io.BytesIO(data))
        return "\n".join([words, str(reader.metadata), *(page.extract_text() for page in reader.pages)])
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join([*archive.namelist(), *(words_of(one, archive.read(one)) for one in archive.namelist())])
    if name.endswith(".eml"):
        parts = email.message_from_bytes(data, policy=default).walk()
        whole = [
            (part.get_filename() or "", part.get_payload(decode=True)) for part in parts if not part.is_multipart()
        ]
        return "\n".join([words, *(words_of(file, part) for file, part in whole if isinstance(part, bytes))])
    inlined = re.findall(r"base64,([A-Za-z0-9+/=]+)", words)
    return "\n".join([words, *(base64.b64decode(one).decode("utf-8", "replace") for one in inlined)])


def outputs_of(folder: Path) -> str:
    return "\n".join(words_of(path.name, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.usefixtures("in_process")
def test_no_output_of_a_folder_holds_what_is_internal(cli: Cli, folders: dict[str, Path], tmp_path: Path) -> None:
    root, rows = folders["spring opening"], rows_of("spring opening")
    for ending in ("html", "zip"):
        done = cli("build", root, "-o", tmp_path / f"kit.{ending}")
        assert (done.code, done.err) == (0, ""), done.out
    words = outputs_of(tmp_path)
    assert "The night ferry sails again" in words
    assert not secrets_in(words, rows)
    chosen = shutil.copytree(root, tmp_path / "chosen")
    (chosen / "kit.toml").write_text('[files."Press Release Nov 12.docx"]\nkind = "leave out"\n', encoding="utf-8")
    drafts = cli("mail", chosen, "-o", tmp_path / "drafts", "--to", chosen / "Journalists.csv")
    assert drafts.code == 0, drafts.out
    person = next(row.secret for row in rows if row.taken_for == "people")
    # A draft is addressed to its person, and to nobody else.
    assert not secrets_in(outputs_of(tmp_path / "drafts").replace(f"{person}@island-paper.example", ""), rows)


@pytest.mark.usefixtures("in_process")
def test_what_word_and_mails_hide_is_in_no_output(cli: Cli, folders: dict[str, Path], tmp_path: Path) -> None:
    root, rows = folders["for the island paper"], rows_of("for the island paper")
    for ending in ("pdf", "txt"):
        done = cli("build", root, "-o", tmp_path / f"kit.{ending}")
        assert (done.code, done.err) == (8, ""), done.out
        assert "ferry hidden.docx: The file still holds hidden text" in done.out
    words = outputs_of(tmp_path)
    assert "Lighthouse of Larkin gets its lamp back" in words
    assert not secrets_in(words, rows)


@pytest.fixture(scope="module")
def spring(cli: Cli, folders: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    root, out = folders["spring opening"], tmp_path_factory.mktemp("out") / "kit.pdf"
    facts = cli("build", root, "-o", out, "--json")
    return SimpleNamespace(told=cli("build", root, "-o", out), facts=json.loads(facts.out))


def test_the_verdict_counts_what_is_missing_and_names_it_first(spring: SimpleNamespace) -> None:
    looked_at = [item for item in spring.facts["findings"] if item["severity"] == "warning"]
    first, *rest = spring.told.out.splitlines()
    assert first == f"Check before you send: {len(looked_at)} things."
    assert spring.facts["verdict"] == "check"
    missing = next(line for line in rest if not line.startswith("  The file:"))
    assert missing.startswith("  Not in the kit: ")
    outside = {Path(one["file"]).name for one in spring.facts["outside"]}
    left_out = [word for word in NOT_FOR_PRINT if word not in PRINTED]
    named = {row.path.rpartition("/")[2] for row in rows_of("spring opening") if row.taken_for in left_out}
    assert outside == named


@pytest.mark.usefixtures("in_process")
def test_no_drafts_are_made_until_somebody_has_chosen_a_version(
    cli: Cli, folders: dict[str, Path], tmp_path: Path
) -> None:
    root = folders["JuneLaunchPRESSKIT"]
    done = cli("mail", root, "-o", tmp_path / "drafts")
    assert done.code == 8
    assert "Release knots Anna.docx" in done.out
    assert not (tmp_path / "drafts").exists()
    (root / "kit.toml").write_text('[files."Release knots Anna.docx"]\nkind = "leave out"\n', encoding="utf-8")
    try:
        assert found_in(sorted_folder(root))[root / "Release knots Tom.docx"] == "release"
    finally:
        (root / "kit.toml").unlink()


def test_a_new_kit_begins_with_what_a_folder_holds(cli: Cli, folders: dict[str, Path], tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    done = cli("new", kit, "--no-questions", "--from", folders["spring opening"])
    assert done.code == 0, done.err
    assert "MINUTES 12 May.docx: marked “MINUTES 12 May.docx”, so it stays inside" in done.out
    made = {path.relative_to(kit).as_posix() for path in kit.rglob("*") if path.is_file()}
    assert made >= {
        "releases/Press Release Nov 16.docx", "Fact Sheet.docx", "About us.docx", "bios/Nell Farrow.docx",
        "bios/Nell Farrow.jpg", "photos/IMG_2041.JPG", "photos/quay at night.jpg", "brand/logo.png",
    }  # fmt: skip
    found = {path.name: word for path, word in found_in(sorted_folder(kit)).items()}
    expected = ["release", "factsheet", "boilerplate", "biography", "portrait", *PRINTED]
    rows = {row.path.rpartition("/")[2]: row.taken_for for row in rows_of("spring opening")}
    assert {name: word for name, word in found.items() if word != "photo"} == {
        name: word for name, word in rows.items() if word in expected
    }


def test_a_new_kit_keeps_the_pictures_of_texts(cli: Cli, in_process: None, tmp_path: Path) -> None:
    lines = [line for line in release("The quay rests on Sundays", 6).split("\n") if line]
    words = "".join(f"<p>{line.lstrip('# ')}</p>" for line in lines)
    page = (
        f'<html><body><article><h1>Ferry rests</h1>{words}<p><img src="page_files/pier.png"></p><p>Bye.</p></article>'
    )
    files = {
        "news/Ferry.md": f"{release()}\n![A quay.](../pictures/quay.png)\n",
        "news/page.html": page,
    }
    drive = write_kit(tmp_path / "drive", files)
    for name in ("pictures/quay.png", "news/page_files/pier.png"):
        (drive / name).parent.mkdir(exist_ok=True)
        Image.effect_noise((400, 300), 40).save(drive / name)
    kit = tmp_path / "kit"
    done = cli("new", kit, "--no-questions", "--from", drive)
    assert done.code == 0, done.err
    sorted_kit = sorted_folder(kit)
    assert {picture.name for text in sorted_kit.texts for picture in text.pictures} == {"quay.png", "pier.png"}


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kit.pdf", ()),
        ("Partner kit.pdf", ("--for", "print")),
        ("half pages.pdf", ("--for", "booklet")),
        ("shop.pdf", ("--for", "shop")),
        ("small.pdf", ("--for", "email")),
        ("a page.html", ()),
        ("all.zip", ()),
    ],
)
def test_a_finished_kit_is_no_source_wherever_it_lies(
    tmp_path: Path, cli: Cli, name: str, words: tuple[str, ...]
) -> None:
    kit = write_kit(tmp_path / "kit", {"Opening.md": release(), "brand/brand.toml": brand()})
    assert cli("build", kit, "-o", kit / name, *words).code == 0
    first = (kit / name).read_bytes()
    write_kit(kit, {f"from Ivo/{name}": first})
    assert cli("build", kit, "-o", kit / name, *words).code == 0
    assert (kit / name).read_bytes() == first
    assert name not in cli("inspect", kit).out


def test_a_pdf_about_press_kits_is_none_that_was_made_here(tmp_path: Path, cli: Cli, in_process: None) -> None:
    kit = write_kit(tmp_path / "kit", {"Opening.md": release(), "brand/brand.toml": brand()})
    canvas = pikepdf.new()
    canvas.add_blank_page()
    canvas.docinfo["/Title"] = "presskit 2026"
    canvas.docinfo["/Creator"] = "Quill 3"
    canvas.save(kit / "presskit 2026.pdf")
    done = cli("build", kit)
    assert "Not in the kit: presskit 2026.pdf" in done.out


@pytest.mark.parametrize("name", ["kit.txt", "in/kit.txt", "photos/new/kit.zip", "bios/kit.pdf"])
def test_no_output_stands_where_it_would_be_read(tmp_path: Path, cli: Cli, in_process: None, name: str) -> None:
    kit = write_kit(tmp_path / "kit", {"Opening.md": release(), "brand/brand.toml": brand()})
    done = cli("build", kit, "-o", kit / name)
    assert done.code == 7
    assert "(b-013)" in done.err
