from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from presskit.reading.formats.encodings import Decoded
from presskit.reading.formats.encodings import guess as guess_or_none
from presskit.reading.formats.opening import open_source


def guess(data: bytes) -> Decoded:
    read = guess_or_none(data)
    assert read
    return read


TEXTS = {
    "fr": "Le bac de nuit reprend la mer. L’équipe a gardé la cloche. « Quelle fête », a dit Zoé Lefèvre à l’aube.",
    "de": "Die Fähre fährt wieder. „Wir behielten die Glocke“, sagte Jürgen Größmann über die schöne Überfahrt.",
    "es": "El ferry zarpa esta noche, después de nueve años. «Guardamos la campana», dijo la señora Núñez.",
    "en": "The ferry sails again. “We kept the bell,” said Nell – a café opens on the quay, and tea is £3.",
    "name": "The cafe opened. Contact: Zoë Müller.",
    "pl": "Nocny prom znów wypływa z portu w Łodzi. „Zachowaliśmy dzwon”, powiedział Żółkiewski po powrocie.",
    "cs": "Noční trajekt znovu vyplouvá z přístavu. Ředitelka řekla, že zvon zůstal v Plzeňské věži.",
    "hu": "Az éjszakai komp újra kifut a kikötőből. Megőriztük a harangot, mondta a révkapitány hűségesen.",
    "ru": "Ночной паром снова выходит в море. «Мы сохранили колокол», сказала начальница порта.",
    "ar": "تبحر العبارة الليلية من جديد هذه الليلة. وقالت مديرة الميناء: احتفظنا بالجرس في المملكة",
}
SAVED = [
    *((name, encoding) for name in ("fr", "de", "es", "en", "name") for encoding in ("cp1252", "mac_roman")),
    *((name, "cp1250") for name in ("pl", "cs", "hu")),
    ("ru", "cp1251"),
    ("ar", "cp1256"),
]


@pytest.mark.parametrize(("name", "encoding"), SAVED)
def test_old_texts_are_read_as_they_were_meant(name: str, encoding: str) -> None:
    read = guess(TEXTS[name].encode(encoding))
    assert read.text == TEXTS[name]


@pytest.mark.parametrize("name", ["cs", "hu", "pl", "ru", "ar", "fr"])
def test_latin_words_beside_them_change_nothing(name: str) -> None:
    text = TEXTS[name] + "\nThe ferry sails again; ring nell@quay.example, or see https://quay.example/press." * 3
    encoding = next(encoding for saved, encoding in SAVED if saved == name)
    read = guess(text.encode(encoding))
    assert (read.text, read.doubt) == (text, "")


@pytest.mark.parametrize("name", ["fr", "ru", "ar"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_unicode_without_a_mark(name: str, encoding: str) -> None:
    assert guess(TEXTS[name].encode(encoding)).text == TEXTS[name]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_leaves_no_doubt(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXTS["fr"].encode(encoding))
    opened = open_source(path)
    assert opened.text.blocks[0].text == TEXTS["fr"]
    assert not opened.findings


def test_a_doubt_is_told_with_the_word_and_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Forêt".encode("cp1252"))
    [told] = [item for item in open_source(path).findings if item.code == "c-037"]
    assert "Western Windows" in told.message
    assert "“Forêt”" in told.message


@pytest.mark.parametrize("name", ["fr", "de", "es", "en"])
def test_ordinary_old_texts_are_not_doubted(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXTS[name].encode("cp1252"))
    assert not [item for item in open_source(path).findings if item.code == "c-037"]


# Names and outlets as lists hold them: no sentence, and more Latin letters in addresses than in words.
LISTS = {
    "cp1252": ["Hélène Lefèvre", "Zoë Müller", "Jürgen Größmann", "Søren Ødegård", "Señora Núñez", "L’Équipe du Quai"],
    "mac_roman": ["Hélène Lefèvre", "Zoë Müller", "Jürgen Größmann", "Señora Núñez", "L’Équipe du Quai"],
    "cp1250": ["Łukasz Żółkiewski", "Jiří Dvořák", "Šárka Nováková", "Małgorzata Śliwa", "Zsófia Szőke"],
    "cp1251": ["Анна Петрова", "Фёдор Жуков", "Юлия Щукина", "Вестник моря", "Сергей Лебедев"],
    "cp1256": ["سلمى العلوي", "أحمد المالكي", "فاطمة الزهراء", "جريدة الشاطئ", "عائشة الإدريسي"],
    "cp1253": ["Ελένη Νικολάου", "Κώστας Δήμου", "Άννα Ψαρρά", "Πέτρος Λάμπρου"],
}


def as_list(names: Sequence[str]) -> str:
    rows = [f"{name};person{number}@globe.example;Globe" for number, name in enumerate(names)]
    return "\r\n".join(["name;e-mail;outlet", *rows, ""])


@pytest.mark.parametrize("encoding", LISTS)
def test_an_old_list_is_read_as_it_was_meant_and_not_doubted(encoding: str) -> None:
    text = as_list(LISTS[encoding])
    read = guess(text.encode(encoding))
    assert (read.text, read.doubt) == (text, "")


@pytest.mark.parametrize(
    ("encoding", "name"), [(encoding, name) for encoding, names in LISTS.items() for name in names]
)
def test_a_list_of_one_is_never_read_wrongly_in_silence(encoding: str, name: str) -> None:
    read = guess(as_list([name]).encode(encoding))
    assert read.doubt or read.text == as_list([name])


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1254", "Gülşen Yıldız"), ("cp1255", "נועה פרץ"), ("cp1257", "Jānis Bērziņš"), ("cp437", "Zoë Müller")],
)
def test_a_list_in_an_encoding_that_is_hard_to_tell_is_doubted(encoding: str, name: str) -> None:
    read = guess(as_list([name]).encode(encoding))
    assert read.doubt or read.text == as_list([name])


def test_a_doubt_about_a_list_holds_its_first_words() -> None:
    read = guess(as_list(["Forêt", "Anaïs"]).encode("cp1252"))
    assert (read.encoding, read.doubt) == ("Western Windows", "Forêt, Anaïs")
