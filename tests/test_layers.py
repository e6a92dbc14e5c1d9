"""The order of the rooms: a room imports only from rooms before it, and each engine has its owners."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent

ROOMS = (
    "resources",
    "names",
    "findings",
    "errors",
    "limits",
    "gate",
    "fonts",
    "model",
    "libraries",
    "workers",
    "settings",
    "reading",
    "composing",
    "rendering",
    "linking",
    "printing",
    "writing",
    "checking",
    "intake",
    "inspection",
    "budget",
    "orders",
    "pages",
    "outputs",
    "build",
    "mailing",
    "comparing",  # after checking, which reads PDFs, and build, which reads kits: it compares both
    "proof",
    "options",
    "terminal",
    "cli",
)
# The linker takes finished pages from anywhere: it knows neither templates nor the page engine.
STRANGERS = {"linking": {"composing", "rendering"}}
OWNERS = {
    "typer": {"cli"},
    "rich": {"terminal"},
    "weasyprint": {"rendering"},
    "pikepdf": {"linking", "printing", "writing"},
    "pypdf": {"checking", "printing"},  # another library than the one that wrote; it imposes
    "pebble": {"workers"},
    "mammoth": {"reading"},
    "fontTools": {"writing"},
    "openpyxl": {"reading"},
    "trafilatura": {"reading"},
    "jinja2": {"composing"},
    "pydantic": {"settings"},
}


def sources(checkout: Path) -> dict[Path, str]:
    """Return each module of the command with the name of its room."""
    package = checkout / "presskit"
    rooms = {path: path.relative_to(package).parts[0].removesuffix(".py") for path in package.rglob("*.py")}
    return rooms | {checkout / "cli.py": "cli"}


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of every import in a file, wherever it stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_allowed(room: str, name: str) -> bool:
    """Tell whether a module of `room` may import the full name `name`."""
    top, _, rest = name.partition(".")
    if top != "presskit":
        return room in OWNERS.get(top, {room})
    other = rest.partition(".")[0]
    if other.startswith("__") or other == room:
        return True
    if room == "__main__":
        return other == "resources"
    return other in ROOMS[: ROOMS.index(room)] and other not in STRANGERS.get(room, set())


def violations(checkout: Path) -> list[str]:
    """Return "file imports name" for each import that breaks the order."""
    return [
        f"{path.relative_to(checkout)} imports {name}"
        for path, room in sources(checkout).items()
        for name in imports(path)
        if not is_allowed(room, name)
    ]


def test_a_room_imports_only_from_rooms_before_it() -> None:
    assert violations(CHECKOUT) == []


def test_every_room_was_seen() -> None:
    assert set(sources(CHECKOUT).values()) - {"__init__", "__main__"} == set(ROOMS)


@pytest.mark.parametrize(
    ("file", "line", "name"),
    [
        ("presskit/model.py", "import presskit.build", "presskit.build"),
        (
            "presskit/reading/text.py",
            "from presskit.rendering.engine import render",
            "presskit.rendering.engine.render",
        ),
        ("presskit/reading/text.py", "def late():\n    from presskit import cli", "presskit.cli"),
        ("presskit/linking/order.py", "from presskit.composing import page", "presskit.composing.page"),
        ("presskit/__main__.py", "import presskit.build", "presskit.build"),
        ("presskit/build.py", "import weasyprint.text", "weasyprint.text"),
        ("presskit/build.py", "import typer", "typer"),
        ("presskit/rendering/pages.py", "from pikepdf import Pdf", "pikepdf.Pdf"),
        ("cli.py", "from rich.table import Table", "rich.table.Table"),
    ],
)
def test_a_planted_violation_is_seen(tmp_path: Path, file: str, line: str, name: str) -> None:
    (tmp_path / "cli.py").touch()
    planted = tmp_path / file
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_text(f"from presskit.resources import shipped\n{line}\n")
    assert violations(tmp_path) == [f"{file} imports {name}"]
