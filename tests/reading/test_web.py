from __future__ import annotations

from pathlib import Path

import pytest

from presskit.errors import SourceError
from presskit.findings import Finding
from presskit.model import Release
from tests.reading.conftest import Write
from tests.support.reading import read_biography, read_boilerplate, read_factsheet, read_release
from tests.support.web_pages import BODY, HEADLINE, ITEMS, LEDE, REST, blog_page
from tests.support.writing import photo


def read(path: Path) -> tuple[Release, tuple[Finding, ...]]:
    reading = read_release(path)
    return reading.document, reading.findings


def test_a_saved_page_holds_a_release(write: Write) -> None:
    release, findings = read(write("page.html", blog_page()))
    assert findings == ()
    assert release.headline == HEADLINE
    assert release.status == "immediate"
    assert str(release.date) == "2026-05-12"
    assert release.dateline
    assert release.dateline.place == "PORT HOLLOW"
    assert [(block.kind, block.text) for block in release.body[1:4]] == [
        ("paragraph", REST),
        ("heading", "What is on show"),
        ("list", "\n".join(ITEMS)),
    ]
    assert '<a href="https://museum.example/">museum</a>' in release.body[1].html
    [contact] = release.contacts
    assert (contact.name, contact.phone, contact.email) == ("Ada Thorn", "202-555-0143", "ada@museum.example")
    assert release.end_mark == "###"
    assert release.boilerplate[-1].text.startswith("The Quillon Ferry Museum keeps")
    assert len(release.body) == 5


def test_what_stands_around_the_text_is_listed_with_its_lines(write: Write) -> None:
    page = blog_page()
    release, _ = read(write("page.html", page))
    removed = {one.text: one.line for one in release.removed}
    for words in (
        "Quillon Harbour News",
        "All that floats",
        "Home",
        "Posted on May 12, 2026 by harbourmaster",
        "Share this:",
    ):
        assert words in removed
    lines = page.split("\n")
    assert all(one.line and one.text.split()[0] in lines[one.line - 1] for one in release.removed if one.text in page)
    printed = repr(release.body)
    for words in ("grandmother", "tide table", "All rights", "never", "track", "color"):
        assert words not in printed


def test_lines_are_those_of_the_file(write: Write) -> None:
    page = blog_page()
    release, _ = read(write("page.html", page))
    lines = page.split("\n")
    for block in release.body[1:]:
        assert block.line
        assert block.text.split("\n")[0][:9] in "\n".join(lines[block.line - 1 : block.line + 1])
    assert release.headline_line
    assert HEADLINE in lines[release.headline_line - 1]


@pytest.mark.parametrize(
    ("title", "headline", "found"),
    [
        (f"{HEADLINE} – Quillon Harbour News", HEADLINE, HEADLINE),
        (f"Quillon Harbour News » {HEADLINE}", HEADLINE, HEADLINE),
        (HEADLINE, HEADLINE, HEADLINE),
        ("Quillon Harbour News", "Quillon Harbour News", "Quillon Harbour News"),
    ],
)
def test_the_headline_is_the_heading_that_the_title_names(write: Write, title: str, headline: str, found: str) -> None:
    assert read(write("page.html", blog_page(title=title, headline=headline)))[0].headline == found


def test_a_page_on_one_line_is_read_like_any_other(write: Write) -> None:
    release, _ = read(write("page.html", blog_page().replace("\n", " ")))
    assert [block.kind for block in release.body] == ["paragraph", "paragraph", "heading", "list", "paragraph"]
    assert release.contacts[0].name == "Ada Thorn"
    assert release.boilerplate
    assert {block.line for block in release.body} == {1}


def test_a_fragment_is_all_text(write: Write) -> None:
    release, findings = read(write("page.html", f"<h2>{HEADLINE}</h2>\n{BODY}"))
    assert findings == ()
    assert release.headline == HEADLINE
    assert len(release.body) == 5
    assert release.removed == ()


def test_settings_at_the_top_of_a_fragment(write: Write) -> None:
    release, _ = read(write("page.htm", f"---\nheadline: Boats on show\n---\n{BODY}"))
    assert release.headline == "Boats on show"
    assert release.body[0].line == 5


def test_empty_lines_divide_a_fragment_without_paragraphs(write: Write) -> None:
    release, _ = read(write("page.html", f"{HEADLINE}\n\n{LEDE}\n\n<strong>{REST}</strong>\nand more\n"))
    assert release.headline == HEADLINE
    assert [block.text for block in release.body[1:]] == [f"{REST} and more"]


