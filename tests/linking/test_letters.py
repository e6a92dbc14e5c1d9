"""Letters of several glyphs, or beside their place: what other programs read of them, and that they look the same."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from weasyprint import HTML

from presskit.linking import LinkablePart
from presskit.linking.lettering.fonts import faces_of
from presskit.linking.lettering.letters import Letter, Placed, letters_of, read_letters
from presskit.linking.linker import link
from tests.linking.test_fonts import fonts
from tests.support.engines import ENGINES
from tests.support.linked import FACES, METADATA, Render

# Lam before kaf, which Amiri lengthens; lam and alif; tatweels that stand in the text; a year of the Hijra.
PLAIN = (
    "المملكة ولكن لكم السلام المالكي ملكية الملك شكلكم الكل ولكننا فلكي السلكين لا الآن الإدارة لأكبر ولا الأولى"
    " الله لله كـتـاب مـشـروع هـ الطريق يذكر رئيس مسؤول شيء ليلة"
)
MARKED = "العبّارة أيضًا جدًّا تلقّت اللُّغة يُذكَر مدّة شكرًا الرحمٰن هٰذا معلّق"
MARKED_LAST = "مُحَمَّدٌ قَالَ كِتَابٌ لَكُمْ لِكَ شكراً جاءَ بِسْمِ خانهٔ"
PERSIAN = "کتاب گفتگو پژوهش چگونه گلک ملک یکی نیکی"
NON_JOINED = "می‌شود خانه‌ها کتاب‌هایی"
URDU = "ٹوپی بھائی ڈاک میں لڑکا لڑکی اردو ہے ملکہ"
MIXED = "340 1,250 2026 Harbour press@harbour.example"
MARKS = dict.fromkeys(map(ord, "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0654\u0670"))
DIRECTIONS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e"))


@pytest.fixture(scope="module")
def page(render: Render, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a linked PDF of all words, each between two others, in both weights."""
    words = " ".join([PLAIN, MARKED, MARKED_LAST, PERSIAN, NON_JOINED, URDU]).split()
    lines = "".join(f"<p>في {word} هذا</p>" for word in words)
    lines += "".join(f'<p>في <bdi dir="ltr">{word}</bdi> هذا</p>' for word in MIXED.split())
    body = f'<div class="arabic" lang="ar" dir="rtl">{lines}<strong style="font-weight: 700">{lines}</strong></div>'
    file = tmp_path_factory.mktemp("letters") / "page.pdf"
    file.write_bytes(link([LinkablePart("words", "Words", "ar", render(body, "ar"))], (), METADATA, FACES).pdf)
    return file


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(DIRECTIONS))


def missing(words: str, text: str) -> list[str]:
    """Return the words that a program does not find twice between their neighbours."""
    found = composed(text)
    painted = composed("\n".join(line.strip()[::-1] for line in found.splitlines()))
    wanted = {word: composed(f"في {word} هذا") for word in words.split()}
    return [word for word, line in wanted.items() if max(found.count(line), painted.count(line)) != 2]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("words", [PLAIN, MARKED, PERSIAN, URDU], ids=["plain", "marked", "persian", "urdu"])
def test_every_program_finds_every_word(page: Path, engine: str, words: str) -> None:
    assert missing(words, ENGINES[engine](page)) == []


@pytest.mark.parametrize("engine", ["poppler", "pdfium", "mupdf"])
@pytest.mark.parametrize("words", [MARKED_LAST, NON_JOINED], ids=["marked last", "not joined"])
def test_marks_at_a_words_end_and_non_joiners_are_read(page: Path, engine: str, words: str) -> None:
    assert missing(words, ENGINES[engine](page)) == []


