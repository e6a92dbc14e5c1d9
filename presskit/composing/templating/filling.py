"""A template is filled with what it is given, ends soon, and its mistakes are told with its file and line."""

from __future__ import annotations

import gc
import re
import signal
import threading
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import FrameType, FunctionType, MethodType
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError
from jinja2.exceptions import TemplateNotFound, TemplateRuntimeError
from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from presskit.composing.templating.sandbox import Sandbox
from presskit.composing.templating.views import Function, shown
from presskit.errors import RenderingError, StoppedError
from presskit.findings import Where, finding
from presskit.names import UNWRITABLE
from presskit.resources import shipped

MOST_CHARACTERS = 30_000_000
MOST_CPU_S = 5.0
MOST_WAITS = 100  # for a moment in which a line can be told
AGAIN_CPU_S, SOON_CPU_S = 1.0, 0.01  # until a template has heard that its time is over
UNKNOWN_NAME = re.compile(r"(?:^|has no attribute )'([^']+)'(?: is undefined)?$")  # as Jinja's StrictUndefined says it
# What a template can bring about: in its own lines, in Jinja's, or in a function of presskit's that it gives the wrong
# things to. Nested too deeply, it is a RecursionError (RuntimeError), or no Python for Jinja's compiler (SyntaxError).
MISTAKES = (
    *(TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, AssertionError),
    *(RuntimeError, SyntaxError, MemoryError, etree.LxmlError),
)


class EndlessError(TemplateRuntimeError):
    """A template does not end, or writes without end. `file`: which, where no line of it was being filled."""

    file: str | None = None


def fill(sandbox: Sandbox, template: str, words: Mapping[str, object]) -> str:
    """Fill a template; RenderingError b-002 names the template, the line and the mistake.

    Raises StoppedError where a template of presskit's takes too much: then the text is one for more than there is.
    """
    try:
        with _ending():
            return _filled(sandbox, template, words)
    except TemplateSyntaxError as mistake:
        where = Where(Path(mistake.filename) if mistake.filename else None, mistake.lineno)
        raise _mistake(where.file.name if where.file else template, str(mistake.message), where) from mistake
    except TemplateNotFound as mistake:
        raise _mistake(template, f"it asks for “{mistake.name}”, which is not there", Where()) from mistake
    except MISTAKES as mistake:
        where = _template_line(mistake)
        if not where.file or where.file.is_relative_to(shipped("templates")):
            if isinstance(mistake, EndlessError | MemoryError | RecursionError):
                raise StoppedError(_told(mistake)) from mistake
            if not isinstance(mistake, TemplateError):
                raise  # a mistake of presskit's own
        raise _mistake(where.file.name if where.file else template, _told(mistake), where) from mistake


def given(words: Mapping[str, object]) -> dict[str, Any]:
    """Return what a template is given, as it sees it. A function among it is thereby one that it may call."""
    functions = FunctionType | MethodType
    return {name: Function(value) if isinstance(value, functions) else shown(value) for name, value in words.items()}


def _filled(sandbox: Sandbox, template: str, words: Mapping[str, object]) -> str:
    found = sandbox.get_template(template)
    pieces, written = [], 0
    try:
        for piece in found.generate(given(words)):
            pieces.append(piece)
            written += len(piece)
            if written > MOST_CHARACTERS:
                raise EndlessError(f"it writes more than {MOST_CHARACTERS:,} characters")
    except EndlessError as end:
        end.file = found.filename  # between two pieces, no line of it is being filled
        raise
    return UNWRITABLE.sub("\ufffd", "".join(pieces))  # which a template can write, and no page holds


def parsed(html: str) -> tuple[HtmlElement, HtmlElement]:
    """Return what a template wrote as a page, and the page's body; StoppedError where that is no page."""
    try:
        page = lxml_html.document_fromstring(html)
        [body] = page.iter("body")
    except (etree.LxmlError, ValueError):
        raise StoppedError("what its template writes is no page of HTML") from None
    return page, body


@contextmanager
def _ending() -> Iterator[None]:
    """Stop what takes longer than a template may; where the system has no such clock, the worker's limits remain."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    waited = count()

    def stop(_: int, running: FrameType | None) -> None:
        is_told = _in_template(running) or next(waited) >= MOST_WAITS
        if is_told and not _finalizing(running):
            raise EndlessError(f"it does not end within {MOST_CPU_S:.0f} seconds")
        signal.setitimer(signal.ITIMER_PROF, SOON_CPU_S, AGAIN_CPU_S)

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, MOST_CPU_S, AGAIN_CPU_S)  # CPU time: a busy machine stops nobody
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _in_template(running: FrameType | None) -> bool:
    """Tell whether a template is being filled, and not what it wrote taken up: its line can then be told."""
    while running and not running.f_code.co_filename.endswith((".html", ".css")):
        running = running.f_back
    return running is not None


def _finalizing(running: FrameType | None) -> bool:
    """Tell whether things are just being finalized: what is raised there Python drops, and the template goes on."""
    watching = [getattr(callback, "__code__", None) for callback in gc.callbacks]
    while running:
        code = running.f_code
        if code.co_name == "__del__" or code in watching or code.co_filename == weakref.__file__:
            return True
        running = running.f_back
    return False


def _told(mistake: BaseException) -> str:
    if isinstance(mistake, MemoryError):
        return "it needs more memory than there is for a template"
    if isinstance(mistake, RecursionError):
        return "it contains itself without end, or is nested too deeply"
    if isinstance(mistake, TemplateError):
        return str(mistake)
    return f"it gives to a function, a filter or a sign what that does not take ({mistake or type(mistake).__name__})"


def _mistake(template: str, problem: str, where: Where) -> RenderingError:
    unknown = UNKNOWN_NAME.search(problem)
    problem = f"it asks for “{unknown[1]}”, which is not there" if unknown else problem.rstrip(".")
    return RenderingError(finding("b-002", where, template=template, problem=problem))


def _template_line(mistake: BaseException) -> Where:
    """Return the innermost line of a traceback that stands in a template; before all others one that is not shipped.

    Why: a brand's template that gives the wrong thing to a macro of presskit's has the mistake, not the macro.
    Jinja rewrites its frames to the template's file and line.
    """
    lines, frame = [], mistake.__traceback__
    while frame:
        name = frame.tb_frame.f_code.co_filename
        if name.endswith((".html", ".css")):
            lines.append(Where(Path(name), frame.tb_lineno))
        frame = frame.tb_next
    own = [line for line in lines if line.file and not line.file.is_relative_to(shipped("templates"))]
    file = mistake.file if isinstance(mistake, EndlessError) else None
    return next(iter(reversed(own or lines)), Where(Path(file) if file else None))
