"""What is kept: a kit's pages with its texts inside, the same bytes each time, which every validator takes."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from presskit.settings.themes import theme_names
from tests.conftest import EXAMPLE, ROOT, Cli
from tests.kits.test_corrections import SHAPES as CORRECTIONS
from tests.kits.test_themes import HARD
from tests.support import verapdf
from tests.support.in_process import work_in_process
from tests.support.writing import brand, photo, release, write_kit

EMBARGO = 'title = "Ferry Week"\nembargo = "2026-06-01 09:00 America/New_York"\n'
PICTURED = release().replace("Number 2.", "![The pier](../photos/not%20chosen/pier.jpg)\n\nNumber 2.")
BIOGRAPHY = "# Bea Quill\n\nCook\n\nBea Quill has cooked on nine ferries, and on one of them she still does.\n"
INTERNAL = "ask Ada first"
KIT = {
    "releases/a.md": PICTURED.replace("PORT QUILLON", f"<!-- {INTERNAL} -->\n\nPORT QUILLON", 1),
    "bios/bea.md": BIOGRAPHY,
    "brand/brand.toml": brand(),
    "kit.toml": EMBARGO,
}


def texts(pdf: Path) -> dict[str, str]:
    """Return the texts in a file, by name."""
    with pikepdf.open(pdf) as kit:
        return {name: spec.get_file().read_bytes().decode() for name, spec in kit.attachments.items()}


def kept(cli: Cli, kit: Path, path: Path, *words: str) -> Path:
    done = cli("build", kit, "--for", "archive", "-o", path, *words)
    assert done.code == 0, done.out + done.err
    return path


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_kit(tmp_path_factory.mktemp("archive") / "kit", KIT)
    photo(folder / "photos/not chosen/pier.jpg")
    return folder


@pytest.fixture(scope="module")
def file(cli: Cli, kit: Path) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        work_in_process(patch)
        done = cli("build", kit, "--for", "archive")
    assert done.code == 0, done.out + done.err
    assert "Ready for the archive" in done.out or "Check before" in done.out
    [path] = (kit / "out").glob("*-EMBARGOED-archive.pdf")
    return path


def test_every_document_lies_in_it_as_markdown_and_as_text(file: Path) -> None:
    found = texts(file)
    stem = "ferry-stops-at-all-nine-islands"
    assert set(found) == {"bea-quill.md", "bea-quill.txt", "photos.txt", f"{stem}.md", f"{stem}.txt"}
    assert 'headline: "Ferry stops at all nine islands"' in found[f"{stem}.md"]
    assert "Number 3. The Quillon Ferry Company" in found[f"{stem}.txt"]
    assert "nine ferries" in found["bea-quill.md"]


def test_a_text_alone_says_until_when_it_is_embargoed(file: Path) -> None:
    for name, text in texts(file).items():
        said = 'embargo: "2026-06-01 09:00 America/New_York"' if name.endswith(".md") else "EMBARGOED UNTIL"
        assert said in text, name


def test_nothing_in_it_tells_of_folders_or_of_what_was_left_out(file: Path, kit: Path) -> None:
    whole = "\n".join(texts(file).values())
    assert "(<pier.jpg>)" in whole
    for hidden in ("not chosen", "not%20chosen", "photos/", str(kit), INTERNAL):
        assert hidden not in whole


@pytest.mark.usefixtures("in_process")
def test_it_is_held_against_its_kit_by_what_it_states(cli: Cli, file: Path, kit: Path, tmp_path: Path) -> None:
    done = cli("check", file, "--against", kit)
    assert done.code == 0, done.out
    assert "“build --for archive --paper letter --theme editorial”" in done.out
    alone = cli("check", file)
    assert alone.code == 0
    assert "No fault found" in alone.out
    with pikepdf.open(file) as pdf:
        pdf.attachments["bea-quill.txt"] = b"Bea Quill cannot cook.\n"
        pdf.save(tmp_path / "changed.pdf")
    changed = cli("check", tmp_path / "changed.pdf", "--against", kit)
    assert changed.code == 8
    assert "A file attached to it is not the kit's" in changed.out


def test_an_archive_takes_a_pdf_and_nothing_else(cli: Cli, kit: Path, tmp_path: Path) -> None:
    done = cli("build", kit, "--for", "archive", "-o", tmp_path / "kit.zip")
    assert done.code == 2
    assert "An archive takes a PDF" in done.err


@pytest.mark.usefixtures("in_process")
def test_the_same_kit_gives_the_same_bytes(cli: Cli, file: Path, kit: Path, tmp_path: Path) -> None:
    assert kept(cli, kit, tmp_path / "again.pdf", "--no-cache").read_bytes() == file.read_bytes()


def test_the_validator_takes_it(file: Path) -> None:
    assert verapdf.validate([file], "3a") == {file: []}


@pytest.mark.slow
def test_the_validator_takes_all_kits(cli: Cli, tmp_path: Path) -> None:
    sides = [(theme, paper) for theme in theme_names() for paper in ("letter", "a4")]
    wide = [EXAMPLE, *(ROOT / "tests/kits" / name for name in ("three-languages", "ferry-museum"))]
    wide += [write_kit(tmp_path / "hard", HARD)]
    narrow = [write_kit(tmp_path / name.replace(" ", "-"), contents) for name, contents in CORRECTIONS.items()]
    wanted = [(kit, *side) for kit in wide for side in sides] + [(kit, *sides[0]) for kit in narrow]
    files = [
        kept(cli, kit, tmp_path / f"{kit.name}-{theme}-{paper}.pdf", "--theme", theme, "--paper", paper)
        for kit, theme, paper in wanted
    ]
    for flavour in ("3a", "ua1"):
        assert verapdf.validate(files, flavour) == {path: [] for path in files}
