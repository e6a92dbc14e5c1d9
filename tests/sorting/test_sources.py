"""Which file is what, and what stands for a kit."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from presskit.errors import SourceError, UsageError
from presskit.sorting.sources import find_sources
from tests.support.writing import photo, release, write_kit


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return write_kit(tmp_path / "kit", {"releases/a.md": release(), "kit.toml": 'title = "Nine piers"\n'})


def test_a_kit_toml_stands_for_its_folder(kit: Path) -> None:
    assert find_sources([kit / "kit.toml"]) == find_sources([kit])


def test_a_picture_beside_the_releases_is_none_of_them(kit: Path) -> None:
    photo(kit / "releases" / "pier.JPG")
    assert [source.path.name for source in find_sources([kit]).texts] == ["a.md"]


def test_a_folder_beside_other_sources_is_refused(kit: Path) -> None:
    with pytest.raises(UsageError, match="a kit's folder is not built together with other texts"):
        find_sources([kit / "releases" / "a.md", kit])


def test_what_is_named_behind_a_kits_folder_is_no_source(kit: Path) -> None:
    target = kit / "releases" / "a.md"
    assert find_sources([kit, target]) == replace(find_sources([kit]), targets=(target,))


def test_a_folder_without_sources_holds_nothing_to_build(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nothing to build"):
        find_sources([tmp_path])


def test_whatever_stands_in_the_kits_folders_is_kept(kit: Path) -> None:
    write_kit(kit, {"documents/survey.pdf": "%PDF", "photos/proofs.pdf": "%PDF", "out/kit.pdf": "%PDF"})
    assert {path.name for path in find_sources([kit]).kept} == {"a.md", "survey.pdf", "proofs.pdf"}


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Fact Sheet.docx", "factsheet"),
        ("factsheet.md.txt", "factsheet"),
        ("fact-sheet_2026.html", "factsheet"),
        ("fiche.docx", "factsheet"),
        ("Fiche technique.docx", "factsheet"),
        ("boilerplate.docx", "boilerplate"),
        ("Boilerplate v2.txt", "boilerplate"),
        ("About us.docx", "boilerplate"),
        ("À propos.docx", "boilerplate"),
        (unicodedata.normalize("NFD", "À propos.docx"), "boilerplate"),
        ("a propos de nous.html", "boilerplate"),
    ],
)
def test_names_say_what_a_file_is_in_a_folder_and_alone(tmp_path: Path, name: str, role: str) -> None:
    write_kit(tmp_path, {name: "x"})
    assert [source.role for source in find_sources([tmp_path]).texts] == [role]
    assert [source.role for source in find_sources([tmp_path / name]).texts] == [role]


@pytest.mark.parametrize("name", ["About turn at the pier.docx", "Fiche de poste.docx", "The facts.docx"])
def test_other_names_are_releases_when_they_are_named(tmp_path: Path, name: str) -> None:
    write_kit(tmp_path, {name: "x"})
    assert [source.role for source in find_sources([tmp_path / name]).texts] == ["release"]
