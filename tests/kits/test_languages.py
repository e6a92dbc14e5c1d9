"""A kit with documents in English, Arabic and French: each page in its own language and direction."""

from __future__ import annotations

import re
from pathlib import Path

import pypdf
import pytest

from presskit.checking.marks.tagged_text import ReadPart, read_parts, read_tree
from presskit.fonts import by_pdf_name, shipped_faces
from presskit.settings.themes import theme_names
from tests.conftest import Cli
from tests.support import poppler
from tests.support.verapdf import validate

KIT = Path(__file__).parent / "three-languages"
# The last page, "Contacts", is the kit's; numbers are the pages the documents begin on.
DOCUMENTS = [
    ("en", "Nine lighthouses open to visitors for the first time"),
    ("en", "The nine lights at a glance"),
    ("ar", "تسع منارات تفتح أبوابها للزوار: ساحل مورو يستعيد حراسه"),
    ("ar", "المنارات التسع في سطور"),
    ("fr", "Neuf phares s’ouvrent au public : la côte de Morrow retrouve ses gardiens"),
    ("fr", "Les neuf phares en bref"),
]
TWELVE_WORDS = "واستعادت ستة أبراج عدساتها الأصلية بعد صقلها في ورشة المؤسسة ببورت ليرن"
RELEASE = """---
lang: {language}
date: 2026-05-12
---
# {headline}

{body}
"""


