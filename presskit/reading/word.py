"""Word files (.docx): their parts made safe and clean, turned into HTML by mammoth, and read as blocks.

Titles, subtitles, headings, quotations, lists, tables, links and pictures are known by Word's own styles and marks.
Footnotes and endnotes are numbered in the text and stand at its end.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Block, Removed
from presskit.names import address
from presskit.reading.blocks import SourceText
from presskit.reading.bounds import require_package
from presskit.reading.images import left_out
from presskit.reading.nodes import blocks_of, leaves, tidy
from presskit.reading.numbering import number
from presskit.reading.packages import DAMAGED, Package, broken, open_package
from presskit.reading.pictures import find_picture, names_in
from presskit.reading.word_changes import BODIES, clean, text_of
from presskit.reading.word_styles import local, name_headings, value

# A subtitle is set apart from all headings of the text by a level that none of them has.
STYLE_MAP = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h6:fresh
p[style-name='heading 7'] => h5:fresh
p[style-name='heading 8'] => h5:fresh
p[style-name='heading 9'] => h5:fresh
p[style-name='heading 6'] => h5:fresh
p[style-name='Heading 6'] => h5:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""
UNWRAPPED = ("fldSimple", "dir", "bdo", "smartTag", "customXml")  # mammoth passes over what stands in these
# Nine tenths of a Word file's styles; only names and numberings say what a paragraph is.
LOOKS = ("docDefaults", "latentStyles", "tblStylePr", "tblPr", "trPr", "tcPr", "rPr")
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
NOTE_MARK, NOTE = re.compile(r"(?:foot|end)note-ref-"), re.compile(r"(?:foot|end)note-\d")
LONG_WORDS = 20
DRAWN = "in a drawing or a formula, which presskit does not read"
MARGIN = "the head or foot of Word's pages"
# What mammoth raises where a part of the file contradicts another.
CONTRADICTIONS = (KeyError, ValueError, IndexError, AttributeError, TypeError, OSError)


def read_word(path: Path) -> tuple[SourceText, list[Finding]]:
    """Return a Word file's blocks, and what is to fix or to look at in it. Raises SourceError."""
    package = open_package(path)
    require_package(package.parts.values(), path)
    told = tuple(told_words(package))
    findings = clean(package)
    name_headings(package.parts.values())
    root = as_html(package)
    unread = unread_words(package, root)
    tidy(with_note_marks(root))
    notes = [block for leaf in take_notes(root) for block in blocks_of(leaf, None)]
    blocks: list[Block | None] = []
    for leaf in leaves(root):
        blocks += blocks_of(leaf, None) or [None]
    blocks, unprinted = with_pictures(blocks, path)
    if not any(block and block.text.strip() for block in blocks):
        raise SourceError(finding("s-002", Where(path), name=path.name))
    done = number([*spaced(blocks), *(each for note in notes for each in (None, note))])
    end = len(done.blocks) - len(notes)
    removed = (*unread, *(Removed(None, words, MARGIN) for words in margins(package)))
    text = SourceText(
        tuple(done.blocks[:end]), frozenset(done.empty), removed, tuple(done.blocks[end:]), done.lines, told
    )
    return text, [*findings, *linked_pictures(package), *unprinted]


def as_html(package: Package) -> HtmlElement:
    """Return the file's text as a tree of HTML elements."""
    import mammoth  # noqa: PLC0415  (most kits hold no Word file)

    try:
        done = mammoth.convert_to_html(
            repacked(package),
            style_map=STYLE_MAP,
            include_embedded_style_map=False,
            ignore_empty_paragraphs=False,
            convert_image=mammoth.images.img_element(lambda image: {"src": address_of(image, package)}),
        )
    except CONTRADICTIONS as error:
        raise broken(package.path, DAMAGED) from error
    tree: HtmlElement = lxml_html.fragment_fromstring(done.value, create_parent="div")
    return tree


