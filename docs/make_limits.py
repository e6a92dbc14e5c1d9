"""Write docs/limits.md from the table of limits: .venv/bin/python docs/make_limits.py.

A limit's section and its note are the comments above and behind it in presskit/limits.py.
"""

from __future__ import annotations

import re
from pathlib import Path

from presskit import limits

PAGE = Path(__file__).parent / "limits.md"
TOP = """# How much presskit takes

presskit reads files that others wrote. So that none of them holds a build, or fills a memory, there is a most of
everything; no kit that people made has met one. A file that asks for more is refused in one sentence, which names the
file and the limit (message s-018), before any time is spent on it.

Besides, each file is read, and each page laid out, in a process of its own: reading a file may take 20 seconds of
computing and a third of a second more for each MB, and 3 GB of memory. What takes longer is stopped, and said.

This page is written by `.venv/bin/python docs/make_limits.py` and is not edited by hand.
"""
ROW = re.compile(r"(?P<name>[A-Z_]+) = Limit\(.*?\)(?:  # (?P<note>.*))?")


def page() -> str:
    """Return the page in Markdown."""
    lines = [TOP]
    for line in Path(limits.__file__).read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            lines.append(f"\n## {line[2:]}\n\n| the most | where |\n|---|---|\n")
        elif row := ROW.fullmatch(line):
            lines.append(f"| {most(getattr(limits, row['name']))} | {row['note'] or ''} |\n")
    return "".join(lines)


def most(limit: limits.Limit) -> str:
    """Return a limit in words."""
    return f"{limit.most // limits.MB:,} MB" if limit.what == "bytes" else f"{limit.most:,} {limit.what}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
