"""PDFs of others go along with a kit: in the ZIP, with the drafts, named in the contents; not what cannot be opened."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from presskit import gate
from presskit.checking.enclosed import look_at
from presskit.composing.frame import compose_contents
from presskit.errors import SourceError
from presskit.mailing.enclosing import _enclosures
from presskit.making.build import read_kit
from presskit.making.orders import BuildOrder
from presskit.sorting.sources import find_sources
from tests.conftest import Cli
from tests.support.in_process import InProcess
from tests.support.writing import release, write_kit


def pdf(pages: int = 2, **lock: object) -> bytes:
    made, file = pikepdf.new(), BytesIO()
    for _ in range(pages):
        made.add_blank_page()
    made.save(file, **(lock or {"static_id": True}))
    return file.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    kit = write_kit(tmp_path / "kit", {"releases/a.md": release()})
    (kit / "documents").mkdir()
    (kit / "documents" / "Survey of_piers.pdf").write_bytes(pdf())
    return kit


def test_a_pdf_goes_along_as_it_is(cli: Cli, folder: Path, tmp_path: Path) -> None:
    done = cli("build", folder, "-o", tmp_path / "kit.zip")
    assert "Survey of_piers.pdf goes along beside the kit as it is" in done.out
    with zipfile.ZipFile(tmp_path / "kit.zip") as packed:
        assert packed.read("enclosed/survey-of-piers.pdf") == pdf()
        assert 'href="enclosed/survey-of-piers.pdf"' in packed.read("index.html").decode()


def test_the_contents_name_it_and_lead_nowhere(folder: Path) -> None:
    order = BuildOrder((folder,))
    kit = read_kit(InProcess(), order, find_sources(order.sources)).kit  # type: ignore[arg-type]
    html = compose_contents(kit).html
    assert "Beside this kit" in html
    assert "Survey of piers" in html
    assert "PDF, 2 pages" in html
    assert 'href="kit:"' not in html
    with gate.opened(folder):
        assert [(file.name, file.data) for file in _enclosures(kit)] == [("Survey of_piers.pdf", pdf())]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf(encryption=pikepdf.Encryption(owner="a", user="b")), "locked with a password"),
        (
            pdf(encryption=pikepdf.Encryption(owner="a", user="")).replace(b"/Standard", b"/AcmeLock"),
            "locked in a way that presskit does not know",
        ),
        (b"%PDF-1.7 and then nothing", "damaged"),
        (b"", "damaged"),
    ],
)
def test_what_cannot_be_opened_stays_here(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    with gate.opened(tmp_path), pytest.raises(SourceError, match=reason) as caught:
        look_at(tmp_path / "a.pdf")
    assert caught.value.problems[0].code == "s-042"


def test_what_somebody_left_inside_is_told(cli: Cli, folder: Path, tmp_path: Path) -> None:
    made, file = pikepdf.new(), BytesIO()
    made.add_blank_page()
    made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    made.save(file)
    (folder / "documents" / "Survey of_piers.pdf").write_bytes(file.getvalue())
    assert "JavaScript" in cli("build", folder, "-o", tmp_path / "kit.txt").out


def test_one_that_is_marked_internal_stays_inside(cli: Cli, folder: Path, tmp_path: Path) -> None:
    path = folder / "documents" / "Survey of_piers.pdf"
    path.rename(path.with_name("Survey internal only.pdf"))
    done = cli("build", folder, "-o", tmp_path / "kit.zip")
    assert "so it stays inside" in done.out
    with zipfile.ZipFile(tmp_path / "kit.zip") as packed:
        assert not any(name.startswith("enclosed") for name in packed.namelist())
