"""Exports and feeds of a blog: WordPress' export (WXR), RSS and Atom. Their posts and pages, as published.

lxml reads them; feedparser was not taken: its sanitiser shortens texts, and it cannot be installed without building.
Why published ones only: an export holds drafts, private posts and the messages of visitors as well.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from html import escape
from pathlib import Path

from lxml import etree

from presskit.errors import SourceError
from presskit.findings import Where, finding
from presskit.model import Removed
from presskit.names import legible
from presskit.reading.markup import collapse

KINDS = {"post", "page"}
# Each ends where the next of its kind begins: of thousands that never end, none is followed to the end of the text.
BLOCK_COMMENT = re.compile(r"<!--\s*/?wp:(?:(?!<!--).)*?-->", re.DOTALL)
MORE = re.compile(r"<!--\s*(?:more|nextpage)\b(?:(?!<!--).)*?-->", re.DOTALL)
CAPTION = re.compile(r"\[(?:wp_)?caption\b([^\[\]]*)\]((?:(?!\[(?:wp_)?caption\b).)*?)\[/(?:wp_)?caption\]", re.DOTALL)
CAPTION_WORDS = re.compile(r"""\bcaption=(?:"([^"]*)"|'([^']*)')""")
GALLERY = re.compile(r"\[gallery\b([^\]]*)\]")
IDS = re.compile(r"""\bids=["']?([\d,\s]+)""")
# An insert has settings, a name of several words, or an end of its own; any other bracket is a writer's.
SHORTCODE = re.compile(
    r"\[(?P<name>[a-z][a-z0-9]*[a-z0-9_-]*)(?P<settings>(?:\s+[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\]]+))*)\s*/?\]|\[/[a-z][\w-]*\]"
)
ENDED = re.compile(r"\[/([a-z][\w-]*)\]")
SHORTCODE_WHY = "an insert of the blog that only the blog can show"
IN_BLOCKS = re.compile(r"<(?:p|div|h[1-6]|ul|ol|table|blockquote|figure|pre|section)\b", re.IGNORECASE)
IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True)
class Post:
    """A published post or page: what a blog says about it, its text as HTML, and what could not be kept of it."""

    title: str
    html: str
    day: date | None = None
    link: str = ""
    kind: str = "post"
    categories: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()


@dataclass(frozen=True)
class Export:
    """What a file of a blog holds. passed_over: how many items of each kind are no published post or page."""

    posts: tuple[Post, ...]
    passed_over: Mapping[str, int]
    language: str | None = None


def read_export(path: Path, data: bytes) -> Export:
    """Return the published posts and pages of an export or a feed. Raises SourceError s-023 where it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except etree.XMLSyntaxError as error:
        raise damaged(path) from error
    items = [*root.iter("{*}item"), *root.iter("{*}entry")]
    if root.getroottree().docinfo.internalDTD is not None or not (items or is_feed(root)):
        raise damaged(path)
    attached = {text(item, "post_id"): item for item in items if text(item, "post_type") == "attachment"}
    passed: dict[str, int] = {}
    posts = []
    for item in items:
        why = why_unpublished(item)
        if why:
            passed[why] = passed.get(why, 0) + 1
        else:
            posts.append(post_of(item, attached))
    language = text(root, ".//{*}language") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return Export(tuple(posts), passed, language)


def is_feed(root: etree._Element) -> bool:
    """Tell whether an element without items is a feed all the same."""
    return etree.QName(root).localname in ("rss", "feed", "RDF")


def why_unpublished(item: etree._Element) -> str:
    """Return what an item is that is not for readers: “drafts”, “messages of visitors”; nothing where it is."""
    kind, status = text(item, "post_type") or "post", text(item, "status") or "publish"
    if kind == "attachment":
        return "pictures and files"
    if kind not in KINDS:
        return "messages of visitors" if kind == "feedback" else "parts of the website"
    if text(item, "post_password"):
        return "posts behind a password"
    words = {"draft": "drafts", "pending": "drafts", "auto-draft": "drafts", "private": "private posts"}
    return "" if status == "publish" else words.get(status, "posts that are not published")


def post_of(item: etree._Element, attached: Mapping[str, etree._Element]) -> Post:
    """Return a post as its blog shows it."""
    written = text(item, "encoded") or text(item, "content") or text(item, "description") or text(item, "summary")
    html, gone = shown(legible(written), attached)
    link = text(item, "link") or next((node.get("href") or "" for node in item.iterfind("{*}link")), "")
    names = [collapse(node.text or node.get("term") or "") for node in item.iterfind("{*}category")]
    return Post(
        title=collapse(legible(text(item, "title"))),
        html=html,
        day=day_of(item),
        link=link,
        kind=text(item, "post_type") or "post",
        categories=tuple(dict.fromkeys(filter(None, names))),
        removed=tuple(gone),
    )


def text(item: etree._Element, name: str) -> str:
    """Return the text of the first child of a name, whatever its namespace; that of content before an excerpt's."""
    path = name if name.startswith(".") else f"{{*}}{name}"
    found = item.findall(path)
    chosen = next((node for node in found if "excerpt" not in (etree.QName(node).namespace or "")), None)
    return "".join(str(part) for part in chosen.itertext()).strip() if chosen is not None else ""


