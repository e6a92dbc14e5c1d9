from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from presskit.reading.formats import mails
from presskit.reading.formats.mails import Mail, read_mail
from presskit.reading.formats.opening import open_source
from tests.support.reading import read_release

RELEASE = """The night ferry sails again

SALTMARSH, June 4, 2026 – The night ferry sails again tonight, nine years after the storm took her sister ship.

“We kept the bell,” said Nell Farrow, the harbour master.

Contact: Nell Farrow, 202-555-0142
"""
SIGNATURE = "-- \nTom Pell\nInternal extension 4711\nSecret Street 9\n"
LEGAL = "This e-mail is confidential and intended for the addressee only. If you are not that person, delete it."


def saved(path: Path, text: str, html: str | None = None, attached: str | None = None) -> Path:
    message = EmailMessage()
    message["From"] = "Tom Pell <tom@inside.example>"
    message["To"] = "Ana Ruiz <ana@inside.example>"
    message["Subject"] = "FW: release for tomorrow"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    if attached:
        message.add_attachment(b"x", maintype="application", subtype="pdf", filename=attached)
    path.write_bytes(message.as_bytes())
    return path


def printed(path: Path) -> str:
    return "\n".join(block.text for block in open_source(path).text.blocks)


NOTES = {
    "nothing": "",
    "a note": "Hi Ana,\n\nhere is tomorrow's release, please keep the budget figure out.\n\nBest regards,\nTom\n\n",
    "forwarded": "FYI, not for the press yet: the fare doubles.\n\n-----Original Message-----\nFrom: Tom\n"
    "Sent: Monday\nTo: Ana\nSubject: release\n\n",
    "forwarded, in German": "Bitte noch vertraulich.\n\nVon: Tom\nGesendet: Montag\nAn: Ana\nBetreff: Meldung\n\n",
    "to the status line": "Dear both, two changes as discussed, budget stays secret.\n\nFOR IMMEDIATE RELEASE\n\n",
}


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
@pytest.mark.parametrize("is_html", [False, True])
def test_of_a_saved_mail_only_the_release_is_read(tmp_path: Path, note: str, is_html: bool) -> None:
    text = f"{note}{RELEASE}\n{SIGNATURE}\n{LEGAL}\n"
    html = "".join(f"<p>{'<br>'.join(part.splitlines())}</p>" for part in text.split("\n\n") if part.strip())
    path = saved(tmp_path / "mail.eml", text, f"<html><body>{html}</body></html>" if is_html else None)
    release = read_release(path).document
    assert release.headline == "The night ferry sails again"
    assert release.dateline
    assert [contact.name for contact in release.contacts] == ["Nell Farrow"]
    shown = printed(path)
    for secret in ("budget", "inside.example", "4711", "Secret Street", "confidential", "fare doubles", "Ana"):
        assert secret not in shown
    left = " ".join(line.text for line in open_source(path).text.removed)
    assert "Secret Street 9" in left
    assert "FW: release for tomorrow" in left


def test_the_whole_of_a_quoted_mail_is_read_without_its_signs(tmp_path: Path) -> None:
    quoted = "\n".join(f"> {line}" for line in RELEASE.splitlines())
    assert printed(saved(tmp_path / "mail.eml", quoted)).startswith("The night ferry sails again\n")


def test_what_is_attached_is_named(tmp_path: Path) -> None:
    opened = open_source(saved(tmp_path / "mail.eml", RELEASE, attached="Fare list.pdf"))
    [told] = [item for item in opened.findings if item.code == "s-024"]
    assert "Fare list.pdf" in told.message


def test_a_mail_that_outlook_saved_is_read_as_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mail = Mail("Release", f"{NOTES['a note']}{RELEASE}", is_html=False, attached=("a.jpg",))
    text, found = read_mail(mail, tmp_path / "a.msg")
    assert text.blocks[0].text == "The night ferry sails again"
    assert [item.code for item in found] == ["s-024"]


def test_a_damaged_outlook_mail_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.msg"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0".encode("utf-16-le") + b"\0" * 2000)
    with pytest.raises(mails.SourceError) as caught:
        open_source(path)
    assert [problem.code for problem in caught.value.problems] == ["s-023"]


def test_an_encoding_that_nobody_knows_loses_no_word(tmp_path: Path) -> None:
    path = saved(tmp_path / "mail.eml", RELEASE)
    path.write_bytes(path.read_bytes().replace(b'charset="utf-8"', b'charset="x-klingon"'))
    assert "sails again tonight" in printed(path)
