"""What templates see: every name, item and method of all that every template is given, tried one by one."""

from __future__ import annotations

import io
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Undefined
from jinja2.exceptions import SecurityError, TemplateError
from markupsafe import Markup

from presskit.composing import frame, mail
from presskit.composing.documents import compose_document
from presskit.composing.languages import language
from presskit.composing.parts.paging import placed, stamped_pages
from presskit.composing.templating import filling
from presskit.composing.templating.filling import fill
from presskit.composing.templating.sandbox import Sandbox, sandbox_of
from presskit.composing.templating.views import PLAIN, Function, Name, View, meant, shown
from presskit.composing.web import compose_body, compose_frame
from presskit.composing.wording.salutations import Salutation
from presskit.errors import RenderingError
from presskit.mailing.drafting import Draft
from presskit.model import (
    Biography,
    Block,
    Brand,
    BrandFace,
    Contact,
    Correction,
    Dateline,
    Embargo,
    Fact,
    Kit,
    Photo,
    PhotoSheet,
    Question,
    Quote,
    Release,
    Section,
    Sheet,
)
from presskit.reading.lists.people import Recipient
from presskit.resources import shipped
from presskit.settings.themes import theme_names
from presskit.writing.mails.letters import write_letter
from tests.conftest import ROOT

TEXT = Block("paragraph", "The ferry sails.", "The <em>ferry</em> sails.", 3)
TABLE = Block("table", "a\tb", "<table><tr><th>a</th><td>b</td></tr></table>")


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Kit:
    """Return a kit with everything that a kit can say, in a folder that holds a secret."""
    folder = tmp_path_factory.mktemp("kit")
    (folder / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "logo.svg").write_text('<svg viewBox="0 0 9 9"/>', encoding="utf-8")
    photo = Photo(folder / "quay.jpg", 600, 400, "The quay", "Ada", "A quay", "Free", "QFC", "Ada")
    embargo = Embargo(datetime(2031, 5, 12, 9, tzinfo=UTC), "UTC", folder / "a.md")
    correction = Correction("corrected", 2, "The hour.", date(2031, 5, 13))
    release = Release(
        folder / "a.md",
        "a",
        "en",
        "Ferry sails",
        "At last",
        Dateline("PORT –", "Port", date(2031, 5, 12), "QFC"),
        date(2031, 5, 12),
        "corrected",
        "CORRECTED",
        embargo,
        body=(TEXT, TEXT, TABLE, replace(TEXT, kind="heading"), TEXT, replace(TEXT, kind="quote")),
        pull=Quote("“It sails.”", "Ada"),
        end_mark="###",
        notes=(TEXT,),
        correction=correction,
    )
    sections = (
        Section("figures", "Figures", facts=(Fact("9 km", "of shore", "of shore"),)),
        Section("facts", "Facts", facts=(Fact("Boats", "9", "9"),)),
        Section("questions", "Questions", questions=(Question("Why?", (TEXT,)),)),
        Section("text", "Text", blocks=(TEXT, TABLE)),
    )
    documents = (
        release,
        replace(release, slug="b", language="ar", correction=None),
        Sheet(folder / "f.md", "f", "fr", "Facts", "In short", sections),
        Biography(folder / "b.md", "b", "en", "Ada", "Captain", "Sails.", (TEXT,), photo),
        PhotoSheet("photos", "en", (photo, photo)),
    )
    contact = Contact("Ada", "Officer", "ada@quillon.example", "(202) 555-0143", "9–5", "(202) 555-0144")
    brand = Brand(
        "Quillon Ferry",
        logo=folder / "logo.svg",
        folder=folder,
        address="Pier 9",
        web="quillon.example",
        social=("https://quillon.example/news",),
        disclosure="Invented.",
    )
    return Kit(
        "Spring",
        brand,
        "en",
        folder,
        documents,
        event="Opening",
        summary="It sails.",
        date=date(2031, 5, 12),
        embargo=embargo,
        contacts=(contact,),
        boilerplates=((TEXT, TEXT),),
        boilerplate_languages=("en",),
        download="https://quillon.example/kit",
        draft=True,
        correction=correction,
    )


