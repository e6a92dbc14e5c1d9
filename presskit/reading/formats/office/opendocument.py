"""What OpenDocument text holds besides its words: tracked changes, comments, hidden text, heads and feet of pages.

Marks as in OASIS OpenDocument 1.3, part 3: 5.5 (tracked changes), 14.1 (annotations), 7.7.3 (hidden text), 16.9
(page headers).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lxml import etree

from presskit.errors import SourceError
from presskit.findings import Where, finding
from presskit.reading.bounds import require_office
from presskit.reading.formats.office.beside import Beside, columns, report
from presskit.reading.formats.office.clips import attribute, descriptions_in, name_cropped
from presskit.reading.formats.office.highlights import told_of
from presskit.reading.formats.office.styles import local
from presskit.reading.zips import BROKEN_ZIP

CONTENT = "content.xml"
PARTS = (CONTENT, "styles.xml")
SPANS = ("number-columns-spanned", "number-rows-spanned")
META, OWN_WORDS = "meta.xml", ("{*}keyword", "{*}user-defined", "{*}description")
DRAWINGS = ("text-box", "custom-shape", "rect", "ellipse", "line", "polygon", "path", "connector", "caption")
HEADS = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")
NAMES_OF_HEADS = tuple(f"{{*}}{name}" for name in HEADS)
SPACES = ("p", "h", "s", "line-break")
PLAIN = ("span", "a", "tab", "s", "line-break", "soft-page-break", "bookmark", "bookmark-start", "bookmark-end")
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
LINES, FIELDS_HOLD = ("p", "h", "span", "a"), ("ruby", "meta", "meta-field")
# Of what stands in a line: pandoc reads it, or nobody is to see it.
READ = (*PLAIN, "note", "bookmark-ref", "reference-ref", "sequence", "hidden-text", "script")
FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
BACKGROUND, COLOUR, SIZE = f"{{{FO}}}background-color", f"{{{FO}}}color", f"{{{FO}}}font-size"
UNLIT, TINY_PT = ("transparent", "#ffffff"), 3.0
GROUNDS = ("table-cell", *DRAWINGS)
HOLDERS = ("tracked-changes", "annotation")  # words in these are told of as what they are


def look_at(archive: zipfile.ZipFile, path: Path) -> Beside:
    """Return what a package holds besides its text. Raises SourceError s-023 where nobody can tell, s-018."""
    roots = list(roots_of(archive, path))
    require_office(roots, path)
    changes = [("a deletion", words_of(one)) for root in roots for one in root.iter("{*}deletion")]
    changes += [("an insertion", "") for root in roots for _ in root.iter("{*}insertion")]
    comments = [("", words_of(one)) for root in roots for one in root.iter("{*}annotation")]
    hidden = [("", words) for root in roots for words in hidden_in(root, styles_that(roots, is_hiding))]
    notes = (words_of(line) for root in roots for one in root.iter("{*}annotation") for line in one.iter("{*}p"))
    said = (*told_in(archive, path), *columns_of_heads(roots), *notes, *(words for _, words in hidden))
    lit, unseen = (
        [*dict.fromkeys(words for root in roots for words in set_in(root, styles_that(roots, is_one)))]
        for is_one in (is_lit, is_unseen)
    )
    findings = (*report({"c-024": changes, "c-025": comments, "c-026": hidden}, path), *told_of(lit, unseen, path))
    lines = (heads_of(roots), lines_in(roots, DRAWINGS), lines_of_text(roots))
    margins, drawn, written = (tuple(dict.fromkeys(found)) for found in lines)
    return Beside(margins, drawn, said, findings, written)


def as_pandoc_reads(data: bytes, archive: zipfile.ZipFile, path: Path) -> bytes:
    """Return the package with what pandoc 3.9 passes over written as it reads it; the same where there is none."""
    root = part_of(archive, CONTENT, path)
    styled = (root, part_of(archive, "styles.xml", path))
    if not put_into_cells(root) | unmerge_rows(root) | spell_out_fields(root) | name_cropped(root, styled, archive):
        return data
    done = io.BytesIO()
    with zipfile.ZipFile(done, "w", zipfile.ZIP_DEFLATED) as package:
        for name in archive.namelist():
            package.writestr(name, etree.tostring(root) if name == CONTENT else archive.read(name))
    return done.getvalue()


def described(archive: zipfile.ZipFile, path: Path) -> dict[str, str]:
    """Return what the pictures of a package show, by their names in it."""
    return descriptions_in(part_of(archive, CONTENT, path))


def put_into_cells(root: etree._Element) -> bool:
    """Make lines of the tables in the cells of others, which pandoc passes over; tell whether there is one."""
    nested = [table for table in root.iter("{*}table") if next(table.iterancestors("{*}table-cell"), None) is not None]
    for table in reversed(nested):
        table.addprevious(in_lines(table))
        remove(table)
    return bool(nested)


def in_lines(table: etree._Element) -> etree._Element:
    """Return a table as a paragraph: a line for each row, its cells divided by commas."""
    lines = table.makeelement(f"{{{TEXT}}}p")
    for row in table.iter("{*}table-row"):
        if len(lines):
            etree.SubElement(lines, f"{{{TEXT}}}line-break")
        cells = [cell for cell in row.iter("{*}table-cell") if words_of(cell)]
        for cell in cells:
            for words in [*cell.iter(f"{{{TEXT}}}p", f"{{{TEXT}}}h")]:
                words.tag, words.tail = f"{{{TEXT}}}span", " "
                lines.append(words)
            lines[-1].tail = None if cell is cells[-1] else ", "
    return lines


def remove(node: etree._Element) -> None:
    """Take an element out of its tree."""
    if (parent := node.getparent()) is not None:
        parent.remove(node)


def unmerge_rows(root: etree._Element) -> bool:
    """Unmerge the tables in which a cell covers several columns, empty cells take the room; tell whether there is one.

    Why: pandoc loses cells at the ends of such rows.
    """
    tables = [table for table in root.iter("{*}table") if any(map(covers_columns, table.iter("{*}table-cell")))]
    for cell in (cell for table in tables for cell in table.iter("{*}table-cell", "{*}covered-table-cell")):
        cell.tag = f"{{{etree.QName(cell).namespace}}}table-cell"
        for name in SPANS:
            cell.attrib.pop(attribute(cell, name), "")
    return bool(tables)


def spell_out_fields(root: etree._Element) -> bool:
    """Make plain words of what a field shows, such as a day or a sender's name; tell whether there is one."""
    fields = [node for node in root.iter("{*}*") if is_field(node)]
    for field in fields:
        words = (field.text or "").strip("<>")
        if etree.QName(field).localname == "placeholder":  # waits for words, which is told wherever brackets stand
            field.text = f"[{words}]"
        if etree.QName(field).localname == "ruby-text":
            field.text = f"({words})"
        field.tag = f"{{{etree.QName(field).namespace}}}span"
    return bool(fields)


