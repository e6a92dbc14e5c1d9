"""The text about the organisation: told by the heading above it, or by standing words that open it."""

from __future__ import annotations

import re
from dataclasses import replace

from presskit.model import Block
from presskit.reading.blocks import paragraph, without_start, words_in
from presskit.reading.markup import escape, text_of
from presskit.reading.words import words

ABOUT_WORD = (
    r"(?:about|who we are|boilerplate|[àa] propos|qui sommes-nous|sobre|acerca de"
    r"|quiénes somos|über|chi siamo|informazioni su(?:l(?:l[ao’']?)?)?|a proposito d[ie](?:l(?:l[ao’']?)?)?|quem somos"
    r"|over ons|wie zijn wij|wie wij zijn|حول|نبذة|من نحن|عن)"
)
# Whose words are many things' as well: “Over Quillon Veer” heads a text that begins with that name, and nothing else.
NAMING_WORD = r"(?:over|zu[rm]|su|das ist|kurzporträt|profil)"
OURS = (
    r"(?:about(?: us| the company)?|who we are|boilerplate|über (?:uns|das unternehmen|die organisation)"
    r"|wer wir sind|[àa] propos(?: de nous)?"
    r"|qui sommes-nous(?:[\s\xa0]?\?)?|(?:sobre|acerca de) nosotros|¿?quiénes somos\??|chi siamo|quem somos|sobre nós"
    r"|over ons|wie zijn wij|wie wij zijn|من نحن|نبذة|حولنا)"
)
ABOUT = re.compile(rf"\W*{ABOUT_WORD}(?:\s+[^\s\d].{{0,90}})?\W*", re.IGNORECASE)
# “About the Kelp Trust: The Kelp Trust is …”, in one paragraph.
RUN_IN = re.compile(
    rf"(?P<heading>(?:{ABOUT_WORD}|{NAMING_WORD})\s+(?P<name>[^:–—\n]{{2,90}}?))\s*(?::|\s[–—-])\s+(?=\S)",
    re.IGNORECASE,
)
# “About us: The Kelp Trust is …”
RUN_IN_OURS = re.compile(rf"(?P<heading>{OURS})(?:[\s\xa0]*[:–—]|(?<=\?))[\s\xa0]*(?=\S)", re.IGNORECASE)
NAMED_LINE = re.compile(rf"\W*{NAMING_WORD}\s+(?P<name>\S.{{1,60}}?)\W*", re.IGNORECASE)
BOLD = re.compile(r"<(strong|b)>(?P<heading>[^<]{3,90}?)[\s:.–—-]*</\1>[\s:–—-]*(?=\S)")
WHO_WE_ARE = re.compile(r"^(\W*(?:qui sommes-nous|who are we|quiénes somos))\s*[?؟]$", re.IGNORECASE)
ABOUT_WORDS, LEAST_SAID, SUBJECT_WORDS = 14, 6, 7
NAMED_SOON = 80  # characters of the text about somebody, within which his name stands
# “The Kelp Trust (KT) is a …”: who the organisation is, in its standing words.
STANDING = re.compile(
    r"(?:The\s+|L[ea’']\s?|Les\s+|El\s+|La\s+)?[^\W\d_][^.!?:;“”\"]{1,110}?\s(?:is|are|est|sont|es|son|works?|was\s+(?:founded|established|created)|has\s+been|هي|هو|تُ?عد)\s",
)
ARTICLE = re.compile(r"(?:the|l[ea’']|les|el|la|los|die|der|das|il|lo|o|a|de|het)\s*\b", re.IGNORECASE)
# The article, and what joins it to “about” in French: “À propos de la Fondation”.
IN_FRONT = re.compile(
    r"(?:(?:de la|de los|de las|de|du|des|del)\s+|d[’']\s?)?"
    r"(?:(?:the|les|le|la|el|los|las|die|der|das|den|il|lo|het)\s+|l[’']\s?)?"
)
# They open a sentence with a capital, and name nobody.
OPENING_WORDS = words("""
it he she they we you this that these those there here what who when where while how one all each every both some many
more most its their our my his her as in on at by for from with after before since until today tomorrow yesterday
""")
# What an organisation is, behind its name.
IS = r"\s(?:is|are|est|sont|es|son|ist|sind|è|é|هي|هو)\s"
NATURE = re.compile(
    rf"^[^.!?]{{2,110}}?{IS}(?:(?:an?|the|une?|la|le|una?|el|eine?|un[ao]?|uma?|een|das|die|de)\s)?"
    r"(?:[\w’'-]+\s){0,5}?(?:charity|company|organi[sz]ation|association|foundation|trust|non-?profit|group|network|society|agency"
    r"|institut\w*|museum|co-?operative|club|university|provider|manufacturer|startup|union|fonds|fondation|entreprise|société|association|musée"
    r"|organisation|coopérative|empresa|fundación|asociación|organización|cooperativa|museo|unternehmen|verein|stiftung|gesellschaft|verband"
    r"|genossenschaft|società|associazione|fondazione|organizzazione|azienda|stichting|vereniging|bedrijf|organisatie|coöperatie|fundação"
    r"|associação|organização|جمعية|شركة|مؤسسة|منظمة|متحف|هيئة)\b",
    re.IGNORECASE,
)
FOUNDED = re.compile(
    r"(?:Founded|Established|Based|Headquartered|Fondée?|Créée?|Fundad[ao])\s+(?:in|on|by|en|par)\s|(?:تأسست|تأسس|أُ?سست)\s",
    re.IGNORECASE,
)