@pytest.fixture(scope="module")
def given(kit: Kit) -> Given:
    """Return what each template is given: those of the pages in both themes, web page, mail and page of drafts."""
    recorded: list[dict[str, Any]] = []

    def record(words: Mapping[str, object]) -> dict[str, Any]:
        recorded.append(given_now(words))
        return recorded[-1]

    given_now = filling.given
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filling, "given", record)
        for theme in theme_names():
            for one in (replace(kit, theme=theme), replace(kit, theme=theme, alone=True, purpose="print")):
                parts = [compose_document(one, document) for document in one.documents]
                parts += [frame.compose_cover(one), frame.compose_contents(one), frame.compose_closing(one)]
                places = placed([(part, 2) for part in parts], [0] * len(parts))
                frame.compose_stamps(one, stamped_pages(one, places))
        compose_frame(compose_body(kit, [kit.folder / "quay.jpg"], ["kit.pdf"], {"a": "text"}, {}), "")
        letter = write_letter(kit, kit.documents[0], corrected=True)
        person = Recipient(2, "ada@quillon.example", "Ada", "Thorn", "The Gull")
        drafts = (Draft("ada.eml", person, letter, 1, Salutation("Dear Ada", language("en"))),)
        besides = {
            "letters": (letter,),
            "file": "k.pdf",
            "most": "9",
            "size": "1 MB",
            "unagreed": (person,),
            "is_mailbox": False,
            "is_personal": False,
        }
        mail.drafts_page(kit, {"drafts": drafts, **besides})
    return tuple(recorded)


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    return sandbox_of((shipped("templates/shared"),))


Given = tuple[dict[str, Any], ...]


def reached(sandbox: Sandbox, value: Any, way: str = "it") -> Iterator[tuple[str, Any]]:
    """Yield all that a template reaches from a value, by every name that it or what it shows has, and by iteration."""
    queue, known = [(way, value)], set()
    while queue:
        way, value = queue.pop()
        if isinstance(value, Undefined):
            continue
        yield way, value
        mark = (type(value), repr(meant(value)))
        if mark in known:
            continue
        known.add(mark)
        for name in {*dir(value), *dir(meant(value)), *vars(type(meant(value)))}:
            queue.append((f"{way}.{name}", sandbox.getattr(value, name)))
            queue.append((f"{way}[{name!r}]", sandbox.getitem(value, name)))
        if isinstance(value, tuple | list | dict):
            queue += [(f"{way}[]", each) for each in value]
        if isinstance(value, dict):
            queue += [(f"{way}[{key!r}]", each) for key, each in value.items()]


def things(sandbox: Sandbox, value: Any) -> list[str]:
    """Return the ways that lead to anything but words, views and registered functions."""
    words = (*PLAIN, Name, View, tuple, dict)
    return [
        way
        for way, each in reached(sandbox, value)
        if type(each) not in (*words, Function) or (callable(each) and type(each) is not Function)
    ]


def test_no_template_reaches_a_thing(sandbox: Sandbox, given: Given) -> None:
    assert len(given) == 2 * len(theme_names()) * 9 + 2 + 2 + 1
    assert len([*reached(sandbox, given)]) > 3_000
    assert things(sandbox, given) == []


@pytest.mark.parametrize("thing", [Path("x"), sys, io.BytesIO(), str, print, sys._getframe(), [].append, object()])
def test_a_thing_that_is_planted_is_seen_and_never_given(sandbox: Sandbox, thing: object) -> None:
    assert things(sandbox, {"planted": ({"deep": thing},)}) != []
    if not isinstance(thing, Path):
        with pytest.raises(TypeError):
            shown({"planted": thing})


def test_no_template_learns_where_files_are(sandbox: Sandbox, kit: Kit, given: Given) -> None:
    told = {str(each) for _, each in reached(sandbox, given) if isinstance(each, str)}
    assert "quay.jpg" in told
    assert [text for text in told if str(kit.folder) in text] == []


def test_no_method_can_be_called_but_that_for_words(sandbox: Sandbox, kit: Kit, given: Given) -> None:
    before = {path: path.read_bytes() for path in kit.folder.iterdir()}
    kinds = {type(meant(each)): each for _, each in reached(sandbox, given)}
    assert {Kit, Release, Photo, type(kit.folder), str, Markup, tuple, date} <= set(kinds)
    called = set()
    for kind, each in kinds.items():
        for name in (name for name in dir(kind) if callable(getattr(kind, name))):
            for template in (
                f"{{{{ it.{name}() }}}}",
                f"{{{{ it[{name!r}]() }}}}",
                f"{{{{ ([it]|map(attribute={name!r})|first)() }}}}",
            ):
                try:
                    sandbox.from_string(template).render(it=each)
                except (TemplateError, TypeError):
                    continue
                called.add((kind.__name__, name))
    assert called == set()
    assert sandbox.from_string("{{ it.word('release') }}").render(it=shown(language("en"))) == "Press release"
    assert {path: path.read_bytes() for path in kit.folder.iterdir()} == before


