"""The words of blog and web page furniture, by kind, from assets/furniture/: one file is one language.

All languages count for every text: a page's own words may be in another language than the release on it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache

from presskit import gate
from presskit.resources import furniture_files

COMMENTS, SHARING, FORM, POST, NAVIGATION, OTHERS, FOOTER, CONSENT, TURNS, MAIL = (
    "blog comments",
    "share buttons",
    "subscription form",
    "the blog's own data",
    "page navigation",
    "list of other posts",
    "the web page's footer",
    "it asks for consent to cookies",
    "it leads to another page of the file",
    "added by a mail program",
)
SURE = {
    "comments": COMMENTS,
    "sharing": SHARING,
    "form": FORM,
    "post": POST,
    "navigation": NAVIGATION,
    "others": OTHERS,
    "footer": FOOTER,
    "consent": CONSENT,
    "turns": TURNS,
    "mail": MAIL,
}


@cache
def sure() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the reasons why a line surely is furniture, each with the pattern of such a line."""
    return tuple((why, pattern(key)) for key, why in SURE.items())


@cache
def pattern(key: str) -> re.Pattern[str]:
    """Return the pattern of a whole line of one kind, in any language."""
    return re.compile("|".join(f"(?:{line})" for lists in vocabularies() for line in lists.get(key, ())), re.IGNORECASE)


@cache
def vocabularies() -> tuple[dict[str, list[str]], ...]:
    """Return the lists of each language, with the names in them filled in."""
    read = [tomllib.loads(gate.text_of(path)) for path in furniture_files()]
    return tuple(
        {
            key: [filled(line, lists.get("names", {})) for line in lines]
            for key, lines in lists.items()
            if key != "names"
        }
        for lists in read
    )


def filled(line: str, names: dict[str, str]) -> str:
    """Return a pattern with the names in it replaced by their patterns."""
    for name, words in names.items():
        line = line.replace(f"{{{name}}}", words)
    return line
