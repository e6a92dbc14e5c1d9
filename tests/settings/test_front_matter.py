from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import fields
from pathlib import Path

import pytest

from presskit.findings import Finding
from presskit.settings import FrontMatter, read_front_matter

Told = Callable[..., Sequence[Finding]]
FILE = Path("reef.md")


def settings(*lines: str) -> FrontMatter:
    return read_front_matter("\n".join(("---", *lines, "---", "Body.")), FILE)[0]


def test_settings_and_text_are_parted() -> None:
    found, text, lines_before = read_front_matter("---\nheadline: Back\n---\nBody.\n", FILE)
    assert (found, text, lines_before) == (FrontMatter(headline="Back"), "Body.\n", 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Body.",
        "\nBody.",
        "--\ntitle: x\n--\n",
        "---\nOnce upon a time\n---\n",
        "----\na: b\n----\n",
        "---",
        "---\n",
    ],
)
def test_a_text_without_settings_stays_whole(text: str) -> None:
    assert read_front_matter(text, FILE) == (FrontMatter(), text, 0)


def test_a_byte_order_mark_is_no_text() -> None:
    assert read_front_matter("\ufeffBody.", FILE) == (FrontMatter(), "Body.", 0)
    assert read_front_matter("\ufeff---\ntitle: Back\n---\nBody.", FILE) == (FrontMatter(headline="Back"), "Body.", 3)


def test_settings_stand_also_after_a_comment() -> None:
    text = "<!-- made by\na tool -->\n\n---\ntitle: Back\n---\nBody."
    assert read_front_matter(text, FILE) == (FrontMatter(headline="Back"), "Body.", 6)


def test_a_comment_without_settings_stays() -> None:
    text = "<!-- a -->\nBody.\n---\ntitle: x\n---\n"
    assert read_front_matter(text, FILE) == (FrontMatter(), text, 0)


def test_windows_line_ends_are_read_and_the_text_keeps_its_own() -> None:
    text = "---\r\ntitle: Back\r\npull: We had\r\n---\r\nBody.\r\n"
    assert read_front_matter(text, FILE) == (FrontMatter(headline="Back", pull="We had"), "Body.\r\n", 4)


def test_empty_settings_are_taken_off() -> None:
    assert read_front_matter("---\n---\nBody.", FILE) == (FrontMatter(), "Body.", 2)
    assert read_front_matter("---\n# nothing\n...\nBody.", FILE) == (FrontMatter(), "Body.", 3)


def test_every_key_is_read() -> None:
    found = settings(
        "headline: Back", "subhead: At last", "date: 2026-05-12", "status: embargo",
        "embargo: 2026-05-12 09:00:00 America/New_York", "language: fr", "slug: back", "pull: We had given up.",
        "contacts:", "  - name: Ada Thorn", "    phone: 5550143", "boilerplate: |", "  We replant.", "  Daily.",
        "name: Ada Thorn", "role: Diver", "intro: She dives.", "portrait: thorn.jpg",
        "version: 2", "correction: Nine, not eight.", "changed: 2026-05-13 15:30", "keep: [Follow the reef live]",
        "kind: Dossier", "label: Our story", "dateline: PORT HOLLOW –",
    )  # fmt: skip
    assert found.stated == {field.name for field in fields(FrontMatter)} - {"stated"}
    assert found.date == dt.date(2026, 5, 12)
    assert found.embargo == "2026-05-12 09:00:00 America/New_York"
    assert (found.version, found.correction, found.changed) == (2, "Nine, not eight.", "2026-05-13 15:30")
    assert found.contacts[0].phone == "5550143"
    assert found.boilerplate == "We replant.\nDaily."
    assert found.dateline == "PORT HOLLOW –"
    assert (found.kind, found.label) == ("backgrounder", "Our story")


def test_title_subtitle_and_lang_are_second_names() -> None:
    assert settings("Title: A", "subtitle: B", "LANG: no") == FrontMatter(headline="A", subhead="B", language="no")
    assert settings("title: A", "headline: B").headline == "B"


def test_keys_of_other_tools_are_passed_over() -> None:
    lines = ("layout: post", "tags: [a, b]", "draft: false", "permalink: /x", "author: {name: X}", "title: A")
    assert settings(*lines) == FrontMatter(headline="A")


@pytest.mark.parametrize("nothing", ["", "~", "null", '""', "''"])
def test_a_key_with_nothing_behind_it_is_not_set(nothing: str) -> None:
    assert settings(f"title: {nothing}", f"date: {nothing}", f"contacts: {nothing}") == FrontMatter()


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("immediate", "immediate"),
        ("FOR IMMEDIATE RELEASE:", "immediate"),
        ("Embargoed", "embargo"),
        ("Correction", "corrected"),
        ("withdrawn", "withdrawn"),
        ("published", None),
    ],
)
def test_status_is_read_in_the_words_people_use(value: str, status: str | None) -> None:
    assert settings(f"status: '{value}'").status == status


def test_values_are_the_text_that_stands_there() -> None:
    found = settings("headline: no", "slug: 007", "role: 1_000", "intro: 12:30", "name: =")
    assert (found.headline, found.slug, found.role, found.intro, found.name) == ("no", "007", "1_000", "12:30", "=")


