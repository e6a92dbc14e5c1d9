"""The page in which a window shows itself, before anything is known of the kit.

It is the same for all windows of one presskit, and kept for the next: what composes it takes longer to load than the
window itself.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress

from presskit.errors import PresskitError
from presskit.knowing.program import identity
from presskit.rendering.cache import Cache, default_cache_folder


def frame() -> str:
    """Return the page. For the main thread: a template has its clock there."""
    cache = Cache(default_cache_folder())
    name = hashlib.sha256(json.dumps(["frame", *identity()]).encode()).hexdigest()
    if kept := cache.find(name):
        return kept.read().decode()
    from presskit.preview.framing import compose_frame  # noqa: PLC0415

    page = compose_frame()
    with suppress(PresskitError):  # a disk that is full is told where a kit is made
        cache.keep(name, page.encode())
    return page
