"""What a template can read and call is decided here, in one place, and denied by default.

A theme or a brand's templates/ folder is data, and may be a stranger's. Its templates see words (presskit.composing.
views), and can call macros, their own blocks and loops, and what presskit registers. Nothing else has a name in them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, pass_context
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.tests import TESTS
from jinja2.utils import Namespace

from presskit.composing.measures import rhythm
from presskit.composing.templating.loader import GateLoader
from presskit.composing.templating.views import Function, View

# What of Jinja's own a theme maker needs, and nothing that reads attributes by a name made of words ("attr"), prints
# the inside of values ("pprint", "tojson"), makes much out of little ("format", "center", "indent"), or differs from
# run to run ("random"). docs/themes.md lists them.
FILTER_NAMES = (
    *("abs", "batch", "capitalize", "count", "d", "default", "e", "escape", "first", "float", "int", "items", "join"),
    *("last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "safe"),
    *("select", "selectattr", "sort", "string", "striptags", "sum", "title", "trim", "truncate", "unique", "upper"),
    *("urlencode", "wordcount"),
)
TEST_NAMES = (
    *("boolean", "defined", "divisibleby", "even", "false", "in", "none", "number", "odd", "string", "true"),
    *("undefined", "==", "!=", "<", "<=", ">", ">=", "eq", "equalto", "ge", "gt", "le", "lt", "ne"),
)
LOOP_NAMES = frozenset(
    ("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "previtem", "nextitem")
)
LARGEST_FACTOR = 10**9


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which what is not named here cannot be read or called."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *args: Any) -> Any:
        """Compile a template; more brackets or loops in each other than Python takes are a mistake in it."""
        try:
            return super().compile(source, name, filename, *args)
        except (SyntaxError, RecursionError, MemoryError):
            raise TemplateSyntaxError("it is nested too deeply", 1, name, filename) from None

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what `obj.attribute` means: a view's field, a mapping's item, or one of Jinja's own names."""
        if isinstance(obj, Undefined):
            return obj[attribute]  # which says what is missing
        try:
            return _named(obj, attribute)
        except (LookupError, AttributeError):
            return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return what `obj[argument]` means: an item of a list, a text or a mapping; else as `getattr` does."""
        if isinstance(obj, str | tuple | list | dict | range):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                return self.undefined(obj=obj, name=argument)
        return self.getattr(obj, argument if isinstance(argument, str) else "")

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call what templates may call; SecurityError for all else."""
        if isinstance(__obj, Function | Macro | LoopContext | BlockReference) or __obj is Namespace:
            return __context.call(__obj, *args, **kwargs)
        raise SecurityError("it calls something that is not there to be called")

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply numbers, and only numbers that are no flood in themselves."""
        numbers = [each for each in (left, right) if isinstance(each, int | float) and abs(each) <= LARGEST_FACTOR]
        if operator == "**" or len(numbers) < 2:
            only = "is not there" if operator == "**" else f"takes two numbers, of {LARGEST_FACTOR:,} at most"
            raise SecurityError(f"“{operator}” {only}")
        return super().call_binop(context, operator, left, right)


def _named(obj: Any, name: str) -> Any:
    """Return what a template can read under a name; LookupError or AttributeError where that is nothing."""
    match obj:
        case View():
            return obj.see(name)
        case dict() | TemplateReference():
            return obj[name]
        case LoopContext() if name in LOOP_NAMES:
            return getattr(obj, name)
        case BlockReference() if name == "super":
            return obj.super
        case TemplateModule() | Namespace() if not name.startswith("_"):
            return vars(obj)[name] if isinstance(obj, TemplateModule) else getattr(obj, name)
    raise LookupError(name)


@cache
def sandbox_of(folders: tuple[Path, ...], *, lstrip: bool = False) -> Sandbox:
    """Return the sandbox that finds templates in folders, the first before the others.

    Why kept: a worker composes many documents, and most of the time for one would go into compiling templates anew.
    Why StrictUndefined: a misspelt name must be an error with a line, never an empty place on a page.
    """
    sandbox = Sandbox(
        loader=GateLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=lstrip,
        keep_trailing_newline=False,
    )
    own: Mapping[str, Callable[..., Any]] = {"rhythm": _rhythm, "bare": bare_address, "round": _rounded}
    sandbox.filters = {name: FILTERS[name] for name in FILTER_NAMES} | dict(own)
    sandbox.tests = {name: TESTS[name] for name in TEST_NAMES}
    sandbox.globals = {"range": Function(safe_range), "namespace": Namespace}
    return sandbox


@pass_context
def _rhythm(context: Context, length_pt: float) -> float:
    return rhythm(length_pt, context["rhythm_pt"])


def bare_address(address: str) -> str:
    """Return a web address as it is printed: without "https://" and the closing slash."""
    return address.removeprefix("https://").removeprefix("http://").removesuffix("/")


def _rounded(value: float, digits: int = 0) -> float:
    return round(float(value), min(max(digits, 0), 9))