@pytest.fixture(scope="module")
def kits(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the kit on both papers."""
    folder = tmp_path_factory.mktemp("languages")
    paths = {paper: folder / f"{paper}.pdf" for paper in ("letter", "a4")}
    for paper, path in paths.items():
        done = cli("build", KIT, "--paper", paper, "-o", path)
        assert done.code == 0, done.out + done.err
    return paths


@pytest.fixture(scope="module")
def reader(kits: dict[str, Path]) -> pypdf.PdfReader:
    return pypdf.PdfReader(kits["letter"])


@pytest.fixture(scope="module")
def parts(reader: pypdf.PdfReader) -> tuple[ReadPart, ...]:
    return read_parts(reader, read_tree(reader))


def build(cli: Cli, folder: Path, language: str, body: str, headline: str = "H") -> Path:
    """Build one release of these words."""
    source = folder / "release.md"
    source.write_text(RELEASE.format(language=language, body=body, headline=headline), encoding="utf-8")
    done = cli("build", source, "-o", folder / "release.pdf")
    return folder / "release.pdf" if done.code == 0 else folder / "release-DRAFT.pdf"


def lines(pdf: Path, page: int | None = None) -> list[str]:
    """Return the lines of a PDF without the marks for direction that pdftotext sets round them."""
    pages = ("-f", str(page), "-l", str(page)) if page else ()
    text = poppler.run("pdftotext", *pages, pdf, "-")
    return re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text).splitlines()


def test_both_papers_pass_pdf_ua(kits: dict[str, Path]) -> None:
    assert validate([*kits.values()]) == {path: [] for path in kits.values()}


def test_only_our_typefaces_are_in_them(kits: dict[str, Path]) -> None:
    for path in kits.values():
        rows = [line.split() for line in poppler.run("pdffonts", path).splitlines()[2:]]
        assert {row[0].split("+")[1] for row in rows} <= set(by_pdf_name(shipped_faces()))


def test_each_document_says_its_language(reader: pypdf.PdfReader, parts: tuple[ReadPart, ...]) -> None:
    assert [(part.language, part.title) for part in parts[2:-1]] == DOCUMENTS
    assert {part.language for part in (*parts[:2], parts[-1])} == {"en"}
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_the_contents_group_them_under_the_languages_own_names(
    kits: dict[str, Path], parts: tuple[ReadPart, ...]
) -> None:
    printed = [line for line in lines(kits["letter"], 2) if line]
    names = [line for line in printed if line in ("English", "العربية", "Français")]
    assert names == ["English", "العربية", "Français"]
    *numbers, own = [int(line) for line in printed if line.isdigit()]
    assert numbers == [part.page for part in parts[2:]]
    assert own == 2


def test_the_lines_on_every_page_speak_the_documents_language(
    kits: dict[str, Path], parts: tuple[ReadPart, ...]
) -> None:
    pages = {part.title: part.page for part in parts}
    assert "Suite page suivante" in " ".join(lines(kits["letter"], pages[DOCUMENTS[4][1]]))
    assert "يتبع في الصفحة التالية" in " ".join(lines(kits["letter"], pages[DOCUMENTS[2][1]]))


def test_an_arabic_page_is_mirrored(kits: dict[str, Path], parts: tuple[ReadPart, ...]) -> None:
    def left_edge(word: str, page: int | None) -> float:
        boxes = poppler.run("pdftotext", "-bbox", "-f", str(page), "-l", str(page), kits["letter"], "-")
        found = re.search(rf'xMin="([\d.]+)"[^>]*>{word}<', boxes)
        assert found, word
        return float(found[1])

    pages = {part.title: part.page for part in parts}
    assert left_edge("Morrow", pages[DOCUMENTS[0][1]]) < 100
    assert left_edge("Morrow", pages[DOCUMENTS[2][1]]) > 400


def test_arabic_is_read_back_in_its_order(cli: Cli, tmp_path: Path) -> None:
    """Twelve words stand on one line, and both readers find each whole, in the order in which they were written."""
    words = TWELVE_WORDS.split()
    assert len(words) == 12
    path = build(cli, tmp_path, "ar", f"{TWELVE_WORDS}.\n\n{'وأمضت المؤسسة أربع سنوات في العمل. ' * 4}", "منارات")
    assert TWELVE_WORDS in " ".join(" ".join(lines(path)).split())
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    assert TWELVE_WORDS in " ".join(text.split())


def test_numbers_and_latin_words_keep_their_order_on_an_arabic_page(kits: dict[str, Path]) -> None:
    text = " ".join(lines(kits["letter"]))
    for words in ("+1 202 555 0143", "Morrow Lights", "towers-map.pdf"):
        assert words in text


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_no_line_begins_with_a_french_mark(cli: Cli, tmp_path: Path, space: str) -> None:
    words = " ".join(f"mot{'s' * (number % 7)}{space}; «{space}oui{space}»" for number in range(120))
    path = build(cli, tmp_path, "fr", f"Le début. {words}{space}!", "Un titre")
    printed = [line.strip() for line in lines(path) if "mot" in line or "oui" in line]
    assert len(printed) > 20
    assert not [line for line in printed if line[0] in ";:!?»" or line[-1] == "«"]
    plain = re.sub(r"\s+", " ", words)
    assert plain in re.sub(r"\s+", " ", " ".join(printed))


def test_copied_french_text_is_the_sources(kits: dict[str, Path]) -> None:
    text = re.sub(r"\s+", " ", " ".join(lines(kits["letter"])))
    source = (KIT / "releases" / "neuf-phares.md").read_text(encoding="utf-8")
    body = [line for line in source.splitlines() if line.startswith(("La fondation a", "« Un phare", "Le billet"))]
    assert len(body) == 3
    for line in body:
        assert line in text


def test_a_release_alone_speaks_its_own_language(cli: Cli, tmp_path: Path) -> None:
    path = build(cli, tmp_path, "ar", TWELVE_WORDS + ".", "منارات")
    reader = pypdf.PdfReader(path)
    assert reader.trailer["/Root"]["/Lang"] == "ar"
    text = " ".join(lines(path))
    assert "المكتب الصحفي" in text
    assert re.search("1 ?من 1", text)


def test_an_embargo_stands_in_the_language_of_each_document(cli: Cli, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    french = build(cli, tmp_path / "a", "fr\nembargo: 2026-05-12 09:00 Europe/Paris", "Le texte est là.", "Un titre")
    assert "Sous embargo jusqu’au 12 mai 2026 à 9 h 00 (Europe/Paris)" in " ".join(lines(french))
    arabic = build(cli, tmp_path / "b", "ar\nembargo: 2026-05-12 09:00 Europe/Paris", TWELVE_WORDS, "منارات")
    text = " ".join(lines(arabic))
    assert "محظور النشر حتى" in text
    assert "Europe/Paris" in text


def test_a_language_without_its_file_is_an_error(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "release.md").write_text("---\ntitle: A\nlang: zz\n---\nB", encoding="utf-8")
    done = cli("build", tmp_path / "release.md", "-o", tmp_path / "a.pdf")
    assert done.code == 4
    said = "release.md: language: presskit does not speak “zz” yet. Choose one of: ar, de, en, "
    assert said in done.out + done.err
    assert not (tmp_path / "a.pdf").exists()


CORRECTIONS = {
    "fr": (
        "VERSION CORRIGÉE",
        "13 mai 2026 à 15 h 30 (Europe/Paris)",
        "Version 2",
        "RETIRÉ",
        "Merci de ne pas l’utiliser.",
    ),
    "ar": ("نسخة مصححة", "13 مايو 2026، الساعة 15:30 (Europe/Paris)", "النسخة 2", "مسحوب", "يُرجى عدم استخدامه."),
}
OWN = {
    "fr": ("Le bac fait escale", "La fiche disait huit îles : il y en a neuf.", "Le concert", "Le texte est là."),
    "ar": ("تسع منارات", "ذكرت نسخة سابقة ثماني جزر، والصحيح تسع.", "حفل على ضوء المنارة", "هذا نص البيان."),
}


@pytest.mark.parametrize(
    ("code", "theme"),
    [
        pytest.param(code, theme, marks=pytest.mark.slow if place % 2 == (code == "fr") else ())
        for code in ("fr", "ar")
        for place, theme in enumerate(theme_names())
    ],
)
def test_corrections_are_told_in_the_documents_language(cli: Cli, tmp_path: Path, code: str, theme: str) -> None:
    title, note, other, body = OWN[code]
    changed = "\nchanged: 2026-05-13 15:30 Europe/Paris\nversion: 2"
    settings = {title: f'\ncorrection: "{note}"{changed}', other: f"\nstatus: withdrawn{changed}"}
    (tmp_path / "releases").mkdir()
    for number, (headline, more) in enumerate(settings.items()):
        source = RELEASE.format(language=code + more, body=body, headline=headline)
        (tmp_path / "releases" / f"{number}.md").write_text(source, encoding="utf-8")
    cli("build", tmp_path, "--theme", theme, "-o", tmp_path / "kit.pdf")
    [pdf] = tmp_path.glob("*.pdf")
    reader = pypdf.PdfReader(pdf)
    read = {part.title: "".join(part.text.split()).upper() for part in read_parts(reader, read_tree(reader))}
    contents = next(iter(read.values()))  # the cover, which lists so few documents
    corrected, when, version, withdrawn, unused = ("".join(words.split()).upper() for words in CORRECTIONS[code])
    assert corrected in contents
    assert withdrawn in contents
    for words in (corrected, when, version, "".join(note.split()).upper(), "".join(body.split()).upper()):
        assert words in read[title], words
    for words in (withdrawn, when, version, unused):
        assert words in read[other], words
    assert "".join(body.split()).upper() not in read[other]


def test_diff_tells_the_arabic_sentence_that_changed(cli: Cli, tmp_path: Path) -> None:
    body = f"{TWELVE_WORDS} عام 1987. وقالت المديرة: «عاد البحر إلينا». يمكن الحجز على موقع Morrow Lights يوميًا."
    pdfs = []
    for name, text in (("old", body), ("new", body.replace("1987", "1989"))):
        (tmp_path / name).mkdir()
        pdfs.append(build(cli, tmp_path / name, "ar", text, "منارات"))
    said = cli("diff", *pdfs).out
    assert f"was:  {TWELVE_WORDS} عام [1987.]" in said
    assert f"now:  {TWELVE_WORDS} عام [1989.]" in said
    assert "1 sentence changed." in said
    assert "No sentence changed." in cli("diff", pdfs[0], tmp_path / "old" / "release.md").out
