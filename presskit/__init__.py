"""presskit: releases, a factsheet, photos and a boilerplate become one branded, accessible press kit PDF."""

__version__ = "0.1.0"
