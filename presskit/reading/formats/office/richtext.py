"""What Rich Text holds besides its words: tracked changes, comments, hidden text, heads and feet of pages.

Words and groups as in Microsoft's specification of Rich Text, 1.9.1. The text itself is pandoc's to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from presskit.reading.code_pages import code_page, decode
from presskit.reading.formats.office.beside import Beside, report
from presskit.reading.formats.office.highlights import told_of

TOKEN = re.compile(rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)", re.IGNORECASE)
DELETED = re.compile(rb"\\deleted(?![a-z])")
STAND_IN = re.compile(rb"(\\u-?\d{1,5}(?!\d)) ?([^\\{}\r\n])")
FONTS = re.compile(rb"\\f(\d{1,5})(?:\\(?!fcharset|f\d)[a-z]+-?\d*|\s)*\\fcharset(\d{1,3})")
# The encoding of letters in a font, by its “character set”; others have the file's own.
FONT_PAGES = {
    **{b"77": "mac_roman", b"128": "cp932", b"129": "cp949", b"134": "gbk", b"136": "cp950", b"161": "cp1253"},
    **{b"162": "cp1254", b"163": "cp1258", b"177": "cp1255", b"178": "cp1256", b"186": "cp1257", b"204": "cp1251"},
    **{b"222": "cp874", b"238": "cp1250"},
}
# What stands in for a letter in Unicode, letters as bytes, and what says in which font they are.
LETTERS = re.compile(
    rb"\\u-?\d{1,5} ?\\'[0-9a-f]{2}|(?P<bytes>(?:\\'[0-9a-f]{2})+)"
    rb"|\\f(?P<font>\d{1,5})(?!\d)|(?P<plain>\\plain)(?![a-z])|\\[\\{}]|[{}]",
    re.IGNORECASE,
)
NESTED_ROW = re.compile(rb"(?:\\nestcell\s*)?\{\s*\\\*\s*\\nesttableprops[^{}]*\}")
NESTED_CELL = re.compile(rb"\\nestcell(?![a-z]) ?")
NESTED_DEPTH, WITHOUT_NESTED = re.compile(rb"\\itap[2-9](?!\d)"), re.compile(rb"\{\s*\\nonesttables[^{}]*\}")
# What the file says of itself, and the words of a watermark, which is a shape of letters.
TOLD = re.compile(
    rb"\{(?:(?:\\\*)?\\(?:title|subject|category|keywords|doccomm|company|manager|staticval)\b"
    rb"|\\sn gtextUNICODE\}\s*\{\\sv\b) ?([^{}]*)\}"
)
MARGINS = {"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"}
BOXES = {"shptxt", "dptxbxtext"}
PASSAGES = {"deleted": "a deletion", "revised": "an insertion", "v": ""}
LIT, WHITE, TINY, GROUND = "lit", "white", "tiny", "ground"  # marks of looks; ground: something stands behind
LOOKS = (LIT, WHITE, TINY, GROUND)
TINY_HALF_POINTS = 6
COLOURS = re.compile(rb"\\colortbl([^{}]*)")
COLOUR = re.compile(rb"\\(red|green|blue)(\d{1,3})")
SILENT = {
    *("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "listtable", "listoverridetable", "fldinst"),
    *("listtext", "pntext"),  # the numbers of lists, which are made anew
}
BREAKS = {"par", "line", "sect", "page", "tab", "cell", "row", "nestcell", "nestrow", "chftn"}
SIGNS = {"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•"}


@dataclass(frozen=True)
class State:
    """What holds inside a group: where its words belong, and how they are marked.

    box: where the words of a text box in it belong.
    """

    place: str = "text"
    box: str = "box"
    marks: frozenset[str] = frozenset()
    skips: int = 1  # how many characters stand in for one that older programs do not know


def look_at(data: bytes, path: Path) -> Beside:
    """Return what the file holds besides its text."""
    runs: dict[tuple[str, frozenset[str]], list[str]] = {}
    looks: dict[frozenset[str], list[str]] = {}
    for state, words in runs_of(data, white_of(data)):
        runs.setdefault((state.place, state.marks.difference(LOOKS)), []).append(words)
        if state.place == "text" and not state.marks & PASSAGES.keys():
            looks.setdefault(state.marks.intersection(LOOKS), []).append(words)
    found: dict[str, list[tuple[str, str]]] = {"c-024": [], "c-025": [], "c-026": []}
    lines: dict[str, list[str]] = {"margin": [], "box": [], "text": []}
    for (place, marks), pieces in runs.items():
        text = whole_characters("".join(pieces))
        words = " ".join(text.split())
        if not words:
            continue
        if place == "annotation":
            found["c-025"].append(("", words))
        for mark in marks & PASSAGES.keys():
            found["c-026" if mark == "v" else "c-024"].append((PASSAGES[mark], words))
        if place in lines and not marks:
            lines[place] += [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    properties = ("".join(said for _, said in runs_of(words)) for words in TOLD.findall(data))
    unseen = (words for code in ("c-025", "c-026") for _, words in found[code])
    margins, drawn, written = (tuple(dict.fromkeys(said)) for said in lines.values())
    told = (*report(found, path), *told_of(*looked_at(looks), path))
    return Beside(margins, drawn, (*map(whole_characters, properties), *unseen), told, written)


def looked_at(looks: Mapping[frozenset[str], Sequence[str]]) -> tuple[list[str], list[str]]:
    """Return the words that are highlighted, and those that nobody sees: tiny, or white where nothing stands behind."""
    said = {marks: " ".join(whole_characters("".join(words)).split()) for marks, words in looks.items()}
    lit = [words for marks, words in said.items() if words and LIT in marks]
    unseen = [
        words
        for marks, words in said.items()
        if words and (TINY in marks or (WHITE in marks and not marks & {LIT, GROUND}))
    ]
    return lit, unseen


def white_of(data: bytes) -> frozenset[int]:
    """Return the numbers of a file's colours that are white."""
    table = COLOURS.search(data)
    colours = [dict(COLOUR.findall(entry)) for entry in (table[1].split(b";") if table else [])]
    return frozenset(
        number
        for number, parts in enumerate(colours)
        if len(parts) == 3 and all(part == b"255" for part in parts.values())
    )


