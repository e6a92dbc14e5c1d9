"""The text about an organisation, in a file of its own: what press offices call it is none of its words."""

from __future__ import annotations

import pytest

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
