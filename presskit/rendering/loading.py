"""The page engine is loaded here first, and faster than it loads itself.

WeasyPrint 70 tries each library under names of Windows before that of Linux. For every one of those that is not there,
Python asks gcc, ld and ldconfig: fifteen times, which took two fifths of the time in which the engine is loaded.

It asks for C types by their names, and each is parsed as a C file would be when it is met first: that is done here,
for all workers that are forked.

It also loads what cuts typefaces and sets variable ones (fontTools), which takes a fifth (docs/upstream/speed.md).
HarfBuzz cuts them; of a variable face fontTools is loaded when one is drawn.
"""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

TYPES = (
    *("char[]", "char[4]", "unsigned int *", "hb_tag_t[100]", "FcResult *", "FcChar8 **"),
    *("PangoRectangle *", "PangoLogAttr[]", "PangoFcFontMap *"),
)
SELDOM = ("fontTools.subset", "fontTools.varLib", "fontTools.varLib.instancer")


@contextmanager
def _asking_the_loader_alone() -> Iterator[None]:
    """Let Python find libraries without a compiler's help, on Linux, where no name of WeasyPrint's needs it."""
    asked = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = asked


class _Later(ModuleType):
    """Stands for a module that is loaded when something of it is used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)

        def called(*given: Any, **named: Any) -> Any:
            return getattr(import_module(self.__name__), name)(*given, **named)

        return called


@contextmanager
def _leaving_for_later(names: tuple[str, ...]) -> Iterator[None]:
    """Let what is imported from modules be loaded when it is called; what is loaded already stays."""
    later = {name: _Later(name) for name in names if name not in sys.modules}
    sys.modules.update(later)
    try:
        yield
    finally:
        for name in later:
            del sys.modules[name]


with _asking_the_loader_alone(), _leaving_for_later(SELDOM):
    import weasyprint  # noqa: F401
    from weasyprint.text.ffi import ffi

for name in TYPES:
    ffi.typeof(name)
