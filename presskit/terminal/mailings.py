"""How `mail` and `personal` end: what was made for whom, and who gets nothing."""

from __future__ import annotations

from collections.abc import Sequence

from presskit.findings import by_harm, verdict_of
from presskit.mailing.orders import Mailed
from presskit.making.budget import in_mb
from presskit.reading.lists.people import Recipient
from presskit.terminal.phrases import count, line_of, listed, short
from presskit.terminal.verdicts import headline_of, outside, ready_without

ROWS = 10  # of people without a draft, named on the terminal; the page of drafts names all


def mailed(result: Mailed, check: str) -> list[str]:
    """Return the end of `mail`: what was drafted and where, each row without a draft, what to look at.

    check: the command that lists all there is to say of the kit.
    """
    if not result.folder:
        return _not_made("drafts", result, check)
    drafts = count(result.number, "draft")
    if result.drafts[0].endswith(".mbox"):
        drafts = f"{result.drafts[0]}, a mailbox of {drafts},"
    lines = [f"Made {drafts} in {short(result.folder)}, each at most {in_mb(result.largest)}. Nothing was sent."]
    lines.append(f"  Attached: {', '.join(result.files)}" if result.files else "  Nothing is attached.")
    to_do = "go through them" if result.begin == "index.html" else "address and send it"
    lines.append(f"  Open {short(result.folder / result.begin)} to {to_do}.")
    lines += _readers(result)
    return [*lines, *_told(result, check, "index.html")]


def copied(result: Mailed, check: str) -> list[str]:
    """Return the end of `personal`: how many copies were made and where, each row without one, what to look at."""
    if not result.folder:
        return _not_made("copies", result, check)
    copies = count(result.number, "copy", "copies")
    lines = [f"Made {copies} in {short(result.folder)}, each at most {in_mb(result.largest)}. Nothing was sent."]
    had = f" Left out, for having one: {count(result.had, 'person', 'people')}." if result.had else ""
    lines += [f"  {short(result.record)} keeps who has which file.{had}"] if result.record else []
    return [*lines, *_told(result, check, "")]


def _not_made(what: str, result: Mailed, check: str) -> list[str]:
    errors = [item for item in result.findings if item.severity == "error"]
    return [
        f"No {what} were made. {headline_of(result.findings)}.",
        *listed(by_harm(errors), check),
        *ready_without(result.findings),
    ]


def _told(result: Mailed, check: str, page: str) -> list[str]:
    """Return what there is to say of the list and of the kit. page: names all people who get nothing."""
    lines = [] if verdict_of(result.findings) == "ready" else [f"{headline_of(result.findings)}."]
    own = [item for item in result.findings if item.code.startswith("m-")]
    others = [item for item in result.findings if not item.code.startswith("m-")]
    others = [item for item in others if item.severity != "note"]
    lines += outside(result.made)
    lines += ["The list:", *(f"  - {line_of(item)}" for item in own)] if own else []
    rows = _rows(result.unagreed)
    if len(rows) > ROWS + 1 and page and result.folder:
        rows[ROWS:] = [f"      and {len(rows) - ROWS} more, all named in {short(result.folder / page)}"]
    return lines + rows + (["To look at:", *listed(by_harm(others), check)] if others else [])


def _readers(result: Mailed) -> list[str]:
    """Say who gets the kit in which language, and where that is kept."""
    if not result.record:
        return []
    each = (f"{count(people, 'person', 'people')} in {name}" for name, people in result.languages)
    had = f" Left out, for having a draft: {count(result.had, 'person', 'people')}." if result.had else ""
    return [f"  For {', '.join(each)}.{had}", f"  {short(result.record)} keeps who has which file."]


def _rows(people: Sequence[Recipient]) -> list[str]:
    """Return the rows of a list, a line for each; they stand below the sentence about them."""
    return [f"      row {person.row}: {person.who}" for person in people]