def test_text_loose_in_boxes_becomes_paragraphs(write: Write) -> None:
    markup = f"<div>{HEADLINE}<div>{LEDE}<br><br>{REST} <b>Bold</b> end<p>One</p>two <i>three</i></div></div>"
    release, _ = read(write("page.html", markup))
    assert [block.text for block in release.body[1:]] == [f"{REST} Bold end", "One", "two three"]


def test_several_pictures_keep_their_order_behind_their_paragraph(write: Write, tmp_path: Path) -> None:
    for name in "ab":
        photo(tmp_path / f"{name}.jpg")
    markup = f'<p>{LEDE} <a href="x"><img src="a.jpg" alt="A"></a> <img src="b.jpg" alt="B"> after</p><p>{REST}</p>'
    release, _ = read(write("page.html", markup))
    assert [block.text[-6:] for block in release.body] == [" after", "A", "B", REST[-6:]]


def test_pictures_saved_beside_the_page_are_shown(write: Write, tmp_path: Path) -> None:
    photo(tmp_path / "Opening day_files" / "larkin.jpg")
    photo(tmp_path / "Opening day_files" / "icon.jpg", (16, 16))
    pictures = (
        '<p><img src="./Opening%20day_files/larkin.jpg" alt="A ferry"><img src="Opening%20day_files/icon.jpg"></p>'
    )
    release, findings = read(write("Opening day.html", blog_page(BODY.replace("<h3>", f"{pictures}<h3>"))))
    assert findings == ()
    assert [block.text for block in release.body if block.kind == "figure"] == ["A ferry"]
    assert "a small picture of the web page" in {one.why for one in release.removed}


@pytest.mark.parametrize(
    "address",
    [
        "https://harbour.example/a.jpg",
        "//harbour.example/a.jpg",
        "/etc/a.jpg",
        "../outside.jpg",
        "data:image/png;base64,AA",
        "",
    ],
)
def test_other_pictures_are_told_and_never_fetched(
    write: Write, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.socket", None)
    photo(tmp_path / "outside.jpg")
    body = BODY.replace("<h3>", f'<p><img src="{address}" alt="A ferry"></p><h3>')
    release, findings = read(write("kit/page.html", blog_page(body)))
    assert [item.code for item in findings] == ["c-028"]
    assert not [block for block in release.body if block.kind == "figure"]


def test_a_pages_programs_and_hidden_words_reach_no_document(write: Write) -> None:
    harm = (
        '<p onclick="steal()" style="color:red">Boats &amp; <span onmouseover="steal()">bakery</span> for everybody '
        'who comes by water on the first day.</p><iframe src="http://x.example/"></iframe><script>steal()</script>'
        '<object data="x"></object><svg><script>steal()</script></svg><a href="javascript:steal()">Tickets</a>'
        '<p style="display: none">nobody sees this line of words</p><p hidden>nor this line of words</p>'
        "<!-- nor this -->"
    )
    release, _ = read(write("page.html", blog_page(BODY.replace("<h3>", f"{harm}<h3>"))))
    printed = " ".join(block.html for block in release.body)
    assert "Boats &amp; bakery for everybody" in printed
    assert "Tickets" in printed
    for words in ("steal", "iframe", "onclick", "style", "javascript", "nobody sees", "nor this"):
        assert words not in printed
    assert {"nobody sees this line of words", "nor this line of words"} <= {one.text for one in release.removed}


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Pardon Our Interruption</title></head><body><h1>Pardon Our Interruption...</h1>"
        "<p>Something about your browser made us think that nobody is reading.</p></body></html>",
        "<html><head><title>Just a moment...</title></head><body><p>Enable cookies to go on</p></body></html>",
        "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The page is gone.</p></body></html>",
        "<html><head><title>Boats</title></head><body><div id='root'></div><script>load()</script></body></html>",
        "<html><head><title>Boats</title></head></html>",
        "<div> <!-- nothing --> </div>",
    ],
)
def test_a_page_that_is_none_is_told(write: Write, page: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(write("page.html", page))
    [problem] = caught.value.problems
    assert problem.code == "s-013"


def test_tags_of_a_template_are_told_and_not_printed(write: Write) -> None:
    release, findings = read(write("page.html", f"{{% extends 'x' %}}\n<h1>{HEADLINE}</h1>\n{BODY}"))
    assert [(item.code, item.where.line) for item in findings] == [("c-015", 1)]
    assert release.headline_line == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "windows-1256", "utf-16"])
def test_a_page_names_its_encoding(tmp_path: Path, encoding: str) -> None:
    words = "قارب" if encoding in ("windows-1256", "utf-8") else "Café"
    page = blog_page(BODY.replace("The Larkin", words)).replace("UTF-8", encoding).replace("“", '"').replace("”", '"')
    path = tmp_path / "page.html"
    path.write_bytes(page.encode(encoding))
    assert words in read(path)[0].body[3].text


