"""A kind of document is a line of data: everything else about it follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from presskit import gate, kinds
from presskit.composing.documents import compose_document
from presskit.composing.frame import compose_contents
from presskit.composing.languages import language
from presskit.composing.parts.paging import placed, stamped_pages
from presskit.errors import SettingsError
from presskit.model import Brand, Kit, Sheet
from presskit.reading.documents.kit import assemble
from presskit.reading.result import Read
from presskit.resources import language_codes, shipped
from presskit.settings import KitSettings
from presskit.sorting.names import kind_by_folder
from presskit.sorting.take import take
from presskit.sorting.taken import Taken, Wish
from presskit.sorting.vocabulary import vocabulary
from presskit.writing.text import kit_text
from tests.conftest import Cli
from tests.support.writing import release, write_kit

LINE = 'recipe = { called = "a recipe", en = "Recipe", fr = "Recette", de = "Rezept", es = "Receta", ar = "وصفة" }\n'
ESSAY = "---\nlabel: Curator’s essay\n---\n# On light\n\nIt was dark once, and then somebody lit a lamp here.\n"
MEETING = "# Tuesday\n\n10:00 Doors open\n\n10:15 Bells\n\n11:00 Boats\n\n12:00 Soup, and a walk around the walls\n"
TEXTS = {
    "YEARS": "# The lamp in numbers\n\nFrom oil on.\n\n"
    + "".join(f"- {year}: It burns\n" for year in range(1911, 1918)),
    "MEETING": MEETING,
    "PROSE": "The bell rings at noon. The boats go out at one, and nobody counts them until the evening comes.\n",
    "SAID": "# T\n\n“We saw the light that night.” — Ada Thorn\n\n“It was a fine light to see.” — Nell Farrow\n",
    "TEAM": "# People\n\n**Ada Thorn**, keeper of the light\n\n**Ivo Marsh**, harbour master at the old quay\n",
    "WORKS": "# Works\n\n*The Quay*, 40 × 60 cm, ink on paper\n\n*The Lamp*, 30 × 30 cm, oil on board\n",
    "FILMS": "# Films\n\n**The lamp**, 2:10, with sound of the sea\n\n**The quay**, 0:45, without a word in it\n",
    "TERMS": "# Words of the light\n\nSo they talk.\n\n## Glossary\n\nLens: glass in rings\n\nWick: what burns oil\n",
    "ASKED": "".join(f"## Why is it so in room {n}?\n\nBecause it always was.\n\n" for n in range(6)),
}
RECIPE = "# Kelp soup\n\nFor four.\n\n## What it takes\n\nKelp: 200 g\nWater: one litre\n"


def forget() -> None:
    for known in (kinds.kinds, kinds.kind_names, vocabulary, language):
        known.cache_clear()


@pytest.fixture
def with_recipes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Add one line to the table of kinds."""
    table = tmp_path / "kinds.toml"
    lines = shipped(kinds.TABLE).read_text(encoding="utf-8")
    table.write_text(lines.replace("glossary = {", f"{LINE}glossary = {{"), encoding="utf-8")
    monkeypatch.setattr(kinds, "TABLE", str(table))
    forget()
    with gate.opened(tmp_path):
        yield
    monkeypatch.undo()
    forget()


def taken(path: Path, text: str) -> Taken:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return take(Wish(path, path.parents[0]), "en", "US")


@pytest.mark.usefixtures("with_recipes")
@pytest.mark.parametrize("name", ["Recette.md", "recipe-kelp-soup.md", "Rezept 2026.md"])
def test_a_new_kind_is_one_line_of_data(tmp_path: Path, name: str) -> None:
    texts = [taken(tmp_path / "a" / "glossary.md", "# Terms\n\nLens: glass\n"), taken(tmp_path / "a" / name, RECIPE)]
    assert texts[1].kind == "recipe"
    documents = tuple(one.reading.document for one in texts if one.reading)
    kit, _ = assemble(Read(tmp_path, documents, (), (), True, ()), KitSettings(), Brand("Tidewick"))
    assert [one.kind for one in kit.documents] == ["recipe", "glossary"]  # in the order of the table
    assert "Recipe" in compose_contents(kit).html
    assert "Recipe" in compose_document(kit, kit.documents[0]).html
    assert "Kelp\t200 g\nWater\tone litre" in kit_text(kit)
    french = replace(kit.documents[0], language="fr")
    assert "Recette" in compose_document(replace(kit, documents=(french,)), french).html


@pytest.mark.parametrize("code", language_codes())
def test_every_kind_has_a_label_in_every_language(code: str) -> None:
    labels = kinds.labels_in(code)
    assert set(labels) == set(kinds.kinds()) - {"boilerplate", kinds.OTHER}
    for name, label in labels.items():
        assert language(code).word(name) == label


def test_a_label_in_any_language_names_its_kind() -> None:
    for code in language_codes():
        for name, label in kinds.labels_in(code).items():
            assert kinds.named_kind(label) == name, label


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("FAQ", "questions"),
        ("Fiche technique", "factsheet"),
        ("Dossier", "backgrounder"),
        ("media_advisory", "advisory"),
        ("Zeitleiste", "timeline"),
        ("essay", None),
    ],
)
def test_people_name_kinds_in_their_words(words: str, kind: str | None) -> None:
    assert kinds.named_kind(words) == kind


