from __future__ import annotations

from pathlib import Path

import pytest

from presskit.errors import RenderingError, SourceError
from presskit.findings import Where, finding
from presskit.outcomes import raise_problems
from presskit.working.workers import Outcome

LOGO = finding("b-010", Where(Path("logo.svg")), name="logo.svg", problem="it is damaged")
BLAME = finding("b-001", Where(Path("a.md")), title="A", name="a.md", reason="")


def test_a_problem_that_several_documents_meet_is_told_once() -> None:
    outcomes = [Outcome(error=RenderingError(LOGO)), Outcome(value=1), Outcome(error=RenderingError(LOGO))]
    with pytest.raises(RenderingError) as raised:
        raise_problems(outcomes, [BLAME] * 3)
    assert raised.value.problems == (LOGO,)


def test_the_gravest_kind_of_problem_decides() -> None:
    gone = SourceError(finding("s-001", name="b.md"))
    outcomes = [Outcome(stopped="it took too long"), Outcome(error=gone)]
    with pytest.raises(SourceError) as raised:
        raise_problems(outcomes, [BLAME, BLAME])
    assert [item.code for item in raised.value.problems] == ["b-001", "s-001"]
    assert "it took too long" in raised.value.problems[0].message
