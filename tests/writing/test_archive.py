"""What is in the ZIP, under which names, and in which words."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from presskit.model import Biography, Brand, Correction, Embargo, Kit, Photo, PhotoSheet, Release
from presskit.rendering.cache import Cache
from presskit.writing import archive
from presskit.writing.archive import (
    Entry,
    entries,
    one_alone,
    photo_names,
    photos_of,
    write,
)
from presskit.writing.pictures.photos import PackedPhoto


def no_page(*_: object) -> bytes:
    return b""


RELEASE = Release(Path("ferry.md"), "ferry", "en", headline="Ferry sails", date=date(2031, 5, 12))
OTHER = Release(
    Path("pier.md"), "pier", "en", headline="A pier opens", embargo=Embargo(datetime(2031, 6, 1, tzinfo=UTC), "UTC")
)
BRAND = Brand("Quillon Ferry", disclosure="The company is invented.")
KIT = Kit("Spring", BRAND, "en", Path("kit"), (RELEASE, OTHER), date=date(2031, 5, 20))
ALONE = {"ferry": b"%PDF ferry", "pier": b"%PDF pier"}


def packed(name: str, folder: Path, **words: str) -> PackedPhoto:
    """Return a photo whose files hold its name."""
    full, web = (Cache(folder).keep(file, name.encode()) for file in ("full.jpg", "web.jpg"))
    return PackedPhoto(Photo(Path(name), 3000, 2000, **words), full, web)  # type: ignore[arg-type]


def names(files: tuple[Entry, ...]) -> list[str]:
    return [file.name for file in files]


def zipped(files: tuple[Entry, ...], kit: Kit = KIT) -> bytes:
    stream = io.BytesIO()
    write(files, kit, stream)
    return stream.getvalue()


def content(files: tuple[Entry, ...], name: str) -> str:
    with next(file for file in files if file.name == name).opened() as stream:
        return stream.read().decode("utf-8")


def test_everything_is_in_it_in_the_order_of_names(tmp_path: Path) -> None:
    assert names(entries(KIT, b"%PDF", ALONE, [packed("quay.jpg", tmp_path)], no_page)) == [
        "captions.csv",
        "documents/ferry.pdf",
        "documents/pier-EMBARGOED.pdf",
        "files.txt",
        "index.html",
        "photos/full/quay.jpg",
        "photos/web/quay-web.jpg",
        "quillon-ferry-press-kit-spring-2031-05-20.pdf",
        "quillon-ferry-press-kit-spring-2031-05-20.txt",
        "texts/ferry.txt",
        "texts/pier-EMBARGOED.txt",
    ]


def test_a_name_says_what_must_be_known_before_a_file_is_opened() -> None:
    correction = Correction("corrected", 2, "It was Tuesday.")
    kit = replace(KIT, embargo=OTHER.embargo, documents=(replace(OTHER, correction=correction),), draft=True)
    assert names(entries(kit, b"", {"pier": b""}, [], no_page)) == [
        "documents/pier-EMBARGOED-v2-CORRECTED-DRAFT.pdf",
        "files.txt",
        "index.html",
        "quillon-ferry-press-kit-spring-2031-05-20-EMBARGOED-DRAFT.pdf",
        "quillon-ferry-press-kit-spring-2031-05-20-EMBARGOED-DRAFT.txt",
        "texts/pier-EMBARGOED-v2-CORRECTED-DRAFT.txt",
    ]


def test_a_document_alone_is_under_its_own_embargo_and_bears_its_own_title() -> None:
    alone = one_alone(replace(KIT, embargo=OTHER.embargo, event="Spring fair"), RELEASE)
    assert (alone.title, alone.alone, alone.documents, alone.date) == (
        "Ferry sails",
        True,
        (RELEASE,),
        date(2031, 5, 12),
    )
    assert alone.event is None
    assert one_alone(KIT, OTHER).embargo == OTHER.embargo


@pytest.mark.parametrize(
    ("name", "in_zip"),
    [
        ("HWL_01-quay.JPG", "HWL_01-quay.JPG"),
        ("Quai à l’aube.jpeg", "quai-a-laube.jpeg"),
        ("الميناء.jpg", "text-"),
        ("scan.tif", "scan.jpg"),
        ("-rf.jpg", "rf.jpg"),
        ("CON.jpg", "file-CON.jpg"),
        ("aux.1.jpg", "file-aux.1.jpg"),
        (f"{'n' * 240}.jpg", f"{'n' * 48}.jpg"),
    ],
)
def test_a_photo_keeps_its_name_where_it_is_plain(tmp_path: Path, name: str, in_zip: str) -> None:
    [(full, web)] = photo_names([packed(name, tmp_path)]).values()
    assert full.startswith(f"photos/full/{in_zip}")
    assert full.isascii()
    assert web == f"photos/web/{Path(full).stem}-web.jpg"


def test_no_two_photos_share_a_name_not_even_on_windows(tmp_path: Path) -> None:
    photos = [packed(name, tmp_path) for name in ("quay.jpg", "Quay.jpg", "quay.tif", "é.jpg", "e.jpg")]
    full = [name for name, _ in photo_names(photos).values()]
    assert full == [f"photos/full/{name}" for name in ("quay.jpg", "Quay-2.jpg", "quay-3.jpg", "e.jpg", "e-2.jpg")]


def test_portraits_are_among_the_photos_once_and_are_named() -> None:
    quay, ada = Photo(Path("quay.jpg"), 1, 1), Photo(Path("ada.jpg"), 1, 1)
    person = Biography(Path("ada.md"), "ada", "en", "Ada Thorn", "Press officer", portrait=ada)
    twin = replace(person, portrait=quay)
    kit = replace(KIT, documents=(person, twin, PhotoSheet("photos", "en", (quay,))))
    assert photos_of(kit) == (quay, replace(ada, caption="Ada Thorn, Press officer"))


def test_captions_open_in_a_spreadsheet_and_run_nothing_there(tmp_path: Path) -> None:
    photo = packed(
        "quay.jpg", tmp_path, caption='=cmd|"x"!A1', credit="Vale;\n„Zoë“, الميناء", alt="-1", creator="@ada"
    )
    data = content(entries(KIT, b"", {}, [photo], no_page), "captions.csv")
    assert data.startswith("\ufeff")
    [head, row] = csv.reader(io.StringIO(data.removeprefix("\ufeff")))
    assert head[:4] == ["Full size", "Web size", "Caption", "Credit"]
    assert row[:5] == [
        "photos/full/quay.jpg",
        "photos/web/quay-web.jpg",
        '\'=cmd|"x"!A1',
        "Vale; „Zoë“, الميناء",
        "'@ada",
    ]
    assert row[7:] == ["'-1", "3000", "2000"]


@pytest.mark.parametrize(("tongue", "separator"), [("en", ","), ("fr", ";"), ("de", ";"), ("es", ";"), ("ar", ";")])
def test_captions_are_parted_as_excel_expects_it_in_the_kits_language(
    tmp_path: Path, tongue: str, separator: str
) -> None:
    photo = packed("quay.jpg", tmp_path, caption="One, two; three")
    data = content(entries(replace(KIT, language=tongue), b"", {}, [photo], no_page), "captions.csv")
    assert data.startswith("\ufeff")
    [head, row] = csv.reader(io.StringIO(data.removeprefix("\ufeff")), delimiter=separator)
    assert len(head) == len(row) == 10
    assert row[2] == "One, two; three"


def test_the_list_says_what_the_kit_is_and_proves_every_other_file(tmp_path: Path) -> None:
    kit = replace(KIT, embargo=OTHER.embargo)
    files = entries(kit, b"%PDF", ALONE, [packed("quay.jpg", tmp_path)], no_page)
    text = content(files, "files.txt")
    assert text.startswith("# Quillon Ferry: Spring\n# EMBARGOED UNTIL ")
    assert "\n# The company is invented.\n" in text
    assert "#       1 kB  photos/full/quay.jpg\n" in text
    for file in files:
        assert (f"{file.sha256}  {file.name}\n" in text) == (file.name != "files.txt")


def test_sha256sum_finds_every_file_as_it_was_packed(tmp_path: Path) -> None:
    assert shutil.which("sha256sum"), "sha256sum is not installed"
    (tmp_path / "photos").mkdir()
    data = zipped(entries(KIT, b"%PDF", ALONE, [packed("quay.jpg", tmp_path)], no_page))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        opened.extractall(tmp_path / "out")
    command = ["sha256sum", "--check", "--strict", "files.txt"]
    done = subprocess.run(command, cwd=tmp_path / "out", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count(": OK") == 10


def test_the_zip_holds_the_kits_date_and_packs_what_is_not_packed(tmp_path: Path) -> None:
    data = zipped(entries(KIT, b"%PDF", ALONE, [packed("quay.jpg", tmp_path)], no_page))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert opened.testzip() is None
        for about in opened.infolist():
            is_packed = about.filename.endswith((".pdf", ".jpg"))
            assert about.compress_type == (zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED)
            assert (about.date_time, about.create_system, about.flag_bits) == ((2031, 5, 20, 0, 0, 0), 3, 0)


@pytest.mark.parametrize("day", [None, date(1911, 1, 1)])
def test_a_day_that_no_zip_can_tell_is_the_first_it_can(day: date | None) -> None:
    with zipfile.ZipFile(io.BytesIO(zipped((Entry("a.txt", b"a"),), replace(KIT, date=day)))) as opened:
        assert opened.infolist()[0].date_time == archive.EARLIEST


def test_a_logo_is_in_it_once_for_each_ground(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for path in ("logo.svg", "a/logo.svg"):
        (tmp_path / path).write_text("<svg/>", encoding="utf-8")
    brand = replace(BRAND, logo=tmp_path / "logo.svg", logo_reversed=tmp_path / "a/logo.svg")
    found = [
        name for name in names(entries(replace(KIT, brand=brand), b"", {}, [], no_page)) if name.startswith("logos/")
    ]
    assert found == ["logos/logo-2.svg", "logos/logo.svg"]