def is_about(block: Block) -> bool:
    """Tell whether a block is a heading such as “About the Kelp Trust”."""
    if block.kind not in ("heading", "paragraph") or words_in(block.text) > ABOUT_WORDS:
        return False
    text = WHO_WE_ARE.sub(r"\1", block.text.rstrip())
    return bool(ABOUT.fullmatch(text)) and not text.endswith((".", "?", "!", ","))


def name_in_heading(text: str) -> str:
    """Return whom a heading such as “About the Kelp Trust” names, without its article; nothing for “About us”."""
    found = re.fullmatch(rf"\W*{ABOUT_WORD}(?:\s+عن)?\s+(?P<name>\S.{{1,70}}?)\s*[:.]?", text.strip(), re.IGNORECASE)
    if not found or re.fullmatch(rf"\W*{OURS}\W*", text.strip(), re.IGNORECASE):
        return ""
    name = re.sub(r"\s*\([^()]{1,12}\)$", "", found["name"])
    front = IN_FRONT.match(name)
    bare = name[front.end() :] if front else name
    return bare if not bare[:1].islower() else ""


def heads_about(block: Block, below: Block) -> bool:
    """Tell whether a line heads the text about an organisation below it, as its words or the text's first ones say."""
    if is_about(block):
        return True
    match = NAMED_LINE.fullmatch(block.text) if block.kind in ("heading", "paragraph") else None
    return bool(
        match and words_in(block.text) <= LEAST_SAID and _names(below.text, match["name"]) and is_standing(below)
    )


def run_in_about(block: Block) -> list[Block]:
    """Return the heading and the text of “About the Kelp Trust: The Kelp Trust is …”; all others as they are.

    A heading that nothing sets off in bold must be about the one of whom the text then speaks by name,
    or lead to what it is.
    """
    if block.kind != "paragraph":
        return [block]
    bold, plain, ours = BOLD.match(block.html), RUN_IN.match(block.text), RUN_IN_OURS.match(block.text)
    if bold and is_about(heading := paragraph(bold["heading"].strip(), block.line)):
        rest = without_start(block, text_of(bold[0]))
    elif plain and (_names(rest_of := block.text[plain.end() :], plain["name"]) or _says_what(rest_of)):
        heading = paragraph(escape(plain["heading"]), block.line)
        rest = without_start(block, plain[0].rstrip())
    elif ours and _says_what(block.text[ours.end() :]):
        heading = paragraph(escape(ours["heading"]), block.line)
        rest = without_start(block, ours[0].rstrip())
    else:
        return [block]
    return [replace(heading, kind="heading", level=2), rest] if words_in(rest.text) >= LEAST_SAID else [block]


def _says_what(text: str) -> bool:
    """Tell whether a text begins with what an organisation is, or when it began."""
    return is_standing(Block("paragraph", text, "", None))


def _names(text: str, name: str) -> bool:
    """Tell whether a text begins with a name, or soon comes to it."""
    plain = re.sub(r"\s*\([^)]*\)", "", ARTICLE.sub("", name.strip(), count=1)).casefold()
    return len(plain) > 1 and plain in text[:NAMED_SOON].casefold()


def is_standing(block: Block) -> bool:
    """Tell whether a paragraph says who the organisation is: it opens with a name, and no thing of the news."""
    text = block.text
    if block.kind != "paragraph" or words_in(text) < 10:
        return False
    if FOUNDED.match(text) or ((found := STANDING.match(text)) is not None and opens_with_name(found[0])):
        return True
    return bool(NATURE.search(text)) and is_short_subject(text) and opens_with_name(text)


def is_short_subject(text: str) -> bool:
    """Tell whether a sentence comes to its verb soon, as one that says what an organisation is."""
    verb = re.search(IS, text)
    return verb is not None and words_in(text[: verb.start()]) <= SUBJECT_WORDS


def opens_with_name(subject: str) -> bool:
    """Tell whether the subject of a sentence has a capital of its own: “The Kelp Trust is”, not “The harbour is”."""
    name = ARTICLE.sub("", subject, count=1).split()
    return bool(name) and not name[0][:1].islower() and name[0].lower() not in OPENING_WORDS


def is_nature(block: Block) -> bool:
    """Tell whether a paragraph says what an organisation is: “The Kelp Trust is a charity …”."""
    return is_standing(block) and bool(NATURE.search(block.text))
