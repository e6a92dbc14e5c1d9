"""Limits are told in one sentence, before time is spent; what is just below them is read."""

from __future__ import annotations

import io
import re
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from docs import make_limits
from presskit import limits
from presskit.checking.archive import check_archive
from presskit.checking.marks import page_fonts, page_text
from presskit.composing.pictures.shapes import shape_of
from presskit.errors import PresskitError, SettingsError, SourceError
from presskit.findings import Where
from presskit.judging.proof import ANY
from presskit.limits import Limit
from presskit.reading import bounds
from presskit.reading.cues import leftovers
from presskit.reading.lists.recipients import read_recipients
from presskit.settings import read_front_matter, read_kit_settings, toml
from presskit.working.workers import limits_for
from tests.support.reading import read_photo, read_release

CHECKOUT = Path(__file__).resolve().parent.parent
TABLE: dict[str, Limit] = {name: value for name, value in vars(limits).items() if isinstance(value, Limit)}
LEDE = "PORT HOLLOW, May 12, 2026 – The reading room opens on Friday, and everybody in the town may come to see it.\n\n"
PARAGRAPH = "The harbour opened on time, “which is good,” said the keeper of the lighthouse, who had seen it close.\n\n"
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LETTERS = "".join(chr(97 + place % 26) for place in range(100))


def told(call: Callable[[], object]) -> str:
    """Return the sentence with which a limit is held."""
    with pytest.raises(SourceError) as caught:
        call()
    assert [problem.code for problem in caught.value.problems] == ["s-018"]
    return caught.value.problems[0].message


def written(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def word_file(body: str) -> bytes:
    data = io.BytesIO()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        override = f'<Override PartName="/word/document.xml" ContentType="{kind}"/>'
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types">{types}{override}</Types>')
        relations = f'<Relationship Id="a" Type="{relation}" Target="word/document.xml"/>'
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>')
        archive.writestr("word/document.xml", f"<w:document {NS}><w:body>{body}</w:body></w:document>")
    return data.getvalue()


def in_word(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def page(body: str) -> str:
    return f"<html><head><title>T</title></head><body><h1>Reading room opens</h1><p>{LEDE}</p>{body}</body></html>"


# Settings ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a" + ".a" * 30_000 + " = 1", "characters in one line of settings"),
        ("a = {" + "b." * 9_000 + "b = 1}", "9,000 dots in the name of a setting"),
        ("[" + "a . " * 2_000 + "a]", "2,000 dots in the name of a setting"),
        ('[[contacts]]\nname = "Ada Thorn"\n' * 300, "300 contacts. It takes 200 at most"),
        ("order = [\n" + '"a",\n' * 6_000 + "]", "6,000 entries"),
        ('title = """\n' + "a\n" * 9_000 + '"""', "characters in one setting"),
        ("x = " + "[" * 12 + "]" * 12, "groups inside one another"),
        ("version = 0x" + "f" * 5_000, "digits in one number"),
        ("a\n" * 30_000, "30,001 lines of settings"),
    ],
)
def test_settings_beyond_any_kit_are_told(tmp_path: Path, text: str, words: str) -> None:
    written(tmp_path, "kit.toml", text)
    sentence = told(lambda: read_kit_settings(tmp_path))
    assert sentence.startswith("kit.toml is too large for presskit: ")
    assert words in sentence


def test_a_large_honest_kit_has_settings_below_the_limits(tmp_path: Path) -> None:
    names = ", ".join(f'"release-{number:03}"' for number in range(500))
    contacts = '[[contacts]]\nname = "Ada Thorn"\nemail = "press@tidewick.example"\n' * 50
    written(tmp_path, "kit.toml", f'title = "{LETTERS * 5}"\nsummary = "{LETTERS * 50}"\norder = [{names}]\n{contacts}')
    settings = read_kit_settings(tmp_path)
    assert (len(settings.order), len(settings.contacts)) == (500, 50)


@pytest.mark.parametrize("text", ["version = " + "9" * 9_000, 'title = "a\nb\n' * 5_000, "key = “a”\n" * 15_000])
def test_problems_without_end_are_few_and_short(tmp_path: Path, text: str) -> None:
    written(tmp_path, "kit.toml", text)
    with pytest.raises(SettingsError) as caught:
        read_kit_settings(tmp_path)
    assert len(caught.value.problems) <= 100
    assert max(len(f"{item.message}{item.hint}") for item in caught.value.problems) < 2_500


