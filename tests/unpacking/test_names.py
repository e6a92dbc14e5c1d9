"""Names in ZIPs of programs that do not say in which signs they write."""

from __future__ import annotations

import zipfile

import pytest

from presskit.unpacking.names import names_of

SAID = 0x800


def entry(name: bytes, flags: int = 0) -> zipfile.ZipInfo:
    """Return an entry as zipfile reads it from a list."""
    one = zipfile.ZipInfo(name.decode("utf-8" if flags else "cp437"))
    one.flag_bits = flags
    return one


def read(*names: bytes) -> list[str]:
    return names_of([entry(name) for name in names])


@pytest.mark.parametrize("page", ["cp437", "cp850", "cp1252", "utf-8"])
@pytest.mark.parametrize(
    "name",
    ["Communiqué.docx", "Größe der Fähre.docx", "Niños y mañana.docx", "Société générale.docx", "Été à Nîmes.docx"],
)
def test_a_name_is_read_in_the_signs_it_was_written_in(page: str, name: str) -> None:
    assert read(name.encode(page)) == [name]


@pytest.mark.parametrize(
    "name", ["Málaga.docx", "Fact Sheet – final.docx", "L’été.docx", "“Märchen”.docx", "Größe.docx", "À la une.docx"]
)
def test_windows_own_signs_are_not_taken_for_those_of_terminals(name: str) -> None:
    assert read(name.encode("cp1252")) == [name]


def test_all_names_that_do_not_say_it_are_read_alike() -> None:
    assert read("März.docx".encode("cp1252"), "Presse – März.docx".encode("cp1252"))[0] == "März.docx"


@pytest.mark.parametrize("name", ["صور.jpg", "e\u0301te\u0301.docx", "新聞.docx"])
def test_utf_8_is_read_whether_a_zip_says_so_or_not(name: str) -> None:
    written = name.encode()
    assert names_of([entry(written), entry(written, SAID)]) == [name, name]
