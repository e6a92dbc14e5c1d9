"""No page of a kit is left nearly empty where setting a text closer saves it; no word changes by it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from presskit.checking.blocks import read_documents
from presskit.making.build import build
from presskit.making.orders import BuildOrder, MadeKit
from presskit.rendering.tails import LEAST_FILL
from tests.support.fills import Filled, fills_of
from tests.support.writing import brand, figures, release, write_kit

pytestmark = pytest.mark.usefixtures("quick")
ALONE, IN_A_KIT = 6, 8  # paragraphs of a release whose last lines stand alone on a second page


class Built(NamedTuple):
    """What was made, the file, and how full its pages are."""

    made: MadeKit
    file: Path
    filled: list[Filled]


def built(folder: Path, files: dict[str, str], **order: str) -> Built:
    kit = write_kit(folder / "kit", files)
    made, path = build(BuildOrder((kit,), folder / "kit.pdf", **order))  # type: ignore[arg-type]
    return Built(made, path, fills_of(path))


def told(made: MadeKit) -> list[str]:
    return [item.message for item in made.findings if item.code == "b-016"]


@pytest.mark.parametrize("theme", ["editorial", "institutional"])
def test_a_tail_is_set_away_and_said_and_no_word_changes(tmp_path: Path, theme: str) -> None:
    files = {"releases/a.md": release(paragraphs=ALONE), "brand/brand.toml": brand()}
    loose = built(tmp_path / "loose", files | {"kit.toml": "tighten = false\n"}, theme=theme)
    tight = built(tmp_path / "tight", files, theme=theme)
    assert loose.filled[0].tail is not None
    assert loose.filled[0].tail < LEAST_FILL
    assert len(tight.filled[0].fills) == 1
    assert told(loose.made) == []
    assert told(tight.made) == [
        "Set a little closer, so that no last page is nearly empty: “Ferry stops at all nine islands”."
    ]
    assert read_documents(tight.file) == read_documents(loose.file)


def test_a_document_without_a_tail_is_set_as_the_theme_says(tmp_path: Path) -> None:
    files = {"releases/a.md": release(paragraphs=10)}
    loose = built(tmp_path / "loose", files | {"kit.toml": "tighten = false\n"})
    tight = built(tmp_path / "tight", files)
    assert loose.filled[0].tail is not None
    assert loose.filled == tight.filled
    assert told(tight.made) == []


def test_a_change_in_one_document_sets_no_other_anew(tmp_path: Path) -> None:
    files = {
        "kit.toml": 'title = "Nine islands"\n',
        "releases/a.md": release(paragraphs=IN_A_KIT),
        "releases/b.md": release("Ferry sails at night", IN_A_KIT),
        "factsheet.md": figures(7),
    }
    first = built(tmp_path, files)
    assert len(told(first.made)) == 1
    again = built(tmp_path, files | {"releases/b.md": release("Ferry sails at dawn", IN_A_KIT)})
    assert "Ferry sails at dawn" in again.made.laid_out
    assert not {"Ferry stops at all nine islands", "The ferry in figures"} & set(again.made.laid_out)
    assert len(told(again.made)) == 1