def test_a_value_is_quoted_no_longer_than_shows_which_is_meant(tmp_path: Path) -> None:
    written(tmp_path, "kit.toml", f'download = "{LETTERS * 90}"')
    with pytest.raises(SettingsError) as caught:
        read_kit_settings(tmp_path)
    assert f"“{LETTERS} …” is not an address" in caught.value.problems[0].message


def top(settings: str) -> Callable[[], object]:
    return lambda: read_front_matter(f"---\n{settings}\n---\n", Path("a.md"))


def test_settings_at_the_top_of_a_text_end() -> None:
    assert "characters of settings" in told(top("k: v\n" * 30_000))
    assert "characters in one setting" in told(top(f"title: {LETTERS * 200}"))
    with pytest.raises(SettingsError, match="needs quotes"):  # an alias, by which ten lines hold a million values
        top("a: &a [b, b]\nc: *a")()


# Texts -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.md", "*" * 100_000, "characters without a space"),
        ("a.md", "& " * 60_000, "characters in one paragraph"),
        ("a.md", "[ " * 3_000, "brackets in one paragraph"),
        ("a.md", "<div>\n" * 1_000, "inside one another"),
        ("a.md", "|" + "a|" * 300 + "\n|" + "-|" * 300 + "\n", "columns in one table"),
        ("a.md", "a\n" * 60_000, "lines. It takes 50,000 at most"),
        ("a.txt", "a\n" * 60_000, "lines"),
        ("a.txt", "word " * 2_000_000, "10.1 MB. It takes 5 MB"),
        ("a.txt", "word " * 30_000, "characters in one paragraph"),
        ("a.html", "<div>" * 100_000, "inside one another"),
        ("a.html", "<p " + " ".join(f"a{number}='b'" for number in range(9_000)) + ">a</p>", "attributes"),
        ("a.html", "<table>" + ("<tr>" + "<td>a</td>" * 10 + "</tr>") * 6_000 + "</table>", "60,000 cells"),
        ("a.html", "<table><tr>" + "<td>a</td>" * 300 + "</tr></table>", "300 columns"),
        ("a.html", "<p>a</p>" * 160_000, "pieces of a web page"),
        ("a.html", "<p>words and words</p>" * 1_000_000, "22.1 MB. It takes 20 MB"),
    ],
)
def test_a_text_beyond_any_release_is_told(tmp_path: Path, name: str, text: str, words: str) -> None:
    whole = page(text) if name.endswith(".html") else f"Reading room opens\n\n{LEDE}{text}"
    path = written(tmp_path, name, whole)
    sentence = told(lambda: read_release(path))
    assert sentence.startswith(f"{name} is too large for presskit: ")
    assert words in sentence


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (in_word("a") * 31_000, "31,000 paragraphs"),
        ("<w:tbl><w:tr>" + f"<w:tc>{in_word('a')}</w:tc>" * 51_000 + "</w:tr></w:tbl>", "51,000 cells"),
        ("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 201_000 + "</w:p>", "201,000 pieces of text"),
        ("<w:p>" + '<w:r><w:footnoteReference w:id="1"/></w:r>' * 6_000 + "</w:p>", "6,000 footnotes or comments"),
        (in_word("words " * 20_000), "120,000 characters in one paragraph"),
    ],
)
def test_a_word_file_beyond_any_release_is_told(tmp_path: Path, body: str, words: str) -> None:
    path = written(tmp_path, "a.docx", word_file(body))
    assert words in told(lambda: read_release(path))


def test_a_headline_as_long_as_a_page_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "a.md", "# " + f"{LETTERS} " * 30 + f"\n\n{LEDE}")
    assert "characters in one heading" in told(lambda: read_release(path))


@pytest.mark.slow
def test_three_hundred_pages_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, "a.md", f"# Reading room opens\n\n{LEDE}" + PARAGRAPH * 10_000)
    assert len(read_release(path).document.body) == 10_001


