"""What is left in a text by mistake: words still to be filled in, and tags of a web page's template."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from presskit.findings import Finding, Where, finding
from presskit.model import Removed
from presskit.reading.cues.quotes import find_runs
from presskit.reading.dates.dates import find_date
from presskit.reading.embargoes.notices import label_length
from presskit.reading.reasons import TAG
from presskit.reading.words import one_of, words

TEMPLATE_TAG = re.compile(r"\{%(?:(?!\{%)[^\n]){0,500}?%\}|\{\{(?:(?!\{\{)[^\n]){0,500}?\}\}|\{#[^\n{}]{0,500}?#\}")
ROLES = words("""
insert your add enter put replace choose date day month year time name names surname city town place location address
phone telephone number email e-mail organization organisation company title position role headline subhead quote
spokesperson link url photo image caption text here to~come tbc tbd tk nom ville lieu téléphone titre citation الاسم
التاريخ المدينة
""")
BRACKETS = re.compile(r"(?<!\])\[(?P<words>[^\[\]\n]{2,200})\](?![(\[:])")
ANGLES = re.compile(
    r"<{1,2}\s*(?:insert|your|add|enter|put|date|name|link|title|place|city|phone|e-?mail|quote|headline)\b[^<>\n]{0,80}>{1,2}",
    re.IGNORECASE,
)
LATIN = re.compile(
    r"\b(?:lorem ipsum|sed ut perspiciatis|at vero eos et|nemo enim ipsam|duis aute irure|ut enim ad minim)\b"
    r"|\bX{2,4}[/.-]X{2,4}(?:[/.-]X{2,4})?\b|_{4,}",
    re.IGNORECASE,
)
# What programs put in the place of words: Word's hints and lost references, fields of a serial letter.
BY_PROGRAMS = re.compile(
    r"\bclick (?:or tap )?(?:here )?to (?:enter|add|select|insert) (?:text|a date|some text)\b\.?"
    r"|\bchoose (?:an item|a building block)\.|\berror! (?:reference source|bookmark|hyperlink reference) not \w+\.?"
    r"|«(?:first|last|full|sur|company|job)_?(?:name|title)»|«(?:name|title|company|city|address_?(?:block|line)?_?\d?"
    r"|greeting_?line)»",
    re.IGNORECASE,
)
# Fields that no program filled in, and figures nobody has put in yet.
FIELDS = re.compile(
    r"%[A-Z][A-Z_]{2,30}%|(?<![$\w])\{[A-Z][A-Z_ ]{2,30}\}|(?<![$\w{\\])\{[a-z][a-z_ ]{2,30}\}(?!\})"
    r"|(?<!\w)\$(?:NAME|DATE|AMOUNT|TITLE|COMPANY|PRICE|CITY|NUMBER|QUOTE|LINK|URL)\b"
    r"|\b(?:[Ss]ee|[Vv]isit|at|via|under) (?:LINK|URL)\b"
    r"|\*\|[A-Z_:]{2,30}\|\*|\$\{[\w.]{2,40}\}|<%[^%\n]{1,60}%>"
)
COUNTED = (
    r"million|billion|thousand|bn|guests|percent|per\s?cent|pour\scent|por\sciento|%|metres|meters|kilomet(?:re|er)s|km|people|visitors|jobs|euros?|dollars|pounds"
    r"|years|days|Millionen|Milliarden|Prozent|Meter|Jahren?|Tage|Besucher\w*|Menschen|Personen|Stellen|millions|milliards"
    r"|mètres|ans|jours|personnes|visiteurs|millones|metros|años|días|personas|milioni|metri|anni|persone|miljoen|procent"
    r"|jaar|mensen|milhões|anos|pessoas"
)
SAYS = r"(?:said|says|sagte|sagt|erklärte|erklärt|a\sdéclaré|déclare|dijo|afirmó)"
UNKNOWN = re.compile(
    rf"(?<=\b(?:is|of|to|at|by) )(?:…|\.{{3}}) (?=(?:{COUNTED}|crowns|francs|yen)(?!\w))"
    r"|[€$£]\s?(?:…|\.{3}|_{2,})(?=[\s.,;)]|$)"
    # Numbers to be rung that nobody has.
    r"|(?<!\d[\s.,-])(?<!\w)\(?(?P<digit>\d)(?P=digit){2}(?:\)\s?|[\s.-])(?:(?P=digit){3}[\s.-])?(?P=digit){4}(?!\w|[.,-]\d)"
    r"|(?<!\d[\s.,-])(?<!\w)00(?:[\s.]00){4}(?!\w|[\s.,-]\d)"
    r"|(?<!\d)\(?(?:0123\)?[\s./-]?456[\s./-]?789?0?|123\)?[\s./-]?456[\s./-]?7890)\b"
    rf"|(?<=[\s(€$£])\?{{2,}}(?=\s?[a-z\d%€$£])|[$€£]\s?X{{1,3}}\b|\b(?:XX|xx)\s?(?:{COUNTED})(?!\w)"
    r"|(?<=\bthan )X\b|\b(?i:about|around|over|some|nearly|for|rund|über|etwa|fast|environ|más de|unos)\sX"
    rf"(?=\s(?:{COUNTED})(?!\w))|\[\s*[●•◦○□_█■#?]+\s*\]|(?<=\w )_{{3,}}"
    # A speaker without a name.
    rf"|(?<=[”\"»“] ){SAYS}(?=\.(?:\s|$))|\b{SAYS} (?:X{{1,3}}|N\. ?N\.|NN|…)(?=[\s.,;]|$)"
)
TO_COME = re.compile(r"\b(?:TK(?:TK)*|TBC|TBD|TBA|X{3,})\b(?![’'])")
# What writers put down for themselves, in several languages: each wants a noun, a sign or a line of its own.
NOUN = (
    r"(?:quotes?|texte?|headline|subhead|caption|names?|dates?|figures?|numbers?|links?|urls?|photos?|pictures?|images?|logos?|boilerplate"
    r"|zitate?|überschrift|datum|zahl(?:en)?|bild(?:er)?|fotos?|citations?|titre|légende|citas?|titular|fecha|cifras?|citazion[ei]"
    r"|titolo|cifr[ae]|citaat|citat|título|citaç(?:ão|ões))"
)
TO_ONESELF = re.compile(
    rf"\b(?:insert|insérer|insertar|inserire|inserir|invoegen|einfügen|infoga)\b:?\s(?:\w+\s){{0,2}}?{NOUN}\b"
    rf"|\b{NOUN}\s(?:\w+\s)?einfügen\b"
    rf"|\b{NOUN}\s(?:to\s(?:follow|come|be\ssupplied)|folgt|folgen|à\svenir|à\scompléter|por\sconfirmar|da\sconfermare|volgt)(?=\s*(?:[.,;:)\]”\n]|$))"
    r"|(?-i:\bTODO\b(?=\s?:)|\bFIXME\b)|(?<![\w”»])\?{3,}|\bComment\s\[[A-Z]{1,3}\d+\]|\((?:tbc|tbd|tba|tk)\)"
    r"|%%\w{2,30}%%|\b00[./-]00[./-](?:20)?\d\d\b"
    r"|\b(?:placeholder|dummy|filler)\s(?:text|copy|headline|quote|image|photo)\b|\bblindtext\b|\btexte\sfactice\b|\btexto\sde\srelleno\b"
    r"|\byour\s(?:company|organi[sz]ation|name|headline|text|logo|city|title)\s(?:name\s)?(?:goes\s)?here\b"
    r"|\banytown\b|\bmuster(?:mann|frau|stadt|straße)\b"
    r"|\b(?:vorname\snachname|first\s?name\slast\s?name|prénom\snom|nombre\sapellidos?)\b|[\w.+-]+@example\.(?:com|org|net)\b"
    r"|\b(?:your\.?name|name|email|prenom\.nom|vorname\.nachname|nombre\.apellido|first(?:name)?\.last(?:name)?)"
    r"@(?:exemple|beispiel|ejemplo|company|yourcompany|firma|domain|entreprise|empresa)\.\w{2,3}\b"
    r"|(?:^|\n)//\s[^\n]+"
    r"|\bcheck\s(?:the\s)?(?:numbers?|figures?|facts|names?|spelling|with\s\w+)\sbefore\s(?:sending|release|we\ssend)\b",
    re.IGNORECASE,
)
# Alone on a line.
ALONE = re.compile(
    r"\W*(?:tbc|tbd|tba|xx|placeholder|to\sbe\s(?:confirmed|supplied|added|completed)|(?:copy|text)\sto\s(?:come|follow)|\?\?"
    r"|(?:texte\s)?à\s(?:compléter|venir|confirmer)|(?:wird\snoch\s)?ergänzt|folgt|por\s(?:confirmar|completar)|da\s(?:confermare|completare)"
    r"|nog\sin\ste\svullen|a\sconfirmar)\W*",
    re.IGNORECASE,
)
SUPPLIED = re.compile(
    r"\bto (?:be )?(?:suppli|follow|come|confirm|complet|add|provid|writ|decid)\w*|\bà (?:venir|compléter)\b|\bfolgt\b",
    re.IGNORECASE,
)
ROLE = re.compile(
    rf"\b(?:{one_of(ROLES)}|xx+)\b",
    re.IGNORECASE,
)
# What editors put into brackets for good: omissions, doubts, notes' numbers, addresses that are hidden from robots.
EDITORS = re.compile(
    r"sic|…|\.{3}|\W+|\d+|[ivx]+|at|dot|email[\s\xa0]protected|[a-z]{2,3}"
    r"|editor[’']?s?[’']? note\b.*|note:.*|applause|laughter",
    re.IGNORECASE,
)


def take_out_tags(text: str, file: Path, lines_before: int) -> tuple[str, list[Removed], list[Finding]]:
    """Take template tags out of a source's text, and report each with its line."""
    removed, findings = [], []
    place, line = 0, lines_before + 1
    for match in TEMPLATE_TAG.finditer(text):
        line += text.count("\n", place, match.start())
        place = match.start()
        removed.append(Removed(line, match[0], TAG))
        findings.append(finding("c-015", Where(file, line), words=match[0]))
    return TEMPLATE_TAG.sub("", text), removed, findings


