"""Links and paths that lead out of the kit, and files that are none."""

from __future__ import annotations

import pytest

from tests.hostile.inputs import (
    ALL,
    ANY,
    CHECK,
    FINE,
    HTML,
    MAIL,
    MAIL_TO,
    PDF,
    PHOTOS,
    RELEASE,
    SETTINGS,
    SOURCE,
    TXT,
    USAGE,
    ZIP,
    Input,
    gone,
    in_outside,
    in_turn,
    link,
    photo,
    pipe,
    put,
    release,
    settings,
    sparse,
    top,
)
from tests.hostile.trial import Trials

OUT = "../../outside"
BIO = "---\nname: Ada Thorn\nportrait: {}\n---\nShe keeps the gates.\n"
SAVED = "<html><body><h1>The harbour</h1><p>HAVNEBY, 12 May 2026 – The harbour opens to ships.</p>{}</body></html>"

INPUTS = [
    Input("a release is a link", link("kit/releases/b.md", f"{OUT}/secret.md"), ALL),
    Input("a text release is an absolute link", link("kit/releases/b.txt", "{outside}/secret.txt"), ALL),
    Input("a web page is a link", link("kit/releases/b.html", f"{OUT}/secret.html"), ALL),
    Input("a link to a link", (link("kit/l.md", "../outside/secret.md"), link("kit/releases/b.md", "../l.md")), ALL),
    Input("the releases are a link", (link("kit/releases", "../outside"),), ALL),
    Input("the photos are a link", (link("kit/photos", "../outside"),), ALL),
    Input("the biographies are a link", link("kit/bios", "../outside"), ALL),
    Input("the factsheet is a link", link("kit/factsheet.md", "../outside/secret.md"), ALL),
    Input("the text about us is a link", link("kit/boilerplate.txt", "../outside/secret.txt"), ALL),
    Input("a photo is a link", link("kit/photos/b.jpg", f"{OUT}/secret.jpg"), ALL),
    Input("a photo is a link with its words", (link("kit/photos/quay.jpg", f"{OUT}/secret.jpg"),), ALL),
    Input("a PNG photo is a link", link("kit/photos/b.png", f"{OUT}/secret.png"), ALL),
    Input("words of photos are a link", link("kit/photos/photos.toml", f"{OUT}/secret.toml"), ALL),
    Input("a portrait is a link", link("kit/bios/ada.jpg", f"{OUT}/secret.jpg"), ALL),
    Input("settings are a link", link("kit/kit.toml", "../outside/secret.toml"), ALL),
    Input("settings are the list of passwords", link("kit/kit.toml", "/etc/passwd"), ALL),
    Input("the brand's settings are a link", link("kit/brand/brand.toml", f"{OUT}/secret.toml"), ALL),
    Input("the logo is a link", link("kit/brand/logo.svg", f"{OUT}/secret.svg"), ALL),
    Input(
        "the logo is a link to a picture",
        (put("kit/brand/brand.toml", 'name="H"\nlogo="l.png"\n'), link("kit/brand/l.png", f"{OUT}/secret.png")),
        ALL,
    ),
    Input("the brand's folder is a link", (gone("kit/brand/logo.svg"), link("kit/brand", "../outside")), ALL),
    Input("links in a circle", (link("kit/releases/b.md", "c.md"), link("kit/releases/c.md", "b.md")), ALL),
    Input("a folder in itself", link("kit/releases/again", "."), ALL),
    Input("a link to the root", link("kit/all", "/"), ALL),
    Input("a link to nothing", link("kit/releases/b.md", "nothing.md"), ALL),
    Input("a release that is all of memory", link("kit/releases/b.txt", "/proc/self/environ"), ALL),
    Input("a release that is a process", link("kit/releases/b.txt", "/proc/self/maps"), PDF),
    Input("a portrait by dots", put("kit/bios/ada.md", BIO.format("../../outside/secret.png")), ALL),
    Input("a portrait from the root", in_outside("kit/bios/ada.md", BIO.format("{outside}/secret.png")), ALL),
    Input("a portrait as an address", in_outside("kit/bios/ada.md", BIO.format("file://{outside}/secret.png")), ALL),
    Input(
        "a portrait through a folder",
        (link("kit/bios/p", "{outside}"), put("kit/bios/ada.md", BIO.format("p/secret.png"))),
        ALL,
    ),
    Input("a portrait of 5,000 letters", put("kit/bios/ada.md", BIO.format("a" * 5000 + ".jpg")), ALL, ANY),
    Input("a portrait with a null", put("kit/bios/ada.md", BIO.format('"a\\0.jpg"')), ALL),
    Input("a portrait that is a device", put("kit/bios/ada.md", BIO.format("/dev/zero")), ALL),
    Input("a portrait at home", put("kit/bios/ada.md", BIO.format("~/../etc/passwd")), ALL),
    Input("a picture in a text by dots", release(RELEASE + "\n![it](../../outside/secret.png)\n"), ALL),
    Input(
        "a picture in a text from the root",
        in_outside("kit/releases/b.md", RELEASE + "\n![it]({outside}/secret.png)\n"),
        ALL,
    ),
    Input(
        "a picture in a text as an address",
        in_outside("kit/releases/b.md", RELEASE + "\n![it](file://{outside}/secret.png)\n"),
        ALL,
    ),
    Input(
        "a picture in a text that is a link",
        (link("kit/releases/p.png", f"{OUT}/secret.png"), release(RELEASE + "\n![it](p.png)\n")),
        ALL,
    ),
    Input("a picture in a text from the network", release(RELEASE + "\n![it](http://127.0.0.1:9/x.png)\n"), ALL, FINE),
    Input("a picture in percents", release(RELEASE + "\n![it](..%2f..%2foutside/secret.png)\n"), ALL),
    Input(
        "a saved page's picture by dots",
        release(SAVED.format('<img src="../../outside/secret.png" alt="it">'), "b.html"),
        ALL,
    ),
    Input(
        "a saved page's picture by address",
        in_outside(
            "kit/releases/b.html",
            SAVED.format('<img src="file://{outside}/secret.png" alt="it"><iframe src="file:///etc/passwd"></iframe>'),
        ),
        ALL,
    ),
    Input(
        "a saved page that fetches",
        release(
            SAVED.format(
                '<link rel=stylesheet href="http://127.0.0.1:9/">'
                '<script src="http://127.0.0.1:9/"></script><img src="//harbour.example/x.png">'
            ),
            "b.html",
        ),
        ALL,
        FINE,
    ),
    Input("the brand by dots", settings('brand = "../outside"'), ALL),
    Input("the brand is the root", settings('brand = "/"'), ALL),
    Input("the brand is a pipe", (settings('brand = "p"'), pipe("kit/p")), PDF),
    Input(
        "a logo by dots",
        put("kit/brand/brand.toml", 'name="H"\nlogo="../../outside/secret.png"\n'),
        ALL,
        SETTINGS,
        "brand.toml",
    ),
    Input(
        "a typeface by dots",
        put("kit/brand/brand.toml", 'name="H"\n[fonts.sans]\nregular="../../outside/secret.ttf"\n'),
        ALL,
        SETTINGS,
        "brand.toml",
    ),
    Input("photos' words by dots", put("kit/photos/photos.toml", '["../../outside/secret.jpg"]\ncaption="x"\n'), ALL),
    Input("an order by dots", settings('order = ["../../outside/secret", "/etc/passwd"]'), ALL),
    Input("a slug by dots", top('slug: "../../../x"\ndate: 2026-05-12'), ALL),
    Input(
        "a short name by dots",
        put("kit/brand/brand.toml", 'name="../../../n"\nshort_name="../../.."\n'),
        "build kit ; " + ALL,
    ),
    Input("a title by dots", settings('event = "../../../../tmp"'), "build kit"),
    # No files
    Input("settings are a pipe", pipe("kit/kit.toml"), PDF, SETTINGS | SOURCE, "kit.toml"),
    Input("the brand's settings are a pipe", pipe("kit/brand/brand.toml"), PDF, ANY, "brand.toml"),
    Input("photos' words are a pipe", pipe("kit/photos/photos.toml"), PDF, ANY, "photos.toml"),
    Input("a release is a pipe", pipe("kit/releases/b.md"), ALL, ANY, "b.md"),
    Input("a Word release is a pipe", pipe("kit/releases/b.docx"), PDF, ANY, "b.docx"),
    Input("a photo is a pipe", pipe("kit/photos/b.jpg"), f"{PDF} ; {ZIP}", ANY, "b.jpg"),
    Input("a portrait is a pipe", pipe("kit/bios/ada.jpg"), PDF),
    Input("the logo is a pipe", pipe("kit/brand/logo.svg"), f"{PDF} ; {HTML} ; {ZIP}"),
    Input("a template is a pipe", pipe("kit/brand/templates/release.html"), PDF),
    Input("a list is a pipe", pipe("list.csv"), MAIL_TO, SOURCE | USAGE, "list.csv"),
    Input("the kit is a pipe", pipe("p"), "build p -o out/kit.pdf", SOURCE | USAGE, "p"),
    Input(
        "a named release is a pipe",
        pipe("p.md"),
        "build p.md -o out/kit.pdf ; inspect p.md ; check p.md",
        SOURCE | USAGE,
        "p.md",
    ),
    Input("a PDF is a pipe", pipe("p.pdf"), "check p.pdf ; diff p.pdf kit", SOURCE | USAGE, "p.pdf"),
    Input("a ZIP is a pipe", pipe("p.zip"), "check p.zip", SOURCE | USAGE, "p.zip"),
    Input(
        "a profile is a pipe", pipe("p.icc"), "build kit -o out/kit.pdf --for shop --icc p.icc", SOURCE | USAGE, "p.icc"
    ),
    Input("settings are a device", link("kit/kit.toml", "/dev/zero"), PDF, SOURCE | SETTINGS, "kit.toml"),
    Input("a release is a device", link("kit/releases/b.txt", "/dev/zero"), ALL),
    Input("a photo is a device", link("kit/photos/b.jpg", "/dev/urandom"), f"{PDF} ; {ZIP}"),
    Input("settings are a folder", (gone("kit/kit.toml"), put("kit/kit.toml/x", "")), PDF, ANY, "kit.toml"),
    Input("a release is a folder", put("kit/releases/b.md/x", ""), ALL, FINE),
    Input("a photo is a folder", put("kit/photos/b.jpg/x", ""), ALL, FINE),
    Input("a terabyte of release", sparse("kit/releases/b.txt", 10**12), ALL, ANY, "b.txt"),
    Input("a terabyte of settings", sparse("kit/kit.toml", 10**12), PDF, SETTINGS | SOURCE, "kit.toml"),
    Input("a terabyte of photo", sparse("kit/photos/b.jpg", 10**12, photo()), f"{PDF} ; {ZIP}", ANY, "b.jpg"),
    Input(
        "a terabyte of PDF",
        sparse("p.pdf", 10**12, b"%PDF-1.7\n"),
        "check p.pdf ; diff p.pdf kit",
        SOURCE | USAGE,
        "p.pdf",
    ),
    Input("a terabyte of list", sparse("list.csv", 10**12, b"email\n"), MAIL_TO, SOURCE | USAGE, "list.csv"),
    Input("a terabyte of logo", sparse("kit/brand/logo.svg", 10**12, b"<svg>"), f"{PDF} ; {HTML}", ANY, "logo.svg"),
    Input("nearly five thousand files", tuple(put(f"kit/releases/x/{n}.tmp", "") for n in range(4900)), PDF, FINE),
    Input("folders in folders", put("kit/releases/" + "d/" * 300 + "a.md", RELEASE), PDF),
    Input("a text that names its own output", put("kit/out/kit.pdf", b"%PDF-1.4 old"), f"{CHECK} ; {TXT}", FINE),
    Input(
        "the cover's words with a mail link",
        put("kit/photos/photos.toml", PHOTOS.replace("Ships", "javascript:x")),
        f"{HTML} ; {MAIL}",
        FINE,
    ),
]


@pytest.mark.parametrize("tried", in_turn(INPUTS))
def test_it_holds(trials: Trials, tried: Input) -> None:
    trials.hold(tried)


@pytest.mark.slow
@pytest.mark.parametrize("tried", [tried for tried in INPUTS if ";" in tried.words], ids=lambda tried: tried.name)
def test_it_holds_in_every_output(trials: Trials, tried: Input) -> None:
    trials.hold(tried)
