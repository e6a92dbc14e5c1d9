"""Whatever a source holds is printed or listed as removed, and the body keeps its order."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from presskit.model import Release
from presskit.reading.words import words
from tests.support.reading import read_release

# Words of labels, whose meaning is in the contact's fields: “Contact: Ada Thorn, tel. 202-555-0143”.
LABEL_WORDS = words("contact press media for more information please phone tel email cell fax at or and prepared by")
SENTENCES = st.lists(
    st.sampled_from(
        ["kelp", "reef", "Marsh", "Bay", "Ada", "Thorn", "grows", "“quietly”", "12", "(twice)", "said,", "over."]
    ),
    min_size=1,
    max_size=40,
).map(" ".join)
MARKS = st.sampled_from(
    [
        "FOR IMMEDIATE RELEASE",
        "PRESS RELEASE: Reef returns to the bay",
        "CORRECTED",
        "EMBARGOED UNTIL 9 am ET, May 12, 2026",
        "###",
        "-30-",
        "May 12, 2026",
        "Posted on May 12, 2026 by admin",
        "Marsh Bay, May 12, 2026 (KT) – The reef is back again.",
        "London",
        "CONTACT: Ada Thorn, 202-555-0143",
        "Media Contact",
        "Ivo Marsh",
        "ivo@kelp.example",
        "Phone: (202) 555-0144",
        "About the Kelp Trust",
        "The Kelp Trust (KT) is a charity that replants kelp along the coast of the bay.",
        "Notes to editors",
        "Leave a Comment",
        "Share this:",
        "Facebook",
        "Related posts",
        "Join 12 other followers:",
        "ICYMI: Reef returns",
        "- one",
        "- two",
        "1. first",
        "“It grew,” said Ada Thorn. “We waited.”",
        "What comes next",
        "KELP TRUST RETURNS A REEF",
        "to the city",
        "[DATE]",
        "Updated",
        "For more, contact Ada Thorn at 202-555-0143 or ada@kelp.example.",
        "",
        "",
    ]
)
LINES = st.lists(st.one_of(MARKS, SENTENCES), min_size=1, max_size=30).filter(lambda lines: any(map(str.strip, lines)))


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def everything(release: Release) -> str:
    contacts = [part for contact in release.contacts for part in contact.words]
    blocks = [block.text for block in (*release.body, *release.boilerplate, *release.notes)]
    dateline = release.dateline.text if release.dateline else None
    heads = [release.status_text, release.headline, release.subhead, dateline, release.end_mark]
    removed = [item.text for item in release.removed]
    return "\n".join(part for part in (*heads, *contacts, *blocks, *removed) if part)


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(lines=LINES)
def test_every_word_is_printed_or_listed(tmp_path: Path, suffix: str, lines: list[str]) -> None:
    path = tmp_path / f"release{suffix}"
    # Each line of small letters holds a word that stands nowhere else.
    text = "\n".join(f"{line} unlike{number}" if line[:1].islower() else line for number, line in enumerate(lines))
    path.write_text(text, encoding="utf-8")
    release = read_release(path).document
    lost = set(words_of(text.replace("1. first", "first"))) - set(words_of(everything(release)))
    assert lost <= LABEL_WORDS


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    paragraphs=st.lists(SENTENCES.map(lambda text: f"The {text} " + "reef " * 25 + "grows."), min_size=1, max_size=8)
)
def test_paragraphs_are_printed_all_once_and_in_order(tmp_path: Path, paragraphs: list[str]) -> None:
    path = tmp_path / "release.txt"
    path.write_text("Reef returns\n\n" + "\n\n".join(paragraphs), encoding="utf-8")
    body = read_release(path).document.body
    assert [Counter(words_of(block.text)) for block in body] == [Counter(words_of(text)) for text in paragraphs]
    lines = [block.line for block in body if block.line]
    assert lines == sorted(lines)
