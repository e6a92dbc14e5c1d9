"""The example kit, end to end: what a stranger sees first."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest

from presskit.checking.marks.tagged_text import read_parts, read_tree
from presskit.composing.documents import compose_document
from presskit.composing.frame import compose_closing, compose_contents, compose_cover
from presskit.fonts import by_pdf_name, shipped_faces
from presskit.intake import read_sources, settings_of
from presskit.reading.documents.kit import assemble
from presskit.sorting.sources import find_sources
from presskit.working.workers import Workers
from tests.conftest import EXAMPLE, ROOT, Cli
from tests.support import poppler

ORDER = [
    "The Seventh Village",
    "Contents",
    "A library on a wire reaches its seventh village",
    "Ten Mountain Libraries Launch “Long Shelf Exchange” to Lend Books Above the Snow Line",
    "Tallow Gorge borrows 38,400 books in a year, its most ever",
    "The line in numbers",
    "Marisol Quennell",
    "Teo Brandvold",
    "Photo sheet",
    "Contacts",
]


@pytest.fixture(scope="module")
def reader(example: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(example)


def entries(reader: pypdf.PdfReader) -> list[tuple[str, int]]:
    """Return title and page number of each entry of the outline's first level."""
    top = [item for item in reader.outline if not isinstance(item, list)]
    return [(str(item.title), (reader.get_destination_page_number(item) or 0) + 1) for item in top]


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_it_has_every_document_in_order(reader: pypdf.PdfReader) -> None:
    assert len(reader.pages) >= 10
    assert [title for title, _ in entries(reader)] == ORDER


def test_the_disclosure_stands_at_one_height_wherever_it_closes_a_page(example: Path) -> None:
    # On a document's first page it is that page's own text, on those that follow a line laid over.
    pages = poppler.run("pdftotext", "-bbox", example, "-").split("<page ")[1:]
    closing = [float(re.findall(r'yMax="([\d.]+)">program\.<', page)[-1]) for page in pages[1:-1]]
    assert len(closing) == len(pages) - 2
    assert max(closing) - min(closing) < 0.01  # points: the PDF rounds


def test_the_words_of_the_covers_bar_stand_on_one_line(example: Path) -> None:
    """The name beside a square logo, the event and the day."""
    bar = [word for word in poppler.words(example, 1) if word.top < 100 and word.text in ("Wire", "Opening", "2026")]
    assert len(bar) == 3
    assert max(word.bottom for word in bar) - min(word.bottom for word in bar) < 0.3


def test_the_contents_print_the_pages_own_numbers(example: Path, reader: pypdf.PdfReader) -> None:
    contents = plain(poppler.run("pdftotext", "-raw", "-f", "2", "-l", "2", example, "-"))
    starts = entries(reader)[2:]
    for (title, page), following in pairwise(starts):
        end = contents.index(following[0].replace("Contacts", "CONTACTS"))
        line = contents[contents.index(title) : end]
        assert re.search(rf"(?<!\d){page} [A-Z ]*$", line), line
        assert reader.page_labels[page - 1] == str(page)
    assert re.search(rf"High Wire Library {starts[-1][1]}\b", contents)


def test_its_links_lead_to_the_pages_they_name(reader: pypdf.PdfReader) -> None:
    starts = dict(entries(reader))
    contents = [destination(reader, note) for note in links(reader, 1)]
    assert list(dict.fromkeys(contents)) == [starts[title] for title in ORDER[2:]]


def test_see_our_factsheet_is_a_link_to_it(reader: pypdf.PdfReader) -> None:
    starts = dict(entries(reader))
    pages = range(starts[ORDER[3]] - 1, starts[ORDER[4]] - 1)
    targets = [destination(reader, note) for page in pages for note in links(reader, page)]
    assert starts["The line in numbers"] in targets


def links(reader: pypdf.PdfReader, page: int) -> list[pypdf.generic.DictionaryObject]:
    notes = [note.get_object() for note in reader.pages[page].get("/Annots", [])]
    return [note for note in notes if note["/Subtype"] == "/Link"]


def destination(reader: pypdf.PdfReader, note: pypdf.generic.DictionaryObject) -> int | None:
    target = note.get("/Dest") or note.get("/A", {}).get("/D")
    if isinstance(target, str):
        target = reader.named_destinations[target].dest_array
    return reader.pages.index(target[0].get_object()) + 1 if target is not None else None


def test_the_pasted_release_is_all_there_and_the_blog_is_not(example: Path) -> None:
    source = (EXAMPLE / "releases" / "2026-03-19-long-shelf-exchange.txt").read_text(encoding="utf-8")
    text = plain(poppler.text(example))
    paragraphs = [plain(line).strip() for line in source.split("CONTACT:")[0].splitlines() if len(line) > 100]
    assert len(paragraphs) == 6
    for paragraph in paragraphs:
        for sentence in re.split(r"(?<=[.!?]) ", paragraph):
            assert sentence in text
    assert text.count("lends books to the seven villages of Tallow Gorge") == 1
    for furniture in ("Leave a Comment", "Join 412", "Share this", "Opens in new window"):
        assert furniture in source
        assert furniture not in text


