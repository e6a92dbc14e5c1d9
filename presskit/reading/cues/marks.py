"""Marks that press offices set around a release: status lines, labels, lines with a date, the end mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from presskit.model import Status
from presskit.reading.dates.dates import MONTH, find_date
from presskit.reading.embargoes.notices import label_length

# “End of press release” in words, and the one word that says it between dashes, brackets or in capitals.
END_WORDS = (
    r"end\s+of\s+(?:the\s+)?(?:(?:press|news|media)\s+)?(?:release|statement|advisory|announcement|document|text)"
    r"|ende\s+de[rs]\s+(?:(?:presse|medien)?(?:mitteilung|meldung|information|aussendung)|textes)"
    r"|fin\s+(?:du\s+communiqué(?:\s+de\s+presse)?|del\s+comunicado(?:\s+de\s+prensa)?|de\s+la\s+nota(?:\s+de\s+prensa)?)"
    r"|fine\s+(?:del\s+)?comunicato(?:\s+stampa)?|einde\s+(?:van\s+(?:het|dit)\s+)?(?:pers)?bericht"
    r"|fim\s+(?:do\s+comunicado|da\s+nota)(?:\s+(?:de|à)\s+imprensa)?|(?:انتهى|نهاية)\s+(?:البيان|البلاغ|الخبر)(?:\s+الصحفي)?"
)
END_WORD = r"ends?|ende|schluss|fine?|einde|fim|انتهى|النهاية"
# ### and its kin; -30- (United States); ENDS (United Kingdom); FIN (French); انتهى (Arabic).
END_MARK = re.compile(
    r"(?:\\?#[ \xa0]?){1,8}|(?:\*[ \xa0]?){3,8}|[-–—~][ \xa0]?(?:0|o0o)[ \xa0]?[-–—~]"
    rf"|[-–—~\[(*/]+[ \xa0]*(?:30|{END_WORD}|{END_WORDS})[ \xa0]*[-–—~\])*/]*[.:]?"
    rf"|(?:{END_WORD}|{END_WORDS})[.:]?",
    re.IGNORECASE,
)
RULE = re.compile(r"(?:\*[ \xa0]?){3,8}")  # a rule between two parts, where the text goes on below it
BARE_END = re.compile(r"ende?|schluss|fine?|einde|fim", re.IGNORECASE)  # words of other things, unless in capitals
IMMEDIATE = re.compile(
    r"(?:for\s+)?immediate\s+(?:release|publication|distribution)\b|(?:for\s+)?release\s*:?\s*(?:up)?on\s+receipt\b"
    r"|(?:pour\s+)?(?:diffusion|publication)\s+immédiate\b|para\s+(?:su\s+)?(?:publicación|difusión|divulgación)\s+inmediata\b"
    r"|à\s+diffuser\s+immédiatement\b|(?:für|(?:frei\s+)?zur)\s+sofortigen?\s+veröffentlichung\b"
    r"|(?:per\s+(?:la\s+)?|da\s+)?(?:diffusione|pubblicazione)\s+immediata\b|(?:para\s+)?(?:divulgação|publicação|difusão)\s+imediata\b"
    r"|(?:voor|ter)\s+(?:onmiddellijke|directe)\s+(?:publicatie|verspreiding|vrijgave)\b|för\s+omedelbar\s+publicering\b"
    r"|do\s+natychmiastowej\s+publikacji\b|til\s+(?:umiddelbar\s+publisering|øjeblikkelig\s+offentliggørelse)\b"
    r"|للنشر\s+(?:الفوري|فور(?:ًا|اً|ا))",
    re.IGNORECASE,
)
# A speech may be spoken otherwise than it is written: said above it, and neither its headline nor an embargo.
SPOKEN = re.compile(
    r"(?:please\s+)?check\s+against\s+delivery|es\s+gilt\s+das\s+gesprochene\s+wort|seul\s+le\s+(?:texte\s+)?prononcé\s+fait\s+foi"
    r"|(?:solo\s+)?vale\s+(?:solo\s+)?lo\s+(?:pronunciado|dicho)|(?:solo|sólo)\s+el\s+texto\s+pronunciado\s+es\s+válido|fa\s+fede\s+(?:solo\s+)?il\s+(?:testo|discorso)\s+pronunciato"
    r"|det\s+talade\s+ordet\s+gäller|det\s+talte\s+ord\s+(?:gælder|gjelder)|(?:alleen\s+)?het\s+gesproken\s+woord\s+(?:geldt|telt)"
    r"|faz\s+fé\s+o\s+(?:texto|discurso)\s+proferido|obowiązuje\s+(?:wersja\s+wygłoszona|słowo\s+mówione)|العبرة\s+بالنص\s+الملقى",
    re.IGNORECASE,
)
# In capitals only: “Updated” above a headline is a blog's, “UPDATED” a press office's.
CHANGED = re.compile(
    r"(CORRECTED|CORRECTION|UPDATED|UPDATE|WITHDRAWN|WITHDRAWAL)\b"
    rf"(?=\s*(?:[:–—-]|$)|\s+(?:ON\s+)?(?:RELEASE|VERSION|[\d(]|(?i:{MONTH})))"
)
CHANGES: dict[str, Status] = {"C": "corrected", "U": "updated", "W": "withdrawn"}
# The same in French, in capitals too, and in Arabic.
CHANGED_ELSEWHERE: dict[Status, re.Pattern[str]] = {
    "corrected": re.compile(r"(?:RECTIFICATIF|CORRIGÉE?|VERSION\s+CORRIGÉE|نسخة\s+مصححة|تصحيح)(?=\s*(?:[:–—-]|$))"),
    "updated": re.compile(r"(?:(?:VERSION\s+)?MISE?\s+À\s+JOUR|نسخة\s+محدّ?ثة|تحديث)(?=\s*(?:[:–—-]|$))"),
    "withdrawn": re.compile(r"(?:(?:COMMUNIQUÉ\s+)?RETIRÉ|بيان\s+مسحوب)(?=\s*(?:[:–—-]|$))"),
}
KIND = re.compile(
    r"(?:(?:press|news|media)[\s-]+(?:release|advisory|statement|alert|invitation|notice)|statement|communiqué(?:\s+de\s+presse)?"
    r"|comunicado(?:\s+de\s+(?:prensa|imprensa))?|nota\s+(?:de\s+(?:prensa|imprensa)|à\s+imprensa|informativa)"
    r"|bolet(?:ín|im)(?:\s+de\s+(?:prensa|imprensa))?|(?:presse|medien)(?:mitteilung|information|meldung)"
    r"|comunicato(?:\s+stampa)?|nota\s+stampa|persbericht|persmededeling|pressmeddelande|pressemeddelelse|pressemelding"
    r"|informacja\s+prasowa|komunikat(?:\s+prasowy)?|プレスリリース|報道発表資料?|新闻稿|新聞稿|보도\s?자료"
    r"|(?:بيان|بلاغ|خبر)\s+صحفي|نشرة\s+صحفية)",
    re.IGNORECASE,
)
# A number behind the kind: “Press Release No. 12/2026”.
NUMBERED = re.compile(r"\s*(?:no|nr|num|n)?[.°º]?\s?#?\s?\d{1,4}(?:\s?[/-]\s?\d{1,4})?\s*[.:]?", re.IGNORECASE)
# What stands before a headline to say that it is one; alone on a line, it heads the line below.
TITLE_WORDS = (
    r"title|headline|subject(?:\s+line)?|titre|objet|titel|betreff|überschrift|schlagzeile|título|titular|asunto|assunto|titolo"
    r"|oggetto|kop|onderwerp|tytuł|rubrik|العنوان|الموضوع"
)
TITLE_LABEL = re.compile(
    rf"(?:{TITLE_WORDS})(?:\s*:|$)"
    r"|(?:news|announcement|release|press|actualité|aktuell|noticias?|notizia|nieuws|aktualności|nyheter|خبر|أخبار)$",
    re.IGNORECASE,
)
NAMED_TITLE = re.compile(rf"(?:{TITLE_WORDS})(?:\s*:|\W*$)", re.IGNORECASE)
# What stands before a subhead; alone on a line, it heads the line below.
SUBHEAD_LABEL = re.compile(
    r"\W*(?:sub[\s-]?(?:head(?:line|ing)?|title|line)|strapline|dek|standfirst|sous-titre|chapô|chapeau|untertitel|unterzeile"
    r"|unterüberschrift|subtítulo|entradilla|bajada|sottotitolo|ondertitel|subkop|podtytuł|underrubrik|العنوان\s+الفرعي)"
    r"[\s\xa0]*(?::[\s\xa0]*|$)",
    re.IGNORECASE,
)
PARTED = re.compile(r"[ \xa0)”]*(?:[:–—|]|\s-\s)")
DATE_LABEL = re.compile(
    r"(?:release\s+)?date(?:d)?\s*:?|(?:released?|posted|published)\s*(?:on|:)?|le|publiée?(?:\s+le)?|veröffentlicht(?:\s+am)?|publicado(?:\s+(?:el|em))?|pubblicato(?:\s+il)?|gepubliceerd(?:\s+op)?|opublikowano|publicerad|نشر(?:\s+(?:في|يوم))?|fecha\s*:?|on|dat[au]m?\s*:?",
    re.IGNORECASE,
)
# Who put a post on the page, before its day: “Admin |”, “By Ole Brandt on”.
BYLINE = re.compile(
    r"(?:(?:posted|published|written)\s+)?(?:by|von|par|por|di|door|av|przez)\s+[^.!?:]{2,50}?(?:\s+on)?"
    r"|admin(?:istrator)?|webmaster|(?:press\s+office|staff|news\s?room|editor)",
    re.IGNORECASE,
)
AFTER_DATE = re.compile(
    r"(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"  # ISO 8601, as blogs print it
    r"[\s,.–—|-]*(?:at\s+)?(?:\d{1,2}[:.h]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)?[\s,.:–—|-]*",
    re.IGNORECASE,
)
LEADING = " \t\xa0*_•–—-[(“\"'"
TRAILING = " \t\xa0*_,:.–—-])”\"'!|"


@dataclass(frozen=True)
class StatusLine:
    """A status line: what it says, and how many characters of the line it takes (a headline may follow)."""

    status: Status | None
    length: int


def is_end_mark(text: str) -> bool:
    """Tell whether a line is an end mark."""
    line = text.strip()
    return bool(END_MARK.fullmatch(line)) and not (BARE_END.fullmatch(line) and not line.isupper())


def is_title_label(text: str) -> bool:
    """Tell whether words only say that a headline follows: “Title:”."""
    return bool(NAMED_TITLE.match(text.strip(LEADING))) and not KIND.match(text.strip(LEADING))


def read_status(text: str) -> StatusLine | None:
    """Return the status a line states, or None.

    “FOR IMMEDIATE RELEASE: Reef returns” states it in its first words only, “PRESS RELEASE” states none and is
    a label all the same.
    """
    start = len(text) - len(text.lstrip(LEADING))
    kind = KIND.match(text, start) or (None if "[" in text[:start] else TITLE_LABEL.match(text.rstrip(TRAILING), start))
    number = NUMBERED.match(text, kind.end()) if kind else None
    after = skip(text, number.end() if number else kind.end()) if kind else start
    if match := IMMEDIATE.match(text, after):
        return StatusLine("immediate", end_of_label(text, match.end()))
    if (match := SPOKEN.match(text, after)) and not text[match.end() :].strip(TRAILING):
        return StatusLine(None, len(text))
    if length := label_length(text):
        return StatusLine("embargo", length)
    if match := CHANGED.match(text, after):
        return StatusLine(CHANGES[match[1][0]], end_of_label(text, match.end()))
    for status, words in CHANGED_ELSEWHERE.items():
        if match := words.match(text, after):
            return StatusLine(status, end_of_label(text, match.end()))
    if kind and (not text[after:].strip(TRAILING) or find_date_line(text[after:])):
        return StatusLine(None, len(text))
    is_parted = kind and (text[kind.end() - 1] == ":" or PARTED.match(text, number.end() if number else kind.end()))
    return StatusLine(None, after) if kind and is_parted else None


def skip(text: str, place: int) -> int:
    """Return where the words after a label begin."""
    return len(text) - len(text[place:].lstrip(LEADING + TRAILING))


def end_of_label(text: str, place: int) -> int:
    """Return how much of the line is the label: all, unless a headline follows after a colon or a dash."""
    rest = text[place:]
    begins = skip(text, place)
    is_headline = rest.lstrip(" \xa0)”")[:1] in list(":–—-|") and len(text[begins:].split()) >= 3
    return begins if is_headline and not find_date_line(text[begins:]) else len(text)


def find_date_line(text: str, region: str = "US") -> date | None:
    """Return the day of a line that holds nothing but a date, with or without “Date:” and a time."""
    if len(text) > 80:
        return None
    line = text.strip(LEADING + TRAILING)
    found = find_date(line, region)
    if not found or not found.date:
        return None
    before, after = line[: found.start].strip(LEADING + TRAILING), line[found.end :]
    is_named = DATE_LABEL.fullmatch(before) or BYLINE.fullmatch(before.rstrip(" |·•,–—-"))
    is_signed = bool(before) and BYLINE.fullmatch(after.strip())  # “Published 2 June 2026 by the press office”
    is_alone = (not before or is_named) and (AFTER_DATE.fullmatch(after) or is_signed)
    return found.date if is_alone else None
