"""Texts: settings at their top, Markdown, web pages, Word files, plain text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.hostile.files import bomb, drawing, paragraph, picture_of, word, zipped
from tests.hostile.inputs import (
    ALL,
    ANY,
    HTML,
    PDF,
    RELEASE,
    Content,
    Input,
    in_turn,
    release,
    top,
)
from tests.hostile.trial import Trials

READ = "inspect kit/releases/b.{}"  # with each change it is read alone, with --all it is printed too


def mark(name: str, text: Content, run: str = READ.format("md")) -> Input:
    """Return an input of Markdown behind a release's own words."""

    def made() -> str | bytes:
        more = text() if callable(text) else text
        return RELEASE.encode() + more if isinstance(more, bytes) else RELEASE + "\n" + more

    return Input(name, release(made), run)


def web(name: str, inside: Content, run: str = READ.format("html")) -> Input:
    """Return an input of a saved web page."""

    def made() -> str:
        more = inside() if callable(inside) else inside
        return (
            "<!doctype html><html><body><article><h1>The harbour opens</h1><p>HAVNEBY, 12 May 2026 – The harbour of "
            f"Havneby opens its gates to sailing ships for the first time.</p>{more!s}</article></body></html>"
        )

    return Input(name, release(made, "b.html"), run)


def doc(name: str, made: Content, run: str = READ.format("docx")) -> Input:
    """Return an input of a Word file."""
    return Input(name, release(made, "b.docx"), run)


def plain(name: str, made: Content, run: str = READ.format("txt")) -> Input:
    """Return an input of a plain text."""
    return Input(name, release(made, "b.txt"), run)