def test_filters_make_no_thing_of_words(sandbox: Sandbox, given: Given) -> None:
    context = sandbox.from_string("").new_context({"rhythm_pt": 3.0})
    kinds = {type(meant(each)): each for _, each in reached(sandbox, given)}
    made = []
    for name in sandbox.filters:
        for each in (*kinds.values(), tuple(kinds.values())):
            try:
                value = sandbox.call_filter(name, each, (), {}, context=context)
                made.append(list(value) if isinstance(value, Iterator) else value)
            except (TemplateError, TypeError, ValueError, LookupError, AttributeError):
                continue
    assert len(made) > 50
    assert [way for each in made for way in things(sandbox, tuple(each) if isinstance(each, list) else each)] == []
    assert set(sandbox.filters).isdisjoint({"attr", "pprint", "tojson", "xmlattr", "format", "random", "center"})
    assert set(sandbox.tests).isdisjoint({"callable", "filter", "test"})
    assert set(sandbox.globals) == {"range", "namespace"}


@pytest.mark.parametrize(
    "way",
    [
        "{{ it }}",
        "{{ it ~ '' }}",
        "{{ it|string }}",
        "{{ [it]|join }}",
        "{{ it|e }}",
        "{{ it|safe }}",
        "{{ word('pixels', width=it, height=1) }}",
    ],
)
def test_a_path_is_its_name_and_a_view_is_no_text(sandbox: Sandbox, kit: Kit, way: str) -> None:
    words = {"word": Function(language("en").word)}
    named = sandbox.from_string(way).render(it=shown(kit.folder / "quay.jpg"), **words)
    assert re.fullmatch(r"quay\.jpg( × 1 px| × 1 pixels)?", named), named
    with pytest.raises(TemplateError, match="“Kit” is no text"):
        sandbox.from_string(way).render(it=shown(kit), **words)


MISTAKES = {
    "{% for a in range(99999) %}" * 3 + "{% endfor %}" * 3: "does not end",
    "{% for a in range(99999) %}{% for b in range(9) %}xxxxxxxxxx{% endfor %}{% endfor %}": "writes more than",
    "{{ 'x' * 9999999999 }}": "“*” takes two numbers",
    "{{ [1] * 9999999999 }}": "“*” takes two numbers",
    "{{ 10 ** 10 ** 10 }}": "“**” is not there",
    "{{ '%9999999999d' % 1 }}": "“%” takes two numbers",
    "{{ '%9999999999d'|format(1) }}": "No filter named 'format'",
    "{{ '{:>9999999999}'.format(1) }}": "not there to be called",
    "{{ range(10000000000) }}": "Range too big",
    "{% include 'cover.html' %}": "contains itself without end",
    "{% import 'cover.html' as m %}": "contains itself without end",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}": "contains itself without end",
    "{% for a in [[1]] recursive %}{{ loop([[1]]) }}{% endfor %}": "contains itself without end",
    "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}": "nested too deeply",
    "{% for a in [1] %}" * 30 + "{% endfor %}" * 30: "nested too deeply",
    "{{ kit.folder.resolve().joinpath('x').write_text('x') }}": "not there to be called",
    "{{ ''.__class__.__mro__ }}": "“__class__”, which is not there",
    "{{ day('x') }}": "does not take ('str' object has no attribute 'day')",
    "{% import 'macros.html' as m with context %}{{ m.blocks(3) }}": "does not take ('int' object is not iterable)",
}


def gathered(blocks: Iterable[object]) -> Iterator[object]:
    return iter(blocks)


