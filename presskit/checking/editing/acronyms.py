"""Acronyms that no text of the kit explains: “the NRDP has agreed”, and nobody says what it is.

Most words in capitals are none: names of products, words said loudly, Roman numerals, shares on an exchange. So an
acronym is looked for in running text alone, and a word that may be anything else is passed over.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from presskit import gate
from presskit.checking.editing.passages import Passage, passages_of
from presskit.checking.editing.vocabulary import Vocabulary, vocabularies, vocabulary_of
from presskit.findings import Finding, finding
from presskit.model import Kit, Release
from presskit.reading.folding import fold
from presskit.resources import acronyms_file

LETTER = "[A-ZÀ-ÖØ-Þ]"
ACRONYM = re.compile(rf"(?<![\w.@#&/$€£+-])(?<!\w\w['’]){LETTER}{{3,6}}(?![\w@&/+-]|\.\w|['’]{LETTER}|\s?\d)")
ADDRESS = re.compile(r"(?<!\S)\S*(?:://|www\.|@)\S*")
ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# What can be spoken as a word may be a name (“ALDI”), or a word said loudly.
SPEAKABLE = re.compile(
    r"(?=.*[AEIOUYÀ-Þ])[^AEIOUYÀ-Þ]{0,3}(?:[AEIOUYÀ-Þ]{1,2}[^AEIOUYÀ-Þ]{1,2}){0,3}[AEIOUYÀ-Þ]{0,2}[^AEIOUYÀ-Þ]{0,3}"
)
SPOKEN_LETTERS = 4
LOUD_SHARE = 0.5  # of a text's letters in capitals: all of it is set so
WORD = re.compile(r"[^\W\d_]+")
MOST_TOLD = 12
SPAN_WORDS = 3  # for each letter, the little ones between them counted
SKIPPED = 4  # letters: the little words that an acronym may leave out
LIST_BEFORE = re.compile(r"[A-ZÀ-Þ][\w’'.-]*, (?:(?:and|et|und|y) )?$")
LIST_BEHIND = re.compile(r",? (?:(?:and|et|und|y) )?[A-ZÀ-Þ]")
EXPLAINED = (
    r"[^\W\d_]\)?,?[ \xa0]?[(\[][^()\[\]]{0,30}?(?<!\w)NAME(?!\w)"  # the Northern Reed Plan (NRDP)
    r"|(?<!\w)NAME(?:['’]?s)?[”\"»]?[ \xa0]?\([^()]*[^\W\d_]{3}[^()]*\)"  # NRDP (the plan for the reeds)
    r"|(?<!\w)NAME[”\"»]?(?: ?[=:–—] ?\w|,? (?:or|short for|stands? for|which stands|steht für|signifie|significa)\b)"
    r"|(?<!\w)NAME[”\"»]?,? (?:the|le|la|les|l['’]|el|die|der|das|ein|eine|an?|une?|una)\b[^,.;]{8,}[,.]"
    r"|^NAME\t"  # a row of a table
    r"|[“\"«]NAME[”\"»]"
)
LINK = re.compile(r"<a\s[^>]*>(.*?)</a>", re.DOTALL)  # a reader can follow it
EXCHANGE = re.compile(r":\s?$")


def find_unexplained_acronyms(kit: Kit) -> Iterator[Finding]:
    """Yield c-041 for the acronyms of releases that nothing in the kit explains, each where it stands first.

    Why no more than a few: a text that has more is for people who know them.
    """
    texts = [*_texts_of(kit)]
    initials = [[fold(word).lower for word in WORD.findall(text)] for text in texts]
    ordinary = {word.upper() for text in texts for word in WORD.findall(text) if word.islower()}
    told = 0
    for acronym, (passage, match) in _first_places(kit, names_in(_own_words(kit)) | ordinary | known()).items():
        if told < MOST_TOLD and not explained(acronym, texts, initials):
            told += 1
            yield finding("c-041", passage.where, acronym=acronym, words=around(passage, match))


def _first_places(kit: Kit, known_words: Collection[str]) -> dict[str, tuple[Passage, re.Match[str]]]:
    """Return the acronyms of releases that are not known, each with where it stands first."""
    found: dict[str, tuple[Passage, re.Match[str]]] = {}
    for passage in (passage for release in kit.releases for passage in passages_of(release)):
        for match in acronyms_in(passage) if passage.kind in ("paragraph", "list", "quote") else ():
            if match[0] not in known_words:
                found.setdefault(match[0], (passage, match))
    return found


def _texts_of(kit: Kit) -> Iterator[str]:
    """Yield all texts of a kit: an acronym may be explained in any."""
    for document in kit.documents:
        yield from (passage.text for passage in passages_of(document))
        if isinstance(document, Release):
            yield from (block.text for block in document.boilerplate)
    yield from (block.text for blocks in kit.boilerplates for block in blocks)
    yield from (text for text in (kit.title, kit.event, kit.summary) if text)


def _own_words(kit: Kit) -> Iterator[str | None]:
    """Yield the words by which the senders name themselves: nobody explains a name."""
    yield from (kit.title, kit.event, kit.brand.name, kit.brand.short_name, kit.brand.web, kit.brand.boilerplate)
    yield from (block.text for blocks in kit.boilerplates for block in blocks)
    yield from (handle for handle in kit.brand.social)
    for release in kit.releases:
        yield from (block.text for block in release.boilerplate)
        yield release.dateline.source if release.dateline else None
    for contact in (*kit.contacts, *(one for release in kit.releases for one in release.contacts)):
        yield from (contact.name, contact.role, contact.email)


def names_in(texts: Iterable[str | None]) -> set[str]:
    """Return the words of texts in capitals, of addresses too: “press@nrdp.example” is whose it is."""
    return {
        word.upper() for text in texts if text for word in re.findall(r"[^\W\d_]{3,6}", text) if is_named(word, text)
    }


def is_named(word: str, text: str) -> bool:
    """Tell whether a word is a name in capitals, or one in an address."""
    return word.isupper() or "@" in text or " " not in text


@cache
def known() -> frozenset[str]:
    """Return the acronyms that everybody knows, and the words that people set in capitals to be loud."""
    table = tomllib.loads(gate.text_of(acronyms_file()))
    everywhere = {word for words in table.values() for word in words.split()}
    own = {word.upper() for one in vocabularies().values() for key in ("known", "loud") for word in one.phrases(key)}
    return frozenset(everywhere | own)


def acronyms_in(passage: Passage) -> Iterator[re.Match[str]]:
    """Yield the words of a passage that can be nothing but acronyms."""
    letters = [letter for letter in passage.text if letter.isalpha()]
    if sum(map(str.isupper, letters)) > LOUD_SHARE * len(letters):
        return
    text = ADDRESS.sub(lambda found: "·" * len(found[0]), passage.text)
    words, linked = vocabulary_of(passage.language), " ".join(LINK.findall(passage.html))
    for match in ACRONYM.finditer(text):
        if match[0] not in linked and is_acronym(match, text, words):
            yield match


def is_acronym(match: re.Match[str], text: str, words: Vocabulary) -> bool:
    """Tell whether a word in capitals is an acronym: no numeral, no share, no name's part, no word said loudly."""
    before, behind = text[: match.start()], text[match.end() :]
    if ROMAN.fullmatch(match[0]) or EXCHANGE.search(before) or is_part_of_name(before, behind, words):
        return False
    if len(match[0]) < SPOKEN_LETTERS or not SPEAKABLE.fullmatch(match[0]):
        return True
    article = rf"(?<!\w){words.pattern('articles')}\s?$|(?<!\w)[dl]['’]$"
    return bool(re.search(article, fold(before[-12:]).lower))


