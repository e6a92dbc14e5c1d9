"""How full the pages of kits are, kit by kit.

PYTHONPATH=. .venv/bin/python tests/bench/fills.py KIT.pdf …

prints a line for each document of each file, with the fill of its pages in per cent of the text area.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import mean

from tests.support.fills import fills_of


def main(files: list[str]) -> None:
    """Print how full the pages of PDFs are."""
    for name in files:
        documents = fills_of(Path(name))
        pages = [fill for document in documents[1:] for fill in document.fills]
        sys.stdout.write(
            f"{Path(name).name}: {len(pages) + 1} pages, {100 * mean(pages or [0]):.0f} % full behind the cover\n"
        )
        for document in documents[1:] or documents:
            shown = " ".join(f"{100 * fill:3.0f}" for fill in document.fills)
            sys.stdout.write(f"  {document.first:3}  {document.title[:48]:48}  {shown}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
