from __future__ import annotations

import re
from pathlib import Path

import pytest
from pikepdf import Permissions

from presskit.findings import Where
from presskit.reading.locks import LockedError, open_pdf
from tests.support.encrypted import LOCKS, encrypted
from tests.support.small_pdf import SmallPart, small_pdf

PLAIN = small_pdf([SmallPart("Ferry sails", ["Ferry sails at dawn"])]).bytes()
WHERE = Where(Path("kit.pdf"))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_pdf_with_a_password_is_refused_by_its_name(lock: str) -> None:
    with pytest.raises(LockedError) as caught:
        open_pdf(encrypted(PLAIN, lock, user="secret"), WHERE)
    [problem] = caught.value.problems
    assert (problem.code, problem.where) == ("p-022", WHERE)
    assert problem.message == "kit.pdf is locked with a password: it cannot be opened."


@pytest.mark.parametrize("lock", LOCKS)
def test_a_protected_pdf_is_read_and_says_what_it_forbids(lock: str) -> None:
    opened = open_pdf(encrypted(PLAIN, lock), WHERE)
    assert opened.reader.pages[0].extract_text() == "Ferry sails at dawn"
    assert opened.reader.metadata.title == "A kit"  # type: ignore[union-attr]
    assert {"printing", "copying"} <= {*(opened.forbids or ())}


@pytest.mark.parametrize(
    ("allowed", "says"),
    [
        (Permissions(), "is encrypted"),
        (Permissions(print_highres=False), "forbids sharp printing"),
        (Permissions(print_lowres=False, print_highres=False), "forbids printing"),
        (Permissions(extract=False, modify_other=False), "forbids copying and changing"),
    ],
)
def test_what_is_forbidden_is_said_in_words(allowed: Permissions, says: str) -> None:
    assert open_pdf(encrypted(PLAIN, allow=allowed), WHERE).protection == says


def test_a_pdf_without_a_lock_has_no_protection() -> None:
    assert open_pdf(PLAIN, WHERE).protection == ""


def test_a_pdf_that_speaks_of_encryption_has_no_protection() -> None:
    words = small_pdf([SmallPart("Locks", ["Write /Encrypt into it"])])
    words.pdf.docinfo["/Title"] = "/Encrypt"
    opened = open_pdf(words.bytes(), WHERE)
    assert opened.protection == ""
    assert opened.reader.pages[0].extract_text() == "Write /Encrypt into it"


def test_no_lock_is_no_lock() -> None:
    assert open_pdf(PLAIN.replace(b"/Root", b"/Encrypt null /Root"), WHERE).protection == ""


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_is_seen_however_its_name_is_written(lock: str) -> None:
    hidden = encrypted(PLAIN, lock, user="secret").replace(b"/Encrypt ", b"/#45ncr#79pt ")
    with pytest.raises(LockedError):
        open_pdf(hidden, WHERE)


@pytest.mark.parametrize(
    ("entry", "instead"),
    [
        (rb"/Filter /Standard", b"/Filter /Adobe.PubSec"),
        (rb"/Filter /Standard", b"/Filter /Acme.Lock"),
        (rb"/Filter /Standard", b""),
        (rb"/R 6", b"/R 99"),
        (rb"/R 6", b"/R (six)"),
        (rb"/V 5", b"/V 9"),
        (rb"/O <[0-9a-f]+>", b""),
        (rb"/O <[0-9a-f]+>", b"/O 7"),
        (rb"/U <[0-9a-f]+>", b""),
        (rb"/U <[0-9a-f]+>", b"/U <00>"),
        (rb"/P -?\d+", b""),
        (rb"/Encrypt \d+ 0 R", b"/Encrypt 5"),
        (rb"/Encrypt \d+ 0 R", b"/Encrypt <<>>"),
        (rb"/Encrypt \d+ 0 R", b"/Encrypt [/Standard]"),
    ],
)
def test_a_lock_that_nobody_knows_or_that_is_damaged_is_refused(entry: bytes, instead: bytes) -> None:
    locked = encrypted(PLAIN)
    damaged = re.sub(entry, instead, locked)
    assert damaged != locked
    with pytest.raises(LockedError) as caught:
        open_pdf(damaged, WHERE)
    assert caught.value.problems[0].message.startswith("kit.pdf is locked ")
