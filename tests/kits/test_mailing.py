"""Kits go into the mail: small enough, one draft for each person on a list, opened by a mail program."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from presskit.mailing.drafting import LINK_CHARACTERS
from tests.conftest import Cli
from tests.support.mails import body_of, noisy_photos, opened_by_mutt, read_draft
from tests.support.writing import PARAGRAPH, brand, photo, release, write_kit

CHROMIUM = shutil.which("chromium")
EMBARGO = 'embargo = "2098-05-13 09:00 America/New_York"\n'
CORRECTION = 'correction = "The boats stop at nine islands, not at eight."\n'
PAGE = """<!doctype html><iframe id=mail style="border:0;width:{width}px;height:900px" srcdoc="{mail}"></iframe>
<script>mail.onload = () => {{ const page = mail.contentDocument.documentElement
document.title = "wider by " + (page.scrollWidth - page.clientWidth) }}</script>"""


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a kit of 5 photos, which its release shows too, each as wide as the text."""
    kit = tmp_path_factory.mktemp("heavy") / "kit"
    photos = noisy_photos(kit / "photos", 5)
    shown = "\n\n".join(f"![Noise](../photos/{path.name})\n\n{PARAGRAPH}" for path in photos)
    return write_kit(
        kit,
        {
            "releases/ferry.md": f"{release()}\n{shown}\n",
            "kit.toml": 'title = "The ferry"\ndate = 2026-05-12\n',
            "brand/brand.toml": brand(),
        },
    )


@pytest.fixture
def small(in_process: None, tmp_path: Path) -> Path:
    """Return a kit of two releases with a photo and a logo."""
    photo(tmp_path / "kit/photos/quay.jpg", (1800, 1200))
    photo(tmp_path / "kit/brand/logo.png")
    return write_kit(
        tmp_path / "kit",
        {
            "releases/new.md": release("Ferry stops at all nine islands – à l’été"),
            "releases/old.md": release("Winter timetable").replace("May 12", "May 2").replace("05-12", "05-02"),
            "photos/photos.toml": '["quay.jpg"]\ncaption = "The quay."\ncredit = "Photo: Ivo Marsh"\nalt = "A quay."\n',
            "kit.toml": 'title = "The ferry"\n',
            "brand/brand.toml": 'logo = "logo.png"\n' + brand(),
        },
    )


def people(folder: Path, rows: list[str], heading: str = "name;e-mail;outlet;language;embargo") -> Path:
    path = folder / "journalists.csv"
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    return path


def record_of(kit: Path) -> list[dict[str, str]]:
    """Return the rows of a kit's record, by their headings."""
    text = (kit / "who-has-what.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def drafts_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.eml"))


@pytest.mark.parametrize("limit_mb", [1.5, 3, 20])
def test_a_mail_keeps_its_limit(cli: Cli, heavy: Path, tmp_path: Path, limit_mb: float) -> None:
    done = cli("mail", heavy, "-o", tmp_path / "drafts", "--mail-limit", f"{limit_mb}MB")
    assert done.code == 0, done.out + done.err
    [draft] = (tmp_path / "drafts").glob("*.eml")
    size = draft.stat().st_size
    assert 1_000_000 < size <= limit_mb * 1_000_000
    assert f"each at most {size / 1_000_000:.2f} MB" in done.out


def test_pictures_get_smaller_only_where_the_limit_asks_for_it(cli: Cli, heavy: Path, tmp_path: Path) -> None:
    sizes = []
    for limit in ("20MB", "10MB", "2MB"):
        cli("build", heavy, "--for", "email", "--mail-limit", limit, "-o", tmp_path / "kit.pdf")
        sizes.append((tmp_path / "kit.pdf").stat().st_size)
    assert sizes[0] == pytest.approx(sizes[1], abs=20)  # but for what the file says of its limit
    assert sizes[1] > sizes[2] + 100_000


