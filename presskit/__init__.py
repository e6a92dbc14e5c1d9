"""presskit: releases, a factsheet, photos and a boilerplate become one branded, accessible press kit PDF."""

from __future__ import annotations

import sys
from types import ModuleType

__version__ = "0.1.0"

# Pillow knows a picture by its first bytes, whatever its name. It would hand PostScript to Ghostscript, a program that
# runs it, and Windows' metafiles to Windows, which draws them. So empty modules stand where it looks for these two,
# before anything imports Pillow: such a file is no picture, for whatever library opens it.
for _plugin in ("PIL.EpsImagePlugin", "PIL.WmfImagePlugin"):
    sys.modules[_plugin] = ModuleType(_plugin)
