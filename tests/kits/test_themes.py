"""All themes, on both papers, with everything that makes a page hard to set: nothing is cut, hidden or laid over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from presskit.fonts import by_pdf_name, shipped_faces
from presskit.settings.themes import theme_names
from tests.conftest import EXAMPLE, Cli
from tests.support import poppler, verapdf
from tests.support.looks import EVERY, FEW, sets_of_looks
from tests.support.writing import PARAGRAPH, figures, photo, release, write_kit

LONG = (
    "Council, harbor office and eleven neighborhood associations agree on a twenty-year plan to reach every island of "
    "the Larkin group by boat, bread included, in all weathers"
)
NAME = "International Ferry Observatory of Nine Seas"
WORD = "Fährschifffahrtsgesellschaftsversammlung"
PERSON = "Maximilian-Alexander von Hohenstein-Breitenfels"
DISCLOSURE = (
    "These pages are handed out by Thorn, Quill & Larkin on behalf of the Ministry of Boats and Bread of the nine "
    "islands. More can be read in the register of the harbor office, room 12, on weekdays between nine and noon, and "
    "none of it has ever existed."
)
BRAND = f'name = "{NAME}"\nbrand = "#fff3a0"\ndisclosure = "{DISCLOSURE}"\naddress = "9 Pier Street, Port Quillon"\n'
CONTACT = (
    '[[contacts]]\nname = "Ada Thorn {}"\nrole = "Officer"\nphone = "202 555 0143"\nemail = "ada@quillon.example"\n'
)
SETTINGS = f'title = "{WORD}"\nembargo = "2026-06-01 09:00 America/New_York"\nsummary = "{PARAGRAPH[:150]}"\n'


def rows(columns: int, number: int) -> str:
    """Return a table of so many columns and rows."""
    lines = [["Pier", *map(str, range(2001, 2000 + columns))], ["---"] * columns]
    lines += [[f"No. {row}", *(f"{row},{column:03}" for column in range(1, columns))] for row in range(number)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


FACTS = f"""{figures(7)}
## Loans by pier

{rows(4, 60)}

## Ten columns

{rows(10, 6)}

## A heading that is too long to stand beside anything in a narrow column

{rows(3, 3)}
"""
HARD = {
    "releases/a.md": release(LONG, 12).replace("headline:", "pull: “Number 3. The Quillon Ferry”\nheadline:"),
    "releases/b.md": release(WORD, 1),
    "factsheet.md": FACTS,
    "bios/ada.md": f"# {PERSON}\n\nCaptain of nine boats\n\n{PARAGRAPH}\n\n## Short biography\n\n{PARAGRAPH}\n",
    "bios/bea.md": f"# Bea Quill\n\nCook\n\n{PARAGRAPH}\n",
    "boilerplate.txt": PARAGRAPH,
    "brand/brand.toml": BRAND + "".join(map(CONTACT.format, range(6))),
    "kit.toml": SETTINGS,
}
PLAIN = {"releases/a.txt": "Pier closed on Monday\n\nThe pier is closed.\n", "releases/b.md": release("Open", 1)}
MANY = {f"releases/{number:02}.md": release(f"Ferry {number} is launched") for number in range(39)} | {
    "brand/brand.toml": 'name = "Quillon Ferry"\nbrand = "#ff0000"\naccent = "#ff0000"\n'
}
RED = PLAIN | {"brand/brand.toml": MANY["brand/brand.toml"]}
SHAPES = {"example": None, "hard": HARD, "plain": PLAIN, "red": RED, "many": MANY}
FEW_OF_ALL = {  # the example stands in one theme on both papers, to be compared
    "example": (*FEW, ("institutional", "letter")),
    "hard": FEW,
    "plain": FEW[:1],
    "red": [(theme, "letter") for theme in theme_names()],
    "many": [("institutional", "letter")],
}
PAGES = {"example": (12, 13), "hard": (12, 23), "plain": (3, 3), "red": (3, 3), "many": (42, 45)}


@dataclass(frozen=True)
class Word:
    """A word on a page, with its corners in points from the upper left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@pytest.fixture(scope="module", params=sets_of_looks())
