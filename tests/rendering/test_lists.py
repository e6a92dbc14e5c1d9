"""Lists on pages begin where the text says, in its own figures: “see item B” finds one."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from presskit.making.build import make_kit
from presskit.making.orders import BuildOrder
from presskit.settings.themes import theme_names
from presskit.sorting.sources import find_sources
from tests.support.in_process import work_in_process

LISTS = (
    "<ol start=5><li>five</li><li>six</li></ol>",
    "<ol type=A><li>alpha</li><li>beta<ol type=i><li>inside</li></ol></li></ol>",
    "<ol reversed><li>third</li><li>second</li></ol>",
)


@pytest.mark.parametrize("theme", theme_names())
def test_pages_count_as_the_text_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str) -> None:
    monkeypatch.setenv("PRESSKIT_CACHE", str(tmp_path / "cache"))
    work_in_process(monkeypatch)
    path = tmp_path / "release.md"
    lists = "\n\nAnd so on, says the society of the ferries of Old Harbour.\n\n".join(LISTS)
    path.write_text(f"# The ferry sails again\n\nOLD HARBOUR, May 12, 2026 – It sails.\n\n{lists}\n", encoding="utf-8")
    made = make_kit(BuildOrder((path,), theme=theme), find_sources((path,)))
    pages = PdfReader(io.BytesIO(made.linked.pdf)).pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "5. 6. A. B. i. 2. 1." in words  # the engine draws them behind the words