def test_an_impossible_limit_names_what_takes_the_room(cli: Cli, heavy: Path, tmp_path: Path) -> None:
    done = cli("mail", heavy, "-o", tmp_path / "drafts", "--mail-limit", "300kB")
    assert done.code == 7
    assert re.search(r"The mail would be 0\.\d\d MB, and may be 0\.30 MB", done.err)
    assert re.search(r"photo-01\.jpg 0\.\d\d MB, .*photo-\d\d\.jpg 0\.\d\d MB", done.err)
    assert "Take photos out of the kit" in done.err
    assert not (tmp_path / "drafts").exists()


def test_a_kit_for_email_does_not_take_the_full_kits_place(cli: Cli, small: Path) -> None:
    for purpose in ("screen", "email"):
        assert cli("build", small, "--for", purpose).code == 0
    full, email = sorted((small / "out").iterdir(), key=lambda path: len(path.name))
    assert email.name == f"{full.stem}-email.pdf"
    assert email.stat().st_size < full.stat().st_size


def test_a_draft_without_a_list(cli: Cli, small: Path, tmp_path: Path) -> None:
    done = cli("mail", small)
    assert done.code == 0, done.out + done.err
    folder = small / "out/drafts"
    [name] = drafts_in(folder)
    message = read_draft(folder / name)
    assert message["To"] is None
    assert message["Subject"] == "Ferry stops at all nine islands – à l’été"
    assert body_of(message, "plain").startswith("Hello,\n\nFerry stops at all nine islands – à l’été\n\nPORT QUILLON")
    pdf, quay, logo = message.iter_attachments()
    assert pdf.get_content() == (folder / pdf.get_filename()).read_bytes()
    assert quay.get_filename() == "quay.jpg"
    assert max(Image.open(io.BytesIO(quay.get_content())).size) == 1600
    assert logo.get_content() == (small / "brand/logo.png").read_bytes()
    assert "Also in this kit:\n- Press release: Winter timetable\n" in body_of(message, "plain")
    assert "quay.jpg: 0.1 MB, The quay. Photo: Ivo Marsh" in body_of(message, "plain")


def test_the_same_bytes_each_time(cli: Cli, small: Path, tmp_path: Path) -> None:
    list_ = people(tmp_path, ["سلمى العلوي;s@x.example;الصباح;ar;", "Chloé Dupont;c@x.example;Le Globe;fr;"])
    for name in ("one", "two"):
        assert cli("mail", small, "--to", list_, "-o", tmp_path / name, "--no-cache").code == 0
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two
    assert len(one) == 5


def test_an_arabic_organisations_file_bears_its_name(cli: Cli, small: Path, tmp_path: Path) -> None:
    (small / "brand/brand.toml").write_text(f'short_name = "عبّارات كويلون"\n{brand()}', encoding="utf-8")
    done = cli("mail", small, "-o", tmp_path / "drafts", "--to", people(tmp_path, ["Ada;ada@x.example;;;"]))
    assert done.code == 0, done.out + done.err
    [name] = drafts_in(tmp_path / "drafts")
    pdf, *_ = read_draft(tmp_path / "drafts" / name).iter_attachments()
    assert pdf.get_filename() == "عبّارات-كويلون-press-kit-the-ferry-2026-05-12.pdf"
    assert pdf.get_content() == (tmp_path / "drafts" / pdf.get_filename()).read_bytes()


def test_text_alone(cli: Cli, small: Path, tmp_path: Path) -> None:
    (small / "kit.toml").write_text('download = "https://quillon.example/press"\n')
    done = cli("mail", small, "-o", tmp_path / "drafts", "--attach", "none")
    assert "Nothing is attached." in done.out
    [name] = drafts_in(tmp_path / "drafts")
    message = read_draft(tmp_path / "drafts" / name)
    assert not list(message.iter_attachments())
    assert body_of(message, "plain").endswith("Full-size files: https://quillon.example/press\n")


