"""What a template sees of a value: words, numbers, lists of them, and views of presskit's frozen dataclasses.

A template may come from a stranger, and what it is given must not be able to do anything. So it never gets a value
itself: `shown` lets through what is plain, puts the rest into views without a method, and refuses what it does not
know. A function given to a template gets the values themselves again (`meant`), and what it returns is shown anew:
words in, words out, whatever a template does in between.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from functools import cache
from pathlib import PurePath
from types import GeneratorType
from typing import Any

from jinja2.exceptions import TemplateRuntimeError
from markupsafe import Markup

from presskit import names
from presskit.composing.languages import Language

PLAIN = (type(None), bool, int, float, str, Markup, range)
METHODS: Mapping[type, frozenset[str]] = {Language: frozenset({"word"})}  # all others are no one's to call


class Name(str):
    """The name of a file: all that a template sees of a path."""

    path: PurePath

    @classmethod
    def of(cls, path: PurePath) -> Name:
        """Return the name of a path."""
        name = cls(names.shown(path.name))
        name.path = path
        return name


class View:
    """A dataclass as a template sees it: its fields and properties by name. A date is seen as a whole, without any."""

    __slots__ = ("_thing",)

    def __init__(self, thing: object) -> None:
        self._thing = thing

    def see(self, name: str) -> Any:
        """Return a field as a template sees it; LookupError where there is none of this name."""
        kind: Any = type(self._thing)
        if name not in names_seen(kind):
            raise LookupError(name)
        value = getattr(self._thing, name)
        return Function(value) if name in METHODS.get(kind, ()) else shown(value)

    def __str__(self) -> str:
        raise TemplateRuntimeError(f"“{self!r}” is no text: name a word of it, or a function that it is given to")

    def __repr__(self) -> str:
        return type(self._thing).__name__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, View) and bool(self._thing == other._thing)

    def __hash__(self) -> int:
        return hash(self._thing)


class Function:
    """A function that a template may call.

    Values given by name fill the gaps in fixed words: they are printed, so they stay as the template sees them.
    """

    __slots__ = ("_call",)

    def __init__(self, call: Callable[..., object]) -> None:
        self._call = call

    def __call__(self, *values: object, **words: object) -> Any:
        """Call it with the values that are meant, and return its result as a template sees it."""
        return shown(self._call(*map(meant, values), **words))

    def __str__(self) -> str:
        raise TemplateRuntimeError("a function is no text: what it is given follows its name, in brackets")

    def __repr__(self) -> str:
        return "function"


@cache
def names_seen(kind: type) -> frozenset[str]:
    """Return which names of a value's class a template can read."""
    if not is_dataclass(kind):
        return frozenset()
    read = {name for each in kind.__mro__ for name, value in vars(each).items() if isinstance(value, property)}
    named = {field.name for field in fields(kind)} | read | METHODS.get(kind, frozenset())
    return frozenset(name for name in named if not name.startswith("_"))


def shown(value: object) -> Any:
    """Return a value as a template sees it; TypeError for a kind of value that none is given."""
    if type(value) in PLAIN or isinstance(value, View | Name | Function):
        return value
    if isinstance(value, str):
        return str(value)  # such as lxml's, which know their page
    if isinstance(value, PurePath):
        return Name.of(value)
    if isinstance(value, Mapping):
        return {shown(key): shown(each) for key, each in value.items()}
    if isinstance(value, tuple | list | GeneratorType):
        return tuple(map(shown, value))
    if isinstance(value, date | time) or _is_ours(type(value)):
        return View(value)
    raise TypeError(f"no template is given a {type(value).__name__}")


def _is_ours(kind: Any) -> bool:
    """Tell whether values of a class are presskit's own and never change."""
    frozen = getattr(getattr(kind, "__dataclass_params__", None), "frozen", False)
    return bool(frozen) and kind.__module__.startswith("presskit.")


def meant(value: object) -> Any:
    """Return the value that a template means by what it sees."""
    if isinstance(value, View):
        return value._thing
    if isinstance(value, Name):
        return value.path
    if isinstance(value, tuple | list):
        return tuple(map(meant, value))
    return value
