"""What stops a build before any page is made, and what a build never writes over."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.errors import OutputError, SettingsError, SourceError
from presskit.making import build
from presskit.making.build import make_kit
from presskit.making.orders import BuildOrder
from presskit.sorting.sources import find_sources
from tests.support.writing import release, write_kit

pytestmark = pytest.mark.usefixtures("in_process")


def make(kit: Path) -> None:
    make_kit(BuildOrder((kit,)), find_sources([kit]))


def test_a_text_about_the_organisation_alone_is_no_kit(tmp_path: Path) -> None:
    kit = write_kit(tmp_path, {"boilerplate.txt": "The Quillon Ferry Company is a company of ferrymen."})
    with pytest.raises(SourceError, match="nothing to build"):
        make(kit)


def test_every_language_that_is_not_spoken_is_named_with_its_file(tmp_path: Path) -> None:
    other = release().replace("---\n", "---\nlanguage: tlh\n", 1)
    kit = write_kit(tmp_path, {"kit.toml": 'language = "eo"\n', "releases/a.md": release(), "releases/b.md": other})
    with pytest.raises(SettingsError) as raised:
        make(kit)
    assert [str(item.where) for item in raised.value.problems] == ["kit.toml", "b.md"]
    assert "“eo”" in raised.value.problems[0].message
    assert "“tlh”" in raised.value.problems[1].message


def test_a_document_of_others_is_never_written_over(tmp_path: Path) -> None:
    kit = write_kit(tmp_path, {"releases/a.md": release(), "documents/survey.pdf": "%PDF"})
    with pytest.raises(OutputError, match="is one of the sources"):
        build.build(BuildOrder((kit,), kit / "documents" / "survey.pdf"))
    assert (kit / "documents" / "survey.pdf").read_text(encoding="utf-8") == "%PDF"