def test_two_hundred_rows_with_mistakes(cli: Cli, small: Path, tmp_path: Path) -> None:
    rows = [f"Zoë Numéro {row};z{row}@journal.example;Le Journal № {row}" for row in range(2, 202)]
    for row, address in {
        14: "dupont.lemonde.example",
        50: "",
        77: "a@b@c.example",
        120: "z@é_a.example",
        199: "z@x",
    }.items():
        rows[row - 2] = f"Dupont;{address};Le Monde"
    for row, twin in {30: 3, 31: 4, 32: 5}.items():
        rows[row - 2] = f"Zoë bis;Z{twin}@JOURNAL.example;Le Journal"
    list_ = tmp_path / "journalistes.csv"
    list_.write_bytes("\r\n".join(["Nom;Courriel;Média", *rows]).replace("№", "n°").encode("cp1252"))
    done = cli("mail", small, "--to", list_, "-o", tmp_path / "drafts")
    assert done.code == 0, done.out + done.err
    names = drafts_in(tmp_path / "drafts")
    assert len(names) == 192
    assert {int(name[:3]) for name in names} == set(range(2, 202)) - {14, 50, 77, 120, 199, 30, 31, 32}
    assert names[0] == "002-zoe-numero-2-le-journal-n-2.eml"
    assert (
        "journalistes.csv: Row 14 (Dupont, Le Monde): the e-mail address has no '@'. Nothing is made for this row."
    ) in done.out
    assert done.out.count("Nothing is made for this row.") == 5
    assert done.out.count("stands in row") == 3
    message = read_draft(tmp_path / "drafts" / names[5])
    assert message["To"] == "Zoë Numéro 7 <z7@journal.example>"
    assert body_of(message, "plain").startswith("Dear Zoë Numéro 7,\n")
    assert [row["draft"] for row in record_of(small)] == [f"drafts/{name}" for name in names]


def test_an_embargoed_kit_goes_to_those_who_agreed(cli: Cli, small: Path, tmp_path: Path) -> None:
    (small / "kit.toml").write_text(EMBARGO)
    list_ = people(
        tmp_path, ["Ada;a@x.example;;;oui", "Bo;b@x.example;Times;;no", "Cleo;c@x.example;;;", "Di;d@x.example;;;نعم"]
    )
    done = cli("mail", small, "--to", list_, "-o", tmp_path / "drafts")
    assert done.code == 0, done.out + done.err
    assert drafts_in(tmp_path / "drafts") == ["002-ada.eml", "005-di.eml"]
    assert "2 people have not agreed to embargoes. Nothing is made for them." in done.out
    assert "      row 3: Bo, Times\n      row 4: Cleo\n" in done.out
    assert read_draft(tmp_path / "drafts/002-ada.eml")["Subject"].startswith("EMBARGOED: Ferry stops")


def test_a_long_list_of_people_without_a_draft_stands_whole_on_the_page(cli: Cli, small: Path, tmp_path: Path) -> None:
    (small / "kit.toml").write_text(EMBARGO)
    others = [f"Person {number};p{number}@x.example;;;no" for number in range(14)]
    done = cli("mail", small, "--to", people(tmp_path, ["Ada;a@x.example;;;yes", *others]), "-o", tmp_path / "drafts")
    assert "      row 12: Person 9\n      and 4 more, all named in " in done.out
    page = (tmp_path / "drafts/index.html").read_text(encoding="utf-8")
    assert [f"row {number + 3}: <bdi>Person {number}</bdi>" in page for number in range(14)] == [True] * 14


def test_an_embargoed_kit_for_nobody_who_agreed(cli: Cli, small: Path, tmp_path: Path) -> None:
    (small / "kit.toml").write_text(EMBARGO)
    done = cli("mail", small, "--to", people(tmp_path, ["Ada;a@x.example"]), "-o", tmp_path / "drafts")
    assert done.code == 3
    assert "one person has not agreed to embargoes. Nothing is made for that person." in done.err
    assert not (tmp_path / "drafts").exists()


