"""Word files (.docx): their parts made safe and clean, turned into HTML by mammoth, and read as blocks.

Titles, subtitles, headings, quotations, lists, tables, links and pictures are known by Word's own styles and marks.
Footnotes and endnotes are numbered in the text and stand at its end.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from presskit.findings import Finding, Where, finding
from presskit.model import Removed
from presskit.names import address
from presskit.reading.blocks import SourceText
from presskit.reading.bounds import require_package
from presskit.reading.formats.office.beside import DRAWN, columns, letters_of
from presskit.reading.formats.office.boxes import STYLE_MAP as BOX_STYLES
from presskit.reading.formats.office.boxes import drop_doubles, gather_boxes, lift_boxes
from presskit.reading.formats.office.crops import changed, name_cropped
from presskit.reading.formats.office.fields import spell_out_fields
from presskit.reading.formats.office.highlights import highlighted
from presskit.reading.formats.office.looks import spell_out
from presskit.reading.formats.office.numbers import number_items, number_paragraphs
from presskit.reading.formats.office.passed_over import drawings_in, spell_out_formulas, unfilled, word_art
from presskit.reading.formats.office.signs import spell_out_signs
from presskit.reading.formats.office.styles import HiddenStyles, Styles, local, name_headings, read_styles, value
from presskit.reading.formats.office.tracked import BODIES, clean, text_of, with_tabs
from presskit.reading.formats.office.trees import read_tree
from presskit.reading.packages import DAMAGED, Package, broken, open_package
from presskit.reading.reasons import MARGIN_OF_WORD

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
UNWRAPPED = (
    "fldSimple",
    "dir",
    "bdo",
    "smartTag",
    "customXml",
    "oMathPara",
)  # mammoth passes over what stands in these
# Nine tenths of a Word file's styles, slow to read: only names and numberings say what a paragraph is.
LOOKS = (
    *("docDefaults", "latentStyles", "tblStylePr", "tblPr", "trPr", "tcPr", "rPr"),
    *("basedOn", "next", "link", "uiPriority", "qFormat", "semiHidden", "unhideWhenUsed", "rsid"),
    *("spacing", "ind", "jc", "keepNext", "keepLines", "outlineLvl", "contextualSpacing", "pBdr", "tabs", "shd"),
)
# What mammoth raises where a part of the file contradicts another.
CONTRADICTIONS = (KeyError, ValueError, IndexError, AttributeError, TypeError, OSError)


def read_word(path: Path) -> tuple[SourceText, list[Finding]]:
    """Return a Word file's blocks, and what is to fix or to look at in it. Raises SourceError."""
    package = open_package(path)
    require_package(package.parts.values(), path)
    styles = read_styles(package.parts.values())
    told = tuple(told_words(package, styles))
    for root in package.parts.values():
        drop_doubles(root)
    findings = [*clean(package, styles), *unfilled(package), *highlighted(package), *changed(package)]
    spell_out_signs(package.parts.values())
    unfillable = spell_out_fields(package)
    lift_boxes(package.parts.values())
    unread, unshown = spell_out_formulas(package)
    drawn, undrawn = drawings_in(package)
    name_headings(package.parts.values(), styles)
    spell_out(package.parts.values(), styles)
    number_paragraphs(package.parts.values(), styles)
    root = as_html(name_cropped(package))
    number_items(root)
    gather_boxes(root)
    removed = [
        *unread,
        *drawn,
        *word_art(package),
        *unread_words(package, root),
        *(Removed(None, words, MARGIN_OF_WORD) for words in margins(package)),
    ]
    text, unprinted = read_tree(root, removed, path, told)
    return text, [*findings, *unfillable, *unshown, *undrawn, *linked_pictures(package), *unprinted]


def as_html(package: Package) -> HtmlElement:
    """Return the file's text as a tree of HTML elements."""
    import mammoth  # noqa: PLC0415  (most kits hold no Word file)

    try:
        done = mammoth.convert_to_html(
            repacked(package),
            style_map=STYLE_MAP + BOX_STYLES,
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


def linked_pictures(package: Package) -> list[Finding]:
    """Report pictures that the file only links to: they are not fetched."""
    blips = [blip for root in package.parts.values() for blip in root.iter("{*}blip")]
    linked = sum(value(blip, "link") is not None and not value(blip, "embed") for blip in blips)
    what = "A picture is" if linked == 1 else f"{linked} pictures are"
    where, reason = Where(package.path), "the file only links to it" if linked == 1 else "the file only links to them"
    return [finding("c-028", where, what=what, reason=reason)] if linked else []


def margins(package: Package) -> list[str]:
    """Return the words at the head and the foot of Word's pages: they are no part of the text."""
    roots = [root for root in package.parts.values() if local(root) in ("hdr", "ftr")]
    return list(dict.fromkeys(words for root in roots for line in root.iter("{*}p") if (words := text_of(line))))


def told_words(package: Package, styles: Styles) -> Iterator[str]:
    """Yield what a file says of itself and no page shows: title, subject, comments, watermarks, hidden words."""
    hidden = HiddenStyles.of(package.parts.values(), styles)
    for name, root in package.parts.items():
        if local(root) in BODIES:
            yield from (text_of(run) for run in root.iter("{*}r") if hidden.hides(run))
        if name.lower().startswith("docprops/"):
            yield from (
                words for each in root.iter() if isinstance(each.tag, str) and (words := (each.text or "").strip())
            )
        if local(root) in ("hdr", "ftr"):
            yield from (part for line in root.iter("{*}p") for part in columns(with_tabs(line)))
        if local(root) == "comments":
            yield from (text_of(paragraph) for paragraph in root.iter("{*}p"))
        yield from (mark for each in root.iter("{*}textpath") if (mark := each.get("string")))
        if local(root) not in BODIES:
            yield from (
                text_of(paragraph)
                for paragraph in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p")
            )
