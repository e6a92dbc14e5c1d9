"""The lines of pages: laid out in pieces of bounded length, one behind the other on the kit's pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from presskit.composing.frame import compose_closing, compose_stamps
from presskit.composing.parts.paging import Placed
from presskit.composing.parts.parts import ComposedPart, StampedPage
from presskit.errors import RenderingError
from presskit.making import pages
from presskit.making.pages import STAMPED_PAGES, stamps_of
from presskit.model import Brand, Kit, Release
from presskit.outcomes import silent
from presskit.rendering import ahead
from presskit.rendering.cache import Cache
from presskit.rendering.lessons import styles
from presskit.rendering.pictures import PRESS
from presskit.settings.themes import theme_names
from presskit.working.workers import Outcome, Task
from tests.conftest import Cli
from tests.support.writing import brand, release, write_kit

KIT = Kit(title="Nine piers", brand=Brand("Quillon Ferry"), language="en", folder=Path("kit"), documents=())


@pytest.mark.parametrize("count", [1, STAMPED_PAGES, STAMPED_PAGES + 1, 7 * STAMPED_PAGES])
def test_no_piece_of_lines_is_longer_than_another_kits(count: int) -> None:
    release = ComposedPart("boats", "release", "Boats", "en", "")
    pieces = [arguments[1] for _, arguments in stamps_of(KIT, [Placed(release, count, 1, 0)])]
    assert [page.number for piece in pieces for page in piece] == list(range(1, count + 1))
    assert max(map(len, pieces)) <= STAMPED_PAGES
    assert len(pieces) == -(-count // STAMPED_PAGES)


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize("length", [2, 3])
def test_lines_in_pieces_stand_on_their_own_pages(
    length: int, cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "STAMPED_PAGES", length)
    texts = {f"releases/{name}.md": release(f"The {name} boat", 9) for name in ("day", "night")}
    write_kit(tmp_path, {"brand/brand.toml": brand(), "kit.toml": 'title = "Nine piers"\n', **texts})
    done = cli("build", tmp_path, "-o", tmp_path / "kit.pdf")
    assert done.code == 0, done.err
    read = [page.extract_text().split() for page in PdfReader(tmp_path / "kit.pdf").pages]
    assert len(read) >= 2 * length
    for number, words in enumerate(read[1:], start=2):
        assert str(number) in words


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize("theme", theme_names())
def test_more_follows_never_where_a_release_has_ended(cli: Cli, tmp_path: Path, theme: str) -> None:
    notes = "\n\n".join(f"Note {number}: {'the ferry keeps its boats in the harbour. ' * 9}" for number in range(20))
    text = f"{release('The day boat', 12)}\n\n###\n\nNotes to editors\n\n{notes}\n"
    write_kit(tmp_path, {"brand/brand.toml": brand(), "releases/day.md": text})
    done = cli("build", tmp_path, "--theme", theme, "-o", tmp_path / "kit.pdf")
    assert done.code == 0, done.err
    read = [page.extract_text() for page in PdfReader(tmp_path / "kit.pdf").pages]
    [end] = [number for number, words in enumerate(read) if "###" in words]
    assert 0 < end < len(read) - 1
    assert ["More follows" in words for words in read] == [number < end for number in range(len(read))]


@pytest.mark.usefixtures("in_process")
def test_page_lines_share_the_style_of_all_documents() -> None:
    """It is read once by each worker; the lines' own style stands in an element of its own."""
    lines = compose_stamps(KIT, [StampedPage("release", "Boats", 1, 1, 2, 2)]).html
    *shared, _, own = re.findall(r"<style>(.*?)</style>", lines, re.DOTALL)
    assert shared
    assert all(f"<style>{style}</style>" in compose_closing(KIT).html for style in shared)
    assert "margin: 0" in own


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize("theme", theme_names())
def test_a_theme_s_style_is_read_before_any_document_is_there(theme: str) -> None:
    styles._read.clear()
    ahead.read_theme(theme)
    found = re.findall(r"<style>(.*?)</style>", compose_closing(replace(KIT, theme=theme)).html, re.DOTALL)
    [text] = [key[1] for key in styles._read]
    assert text in found
    assert len(text) > sum(map(len, found)) / 2


def test_documents_begin_before_what_stands_around_them(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    class Noting:
        def run(self, tasks: Sequence[Task], *_: object, **__: object) -> list[Outcome]:
            begun.extend(task.arguments[0][0] for task in tasks)
            return [Outcome(stopped="it was only to be noted") for _ in tasks]

    documents = [Release(Path(f"{n}.md"), f"r-{n}", "en", headline=f"Pier {n}") for n in range(100)]
    kit = replace(KIT, documents=tuple(documents))
    press = pages.press_for(kit, PRESS, Cache(Path("cache")))
    with pytest.raises(RenderingError):
        pages.make_pages(Noting(), pages.body_of(kit), press, silent)  # type: ignore[arg-type]
    assert len(begun) > len(documents)
    assert set(begun[: len(documents)]) == {pages.COMPOSE_DOCUMENT}