def is_field(node: etree._Element) -> bool:
    """Tell whether an element in a line of text is none of those that are read, and holds words."""
    name, above = etree.QName(node), node.getparent()
    is_within = above is not None and etree.QName(above).localname in (*LINES, *FIELDS_HOLD)
    return is_within and name.namespace == TEXT and name.localname not in READ and bool(words_of(node))


def covers_columns(cell: etree._Element) -> bool:
    """Tell whether a cell covers several columns."""
    return (cell.get(attribute(cell, SPANS[0])) or "1") != "1"


def roots_of(archive: zipfile.ZipFile, path: Path) -> Iterator[etree._Element]:
    """Yield the text and the styles. Raises SourceError s-023 where one cannot be read.

    Why: what is hidden in a part that only the converter can read would be printed.
    """
    yield from (part_of(archive, name, path) for name in PARTS)


def part_of(archive: zipfile.ZipFile, name: str, path: Path) -> etree._Element:
    """Return a part of a package. Raises SourceError s-023 where it is missing, or is no XML that programs write."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(archive.read(name), parser)
    except (KeyError, etree.XMLSyntaxError, *BROKEN_ZIP) as error:
        raise damaged(path) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(path)
    return root


def damaged(path: Path) -> SourceError:
    """Return the error for a file that is no OpenDocument text."""
    return SourceError(finding("s-023", Where(path), name=path.name, kind="OpenDocument text"))


def heads_of(roots: Iterable[etree._Element]) -> Iterator[str]:
    """Yield the lines at the head and the foot of the pages."""
    yield from lines_in(roots, HEADS)


def columns_of_heads(roots: Iterable[etree._Element]) -> Iterator[str]:
    """Yield what stands between the tabs of a page's head or foot: each says something of its own."""
    for root in roots:
        for line in (line for head in root.iter(*NAMES_OF_HEADS) for line in head.iter("{*}p", "{*}h")):
            yield from columns("".join(pieces_of(line)))


