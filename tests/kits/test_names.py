"""Kits full of names that no system holds well: every output is made, can be read, and tells all names apart."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import unicodedata
import zipfile
import zlib
from email.message import EmailMessage
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from urllib.parse import unquote_to_bytes

import pytest
from lxml import html as lxml_html
from PIL import Image
from pypdf import PdfReader

from tests.conftest import Cli
from tests.support.in_process import work_in_process
from tests.support.mails import read_draft

NAMES = (
    "Gr\udcfcn",
    "two\nlines",
    "Ready to send: all\r\nis well",
    "tab\there",
    "esc\x1b[31m\x07red",
    "rlo\u202egpj",
    "mark\u200fhere",
    "zero\u200bwidth",
    "zerowidth",
    "CON",
    "COM1.x",
    "trailing. ",
    'a:b?c*d"e<f>g|h\\i',
    "Case",
    "case",
    "Caf\u00e9",
    "Cafe\u0301",
    "-dash",
    "=1+1",
    "@at",
    "#hash",
    "%2e%2e%2f",
    "..dots",
    "<script>alert(1)<",
    "'quo\"te",
    "{{ 7*7 }}",
    "[bold]{name}%s",
    "ن" * 100,
    "صورة الميناء",
    "Łódź quay",
)
RELEASES, BIOGRAPHIES = (0, 1, 4, 9, 18, 28, 29), (0, 2, 5, 10, 16, 25)
HONEST = ("Łódź quay.jpg", "صورة الميناء.jpg")
ORDERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def picture(path: Path) -> None:
    """Write a small photo under a name that no picture library may know how to write."""
    data = io.BytesIO()
    colour = tuple(zlib.crc32(os.fsencode(path)).to_bytes(4, "big")[:3])  # a picture that is another's is shown once
    Image.new("RGB", (60, 40), colour).save(data, "JPEG" if path.suffix == ".jpg" else "PNG")
    path.write_bytes(data.getvalue())


def kit_of_names(folder: Path) -> Path:
    """Make a kit whose photos, releases, biographies, portraits and logo have such names."""
    for name in ("releases", "photos", "bios", "brand"):
        (folder / name).mkdir(parents=True)
    (folder / "kit.toml").write_text(
        'title = "Names"\n[[contacts]]\nname = "Ada Thorn"\nemail = "a@tidewick.example"\n'
    )
    brand = 'name = "Tidewick"\nlogo = "lo\\n\\u202ego.png"\nboilerplate = "Tidewick is invented."\n'
    (folder / "brand" / "brand.toml").write_text(brand)
    picture(folder / "brand" / "lo\n\u202ego.png")
    for number, name in enumerate(NAMES):
        if name != "..dots":
            picture(folder / "photos" / f"{name}.jpg")
        if number in RELEASES:
            release = f"# The quay opens {number}\n\nTIDEWICK, May 12, 2026 – The quay opens.\n\nMore of it.\n"
            (folder / "releases" / f"{name}.md").write_text(release)
        if number in BIOGRAPHIES:
            (folder / "bios" / f"{name}.md").write_text(f"She has run quay {number} and its lighthouse for years.\n")
            picture(folder / "bios" / f"{name}.png")
        (folder / f"{name}.xyz").write_text("is none of presskit's")
    return folder


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        return kit_of_names(tmp_path_factory.mktemp("names") / "a\nkit \udcfc\u202e")
    except OSError:
        pytest.skip("this system holds no such names")


@pytest.fixture(scope="module")
def outputs(kit: Path, cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build every kind of output once, under a name of that sort."""
    folder = tmp_path_factory.mktemp("outputs")
    paths = {kind: folder / f"o\udcfc\n\x1b[31m.{kind}" for kind in ("pdf", "txt", "html", "zip")}
    with pytest.MonkeyPatch.context() as patch:
        work_in_process(patch)
        for path in paths.values():
            done = cli("build", kit, "-o", path)
            assert done.code == 0, done.out + done.err
            require_plain(done)
    return paths


def require_plain(done: SimpleNamespace) -> None:
    """Require that nothing a terminal obeys was said, and that no name made a line of its own."""
    said = done.out + done.err
    assert not ORDERS.search(said)
    assert "Traceback" not in said
    assert not any(line.startswith(("is well", "lines")) for line in said.splitlines())


