"""A document as a text that presskit reads as the same document: Markdown, with the settings at its top.

What was recognised is stated in the settings, so that it no longer depends on being recognised again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from presskit.kinds import OTHER
from presskit.model import Biography, Block, Contact, Correction, Embargo, Release, Section, Sheet
from presskit.reading.blocks import boxed, is_emphasised, paragraph
from presskit.reading.markup import escape, linkify
from presskit.reading.result import Reading
from presskit.reading.slugs import slugify
from presskit.writing.markdown import quoted, written

PLAIN = ("date", "language", "status", "version")  # settings that need no quotation marks


NO_EMBARGO = "none"


def source_of(reading: Reading[Any], language: str) -> str:
    """Return any document as it was read as a text with all its settings; `language`: of one that states none."""
    embargo = moment(reading.embargo) if reading.embargo else NO_EMBARGO if reading.is_denied else None
    match reading.document:
        case Release():
            return release_source(reading.document, embargo)
        case Sheet():
            return sheet_source(reading.document, embargo)
        case Biography():
            return biography_source(reading.document, embargo)
        case _:
            return text_source(reading.document, language, embargo)


def release_source(release: Release, embargo: str | None = None) -> str:
    """Return a release as a text with all its settings; `embargo`: what is said of one where it has none."""
    settings = {
        "kind": None if release.kind == "release" else release.kind,
        "label": release.label,
        "headline": release.headline,
        "subhead": release.subhead,
        "date": release.date.isoformat() if release.date else None,
        "language": release.language,
        "slug": None if release.slug == slugify(release.headline or "") else release.slug,
        "status": status_of(release),
        **changes_of(release.correction),
        "embargo": moment(release.embargo) if release.embargo else embargo,
        "pull": release.pull.text if release.pull else None,
        # Without a heading it is only known by where it stood.
        "boilerplate": None if has_heading(release) else "\n\n".join(block.text for block in release.boilerplate),
    }
    return top(settings, release.contacts) + written(body_of(release))


def status_of(release: Release) -> str | None:
    """Return a release's status; not where only its own line tells of a change, which stays, and no version."""
    correction = release.correction
    return None if correction and correction.version is None else release.status


def changes_of(correction: Correction | None) -> dict[str, str | None]:
    """Return what the settings say of a correction."""
    if correction is None:
        return {}
    when = [
        str(correction.day or ""),
        f"{correction.time:%H:%M}" if correction.time else "",
        correction.zone or "",
    ]
    return {
        "version": str(correction.version) if correction.version else None,
        "correction": correction.note,
        "changed": " ".join(filter(None, when)),
    }


def body_of(release: Release) -> Iterator[Block]:
    """Yield a release's blocks in the order of its page: status line, dateline and text, about, end mark, notes.

    Notes without an end mark above them would be read as part of the text about the organisation: they stand above it.
    """
    for line in (release.status_text or "").split("\n"):
        yield Block("paragraph", line, linkify(line))
    body = [*map(below_title, release.body)]
    opens = bool(body) and body[0].kind == "paragraph" and not is_emphasised(body[0])
    if not opens:
        yield from titles_of(release)
    if release.dateline:
        opens = bool(body) and body[0].kind == "paragraph"
        lede = body.pop(0) if opens else Block("paragraph", "", "")
        words = escape(release.dateline.text.split("\n")[-1])
        for line in release.dateline.text.split("\n")[:-1]:
            yield Block("paragraph", line, escape(line))
        yield replace(lede, html=f"{words} {lede.html}".strip(" "))
    yield from body
    yield from () if release.end_mark else release.notes
    yield from release.boilerplate if has_heading(release) else ()
    if release.end_mark:
        yield Block("paragraph", release.end_mark, escape(release.end_mark))
        yield from release.notes


def titles_of(release: Release) -> Iterator[Block]:
    """Yield headline and subhead: where the text begins with what could be one of them, they must stand above it."""
    for level, words in enumerate((release.headline, release.subhead), start=1):
        if words:
            yield Block("heading", words, escape(words), level=level)


def below_title(block: Block) -> Block:
    """Return a heading below the title's level: one of the first level would be the title."""
    return replace(block, level=max(block.level, 2)) if block.kind == "heading" else block


def has_heading(release: Release) -> bool:
    """Tell whether the text about the organisation begins with a heading, by which it is found again."""
    return bool(release.boilerplate) and release.boilerplate[0].kind == "heading"


