"""What of a brand's files pages cannot show as its designer sees it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.checking.brands import check_brand
from presskit.findings import Finding
from presskit.model import Block, Brand, BrandFace, Document, Kit, Release
from tests.support.typefaces import TYPEFACE, variable, with_rights, without


def told_of(brand: Brand, *documents: Document) -> list[Finding]:
    return list(check_brand(Kit("Quay", brand, "en", Path("kit"), documents)))


SHAPE = '<rect width="9" height="9"/>'


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        (f'<mask id="a">{SHAPE}</mask><g mask="url(#a)">{SHAPE}</g>', "a mask"),
        (f'<mask id="a">{SHAPE}</mask><g style="fill:red; mask: url(#a)">{SHAPE}</g>', "a mask"),
        (f"<style>.b{{mask:url(#a)}}</style><mask id='a'>{SHAPE}</mask><g class='b'>{SHAPE}</g>", "a mask"),
        ('<clipPath id="a"><path clip-rule="evenodd" d="M0 0h9v9z"/></clipPath>', "a clipping path with holes"),
        ('<clipPath id="a"><path style="clip-rule:evenodd" d="M0 0h9v9z"/></clipPath>', "a clipping path with holes"),
        ('<path id="a" d="M0 0h9"/><text><textPath href="#a">Quay</textPath></text>', "text along a path"),
        (f'<mask id="a">{SHAPE}</mask><path fill-rule="evenodd" clip-rule="evenodd" d="M0 0h9v9z"/>', None),
        (f'<filter id="a"/><g filter="url(#a)">{SHAPE}</g>', "a filter"),
        (f'<g style="filter: drop-shadow(0 0 2px red)">{SHAPE}</g>', "a filter"),
        (f'<g filter="none" style="mix-blend-mode:normal">{SHAPE}</g>', None),
        (f'<g style="mix-blend-mode: multiply">{SHAPE}</g>', "colours that blend"),
        ('<rect width="9" height="9" fill="var(--fill-0, #12a05b)"/>', "colours by names"),
        ("<style>.a{fill:var(--b)}</style><rect class='a' width='9' height='9'/>", "colours by names"),
        ('<foreignObject width="9" height="9"/>', "a piece of a web page"),
        (f'<switch><foreignObject requiredExtensions="x"/><g>{SHAPE}</g></switch>', None),
        (f'<g>{SHAPE}<animate attributeName="x"/></g>', "something that moves"),
        ("<", None),
    ],
)
def test_what_a_logo_holds_and_no_page_shows(tmp_path: Path, inside: str, what: str | None) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>', encoding="utf-8")
    found = told_of(Brand("Quay", logo=logo, logo_reversed=logo))
    assert [one.code for one in found] == (["s-038"] if what else [])
    assert all(what in one.message for one in found if what)


@pytest.mark.parametrize(
    ("rights", "is_told"),
    [(0, False), (2, True), (4, False), (6, False), (8, False), (0x100, False), (0x102, True), (0x204, True)],
)
def test_a_typeface_that_may_not_be_embedded_is_told(tmp_path: Path, rights: int, *, is_told: bool) -> None:
    path = with_rights(tmp_path / "Tern.ttf", rights)
    faces = tuple(BrandFace("sans", weight, False, path) for weight in (400, 700))
    assert [one.code for one in told_of(Brand("Quay", faces=faces))] == ["b-018"] * is_told


def test_a_variable_typeface_is_told_once(tmp_path: Path) -> None:
    path = variable(tmp_path / "Tern.ttf")
    faces = [BrandFace("sans", weight, False, each) for weight, each in ((400, path), (700, path), (300, TYPEFACE))]
    assert [(one.code, one.where.file) for one in told_of(Brand("Quay", faces=tuple(faces)))] == [("s-039", path)]


@pytest.mark.parametrize(
    ("drawing", "face"),
    [
        ('<text font-family="Gull">Quay</text>', "Gull"),
        ("<g style=\"fill: red; font-family: 'Gull', serif\"><text>Quay</text></g>", "Gull"),
        ("<style>.a { font-family: Gull }</style><text class='a'><tspan>Quay</tspan></text>", "Gull"),
        ("<text>Quay</text>", "no name"),
        ('<text font-family="Source Sans Pro, Gull">Quay</text>', None),
        ('<text font-family="amiri">رصيف</text>', None),
        ('<g font-family="Gull"><text> </text></g>', None),
    ],
)
def test_words_of_a_logo_in_a_typeface_that_is_not_there_are_told(
    tmp_path: Path, drawing: str, face: str | None
) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{drawing}</svg>', encoding="utf-8")
    found = told_of(Brand("Quay", logo=logo))
    assert [one.code for one in found] == (["s-050"] if face else [])
    assert all(f"({face})" in one.message for one in found)


def test_a_brands_typeface_without_bold_or_italics_is_told_where_they_are_needed() -> None:
    plain, slanted = (
        Release(Path("a.md"), "a", "en", "Quay", body=(Block("paragraph", "x", html),)) for html in ("x", "<em>x</em>")
    )
    regular, bold, italic = (
        BrandFace("serif", weight, is_italic, TYPEFACE)
        for weight, is_italic in ((400, False), (600, False), (400, True))
    )
    for faces, release, lacks in (
        ((regular,), plain, "bold words look"),
        ((regular,), slanted, "bold words and italics look"),
        ((regular, bold), plain, ""),
        ((regular, bold), slanted, "italics look"),
        ((regular, bold, italic), slanted, ""),
    ):
        told = told_of(Brand("Quay", faces=faces), release)
        assert [(one.code, lacks in one.message) for one in told] == ([("s-052", True)] if lacks else [])


def test_letters_that_a_brands_typeface_lacks_are_told_once_and_ours_draws_them(tmp_path: Path) -> None:
    path = without("Łź", tmp_path / "Tern.ttf")
    faces = tuple(BrandFace(role, weight, False, path) for role in ("sans", "serif") for weight in (400, 600))
    release = Release(Path("a.md"), "a", "en", "Łódź", body=(Block("paragraph", "Wieźć 船.", "Wieźć 船."),))
    [found] = told_of(Brand("Quay", faces=faces), release)
    assert (found.code, found.severity) == ("c-079", "note")
    assert "“Ł”, “ź”:" in found.message
    assert not told_of(Brand("Quay"), release)
