"""No embargo is passed over, none is read wrongly, and no news of another embargo is taken for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document

from presskit.reading.embargoes.embargo import Line, Verdict, find_embargo
from presskit.reading.embargoes.moment_parts import Place
from presskit.reading.embargoes.notices import cues
from tests.support.embargo_lines import CUES, Written, many
from tests.support.embargo_news import NEWS
from tests.support.reading import read_factsheet, read_release
from tests.support.word_files import add_xml, run, word

FILE = Path("release.txt")
HEADLINE = "Ferry returns to nine islands"
LEDE = "PORT QUILLON, May 12, 2026 – The ferry of Port Quillon returns to all nine islands on Tuesday morning at ten."
CLOSE = "Tickets are sold on board. Dogs travel on the open deck."
TEXT = f"{HEADLINE}\n\n{LEDE}\n\n{CLOSE}\n\nContact: Ada Thorn, 202 555 0143"
UNTIL = "2027-05-12T09:00:00-04:00"
LINE = "EMBARGOED UNTIL 9 A.M. EDT, MAY 12, 2027"


def judged(line: Written) -> str:
    found = find_embargo([Line(line.words, 1)], None, Place(line.language), FILE)
    if found.embargo:
        return "understood" if found.embargo.until == line.moment else "wrong"
    return "refused" if found.findings else "passed over"


@pytest.mark.parametrize("name", ["releases", "embargolose"])
def test_a_word_that_only_begins_like_a_cue_is_none(name: str) -> None:
    # Nearly every kit has a folder “releases”, for which all words of all languages were looked up.
    assert not cues().search(name)


def test_ten_thousand_ways_of_writing_an_embargo() -> None:
    lines = list(many(10_000, seed=5))
    found = {line: judged(line) for line in dict.fromkeys(lines)}
    assert [line for line, how in found.items() if how in ("wrong", "passed over")] == []
    assert all(how == "refused" for line, how in found.items() if not line.sound)
    sound = Counter((line.language, how) for line, how in found.items() if line.sound)
    for language in CUES:
        understood = sound[language, "understood"]
        assert understood >= 0.9 * (understood + sound[language, "refused"]), language


def test_news_of_other_embargoes_is_no_notice() -> None:
    assert len(NEWS) == 200
    taken = [
        sentence
        for sentence in NEWS
        for language in CUES
        if find_embargo([Line(sentence, 1)], None, Place(language), FILE) != Verdict()
    ]
    assert taken == []


@pytest.mark.parametrize(
    "line",
    [
        "NOT FOR IMMEDIATE RELEASE",
        "STRICTLY EMBARGOED",
        "EMBARGOED PRESS RELEASE",
        "Embargoed until Tuesday",
        "Embargoed until the conference opens",
        "Embargo: tbc",
        "FOR RELEASE: TUESDAY, MAY 12, 2027",
        "Not for publication",
        "EMBARGO: ministers agree on fish",
        "EMBARGOED UNTIL 12 MAY 2027: Government opens the port",
        "This release is under strict embargo.",
        "Sous embargo",
        "Embargo jusqu’à la conférence de presse",
        "Sperrfrist: Redebeginn",
        "Nicht zur Veröffentlichung bestimmt",
        "Noticia bajo embargo",
        "Notizia sotto embargo",
        "Bericht onder embargo",
        "Notícia sob embargo",
        "Version sous embargo – ne pas diffuser",
        "FOR RELEASE ON DELIVERY",
        "IMMEDIATE RELEASE UPON LIFTING OF EMBARGO",
        "محظور النشر حتى بدء المؤتمر الصحفي",
        "\u200bEM\u00adBARGOED",
        "E M B A R G O E D",
    ],
)
def test_an_embargo_without_a_moment_is_refused(line: str) -> None:
    [finding] = find_embargo([Line(line, 3)], None, Place(), FILE).findings
    assert (finding.code, finding.where.line) == ("c-008", 3)
    assert f"(“{line.strip()}”)" in finding.message
    assert "embargo: none" in finding.hint


@pytest.mark.parametrize(
    "cue",
    [
        "EMBRAGOED UNTIL",
        "EMBARGED UNTIL",
        "Embargoe until",
        "\u0415mbargoed until",  # the first letter is Cyrillic
        "embargoed_until:",
        "Under wraps until",
        "Private and confidential until",
        "WITHHOLD UNTIL",
        "Publication is not permitted before",
        "You may not publish this before",
        "Please refrain from publishing before",
        "For immediate release after",
        "Go-live:",
        "Merci de ne rien publier avant le",
        "Non diffusable avant le",
        "Sendesperrfrist:",
        "Unter Verschluss bis",
        "غير مصرح بالنشر قبل",
    ],
)
def test_however_it_is_spelled_or_put(cue: str) -> None:
    assert find_embargo([Line(f"{cue} 12 May 2027, 09:00 GMT", 1)], None, Place(), FILE) != Verdict()


@pytest.mark.parametrize(
    "line",
    [
        "Museums may not publish the names of those who gave.",
        "The road is restricted until the bridge is mended.",
        "For immediate release",
        "Publication is prohibited by the new law, the union says.",
        "The letters were kept private until 1998.",
        "L’embargo sul petrolio è stato tolto nel 1998.",
        "Het olie-embargo duurde veertig jaar.",
        "O embargo à carne durou dois anos.",
    ],
)
def test_what_only_sounds_like_one_is_none(line: str) -> None:
    assert find_embargo([Line(line, 1)], None, Place(), FILE) == Verdict()


def told(lines: list[str], name: str = "release.txt", own: str | None = None) -> Verdict:
    return find_embargo([Line(line, number) for number, line in enumerate(lines, 1)], own, Place(), Path(name))


def test_lines_of_one_text_speak_of_one_embargo() -> None:
    assert told(["STRICTLY EMBARGOED", LINE]).embargo
    assert told(["EMBARGOED UNTIL", "9 A.M. EDT, MAY 12, 2027"]).embargo
    assert told(["EMBARGO", "May 12, 2027, 9 a.m. EDT"]).embargo
    assert told([LINE, "Embargo: 2 pm London time, 12 May 2027"]).embargo
    [finding] = told([LINE, "Embargo: 3 pm London time, 12 May 2027"]).findings
    assert finding.code == "c-029"
    [finding] = told([LINE, "Embargoed until 13 May 2027"]).findings
    assert finding.code == "c-029"


def test_settings_end_the_question() -> None:
    assert told(["STRICTLY EMBARGOED"], own="none") == Verdict(is_denied=True)
    assert told(["STRICTLY EMBARGOED"], own="2027-05-12 09:00 America/New_York").embargo
    assert told(["Embargoed till 05/06/2027 9am ET"], own="2027-05-06 09:00 America/New_York").embargo
    [finding] = told([LINE], own="2027-05-13 09:00 America/New_York").findings
    assert finding.code == "c-029"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("EMBARGOED pier.docx", True),
        ("2027-05-12 EMBARGO ferry.docx", True),
        ("ferry_sous_embargo.md", True),
        ("Sperrfrist-Fähre.docx", True),
        ("ferry embargo 9 am EDT 12 May 2027.docx", True),
        ("oil-embargo-lifted.md", False),
        ("cuba-embargo.md", False),
        ("sin-embargo-abre.md", False),
        ("embargo-on-fish.txt", False),
        ("ferry.md", False),
    ],
)
def test_the_name_of_a_file_can_say_it(name: str, says: bool) -> None:
    assert (told([HEADLINE], name) != Verdict()) == says


def test_a_name_about_the_news_is_none() -> None:
    assert told(["The embargo hits the harbour."], "the-embargo-again.md") == Verdict()


def test_the_example_shows_the_writers_own_day() -> None:
    hint = told(["Embargoed until 12 May 2027, 9:30"]).findings[0].hint
    assert "embargo: 2027-05-12 09:30 America/New_York" in hint
    hint = told(["Sperrfrist: 12. Mai 2027, 9.30 Uhr"], "fähre.docx").findings[0].hint
    assert '[files."fähre.docx"]' in hint
    assert 'embargo = "2027-05-12 09:30 Europe/Berlin"' in hint
    assert 'embargo = "none"' in hint


TEXTS = {
    "first line": f"{LINE}\n\n{TEXT}",
    "same line as the headline": f"{LINE}: {TEXT}",
    "moment on the line below": f"EMBARGOED UNTIL\n9 A.M. EDT, MAY 12, 2027\n\n{TEXT}",
    "last line": f"{TEXT}\n\n{LINE}",
    "after the end mark": f"{TEXT}\n\n###\n\n{LINE}",
    "a sentence": f"{TEXT}\n\nThis release is embargoed until 9 a.m. EDT on 12 May 2027. Thank you.",
    "between the lines": f"{HEADLINE}\n\n{LINE}\n\n{LEDE}",
    "beside what a blog leaves": f"Share this:\n{LINE}\nLeave a comment\n\n{TEXT}",
    "settings: title": f'---\ntitle: "{LINE}: {HEADLINE}"\n---\n\n{LEDE}',
    "settings: own key": f"---\nembargo_until: 2027-05-12 09:00 EDT\n---\n\n{TEXT}",
    "settings: embargo": f"---\nembargo: 2027-05-12 09:00 America/New_York\n---\n\n{TEXT}",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("ending", ["txt", "md"])
def test_wherever_it_stands_in_a_text(tmp_path: Path, text: str, ending: str) -> None:
    path = tmp_path / f"release.{ending}"
    path.write_text(text, encoding="utf-8")
    release = read_release(path).document
    assert release.embargo is not None
    assert (release.embargo.until.isoformat(), release.status) == (UNTIL, "embargo")
    assert release.headline == HEADLINE
    assert [contact.phone for contact in release.contacts] == (["202 555 0143"] if "Ada" in text else [])


def in_margin(part: str) -> Callable[[Document], object]:
    def fill(document: Document) -> None:
        getattr(document.sections[0], part).paragraphs[0].text = LINE

    return fill


def in_table(document: Document) -> None:
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Embargo", "9 A.M. EDT, MAY 12, 2027"


def in_box(document: Document) -> None:
    box = f"<v:textbox><w:txbxContent><w:p>{run(LINE)}</w:p></w:txbxContent></v:textbox>"
    add_xml(document, f'<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">{box}</v:shape></w:pict></w:r>')


def as_watermark(document: Document) -> None:
    add_xml(
        document,
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        f'<v:textpath string="{LINE}"/></v:shape></w:pict></w:r>',
    )


def in_title(document: Document) -> None:
    document.core_properties.title = LINE


@pytest.mark.parametrize(
    "line",
    [
        f"[//]: # ({LINE})",
        f'[The islands](https://quillon.example "{LINE}")',
        f"<details><summary>{LINE}</summary>x</details>",
    ],
)
def test_what_markdown_does_not_show_is_looked_at_too(tmp_path: Path, line: str) -> None:
    path = tmp_path / "release.md"
    path.write_text(f"# {HEADLINE}\n\n{LEDE}\n\n{line}\n\n{CLOSE}\n", encoding="utf-8")
    release = read_release(path).document
    assert release.embargo
    assert release.embargo.until.isoformat() == UNTIL


WORD = {
    "page header": in_margin("header"),
    "page footer": in_margin("footer"),
    "table": in_table,
    "text box": in_box,
    "watermark": as_watermark,
    "title of the file": in_title,
    "last line": lambda document: document.add_paragraph(LINE),
}


@pytest.mark.parametrize("fill", WORD.values(), ids=WORD)
def test_wherever_it_stands_in_a_word_file(tmp_path: Path, fill: Callable[[Document], object]) -> None:
    release = read_release(word(tmp_path / "release.docx", HEADLINE, LEDE, "Dogs travel free.", fill=fill)).document
    assert release.embargo is not None
    assert release.embargo.until.isoformat() == UNTIL
    assert release.headline == HEADLINE


PAGE = """<!DOCTYPE html><html lang="en"><head><title>{title}</title>{meta}</head><body><header>{banner}
<nav><a href="/">Home</a></nav></header><main><article><h1>Ferry returns to nine islands</h1>
<p>PORT QUILLON, May 12, 2026 – The ferry of Port Quillon returns to all nine islands on Tuesday morning, and everybody
is invited to come on board.</p>
<p>“It is done,” said Ada Thorn at the pier. Tickets are sold on board, and dogs travel on the open deck.</p>{end}
</article></main><footer>{foot}</footer></body></html>"""
PAGES = {
    "title": {"title": f"{LINE} – {HEADLINE}"},
    "description": {"meta": f'<meta name="description" content="{LINE}">'},
    "banner": {"banner": f'<div class="banner">{LINE}</div>'},
    "banner's picture": {"banner": f'<img src="banner.png" alt="{LINE}">'},
    "end": {"end": f"<p>{LINE}</p>"},
    "footer": {"foot": f"<p>{LINE}</p>"},
    "hidden": {"end": f'<p style="display:none">{LINE}</p>'},
    "comment": {"end": f"<!-- {LINE} -->"},
    "title of a table": {"end": f"<table><caption>{LINE}</caption><tr><td>a</td><td>b</td></tr></table>"},
    "box that opens": {"end": f"<dialog>{LINE}</dialog>"},
    "hint": {"end": f'<p>Nine boats <span title="{LINE}">sail</span> to the islands again.</p>'},
    "button": {"foot": f"<button>{LINE}</button>"},
    "without a program": {"banner": f"<noscript>{LINE}</noscript>"},
    "data for machines": {"meta": f'<script type="application/ld+json">{{{{"description": "{LINE}"}}}}</script>'},
    "style": {"meta": f'<style>h1::before {{{{ content: "{LINE}" }}}}</style>'},
}


@pytest.mark.parametrize("parts", PAGES.values(), ids=PAGES)
def test_wherever_it_stands_on_a_web_page(tmp_path: Path, parts: dict[str, str]) -> None:
    path = tmp_path / "release.html"
    blank = {"title": HEADLINE, "meta": "", "banner": "", "end": "", "foot": ""}
    path.write_text(PAGE.format(**(blank | parts)), encoding="utf-8")
    release = read_release(path).document
    assert release.embargo is not None
    assert release.embargo.until.isoformat() == UNTIL
    assert release.headline == HEADLINE


@pytest.mark.parametrize("ending", ["txt", "md", "html", "docx"])
def test_many_ways_through_each_format(tmp_path: Path, ending: str) -> None:
    """Each is understood or refused at the top of a whole file, and its headline stays the headline."""
    for number, line in enumerate(many(50, seed=23)):
        path = tmp_path / f"{number}.{ending}"
        paragraphs = [line.words, LEDE, "Dogs travel free."]
        if ending == "docx":
            word(path, *paragraphs)
        else:
            mark = ("<p>", "</p>") if ending == "html" else ("", "")
            path.write_text("\n\n".join(f"{mark[0]}{words}{mark[1]}" for words in paragraphs), encoding="utf-8")
        reading = read_release(path, line.language)
        embargo = reading.document.embargo
        assert embargo.until == line.moment if embargo else "c-008" in [one.code for one in reading.findings]
        assert bool(embargo) == line.sound or "can be the clock" in str(reading.findings), line


def test_two_statements_against_each_other(tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_text(f"FOR IMMEDIATE RELEASE\n\n{TEXT}\n\n{LINE}", encoding="utf-8")
    reading = read_release(path)
    assert reading.document.embargo is None
    assert "the text says “FOR IMMEDIATE RELEASE” as well" in str(reading.findings)


def test_a_factsheet_can_be_embargoed(tmp_path: Path) -> None:
    path = tmp_path / "factsheet.md"
    path.write_text(f"# The ferry in figures\n\n{LINE}\n\nNine islands, one ferry.\n", encoding="utf-8")
    reading = read_factsheet(path)
    assert reading.embargo is not None
    assert reading.embargo.until.isoformat() == UNTIL


@pytest.mark.parametrize(
    ("text", "language", "date", "problem"),
    [
        ("Paris, le 05/06/2026 – Le bac revient.", "fr", "2026-06-05", None),
        ("Berlin, 05/06/2026 – Die Fähre kehrt zurück.", "de", "2026-06-05", None),
        ("Port Quillon, 12/05/2026 – The ferry returns.", "en", None, "“12/05/2026” can be"),
        ("Port Quillon, Maine, 12/05/2026 – The ferry returns.", "en", "2026-12-05", None),
        ("LONDON, 12/05/2026 – The ferry returns.", "en", "2026-05-12", None),
        ("PORT QUILLON, Tuesday, May 13, 2026 – The ferry returns.", "en", None, "is a Wednesday and no Tuesday"),
        ("PORT QUILLON, Maine, June 31, 2026 – The ferry returns.", "en", None, "is no day of the calendar"),
    ],
)
def test_a_dateline_that_can_be_two_days_is_told(
    tmp_path: Path, text: str, language: str, date: str | None, problem: str | None
) -> None:
    path = tmp_path / "release.md"
    path.write_text(f"# {HEADLINE}\n\n{text} Dogs travel free.\n", encoding="utf-8")
    reading = read_release(path, language)
    assert (reading.document.date and reading.document.date.isoformat()) == date
    told_of = [one.message for one in reading.findings if one.code == "c-035"]
    assert [problem in message for message in told_of if problem] == ([True] if problem else [])
