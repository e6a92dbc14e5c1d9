"""Play the pages of docs/guide: type what they say to type, write what they say to write, and see what comes out.

A page holds blocks of five kinds. ```console is a terminal: after "$" stands what is typed, below it what is shown;
where presskit asks, the answer stands behind the question. ```toml my-kit/kit.toml are lines that replace those of
the same setting in a file. ```text my-kit/factsheet.md is a whole file to save; ```delete lists files to take out.
```word Release.docx is what stands in a Word file; a paragraph that begins with "#" is its title.
`.venv/bin/python docs/play_guide.py` renews what is shown. POSIX only: it needs a terminal.
"""

from __future__ import annotations

import os
import pty
import re
import select
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx

GUIDE = Path(__file__).parent / "guide"
PAGES = sorted(GUIDE.glob("*.md"), key=lambda page: int(page.stem.partition("-")[0]) if "-" in page.stem else 0)
BLOCK = re.compile(r"^```(console|toml|text|word|delete)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PATIENCE_S = 300.0  # a machine may have other things to do
PAUSE_S = 0.1  # a question is a line that stays open for so long


@dataclass(frozen=True)
class Session:
    """A terminal of the guide: what the page shows, and what was seen when it was played."""

    told: str
    seen: str


def play(page: Path, folder: Path) -> Iterator[Session]:
    """Play a page in an empty folder; give each of its terminals."""
    for kind, name, text in BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind == "console":
            yield Session(text, "".join(run(part, folder) for part in re.split(r"^(?=\$ )", text, flags=re.MULTILINE)))
        elif kind == "delete":
            for line in text.split():
                (folder / line).unlink()
        elif name and kind == "word":
            write_word(folder / name, text)
        elif name and kind == "toml":
            write_settings(folder / name, text)
        elif name:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")


def run(told: str, folder: Path) -> str:
    """Run the command in the first line of a terminal's text; return the text as it comes out."""
    if not told:
        return ""
    typed = told.partition("\n")[0]
    words = shlex.split(typed.removeprefix("$ "))
    assert words[0] == "./kit", typed
    own = os.environ | {"PYTHONPATH": str(GUIDE.parent.parent), "PRESSKIT_CALLED_AS": "./kit", "TERM": "dumb"}
    own["COLUMNS"] = "1000"  # a page shows a message in one line
    command = [sys.executable, "-m", "presskit", *words[1:]]
    keyboard, screen = pty.openpty()
    with subprocess.Popen(
        command, cwd=folder, env=own, stdin=screen, stdout=screen, stderr=subprocess.PIPE, text=True
    ) as process:
        os.close(screen)
        shown = "".join(converse(keyboard, told))
        os.close(keyboard)
        assert process.stderr
        errors = process.stderr.read()
        return f"{typed}\n{shown}{errors if errors.strip() else ''}"


def converse(keyboard: int, told: str) -> Iterator[str]:
    """Yield what a program shows, and answer its questions as they are answered in `told`."""
    line, rest = "", told
    while select.select([keyboard], [], [], PATIENCE_S)[0]:
        try:
            shown = os.read(keyboard, 4096).decode().replace("\r\n", "\n")
        except OSError:  # the program has ended
            return
        if not shown:
            return
        yield shown
        line = (line + shown).rpartition("\n")[2]
        if line.rstrip().endswith(":") and line in rest and not select.select([keyboard], [], [], PAUSE_S)[0]:
            answer, _, rest = rest.partition(line)[2].partition("\n")
            os.write(keyboard, f"{answer}\n".encode())
    raise TimeoutError(line)


def write_word(path: Path, text: str) -> None:
    """Write a Word file of paragraphs."""
    document = docx.Document()
    for paragraph in text.strip().split("\n\n"):
        words = paragraph.replace("\n", " ")
        document.add_paragraph(words.removeprefix("# "), "Title" if words.startswith("# ") else None)
    document.save(str(path))


def write_settings(path: Path, text: str) -> None:
    """Put lines such as `title = "…"` in the place of the same setting's line, whether it begins with # or not."""
    whole = path.read_text(encoding="utf-8")
    for line in text.strip().split("\n"):
        key = line.partition(" = ")[0]
        whole, number = re.subn(
            rf"^(?:# )?{key} = .*$", lambda match, line=line: line, whole, count=1, flags=re.MULTILINE
        )  # type: ignore[misc]
        assert number == 1, f"{path}: {key}"
    path.write_text(whole, encoding="utf-8")


def main() -> None:
    """Write into each page what its terminals show."""
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            seen = [session.seen for session in play(page, Path(folder))]
        text = page.read_text(encoding="utf-8")
        page.write_text(renewed(text, seen), encoding="utf-8", newline="\n")


def renewed(text: str, seen: list[str]) -> str:
    """Return a page's text with what was seen in its terminals, one after the other."""
    left = iter(seen)
    return re.sub(r"(?<=^```console\n).*?(?=^```$)", lambda _: next(left), text, flags=re.MULTILINE | re.DOTALL)


if __name__ == "__main__":
    main()
