"""The small kit, rendered and linked once for all tests of the linker."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from weasyprint import HTML

from presskit.linking import LinkablePart
from presskit.linking.linker import link
from presskit.rendering.lessons import letters, tags
from tests.support.linked import (
    CLOSING,
    CSS,
    FACE_CSS,
    FACES,
    FACTSHEET,
    METADATA,
    RELEASE,
    STAMPS,
    Render,
    Sample,
    page_count,
)


@pytest.fixture(scope="session")
def render(tmp_path_factory: pytest.TempPathFactory) -> Render:
    """Render a body to PDF, tagged as parts are, or untagged as stamps are."""
    letters.teach()
    tags.teach()
    folder = tmp_path_factory.mktemp("sources")
    picture = Image.linear_gradient("L").resize((90, 60)).convert("RGB")
    picture.save(folder / "quay.png")

    def render(body: str, language: str = "en", *, tagged: bool = True) -> bytes:
        head = f"<meta charset='utf-8'><title>Part</title><style>{FACE_CSS}{CSS}</style>"
        page = HTML(
            string=f"<html lang='{language}'><head>{head}</head><body>{body}</body></html>", base_url=str(folder) + "/"
        )
        pdf: bytes = page.write_pdf(pdf_variant="pdf/ua-1") if tagged else page.write_pdf()
        return pdf

    return render


@pytest.fixture(scope="session")
def sample(render: Render, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    parts = (
        LinkablePart("release", "Ferry sails at dawn", "en", render(RELEASE)),
        LinkablePart("factsheet", "Chiffres", "fr", render(FACTSHEET, "fr")),
        LinkablePart("closing", "About us", "en", render(CLOSING)),
    )
    pages = sum(page_count(part.pdf) for part in parts)
    lines = "".join(f"<section><p>Old Harbour Ferries · {page}</p><i></i></section>" for page in range(1, pages + 1))
    stamps = render(STAMPS + lines, tagged=False)
    kit = link(parts, [stamps], METADATA, FACES)
    file = tmp_path_factory.mktemp("linked") / "kit.pdf"
    file.write_bytes(kit.pdf)
    return Sample(parts, stamps, kit, file)


@pytest.fixture
def linked(sample: Sample) -> pikepdf.Pdf:
    """Return the linked kit, opened anew."""
    return pikepdf.open(BytesIO(sample.kit.pdf))
