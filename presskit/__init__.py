"""presskit: releases, a factsheet, photos and a boilerplate become one branded, accessible press kit PDF."""

from __future__ import annotations

__version__ = "0.1.0"