def test_settings_at_the_top_say_the_kind(tmp_path: Path) -> None:
    with gate.opened(tmp_path):
        assert taken(tmp_path / "a.md", f"---\nkind: FAQ\n---\n{RECIPE}").kind == "questions"
        essay = taken(tmp_path / "b.md", f"---\nlabel: “Curator’s essay”\n---\n{RECIPE}")
        assert essay.kind == kinds.OTHER
        with pytest.raises(SettingsError) as caught:
            taken(tmp_path / "c.md", f"---\nkind: essay\n---\n{RECIPE}")
        assert "there is no kind “essay”" in caught.value.problems[0].message
        assert 'label: "essay"' in caught.value.problems[0].hint
        assert taken(tmp_path / "d.md", f"---\nkind: article\n---\n{RECIPE}").kind == "unknown"  # a blog's word


def test_a_statement_is_read_as_a_release_and_called_what_it_is(tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"a.md": "---\nkind: statement\n---\n" + release().removeprefix("---\n---\n")})
    with gate.opened(kit):
        found = take(Wish(kit / "a.md", kit), "en", "US")
    assert found.reading is not None
    document = found.reading.document
    assert (document.kind, bool(document.headline)) == ("statement", True)
    shown = compose_document(Kit("K", Brand("Tidewick"), "en", kit, (document,)), document).html
    assert '<p class="label">Statement</p>' in shown


def test_kit_toml_says_the_kind_and_the_verdict_tells_it(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(
        tmp_path / "kit",
        {
            "releases/a.md": release(),
            "ours.md": RECIPE,
            "FAQ.md": "## Why?\n\nSo.\n\n## How?\n\nThus.\n",
            "essay.md": ESSAY,
            "kit.toml": 'order = ["questions"]\n[files."ours.md"]\nkind = "Fiche produit"\n',
        },
    )
    done = cli("build", kit, "-o", tmp_path / "kit.txt")
    assert "questions and answers (FAQ.md), product sheet (ours.md), another text (essay.md)" in done.out
    text = (tmp_path / "kit.txt").read_text(encoding="utf-8")
    assert text.index("Why?") < text.index("Ferry stops") < text.index("Kelp soup") < text.index("On light")


def test_the_verdict_tells_the_moment_of_an_advisory(cli: Cli, tmp_path: Path) -> None:
    text = "MEDIA ADVISORY\n\nA lamp\n\nWHAT: A lamp\nWHEN: 14 May 2090, 10 a.m. EDT\nWHERE: Here\nRSVP: a@b.example\n"
    kit = write_kit(tmp_path / "kit", {"a.txt": text})
    done = cli("build", kit, "-o", tmp_path / "kit.txt")
    assert "invites to May 14, 2090, 10:00 a.m. (America/New York)" in done.out


def test_a_text_that_nobody_can_place_is_named_with_the_line_that_prints_it(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"releases/a.md": release(), "Tuesday.md": MEETING})
    done = cli("build", kit, "-o", tmp_path / "kit.txt")
    assert "Not in the kit: Tuesday.md (looks like a programme)." in done.out
    assert '[files."Tuesday.md"] and below it kind = "programme" prints it' in done.out


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("Programme.md", "MEETING", "programme"),
        ("programme/tuesday.md", "MEETING", "programme"),
        ("Programme.md", "PROSE", "unknown"),
        ("Agenda.md", "MEETING", "unknown"),
        ("Partners.md", "PROSE", "partners"),
        ("Partners of the office.md", "PROSE", "unknown"),
        ("Quotes.md", "SAID", "quotes"),
        ("What they said.md", "SAID", "unknown"),
        ("Prepared.md", "ASKED", "unknown"),
        ("FAQ.md", "PROSE", "questions"),
        ("Team.md", "TEAM", "people"),
        ("Team.md", "PROSE", "unknown"),
        ("Works.md", "WORKS", "works"),
        ("Works.md", "PROSE", "unknown"),
        ("Films.md", "FILMS", "films"),
        ("Films.md", "PROSE", "unknown"),
        ("glossary/words.md", "TERMS", "glossary"),
        ("glossary/words.md", "PROSE", "unknown"),
        ("Timeline of the lamp.md", "PROSE", "timeline"),
        ("Repères chronologiques.md", "YEARS", "timeline"),
    ],
)
def test_a_name_that_means_other_things_needs_a_text_that_agrees(
    tmp_path: Path, name: str, text: str, kind: str
) -> None:
    with gate.opened(tmp_path):
        path = tmp_path / "a" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXTS[text], encoding="utf-8")
        assert (
            take(replace(Wish(path, tmp_path / "a"), folder=kind_by_folder(path, tmp_path / "a")), "en", "US").kind
            == kind
        )


def test_the_pages_that_follow_say_what_the_document_is() -> None:
    essay = Sheet(Path("e.md"), "e", "en", kind=kinds.OTHER, label="Curator’s essay")
    terms = Sheet(Path("t.md"), "t", "fr", kind="glossary")
    kit = Kit("K", Brand("Tidewick"), "en", Path("kit"), (essay, terms))
    parts = [(compose_document(kit, document), 2) for document in kit.documents]
    pages = stamped_pages(kit, placed(parts, [0, 0]))
    assert [page.kind_name for page in pages] == ["Curator’s essay"] * 2 + ["Glossaire"] * 2
