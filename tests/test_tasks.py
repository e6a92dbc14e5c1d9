"""What workers are asked to do is named, and not imported: each name leads to a function."""

from __future__ import annotations

import ast
import re
from pkgutil import resolve_name

import pytest

from presskit.resources import CHECKOUT

assert CHECKOUT
NAME = re.compile(r"presskit(?:\.\w+)+:\w+")
PASSED_ON = {"compose", "prepare", "*work", "press.finish", "function"}


def names() -> set[str]:
    """Return every name of a task that stands in the command; no code is parsed for it while tests are collected."""
    assert CHECKOUT
    return {
        name
        for path in (CHECKOUT / "presskit").rglob("*.py")
        for name in re.findall(rf'"({NAME.pattern})"', path.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("name", sorted(names()))
def test_a_task_names_a_function_that_is_there(name: str) -> None:
    module, _, function = name.partition(":")
    found = resolve_name(name)
    assert callable(found)
    assert (found.__module__, found.__name__) == (module, function)  # where it is written, not where it came by


def test_every_task_is_named_in_full() -> None:
    """Test that the names above are those of all tasks: each is given one of them, or passes one on."""
    assert CHECKOUT
    made = [
        ast.unparse(node.args[0])
        for path in sorted((CHECKOUT / "presskit").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Task"
    ]
    assert len(made) > len(names()) / 2
    assert {name for name in made if not NAME.fullmatch(name.strip("'"))} <= PASSED_ON
