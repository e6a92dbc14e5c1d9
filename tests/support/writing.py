"""Small kits written by the tests: folders of texts, photos and settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PIL import Image

PARAGRAPH = (
    "The Quillon Ferry Company carries books, bread and passengers between the nine islands of the Larkin group, in "
    "every weather but fog. Since the spring its boats have stopped at all piers, and the children of the outer "
    "islands come to school an hour later and dry."
)
# Of each number another text: what stands twice in a release is told.
MORE = (
    "Number {number}. The Quillon Ferry Company carries on boat {number} books, bread and passengers between the nine "
    "islands of the Larkin group, in every weather but fog. Since the spring boat {number} has stopped at all piers, "
    "and the children there come to school an hour later and dry."
)
RELEASE = f"""---
headline: "{{headline}}"
date: 2026-05-12
---

PORT QUILLON, May 12, 2026 (QFC) – {PARAGRAPH}

{{body}}
"""
BRAND = """name = "{name}"
brand = "{colour}"
disclosure = "The Quillon Ferry Company is invented."
boilerplate = "The Quillon Ferry Company (QFC) is a company of ferrymen founded in 1911."

[[contacts]]
name = "Ada Thorn"
phone = "(202) 555-0143"
email = "ada@quillon.example"
"""
# A release with a part of each kind.
NIGHT_FERRY = """FOR IMMEDIATE RELEASE

The night ferry sails again
Nine years after the storm

SALTMARSH, June 4, 2026 (QS) – The night ferry sails again tonight, nine years after the storm took her sister.

“We kept the bell,” said Nell Farrow, the harbour master. “It will ring at nine.”

- two decks
- one bell

CONTACT: Nell Farrow, 202-555-0142, nell@quay.example

About the Quay Society
The Quay Society is a charity that looks after the old harbour of Saltmarsh.

###

Notes to editors
The bell weighs 90 kilograms.
"""


def release(headline: str = "Ferry stops at all nine islands", paragraphs: int = 3) -> str:
    """Return a release of so many paragraphs below its lede."""
    body = "\n\n".join(MORE.format(number=number) for number in range(1, paragraphs + 1))
    return RELEASE.format(headline=headline, body=body)


def brand(name: str = "Quillon Ferry", colour: str = "#12355b") -> str:
    """Return a brand.toml."""
    return BRAND.format(name=name, colour=colour)


def figures(number: int) -> str:
    """Return a factsheet with so many key figures."""
    values = ["9", "1,860", "81 %", "$4.2 million", "6×", "148 km", "3 of 4"][:number]
    rows = "\n".join(f"| {value} | of what is counted here |" for value in values)
    return f"# The ferry in figures\n\n## Key figures\n\n| | |\n|---|---|\n{rows}\n"


def photo(path: Path, size: tuple[int, int] = (600, 400)) -> Path:
    """Draw a photo that a JPEG keeps small."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.linear_gradient("L").resize(size).convert("RGB").save(path)
    return path


def write_kit(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their path below `folder`; return the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder
