"""Word's format of before 2007 (.doc), where the computer has a program that takes the words out of it.

Only programs that open no other file and no address are asked: antiword, and textutil, which every Mac has.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.names import legible
from presskit.reading.blocks import SourceText
from presskit.reading.formats.text import LINE_BREAK, read_text

# Each reads the file from its standard input. Antiword: lines as the writer ended them, hidden text left out.
CONVERTERS = (
    ("antiword", "-m", "UTF-8.txt", "-w", "0", "-"),
    ("textutil", "-stdin", "-stdout", "-convert", "txt", "-format", "doc", "-encoding", "UTF-8"),
)
SUFFIX = ".doc"
WALL_S = 20


def read_old_word(path: Path, data: bytes) -> tuple[SourceText, list[Finding]] | None:
    """Return the words of a .doc, with the finding that says to compare them; None where no program reads it.

    Raises SourceError s-023 where the program cannot.
    """
    words = next((words for words in CONVERTERS if shutil.which(words[0])), None)
    if words is None:
        return None
    try:
        done = subprocess.run(words, input=data, capture_output=True, timeout=WALL_S, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired, OSError):
        done = None
    text = legible(LINE_BREAK.sub("\n", done.stdout.decode("utf-8", "replace"))) if done else ""
    if not text.strip():
        raise SourceError(finding("s-023", Where(path), name=path.name, kind="an old Word file"))
    return read_text(text), [finding("c-036", Where(path), what="an old Word file (.doc)")]
