"""The facts of a command for --json: plain values, as a program reads them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from presskit.findings import Finding, verdict_of
from presskit.kinds import kinds
from presskit.printing.sheets import printout
from presskit.terminal.phrases import way_of

if TYPE_CHECKING:  # what tells of problems alone needs none of these
    from presskit.comparing import DocumentChange
    from presskit.mailing.orders import Mailed
    from presskit.making.orders import MadeKit


def made_json(made: MadeKit, path: Path | None, copies: int | None = None) -> dict[str, object]:
    """Return the facts of a build for --json."""
    return {
        **verdict_json(made.findings),
        "output": str(path) if path else None,
        "pages": made.linked.pages or None,
        "bytes": path.stat().st_size if path else len(made.pdf),
        "mail_bytes": made.mail_bytes,
        "sheets": printout(copies, made.sides, booklet=made.booklet is not None).sheets if copies else None,
        "outside": [
            {
                "file": str(one.path),
                "why": one.what,
                "looks_like": one.looks_like,
                "hint": way_of(one.way, one.path) if one.way else None,
            }
            for one in made.sorted.outside
        ],
        "older": [str(one) for one in made.older],
        "accepted": [{"message": item.message, "who": who} for item, who in made.accepted],
        "sources": [{"file": str(one.path), "taken_for": kinds()[one.kind].role} for one in made.sorted.texts],
        "findings": findings_json(made.findings),
    }


def verdict_json(findings: Sequence[Finding]) -> dict[str, object]:
    """Return the verdict: “ready” is true for nothing but that."""
    verdict = verdict_of(findings)
    return {"ready": verdict == "ready", "verdict": verdict}


def mailed_json(result: Mailed) -> dict[str, object]:
    """Return the facts of `mail` for --json."""
    folder = result.folder
    return {
        **verdict_json(result.findings),
        "folder": str(folder) if folder else None,
        "drafts": [str(folder / name) for name in result.drafts] if folder else [],
        "attached": list(result.files),
        "largest_bytes": result.largest,
        "languages": dict(result.languages),
        "had_a_draft": result.had,
        **_of_the_list(result),
    }


def _of_the_list(result: Mailed) -> dict[str, object]:
    return {
        "record": str(result.record) if result.record else None,
        "not_agreed": [{"row": person.row, "name": person.who, "email": person.email} for person in result.unagreed],
        "findings": findings_json(result.findings),
    }


def copied_json(result: Mailed) -> dict[str, object]:
    """Return the facts of `personal` for --json."""
    folder = result.folder
    return {
        **verdict_json(result.findings),
        "folder": str(folder) if folder else None,
        "copies": [str(folder / name) for name in result.drafts] if folder else [],
        "largest_bytes": result.largest,
        "had_a_copy": result.had,
        **_of_the_list(result),
    }


def compared_json(changes: Sequence[DocumentChange]) -> dict[str, object]:
    """Return what changed between two kits for --json."""
    return {
        "changed": bool(changes),
        "documents": [
            {
                "title": change.title,
                "old_title": change.old_title,
                "state": change.state,
                "changed": [{"old": pair.old, "new": pair.new} for pair in change.sentences.changed],
                "added": list(change.sentences.added),
                "removed": list(change.sentences.removed),
            }
            for change in changes
        ],
    }


def findings_json(items: Sequence[Finding]) -> list[dict[str, object]]:
    """Return findings for --json."""
    return [
        {
            "code": item.code,
            "severity": item.severity,
            "file": str(item.where.file) if item.where.file else None,
            "line": item.where.line,
            "page": item.where.page,
            "more_pages": list(item.where.others),
            "message": item.message,
            "hint": way_of(item.hint, item.where.file),
        }
        for item in items
    ]
