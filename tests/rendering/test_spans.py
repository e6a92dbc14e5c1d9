"""Which letters of a text object stand in a span, and how it is written."""

from __future__ import annotations

import pytest

from presskit.rendering.lessons.spans import Letter, letters_of, spans_of, tokens_of, with_undrawn, written

LAM, KAF, FATHA, NON_JOINER = "\u0644", "\u0643", "\u064e", "\u200c"


def spans(shown: bytes, *letters: Letter, undrawn: str = "") -> list[bytes]:
    """Return the operators of a text object with its letters in their spans."""
    tokens = with_undrawn(tokens_of([shown]), undrawn)
    return list(written(tokens, list(spans_of(tokens, letters))))


def plain(place: int, text: str) -> Letter:
    return Letter(place, place, text, is_plain=True)


def span(text: str) -> bytes:
    return b"/Span <</ActualText <feff%b>>> BDC" % text.encode("utf-16-be").hex().encode()


@pytest.mark.parametrize(
    ("texts", "letters"),
    [
        (["a", "b"], [(0, 0), (1, 1)]),
        ([KAF, LAM, "", "a"], [(0, 0), (1, 2), (3, 3)]),
        (["a", "", "é", "b"], [(0, 0), (1, 2), (3, 3)]),
        (["", "é"], [(0, 1)]),
        ([LAM, ""], [(0, 1)]),
        ([""], [(0, 0)]),
        ([], []),
    ],
)
def test_a_letter_is_all_glyphs_of_which_one_says_it(texts: list[str], letters: list[tuple[int, int]]) -> None:
    assert list(letters_of(texts)) == letters


def test_plain_letters_are_written_as_they_were() -> None:
    assert spans(b"[<00010002>-3<0003>] TJ", plain(0, "a"), plain(1, "b"), plain(2, "c")) == [
        b"[<0001> <0002> -3 <0003>] TJ"
    ]


def test_a_letter_of_two_glyphs_stands_in_a_span() -> None:
    assert spans(b"[<0001>0<00020003>] TJ", plain(0, KAF), Letter(1, 2, LAM, is_plain=False)) == [
        b"[<0001> 0] TJ",
        span(LAM),
        b"[<0002> <0003>] TJ",
        b"EMC",
    ]


def test_a_glyph_that_stands_for_another_letter_too_stands_in_a_span() -> None:
    assert spans(b"[<0001>] TJ", Letter(0, 0, "Đ", is_plain=False)) == [span("Đ"), b"[<0001>] TJ", b"EMC"]


def test_a_mark_and_its_letter_are_one_with_the_way_to_the_mark() -> None:
    assert spans(b"[<0001>5<>-40<0002>40<0003>] TJ", plain(0, KAF), plain(1, FATHA), plain(2, LAM)) == [
        b"[<0001>] TJ",
        span(LAM + FATHA),
        b"[5 -40 <0002> 40 <0003>] TJ",
        b"EMC",
    ]


def test_a_letter_far_from_the_pen_takes_the_way_into_its_span() -> None:
    assert spans(b"[<0001>300<0002>] TJ", plain(0, KAF), plain(1, LAM)) == [
        b"[<0001>] TJ",
        span(LAM),
        b"[300 <0002>] TJ",
        b"EMC",
    ]
    assert spans(b"[<0001>300<0002>] TJ", plain(0, "a"), plain(1, "b")) == [b"[<0001> 300 <0002>] TJ"]


def test_a_non_joiner_is_said_behind_its_letter() -> None:
    said = spans(b"[<0001>0<>0.0<0002>] TJ", plain(0, KAF), plain(1, LAM), undrawn=NON_JOINER)
    assert said[1] == span(LAM + NON_JOINER)


def test_other_characters_without_a_glyph_are_not_said() -> None:
    assert spans(b"[<0001>0<>0.0<0002>] TJ", plain(0, KAF), plain(1, LAM), undrawn="\u200e") == [
        b"[<0001> 0 0.0 <0002>] TJ"
    ]


def test_glyphs_of_another_length_are_left_alone() -> None:
    assert spans(b"[<0102>] TJ", Letter(0, 1, LAM, is_plain=False)) == [b"[<0102>] TJ"]
