"""Formats that texts are handed around in: OpenDocument, Rich Text, old Word files, PDFs, mails, blogs' exports."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import partial

import pikepdf
import pytest

from tests.hostile.exchange import (
    END,
    OLD_WORD,
    WORDS,
    feed,
    frame,
    item,
    mail,
    opendocument,
    outlook,
    packed_wrongly,
    parts_in_parts,
    picture,
    raw_mail,
    rich_text,
    wxr,
)
from tests.hostile.files import bomb, content, form_that_draws_itself, forms, locked, pdf, structure, zipped
from tests.hostile.inputs import ALL, ANY, HTML, OUTPUT, TXT, USAGE, ZIP, Content, Input, in_turn, link, put
from tests.hostile.trial import Trials

READ = "inspect kit/releases/b.{}"
PRINT = f"{HTML} ; {TXT} ; {ZIP}"
IMPORT = "import blog/export.{} --into new --all"
ENTITIES = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
UNKNOWN_LOCK = b"trailer <</ID[<00><00>]/Encrypt<</Filter/Acme.Lock/V 4/R 4>>"
BOMB = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{ENTITIES}]>'


def stolen(system: str = "file:///etc/passwd") -> str:
    """Return words before a root that name a file of this computer, or a place on the network, as an entity."""
    return f'<!DOCTYPE x [<!ENTITY a SYSTEM "{system}"><!ENTITY % p SYSTEM "{system}"> %p;]>'


def text(name: str, ending: str, made: Content, run: str = "") -> Input:
    """Return an input of a text among a kit's releases: read alone, or put through other commands."""
    return Input(name, put(f"kit/releases/b.{ending}", made), run or READ.format(ending))


def export(name: str, made: Content, ending: str = "xml", run: str = IMPORT) -> Input:
    """Return an input of a blog's export or feed that is imported."""
    return Input(name, put(f"blog/export.{ending}", made), run.format(ending))


def odt(name: str, inside: str | Callable[[], str] = "", run: str = "", **more: object) -> Input:
    """Return an input of an OpenDocument text with XML in its body."""
    return text(name, "odt", lambda: opendocument(inside() if callable(inside) else inside, **more), run)  # type: ignore[arg-type]


def rtf(name: str, inside: Callable[[], str] | str, run: str = "") -> Input:
    """Return an input of a Rich Text with groups at its end."""
    return text(name, "rtf", lambda: rich_text(inside() if callable(inside) else inside), run)


def set_on(key: str, value: object) -> Callable[[], bytes]:
    """Return a maker of a PDF whose page has this."""
    return lambda: pdf(lambda made, page: page.obj.__setitem__(key, value))


def pages(count: int) -> bytes:
    """Return a PDF of so many pages."""
    made, data = pikepdf.new(), io.BytesIO()
    for _ in range(count):
        made.add_blank_page()
    made.save(data)
    return data.getvalue()


def pages_in_circle() -> bytes:
    """Return a PDF whose list of pages holds itself."""
    return pages(1).replace(b"/Kids [", b"/Kids [ 2 0 R ").replace(b"/Count 1", b"/Count 9")


def packed_strangely() -> bytes:
    """Return a PDF whose page is packed in a way that no program knows."""
    return pdf(lambda made, page: setattr(page.obj, "Contents", made.make_stream(b"BT ET", Filter=pikepdf.Name.Xyz)))


