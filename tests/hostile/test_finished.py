"""Finished files that come back, lists of people, names, and the words of commands."""

from __future__ import annotations

import os
from decimal import Decimal
from functools import partial

import pikepdf
import pytest

from tests.hostile.files import (
    bomb,
    content,
    form_that_draws_itself,
    forms,
    lock_changed,
    locked,
    outline_in_circle,
    pdf,
    sheet,
    sheet_xml,
    structure,
    with_lock,
    word_file,
    zipped,
)
from tests.hostile.inputs import (
    ALL,
    ANY,
    FINE,
    OUTPUT,
    RELEASE,
    SOURCE,
    USAGE,
    Content,
    Input,
    in_turn,
    photo,
    put,
    put_bytes_name,
    release,
)
from tests.hostile.trial import Trials
from tests.support.encrypted import encrypted

REFUSED = SOURCE | USAGE
SAYS_MORE = "check p.pdf ; check p.pdf --for shop ; check p.pdf --for print ; diff p.pdf kit"
STRANGE_LOCKS = (
    b"5",
    b"<<>>",
    b"[ 1 2 ]",
    b"9999 0 R",
    b"1 0 R",
    b"<</Filter/Standard/V 1/R 2/O()/U()/P 0>>",
    b"<</Filter/Standard/V 4/R 4/CF<</A<</CFM/AESV2>>>>/StmF/A/StrF/A/P -4/O("
    + b"o" * 32
    + b")/U("
    + b"u" * 32
    + b")>>",
    b"<</Filter" + b"[" * 100_000 + b">>",
    b"<</CF" * 100_000,
    b"<</Filter/Standard/V 5/R 6/P " + b"9" * 100_000 + b">>",
    b"<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 5/Recipients[(" + b"x" * 1_000_000 + b")]>>",
)
CHANGES_OF_LOCKS = (
    (rb"/R \d", b"/R -1"),
    (rb"/V \d", b"/V 99999999999999999999"),
    (rb"/P -?\d+", b"/P 99999999999999999999"),
    (rb"/U <[0-9a-f]+>", b"/U <>"),
    (rb"/O <[0-9a-f]+>", b"/O <" + b"00" * 100_000 + b">"),
    (rb"/Length \d+", b"/Length -8"),
    (rb"/Length \d+", b"/Length 2147483647"),
    (rb"/StdCF", b"/StdCF 1 0 R"),
    (rb"/ID \[[^]]*\]", b""),
    (rb"/Encrypt (\d+) 0 R", rb"/Encrypt \1 0 R /Prev 5 /XRefStm 5"),
)
NO_UTF8 = b"caf\xe9\xff"


def paper(name: str, made: Content, run: str = "check p.pdf ; diff p.pdf kit", says: str = "") -> Input:
    """Return an input of a finished PDF."""
    return Input(name, put("p.pdf", made), run, FINE | REFUSED, says)


def archive(name: str, made: Content, run: str = "check p.zip ; check p.zip --against kit") -> Input:
    """Return an input of a finished ZIP."""
    return Input(name, put("p.zip", made), run, FINE | REFUSED)


def people(name: str, made: Content, ending: str = "csv", says: str = "") -> Input:
    """Return an input of a list of people."""
    return Input(name, put(f"list.{ending}", made), f"mail kit -o out/drafts --to list.{ending}", FINE | REFUSED, says)


def named(name: str, file: bytes | str, made: Content = RELEASE, folder: str = "releases", run: str = ALL) -> Input:
    """Return an input of a file's name."""
    return Input(name, put_bytes_name(os.fsencode(f"kit/{folder}/") + os.fsencode(file), made), run)


def said(name: str, words: str, codes: frozenset[int] = USAGE | SOURCE) -> Input:
    """Return an input of a command's words."""
    return Input(name, lambda folder: None, words, codes)