def require_apart(names: list[str]) -> None:
    """Require that no two names are one where capitals and accents do not count, and that each is a plain one."""
    assert len({unicodedata.normalize("NFC", name).casefold() for name in names}) == len(names)
    for name in names:
        assert not ORDERS.search(name)
        assert not set(name) & set('<>:"\\|?*')
        for part in PurePosixPath(name).parts:
            assert not part.startswith((".", "-", " "))
            assert not part.endswith((".", " "))
            assert not re.fullmatch(r"(?i)(con|com1)(\..*)?", part)


def test_the_page_and_the_text_name_photos_on_one_line(outputs: dict[str, Path]) -> None:
    text = outputs["txt"].read_bytes().decode()
    page = outputs["html"].read_bytes().decode()
    assert not ORDERS.search(text)
    assert not ORDERS.search(page)
    pages = "".join(page.extract_text() for page in PdfReader(outputs["pdf"]).pages)
    for name in ("Gr?n.jpg", "two lines.jpg", "esc?[31m?red.jpg", "rlo?gpj.jpg", "{{ 7*7 }}.jpg", *HONEST[:1]):
        assert name in text
        assert name in lxml_html.fromstring(page).text_content()
        assert name in pages.replace("\n", " ").replace("\xad", "")
    assert HONEST[1] in text
    assert "<script>alert" not in page


def test_a_file_beside_the_page_is_linked_under_its_very_name(outputs: dict[str, Path]) -> None:
    links = lxml_html.fromstring(outputs["html"].read_bytes().decode()).xpath("//a[@class='file']/@href")
    assert unquote_to_bytes(links[0]) == b"o\xfc\n\x1b[31m.pdf"


