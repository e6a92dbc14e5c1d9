"""What the kits of real offices hold, and a kit made to look well does not: it stands on their pages as it should."""

from __future__ import annotations

import re
from pathlib import Path

import pypdf
import pytest
from PIL import Image, ImageDraw

from presskit.settings.themes import theme_names
from tests.conftest import Cli
from tests.support import poppler, verapdf
from tests.support.writing import photo, release, write_kit

NAME = "Quillon Ferry Company of the Nine Islands"
MAIL = "cornelia.featherstone-haugh@quillon-ferry-company.example"
BRAND = f"""name = "{NAME}"
brand = "#12355b"
accent = "#ffcc00"
address = "The Ferry House, 7 Quay Street, Port Lerne, CA 95054"
web = "www.quillon-ferry-company.example"
boilerplate = "The Quillon Ferry Company of the Nine Islands is a company of ferrymen founded in 1911."

[[contacts]]
name = "Cornelia Featherstone-Haugh"
phone = "(202) 555-0143"
email = "{MAIL}"

[[contacts]]
name = "Investor Relations"
phone = "(202) 555-0190"
email = "ir@quillon.example"
"""
LOGOS = "\n".join(f"[![Partner {n}](partner-{n}.png)](https://partner-{n}.example)" for n in range(1, 5))
ROWS = "\n".join(f"| Pier {n} | {n}.5 | {n} |" for n in range(1, 8))
SAILINGS = "\n".join(f"| Larkin {n} | 12:{n} |" for n in range(10, 60))
FACTS = f"""# In numbers

## Partners

{LOGOS}

## Key figures

| | |
|---|---|
| 41 km | of rope |
| 1911 | founded |
| 62,000 | passengers |
| NOK 38 million | turnover |
| 12 | boats |

## Boats by pier

| Pier | Tonnes | Boats |
|---|---|---|
{ROWS}
| Total | 32 | 28 |

{"The boats sail every day of the year. " * 90}

## Tonnes by pier

| Pier | Tonnes | Boats |
|---|---|---|
{ROWS}
| Total | 32 | 28 |

## Sailings

| Boat | Hour |
|---|---|
{SAILINGS}
"""


LIFE = "She has sailed to all the piers, mended two boats, and taught the children of the outer islands to swim. "
BEGINS = (
    "Ada Thorn joined the ferrymen in 1998, and knows every stone of the coast, every pier of the nine islands, and "
    "the names of all who ever rowed to them in fog, in snow or at night, before there was a light on the coast."
)
ADA = f"""# Ada Thorn

Captain

{BEGINS}

{LIFE * 7}
"""
CREW = {
    name: " ".join(f"In {year} she built boat {name[0]}{year}." for year in range(start, start + 14))
    for start, name in zip(
        range(1900, 2020, 20), ("Barrow", "Carrow", "Darrow", "Farrow", "Garrow", "Harrow"), strict=True
    )
}
NOTE = "The boats are counted each spring by the harbour master, who writes down their names, their age and their ropes"


