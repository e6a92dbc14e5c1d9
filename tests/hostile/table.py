"""The table of a run: how many inputs were tried, what held, the longest, the most memory.

HOSTILE_LOG=/tmp/log ./kit test --all tests/hostile && .venv/bin/python -m tests.hostile.table /tmp/log
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
KINDS = {"leaks": "a leak:", "hangs": "a hang:", "tracebacks": "a traceback", "as our own mistake": "told as a mistake"}


def table(rows: Sequence[Row]) -> str:
    """Return the table as Markdown."""
    lines = ["| what | count |", "|---|---|", f"| tried | {len(rows)} |"]
    lines.append(f"| held | {sum(not row['broken'] for row in rows)} |")
    for kind, start in KINDS.items():
        fell = [row for row in rows if any(line.startswith(start) for line in row["broken"])]
        lines.append(f"| {kind} | {len(fell)} |")
    for what, key, share, unit in (
        ("longest, by the clock", "wall_s", 1, "s"),
        ("longest, of CPU", "cpu_s", 1, "s"),
        ("most memory of the parent", "parent_kb", 1000, "MB"),
        ("most memory of all processes", "tree_kb", 1000, "MB"),
    ):
        most = max(rows, key=lambda row: float(row[key]))
        lines.append(f"| {what} | {most[key] / share:.1f} {unit} ({most['name']}) |")
    fell = [f"- {row['name']}: {'; '.join(row['broken'])}" for row in rows if row["broken"]]
    return "\n".join([*lines, "", *fell])


if __name__ == "__main__":
    log = Path(sys.argv[1]).read_text(encoding="utf-8")
    sys.stdout.write(table([json.loads(line) for line in log.splitlines()]) + "\n")