def test_pdf_js_loses_no_more_than_a_words_last_mark_and_non_joiners(page: Path) -> None:
    bare = [word.translate(MARKS).replace("\u200c", "") for word in [*MARKED_LAST.split(), *NON_JOINED.split()]]
    text = " ".join(composed(ENGINES["pdf.js"](page)).translate(MARKS).split())
    assert [word for word in bare if text.count(f"في {word} هذا") < 2] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_latin_and_numbers_inside_are_read(page: Path, engine: str) -> None:
    text = ENGINES[engine](page)
    assert [word for word in MIXED.split() if text.count(word) != 2] == []


def test_no_glyph_of_the_page_is_without_a_text(page: Path) -> None:
    with pikepdf.open(page) as pdf:
        assert {name for name in fonts(pdf) if name.startswith("Pk-Arabic")} == {"Pk-Arabic", "Pk-Arabic-Bold"}
        assert all(b"/ActualText" not in each.Contents.read_bytes() for each in pdf.pages), "each span became a letter"


def test_a_letters_marks_are_thin_letters_before_it(render: Render) -> None:
    body = '<p class="arabic" lang="ar" dir="rtl">كِ</p>'
    with pikepdf.open(BytesIO(render(body, "ar"))) as pdf:
        [font] = fonts(pdf).values()
        [(font, face)] = faces_of("Pk-Arabic", [font])
        drafts = read_letters(pdf, {font.objgen: face})
        kasra, kaf = sorted(letters_of(drafts)["Pk-Arabic"], key=lambda letter: len(letter.drawn))
    assert kasra == Letter("\N{ARABIC KASRA}", 50, ())
    assert kaf.text == "\N{ARABIC LETTER KAF}"
    assert [type(each) for each in kaf.drawn] == [Placed, Placed]


def test_letters_are_numbered_alike_in_any_order_of_parts(render: Render) -> None:
    parts = [
        LinkablePart(name, name, "ar", render(f'<p class="arabic" lang="ar" dir="rtl">{text}</p>', "ar"))
        for name, text in (("one", "ولكن العبّارة"), ("two", "لكم شكرًا"))
    ]
    maps = []
    for order in (parts, parts[::-1]):
        with pikepdf.open(BytesIO(link(order, (), METADATA, FACES).pdf)) as pdf:
            maps.append(fonts(pdf)["Pk-Arabic"].ToUnicode.read_bytes())
    assert maps[0] == maps[1]


def test_letters_in_a_font_with_its_own_code_table_keep_their_spans(render: Render) -> None:
    pdf = render('<p class="arabic" lang="ar" dir="rtl">ولكن &#x13000;</p>', "ar")
    linked = link([LinkablePart("odd", "Odd", "ar", pdf)], (), METADATA, FACES).pdf
    with pikepdf.open(BytesIO(linked)) as kit:
        assert b"/ActualText" in kit.pages[0].Contents.read_bytes()


def test_a_glyph_that_is_two_letters_says_each_in_its_part(tmp_path: Path) -> None:
    file = tmp_path / "shared.ttf"
    face = TTFont(FACES["Pk-Serif"])
    for table in face["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord("А")] = table.cmap[ord("A")]
    face.save(file)
    style = f"@font-face {{ font-family: Pk-Serif; src: url('{file.as_uri()}') }} p {{ font: 11pt Pk-Serif }}"
    texts = {"one": "A tide, A ferry", "two": "А также А", "both": "A is not А"}
    parts = []
    for name, text in texts.items():
        page = HTML(string=f"<html lang=en><title>{name}</title><style>{style}</style><p>{text}</p>")
        parts.append(LinkablePart(name, name, "en", page.write_pdf(pdf_variant="pdf/ua-1")))
    kit = tmp_path / "kit.pdf"
    kit.write_bytes(link(parts, (), METADATA, {"Pk-Serif": file}).pdf)
    for engine in ("poppler", "pdfium"):
        assert [
            " ".join(page.split()) for page in ENGINES[engine](kit).replace("\f", "\n").split("\n") if page.strip()
        ] == [*texts.values()]
