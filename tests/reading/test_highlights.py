"""Words that are highlighted in a Word file are told, passage by passage."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.names import brief
from presskit.reading.formats.office.highlights import highlighted
from presskit.reading.packages import open_package
from tests.support.word_files import add_xml, run, word

LIT = '<w:highlight w:val="yellow"/>'


def told(path: Path) -> list[str]:
    return [brief(one.message).partition(":")[0] for one in highlighted(open_package(path))]


def test_neighbours_are_one_passage_and_long_ones_are_cut(tmp_path: Path) -> None:
    runs = run("It sails ") + run("on 12 ", LIT) + run("May", f"<w:b/>{LIT}") + run(" at nine.")
    long = run("one two three four five six seven eight nine ten eleven twelve thirteen", LIT)
    path = word(tmp_path / "a.docx", fill=lambda document: (add_xml(document, runs), add_xml(document, long)))
    shown = "one two three four five six seven eight nine ten eleven twelve …"
    assert told(path) == ["“on 12 May” is highlighted", f"“{shown}” is highlighted"]


def test_of_many_passages_the_rest_is_counted(tmp_path: Path) -> None:
    path = word(
        tmp_path / "a.docx",
        fill=lambda document: [add_xml(document, run(f"day {number}", LIT)) for number in range(7)],
    )
    assert told(path)[-1] == "“day 4” is highlighted, and 2 more"
    assert len(told(path)) == 5


@pytest.mark.parametrize("properties", ["", '<w:highlight w:val="none"/>', '<w:color w:val="FF0000"/>'])
def test_what_is_not_highlighted_is_left_in_peace(tmp_path: Path, properties: str) -> None:
    assert told(word(tmp_path / "a.docx", fill=lambda document: add_xml(document, run("on 12 May", properties)))) == []
