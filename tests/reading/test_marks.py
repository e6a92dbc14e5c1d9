from __future__ import annotations

from datetime import date

import pytest

from presskit.reading.cues.marks import find_date_line, is_end_mark, read_status

HEADLINE = "Reef returns to Marsh Bay"


@pytest.mark.parametrize(
    "text", ["###", "# # #", "####", "-30-", "– 30 –", "ENDS", "-ENDS-", "[Ends]", "***", "END", "- ends -", "انتهى"]
)
def test_end_marks(text: str) -> None:
    assert is_end_mark(text)


@pytest.mark.parametrize("text", ["30", "end", "The end", "**", "ENDS of rope", "-30 degrees", "fin"])
def test_what_is_no_end_mark(text: str) -> None:
    assert not is_end_mark(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("FOR IMMEDIATE RELEASE", "immediate"),
        ("For immediate release:", "immediate"),
        ("FOR IMMEDIATE RELEASE – May 12, 2026", "immediate"),
        ("PRESS RELEASE – FOR IMMEDIATE RELEASE", "immediate"),
        ("Pour diffusion immédiate", "immediate"),
        ("Per la pubblicazione immediata", "immediate"),
        ("Voor onmiddellijke publicatie", "immediate"),
        ("Para divulgação imediata", "immediate"),
        ("För omedelbar publicering", "immediate"),
        ("For Release: Upon Receipt", "immediate"),
        ("للنشر الفوري", "immediate"),
        ("EMBARGOED UNTIL 9 am ET, 12 May 2026", "embargo"),
        ("Embargo: 12 May 2026, 09:00 GMT", "embargo"),
        ("STRICTLY EMBARGOED – not for publication before noon", "embargo"),
        ("Not for publication or broadcast before 00.01 hours, 12 May", "embargo"),
        ("Sous embargo jusqu’au 12 mai 2026 à 9h", "embargo"),
        ("CORRECTED", "corrected"),
        ("UPDATED RELEASE", "updated"),
        ("CORRECTED May 13, 2026, 3:30 p.m.", "corrected"),
        ("UPDATED ON 13 May 2026", "updated"),
        ("WITHDRAWN", "withdrawn"),
        ("NEWS RELEASE", None),
        ("Communiqué de presse", None),
        ("Press release, May 12, 2026", None),
    ],
)
def test_a_status_line_is_taken_whole(text: str, status: str | None) -> None:
    found = read_status(text)
    assert found is not None
    assert (found.status, found.length) == (status, len(text))


@pytest.mark.parametrize(
    "label", ["FOR IMMEDIATE RELEASE: ", "CORRECTED: ", "For Immediate Release – ", "PRESS RELEASE: "]
)
def test_a_headline_may_follow_on_the_same_line(label: str) -> None:
    found = read_status(label + HEADLINE)
    assert found is not None
    assert found.length == len(label)


@pytest.mark.parametrize(
    "text",
    [
        HEADLINE,
        "Updated",
        "Updated rules for the reef",
        "Embargo on kelp lifted after ten years",
        "Press releases have changed, says Thorn",
        "Immediate relief for divers",
        "UPDATED RULES FOR THE REEF",
    ],
)
def test_what_is_no_status_line(text: str) -> None:
    assert read_status(text) is None


@pytest.mark.parametrize(
    "text",
    ["May 12, 2026", "Date: 12 May 2026", "*Released on May 12, 2026*", "May 12, 2026, 9:00 am", "le 12 mai 2026"],
)
def test_a_line_that_is_a_date(text: str) -> None:
    assert find_date_line(text) == date(2026, 5, 12)


@pytest.mark.parametrize("text", ["May 12, 2026 marks a return", "The reef, May 12, 2026", "May 12", "Reef"])
def test_a_line_with_more_than_a_date(text: str) -> None:
    assert find_date_line(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "Check against delivery",
        "CHECK AGAINST DELIVERY.",
        "Es gilt das gesprochene Wort!",
        "Seul le prononcé fait foi",
        "Vale lo pronunciado",
        "Fa fede il testo pronunciato",
        "Det talade ordet gäller",
        "Het gesproken woord geldt",
    ],
)
def test_what_is_said_above_a_speech_is_a_label(line: str) -> None:
    said = read_status(line)
    assert said
    assert (said.status, said.length) == (None, len(line))
    assert read_status(f"{line} in the harbour of Port Quillon") is None
