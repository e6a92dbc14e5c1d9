"""Settings at the top of a text: read back as they were meant, and every other line stays."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presskit.names import legible
from presskit.noting.tops import can_hold, with_settings
from presskit.settings import FrontMatter, read_front_matter

TEXT = "The ferry sails again\n\nPORT QUILLON – The ferry sails.\n"
TOPS = {
    "none": "",
    "yaml": "---\nheadline: Old  # ours\n# a word\npull: |\n  We had\n  waited.\n\nlayout: post\n---\n",
    "blog": "---\ntitle: 'Old'\nlayout: post\n---\n",
    "toml": '+++\ntitle = "Old" # ours\nlayout = "post"\n+++\n',
    "commented": "<!-- ours -->\n---\nheadline: Old\n---\n",
}
VALUES = {"headline": 'New: “one” # and "two" \\', "date": dt.date(2026, 5, 12), "keep": ["- Follow us", "a: b"]}


def said(text: str) -> FrontMatter:
    return read_front_matter(text, Path("a.md"))[0]


@pytest.mark.parametrize("top", TOPS.values(), ids=TOPS)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["bare", "marked"])
def test_settings_are_read_back_and_the_text_stays(top: str, ends: str, mark: str) -> None:
    before = mark + (top + TEXT).replace("\n", ends)
    assert can_hold(before)
    after = with_settings(before, VALUES)
    assert (said(after).headline, said(after).date, list(said(after).keep)) == tuple(VALUES.values())
    assert after.endswith(TEXT.replace("\n", ends))
    assert after.startswith(mark)
    for kept in ("# a word", "layout", "<!-- ours -->", "  waited."):
        assert after.count(kept) == before.count(kept)
    assert said(after).pull == said(before).pull


def test_a_comment_behind_a_setting_stays() -> None:
    assert "  # ours" in with_settings(TOPS["yaml"] + TEXT, {"headline": "New"})


def test_contacts_take_the_place_of_contacts() -> None:
    before = "---\ncontacts:\n  - name: Ada\n    phone: '1'\n  - name: Ivo\n\nslug: a\n---\nText\n"
    after = with_settings(before, {"contacts": [{"name": "Nell: F", "email": "n@quillon.example"}]})
    assert [one.name for one in said(after).contacts] == ["Nell: F"]
    assert said(after).slug == "a"


def test_what_is_taken_out_is_gone_and_a_text_without_any_stays() -> None:
    assert said(with_settings(TOPS["yaml"] + TEXT, {"headline": None, "pull": ""})) == FrontMatter()
    assert with_settings(TEXT, {"headline": None}) == TEXT


@pytest.mark.parametrize("text", ["---\na: [\n---\nText", "---\nheadline: x\n", "---\n{headline: x}\n---\nText"])
def test_what_cannot_be_written_line_by_line_is_told(text: str) -> None:
    assert not can_hold(text) or said(with_settings(text, {"headline": "y"})).headline == "y"


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30), st.sampled_from(sorted(TOPS)))
def test_any_words_are_read_back(words: str, top: str) -> None:
    after = with_settings(TOPS[top] + TEXT, {"headline": words, "keep": [words, "x"]})
    assert (said(after).headline or "") == legible(words).strip()
    assert [one.strip() for one in said(after).keep] == [legible(words).strip(), "x"]
    assert after.endswith(TEXT)