def test_a_correction_begins_each_draft(cli: Cli, small: Path, tmp_path: Path) -> None:
    list_ = people(tmp_path, ["Ada Thorn;a@x.example;=Times;fr;yes", "Bo;b@x.example;;;no"])
    (small / "kit.toml").write_text(EMBARGO)
    assert cli("mail", small, "--to", list_).code == 0
    refused = cli("mail", small, "--correction")
    assert refused.code == 7
    assert "Nothing in the kit says that it was corrected." in refused.err
    (small / "kit.toml").write_text(EMBARGO + CORRECTION)
    done = cli("mail", small, "--correction")
    assert done.code == 0, done.out + done.err
    [name] = drafts_in(small / "out/drafts-2")
    message = read_draft(small / "out/drafts-2" / name)
    assert message["To"] == "Ada Thorn <a@x.example>"
    assert message["Subject"].startswith("CORRECTED, EMBARGOED: Ferry")
    assert body_of(message, "plain").startswith(
        "Bonjour Ada Thorn,\n\nCORRECTED\nThe boats stop at nine islands, not at eight.\nPlease use this version."
    )
    first, second = record_of(small)
    assert first["e-mail"] == second["e-mail"] == "a@x.example"
    assert first["SHA-256 of the file"] != second["SHA-256 of the file"]


def test_a_kit_that_is_not_ready_makes_no_drafts(cli: Cli, small: Path, tmp_path: Path) -> None:
    write_kit(small, {"releases/new.md": release("[Headline]")})
    done = cli("mail", small, "-o", tmp_path / "drafts")
    assert done.code == 8
    assert done.out.startswith("No drafts were made. Not ready to send: 1 thing to fix.\n")
    assert not (tmp_path / "drafts").exists()


