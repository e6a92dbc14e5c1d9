from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import ImageCms

from presskit.errors import SourceError, UsageError
from presskit.printing.inking.profiles import Profile, read_profile, srgb


def test_a_printers_profile_brings_its_name(profile: Profile) -> None:
    assert profile.name == "Artifex CMYK SWOP Profile"
    assert profile.opened.profile.xcolor_space == "CMYK"


def test_a_profile_of_a_screen_is_refused(tmp_path: Path) -> None:
    (tmp_path / "screen.icc").write_bytes(srgb().data)
    with pytest.raises(UsageError, match="made for RGB, not for the four inks"):
        read_profile(tmp_path / "screen.icc")


@pytest.mark.parametrize("data", [b"", b"not a profile", b"%PDF-1.7\n" * 40])
def test_another_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.icc").write_bytes(data)
    with pytest.raises(UsageError, match="not an ICC profile"):
        read_profile(tmp_path / "a.icc")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"printer\.icc is not there"):
        read_profile(tmp_path / "printer.icc")


def test_srgb_is_the_same_whenever_it_is_made() -> None:
    fresh = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = srgb().data
    assert (data[:24], data[36:]) == (fresh[:24], fresh[36:])
    assert data[24:36] == bytes.fromhex("07d0 0001 0001 0000 0000 0000")
    assert ImageCms.ImageCmsProfile(BytesIO(data)).profile.creation_date.year == 2000  # type: ignore[union-attr]


def test_a_name_with_commands_in_it_is_one_plain_line(tmp_path: Path, profile: Profile) -> None:
    own, told = profile.name.encode(), b"A\nPantone: any\x1b[2J\x07"
    data = profile.data.replace(own, told.ljust(len(own))[: len(own)])
    (tmp_path / "a.icc").write_bytes(data)
    name = read_profile(tmp_path / "a.icc").name
    assert name.startswith("A Pantone: any [2J")
    assert name.isprintable()


@pytest.mark.parametrize("table", [b"B2A", b"A2B"])
def test_a_profile_whose_tables_are_damaged_is_refused(tmp_path: Path, profile: Profile, table: bytes) -> None:
    data = bytearray(profile.data)
    for entry in range(132, 132 + 12 * int.from_bytes(data[128:132], "big"), 12):  # the list of tables (ICC.1, 7.3)
        if data[entry : entry + 3] == table:
            data[entry + 4 : entry + 8] = (len(data) - 20).to_bytes(4, "big")
    (tmp_path / "a.icc").write_bytes(data)
    with pytest.raises(UsageError, match="cannot be used for printing"):
        read_profile(tmp_path / "a.icc")


def test_a_name_in_other_letters_is_taken_from_the_file(tmp_path: Path, profile: Profile) -> None:
    (tmp_path / "presse.icc").write_bytes(profile.data.replace(b"Artifex", b"\xe9t\xe9 \xff\xfe."))
    assert read_profile(tmp_path / "presse.icc").name == "presse"