INPUTS = [
    # PDFs
    paper("forms that draw each other", lambda: forms(100_000, 1)),
    paper("forms that double", lambda: forms(60, 2), SAYS_MORE),
    paper("forms times ten", lambda: forms(12, 10), SAYS_MORE),
    paper("a form that draws itself", form_that_draws_itself, SAYS_MORE),
    paper("a page of ten million steps", content(lambda: b"0 0 m 1 1 l S\n" * 3_000_000), SAYS_MORE),
    paper("a page of states", content(lambda: b"q " * 2_000_000), SAYS_MORE),
    paper("a page of brackets", content(lambda: b"[" * 1_000_000), SAYS_MORE),
    paper("a page of dictionaries", content(lambda: b"<<" * 500_000), SAYS_MORE),
    paper("a page of a string", content(lambda: b"(" * 3_000_000), SAYS_MORE),
    paper("a page of inline pictures", content(lambda: b"BI /W 9999999 /H 9999999 ID x EI " * 50_000), SAYS_MORE),
    paper("a page of numbers", content(lambda: b"9" * 3_000_000 + b" w"), SAYS_MORE),
    paper("a page of text without end", content(lambda: b"BT " + b"(word) Tj " * 500_000 + b"ET")),
    paper("tags inside one another", lambda: structure(50_000)),
    paper("tags in a circle", lambda: structure(3, in_circle=True), SAYS_MORE),
    paper(
        "pages in a circle",
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]"
        b"/Count 999999999>>endobj\ntrailer<</Root 1 0 R>>",
    ),
    paper(
        "a million pages that are one",
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids["
        + b"3 0 R " * 300_000
        + b"]/Count 300000>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        b"trailer<</Root 1 0 R>>",
    ),
    paper(
        "a PDF that is packed a thousand times",
        lambda: pdf(lambda made, page: setattr(page.obj, "Contents", pikepdf.Stream(made, bytes(400_000_000)))),
    ),
    paper(
        "a stream packed again and again",
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/"
        b"Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        b"4 0 obj"
        b"<</Length 9/Filter["
        + b"/FlateDecode" * 5000
        + b"]>>stream\n123456789\nendstream endobj\ntrailer<</Root 1 0 R>>",
    ),
    paper(
        "a page of infinite size",
        lambda: pdf(lambda made, page: setattr(page.obj, "MediaBox", [0, 0, Decimal(10**30), Decimal(-(10**30))])),
        SAYS_MORE,
    ),
    paper(
        "a page of no size", lambda: pdf(lambda made, page: setattr(page.obj, "MediaBox", pikepdf.Array([]))), SAYS_MORE
    ),
    paper(
        "a PDF that runs",
        lambda: pdf(
            lambda made, page: made.Root.__setitem__(
                "/OpenAction", pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
            )
        ),
    ),
    paper("a PDF with a password", locked, SAYS_MORE, says="p.pdf.*locked with a password"),
    *(paper(f"a lock that says {lock[:30]!r}", with_lock(lock), SAYS_MORE) for lock in STRANGE_LOCKS),
    *(
        paper(f"{lock}: {instead[:20]!r} for {pattern!r}", partial(lock_changed, pattern, instead, lock), SAYS_MORE)
        for lock in ("RC4, 128 bits", "AES, 256 bits")
        for pattern, instead in CHANGES_OF_LOCKS
    ),
    paper(
        "a protected PDF that is packed a thousand times",
        lambda: encrypted(
            pdf(lambda made, page: setattr(page.obj, "Contents", pikepdf.Stream(made, bytes(400_000_000))))
        ),
        SAYS_MORE,
    ),
    paper("protected forms times ten", lambda: encrypted(forms(12, 10)), SAYS_MORE),
    paper("protected tags inside one another", lambda: encrypted(structure(400)), SAYS_MORE),
    paper("half a protected PDF", lambda: (whole := encrypted(structure(9)))[: len(whole) // 2], SAYS_MORE),
    paper(
        "a PDF with a title of 5 MB",
        lambda: pdf(lambda made, page: made.docinfo.__setitem__("/Title", "x" * 5_000_000)),
        says="p.pdf|[Tt]itle|PDF",
    ),
    paper(
        "a PDF's metadata with entities",
        lambda: pdf(
            lambda made, page: setattr(
                made.Root,
                "Metadata",
                made.make_stream(
                    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
                    b'<x:xmpmeta xmlns:x="adobe:ns:meta/">&a;</x:xmpmeta>',
                    Type=pikepdf.Name.Metadata,
                    Subtype=pikepdf.Name.XML,
                ),
            )
        ),
    ),
    paper("an outline in a circle", lambda: pdf(outline_in_circle), SAYS_MORE),
    paper("a PDF of nothing", b"%PDF-1.7\n"),
    paper("a PDF that is empty", b""),
    paper("a PDF that is a text", b"The harbour opens.\n" * 1000),
    paper("a PDF of brackets", b"%PDF-1.7\n1 0 obj" + b"[" * 400_000),
    paper("a PDF of dictionaries", b"%PDF-1.7\n1 0 obj" + b"<</A" * 400_000),
    paper(
        "a PDF whose table lies",
        b"%PDF-1.7\nxref\n0 999999999\ntrailer<</Root 1 0 R/Size 999999999>>\nstartxref\n9\n%%EOF",
    ),
    paper(
        "a table that leads to itself",
        b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF",
    ),
    paper(
        "links to everywhere",
        lambda: pdf(
            lambda made, page: page.obj.__setitem__(
                "/Annots",
                pikepdf.Array(
                    [
                        pikepdf.Dictionary(
                            Type=pikepdf.Name.Annot,
                            Subtype=pikepdf.Name.Link,
                            Rect=[0, 0, 1, 1],
                            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="file:///etc/passwd"),
                        )
                    ]
                    * 20_000
                ),
            )
        ),
    ),
    # ZIPs
    archive("a ZIP that is a bomb", lambda: bomb("kit/x.txt", 600_000_000)),
    archive("a ZIP of bombs", lambda: zipped({f"kit/{n}.pdf": bytes(20_000_000) for n in range(40)})),
    archive("a ZIP out of its folder", zipped({"../../x.txt": "a", "/etc/x": "b", "C:\\x": "c", "kit/../../y": "d"})),
    archive("a ZIP of a hundred thousand files", lambda: zipped({f"kit/{n}": "" for n in range(100_000)})),
    archive("a ZIP of one name twice", lambda: zipped({"kit/a.txt": "a"})[:-22] + zipped({"kit/a.txt": "b"})),
    archive(
        "a ZIP whose directory lies", zipped({"kit/a.txt": "a" * 999}).replace(b"\xe7\x03\0\0", b"\xff\xff\xff\x7f")
    ),
    archive("a ZIP that is none", b"PK\x03\x04" + b"\xff" * 9000),
    archive("a ZIP that is empty", b"PK\x05\x06" + b"\0" * 18),
    archive("a ZIP with a remark of nulls", zipped({"kit/a": "a"})[:-2] + b"\xff\xff" + b"\0" * 65535),
    archive("a ZIP in a ZIP in a ZIP", zipped({"kit/kit.pdf": zipped({"a.zip": zipped({"b": "c"})})})),
    archive("a ZIP of hostile PDFs", lambda: zipped({"kit/kit.pdf": forms(12, 10)})),
    archive("a ZIP of names that no system holds", zipped({"kit/\u202eabc": "a", "kit/con": "b", "kit/a\nb": "c"})),
    archive(
        "a ZIP whose list of files is a bomb",
        lambda: zipped({"kit/SHA256SUMS": "0" * 64 + "  kit/x\n", "kit/x": "a", "kit/captions.csv": "a," * 5_000_000}),
    ),
    # Lists
    people("a list with a line of headers", 'email,name\n"kit@radio.example\r\nBcc: all@x.example","Kit\r\nBcc: y"\n'),
    people("a list of script", "email,name,outlet\nkit@radio.example,<script>alert(1)</script>,{{ 7*7 }}\n"),
    people("a list of formulas", 'email,name\nkit@radio.example,=HYPERLINK("http://x")\n'),
    people("a list of one cell of 20 MB", lambda: "email,name\nkit@radio.example," + "x" * 20_000_000),
    people("a list of fifty thousand columns", "email" + ",a" * 50_000 + "\nkit@radio.example" + ",b" * 50_000),
    people("a list of a million rows without addresses", lambda: "email\n" + "nobody\n" * 300_000),
    people("a list of quotes", "email,name\n" + '"' * 999_999),
    people("a list of nulls", b"email\n" + b"\0" * 100_000),
    people("a list in UTF-16", "email,name\nkit@radio.example,Kit\n".encode("utf-16")),
    people("a list of any bytes", bytes(range(256)) * 1000),
    people("a list that is empty", ""),
    people("a list of ats", "email\n" + "@" * 100_000 + "\n"),
    people("a list of dots", "email\n" + "a." * 50_000 + "@b.example\n"),
    people(
        "a list of paths", "email,name,outlet,language\nkit@radio.example,../../../x,/etc/passwd,../../outside/secret\n"
    ),
    people("a list of long names", "email,name\n" + "".join(f"k{n}@radio.example,{'N' * 190} {n}\n" for n in range(9))),
    people("a list of the same names", "email,name\n" + "".join(f"k{n}@radio.example,Con\n" for n in range(9))),
    people("an Excel list that is a bomb", lambda: bomb("xl/worksheets/sheet1.xml", 600_000_000), "xlsx"),
    people(
        "an Excel list of a far cell",
        lambda: sheet(
            [["email"]],
            sheet_xml(
                '<row r="1"><c r="A1" t="inlineStr"><is><t>email'
                '</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
            ),
        ),
        "xlsx",
    ),
    people(
        "an Excel list of repeated cells",
        lambda: sheet([["email"]], sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>' * 500_000)),
        "xlsx",
    ),
    people(
        "an Excel list with an entity",
        lambda: sheet(
            [["email"]],
            {
                "xl/sharedStrings.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>'
            },
        ),
        "xlsx",
    ),
    people(
        "an Excel list with entities that double",
        lambda: sheet(
            [["email"]],
            {
                "xl/sharedStrings.xml": "<!DOCTYPE x ["
                "<!ENTITY a 'aaaaaaaaaa'>"
                + "".join(
                    f"<!ENTITY {b} '{('&' + a + ';') * 10}'>" for a, b in zip("abcdefghi", "bcdefghij", strict=True)
                )
                + "]><sst><si><t>&j;</t></si></sst>"
            },
        ),
        "xlsx",
    ),
    people("an Excel list that is a Word file", word_file, "xlsx"),
    people("an Excel list that is none", b"PK\x03\x04nothing", "xlsx"),
    people(
        "an Excel list of links out",
        lambda: sheet(
            [["email"], ["kit@radio.example"]], {"xl/externalLinks/x.xml": '<x Target="file:///etc/passwd"/>'}
        ),
        "xlsx",
    ),
    # Names
    named("a release's name is no UTF-8", NO_UTF8 + b".md"),
    named("a photo's name is no UTF-8", NO_UTF8 + b".jpg", photo(), "photos"),
    named("a portrait's name is no UTF-8", NO_UTF8 + b".jpg", photo(), "bios"),
    named("a biography's name is no UTF-8", NO_UTF8 + b".md", "Ada Thorn keeps the gates.\n", "bios"),
    named("a release's name has a line feed", "a\nb.md"),
    named("a photo's name has a line feed", "a\nBcc: x@y.example.jpg", photo(), "photos"),
    named("a photo's name has a return", "a\r\nb.jpg", photo(), "photos"),
    named("a photo's name has escapes", "\x1b[31mred\x07.jpg", photo(), "photos"),
    named("a release's name has escapes", "\x1b]0;x\x07.md"),
    named("a photo's name runs backwards", "a\u202egpj.exe.jpg", photo(), "photos"),
    named("a photo's name is script", "<img src=x onerror=alert(1)>.jpg".replace("/", ""), photo(), "photos"),
    named("a photo's name is a template", "{{ 7*7 }}{% raw %}.jpg", photo(), "photos"),
    named("a photo's name has all signs", "a'\"`$&;|<>?*:\\ .jpg", photo(), "photos"),
    named("a photo's name is an option", "-rf --help.jpg", photo(), "photos"),
    named("a release's name is an option", "--output=x.md"),
    named("a photo's name is Windows' own", "con.jpg", photo(), "photos"),
    named("a release's name is Windows' own", "aux.md"),
    named("a photo's name ends with a space", "quay2 .jpg", photo(), "photos"),
    named("a photo's name of 255 bytes", "é" * 125 + ".jpg", photo(), "photos"),
    named("a release's name of 255 bytes", "a" * 252 + ".md"),
    named("a release's name of signs alone", "....md"),
    named("a photo's name of percents", "%2e%2e%2f%00.jpg", photo(), "photos"),
    named("a photo's name of a null's picture", "\u2400\ufffd\ufeff.jpg", photo(), "photos"),
    named("a photo's name is empty but for its ending", ".jpg", photo(), "photos"),
    Input(
        "photos whose names differ by capitals",
        (put("kit/photos/Quay.JPG", photo()), put("kit/photos/QUAY.jpg", photo())),
        ALL,
    ),
    Input(
        "photos whose names differ by accents",
        (put("kit/photos/cafe\u0301.jpg", photo()), put("kit/photos/café.jpg", photo())),
        ALL,
    ),
    Input("releases whose names differ by capitals", (release(RELEASE, "A.md"), release(RELEASE, "a.MD")), ALL),
    Input("a template's name is no UTF-8", put_bytes_name(b"kit/brand/templates/" + NO_UTF8 + b".html", "x"), ALL),
    Input("a logo's name is no UTF-8", (put_bytes_name(b"kit/brand/" + NO_UTF8 + b".svg", "<svg/>"),), ALL),
    Input(
        "a kit's name is no UTF-8",
        put_bytes_name(b"k" + NO_UTF8 + b"/a.md", RELEASE),
        " ; ".join(f"build 'k{os.fsdecode(NO_UTF8)}' -o out/kit.{ending}" for ending in ("pdf", "html", "txt", "zip")),
    ),
    Input(
        "a kit's name has a line feed",
        put("k\nk/a.md", RELEASE),
        "build 'k\nk' -o out/kit.pdf ; build 'k\nk' -o out/k.html",
    ),
    Input(
        "a text to take along is no UTF-8",
        put_bytes_name(NO_UTF8 + b".txt", "Words\n"),
        f"new new/kit --no-questions --from '{os.fsdecode(NO_UTF8)}.txt'",
        FINE | REFUSED,
    ),
    # Words of commands
    said("a folder that is not there", "build nothing -o out/kit.pdf"),
    said("an output over a source", "build kit -o kit/releases/a.md", FINE | USAGE | OUTPUT),
    said("an output over the settings", "build kit -o kit/kit.toml", FINE | USAGE | OUTPUT),
    said("an output over the list", "build kit -o list.csv", USAGE | OUTPUT),
    said("an output that is a folder", "build kit -o kit", USAGE | OUTPUT),
    said("an output into a device", "build kit -o /dev/null/x.pdf", USAGE | OUTPUT),
    said("an output of 300 letters", f"build kit -o out/{'a' * 300}.pdf", USAGE | OUTPUT),
    said("an output with a null", "build kit -o 'out/\udc00.pdf'", FINE | USAGE | OUTPUT),
    said("an empty word", "build '' -o out/kit.pdf", USAGE),
    said("a word of a hundred thousand letters", f"build {'a' * 90_000}"),
    said("a purpose of nonsense", "build kit --for ../../etc/passwd"),
    said("jobs without number", "build kit --jobs 99999999999999999999"),
    said("a moment of nonsense", f"build kit -o out/kit.pdf --now {'9' * 5000}", USAGE),
    said("a bleed without end", "build kit -o out/kit.pdf --for shop --bleed 1e308mm", USAGE),
    said("a bleed that is no number", "build kit -o out/kit.pdf --for shop --bleed nanmm", USAGE),
    said("a mail's limit without end", f"build kit -o out/kit.pdf --for email --mail-limit {'9' * 400}GB", ANY | USAGE),
    said("a theme by dots", "build kit -o out/kit.pdf --theme ../../outside", frozenset({2, 4})),
    said(
        "a profile that is a photo",
        "build kit -o out/kit.pdf --for shop --icc kit/photos/quay.jpg",
        REFUSED | frozenset({4}),
    ),
    said("drafts into the kit's photos", "mail kit -o kit/photos", FINE | USAGE | OUTPUT),
    said("a list that is a picture", "mail kit --to kit/photos/quay.jpg -o out/drafts"),
    said("check of a folder as a PDF", "check kit/photos", ANY | USAGE),
    said("diff of two folders that are not there", "diff a b"),
    said("inspect of everything", "inspect kit/photos/quay.jpg kit/kit.toml list.csv /dev/null", ANY | USAGE),
    said("a new kit over a kit", "new kit --no-questions", USAGE | OUTPUT | SOURCE),
    said("a new kit through a file", "new kit/kit.toml/x --no-questions", USAGE | OUTPUT),
    said("a new kit from devices", "new new/kit --no-questions --from /dev/zero", USAGE | SOURCE),
    said("a word that is no character", "check '\udcff\udcfe'"),
]


@pytest.mark.parametrize("tried", in_turn(INPUTS))
def test_it_holds(trials: Trials, tried: Input) -> None:
    trials.hold(tried)


@pytest.mark.slow
@pytest.mark.parametrize("tried", [tried for tried in INPUTS if ";" in tried.words], ids=lambda tried: tried.name)
def test_it_holds_in_every_output(trials: Trials, tried: Input) -> None:
    trials.hold(tried)
