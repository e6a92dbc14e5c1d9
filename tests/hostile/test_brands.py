"""Brands of strangers: templates that want more than words, styles that want more than pages."""

from __future__ import annotations

import pytest

from tests.hostile.inputs import (
    ALL,
    HTML,
    MAIL,
    PDF,
    TXT,
    ZIP,
    Input,
    in_outside,
    in_turn,
    link,
    put,
    settings,
    style,
    template,
)
from tests.hostile.trial import Trials

LOOPS = "{{% for a in range(99999) %}}{{% for b in range(99999) %}}{0}{{% endfor %}}{{% endfor %}}"
WEB, WEB_PAGE, MAIL_PAGE = "web/body.html", "web/page.html", "mail/mail.html"
FRAME = '{{% extends "page.html" %}}{{% block body %}}{0}{{% endblock %}}'


def asks(name: str, words: str, of: str = "release.html", run: str = PDF) -> Input:
    """Return an input whose template asks for something, and prints what it gets."""
    return Input(name, template(f"<p>{{{{ {words} }}}}</p>", of), run)


INPUTS = [
    # What a template may reach
    asks("a template writes a file", "kit.folder.resolve().joinpath('x').write_text('x')"),
    asks("a template writes beside the kit", "kit.folder.parent.joinpath('outside/secret.txt').write_text('x')"),
    asks("a template deletes its release", "document.source.unlink()"),
    asks("a template renames its release", "document.source.rename('gone.md')"),
    asks("a template moves its release over another", "document.source.replace(kit.folder / 'factsheet.md')"),
    asks("a template links", "kit.folder.joinpath('l').symlink_to('/etc/passwd')"),
    asks("a template makes a folder", "kit.folder.joinpath('n').mkdir()"),
    asks("a template touches", "kit.folder.joinpath('t').touch()"),
    asks("a template changes rights", "document.source.chmod(0)"),
    asks("a template reads a text", "kit.folder.joinpath('../outside/secret.txt').read_text()"),
    asks("a template reads bytes", "(kit.folder / '../outside/secret.png').read_bytes()|string"),
    asks("a template opens a file", "kit.folder.joinpath('../outside/secret.md').open().read()"),
    asks("a template lists a folder", "kit.folder.parent.rglob('*')|list"),
    asks("a template goes through a folder", "kit.folder.parent.joinpath('outside').iterdir()|map('string')|join"),
    asks("a template walks by map and attribute", "[kit.folder]|map(attribute='parent')|first"),
    asks("a template asks for the home", "kit.folder.home()|string ~ kit.folder.cwd()|string"),
    asks("a template asks for classes", "kit.__class__.__mro__[1].__subclasses__()"),
    asks("a template asks for a function's globals", "word.__globals__"),
    asks("a template asks for globals of a macro", "cycler.__init__.__globals__.os.environ"),
    asks("a template asks for self", "self.__init__.__globals__"),
    asks("a template asks by attr", "kit.folder|attr('read_text')"),
    asks("a template asks by attr and code", "''|attr('\\x5f\\x5fclass\\x5f\\x5f')"),
    asks("a template formats its way", "'{0.__class__.__init__.__globals__}'.format(kit)"),
    asks("a template formats with format_map", "'{k.folder.parent}'.format_map({'k': kit})"),
    asks("a template formats markup", "('<b>{0.__class__}</b>'|safe).format(kit)"),
    asks("a template prints the folder", "kit.folder.resolve() ~ document.source.absolute()"),
    asks("a template asks the environment", "lipsum.__globals__['os'].environ['HOSTILE_SECRET']"),
    asks("a template asks joiner", "joiner.__init__.__globals__"),
    asks("a template asks namespace", "namespace.__init__.__globals__"),
    asks("a template asks a photo's path", "kit.documents|map(attribute='photos')|list"),
    asks("a template calls a date", "document.date.fromtimestamp(0) ~ document.date.today()"),
    asks("a template of the web page reads", "kit.folder.joinpath('../outside/secret.txt').read_text()", WEB, HTML),
    asks("a frame of the web page reads", "kit.folder.joinpath('../outside/secret.txt').read_text()", WEB_PAGE, HTML),
    asks("a template of the mail writes", "kit.folder.joinpath('x').write_text('x')", MAIL_PAGE, MAIL),
    asks("a list of drafts deletes", "kit.folder.joinpath('kit.toml').unlink()", "mail/drafts.html", MAIL),
    # What a template may include
    Input(
        "an include through a link",
        (link("kit/brand/templates/s.html", "{outside}/secret.html"), template('{% include "s.html" %}')),
    ),
    Input("a template that is a link", link("kit/brand/templates/release.html", "{outside}/secret.html")),
    Input("templates that are a link", (link("kit/brand/templates", "{outside}"), template("", "../x")), ALL),
    Input("an include by dots", template('{% include "../../../outside/secret.html" %}')),
    Input(
        "an include of everything",
        in_outside("kit/brand/templates/release.html", '{{% include "{outside}/secret.html" %}}'),
    ),
    Input("an import by dots", template('{% import "../../../outside/secret.html" as s %}{{ s }}')),
    Input("a style that is a link", link("kit/brand/templates/theme.css", "{outside}/secret.css")),
    Input("measures that are a link", link("kit/brand/templates/theme.toml", "{outside}/secret.toml")),
    Input("a style for the web that is a link", link("kit/brand/templates/web/page.css", "{outside}/secret.css"), HTML),
    Input("an include of itself", template('{% include "release.html" %}')),
    Input(
        "two that include each other",
        (template('{% include "x.html" %}'), template('{% include "release.html" %}', "x.html")),
    ),
    Input("a template that extends itself", template('{% extends "release.html" %}')),
    # Loops, sizes, recursion
    Input("loops without end", template(LOOPS.format(""))),
    Input("loops that print", template(LOOPS.format("x" * 99))),
    Input("loops of the web page", template(LOOPS.format(""), WEB), HTML),
    Input("loops of the web page's frame", template(LOOPS.format("x"), WEB_PAGE), HTML),
    Input("loops of the mail", template(LOOPS.format(""), MAIL_PAGE), MAIL),
    Input("loops of the list of drafts", template(LOOPS.format(""), "mail/drafts.html"), MAIL),
    Input("loops over the web page in a ZIP", template(LOOPS.format(""), WEB), ZIP),
    Input(
        "eight GB of text",
        template(
            "{% set ns = namespace(t='x' * 99999) %}{% for i in range(20) %}"
            "{% set ns.t = ns.t ~ ns.t %}{% endfor %}{{ ns.t }}"
        ),
    ),
    Input(
        "eight GB in the web page",
        template(
            "{% set ns = namespace(t='x' * 99999) %}{% for i in range(20) %}"
            "{% set ns.t = ns.t ~ ns.t %}{% endfor %}{{ ns.t }}",
            WEB,
        ),
        HTML,
    ),
    asks("a word times a billion", "'x' * 4000000000"),
    asks("a list times a billion", "[0] * 4000000000", WEB, HTML),
    asks("a power of powers", "9 ** 9 ** 9", WEB, HTML),
    asks("a width of billions", "'%999999999d' % 1"),
    asks("a filter's width", "'x'|center(2000000000)", WEB, HTML),
    asks("an indent of a billion", "'a\\nb'|indent(1500000000)", WEB, HTML),
    asks("a replacement that grows", "('x' * 99999)|replace('x', 'y' * 99999)|length", WEB, HTML),
    asks("a batch filled up", "[1]|batch(999999999, 0)|list|length"),
    asks("slices without end", "[1]|slice(99999999)|list|length"),
    asks("a format of billions", "'{:>2000000000}'.format(1)"),
    asks("a joiner of product", "range(99999)|map('string')|join('x' * 99999)|length", WEB, HTML),
    Input("a macro that calls itself", template("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")),
    Input(
        "a macro that calls itself twice",
        template("{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}"),
    ),
    Input("ten thousand brackets in a template", template("{{ " + "(" * 10_000 + "1" + ")" * 10_000 + " }}")),
    Input("a template of 20 MB", template("<p>word</p>\n" * 1_700_000)),
    Input("a million statements", template("{% set a = 1 %}" * 300_000)),
    Input("a template in Latin-1", put("kit/brand/templates/release.html", b"<p>\xe9\xff\xfe</p>")),
    Input("a template of null bytes", put("kit/brand/templates/release.html", b"\0" * 9999)),
    # Styles and pages
    Input("a page of kilometres", style("@page{size:1e7mm 1e7mm} p{font-size:1e9pt;column-count:100000}")),
    Input("pages without end", style("@page{size:20pt 20pt;margin:0} p{height:1e7pt}")),
    Input("a page of nothing", style("@page{size:0 0;margin:0}")),
    Input("a page smaller than its margins", style("@page{size:10pt;margin:99pt}")),
    Input("negative everything", style("p{margin:-1e30pt;line-height:-5;width:-1px;font-size:-3pt}")),
    Input("a length beyond floats", style("p{width:1e400pt;margin-top:9e307in}")),
    Input("columns without end", style("p{columns:1000000;column-gap:0}")),
    Input("a grid of billions", style("p{display:grid;grid-template-columns:repeat(100000000,1fr)}")),
    Input(
        "counters of stars", style("p:before{content:counter(x,symbols(cyclic '*'));counter-increment:x 2147483647}")
    ),
    Input("a border of a light-year", style("p{border:1e12pt dotted red;border-radius:1e12pt}")),
    Input("shadows of gradients", style("p{background:repeating-linear-gradient(red 0,blue 1e-9px);height:400pt}")),
    Input(
        "tiles without number", style("p{background:url(brand:logo.svg);background-size:.001px .001px;height:700pt}")
    ),
    Input(
        "variables that double",
        style(
            ":root{--a0:x;"
            + "".join(f"--a{n + 1}:var(--a{n}) var(--a{n});" for n in range(40))
            + "}p:before{content:var(--a40)}"
        ),
    ),
    Input("calc in calc", style("p{width:" + "calc(1pt + " * 3000 + "1pt" + ")" * 3000 + "}")),
    Input("two hundred thousand rules", style("p.a>b~c+d{color:red}" * 200_000)),
    Input("selectors that are heavy", style(":is(" * 400 + "p" + ")" * 400 + "{color:red}")),
    Input("nested rules", style("p{" * 3000 + "}" * 3000)),
    Input(
        "a style that imports a file",
        in_outside(
            "kit/brand/templates/theme.css",
            "@import url(file://{outside}/secret.css);p{{background:url(file://{outside}/secret.png)}}",
        ),
    ),
    Input("a style that imports the network", style("@import url(http://127.0.0.1:9/x.css);")),
    Input("a picture from the network", style("p{background:url(https://harbour.example/x.png)}")),
    Input("a picture out of the brand", style("p{background:url(brand:../../outside/secret.png)}")),
    Input("a picture out of the brand in percents", style("p{background:url('brand:..%2f..%2foutside/secret.png')}")),
    Input("a typeface out of the brand", style("@font-face{font-family:x;src:url(brand:../../outside/secret.txt)}")),
    Input(
        "an attachment of a file",
        template(
            FRAME.format(
                '<a rel=attachment href="file:///etc/passwd">x</a>'
                '<link rel=attachment href="brand:../../outside/secret.txt"><p>x</p>'
            )
        ),
    ),
    Input(
        "frames and objects",
        template(
            FRAME.format(
                '<iframe src="/etc/passwd"></iframe><object data="file:///etc/'
                'passwd"></object><embed src="../outside/secret.svg"><img src="../outside/secret.png">'
            )
        ),
    ),
    Input(
        "an svg that asks for a file",
        in_outside(
            "kit/brand/templates/release.html",
            "<svg xmlns="
            '"http://www.w3.org/2000/svg"><image href="file://{outside}/secret.png" width="99" height="99"/></svg>',
        ),
    ),
    Input("tables in tables", template(FRAME.format("<table><tr><td>" * 60 + "x" + "</table>" * 60))),
    Input("elements in elements", template(FRAME.format("<div>" * 20_000))),
    Input("a table of billions", template(FRAME.format('<table><tr><td colspan="1000000000" rowspan="1000000000">x'))),
    Input("an unbroken word", template(FRAME.format("<p>" + "x" * 3_000_000))),
    Input(
        "measures of hell",
        put(
            "kit/brand/templates/theme.toml",
            "[headline]\nsizes_pt = [1e308, -1, 0]\n[grid]\nrhythm_pt = 0.0\ncolumns = 0\n",
        ),
        ALL,
    ),
    Input("measures not numbers", put("kit/brand/templates/theme.toml", "[headline]\nsizes_pt = [nan, inf]\n"), ALL),
    Input("measures of another theme", (settings('theme = "../../outside"'),), PDF, frozenset({4}), "kit.toml"),
    Input("a text with templates of ours", template("{% include 'scaffold/kit.toml' %}"), TXT),
]


@pytest.mark.parametrize("tried", in_turn(INPUTS))
def test_it_holds(trials: Trials, tried: Input) -> None:
    trials.hold(tried)


@pytest.mark.slow
@pytest.mark.parametrize("tried", [tried for tried in INPUTS if ";" in tried.words], ids=lambda tried: tried.name)
def test_it_holds_in_every_output(trials: Trials, tried: Input) -> None:
    trials.hold(tried)
