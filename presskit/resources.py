"""Where the shipped templates and assets are: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent if (PACKAGE.parent / "pyproject.toml").is_file() else None


def shipped(name: str) -> Path:
    """Return the path of a shipped file or folder such as "templates/editorial" or "cli.py".

    Why: cli.py, templates/ and assets/ stand at the top of the checkout and move into the package in the
    wheel (pyproject.toml), so that `presskit` is the wheel's only top-level name.
    """
    path = (CHECKOUT or PACKAGE) / name
    if not path.exists():
        raise FileNotFoundError(f"presskit was installed without its file {name}; install it again.")
    return path
