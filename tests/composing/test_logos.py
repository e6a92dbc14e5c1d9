"""A logo is shown where it is seen, and told where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from presskit.composing.frame import compose_cover
from presskit.composing.look.logos import (
    colours_of,
    faint_logos,
    has_ground,
    is_faint,
    lost_logos,
    stands_out,
    why_lost,
)
from presskit.model import Brand, Kit

BLACK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30z"{}/></svg>'


def drawn(folder: Path, paint: str, name: str = "logo.svg") -> Path:
    path = folder / name
    path.write_text(BLACK.format(paint), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("paint", "colours"),
    [
        ("", ["#000000"]),
        (' fill="#fc0"', ["#ffcc00"]),
        (' fill="none" stroke="white"', ["#ffffff"]),
        (' style="fill: rgb(0, 0, 255); stroke: none"', ["#0000ff"]),
        (' fill="#fc0" stroke="#000"', ["#ffcc00", "#000000"]),
    ],
)
def test_the_colours_of_a_drawing_are_those_that_it_says(tmp_path: Path, paint: str, colours: list[str]) -> None:
    assert [*colours_of(drawn(tmp_path, paint))] == colours


def test_the_colours_of_a_picture_are_those_of_what_is_not_transparent(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (40, 20), (255, 255, 255, 0))
    picture.paste((0, 0, 0, 255), (0, 0, 40, 10))
    picture.save(tmp_path / "logo.png")
    assert colours_of(tmp_path / "logo.png") == {"#000000": 1.0}
    assert not has_ground(tmp_path / "logo.png")
    picture.convert("RGB").save(tmp_path / "flat.png")
    assert has_ground(tmp_path / "flat.png")


@pytest.mark.parametrize(
    ("paint", "ground", "is_seen", "is_hardly_seen"),
    [("", "#fff2a8", True, False), ("", "#101820", False, True), (' fill="#3f1"', "#ffffff", False, True)],
)
def test_black_is_seen_on_yellow_and_neon_is_not_on_white(
    tmp_path: Path, paint: str, ground: str, *, is_seen: bool, is_hardly_seen: bool
) -> None:
    colours = colours_of(drawn(tmp_path, paint))
    assert stands_out(colours, ground) == is_seen
    assert is_faint(colours, ground) == is_hardly_seen


@pytest.mark.parametrize(
    ("field", "files", "shown", "told"),
    [
        ("#fff2a8", {"logo": ""}, 'class="mark lone"', ["as it is"]),
        ("#101820", {"logo": ""}, 'class="mark plated lone"', ["on a white plate"]),
        ("#101820", {"logo": "", "logo_reversed": ' fill="#fff"'}, 'class="mark lone"', []),
        ("#101820", {}, 'class="mark bare"', []),
    ],
)
def test_the_cover_carries_the_logo_whatever_files_there_are(
    tmp_path: Path, field: str, files: dict[str, str], shown: str, told: list[str]
) -> None:
    logos = {name: drawn(tmp_path, paint, f"{name}.svg") for name, paint in files.items()}
    brand = Brand("Old Harbour Ferries", brand=field, folder=tmp_path, **logos)  # type: ignore[arg-type]
    cover = compose_cover(Kit("A kit", brand, "en", tmp_path, ()))
    assert shown in cover.html
    assert ("<img" in cover.html) == bool(files)
    assert [item.code for item in cover.findings] == ["c-051"] * len(told)
    assert all(words in item.message for words, item in zip(told, cover.findings, strict=True))


def test_a_logo_that_its_ground_swallows_is_told(tmp_path: Path) -> None:
    pale = Brand("Ferries", brand="#101820", folder=tmp_path, logo=drawn(tmp_path, ' fill="#3f1"'))
    assert [item.code for item in faint_logos(pale)] == ["c-050"]
    assert "c-050" in [item.code for item in compose_cover(Kit("A kit", pale, "en", tmp_path, ())).findings]


def test_what_is_no_drawing_has_no_colours(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_bytes(b"\x1f\x8b packed")
    assert colours_of(tmp_path / "logo.svg") == {}


def painted(folder: Path, size: tuple[int, int], box: tuple[int, int, int, int], ground: tuple[int, ...]) -> Path:
    mode = "RGBA" if len(ground) > len("RGB") else "RGB"
    picture = Image.new(mode, size, ground)
    picture.paste((200, 0, 0, 255)[: len(mode)], box)
    picture.save(folder / "logo.png")
    return folder / "logo.png"


CLEAR, WHITE_PAPER = (0, 0, 0, 0), (255, 255, 255)


@pytest.mark.parametrize("ground", [CLEAR, WHITE_PAPER])
@pytest.mark.parametrize(
    ("size", "box", "reason"),
    [
        ((400, 160), (0, 0, 0, 0), "is"),
        ((2000, 2000), (900, 900, 1100, 980), "it fills 10% of its picture's width and 4% of its height"),
        ((20, 4000), (0, 40, 20, 4000), "it is 20 px wide and 4000 px high"),
        ((400, 160), (40, 40, 360, 120), None),
        ((400, 400), (40, 180, 360, 200), None),  # one line of words in a square
    ],
)
def test_a_logo_of_which_little_is_seen_is_told(
    tmp_path: Path, size: tuple[int, int], box: tuple[int, int, int, int], reason: str | None, ground: tuple[int, ...]
) -> None:
    told = why_lost(painted(tmp_path, size, box, ground))
    assert (reason in told) if told and reason else told == reason
    brand = Brand("Ferries", brand="#101820", folder=tmp_path, logo=tmp_path / "logo.png")
    assert [item.code for item in lost_logos(brand)] == ["b-017"] * bool(reason)


def test_a_drawing_without_shapes_shows_nothing(tmp_path: Path) -> None:
    empty = tmp_path / "empty.svg"
    empty.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g/></svg>', encoding="utf-8")
    assert why_lost(empty) == "nothing is drawn in it"
    assert why_lost(drawn(tmp_path, ' fill="#fc0"')) is None
