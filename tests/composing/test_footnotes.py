"""A writer's footnotes are linked both ways, whatever they were written in; figures that call nothing stay figures."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from presskit.composing.parts.footnotes import linked
from presskit.composing.parts.footnotes import with_footnotes as linked_document
from presskit.model import Block, Sheet
from presskit.reading.markup import parse
from tests.support.reading import read_factsheet, read_release
from tests.support.word_files import with_footnotes, word

OPENING = "PORT QUILLON, May 12, 2026 – On the old quay the tide rose for the ninth time in a year"
MORE = "All the bakers of the nine islands sang until the lamps of the pier went out, and nobody slept at all"
SOURCES = {
    "a.md": f"{OPENING}.[^1]\n\n{MORE}.[^b]\n\n[^1]: By 3 m² of sea.\n[^b]: And the geese.\n",
    "a.html": f"<h1>The tide rises</h1><p>{OPENING}.<sup>1</sup></p><p>{MORE}.<sup>2</sup></p>"
    "<ol><li>By 3 m² of sea.</li><li>And the geese.</li></ol>",
    "a.txt": f"{OPENING}.¹\n\n{MORE}.²\n\n¹ By 3 m² of sea.\n\n² And the geese.\n",
}


def paragraph(html: str) -> Block:
    return Block("paragraph", parse(html).text_content(), html)


def notes(*words: str) -> Block:
    return Block("list", "\n".join(words), f"<ol>{''.join(f'<li>{each}</li>' for each in words)}</ol>")


def links(blocks: tuple[Block, ...]) -> list[tuple[str, str | None, str]]:
    """Return where each link leads, its own name, and its words."""
    found = (each for block in blocks for each in parse(block.html).iter("a"))
    return [(each.get("href"), each.get("id"), each.text_content()) for each in found]


CALLS = [("#tide-note-1", "tide-call-1", "¹"), ("#tide-note-2", "tide-call-2", "²")]


@pytest.mark.parametrize("name", SOURCES)
def test_calls_lead_to_notes_and_notes_lead_back(name: str, tmp_path: Path) -> None:
    source = tmp_path / name
    head = "" if name.endswith("html") else "# The tide rises\n\n" if name.endswith("md") else "The tide rises\n\n"
    source.write_text(head + SOURCES[name], encoding="utf-8")
    release = read_release(source).document
    done = linked((*release.body, *release.notes), "tide")
    assert links(done)[:2] == CALLS
    assert [href for href, _, _ in links(done)[2:]] == ["#tide-call-1", "#tide-call-2"]
    html = "".join(block.html for block in done)
    assert all(f'id="{href[1:]}"' in html for href, _, _ in links(done))
    assert html.count('data-tag="Note"') == 2


def test_notes_of_word_are_linked_alike(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", "The tide rises", f"{OPENING}.{{1}}", f"{MORE}.{{2}}")
    release = read_release(with_footnotes(path, "By 3 metres.", "And the geese.")).document
    assert links(linked((*release.body, *release.notes), "tide"))[:2] == CALLS


def test_a_note_called_twice_leads_back_to_its_first_call() -> None:
    text = paragraph("One¹ and two² and one¹ again; three<em>³</em>.")
    done = linked((text, notes("a", "b", "c")), "s")
    assert [found[:2] for found in links(done)[:4]] == [
        ("#s-note-1", "s-call-1"),
        ("#s-note-2", "s-call-2"),
        ("#s-note-1", None),
        ("#s-note-3", "s-call-3"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "The hall of 400 m² and 3 km² of sea",
        "Only the first¹ is called",
        "Nothing is called",
        'In <a href="https://example.org">a link¹ and²</a>',
        "The second² before the first¹",
    ],
)
def test_a_list_whose_numbers_are_not_all_called_in_order_stays_a_list(html: str) -> None:
    blocks = (paragraph(html), notes("a", "b"))
    assert linked(blocks, "s") == blocks


@pytest.mark.parametrize("html", ["Sea¹ of 4 m² and rope² <b>of³</b> hemp", "¹ ² ³", "x¹²³ y¹, z², and³"])
def test_no_word_or_figure_changes(html: str) -> None:
    blocks = (paragraph(html), notes("a", "b <strong>c</strong>", "d"))
    done = linked(blocks, "s")
    assert [block.text for block in done] == [block.text for block in blocks]
    assert parse(done[0].html).text_content() == parse(html).text_content()
    assert [b.kind for b in done] == ["paragraph", "list"]


def test_notes_that_are_paragraphs_count_from_one_without_a_gap() -> None:
    text = paragraph("One¹ and two².")
    whole, gap = (paragraph("¹ a"), paragraph("² b")), (paragraph("¹ a"), paragraph("³ b"))
    assert len(links(linked((text, *whole), "s"))) == 4
    assert linked((text, *gap), "s") == (text, *gap)
    names = [block.html.partition('id="')[2][:8] for block in linked((text, *whole), "s")[1:]]
    assert all(one != other for one, other in pairwise(names))


def test_a_key_figure_calls_its_note(tmp_path: Path) -> None:
    source = tmp_path / "sheet.md"
    source.write_text("# T\n\n## Key figures\n\n41 km: of shore[^1]\n\n[^1]: At low tide.\n", encoding="utf-8")
    sheet = read_factsheet(source).document
    document = linked_document(sheet)
    assert isinstance(document, Sheet)
    figures, noted = document.sections
    assert (figures.kind, figures.facts[0].label) == ("figures", "41 km")
    assert 'href="#sheet-note-1"' in figures.facts[0].html
    assert 'href="#sheet-call-1"' in noted.blocks[0].html
