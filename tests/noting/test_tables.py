"""What is written stands where a person would have written it, and nothing else of the file changes."""

from __future__ import annotations

import datetime as dt
import difflib
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presskit.names import legible
from presskit.noting.tables import BOM, Value, values_in, with_entry, with_values

SCAFFOLD = Path(__file__).parents[2] / "templates/scaffold/kit.toml"
KIT = """# Our kit
title = "Nine piers"   # the working title
date = 2026-05-12

[[contacts]]
name = "Ada Thorn" # at the quay
phone = "1"

[files."numbers.docx"]
kind = "factsheet"
"""
WISHES: list[tuple[tuple[str, ...], dict[str, Value]]] = [
    ((), {"title": 'Ten “piers”, and a \\ "quote"'}),
    ((), {"event": "Opening"}),
    ((), {"date": dt.date(2027, 1, 2)}),
    ((), {"contacts": [{"name": "Ada Thorn", "phone": "2"}, {"name": "Ivo Marsh", "email": "ivo@quillon.example"}]}),
    (("files", "numbers.docx"), {"headline": "Line one", "keep": ["Follow us", "[x]"]}),
    (("files", "Other one.docx"), {"boilerplate": "One.\n\n[two]\nthree", "kind": "release"}),
]


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-" and line[2:].strip()]


def at(said: dict[str, object], table: tuple[str, ...]) -> object:
    for name in table:
        said = said[name]  # type: ignore[assignment]
    return said


@pytest.mark.parametrize(("table", "values"), WISHES, ids=str)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("mark", ["", BOM], ids=["bare", "marked"])
def test_a_value_is_read_back_and_all_else_stays(
    table: tuple[str, ...], values: dict[str, Value], ends: str, mark: str
) -> None:
    before = mark + KIT.replace("\n", ends)
    after = with_values(before, table, values)
    said = at(values_in(after), table)
    assert isinstance(said, dict)
    assert {word: said[word] for word in values} == values
    assert after.startswith(mark)
    assert after.count("\r\n") == (after.count("\n") if ends == "\r\n" else 0)
    assert not [line for line in changed_lines(before, after) if line.startswith("- #")]
    assert after.count("# at the quay") == after.count("# Our kit") == 1
    back = (
        with_values(after, table, {word: at(values_in(before), table).get(word) for word in values})
        if table[:1] != ("files",)
        else before
    )  # type: ignore[attr-defined]
    assert values_in(back) == values_in(before)


def test_a_value_that_is_said_already_changes_no_byte() -> None:
    odd = "title='Nine piers'\ncontacts = [{name = 'Ada'}]\n"
    assert with_values(odd, (), {"title": "Nine piers", "contacts": [{"name": "Ada"}]}) == odd


def test_a_comment_behind_a_value_stays() -> None:
    assert 'title = "Ten"   # the working title' in with_values(KIT, (), {"title": "Ten"})


def test_what_is_emptied_goes_with_its_table() -> None:
    after = with_values(KIT, ("files", "numbers.docx"), {"kind": None})
    assert "files" not in values_in(after)
    assert values_in(with_values(KIT, (), {"contacts": []})).keys() == {"title", "date", "files"}


def test_a_word_that_a_new_kit_explains_stands_where_it_is_explained() -> None:
    before = SCAFFOLD.read_text(encoding="utf-8")
    after = with_values(before, (), {"event": "Opening", "embargo": "2026-05-12 09:00 Europe/London"})
    assert [line[0] for line in changed_lines(before, after)] == ["-", "+", "-", "+"]
    assert values_in(after)["event"] == "Opening"


def test_an_explained_word_of_a_table_is_no_word_of_the_file() -> None:
    before = '[files."a.docx"]\nkind = "release"\n# title = "x"\n'
    assert values_in(with_values(before, (), {"title": "T"})) == {
        "title": "T",
        "files": {"a.docx": {"kind": "release"}},
    }


@pytest.mark.parametrize(
    "before",
    [
        'files = {"a.docx" = {kind = "release"}}\n',
        'files."a.docx".kind = "release"\n',
        '[files]\n"a.docx" = {kind = "release"}\n',
        "",
    ],
)
def test_every_way_of_writing_a_table_takes_one_more(before: str) -> None:
    said = values_in(with_values(before, ("files", "b.docx"), {"kind": "factsheet"}))
    assert said["files"]["b.docx"] == {"kind": "factsheet"}
    assert len(said["files"]) == (2 if before else 1)


@pytest.mark.parametrize(
    "before", ["", KIT, 'accepted = [{words = "A.", who = "B"}]\n', '[[accepted]]\nwords="A."\nwho="B"\n']
)
def test_one_more_entry_stands_behind_the_others(before: str) -> None:
    known = values_in(before).get("accepted", [])
    entry = {"words": "No date was found.", "who": "Ada"}
    assert values_in(with_entry(before, "accepted", entry))["accepted"] == [*known, entry]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30))
def test_any_words_are_read_back(words: str) -> None:
    after = with_values(KIT, (), {"event": words, "order": [words, "x"], "contacts": [{"name": words, "role": "x"}]})
    said = tomllib.loads(after)
    assert said.get("event", "") == legible(words)
    assert said["order"] == [legible(words), "x"]
    assert said["contacts"][0].get("name", "") == legible(words)
