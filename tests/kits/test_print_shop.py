"""Whole kits as a print shop takes them, both themes, both papers: measured, drawn by Ghostscript, taken apart."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pypdf
import pytest
from PIL import Image

from presskit.printing.inking.profiles import srgb
from tests.conftest import EXAMPLE, Cli
from tests.support import colours, ghostscript, poppler
from tests.support.looks import sets_of_looks
from tests.support.short_example import short_example
from tests.support.writing import photo, release, write_kit

TRIMS_PT = {"letter": (612.0, 792.0), "a4": (210 / 25.4 * 72, 297 / 25.4 * 72)}
BLEEDS_PT = {"letter": 9.0, "a4": 3 / 25.4 * 72}
HUNDREDTH_OF_MM_PT = 0.01 / 25.4 * 72
MARGIN_PT = 18.0
INK = {"brand": (0.9, 0.9, 0.1, 0.3), "accent": (0.0, 0.6, 0.7, 0.0)}
BLACK_KIT = {
    "releases/a.md": release("Ferry stops at all nine islands", 9),
    "releases/b.md": release("Ferry sails at night", 9),
    "boilerplate.txt": "The Quillon Ferry Company carries books, bread and passengers.",
    "brand/brand.toml": 'name = "Quillon Ferry"\nbrand = "#000000"\naccent = "#444444"\n'
    '[[contacts]]\nname = "Ada Thorn"\nphone = "202 555 0143"\n',
    "kit.toml": "date = 2026-05-12\n",
}

Kits = Mapping[tuple[str, str], Path]


def built(cli: Cli, folder: Path, output: Path, *words: str | Path) -> SimpleNamespace:
    """Build a kit for the print shop, with Ghostscript's profile."""
    done = cli("build", folder, "--for", "shop", "--icc", ghostscript.profile(), "-o", output, *words)
    assert done.code == 0, done.out + done.err
    return done


@pytest.fixture(scope="module")
def branded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example kit with a brand that states its inks."""
    folder = tmp_path_factory.mktemp("branded")
    kit = short_example(folder)
    percent = {role: [round(100 * share) for share in ink] for role, ink in INK.items()}
    settings = (folder / "brand/brand.toml").read_text(encoding="utf-8")
    inks = f'cmyk = {{brand = {percent["brand"]}, accent = {percent["accent"]}}}\npantone = {{brand = "2685 C"}}\n'
    (folder / "brand/brand.toml").write_text(inks + settings, encoding="utf-8")
    return kit


@pytest.fixture(scope="module", params=sets_of_looks())
def kits(request: pytest.FixtureRequest, cli: Cli, branded: Path, tmp_path_factory: pytest.TempPathFactory) -> Kits:
    """Return the print shop's file of the example kit by theme and paper."""
    folder = tmp_path_factory.mktemp("shop")
    for theme, paper in request.param:
        built(cli, branded, folder / f"{theme}-{paper}.pdf", "--theme", theme, "--paper", paper)
    return {(theme, paper): folder / f"{theme}-{paper}.pdf" for theme, paper in request.param}


def boxes(pdf: Path) -> list[dict[str, list[float]]]:
    """Return the boxes of each page, as poppler reads them."""
    told = poppler.run("pdfinfo", "-box", "-l", "999", pdf)
    found = re.findall(r"^Page +(\d+) (\w+Box): +(.+)$", told, re.MULTILINE)
    pages: dict[str, dict[str, list[float]]] = {}
    for number, name, numbers in found:
        pages.setdefault(number, {})[name] = [float(word) for word in numbers.split()]
    return list(pages.values())


def words(pdf: Path) -> list[list[tuple[str, float, float]]]:
    """Return the words of each page with the place of their upper left corner, in points."""
    pages = poppler.run("pdftotext", "-bbox", pdf, "-").split("<page ")[1:]
    pattern = r'xMin="(.+?)" yMin="(.+?)" xMax=".+?" yMax=".+?">(.*?)</word>'
    return [[(word, float(x), float(y)) for x, y, word in re.findall(pattern, page)] for page in pages]


