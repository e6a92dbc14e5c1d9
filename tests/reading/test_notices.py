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


@pytest.mark.parametrize("name", ["releases", "holdings"])
def test_a_word_that_only_begins_like_a_cue_is_none(name: str) -> None:
    # Nearly every kit has a folder “releases”, for which all words of all languages were looked up.
    assert not cues().search(name)


@pytest.mark.parametrize("count", [2_000, pytest.param(10_000, marks=pytest.mark.slow)])
def test_thousands_of_ways_of_writing_an_embargo(count: int) -> None:
    lines = list(many(count, seed=5))
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
        "Gesperrt bis",
        "Dieser Text ist gesperrt bis",
        "Unter Verschluss bis",
        "غير مصرح بالنشر قبل",
        "Please don't mention the figure before",
        "Nothing may go out before",
        "Ne pas citer le chiffre avant le",
        "Bitte nicht zitieren vor dem",
        "No citar antes del",
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
        "FOR IMMEDIATE RELEASE May 12, 2026 Contact: Ada Thorn, 020 7946 0018, ada@kelp.example",
        "FOR IMMEDIATE RELEASE – May 12, 2026 – Ada Thorn, +1 202 555 0143",
        "FOR IMMEDIATE RELEASE May 12, 2026, call (0207) 946 1143",
        "Publication is prohibited by the new law, the union says.",
        "The letters were kept private until 1998.",
        "L’embargo sul petrolio è stato tolto nel 1998.",
        "Het olie-embargo duurde veertig jaar.",
        "Die Innenstadt ist von 13 bis 20 Uhr gesperrt.",
        "Die Seebrücke bleibt am 8. Mai bis 20 Uhr gesperrt.",
        "O embargo à carne durou dois anos.",
    ],
)
def test_what_only_sounds_like_one_is_none(line: str) -> None:
    assert find_embargo([Line(line, 1)], None, Place(), FILE) == Verdict()


@pytest.mark.parametrize(
    "line",
    [
        "For immediate release on 12 May at 9 am",
        "FOR IMMEDIATE RELEASE, MAY 12, 2027, 9 A.M. EDT",
        "Immediate release: 12 May, 0900",
        "For immediate release as of Wednesday",
        "For immediate release once the mayor has spoken",
        "Pour diffusion immédiate à partir du 12 mai",
        "POUR PUBLICATION IMMÉDIATE LE 12 MAI À 9H00",
        "Para difusión inmediata: 12 de mayo, 09:00",
        "Zur sofortigen Veröffentlichung ab 12. Mai, 10:00 Uhr",
        "Per la pubblicazione immediata il 12 maggio 2027 alle ore 9",
        "Voor onmiddellijke publicatie op 12 mei om 9 uur",
        "Para publicação imediata a partir de 12 de maio",
        "للنشر الفوري يوم 12 مايو الساعة 9 صباحا",
    ],
)
def test_immediate_with_a_moment_is_no_immediate_release(line: str) -> None:
    found = told([line])
    assert found.embargo or [item.code for item in found.findings] == ["c-008"]


@pytest.mark.parametrize(
    ("line", "is_known"),
    [
        ("FOR IMMEDIATE RELEASE, MAY 12, 2026, 9 A.M. EDT", True),
        ("Zur sofortigen Veröffentlichung ab 12. Mai 2026, 10:00 Uhr MESZ", True),
        ("FOR IMMEDIATE RELEASE, MAY 12, 2026, 9 A.M.", False),
    ],
)
def test_an_immediate_release_with_a_whole_moment_begins_then(line: str, is_known: bool) -> None:
    found = find_embargo([Line(line, 1)], None, Place(), FILE, Line(line, 1))
    assert bool(found.embargo) is is_known
    assert [item.code for item in found.findings] == ([] if is_known else ["c-008"])


def test_an_immediate_release_whose_embargo_stands_elsewhere_is_unclear() -> None:
    lines = [Line("FOR IMMEDIATE RELEASE", 1), Line("EMBARGOED UNTIL MAY 12, 2027, 9 A.M. EDT", 2)]
    assert [item.code for item in find_embargo(lines, None, Place(), FILE, lines[0]).findings] == ["c-008"]