INPUTS = [
    # The settings at the top of a text
    Input("five MB of settings at the top", top("k: v\n" * 1_200_000), READ.format("md"), ANY, "b.md"),
    Input(
        "settings that double",
        top("a0: &a0 [x,x]\n" + "".join(f"a{n + 1}: &a{n + 1} [*a{n},*a{n}]\n" for n in range(40)) + "headline: *a40"),
        READ.format("md"),
    ),
    Input("settings that hold themselves", top("headline: &a [*a]"), READ.format("md")),
    Input(
        "settings that make an object", top("headline: !!python/object/apply:os.system ['touch x']"), READ.format("md")
    ),
    Input("settings in brackets", top("headline: " + "[" * 50_000), READ.format("md")),
    Input("settings in braces", top("headline: " + "{a: " * 20_000), READ.format("md")),
    Input("settings that merge", top("a: &a {b: c}\n" + "d:\n" + "  <<: *a\n" * 50_000), READ.format("md")),
    Input("a headline of two MB", top("headline: " + "x" * 2_000_000), PDF),
    Input("a headline of words without end", top("headline: " + "word " * 400_000), PDF),
    Input("a date of digits", top("date: " + "9" * 100_000), READ.format("md")),
    Input("a number in base sixty", top("version: " + ":".join(["59"] * 50_000)), READ.format("md")),
    Input("a year beyond years", top("date: 99999999-12-31"), READ.format("md")),
    Input("contacts at the top", top("contacts:\n" + '- {name: "Ada", phone: "1"}\n' * 20_000), READ.format("md")),
    Input("keys of ten thousand kinds", top("".join(f"k{n}: v\n" for n in range(100_000))), READ.format("md")),
    Input("a language that is a path", top("lang: ../../outside/secret"), ALL),
    Input("an embargo of nonsense", top("embargo: " + "12 " * 30_000), READ.format("md")),
    Input("quotes that never end", top('headline: "' + "x\n" * 50_000), READ.format("md")),
    Input("settings of tabs and nulls", release("---\n\t\0: \x01\n---\n" + RELEASE), READ.format("md")),
    Input("settings of line separators", top("headline: 'a\u2028b\u0085c'"), ALL),
    Input(
        "a correction that lends script", top('correction: "<script>alert(1)</script>{{ 7*7 }}"\ndate: 2026-05-12'), ALL
    ),
    # Markdown
    *(
        mark(f"a hundred thousand {name}", sign * 100_000, READ.format("md"))
        for name, sign in (
            ("stars", "*"),
            ("ampersands", "&"),
            ("brackets", "["),
            ("ticks", "`"),
            ("angles", "<"),
            ("underscores", "_"),
            ("pictures", "!["),
            ("closings", "]("),
            ("hashes", "#"),
            ("quotes in lines", "> "),
            ("bars", "|"),
            ("backslashes", "\\"),
            ("tildes", "~~"),
            ("stars and letters", "*a "),
            ("pairs", "**a _b "),
            ("colons", "a:b "),
            ("addresses", "<a@b."),
            ("at signs", "@"),
            ("dashes", "-\n"),
            ("tabs", "\t"),
            ("carriage returns", "\r"),
            ("entities", "&#1114112;"),
            ("ticks apart", "`a``b"),
            ("quotes", "“"),
            ("marks of direction", "\u202e"),
            ("joiners", "\u200d"),
            ("accents", "\u0301"),
            ("full stops", ". "),
        )
    ),
    mark("lists in lists", lambda: "".join("  " * n + "- a\n" for n in range(1500))),
    mark("quotes in quotes", ">" * 20_000 + " a"),
    mark("a table of many cells", lambda: ("|a" * 300 + "|\n") + ("|-" * 300 + "|\n") + ("|b" * 300 + "|\n") * 400),
    mark("a table of many columns", lambda: "|a" * 50_000 + "|\n" + "|-" * 50_000 + "|\n" + "|b" * 50_000),
    mark("references without end", lambda: "".join(f"[a{n}]: /x{n}\n" for n in range(60_000)) + "[a1] " * 9000),
    mark("footnotes of footnotes", lambda: "".join(f"[^{n}]: [^{n + 1}]\n" for n in range(20_000)) + "[^0]"),
    mark("fifty thousand headings", "# a\n\n" * 50_000),
    mark("a paragraph of 4 MB", lambda: "word " * 800_000),
    mark("a word of 4 MB", lambda: "x" * 4_000_000),
    mark("a word of a million on pages", "x" * 900_000, PDF),
    mark("dots that lead", "[a](" * 40_000),
    mark("dates by the thousand", "12 May 2026, 9 am EDT. " * 20_000),
    mark("embargoes by the thousand", "EMBARGOED UNTIL 12 MAY 2026\n\n" * 5_000),
    mark("contacts by the thousand", "CONTACT: Ada Thorn, press@harbour.example, +1 202 555 0143\n\n" * 8_000),
    mark("quotes by the thousand", "“We have waited,” said Ada Thorn, the director.\n\n" * 3_000),
    mark("telephones without end", "+1 202 555 0143 " * 30_000),
    mark("digits without end", "1" * 500_000),
    mark("raw HTML", "<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>", ALL),
    mark("addresses that run", "[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) <javascript:x>", ALL),
    mark("a template in words", "{{ 7*7 }} {% include '/etc/passwd' %} {# x #} ${7*7} <%= 1 %>", ALL),
    mark("characters that no output holds", b"a\x00b\x07c\x1b[31md\xed\xa0\x80e\xff", ALL),
    mark("not characters", "\ufffe\uffff\U0001ffff\ue000\ufdd0", ALL),
    mark("directions that never end", "\u202e\u2066\u2067abc", ALL),
    mark("ten thousand accents on a letter", "a" + "\u0301" * 10_000, PDF),
    mark("a formula for a spreadsheet", "=cmd|' /C calc'!A0", ALL),
    # Web pages
    web("sixty thousand cells", lambda: "<table>" + ("<tr>" + "<td>a</td>" * 60 + "</tr>") * 1000 + "</table>"),
    web("a cell of a billion", '<table><tr><td colspan="1000000000" rowspan="99999999">a</td></tr></table>'),
    web("a hundred thousand elements inside one another", "<div>" * 100_000 + "a"),
    web("bold inside bold", "<b>" * 30_000 + "a" + "</b>" * 30_000),
    web("bold and italic crossed", "<b><i></b></i>a" * 20_000),
    web("paragraphs by the hundred thousand", "<p>The harbour is open.</p>" * 150_000),
    web("links by the hundred thousand", '<a href="https://harbour.example">a</a> ' * 60_000),
    web("lists in lists of the web", "<ul><li>a" * 5_000),
    web("tables in tables of the web", "<table><tr><td>" * 2_000 + "a"),
    web("attributes without end", lambda: "<p " + " ".join(f"a{n}=b" for n in range(200_000)) + ">a</p>"),
    web("an attribute of 5 MB", '<p class="' + "a " * 2_500_000 + '">a</p>'),
    web("entities of entities", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>'),
    web("an entity that is a file", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>', ALL),
    web("comments that never end", "<!--" + "-" * 500_000),
    web("a page of angles", "<" * 300_000),
    web("a page of closings", "</p>" * 200_000),
    web(
        "script of all kinds", "<p onclick=alert(1)>a</p><script>x</script><style>p{}</style><form><input></form>", ALL
    ),
    web(
        "an address that moves", '<base href="http://127.0.0.1:9/"><meta http-equiv=refresh content="0;url=x"><p>a', ALL
    ),
    Input(
        "a web page in an unknown encoding", release('<meta charset="utf-99"><p>a</p>', "b.html"), READ.format("html")
    ),
    Input("a web page in UTF-7", release('<meta charset="utf-7"><p>+ADw-script+AD4-</p>', "b.html"), ALL),
    Input("a web page of bytes", release(bytes(range(256)) * 4000, "b.html"), READ.format("html")),
    Input(
        "a web page with a list that is JSON",
        release('<script type="application/ld+json">' + "[" * 100_000 + "</script><p>a</p>", "b.html"),
        READ.format("html"),
    ),
    # Word
    doc("a hundred thousand paragraphs", lambda: word(paragraph("The harbour is open.") * 100_000)),
    doc("a hundred thousand runs", lambda: word("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 300_000 + "</w:p>")),
    doc("tables in Word tables", lambda: word("<w:tbl><w:tr><w:tc>" * 300 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 300)),
    doc(
        "a Word table of cells",
        lambda: word(
            "<w:tbl>"
            + ("<w:tr>" + "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>" * 60 + "</w:tr>") * 1000
            + "</w:tbl>"
        ),
    ),
    doc("Word elements in elements", lambda: word("<w:ins>" * 50_000 + "</w:ins>" * 50_000)),
    doc("a Word text of 20 MB", lambda: word(paragraph("word " * 4_000_000))),
    doc(
        "Word's entities that double",
        lambda: word(
            "<w:p><w:r><w:t>&j;</w:t></w:r></w:p>",
            "<!DOCTYPE w [<!ENTITY a 'aa'>"
            + "".join(
                f"<!ENTITY {b} '{a * 1}&{a};&{a};&{a};&{a};'>" for a, b in zip("abcdefghi", "bcdefghij", strict=True)
            )
            + "]>",
        ),
    ),
    doc(
        "Word's entity that is a file",
        lambda: word("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        ALL,
    ),
    doc("a Word file that is a bomb", lambda: bomb("word/document.xml", 600_000_000)),
    doc("a Word picture that is a file", lambda: word(drawing("rIdX"), parts=picture_of("file:///etc/passwd")), ALL),
    doc(
        "a Word picture that is elsewhere", lambda: word(drawing("rIdX"), parts=picture_of("http://127.0.0.1:9/x")), ALL
    ),
    doc(
        "a Word picture of the secrets",
        lambda: word(drawing("rIdX"), parts=picture_of("../../../outside/secret.png")),
        ALL,
    ),
    doc(
        "a Word file of styles",
        lambda: word(
            parts={
                "word/styles.xml": "<w:styles xmlns:w="
                '"http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                + "".join(
                    f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>'
                    for n in range(50_000)
                )
                + "</w:styles>"
            }
        ),
    ),
    doc(
        "Word styles in a circle",
        lambda: word(
            paragraph("a", '<w:pPr><w:pStyle w:val="s0"/></w:pPr>'),
            parts={
                "word/styles.xml": '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                '<w:style w:type="paragraph" w:styleId="s0"><w:basedOn w:val="s1"/></w:style>'
                '<w:style w:type="paragraph" w:styleId="s1"><w:basedOn w:val="s0"/></w:style></w:styles>'
            },
        ),
    ),
    doc(
        "a Word file with names out of it", lambda: zipped({"../../x": "a", "/etc/x": "b", "word/document.xml": "<a/>"})
    ),
    doc("a Word file of a hundred thousand parts", lambda: word(parts={f"x/{n}": "" for n in range(60_000)})),
    doc("a Word file that is none", b"PK\x03\x04" + b"\0" * 500),
    doc("a Word file cut in half", lambda: word()[:9000]),
    doc(
        "a Word file of fields",
        lambda: word(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
            'INCLUDETEXT "/etc/passwd"</w:instrText></w:r></w:p>'
        ),
        ALL,
    ),
    doc(
        "a Word list of a hundred levels",
        lambda: word(
            paragraph("a", '<w:pPr><w:numPr><w:ilvl w:val="99999999"/><w:numId w:val="-1"/></w:numPr></w:pPr>') * 50
        ),
    ),
    doc(
        "a Word comment by the thousand",
        lambda: word(
            "".join(f'<w:p><w:ins w:id="{n}" w:author="A"><w:r><w:t>a</w:t></w:r></w:ins></w:p>' for n in range(20_000))
        ),
    ),
    # Plain text
    plain("an empty text", "", ALL),
    plain("a text of nulls", b"\0" * 1_000_000, ALL),
    plain("a text of 200 MB", lambda: b"word word word word\n" * 10_000_000),
    plain("a line of 10 MB", lambda: "a" * 10_000_000),
    plain("a million lines", "a\n" * 1_000_000),
    plain("a hundred thousand empty lines", "\n" * 1_000_000),
    plain("a text in UTF-16", "The harbour opens\n\nHAVNEBY – It opens.\n".encode("utf-16"), ALL),
    plain("a text in UTF-32", "The harbour opens\n\nHAVNEBY – It opens.\n".encode("utf-32"), ALL),
    plain("a text of any bytes", bytes(range(256)) * 5000, ALL),
    plain("half a character", "The harbour opens\n\né".encode()[:-1], ALL),
    plain("rows of stars", ("* " * 40 + "\n") * 5_000),
    plain("rows that rule", ("-" * 70 + "\n") * 20_000),
    plain("bullets in bullets", lambda: "".join(" " * (n % 900) + "• a\n" for n in range(9_000))),
    plain("a header that is a mail's", "Subject: x\r\nBcc: all@harbour.example\r\n\r\n" + RELEASE, ALL),
    plain("heads by the thousand", "FOR IMMEDIATE RELEASE\n" * 20_000),
    plain("spaces by the million", " " * 3_000_000 + "a"),
    plain("a sentence of brackets", "(" * 100_000 + ")" * 100_000),
    plain("a page's words a thousand times", "ABOUT US\nThe harbour.\n###\n" * 10_000),
    plain("a text of escapes", "\x1b]0;owned\x07\x1b[2J" * 1000 + "\nThe harbour opens.\n", ALL),
]


@pytest.mark.parametrize("tried", in_turn(INPUTS))
def test_it_holds(trials: Trials, tried: Input) -> None:
    trials.hold(tried)


@pytest.mark.slow
@pytest.mark.parametrize("tried", [tried for tried in INPUTS if ";" in tried.words], ids=lambda tried: tried.name)
def test_it_holds_in_every_output(trials: Trials, tried: Input) -> None:
    trials.hold(tried)


@pytest.mark.slow
@pytest.mark.parametrize(
    "tried", [tried for tried in INPUTS if tried.words.startswith("inspect")], ids=lambda tried: tried.name
)
def test_it_holds_in_print(trials: Trials, tried: Input) -> None:
    trials.hold(replace(tried, words=f"{PDF} ; {HTML}"))