@pytest.fixture(scope="module")
def kits(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a kit without a title, by theme."""
    folder = write_kit(
        tmp_path_factory.mktemp("real"),
        {
            "releases/a.md": release(paragraphs=1)
            + f"\n![The pier](pier.jpg)\n\n*The pier at noon.*\n\nWrite to {MAIL}.[^1]\n\n[^1]: {NOTE}.\n",
            "bios/ada-thorn.md": ADA,
            **{f"bios/{name.lower()}.md": f"# Nell {name}\n\nFerryman\n\n{years}\n" for name, years in CREW.items()},
            "releases/photos.toml": '["pier.jpg"]\ncredit = "Photo: Ivo Marsh"\n',
            "factsheet.md": FACTS,
            "brand/brand.toml": BRAND,
        },
    )
    photo(folder / "releases" / "pier.jpg")
    photo(folder / "bios" / "ada-thorn.jpg")
    (folder / "photos").mkdir()
    Image.new("RGB", (2400, 1600), "white").save(folder / "photos" / "fog.jpg")
    for number, size in enumerate([(300, 60), (100, 100), (160, 80), (400, 60)], start=1):
        logo = Image.new("RGB", size, "white")
        ImageDraw.Draw(logo).rectangle((9, 9, size[0] - 9, size[1] - 9), fill="navy")
        logo.save(folder / f"partner-{number}.png")
    built = {}
    for theme in theme_names():
        built[theme] = folder / f"{theme}.pdf"
        done = cli("build", folder, "--theme", theme, "-o", built[theme])
        assert done.code == 0, done.out + done.err
    return built


def pages(pdf: Path) -> list[str]:
    return poppler.text(pdf).split("\f")[:-1]


def test_every_theme_passes_pdf_ua(kits: dict[str, Path]) -> None:
    assert verapdf.validate([*kits.values()]) == {path: [] for path in kits.values()}


def test_a_picture_in_a_text_has_its_caption_and_who_took_it(kits: dict[str, Path]) -> None:
    for pdf in kits.values():
        assert re.search(r"The pier at noon\.\s+Photo: Ivo Marsh", poppler.text(pdf)), pdf.name


def test_logos_are_links_and_share_a_page(kits: dict[str, Path]) -> None:
    for pdf in kits.values():
        found = [
            (number, link["/A"]["/URI"])
            for number, page in enumerate(pypdf.PdfReader(pdf).pages)
            for link in (each.get_object() for each in page.get("/Annots", ()))
            if "partner-" in str(link.get("/A", {}).get("/URI", ""))
        ]
        assert len({address for _, address in found}) == 4
        assert len({number for number, _ in found}) == 1


def test_a_table_of_eight_rows_stands_with_its_heading_on_one_page(kits: dict[str, Path]) -> None:
    for pdf in kits.values():
        for heading in ("Boats by pier", "Tonnes by pier"):
            [page] = [page for page in pages(pdf) if heading in page]
            below = page[page.index(heading) :]
            assert "Pier 7" in below, (pdf.name, heading)
            assert "Total" in below, (pdf.name, heading)


def test_where_a_table_goes_on_its_section_is_named_above_its_head(kits: dict[str, Path]) -> None:
    for pdf in kits.values():
        first = next(number for number, page in enumerate(pages(pdf)) if "Larkin 10" in page)
        following = [page for page in pages(pdf)[first + 1 :] if "Larkin" in page]
        assert following
        assert all("In numbers · Sailings" in page and "Hour" in page for page in following), pdf.name
        assert "In numbers · Sailings" not in pages(pdf)[first]


def test_a_kit_without_a_title_says_the_organisations_name_once_on_its_cover(kits: dict[str, Path]) -> None:
    for pdf in kits.values():
        assert " ".join(pages(pdf)[0].split()).count(NAME) == 1, pdf.name


def test_a_desk_that_is_not_for_the_press_is_called_by_its_name(kits: dict[str, Path]) -> None:
    for pdf in kits.values():
        last = pages(pdf)[-1]
        assert last.count("Press contact") <= 1
        assert last.count("Investor Relations") == 1


def test_no_mail_address_is_broken_in_a_word(kits: dict[str, Path]) -> None:
    for pdf in kits.values():
        text = poppler.text(pdf)
        assert "cornelia.featherstone-haugh@" in text
        for part in ("featherstone-haugh@", "quillon-ferry-company."):
            assert text.count(part) == text.count(part.rstrip("@.")) > 0, (pdf.name, part)


def test_the_address_of_a_house_is_broken_behind_its_commas_and_that_of_a_website_nowhere(
    kits: dict[str, Path],
) -> None:
    """In the letterhead, where they stand beside each other, and on the closing page."""
    for pdf in kits.values():
        text = poppler.text(pdf)
        for part in ("The Ferry House,", "7 Quay Street,", "Port Lerne, CA 95054"):
            assert text.count(part) == 2, (pdf.name, part)
        [letterhead] = [page for page in pages(pdf) if "The pier at noon" in page]
        assert "www.quillon-ferry-company.example" in letterhead, pdf.name


def test_key_figures_stand_one_under_the_other_close_to_what_they_count(kits: dict[str, Path]) -> None:
    for pdf in kits.values():
        number = next(number for number, page in enumerate(pages(pdf), start=1) if "62,000" in page)
        places = poppler.words(pdf, number)
        values = {
            word: next(place for place in places if place.text == word) for word in ("41", "1911", "62,000", "12")
        }
        columns = sorted(round(value.left) for value in values.values())
        assert len({round(left / 10) for left in columns}) == 3, (pdf.name, columns)  # five in two rows
        for value, label in (("41", "rope"), ("1911", "founded"), ("12", "boats")):
            below = next(place for place in places if place.text == label)
            height = values[value].bottom - values[value].top
            assert 0 < below.bottom - values[value].bottom < height + 12, (pdf.name, value)


def first(places: list[poppler.Word], text: str) -> poppler.Word:
    return next(place for place in places if place.text == text)


def test_how_a_short_text_begins_stands_beside_the_portrait(kits: dict[str, Path]) -> None:
    for pdf in kits.values():
        number = next(number for number, page in enumerate(pages(pdf), start=1) if "knows every stone" in page)
        places = poppler.words(pdf, number)
        name, begins, goes_on = (first(places, word) for word in ("Thorn", "joined", "mended"))
        assert begins.left > 200, pdf.name  # beside the picture, as the name
        assert name.bottom < begins.top < goes_on.top
        assert begins.bottom - begins.top > goes_on.bottom - goes_on.top  # in larger type
        assert first(places, "coast.").bottom < goes_on.top - 24  # no lower than the picture


def test_people_begin_every_page_at_one_height(kits: dict[str, Path]) -> None:
    for pdf in kits.values():
        numbers = [number for number, page in enumerate(pages(pdf), start=1) if "Ferryman" in page]
        assert len(numbers) > 1, pdf.name
        top_pt = first(poppler.words(pdf, numbers[1]), "Nell").top
        assert top_pt < 75, (pdf.name, top_pt)


def test_a_notes_lines_begin_one_under_the_other(kits: dict[str, Path]) -> None:
    for pdf in kits.values():
        number = next(number for number, page in enumerate(pages(pdf), start=1) if "are counted each" in page)
        words = poppler.words(pdf, number)
        start = next(at for at, word in enumerate(words) if word.text == "The" and words[at + 2].text == "are")
        line = next(word for word in words[start:] if word.top > words[start].top + 2)
        assert abs(line.left - words[start].left) < 0.5, pdf.name


def test_nothing_of_the_ground_is_seen_where_the_covers_fields_meet(kits: dict[str, Path], tmp_path: Path) -> None:
    poppler.run("pdftoppm", "-r", "97", "-png", "-l", "1", "-singlefile", kits["editorial"], tmp_path / "cover")
    cover = poppler.drawn(tmp_path / "cover.png").convert("RGB")
    row = [cover.getpixel((x, cover.height - 200)) for x in range(cover.width)]
    seam = row.index((255, 255, 255))  # where the picture begins, beside a yellow field
    assert min(red for red, _, _ in row[seam - 4 : seam + 1]) > 250, row[seam - 4 : seam + 1]


@pytest.mark.slow
def test_the_days_of_many_releases_stand_on_the_lines_of_their_titles(cli: Cli, tmp_path: Path) -> None:
    texts = {f"releases/{n}.md": release(f"Pier {n} opens", 1).replace("-05-12", f"-05-{n}") for n in range(10, 24)}
    folder = write_kit(tmp_path, {**texts, "brand/brand.toml": BRAND})
    assert cli("build", folder, "-o", tmp_path / "kit.pdf").code == 0
    feet: dict[str, list[float]] = {"May": [], "Pier": []}
    for word in poppler.words(tmp_path / "kit.pdf", 2):
        if word.text in feet:
            feet[word.text].append(round(word.bottom - 0.217 * (word.bottom - word.top), 1))  # the baseline
    assert len(feet["May"]) == len(feet["Pier"]) == 14
    for title in sorted(feet["Pier"])[1:]:  # above the first one's day stands what they are
        assert min(abs(day - title) for day in feet["May"]) < 0.7


def test_no_larger_file_is_asked_for_of_a_logo(cli: Cli, kits: dict[str, Path]) -> None:
    done = cli("check", kits["editorial"].parent)
    assert "partner-1.png (300 × 60)" not in done.out
