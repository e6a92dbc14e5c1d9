"""Where what is said of a thing stands is found without reading the same settings again for each thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit import gate
from presskit.noting.tables import values_in
from presskit.preview.correcting import homes
from tests.support.writing import write_kit


def test_settings_are_parsed_once_for_all_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{number}.jpg" for number in range(12)]
    photos = "".join(f'["{name}"]\ncaption = "Of {name}"\n' for name in names)
    texts = {f"releases/{number}.md": f"# Text {number}\n" for number in range(6)}
    write_kit(tmp_path, {"photos/photos.toml": photos, "kit.toml": '[files."0.md"]\nkind = "statement"\n', **texts})
    parsed: list[str] = []
    monkeypatch.setattr(homes, "values_in", lambda text: parsed.append(text) or values_in(text))
    with gate.opened(tmp_path):
        said = [homes.said_at(homes.of_photo(tmp_path / "photos" / name)) for name in names]
        tops = [homes.of_text(tmp_path, tmp_path / text).is_top for text in texts]
    assert said == [{"caption": f"Of {name}"} for name in names]
    assert tops == [False, True, True, True, True, True]
    assert len(parsed) == 2


def test_the_names_of_a_kit_are_looked_through_once_for_all_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [f"releases/{number}.docx" for number in range(6)]
    write_kit(tmp_path, dict.fromkeys([*texts, "old/3.DOCX"], b""))
    walked: list[Path] = []
    walk = gate.walk
    monkeypatch.setattr(gate, "walk", lambda folder: walked.append(folder) or walk(folder))
    with gate.opened(tmp_path):
        twins = homes.twins_in(tmp_path)
        named = [homes.of_text(tmp_path, tmp_path / text, twins).table[-1] for text in texts]
        alone = homes.of_text(tmp_path, tmp_path / texts[3]).table[-1]
    assert named == ["0.docx", "1.docx", "2.docx", texts[3], "4.docx", "5.docx"]
    assert alone == texts[3]
    assert len(walked) == 2
