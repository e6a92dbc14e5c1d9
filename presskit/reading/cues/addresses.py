"""Telephone numbers and addresses that cannot be: a digit too few, “press@quay..example”, “http//quay.example”."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from presskit import gate
from presskit.findings import Finding, Where, finding
from presskit.model import Block
from presskit.reading.cues.contact_words import FIELD
from presskit.reading.cues.contacts import EMAIL, label_end
from presskit.resources import slips_file

NUMBER = re.compile(
    r"(?<![\w.,/@+-])(?:\+|00)?\(?\d(?:[\d ()\xa0.–-]|(?<=\d)/(?=\d)){5,40}\d(?![ \xa0./–-]?\(?\d|,\d|[\w@])"
)
BETWEEN = re.compile(r"\s[–-]\s|\s{2,}|\s\((?=\d{1,2}[–-]\d)")  # two numbers; a number and hours
SECOND = re.compile(r"\s?[/–-]\d{1,3}$")  # “030 1234-56”, “…/57”: of an exchange; and the last figures of another one
FEWEST_DIGITS = 7  # numbers of fewer may be those of a service, or of an office's own exchange
# 202-555-0143 as North America writes it: three, three, and the rest.
AMERICAN = re.compile(r"(?:1[-. ])?\(?\d{3}(?:\)\s?|[-.])\d{3}[-.]\d{2,7}")
AMERICAN_DIGITS = 10
NEIGHBOURS = ("GB", "DE")  # their numbers are long, and people write them without a code in other countries too
MAIL = re.compile(r"(?:mail|courriel|correo)\W{0,3}$", re.IGNORECASE)
LABEL_CHARACTERS = 12
TOKEN = re.compile(r"[^\s<>()\[\]{}“”\"«»;|]+")
LOCAL = r"[\w.+-]+@"
BEGUN = r"(?:htpp|htp|ttp|hhttp|htttp|httpp|hptt|htt)s?|httsp"  # what fingers make of “https”
WEB = re.compile(
    rf"(?:(?:https?|{BEGUN})(?=[:/])|(?:https?|www)(?=[.,])|w{{2}}\.(?=\w+\.)|w{{4,5}}\.).*", re.IGNORECASE
)
MISTYPED = re.compile(rf"(?:{BEGUN}):|ww\.|w{{4,5}}\.", re.IGNORECASE)
PARTED = re.compile(r"https?://(?=\s+[\w-]+\.\w)|(?<![\w.])[\w.+-]+@(?=\s[\w-]+\.[a-z]{2,12}\b)")
HALF = re.compile(r"https?(?://|:/?[^/])", re.IGNORECASE)  # http//quay.example, https:/quay.example
END = ".,:;!?…’'*_"


@dataclass(frozen=True)
class Impossible:
    """Words that cannot be what they are meant for, and why."""

    words: str
    what: str
    why: str

    def at(self, where: Where) -> Finding:
        """Return the finding c-043 for them."""
        return finding("c-043", where, words=self.words, what=self.what, why=self.why)


def find_impossible(blocks: Iterable[Block], path: Path, region: str) -> Iterator[Finding]:
    """Yield c-043 for each number and address of printed blocks that cannot be; each line of a block is read alone."""
    for block in blocks:
        for text in block.text.splitlines():
            for one in impossible_in(text, region):
                yield one.at(Where(path, block.line))


def impossible_in(text: str, region: str) -> Iterator[Impossible]:
    """Yield what cannot be in a line. Numbers count behind “Tel:”, or where the line is a contact's."""
    is_contact = label_end(text) is not None
    for number in numbers_in(text, is_contact=is_contact):
        if why := why_no_number(number, region):
            yield Impossible(number, "a telephone number", why)
    for match in PARTED.finditer(text):
        what = "an e-mail address" if "@" in match[0] else "an address of a website"
        yield Impossible(match[0], what, "a space stands behind it")
    for match in TOKEN.finditer(text):
        word = match[0].strip(END).removeprefix("mailto:")
        is_meant = is_contact or bool(MAIL.search(text, max(0, match.start() - LABEL_CHARACTERS), match.start()))
        if why := why_no_mail(word, is_meant=is_meant):
            yield Impossible(word, "an e-mail address", why)
        elif why := why_no_page(word):
            yield Impossible(word, "an address of a website", why)


def numbers_in(text: str, *, is_contact: bool) -> Iterator[str]:
    """Yield what is meant for a telephone number in a line: without “Tel:”, only what begins or looks like one."""
    labels, is_abroad = [match.end() for match in FIELD.finditer(text)], False
    for match in NUMBER.finditer(text):
        is_labelled = any(0 <= match.start() - end <= 1 for end in labels)
        for number in (part.strip(" .-–/") for part in BETWEEN.split(match[0])):
            is_shaped = is_contact and (number.startswith(("+", "0", "(")) or AMERICAN.fullmatch(number))
            is_whole = number.startswith(("+", "00"))
            is_abroad = is_abroad or is_whole  # a second number is of the same country
            is_meant = (is_labelled or is_shaped) and (is_whole or not is_abroad)
            if is_meant and sum(map(str.isdigit, number)) >= FEWEST_DIGITS:
                yield number


