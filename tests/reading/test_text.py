from __future__ import annotations

from pathlib import Path

import pytest

from presskit.errors import SourceError
from presskit.reading.formats.text import load, read_text

LONG = "The reef was measured twice, once by boat and once by hand, and both times it was larger than the year before. "


def texts(source: str) -> list[str]:
    return [block.text for block in read_text(source).blocks]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Café — “reef”\n".encode(), "Café — “reef”\n"),
        ("Café\n".encode("cp1252"), "Café\n"),
        ("Café “reef”".encode("cp1252"), "Café “reef”"),
        (b"\xef\xbb\xbfReef", "Reef"),
        ("Reef — é".encode("utf-16"), "Reef — é"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("one\u2028two\x0bthree".encode(), "one\ntwo\nthree"),
    ],
)
def test_a_file_is_decoded_and_its_lines_end_alike(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "release.txt"
    path.write_bytes(data)
    assert load(path).text == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (None, "s-001"),
        (b"", "s-002"),
        (b" \n\t \n", "s-002"),
        ("\ufeff\u200b\xa0".encode(), "s-002"),
        (b"PK\x03\x04\x00\x00", "s-004"),
        (b"\xff\xfe\x00", "s-004"),
        (bytes(range(128, 256)), "s-004"),
    ],
)
def test_a_file_that_is_no_text_is_refused_by_name(tmp_path: Path, data: bytes | None, code: str) -> None:
    path = tmp_path / "release.txt"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        load(path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.where.file) == (code, path)
    assert "release.txt" in problem.message


def test_a_folder_is_no_source(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        load(tmp_path)


def test_lines_are_paragraphs_with_their_numbers() -> None:
    source = read_text(f"One\n\n  {LONG}\nThree", lines_before=4)
    assert [(block.line, block.text) for block in source.blocks] == [(5, "One"), (7, LONG.strip()), (8, "Three")]
    assert source.empty == {6}
    assert [source.stands_apart(block) for block in source.blocks] == [False, True, False]


def test_ordinary_spaces_are_collapsed_and_no_break_spaces_stay() -> None:
    assert texts("A  reef \xa0of\xa0kelp “twice”") == ["A reef \xa0of\xa0kelp “twice”"]


def test_lines_broken_at_a_column_are_joined() -> None:
    source = (
        "REEF RETURNS TO THE BAY\n\n"
        "The reef was measured twice this spring, once from the boat and once\n"
        "by hand, and both times it was found to be larger than the diver had\n"
        "expected.\n\n"
        "Contact: Ada Thorn\nPhone: 202-555-0143\n"
    )
    assert texts(source) == [
        "REEF RETURNS TO THE BAY",
        "The reef was measured twice this spring, once from the boat and once by hand, and both times it was found"
        " to be larger than the diver had expected.",
        "Contact: Ada Thorn",
        "Phone: 202-555-0143",
    ]


def test_long_lines_are_never_joined() -> None:
    assert len(texts(f"{LONG}\n{LONG}\n{LONG}")) == 3


def test_wide_gaps_divide_a_text_that_has_lost_its_breaks() -> None:
    flat = f"Reef returns        {LONG * 3}     {LONG * 3}"
    assert texts(flat) == ["Reef returns", (LONG * 3).strip(), (LONG * 3).strip()]


def test_bullets_and_numbers_become_lists() -> None:
    source = read_text("• one & two\n• three\n\n3. third\n4. fourth\n- alone\n1. first\n3. no second")
    kinds = [block.kind for block in source.blocks]
    assert kinds == ["list", "list", "paragraph", "paragraph", "paragraph"]
    assert source.blocks[0].html == "<ul><li>one &amp; two</li><li>three</li></ul>"
    assert source.blocks[1].html == '<ol start="3"><li>third</li><li>fourth</li></ol>'
    assert source.blocks[1].text == "third\nfourth"
    assert source.blocks[2].text == "- alone"


def test_addresses_become_links() -> None:
    (block,) = read_text("See https://kelp.example/reef, or write to ada@kelp.example.").blocks
    assert block.html == (
        'See <a href="https://kelp.example/reef">https://kelp.example/reef</a>, or write to '
        '<a href="mailto:ada@kelp.example">ada@kelp.example</a>.'
    )


def test_two_columns_are_read_one_after_the_other() -> None:
    source = "FOR IMMEDIATE RELEASE      Contact: Ada Thorn\nMay 12, 2026               202-555-0143\n\nReef returns\n"
    assert texts(source) == [
        "FOR IMMEDIATE RELEASE",
        "May 12, 2026",
        "Contact: Ada Thorn",
        "202-555-0143",
        "Reef returns",
    ]


def test_wide_gaps_in_other_lines_are_spaces() -> None:
    assert texts("Founded        1998\nSpecies        40\n") == ["Founded 1998", "Species 40"]
