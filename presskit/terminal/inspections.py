"""What was recognised in a source, as lines for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from presskit.judging.inspection import Told
from presskit.model import Correction
from presskit.names import brief
from presskit.sorting.plan import ZIP
from presskit.terminal.phrases import count, unpack_first

# What one item of each kind of section is called, and the field that holds them.
SECTIONS = {
    "figures": ("key figure", "facts"),
    "facts": ("fact", "facts"),
    "questions": ("question", "questions"),
    "timeline": ("date", "facts"),
    "programme": ("time", "facts"),
    "quotes": ("quote", "facts"),
    "glossary": ("term", "facts"),
    "people": ("card", "facts"),
    "works": ("card", "facts"),
    "films": ("card", "facts"),
    "cards": ("card", "facts"),
    "box": ("boxed piece", "blocks"),
    "text": ("piece", "blocks"),
}
MOST_COLUMNS = 50  # of a file's name, before its row begins further to the right


def inspected(facts: dict[str, Any], correction: Correction | None = None) -> list[str]:
    """Return what was recognised in a source, as lines for people; `correction`: a release's, if it has any."""
    rows = _of_release(facts, correction) if "dateline" in facts else _of_other(facts["taken_for"], facts["document"])
    document = facts.get("document", facts)
    removed = [*document.get("removed", []), *document.get("unprinted", [])] if isinstance(document, dict) else []
    lines = [facts["source"]]
    lines += [f"  {name:<9} {_cut(str(value)) if value else '–'}" for name, value in rows]
    lines += [f"  Left out  {_line(cut)}{_cut(cut['text'])} ({cut['why']})" for cut in removed]
    return lines + [f"  Look at   {_line(item)}{item['message']} ({item['code']})" for item in facts["findings"]]


def table(rows: Sequence[Told], folder: Path) -> list[str]:
    """Return what each file of a folder was taken for, and how a person corrects it."""
    inside, outside = [row for row in rows if row.is_in], [row for row in rows if not row.is_in]
    paths = {row.source for row in rows}
    files = sum(paths.isdisjoint(row.source.parents) for row in rows)  # a letterhead's logo is in a file
    lines = [f"{brief(str(folder))}: {count(files, 'file')}"]
    for head, some in (("In the kit:", inside), ("Not in the kit:", outside)):
        if some:
            lines += [head, *_columns(some)]
    example = next((row for row in (*outside, *inside) if row.source.suffix.lower() != ZIP), None)
    if example is None:
        return lines
    kinds = '"release" (or "factsheet", "biography", "boilerplate", "advisory", "timeline" …, "leave out")'
    how = f"To correct a line, {unpack_first(example.source)}write into kit.toml"
    return [*lines, f'{how}: [files."{brief(example.name)}"] and below it kind = {kinds}']


def _columns(rows: Sequence[Told]) -> list[str]:
    names = [brief(row.name) for row in rows]
    width = min(max(map(len, names)), MOST_COLUMNS)
    words = (f"{row.taken_for}, {row.why}" if row.why else row.taken_for for row in rows)
    return [f"  {name:<{width}}  {word}" for name, word in zip(names, words, strict=True)]


def _line(facts: dict[str, Any]) -> str:
    return f"line {facts['line']}: " if facts["line"] else ""


def _of_correction(correction: Correction | None) -> list[tuple[str, str | None]]:
    """Return what was changed and when, where a release says that it was."""
    if correction is None:
        return []
    when = (str(correction.day or ""), f"{correction.time:%H:%M}" if correction.time else "", correction.zone or "")
    version = str(correction.version) if correction.version else None
    return [("Version", version), ("Changed", " ".join(filter(None, when))), ("Why", correction.note)]


def _of_release(facts: dict[str, Any], correction: Correction | None) -> list[tuple[str, str | None]]:
    dateline = facts["dateline"] or {}
    unsure = {doubt["field"] for doubt in facts["unsure"]}

    def sure(field: str, value: str | None) -> str | None:
        return f"{_cut(value)} (not sure)" if value and field in unsure else value

    return [
        ("Headline", sure("headline", facts["headline"])),
        ("Subhead", facts["subhead"]),
        ("Place", dateline.get("place")),
        ("Date", sure("date", facts["date"])),
        ("Source", dateline.get("source")),
        ("Status", facts["status"]),
        *_of_correction(correction),
        ("Embargo", facts["embargo"]),
        *(("Contact", ", ".join(filter(None, contact.values()))) for contact in facts["contacts"]),
        ("About", facts["boilerplate"]),
        *(("Quote", f"{quote['speaker'] or 'nobody named'}: {quote['text']}") for quote in facts["quotes"]),
        ("End mark", facts["end_mark"]),
        *(("Note", note["text"]) for note in facts["notes"]),
        ("Text", _extent(facts["body"])),
    ]


def _of_other(taken_for: str, document: Any) -> list[tuple[str, str | None]]:
    """Return the rows of a document of sections, a biography (a name) or the text about the organisation."""
    first = ("Taken for", taken_for)
    if not document:  # it is not printed
        return [first]
    if isinstance(document, list):
        return [first, ("Text", " ".join(block["text"] for block in document))]
    if "name" in document:
        rows = [("Name", document["name"]), ("Role", document["role"]), ("Intro", document["intro"])]
        return [first, *rows, ("Text", _extent(document["body"]))]
    sections = [("Section", _section(section)) for section in document["sections"]]
    return [first, ("Title", document["title"]), ("Lead", document["lead"]), *sections]


def _section(section: dict[str, Any]) -> str:
    one, field = SECTIONS[section["kind"]]
    extent = count(len(section[field]), one)
    return f"{section['heading']}: {extent}" if section["heading"] else extent


def _extent(body: Sequence[dict[str, Any]]) -> str:
    paragraphs = sum(block["kind"] == "paragraph" for block in body)
    return f"{count(paragraphs, 'paragraph')}, {count(len(body), 'piece')} in all"


def _cut(text: str, length: int = 90) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
