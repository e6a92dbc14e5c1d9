"""What `inspect` shows: each file read as a build would read it, and reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from presskit import gate
from presskit.findings import Where, finding
from presskit.intake import raise_problems, settings_of
from presskit.model import Correction, Release
from presskit.reading.report import report
from presskit.sorting.gather import plan_of, take_task
from presskit.sorting.plan import ROLE_WORDS, why_outside
from presskit.sorting.sources import find_sources, places_of
from presskit.sorting.take import Taken
from presskit.workers import Workers


class Inspected(NamedTuple):
    """A file's report as JSON prints it, and what people are told besides: how a release was corrected."""

    facts: dict[str, Any]
    correction: Correction | None


def inspect_files(files: Sequence[Path]) -> list[Inspected]:
    """Return one report for each file, in their order; SourceError with all that cannot be read.

    Why each file's own kit: language and region are the kit's, and files of several kits may be named at once.
    """
    with gate.opened(*(place for file in files for place in places_of([file]))):
        return _inspect_files(files)


def _inspect_files(files: Sequence[Path]) -> list[Inspected]:
    sources = [find_sources([file]) for file in files]
    with Workers(preload=("presskit.reading",)) as workers:
        asked = [
            (wish, settings)
            for found in sources
            for settings in [settings_of(workers, found)[0]]
            for wish in plan_of(found, settings).wishes
        ]
        outcomes = workers.run([take_task(wish, settings) for wish, settings in asked])
    blamed = [finding("s-007", Where(wish.path), name=wish.path.name, reason="") for wish, _ in asked]
    raise_problems(outcomes, blamed)
    return [Inspected(_report(outcome.value), _correction(outcome.value)) for outcome in outcomes]


def _correction(taken: Taken) -> Correction | None:
    return getattr(taken.reading.document, "correction", None) if taken.reading else None


def _report(taken: Taken) -> dict[str, Any]:
    """Return a release's report as documented; other documents field by field."""
    source = str(taken.path)
    if taken.reading is None:
        return {"source": source, "taken_for": why_outside(taken), "document": {}, "findings": []}
    if isinstance(taken.reading.document, Release):
        return report(taken.reading, source)
    facts = taken.reading.document
    return {
        "source": source,
        "taken_for": ROLE_WORDS[taken.kind],
        "document": [asdict(block) for block in facts] if isinstance(facts, tuple) else asdict(facts),
        "findings": [
            {"code": item.code, "severity": item.severity, "message": item.message, "line": item.where.line}
            for item in taken.reading.findings
        ],
    }
