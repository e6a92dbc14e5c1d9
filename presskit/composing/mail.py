"""The body of a mail as HTML: the lead document in full, in the brand's colour, with each style in its element.

Why styles in the elements: many mail programs read no style sheet. Why no picture: a mail is read where pictures are
not shown, and one fetched from elsewhere would tell when and where it is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import html as lxml_html
from markupsafe import Markup

from presskit.composing.documents import status_lines
from presskit.composing.languages import Language
from presskit.composing.look import colour
from presskit.composing.look.setting import Setting
from presskit.composing.parts.abouts import abouts_of
from presskit.composing.templating.filling import fill
from presskit.composing.templating.sandbox import Sandbox, sandbox_of
from presskit.composing.wording.changes import notice_of
from presskit.composing.wording.directions import directed
from presskit.model import Document, Kit, Release
from presskit.resources import shipped

RULE = re.compile(r"(?P<name>\.?[a-z][a-z0-9]*)\s*\{(?P<style>[^{}]*)\}")
SANS = Markup("-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif")
SERIF = Markup("Georgia, 'Times New Roman', serif")
ARABIC = Markup("'Segoe UI', 'Geeza Pro', Tahoma, Arial, sans-serif")
ALERT = "#a3141c"  # an embargo or a correction; 8 : 1 on white


def _sandbox() -> Sandbox:
    return sandbox_of((shipped("templates/mail"),), lstrip=True)


def mail_html(kit: Kit, lead: Document | None, words: Language, besides: Mapping[str, object]) -> str:
    """Return a mail's HTML. `besides`: what stands around the lead document, by the names in mail.html.

    A lead that is no release is given as paragraphs of lines in `besides`.
    """
    release = lead if isinstance(lead, Release) else None
    setting = Setting(kit, words.code)
    filled = fill(
        _sandbox(),
        "mail.html",
        {
            "kit": kit,
            "language": words,
            "word": words.word,
            "release": release,
            "status": status_lines(release, words) if release else (),
            "own_notice": notice_of(release.correction, words, release.status_text) if release else None,
            "abouts": abouts_of(setting)[:1] if release and not release.is_withdrawn else (),
            **besides,
        },
    )
    return directed(inlined(filled, _style(kit, words)))


def _style(kit: Kit, words: Language) -> str:
    palette = colour.derive(kit.brand.brand, kit.brand.accent, kit.brand.ink)
    sans, serif = (ARABIC, ARABIC) if words.is_mirrored else (SANS, SERIF)
    return fill(
        _sandbox(),
        "mail.css",
        {
            "ink": palette.ink,
            "brand": palette.brand,
            "brand_text": palette.brand_text,
            "muted": palette.muted,
            "rule": palette.rule,
            "alert": ALERT,
            "sans": sans,
            "serif": serif,
            "tracking": "0" if words.is_mirrored else "0.04em",  # spaced out, Arabic letters part
            "start": "right" if words.is_mirrored else "left",
            "end": "left" if words.is_mirrored else "right",
        },
    )


def inlined(page: str, style: str) -> str:
    """Return a page with the rules of a style, each for one tag or class, in the elements; classes are taken away."""
    rules = {rule["name"]: rule["style"].strip() for rule in RULE.finditer(style)}
    root = lxml_html.document_fromstring(page)
    for element in root.iter("*"):
        names = [element.tag, *(f".{name}" for name in str(element.attrib.pop("class", "")).split())]
        found = [rules[name] for name in names if name in rules]
        if found:
            element.set("style", "; ".join(found))
    return str(lxml_html.tostring(root, encoding="unicode", doctype="<!doctype html>"))


def drafts_page(kit: Kit, words: Mapping[str, object]) -> str:
    """Return the page that lists all drafts of a folder; `words` by the names in drafts.html."""
    palette = colour.derive(kit.brand.brand, kit.brand.accent, kit.brand.ink)
    return fill(_sandbox(), "drafts.html", {"kit": kit, "palette": palette, **words})
