from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from presskit.errors import ExitCode, SettingsError
from presskit.findings import Finding

Told = Callable[..., Sequence[Finding]]


def problems_told(read: Callable[..., object], *arguments: object) -> Sequence[Finding]:
    """Return the problems that reading raises."""
    with pytest.raises(SettingsError) as caught:
        read(*arguments)
    assert caught.value.exit_code is ExitCode.SETTINGS
    return caught.value.problems


@pytest.fixture
def told() -> Told:
    return problems_told
