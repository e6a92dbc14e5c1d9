from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from presskit.linking import LinkablePart, LinkedKit, sections
from presskit.linking.linker import link
from tests.support import poppler
from tests.support.linked import FACES, METADATA, SENTENCE, Render, Sample

SCRIPT = """
import hashlib, sys
from datetime import date
from pathlib import Path
from presskit.fonts import by_pdf_name, shipped_faces
from presskit.linking import KitMetadata, LinkablePart
from presskit.linking.linker import link
parts = [LinkablePart(file.stem, file.stem, "en", file.read_bytes()) for file in sorted(Path(sys.argv[1]).iterdir())]
metadata = KitMetadata("Kit", "en", "presskit", keywords=("quay", "ferry", "gull"), created=date(2031, 4, 2))
kit = link(parts, (), metadata, by_pdf_name(shipped_faces()))
print(hashlib.sha256(kit.pdf).hexdigest())
"""

WORDS = ["quartz", "jinx", "vamp", "fjord", "waltz", "sphinx"]


def test_pages_stand_in_the_order_of_the_parts(sample: Sample) -> None:
    pages = [page.extract_text() for page in PdfReader(BytesIO(sample.kit.pdf)).pages]
    assert len(pages) == sample.kit.pages == 7
    starts = [next(index for index, text in enumerate(pages) if part.title in text) for part in sample.parts]
    assert starts == [0, 3, 6]


def test_a_sound_kit_has_no_findings(sample: Sample) -> None:
    assert sample.kit.findings == ()


def test_the_file_is_sound_and_can_be_read_page_by_page(sample: Sample, linked: pikepdf.Pdf) -> None:
    said = poppler.run("qpdf", "--check", sample.file)
    assert "File is linearized" in said
    assert "WARNING" not in said
    assert linked.check_linearization()


def test_equal_parts_make_equal_bytes_in_every_process(sample: Sample, tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    folder.mkdir()
    for part in sample.parts:
        (folder / f"{part.slug}.pdf").write_bytes(part.pdf)
    sums = {
        subprocess.run(
            [sys.executable, "-W", "error", "-c", SCRIPT, folder],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "4711")
    }
    assert len(sums) == 1


def test_no_clock_is_read_for_the_files_identity(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qpdf makes an identity of the time of day unless told otherwise, at every save."""
    saved = []
    save = pikepdf.Pdf.save
    monkeypatch.setattr(pikepdf.Pdf, "save", lambda *file, **options: saved.append(options) or save(*file, **options))
    link(sample.parts, (), METADATA, FACES)
    assert saved
    assert all(options.get("deterministic_id") for options in saved)


def test_another_word_makes_other_bytes_and_another_identity(sample: Sample) -> None:
    first, second = (link(parts, (), METADATA, FACES) for parts in (sample.parts, sample.parts[:2]))
    assert identity(first) != identity(second)
    assert identity(first) == identity(link(sample.parts, (), METADATA, FACES))


def test_stamps_must_fit_the_pages(sample: Sample) -> None:
    with pytest.raises(ValueError, match="argument 2 is longer"):
        link(sample.parts[:1], [sample.stamps], METADATA, FACES)


def test_the_kit_is_hardly_larger_than_one_document(render: Render) -> None:
    bodies = [f"<h1>{word}</h1><h2>{word[::-1]}</h2>{f'<p>{word} {SENTENCE * 9}</p>' * 5}" for word in WORDS]
    parts = [LinkablePart(word, word, "en", render(body)) for word, body in zip(WORDS, bodies, strict=True)]
    together = render("".join(f"<section style='break-after:page'>{body}</section>" for body in bodies))
    assert len(link(parts, (), METADATA, FACES).pdf) < 1.15 * len(together)


def identity(kit: LinkedKit) -> list[bytes]:
    with pikepdf.open(BytesIO(kit.pdf)) as pdf:
        return [bytes(part) for part in pdf.trailer.ID]


def test_no_parts_file_stays_open(sample: Sample) -> None:
    with pikepdf.Pdf.new() as kit:
        for part in sample.parts:
            held = [one for one in vars(sections.append(kit, part)).values() if isinstance(one, pikepdf.Pdf)]
            assert all(one is kit for one in held)
