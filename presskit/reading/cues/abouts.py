"""The text about the organisation: told by the heading above it, or by standing words that open it."""

from __future__ import annotations

import re

from presskit.model import Block
from presskit.reading.blocks import paragraph, without_start, words_in
from presskit.reading.markup import escape, text_of
from presskit.reading.words import words

ABOUT_WORD = (
    r"(?:about|who we are|boilerplate|[àa] propos|qui sommes-nous|sobre|acerca de"
    r"|quiénes somos|über|chi siamo|quem somos|wie zijn wij|wie wij zijn|حول|نبذة|من نحن|عن)"
)
ABOUT = re.compile(rf"\W*{ABOUT_WORD}(?:\s+[^\s\d].{{0,90}})?\W*", re.IGNORECASE)
# “About the Kelp Trust: The Kelp Trust is …”, in one paragraph.
RUN_IN = re.compile(rf"(?P<heading>{ABOUT_WORD}\s+(?P<name>[^:–—\n]{{2,90}}?))\s*(?::|\s[–—-])\s+(?=\S)", re.IGNORECASE)
BOLD = re.compile(r"<(strong|b)>(?P<heading>[^<]{3,90}?)[\s:.–—-]*</\1>[\s:–—-]*(?=\S)")
WHO_WE_ARE = re.compile(r"^(\W*(?:qui sommes-nous|who are we|quiénes somos))\s*[?؟]$", re.IGNORECASE)
ABOUT_WORDS, LEAST_SAID = 14, 6
NAMED_SOON = 80  # characters of the text about somebody, within which his name stands
# “The Kelp Trust (KT) is a …”: who the organisation is, in its standing words.
STANDING = re.compile(
    r"(?:The\s+|L[ea’']\s?|Les\s+|El\s+|La\s+)?[^\W\d_][^.!?:;“”\"]{1,110}?\s(?:is|are|est|sont|es|son|works?|was\s+(?:founded|established|created)|has\s+been|هي|هو|تُ?عد)\s",
)
ARTICLE = re.compile(r"(?:the|l[ea’']|les|el|la|los|die|der|das|il|lo|o|a|de|het)\s*\b", re.IGNORECASE)
# They open a sentence with a capital, and name nobody.
OPENING_WORDS = words("""
it he she they we you this that these those there here what who when where while how one all each every both some many
more most its their our my his her as in on at by for from with after before since until today tomorrow yesterday
""")
# What an organisation is, behind its name.
NATURE = re.compile(
    r"^[^.!?]{2,110}?\s(?:is|are|est|sont|es|son|ist|sind|è|é)\s(?:an?|the|une?|la|le|una?|el|eine?|un[ao]?|uma?|een)\s"
    r"(?:[\w’'-]+\s){0,5}?(?:charity|company|organi[sz]ation|association|foundation|trust|non-?profit|group|network|society|agency"
    r"|institut\w*|museum|university|provider|manufacturer|startup|union|fonds|fondation|entreprise|société|association|musée"
    r"|organisation|empresa|fundación|asociación|organización|museo|unternehmen|verein|stiftung|gesellschaft|verband)\b",
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


def run_in_about(block: Block) -> list[Block]:
    """Return the heading and the text of “About the Kelp Trust: The Kelp Trust is …”; all others as they are.

    A heading that nothing sets off in bold must be about the one of whom the text then speaks by name.
    """
    if block.kind != "paragraph":
        return [block]
    bold, plain = BOLD.match(block.html), RUN_IN.match(block.text)
    if bold and is_about(heading := paragraph(bold["heading"].strip(), block.line)):
        rest = without_start(block, text_of(bold[0]))
    elif plain and _names(block.text[plain.end() :], plain["name"]):
        heading = paragraph(escape(plain["heading"]), block.line)
        rest = without_start(block, plain[0].rstrip())
    else:
        return [block]
    return [heading, rest] if words_in(rest.text) >= LEAST_SAID else [block]


def _names(text: str, name: str) -> bool:
    """Tell whether a text begins with a name, or soon comes to it."""
    plain = re.sub(r"\s*\([^)]*\)", "", ARTICLE.sub("", name.strip(), count=1)).casefold()
    return len(plain) > 1 and plain in text[:NAMED_SOON].casefold()


def is_standing(block: Block) -> bool:
    """Tell whether a paragraph says who the organisation is: it opens with a name, and no thing of the news."""
    text = block.text
    if block.kind != "paragraph" or words_in(text) < 10:
        return False
    return bool(FOUNDED.match(text)) or ((found := STANDING.match(text)) is not None and opens_with_name(found[0]))


def opens_with_name(subject: str) -> bool:
    """Tell whether the subject of a sentence has a capital of its own: “The Kelp Trust is”, not “The harbour is”."""
    name = ARTICLE.sub("", subject, count=1).split()
    return bool(name) and not name[0][:1].islower() and name[0].lower() not in OPENING_WORDS


def is_nature(block: Block) -> bool:
    """Tell whether a paragraph says what an organisation is: “The Kelp Trust is a charity …”."""
    return is_standing(block) and bool(NATURE.search(block.text))
