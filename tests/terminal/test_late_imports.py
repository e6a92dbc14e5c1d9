"""Who looks at a text waits for nothing that only a build needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from presskit import terminal

ASK = """
import sys
from presskit import inspection, terminal
terminal.say_lines, terminal.inspected, terminal.table, terminal.report_error
heavy = ("presskit.build", "presskit.linking", "presskit.comparing", "presskit.mailing", "pikepdf", "mammoth")
print([name for name in heavy if name in sys.modules])
"""


def test_what_tells_of_texts_imports_nothing_that_builds() -> None:
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("name", terminal.__all__)
def test_each_name_is_found(name: str) -> None:
    assert callable(getattr(terminal, name))


def test_other_names_are_none() -> None:
    assert not hasattr(terminal, "nothing")
