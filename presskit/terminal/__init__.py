"""What a person reads in the terminal: progress, the verdict, problems. The only room that imports rich.

A module is imported when the first of its names is asked for: nobody who looks at a text waits for what tells of
builds and comparisons.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from presskit.terminal.comparisons import compared
    from presskit.terminal.facts import compared_json, copied_json, findings_json, made_json, mailed_json, verdict_json
    from presskit.terminal.imports import imported, imported_json, posts_json, posts_listed
    from presskit.terminal.inspections import inspected, table
    from presskit.terminal.keeping import cleared, kept
    from presskit.terminal.mailings import copied, mailed
    from presskit.terminal.reprints import reprint_json, reprinted
    from presskit.terminal.saves import watched
    from presskit.terminal.sending import sent, sent_json, written
    from presskit.terminal.streams import (
        progress,
        report_error,
        said_json,
        said_lines,
        say,
        say_json,
        say_lines,
        show_file,
        write,
    )
    from presskit.terminal.verdicts import check_command, checked, made_folder, verdict

__all__ = [
    "check_command",
    "checked",
    "cleared",
    "compared",
    "compared_json",
    "copied",
    "copied_json",
    "findings_json",
    "imported",
    "imported_json",
    "inspected",
    "kept",
    "made_folder",
    "made_json",
    "mailed",
    "mailed_json",
    "posts_json",
    "posts_listed",
    "progress",
    "report_error",
    "reprint_json",
    "reprinted",
    "said_json",
    "said_lines",
    "say",
    "say_json",
    "say_lines",
    "sent",
    "sent_json",
    "show_file",
    "table",
    "verdict",
    "verdict_json",
    "watched",
    "write",
    "written",
]

MODULES = {
    "comparisons": ("compared",),
    "facts": ("compared_json", "copied_json", "findings_json", "made_json", "mailed_json", "verdict_json"),
    "imports": ("imported", "imported_json", "posts_json", "posts_listed"),
    "inspections": ("inspected", "table"),
    "keeping": ("cleared", "kept"),
    "mailings": ("copied", "mailed"),
    "sending": ("sent", "sent_json", "written"),
    "streams": (
        *("progress", "report_error", "said_json", "said_lines", "say", "say_json", "say_lines", "show_file", "write"),
    ),
    "reprints": ("reprint_json", "reprinted"),
    "saves": ("watched",),
    "verdicts": ("check_command", "checked", "made_folder", "verdict"),
}


def __getattr__(name: str) -> Any:
    """Return what the module that has this name calls so."""
    for module, names in MODULES.items():
        if name in names:
            return getattr(import_module(f"presskit.terminal.{module}"), name)
    raise AttributeError(name)
