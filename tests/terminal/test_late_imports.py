"""Who looks at a text waits for nothing that only a build needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from presskit import terminal
from presskit.resources import CHECKOUT
from presskit.working import pool
from tests.support import large_kits

ASK = """
import sys
from presskit.judging import inspection
from presskit import terminal
terminal.say_lines, terminal.inspected, terminal.table, terminal.report_error
heavy = ("presskit.making.build", "presskit.linking", "presskit.comparing", "presskit.mailing", "pikepdf", "mammoth")
print([name for name in heavy if name in sys.modules])
"""


def test_what_tells_of_texts_imports_nothing_that_builds() -> None:
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


# All that `inspect` does in the command's own process, but for Typer, which loads pydantic to read the command line.
INSPECT = """
import sys
from pathlib import Path
from presskit import terminal
from presskit.judging.inspection import inspect_files, is_one_folder
file = Path(sys.argv[1])
assert not is_one_folder([file])
for report in inspect_files([file]):
    terminal.say_lines(terminal.inspected(*report))
sys.stderr.write(" ".join(sys.modules))
"""
# Libraries that only a worker needs, and of our own rooms those that hold them.
OF_WORKERS = {
    *("pydantic", "mammoth", "PIL", "jinja2", "lxml", "phonenumbers", "markdown_it", "trafilatura", "openpyxl", "yaml"),
    *("pypdf", "pikepdf", "weasyprint", "uharfbuzz", "dateparser"),
    *(
        "presskit.settings.fields",
        "presskit.reading.documents.photos",
        "presskit.sorting.take",
        "presskit.composing.parts.page",
    ),
    *("presskit.reading.formats.opening", "presskit.reading.embargoes.words", "presskit.checking.content"),
}
# What every reader needs: where workers are forked from the command, it loads that for them (decision 43).
FOR_ALL = {
    *("lxml", "markdown_it", "presskit.reading.documents.photos", "presskit.sorting.take"),
    *("presskit.reading.formats.opening", "presskit.reading.embargoes.words"),
}
OF_OTHERS = OF_WORKERS - (FOR_ALL if pool.FORKS else set())


def test_the_command_loads_nothing_of_what_its_workers_do(tmp_path: Path) -> None:
    story = large_kits.long_release(tmp_path / "story.docx", 300)
    command = [sys.executable, "-c", INSPECT, str(story)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=CHECKOUT)
    assert "Headline  The whole story of the quay" in done.stdout
    assert OF_OTHERS & {*done.stderr.split()} == set()


def test_a_build_loads_no_library_that_reads_or_links(tmp_path: Path) -> None:
    ask = (
        "import sys; from presskit import terminal; from presskit.making import build; "
        "terminal.verdict; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True, cwd=tmp_path)
    heavy = {"pikepdf", "PIL.Image", "pypdf", "mammoth", "markdown_it", "phonenumbers", "weasyprint", "openpyxl"}
    assert heavy & {*done.stdout.split()} == set()


def test_the_command_line_loads_what_checks_settings_for_itself_alone(tmp_path: Path) -> None:
    story = large_kits.long_release(tmp_path / "story.docx", 300)
    command = [sys.executable, "-X", "importtime", "-m", "presskit", "inspect", str(story)]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    loaded = [line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()]
    assert "presskit.judging.inspection" in loaded
    assert (OF_OTHERS - {"pydantic"}) & {*loaded} == set()
    # The workers' server has started by then, and loads what it needs at the same time.
    assert "pydantic" not in loaded or loaded.index("presskit.working.workers") < loaded.index("pydantic")


@pytest.mark.parametrize("name", terminal.__all__)
def test_each_name_is_found(name: str) -> None:
    assert callable(getattr(terminal, name))


def test_other_names_are_none() -> None:
    assert not hasattr(terminal, "nothing")