def day_of(item: etree._Element) -> date | None:
    """Return the day of publication: by the blog's own clock where it says so."""
    for name in ("post_date", "published", "updated", "date"):
        try:
            return datetime.fromisoformat(text(item, name)).date()
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(text(item, "pubDate")).date()
    except (ValueError, TypeError):
        return None


def shown(written: str, attached: Mapping[str, etree._Element]) -> tuple[str, list[Removed]]:
    """Return a post's text as the blog shows it: captions and galleries as figures, empty lines as paragraphs."""
    html = MORE.sub("", BLOCK_COMMENT.sub("", written))
    html = CAPTION.sub(lambda found: captioned(found[1], found[2]), html)
    html = GALLERY.sub(lambda found: gallery(found[1], attached), html)
    ended = set(ENDED.findall(html))
    inserts = [found[0] for found in SHORTCODE.finditer(html) if is_insert(found, ended)]
    gone = [Removed(None, insert, SHORTCODE_WHY) for insert in inserts]
    html = SHORTCODE.sub(lambda found: "" if is_insert(found, ended) else found[0], html)
    if not IN_BLOCKS.search(html):
        html = "\n".join(f"<p>{'<br>'.join(part.split(chr(10)))}</p>" for part in parts_of(html))
    return html, gone


def is_insert(found: re.Match[str], ended: Collection[str]) -> bool:
    """Tell whether a bracket is an insert of the blog's, and no word of the writer's. ended: names with an end."""
    name = found["name"]
    return not name or bool(found["settings"]) or "-" in name or "_" in name or name in ended


def parts_of(html: str) -> Iterator[str]:
    """Yield the parts of a text between empty lines, which are the paragraphs of WordPress."""
    yield from (part.strip() for part in re.split(r"\r?\n[ \t]*\r?\n", html.replace("\r\n", "\n")) if part.strip())


def captioned(settings: str, inside: str) -> str:
    """Return the figure that a [caption] stands for."""
    image = IMAGE.search(inside)
    words = CAPTION_WORDS.search(settings)
    caption = next(filter(None, words.groups()), "") if words else IMAGE.sub("", inside)
    caption = re.sub(r"</?a\b[^>]*>", "", caption).strip()
    return f"\n<figure>{image[0] if image else ''}<figcaption>{caption}</figcaption></figure>\n"


def gallery(settings: str, attached: Mapping[str, etree._Element]) -> str:
    """Return the figures that a [gallery] stands for, with the words that the blog keeps with each picture."""
    found = IDS.search(settings)
    figures = []
    for name in re.findall(r"\d+", found[1]) if found else []:
        item = attached.get(name)
        if item is None:
            continue
        excerpt = next((node.text or "" for node in item.iter() if "excerpt" in str(node.tag)), "")
        source = escape(text(item, "attachment_url") or text(item, "guid"))
        figures.append(f'<figure><img src="{source}"><figcaption>{escape(excerpt)}</figcaption></figure>')
    return "\n".join(["", *figures, ""])


def damaged(path: Path) -> SourceError:
    """Return the error for a file that is no export and no feed."""
    return SourceError(finding("s-023", Where(path), name=path.name, kind="a blog's export or feed"))
