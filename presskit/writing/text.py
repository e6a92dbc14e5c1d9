"""The words of a kit as plain text, to be pasted into a mail or an editor's system: one line per paragraph.

It says what the pages say, in their order; presskit.checking.words proves it. UTF-8, line feeds, an empty line between
paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from presskit.composing.documents import status_lines
from presskit.composing.languages import Language, language
from presskit.composing.look.setting import Setting
from presskit.composing.parts.abouts import abouts_of
from presskit.composing.parts.parts import embargo_of, title_of
from presskit.composing.wording.changes import Notice, notice_of
from presskit.model import Biography, Block, Contact, Document, Kit, PhotoSheet, Release, Sheet
from presskit.reading.counting import kind_of, label, numbered
from presskit.reading.grids import begins, in_rows, place_cells
from presskit.reading.markup import parse, text_in

RULE = "* * *"  # between two documents
# Punctuation that plain ASCII has another sign for. Letters stay as they are.
ASCII = str.maketrans(
    {
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‘’‚‛′‹›", "'"),
        **dict.fromkeys("‐‑‒–−", "-"),
        **dict.fromkeys("—―", "--"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f", " "),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""),
        **dict.fromkeys("•·", "-"),
        "…": "...",
        "×": "x",
    }
)
INSIDE_GUILLEMETS = re.compile(r"(?<=[«‹])[\s\u00a0\u202f]+|[\s\u00a0\u202f]+(?=[»›])")


def kit_text(kit: Kit, *, ascii_only: bool = False) -> str:
    """Return all of a kit's documents, then what stands once for all of them: whom to ring, texts about the sender."""
    if kit.alone:
        return document_text(kit, kit.documents[0], ascii_only=ascii_only)
    own = [[*_matter(kit, document), *_disclosure(kit)] for document in kit.documents]
    sections = [[*_draft(kit, kit.language), *_cover(kit)], *own, [*_closing(kit), *_disclosure(kit)]]
    return _finished([line for section in sections for line in (*section, RULE)][:-1], ascii_only=ascii_only)


def document_text(kit: Kit, document: Document, *, ascii_only: bool = False) -> str:
    """Return one document as it is pasted alone; a release with the text about its sender and whom to ring."""
    lines = [*_draft(kit, document.language), *_matter(kit, document)]
    if isinstance(document, Release):
        setting = Setting(kit, document.language)
        lines += _abouts(setting, 1) if not document.is_withdrawn else []
        lines += _contacts(kit, setting.language)
    return _finished([*lines, *_disclosure(kit)], ascii_only=ascii_only)


def _finished(paragraphs: Sequence[str], *, ascii_only: bool) -> str:
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"
    return straight(text) if ascii_only else text


def straight(text: str) -> str:
    """Return `text` with ASCII punctuation; characters without an ASCII form, such as é, stay."""
    return INSIDE_GUILLEMETS.sub("", text).translate(ASCII)


def _draft(kit: Kit, code: str) -> list[str]:
    words = language(code)
    return [f"{words.word('draft').upper()} – {words.word('not_ready')}"] if kit.draft else []


def _disclosure(kit: Kit) -> list[str]:
    return [kit.brand.disclosure] if kit.brand.disclosure else []


def _cover(kit: Kit) -> Iterator[str]:
    words = language(kit.language)
    notice = notice_of(kit.correction, words)
    yield f"{words.word('press_kit')}\n{kit.brand.name}"
    yield from _embargo(kit, words)
    yield from (_change(notice) if notice else ())
    yield kit.title
    yield "\n".join(filter(None, (kit.event, words.day(kit.date) if kit.date else None)))
    yield (words.word("kit_withdrawn") if notice and notice.is_withdrawn else kit.summary) or ""
    yield (notice.note if notice else None) or ""


def _embargo(kit: Kit, words: Language, document: Document | None = None) -> Iterator[str]:
    """Yield the embargo's line, in capitals: a text has no bold."""
    embargo = embargo_of(kit, document)
    if embargo:
        yield words.word("embargoed_until", moment=words.moment(embargo)).upper()


def _change(notice: Notice) -> Iterator[str]:
    if not notice.is_stated:
        yield " ".join(filter(None, (notice.word.upper(), notice.when)))
    if notice.version:
        yield notice.version


def _matter(kit: Kit, document: Document) -> list[str]:
    """Return a document's paragraphs, from its embargo to its last note."""
    words = language(document.language)
    match document:
        case Release():
            own = _release(document, words)
        case Sheet():
            own = _sheet(document)
        case Biography():
            own = iter([document.name, document.role or "", document.intro or "", *block_lines(document.body)])
        case PhotoSheet():
            own = _photos(document, words)
    return [*_embargo(kit, words, document), *own]


def _release(document: Release, words: Language) -> Iterator[str]:
    notice = notice_of(document.correction, words, document.status_text)
    yield from (_change(notice) if notice else ())
    yield from status_lines(document, words)
    yield title_of(document)
    if document.is_withdrawn:
        yield words.word("release_withdrawn")
    yield (notice.note if notice else None) or ""
    yield document.subhead or ""
    if not document.is_withdrawn:
        yield from block_lines(document.body, document.dateline.text if document.dateline else None)
        yield document.end_mark or ""
    yield from block_lines(document.notes)