def test_the_pull_quote_is_seen_and_not_read_aloud(example: Path) -> None:
    words = "We set out to make sure that nobody has to wait"
    assert plain(poppler.text(example)).count(words) == 2
    reader = pypdf.PdfReader(example)
    aloud = " ".join(part.text for part in read_parts(reader, read_tree(reader)))
    assert plain(aloud).count(words) == 1


def test_the_disclosure_stands_on_every_page(example: Path, reader: pypdf.PdfReader) -> None:
    for page in range(1, len(reader.pages) + 1):
        text = plain(poppler.run("pdftotext", "-f", str(page), "-l", str(page), example, "-"))
        assert text.count("High Wire Library does not exist.") == 1, f"page {page}"


def test_only_our_typefaces_are_in_it_once_each(example: Path) -> None:
    rows = [line.split() for line in poppler.run("pdffonts", example).splitlines()[2:]]
    names = [row[0].split("+")[1] for row in rows]
    assert set(names) <= set(by_pdf_name(shipped_faces()))
    assert len(names) == len(set(names))
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows)  # embedded, subset, readable as text


def test_it_says_what_it_is(example: Path, reader: pypdf.PdfReader) -> None:
    assert reader.metadata
    assert reader.metadata.title == "The Seventh Village"
    assert reader.metadata.author == "High Wire Library"
    catalog = reader.trailer["/Root"]
    assert catalog["/Lang"] == "en"
    assert catalog["/MarkInfo"]["/Marked"]
    assert poppler.run("qpdf", "--check", example)
    assert "linearized" in poppler.run("qpdf", "--check", example)


def test_letter_and_a4_come_from_one_source(cli: Cli, tmp_path: Path, reader: pypdf.PdfReader) -> None:
    cli("build", EXAMPLE, "--paper", "a4", "-o", tmp_path / "a4.pdf")
    a4 = pypdf.PdfReader(tmp_path / "a4.pdf")
    assert {tuple(map(float, page.mediabox[2:])) for page in reader.pages} == {(612.0, 792.0)}
    for page in a4.pages:
        assert tuple(map(float, page.mediabox[2:])) == pytest.approx((595.276, 841.89), abs=0.01)


@pytest.mark.parametrize("options", [(), ("--no-cache", "--jobs", "1")])
def test_it_is_the_same_file_every_time(example: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    seed = "1" if options else "77"
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "presskit", "build", EXAMPLE, "-o", "again.pdf", *options]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert (tmp_path / "again.pdf").read_bytes() == example.read_bytes()


def test_linking_costs_hardly_any_size(example: Path, tmp_path: Path) -> None:
    """At most 1.15 of the same pages written by WeasyPrint as one document."""
    whole = tmp_path / "whole.pdf"
    _as_one_document(whole, tmp_path)
    assert example.stat().st_size / whole.stat().st_size <= 1.15


def _as_one_document(path: Path, folder: Path) -> None:
    from presskit.rendering.cache import Cache  # noqa: PLC0415
    from presskit.rendering.fontlist import use_own_typefaces  # noqa: PLC0415

    cache = Cache(folder / "cache")
    use_own_typefaces()
    from weasyprint import HTML  # noqa: PLC0415

    from presskit.rendering.fetcher import ConfinedFetcher, Reach  # noqa: PLC0415
    from presskit.rendering.parts import brand_files  # noqa: PLC0415
    from presskit.rendering.pictures import SCREEN, prepare  # noqa: PLC0415

    sources = find_sources([EXAMPLE])
    with Workers() as workers:
        settings, brand = settings_of(workers, sources)
        read, *_ = read_sources(workers, sources, settings)
    kit, _ = assemble(read, settings, brand)
    parts = [compose_cover(kit), compose_contents(kit), *(compose_document(kit, each) for each in kit.documents)]
    pages = []
    for part in [*parts, compose_closing(kit)]:
        # WeasyPrint tells pictures apart by their addresses, and those of two parts are alike.
        pictures = {
            f"{each.name}-{part.slug}": prepare(each.path, (each.width_pt, each.height_pt), SCREEN, cache)
            for each in part.pictures
        }
        html = re.sub(r"(picture:\d+)", rf"\1-{part.slug}", part.html)
        reach = Reach(kit.brand.folder, pictures, brand_files(html, kit.brand.folder))
        document = HTML(string=html, url_fetcher=ConfinedFetcher(reach)).render()
        pages += document.pages
    document.copy(pages).write_pdf(path, pdf_variant="pdf/ua-1")
