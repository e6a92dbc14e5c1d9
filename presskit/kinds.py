"""The kinds of document that a kit holds: a table of data, assets/kinds.toml, a line for each.

Elsewhere a kind is named only where its texts have signs, a reader or a check of their own.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from presskit import gate
from presskit.resources import shipped

NOT_LETTERS = re.compile(r"[^\w&]+|_")
TABLE = "assets/kinds.toml"
OTHER = "other"  # known by its own label alone
BY_SECTIONS = "sections"
LEAVE_OUT = "leave out"  # what kit.toml says of a file that is never printed


@dataclass(frozen=True)
class Kind:
    """A kind of document. labels: by language. reads: its reader. place: in a kit, from 0.

    invites: to an occasion, whose moment is checked.
    """

    name: str
    called: str
    many: str
    reads: str
    place: int
    invites: bool
    labels: Mapping[str, str]

    @property
    def role(self) -> str:
        """What a verdict calls one, without its article."""
        return self.called.removeprefix("a ")


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by its name, in the order of a kit; last the one that is known by its own label."""
    lines = tomllib.loads(gate.text_of(shipped(TABLE)))
    lines[OTHER] = {"called": "another text"}
    return {name: _kind(name, place, dict(line)) for place, (name, line) in enumerate(lines.items())}


def _kind(name: str, place: int, line: dict[str, Any]) -> Kind:
    called, reads, invites = line.pop("called"), line.pop("reads", BY_SECTIONS), line.pop("invites", False)
    many = line.pop("many", f"{called.removeprefix('a ')}s")
    return Kind(name, called, many, reads, place, invites, line)


def invites(name: str) -> bool:
    """Tell whether documents of a kind invite to an occasion."""
    return name in kinds() and kinds()[name].invites


def labels_in(code: str) -> dict[str, str]:
    """Return the label of each kind in a language."""
    return {name: kind.labels[code] for name, kind in kinds().items() if code in kind.labels}


@cache
def sorting_tables() -> tuple[Mapping[str, Any], ...]:
    """Return the words by which files are told apart: a table for each language (assets/sorting)."""
    files = gate.files_in(shipped("assets/sorting"))
    return tuple(tomllib.loads(gate.text_of(file)) for file in files if file.suffix == ".toml")


@cache
def kind_names() -> Mapping[str, str]:
    """Return by which words, in their plain form, files and people name each kind, of all languages."""
    named = {plain(name): name for name in kinds() if name != OTHER}
    for table in sorting_tables():
        named |= {plain(word): name for name, words in table["kinds"].items() for word in words}
    labels = ((label, kind.name) for kind in kinds().values() for label in kind.labels.values())
    return {plain(label): name for label, name in labels} | named


def named_kind(words: str) -> str | None:
    """Return the kind that words name, in any language: “FAQ”, “Fiche technique”; None where they name none."""
    return kind_names().get(plain(words))


def _bare(words: str) -> str:
    apart = unicodedata.normalize("NFKD", words).replace("ß", "ss").replace("ـ", "")
    seen = (letter for letter in apart if unicodedata.category(letter) != "Cf")
    return "".join(letter for letter in seen if not unicodedata.combining(letter)).casefold()


def plain(words: str) -> str:
    """Return words in small letters, without accents and signs: “Fiche-Technique_2” is “fiche technique 2”.

    Arabic letters lose their hamza and the marks of vowels, which people write or leave out. Signs that nobody sees,
    such as a soft hyphen, are taken out.
    """
    bare = words.lower() if words.isascii() else _bare(words)
    return " ".join(NOT_LETTERS.sub(" ", bare).replace("&", " and ").split())
