from __future__ import annotations

from presskit.linking.lettering.unicode import joined_texts, read_texts, write_texts


def test_a_map_is_written_and_read_back() -> None:
    texts = {0: "", 3: "a", 7: "ffi", 900: "\N{GRINNING FACE}"} | {glyph: chr(glyph) for glyph in range(1000, 1250)}
    written = write_texts(texts)
    assert read_texts(written) == texts
    assert [int(line.split()[0]) for line in written.splitlines() if line.endswith(b"beginbfchar")] == [100, 100, 54]


def test_the_range_of_codes_is_not_taken_for_an_entry() -> None:
    assert read_texts(write_texts({})) == {}


def test_texts_are_joined_alike_in_any_order() -> None:
    maps = [{1: "\N{NO-BREAK SPACE}", 2: "fi", 3: ""}, {1: " ", 2: "f", 3: "\N{ARABIC FATHA}"}, {4: "x"}]
    joined = {1: " ", 2: "f", 3: "\N{ARABIC FATHA}", 4: "x"}
    assert joined_texts(maps) == joined_texts(maps[::-1]) == joined
