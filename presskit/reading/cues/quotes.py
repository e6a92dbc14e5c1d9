"""Quotes: words spoken, with their speaker. A quoted name or a cited phrase is not a quote.

Quotation marks alone say nothing. Words count as spoken where a verb of speech stands beside the marks in the
same paragraph, or where a speech of the paragraph before goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from presskit.model import Block, Quote
from presskit.reading.cues.people import CASELESS, is_name, surname
from presskit.reading.cues.people_words import known
from presskit.reading.markup import text_of
from presskit.reading.words import one_of, words

SO = r"(?<=[,\s]\s)so(?=\s(?-i:[^\W\d_a-zäöü]))"  # German: „…“, so Ada Thorn
# A German quotation is closed by “, and as often by ” where a program set it; single marks close it in Britain.
PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’", "‹": "›", "‚": "‘", "»": "«"}
OPENERS = "".join(PAIRS)
MARK = re.compile(f"[{OPENERS}{''.join(PAIRS.values())}]")
OF_OFFICE = re.compile(r"\s(?:von|vom|von der|von den|de la|du|del|de|della|of|of the)\s([^\W\d_a-z][\w’'-]+)$")
SINGLE = "‘‹‚"
APOSTROPHE = re.compile(r"(?<=[^\W_])[’‘](?=[^\W_])")  # inside a word
PRONOUN = re.compile(r"\b(?:he|she|they|il|elle|él|ella|er|sie)\b", re.IGNORECASE)
# What a run of words ends with when a whole sentence was quoted.
CLOSED = (".", ",", "!", "?", "…", "—", "–", "،", "؟")
SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\b[JS]r)(?<!\b[DM]r)(?<!\bMs)(?<!\bMrs)(?<!\bSen)(?<!\bRep)[.!?](?=\s)")
ATTRIBUTION = re.compile(r"(?:^|\n)\s*[—–―-]+\s*(?P<who>[^\n]{2,200})$")
CITED = re.compile(r"<cite>((?:(?!</?cite>).){2,200})</cite>\s*$", re.DOTALL)  # HTML: the source of a quotation
BELOW = re.compile(r"[—–―-]{1,3}\s*(?P<who>[^\n]{2,200})")  # a line of its own below a quotation
GOES_ON = (",", "،", "–", "—")  # behind the marks, before who speaks: Polish and Russian set a dash
BEFORE_NAME = re.compile(r"^\s*(?:pour|für|para|per|voor)\s", re.IGNORECASE)
SPEAKER_ROOM = 200
MIN_WORDS, LED_WORDS = 6, 3
CONNECTING = words("of for and at in on by with to from the a an our your about")


@dataclass(frozen=True)
class Run:
    """Words between quotation marks, from `start` to `end`, marks included; `closed` where the second mark is there."""

    start: int
    end: int
    words: str
    closed: bool = True


@cache
def verbs() -> re.Pattern[str]:
    """Return the pattern of the words that say that somebody speaks, in any language."""
    return re.compile(rf"(?<!\w)(?:{one_of(known('spoken'))})(?!\w)|{SO}", re.IGNORECASE)


def find_quotes(blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """Return the quotes of running text in order."""
    quotes: list[Quote] = []
    known: dict[str, str] = {}
    text = " ".join(block.text for block in blocks if block.kind == "paragraph")
    is_open = False
    begun: list[Quote] = []  # paragraphs of a speech whose speaker is named in a later one
    for block in blocks:
        if block.kind not in ("paragraph", "quote"):
            is_open, begun = False, []
            continue
        runs = find_runs(block.text)
        quote = attributed(block) if block.kind == "quote" or ends_with_name(block, runs) else None
        last = quotes[-1].speaker if quotes else None
        quote = quote or spoken(block, runs, known, last)
        if quote is None and is_open and runs and runs[0].start == 0:
            quote = Quote(" ".join(run.words for run in runs if is_sentence(run)), last, block.line)
        if quote and begun and runs and runs[0].start == 0 and begun[-1].line != quote.line:
            quote = replace(quote, text=" ".join([*(one.text for one in begun), quote.text]), line=begun[0].line)
        is_open = bool(quote and runs and not runs[-1].closed)
        is_begun = not quote and len(runs) == 1 and not runs[0].closed and runs[0].start == 0 and is_sentence(runs[0])
        begun = [*begun, Quote(runs[0].words, None, block.line)] if is_begun else []
        if quote and quote.text:
            if quote.speaker and " " not in quote.speaker:
                quote = replace(quote, speaker=in_full(quote.speaker, text))
            elif quote.speaker:
                quote = replace(quote, speaker=without_office(quote.speaker, text))
            quotes.append(quote)
            if quote.speaker and " " in quote.speaker:
                known[surname(quote.speaker)] = quote.speaker
    return tuple(quotes)


def without_office(speaker: str, text: str) -> str:
    """Return “Ada Thorn” of “Ada Thorn von der Tangstiftung”, where the text speaks of the organisation by itself."""
    match = OF_OFFICE.search(speaker)
    name = speaker[: match.start()] if match else ""
    named = rf"\b(?:[Dd](?:ie|er|as|en|em)|[Tt]he|[LlEe][ae]l?|[Ll]’)\s?{re.escape(match[1])}\b" if match else ""
    return name if is_name(name) and re.search(named, text.replace(speaker, "")) else speaker


def in_full(speaker: str, text: str) -> str:
    """Return a lone surname with the first name it has inside a sentence of the text: “Thorn” is “Ada Thorn”.

    Why inside: at a sentence's start any word has a capital (“However Thorn …”).
    """
    before = r"(?<=[^\s.!?“”\"«»])[ \xa0]((?:[^\W\d_][\w.’'-]{0,30}[ \xa0]){1,2})"
    for match in re.finditer(rf"{before}{re.escape(speaker)}\b", text):
        words = f"{match[1]}{speaker}".split()
        # The shortest name that does not begin with an initial: before “Ada Thorn” may stand a title.
        for start in range(len(words) - 2, -1, -1):
            if len(words[start].rstrip(".")) > 1 and is_name(" ".join(words[start:])):
                return " ".join(words[start:])
    return speaker


def find_runs(text: str) -> list[Run]:
    """Return the runs of words between double quotation marks; a mark that opens and never closes runs to the end."""
    runs = []
    place = 0
    marks = APOSTROPHE.sub("_", text)
    places = [match.start() for match in MARK.finditer(marks)]
    while (start := next((i for i in places if i >= place and opens(marks, i)), None)) is not None:
        end = next((i for i in places if i > start and closes(marks, i, marks[start])), -1)
        closed = end >= 0
        if not closed and marks[start] in SINGLE:  # the apostrophe of “’90s”, and no quotation
            place = start + 1
            continue
        end = end if closed else len(text)
        runs.append(Run(start, end + closed, text[start + 1 : end].strip(" \xa0\u202f"), closed))
        place = end + 1
    return runs


def opens(text: str, place: int) -> bool:
    """Tell whether a mark opens a quotation; a single one stands before a word, behind a space or a bracket."""
    if text[place] not in OPENERS:
        return False
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    is_free = (not before or before.isspace() or before in "([—–-") and bool(after) and not after.isspace()
    return is_free if text[place] in (*SINGLE, "»") else True


def closes(text: str, place: int, opener: str) -> bool:
    """Tell whether a mark closes what `opener` opened; a single one stands behind a word and before none."""
    if text[place] not in PAIRS[opener]:
        return False
    after = text[place + 1 : place + 2]
    return opener not in SINGLE or not (after and (after.isalnum() or after == "_"))


def is_sentence(run: Run) -> bool:
    """Tell whether a run is more than a name or a phrase: closed by a mark of its own, or long, or open at the end."""
    return run.words.endswith(CLOSED) or len(run.words.split()) >= MIN_WORDS or not run.closed


def is_clause(run: Run, text: str) -> bool:
    """Tell whether a comma or dash after the marks goes on to the speaker, as in French: « … », says Ada Thorn."""
    return len(run.words.split()) >= 3 and text[run.end :].lstrip()[:1] in GOES_ON


def is_led(run: Run, text: str) -> bool:
    """Tell whether a colon leads to a run that ends its sentence: Ada Thorn dijo: «Estamos contentos»."""
    ends = not text[run.end :].strip() or text[run.end :].lstrip()[:1] in ".!?؟"
    return len(run.words.split()) >= LED_WORDS and ends and text[: run.start].rstrip().endswith(":")


def spoken(block: Block, runs: list[Run], known: dict[str, str], last: str | None) -> Quote | None:
    """Return what one speaker says in a paragraph, its runs joined, or None."""
    sentences = [run for run in runs if is_sentence(run) or is_clause(run, block.text) or is_led(run, block.text)]
    for run in sentences:
        phrase = phrase_after(block.text, run, runs) or phrase_before(block.text, run, runs) or phrase_inside(run)
        if phrase is not None:
            speaker = find_speaker(phrase, known, last)
            return Quote(" ".join(one.words for one in sentences), speaker, block.line)
    return None


def phrase_after(text: str, run: Run, runs: list[Run]) -> str | None:
    """Return the words after the run that say who speaks: “…,” said Ada Thorn of the Kelp Trust."""
    stop = min([one.start for one in runs if one.start >= run.end] + [len(text), run.end + SPEAKER_ROOM])
    gap = text[run.end : stop]
    if end := SENTENCE_END.search(gap + " "):
        gap = gap[: end.start()]
    verb = verbs().search(gap)
    # “…” , the minister said: at most a name and a role stand before the verb.
    if not verb or len(gap[: verb.start()].split()) > 14:
        return None
    # A run without closing mark of its own goes on in the sentence: “open data” says a law, is not spoken.
    return gap if run.words.endswith(CLOSED) or gap.lstrip()[:1] in GOES_ON else None


def phrase_before(text: str, run: Run, runs: list[Run]) -> str | None:
    """Return the words before the run that say who speaks: Ada Thorn says …: “…”."""
    start = max([one.end for one in runs if one.end <= run.start] + [0, run.start - SPEAKER_ROOM])
    gap = text[start : run.start]
    ends = list(SENTENCE_END.finditer(gap))
    gap = gap[ends[-1].end() :] if ends else gap
    verb = verbs().search(gap)
    named = BEFORE_NAME.sub("", gap)
    if not verb and gap.rstrip().endswith(":") and is_name(re.split(r"[,،:(]", named)[0].strip()):
        return named  # “Ada Thorn, head of the line: “…””
    return gap if verb and gap.rstrip().endswith((":", ",", "،", "that", "que")) and is_close(gap, verb) else None


def phrase_inside(run: Run) -> str | None:
    """Return the words between the marks that say who speaks: « Le port, explique Ada Thorn, renaît. »."""
    for verb in verbs().finditer(run.words):
        before, after = run.words[: verb.start()].rstrip(), run.words[verb.end() :]
        who = re.sub(r"^-(?:t-)?", "", re.split(r"[,.!?…]", after)[0]).strip()
        if re.search(r",(?:\s(?:a|ont))?$", before) and (is_name(who) or PRONOUN.fullmatch(who)):
            return f"{verb[0]} {who}"
    return None


def is_close(gap: str, verb: re.Match[str]) -> bool:
    """Tell whether the verb stands beside the quotation marks, or a colon leads to them."""
    return gap.rstrip().endswith(":") or len(gap[verb.end() :].split()) <= 6


def find_speaker(phrase: str, known: dict[str, str], last: str | None) -> str | None:
    """Return the name in a phrase such as “said former harbour master Ada Thorn” or “Thorn added”."""
    verb = verbs().search(phrase)
    sides = [phrase[verb.end() :], phrase[: verb.start()]] if verb else [phrase]
    for side in sides if sides[0].strip(" ,.:") else sides[::-1]:
        if name := name_in(side, known):
            return name
    return last if PRONOUN.search(phrase) else None


def name_in(words: str, known: dict[str, str]) -> str | None:
    """Return the first full name among the parts between commas; else a surname already known, or with its title."""
    parts = [part.strip(' .:;“”"—–-') for part in re.split(r"[,،;(—–]|\s[-–]\s", words)]
    names = [name for part in parts if (name := full_name(part))]
    if names:
        return known.get(surname(names[0]), names[0]) if len(names[0].split()) == 1 else names[0]
    for part in parts:
        for word in part.split():
            bare = re.sub(r"['’]s$", "", word)
            if bare in known:
                return known[bare]
    return next((titled for part in parts if (titled := titled_name(part))), None)


def full_name(part: str) -> str | None:
    """Return the name in a part: the part itself, or the run of capitals in it that is no office's."""
    words = part.split()
    offices = [place for place, word in enumerate(words) if word.lower().strip(".") in known("offices")]
    behind = " ".join(words[offices[-1] + 1 :]) if offices else ""
    before = " ".join(words[: offices[0]]) if offices else ""
    if CASELESS.search(before) and is_name(before):
        return before  # without capitals, only the office tells where a name ends
    if is_name(behind) and words[offices[-1]].lower() not in CONNECTING:
        return behind  # “Port Hollow Harbour Office Director Ada Thorn”
    for length in range(min(5, len(words)), 1, -1):
        for start in range(len(words) - length + 1):
            name = " ".join(words[start : start + length])
            if is_name(name) and is_whole(words, start, start + length) and words[start].lower() not in known("titles"):
                return name
    return None


