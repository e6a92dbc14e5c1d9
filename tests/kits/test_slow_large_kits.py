"""Large honest kits, whole: they take minutes, and are built by hand before a release."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import Cli
from tests.support import large_kits

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return large_kits.many_releases(tmp_path_factory.mktemp("releases"), 500)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kit.pdf", ()),
        ("kit.txt", ()),
        ("kit.html", ()),
        ("kit.zip", ()),
        ("print.pdf", ("--for", "print")),
        ("shop.pdf", ("--for", "shop")),
        ("email.pdf", ("--for", "email")),
    ],
)
def test_500_releases(releases: Path, tmp_path: Path, cli: Cli, name: str, words: tuple[str, ...]) -> None:
    done = cli("build", releases, "-o", tmp_path / name, *words)
    assert done.code == 0, done.err
    if name == "kit.pdf":
        assert len(PdfReader(tmp_path / name).pages) > 1000


def test_500_releases_are_no_booklet(releases: Path, tmp_path: Path, cli: Cli) -> None:
    done = cli("build", releases, "-o", tmp_path / "booklet.pdf", "--for", "booklet")
    assert done.code == 6
    assert "(f-005)" in done.err
    assert not (tmp_path / "booklet.pdf").exists()


def test_500_releases_are_checked_compared_and_mailed(releases: Path, tmp_path: Path, cli: Cli) -> None:
    people = large_kits.many_people(tmp_path / "people.csv", 300, 300)
    assert cli("check", releases).code == 0
    assert cli("build", releases, "-o", tmp_path / "kit.zip").code == 0
    assert cli("check", tmp_path / "kit.zip", "--against", releases).code == 0
    assert cli("build", releases, "-o", tmp_path / "kit.pdf").code == 0
    assert cli("check", tmp_path / "kit.pdf", "--against", releases).code == 0
    assert cli("diff", tmp_path / "kit.pdf", releases).code == 0
    done = cli("mail", releases, "--to", people, "-o", tmp_path / "drafts")
    assert done.code == 0, done.err
    assert len(list((tmp_path / "drafts").glob("*.eml"))) == 300


@pytest.mark.parametrize("name", ["kit.pdf", "kit.zip", "kit.html"])
def test_300_photos_of_24_megapixels(tmp_path: Path, cli: Cli, name: str) -> None:
    kit = large_kits.many_photos(tmp_path / "kit", 300)
    done = cli("build", kit, "-o", tmp_path / name)
    assert done.code == 0, done.err


@pytest.mark.parametrize("ending", ["md", "html", "docx"])
def test_a_table_of_5000_rows(tmp_path: Path, cli: Cli, ending: str) -> None:
    source = large_kits.long_table(tmp_path / f"crossings.{ending}", 5000)
    done = cli("build", source, "-o", tmp_path / "table.pdf")
    assert done.code == 0, done.err
    assert "Boat 4999" in PdfReader(tmp_path / "table.pdf").pages[-1].extract_text()


@pytest.mark.parametrize("ending", ["md", "html", "docx", "txt"])
def test_a_release_of_300_pages(tmp_path: Path, cli: Cli, ending: str) -> None:
    source = large_kits.long_release(tmp_path / f"story.{ending}", 130_000)
    done = cli("build", source, "-o", tmp_path / "story.pdf")
    assert done.code == 0, done.err
    assert len(PdfReader(tmp_path / "story.pdf").pages) >= 290


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_300_drafts_from_a_list_of_50000_people(tmp_path: Path, cli: Cli, ending: str) -> None:
    people = large_kits.many_people(tmp_path / f"people.{ending}", 50_000, 300)
    boats = large_kits.embargoed_release(tmp_path / "boats.md")
    done = cli("mail", boats, "--to", people, "-o", tmp_path / "drafts")
    assert done.code == 0, done.err
    drafts = list((tmp_path / "drafts").glob("*.eml"))
    assert len(drafts) == 301