def test_the_zip_unpacks_everywhere(outputs: dict[str, Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(outputs["zip"]) as archive:
        names = archive.namelist()
        table = list(csv.reader(io.StringIO(archive.read("captions.csv").decode("utf-8-sig"))))
        listed = archive.read("files.txt").decode()
        page = lxml_html.fromstring(archive.read("index.html").decode())
    require_apart(names)
    photos = [name for name in names if name.startswith("photos/full/")]
    assert len(photos) == len(NAMES) - 1 + len(BIOGRAPHIES)  # what begins with a dot is hidden, and none of the photos
    assert sorted(row[0] for row in table[1:]) == sorted(photos)
    assert all(f"  {name}\n" in listed for name in names if name != "files.txt")
    assert set(page.xpath("//a[@class='file']/@href")) <= set(names)
    copied = tmp_path / "copy.zip"
    copied.write_bytes(outputs["zip"].read_bytes())
    done = subprocess.run(["unzip", "-q", copied, "-d", tmp_path / "out"], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert all((tmp_path / "out" / name).is_file() for name in names)


def test_what_was_built_is_checked_against_its_kit(
    outputs: dict[str, Path], kit: Path, cli: Cli, in_process: None
) -> None:
    for path in outputs.values():
        done = cli("check", path, "--against", kit)
        require_plain(done)
        assert done.code == 0, done.out + done.err
    done = cli("diff", outputs["pdf"], kit)
    require_plain(done)
    assert done.code == 0


def test_a_kit_is_checked_and_every_text_inspected(kit: Path, cli: Cli, in_process: None) -> None:
    texts = sorted((kit / "releases").iterdir())
    for words in (["check", kit], ["check", kit, "--strict"], ["inspect", *texts], ["check", kit / "nothing\n\x1b"]):
        done = cli(*words)
        require_plain(done)
        told = cli(*words, "--json")
        assert told.code == done.code
        assert told.out.isascii()
        assert "\\ud" not in told.out  # half a character, which programs refuse
        json.loads(told.out)


@pytest.mark.parametrize(
    "photo", ["two\nlines", "Gr\udcfcn", "-dash", "CON", "صورة الميناء", "Łódź quay", "lo\n\u202ego"]
)
def test_a_draft_attaches_files_under_names_that_any_program_saves(
    photo: str, tmp_path: Path, cli: Cli, in_process: None
) -> None:
    kit = kit_with_photo(tmp_path / "kit", photo)
    people = tmp_path / "people.csv"
    people.write_text('name,e-mail\n"=Ada\u202e\x0bBcc: all@x.example",ada@x.example\n')
    done = cli("mail", kit, "--to", people, "-o", tmp_path / "drafts")
    require_plain(done)
    assert done.code == 0, done.out + done.err
    [path] = (tmp_path / "drafts").glob("*.eml")
    message = read_draft(path)
    assert "Bcc" not in message
    names = [name_of(part) for part in message.iter_attachments()]
    assert len(names) == 3
    require_apart(names)
    assert f"{photo}.jpg" in names or photo not in ("صورة الميناء", "Łódź quay")
    assert all(name in message.get_body(("plain",)).get_content() for name in names)  # type: ignore[union-attr]


def kit_with_photo(kit: Path, photo: str) -> Path:
    """Make a kit of one release with a photo of that name, and a logo."""
    kit_of_names(kit)
    for path in [*(kit / "photos").iterdir(), *(kit / "bios").iterdir(), *(kit / "releases").iterdir()]:
        path.unlink()
    picture(kit / "photos" / f"{photo}.jpg")
    (kit / "releases" / "a.md").write_text("# The quay opens\n\nTIDEWICK, May 12, 2026 – It opens.\n\nMore of it.\n")
    return kit


def name_of(part: EmailMessage) -> str:
    name = part.get_filename()
    assert name
    return name


def test_a_name_longer_than_any_system_holds_is_told(tmp_path: Path, cli: Cli, in_process: None) -> None:
    kit = kit_with_photo(tmp_path / "kit", "quay")
    long = "x" * 5000
    (kit / "bios" / "ada.md").write_text(f"---\nportrait: {'x' * 500}.jpg\n---\nAda Thorn\n\nShe runs the quay.\n")
    (kit / "photos" / "photos.toml").write_text(f'["{long}.jpg"]\ncaption = "x"\n')
    done = cli("check", kit)
    assert done.code == 8
    assert "(c-014)" in done.out
    assert "(t-004)" in done.out
    (kit / "bios" / "ada.md").write_text(f"---\nportrait: {long}.jpg\n---\nAda Thorn\n\nShe runs the quay.\n")
    done = cli("check", kit)
    assert done.code == 3
    assert "ada.md, line 2: ada.md is too large for presskit" in done.err
    for words in (["build", long], ["check", f"{long}.zip"], ["inspect", long], ["mail", kit, "--to", f"{long}.csv"]):
        done = cli(*words)
        assert done.code == 3
        assert "Traceback" not in done.err
        assert len(done.err) < 5000


def test_words_that_no_output_can_hold_are_told_and_stop_nothing(tmp_path: Path, cli: Cli, in_process: None) -> None:
    kit = kit_with_photo(tmp_path / "kit", "quay")
    odd = r"Q\u0000\u0007\u001b[31m\ufffeX"
    (kit / "kit.toml").write_text(f'title = "{odd}"\n[[contacts]]\nname = "{odd}"\nphone = "{odd}"\n')
    (kit / "photos" / "photos.toml").write_text(f'["quay.jpg"]\ncaption = "{odd}"\ncredit = "{odd}"\nalt = "{odd}"\n')
    yaml = '---\nheadline: "H \\0\\x07\\e\\ud800 end"\nsubhead: "\\udc80 sub"\n---\n\n'
    (kit / "releases" / "a.md").write_text(
        f"{yaml}TIDEWICK, May 12, 2026 – It \ufffe opens.\n\nMore &#7; &#xD800;\x7f.\n"
    )
    page = "<html><body><h1>A page&#7;&#x1b;\uffff</h1><p>TIDEWICK, May 13, 2026 – The quay opens for all.</p></body>"
    (kit / "releases" / "b.html").write_text(page)
    for kind in ("pdf", "txt", "html", "zip"):
        done = cli("build", kit, "-o", tmp_path / f"kit.{kind}")
        require_plain(done)
        assert done.code == 8
        assert "(c-011)" in done.out
    for kind in ("txt", "html"):
        made = (tmp_path / f"kit-DRAFT.{kind}").read_bytes().decode()
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", made)
    assert PdfReader(tmp_path / "kit-DRAFT.pdf").metadata