def attached(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Attach files to a PDF, of which one is named as a place."""
    for name in ("../../outside/secret.txt", "/etc/passwd", "run.exe"):
        made.attachments[name] = pikepdf.AttachedFileSpec(made, b"MZ", filename=name)
    page.obj.Contents = made.make_stream(b"BT /F 12 Tf 9 9 Td (The harbour opens) Tj ET")


def header_of(name: str, value: str) -> bytes:
    """Return a mail with one more field."""
    return raw_mail(f"Content-Type: text/plain\r\n\r\n{WORDS}\r\n", f"{name}: {value}\r\n")


def charset(name: str, body: bytes = b"caf\xe9 \xff\xfe\x81") -> bytes:
    """Return a mail whose text says that it is in this encoding."""
    return raw_mail(f"Content-Type: text/plain; charset={name}\r\n\r\n{WORDS}\r\n") + body


def in_html(inside: str) -> bytes:
    """Return a mail whose text is a web page with something in it."""
    return mail(html=f"<html><body><h1>The harbour opens</h1><p>{WORDS}</p>{inside}</body></html>")


PLACES = ("file:///etc/passwd", "http://127.0.0.1:9/x.png", "../../outside/secret.png", "/etc/passwd")
INPUTS = [
    # OpenDocument
    text("OpenDocument that is a bomb", "odt", lambda: bomb("content.xml", 600_000_000)),
    odt(
        "an OpenDocument picture that is a bomb",
        frame("Pictures/a.png"),
        PRINT,
        parts={"Pictures/a.png": bytes(90_000_000)},
    ),
    text("OpenDocument of many files", "odt", lambda: opendocument(parts={f"x/{n}": "" for n in range(60_000)})),
    text("OpenDocument without text", "odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"})),
    text("OpenDocument cut in half", "odt", opendocument()[:600]),
    *(
        text(f"{name} that does not unpack by method {method}", ending, partial(packed_wrongly, method))
        for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
        for name, ending in (("OpenDocument", "odt"), ("a Word file", "docx"), ("a web page in a ZIP", "zip"))
    ),
    odt("OpenDocument's entities that double", "<text:p>&j;</text:p>", head=BOMB),
    odt("OpenDocument's entity that is a file", "<text:p>&a;</text:p>", PRINT, head=stolen()),
    odt("OpenDocument's entity from elsewhere", "<text:p>&a;</text:p>", PRINT, head=stolen("http://127.0.0.1:9/x")),
    odt("entities among OpenDocument's styles", "", PRINT, parts={"styles.xml": f"{stolen()}<a>&a;</a>"}),
    *(odt(f"an OpenDocument picture at {place}", frame(place), PRINT) for place in PLACES),
    Input(
        "an OpenDocument picture by its whole path",
        lambda folder: put("kit/releases/b.odt", opendocument(frame(f"{folder}/outside/secret.png")))(folder),
        PRINT,
    ),
    odt(
        "an OpenDocument section of another file",
        '<text:section text:name="x">'
        '<text:section-source xlink:href="../../outside/secret.txt" xlink:actuate="onLoad"/></text:section>',
        PRINT,
    ),
    odt(
        "an OpenDocument object of another file",
        '<text:p><draw:frame><draw:object xlink:href="../../outside/secret.html"/></draw:frame></text:p>',
        PRINT,
    ),
    odt(
        "an OpenDocument frame of a web page",
        '<text:p><draw:frame><draw:floating-frame xlink:href="file:///etc/passwd"/></draw:frame></text:p>',
        PRINT,
    ),
    odt(
        "a macro in OpenDocument",
        '<text:p><text:script script:language="x" xmlns:script="x" xlink:href="x:y">rm</text:script></text:p>',
        PRINT,
    ),
    odt(
        "an OpenDocument link that runs", '<text:p><text:a xlink:href="javascript:alert(1)">a</text:a></text:p>', PRINT
    ),
    odt("OpenDocument elements in elements", lambda: "<text:span>" * 30_000 + "</text:span>" * 30_000),
    odt(
        "OpenDocument lists in lists",
        lambda: "<text:list><text:list-item>" * 120 + "<text:p>a</text:p>" + "</text:list-item></text:list>" * 120,
    ),
    odt(
        "an OpenDocument table of cells",
        lambda: (
            "<table:table>"
            + (
                "<table:table-row>"
                + "<table:table-cell><text:p>a</text:p></table:table-cell>" * 100
                + "</table:table-row>"
            )
            * 1500
            + "</table:table>"
        ),
    ),
    odt(
        "an OpenDocument cell a billion times",
        '<table:table><table:table-row table:number-rows-repeated="1000000000">'
        '<table:table-cell table:number-columns-repeated="1000000000">'
        "<text:p>a</text:p></table:table-cell></table:table-row></table:table>",
    ),
    odt("a billion spaces in OpenDocument", '<text:p>a<text:s text:c="1000000000"/>b</text:p>'),
    odt("OpenDocument paragraphs by the thousand", lambda: "<text:p>The harbour is open.</text:p>" * 100_000),
    odt(
        "OpenDocument notes in notes",
        lambda: (
            "<text:p>"
            + "<text:note><text:note-body><text:p>" * 100
            + "a"
            + "</text:p></text:note-body></text:note>" * 100
            + "</text:p>"
        ),
    ),
    odt(
        "OpenDocument comments by the thousand",
        lambda: "<text:p>" + "<office:annotation><text:p>a</text:p></office:annotation>" * 20_000 + "</text:p>",
    ),
    text(
        "OpenDocument's names out of the file",
        "odt",
        lambda: opendocument(
            frame("Pictures/../../../../outside/secret.png"), parts={"../../x.png": picture(), "/etc/x": "a"}
        ),
        PRINT,
    ),
    # Rich Text
    rtf("groups in groups of Rich Text", lambda: "{" * 200_000 + "a" + "}" * 200_000),
    rtf("groups of Rich Text that never end", lambda: "{" * 300_000),
    rtf("closings of Rich Text", lambda: "}" * 300_000),
    rtf("a picture of two billion bytes that are not there", r"{\pict\pngblip\bin2147483647 x}"),
    rtf("bytes of a negative number", r"{\pict\pngblip\bin-99999 x}\par"),
    rtf("bytes that swallow the end", r"\bin999999999 " + WORDS),
    rtf("a picture of digits", lambda: r"{\pict\jpegblip " + "ff" * 3_000_000 + "}"),
    rtf("numbers beyond numbers in Rich Text", r"\u99999999999 \uc-5\u-1 \fs99999999999999999999 \'zz \'"),
    rtf("a code page that is none", r"\ansicpg99999 \'e9"),
    rtf("half characters in Rich Text", r"\u-10180?\u-9000? \u-10180? \u0? \u1? \u-1?", PRINT),
    rtf("half characters at the head of pages", r"{\header \u-10180? \u1? \u-9000? end\par}", PRINT),
    rtf("tables of Rich Text", lambda: r"\trowd" + r"\cellx1" * 2000 + r"a\cell" * 2000 + r"\row" * 2000),
    rtf("Rich Text of fonts", lambda: r"{\fonttbl" + r"{\f1 x;}" * 100_000 + "}"),
    rtf("backslashes of Rich Text", lambda: "\\" * 500_000),
    rtf("stand-ins by the million", lambda: r"\u233?" * 400_000),
    rtf("paragraphs of Rich Text", lambda: r"a\par " * 200_000),
    *(
        rtf(
            f"Rich Text that includes {place}",
            rf'{{\field{{\*\fldinst INCLUDETEXT "{place}"}}{{\fldrslt x}}}}'
            rf'{{\field{{\*\fldinst INCLUDEPICTURE "{place}" \\d}}{{\fldrslt x}}}}',
            PRINT,
        )
        for place in PLACES
    ),
    rtf(
        "an object in Rich Text",
        r"{\object\objautlink\objupdate{\*\objclass Word.Document.8}{\*\objdata 0105000002000000}}{\*\template http://127.0.0.1:9/x}",
        PRINT,
    ),
    rtf("a Rich Text link that runs", r'{\field{\*\fldinst HYPERLINK "javascript:alert(1)"}{\fldrslt x}}', PRINT),
    text("Rich Text of any bytes", "rtf", lambda: b"{\\rtf1 " + bytes(range(256)) * 4000),
    # Word of before 2007
    text("an old Word file of nothing", "doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)),
    text(
        "an old Word file of any bytes", "doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 20_000
    ),
    text("an old Word file with no text in it", "doc", OLD_WORD),
    text("an old Word file in circles", "doc", lambda: outlook(chain=[1] * 128).replace(b"_\0_\0", b"W\0o\0")),
    # PDFs as texts
    text("a PDF whose pages are in a circle", "pdf", pages_in_circle),
    text("a PDF of two thousand pages", "pdf", lambda: pages(2000)),
    text("a PDF with a password", "pdf", locked),
    text("a PDF with a lock that nobody knows", "pdf", lambda: pages(1).replace(b"trailer <<", UNKNOWN_LOCK)),
    text("a PDF packed in a way that nobody knows", "pdf", packed_strangely),
    text("a PDF page of a kilometre", "pdf", set_on("/MediaBox", [0, 0, 10**9, 10**9])),
    text("a PDF page that is no page", "pdf", set_on("/MediaBox", [1, "a"])),
    text("a PDF turned by nonsense", "pdf", set_on("/Rotate", 10**12)),
    text("a PDF with files in it", "pdf", lambda: pdf(attached), f"{HTML} ; {TXT}"),
    text("a PDF of forms that double", "pdf", lambda: forms(20, 10)),
    text("a PDF form that draws itself", "pdf", form_that_draws_itself),
    text("a PDF whose tags are in a circle", "pdf", lambda: structure(3, in_circle=True)),
    text(
        "a PDF of words far apart",
        "pdf",
        content(lambda: b"BT /F 1 Tf 1 0 0 1 1000000000 1000000000 Tm (a) Tj 1 0 0 1 -1000000000 0 Tm (b) Tj ET"),
    ),
    text(
        "a PDF of tiny letters", "pdf", content(lambda: b"BT /F 0.0000001 Tf " + b"(harbour) Tj 9 0 Td " * 2000 + b"ET")
    ),
    text("a PDF of steps without end", "pdf", content(lambda: b"q 1 0 0 1 0 0 cm " * 1_500_000)),
    text("a PDF that unpacks to a gigabyte", "pdf", content(lambda: b" " * 400_000_000)),
    text("a PDF cut in half", "pdf", lambda: pages(30)[:2000]),
    # Mails
    text("a mail of a thousand parts in parts", "eml", lambda: parts_in_parts(1000)),
    text(
        "a mail of a hundred thousand parts",
        "eml",
        lambda: raw_mail("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\na\r\n" * 100_000),
    ),
    text("a mail in a mail in a mail", "eml", lambda: raw_mail("Content-Type: message/rfc822\r\n\r\n" * 900 + WORDS)),
    text(
        "a mail of alternatives to itself",
        "eml",
        lambda: raw_mail("Content-Type: multipart/alternative; boundary=b\r\n\r\n" * 300),
    ),
    text(
        "a mail of ten thousand files",
        "eml",
        lambda: raw_mail(
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
            + "".join(f"--b\r\nContent-Disposition: attachment; filename=a{n}\r\n\r\na\r\n" for n in range(10_000))
        ),
    ),
    *(
        text(f"a mail in {name}", "eml", charset(name), f"{READ.format('eml')} ; {TXT}")
        for name in (
            "utf-99",
            "utf-7",
            "utf-16",
            "idna",
            "zlib_codec",
            "rot13",
            "unicode_escape",
            "utf-8",
            "\x00",
            "a" * 90,
        )
    ),
    text(
        "a mail that unpacks nothing",
        "eml",
        raw_mail("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!=\r\n"),
    ),
    text(
        "a mail of a coding nobody knows",
        "eml",
        raw_mail(
            f"Content-Type: text/plain\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 ../../x\r\n{WORDS}\r\n"
        ),
    ),
    text("a subject without end", "eml", lambda: header_of("Subject", "x" * 3_000_000)),
    text("a subject in ten thousand words", "eml", lambda: header_of("Subject", "=?utf-8?q?a?= " * 10_000)),
    text("a field of folds", "eml", lambda: header_of("X-A", "a\r\n " * 200_000)),
    text("a hundred thousand fields", "eml", lambda: raw_mail(WORDS, "X-A: b\r\n" * 100_000 + "\r\n")),
    text(
        "people by the thousand",
        "eml",
        lambda: header_of("Cc", ", ".join(f"a{n}@harbour.example" for n in range(30_000))),
    ),
    text("comments in comments of a mail", "eml", lambda: header_of("Content-Type", "text/plain " + "(" * 20_000)),
    text(
        "settings of a field without end",
        "eml",
        lambda: header_of("Content-Disposition", "attachment; " + "".join(f"filename*{n}=a; " for n in range(20_000))),
    ),
    text(
        "files whose names are places",
        "eml",
        lambda: mail(
            files={"../../outside/x.txt": b"a", "/etc/passwd": b"b", "C:\\x.exe": b"c", "\x1b]0;owned\x07.pdf": b"d"}
        ),
        f"{READ.format('eml')} ; {ALL}",
    ),
    text(
        "a file whose name is half a character",
        "eml",
        raw_mail(
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n"
            + WORDS
            + '\r\n--b\r\nContent-Disposition: attachment; filename="\udcff\udcfe.pdf"\r\n\r\na\r\n--b--'
        ),
        f"{READ.format('eml')} ; {TXT}",
    ),
    text(
        "a mail's subject in half characters",
        "eml",
        header_of("Subject", "\udcff\udcfe =?utf-16?b?2AA=?= =?x?y?z?="),
        f"{READ.format('eml')} ; {TXT}",
    ),
    *(
        text(
            f"a mail that shows {place}",
            "eml",
            in_html(f'<img src="{place}"><link rel=stylesheet href="{place}"><iframe src="{place}"></iframe>'),
            PRINT,
        )
        for place in PLACES
    ),
    text("a mail of elements in elements", "eml", lambda: in_html("<div>" * 50_000)),
    text(
        "a mail of control characters",
        "eml",
        raw_mail(f"Content-Type: text/plain\r\n\r\n{WORDS}\0\x07\x1b[31m\r\n"),
        f"{READ.format('eml')} ; {ALL}",
    ),
    text(
        "a mail whose body is a body of another place",
        "eml",
        raw_mail('Content-Type: message/external-body; access-type=local-file; name="/etc/passwd"\r\n\r\n'),
        f"{READ.format('eml')} ; {TXT}",
    ),
    # Mails that Outlook saved
    text("a table of sectors in a circle", "msg", lambda: outlook(chain=[0xFFFFFFFD, 2, 1, *range(3, 100)])),
    text("a stream that follows itself", "msg", lambda: outlook(chain=[0xFFFFFFFD, END, 2, 3, 3, 4, 5])),
    text("a stream of four gigabytes", "msg", lambda: outlook(stated_bytes=2**32 - 2)),
    text("streams that are their own neighbours", "msg", lambda: outlook(siblings={1: (1, 1, 1), 2: (0, 0, 0)})),
    text("folders in a circle", "msg", lambda: outlook(siblings={0: (0, 0, 0)})),
    text(
        "a header that counts two billion sectors", "msg", lambda: outlook()[:44] + b"\xff\xff\xff\x7f" + outlook()[48:]
    ),
    text(
        "a header whose list goes on in a circle",
        "msg",
        lambda: outlook()[:68] + b"\0\0\0\0\xff\xff\xff\x7f" + outlook()[76:],
    ),
    text("sectors of two to the sixty thousand", "msg", lambda: outlook()[:30] + b"\xff\xff" + outlook()[32:]),
    text("a mail of Outlook cut in half", "msg", lambda: outlook()[:3000]),
    text("a mail of Outlook of nonsense", "msg", lambda: outlook({"__substg1.0_10130102": bytes(range(256)) * 20})),
    text(
        "a mail of Outlook in half characters",
        "msg",
        lambda: outlook(
            {"__substg1.0_1000001F": b"\x00\xd8a\x00" * 2000, "__substg1.0_0037001F": b"\x00\xdc\x07\x00" * 40}
        ),
        f"{READ.format('msg')} ; {TXT}",
    ),
    text(
        "properties of a kind nobody knows", "msg", lambda: outlook({"__properties_version1.0": bytes(range(256)) * 16})
    ),
    # Exports and feeds of a blog
    export("an export's entities that double", lambda: wxr(item(title="&j;"), BOMB)),
    export("an export's entity that is a file", wxr(item(title="&a;"), stolen())),
    export("an export's entity from elsewhere", wxr(item(title="&a;"), stolen("http://127.0.0.1:9/x"))),
    export("a feed's entity that is a file", feed("<summary>&a;</summary>", stolen()), "atom"),
    export(
        "a feed that includes a file",
        feed('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'),
        "atom",
    ),
    export(
        "a feed with a style from elsewhere",
        feed(head='<?xml-stylesheet href="http://127.0.0.1:9/x.xsl" type="text/xsl"?>'),
        "atom",
    ),
    *(
        export(f"a post that shows {place}", wxr(item(f'<p>{WORDS}</p><p><img src="{place}" alt="a"></p>')))
        for place in PLACES
    ),
    *(
        export(
            f"a gallery of {place}",
            wxr(
                item(f'<p>{WORDS}</p>[gallery ids="1"]')
                + item(more=f"<wp:attachment_url>{place}</wp:attachment_url>", kind="attachment")
            ),
        )
        for place in PLACES
    ),
    Input(
        "a post that shows a secret by its whole path",
        lambda folder: put(
            "blog/export.xml",
            wxr(
                item(
                    f'<p>{WORDS}</p><img src="file://{folder}/outside/secret.png">'
                    f'<img src="{folder}/outside/secret.png"><img src="../outside/secret.png">'
                )
            ),
        )(folder),
        IMPORT.format("xml"),
    ),
    export("a post whose title is a place", wxr(item(title="../../outside/secret"))),
    export("a post whose title is a device", wxr(item(title="CON"))),
    export("a post with no letters in its title", wxr(item(title="…/…"))),
    export("posts of one title", lambda: wxr(item() * 300)),
    Input(
        "posts by the ten thousand",
        put("blog/export.xml", lambda: wxr(item() * 20_000)),
        "import blog/export.xml --into new",
        USAGE,
        "Nothing was imported",
    ),
    export("an export in a language that is a place", wxr(channel="<language>../../outside</language>")),
    export(
        "a post that runs",
        wxr(item(f"<p onclick=alert(1)>{WORDS}</p><script>alert(1)</script><a href='javascript:alert(1)'>a</a>")),
        run=f"{IMPORT} ; build new -o out/new.html",
    ),
    export(
        "a post that is a template",
        wxr(item(f"<p>{WORDS} {{{{ 7*7 }}}} {{% include '/etc/passwd' %}}</p>")),
        run=f"{IMPORT} ; build new -o out/new.html",
    ),
    export(
        "a post that writes its own settings",
        wxr(item(f"<p>---</p><p>embargo: none</p><p>---</p><p>{WORDS}</p>", title="a&#10;embargo: none")),
        run=f"{IMPORT} ; build new -o out/new.html",
    ),
    export("brackets by the thousand", lambda: wxr(item("[a " * 100_000))),
    export("inserts by the thousand", lambda: wxr(item('[x y="z"]' * 20_000 + f"<p>{WORDS}</p>"))),
    export("captions that never end", lambda: wxr(item("[caption]" * 30_000))),
    export("blocks that never end", lambda: wxr(item("<!-- wp:" * 50_000))),
    export(
        "a gallery of a million",
        lambda: wxr(
            item(f'<p>{WORDS}</p>[gallery ids="' + "1," * 500_000 + '"]')
            + item(more="<wp:attachment_url>a.png</wp:attachment_url>", kind="attachment")
        ),
    ),
    export("a post of elements in elements", lambda: wxr(item("<div>" * 50_000))),
    export("a post of 30 MB", lambda: wxr(item(f"<p>{WORDS}</p>" * 300_000))),
    export("elements of an export in elements", lambda: wxr(item(more="<a>" * 100_000))),
    export("an export in an encoding nobody knows", b"<?xml version='1.0' encoding='utf-99'?>" + wxr()),
    export("a feed cut in half", wxr()[:300], "rss"),
    Input(
        "an export in the kit",
        put("kit/export.xml", wxr(item() * 3)),
        "build kit -o out/kit.html ; import kit/export.xml --into new --since 9999-01-01",
        ANY | USAGE,
    ),
    *(
        Input(
            f"a link out of the kit, of which {place} is imported",
            (put(place, wxr()), link("new/releases", "{outside}")),
            f"import {place} --into new --all",
            OUTPUT,
            "leads out",
        )
        for place in ("export.xml", "blog/export.xml")
    ),
    # Texts that are imported
    *(
        Input(f"{name} imported", (put(f"old/b.{ending}", made),), f"import old/b.{ending} --into new")
        for name, ending, made in (
            ("an OpenDocument picture of a secret", "odt", opendocument(frame("../../outside/secret.png"))),
            ("Rich Text of half characters", "rtf", rich_text(r"\u-10180? \u1?")),
            ("a mail with names of places", "eml", mail(files={"../../outside/x": b"a"})),
            ("a web page of a secret", "html", f"<h1>A</h1><p>{WORDS}</p><img src='../outside/secret.png'>"),
            ("Markdown of a secret", "md", f"# A\n\n{WORDS}\n\n![a](../outside/secret.png)\n\n![b](/etc/passwd)\n"),
        )
    ),
    # Encodings
    *(
        text(
            f"a text in {name}", "txt", "Der Hafen öffnet\n\nHÅVNEBY – „Ja“, sagte Zoë.\n".encode(name, "replace") * 20
        )
        for name in ("cp1252", "mac_roman", "cp1251", "cp1256", "utf-16-le", "utf-16-be", "shift_jis", "cp037", "utf-7")
    ),
    text("a mark of UTF-16 and half a character", "txt", b"\xff\xfea\0b\0\x00\xd8"),
    text("a mark of UTF-32 and nothing", "txt", b"\xff\xfe\0\0"),
    text("five MB of old text", "txt", lambda: b"caf\xe9 na\xefve " * 400_000),
    text("an old text of one letter", "txt", b"\xe9" * 1_000_000),
]


@pytest.mark.parametrize("tried", in_turn(INPUTS, every=8))
def test_it_holds(trials: Trials, tried: Input) -> None:
    trials.hold(tried)


@pytest.mark.slow
@pytest.mark.parametrize("tried", [tried for tried in INPUTS if ";" in tried.words], ids=lambda tried: tried.name)
def test_it_holds_in_every_output(trials: Trials, tried: Input) -> None:
    trials.hold(tried)
