"""What is internal never gets out: thirty files with a secret each, and every output searched."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.conftest import Cli
from tests.hostile.planted import faces
from tests.kits.test_folders import found_in, printed_words, sorted_folder
from tests.support.internal_files import INTERNAL, Internal
from tests.support.mails import body_of, read_draft
from tests.support.writing import release, write_kit

MAIL = """From: Tom Qzvtom <qzvtom@inside.example>
To: Ana Qzvana <qzvana@inside.example>
Cc: board@qzvboard.example
Subject: FW: qzvsubject
Date: Thu, 04 Jun 2026 09:00:00 +0000
Content-Type: text/plain; charset=utf-8

Hi Ana, the qzvbudget doubles, keep that to yourself.

Best regards
Tom Qzvtom

-----Original Message-----
From: Nell Qzvnell <qzvnell@inside.example>
Sent: Wednesday
To: Tom Qzvtom
Subject: qzvsubject

FOR IMMEDIATE RELEASE

The lighthouse of Larkin gets its lamp back

LARKIN, June 4, 2026 – The lighthouse of Larkin gets its lamp back tonight, the harbour office said.

Contact: Nell Farrow, +1 202-555-0142, press@harbour.example

--\x20
Tom Qzvtom
Qzvstreet 9, extension 4711
"""
PEOPLE = "email,name,outlet\nqzvlist@paper.example,Qzvlist Person,Qzvlist Paper\nkit@radio.example,Kit Orme,Radio\n"


@pytest.mark.parametrize("one", INTERNAL, ids=lambda one: f"{one.path}, {one.place}")
def test_a_marked_file_stays_inside(one: Internal, tmp_path: Path) -> None:
    path = one.write(tmp_path / "kit")
    done = sorted_folder(tmp_path / "kit")
    assert found_in(done)[path] == "internal", done
    assert not done.texts


@pytest.mark.parametrize("one", INTERNAL, ids=lambda one: f"{one.path}, {one.place}")
def test_without_its_mark_it_would_be_printed(one: Internal, tmp_path: Path) -> None:
    one.write(tmp_path / "kit", is_marked=False)
    [text] = sorted_folder(tmp_path / "kit").texts
    assert one.secret in " ".join(printed_words(text))


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    kit = write_kit(tmp_path / "kit", {"Opening.md": release(), "Press list.csv": PEOPLE, "Fwd lamp.eml": MAIL})
    for one in INTERNAL:
        one.write(kit)
    return kit


def searched(folder: Path) -> str:
    """Return all that can be read in what lies in a folder: words of pages, members of ZIPs, parts of mails."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    assert files
    inside = (text for path in files for _, text in faces(path.read_bytes(), path.name))
    return "\n".join([*(path.name for path in files), *inside]).casefold()


def leaked(words: str) -> list[str]:
    return [one.path for one in INTERNAL if one.secret in words]


@pytest.mark.slow
@pytest.mark.usefixtures("in_process")
def test_no_output_holds_a_secret(cli: Cli, kit: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for words in (("kit.pdf",), ("kit.txt",), ("kit.html",), ("kit.zip",), ("print.pdf", "--for", "print")):
        done = cli("build", kit, "-o", out / words[0], *words[1:])
        assert done.code == 0, done.out + done.err
    words = searched(out)
    assert "gets its lamp back" in words
    assert not leaked(words)
    assert "qzv" not in words, "nobody of the list, nothing of the mail around the release"


def said_in(mail: EmailMessage) -> str:
    """Return what a mail says itself, in small letters: a letter of an encoded file says nothing."""
    return "\n".join([*map(str, mail.values()), body_of(mail, "plain"), body_of(mail, "html")]).casefold()


@pytest.mark.usefixtures("in_process")
def test_no_draft_and_no_archive_holds_a_secret(cli: Cli, kit: Path, tmp_path: Path) -> None:
    drafts, out = tmp_path / "drafts", tmp_path / "out/kit.zip"
    assert cli("build", kit, "-o", out).code == 0
    done = cli("mail", kit, "-o", drafts, "--to", kit / "Press list.csv")
    assert done.code == 0, done.out + done.err
    words = searched(out.parent)
    assert "gets its lamp back" in words
    assert not leaked(words)
    assert "qzv" not in words, "nobody of the list, nothing of the mail around the release"
    assert not leaked(searched(drafts))
    mails = [read_draft(path) for path in drafts.glob("*.eml")]
    assert {str(mail["To"]) for mail in mails} == {
        "Qzvlist Person <qzvlist@paper.example>",
        "Kit Orme <kit@radio.example>",
    }
    others = [mail for mail in mails if "qzvlist" not in str(mail["To"])]
    assert len(others) == 1
    assert "qzv" not in said_in(others[0])
