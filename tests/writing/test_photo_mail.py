"""A mail that hands on one photo says first what it may be used for, and is addressed to nobody."""

from __future__ import annotations

import email
import email.policy
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from presskit.model import Brand, Embargo, Kit, Photo
from presskit.writing.mails.photo import photo_mail

EMBARGO = Embargo(datetime(2026, 5, 12, 9, tzinfo=ZoneInfo("Europe/London")), "Europe/London")
PHOTO = Photo(
    Path("quay.jpg"),
    600,
    400,
    caption="The <quay> & its boats.",
    credit="Ada Thorn",
    terms="Free for news.",
    alt="A quay",
)


@pytest.mark.parametrize(
    ("code", "first"), [("en", "Terms of use: Free for news."), ("fr", "Conditions d’utilisation")]
)
def test_terms_come_first_then_caption_and_credit(code: str, first: str) -> None:
    kit = Kit("Nine piers", Brand("Quillon Ferry"), code, Path("kit"), ())
    mail = email.message_from_bytes(photo_mail(kit, PHOTO, "quay.jpg", b"\xff\xd8"), policy=email.policy.default)
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain
    assert page
    lines = [line for line in plain.get_content().splitlines() if line]
    assert lines[0].startswith(first)
    assert ["quay" in line or "Ada Thorn" in line for line in lines] == [False, True, True]
    assert "The &lt;quay&gt; &amp; its boats." in page.get_content()
    assert (mail["To"], mail["X-Unsent"], mail["Subject"]) == (None, "1", "Nine piers")
    assert [part.get_filename() for part in mail.iter_attachments()] == ["quay.jpg"]


def test_an_embargo_is_said_before_all() -> None:
    kit = Kit("Nine piers", Brand("Quillon Ferry"), "en", Path("kit"), (), embargo=EMBARGO)
    mail = email.message_from_bytes(photo_mail(kit, PHOTO, "quay.jpg", b""), policy=email.policy.default)
    plain = mail.get_body(("plain",))
    assert plain
    assert plain.get_content().startswith("Embargoed until")
    assert mail["Subject"] == "EMBARGOED: Nine piers"
