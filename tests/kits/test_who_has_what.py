"""Who has which file is known for good: what one run drafted, the next one adds to."""

from __future__ import annotations

import csv
import io
import mailbox
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import Cli
from tests.support.mail_rules import broken_rules
from tests.support.mails import body_of, read_draft
from tests.support.writing import brand, release, write_kit

CORRECTION = 'correction = "The boats stop at nine islands, not at eight."\n'
OVER, AHEAD = (f'embargo = "{year}-05-13 09:00 America/New_York"\n' for year in (2026, 2098))
HEADING = "name;e-mail;outlet;language;embargo;note"
ADA = "Ada Thorn;ada@x.example;Times;en;yes;"
CHLOE = "Chloé Dupont;chloe@x.example;Le Globe;français;no;"
SALMA = "سلمى العلوي;salma@x.example;الصباح;العربية;نعم;"
NOTE = "هذا رقمي الجديد +1 202 555 0199 كما وعدتكم"


@pytest.fixture
def kit(in_process: None, tmp_path: Path) -> Path:
    """Return a kit of one release in three languages."""
    texts = {
        "en": release("Ferry stops at all nine islands"),
        "fr": release("Le bac dessert les neuf îles").replace("---\n", "---\nlanguage: fr\n", 1),
        "ar": release("العبارة تصل إلى تسع جزر").replace("---\n", "---\nlanguage: ar\n", 1),
    }
    releases = {f"releases/{code}.md": text for code, text in texts.items()}
    return write_kit(tmp_path / "kit", releases | {"kit.toml": "", "brand/brand.toml": brand()})


def listed(kit: Path, *rows: str, heading: str = HEADING) -> Path:
    path = kit.parent / "list.csv"
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    return path


def said(cli: Cli, *words: object) -> str:
    done = cli("mail", *words)
    assert done.code == 0, done.out + done.err
    return done.out


def addressed(folder: Path) -> list[str]:
    """Return who the drafts in a folder are for, in the order of their names."""
    return [read_draft(path)["To"].addresses[0].addr_spec for path in sorted(folder.glob("*.eml"))]


