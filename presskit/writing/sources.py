"""A document as a text that presskit reads as the same document: Markdown, with the settings at its top.

What was recognised is stated in the settings, so that it no longer depends on being recognised again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from presskit.model import Biography, Block, Contact, Embargo, Release
from presskit.reading.markup import escape, linkify
from presskit.writing.markdown import quoted, written

Settings = dict[str, str | Sequence[dict[str, str]]]


def release_source(release: Release) -> str:
    """Return a release as a text with all its settings."""
    settings = {
        "headline": release.headline,
        "subhead": release.subhead,
        "date": release.date.isoformat() if release.date else None,
        "language": release.language,
        "status": release.status,
        "embargo": moment(release.embargo) if release.embargo else None,
        "pull": release.pull.text if release.pull else None,
        # Without a heading it is only known by where it stood.
        "boilerplate": None if has_heading(release) else "\n\n".join(block.text for block in release.boilerplate),
    }
    stated = {key: value for key, value in settings.items() if value}
    return top(stated, release.contacts) + written(body_of(release))


def body_of(release: Release) -> Iterator[Block]:
    """Yield a release's blocks in the order of its page: status line, dateline and text, about, end mark, notes."""
    for line in (release.status_text or "").split("\n"):
        yield Block("paragraph", line, linkify(line))
    body = list(release.body)
    if release.dateline:
        opens = bool(body) and body[0].kind == "paragraph"
        lede = body.pop(0) if opens else Block("paragraph", "", "")
        words = escape(release.dateline.text.split("\n")[-1])
        for line in release.dateline.text.split("\n")[:-1]:
            yield Block("paragraph", line, escape(line))
        yield replace(lede, html=f"{words} {lede.html}".strip(" "))
    yield from body
    yield from release.boilerplate if has_heading(release) else ()
    if release.end_mark:
        yield Block("paragraph", release.end_mark, escape(release.end_mark))
    yield from release.notes


def has_heading(release: Release) -> bool:
    """Tell whether the text about the organisation begins with a heading, by which it is found again."""
    return bool(release.boilerplate) and release.boilerplate[0].kind == "heading"


def biography_source(biography: Biography) -> str:
    """Return a biography as a text with all its settings."""
    settings = {
        "name": biography.name,
        "role": biography.role,
        "intro": biography.intro,
        "language": biography.language,
        "portrait": biography.portrait.path.name if biography.portrait else None,
    }
    return top({key: value for key, value in settings.items() if value}, ()) + written(biography.body)


def text_source(blocks: Sequence[Block], language: str) -> str:
    """Return any other text: its blocks as they stand, and its language."""
    return top({"language": language}, ()) + written(blocks)


def moment(embargo: Embargo) -> str:
    """Return the end of an embargo as the settings take it."""
    return f"{embargo.until:%Y-%m-%d %H:%M} {embargo.zone}"


def top(settings: dict[str, str], contacts: Sequence[Contact]) -> str:
    """Return the settings at the top of a file, between two lines of three hyphens."""
    lines = [
        f"{key}: {value if key in ('date', 'language', 'status') else quoted(value)}" for key, value in settings.items()
    ]
    if contacts:
        lines.append("contacts:")
        lines += [f"  - {{{', '.join(fields_of(contact))}}}" for contact in contacts]
    return "\n".join(["---", *lines, "---", "", ""])


def fields_of(contact: Contact) -> Iterator[str]:
    """Yield what is known of a contact, as a line of settings takes it."""
    for name in ("name", "role", "email", "phone", "hours", "after_hours"):
        value = getattr(contact, name)
        if name == "name":  # the settings ask for one
            value = value or contact.email or contact.phone
        if value:
            yield f"{name}: {quoted(value)}"