def kits(
    request: pytest.FixtureRequest, cli: Cli, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str, str], Path]:
    """Return each kit's PDF by shape, theme and paper."""
    built = {}
    for shape, files in SHAPES.items():
        folder = write_kit(tmp_path_factory.mktemp(shape), files) if files else EXAMPLE
        if shape == "hard":
            for number in range(7):
                width, height = [(600, 400), (300, 450), (900, 200)][number % 3]
                photo(folder / "photos" / f"pier-{number}.jpg", (width + number, height))  # equal ones are shown once
            photo(folder / "bios" / "ada.jpg", (400, 500))
        for theme, paper in FEW_OF_ALL[shape] if request.param == FEW else EVERY:
            path = tmp_path_factory.mktemp("pdf") / f"{shape}-{theme}-{paper}.pdf"
            done = cli("build", folder, "--theme", theme, "--paper", paper, "-o", path)
            assert done.code == 0, done.out + done.err
            built[shape, theme, paper] = path
    return built


def words(pdf: Path) -> Iterator[tuple[tuple[float, float], list[Word]]]:
    """Yield each page's width and height, and its words."""
    for page in poppler.run("pdftotext", "-bbox", pdf, "-").split("<page ")[1:]:
        size = re.match(r'width="([\d.]+)" height="([\d.]+)"', page)
        assert size
        found = re.findall(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>', page)
        yield (float(size[1]), float(size[2])), [Word(text, *map(float, corners)) for *corners, text in found]


def overlaps(words: list[Word]) -> list[tuple[str, str]]:
    """Return pairs of words that are printed one over the other, by more than large type that is set close."""
    ordered = sorted(words, key=lambda word: word.top)
    pairs = []
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.top >= one.bottom:
                break
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.bottom, other.bottom) - other.top
            least = min(one.bottom - one.top, other.bottom - other.top)
            if across > 0.2 * min(one.right - one.left, other.right - other.left) and down > 0.5 * least:
                pairs.append((one.text, other.text))
    return pairs


def test_every_kit_passes_pdf_ua(kits: dict[tuple[str, str, str], Path]) -> None:
    verdicts = verapdf.verdicts(list(kits.values()))
    assert {path.name: verdict.failed for path, verdict in verdicts.items() if verdict.failed} == {}


def test_nothing_runs_off_a_page(kits: dict[tuple[str, str, str], Path]) -> None:
    for path in kits.values():
        for page, ((width, height), found) in enumerate(words(path), start=1):
            outside = [word for word in found if word.left < 20 or word.right > width - 20 or word.bottom > height - 15]
            assert outside == [], f"{path.name}, page {page}"


def test_nothing_is_printed_over_anything(kits: dict[tuple[str, str, str], Path]) -> None:
    for path in kits.values():
        found = {page: overlaps(found) for page, (_, found) in enumerate(words(path), start=1)}
        assert {page: pairs for page, pairs in found.items() if pairs} == {}, path.name


def test_an_overlap_would_be_seen() -> None:
    line = [Word("one", 0, 0, 20, 12), Word("two", 24, 0, 40, 12), Word("below", 0, 13, 30, 25)]
    assert overlaps(line) == []
    assert overlaps([*line, Word("over", 10, 2, 30, 14)]) == [("one", "over"), ("two", "over")]


def test_no_kit_has_a_page_too_many(kits: dict[tuple[str, str, str], Path]) -> None:
    pages = {key: len(pypdf.PdfReader(path).pages) for key, path in kits.items()}
    strange = {key: number for key, number in pages.items() if not PAGES[key[0]][0] <= number <= PAGES[key[0]][1]}
    assert strange == {}


def test_only_our_typefaces_are_used(kits: dict[tuple[str, str, str], Path]) -> None:
    for path in kits.values():
        names = {line.split()[0].split("+")[1] for line in poppler.run("pdffonts", path).splitlines()[2:]}
        assert names <= set(by_pdf_name(shipped_faces())), path.name


def test_names_titles_and_headlines_are_whole(kits: dict[tuple[str, str, str], Path]) -> None:
    for (shape, *_), path in kits.items():
        text = re.sub(r"\s+", " ", poppler.text(path))
        wanted = [LONG, NAME, WORD, PERSON, DISCLOSURE] if shape == "hard" else []
        assert [name for name in wanted if name not in text] == [], path.name


