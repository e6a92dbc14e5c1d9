from __future__ import annotations

import hashlib

import pytest

from presskit import fonts
from presskit.fonts import Face, find_face, shipped_faces
from presskit.resources import shipped

SANS = find_face(shipped_faces(), "Pk-Sans", 700)


def test_shipped_files_are_the_ones_their_list_names() -> None:
    folder = shipped("assets/fonts")
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split() for line in lines)}
    files = {path.relative_to(folder).as_posix() for path in folder.glob("*/*")}
    assert set(sums) == files
    assert {face.path.relative_to(folder).as_posix() for face in shipped_faces()} <= files
    for name, digest in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_every_typeface_comes_with_its_licence() -> None:
    for face in shipped_faces():
        assert "SIL OPEN FONT LICENSE" in (face.path.parent / "LICENSE.txt").read_text(encoding="utf-8").upper()


def test_names_in_a_pdf_are_one_for_each_face() -> None:
    names = fonts.by_pdf_name(shipped_faces())
    assert len(names) == len(shipped_faces()) == 12
    assert {"Pk-Serif", "Pk-Serif-Italic", "Pk-Serif-Light-Italic", "Pk-Sans-Semi-Bold", "Pk-Arabic-Bold"} <= set(names)


@pytest.mark.parametrize("text", ["Łódź, Dvořák, cœur, ½, €", "αΩ Ж № ²", "بيان صحفي", "a‑b c d\n"])
def test_what_the_typefaces_hold_is_not_missing(text: str) -> None:
    assert not fonts.missing_characters(text, shipped_faces())


def test_what_no_typeface_holds_is_named_in_order() -> None:
    assert list(fonts.missing_characters("Reef 🐟 week 東 🐟", shipped_faces())) == ["🐟", "東"]


def test_width_is_kerned_and_tracked() -> None:
    assert fonts.width("AV", SANS) < fonts.width("A", SANS) + fonts.width("V", SANS)
    assert fonts.width("word", SANS, 0.1) == pytest.approx(fonts.width("word", SANS) + 0.4)
    assert fonts.width("", SANS) == 0


def test_wrap_breaks_at_spaces_only() -> None:
    lines = fonts.wrap("one two extraordinarily", SANS, 4)
    assert lines == ("one two", "extraordinarily")
    assert " ".join(lines) == "one two extraordinarily"


def test_a_brands_family_takes_the_place_of_ours_whole() -> None:
    own = Face("Pk-Sans", 400, False, SANS.path)
    faces = fonts.with_brand_faces([own])
    assert [face for face in faces if face.family == "Pk-Sans"] == [own]
    assert any(face.family == "Pk-Serif" for face in faces)


def test_behind_a_brands_family_stands_ours_of_the_same_role() -> None:
    faces = fonts.with_brand_faces([Face("Pk-Sans", 400, False, SANS.path)])
    assert fonts.stack(("Pk-Sans", "Pk-Serif", "Pk-Arabic"), faces) == (
        "Pk-Sans",
        "Pk-Behind-Sans",
        "Pk-Serif",
        "Pk-Arabic",
    )
    assert fonts.stack(("Pk-Sans", "Pk-Serif"), shipped_faces()) == ("Pk-Sans", "Pk-Serif")
    assert sorted(face.weight for face in faces if face.family == "Pk-Behind-Sans") == [300, 400, 400, 600, 700]


@pytest.mark.parametrize(
    ("letters", "words"),
    [("東", "“東” (U+6771)"), ("ab", "“a”, “b”"), ("abcdefgh", "“a”, “b”, “c”, “d”, “e” and 3 more")],
)
def test_of_many_letters_a_message_names_the_first(letters: str, words: str) -> None:
    assert fonts.named(letters) == words
