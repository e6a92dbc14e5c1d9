"""Settings, logos, photos and typefaces: what lies beside the texts."""

from __future__ import annotations

import pytest

from tests.hostile.files import exif, jpeg_with, png, png_text, scans, tiff, typeface
from tests.hostile.inputs import (
    ALL,
    ANY,
    BRAND,
    FINE,
    HTML,
    KIT,
    MAIL,
    PDF,
    PHOTOS,
    SETTINGS,
    SOURCE,
    TXT,
    ZIP,
    Content,
    Input,
    in_turn,
    logo,
    photo,
    put,
    settings,
    style,
)
from tests.hostile.trial import Trials

REFUSED = SOURCE | SETTINGS
PICTURED = f"{PDF} ; {HTML} ; {ZIP}"
SHOP = f"{PDF} --for shop"


POSTSCRIPT = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 99 99\n%%EndComments\n(/etc/passwd)(r)file\n"


def image(name: str, made: Content, ending: str = "jpg", run: str = f"{PDF} ; {ZIP}") -> Input:
    """Return an input of a photo."""
    return Input(name, put(f"kit/photos/b.{ending}", made), run)


def face(name: str, made: Content, ending: str = "ttf") -> Input:
    """Return an input of a typeface."""
    named = f'{BRAND}[fonts.sans]\nregular = "x.{ending}"\n'
    return Input(name, (put("kit/brand/brand.toml", named), put(f"kit/brand/x.{ending}", made)), f"{PDF} ; {HTML}")


def offset_of(data: bytearray, table: bytes) -> int:
    """Return where a table's entry stands in a typeface."""
    return data.index(table, 12)


