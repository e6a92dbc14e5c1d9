from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.reading.dates.dateline import parse_dateline

LEDE = "The Kelp Trust opened its second nursery today."
# The shapes that offices and wires use, with a place, a wire and an office that do not exist.
STYLES = [
    ("Marsh Bay, DC, November 16, 2017 (KT) –", "Marsh Bay, DC", date(2017, 11, 16), "KT"),
    ("Marsh Bay, DC, February 18, 2015 (KT) —", "Marsh Bay, DC", date(2015, 2, 18), "KT"),
    ("Marsh Bay, DC (May 29, 2013) —", "Marsh Bay, DC", date(2013, 5, 29), None),
    ("MARSH BAY--(TIDE WIRE)--(KT) –", "MARSH BAY", None, "KT"),
    ("MARSH BAY, DC--(Tidewire - June 23, 2015) -", "MARSH BAY, DC", date(2015, 6, 23), "Tidewire"),
    ("MARSH BAY , May 29 /Tidewire-US/ --", "MARSH BAY", None, "Tidewire-US"),
    ("MARSH BAY, May 7, 2024 /Tidewire/ --", "MARSH BAY", date(2024, 5, 7), "Tidewire"),
    ("MARSH BAY, NY (September 16, 2025)", "MARSH BAY, NY", date(2025, 9, 16), None),
]


@pytest.mark.parametrize(("text", "place", "day", "source"), STYLES)
def test_house_styles(text: str, place: str, day: date | None, source: str | None) -> None:
    dateline = parse_dateline(f"{text} {LEDE}")
    assert dateline is not None
    assert (dateline.text, dateline.place, dateline.date, dateline.source) == (text, place, day, source)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("MARSH BAY, Oregon May 12, 2026 --", "MARSH BAY, Oregon"),
        ("June 1st, 2026, Marsh Bay, United Kingdom:", "Marsh Bay, United Kingdom"),
        ("(Marsh Bay, Texas) –", "Marsh Bay, Texas"),
        ("Marsh Bay, MA.", "Marsh Bay, MA"),
        ("Marsh Bay, le 12 mai 2026 –", "Marsh Bay"),
        ("London – June 5, 2026.", "London"),
        ("London—", "London"),
        ("ST. OTTER, Minn., May 3, 2026 -", "ST. OTTER, Minn."),
        ("MARSH BAY (KT) _", "MARSH BAY"),
        ("الرباط، 12 مايو 2026 –", "الرباط"),
        ("12 May 2026 –", None),
    ],
)
def test_further_styles(text: str, place: str | None) -> None:
    lede = LEDE if text.isascii() or "–" not in text or "ا" not in text else "أعلنت المؤسسة"
    dateline = parse_dateline(f"{text} {lede}")
    assert dateline is not None
    assert (dateline.text, dateline.place) == (text, place)


@pytest.mark.parametrize(
    "text",
    [
        LEDE,
        "Island-wide counts show more fronds than ever.",
        "Sen. Thorn – who dived herself – said so.",
        "Above: The harbor at dawn.",
        "Greenhollow – The trust said so.",
        "UPDATE – The nursery opens at nine.",
        "The Kelp Trust (KT) is a charity.",
        "On May 5, 2026 – a Tuesday – it rained.",
        "Deep Water Life - a new exhibition - opens soon.",
        "In the most recent count – the third – there were more.",
        "Marsh Bay, May 12, 2026, was a fine day for the reef.",
        "May 12, 2026 – October 4, 2026, Long Hall and Slip Yard. Free.",  # when it is open
        "12 May 2026 - 4 October 2026: forty rooms of rope.",
        "",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert parse_dateline(text) is None


@given(
    city=st.sampled_from(["Marsh Bay", "OTTER POINT", "Saint-Ulric", "São Tomás", "D’Arcy"]),
    region=st.sampled_from(["", ", Ore.", ", OR", ", United Kingdom"]),
    day=st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    dated=st.sampled_from(
        [", {m} {d}, {y}", ", {d} {m} {y}", " ({m} {d}, {y})", ", {m} {d}, {y} /Tidewire/", ", {m} {d}, {y} (KT)"]
    ),
    dash=st.sampled_from([" – ", " — ", " -- ", "—", " - ", "--"]),
)
def test_a_dateline_written_in_a_style_is_read_back(city: str, region: str, day: date, dated: str, dash: str) -> None:
    written = city + region + dated.format(m=day.strftime("%B"), d=day.day, y=day.year) + dash
    dateline = parse_dateline(written + LEDE)
    assert dateline is not None
    assert (dateline.text, dateline.place, dateline.date) == (written.strip(), city + region, day)


@given(st.text(max_size=300))
def test_a_dateline_is_always_the_start_of_its_paragraph(text: str) -> None:
    dateline = parse_dateline(text)
    assert dateline is None or text.lstrip().startswith(dateline.text)