def lines_in(roots: Iterable[etree._Element], names: Iterable[str]) -> Iterator[str]:
    """Yield the lines in all elements of these names."""
    for root in roots:
        for node in root.iter(*(f"{{*}}{name}" for name in names)):
            yield from filter(None, map(words_of, node.iter("{*}p", "{*}h")))


def lines_of_text(roots: Iterable[etree._Element]) -> Iterator[str]:
    """Yield the paragraphs of the text that are plain ones: with notes, comments or drawings in them they say more."""
    for paragraph in (line for root in roots for body in root.iter("{*}text") for line in body.iter("{*}p", "{*}h")):
        is_plain = all(etree.QName(node).localname in PLAIN for node in paragraph.iterdescendants("*"))
        is_text = not any(etree.QName(node).localname in (*HOLDERS, *DRAWINGS) for node in paragraph.iterancestors())
        if is_plain and is_text and (words := words_of(paragraph)):
            yield words


def told_in(archive: zipfile.ZipFile, path: Path) -> Iterator[str]:
    """Yield what a file says of itself: its title, its subject, its keywords."""
    if META in archive.namelist():
        yield from filter(None, map(words_of, part_of(archive, META, path).iter("{*}title", "{*}subject", *OWN_WORDS)))


def styles_that(roots: Iterable[etree._Element], is_one: Callable[[etree._Element], bool]) -> set[str]:
    """Return the names of the styles whose look of letters is such a one."""
    return {
        name
        for root in roots
        for style in root.iter("{*}style")
        if any(map(is_one, style.iter("{*}text-properties")))
        for name in [style.get(attribute(style, "name"))]
        if name
    }


def is_hiding(look: etree._Element) -> bool:
    """Tell whether a look hides its words."""
    return look.get(attribute(look, "display")) == "none"


def is_lit(look: etree._Element) -> bool:
    """Tell whether a look sets a colour behind its words."""
    return look.get(BACKGROUND, "transparent").lower() not in UNLIT


def is_unseen(look: etree._Element) -> bool:
    """Tell whether a look is white on nothing, or too small to be read."""
    size = re.fullmatch(r"([\d.]+)pt", look.get(SIZE, ""))
    is_white = look.get(COLOUR, "").lower() == "#ffffff" and BACKGROUND not in look.attrib
    return is_white or bool(size and float(size[1]) <= TINY_PT)


def set_in(root: etree._Element, styles: set[str]) -> Iterator[str]:
    """Yield the words of a text that are set in styles; in tables and boxes the ground may be dark."""
    for node in root.iter("{*}span", "{*}p", "{*}h"):
        is_one = node.get(attribute(node, "style-name")) in styles
        is_alone = is_one and not any(node_of in GROUNDS for node_of in map(local, node.iterancestors("*")))
        if is_alone and (words := words_of(node)):
            yield words


def hidden_in(root: etree._Element, styles: set[str]) -> Iterator[str]:
    """Yield the words that the program which made the file does not show."""
    for node in root.iter("{*}hidden-text", "{*}hidden-paragraph"):
        yield words_of(node) or node.get(attribute(node, "string-value")) or ""
    for node in root.iter("{*}span", "{*}p", "{*}h"):
        if node.get(attribute(node, "style-name")) in styles and words_of(node):
            yield words_of(node)


def words_of(node: etree._Element) -> str:
    """Return the words in a node, without those of comments and tracked changes inside it."""
    return " ".join("".join(pieces_of(node)).split())


def pieces_of(node: etree._Element) -> Iterator[str]:
    """Yield the pieces of text in a node, with a space where a paragraph begins, and tabs."""
    yield node.text or ""
    for child in node.iterchildren("*"):
        name = etree.QName(child).localname
        yield "\t" if name == "tab" else " " if name in SPACES else ""
        if name not in HOLDERS:
            yield from pieces_of(child)
        yield child.tail or ""