def test_trim_is_the_page_and_bleed_lies_around_it(kits: Kits) -> None:
    for (_, paper), pdf in kits.items():
        width, height = TRIMS_PT[paper]
        bleed = BLEEDS_PT[paper]
        for page in boxes(pdf):
            around = [-bleed, -bleed, width + bleed, height + bleed]
            assert page["TrimBox"] == pytest.approx([0, 0, width, height], abs=HUNDREDTH_OF_MM_PT)
            assert page["BleedBox"] == pytest.approx(around, abs=HUNDREDTH_OF_MM_PT)
            assert page["MediaBox"][0] < -bleed - 15
            assert page["CropBox"] == page["MediaBox"]


def test_every_word_stands_where_it_stands_on_the_screen(cli: Cli, branded: Path, kits: Kits, tmp_path: Path) -> None:
    screen = tmp_path / "screen.pdf"
    for theme, paper in (("editorial", "letter"), ("institutional", "a4")):
        assert cli("build", branded, "--theme", theme, "--paper", paper, "-o", screen).code == 0
        pdf = kits[theme, paper]
        around = BLEEDS_PT[paper] + MARGIN_PT
        for page, (one, other) in enumerate(zip(words(screen), words(pdf), strict=True), start=1):
            moved = [(word, x + around, y + around) for word, x, y in one]
            assert [word for word, *_ in moved] == [word for word, *_ in other], f"{pdf.name}, page {page}"
            for (word, x, y), (_, x2, y2) in zip(moved, other, strict=True):
                assert (x2, y2) == pytest.approx((x, y), abs=0.05), f"{word}, {pdf.name}, page {page}"


@pytest.fixture(scope="module")
def drawn(kits: Kits) -> Mapping[tuple[str, str], list[Image.Image]]:
    """Return each page with its marks, in inks, at 100 points an inch."""
    return {key: ghostscript.plates(pdf, 100, "-dUseCropBox") for key, pdf in kits.items()}


