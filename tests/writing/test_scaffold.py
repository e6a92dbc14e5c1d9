from __future__ import annotations

import re
from pathlib import Path

import pytest

from presskit.errors import ExitCode, OutputError
from presskit.resources import shipped
from presskit.settings import (
    BrandSettings,
    FrontMatter,
    KitSettings,
    PhotoSettings,
    read_brand,
    read_front_matter,
    read_kit_settings,
    read_photo_settings,
)
from presskit.settings.fields import ContactSettings, Settings, words_of
from presskit.writing.scaffold import scaffold

COMMENTED_SETTING = re.compile(r"^# (?=[a-z_]+(?: =|:) |\[)", re.MULTILINE)
TEXTS = ("releases/first-release.md", "factsheet.md", "bios/first-person.md", "boilerplate.txt")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_all_files_are_written_and_named(tmp_path: Path) -> None:
    written = scaffold(tmp_path / "new" / "kit")
    expected = {"kit.toml", "brand/brand.toml", "photos/photos.toml", *TEXTS}
    assert {path.relative_to(tmp_path / "new/kit").as_posix() for path in written} == expected
    assert all(path.is_file() for path in written)
    assert names(tmp_path / "new") == ["kit"]


def test_the_settings_can_be_read(tmp_path: Path) -> None:
    scaffold(tmp_path / "kit")
    settings = read_kit_settings(tmp_path / "kit")
    brand = read_brand(settings.brand, "not used")
    assert settings.title == "[Title of the press kit]"
    assert brand.name == "[Name of the organisation]"
    assert brand.contacts[0].name == "[Name of the press contact]"
    assert read_photo_settings(tmp_path / "kit/photos/photos.toml") == {}


@pytest.mark.parametrize("name", TEXTS)
def test_each_text_can_be_read_and_asks_for_its_words(tmp_path: Path, name: str) -> None:
    scaffold(tmp_path)
    settings, text, _ = read_front_matter((tmp_path / name).read_text(encoding="utf-8"), tmp_path / name)
    assert "[" in text
    assert all(str(value).startswith("[") for value in settings.model_dump(exclude_unset=True).values())


def test_the_settings_that_wait_can_be_used(tmp_path: Path) -> None:
    scaffold(tmp_path)
    for name in ("kit.toml", "brand/brand.toml", "photos/photos.toml"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(COMMENTED_SETTING.sub("", text), encoding="utf-8")
    brand_text = (tmp_path / "brand/brand.toml").read_text(encoding="utf-8")
    (tmp_path / "brand/fonts").mkdir()
    for file in re.findall(r'"([\w/-]+\.(?:svg|ttf))"', brand_text):
        (tmp_path / "brand" / file).touch()
    settings = read_kit_settings(tmp_path)
    assert settings.model_fields_set == set(KitSettings.model_fields)
    brand = read_brand(settings.brand, "")
    assert brand.logo
    assert len(brand.faces) == 6
    (photo,) = read_photo_settings(tmp_path / "photos/photos.toml").values()
    assert photo.model_fields_set == set(PhotoSettings.model_fields)


def test_the_release_settings_that_wait_can_be_used() -> None:
    text = (shipped("templates/scaffold") / "releases/first-release.md").read_text(encoding="utf-8")
    settings, _, _ = read_front_matter(COMMENTED_SETTING.sub("", text), Path("first-release.md"))
    assert settings.model_fields_set == {"headline", "subhead", "date", "status", "embargo", "correction", "pull"}


@pytest.mark.parametrize(
    ("name", "group"),
    [("kit.toml", KitSettings), ("brand/brand.toml", BrandSettings), ("brand/brand.toml", ContactSettings)],
)
def test_every_setting_stands_there(name: str, group: type[Settings]) -> None:
    text = (shipped("templates/scaffold") / name).read_text(encoding="utf-8")
    assert [word for word in words_of(group) if not re.search(rf"^(# |#? ?\[+){word}\b|^{word}\b", text, re.M)] == []


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(OutputError) as caught:
        scaffold(tmp_path)
    assert caught.value.exit_code is ExitCode.OUTPUT
    assert caught.value.problems[0].code == "b-009"
    assert str(tmp_path) in caught.value.problems[0].message
    assert names(tmp_path) == ["notes.txt"]


def test_an_empty_folder_and_one_with_hidden_files_are_filled(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").touch()
    scaffold(tmp_path)
    assert names(tmp_path) == [
        ".DS_Store", "bios", "boilerplate.txt", "brand", "factsheet.md", "kit.toml", "photos", "releases"
    ]  # fmt: skip


def test_a_file_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kit").write_text("mine")
    with pytest.raises(OutputError) as caught:
        scaffold(tmp_path / "kit")
    assert caught.value.problems[0].message == f"{tmp_path / 'kit'} cannot be written: a file has this name."
    assert (tmp_path / "kit").read_text() == "mine"


def test_a_folder_below_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError) as caught:
        scaffold(tmp_path / "file" / "kit")
    assert caught.value.problems[0].code == "b-004"


def test_nothing_half_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: bytes) -> int:
        if self.name == "factsheet.md":
            raise OSError(28, "No space left on device")
        return len(data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError) as caught:
        scaffold(tmp_path / "kit")
    assert "No space left on device" in caught.value.problems[0].message
    assert names(tmp_path) == []


def test_a_person_can_write_into_each_file(tmp_path: Path) -> None:
    for path in scaffold(tmp_path / "kit"):
        assert path.stat().st_mode & 0o200


def test_the_settings_of_a_text_are_known_words() -> None:
    for file in shipped("templates/scaffold").rglob("*.md"):
        settings, _, _ = read_front_matter(file.read_text(encoding="utf-8"), file)
        top = file.read_text(encoding="utf-8").split("---")[1]
        words = set(re.findall(r"^(?:# )?([a-z]+): ", top, re.M))
        assert words <= words_of(FrontMatter).keys()
        assert settings.model_fields_set <= words
