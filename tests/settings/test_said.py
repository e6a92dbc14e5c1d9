"""What settings say in plain values is what their forms check: the same words, and the same where nothing is said."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from presskit.model import Contact
from presskit.settings.fields import ContactSettings, Settings
from presskit.settings.front_matter import FrontMatterForm
from presskit.settings.kit import AcceptanceForm, FileForm, KitForm
from presskit.settings.photos import PhotoForm
from presskit.settings.said import Acceptance, FrontMatter, KitSettings, PhotoSettings

PAIRS: list[tuple[type[Settings], Any]] = [
    (KitForm, KitSettings),
    (FileForm, FrontMatter),
    (FrontMatterForm, FrontMatter),
    (PhotoForm, PhotoSettings),
    (AcceptanceForm, Acceptance),
]


@pytest.mark.parametrize(("form", "plain"), PAIRS)
def test_a_form_and_what_it_says_have_the_same_words(form: type[Settings], plain: Any) -> None:
    assert {field.name for field in fields(plain)} - {"stated"} == set(form.model_fields)


@pytest.mark.parametrize(("form", "plain"), PAIRS[:-1])
def test_a_form_in_which_nothing_stands_says_what_holds_without_it(form: type[Settings], plain: Any) -> None:
    assert form().said() == plain()
    assert form().said().stated == frozenset()


def test_groups_and_lists_are_plain_values_too() -> None:
    data = {
        "region": "us",
        "order": ["reef"],
        "contacts": [{"name": "Ada Thorn"}],
        "files": {"a.docx": {"kind": "factsheet"}},
        "accepted": [{"words": "No date was found.", "who": "Ada Thorn"}],
    }
    said = KitForm.model_validate(data).said()
    assert said.stated == set(data)
    assert (said.order, said.contacts) == (("reef",), (Contact("Ada Thorn"),))
    assert said.files == {"a.docx": FrontMatter(kind="factsheet")}
    assert said.files["a.docx"].stated == {"kind"}
    assert said.accepted == (Acceptance("No date was found.", "Ada Thorn"),)


@pytest.mark.parametrize(("words", "country"), [({}, None), ({"region": "US"}, "US"), ({"region": "gb"}, "GB")])
def test_a_country_is_known_only_where_it_is_stated(words: dict[str, str], country: str | None) -> None:
    assert KitForm.model_validate(words).said().country == country


def test_an_office_known_by_its_address_is_printed_once() -> None:
    form = ContactSettings(name="press@tidewick.example", email="press@tidewick.example")
    assert form.said() == Contact("", email="press@tidewick.example")
