"""Releases as many houses write, paste and save them: headline, day, place, contact and quotes of each shape."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from presskit.model import Release
from presskit.reading.dates.dateline import parse_dateline
from presskit.reading.result import Reading

Read = Callable[..., Reading[Release]]
DAY = date(2026, 6, 2)
TITLE = "Boat club buys the north shed"
LEDE = (
    "The north shed at Port Quillon stood empty for five years, and the boat club has bought it with its members' help."
)
MORE = "Volunteers will paint the doors in June, and neighbours may come and help on any Saturday."
SAID = "“We have waited five years for these keys,” said Nell Farrow, chair of the boat club."
END = "Press contact: Nell Farrow, nell@boatclub.example, +44 20 7946 0018"
DATED = "PORT QUILLON, 2 June 2026 — "


def told(release: Release) -> list[str]:
    return [block.text for block in release.body]


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("PORT QUILLON - June 2, 2026 -- ", "PORT QUILLON"),
        ("June 2, 2026 (Port Quillon) – ", "Port Quillon"),
        ("[Port Quillon, 2 June 2026] ", "Port Quillon"),
        ("(2 June 2026, Port Quillon) ", "Port Quillon"),
        ("Port Quillon / 2 June 2026 / ", "Port Quillon"),
        ("Port Quillon | 2 June 2026 | ", "Port Quillon"),
        ("Madrid, 2 de junio de 2026.- ", "Madrid"),
        ("(Madrid, 2 de junio de 2026). ", "Madrid"),
        ("Berlin/Hamburg, 2. Juni 2026. ", "Berlin/Hamburg"),
        ("Warszawa, 2 czerwca 2026 r. – ", "Warszawa"),
        ("Stockholm den 2 juni 2026 – ", "Stockholm"),
    ],
)
def test_place_and_day_open_the_text(read: Read, dateline: str, place: str) -> None:
    release = read(f"{TITLE}\n\n{dateline}{LEDE}\n\n{MORE}\n\n{END}\n").document
    assert release.dateline
    assert (release.dateline.place, release.date, told(release)) == (place, DAY, [LEDE, MORE])


def test_a_place_with_its_state_in_brackets_needs_no_dash(read: Read) -> None:
    release = read(f"{TITLE}\n\n(Port Quillon, WA) {LEDE}\n\n{MORE}\n\n{END}\n").document
    assert release.dateline
    assert (release.dateline.place, told(release)) == ("Port Quillon, WA", [LEDE, MORE])


@pytest.mark.parametrize("words", ["(Almost) ready: ", "[sic] ", "Sheds and boats | ", "Home / sheds / "])
def test_brackets_and_bars_alone_are_no_dateline(read: Read, words: str) -> None:
    assert read(f"{TITLE}\n\n{words}{LEDE}\n\n{MORE}\n\n{END}\n").document.dateline is None


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("June 2, 2026 | Port Quillon", "Port Quillon"),
        ("Date: June 2, 2026\nLocation: Port Quillon", "Port Quillon"),
        ("Published 2 June 2026 by the press office", None),
        ("Released: 2 June 2026", None),
    ],
)
def test_day_and_place_stand_on_lines_of_their_own(read: Read, lines: str, place: str | None) -> None:
    release = read(f"# {TITLE}\n\n{lines}\n\n{LEDE}\n\n{MORE}\n\n{END}\n", "release.md").document
    assert (release.headline, release.subhead, release.date) == (TITLE, None, DAY)
    assert release.dateline
    assert (release.dateline.place, told(release)) == (place, [LEDE, MORE])


@pytest.mark.parametrize(
    "opening", ["On 2 June 2026 the", "Este martes 2 de junio de 2026, the", "2026年6月2日、the", "Am 2. Juni 2026 the"]
)
def test_the_first_words_name_the_day_where_nothing_else_does(read: Read, opening: str) -> None:
    release = read(f"{TITLE}\n\n{opening} {LEDE}\n\n{MORE}\n\n{END}\n").document
    assert (release.date, told(release)[0]) == (DAY, f"{opening} {LEDE}")
    assert [doubt.field for doubt in release.doubts][-1:] == ["date"]


def test_a_day_farther_on_in_the_text_is_not_the_release_s(read: Read) -> None:
    lede = f"The keys change hands in a small ceremony on 2 June 2026. {LEDE}"
    assert read(f"{TITLE}\n\n{lede}\n\n{MORE}\n\n{END}\n").document.date is None


@pytest.mark.parametrize(
    "head",
    [
        f"Title: {TITLE}",
        f"Headline: {TITLE}",
        f"Betreff: {TITLE}",
        f"HEADLINE\n{TITLE}",
        f"NEWS\n\n{TITLE}",
        f"Press release - {TITLE}",
        f"Press Release No. 12/2026\n\n{TITLE}",
        f"Pressemitteilung Nr. 12\n\n{TITLE}",
        f"{TITLE} - Press Release",
        f"{TITLE} | Quillon Boat Club",
        f"MEDIA RELEASE – 2 June 2026 – {TITLE}",
        f"Quillon Boat Club\nPress Release\n\n{TITLE}\nQuillon Boat Club moves in",
    ],
)
def test_a_title_that_names_the_document_or_the_site_is_no_headline(read: Read, head: str) -> None:
    release = read(f"{head}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{END}\n").document
    assert (release.headline, told(release)) == (TITLE, [LEDE, MORE])


@pytest.mark.parametrize(
    "headline",
    ["News for boats: the shed is ours", "Title fight: shed goes to the club", "Two sheds – one roof at last"],
)
def test_words_of_a_headline_stay_in_it(read: Read, headline: str) -> None:
    release = read(f"{headline}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{END}\n").document
    assert release.headline == headline


@pytest.mark.parametrize(
    ("lines", "contact"),
    [
        (
            "Nell Farrow\nHead of Press\nQuillon Boat Club\nnell@boatclub.example\n+44 20 7946 0018",
            ("Nell Farrow", "Head of Press, Quillon Boat Club", "nell@boatclub.example", "+44 20 7946 0018"),
        ),
        ("Mobile: 07700 900123", ("", None, None, "07700 900123")),
        (
            "Press Office\nT: 020 7946 0018\nE: press@boatclub.example",
            ("", "Press Office", "press@boatclub.example", "020 7946 0018"),
        ),
        (
            "Nell Farrow, 020 7946 0018 ext. 12, nell@boatclub.example",
            ("Nell Farrow", None, "nell@boatclub.example", "020 7946 0018 ext. 12"),
        ),
        (
            "Ansprechpartnerin: Nell Farrow, Leiterin Presse, nell@boatclub.example",
            ("Nell Farrow", "Leiterin Presse", "nell@boatclub.example", None),
        ),
        (
            "Contact: Nell Farrow\nBoat Club Conference Chair\nBoat Club\nnell@boatclub.example",
            ("Nell Farrow", "Boat Club Conference Chair, Boat Club", "nell@boatclub.example", None),
        ),
    ],
)
def test_the_contact_below_the_end_mark(read: Read, lines: str, contact: tuple[str | None, ...]) -> None:
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{MORE}\n\n- ENDS -\n\n{lines}\n").document
    assert [(one.name, one.role, one.email, one.phone) for one in release.contacts] == [contact]
    assert release.notes == ()


@pytest.mark.parametrize("note", ["1. The shed opens at ten.", "Nell Farrow chairs the club.", "The doors are oak."])
def test_notes_below_the_end_mark_are_no_contact(read: Read, note: str) -> None:
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{END}\n\n- ENDS -\n\nNotes to editors\n\n{note}\n").document
    assert [contact.name for contact in release.contacts] == ["Nell Farrow"]
    assert note in [block.text for block in release.notes]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("»Wir haben fünf Jahre gewartet«, so Nell Farrow.", "Wir haben fünf Jahre gewartet"),
        ("„Czekaliśmy pięć lat” – powiedziała Nell Farrow.", "Czekaliśmy pięć lat"),
        ("«Abbiamo aspettato cinque anni», ha dichiarato Nell Farrow.", "Abbiamo aspettato cinque anni"),
        ("“We waited five years.\n\n“Now we paint,” said Nell Farrow.", "We waited five years. Now we paint,"),
    ],
)
def test_quotes_in_more_languages_and_over_paragraphs(read: Read, said: str, words: str) -> None:
    quotes = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{said}\n\n{END}\n").document.quotes
    assert [(quote.speaker, quote.text) for quote in quotes] == [("Nell Farrow", words)]


def site(body: str, title: str = TITLE, head: str = "", language: str = "en") -> str:
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
    return (
        f"<!DOCTYPE html><html lang='{language}'><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
        f"<body>{menu}{body}<footer><p>© 2026 Quillon Boat Club</p></footer></body></html>"
    )


LAST = "The club has eighty members, and opens the shed to all in the autumn."
WORDS = f"<p>{LEDE}</p><p>{MORE}</p><p>{SAID}</p><p>{LAST}</p>"
HEADED = f"<h1>{TITLE}</h1>"


@pytest.mark.parametrize(
    "page",
    [
        site(f"<header>{HEADED}<p class='date'>2 June 2026</p></header><div class='content'>{WORDS}</div>"),
        site(f"<article>{HEADED}<time datetime='2026-06-02T09:00'>2 June</time>{WORDS}</article>"),
        site(
            f"<main>{HEADED}{WORDS}</main>", head="<meta property='article:published_time' content='2026-06-02T08:00Z'>"
        ),
        site(
            f"<main>{HEADED}{WORDS}</main>",
            head='<script type="application/ld+json">{"datePublished": "2026-06-02T08:00:00Z"}</script>',
        ),
        site(f"<main>{HEADED}<p>Posted on June 2, 2026 by admin</p>{WORDS}</main>"),
        site(f"<div class='hero'>{HEADED}</div><div class='meta'>Port Quillon, 2 June 2026</div><div>{WORDS}</div>"),
        site(
            f"<div class='side_bar_layout'><h3><a href='/1'>{TITLE}</a></h3><div class='detail'>2 June 2026</div>"
            f"<div class='text'>{WORDS}</div></div>",
            f"{TITLE} | Quillon Boat Club",
        ),
    ],
)
def test_headline_and_day_of_a_saved_page_stand_around_its_text(read: Read, page: str) -> None:
    release = read(page, "page.html").document
    assert (release.headline, release.date, release.subhead) == (TITLE, DAY, None)
    assert told(release) == [LEDE, MORE, SAID, LAST]


def test_the_name_of_the_website_above_the_headline_is_none(read: Read) -> None:
    body = f"<header><h1>Quillon Boat Club</h1></header><div id='content'><h2>{TITLE}</h2>{WORDS}</div>"
    release = read(site(body, f"{TITLE} | Quillon Boat Club"), "page.html").document
    assert (release.headline, release.subhead) == (TITLE, None)


def test_what_a_blog_tells_of_a_post_in_one_line_gives_the_day(read: Read) -> None:
    head = f"{HEADED}<p>2 June 2026 | 3 min read | <a href='#c'>0 comments</a></p>"
    release = read(site(f"<main><article>{head}{WORDS}</article></main>"), "page.html").document
    assert (release.headline, release.subhead, release.date, told(release)[0]) == (TITLE, None, DAY, LEDE)


def test_the_caption_of_a_picture_that_is_not_there_is_not_printed(read: Read) -> None:
    caption = "The doors in spring. Photo: Ole Brandt"
    figure = f"<figure><img src='x_files/doors.jpg' alt=''><figcaption>{caption}</figcaption></figure>"
    release = read(site(f"<main>{HEADED}{figure}<p>{caption}</p>{WORDS}</main>"), "page.html").document
    assert (release.headline, told(release)[0]) == (TITLE, LEDE)
    assert [one.text for one in release.removed].count(caption) == 2


def test_a_line_that_stands_twice_is_no_headline_below_one_that_is_marked(read: Read) -> None:
    release = read(
        f"# {TITLE}\n\nNews from the boat club\n\nNews from the boat club\n\n{LEDE}\n\n{MORE}\n", "r.md"
    ).document
    assert release.headline == TITLE


def test_the_contact_beside_the_text_of_a_saved_page(read: Read) -> None:
    contact = "<div class='box'><h3>Contact</h3><p>Nell Farrow<br>nell@boatclub.example<br>+44 20 7946 0018</p></div>"
    release = read(
        site(f"<div id='wrap'><h2>{TITLE}</h2><div class='post-body'>{WORDS}</div>{contact}</div>"), "p.html"
    ).document
    assert [(one.name, one.email, one.role) for one in release.contacts] == [
        ("Nell Farrow", "nell@boatclub.example", None)
    ]
    assert "Nell Farrow" not in [one.text for one in release.removed]


@pytest.mark.parametrize(
    "box",
    [
        "<div class='embed-consent'><p>To watch this video please accept our cookies.</p></div>",
        "<p>Hier würden wir Ihnen gern ein Video zeigen.</p><p>Inhalt laden</p>",
        "<p>Afficher la vidéo</p>",
        "<div class='author-box'><h4>About the author</h4><p>Ole Brandt has written about sheds since 2019.</p></div>",
        "<h4>Über den Autor</h4><p>Ole Brandt schreibt seit 2019 über Schuppen und Boote am Hafen.</p>",
    ],
)
def test_boxes_on_a_saved_page_are_furniture(read: Read, box: str) -> None:
    release = read(
        site(f"<main>{HEADED}<p>2 June 2026</p><p>{LEDE}</p>{box}<p>{MORE}</p><p>{SAID}</p></main>"), "p.html"
    ).document
    assert (told(release), release.boilerplate) == ([LEDE, MORE, SAID], ())


@pytest.mark.parametrize(
    ("above", "below", "headline"),
    [
        (
            f"{TITLE} - Boat Club\nSkip to content\nHome\nAbout Us\nContact\n{TITLE}\nBy Admin | June 2, 2026\n",
            "",
            TITLE,
        ),
        (
            f"Boat Club | Home\nHome\nNews\nNews > {TITLE}\n{TITLE}\nJune 2, 2026\n",
            "Leave a comment\nName *\nEmail *\n",
            TITLE,
        ),
        (f"{TITLE}\n\nHome\n\nAbout Us\n\nJune 2, 2026\n", "", TITLE),
        (
            f"Zum Inhalt springen\nStartseite\nÜber uns\nPresse\n{TITLE}\n2. Juni 2026\n",
            "Teilen auf Facebook\nImpressum\n",
            TITLE,
        ),
        (
            f"Accueil\nQui sommes-nous\nActualités\n{TITLE}\nPublié le 2 juin 2026\n",
            "Lire aussi\nUn nouveau quai\n",
            TITLE,
        ),
        (
            f"Inicio\nQuiénes somos\nNoticias\n{TITLE}\nPublicado el 2 de junio de 2026\n",
            "Compartir en Facebook\n",
            TITLE,
        ),
        (
            f"{TITLE}\n2 June 2026\n",
            "Tagged with:\nSheds\nRelated posts\nA new pier opens\nMay 2, 2026\nPress\n",
            TITLE,
        ),
    ],
)
def test_a_page_copied_whole_leaves_its_furniture_behind(read: Read, above: str, below: str, headline: str) -> None:
    release = read(f"{above}{LEDE}\n{MORE}\n{SAID}\n{below}").document
    assert (release.headline, release.subhead, release.date) == (headline, None, DAY)
    assert (told(release), release.boilerplate, release.notes) == ([LEDE, MORE, SAID], (), ())


@pytest.mark.parametrize(
    "line", ["published under an open licence, and", "share them with", "home, menu and", "written by hand, so"]
)
def test_a_wrapped_line_of_a_paragraph_is_never_furniture(read: Read, line: str) -> None:
    text = f"The plans of the shed are\n{line} neighbours like to read them."
    release = read(f"# {TITLE}\n\n{DATED}{LEDE}\n\n{text}\n\n{END}\n", "release.md").document
    assert " ".join(told(release)[1].split()) == " ".join(text.split())


def test_news_after_a_contact_at_the_top_is_not_about_the_organisation(read: Read) -> None:
    news = (
        "Boat Racing is what brings the members together, and the club will use the shed for its boats in the winter."
    )
    release = read(f"FOR IMMEDIATE RELEASE\n{END}\n\n{TITLE}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{news}\n\n{SAID}\n").document
    assert (told(release), release.boilerplate) == ([LEDE, MORE, news, SAID], ())


def test_settings_in_toml_stand_above_a_text_as_hugo_writes_them(read: Read) -> None:
    top = f'title = "{TITLE}"\ndate = 2026-06-02T09:00:00Z\ndraft = false\ntags = ["sheds"]'
    release = read(f"+++\n{top}\n+++\n\n{LEDE}\n\n{MORE}\n", "release.md").document
    assert (release.headline, release.date, told(release)) == (TITLE, DAY, [LEDE, MORE])


def test_the_senders_address_above_a_headline_in_capitals_is_a_letterhead(read: Read) -> None:
    head = "Quillon Boat Club\n12 Pier Road, Port Quillon\nwww.boatclub.example\n"
    release = read(f"{head}\n{TITLE.upper()}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{END}\n").document
    assert (release.headline, told(release)) == (TITLE.upper(), [LEDE, MORE])
    assert [one.text for one in release.removed] == head.strip().split("\n")


def test_the_caption_below_a_picture_is_no_headline(read: Read) -> None:
    text = f"![A shed](shed.jpg)\n\nThe shed in spring. Photo: Ole Brandt\n\n{TITLE}\n\n{DATED}{LEDE}\n\n{MORE}\n"
    release = read(text, "release.md").document
    assert (release.headline, release.dateline and release.dateline.place) == (TITLE, "PORT QUILLON")
    assert told(release)[2] == "The shed in spring. Photo: Ole Brandt"


def test_a_text_with_no_break_spaces_between_all_words_reads_like_any_other(read: Read) -> None:
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{END}\n".replace(" ", "\xa0")).document
    assert (release.headline, told(release)) == (TITLE, [LEDE, MORE])


def test_a_bracket_that_closes_lines_below_waits_to_be_filled(read: Read) -> None:
    reading = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n[Quote to be supplied by the club.\n\nIt may be long.\n\n]\n\n{END}\n")
    assert [one.message for one in reading.findings if one.code == "c-007"]


def test_a_rule_of_asterisks_is_no_sign_that_was_left(read: Read) -> None:
    reading = read(f"# {TITLE}\n\n{DATED}{LEDE}\n\n\\***\n\n{MORE}\n\n***\n\n{SAID}\n", "release.md")
    assert [one.code for one in reading.findings if one.code == "s-037"] == []


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("LONDON / PARIS, 2 June 2026 – ", "LONDON / PARIS"),
        ("Berlin und Hamburg, 2. Juni 2026 – ", "Berlin und Hamburg"),
        ("Lisboa e Porto, 2 de junho de 2026 – ", "Lisboa e Porto"),
        ("London & Paris | 2 June 2026 | ", "London & Paris"),
        ("PORT QUILLON, June 2, 2026, 9 a.m. ET – ", "PORT QUILLON"),
        ("Port Quillon, 2. Juni 2026, 9 Uhr – ", "Port Quillon"),
        ("Paris, le 2 juin 2026 à 9 h – ", "Paris"),
        ("Port Quillon, 2 June 2026 at 10:00 CEST – ", "Port Quillon"),
        ("PORT QUILLON, 2026 June 2 – ", "PORT QUILLON"),
        ("London, 2 June ’26 – ", "London"),
        ("2026/06/02 — Paris — ", "Paris"),
        ("Tuesday, 2 June 2026 – London – ", "London"),
        ("Altenhafen, Dienstag, den 2. Juni 2026 – ", "Altenhafen"),
        ("Madrid, a 2 de junio de 2026 – ", "Madrid"),
        ("Fait à Paris, le 2 juin 2026 – ", "Paris"),
        ("Quillon-sur-Mer, le 2 juin 2026 – ", "Quillon-sur-Mer"),
        ("Roma, lì 2 giu 2026 – ", "Roma"),
        ("Bad Altenhafen an der Elbe, 2. Juni 2026 – ", "Bad Altenhafen an der Elbe"),
        ("’s-Hertogenbosch, 2 juni 2026 – ", "’s-Hertogenbosch"),
        ("LONDON: 2 June 2026. ", "LONDON"),
        ("الرياض، 2 يونيو 2026م: ", "الرياض"),
        ("دبي، 2 يونيو/حزيران 2026 – ", "دبي"),
    ],
)
def test_two_places_an_hour_and_short_years_are_the_dateline_s(read: Read, dateline: str, place: str) -> None:
    release = read(f"{TITLE}\n\n{dateline}{LEDE}\n\n{MORE}\n\n{END}\n").document
    assert release.dateline
    assert (release.dateline.place, release.date, told(release)) == (place, DAY, [LEDE, MORE])


@pytest.mark.parametrize(
    "dateline", ["Altenhafen (ots) - ", "Altenhafen (dpa) – ", "Quillon Bay (Reuters) – ", "مرسى كويلون (وام) – "]
)
def test_behind_an_agency_in_brackets_a_place_is_one(read: Read, dateline: str) -> None:
    release = read(f"{TITLE}\n\n{dateline}{LEDE}\n\n{MORE}\n\n{END}\n").document
    assert release.dateline
    assert (release.dateline.place, told(release)) == (dateline.partition(" (")[0], [LEDE, MORE])


def test_a_short_year_is_read_where_its_order_is_known() -> None:
    dateline = parse_dateline(f"(Altenhafen, 2.6.26) {LEDE}")
    assert dateline
    assert (dateline.place, dateline.date) == ("Altenhafen", DAY)


def test_a_short_year_in_two_orders_is_no_day(read: Read) -> None:
    release = read(f"{TITLE}\n\nPort Quillon, 4/5/26 – {LEDE}\n\n{MORE}\n\n{END}\n").document
    assert (release.dateline and release.dateline.place, release.date) == ("Port Quillon", None)


@pytest.mark.parametrize(
    "line", ["Paris, le 2 juin 2026", "Altenhafen, den 2. Juni 2026", "Madrid, a 2 de junio de 2026"]
)
def test_the_day_a_text_is_signed_with_is_its_own_and_doubtful(read: Read, line: str) -> None:
    release = read(f"{TITLE}\n\n{LEDE}\n\n{MORE}\n\n{line}\n\n###\n\n{END}\n").document
    assert (release.date, told(release)[-1]) == (DAY, line)
    assert "date" in [doubt.field for doubt in release.doubts]


def test_a_place_and_day_above_the_headline_leave_the_subhead(read: Read) -> None:
    release = read(
        f"Paris, le 2 juin 2026\n\n# {TITLE}\n\n**Doors open in June**\n\n{LEDE}\n\n{MORE}\n\n{END}\n", "a.md"
    ).document
    assert (release.headline, release.subhead, release.date) == (TITLE, "Doors open in June", DAY)


def test_a_german_day_that_opens_a_line_of_markdown_begins_no_list(read: Read) -> None:
    release = read(f"2. Juni 2026\n\n# {TITLE}\n\n{LEDE}\n\n{MORE}\n\n{END}\n", "a.md").document
    assert (release.headline, release.date, told(release)) == (TITLE, DAY, [LEDE, MORE])


@pytest.mark.parametrize(
    "mark",
    [
        "End of press release", "END OF RELEASE", "Ende der Pressemitteilung", "-- Ende der Mitteilung --", "(Schluss)",
        "FIN DU COMMUNIQUÉ", "Fin del comunicado", "Fin de la nota de prensa", "Fine del comunicato", "FINE",
        "Einde persbericht", "EINDE", "Ende", "Fin", "– End –", "Fim do comunicado", "- Fim -",
        "انتهى البيان", "// ENDS //", "- 0 -",
    ],
)  # fmt: skip
def test_an_end_in_words_is_one(read: Read, mark: str) -> None:
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{mark}\n\n{END}\n").document
    assert (release.end_mark, told(release)) == (mark, [LEDE, MORE])


@pytest.mark.parametrize("line", ["Fim de semana", "The end of the press", "Schluss", "Fine sails", "End of the line"])
def test_words_of_an_end_that_end_nothing(read: Read, line: str) -> None:
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{line}\n\n{MORE} {MORE}\n\n{END}\n").document
    assert (release.end_mark, told(release)) == (None, [LEDE, line, f"{MORE} {MORE}"])


@pytest.mark.parametrize(
    "heading",
    [
        "Notes to editors", "Notes to editors and publishers", "Anmerkungen für die Redaktion",
        "Redaktionelle Hinweise",
        "Note aux rédacteurs", "Nota a los editores", "Note per la redazione", "Noot voor de redactie",
        "Notas aos editores",
        "ملاحظات للمحررين",
    ],
)  # fmt: skip
def test_what_is_told_to_editors_is_a_note_without_an_end_mark_too(read: Read, heading: str) -> None:
    note = "Pictures of the shed are free for news about the club."
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{heading}\n\n{note}\n\n{END}\n").document
    assert (told(release), [block.text for block in release.notes]) == ([LEDE, MORE], [heading, note])


@pytest.mark.parametrize(
    ("about", "heading"),
    [
        ("About us: Quillon Boats is a club of forty rowers with boats for all.", "About us"),
        ("Über uns: Der Bootsclub ist ein Verein mit vierzig Mitgliedern am Hafen.", "Über uns"),
        ("Über Quillon: Der Bootsclub ist ein Verein mit vierzig Mitgliedern am Hafen.", "Über Quillon"),
        ("À propos : Quillon Boats est une association de quarante rameurs du port.", "À propos"),
        ("Qui sommes-nous ? Quillon Boats est une association de quarante rameurs du port.", "Qui sommes-nous ?"),
        ("Quiénes somos: Quillon Boats es una asociación de cuarenta remeros del puerto.", "Quiénes somos"),
        ("Chi siamo: Quillon Boats è una associazione di quaranta vogatori del porto.", "Chi siamo"),
        ("Over Quillon Boats: Quillon Boats is een vereniging van veertig roeiers aan de haven.", "Over Quillon Boats"),
    ],
)
def test_a_heading_in_the_line_of_the_text_about_the_house(read: Read, about: str, heading: str) -> None:
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{about}\n\n{END}\n").document
    assert (told(release), release.boilerplate[0].text) == ([LEDE, MORE], heading)
    assert release.boilerplate[1].text == about[len(heading) :].lstrip(" ?:")


def test_the_last_paragraph_that_says_what_the_house_is_is_no_news(read: Read) -> None:
    about = "Quillon Boats is a club and a charity of forty rowers. It was founded in 1988."
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{about}\n\n{END}\n").document
    assert (told(release), [block.text for block in release.boilerplate]) == ([LEDE, MORE], [about])


@pytest.mark.parametrize(
    "text",
    [
        "Over Two Hundred Oars\n\nTwo hundred oars hang in the shed and the club is a company of many hands and words.",
        "About: the shed, which many hands have painted, is open and its doors are red again.",
    ],
)
def test_a_text_of_the_news_is_not_about_the_house(read: Read, text: str) -> None:
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{text}\n\n{END}\n").document
    assert release.boilerplate == ()


@pytest.mark.parametrize(
    "label",
    [
        "Interview requests", "Press contact for Germany", "Für Rückfragen", "Presseanfragen", "Kontakt für Medien",
        "Pressekontakt Deutschland", "Bei Rückfragen", "Ansprechperson", "Contact presse France", "Votre contact",
        "Pour toute demande presse", "Gabinete de prensa", "Contacto prensa", "Información para la prensa",
        "Per informazioni", "Contatti per la stampa", "Voor meer informatie", "Persvoorlichting", "Contactos",
        "Assessoria de imprensa", "لمزيد من المعلومات", "المكتب الإعلامي",
    ],
)  # fmt: skip
def test_labels_of_contacts(read: Read, label: str) -> None:
    lines = f"{label}:\nNell Farrow\n+44 20 7946 0018\nnell@boatclub.example"
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{lines}\n").document
    assert [(one.name, one.email) for one in release.contacts] == [("Nell Farrow", "nell@boatclub.example")]
    assert told(release) == [LEDE, MORE]


@pytest.mark.parametrize("sentence", ["Für Fragen ist es zu spät.", "Kontakt zu Ruderern sucht der Verein im Juni."])
def test_sentences_that_begin_as_labels_do_stay(read: Read, sentence: str) -> None:
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{sentence}\n\n{END}\n").document
    assert told(release) == [LEDE, MORE, sentence]


@pytest.mark.parametrize(
    "said",
    [
        "« Le hangar nous a manqué, explique Nell Farrow, et le club retrouve ses soirées. »",
        "« Le hangar nous a manqué pendant cinq ans », se félicite Nell Farrow, présidente.",
    ],
)
def test_french_names_who_speaks_between_the_marks_too(read: Read, said: str) -> None:
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{said}\n\n{END}\n").document
    assert [quote.speaker for quote in release.quotes] == ["Nell Farrow"]


def test_a_pronoun_between_the_marks_is_the_last_who_spoke(read: Read) -> None:
    said = "« Le port, ajoute-t-elle, retrouve enfin ses soirées et ses marins. »"
    first = "« Le hangar nous a manqué pendant cinq ans », déclare Nell Farrow, présidente."
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{first}\n\n{said}\n\n{END}\n").document
    assert [quote.speaker for quote in release.quotes] == ["Nell Farrow", "Nell Farrow"]


@pytest.mark.parametrize(
    "notice", ["Per diffusione immediata", "Para divulgação imediata", "Voor onmiddellijke publicatie"]
)
def test_at_once_in_italian_portuguese_and_dutch(read: Read, notice: str) -> None:
    release = read(f"{notice}\n\n{TITLE}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{END}\n").document
    assert (release.status, release.headline) == ("immediate", TITLE)


@pytest.mark.parametrize(
    "above",
    [
        "We are happy to answer your questions.",
        "Wir stehen für Fragen bereit.",
        "Nous restons à votre disposition pour toute question.",
        "Quedamos a su disposición para cualquier pregunta.",
        "Voor vragen zijn wij bereikbaar.",
        "Fragen? Rufen Sie uns an.",
    ],
)
def test_a_name_with_its_number_that_closes_a_text_is_a_contact(read: Read, above: str) -> None:
    below = "Ona Brill\n202-555-0143\nona@quay.example"
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\n{MORE}\n\n{above}\n\n{below}\n").document
    assert [(one.name, one.phone, one.email) for one in release.contacts] == [
        ("Ona Brill", "202-555-0143", "ona@quay.example")
    ]
    assert told(release) == [LEDE, MORE, above]


def test_a_name_in_the_middle_of_a_text_is_no_contact(read: Read) -> None:
    release = read(f"{TITLE}\n\n{DATED}{LEDE}\n\nOna Brill\n\nTickets: 202-555-0143\n\n{MORE}\n").document
    assert [one.name for one in release.contacts] == []
