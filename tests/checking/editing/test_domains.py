"""Domains of one kit that differ by a slip of the pen, wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.checking.editing.addresses import find_differing_domains, is_misspelt
from presskit.model import Block, Brand, Contact, Kit, Release


def kit_of(text: str, *contacts: Contact) -> Kit:
    body = (Block("paragraph", text, text, 7),)
    release = Release(Path("release.txt"), "release", "en", body=body, contacts=contacts)
    return Kit(
        "Spring", Brand("Old Harbour Ferries", web="quillon.example"), "en", Path("nowhere"), (release,), contacts
    )


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Tickets: https://www.quilon.example/tickets", Contact("Ona Brill", email="ona@quillon.example")),
        ("Tickets: www.quillon.example", Contact("Ona Brill", email="ona@quilllon.example", line=3)),
        ("Tickets: www.quillon.example", Contact("Ona Brill", "www.qiullon.example", line=3)),
        ("Write to ona@press.quillon.example or teo@press.quilon.example.", Contact("Ona Brill")),
    ],
)
def test_a_domain_in_two_spellings_is_told_once(text: str, contact: Contact) -> None:
    assert [found.code for found in find_differing_domains(kit_of(text, contact))] == ["c-045"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("quillon.example", "quillon.example"),
        ("quillon.example", "quillon.test"),
        ("quillon.example", "press.quillon.example"),
        ("harbour1.example", "harbour2.example"),
        ("quillon.example", "marlow.example"),
        ("bbc.example", "abc.example"),
        ("quillon.example", "quillons.example"),
    ],
)
def test_other_domains_are_left_in_peace(one: str, other: str) -> None:
    assert not is_misspelt(one, other)
    assert not is_misspelt(other, one)
