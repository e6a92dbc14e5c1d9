from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from presskit.sorting.names import NameSays, folder_says, folder_that_says, is_list_of_people, kind_by_name, stem_of

SURE = {
    "Press Release Nov 16.docx": "release",
    "PRESS_RELEASE_2026-06-04.docx": "release",
    "PressRelease_2026FINALv3.docx": "release",
    "pressrelease final FINAL (2).docx": "release",
    "04.06.2026 Pressemitteilung_DE.docx": "release",
    "communiqué de presse VF.odt": "release",
    "Nota de prensa 4 de junio.docx": "release",
    "بيان صحفي 2026.docx": "release",
    "factSheet2026.docx": "factsheet",
    "Fact-Sheet_EN_v2.docx": "factsheet",
    "Zahlen und Fakten.docx": "factsheet",
    "Fiche technique.docx": "factsheet",
    "Ficha técnica.docx": "factsheet",
    "ABOUT US.docx": "boilerplate",
    "Über uns.docx": "boilerplate",
    "mediaAdvisory.docx": "advisory",
    "qAndA.docx": "questions",
}


@pytest.mark.parametrize("name", SURE)
def test_a_name_that_says_nothing_else_is_sure(name: str) -> None:
    says = kind_by_name(PurePath(name))
    assert (says.kind, says.is_sure) == (SURE[name], True)


@pytest.mark.parametrize(
    "name", ["Press release ideas.docx", "Feedback on the press release.docx", "bio Farrow.docx", "ferry facts.docx"]
)
def test_a_name_that_says_more_is_not_sure(name: str) -> None:
    says = kind_by_name(PurePath(name))
    assert says.kind
    assert not says.is_sure


@pytest.mark.parametrize("name", ["IMG_2041.docx", "Dokument1.docx", "2026-05-12.docx", "aboutface.docx"])
def test_other_names_say_nothing(name: str) -> None:
    assert kind_by_name(PurePath(name)) == NameSays()


def test_capitals_and_numbers_part_words() -> None:
    assert stem_of(PurePath("nightFerryV2.docx")) == "night ferry v 2"
    assert stem_of(PurePath("NightFERRYSails.docx")) == "night ferry sails"
    assert stem_of(PurePath("2026FINALv3.docx")) == "2026 final v 3"
    assert stem_of(PurePath("Fähre_LÜBECK.pdf.docx")) == "fahre lubeck"


FOLDERS = {
    "Photos": "photo",
    "Press photos 2026": "photo",
    "Fotos Fähre": "photo",
    "صور": "photo",
    "Visuels HD": "photo",
    "Communiqués": "release",
    "01_Press Releases": "release",
    "Personen": "biography",
    "Équipe": "biography",
    "Charte graphique": "brand",
    "OLD": "old",
    "_old": "old",
    "Archive 2024": "old",
    "zz_Alte Versionen": "old",
    "Brouillons": "old",
    "INTERNAL": "internal",
    "Vertraulich": "internal",
    "عقود": "internal",
}


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folders_name_says_what_lies_in_it(name: str) -> None:
    assert folder_says(PurePath(name)) == FOLDERS[name]


@pytest.mark.parametrize("name", ["Old Town", "Saltmarsh", "Internal medicine ward", "Contract bridge club", "2026"])
def test_other_folders_say_nothing(name: str) -> None:
    assert folder_says(PurePath(name)) is None


def test_the_folder_that_says_so_may_lie_above() -> None:
    assert folder_that_says("old", Path("kit/old/2019/photos/a.jpg"), Path("kit")) == "old"
    assert folder_that_says("old", Path("old/photos/a.jpg"), Path("old")) is None


@pytest.mark.parametrize(
    "name", ["Journalists.csv", "pressList.csv", "Media list 2026.xlsx", "Verteiler.xlsx", "Fichier presse.csv",
             "periodistas.csv", "قائمة الصحفيين.csv", "MEDIA_CONTACTS_v2.xlsx"],
)  # fmt: skip
def test_a_list_of_people_is_told_by_its_name(name: str) -> None:
    assert is_list_of_people(PurePath(name))
    assert not is_list_of_people(PurePath("Budget 2026.xlsx"))
