"""The blocks of which hostile inputs are made: an honest kit, and what is put into it."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

Step = Callable[[Path], object]
Content = str | bytes | Callable[[], str | bytes]

PDF, HTML, TXT, ZIP = (f"build kit -o out/kit.{ending}" for ending in ("pdf", "html", "txt", "zip"))
MAIL, MAIL_TO, CHECK = "mail kit -o out/drafts", "mail kit -o out/drafts --to list.csv", "check kit"
ALL = f"{HTML} ; {PDF} ; {TXT} ; {ZIP} ; {MAIL}"
FINE = frozenset({0, 8})
USAGE, SOURCE, SETTINGS, PAGES, OUTPUT = (frozenset({code}) for code in (2, 3, 4, 6, 7))
TOLD = SOURCE | SETTINGS | PAGES | {8}
ANY = FINE | TOLD  # the input may be used, left out, or refused: what counts is that nothing else happens

RELEASE = """---
date: 2026-05-12
---
# The harbour opens

HAVNEBY, 12 May 2026 – The harbour of Havneby opens its gates to sailing ships for the first time since the flood.

“We have waited for this day,” said Ada Thorn, the harbour's director. “Everybody is welcome.”

CONTACT: Ada Thorn, press@harbour.example, +1 202 555 0143
"""
KIT = """title = "Harbour day"
date = 2026-05-12
[[contacts]]
name = "Ada Thorn"
phone = "+1 202 555 0143"
email = "press@harbour.example"
"""
BRAND = 'name = "Harbour of Havneby"\nbrand = "#12355B"\nlogo = "logo.svg"\n'
PHOTOS = """["quay.jpg"]
caption = "The quay of Havneby on May 12, 2026."
credit = "Photo: Harbour"
alt = "Ships at a quay."
"""
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="90" height="30" fill="#12355B"/>{}</svg>'
)
HONEST = {
    "kit/kit.toml": KIT,
    "kit/releases/a.md": RELEASE,
    "kit/factsheet.md": "# Facts\n\n## Key figures\n\n| 41 | ships |\n| --- | --- |\n| 3 | gates |\n",
    "kit/boilerplate.txt": "The Harbour of Havneby keeps the gates between town and sea.\n",
    "kit/bios/ada.md": "---\nname: Ada Thorn\nrole: Director\n---\nAda Thorn has kept the gates since 2011.\n",
    "kit/photos/photos.toml": PHOTOS,
    "kit/brand/brand.toml": BRAND,
    "kit/brand/logo.svg": LOGO.format(""),
    "list.csv": "email,name,outlet\nkit@radio.example,Kit Orme,Radio Wave\n",
}

# Each of these alone takes ten seconds or more, most of it until a limit ends it: `./kit test --all` tries them.
TAKES_LONG = frozenset(
    (
        "a photo's description of 60 kB",
        "shadows of gradients",
        "forms that draw each other",
        "a bomb in a bomb",
        "a billion spaces in OpenDocument",
        "five MB of settings at the top",
        "a drawing's entities",
        "a page of ten million steps",
        "settings in brackets",
        "a macro that calls itself twice",
        "settings of a field without end",
        "nearly five thousand files",
        "embargoes by the thousand",
    )
)


@dataclass(frozen=True)
class Input:
    """One hostile input: its name, what is put into an honest kit, the commands, and what may come of them.

    codes: the exit codes each command may end with; says: what the words on the terminal must hold (an expression).
    """

    name: str
    steps: Step | tuple[Step, ...]
    words: str = PDF
    codes: frozenset[int] = ANY
    says: str = ""

    def make(self, folder: Path) -> None:
        """Write the kit and what is hostile in it."""
        honest_kit(folder)
        for step in self.steps if isinstance(self.steps, tuple) else (self.steps,):
            step(folder)

    def commands(self) -> list[list[str]]:
        """Return the words of each command."""
        return [shlex.split(words) for words in self.words.split(" ; ")]

    def quick(self) -> Input:
        """Return it with the first of its commands alone: the readers and the gate are the same for all."""
        return replace(self, words=self.words.split(" ; ")[0])

    def is_said_in(self, words: str) -> bool:
        """Tell whether what must be said is."""
        return bool(re.search(self.says, words))


def in_turn(inputs: Sequence[Input], every: int = 6) -> list[object]:
    """Return the inputs of a table as parameters: neighbours are siblings, every sixth is tried with each change."""
    return [
        pytest.param(
            tried.quick(), id=tried.name, marks=[pytest.mark.slow] if place % every or tried.name in TAKES_LONG else []
        )
        for place, tried in enumerate(inputs)
    ]


def honest_kit(folder: Path) -> None:
    """Write a kit with one of everything, ready to send."""
    for name, text in HONEST.items():
        place(folder / name).write_text(text, encoding="utf-8")
    for name in ("kit/photos/quay.jpg", "kit/bios/ada.jpg"):
        place(folder / name).write_bytes(photo())


@cache
def photo(width: int = 600, height: int = 400, kind: str = "JPEG") -> bytes:
    """Return a grey picture."""
    data = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(data, kind)
    return data.getvalue()


def place(path: Path) -> Path:
    """Return a path whose folder is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def put(name: str, content: Content) -> Step:
    """Write a file; large content is made when it is needed."""

    def step(folder: Path) -> None:
        made = content() if callable(content) else content
        path = place(folder / name)
        path.unlink(missing_ok=True)
        path.write_bytes(made.encode("utf-8", "surrogateescape") if isinstance(made, str) else made)

    return step