def repacked(package: Package) -> io.BytesIO:
    """Return the package as mammoth reads it: the cleaned parts, and pictures by their names alone."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, root in package.parts.items():
            etree.strip_tags(root, *(f"{{*}}{tag}" for tag in UNWRAPPED))
            if local(root) == "styles":
                etree.strip_elements(root, *(f"{{*}}{tag}" for tag in LOOKS), with_tail=False)
            archive.writestr(name, etree.tostring(root))
        for name in package.others:
            archive.writestr(name, b"")
    data.seek(0)
    return data


def address_of(image: Any, package: Package) -> str:
    """Return the address of a picture inside the file: as if the file were a folder beside itself."""
    try:
        with image.open() as entry:
            return address(f"{package.path.name}/{entry.name}")
    except KeyError:
        return ""


def unread_words(package: Package, root: HtmlElement) -> list[Removed]:
    """List the paragraphs that mammoth has passed over: in drawings without a plain form, in formulas."""
    read = letters_of(root.text_content())
    bodies = [part for part in package.parts.values() if local(part) == "document"]
    lines = [line for body in bodies for line in body.iter("{*}p") if line.find(".//{*}p") is None]
    return [Removed(None, words, DRAWN) for line in lines if letters_of(words := text_of(line)) not in read]


def letters_of(text: str) -> str:
    """Return a text's letters and figures alone."""
    return re.sub(r"\[\d+\]|[\W_]", "", text)


def with_note_marks(root: HtmlElement) -> HtmlElement:
    """Make small raised figures of the footnotes' numbers in the text, and drop the links back to them."""
    for mark in [each for each in root.iter("a") if NOTE_MARK.match(each.get("id") or "")]:
        holder = mark.getparent()
        figures = re.sub(r"\D", "", mark.text_content()).translate(SUPERSCRIPT)
        mark.drop_tree()
        if holder is not None:
            holder.text = figures
            holder.drop_tag()
    for back in [each for each in root.iter("a") if NOTE_MARK.match((each.get("href") or "").lstrip("#"))]:
        back.drop_tree()
    return root


def take_notes(root: HtmlElement) -> list[HtmlElement]:
    """Take the footnotes out of the text."""
    notes = [each for each in root.iterchildren("ol") if any(NOTE.match(item.get("id") or "") for item in each)]
    for each in notes:
        each.drop_tree()
    return notes


def with_pictures(blocks: list[Block | None], path: Path) -> tuple[list[Block | None], list[Finding]]:
    """Return the blocks without the pictures that cannot be printed, and a finding for each of these."""
    kept: list[Block | None] = []
    findings = []
    for block in blocks:
        name = next(iter(names_in(block)), "") if block and block.kind == "figure" else ""
        found = find_picture(name, path)
        if found and (problem := left_out(found, Where(path))):
            findings.append(problem)
        else:
            kept.append(block)
    return kept, findings


def linked_pictures(package: Package) -> list[Finding]:
    """Report pictures that the file only links to: they are not fetched."""
    blips = [blip for root in package.parts.values() for blip in root.iter("{*}blip")]
    linked = sum(value(blip, "link") is not None and not value(blip, "embed") for blip in blips)
    what = "A picture is" if linked == 1 else f"{linked} pictures are"
    where, reason = Where(package.path), "the file only links to it" if linked == 1 else "the file only links to them"
    return [finding("c-028", where, what=what, reason=reason)] if linked else []


def spaced(blocks: Sequence[Block | None]) -> list[Block | None]:
    """Set blocks apart by empty lines: where the writer did, or everywhere if paragraphs are spaced by style."""
    long = [place for place, block in enumerate(blocks) if place and block and len(block.text.split()) >= LONG_WORDS]
    by_hand = sum(blocks[place - 1] is None for place in long) * 2 >= max(len(long), 1)
    done: list[Block | None] = []
    for block in blocks:
        last = done[-1] if done else None
        if last and block and not (by_hand and last.kind == block.kind == "paragraph"):
            done.append(None)
        done.append(block)
    return done


def margins(package: Package) -> list[str]:
    """Return the words at the head and the foot of Word's pages: they are no part of the text."""
    roots = [root for root in package.parts.values() if local(root) in ("hdr", "ftr")]
    return list(dict.fromkeys(words for root in roots for line in root.iter("{*}p") if (words := text_of(line))))


def told_words(package: Package) -> Iterator[str]:
    """Yield what a file says of itself and no page shows as text: title and subject, comments, watermarks, drawings."""
    for name, root in package.parts.items():
        if name.lower().startswith("docprops/"):
            yield from (
                words for each in root.iter() if isinstance(each.tag, str) and (words := (each.text or "").strip())
            )
        if local(root) == "comments":
            yield from (text_of(paragraph) for paragraph in root.iter("{*}p"))
        yield from (mark for each in root.iter("{*}textpath") if (mark := each.get("string")))
        if local(root) not in BODIES:
            yield from (
                text_of(paragraph)
                for paragraph in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p")
            )