def test_a_table_of_five_thousand_rows_is_read(tmp_path: Path) -> None:
    rows = "| Port Hollow | 1 | 2 | 3 | 4 | 5 |\n"
    head = "| Town | a | b | c | d | e |\n|---|---|---|---|---|---|\n"
    path = written(tmp_path, "a.md", f"# Reading room opens\n\n{LEDE}{head}{rows * 5_000}")
    assert read_release(path).document.body[-1].text.count("\n") == 5_000


@pytest.mark.slow
def test_a_list_of_fifty_thousand_people_is_read_and_no_more_than_twice_that(tmp_path: Path) -> None:
    rows = [f"person{number}@tidewick.example,Thorn,The Tidewick Evening Courier\n" for number in range(110_000)]
    path = written(tmp_path, "list.csv", "e-mail,name,outlet\n" + "".join(rows[:50_000]))
    assert len(read_recipients(path).document) == 50_000
    written(tmp_path, "list.csv", "e-mail,name,outlet\n" + "".join(rows))
    assert "rows. It takes 100,000 at most" in told(lambda: read_recipients(path))


# Pictures ----------------------------------------------------------------------------------------------------------


def test_a_jpeg_of_a_thousand_passes_is_told_and_a_cameras_is_read(tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new("RGB", (3000, 2000)).save(data, "JPEG", progressive=True)
    whole = data.getvalue()
    last = whole[whole.rfind(b"\xff\xda") : -2]
    assert read_photo(written(tmp_path, "a.jpg", whole)).document.width_px == 3000
    path = written(tmp_path, "b.jpg", whole[:-2] + last * 1_000 + whole[-2:])
    assert "pixels in all passes of a progressive JPEG" in told(lambda: read_photo(path))


def test_a_picture_of_a_billion_pixels_is_told_with_its_size(tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new("1", (9, 9)).save(data, "PNG")
    size = (30_000).to_bytes(4, "big") * 2
    whole = data.getvalue()
    header = b"IHDR" + size + whole[24:29]
    whole = whole[:12] + header + zlib.crc32(header).to_bytes(4, "big") + whole[33:]
    path = written(tmp_path, "a.png", whole)
    assert "900,000,000 pixels. It takes 120,000,000 at most." in told(lambda: read_photo(path))


def drawing(folder: Path, inside: str) -> Path:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 100">'
    return written(folder, "logo.svg", f"{svg}{inside}</svg>")


@pytest.mark.parametrize("name", ["href", "xlink:href"])
def test_a_drawing_that_draws_itself_ten_billion_times_is_told(tmp_path: Path, name: str) -> None:
    levels = (f'<g id="a{level + 1}">' + f'<use {name}="#a{level}"/>' * 10 + "</g>" for level in range(10))
    path = drawing(tmp_path, f'<g id="a0"><path d="M0 0h1"/></g>{"".join(levels)}')
    assert "shapes, counted as often as they are drawn" in told(lambda: shape_of(path))


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<style>" + "a{fill:red}" * 20_000 + "</style>", "rules of style"),
        ("<style>" + "a," * 20_000 + "a{fill:red}</style>", "rules of style"),
        ('<linearGradient id="g">' + "<stop/>" * 30_000 + "</linearGradient>", "shapes"),
        ('<linearGradient id="g">' + "<stop/>" * 900 + "</linearGradient>" + '<rect fill="url(#g)"/>' * 90, "shapes"),
        ('<path d="M0 0' + "l1 1" * 1_020_000 + '"/>', "shapes"),
    ],
)
def test_a_drawing_beyond_any_logo_is_told(tmp_path: Path, inside: str, words: str) -> None:
    path = drawing(tmp_path, inside)
    assert words in told(lambda: shape_of(path))


def test_a_logo_of_thousands_of_shapes_is_drawn(tmp_path: Path) -> None:
    use = '<g id="g"><use href="#g"/></g>'  # it names itself: that is drawn once
    assert shape_of(drawing(tmp_path, use + '<path d="M0 0l9 9"/>' * 5_000)) == 2.0