def edge_is_inked(page: Image.Image, inside_pt: float, side: str) -> bool:
    """Tell whether a side of a page is covered with ink at so many points from the edge of the media."""
    at = round(inside_pt / 72 * 100)
    width, height = page.size
    line = {
        "left": (at, height // 3, at + 1, 2 * height // 3),
        "right": (width - at - 1, height // 3, width - at, 2 * height // 3),
        "top": (width // 3, at, 2 * width // 3, at + 1),
        "bottom": (width // 3, height - at - 1, 2 * width // 3, height - at),
    }[side]
    return min(map(sum, ghostscript.inks(page.crop(line)))) > 8


def test_fields_reach_into_the_bleed_and_not_beyond(drawn: Mapping[tuple[str, str], list[Image.Image]]) -> None:
    for (theme, _), pages in drawn.items():
        for page in (
            pages[:1] if theme == "gallery" else (pages[0], pages[-1])
        ):  # whose last page is white below its head
            for side in ("left", "right", "top", "bottom"):
                assert edge_is_inked(page, MARGIN_PT + 1, side), (theme, side)
                assert not edge_is_inked(page, MARGIN_PT - 1.2, side), (theme, side)


def test_a_picture_at_the_edge_reaches_into_the_bleed(
    kits: Kits, drawn: Mapping[tuple[str, str], list[Image.Image]]
) -> None:
    for look in (look for look in drawn if look[0] == "editorial"):
        page = next(place for place, text in enumerate(poppler.text(kits[look]).split("\f")) if "Port Anselm" in text)
        portrait = drawn[look][page]
        at = round((MARGIN_PT + 1) / 72 * 100)
        for line in ((at, at, at + 1, at + 400), (at, at, at + 300, at + 1)):
            assert min(map(sum, ghostscript.inks(portrait.crop(line)))) > 20


def test_all_around_the_bleed_there_is_nothing_but_marks(drawn: Mapping[tuple[str, str], list[Image.Image]]) -> None:
    for pages in drawn.values():
        for page in pages:
            outside = page.copy()
            edge = round((MARGIN_PT - 1) / 72 * 100)
            outside.paste((0, 0, 0, 0), (edge, edge, page.width - edge, page.height - edge))
            inked = {ink: points for ink, points in ghostscript.inks(outside).items() if any(ink)}
            assert set(inked) == {(255, 255, 255, 255)}, "a mark is on every plate"
            assert 8 * 10 <= inked[255, 255, 255, 255] <= 8 * 60


def test_no_red_green_and_blue_is_left(kits: Kits) -> None:
    assert {key: colours.problems(pdf.read_bytes()) for key, pdf in kits.items()} == {key: [] for key in kits}


def test_a_colour_of_the_screen_would_be_seen(kits: Kits) -> None:
    with pikepdf.open(kits["editorial", "letter"]) as pdf:
        pdf.pages[3].contents_add(b"q 1 0 0 rg 0 0 9 9 re f Q")
        file = BytesIO()
        pdf.save(file)
    assert colours.problems(file.getvalue()) == ["page 4: the operator rg"]


def test_text_is_in_black_ink_paper_white_or_the_brands_inks(kits: Kits) -> None:
    for (theme, _), pdf in kits.items():
        coloured = {ink for ink in colours.text_inks(pdf.read_bytes()) if any(ink[:3])}
        soft = {ink for ink in coloured if sum(ink) < 0.8}  # second text on the brand's field
        assert coloured - soft <= set(INK.values()), theme
        assert len(soft) <= 1


@pytest.mark.usefixtures("in_process")
def test_ghostscript_finds_no_colour_in_black_text(cli: Cli, tmp_path: Path) -> None:
    built(cli, write_kit(tmp_path / "kit", BLACK_KIT), tmp_path / "black.pdf")
    covered = ghostscript.coverage(tmp_path / "black.pdf")
    assert [ink[:3] for ink in covered] == [(0, 0, 0)] * len(covered)
    assert all(ink[3] > 0.005 for ink in covered)


def test_ghostscript_finds_every_ink_on_the_cover(kits: Kits) -> None:
    assert all(share > 0.5 for share in ghostscript.coverage(kits["editorial", "letter"])[0])


def test_no_point_has_more_ink_than_allowed(kits: Kits) -> None:
    for key, pdf in kits.items():
        assert max(ghostscript.most_ink(pdf, 72)) <= 300, key


def painted(
    stream: pikepdf.Object | pikepdf.Page, resources: pikepdf.Object
) -> set[tuple[bool, str, tuple[float, ...]]]:
    """Return whether what is painted overprints, with its operator and its ink, forms followed into."""
    found: set[tuple[bool, str, tuple[float, ...]]] = set()
    kept: list[tuple[bool, tuple[float, ...]]] = []
    on, ink = False, ()
    for operands, operator in pikepdf.parse_content_stream(stream):
        name = str(operator)
        if name == "q":
            kept.append((on, ink))
        elif name == "Q":
            on, ink = kept.pop()
        elif name == "k":
            ink = tuple(float(share) for share in operands)
        elif name == "gs":
            state = resources.ExtGState[str(operands[0])]
            on = bool(state.op) and int(state.OPM) == 1 if "/op" in state else on
        elif name in ("TJ", "Tj", "f", "S", "Do"):
            found.add((on, name, ink))
        if name == "Do" and (drawn := resources.XObject[str(operands[0])]).Subtype == "/Form":
            found |= painted(drawn, drawn.Resources)
    return found


def test_black_text_overprints_and_nothing_else(kits: Kits) -> None:
    white = 0
    for key, pdf in kits.items():
        with pikepdf.open(pdf) as opened:
            marks = set().union(*(painted(page, page.obj.Resources) for page in opened.pages))
        assert {(name, ink) for on, name, ink in marks if on} == {("TJ", (0.0, 0.0, 0.0, 1.0))}, key
        knocking_out = {ink for on, name, ink in marks if name == "TJ" and not on}
        white += (0.0, 0.0, 0.0, 0.0) in knocking_out
        assert (0.0, 0.0, 0.0, 1.0) not in knocking_out
        assert any(any(ink[:3]) for ink in knocking_out)
    assert white


def test_less_ink_is_kept_to_as_well(cli: Cli, branded: Path, tmp_path: Path) -> None:
    done = built(cli, branded, tmp_path / "thin.pdf", "--max-ink", "180")
    assert max(ghostscript.most_ink(tmp_path / "thin.pdf", 72)) <= 180
    with pikepdf.open(tmp_path / "thin.pdf") as opened:  # black letters and the field below them were more
        assert not any(on for page in opened.pages for on, *_ in painted(page, page.obj.Resources))
    assert re.search(r"The colour #35175e would take 220 % of ink, more than the 180 %.*\(f-003\)", done.out)


def test_it_says_that_it_is_pdf_x_4(kits: Kits) -> None:
    for pdf in kits.values():
        with pikepdf.open(pdf) as opened:
            assert opened.pdf_version == "1.6"
            xmp = opened.open_metadata()
            assert xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
            assert xmp["xmp:ModifyDate"] == xmp["xmp:CreateDate"] == xmp["xmp:MetadataDate"] == "2026-05-12T00:00:00Z"
            assert xmp["pdf:Trapped"] == "False"
            assert opened.docinfo["/Trapped"] == "/False"
            assert xmp["xmpMM:DocumentID"].startswith("uuid:")
            assert xmp["dc:title"] == opened.docinfo["/Title"] == "The Seventh Village"
            assert "pdfuaid:part" not in xmp
            [intent] = opened.Root.OutputIntents
            assert (intent.S, intent.OutputConditionIdentifier) == ("/GTS_PDFX", "Artifex CMYK SWOP Profile")
            assert intent.DestOutputProfile.read_bytes() == ghostscript.profile().read_bytes()
            assert "/ID" in opened.trailer
        assert pypdf.PdfReader(pdf).metadata.creation_date.date() == date(2026, 5, 12)  # type: ignore[union-attr]


def test_it_holds_what_is_printed_and_nothing_else(kits: Kits) -> None:
    for pdf in kits.values():
        with pikepdf.open(pdf) as opened:
            root = set(opened.Root.keys())
            assert root == {"/Type", "/Pages", "/Metadata", "/OutputIntents"}
            for page in opened.pages:
                assert not {"/Annots", "/AA", "/StructParents", "/ArtBox", "/CropBox"} & set(page.obj.keys())
            assert not any("/ObjStm" in repr(item.get("/Type")) for item in opened.objects if hasattr(item, "keys"))
        assert b"/ObjStm" not in pdf.read_bytes()
        fonts = poppler.run("pdffonts", pdf).splitlines()[2:]
        assert all(re.search(r"yes yes (yes|no)", line) for line in fonts), "embedded, and cut to what is used"
        poppler.run("qpdf", "--check", pdf)


def test_the_order_stands_beside_it(kits: Kits) -> None:
    text = kits["editorial", "letter"].with_suffix(".order.txt").read_text(encoding="utf-8")
    assert text.startswith("Print order: The Seventh Village\nFor High Wire Library\n")
    assert "PANTONE 2685 C" in text
    assert "C90 M90 Y10 K30" in text


@pytest.mark.usefixtures("in_process")
def test_without_a_profile_it_is_srgb_and_claims_nothing(cli: Cli, tmp_path: Path) -> None:
    folder = write_kit(
        tmp_path / "kit", BLACK_KIT | {"brand/brand.toml": 'name = "Quillon Ferry"\nbrand = "#12355b"\n'}
    )
    photo(folder / "photos/pier.jpg", (1200, 800))
    done = cli("build", folder, "--for", "shop", "-o", tmp_path / "kit.pdf", "--json")
    assert done.code == 0
    assert json.loads(done.out)["findings"][0]["code"] == "f-002"
    assert "Which ICC profile" in (tmp_path / "kit.order.txt").read_text(encoding="utf-8")
    with pikepdf.open(tmp_path / "kit.pdf") as pdf:
        assert "/OutputIntents" not in pdf.Root
        assert "pdfxid:GTS_PDFXVersion" not in pdf.open_metadata()
        for page in pdf.pages:
            kind, profile = page.obj.Resources.ColorSpace.DefaultRGB
            assert (kind, profile.read_bytes()) == ("/ICCBased", srgb().data)
            assert page.obj.Resources.XObject.Stamp.Resources.ColorSpace.DefaultRGB[0] == "/ICCBased"
    assert boxes(tmp_path / "kit.pdf")[0]["BleedBox"] == [-9, -9, 621, 801]


@pytest.mark.usefixtures("in_process")
def test_equal_kits_give_equal_files(cli: Cli, tmp_path: Path) -> None:
    folder = write_kit(tmp_path / "kit", BLACK_KIT)
    photo(folder / "photos/pier.jpg", (1200, 800))
    for name in ("one", "other"):
        built(cli, folder, tmp_path / name / "kit.pdf", "--no-cache")
    for file in ("kit.pdf", "kit.order.txt"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "other" / file).read_bytes()


PALE = BLACK_KIT | {"brand/brand.toml": 'name = "Quillon Ferry"\nbrand = "#fff3a0"\ndisclosure = "All is invented."\n'}


@pytest.mark.usefixtures("in_process")
def test_black_text_on_a_pale_field_is_black_ink_too(cli: Cli, tmp_path: Path) -> None:
    built(cli, write_kit(tmp_path / "kit", PALE), tmp_path / "pale.pdf")
    assert [ink for ink in colours.text_inks((tmp_path / "pale.pdf").read_bytes()) if any(ink[:3])] == []


@pytest.mark.usefixtures("in_process")
def test_the_bleed_is_what_is_asked_for(cli: Cli, tmp_path: Path) -> None:
    folder = write_kit(tmp_path / "kit", BLACK_KIT)
    assert cli("build", folder, "--for", "shop", "--bleed", "0.25in", "-o", tmp_path / "kit.pdf").code == 0
    assert boxes(tmp_path / "kit.pdf")[0]["BleedBox"] == [-18, -18, 630, 810]


@pytest.mark.usefixtures("in_process")
def test_it_is_named_for_the_print_shop(cli: Cli, tmp_path: Path) -> None:
    done = cli("build", write_kit(tmp_path / "kit", BLACK_KIT), "--for", "shop")
    assert "Ready for the print shop: " in done.out
    names = sorted(path.name for path in (tmp_path / "kit/out").iterdir())
    assert names == [
        "quillon-ferry-press-kit-2026-05-12-print-shop.order.txt",
        "quillon-ferry-press-kit-2026-05-12-print-shop.pdf",
    ]


def test_a_profile_that_is_not_there_is_told_before_any_work(cli: Cli) -> None:
    done = cli("build", EXAMPLE, "--for", "shop", "--icc", "none.icc")
    assert done.code == 3
    assert "none.icc is not there" in done.err


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--icc", "a.icc"), "--icc goes with --for shop"),
        (("--bleed", "3mm"), "--bleed goes with --for shop"),
        (("--for", "shop", "--max-ink", "280"), "--max-ink goes with --icc"),
        (("--for", "shop", "--bleed", "3"), "--bleed 3 is not possible"),
        (("--for", "shop", "-o", "kit.zip"), "A print shop takes a PDF, nothing else"),
        (("--for", "email", "-o", "kit.txt"), "A mail of --for email takes a PDF, nothing else"),
        (("--for", "print", "-o", "kit.html"), "A printer takes a PDF, nothing else"),
        (("--mail-limit", "5MB"), "--mail-limit goes with --for email"),
        (("--embargoed",), "--embargoed goes with a web page"),
        (("--embargoed", "-o", "kit.pdf"), "--embargoed goes with a web page"),
    ],
)
def test_words_that_do_not_fit_are_told_before_any_work(cli: Cli, words: tuple[str, ...], problem: str) -> None:
    done = cli("build", EXAMPLE, *words)
    assert done.code == 2
    assert problem in done.err