def why_no_number(number: str, region: str) -> str:
    """Return why nobody can be rung under a number; nothing where somebody may be.

    Without a country's code it is only judged where its country is certain: as North America writes it, or in the
    kit's region where it is not North America's.
    """
    digits = re.sub(r"\D", "", number)
    if AMERICAN.fullmatch(SECOND.sub("", number)) and len(digits.removeprefix("1")) == AMERICAN_DIGITS:
        return ""
    import phonenumbers  # noqa: PLC0415  (slow to import, and few numbers are in doubt)

    if number.startswith(("+", "00")):
        return why_not_possible(number, "+", digits.removeprefix("00"))
    code = phonenumbers.country_code_for_region(region)
    if code == 1:
        count = len(digits.removeprefix("1"))
        is_wrong = AMERICAN.fullmatch(number) and count != AMERICAN_DIGITS
        return f"it has {count} digits, and needs {AMERICAN_DIGITS}" if is_wrong else ""
    if AMERICAN.fullmatch(SECOND.sub("", number)) or re.fullmatch(r"1?[2-9]\d{9}", digits):
        return ""
    if len(digits) > AMERICAN_DIGITS and any(
        phonenumbers.is_valid_number(phonenumbers.parse(number, country)) for country in NEIGHBOURS
    ):
        return ""
    is_inland = digits[0] == "0"
    if is_inland and phonenumbers.ndd_prefix_for_region(region, strip_non_digits=True) != "0":
        return ""  # as other countries write theirs
    return why_not_possible(number, f"+{code}", digits[1:] if is_inland else digits)


def why_not_possible(number: str, code: str, digits: str) -> str:
    """Return what is wrong with a number's length, or with its country's code.

    Of two extensions of one exchange, “…-56” and “…/57”, the first alone counts: one of both readings must be right.
    """
    last = SECOND.search(number)
    shorter = digits[: -sum(map(str.isdigit, last[0]))] if last else digits
    reasons = [reason_of(f"{code}{one}") for one in dict.fromkeys((digits, shorter))]
    return "" if "" in reasons else reasons[0]


def reason_of(number: str) -> str:
    """Return what is wrong with a number that begins with its country's code."""
    import phonenumbers  # noqa: PLC0415

    number = re.sub(r"^\+521(?=\d{10}$)", "+52", number)  # Mexico's mobile telephones, as they were rung until 2019
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return "no country has its code"
    reasons = phonenumbers.ValidationResult
    match phonenumbers.is_possible_number_with_reason(parsed):
        case reasons.TOO_SHORT:
            return "it has too few digits"
        case reasons.TOO_LONG:
            return "it has too many digits"
        case reasons.INVALID_COUNTRY_CODE:
            return "no country has its code"
        case reasons.INVALID_LENGTH:
            return "it has too few digits, or too many"
    return ""


def why_no_mail(word: str, *, is_meant: bool) -> str:
    """Return why nobody can be written to under a word with an @; nothing where it is an address, or no such thing.

    is_meant: whether it stands where an address is expected: “Live@Quay” may be a concert's name.
    """
    if "@" not in word or not re.match(LOCAL, word) or re.search(r"[:/]", word):
        return ""
    if all(EMAIL.fullmatch(one) for one in word.split(",")):
        return no_provider(word) or no_ending(word)
    host = word.partition("@")[2]
    if "@" in host:
        return "it has more than one @" if is_meant else ""
    if ".." in host or ".," in host or ",." in host:
        return "two marks stand side by side"
    if re.fullmatch(r"[\w-]+,[a-z]{2,12}", host):
        return "a comma stands where a full stop should"
    return "it ends too soon" if is_meant and "." not in host and host.isascii() else ""


def no_provider(word: str) -> str:
    """Return what is wrong with the domain of a mail address, where it is nearly a great provider's."""
    domain = word.rpartition("@")[2].lower()
    return f"“{domain}” is mistyped" if domain in slips("domains") else ""


def no_ending(word: str) -> str:
    """Return what is wrong with the end of an address."""
    ending = word.rpartition(".")[2].lower()
    return f"no address ends with “.{ending}”" if ending in slips("endings") else ""


def why_no_page(word: str) -> str:
    """Return why no browser opens a word that begins as an address does; nothing where one may."""
    if not WEB.match(word):
        return ""
    start, _, rest = word.partition("://")
    if MISTYPED.match(word) or (HALF.match(word) and not rest):
        return "its beginning is not “www.”" if word[0] in "wW" else "its beginning is not “https://”"
    host = re.split(r"[/?#]", rest or start)[0]
    if re.match(r"(?i)https?:?$", host) and rest:
        return "“https://” stands there twice"
    if ".." in host or "," in host:
        return "it has a comma, or two full stops side by side"
    is_short = host.lower().startswith("www.") and host.count(".") == 1
    return "it ends too soon" if is_short else no_ending(host)


@cache
def slips(which: str) -> frozenset[str]:
    """Return the `endings` that no address has, or the `domains` that nobody writes from."""
    return frozenset(tomllib.loads(gate.text_of(slips_file()))[which])