def test_files_of_others_are_left_alone(cli: Cli, small: Path, tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts/holiday.jpg").write_text("mine")
    done = cli("mail", small, "-o", tmp_path / "drafts")
    assert done.code == 7
    assert "holds holiday.jpg, which presskit did not write" in done.err
    assert cli("mail", small, "-o", small).code == 7
    (small / "Build my kit.cmd").touch()  # sorted first, and a file that presskit passes over elsewhere
    assert cli("mail", small, "-o", small).code == 7


def test_a_file_is_no_folder_for_drafts(cli: Cli, small: Path, tmp_path: Path) -> None:
    list_ = people(tmp_path, ["Ada;a@x.example"])
    done = cli("mail", small, "--to", list_, "-o", list_)
    assert done.code == 7
    assert "it is a file, and drafts stand in a folder" in done.err


@pytest.mark.parametrize(("option", "word"), [("--mail-limit", "big"), ("--mail-limit", "10"), ("--attach", "zip")])
def test_words_that_are_not_possible(cli: Cli, small: Path, option: str, word: str) -> None:
    assert cli("mail", small, option, word).code == 2


def test_the_page_of_drafts(cli: Cli, small: Path, tmp_path: Path) -> None:
    list_ = people(tmp_path, ['Ada <script>alert(1)</script>;a+b@x.example;"""Times"" & Co"', "Bo;b@x.example;"])
    cli("mail", small, "--to", list_, "-o", tmp_path / "drafts")
    page = (tmp_path / "drafts/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert 'href="mailto:a%2Bb@x.example?subject=Ferry%20stops' in page
    links = re.findall(r'href="([^"]+)"', page)
    assert all(len(link) <= LINK_CHARACTERS for link in links)
    assert all((tmp_path / "drafts" / link).is_file() for link in links if not link.startswith("mailto:"))
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_a_mail_program_opens_a_draft(cli: Cli, small: Path, tmp_path: Path) -> None:
    list_ = people(tmp_path, ["سلمى العلوي;s@x.example;الصباح;ar;"])
    write_kit(
        small, {"releases/new.md": release("العبارة تصل إلى تسع جزر – Été").replace("---\n", "---\nlanguage: ar\n", 1)}
    )
    assert cli("mail", small, "--to", list_, "-o", tmp_path / "drafts").code == 0
    [draft] = (tmp_path / "drafts").glob("*.eml")
    text, attached = opened_by_mutt(draft, tmp_path / "mutt", 3)
    head, _, body = text.partition("\n\n")
    message = read_draft(draft)
    assert "To: سلمى العلوي <s@x.example>" in head
    assert "Subject: العبارة تصل إلى تسع جزر – Été" in head
    assert body.rstrip() == body_of(message, "plain").rstrip()
    assert body.startswith("تحية طيبة سلمى العلوي،\n")
    assert attached == [part.get_content() for part in message.iter_attachments()]


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
@pytest.mark.parametrize("width", [360, 1200])
def test_no_width_cuts_a_mail(cli: Cli, small: Path, tmp_path: Path, width: int) -> None:
    cli("mail", small, "-o", tmp_path / "drafts")
    [draft] = (tmp_path / "drafts").glob("*.eml")
    mail = body_of(read_draft(draft), "html").replace("&", "&amp;").replace('"', "&quot;")
    (tmp_path / "page.html").write_text(PAGE.format(width=width, mail=mail), encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000", "--dump-dom"]
    done = subprocess.run([*command, f"file://{tmp_path}/page.html"], capture_output=True, text=True, check=False)
    assert "<title>wider by 0</title>" in done.stdout


def of_two_versions(folder: Path, name: str, text: str) -> Path:
    """Return a kit that holds two versions of one text, of which the second has a sentence more."""
    versions = {f"{name} v1.md": text, f"{name} v2.md": f"{text}\nThe harbour office agrees.\n"}
    besides = {} if name == "Press release" else {"releases/a.md": release()}
    return write_kit(folder / "kit", {"brand/brand.toml": brand(), **besides, **versions})


@pytest.mark.parametrize(
    ("name", "text"), [("Press release", release()), ("Fact sheet", f"# Fact sheet\n\n{PARAGRAPH}\n")]
)
@pytest.mark.usefixtures("in_process")
def test_no_draft_is_made_until_a_person_has_chosen_a_version(cli: Cli, tmp_path: Path, name: str, text: str) -> None:
    kit = of_two_versions(tmp_path, name, text)
    assert cli("build", kit, "-o", tmp_path / "kit.txt").out.startswith("Check before you send: 1 thing")
    done = cli("mail", kit, "-o", tmp_path / "drafts")
    assert (done.code, done.out.splitlines()[0]) == (8, "No drafts were made. Not ready to send: 1 thing to fix.")
    assert not (tmp_path / "drafts").exists()
    line = f'[files."{name} v1.md"] and below it kind = "leave out"'
    assert line in done.out
    write_kit(kit, {"kit.toml": line.replace("] and below it ", "]\n") + "\n"})
    assert cli("mail", kit, "-o", tmp_path / "drafts").code == 0


@pytest.mark.usefixtures("in_process")
def test_a_choice_that_somebody_accepted_needs_no_other(cli: Cli, tmp_path: Path) -> None:
    kit = of_two_versions(tmp_path, "Press release", release())
    found = json.loads(cli("check", kit, "--json").out)["findings"]
    [words] = [item["message"] for item in found if item["code"] == "s-028"]
    entry = f'[[accepted]]\nfile = "Press release v2.md"\nwords = {json.dumps(words, ensure_ascii=False)}\n'
    write_kit(kit, {"kit.toml": f'{entry}who = "Ada Thorn"\n'})
    done = cli("mail", kit, "-o", tmp_path / "drafts")
    assert done.code == 0, done.out


@pytest.mark.usefixtures("in_process")
def test_no_draft_is_made_without_a_release_that_cannot_be_read(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"brand/brand.toml": brand(), "releases/a.md": release()})
    (kit / "Press Release May.docx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000))
    done = cli("mail", kit, "-o", tmp_path / "drafts")
    assert (done.code, "Press Release May.docx looks like a press release" in done.out) == (8, True), done.out
    assert not (tmp_path / "drafts").exists()
