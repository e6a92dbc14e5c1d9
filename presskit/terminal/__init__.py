"""What a person reads in the terminal: progress, the verdict, problems. The only room that imports rich."""

from __future__ import annotations

from presskit.terminal.comparisons import compared
from presskit.terminal.facts import compared_json, findings_json, made_json, mailed_json, verdict_json
from presskit.terminal.imports import imported, imported_json, posts_json, posts_listed
from presskit.terminal.inspections import inspected, table
from presskit.terminal.streams import progress, report_error, say, say_json, say_lines, show_file
from presskit.terminal.verdicts import check_command, checked, made_folder, mailed, verdict

__all__ = [
    "check_command",
    "checked",
    "compared",
    "compared_json",
    "findings_json",
    "imported",
    "imported_json",
    "inspected",
    "made_folder",
    "made_json",
    "mailed",
    "mailed_json",
    "posts_json",
    "posts_listed",
    "progress",
    "report_error",
    "say",
    "say_json",
    "say_lines",
    "show_file",
    "table",
    "verdict",
    "verdict_json",
]
