"""What `inspect` shows: each file read as a build would read it, and reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from presskit import gate
from presskit.findings import Where, finding
from presskit.intake import raise_problems, reading_task, settings_of
from presskit.model import Correction, Release
from presskit.reading.report import report
from presskit.reading.result import Reading
from presskit.reading.sources import ROLE_WORDS, Source, find_sources, places_of
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
    texts = [(source, found) for found in sources for source in found.texts]
    with Workers(preload=("presskit.reading",)) as workers:
        kits = {found.folder: settings_of(workers, found)[0] for _, found in texts}
        outcomes = workers.run([reading_task(source, kits[found.folder]) for source, found in texts])
    raise_problems(
        outcomes, [finding("s-007", Where(source.path), name=source.path.name, reason="") for source, _ in texts]
    )
    return [
        Inspected(_report(outcome.value, source), getattr(outcome.value.document, "correction", None))
        for outcome, (source, _) in zip(outcomes, texts, strict=True)
    ]


def _report(reading: Reading[Any], source: Source) -> dict[str, Any]:
    """Return a release's report as documented; other documents field by field."""
    if isinstance(reading.document, Release):
        return report(reading, str(source.path))
    facts = reading.document if isinstance(reading.document, tuple) else asdict(reading.document)
    return {
        "source": str(source.path),
        "taken_for": ROLE_WORDS[source.role],
        "document": [asdict(block) for block in facts] if isinstance(facts, tuple) else facts,
        "findings": [
            {"code": item.code, "severity": item.severity, "message": item.message, "line": item.where.line}
            for item in reading.findings
        ],
    }