def test_disclosure_and_embargo_stand_once_on_every_page(kits: dict[tuple[str, str, str], Path]) -> None:
    for (shape, *_), path in kits.items():
        for number, page in enumerate(poppler.text(path).split("\f")[:-1] if shape == "hard" else (), start=1):
            text = re.sub(r"\s+", " ", page)
            assert text.count(DISCLOSURE[:60]) == 1, f"{path.name}, page {number}"
            assert text.count("Embargoed until June 1, 2026") == 1, f"{path.name}, page {number}"


def test_text_is_as_wide_on_both_papers(kits: dict[tuple[str, str, str], Path]) -> None:
    """The study's promise for institutional: no line breaks otherwise on A4."""
    breaks = [
        poppler.run("pdftotext", "-f", "4", "-l", "4", kits["example", "institutional", p], "-")
        for p in ("letter", "a4")
    ]
    assert breaks[0].splitlines()[5:12] == breaks[1].splitlines()[5:12]


def colour_at(picture: Image.Image, left_pt: float, top_pt: float) -> tuple[int, ...]:
    """Return the colour of a point of a page drawn with 300 pixels an inch."""
    pixel = picture.getpixel((round(left_pt * 300 / 72), round(top_pt * 300 / 72)))
    assert isinstance(pixel, tuple)
    return pixel


def test_pages_are_in_the_brands_colours(kits: dict[tuple[str, str, str], Path], tmp_path: Path) -> None:
    for theme, page, place, colour in (
        ("editorial", 1, (300, 20), (255, 0, 0)),  # the cover's field
        ("gallery", 1, (300, 20), (255, 0, 0)),  # its cover without a photo
        ("institutional", 1, (10, 10), (0xF6, 0xF0, 0xE4)),  # its ground
        ("institutional", 2, (300, 54.6), (255, 0, 0)),  # the rule that opens a document
        ("institutional", 2, (300, 300), (0xFD, 0xFB, 0xF6)),  # its paper
    ):
        stem = tmp_path / f"{theme}-{page}"
        pdf = kits["red" if page == 1 else "many", theme, "letter"]
        poppler.run("pdftoppm", "-r", "300", "-f", str(page), "-l", str(page), "-singlefile", pdf, stem)
        with Image.open(stem.with_suffix(".ppm")) as picture:
            assert colour_at(picture, *place) == pytest.approx(colour, abs=2), (theme, place)


def test_a_brand_changes_single_files_of_all_themes_or_of_one(cli: Cli, tmp_path: Path) -> None:
    page = '{% extends "page.html" %}{% block body %}<h1>CLOSING</h1>{{ m.disclosure() }}{% endblock %}'
    page = page.replace("%}{% block", '%}{% import "macros.html" as m with context %}{% block', 1)
    folder = write_kit(
        tmp_path,
        PLAIN
        | {
            "brand/brand.toml": 'name = "Quillon Ferry"\n',
            "brand/templates/closing.html": page.replace("CLOSING", "Goodbye from all of us"),
            "brand/templates/institutional/closing.html": page.replace("CLOSING", "With distinguished regards"),
            "brand/templates/institutional/theme.toml": "[headline]\nsizes_pt = [11]\n",
        },
    )
    texts = {}
    for theme in theme_names():
        assert cli("build", folder, "--theme", theme, "-o", tmp_path / f"{theme}.pdf").code == 0
        texts[theme] = poppler.text(tmp_path / f"{theme}.pdf")
    assert "Goodbye from all of us" in texts["editorial"]
    assert "With distinguished regards" not in texts["editorial"]
    assert "With distinguished regards" in texts["institutional"]
    assert height_of("Monday", tmp_path / "institutional.pdf") < 0.6 * height_of("Monday", tmp_path / "editorial.pdf")


def height_of(text: str, pdf: Path) -> float:
    """Return the height of a word where it stands on the page of its release."""
    _, found = next(page for page in words(pdf) if any(word.text == "closed." for word in page[1]))
    return max(word.bottom - word.top for word in found if word.text == text)


def test_a_mistake_in_a_brands_measures_is_told_before_anything_is_made(cli: Cli, tmp_path: Path) -> None:
    files = {"brand/brand.toml": 'name = "Q"\n', "brand/templates/theme.toml": "[grid]\ngutter_pt = 12\ncolums = 12\n"}
    done = cli("build", write_kit(tmp_path, PLAIN | files), "-o", tmp_path / "kit.pdf")
    assert done.code == 4
    assert re.search(r"theme\.toml, line 3: grid, colums", done.out + done.err)
    assert not (tmp_path / "kit.pdf").exists()
