from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presskit.settings.problems import Location
from presskit.settings.toml import key_lines, read_toml


def read(tmp_path: Path, text: str | bytes) -> list[tuple[str, int | None, str, str]]:
    file = tmp_path / "kit.toml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return [(item.code, item.where.line, item.message, item.hint) for item in read_toml(file).problems]


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("title = Reef Week", 1, "“Reef Week” does not stand between quotes", 'Write: title = "Reef Week"'),
        ("\ndate = 5/12/2026", 2, "“5/12/2026” does not stand between quotes", 'Write: date = "5/12/2026"'),
        ('title: "Reef"', 1, '“title: "Reef"” is not a setting', "Write a word, ="),
        ("Our kit", 1, "“Our kit” is not a setting", "Write a word, ="),
        ('title = "Reef', 1, "a quotation mark is missing", "Close the text"),
        ("title = 'Reef\nevent = 'x'", 1, "a quotation mark is missing", "Close the text"),
        ('logo = "art\\logo.svg"', 1, "the text holds a backslash", "Write / between"),
        ('order = ["a", "b"\n', 1, "a closing bracket is missing", "Close the list"),
        ('title = "a"\ntitle = "b"\n', 2, "“title” stands twice", "Keep one of the two"),
        ("[fonts]\n[fonts]\n", 2, "“fonts” stands twice", "Keep one of the two"),
        ('title = "a" event = "b"', 1, "is more than one setting", "Write one setting on each line."),
    ],
)
def test_a_line_that_breaks_the_form_is_explained(
    tmp_path: Path, text: str, line: int, message: str, hint: str
) -> None:
    ((code, where, said, remedy),) = read(tmp_path, text)
    assert code == "t-002"
    assert message in said
    assert remedy.startswith(hint)
    assert where == line


def test_curly_quotes_are_named_on_every_line(tmp_path: Path) -> None:
    text = 'title = “Tide’s back”\nevent = ‘Opening’\nweb = "fine" # “fine”\norder = [“a”,\n  „b“]\n\n[“photos”]\n'
    problems = read(tmp_path, text)
    assert {code for code, *_ in problems} == {"t-003"}
    assert [line for _, line, *_ in problems] == [1, 2, 4, 5, 7]
    assert problems[0][2] == "title is written with curly quotes (“)."
    assert problems[3][2] == "order is written with curly quotes („)."
    assert "straight quotes" in problems[0][3]


def test_the_rest_is_read_in_spite_of_broken_lines(tmp_path: Path) -> None:
    file = tmp_path / "kit.toml"
    file.write_text('title = “Tide’s back”\ndate = soon\nevent = "Opening"\n', encoding="utf-8")
    assert read_toml(file).data == {"title": "Tide’s back", "event": "Opening"}


def test_curly_quotes_inside_text_are_text(tmp_path: Path) -> None:
    file = tmp_path / "kit.toml"
    file.write_text('title = "“Back!” they say"\nsummary = """He said “yes”\nx = “no”\n"""\n', encoding="utf-8")
    source = read_toml(file)
    assert source.problems == ()
    assert source.data["title"] == "“Back!” they say"


def test_curly_quotes_in_long_text_are_not_blamed_for_another_line(tmp_path: Path) -> None:
    text = 'summary = """He said “yes”\nx = “no”\n“so” """\nevent = Opening\n'
    assert [(code, line) for code, line, *_ in read(tmp_path, text)] == [("t-002", 4)]


def test_notepads_byte_order_mark_and_line_ends_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, b'\xef\xbb\xbftitle = "a"\r\nevent = "b"\r\n') == []


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_another_encoding_is_told(tmp_path: Path, encoding: str) -> None:
    ((code, line, message, hint),) = read(tmp_path, 'title = "Café"\n'.encode(encoding))
    assert (code, line) == ("t-002", None)
    assert "not saved as UTF-8" in message
    assert "UTF-8" in hint


def test_a_folder_named_kit_toml_is_told(tmp_path: Path) -> None:
    (problem,) = read_toml(tmp_path).problems
    assert problem.code == "s-016"
    assert "is a folder" in problem.message


def test_endless_nesting_is_told(tmp_path: Path) -> None:
    ((code, _, message, _),) = read(tmp_path, "a = " + "[\n" * 10_000)
    assert code == "t-002"
    assert "nested too deeply" in message


def test_hundreds_of_broken_lines_end(tmp_path: Path) -> None:
    assert len(read(tmp_path, "a = b c\n" * 500)) == 20


@pytest.mark.parametrize(
    ("location", "line"),
    [
        (("title",), 1),
        (("quoted key",), 2),
        (("contacts", 0), 3),
        (("contacts", 0, "name"), 4),
        (("contacts", 1, "name"), 7),
        (("contacts", 1, "desk"), 8),
        (("contacts", 1, "desk", "room"), 9),
        (("photos", "a.b.jpg"), 10),
        (("photos", "a.b.jpg", "alt"), 11),
        (("photos", "a.b.jpg", "credit"), 15),
        (("fonts", "sans", "regular"), 17),
        (("fonts", "sans"), 17),
    ],
)
def test_each_key_has_its_line(location: Location, line: int) -> None:
    text = (
        'title = "a = b"\n"quoted key" = 1\n[[contacts]] # one\n  name = "A"\nphone = "x"\n[[ contacts ]]\n'
        'name = "B"\n[contacts.desk]\nroom = 1\n[photos."a.b.jpg"]\nalt = """\nalt = "no"\n[no]\n"""\ncredit = "C"\n'
        '[fonts]\nsans.regular = "x"\n'
    )
    tomllib.loads(text)
    lines = key_lines(text.split("\n"))
    assert lines[location] == line
    assert ("no",) not in lines


@settings(max_examples=300)
@given(st.text(alphabet="ab.=[]\"'“”# \n{},0-", max_size=60))
def test_no_text_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_text(text, encoding="utf-8")
    source = read_toml(file)
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert source.problems
    else:
        assert (source.data, source.problems) == (expected, ())
