from __future__ import annotations

import os
from pathlib import Path

import pytest

from presskit.composing.look.theme import environment
from presskit.composing.templating.filling import fill
from presskit.errors import RenderingError, SettingsError


def test_templates_are_compiled_once(tmp_path: Path) -> None:
    assert environment("editorial", None) is environment("editorial", None)
    assert environment("editorial", tmp_path) is not environment("editorial", None)


def test_a_brands_template_is_read_again_when_it_changes(tmp_path: Path) -> None:
    (tmp_path / "cover.html").write_text("{{ nothing }}", encoding="utf-8")
    with pytest.raises(RenderingError):
        fill(environment("editorial", tmp_path), "cover.html", {})
    (tmp_path / "cover.html").write_text("A cover of our own", encoding="utf-8")
    os.utime(tmp_path / "cover.html", (0, 0))  # a clock may be too coarse to tell the two apart
    assert fill(environment("editorial", tmp_path), "cover.html", {}) == "A cover of our own"


def test_a_theme_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(SettingsError, match=r"“gothic” \(there are: editorial, gallery, institutional\)"):
        environment("gothic", None)
