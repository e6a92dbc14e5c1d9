from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.model import Block
from presskit.reading.cues.junk import find_furniture, why_furniture
from presskit.reading.result import Reading
from tests.support.reading import read_biography, read_boilerplate, read_factsheet, read_release

FURNITURE = [
    "-more-",
    "(more follows)",
    "(continued on next page)",
    "Page 1 of 2",
    "Seite 2 von 3",
    "(suite page suivante)",
    "Página 1 de 2",
    "Sent from my iPhone",
    "Von meinem iPhone gesendet",
    "Envoyé de mon iPhone",
    "Enviado desde mi iPhone",
    "Word count: 431",
    "431 words",
    "Zeichen: 2.431 (mit Leerzeichen)",
    "Nombre de mots : 431",
    "SEO title: Ferry stops",
    "Meta description: The ferry sails again.",
    "Slug: ferry-sails",
    "Leave a Comment",
    "Leave a Reply",
    "3 Comments",
    "No comments yet",
    "Comments are closed.",
    "2 thoughts on “Reef returns”",
    "Your email address will not be published. Required fields are marked *",
    "Share this:",
    "Share on Facebook",
    "Tweet this",
    "Click to share on Twitter (Opens in new window)",
    "Like Loading...",
    "Like this:",
    "Loading...",
    "Join 229 other followers:",
    "Get every new post on this blog delivered to your Inbox.",
    "Subscribe to our newsletter",
    "Sign up for updates",
    "Enter your email address to follow this blog",
    "Posted on May 12, 2026 by admin",
    "By admin",
    "Filed under News",
    "Updated",
    "Last updated: May 12, 2026",
    "This entry was posted in News and tagged reef.",
    "Bookmark the permalink.",
    "Tags: kelp, reef",
    "4 min read",
    "Home > News > Releases",
    "Skip to content",
    "« Older entry",
    "Newer post →",
    "Newer post »",
    "Previous post: Otters",
    "Read more…",
    "Back to top",
    "Continue reading",
    "Related posts",
    "You may also like",
    "Copyright 2026 Kelp Trust",
    "© Kelp Trust",
    "All rights reserved.",
    "Powered by WordPress",
    "Privacy Policy",
    "This site uses cookies to count its visitors.",
]
SENTENCES = [
    "Leave a comment card in the box and the keeper will read it on Sunday.",
    "Share prices of the ropeway rose by two cents after the announcement on Monday.",
    "Posted sentries watched the reef by night.",
    "Home is where the kelp is, said the keeper of the bay to the children.",
    "The reef returned.",
    "Related species were counted as well, among them forty that no diver had seen.",
    "Updated rules protect the reef",
    "Subscribers of the Reef Letter met in the harbor hall and voted for a second boat.",
    "Comments from the public hearing will be printed in full in the fall report.",
    "Copyright law was no matter for the otters.",
    "« Le récif revient », dit-elle.",
    "« Un phare où personne ne monte n’est qu’une lampe. »",
    "وقالت المديرة: «عاد البحر إلينا»",
    "»Das Riff ist zurück«, sagt sie.",
]

LONG = "The reef was measured twice, once by boat and once by hand, and it was larger than it was the year before."


def blocks(*texts: str) -> list[Block]:
    return [Block("paragraph", text, text, number) for number, text in enumerate(texts, start=1)]


def removed(*texts: str, certain: tuple[int, ...] = ()) -> list[int]:
    return sorted(find_furniture(blocks(*texts), [place in certain for place in range(len(texts))]))


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert why_furniture(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_of_a_release(line: str) -> None:
    assert why_furniture(line) is None


@given(st.lists(st.from_regex(r"[A-Za-z]{2,9}", fullmatch=True), min_size=31, max_size=60))
def test_a_long_sentence_is_never_furniture(words: list[str]) -> None:
    assert why_furniture(" ".join(words)) is None
    assert removed(" ".join(words)) == []


def test_lone_words_count_beside_furniture_only() -> None:
    assert removed("Search", "A reef.", "Print") == []
    assert removed("Share this:", "Facebook", "Print", "A reef.") == [0, 1, 2]


def test_comments_below_a_release_go_with_their_heading() -> None:
    assert removed(LONG, LONG, "2 Comments", "Bob says:", LONG, "© Bob") == [2, 3, 4, 5]
    assert removed("2 Comments", LONG, LONG) == [0]
    assert removed(LONG, LONG, "2 Comments", "Bob says:", "CONTACT: Ada Thorn", "Text.", certain=(4,)) == [2, 3]


def test_titles_of_other_posts_go_and_a_paragraph_ends_them() -> None:
    assert removed(LONG, LONG, "Related posts", "Otters are back", "Why urchins matter", LONG) == [2, 3, 4]


def test_a_list_is_furniture_when_every_item_is() -> None:
    share = Block("list", "Facebook\nShare this\nPrint", "", 1)
    mixed = Block("list", "Share this\nThe reef returned.", "", 2)
    assert sorted(find_furniture([share, mixed], [False, False])) == [0]


KEPT = """# {title}

Follow us on Twitter

The night ferry sails again tonight, nine years after the storm took her sister ship from the old quay, and all her
berths were taken within a week, the office said.
"""


@pytest.mark.parametrize("read", [read_release, read_factsheet, read_biography, read_boilerplate])
@pytest.mark.parametrize("keep", ["Follow us on Twitter", "follow us  on twitter", "Follow us on…"])
def test_a_line_is_printed_where_a_person_says_so(
    tmp_path: Path, read: Callable[[Path], Reading[Any]], keep: str
) -> None:
    path = tmp_path / "a.md"
    path.write_text(KEPT.format(title="Nell Farrow"), encoding="utf-8")
    assert "Follow us on Twitter" not in words_in_blocks(read(path).document)
    path.write_text(f'---\nkeep: ["{keep}"]\n---\n{KEPT.format(title="Nell Farrow")}', encoding="utf-8")
    assert "Follow us on Twitter" in words_in_blocks(read(path).document)


def words_in_blocks(document: Any) -> str:
    """Return the words that a document prints; what was left out stands in “removed”."""
    facts = [asdict(block) for block in document] if isinstance(document, tuple) else asdict(document)
    return json.dumps(facts if isinstance(facts, list) else {**facts, "removed": ()}, default=str)
