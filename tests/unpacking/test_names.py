"""Names in ZIPs of programs that do not say in which signs they write."""

from __future__ import annotations

import struct
import zipfile
import zlib

import pytest

from presskit.unpacking.names import doubtful, names_of

SAID = 0x800
SECOND = 0x7075


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


def with_second(first: bytes, second: bytes, behind: bytes) -> zipfile.ZipInfo:
    """Return an entry with a second name, which says that it stands behind `behind`; a moment stands before it."""
    one = entry(first)
    field = struct.pack("<BI", 1, zlib.crc32(behind)) + second
    one.extra = struct.pack("<HHI", 0x5455, 4, 0) + struct.pack("<HH", SECOND, len(field)) + field
    return one


def test_the_second_name_of_windows_is_read() -> None:
    name = "Новости.docx"
    assert names_of([with_second(b"_______.docx", name.encode(), b"_______.docx")]) == [name]


def test_a_second_name_that_is_not_that_files_is_left() -> None:
    assert names_of([with_second(b"a.docx", b"b.docx", b"other.docx")]) == ["a.docx"]  # renamed since
    assert names_of([with_second(b"a.docx", b"\xff", b"a.docx")]) == ["a.docx"]
    cut = with_second(b"a.docx", b"b.docx", b"a.docx")
    cut.extra = cut.extra[:13]
    assert names_of([cut]) == ["a.docx"]


COUNTRIES = {
    "cp866": ["Пресс-релиз.docx", "Новости.docx", "Фото/Маяк.jpg", "О компании.docx", "Приложение №1.docx"],
    "cp1251": ["Пресс-релиз.docx", "Новости.docx", "логотип.png"],
    "cp932": ["プレスリリース.docx", "写真/灯台.jpg", "表紙.pdf", "ソフト.docx"],
    "gbk": ["新闻稿.docx", "照片/灯塔.jpg", "公司简介.docx"],
    "cp949": ["보도자료.docx", "사진/등대.jpg", "회사소개.docx"],
    "cp950": ["新聞稿.docx", "照片/燈塔.jpg", "公司簡介.docx"],
    "cp852": ["Zdjęcia/latarnia.jpg", "Tisková zpráva.docx", "Sajtóközlemény.docx", "Příloha.docx"],
    "cp737": ["Δελτίο Τύπου.docx", "Φωτογραφίες.jpg"],
    "cp720": ["بيان صحفي.docx", "صور/منارة.jpg"],
    "cp862": ["הודעה לעיתונות.docx", "תמונות/סירה.jpg"],
    "cp850": ["São João.docx", "Modèle.docx", "Naïf.docx"],
}


@pytest.mark.parametrize("page", [page for page in COUNTRIES if page != "cp862"])
def test_names_of_any_country_are_read_as_they_were_written(page: str) -> None:
    assert read(*(name.encode(page) for name in COUNTRIES[page])) == COUNTRIES[page]


@pytest.mark.parametrize("page", COUNTRIES)
def test_a_name_that_may_be_another_is_told(page: str) -> None:
    for name in COUNTRIES[page]:
        entries = [entry(name.encode(page)), entry(b"plain.docx")]
        [first, _] = names_of(entries)
        assert first == name or doubtful(entries) == (first,)


@pytest.mark.parametrize("name", ["Communiqué.docx", "Größe der Fähre.docx", "Château.docx", "Niños.docx", "Été.docx"])
def test_what_can_be_read_one_way_alone_is_in_no_doubt(name: str) -> None:
    assert doubtful([entry(name.encode("cp850"))]) == ()
