"""A sentence shown large: in quotation marks, and with the office in which its speaker said it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presskit.composing.languages import Language
from presskit.model import Block, Quote

MARKS = '“”„«»"‘’‚‹›'
# What stands behind a name between two marks: "said Ada Thorn, head of research.", "Ada Thorn, the keeper, said".
ENDS = '.,;:“”„«»"'
OTHERWISE = "who|which|and|or|in|at|on|as|qui|et|dont|der|die|das|und|que|quien|y"
OFFICE = rf",\s+(?P<office>(?!(?:{OTHERWISE})\b)[^\d\W][^{ENDS}()\n]{{2,70}})(?=[{ENDS}]|$)"


def quoted(pull: Quote, words: Language) -> str:
    """Return the sentence in the language's quotation marks, where somebody says it and it has none."""
    text = pull.text.strip()
    if not pull.speaker or text[:1] in MARKS:
        return text
    return words.word("quotation", words=text.rstrip(MARKS))


def office_of(pull: Quote, body: Sequence[Block]) -> str | None:
    """Return the office of a sentence's speaker, as the text says it right behind the name; None where it does not."""
    if not pull.speaker:
        return None
    found = re.compile(re.escape(pull.speaker) + OFFICE)
    return next((match["office"].strip() for block in body if (match := found.search(block.text))), None)