def find_placeholders(text: str, line: int | None, file: Path) -> list[Finding]:
    """Report the words of a block that are still to be filled in.

    Why quotation marks matter: “[address] the growing demand” is an editor's word inside a quotation, and stays.
    """
    inside = [(run.start, run.end) for run in find_runs(text)] if "[" in text else []
    found = [match for match in BRACKETS.finditer(text) if is_placeholder(match, inside)]
    found += [*ANGLES.finditer(text), *LATIN.finditer(text), *TO_COME.finditer(text)]
    for pattern in (BY_PROGRAMS, FIELDS, UNKNOWN, TEMPLATE_TAG, TO_ONESELF):
        found += pattern.finditer(text)
    found += filter(None, [ALONE.fullmatch(text)])
    places = outermost({match.span() for match in found})
    return [finding("c-007", Where(file, line), words=text[start:end].strip()) for start, end in places]


def outermost(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return passages in their order, none of which lies in another: “[quote to come]” is told once."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept


def waits(words: str) -> bool:
    """Tell whether words behind a bracket that closes further below say that something is still to come."""
    return bool(ROLE.search(words) or TO_COME.search(words) or SUPPLIED.search(words))


def is_placeholder(match: re.Match[str], inside: list[tuple[int, int]]) -> bool:
    """Tell whether words in square brackets wait to be replaced."""
    inner = match["words"].strip()
    if EDITORS.fullmatch(inner) and not ROLE.fullmatch(inner):
        return False
    names_a_part = bool(ROLE.search(inner))
    if any(start < match.start() < end for start, end in inside):
        is_loud = inner == inner.upper() and inner != inner.lower()
        return names_a_part and (is_loud or bool(re.match(r"(?i)insert|your|quote|name|text", inner)))
    # “[Marsh Bay, 12 May 2026]”, “[EMBARGOED TILL 9 AM EST, MAY 12]”: such words are there.
    is_filled = bool(find_date(inner) or label_length(inner)) and not SUPPLIED.search(inner)
    return names_a_part or (not is_filled and (inner[:1].isupper() or len(inner.split()) >= 3))
