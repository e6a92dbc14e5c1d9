"""What is shared between the documents of a worker makes none of them another than it would be alone."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from weasyprint import CSS, css, layout
from weasyprint.layout import percent
from weasyprint.text import line_break

from presskit.composing.parts.bounds import Bounds
from presskit.composing.parts.parts import ComposedPart
from presskit.fonts import by_pdf_name, shipped_faces
from presskit.rendering.engine import render
from presskit.rendering.fetcher import Reach
from presskit.rendering.fontlist import use_own_typefaces
from presskit.rendering.lessons import shortcuts, styles
from presskit.resources import shipped
from tests.conftest import ROOT

LETTER = Bounds(612, 792, 0, 5)
FACE = "@font-face {{ font-family: 'Pk-Sans'; src: url(asset:{}) }}"


@pytest.fixture(scope="module", autouse=True)
def _typefaces() -> None:
    use_own_typefaces()


def part(style: str, words: str = "The ferry sails.") -> ComposedPart:
    path = next(face.path for face in shipped_faces() if face.family == "Pk-Sans")
    face = FACE.format(path.relative_to(shipped("assets")).as_posix())
    html = f"<html lang=en><head><title>Ferry</title><style>{face} @page {{ size: letter }} {style}</style></head>"
    return ComposedPart("ferry", "release", "Ferry", "en", f"{html}<body><p>{words}</p></body></html>")


def drawn(
    style: str, words: str = "The ferry sails.", faces: frozenset[str] = frozenset()
) -> tuple[bytes, tuple[str, ...]]:
    done = render(part(style, words), Reach(), 1.0, LETTER, faces)
    return done.pdf, done.messages


def test_rules_for_pages_stay_with_the_document_that_has_them() -> None:
    """Page lines bring a few rules beside the style of all documents; a document that follows has its margins."""
    shared = "@page { margin: 90pt } p { margin: 5pt }"
    alone, _ = drawn(shared)
    styles._read.clear()
    assert drawn(shared, "<style>@page { margin: 0 }</style>The ferry sails.")[0] != alone
    assert drawn(shared)[0] == alone


def test_a_style_is_read_once_for_all_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    monkeypatch.setattr(styles.css, "CSS", lambda *given, **named: read.append(named["string"]) or CSS(*given, **named))
    styles._read.clear()
    for words in ("One ferry.", "Two ferries."):
        drawn("p { margin: 3pt }", words)
    drawn("p { margin: 4pt }")
    assert [text[text.index("p {") :] for text in read] == ["p { margin: 3pt }", "p { margin: 4pt }"]


def test_a_document_looks_the_same_first_or_second() -> None:
    style = "p::before { content: counter(p, upper-roman) } @page :first { margin: 3cm; @top-left { content: 'Quay' } }"
    styles._read.clear()
    first, second = drawn(style)[0], drawn(style)[0]
    styles._read.clear()
    assert first == second == drawn(style)[0]


@pytest.mark.parametrize("style", ["p { colour: red }", "p { --x: large red; margin: var(--x) }", "p { margin: 3 }"])
def test_every_document_is_told_what_is_wrong_in_its_style(style: str) -> None:
    told = [drawn(style, words)[1] for words in ("One ferry.", "Two ferries.")]
    assert told[0] == told[1] != ()


def test_no_more_styles_are_held_than_a_kit_has() -> None:
    for number in range(2 * styles.MOST_STYLES):
        drawn(f"p {{ margin: {number}pt }}")
    assert len(styles._read) == styles.MOST_STYLES


def test_a_document_goes_without_the_typefaces_that_the_linker_puts_in(tmp_path: Path) -> None:
    lengths = {}
    for faces in (frozenset[str](), frozenset(by_pdf_name(shipped_faces()))):
        (tmp_path / "part.pdf").write_bytes(drawn("p { font-family: Pk-Sans }", faces=faces)[0])
        with pikepdf.open(tmp_path / "part.pdf") as pdf:
            [font] = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each]
            lengths[bool(faces)] = len(font.FontFile2.read_bytes())
    assert lengths[True] == 4
    assert lengths[False] > 1_000


def test_a_variable_that_stands_for_other_words_is_read_anew() -> None:
    """Of one declaration, which all documents of a worker share, in one document and in the next."""
    style = "p { color: var(--ink) } body { --ink: #ff0000 } .sea { --ink: #0000ff }"
    pdf = drawn(style, "The ferry</p><div class=sea><p>sails.</p></div><p>")[0]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        content = opened.pages[0].Contents.read_bytes()
    assert {b"1 0 0 rg", b"0 0 1 rg"} <= set(re.findall(rb"[\d.]+ [\d.]+ [\d.]+ rg", content))


STYLES = {
    "plain": "p { font-size: 14pt; width: 50%; margin: calc(3pt + 2%) auto }",
    "a margin box": "@page { @bottom-right { content: counter(page) } @top-left-corner { content: 'Quay' } }",
    "names for either direction": "p { margin-inline-start: 9pt; padding-block: 3pt; border-inline-end: 2pt solid red }"
    " body { direction: rtl } p { text-align: start; inset-inline-start: 4pt; position: relative }",
    "what parents say": "body { color: red; text-decoration: underline; line-height: calc(1em + 4pt); --a: 3pt }"
    " p { letter-spacing: inherit; margin: initial; outline: var(--a) solid; float: left; border-top-style: dotted }",
    "sizes and slants": "p { font: italic 9pt Pk-Sans } p::first-line { font-variant: small-caps } body { width: 9cm }",
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_what_is_passed_over_is_not_seen(style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    taken_short = drawn(style)[0]
    monkeypatch.setattr(layout, "make_margin_boxes", shortcuts._make_margins)
    monkeypatch.setattr(percent, "resolve_one_percentage", shortcuts._resolve)
    monkeypatch.setattr(line_break, "get_font_description", shortcuts._describe)
    monkeypatch.setattr(css.ComputedStyle, "__missing__", shortcuts._compute)
    assert drawn(style)[0] == taken_short


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere libraries are searched for")
def test_no_compiler_is_asked_where_the_libraries_lie(tmp_path: Path) -> None:
    """On Linux, where each question starts four programs."""
    asked = (
        "import subprocess; subprocess.Popen = None; from presskit.rendering import loading, engine; print('loaded')"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, [*tmp_path.iterdir()]) == ("loaded\n", []), done.stderr


def test_what_few_documents_need_is_loaded_where_one_needs_it() -> None:
    asked = (
        "import sys; from presskit.rendering import loading; from weasyprint.pdf import fonts\n"
        "print([name for name in loading.SELDOM if name in sys.modules], fonts.subset.Options(hinting=True).hinting)\n"
        "print(fonts.instantiateVariableFont.__name__, 'fontTools.varLib.instancer' in sys.modules)\n"
        "try: fonts.instantiateVariableFont({}, {})\nexcept ValueError as error: print(error)"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["[] True", "called False", "Missing required table fvar"], done.stderr
