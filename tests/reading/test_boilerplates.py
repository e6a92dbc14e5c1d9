"""The text about an organisation, in a file of its own: what press offices call it is none of its words."""

from __future__ import annotations

import pytest

from presskit.reading.cues.abouts import name_in_heading
from tests.reading.conftest import Write
from tests.support.reading import read_boilerplate

WORDS = "The Quillon Ferry Company keeps nine boats, and has never lost a passenger."


@pytest.mark.parametrize("head", ["Boilerplate", "# BOILERPLATE", "**Boilerplate:**", "Abbinder"])
def test_what_press_offices_call_it_is_not_printed(write: Write, head: str) -> None:
    found = read_boilerplate(write("about.md", f"{head}\n\n{WORDS}\n"))
    assert [block.text for block in found.document] == [WORDS]
    assert [one.text.strip(":") for one in found.removed] == [head.strip("#*: ")]


@pytest.mark.parametrize("head", ["# About us", "About the Quillon Ferry Company"])
def test_a_heading_for_readers_stays(write: Write, head: str) -> None:
    assert len(read_boilerplate(write("about.md", f"{head}\n\n{WORDS}\n")).document) == 2


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("About Quillon Ferry", "Quillon Ferry"),
        ("About the Quillon Ferry Company (QFC)", "Quillon Ferry Company"),
        ("À propos de la Fondation Algue", "Fondation Algue"),
        ("À propos du Musée du Port", "Musée du Port"),
        ("À propos de l’Institut Mer", "Institut Mer"),
        ("Über die Fährgesellschaft", "Fährgesellschaft"),
        ("Acerca de la Fundación Alga", "Fundación Alga"),
        ("نبذة عن مؤسسة البحر", "مؤسسة البحر"),
        ("About us", ""),
        ("About the company", ""),
        ("About this project", ""),
        ("Über uns", ""),
    ],
)
def test_a_heading_says_whom_the_text_is_about(heading: str, name: str) -> None:
    assert name_in_heading(heading) == name
