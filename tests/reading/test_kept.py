"""What is printed plus what is listed as left out is what was read: every word once, in order, in every format.

Texts are made of parts whose words stand nowhere else, and written as files of every kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from presskit.model import Block, Release
from tests.support.kept_parts import (
    FORMATS,
    Cell,
    Items,
    Line,
    Paragraph,
    Part,
    Picture,
    Run,
    Table,
    closed_up,
    lines_of,
    table_text,
    write,
)
from tests.support.reading import read_release

LINES = ("heading", "quote", "box", "field", "control", "line")
# How often each format is tried: pandoc is a program of its own, and takes its time.
QUICK = {".docx": 25, ".html": 25, ".md": 40, ".txt": 40, ".odt": 6, ".rtf": 6, ".eml": 25}
# Lines that presskit knows, between which the words of a text stand.
KNOWN = st.sampled_from(
    ["###", "Share this:", "Leave a comment", "Notes to editors", "Media contact", "About the Brinkum Society"]
)
WORD = re.compile(r"\bq[a-z]{4,}")  # every word of a part begins with a q, and no other does
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
NUMBER = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[₀₁₂₃₄₅₆₇₈₉]+")


def names() -> Iterator[str]:
    """Yield words that stand nowhere else."""
    syllables = [f"{one}{other}" for one in "bdfgklmnprstvz" for other in "aeiou"]
    for number in count(1):
        yield f"q{syllables[number % 70]}{syllables[number // 70 % 70]}{syllables[number * 13 % 70]}"


@st.composite
def texts(draw: st.DrawFn) -> list[Part]:
    """Return the parts of a text."""
    fresh = names()

    def words(least: int, most: int) -> str:
        return " ".join(next(fresh) for _ in range(draw(st.integers(least, most))))

    def sentence() -> str:
        return f"{words(2, 14).capitalize()}."

    def runs() -> tuple[Run, ...]:
        made = [Run(f"The {words(1, 5)} ")]
        for look in draw(st.lists(st.sampled_from(["bold", "italic", "sup", "sub", "strike", "link"]), max_size=3)):
            if look in ("sup", "sub"):
                made += [Run(f" {next(fresh)}"), Run(str(draw(st.integers(2, 99))), look)]
            else:
                made.append(Run(words(1, 2), look, next(fresh)))
            made.append(Run(f" {words(1, 3)} "))
        return (*made, Run(f"{next(fresh)} sails."))

    def table() -> Table:
        width, height = draw(st.integers(2, 4)), draw(st.integers(2, 4))
        taken: set[tuple[int, int]] = set()
        rows = []
        for row in range(height):
            cells = []
            for column in range(width):
                if (row, column) in taken:
                    continue
                columns = 1 + (column + 1 < width and (row, column + 1) not in taken and draw(st.booleans()))
                down = 1 + (row + 1 < height and draw(st.booleans()))
                taken |= {(row + y, column + x) for y in range(down) for x in range(columns)}
                cells.append(Cell(next(fresh), columns, down))
            rows.append(tuple(cells))
        return Table(tuple(rows))

    def part() -> Part:
        match draw(st.sampled_from(["paragraph"] * 4 + ["line", "known", "items", "table", "picture"])):
            case "paragraph":
                return Paragraph(runs(), sentence() if draw(st.booleans()) else "")
            case "line":
                return Line(draw(st.sampled_from(LINES)), sentence())
            case "known":
                return Line("line", draw(KNOWN))
            case "items":
                inside = tuple(words(1, 3) for _ in range(draw(st.integers(0, 2))))
                items = tuple(words(1, 4) for _ in range(draw(st.integers(2, 4))))
                return Items(items, draw(st.none() | st.integers(1, 7)), inside)
            case "table":
                return table()
            case _:
                return Picture(sentence(), sentence())

    return [part() for _ in range(draw(st.integers(1, 7)))]


def printed(release: Release) -> list[Block]:
    return [*release.body, *release.boilerplate, *release.notes]


def said(release: Release) -> str:
    """Return all that is printed, and all that is listed as left out."""
    dateline = release.dateline.text if release.dateline else ""
    heads = [release.status_text, release.headline, release.subhead, dateline, release.end_mark]
    people = [part for one in release.contacts for part in (one.name, one.role, one.email, one.phone, one.hours)]
    texts = [block.text for block in printed(release)]
    return "\n".join(filter(None, [*heads, *people, *texts, *(one.text for one in release.removed)]))


def check(parts: list[Part], path: Path) -> None:
    """Write a text, read it, and hold what is said of it against what was written."""
    reading = read_release(write(parts, path))
    release = reading.document
    everything = said(release)
    told = " ".join(one.message for one in reading.findings)
    written = [word for part in parts for word in words_of(part)]
    found = Counter(WORD.findall(everything.lower()))
    assert [word for word in written if not found[word] and word not in told.lower()] == []
    assert [word for word in found if found[word] > 1] == []
    check_order([word for part in parts for line in lines_of(part) for word in WORD.findall(line.lower())], release)
    check_looks(parts, release, everything, path.suffix)


def words_of(part: Part) -> list[str]:
    """Return all words of a part, those of its notes too."""
    notes = [part.note] if isinstance(part, Paragraph) else []
    return WORD.findall("\n".join([*lines_of(part), *notes]).lower())


def check_order(written: list[str], release: Release) -> None:
    """Check that the body's words stand in the order in which they were written."""
    body = [word for block in release.body for word in WORD.findall(block.text.lower())]
    places = [written.index(word) for word in body if word in written]
    assert places == sorted(places)


def check_looks(parts: list[Part], release: Release, everything: str, suffix: str) -> None:
    """Check figures above and below the line, addresses of links, cells of tables, and words struck through."""
    html = "".join(block.html for block in printed(release))
    tables = [closed_up(block.text) for block in printed(release) if block.kind == "table"]
    struck = " ".join(one.text for one in release.removed if one.why == "struck through in the file")
    is_marked = suffix not in (".txt", ".eml")
    # Of a website's comments only the words are listed: they are not the office's.
    comments = " ".join(one.text for one in release.removed if one.why == "blog comments").lower()
    parts = [part for part in parts if not any(word in comments for word in words_of(part))]
    runs = [one for part in parts if isinstance(part, Paragraph) for one in part.runs]
    for one in runs if is_marked else []:
        if one.look in ("sup", "sub"):
            assert one.words.translate(RAISED if one.look == "sup" else LOWERED) in NUMBER.findall(everything)
        elif one.look == "link":
            assert f'href="https://brinkum.example/{one.to}"' in html
        elif one.look == "strike":
            assert one.words in struck
    assert not re.search(r"\[\^|~~|\*\*", everything)
    for part in parts:
        is_box = isinstance(part, Table) and sum(map(len, part.rows)) == 1
        if isinstance(part, Table) and is_marked and not is_box and suffix != ".rtf":
            assert table_text(part) in tables


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_word_is_kept(tmp_path: Path, suffix: str) -> None:
    quick = settings(max_examples=QUICK[suffix], deadline=None, derandomize=True, database=None)
    quick(given(texts())(lambda parts: check(parts, tmp_path / f"release{suffix}")))()


@pytest.mark.slow
@pytest.mark.parametrize("suffix", FORMATS)
def test_every_word_is_kept_in_many_texts(tmp_path: Path, suffix: str) -> None:
    many = settings(
        max_examples=QUICK[suffix] * 10, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
    )
    many(given(texts())(lambda parts: check(parts, tmp_path / f"release{suffix}")))()