@pytest.mark.parametrize(("template", "words"), MISTAKES.items(), ids=range(len(MISTAKES)))
def test_each_mistake_is_told_with_file_and_line(
    tmp_path: Path, kit: Kit, template: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "MOST_CPU_S", 0.3)
    monkeypatch.setattr(filling, "MOST_CHARACTERS", 10_000)
    file = tmp_path / "cover.html"
    file.write_text(f"\n{template}", encoding="utf-8")
    words_given = {"kit": kit, "day": language("en").day, "gathered": gathered}
    with pytest.raises(RenderingError) as caught:
        fill(sandbox_of((tmp_path, shipped("templates/shared"))), "cover.html", words_given)
    [problem] = caught.value.problems
    assert (problem.code, problem.where.file) == ("b-002", file)
    assert problem.where.line in (1, 2) or "writes more" in words
    assert words in problem.message


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "cover.html").write_bytes(b"caf\xe9")
    with pytest.raises(RenderingError, match="it is no text in UTF-8"):
        fill(sandbox_of((tmp_path,)), "cover.html", {})


def test_a_mistake_of_presskits_own_is_none_of_a_template(kit: Kit) -> None:
    """A shipped template that fails on what it is given is presskit's to mend."""
    words = {"words": language("en"), "kit": kit, "policy": "", "style": "", "articles": 3}
    with pytest.raises(TypeError):
        fill(sandbox_of((shipped("templates/web"),)), "page.html", words)


def test_only_jinjas_own_calls_are_left(sandbox: Sandbox) -> None:
    shapes = {
        "{% macro a() %}[{{ caller() }}]{% endmacro %}{% call a() %}x{% endcall %}": "[x]",
        "{% block b %}x{% endblock %}{{ self.b() }}": "xx",
        "{% for a in [[1, 2]] recursive %}{{ loop(a) if a is not number else a }}{% endfor %}": "12",
        "{% set n = namespace(a=1) %}{% for i in range(3) %}{% set n.a = n.a + i %}{% endfor %}{{ n.a }}": "4",
    }
    assert {shape: sandbox.from_string(shape).render() for shape in shapes} == shapes
    for call in (
        "{{ ''.upper() }}",
        "{{ {}.items() }}",
        "{{ [].append(1) }}",
        "{{ loop.cycle(1) }}",
        "{{ namespace.mro() }}",
    ):
        with pytest.raises((SecurityError, TemplateError)):
            sandbox.from_string(call).render()


def test_faces_of_a_brand_are_names_too() -> None:
    face = shown(BrandFace("serif", 400, False, Path("/brand/fonts/own.ttf")))
    assert face.see("path") == "own.ttf"


def test_the_guide_to_themes_names_all_that_there_is(sandbox: Sandbox, given: Given) -> None:
    guide = (ROOT / "docs/themes.md").read_text(encoding="utf-8")
    filters, functions = guide.partition("## What a template can do")[2].partition("Filters:")[::2]
    filters, functions = functions.partition("\n\n")[0], filters
    assert set(re.findall(r"`(\w+)`", filters)) == set(sandbox.filters)
    release = next(words for words in given if words.get("kind") == "release")
    called = {name for name, value in release.items() if isinstance(value, Function)}
    assert set(re.findall(r"`(\w+)\(", functions)) >= called | set(sandbox.globals)


def test_an_end_is_not_lost_in_a_finalizer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python drops what is raised where a thing is finalized: the template would go on for ever."""

    class Lingering:
        def __del__(self) -> None:
            end = time.process_time() + 0.2
            while time.process_time() < end:
                pass

    monkeypatch.setattr(filling, "MOST_CPU_S", 0.05)
    (tmp_path / "cover.html").write_text(
        "{{ linger() }}{% for a in range(99999) %}" + "{% for b in range(99999) %}{% endfor %}{% endfor %}"
    )

    def linger() -> str:
        Lingering()
        return ""

    with pytest.raises(RenderingError, match="does not end"):
        fill(sandbox_of((tmp_path,)), "cover.html", {"linger": linger})


def test_the_line_is_told_also_of_a_template_that_writes_all_the_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Most of the time its pieces are being taken up, and no line of it runs."""
    monkeypatch.setattr(filling, "MOST_CPU_S", 0.02)
    monkeypatch.setattr(filling, "MOST_CHARACTERS", 10**12)
    loops = "\n{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}"
    (tmp_path / "cover.html").write_text(loops, encoding="utf-8")
    for _ in range(10):
        with pytest.raises(RenderingError) as caught:
            fill(sandbox_of((tmp_path,)), "cover.html", {})
        assert caught.value.problems[0].where.line == 2
