"""Sources of these tests: written to a folder of their own and read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from presskit.model import Release
from presskit.reading.result import Reading
from tests.support.reading import read_release

Write = Callable[[str, str], Path]
Read = Callable[..., Reading[Release]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_source(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write_source


@pytest.fixture
def read(write: Write) -> Read:
    def read_source(text: str, name: str = "release.txt", region: str = "US") -> Reading[Release]:
        return read_release(write(name, text), region=region)

    return read_source
