"""What is shared between the documents of a worker makes none of them another than it would be alone."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from weasyprint import CSS

from presskit.composing.bounds import Bounds
from presskit.composing.parts import ComposedPart
from presskit.fonts import by_pdf_name, shipped_faces
from presskit.rendering import styles
from presskit.rendering.engine import render
from presskit.rendering.fetcher import Reach
from presskit.rendering.fontlist import use_own_typefaces
from presskit.resources import shipped

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
