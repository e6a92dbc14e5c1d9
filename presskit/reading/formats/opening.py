"""Opening a source of any format: its settings, its blocks, and what is left in it by mistake.

The reader of a format is imported when a file of it is opened: they take long to load, and most kits hold one or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from presskit import gate
from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Block
from presskit.names import legible
from presskit.reading.blocks import SourceText, without_holes
from presskit.reading.bounds import require_blocks, require_lines, require_markdown, require_page
from presskit.reading.cues.columns import gather_tables
from presskit.reading.cues.leftovers import find_placeholders, take_out_tags, waits
from presskit.reading.cues.slips import find_inner_addresses, find_signs, find_slips
from presskit.reading.embargoes.embargo import Line, Verdict, find_embargo
from presskit.reading.embargoes.moment_parts import Place
from presskit.reading.embargoes.stated import Stated
from presskit.reading.formats.kinds import FOREIGN, Kind, kind_of
from presskit.reading.formats.struck import without_struck
from presskit.reading.formats.tops import planned_in, told_above
from presskit.reading.pictures.images import refusal, several
from presskit.reading.pictures.in_texts import find_picture, names_in, refused_picture
from presskit.settings import FrontMatter, read_front_matter

if TYPE_CHECKING:
    from presskit.reading.formats.exports import Post

OTHER = ("", "Open {name} and save it as Word (.docx) or plain text (.txt), then build again.")
NO_BREAK = re.compile("\xa0|&nbsp;|&#160;|&#xa0;", re.IGNORECASE)
FLATTENED_CHARACTERS = 1500
# Words of Markdown that no page shows: of a remark or an address set apart, and what a link shows to a mouse.
UNSEEN = re.compile(
    r"^ {0,3}\[[^\]\n]+\]:[ \t]+\S+[ \t]+[\"'(](.+)[\"')][ \t]*$|\]\(\S+[ \t]+\"([^\"\n]+)\"\)", re.MULTILINE
)
PRINTED_SETTINGS = ("headline", "subhead", "name", "role", "intro")


@dataclass(frozen=True)
class OpenedSource:
    """A source read into blocks: its settings, and what there is to look at so far."""

    settings: FrontMatter
    text: SourceText
    findings: tuple[Finding, ...]


def open_source(path: Path) -> OpenedSource:
    """Read a source of any format into blocks. Raises SourceError, or SettingsError for its settings."""
    opened = open_file(path)
    return replace(opened, text=breakable(opened.text))


def breakable(source: SourceText) -> SourceText:
    """Return a text with ordinary spaces, where no-break spaces stand between most words, as some programs paste them.

    Why: its lines could break nowhere, or in the middle of a word.
    """
    letters = "".join(block.text for block in source.blocks)
    if letters.count("\xa0") <= letters.count(" "):
        return source
    blocks = (
        replace(one, text=one.text.replace("\xa0", " "), html=NO_BREAK.sub(" ", one.html)) for one in source.blocks
    )
    return replace(source, blocks=tuple(blocks))


def open_file(path: Path) -> OpenedSource:
    """Read a source of any format into blocks, its spaces as they are."""
    data = gate.bytes_of(path)
    kind = kind_of(data, path)
    opened = read_as(kind, data, path)
    if kind == "markdown":  # whose own reader knows which signs are left
        return opened
    signs = find_signs((*opened.text.blocks, *opened.text.notes), path)
    return replace(opened, findings=(*opened.findings, *signs))


def read_as(kind: Kind, data: bytes, path: Path) -> OpenedSource:
    """Read a file of a kind."""
    match kind:
        case "word":
            from presskit.reading.formats.office.word import read_word  # noqa: PLC0415

            source, found = read_word(path)
        case "opendocument" | "rtf":
            from presskit.reading.formats.office.converted import read_office  # noqa: PLC0415

            source, found = read_office(path, data, "rtf" if kind == "rtf" else "odt")
        case "pdf":
            from presskit.reading.formats.finished import read_finished  # noqa: PLC0415

            source, found = read_finished(path, data)
        case "mail":
            from presskit.reading.formats.mails import read_eml  # noqa: PLC0415

            source, found = read_eml(path, data)
        case "outlook":
            from presskit.reading.formats.mails import read_msg  # noqa: PLC0415

            source, found = read_msg(path, data)
        case "old word":
            from presskit.reading.formats.office.old_word import read_old_word  # noqa: PLC0415

            read = read_old_word(path, data)
            if read is None:
                raise unread(path)
            source, found = read
        case "export":
            return open_post(path, data)
        case "foreign":
            raise unread(path)
        case _:
            from presskit.reading.formats.text import load  # noqa: PLC0415

            loaded = load(path)
            if kind != "page":
                require_lines(loaded.text, path)
            opened = open_text(path, loaded.text, kind)
            doubt = finding("c-037", Where(path), encoding=loaded.encoding, word=loaded.doubt)
            return replace(opened, findings=(*opened.findings, doubt)) if loaded.doubt else opened
    require_blocks((*source.blocks, *source.notes), path)
    source = replace(source, blocks=tuple(gather_tables(source.blocks)))
    source, struck = without_struck(source, path)
    return OpenedSource(FrontMatter(), source, (*found, *struck))


def open_text(path: Path, whole: str, kind: Kind) -> OpenedSource:
    """Read a plain text, Markdown or a web page, with the settings at its top."""
    settings, text, before = read_front_matter(whole, path)
    top = whole.split("\n")[:before]
    unfilled = find_unfilled_settings(settings, top, path)
    if kind == "page":
        from presskit.reading.formats.web import read_page  # noqa: PLC0415

        source, found = read_page(text, path, before)
        require_blocks(source.blocks, path)
        source = replace(source, told=(*source.told, *told_above(top)), planned=planned_in(top))
        source, struck = without_struck(source, path)
        return OpenedSource(settings, source, (*found, *unfilled, *struck))
    text, removed, findings = take_out_tags(text, path, before)
    if kind == "markdown":
        require_page(text, path)
        require_markdown(text, path)
    source = read_lines(text, before, kind)
    require_blocks((*source.blocks, *source.notes), path)
    lines = [line for line in text.split("\n") if line.strip()]
    if max(map(len, lines), default=0) > max(FLATTENED_CHARACTERS, 0.8 * sum(map(len, lines))):
        findings = [*findings, finding("c-013", Where(path))]
    told = (*told_above(top), *(words for one in UNSEEN.findall(text) for words in one if words))
    whole_source = replace(source, removed=(*source.removed, *removed), told=told, planned=planned_in(top))
    if kind == "markdown":
        from presskit.reading.formats.markdown import find_left_signs  # noqa: PLC0415
        from presskit.reading.formats.unread import find_unread  # noqa: PLC0415

        findings = [*findings, *find_left_signs((*source.blocks, *source.notes), path)]
        unread = list(find_unread(text, source.blocks, path, before))
        findings += [one for _, one in unread]
        whole_source = replace(whole_source, removed=(*whole_source.removed, *(gone for gone, _ in unread)))
    whole_source, struck = without_struck(whole_source, path)
    return OpenedSource(settings, without_holes(whole_source), (*findings, *unfilled, *struck))


def read_lines(text: str, before: int, kind: Kind) -> SourceText:
    """Read Markdown, or a plain text, into blocks. before: how many lines of the file stand above it."""
    if kind == "markdown":
        from presskit.reading.formats.markdown import read_markdown  # noqa: PLC0415

        return read_markdown(text, before)
    from presskit.reading.formats.text import read_text  # noqa: PLC0415

    return read_text(text, before)


def open_post(path: Path, data: bytes) -> OpenedSource:
    """Read the one post of a feed or an export. Raises SourceError s-026 where there are several, or none."""
    from presskit.reading.formats.exports import read_export  # noqa: PLC0415

    posts = read_export(path, data).posts
    if len(posts) != 1:
        kind = "an export or a feed of a blog,"
        raise SourceError(finding("s-026", Where(path), name=path.name, kind=kind, count=len(posts)))
    return opened_post(posts[0], path)


def opened_post(post: Post, path: Path) -> OpenedSource:
    """Read a post into blocks; the blog states its title and its day."""
    from presskit.reading.formats.web import read_page  # noqa: PLC0415

    source, found = read_page(post.html, path, is_whole=True)
    require_blocks(source.blocks, path)
    source, struck = without_struck(source, path)
    settings = FrontMatter(headline=legible(post.title).strip() or None, date=post.day)
    removed = (*source.removed, *post.removed)
    return OpenedSource(
        settings,
        without_holes(replace(source, removed=removed, lines=dict.fromkeys(source.lines))),
        (*found, *struck),
    )


def find_unfilled_settings(settings: FrontMatter, lines: list[str], path: Path) -> Iterator[Finding]:
    """Yield the words still to be filled in among the settings at the top of a file, each with its line."""
    for key in PRINTED_SETTINGS:
        words = getattr(settings, key) or ""
        line = next((number for number, line in enumerate(lines, start=1) if words in line), None)
        yield from find_placeholders(words, line, path)


def unread(path: Path) -> SourceError:
    """Return the error for a format that presskit does not read: its name, and what to save the file as."""
    kind, way = FOREIGN.get(path.suffix.lower(), OTHER)
    named = f"{path.suffix} files ({kind})" if kind else f"{path.suffix or path.name} files"
    return SourceError(finding("s-003", Where(path), suffix=named, hint=way.format(name=path.name)))


def find_leftovers(blocks: Iterable[Block], path: Path) -> Iterator[Finding]:
    """Yield what is still to be filled in, what slipped in, and pictures that are not there."""
    blocks = list(blocks)
    yield from find_open_bracket(blocks, path)
    for block in blocks:
        yield from find_placeholders(block.text, block.line, path)
        yield from find_slips(block.text, block.line, path)
        yield from find_inner_addresses(block, path)
        for name in names_in(block):
            where = Where(path, block.line)
            found = find_picture(name, path)
            problem = refusal(found) if found else refused_picture(name, path)
            if problem:
                yield replace(problem, where=where)
            elif not found:
                yield finding("c-014", where, name=name or "without a name")
            else:
                yield from (replace(item, where=where) for item in several(found))
                if block.kind == "figure" and not block.text.strip():
                    yield finding("c-027", where, name=unquote(name).rpartition("/")[2])


def find_open_bracket(blocks: Sequence[Block], path: Path) -> Iterator[Finding]:
    """Report words still to be filled in whose square bracket closes some blocks below."""
    for place, block in enumerate(blocks):
        _, _, words = block.text.rpartition("[")
        closing = next((one.text for one in blocks[place + 1 :] if "]" in one.text or "[" in one.text), "")
        is_open = "[" in block.text and "]" not in words and "]" in closing.partition("[")[0]
        if is_open and waits(words):
            yield finding("c-007", Where(path, block.line), words=f"[{words[:80]}")


def lines_in(opened: OpenedSource) -> list[Line]:
    """Return every line of a source in which words of an embargo can stand: printed, left out, or never seen."""
    source = opened.text
    shown = [Line(words, block.line) for block in (*source.blocks, *source.notes) for words in block.text.split("\n")]
    return [*shown, *(Line(one.text, one.line) for one in source.removed), *(Line(words) for words in source.told)]


def find_held(opened: OpenedSource, stated: Stated, language: str, path: Path) -> Verdict:
    """Return the embargo of a text that is no release, such as a factsheet."""
    place = Place(opened.settings.language or language, stated.country)
    return find_embargo(lines_in(opened), opened.settings.embargo or stated.embargo, place, path)
