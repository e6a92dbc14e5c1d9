"""A draft is a mail that Python's own parser reads back, the same bytes each time."""

from __future__ import annotations

import email
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses

import pytest

from presskit.composing.languages import language
from presskit.composing.wording.salutations import Salutation
from presskit.errors import UsageError
from presskit.reading.lists.people import Recipient
from presskit.writing.mails.letters import NOTE, SALUTATION, Letter
from presskit.writing.mails.mail import attachment, draft, limit_bytes

DEAR, HELLO = (Salutation(words, language("en")) for words in ("Dear Ada,", "Hello,"))
LONG = "Côte d’Azur, “the long way round”: " * 12
ARABIC = "تسع منارات تفتح أبوابها للزوار: ساحل مورو يستعيد حراسه"


def letter(text: str = "Plain words.", subject: str = "Ferry sails") -> Letter:
    return Letter(language("en"), subject, f"{SALUTATION}\n\n{NOTE}\n\n{text}\n", f"<p>{SALUTATION}</p><p>{text}</p>")


def read(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    assert not [part.defects for part in message.walk() if part.defects]
    return message


def addressed(data: bytes) -> tuple[str, str]:
    """Return name and address of the one person a mail is for."""
    [(name, address)] = getaddresses(email.message_from_bytes(data).get_all("To", []))
    return str(make_header(decode_header(name))), address


@pytest.mark.parametrize("text", ["Plain.", LONG, ARABIC * 30, "=_presskit_mail\n--=_presskit_body--\n\nFrom here"])
def test_texts_survive(text: str) -> None:
    message = read(draft(letter(text, text[:300].replace("\n", " ")), DEAR))
    plain, html = (message.get_body((kind,)) for kind in ("plain", "html"))
    assert plain
    assert html
    assert plain.get_content().replace("\r\n", "\n") == f"Dear Ada,\n\n{text}\n"
    assert (
        html.get_content().replace("\r\n", "\n") == f'<p><span lang="en" dir="ltr">Dear Ada,</span></p><p>{text}</p>\n'
    )
    assert message["Subject"] == text[:300].replace("\n", " ")


def test_it_opens_as_a_mail_to_be_sent_and_names_no_moment_and_no_sender() -> None:
    message = read(draft(letter(), HELLO))
    assert sorted(message.keys()) == ["Content-Type", "MIME-Version", "Subject", "X-Unsent"]
    assert message["X-Unsent"] == "1"


def test_no_space_of_a_subject_is_lost() -> None:
    subject = "العبارة تصل إلى تسع جزر – Été, à l’heure 9:00 EMBARGOED: один два"
    assert read(draft(letter(subject=subject), HELLO))["Subject"] == subject


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Chloé", "Dupont"),
        ("سلمى", "العلوي – à la une"),
        ("Ada", 'Thorn, the "Elder" <x@y.example>'),
        ("Maria " * 20, "O’Hara"),
    ],
)
def test_names_survive_and_are_nothing_but_names(first: str, last: str) -> None:
    person = Recipient(2, "ada@x.example", first.strip(), last)
    data = draft(letter(), HELLO, person)
    message = read(data)
    # By the older of Python's two parsers: the newer one adds spaces between encoded words, against RFC 2047, 6.2.
    assert addressed(data) == (person.name, "ada@x.example")
    assert "Bcc" not in message


@pytest.mark.parametrize("name", ["kit.pdf", "Communiqué – été.pdf", "ملف صحفي.pdf", f"{'long-' * 40}name.pdf"])
def test_attachments_survive(name: str) -> None:
    data = bytes(range(256)) * 40
    [part] = read(draft(letter(), HELLO, None, [attachment(name, data)])).iter_attachments()
    assert (part.get_filename(), part.get_content_type(), part.get_content()) == (name, "application/pdf", data)


def test_equal_words_give_equal_bytes_and_lines_a_mail_may_have() -> None:
    drafts = {draft(letter(LONG), HELLO, None, [attachment("a.jpg", b"x" * 999)]) for _ in range(2)}
    [data] = drafts
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 998  # RFC 5322, 2.1.1
    assert not [line for line in lines if b"\n" in line or b"\r" in line]
    assert data.isascii()


@pytest.mark.parametrize(
    ("words", "size"),
    [("10MB", 10_000_000), ("7.3 MB", 7_300_000), ("7,3mb", 7_300_000), ("500kB", 500_000), ("9000000", 9_000_000)],
)
def test_limits(words: str, size: int) -> None:
    assert limit_bytes(words) == size


@pytest.mark.parametrize("words", ["", "big", "0", "-1MB", "10 apples", "1e9"])
def test_what_is_no_limit(words: str) -> None:
    with pytest.raises(UsageError, match="--mail-limit"):
        limit_bytes(words)


@pytest.mark.parametrize("name", ["=?utf-8?q?Ada=0D=0ABcc:_b=40x.example?=", "=?utf-8?b?DQpCY2M6IGJAeC5leGFtcGxl?="])
def test_a_name_written_like_an_encoded_one_is_only_a_name(name: str) -> None:
    message = read(draft(letter(subject=name), HELLO, Recipient(2, "ada@x.example", "", name)))
    assert [(address.display_name, address.addr_spec) for address in message["To"].addresses] == [
        (name, "ada@x.example")
    ]
    assert message["Subject"] == name
