"""Text, web page and PDF say the same words: nothing changed, nothing lost, whatever each of them looks like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from presskit.checking import words
from presskit.checking.words import Said, check_disclosure, check_file_words, check_words, mismatch, page_text, words_of
from presskit.making.build import read_kit
from presskit.making.orders import BuildOrder
from presskit.model import Kit
from presskit.sorting.sources import find_sources
from presskit.writing.text import document_text, kit_text
from tests.conftest import EXAMPLE
from tests.support.in_process import InProcess
from tests.support.kit_page import kit_page

Cli = Callable[..., SimpleNamespace]


@pytest.fixture(scope="module")
def kit() -> Kit:
    order = BuildOrder((EXAMPLE,))
    return read_kit(InProcess(), order, find_sources(order.sources)).kit  # type: ignore[arg-type]


def test_pdf_text_and_page_of_a_kit_say_the_same(kit: Kit, example: Path) -> None:
    assert len(kit.releases) == 3
    outputs = {
        "kit.pdf": example.read_bytes(),  # read with pypdf
        "kit.txt": kit_text(kit).encode(),
        "ascii.txt": kit_text(kit, ascii_only=True).encode(),
        "kit.html": kit_page(kit, {}),
    }
    assert [item for name, data in outputs.items() for item in check_file_words(kit, name, data)] == []


def test_each_release_alone_says_the_same(kit: Kit) -> None:
    for release in kit.releases:
        text = document_text(kit, release).encode()
        assert list(check_file_words(kit, "release.txt", text, [release])) == []


CHANGES = {
    "a number": ("420 books", "402 books"),
    "a word less": ("We never meant", "We meant"),
    "a word more": ("We never meant", "We really never meant"),
    "two words in the other order": ("lamp and a stove", "stove and a lamp"),
    "a headline": ("reaches its seventh village", "reaches the seventh village"),
    "a note": ("kept for the press", "free for the press"),
}


@pytest.mark.parametrize(("old", "new"), CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("name", ["kit.txt", "kit.html"])
def test_a_change_is_found_with_its_words(kit: Kit, name: str, old: str, new: str) -> None:
    data = kit_text(kit).encode() if name == "kit.txt" else kit_page(kit, {})
    body = data.replace(old.encode(), new.encode())
    assert body != data
    found = list(check_file_words(kit, name, body))
    assert {item.code for item in found} == {"c-033"}
    assert "A library on a wire" in found[0].message


@pytest.mark.parametrize("parted", ["https://\nquay.example/map", "https://quay.example/\nmap"])
def test_an_address_that_parts_at_a_lines_end_is_joined(kit: Kit, parted: str) -> None:
    address = parted.replace("\n", "")
    assert mismatch_of(f"Ask at {address} for the map.", f"Ask at {parted} for the map.") is None


def test_a_word_that_fits_no_line_is_joined_and_no_other() -> None:
    address = "www.quay.example/" + "tide" * 20
    assert mismatch_of(f"See {address} now.", f"See {address[:40]}\n{address[40:70]}\n{address[70:]} now.") is None
    assert mismatch_of(f"See {address} now.", f"See {address[:40]}\n{address[41:]} now.")
    assert mismatch_of("A therapist came.", "A the rapist came.")


def mismatch_of(wanted: str, found: str) -> tuple[str, str] | None:
    return mismatch(words_of(wanted), Said(found))


def test_the_difference_is_shown(kit: Kit) -> None:
    text = document_text(kit, kit.releases[0]).replace("420 books", "402 books")
    [found] = check_words(kit, kit.releases[0], Said(text), "release.txt")
    assert "should read “ropeway carried 420 books into" in found.message
    assert "and reads “ropeway carried 402 books into" in found.message


def test_a_release_that_is_missing_is_found(kit: Kit) -> None:
    [found] = check_words(kit, kit.releases[0], Said("Nothing is here."), "release.txt")
    assert "reads “nothing”" in found.message


def test_a_lost_disclosure_is_found(kit: Kit) -> None:
    assert kit.brand.disclosure
    assert list(check_disclosure(kit, Said(f"… {kit.brand.disclosure} …"), "mail.txt")) == []
    [found] = check_disclosure(kit, Said(kit.brand.disclosure[:-9]), "out/mail.txt")
    assert (found.code, found.message) == ("c-034", "The disclosure does not stand in mail.txt.")


def test_an_address_that_goes_on_in_the_next_line_is_the_same(kit: Kit) -> None:
    said = "Look at https://quay.example/tickets/2026 first."
    own = replace(kit, brand=replace(kit.brand, disclosure=said))
    for text in (said, "Look at https://\nquay.example/tickets/2026 first.", said.replace("tickets/", "tickets/\n")):
        assert list(check_disclosure(own, Said(text), "kit.txt")) == []
    assert list(check_disclosure(own, Said(said.replace("tickets/", "tickets/s")), "kit.txt"))


def test_a_text_is_read_once_for_all_releases(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    own = words._words_with_labels
    monkeypatch.setattr(words, "_words_with_labels", lambda text: read.append(text) or own(text))
    text = kit_text(kit)
    assert list(check_file_words(kit, "kit.txt", text.encode(), kit.releases * 20)) == []
    assert read.count(text) == 1


def test_a_page_is_read_as_it_is_seen() -> None:
    page = "<p>One</p><p>two<br>three <b>four</b></p><script>no</script><p hidden>no</p><table><tr><td>5<td>6</table>"
    assert page_text(page.encode()).split() == ["One", "two", "three", "four", "5", "6"]


def test_files_are_checked_against_their_kit(cli: Cli, kit: Kit, example: Path, tmp_path: Path) -> None:
    text = tmp_path / "kit.txt"
    text.write_text(kit_text(kit), encoding="utf-8")
    assert cli("check", text, "--against", EXAMPLE).code == 0
    assert cli("check", example, "--against", EXAMPLE).code == 0
    text.write_text(kit_text(kit).replace("420", "402"), encoding="utf-8")
    done = cli("check", text, "--against", EXAMPLE)
    assert done.code == 8
    assert "carried 402 books into Upper” where the kit says “slate ropeway carried 420" in done.out
