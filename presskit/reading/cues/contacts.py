"""Contacts: whom a journalist rings. Blocks with a label, lines “CONTACT: name, 555…”, blocks above the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from presskit.model import Block, Contact
from presskit.reading.blocks import words_in
from presskit.reading.cues.contact_words import BARE_LABEL, FIELD, LABEL
from presskit.reading.cues.people import is_name, name_words

EMAIL = re.compile(
    r"[\w.+-]{1,64}\s?(?:@|\[at\]|\(at\))\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|\[email[\s\xa0]protected\]", re.IGNORECASE
)
WEB = re.compile(r"(?:https?://|www\.)[^\s,;<>]{3,300}|@\w{2,30}\b", re.IGNORECASE)
EXTENSION = re.compile(
    r"[ \xa0,]{0,3}\(?(?:x|ext(?:ension|n)?\.?|poste|durchwahl|dw\.?|app(?:arat)?\.?|nst\.?|int(?:erno)?\.?|toestel"
    r"|anexo)[ \xa0]{0,2}\d{1,6}\)?",
    re.IGNORECASE,
)
NATIONAL = re.compile(r"(?<![\w.,/-])\(?0\d{1,4}\)?(?:[ \xa0-]\d{2,8}){1,5}(?![\w/])")  # with its country's 0 before it
HOURS = re.compile(
    r"(?:mon(?:day)?s?|weekdays|daily|lundi|du lundi)\b[^;|/]{3,60}\d[^;|/]{0,20}"
    r"|\d{1,2}(?::\d\d)?\s?(?:am|a\.m\.)?\s?(?:–|-|to)\s?\d{1,2}(?::\d\d)?\s?(?:pm|p\.m\.)[^;|/]{0,30}",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    r"\s*[;|•·\t\n]\s*|\s*[,،]\s+|\s+[-–—]+\s+|\s*/\s*|\s+or\s+(?=[A-Z])|\s*\(\s*|\s*\)\s*|\s+(?:at|on|via|unter|au)\s*$|^\s*(?:at|or|and|on|via|by)\s+"
)
# Behind these a sentence names whom to ask, in the languages that are read; what follows must be a name.
LEADS_TO = (
    r"contact|call|e-?mail|reach|write\s+to|ring|phone|with|(?:directed|addressed|sent)\s+to"
    r"|(?:contact|kontakt)ieren(?:\s+Sie)?|erreichen\s+Sie|an|bei|ist|sind|beantworten|beantwortet"
    r"|contact(?:er|ez)|joindre|joignez|appeler|appelez|écri(?:re|vez)\s+à|auprès\s+de|(?:s['’]adresser|adressez-vous)\s+à"
    r"|contact(?:ar|e|en)(?:\s+(?:con|a))?|en\s+contacto\s+con|comuni(?:carse|quese|cate)\s+con|llam(?:ar|e)\s+a|dir(?:í|i)(?:jase|girse)\s+a"
    r"|contattare|rivolgersi\s+a|scrivere\s+a|contact\s+(?:op\s+)?met|bij"
)
TITLES = r"(?:(?:Frau|Herrn?|Mme|Mrs?|Ms|M|Dr|Prof|Sra?|Dña|D)\.?\s+){0,2}"
IN_SENTENCE = re.compile(rf"\b(?:{LEADS_TO})\s+{TITLES}((?:[^\W\d_][\w.’'-]*\s+){{1,3}}[^\W\d_][\w.’'-]*)")
LINE_CHARACTERS, LINE_WORDS, SENTENCE_WORDS = 160, 16, 60
LEAST_OF_HOUSE = 4  # letters of a word by which a domain is known
TWO = re.compile(r"\s+(?:and|et|und|y|e|&|en)\s+")


@dataclass(frozen=True)
class Item:
    """A piece of a contact's line: an address, a number, hours, or words."""

    kind: str
    text: str
    line: int | None


def label_end(text: str) -> int | None:
    """Return where the words after a contact's label begin, or None when the line has no such label."""
    if (match := LABEL.match(text)) and match.end() > 0:
        rest = text[match.end() :]
        is_sentence = words_in(text[: match.end()]) > 9 or (rest and words_in(rest) > 24)
        is_heading = not rest and not match["end"].strip() and words_in(text) > 7
        return None if is_sentence or is_heading else match.end()
    if (match := BARE_LABEL.match(text)) and words_in(text) <= 14:
        rest = text[match.end() :]
        first = re.split(r"\s*[,;(:|]\s*|\s+(?:at\s+)?(?=[+\d])", rest, maxsplit=1)[0]
        return match.end() if is_name(re.sub(r"\s+at$", "", first)) else None
    return None