@pytest.mark.parametrize(
    "line",
    [
        "For immediate release",
        "FOR IMMEDIATE RELEASE – Tuesday, May 12, 2026",
        "FOR IMMEDIATE RELEASE: Tickets from 9 am on every pier",
        "Pour diffusion immédiate, le 12 mai 2026",
        "Para difusión inmediata – 12 de mayo de 2026",
        "Zur sofortigen Veröffentlichung, 12. Mai 2026",
        "للنشر الفوري – 12 مايو 2026",
    ],
)
def test_the_day_of_a_text_leaves_it_immediate(line: str) -> None:
    assert told([line]) == Verdict()


ELSEWHERE = {
    "Swedish": ("Får publiceras först den 12 maj 2027 kl. 09.00", "Spärrad till 12 maj", "Pressmeddelande – embargo"),
    "Norwegian or Danish": ("Må ikke offentliggøres før 12. maj kl. 9", "Sperrefrist: 12. mai", "KLAUSULERET"),
    "Finnish": ("Julkaisuvapaa 12.5.2027 klo 9.00", "Ei saa julkaista ennen 12.5.2027"),
    "Polish": ("Do publikacji od 12 maja 2027, godz. 9.00", "Nie publikować przed 12 maja", "Pod embargiem"),
    "Czech or Slovak": ("Nezveřejňovat před 12. květnem 2027", "Zveřejnit nejdříve 12. května"),
    "Hungarian": ("Nem közölhető 2027. május 12. előtt",),
    "Romanian": ("A nu se publica înainte de 12 mai 2027",),
    "Croatian, Serbian or Slovenian": ("Ne objavljivati prije 12. svibnja 2027.",),
    "Greek": ("ΕΜΠΑΡΓΚΟ ΕΩΣ 12 ΜΑΪΟΥ 2027, 09:00", "Να μη δημοσιευθεί πριν από τις 12 Μαΐου"),
    "Turkish": ("12 Mayıs 2027 saat 09.00'dan önce yayımlanamaz", "Yayın tarihi: 12 Mayıs'tan önce kullanılamaz"),
    "Russian or another language in Cyrillic letters": (
        *(
            "Эмбарго до 12 мая 2027, 09:00",
            "Не публиковать до 12 мая",
            "Под эмбарго",
            "Эмбарго на публикацию до 12 мая",
        ),
        "Не публікувати до 12 травня",
    ),
    "Hebrew": ("אמברגו עד 12 במאי 2027",),
    "Persian": ("انتشار پیش از ۱۲ مه ۲۰۲۷ ممنوع",),
    "Hindi": ("प्रकाशन निषेध: 12 मई 2027 तक",),
    "Thai": ("ห้ามเผยแพร่ก่อนวันที่ 12 พฤษภาคม 2027",),
    "Vietnamese": ("Cấm đăng trước 9 giờ ngày 12 tháng 5",),
    "Chinese": ("2027年5月12日上午9点前请勿发布", "新聞禁發至5月12日", "解禁时间:2027年5月12日"),
    "Japanese": ("【解禁日時】2027年5月12日 9:00", "5月12日9時まで報道を控えてください"),
    "Korean": ("엠바고: 2027년 5월 12일 오전 9시", "보도시점: 2027. 5. 12.(수) 09:00 이후"),
}


@pytest.mark.parametrize("language", ELSEWHERE)
def test_a_language_whose_days_are_not_read_is_told_as_unclear(language: str) -> None:
    for line in ELSEWHERE[language]:
        [finding] = told([line, HEADLINE]).findings
        assert finding.code == "c-008"
        assert f"reads no days and hours in {language} (“{line[:10]}" in finding.message or line.endswith("embargo")
        assert told([line], own="2027-05-12 09:00 Europe/Oslo").embargo
        assert told([line], own="none") == Verdict(is_denied=True)


