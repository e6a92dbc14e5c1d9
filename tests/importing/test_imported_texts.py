"""Texts of every format become Markdown of the same words; importing what was imported changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image

from presskit.importing import Imported, ImportOrder, import_texts
from presskit.making.build import build, read_kit
from presskit.making.orders import BuildOrder
from presskit.model import Kit
from presskit.sorting.sources import find_sources
from presskit.writing.text import kit_text
from tests.conftest import EXAMPLE, ROOT, Cli
from tests.reading.formats.test_finished import RELEASE as PDF_TEXT
from tests.reading.formats.test_office import BOLD, RELEASE, picture
from tests.support.in_process import InProcess, work_in_process
from tests.support.office_files import odt
from tests.support.web_pages import blog_page
from tests.support.word_files import add_picture, word
from tests.support.writing import NIGHT_FERRY, figures, photo, release, write_kit

FERRY = f"{NIGHT_FERRY}\nShare this:\nFacebook\n"


@pytest.fixture(autouse=True)
def _in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    work_in_process(monkeypatch)


def kit_of(path: Path) -> Kit:
    return read_kit(InProcess(), BuildOrder((path,)), find_sources((path,))).kit  # type: ignore[arg-type]


def words_of(path: Path) -> str:
    """Return what a kit says, as “build -o kit.txt” writes it."""
    return kit_text(kit_of(path))


def imported(source: Path, kit: Path) -> Imported:
    return import_texts(ImportOrder(source, kit))


def files_in(kit: Path) -> dict[str, bytes]:
    return {path.relative_to(kit).as_posix(): path.read_bytes() for path in sorted(kit.rglob("*")) if path.is_file()}


def plain_text(folder: Path) -> Path:
    return write_kit(folder, {"ferry.txt": FERRY}) / "ferry.txt"


def markdown(folder: Path) -> Path:
    photo(folder / "pier.jpg")
    text = release().replace("Number 2.", "![The *pier* at night](pier.jpg)\n\nNumber 2.")
    return write_kit(folder, {"ferry.md": f"{text}\n| Deck | Seats |\n| --- | --- |\n| upper | 120 |\n"}) / "ferry.md"


def word_file(folder: Path) -> Path:
    def fill(document: object) -> None:
        document.add_heading("The night ferry sails again", 0)  # type: ignore[attr-defined]
        document.add_paragraph(FERRY.split("\n\n")[2])  # type: ignore[attr-defined]
        add_picture(document, "The bell of 1911")  # type: ignore[arg-type]
        document.add_heading("What is on board", 1)  # type: ignore[attr-defined]
        document.add_paragraph("two decks", style="List Bullet")  # type: ignore[attr-defined]
        document.add_paragraph("The ferry has a bell, a galley and a library of nine shelves.")  # type: ignore[attr-defined]

    return word(folder / "ferry.docx", fill=fill)


def opendocument(folder: Path) -> Path:
    folder.mkdir(parents=True)
    figure = "<text:p><draw:frame><draw:image xlink:href='Pictures/bell.png'/></draw:frame></text:p>"
    return odt(folder / "ferry.odt", RELEASE + figure, automatic=BOLD, pictures={"bell.png": picture()})


def rich_text(folder: Path) -> Path:
    body = "".join("\\par\n" if sign == "\n" else f"\\u{ord(sign)}?" if ord(sign) > 127 else sign for sign in FERRY)
    return write_kit(folder, {"ferry.rtf": "{\\rtf1\\ansi " + body + "}"}) / "ferry.rtf"


def saved_page(folder: Path) -> Path:
    photo(folder / "ferry_files" / "larkin.jpg")
    body = blog_page().replace("<h3>What", '<p><img src="ferry_files/larkin.jpg" alt="The Larkin" /></p>\n<h3>What')
    return write_kit(folder, {"ferry.html": body}) / "ferry.html"


def saved_mail(folder: Path) -> Path:
    folder.mkdir(parents=True)
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "tom@in.example", "ana@in.example", "FW: release"
    message.set_content(f"Hi Ana,\n\nhere it is.\n\nBest regards,\nTom\n\n{FERRY}")
    (folder / "ferry.eml").write_bytes(message.as_bytes())
    return folder / "ferry.eml"


def finished(folder: Path) -> Path:
    write_kit(folder, {"source.txt": PDF_TEXT})
    build(BuildOrder((folder / "source.txt",), folder / "ferry.pdf"))
    return folder / "ferry.pdf"


FORMATS: dict[str, tuple[Callable[[Path], Path], int]] = {
    "plain text": (plain_text, 0),
    "Markdown": (markdown, 1),
    "Word": (word_file, 1),
    "OpenDocument": (opendocument, 1),
    "Rich Text": (rich_text, 0),
    "a saved page": (saved_page, 1),
    "a saved mail": (saved_mail, 0),
    "a finished PDF": (finished, 0),
}


@pytest.mark.parametrize(("write", "pictures"), FORMATS.values(), ids=FORMATS)
def test_every_format_keeps_its_words_and_pictures(
    tmp_path: Path, write: Callable[[Path], Path], pictures: int
) -> None:
    source = write(tmp_path / "given")
    done = imported(source, tmp_path / "kit")
    [placed] = done.placed
    assert placed.path.parent == tmp_path / "kit/releases"
    # A PDF's lines end where its columns do.
    assert words_of(placed.path).split() == words_of(source).split()
    assert source.suffix == ".pdf" or words_of(placed.path) == words_of(source)
    assert [item.code for item in done.findings if item.code == "s-031"] == []
    assert len([path for path in placed.path.parent.iterdir() if "-picture-" in path.name]) == pictures
    for name, data in placed.text.pictures:
        assert name in placed.path.read_text(encoding="utf-8")
        assert (placed.path.parent / name).read_bytes() == data


@pytest.mark.parametrize(("write", "pictures"), FORMATS.values(), ids=FORMATS)
def test_importing_what_was_imported_changes_nothing(
    tmp_path: Path, write: Callable[[Path], Path], pictures: int
) -> None:
    imported(write(tmp_path / "given"), tmp_path / "one")
    before = files_in(tmp_path / "one")
    imported(tmp_path / "one", tmp_path / "two")
    assert files_in(tmp_path / "two") == before
    done = imported(tmp_path / "one", tmp_path / "one")
    assert files_in(tmp_path / "one") == before
    assert not any(placed.is_new for placed in done.placed)


@pytest.mark.parametrize("kit", [EXAMPLE, ROOT / "tests/kits/three-languages"], ids=lambda kit: kit.name)
def test_a_whole_kit_keeps_its_words(tmp_path: Path, kit: Path) -> None:
    """Settings, brand and photos are no texts: they are copied by hand."""
    imported(kit, tmp_path / "new/kit")
    for name in ("kit.toml", "photos"):
        copy = shutil.copytree if (kit / name).is_dir() else shutil.copy
        if (kit / name).exists():
            copy(kit / name, tmp_path / "new/kit" / name)
    brand = next(path for path in (kit / "brand", kit.parent / "brand") if path.is_dir())
    shutil.copytree(brand, tmp_path / "new/brand")
    assert words_of(tmp_path / "new/kit") == words_of(kit)


def test_a_kit_of_each_kind_is_built_as_before(cli: Cli, tmp_path: Path) -> None:
    texts = {
        "factsheet.md": f"{figures(3)}\n\n**Who pays?**\n\nThe town does.\n\n## In short\n\nFounded: 1911\n",
        "boilerplate.txt": "The Quillon Ferry Company (QFC) is a company of ferrymen founded in 1911.",
        "bios/ada.md": "# Ada Thorn\n\nHarbour master\n\nAda Thorn, born on a ferry, has steered it since.\n",
        "releases/a.txt": FERRY,
    }
    old = write_kit(tmp_path / "old/kit", texts)
    done = cli("import", old, "--into", tmp_path / "new/kit")
    assert done.code == 0, done.err
    assert sorted(files_in(tmp_path / "new/kit")) == [
        "bios/ada-thorn.md",
        "boilerplate.md",
        "factsheet.md",
        "releases/2026-06-04-the-night-ferry-sails-again.md",
    ]
    for kit in (old, tmp_path / "new/kit"):
        assert cli("build", kit, "-o", kit.parent / "kit.txt").code == 0
    assert (tmp_path / "new/kit.txt").read_text() == (tmp_path / "old/kit.txt").read_text()


def test_each_line_left_out_is_listed_with_its_reason(cli: Cli, tmp_path: Path) -> None:
    done = cli("import", plain_text(tmp_path), "--into", tmp_path / "kit")
    assert "Left out of ferry.txt:" in done.out
    assert "line 24: Facebook (share buttons)" in done.out


def test_pictures_that_cannot_be_had_are_listed(cli: Cli, tmp_path: Path) -> None:
    text = release().replace("Number 2.", "![The pier](https://quay.example/pier.jpg)\n\nNumber 2.")
    source = write_kit(tmp_path, {"ferry.md": text}) / "ferry.md"
    done = cli("import", source, "--into", tmp_path / "kit")
    assert "https://quay.example/pier.jpg (a picture that is not beside the text)" in done.out
    page = write_kit(
        tmp_path, {"page.html": blog_page().replace("<h3>What", '<p><img src="https://q.example/b.jpg"></p><h3>What')}
    )
    done = cli("import", page / "page.html", "--into", tmp_path / "kit")
    assert "https://q.example/b.jpg (a picture that was not saved with the page)" in done.out


def test_a_file_that_is_there_is_never_written_over(cli: Cli, tmp_path: Path) -> None:
    source, kit = plain_text(tmp_path), tmp_path / "kit"
    cli("import", source, "--into", kit)
    first = kit / "releases/2026-06-04-the-night-ferry-sails-again.md"
    first.write_text(f"{first.read_text(encoding='utf-8')}A line of mine.\n", encoding="utf-8")
    mine = first.read_bytes()
    done = cli("import", source, "--into", kit)
    assert first.read_bytes() == mine
    second = first.with_name(f"{first.stem}-2.md")
    assert second.read_bytes() + b"A line of mine.\n" == mine
    assert f"releases/{second.name}  from ferry.txt; another text is {first.name}, and stays as it is" in done.out
    again = cli("import", source, "--into", kit)
    assert "Nothing new to import." in again.out
    assert f"releases/{second.name}" in again.out
    assert len(list((kit / "releases").iterdir())) == 2


def test_a_picture_that_was_changed_since_stays(cli: Cli, tmp_path: Path) -> None:
    source, kit = markdown(tmp_path / "given"), tmp_path / "kit"
    cli("import", source, "--into", kit)
    [shown] = (kit / "releases").glob("*-picture-*.jpg")
    Image.new("RGB", (60, 60)).save(shown)
    mine = shown.read_bytes()
    done = cli("import", source, "--into", kit)
    assert shown.read_bytes() == mine
    assert f"changed since, and kept: {shown.name}" in done.out


def test_nothing_else_of_a_kit_is_touched(tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"kit.toml": 'title = "Ours"\n', "releases/a.md": release(), "notes.txt": "x"})
    before = files_in(kit)
    imported(plain_text(tmp_path / "given"), kit)
    assert {name: data for name, data in files_in(kit).items() if name in before} == before


def test_a_text_whose_embargo_is_unclear_is_not_imported(cli: Cli, tmp_path: Path) -> None:
    source = write_kit(tmp_path, {"a.txt": FERRY.replace("FOR IMMEDIATE RELEASE", "EMBARGOED UNTIL May 12, 9 a.m.")})
    done = cli("import", source / "a.txt", "--into", tmp_path / "kit")
    assert done.code == 8
    assert "The embargo is unclear" in done.out
    assert not (tmp_path / "kit").exists()


def test_embargo_and_correction_are_kept(tmp_path: Path) -> None:
    text = release().replace(
        "date: 2026-05-12\n",
        "date: 2026-05-12\nembargo: 2027-05-12 09:00 Europe/Paris\nversion: 3\ncorrection: 'Nine piers, not ten.'\n"
        "changed: 2026-05-13 15:30 America/New_York\nslug: piers\npull: The Quillon Ferry Company carries books, bread "
        "and passengers between the nine islands of the Larkin group, in every weather but fog.\n",
    )
    source = write_kit(tmp_path, {"a.md": text}) / "a.md"
    [placed] = imported(source, tmp_path / "kit").placed
    written = placed.path.read_text(encoding="utf-8")
    assert placed.path.name == "2026-05-12-piers.md"
    for line in ('embargo: "2027-05-12 09:00 Europe/Paris"', "version: 3", 'correction: "Nine piers, not ten."'):
        assert line in written
    assert words_of(placed.path) == words_of(source)


HELD = {
    "a line with hour and zone": (FERRY.replace("FOR IMMEDIATE RELEASE", "EMBARGOED UNTIL 12 May 2027, 9 a.m. ET"), ""),
    "a line of a kit in Britain": (
        FERRY.replace("FOR IMMEDIATE RELEASE", "EMBARGOED UNTIL 12/05/2027, 09:00 London time"),
        'region = "GB"\n',
    ),
    "what kit.toml says of the file": (
        FERRY.replace("FOR IMMEDIATE", "PRESS"),
        '[files."a.txt"]\nembargo = "2027-05-12 09:00 Europe/Paris"\n',
    ),
}


@pytest.mark.parametrize(("text", "settings"), HELD.values(), ids=HELD)
def test_no_embargo_is_lost(tmp_path: Path, text: str, settings: str) -> None:
    given = write_kit(tmp_path / "given", {"a.txt": text, "kit.toml": settings})
    [placed] = imported(given / "a.txt", tmp_path / "kit").placed
    assert 'embargo: "2027-05-12 09:00 ' in placed.path.read_text(encoding="utf-8")
    before, after = (kit_of(path).embargo for path in (given / "a.txt", placed.path))
    assert before
    assert after
    assert after.until == before.until


def test_what_a_person_says_is_no_embargo_stays_none(tmp_path: Path) -> None:
    text = FERRY.replace("FOR IMMEDIATE RELEASE\n", "").replace(
        "“It will", "“This text is under embargo until May 12, the bell says. It will"
    )
    given = write_kit(tmp_path / "given", {"a.md": f"---\nembargo: none\n---\n{text}"}) / "a.md"
    [placed] = imported(given, tmp_path / "kit").placed
    assert 'embargo: "none"\n' in placed.path.read_text(encoding="utf-8")
    assert words_of(placed.path) == words_of(given)


def test_the_embargo_of_a_factsheet_is_kept(tmp_path: Path) -> None:
    text = f"---\nembargo: 2027-05-12 09:00 Europe/Paris\n---\n{figures(2)}"
    given = write_kit(tmp_path / "given", {"factsheet.md": text}) / "factsheet.md"
    [placed] = imported(given, tmp_path / "kit").placed
    assert 'embargo: "2027-05-12 09:00 Europe/Paris"\n' in placed.path.read_text(encoding="utf-8")


def test_a_text_marked_internal_is_not_imported(cli: Cli, tmp_path: Path) -> None:
    folder = write_kit(tmp_path / "given", {"a.txt": FERRY, "Lines to take.txt": "LINES TO TAKE\n\nsecret words"})
    done = cli("import", folder, "--into", tmp_path / "kit")
    assert done.code == 0
    assert "Lines to take.txt: marked" in done.out
    assert b"secret words" not in b"".join(files_in(tmp_path / "kit").values())


def test_a_folder_without_texts_is_told(cli: Cli, tmp_path: Path) -> None:
    photo(tmp_path / "given/pier.jpg")
    done = cli("import", tmp_path / "given", "--into", tmp_path / "kit")
    assert done.code == 3
    assert "Nothing of given was imported: pier.jpg: a photo." in done.err


@pytest.mark.parametrize("place", ["kit", "kit/releases"])
def test_a_kit_that_cannot_be_written_to_is_told(cli: Cli, tmp_path: Path, place: str) -> None:
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).touch()
    done = cli("import", plain_text(tmp_path / "given"), "--into", tmp_path / "kit")
    assert done.code == 7
    assert "it is not a folder" in done.err


def test_a_folder_of_the_kit_that_leads_out_is_not_written_to(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit/releases").symlink_to(tmp_path / "elsewhere")
    done = cli("import", plain_text(tmp_path / "given"), "--into", tmp_path / "kit")
    assert done.code == 7
    assert not list((tmp_path / "elsewhere").iterdir())


def test_texts_are_read_in_the_language_of_the_kit_they_go_into(tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"kit.toml": 'language = "fr"\nregion = "FR"\n'})
    source = write_kit(tmp_path / "given", {"a.txt": FERRY, "Factsheet.md": f"---\nlang: en\n---\n{figures(2)}"})
    imported(source / "a.txt", kit)
    [text] = (kit / "releases").iterdir()
    assert "language: fr\n" in text.read_text(encoding="utf-8")
    imported(source / "Factsheet.md", kit)
    assert (kit / "factsheet-en.md").is_file()


def test_portraits_go_with_their_texts(tmp_path: Path) -> None:
    biography = "# Ada Thorn\n\nHarbour master\n\nAda Thorn has steered the ferries of Port Quillon for thirty years.\n"
    given = write_kit(tmp_path / "given", {"bios/ada.md": biography})
    photo(given / "bios/ada.jpg")
    imported(given, tmp_path / "kit")
    assert (tmp_path / "kit/bios/ada-thorn.jpg").read_bytes() == (given / "bios/ada.jpg").read_bytes()
    [text] = imported(tmp_path / "kit/bios/ada-thorn.md", tmp_path / "two").placed
    assert (tmp_path / "two/bios/ada-thorn.jpg").is_file()
    assert not text.instead_of
