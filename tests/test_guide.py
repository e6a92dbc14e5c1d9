"""The guide is true: each of its terminals shows what comes out when its page is played from the first line."""

from __future__ import annotations

import os
import pty
import re
from itertools import pairwise
from pathlib import Path

import pytest

from docs.play_guide import GUIDE, PAGES, Session, converse, play, renewed
from tests.conftest import ROOT
from tests.support.needs import need_terminal
from tests.support.verapdf import validate
from tests.support.words import never_read

LINK = re.compile(r"!?\[[^\]]*\]\(([^)]+)\)")
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
READ = [*PAGES, ROOT / "README.md", ROOT / "docs/settings.md", ROOT / "docs/messages.md"]


@pytest.fixture(scope="module")
def played(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Session]]:
    """Return the folder in which a page was played, and its terminals."""
    need_terminal()
    folder = tmp_path_factory.mktemp("played")
    return folder, [*play(request.param, folder)]


@pytest.mark.parametrize("played", PAGES, ids=lambda page: page.stem, indirect=True)
def test_a_page_shows_what_comes_out(played: tuple[Path, list[Session]]) -> None:
    for session in played[1]:
        assert session.seen == session.told


@pytest.mark.parametrize("played", [GUIDE / "3-first-kit.md"], ids=["3-first-kit"], indirect=True)
def test_the_first_kit_is_first_not_ready_and_then_is(played: tuple[Path, list[Session]]) -> None:
    folder, (_, of_word_files, _, before, after) = played
    assert of_word_files.seen.splitlines()[1].startswith("Ready to send: ")
    assert before.seen.splitlines()[1].startswith("Not ready to send: ")
    assert after.seen.splitlines()[1].startswith("Ready to send: ")
    pdfs = sorted((folder / "reef-week/out").iterdir())
    assert validate(pdfs) == {path: [] for path in pdfs}


def test_the_guide_has_terminals_to_play() -> None:
    assert sum(page.read_text(encoding="utf-8").count("```console\n") for page in PAGES) >= 10


def test_what_is_shown_is_renewed_in_its_place() -> None:
    page = "a\n```console\n$ x\nold\n```\nb\n```console\n$ x\nold\n```\n"
    assert renewed(page, ["$ x\n1\n", "$ x\n2\n"]) == page.replace("old", "1", 1).replace("old", "2", 1)


@pytest.mark.parametrize("page", READ, ids=lambda page: page.name)
def test_a_page_is_in_words_people_read(page: Path) -> None:
    assert never_read(CODE.sub("", page.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("page", READ, ids=lambda page: page.name)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        name, _, place = target.partition("#")
        other = (page.parent / name).resolve() if name else page
        assert other.exists(), target
        headings = re.findall(r"^#+ (.+)$", other.read_text(encoding="utf-8"), re.MULTILINE) if place else []
        assert not place or place in {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in headings}


def test_the_guides_first_page_leads_to_all_others_and_each_to_the_next() -> None:
    first = LINK.findall((GUIDE / "README.md").read_text(encoding="utf-8"))
    pages = [page.name for page in PAGES if page.name != "README.md"]
    assert [target for target in first if target.endswith(".md")] == pages
    for page, following in pairwise(pages):
        assert following in LINK.findall((GUIDE / page).read_text(encoding="utf-8"))


def test_a_program_that_asks_what_the_page_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    need_terminal()
    keyboard, screen = pty.openpty()
    os.write(screen, b"Really? Say: ")
    monkeypatch.setattr("docs.play_guide.PATIENCE_S", 0.05)
    with pytest.raises(TimeoutError, match="Really"):
        list(converse(keyboard, "$ ./kit new x\n"))
    os.close(screen)
    os.close(keyboard)


@pytest.mark.parametrize(("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)])
def test_without_a_terminal_it_is_said_and_never_passed_over_in_ci(
    monkeypatch: pytest.MonkeyPatch, ci: str, outcome: type[Exception]
) -> None:
    def none_left() -> None:
        raise OSError("out of pty devices")

    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(pty, "openpty", none_left)
    with pytest.raises(outcome, match=r"no terminal .* mount /dev/pts"):
        need_terminal()
