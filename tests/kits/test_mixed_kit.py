"""Word files, a saved web page, an Arabic and a French release in one kit, in both themes, on both papers."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdf
import pytest

from presskit.checking.marks.tagged_text import ReadPart, read_parts, read_tree
from presskit.comparing import compare_files
from tests.conftest import Cli
from tests.support import poppler, verapdf
from tests.support.ferry_museum import office_kit
from tests.support.looks import sets_of_looks
from tests.support.web_pages import HEADLINE

RELEASES = Path(__file__).parent / "ferry-museum" / "releases"
ARABIC = "اثنتا عشرة عبّارة تعود إلى رصيفها القديم: متحف العبّارات يفتح أبوابه يوم الثلاثاء"
FRENCH = "Douze bacs rentrent au port : le musée ouvre mardi"
LANGUAGES = {
    HEADLINE: "en",
    "Twelve boats come home to the old quay": "en",
    "The museum in figures": "en",
    "Ada Thorn": "en",
    ARABIC: "ar",
    FRENCH: "fr",
}
MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = office_kit(tmp_path_factory.mktemp("mixed") / "kit")
    for release in RELEASES.iterdir():
        shutil.copy(release, folder / "releases")
    return folder


@pytest.fixture(scope="module", params=sets_of_looks())
def kits(request: pytest.FixtureRequest, cli: Cli, kit: Path) -> dict[tuple[str, str], Path]:
    """Return the kit by theme and paper."""
    built = {(theme, paper): kit / f"{theme}-{paper}.pdf" for theme, paper in request.param}
    for (theme, paper), path in built.items():
        done = cli("build", kit, "--theme", theme, "--paper", paper, "-o", path)
        assert done.code == 0, done.out + done.err
    return built


def parts_of(path: Path) -> tuple[ReadPart, ...]:
    reader = pypdf.PdfReader(path)
    return read_parts(reader, read_tree(reader))


def squeezed(text: str) -> str:
    return "".join(MARKS.sub("", text).split())


def test_all_pass_pdf_ua(kits: dict[tuple[str, str], Path]) -> None:
    verdicts = verapdf.verdicts([*kits.values()])
    assert {path.name: verdict.failed for path, verdict in verdicts.items() if verdict.failed} == {}


def test_each_document_says_its_language(kits: dict[tuple[str, str], Path]) -> None:
    for path in kits.values():
        assert {part.title: part.language for part in parts_of(path)[2:-1]} == LANGUAGES


def test_the_contents_group_them_by_language(kits: dict[tuple[str, str], Path]) -> None:
    names = ["English", "العربية", "Français"]
    for path in kits.values():
        contents = MARKS.sub("", poppler.run("pdftotext", "-f", "2", "-l", "2", path, "-"))
        assert [line.strip() for line in contents.splitlines() if line.strip() in names] == names


def test_arabic_is_read_back_as_it_was_written(kits: dict[tuple[str, str], Path]) -> None:
    source = (RELEASES / "ithna-ashar.md").read_text(encoding="utf-8")
    paragraphs = [line for line in source.splitlines() if line.startswith(("عمل", "وقالت", "يمكن", "## "))]
    assert len(paragraphs) == 4
    for path in kits.values():
        [arabic] = [part for part in parts_of(path) if part.language == "ar"]
        for paragraph in paragraphs:
            assert squeezed(paragraph.removeprefix("## ")) in squeezed(arabic.text)


def test_other_programs_find_arabic_in_its_order(kits: dict[tuple[str, str], Path]) -> None:
    for path in kits.values():
        text = " ".join(MARKS.sub("", poppler.run("pdftotext", path, "-")).split())
        for words in ("وبلغت كلفة", "ثلاثة فصول شتاء متتالية", "بقعة مربى»."):
            assert words in text


def test_french_marks_never_begin_a_line(kits: dict[tuple[str, str], Path]) -> None:
    for path in kits.values():
        text = poppler.run("pdftotext", path, "-")
        assert " ; elle est gratuite" in " ".join(text.split())
        assert not [line for line in text.splitlines() if line.strip()[:1] in (";", ":", "?", "!", "»")]


def test_nothing_changed_between_the_kit_and_its_pdf(kit: Path, kits: dict[tuple[str, str], Path]) -> None:
    assert not compare_files(kits["editorial", "letter"], kit)