def whole_characters(text: str) -> str:
    """Return a text in which two halves of a character, each with a control word of its own, are one again."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def as_pandoc_reads(data: bytes) -> bytes:
    """Return the file with what pandoc reads wrongly written as it reads it."""
    return without_deleted(without_nested(data))


def with_letters(data: bytes) -> bytes:
    """Return the file with its letters written so that they can be read one by one, and by pandoc."""
    return in_unicode(kept_apart(data))


def in_unicode(data: bytes) -> bytes:
    """Return the file with letters of other encodings as Unicode: of its own, or of a font that is another script's.

    Why: pandoc 3.9 reads all as Western ones.
    """
    fonts = {number: FONT_PAGES[charset] for number, charset in FONTS.findall(data) if charset in FONT_PAGES}
    own = code_page(data)
    if own == "cp1252" and not fonts:
        return data
    usual = fonts.get(next(iter(re.findall(rb"\\deff(\d+)", data)), b""), own)
    stack, page = [usual], usual

    def letters(found: re.Match[bytes]) -> bytes:
        nonlocal page
        match found[0][:1], found.lastgroup:
            case b"{", _:
                stack.append(page)
            case b"}", _:
                page = stack.pop() if stack else usual
            case _, "font":
                page = fonts.get(found["font"], own)
            case _, "plain":
                page = usual
            case _, "bytes" if page != "cp1252":
                return as_unicode(decode(bytes.fromhex(found["bytes"].replace(b"\\'", b"").decode()), page))
        return found[0]

    return LETTERS.sub(letters, data)


def as_unicode(words: str) -> bytes:
    """Return words as Rich Text writes Unicode, with nothing that stands in for them."""
    units = words.encode("utf-16-le")
    numbers = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
    return b"{\\uc0%s}" % b"".join(b"\\u%d " % number for number in numbers)


def without_deleted(data: bytes) -> bytes:
    """Return the file with tracked deletions as hidden text. Why: pandoc takes them for words struck through."""
    return DELETED.sub(rb"\\v", data)


def without_nested(data: bytes) -> bytes:
    """Return the file with the rows of tables in the cells of others as lines, their cells divided by commas.

    Why: pandoc 3.9 loses cells of such tables.
    """
    lines = NESTED_CELL.sub(b", ", NESTED_ROW.sub(rb"\\line ", data))
    return NESTED_DEPTH.sub(rb"\\itap1", WITHOUT_NESTED.sub(b"", lines))


def kept_apart(data: bytes) -> bytes:
    """Return the file with each plain stand-in for a character written as a byte in figures, which means the same.

    Why: pandoc 3.8 loses the space after a stand-in such as “?”, and glues words together. A file that says \\uc0
    has no stand-ins.
    """
    if rb"\uc0" in data:
        return data
    return STAND_IN.sub(lambda found: found[1] + b"\\'%02x" % found[2][0], data)


def runs_of(data: bytes, white: frozenset[int] = frozenset()) -> Iterator[tuple[State, str]]:
    """Yield each run of words with the state it stands in. white: the numbers of the colours that are."""
    encoding = code_page(data)
    stack: list[State] = []
    state, skip = State(), 0
    for word, number, byte, sign, brace, text in TOKEN.findall(data):
        if brace:
            state = enter(stack, state) if brace == b"{" else (stack.pop() if stack else State())
        elif word:
            name = word.decode("ascii").lower()
            state, said = apply(looking(state, name, int(number or 1), white), name, number)
            skip = state.skips if name == "u" else skip
            yield state, said
        elif skip and (byte or text):
            rest = decode(text, encoding)[skip:] if text else ""
            skip = 0
            yield state, rest
        elif byte:
            yield state, decode(bytes([int(byte, 16)]), encoding)
        elif sign:
            state = replace(state, place="hidden") if sign == b"*" else state
            yield state, {b"~": "\xa0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}"}.get(sign, "")
        else:
            yield state, decode(text, encoding)


def enter(stack: list[State], state: State) -> State:
    """Go into a group, which begins with what holds around it."""
    stack.append(state)
    return state


def looking(state: State, name: str, number: int, white: frozenset[int]) -> State:
    """Return the state after a control word that changes how words look: their colour, their size, what is behind."""
    match name:
        case "highlight":
            mark, is_on = LIT, number > 0 and number not in white
        case "cf":
            mark, is_on = WHITE, number in white
        case "fs":
            mark, is_on = TINY, number <= TINY_HALF_POINTS
        case "chcbpat" | "cb":
            mark, is_on = GROUND, number > 0 and number not in white
        case "intbl":  # whose ground may be dark
            mark, is_on = GROUND, True
        case _:
            return state
    return replace(state, marks=state.marks | {mark} if is_on else state.marks - {mark})


def apply(state: State, name: str, number: bytes) -> tuple[State, str]:
    """Return the state after a control word, and the characters that it stands for."""
    if name in MARGINS:
        return replace(state, place="margin", box="margin"), ""
    if name in BOXES:
        return replace(state, place=state.box), ""
    if name in ("annotation", "footnote"):
        return replace(state, place=name), ""
    if name in SILENT:
        return replace(state, place="hidden"), ""
    if name in PASSAGES:
        marks = state.marks - {name} if number == b"0" else state.marks | {name}
        return replace(state, marks=marks), ""
    if name in ("plain", "pard"):
        return replace(state, marks=state.marks.difference(("v", *LOOKS)) if name == "plain" else state.marks), ""
    if name == "uc":
        return replace(state, skips=int(number or 1)), ""
    if name == "u":
        return state, chr(int(number or 0) % 0x10000)
    return state, SIGNS.get(name, "\n" if name in BREAKS else "")