def is_part_of_name(before: str, behind: str, words: Vocabulary) -> bool:
    """Tell whether a word with a capital stands beside: “the RAND Corporation”, “Radio ABC”; but “NRDP Director”."""
    next_ = re.match(r"[ \xa0][{\[“\"«]?([^\W\d_]+)", behind)
    last = re.search(r"(?<=[^\s.!?:;“”\"«»(])[ \xa0]([^\W\d_]+)[ \xa0]$", before)
    beside = [found[1] for found in (next_, last) if found and found[1][0].isupper()]
    if any(not words.find("roles", fold(word).lower) for word in beside):
        return True
    if re.search(r"[A-ZÀ-Þ]{2,}[ \xa0]$", before) or re.match(r"[ \xa0][A-ZÀ-Þ]{2,}", behind):
        return True
    # “Acme Foods, NRD, Marlowe & Sons”: a list of names.
    return bool(LIST_BEFORE.search(before) and LIST_BEHIND.match(behind))


def explained(acronym: str, texts: Sequence[str], words: Sequence[Sequence[str]]) -> bool:
    """Tell whether a text says what an acronym stands for: in brackets, behind a comma, or by its initials.

    words: the words of each text, folded, in small letters.
    """
    beside = re.compile(EXPLAINED.replace("NAME", re.escape(acronym)))
    letters = fold(acronym).lower
    return any(acronym in text and beside.search(text) for text in texts) or any(
        word[:1] == letters[0] and follows(said[place : place + SPAN_WORDS * len(letters)], letters)
        for said in words
        for place, word in enumerate(said)
    )


def follows(words: Sequence[str], letters: str) -> bool:
    """Tell whether words begin with the letters, one after the other."""
    wanted = iter(letters)
    letter = next(wanted, "")
    for word in words:
        if word.startswith(letter):
            letter = next(wanted, "")
            if not letter:
                return True
        elif len(word) > SKIPPED:
            return False
    return False


def around(passage: Passage, match: re.Match[str]) -> str:
    """Return the acronym with a few words beside it, as they stand."""
    before = re.search(r"(?:\S+\s){0,3}\S*$", passage.text[: match.start()])
    behind = re.match(r"\S*(?:\s\S+){0,3}", passage.text[match.end() :])
    return f"{before[0] if before else ''}{match[0]}{behind[0] if behind else ''}".strip(" .,;:")
