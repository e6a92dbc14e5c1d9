"""veraPDF, the validator of PDF/UA and PDF/A. `./kit test` fetches it before the tests start; they are offline."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.needs import lacks

LIB = Path(__file__).parent.parent / "verapdf" / "target" / "lib"
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
FETCH = "mvn -q -f tests/verapdf/pom.xml dependency:copy-dependencies -DoutputDirectory=target/lib"


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of a file: failed rules as "7.1-3 x46" (clause, test number, how often), and checks passed."""

    failed: tuple[str, ...]
    passed_checks: int


def validate(paths: Sequence[Path], flavour: str = "ua1") -> dict[Path, list[str]]:
    """Return the failed rules of each file; none means it conforms to PDF/UA-1, or to another flavour such as 3a."""
    return {path: list(verdict.failed) for path, verdict in verdicts(paths, flavour).items()}


def verdicts(paths: Sequence[Path], flavour: str = "ua1") -> dict[Path, Verdict]:
    """Judge all files in one run: starting Java takes longer than reading a file."""
    need_verapdf()
    quick_start = "-XX:TieredStopAtLevel=1"  # half the time for a run of seconds
    command = ["java", quick_start, "-cp", f"{LIB}{os.sep}*", MAIN, "--flavour", flavour, "--format", "json"]
    command += map(str, paths)
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    jobs = {Path(job["itemDetails"]["name"]): job for job in json.loads(run.stdout)["report"]["jobs"]}
    return {path: verdict(jobs[path.absolute()]) for path in paths}


def verdict(job: dict[str, Any]) -> Verdict:
    if "validationResult" not in job:
        return Verdict((job["taskException"]["exceptionMessage"],), 0)
    details = job["validationResult"][0]["details"]
    failed = (f"{rule['clause']}-{rule['testNumber']} x{rule['failedChecks']}" for rule in details["ruleSummaries"])
    return Verdict(tuple(failed), details["passedChecks"])


def need_verapdf() -> None:
    """End the test where veraPDF cannot run."""
    missing = "Java is not installed" if not shutil.which("java") else "" if any(LIB.glob("*.jar")) else f"run: {FETCH}"
    if missing:
        lacks(missing)