def record(kit: Path) -> list[dict[str, str]]:
    text = (kit / "who-has-what.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_second_list_adds_to_the_first(cli: Cli, kit: Path) -> None:
    said(cli, kit, "--to", listed(kit, ADA))
    first = {path.name: path.read_bytes() for path in (kit / "out/drafts").iterdir()}
    out = said(cli, kit, "--to", listed(kit, CHLOE, SALMA))
    assert "Made 2 drafts in " in out
    assert "For 1 person in Français, 1 person in العربية." in out
    assert {path.name: path.read_bytes() for path in (kit / "out/drafts").iterdir()} == first
    assert addressed(kit / "out/drafts-2") == ["chloe@x.example", "salma@x.example"]
    rows = record(kit)
    assert [row["e-mail"] for row in rows] == ["ada@x.example", "chloe@x.example", "salma@x.example"]
    assert [row["draft"].partition("/")[0] for row in rows] == ["drafts", "drafts-2", "drafts-2"]
    assert len({row["SHA-256 of the file"] for row in rows}) == 1


def test_a_correction_reaches_everybody_who_ever_had_a_draft(cli: Cli, kit: Path) -> None:
    said(cli, kit, "--to", listed(kit, ADA))
    said(cli, kit, "--to", listed(kit, SALMA))
    (kit / "kit.toml").write_text(CORRECTION)
    out = said(cli, kit, "--to", listed(kit, CHLOE, ADA.replace("Thorn", "Larch")), "--correction")
    assert addressed(kit / "out/drafts-3") == ["ada@x.example", "salma@x.example"]
    assert "Larch" in read_draft(next((kit / "out/drafts-3").glob("*larch*")))["To"]
    assert "one person has never had a draft of this kit" in out
    said(cli, kit, "--correction")
    assert sorted(addressed(kit / "out/drafts-4")) == ["ada@x.example", "salma@x.example"]


def test_a_ticked_sorted_and_widened_record_stays_so(cli: Cli, kit: Path) -> None:
    said(cli, kit, "--to", listed(kit, ADA, SALMA))
    head, *rows = [[*row, own] for row, own in zip(rows_of(kit), ("phone", "+1 202", "0612"), strict=True)]
    rows[0][head.index("sent")] = "12. Mai"
    turned = [row[::-1] for row in (head, *rows[::-1])]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(turned)
    (kit / "who-has-what.csv").write_bytes(text.getvalue().encode("utf-8-sig"))
    out = said(cli, kit, "--to", listed(kit, ADA, CHLOE))
    assert "one person has this kit already, marked as sent." in out
    after = rows_of(kit, ";")
    assert after[:3] == turned
    assert [row[head[::-1].index("e-mail")] for row in after[3:]] == ["ada@x.example", "chloe@x.example"]


def rows_of(kit: Path, delimiter: str = ",") -> list[list[str]]:
    text = (kit / "who-has-what.csv").read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_who_is_left_gets_a_draft_when_the_embargo_is_over(cli: Cli, kit: Path) -> None:
    (kit / "kit.toml").write_text(AHEAD)
    list_ = listed(kit, ADA, CHLOE, SALMA)
    assert "one person has not agreed to embargoes" in said(cli, kit, "--to", list_)
    assert cli("mail", kit, "--to", list_, "--remaining").code == 3
    (kit / "kit.toml").write_text(OVER)
    out = said(cli, kit, "--to", list_, "--remaining")
    assert addressed(kit / "out/drafts-2") == ["chloe@x.example"]
    assert "For 1 person in Français. Left out, for having a draft: 2 people." in out
    done = cli("mail", kit, "--to", list_, "--remaining")
    assert (done.code, "Everybody in list.csv has this kit already." in done.err) == (3, True)


@pytest.mark.parametrize("options", [["--remaining"], ["--together"], ["--remaining", "--correction"], ["--as", "pst"]])
def test_options_that_say_nothing_alone(cli: Cli, kit: Path, options: list[str]) -> None:
    assert cli("mail", kit, *options).code == 2


def test_one_draft_for_each_language_and_a_note_for_one_person_alone(cli: Cli, kit: Path) -> None:
    others = ["Bo Larkin;bo@x.example;;;no;", "Zoé Roux;zoe@x.example;;fr;;"]
    out = said(cli, kit, "--to", listed(kit, ADA, CHLOE, SALMA + NOTE, *others), "--together")
    assert "For 2 people in English, 2 people in Français, 1 person in العربية." in out
    folder = kit / "out/drafts"
    hidden = {path.name: [one.addr_spec for one in mail["Bcc"].addresses] if (mail := read_draft(path))["Bcc"] else None
              for path in folder.glob("*.eml")}  # fmt: skip
    assert hidden == {
        "together-en.eml": ["ada@x.example", "bo@x.example"],
        "together-fr.eml": ["chloe@x.example", "zoe@x.example"],
        "004-salma-x-example.eml": None,
    }
    english = read_draft(folder / "together-en.eml")
    assert english["To"].addresses[0].addr_spec == "ada@quillon.example"
    assert body_of(english, "plain").startswith("Hello,\n\nFerry stops at all nine islands\n")
    assert len(record(kit)) == 5


def test_nobody_gets_a_draft_together_without_an_address_of_ones_own(cli: Cli, kit: Path) -> None:
    (kit / "brand/brand.toml").write_text('name = "Quillon Ferry"\n')
    done = cli("mail", kit, "--to", listed(kit, ADA), "--together")
    assert done.code != 0
    assert not (kit / "out").exists()


def test_a_note_stands_above_the_release_in_one_draft_alone(cli: Cli, kit: Path) -> None:
    heading = HEADING.replace("note", "Message personnel")
    said(cli, kit, "--to", listed(kit, ADA + "Thanks for <b>calling</b>.", SALMA, CHLOE + NOTE, heading=heading))
    ada, salma, chloe = (read_draft(path) for path in sorted((kit / "out/drafts").glob("*.eml")))
    assert body_of(ada, "plain").startswith("Dear Ada Thorn,\n\nThanks for <b>calling</b>.\n\nFerry stops")
    assert "Thanks for &lt;b&gt;calling&lt;/b&gt;.</p>" in body_of(ada, "html")
    assert "202 555 0199" not in body_of(salma, "plain") + body_of(salma, "html")
    page = body_of(chloe, "html")
    assert '<p lang="ar" dir="rtl"' in page
    assert '<span dir="ltr">+1 202 555 0199</span>' in page
    assert "\u200e+1 202 555 0199\u200e" in body_of(chloe, "plain")
    assert [broken_rules(body_of(one, "html")) for one in (ada, salma, chloe)] == [[], [], []]
    assert not any("\ue000" <= letter <= "\ue001" for one in (ada, salma, chloe) for letter in body_of(one, "html"))


def test_a_mailbox_and_a_table_to_fill_mails_in_by(cli: Cli, kit: Path) -> None:
    list_ = listed(kit, ADA + "=1+1", CHLOE, SALMA)
    said(cli, kit, "--to", list_)
    out = said(cli, kit, "--to", list_, "--as", "mbox", "-o", kit.parent / "box")
    assert "Made drafts.mbox, a mailbox of 3 drafts, in " in out
    files = [path.name for path in (kit.parent / "box").iterdir()]
    assert not [name for name in files if name.endswith(".eml")]
    singles = [read_draft(path) for path in sorted((kit / "out/drafts").glob("*.eml"))]
    box = mailbox.mbox(kit.parent / "box/drafts.mbox")
    try:
        for single, boxed in zip(singles, box, strict=True):
            assert boxed["To"] == single.get("To") or boxed["To"].startswith("=?")
            bodies = [part.get_payload(decode=True) for part in boxed.walk() if not part.is_multipart()]
            expected = [part.get_payload(decode=True) for part in single.walk() if not part.is_multipart()]
            assert [body.replace(b"\r\n", b"\n") for body in bodies[:2]] == [
                body.replace(b"\r\n", b"\n") for body in expected[:2]
            ]
            assert bodies[2:] == expected[2:]
    finally:
        box.close()
    sheet = load_workbook(kit.parent / "box/mail-merge.xlsx").active
    head, ada, chloe, salma = ([cell.value for cell in row] for row in sheet.iter_rows())
    assert head[0] == "e-mail"
    assert [row[0] for row in (ada, chloe, salma)] == ["ada@x.example", "chloe@x.example", "salma@x.example"]
    assert [row[head.index("salutation")] for row in (chloe, salma)] == [
        "Bonjour Chloé Dupont,",
        "تحية طيبة سلمى العلوي،",
    ]
    assert ada[head.index("text")].replace("\r\n", "\n") == body_of(singles[0], "plain")
    assert [cell.data_type for row in sheet.iter_rows() for cell in row if cell.value] == ["s"] * sum(
        1 for row in sheet.iter_rows() for cell in row if cell.value
    )


def test_a_text_alone_and_its_folder_know_each_others_people(cli: Cli, kit: Path) -> None:
    english, french = (kit / f"releases/{name}.md" for name in ("en", "fr"))
    said(cli, english, "--to", listed(kit, ADA))
    said(cli, french, "--to", listed(kit, CHLOE))
    out = said(cli, english, "--to", listed(kit, ADA, CHLOE), "--remaining")
    assert "Left out, for having a draft: 1 person." in out
    assert [row["kit"] for row in record(kit)] == ["releases/en.md", "releases/fr.md", "releases/en.md"]
    assert cli("mail", kit, "--to", listed(kit, ADA, CHLOE), "--remaining").code == 3


def test_the_record_is_neither_source_nor_list_of_the_kit(cli: Cli, kit: Path) -> None:
    before = said(cli, kit, "--to", listed(kit, ADA))
    assert "who-has-what.csv keeps who has which file." in before
    assert "who-has-what" not in cli("inspect", kit).out
    assert "who-has-what" not in cli("check", kit).out
    assert "drafts" not in cli("check", kit).out


def test_a_logo_that_is_a_drawing_is_attached_as_a_picture(cli: Cli, kit: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#12355b" d="M0 0h9v9H0z"/></svg>'
    write_kit(kit, {"brand/logo.svg": drawing, "brand/brand.toml": 'logo = "logo.svg"\n' + brand()})
    said(cli, kit, "--to", listed(kit, ADA))
    [draft] = (kit / "out/drafts").glob("*.eml")
    _, logo = read_draft(draft).iter_attachments()
    assert (logo.get_filename(), logo.get_content_type()) == ("logo.png", "image/png")
    assert logo.get_content().startswith(b"\x89PNG")


def test_a_record_that_leads_out_of_the_kit_is_not_read(cli: Cli, kit: Path) -> None:
    secret = kit.parent / "contacts.csv"
    secret.write_text("sent,e-mail\nx,somebody@x.example\n")
    (kit / "who-has-what.csv").symlink_to(secret)
    done = cli("mail", kit, "--to", listed(kit, ADA), "-o", kit.parent / "drafts")
    assert (done.code, "it is a link that leads out of the kit" in done.err) == (7, True)
    assert secret.read_text() == "sent,e-mail\nx,somebody@x.example\n"
    assert not (kit.parent / "drafts").exists()


def test_a_record_that_is_open_in_libreoffice_is_not_added_to(cli: Cli, kit: Path) -> None:
    (kit / ".~lock.who-has-what.csv#").touch()
    done = cli("mail", kit, "--to", listed(kit, ADA))
    assert (done.code, "it is open in LibreOffice" in done.err) == (7, True)
    assert not (kit / "out").exists()


def test_a_zip_has_its_record_beside_it_under_its_name(cli: Cli, kit: Path) -> None:
    for name in ("a", "b"):
        shutil.make_archive(str(kit.parent / "zips" / name), "zip", kit.parent, "kit")
    first, second = (kit.parent / "zips" / name for name in ("a.zip", "b.zip"))
    said(cli, first, "--to", listed(kit, ADA))
    said(cli, second, "--to", listed(kit, ADA, CHLOE), "--remaining")
    assert [row["kit"] for row in record(kit.parent / "zips")] == ["a.zip", "b.zip", "b.zip"]
    assert cli("mail", first, "--to", listed(kit, ADA), "--remaining").code == 3


def test_a_damaged_record_stops_everything_and_stays(cli: Cli, kit: Path) -> None:
    (kit / "who-has-what.csv").write_bytes(b'sent,e-mail\n"never closed,')
    done = cli("mail", kit, "--to", listed(kit, ADA))
    assert done.code == 3
    assert "who-has-what.csv cannot be opened as a table" in done.err
    assert (kit / "who-has-what.csv").read_bytes() == b'sent,e-mail\n"never closed,'
    assert not (kit / "out").exists()