def is_whole(words: list[str], start: int, end: int) -> bool:
    """Tell whether the words before and after belong to something else: “University of Marsh Bay” holds no name."""
    before = words[start - 1].lower() if start else ""
    after = words[end].lower() if end < len(words) else ""
    return before not in ("of", "the", "at", "from", "for", "in", "to") and after.rstrip(".") not in (
        known("offices") - {"of", "the", "at", "in", "on", "from", "for", "and", "a", "an", "to", "with", "who"}
    )


def titled_name(part: str) -> str | None:
    """Return “Senator Marsh” or “Dr. Thorn”, or one lone name with a capital: “Thorn”."""
    words = part.split()
    for index, word in enumerate(words[:-1]):
        if word.lower() in known("titles") | known("honorifics") and words[index + 1][0].isupper():
            return f"{word} {words[index + 1]}".rstrip(".")
    lone = words[0] if len(words) == 1 else ""
    return lone if lone[:1].isupper() and lone.lower() not in known("offices") and not PRONOUN.fullmatch(lone) else None


def with_attributions(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with a line “– Ada Thorn, director” below a quotation set apart as the quotation's last one."""
    joined: list[Block] = []
    for block in blocks:
        is_below = block.kind == "paragraph" and joined and joined[-1].kind == "quote"
        match = BELOW.fullmatch(block.text) if is_below else None
        if match and is_name(re.split(r"[,;،(]", match["who"])[0].strip()):
            quote = joined.pop()
            joined.append(replace(quote, text=f"{quote.text}\n{block.text}", html=f"{quote.html}<br>{block.html}"))
        else:
            joined.append(block)
    return joined


def ends_with_name(block: Block, runs: Sequence[Run]) -> bool:
    """Tell whether a paragraph is words in marks, a dash and a name: “It grew.” – Ada Thorn, director of the trust."""
    if not runs or runs[0].start or not runs[-1].closed or not is_sentence(runs[-1]):
        return False
    match = re.fullmatch(r"\s*[—–―-]+\s*(?P<who>[^“”\"\n]{2,200})", block.text[runs[-1].end :])
    return bool(match and is_name(re.split(r"[,;،(]", match["who"])[0].strip()))


def attributed(block: Block) -> Quote | None:
    """Return the quote of a quotation set apart, with the speaker its last line names after a dash."""
    cited = CITED.search(block.html)
    if cited:
        who = text_of(cited[1]).strip(" —–―-\xa0")
        words = block.text.removesuffix(text_of(cited[0]).strip()).rstrip(" \n—–―-\xa0")
        return Quote(words.strip(' \n“”"«»\xa0'), re.split(r"[,;،(]", who)[0].strip() or None, block.line)
    match = ATTRIBUTION.search(block.text) or re.search(r"[”\"»]\s*[—–―-]+\s*(?P<who>[^“”\"\n]{2,200})$", block.text)
    words = block.text[: match.start("who")].rstrip(" \n—–―-\xa0") if match else block.text
    speaker = re.split(r"[,;،(]", match["who"])[0].strip() if match else None
    return Quote(words.strip(' \n“”"«»\xa0'), speaker, block.line)