@pytest.mark.parametrize(
    ("line", "code", "message", "hint"),
    [
        ("title: [Headline]", "t-001", "title: this must be text between quotes.", 'title: "The reef is back"'),
        ("date: tomorrow", "t-001", "date: “tomorrow” is not a date.", "date: 2026-05-12"),
        ("status: maybe", "t-001", "status: “maybe” is not a word presskit knows", "immediate, embargo, corrected"),
        ("lang: english!", "t-001", "lang: “english!” is not the short code", "lang: fr"),
        ("contacts: Ada", "t-001", "contacts: this must be a list", "contacts: [{name: Ada Thorn,"),
        ("contacts: [{tel: 1, name: A}]", "t-001", "contacts 1, tel: presskit does not know", "mean “phone”?"),
        ("headline: Back: again", "t-002", "“Back: again” holds a second colon", 'headline: "Back: again"'),
        ("pull: @home", "t-002", "“@home” begins with a character that needs quotes", 'pull: "@home"'),
        ("pull: [a", "t-002", "a closing bracket is missing", "Close the list"),
        ("pull: *home*", "t-002", "“*home*” begins with a character that needs quotes", 'pull: "*home*"'),
        ('pull: "We had', "t-002", "a quotation mark is missing", "Close the text"),
        ("\tpull: We had", "t-002", "the line holds a tab", "Use spaces"),
        ("pull: “We”: had", "t-003", "pull is written with curly quotes (“).", "straight quotes"),
        ('name: "Ada" Thorn', "t-002", "this line is not of the form “word: text”", "one setting on each line"),
        ("pull: \x01", "t-002", "the line holds a character that cannot be seen", "type it again"),
        ("headline: We are #1 now", "t-001", "headline: the words from “#1 now” on would not", '"We are #1 now"'),
        ("headline: #1 now", "t-001", "headline: the words from “#1 now” on would not", 'headline: " #1 now"'),
        ("role: en", "t-001", "role: this stands twice.", "Keep one of the two"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_a_remedy(
    told: Told, *, line: str, code: str, message: str, hint: str
) -> None:
    (problem,) = told(read_front_matter, f"<!-- x -->\n---\nrole: x\n{line}\nslug: x\n---\nBody.\n", FILE)
    assert problem.code == code
    assert message in problem.message
    assert hint in problem.hint
    assert str(problem.where) == "reef.md, line 4"


def test_a_comment_behind_a_value_is_a_comment() -> None:
    assert settings("date: 2026-05-12 # the opening", 'title: "A" #x').date == dt.date(2026, 5, 12)


def test_missing_hyphens_below_are_told(told: Told) -> None:
    (problem,) = told(read_front_matter, "---\ntitle: Back\n\nBody.\n", FILE)
    assert "have no end" in problem.message
    assert "---" in problem.hint
    assert problem.where.line == 1


def test_every_mistake_is_told_at_once(told: Told) -> None:
    text = "---\ntitle: [a]\ndate: never\ncontacts:\n  - name: A\n  - phone: 1\n    emial: x\n---\n"
    assert [problem.where.line for problem in told(read_front_matter, text, FILE)] == [2, 3, 6, 7]


def test_every_curly_quote_of_broken_settings_is_told(told: Told) -> None:
    text = "---\ntitle: “a”: x\ndate: “2026-05-12”\n---\n"
    assert [(item.code, item.where.line) for item in told(read_front_matter, text, FILE)] == [
        ("t-003", 2),
        ("t-003", 3),
    ]


def test_endless_nesting_is_told(told: Told) -> None:
    (problem,) = told(read_front_matter, f"---\ntitle: {'[' * 50_000}\n---\n", FILE)
    assert "nested too deeply" in problem.message


def test_a_value_that_holds_itself_ends(told: Told) -> None:
    (problem,) = told(read_front_matter, "---\ncontacts: &a [*a]\n---\n", FILE)
    assert problem.where.line == 2


def test_no_program_runs_from_settings(told: Told) -> None:
    (problem,) = told(read_front_matter, "---\ntitle: !!python/object/apply:os.getcwd []\n---\n", FILE)
    assert problem.message == "title: this must be text between quotes."


@pytest.mark.parametrize("value", ["2", "v2", "V2"])
def test_a_version_may_have_its_letter(value: str) -> None:
    assert settings(f"version: {value}").version == 2


@pytest.mark.parametrize("value", ["two", "1.0", "0", "-1", "100"])
def test_a_version_is_a_whole_number(told: Told, value: str) -> None:
    [item] = told(settings, f"version: {value}")
    assert item.message == f"version: “{value}” is not a whole number from 1 to 99."
    assert item.hint == "Write it like this: version: 2"
    assert item.where.line == 2


def test_the_first_version_cannot_be_a_corrected_one(told: Told) -> None:
    [item] = told(settings, "version: 1", "correction: Nine, not eight.")
    assert (item.where.line, item.message) == (3, "correction: what is corrected is at least version 2.")