@pytest.mark.parametrize("box", ["0 0 nan 1", "0 0 inf 1", "0 0 1e9 1", "0 0 1 1e9"])
def test_a_drawing_of_no_size_is_told(tmp_path: Path, box: str) -> None:
    path = written(tmp_path, "logo.svg", f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"/>')
    with pytest.raises(PresskitError, match="cannot be shown"):
        shape_of(path)


# Finished files ----------------------------------------------------------------------------------------------------


def test_a_zip_of_too_many_files_is_told(tmp_path: Path) -> None:
    path = tmp_path / "kit.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(limits.ZIP_ENTRIES.most + 1):
            archive.writestr(zipfile.ZipInfo(str(number)), b"")
    assert "10,001 files" in told(lambda: check_archive(path, ANY))


def test_a_zip_that_unpacks_to_far_more_than_itself_is_told(tmp_path: Path) -> None:
    path = tmp_path / "kit.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"a" * 60_000_000)
    assert "times its own size when unpacked" in told(lambda: check_archive(path, ANY))


# Patterns ----------------------------------------------------------------------------------------------------------

SEARCHES: dict[str, tuple[re.Pattern[str] | re.Pattern[bytes], str]] = {
    "texts of settings": (toml.STRAIGHT_TEXT_OR_COMMENT, '\\"'),
    "keys of settings": (toml.LONG_KEY, "a"),
    "keys with dots": (toml.LONG_KEY, "a."),
    "template tags": (leftovers.TEMPLATE_TAG, "{{"),
    "template tags that go on": (leftovers.TEMPLATE_TAG, "{% a "),
    "tags": (bounds.TAG, '<a "'),
    "empty lines": (bounds.BREAK, "\n "),
    "inline pictures of a PDF": (page_text.TOKEN, "ID "),
    "texts of a PDF": (page_text.TOKEN, "\\("),
    "hexadecimal texts of a PDF": (page_text.TOKEN, "<a"),
    "sections of a map of characters": (page_fonts.SECTIONS, "beginbfchar "),
    "ranges of a map of characters": (page_fonts.RANGES, "<00> <00> ["),
}


@pytest.mark.parametrize(("pattern", "piece"), SEARCHES.values(), ids=SEARCHES.keys())
def test_a_search_takes_a_time_that_grows_with_the_text_and_not_with_its_square(
    pattern: re.Pattern[str] | re.Pattern[bytes], piece: str
) -> None:
    def seconds(pieces: int) -> float:
        text = ('"' if piece.startswith("\\") else "") + piece * pieces
        began = time.process_time()
        for _ in pattern.finditer(text.encode() if isinstance(pattern.pattern, bytes) else text):  # type: ignore[arg-type]
            pass
        return time.process_time() - began

    assert seconds(160_000) < 0.3 + 40 * seconds(8_000)  # twenty times as much; its square would be four hundred


# The table ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", TABLE.values(), ids=TABLE.keys())
def test_a_limit_takes_its_most_and_no_more(limit: Limit) -> None:
    limit.require(limit.most, Where(Path("a.txt")))
    sentence = told(lambda: limit.require(limit.most + 1, Where(Path("a.txt"), 7)))
    assert sentence.startswith("a.txt is too large for presskit: ")


def test_every_limit_is_held_somewhere() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (CHECKOUT / "presskit").rglob("*.py")]
    used = set(re.findall(r"\b[A-Z][A-Z_]+\b", "\n".join(text for text in sources if "class Limit" not in text)))
    assert set(TABLE) - used == set()


def test_the_page_of_limits_is_current() -> None:
    assert (CHECKOUT / "docs" / "limits.md").read_text(encoding="utf-8") == make_limits.page(), (
        "run docs/make_limits.py"
    )


def test_the_page_of_limits_has_a_row_for_each() -> None:
    rows = [line for line in make_limits.page().splitlines() if line.startswith("| ") and "---" not in line]
    assert len([row for row in rows if not row.startswith("| the most")]) == len(TABLE)


def test_reading_may_take_a_share_of_the_files_size(tmp_path: Path) -> None:
    small, large = written(tmp_path, "a", b"a"), written(tmp_path, "b", b"a" * 30_000_000)
    assert limits_for([small, tmp_path / "none"]).cpu_s == 20
    assert limits_for([small, large]).cpu_s == 30
