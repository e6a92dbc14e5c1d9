"""A kit that is out on paper was changed: the sheets to print again, and a slip that says what is new."""

from __future__ import annotations

import json
from pathlib import Path

import pypdf
import pytest

from presskit.comparing.reprinting import Reprint
from presskit.terminal import reprinted
from tests.conftest import Cli
from tests.support.poppler import text
from tests.support.writing import brand, figures, release, write_kit


@pytest.fixture(scope="module")
def printed(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a kit of seven pages, and the file of it that was printed: among them three releases and the figures."""
    folder = tmp_path_factory.mktemp("reprint")
    kit = write_kit(
        folder / "kit",
        {
            "kit.toml": 'title = "Nine islands"\norder = ["one.md"]\n',
            "brand/brand.toml": brand(),
            "releases/one.md": release("Ferry stops at all nine islands", 1),
            "releases/two.md": release("Children come to school dry", 1),
            "releases/z.md": release("Zebra sails with the goats", 1),
            "factsheet.md": figures(3),
        },
    )
    sent = folder / "sent.pdf"
    assert cli("build", kit, "--for", "print", "-o", sent).code == 0
    assert len(pypdf.PdfReader(sent).pages) == 7
    return kit, sent


def again(cli: Cli, printed: tuple[Path, Path], *more: str) -> tuple[str, Path]:
    kit, sent = printed
    new = sent.with_name("new.pdf")
    done = cli("build", kit, "--for", "print", "--changed-since", sent, "-o", new, *more)
    assert done.code == 0, done.out + done.err
    return done.out, new


def test_a_kit_that_did_not_change_is_not_printed_again(cli: Cli, printed: tuple[Path, Path]) -> None:
    out, new = again(cli, printed, "--json")
    facts = json.loads(out)["changed_since"]
    assert (facts["sheets"], facts["of"], facts["slip"]) == ([], 4, None)
    assert reprinted(Reprint(new, (), 4)) == ["Nothing is printed again: every page is as in new.pdf."]
    assert not [*new.parent.glob("new-*.pdf")]


def test_the_sheet_that_changed_is_printed_with_both_its_sides(cli: Cli, printed: tuple[Path, Path]) -> None:
    kit, _ = printed
    file = kit / "releases" / "two.md"
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace("Number 1.", "Number 1 of 3."), encoding="utf-8")
    try:
        out, new = again(cli, printed, "--copies", "20")
    finally:
        file.write_text(before, encoding="utf-8")
    assert "Print again sheet 2, of 4: " in out
    assert "For 20 copies: 20 sheets" in out
    sheets = pypdf.PdfReader(new.with_name("new-changed-sheets.pdf"))
    whole = pypdf.PdfReader(new)
    assert [page.extract_text() for page in sheets.pages] == [page.extract_text() for page in whole.pages[2:4]]
    slip = " ".join(text(new.with_name("new-correction-slip.pdf")).split())
    assert "“Nine islands” have changed since it was printed." in slip
    assert "Was: Number 1. " in slip
    assert "Now: Number 1 of 3. " in slip
    assert "Ada Thorn" in slip


@pytest.mark.slow
def test_what_is_not_in_the_kit_any_more_is_taken_out(cli: Cli, printed: tuple[Path, Path]) -> None:
    kit, _ = printed
    gone = kit / "releases" / "z.md"
    before = gone.read_text(encoding="utf-8")
    gone.unlink()
    try:
        out, new = again(cli, printed)
    finally:
        gone.write_text(before, encoding="utf-8")
    assert "Take sheet 4 out of what is printed." in out
    assert "no longer part of the kit" in text(new.with_name("new-correction-slip.pdf"))


def test_it_goes_with_the_printer_alone(cli: Cli, printed: tuple[Path, Path]) -> None:
    kit, sent = printed
    done = cli("build", kit, "--changed-since", sent)
    assert done.code != 0
    assert "--changed-since goes with --for print" in done.err
