"""What is presskit's own is read before workers are forked, while they read sources: each would read it anew.

A brand's own style and templates may be a stranger's: they are read by workers alone, which have limits.
"""

from __future__ import annotations

from presskit.composing.look.theme import environment
from presskit.composing.templating.filling import fill
from presskit.rendering.lessons import styles
from presskit.settings.themes import theme_names

FIRST = ("release.html", "page.html", "macros.html")  # what most documents of most kits are made with


def read_theme(name: str) -> None:
    """Read the style of a shipped theme, and its templates for releases; nothing of a theme that is not there."""
    if name in theme_names():
        sandbox = environment(name, None)
        styles.read_ahead(fill(sandbox, "theme.css", {}))
        for template in FIRST:
            sandbox.get_template(template)
