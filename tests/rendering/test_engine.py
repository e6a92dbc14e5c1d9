"""Styles that break the page engine, or make pages that are not the kit's: each is told with the brand's file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from presskit.errors import RenderingError
from presskit.findings import Finding
from presskit.making.build import make_kit
from presskit.making.orders import BuildOrder
from presskit.sorting.sources import find_sources
from tests.support.in_process import work_in_process
from tests.support.writing import brand, photo, release, write_kit

PAGE = """{{% extends "page.html" %}}
{{% import "macros.html" as m with context %}}
{{% block body %}}
<style>{style}</style><h1>{{{{ document.headline }}}}</h1>{more}
{{{{ m.blocks(document.body) }}}}{{{{ m.disclosure() }}}}
{{% endblock %}}
"""
FLOOD = "{% for number in range(300) %}<div style='break-after:page'>x</div>{% endfor %}"
STYLES = {
    "@page { size: 1e7mm 1e7mm }": "a page with what is cut off measures",
    "@page { size: 20pt 20pt; margin: 0 }": "a page with what is cut off measures",
    "@page { bleed: 1000mm; marks: crop }": "a page with what is cut off measures",
    ".body p, p { font-size: calc(1e308pt * 1e308) }": "the page engine cannot lay it out (OverflowError",
    "p { letter-spacing: 1e6pt; word-spacing: 1e7pt }": "the page engine cannot lay it out (OverflowError",
    "p { font-size: 1e30pt }": "the page engine cannot lay it out (",
    "h1 { transform: rotate(1e99deg) scale(1e99) } p { transform: matrix(0, 0, 0, 0, 0, 0) }": "cannot lay it out (",
    "p { width: " + "calc(" * 3000 + "1pt" + ")" * 3000 + " }": "the page engine cannot lay it out (RecursionError",
}


@pytest.fixture(autouse=True)
def _quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSKIT_CACHE", str(tmp_path / "cache"))
    work_in_process(monkeypatch)


RELEASE = {"releases/a.md": release()}


def found(folder: Path, templates: dict[str, str], texts: dict[str, str] = RELEASE) -> Sequence[Finding]:
    """Return what is found about a kit of a release, or of other texts, with a brand's templates."""
    files = {f"brand/templates/{name}": text for name, text in templates.items()}
    kit = write_kit(folder / "kit", {"brand/brand.toml": brand()} | texts | files)
    try:
        made = make_kit(BuildOrder((kit,)), find_sources((kit,)))
    except RenderingError as error:
        return error.problems
    return [item for item in made.findings if item.severity == "error"]


@pytest.mark.parametrize(("style", "words"), STYLES.items(), ids=range(len(STYLES)))
def test_a_style_that_breaks_pages_is_told_with_its_file(tmp_path: Path, style: str, words: str) -> None:
    [problem] = found(tmp_path, {"release.html": PAGE.format(style=style, more="")})
    assert (problem.code, problem.where.file and problem.where.file.name) == ("b-011", "release.html")
    assert words in problem.message


def test_what_is_no_page_is_told(tmp_path: Path) -> None:
    template = """{{ '<?xml version="1.0" encoding="x"?><p lang="fr">a : b'|safe }}"""
    [problem] = found(tmp_path, {"release.html": template})
    assert (problem.code, problem.where.file and problem.where.file.name) == ("b-011", "release.html")
    assert "what its template writes is no page of HTML" in problem.message


def test_measures_that_leave_no_room_for_pictures(tmp_path: Path) -> None:
    for name in ("quay", "pier"):
        photo(tmp_path / f"kit/photos/{name}.jpg")
    problems = found(tmp_path, {"theme.toml": "[letter]\nside_pt = 2000\n"}, {})
    assert {problem.where.file.name for problem in problems if problem.where.file} == {"theme.toml"}
    assert "a picture on it would be" in " ".join(problem.message for problem in problems)


def test_an_honest_style_breaks_nothing(tmp_path: Path) -> None:
    style = "@page { margin: 200pt } p { font-size: 30pt; break-after: page }"
    assert found(tmp_path, {"release.html": PAGE.format(style=style, more="")}) == []


def test_more_pages_than_the_words_can_fill_are_none(tmp_path: Path) -> None:
    [problem] = found(tmp_path, {"release.html": PAGE.format(style="", more=FLOOD)})
    assert problem.code == "b-011"
    assert "it fills 301 pages, and its text is one for" in problem.message


def test_lines_for_other_pages_than_there_are(tmp_path: Path) -> None:
    page = '<html lang="en"><title>x</title><style>{{ style }} {% include "theme.css" %}</style><p>a</p>'
    pages = page + '<p style="break-before:page">b</p></html>'
    [problem] = found(tmp_path, {"stamps.html": pages})
    assert (problem.code, problem.where.file and problem.where.file.name) == ("b-011", "stamps.html")
    assert "the lines of the pages fill 2 pages, and the kit has 1" in problem.message


def test_a_style_that_hides_all_is_told(tmp_path: Path) -> None:
    problems = found(tmp_path, {"release.html": PAGE.format(style="* { display: none }", more="")})
    assert "b-011" in {problem.code for problem in problems}
    assert "what is on its pages is not read aloud" in problems[0].message
