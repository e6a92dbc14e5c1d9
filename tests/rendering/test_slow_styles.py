"""Styles and pages that never end are stopped, whatever the machine has to do besides, and told with their file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Cli
from tests.support.writing import brand, release, write_kit

pytestmark = pytest.mark.slow

ENDLESS = {
    "boxes": "<style>i { position: absolute }</style>{% for number in range(99999) %}<i>x</i>{% endfor %}",
    "flex": "<style>* { display: flex; flex: 1 1 1e9pt }</style>",
    "grid": "<style>body { display: grid; grid-template-rows: repeat(10000000, 1fr) }</style>",
    "spans": "<table><tr><td colspan=1000000 rowspan=1000000>x</td></tr></table>",
    "words": "<style>"
    + "".join(f":root {{ --v{n}: var(--v{n + 1}), var(--v{n + 1}) }}" for n in range(30))
    + ":root { --v30: x } h1 { font-family: var(--v0) }</style>",
    "nested": "{% for number in range(20000) %}<div>{% endfor %}",
}


@pytest.mark.parametrize("page", ENDLESS.values(), ids=ENDLESS)
def test_pages_without_end_are_stopped(cli: Cli, tmp_path: Path, page: str) -> None:
    template = (
        '{% extends "page.html" %}{% block body %}' + page + "<h1>{{ document.headline }}</h1><p>x</p>{% endblock %}"
    )
    files = {"releases/a.md": release(), "brand/brand.toml": brand(), "brand/templates/release.html": template}
    done = cli("build", write_kit(tmp_path / "kit", files))
    assert done.code == 6
    [line] = [line for line in done.err.splitlines() if line.strip()]
    assert line.startswith(
        "release.html: “Ferry stops at all nine islands” could not be made into pages with the brand's"
    )
    assert not (tmp_path / "kit/out").exists()