INPUTS = [
    # Settings
    Input(
        "twenty thousand contacts",
        put("kit/kit.toml", lambda: KIT + '[[contacts]]\nname="A"\nphone="1"\n' * 20_000),
        PDF,
        REFUSED,
        "kit.toml",
    ),
    Input("a key of dots", settings(".".join(["a"] * 30_000) + " = 1"), PDF, REFUSED, "kit.toml"),
    Input("a table of dots", put("kit/kit.toml", "[" + ".".join(["a"] * 30_000) + "]\n"), PDF, REFUSED, "kit.toml"),
    Input(
        "a hundred MB of settings",
        put("kit/kit.toml", lambda: b"# remark\n" * 11_000_000),
        PDF,
        SETTINGS | SOURCE,
        "kit.toml",
    ),
    Input("a title of 2 MB", settings('title2 = "' + "x" * 2_000_000 + '"'), PDF, SETTINGS | SOURCE, "kit.toml"),
    Input("a summary of 900 kB", settings('summary = "' + "word " * 180_000 + '"'), PDF, ANY, "kit.toml"),
    Input("a list of lists", settings("order = " + "[" * 50_000 + "]" * 50_000), PDF, REFUSED, "kit.toml"),
    Input("brackets that stay open", settings("order = " + "[" * 200_000), PDF, REFUSED, "kit.toml"),
    Input(
        "tables in tables in settings",
        settings("x = " + "{a=" * 20_000 + "1" + "}" * 20_000),
        PDF,
        REFUSED,
        "kit.toml",
    ),
    Input("an order of a hundred thousand", settings('order = ["a",' + '"b",' * 200_000 + "]"), PDF, ANY, "kit.toml"),
    Input("a number of a million digits", settings("version = " + "9" * 900_000), PDF, REFUSED, "kit.toml"),
    Input("quotes that stay open", settings('title = """' + "x\n" * 100_000), PDF, REFUSED, "kit.toml"),
    Input("escapes by the hundred thousand", settings('summary = "' + "\\u0041" * 150_000 + '"'), PDF, ANY, "kit.toml"),
    Input(
        "a hundred thousand unknown words",
        settings("".join(f"k{n} = 1\n" for n in range(60_000))),
        PDF,
        REFUSED,
        "kit.toml",
    ),
    Input("settings in Latin-1", put("kit/kit.toml", b'title = "Caf\xe9"\n'), PDF, REFUSED, "kit.toml"),
    Input("settings of nulls", put("kit/kit.toml", b"\0" * 100_000), PDF, REFUSED, "kit.toml"),
    Input("settings of one long line", put("kit/kit.toml", "x" * 900_000), PDF, REFUSED, "kit.toml"),
    Input(
        "words for photos that are not there",
        put("kit/photos/photos.toml", lambda: PHOTOS + "".join(f'["p{n}.jpg"]\ncaption="x"\n' for n in range(30_000))),
        PDF,
        ANY,
        "photos.toml",
    ),
    Input(
        "a caption of 900 kB",
        put("kit/photos/photos.toml", PHOTOS.replace("The quay", "word " * 180_000)),
        PDF,
        ANY,
        "photos.toml|quay.jpg",
    ),
    Input("a download that runs", settings('download = "javascript:alert(1)"'), PDF, REFUSED, "kit.toml"),
    Input(
        "a download of 100 kB",
        settings('download = "https://harbour.example/' + "x" * 90_000 + '"'),
        PDF,
        ANY,
        "kit.toml",
    ),
    Input("an embargo without end", settings('embargo = "' + "2026-05-12 " * 20_000 + '"'), PDF, ANY, "kit.toml"),
    Input(
        "an embargo in the clock's files",
        settings('embargo = "2026-05-12 09:00 ../../etc/passwd"'),
        ALL,
        {4, 8} | REFUSED,
    ),
    Input("a date before dates", settings('changed = "0000-00-00"'), PDF, ANY),
    Input(
        "a web address with a line feed",
        put("kit/brand/brand.toml", BRAND + 'web = "https://a.example/\\nBcc: x"\n'),
        f"{PDF} ; {MAIL}",
    ),
    Input(
        "a name with a line feed", put("kit/brand/brand.toml", BRAND.replace("Harbour", "H\\r\\nBcc: x@a.example")), ALL
    ),
    Input(
        "a name of script",
        put("kit/brand/brand.toml", BRAND.replace("Harbour", "<script>alert(1)</script>{{7*7}}")),
        ALL,
    ),
    Input(
        "a colour that is a style",
        put("kit/brand/brand.toml", BRAND + 'ink = "red;}p{x:url(/etc/passwd)"\n'),
        PDF,
        REFUSED,
        "brand.toml",
    ),
    Input("a name with directions", put("kit/brand/brand.toml", BRAND.replace("Harbour", "\u202eH\u2066")), ALL),
    # Logos
    Input(
        "use of use",
        logo(
            "".join(f'<g id="u{n + 1}">' + f'<use href="#u{n}"/>' * 10 + "</g>" for n in range(10))
            + '<rect id="u0" width="1" height="1"/><use href="#u10"/>'
        ),
        PICTURED,
        ANY,
        "logo.svg",
    ),
    Input("a use of itself", logo('<g id="a"><use href="#a"/></g><use href="#a"/>'), PICTURED),
    Input(
        "uses in a circle",
        logo('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>'),
        PICTURED,
    ),
    Input(
        "twenty thousand selectors",
        logo("<style>" + "rect.a{fill:red}" * 20_000 + "</style>"),
        PICTURED,
        ANY,
        "logo.svg",
    ),
    Input(
        "selectors by shapes", logo("<style>" + "rect rect{fill:red}" * 900 + "</style>" + "<rect/>" * 5_000), PICTURED
    ),
    Input("shapes by the hundred thousand", logo('<rect width="1" height="1"/>' * 200_000), PICTURED, ANY, "logo.svg"),
    Input("shapes in shapes", logo("<g>" * 20_000 + "</g>" * 20_000), PICTURED, ANY, "logo.svg"),
    Input("a path of a million points", logo('<path d="M0 0' + "L1 1L2 0" * 500_000 + '"/>'), PICTURED),
    Input("a text of a hundred thousand letters", logo("<text>" + "a" * 200_000 + "</text>"), PICTURED),
    Input(
        "a gradient of a hundred thousand stops",
        logo(
            '<linearGradient id="g">'
            + '<stop offset="1"/>' * 100_000
            + '</linearGradient><rect width="9" height="9" fill="url(#g)"/>'
        ),
        PICTURED,
    ),
    Input(
        "gradients that lend to each other",
        logo(
            '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>'
            '<rect width="9" height="9" fill="url(#a)"/>'
        ),
        PICTURED,
    ),
    Input(
        "patterns of patterns",
        logo(
            "".join(
                f'<pattern id="p{n}" width=".01" height=".01"><rect width="9" height="9" '
                f'fill="url(#p{n + 1})"/></pattern>'
                for n in range(30)
            )
            + '<rect width="90" height="30" fill="url(#p0)"/>'
        ),
        PICTURED,
    ),
    Input(
        "masks and clips of themselves",
        logo(
            '<mask id="m"><rect mask="url(#m)" width="9" height="9"/></mask><clipPath '
            'id="c"><rect clip-path="url(#c)"/></clipPath>'
            '<rect mask="url(#m)" clip-path="url(#c)" width="9" height="9"/>'
        ),
        PICTURED,
    ),
    Input(
        "a drawing of light-years",
        logo(
            '<svg xmlns="http://www.w3.org/2000/svg" width="1e30" height="1e-30" viewBox='
            '"0 0 1e30 1e-30"><rect width="1e30" height="1e30"/></svg>',
            True,
        ),
        PICTURED,
    ),
    Input(
        "a drawing without size", logo('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0"/>', True), PICTURED
    ),
    Input(
        "a drawing of nan", logo('<svg xmlns="http://www.w3.org/2000/svg" width="nan" height="inf"/>', True), PICTURED
    ),
    Input(
        "a stroke of dots",
        logo('<path stroke="red" stroke-width="1e9" stroke-dasharray="1e-9" d="M0 0L1e9 1e9"/>'),
        PICTURED,
    ),
    Input(
        "a marker on each point",
        logo(
            '<marker id="k"><path d="M0 0L1 1" marker-mid="url(#k)"/></marker><path marker-mid='
            '"url(#k)" d="M0 0' + "L1 1" * 20_000 + '"/>'
        ),
        PICTURED,
    ),
    Input(
        "filters of filters",
        logo(
            '<filter id="f">'
            + '<feGaussianBlur stdDeviation="9999"/>' * 9_000
            + '</filter><rect filter="url(#f)" width="9" height="9"/>'
        ),
        PICTURED,
    ),
    Input(
        "a drawing's entities",
        logo(
            '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
            '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]><svg xmlns='
            '"http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&d;&d;&d;</text></svg>',
            True,
        ),
        PICTURED,
    ),
    Input(
        "a drawing's entity that is a file",
        logo(
            '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns='
            '"http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&a;</text></svg>',
            True,
        ),
        ALL,
    ),
    Input(
        "a drawing that shows a file",
        logo(
            '<image href="../../outside/secret.png" width="9" height="9"/><image xmlns:x='
            '"http://www.w3.org/1999/xlink" x:href="file:///etc/passwd" width="9" height="9"/>'
        ),
        ALL,
    ),
    Input(
        "a drawing that shows the brand's files",
        logo('<image href="brand:../../outside/secret.png" width="9" height="9"/>'),
        ALL,
    ),
    Input(
        "a drawing that asks the network",
        logo(
            '<image href="http://127.0.0.1:9/x.png" width="9" height="9"/><style>'
            "@import url(http://127.0.0.1:9/x.css);</style>"
        ),
        ALL,
    ),
    Input(
        "a drawing that runs",
        logo(
            '<script>alert(1)</script><rect onclick="alert(1)" width="9" height="9"/>'
            "<foreignObject><b>x</b></foreignObject>"
        ),
        ALL,
    ),
    Input(
        "a style in a drawing that asks for a file",
        logo(
            '<?xml-stylesheet href="file:///etc/passwd"?><svg xmlns='
            '"http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
            True,
        ),
        ALL,
    ),
    Input("a drawing that is no XML", logo("<svg><<<>>>", True), PICTURED),
    Input("a drawing of packed bytes", logo(b"\x1f\x8b\x08" + b"\0" * 900, True), PICTURED),
    Input(
        "a logo as a picture of a billion points",
        (
            put("kit/brand/brand.toml", BRAND.replace("logo.svg", "l.png")),
            put("kit/brand/l.png", lambda: png(30_000, 30_000)),
        ),
        PICTURED,
        ANY,
        "l.png",
    ),
    # Photos
    image("a photo of a billion points", lambda: png(40_000, 40_000), "png"),
    image("a photo that says it is huge", lambda: png(2**31 - 1, 2**31 - 1, b""), "png"),
    image("a photo of 170 million points", lambda: png(13_000, 13_000), "png"),
    image("a photo of no points", lambda: png(0, 0, b""), "png"),
    image("a photo as a thread", lambda: png(100_000, 1), "png"),
    image("a photo as a needle", lambda: png(1, 60_000), "png"),
    image("a JPEG of four hundred scans", lambda: scans(400)),
    image("a JPEG of ten thousand scans", lambda: scans(10_000, 2000, 1500)),
    image("a photo's text that is a bomb", lambda: png_text(60_000_000), "png"),
    image("a photo cut in half", lambda: photo(3000, 2000)[:9_000]),
    image("a photo of random bytes", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 400),
    image("a photo that is a web page", b"<html><script>alert(1)</script></html>"),
    image("a photo that is an SVG", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>'),
    image("a photo that is PostScript", POSTSCRIPT),
    Input(
        "a logo that is PostScript",
        (put("kit/brand/brand.toml", BRAND.replace("logo.svg", "l.png")), put("kit/brand/l.png", POSTSCRIPT)),
        PICTURED,
        ANY,
        "l.png",
    ),
    Input(
        "a picture of a style that is PostScript",
        (put("kit/brand/l.png", POSTSCRIPT), style("p{background:url(brand:l.png)}")),
        PDF,
    ),
    image("a photo that is a metafile of Windows", b"\xd7\xcd\xc6\x9a\0\0" + b"\0\1" * 900),
    image("a TIFF of three thousand pages", tiff, "tiff"),
    image("a photo's description of 60 kB", lambda: exif("word " * 12_000)),
    image("a photo's description of script", lambda: exif("<script>alert(1)</script>{{ 7*7 }}"), run=ALL),
    image("EXIF that leads nowhere", lambda: jpeg_with(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff")),
    image(
        "EXIF in a circle",
        lambda: jpeg_with(0xE1, b"Exif\0\0II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\x08\0\0\0"),
    ),
    image(
        "XMP with entities",
        lambda: jpeg_with(
            0xE1,
            b"http://ns.adobe.com/xap/1.0/\0<!DOCTYPE x [<!ENTITY a SYSTEM "
            b'"file:///etc/passwd">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&a;</x:xmpmeta>',
        ),
        run=ALL,
    ),
    image("XMP of brackets", lambda: jpeg_with(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + b"<a>" * 20_000)),
    image(
        "IPTC of nonsense",
        lambda: jpeg_with(0xED, b"Photoshop 3.0\08BIM\x04\x04\0\0\x7f\xff\xff\xff\x1c\x02\x78\xff\xff"),
    ),
    image("a profile of nonsense", lambda: jpeg_with(0xE2, b"ICC_PROFILE\0\x01\x01" + b"\xff" * 500)),
    image("a profile in a thousand pieces", lambda: jpeg_with(0xE2, b"ICC_PROFILE\0\x01\xff" + b"\0" * 60_000)),
    Input("four hundred photos", tuple(put(f"kit/photos/p{n}.jpg", photo(60, 40)) for n in range(400)), TXT, FINE),
    Input(
        "a portrait of a billion points",
        (put("kit/bios/ada.png", lambda: png(30_000, 30_000)),),
        PICTURED,
        ANY,
        "ada.png",
    ),
    Input(
        "a picture in a text of a billion points",
        (
            put("kit/releases/p.png", lambda: png(30_000, 30_000)),
            put("kit/releases/b.md", "# It opens\n\nHAVNEBY, 12 May 2026 – It opens today.\n\n![it](p.png)\n"),
        ),
        PICTURED,
    ),
    # Typefaces
    face("a typeface of nulls", b"\0" * 5000),
    face("a typeface cut in half", lambda: typeface()[:20_000]),
    face(
        "a typeface of flipped bytes",
        lambda: typeface(lambda data: data.__setitem__(slice(2000, None, 97), bytes(len(data[2000::97])))),
    ),
    face(
        "a typeface without glyphs",
        lambda: typeface(
            lambda data: data.__setitem__(slice(offset_of(data, b"glyf"), offset_of(data, b"glyf") + 4), b"gl0f")
        ),
    ),
    face(
        "a typeface whose tables lead nowhere",
        lambda: typeface(
            lambda data: data.__setitem__(
                slice(offset_of(data, b"cmap") + 8, offset_of(data, b"cmap") + 16), b"\xff" * 8
            )
        ),
    ),
    face(
        "a typeface of no units",
        lambda: typeface(
            lambda data: data.__setitem__(
                slice(
                    int.from_bytes(data[offset_of(data, b"head") + 8 : offset_of(data, b"head") + 12]) + 18,
                    int.from_bytes(data[offset_of(data, b"head") + 8 : offset_of(data, b"head") + 12]) + 20,
                ),
                b"\0\0",
            )
        ),
    ),
    face("a typeface of 65,535 tables", b"\0\1\0\0\xff\xff\0\0\0\0\0\0" + b"AAAA" * 50_000),
    face("a collection of typefaces", b"ttcf\0\1\0\0\xff\xff\xff\xff" + b"\0" * 900),
    face("a typeface that is WOFF", b"wOFF\0\1\0\0" + b"\xff" * 90, "otf"),
]


@pytest.mark.parametrize("tried", in_turn(INPUTS))
def test_it_holds(trials: Trials, tried: Input) -> None:
    trials.hold(tried)


@pytest.mark.slow
@pytest.mark.parametrize("tried", [tried for tried in INPUTS if ";" in tried.words], ids=lambda tried: tried.name)
def test_it_holds_in_every_output(trials: Trials, tried: Input) -> None:
    trials.hold(tried)
