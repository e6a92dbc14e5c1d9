"""What a person reads of an import: posts to choose from, where each text is now, what was left out and why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from presskit.findings import by_harm
from presskit.importing import Imported
from presskit.importing.composing import Composed
from presskit.importing.placing import Placed
from presskit.reading.formats.exports import Export, Post
from presskit.terminal.facts import findings_json
from presskit.terminal.phrases import as_called, count, line_of, short, typed, way_of


def posts_listed(path: Path, export: Export) -> list[str]:
    """Return the posts of an export or a feed, numbered, and what it holds besides that nobody was meant to read."""
    width = len(str(len(export.posts)))
    lines = [f"{path.name} holds {count(len(export.posts), 'published post or page', 'published posts and pages')}:"]
    lines += [f"  {number:>{width}}  {_of_post(post)}" for number, post in enumerate(export.posts, start=1)]
    others = ", ".join(f"{kind} ({number})" for kind, number in export.passed_over.items())
    return lines + ([f"Not for readers, and never imported: {others}."] if others else [])


def _of_post(post: Post) -> str:
    named = [*(["page"] if post.kind == "page" else []), *post.categories]
    behind = f" ({', '.join(named)})" if named else ""
    return (
        f"{post.day.isoformat() if post.day else 'no date':<10}  {post.title or post.link or 'without a title'}{behind}"
    )


def posts_json(path: Path, export: Export) -> dict[str, object]:
    """Return the posts of an export or a feed for --json."""
    posts = [
        {
            "number": number,
            "title": post.title,
            "date": str(post.day) if post.day else None,
            "kind": post.kind,
            "categories": list(post.categories),
            "link": post.link,
        }
        for number, post in enumerate(export.posts, start=1)
    ]
    return {"source": str(path), "posts": posts, "never_imported": dict(export.passed_over)}


def imported(done: Imported) -> list[str]:
    """Return where each text is now, what was left out of it and why, what was not imported, what to look at."""
    kit = done.order.kit
    new = [one for one in done.placed if one.is_new]
    there = [one for one in done.placed if not one.is_new]
    lines = [f"Imported {count(len(new), 'text')} into {kit}."] if new else ["Nothing new to import."]
    lines += [f"  {_place(one, kit)}" for one in new]
    lines += ["There already, word for word:", *(f"  {_place(one, kit)}" for one in there)] if there else []
    lines += [line for text in done.texts for line in _left_out(text)]
    lines += ["Not imported:", *_outside(done)] if done.outside else []
    look = by_harm(item for item in done.findings if item.severity != "note")
    lines += ["To look at:", *(f"  - {line_of(item)}" for item in look)] if look else []
    return [*lines, f"To build it, type: {typed('build', kit)}"] if done.placed else lines


def _place(one: Placed, kit: Path) -> str:
    pictures = len(one.text.pictures)
    extra = f", with {count(pictures, 'picture')}" if pictures else ""
    instead = f"; another text is {one.instead_of.name}, and stays as it is" if one.instead_of else ""
    kept = f"; changed since, and kept: {', '.join(path.name for path in one.kept)}" if one.kept else ""
    return f"{_inside(one.path, kit)}  from {one.text.source}{extra}{instead}{kept}"


def _inside(path: Path, kit: Path) -> str:
    return path.relative_to(kit).as_posix()


def _left_out(text: Composed) -> Iterator[str]:
    """Yield what was left out of a text, each line with its reason, and the pictures that cannot be had."""
    if not text.removed and not text.missing:
        return
    yield f"Left out of {text.source}:"
    for cut in text.removed:
        line = f"line {cut.line}: " if cut.line else ""
        yield f"  {line}{cut.text} ({cut.why})"
    yield from (f"  {name} (a picture that is not beside the text)" for name in text.missing)


def _outside(done: Imported) -> list[str]:
    return [
        f"  {short(one.path)}: {one.what}{f'. {as_called(way_of(one.way, one.path))}' if one.way else ''}"
        for one in done.outside
    ]


def imported_json(done: Imported) -> dict[str, object]:
    """Return the facts of an import for --json."""
    places = {id(one.text): one for one in done.placed}
    return {
        "kit": str(done.order.kit),
        "texts": [_text_json(text, places.get(id(text))) for text in done.texts],
        "outside": [
            {"file": str(one.path), "why": one.what, "hint": way_of(one.way, one.path) if one.way else None}
            for one in done.outside
        ],
        "findings": findings_json(done.findings),
    }


def _text_json(text: Composed, place: Placed | None) -> dict[str, object]:
    return {
        "source": text.source,
        "file": str(place.path) if place else None,
        "new": bool(place and place.is_new),
        "pictures": [name for name, _ in text.pictures],
        "missing_pictures": list(text.missing),
        "removed": [{"line": cut.line, "text": cut.text, "why": cut.why} for cut in text.removed],
    }