@pytest.mark.parametrize(
    "line",
    [
        "Vapenembargot mot ön hävs den 12 maj, säger ministern.",
        "Boken publiceras den 12 maj 2027 av förlaget Havet.",
        "Vägen är avstängd till den 12 maj kl 9",
        "Inget embargo",
        "FN opphever våpenembargoet 12. mai",
        "Veien er sperret til 12. mai kl. 9.",
        "EU purkaa asevientikiellon 12.5.2026",
        "Kirja julkaistaan 12.5.2027 klo 9.",
        "Embargo na ropę zniesiono 12 maja 2026.",
        "Droga zamknięta do 12 maja, godz. 9:00.",
        "Zbrojní embargo skončilo 12. května 2026.",
        "Το εμπάργκο στο πετρέλαιο κράτησε σαράντα χρόνια.",
        "Petrol ambargosu 12 Mayıs'ta kalktı",
        "ЕС снял эмбарго на поставки оружия 12 мая",
        "Выставка открыта до 12 мая 2027 года.",
        "欧盟5月12日解除武器禁运",
        "请勿在5月12日前入场",
        "アユ漁が5月12日に解禁される",
        "駐車禁止:5月12日9時まで",
        "5월 12일 보도자료",
        "Los bienes embargados saldrán a subasta el 12 de mayo.",
        "Journalists broke the embargo in 1998.",
    ],
)
def test_news_in_those_languages_is_none(line: str) -> None:
    assert told([line, HEADLINE]) == Verdict()
    assert told([HEADLINE, f"{HEADLINE}. {line}"]) == Verdict()


@pytest.mark.parametrize(
    "line",
    [
        "Strictly confidential until announcement",
        "Under NDA until 12 May 2027, 9 am PT",
        "For use in morning papers of Tuesday 12 May",
        "Release date: 12 May 2027, 09:00 BST",
        "Check against delivery – embargoed until delivery",
        "Emb. until 12/05/27",
        "Mise en ligne autorisée le 12 mai à 9h",
        "Se podrá publicar a partir del 12 de mayo",
        "Freigegeben ab Redebeginn",
        "Bitte erst am 12. Mai veröffentlichen",
        "Divieto di pubblicazione fino al 12 maggio",
        "Niet eerder publiceren dan 12 mei",
        "Liberado para publicação a partir de 12 de maio",
        "يرجى الالتزام بموعد النشر: 12 مايو",
    ],
)
def test_other_words_for_waiting(line: str) -> None:
    assert told([line]) != Verdict()


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
        ("EMB 12 May ferry.docx", True),
        ("ferry_EMBGO.docx", True),
        ("embroidery of the ferry.docx", False),
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
    "settings: release": f"---\nrelease: 2027-05-12 09:00 EDT\n---\n\n{TEXT}",
    "settings: hold": f"---\nhold: 2027-05-12 09:00 EDT\n---\n\n{TEXT}",
    "settings: in a table": f"---\nhold:\n  until: 2027-05-12 09:00 EDT\n---\n\n{TEXT}",
    "settings: in a list": f"---\nnotes:\n  - {LINE}\n  - boats\n---\n\n{TEXT}",
    "settings: publish at": f"---\npublish_at: 2027-05-12 09:00 EDT\n---\n\n{TEXT}",
    "settings: another language": f"---\nsperrfrist: 2027-05-12 09:00 EDT\n---\n\n{TEXT}",
    "settings: a remark": f"---\n# {LINE}\nlang: en\n---\n\n{TEXT}",
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


@pytest.mark.parametrize(
    "line",
    [
        *(
            "hold: false",
            "embargoed: no",
            "# embargo: 2027-05-12 09:00 America/New_York",
            "release: 3",
            "tags: [embargo]",
        ),
        *("date: 2027-05-12 09:00", "publish_date: 2027-05-12 09:00 EDT", "categories: [live, release]"),
    ],
)
def test_settings_that_hold_nothing_back(tmp_path: Path, line: str) -> None:
    path = tmp_path / "release.md"
    path.write_text(f"---\n{line}\n---\n\n# {TEXT}", encoding="utf-8")
    read = read_release(path)
    assert read.document.embargo is None
    assert "c-008" not in [item.code for item in read.findings]


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
    "data of a tag": {"end": f'<p data-embargo="{LINE}">See the boats.</p>'},
    "class of a tag": {"banner": '<div class="news embargo">9 am EDT, May 12, 2027</div>'},
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