def _sheet(document: Sheet) -> Iterator[str]:
    yield title_of(document)
    yield document.lead or ""
    for section in document.sections:
        yield section.heading or ""
        if section.kind == "quotes":
            yield from (f"{inline_text(said.html)}\n{said.label}".rstrip() for said in section.facts)
        elif section.are_cards:
            yield from (f"{card.label}\n{inline_text(card.html)}".strip() for card in section.facts)
        else:
            between = " " if section.kind == "figures" else "\t"
            yield "\n".join(f"{fact.label}{between}{inline_text(fact.html)}" for fact in section.facts)
        for question in section.questions:
            yield question.text
            yield from block_lines(question.answer)
        yield from block_lines(section.blocks)


def _photos(sheet: PhotoSheet, words: Language) -> Iterator[str]:
    yield words.word("photo_sheet")
    for photo in sheet.photos:
        size = words.word("pixels", width=photo.width_px, height=photo.height_px)
        yield "\n".join(filter(None, (photo.caption, photo.credit, f"{photo.name}, {size}", photo.rights)))


def _closing(kit: Kit) -> Iterator[str]:
    setting = Setting(kit, kit.language)
    words, brand = setting.language, kit.brand
    yield words.word("contacts")
    yield from _contacts(kit, words)
    yield from _abouts(setting)
    download = f"{words.word('full_size')}: {kit.download}" if kit.download else None
    yield "\n".join(filter(None, (brand.web, download, *brand.social, brand.address)))


def _abouts(setting: Setting, most: int | None = None) -> list[str]:
    """Return the texts about the organisation, each below its heading."""
    return [line for about in abouts_of(setting)[:most] for line in (about.heading, *block_lines(about.blocks))]


def _contacts(kit: Kit, words: Language) -> list[str]:
    """Return whom to ring, a paragraph for each person."""
    return (
        [words.word("press_contact"), *(contact_text(contact, words) for contact in kit.contacts)]
        if kit.contacts
        else []
    )


def contact_text(contact: Contact, words: Language) -> str:
    """Return a person with role, telephones and address, each on a line."""
    hours = f" ({contact.hours})" if contact.hours else ""
    after = f"{contact.after_hours} ({words.word('out_of_hours')})" if contact.after_hours else None
    phone = f"{contact.phone}{hours}" if contact.phone else None
    return "\n".join(filter(None, (contact.name, contact.role, phone, after, contact.more, contact.email)))


def block_lines(blocks: Sequence[Block], dateline: str | None = None) -> Iterator[str]:
    """Yield each block of running text; the dateline opens the first paragraph. Pictures are left out."""
    lead = " ".join(dateline.split()) if dateline else ""
    for place, block in enumerate(blocks):
        if block.kind == "list":
            yield "\n".join(_items(parse(block.html)))
        elif block.kind == "table":
            yield "\n".join(_rows(parse(block.html)))
        elif block.kind != "figure":
            is_first = place == 0 and block.kind == "paragraph"
            yield f"{lead} {inline_text(block.html)}".strip() if is_first else inline_text(block.html)


def inline_text(html: str) -> str:
    """Return inline HTML as text, with the address of each link behind its words; each <br> is a line feed."""
    return text_in(_with_addresses(parse(html)))


def _with_addresses(element: HtmlElement) -> HtmlElement:
    for link in element.iter("a"):
        address = str(link.get("href", "")).removeprefix("mailto:")
        is_outward = address and not address.startswith(("kit:", "tel:", "#"))
        if is_outward and _bare(address) not in _bare(link.text_content()):
            link.tail = f" ({address}){link.tail or ''}"
    return element


def _bare(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|/$", "", "".join(address.split()).casefold())


def _items(element: HtmlElement, indent: str = "") -> Iterator[str]:
    """Yield the items of the lists in an element, those of a list inside another one indented."""
    for list_ in element.iterchildren("ul", "ol"):
        is_counted, kind = list_.tag == "ol", kind_of(list_)
        for number, item in list(numbered(list_)):
            below = list(_items(item, f"{indent}  "))
            for inner in list(item.iterchildren("ul", "ol")):
                inner.drop_tree()
            mark = f"{label(number, kind)}." if is_counted else "-"
            yield f"{indent}{mark} {_on_one_line(item)}"
            yield from below


def _rows(element: HtmlElement) -> Iterator[str]:
    """Yield the rows of a table; a merged cell leaves the other places that it covers empty."""
    for number, row in enumerate(in_rows(place_cells(element))):
        cells = (one.cell if one and begins(one, number, column) else None for column, one in enumerate(row))
        yield "\t".join("" if cell is None else _on_one_line(cell) for cell in cells)


def _on_one_line(element: HtmlElement) -> str:
    return " ".join(text_in(_with_addresses(element)).split("\n"))
