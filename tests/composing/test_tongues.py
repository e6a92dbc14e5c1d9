"""Words of the kit's own are in the kit's language, wherever they stand, unless their script says otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.composing.documents import compose_document, kit_around
from presskit.composing.languages import language
from presskit.composing.wording.tongues import passage, tongue_of
from presskit.model import Brand, Kit, Photo, PhotoSheet, Release

CAPTION = "الرصيف القديم عند الفجر"
SHEET = PhotoSheet("photos", "en", (Photo(Path("quay.jpg"), 3000, 2000, caption=CAPTION),))


def kit_in(own: str, *others: str) -> Kit:
    releases = tuple(Release(Path(f"{code}.md"), code, code, headline="H") for code in others)
    return Kit("Spring", Brand("Quillon Ferry"), own, Path("kit"), (*releases, SHEET))


@pytest.mark.parametrize(
    ("text", "own", "others", "found"),
    [
        ("Paid for by the ferrymen.", "en", ("fr", "ar"), "en"),
        (CAPTION, "en", ("fr", "ar"), "ar"),
        (CAPTION, "en", ("fr",), "en"),  # which of the languages of this script it is, nobody knows
        ("The quay", "ar", ("fr",), "fr"),
        ("12 345", "ar", ("en",), "ar"),
        ("", "en", ("ar",), "en"),
    ],
)
def test_a_text_is_in_the_kits_language_unless_its_script_is_anothers(
    text: str, own: str, others: tuple[str, ...], found: str
) -> None:
    sheet = PhotoSheet("photos", own, ())
    kit = kit_in(own, *others)
    kit = Kit(kit.title, kit.brand, own, kit.folder, (*kit.documents[:-1], sheet))
    assert tongue_of(text, kit).code == found


def test_the_language_is_said_where_it_is_not_the_pages_alone() -> None:
    kit = kit_in("en", "fr")
    assert passage("Paid & <told>", kit, language("en")) == "Paid &amp; &lt;told&gt;"
    assert passage("Paid", kit, language("fr")) == '<bdi lang="en" dir="ltr">Paid</bdi>'
    assert passage(None, kit, language("fr")) == ""


def test_a_caption_has_its_language_though_the_other_documents_are_composed_elsewhere() -> None:
    kit = kit_in("en", "en", "ar")
    html = compose_document(kit_around(kit, SHEET), SHEET).html
    assert f'<bdi lang="ar" dir="rtl">{CAPTION}</bdi>' in html.replace("\u200f", "")