def biography_source(biography: Biography, embargo: str | None = None) -> str:
    """Return a biography as a text with all its settings."""
    settings = {
        "name": biography.name,
        "role": biography.role,
        "intro": biography.intro,
        "language": biography.language,
        "slug": None if biography.slug == slugify(biography.name) else biography.slug,
        "embargo": embargo,
        "portrait": biography.portrait.path.name if biography.portrait else None,
    }
    return top(settings) + written(map(below_title, biography.body))


def sheet_source(sheet: Sheet, embargo: str | None = None) -> str:
    """Return a document of sections as a text with all its settings: each below its heading, rows as rows of tables."""
    settings = {
        "kind": None if sheet.kind in ("factsheet", OTHER) else sheet.kind,
        "label": sheet.label,
        "headline": sheet.title,
        "subhead": sheet.lead,
        "language": sheet.language,
        "slug": None if sheet.slug == slugify(sheet.source.stem) else sheet.slug,
        "embargo": embargo,
    }
    return top(settings) + written(block for section in sheet.sections for block in section_blocks(section))


def section_blocks(section: Section) -> Iterator[Block]:
    """Yield the blocks of a section."""
    if section.kind == "box":
        title = [paragraph(f"<strong>{escape(section.heading)}</strong>", None)] if section.heading else []
        yield from boxed([*title, *(replace(block, box="") for block in section.blocks)])
        return
    if section.heading:
        yield Block("heading", section.heading, escape(section.heading), level=section.level)
    for said in section.facts if section.kind == "quotes" else ():
        yield Block("quote", said.text, f"{said.html}<br>— {escape(said.label)}" if said.label else said.html)
    yield from cards_blocks(section) if section.are_cards else ()
    rows = [(fact.label, fact.html) for fact in section.facts if not section.are_cards and section.kind != "quotes"]
    if rows:
        cells = "".join(f"<tr><td>{escape(label)}</td><td>{html}</td></tr>" for label, html in rows)
        yield Block("table", "", f"<table><tbody>{cells}</tbody></table>")
    for question in section.questions:
        yield Block("paragraph", question.text, f"<strong>{escape(question.text)}</strong>")
        yield from question.answer
    yield from map(below_title, section.blocks)


def cards_blocks(section: Section) -> Iterator[Block]:
    """Yield cards below each other; those that only their table tells from a text as a table."""
    titled = [(card, f"<strong>{escape(card.label)}</strong>" if card.label else "") for card in section.facts]
    lines = [(card.picture, "<br>".join(filter(None, (title, card.html)))) for card, title in titled]
    if section.kind == "cards":
        rows = (f"<tr><td>{picture.html if picture else ''}</td><td>{html}</td></tr>" for picture, html in lines)
        yield Block("table", "", f"<table><tbody>{''.join(rows)}</tbody></table>")
        return
    for picture, html in lines:
        yield from [picture] if picture else []
        yield paragraph(html, None)


def text_source(blocks: Sequence[Block], language: str, embargo: str | None = None) -> str:
    """Return any other text: its blocks as they stand, and its language."""
    return top({"language": language, "embargo": embargo}) + written(blocks)


def moment(embargo: Embargo) -> str:
    """Return the end of an embargo as the settings take it."""
    return f"{embargo.until:%Y-%m-%d %H:%M} {embargo.zone}"


def top(settings: dict[str, str | None], contacts: Sequence[Contact] = ()) -> str:
    """Return the settings at the top of a file, between two lines of three hyphens; those without a value stay out."""
    stated = {key: value for key, value in settings.items() if value}
    lines = [f"{key}: {value if key in PLAIN else quoted(value)}" for key, value in stated.items()]
    if contacts:
        lines.append("contacts:")
        lines += [f"  - {{{', '.join(fields_of(contact))}}}" for contact in contacts]
    return "\n".join(["---", *lines, "---", "", ""])


def fields_of(contact: Contact) -> Iterator[str]:
    """Yield what is known of a contact, as a line of settings takes it."""
    for name in ("name", "role", "email", "phone", "hours", "after_hours", "more"):
        value = getattr(contact, name)
        if name == "name":  # the settings ask for one
            value = value or contact.email or contact.phone
        if value:
            yield f"{name}: {quoted(value)}"