def is_contact_line(text: str, region: str) -> bool:
    """Tell whether a short line holds an e-mail address or a phone number."""
    if len(text) > LINE_CHARACTERS or words_in(text) > LINE_WORDS:
        return False
    return bool(EMAIL.search(text)) or bool(find_phones(text, region))


def find_phones(text: str, region: str) -> list[tuple[int, int]]:
    """Return where phone numbers stand in a line, as the source writes them."""
    if sum(character.isdigit() for character in text) < 6:
        return []
    from phonenumbers import Leniency, PhoneNumberMatcher  # noqa: PLC0415  23 MB of tables, for lines with numbers only

    matches = PhoneNumberMatcher(text[:2000], region, leniency=Leniency.POSSIBLE)
    found = [(match.start, match.end) for match in matches if is_phone(text, match.start, match.raw_string)]
    if not found:  # of another country than the kit's
        found = [match.span() for match in NATIONAL.finditer(text[:2000]) if sum(map(str.isdigit, match[0])) >= 9]
    return [whole_number(text, start, end) for start, end in found]


def whole_number(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a number stands with its extension: “… (ext. 12)”; a bracket that holds more is none of it."""
    is_open = text[start] == "(" and ")" not in text[start:end]
    extension = EXTENSION.match(text, end)
    return start + is_open, extension.end() if extension else end


def is_phone(text: str, start: int, number: str) -> bool:
    """Tell whether a possible number is one: it begins no word's end, and it is grouped, unless it is long."""
    digits = sum(character.isdigit() for character in number)
    begins = start == 0 or not text[start - 1].isalnum()
    return begins and digits >= 7 and (digits >= 10 or not number.isdigit())


def read_contacts(lines: Sequence[Block], region: str) -> tuple[Contact, ...]:
    """Return the contacts that a block of lines holds, one or several."""
    contacts: list[Contact] = []
    for block in lines:
        fresh = len(contacts)
        for item in items_of(block, region):
            add(contacts, item, fresh)
    return merge([*with_houses(contacts)])


def items_of(block: Block, region: str) -> Iterator[Item]:
    """Yield the pieces of a line in order, the label and the words “Tel:” and “Email:” left out."""
    text = block.text[label_end(block.text) or 0 :]
    spans = [(m.start(), m.end(), "email") for m in EMAIL.finditer(text)]
    spans += [(start, end, "phone") for start, end in find_phones(text, region)]
    spans += [(m.start(), m.end(), "hours") for m in HOURS.finditer(text)]
    spans += [(m.start(), m.end(), "web") for m in WEB.finditer(text)]
    place, field = 0, ""
    for start, end, kind in sorted(spans):
        if start < place:
            continue
        field, words = split_field(text[place:start])
        yield from words_of(words, block.line)
        named = field if kind == "phone" and field in ("after", "fax") else kind
        yield Item(named, text[start:end], block.line)
        place = end
    _, words = split_field(text[place:])
    yield from words_of(words, block.line)


def split_field(words: str) -> tuple[str, str]:
    """Return what kind of number follows (“after” hours, “fax” or none said), and the words less such labels."""
    kind = ""
    for match in FIELD.finditer(words):
        kind = "after" if match["after"] else "fax" if match["fax"] else kind
    return kind, FIELD.sub(" , ", words)


def words_of(words: str, line: int | None) -> Iterator[Item]:
    """Yield the words between addresses and numbers, divided where commas and bars divide them."""
    for part in BETWEEN.split(words):
        text = part.strip(" \t\xa0,،;:.*_()|/–—-<>") if part else ""
        pairs = ((text[: joint.start()], text[joint.end() :]) for joint in TWO.finditer(text))
        if people := next((pair for pair in pairs if all(map(is_name, pair))), None):
            yield from (Item("name", name, line) for name in people)
        elif text:
            yield Item("name" if is_name(text) else "words", text, line)


def add(contacts: list[Contact], item: Item, fresh: int) -> None:
    """Add one piece to the contact it belongs to; `fresh` counts the contacts that earlier lines have made."""
    last = contacts[-1] if contacts else Contact("", line=item.line)
    if item.kind == "name" and last.role and item.text in last.role:  # the organisation that the role names already
        item = replace(item, kind="words")
    if item.kind == "name" and (last.name or last.email or last.phone or not contacts):
        contacts.append(Contact(item.text, line=item.line))
        return
    if not contacts:
        contacts.append(last)
    match item.kind:
        case "name":
            changed = replace(last, name=item.text)
        case "email" if last.email:
            contacts.append(Contact("", email=item.text, line=item.line))
            return
        case "email":
            changed = replace(last, email=item.text)
        case "phone" if not last.phone:
            changed = replace(last, phone=item.text)
        case "phone" | "after":
            changed = replace(last, after_hours=joined(last.after_hours, item.text))
        case "hours":
            changed = replace(last, hours=joined(last.hours, item.text))
        case _:
            changed = replace(last, role=joined(last.role, item.text))
    contacts[-1] = changed


def with_houses(contacts: Sequence[Contact]) -> Iterator[Contact]:
    """Yield the contacts, none of which is the house of the person above: “Ada Thorn, Kelp Trust, ada@kelp.example”."""
    last: Contact | None = None
    for contact in contacts:
        is_bare = last and last.name and not (last.email or last.phone or last.after_hours)
        if last and is_bare and is_house(contact):
            last = replace(united(last, replace(contact, name="", role=None)), role=both(last.role, contact.name))
            last = replace(last, role=both(last.role, contact.role))
            continue
        if last:
            yield last
        last = contact
    if last:
        yield last


def is_house(contact: Contact) -> bool:
    """Tell whether a contact is an organisation: the domain of its address has a word of its name, its box none."""
    words = [word for word in re.findall(r"\w+", contact.name.casefold()) if len(word) >= LEAST_OF_HOUSE]
    local, _, domain = (contact.email or "").casefold().partition("@")
    return any(word in domain for word in words) and not any(word in local for word in contact.name.casefold().split())


def joined(before: str | None, text: str) -> str:
    """Join two pieces with a comma."""
    return f"{before}, {text}" if before else text


def merge(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """Return the contacts with those that are one person or one desk made one; nothing either says is lost."""
    kept: list[Contact] = []
    for contact in contacts:
        twin = next((place for place, other in enumerate(kept) if is_same(other, contact)), None)
        if twin is None:
            kept.append(contact)
        else:
            kept[twin] = united(kept[twin], contact)
    return tuple(kept)


def is_same(one: Contact, other: Contact) -> bool:
    """Tell whether two contacts are one person or one desk: a desk's address may serve two people."""
    if one.name and other.name:
        same_name = name_words(one.name) == name_words(other.name)
        return same_name and not (one.email and other.email and one.email.lower() != other.email.lower())
    return bool(one.email and other.email) and (one.email or "").lower() == (other.email or "").lower()


def united(one: Contact, other: Contact) -> Contact:
    """Return two contacts as one: the first one's words, and the second one's where they say something else."""
    phones = [other.phone] if other.phone and one.phone and other.phone != one.phone else []
    after = [number for number in (one.after_hours, *phones, other.after_hours) if number]
    return Contact(
        name=one.name or other.name,
        role=both(one.role, other.role),
        email=one.email or other.email,
        phone=one.phone or other.phone,
        hours=both(one.hours, other.hours),
        after_hours=", ".join(dict.fromkeys(after)) or None,
        line=one.line,
    )


def both(one: str | None, other: str | None) -> str | None:
    """Join two texts with a comma, unless one holds the other."""
    if not one or not other or other in one:
        return one or other
    return joined(one, other)


def contact_in_sentence(block: Block, region: str) -> Contact | None:
    """Return the contact a sentence names (“…, contact Ada Thorn at …”); the sentence itself stays where it is."""
    text = block.text
    matches = [*IN_SENTENCE.finditer(text)] if words_in(text) <= SENTENCE_WORDS else []
    if not matches:
        return None
    match = next((one for one in matches if longest_name(one[1])), matches[0])
    name = longest_name(match[1])
    start = match.start() if name else 0
    email = EMAIL.search(text, start)
    phones = find_phones(text[start:], region)
    if not (email or phones) or not (name or email):
        return None
    phone = text[start:][slice(*phones[0])] if phones else None
    return Contact(name, email=email[0] if email else None, phone=phone, line=block.line)


def longest_name(words: str) -> str:
    """Return the longest name that words begin with, or nothing."""
    parts = words.split()
    candidates = (" ".join(parts[:count]).rstrip(".,") for count in range(len(parts), 1, -1))
    return next((name for name in candidates if is_name(name)), "")
