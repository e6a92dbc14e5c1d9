from __future__ import annotations

from pathlib import Path

import pytest

from presskit.checking.editing.speakers import find_quotes_without_speaker
from presskit.model import Block, Brand, Kit, Quote, Release

SPEECH = "“We should have done this in the first of those four winters.”"
FLAGS = "Flags hung from all nine boats of the harbour, and from the roof of the school."


def told(*texts: str, language: str = "en", pull: str | None = None) -> list[str]:
    body = tuple(Block("paragraph", text, text, 5 + 2 * number) for number, text in enumerate(texts))
    chosen = Quote(pull) if pull else None
    release = Release(Path("release.txt"), "release", language, body=body, pull=chosen)
    kit = Kit("Spring", Brand("Old Harbour Ferries"), language, Path(), (release,))
    return [str(one.where) for one in find_quotes_without_speaker(kit)]


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        ((FLAGS, SPEECH, FLAGS), "en"),
        ((FLAGS, SPEECH), "en"),
        (
            ("Des drapeaux pendaient aux neuf bateaux.", "« Nous aurions dû le faire dès le premier de ces hivers. »"),
            "fr",
        ),
        (
            ("Fahnen hingen an allen neun Booten.", "„Wir hätten das schon im ersten dieser vier Winter tun sollen.“"),
            "de",
        ),
        (
            ("Había banderas en los nueve barcos.", "«Tendríamos que haberlo hecho en el primero de esos inviernos.»"),
            "es",
        ),
        (
            (
                "رفعت الأعلام على القوارب التسعة في الميناء.",
                "«كان علينا أن نفعل هذا في أول شتاء من تلك الشتاءات الأربعة.»",
            ),
            "ar",
        ),
    ],
)
def test_a_quotation_that_nobody_speaks_is_found(texts: tuple[str, ...], language: str) -> None:
    assert told(*texts, language=language) == ["release.txt, line 7"]


@pytest.mark.parametrize(
    "texts",
    [
        (FLAGS, f"{SPEECH} said Ona Brill, her captain."),
        (FLAGS, f"{SPEECH} – Ona Brill"),
        ("Ona Brill has waited for four years.", SPEECH),  # the speaker stands a sentence before
        ("The captain put it in one sentence:", SPEECH),
        (FLAGS, SPEECH, "So said her captain, who has waited for four years."),
        (FLAGS, SPEECH, "Ona Brill, her captain, laughs."),
        ("“It was cold,” said Ona Brill.", SPEECH, SPEECH.replace("first", "last")),  # one speaker, two paragraphs
        (FLAGS, "“Nine Boats and a Piano for Whoever Has Waited Long Enough”"),  # a title
        (FLAGS, "“How often have you waited for the ferry in these four winters?”"),
        (FLAGS, "“The one who waits.”"),
        (FLAGS, f"{SPEECH} is written above the door of the school, and nobody knows why."),
        (SPEECH, FLAGS, f"{SPEECH} said Ona Brill."),  # shown large above
    ],
)
def test_a_quotation_that_may_have_a_speaker_is_not(texts: tuple[str, ...]) -> None:
    assert told(*texts) == []


def test_the_sentence_that_is_shown_large_needs_none() -> None:
    assert told(FLAGS, SPEECH, pull=SPEECH) == []