def test_factsheets_biographies_and_boilerplates_too(write: Write) -> None:
    facts = (
        "<h1>In figures</h1><h2>Key figures</h2><table><tr><td><p>41 km</p></td><td><p>of shore</p></td></tr></table>"
    )
    [section] = read_factsheet(write("f.html", facts)).document.sections
    assert [(figure.label, figure.text) for figure in section.facts] == [("41 km", "of shore")]
    person = read_biography(write("b.html", f"<h1>Ada Thorn</h1><p>Head of the museum</p><p>{REST}</p>")).document
    assert (person.name, person.role) == ("Ada Thorn", "Head of the museum")
    assert read_boilerplate(write("a.html", f"<p>{LEDE}</p>")).document[0].text == LEDE


def test_deep_nesting_ends(write: Write) -> None:
    """What stands deeper than any text is refused in a sentence; nothing is lost in silence."""
    for depth, is_read in ((300, True), (3000, False)):
        page = f"<p>{REST}</p>" + "<div>" * depth + f"<p>{REST}</p>" + "</div>" * depth + f"<p>{REST}</p>"
        path = write("page.html", page)
        if is_read:
            assert [block.text for block in read(path)[0].body] == [REST] * 3
        else:
            with pytest.raises(SourceError, match="pieces of a web page inside one another"):
                read(path)


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.xhtml"])
@pytest.mark.parametrize("page", ["</p>", "</p></div>", "<?x?>", "<![CDATA[ x ]]>", "<!doctype html>", "<!---->"])
def test_a_page_without_an_element_holds_no_text(write: Write, name: str, page: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_release(write(name, page))
    assert caught.value.problems[0].code == "s-013"


SHOWN = {
    "a table's title": (
        "<table><caption>Boats</caption><tr><td>Ann</td><td>9</td></tr><tr><td>Bea</td><td>8</td></tr></table>",
        "Boats",
    ),
    "behind a frame": ('<embed src="a.pdf"><p>Nine boats sail to the islands.</p>', "Nine boats sail to the islands."),
    "a day in a sentence": (
        '<p>Doors open on <time datetime="2026-05-14">14 May</time> at noon sharp.</p>',
        "Doors open on 14 May at noon sharp.",
    ),
    "an element of the site's own": (
        "<x-fact><span>Nine boats</span></x-fact><x-fact>Two piers</x-fact>",
        "Nine boats",
    ),
    "a meter": ("<p>Tickets: <meter value='0.6'>60 %</meter> sold.</p>", "Tickets: 60 % sold."),
    "a figure raised by style": (
        '<p>Some 10<span style="vertical-align: super">6</span> tonnes.</p>',
        "Some 10⁶ tonnes.",
    ),
    "spans shown as blocks": (
        '<span style="display: block">Two piers</span><span style="display: block">Nine boats</span>',
        "Nine boats",
    ),
    "a box to open": ("<details><summary>Two piers</summary>Nine boats</details>", "Nine boats"),
    "a legend": ("<fieldset><legend>Boats</legend><p>Nine of them.</p></fieldset>", "Boats"),
}


@pytest.mark.parametrize(("inside", "words"), SHOWN.values(), ids=SHOWN)
def test_what_a_page_shows_is_read_once(write: Write, inside: str, words: str) -> None:
    release, _ = read(
        write("page.html", blog_page().replace("<h3>What is on show</h3>", f"{inside}<h3>What is on show</h3>"))
    )
    assert [block.text for block in release.body].count(words) == 1


def test_a_letterhead_of_two_rows_is_read(write: Write) -> None:
    """What is put below each other there is made anew, and has no line of its own in the page."""
    table = "<table><tr><th>EMBARGOED UNTIL 12 MAY</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
    page = f"<html><body><main><article><h1>{HEADLINE}</h1><p>{LEDE}</p>{table}</article></main></body></html>"
    release, found = read(write("release.html", page))
    assert release.headline == HEADLINE
    assert "c-008" in [item.code for item in found]


def test_comments_of_google_docs_are_taken_out_and_told(write: Write) -> None:
    page = (
        '<html><body class="doc-content"><p><span>Ninth pier opens</span></p>'
        "<p>TIDEWICK, May 12, 2026 – The ninth pier opens"
        '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> for nine boats.</p>'
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Ask Nell for the number</span></p></div></body></html>'
    )
    release, findings = read(write("a.html", page))
    assert [block.text for block in release.body] == ["The ninth pier opens for nine boats."]
    assert [(one.text, one.why) for one in release.removed] == [("[a]Ask Nell for the number", "a comment")]
    assert [one.code for one in findings if "Ask Nell" in one.message] == ["c-025"]
