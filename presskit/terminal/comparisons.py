"""What changed between two kits, as lines for people."""

from __future__ import annotations

from collections.abc import Sequence

from presskit.comparing import DocumentChange
from presskit.comparing.sentences import mark
from presskit.terminal.phrases import count


def compared(changes: Sequence[DocumentChange]) -> list[str]:
    """Return what changed between two kits, document by document; a sentence that changed with what was there."""
    if not changes:
        return ["No sentence changed."]
    lines: list[str] = []
    for change in changes:
        lines += ["", change.title, *_of_document(change)]
    sentences = [change.sentences for change in changes]
    numbers = (
        (sum(len(one.changed) for one in sentences), "sentence changed", "sentences changed"),
        (sum(len(one.added) for one in sentences), "new sentence", "new sentences"),
        (sum(len(one.removed) for one in sentences), "sentence taken out", "sentences taken out"),
        (sum(change.state == "added" for change in changes), "new document", "new documents"),
        (sum(change.state == "removed" for change in changes), "document taken out", "documents taken out"),
    )
    total = ", ".join(count(number, one, many) for number, one, many in numbers if number)
    return [*lines[1:], "", f"{total}." if total else "No sentence changed, but titles did."]


def _of_document(change: DocumentChange) -> list[str]:
    if change.state != "changed":
        return [f"  This document is {'new' if change.state == 'added' else 'no longer there'}."]
    lines = [f"  The title was: {change.old_title}"] if change.old_title else []
    for pair in change.sentences.changed:
        was, now = mark(pair)
        lines += [f"  was:  {was}", f"  now:  {now}"]
    lines += [f"  new:  {sentence}" for sentence in change.sentences.added]
    return lines + [f"  out:  {sentence}" for sentence in change.sentences.removed]