def put_bytes_name(name: bytes, content: Content) -> Step:
    """Write a file whose name is no UTF-8."""
    return put(os.fsdecode(name), content)


def gone(name: str) -> Step:
    """Take a file of the honest kit away."""
    return lambda folder: (folder / name).unlink()


def link(name: str, target: str) -> Step:
    """Put a symbolic link in a place; its target is seen from there, or absolute, with {outside} for the secrets."""

    def step(folder: Path) -> None:
        path = place(folder / name)
        if path.is_dir() and not path.is_symlink():
            for inner in path.iterdir():
                inner.unlink()
            path.rmdir()
        path.unlink(missing_ok=True)
        path.symlink_to(target.format(outside=folder / "outside"))

    return step


def pipe(name: str) -> Step:
    """Put a named pipe in a place: who opens it waits for ever."""

    def step(folder: Path) -> None:
        path = place(folder / name)
        path.unlink(missing_ok=True)
        os.mkfifo(path)

    return step


def sparse(name: str, size: int, start: bytes = b"") -> Step:
    """Put a file in a place that is large and takes no room."""

    def step(folder: Path) -> None:
        path = place(folder / name)
        path.write_bytes(start)
        os.truncate(path, size)

    return step


def in_outside(name: str, text: str) -> Step:
    """Write a file whose words name the folder of the secrets: {outside}."""
    return lambda folder: place(folder / name).write_text(text.format(outside=folder / "outside"), encoding="utf-8")


def template(text: str, name: str = "release.html") -> Step:
    """Put a template into the brand."""
    return put(f"kit/brand/templates/{name}", text)


def style(text: str) -> Step:
    """Put rules behind the theme's own."""
    return template(f'{{% extends "page.html" %}}{{% block body %}}<style>{text}</style><p>Words</p>{{% endblock %}}')


def release(text: Content, name: str = "b.md") -> Step:
    """Put a second release into the kit."""
    return put(f"kit/releases/{name}", text)


def settings(more: str) -> Step:
    """Put words before the kit's own settings."""
    return put("kit/kit.toml", lambda: more + "\n" + KIT)


def top(words: str) -> Step:
    """Put words into the settings at the top of a release."""
    return release(lambda: RELEASE.replace("date: 2026-05-12", words))


def logo(inside: Content, whole: bool = False) -> Step:
    """Put shapes into the logo, or put another in its place."""

    def made() -> str | bytes:
        text = inside() if callable(inside) else inside
        return text if whole or isinstance(text, bytes) else LOGO.format(text)

    return put("kit/brand/logo.svg", made)
