"""Contacts: whom a journalist rings. Blocks with a label, lines “CONTACT: name, 555…”, blocks above the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from presskit.model import Block, Contact
from presskit.reading.blocks import words_in
from presskit.reading.cues.contact_words import BARE_LABEL, BEHIND, FIELD, IS_AFTER, IS_FAX, IS_OWN, LABEL, OFFICE
from presskit.reading.cues.people import is_name, name_words

EMAIL = re.compile(
    r"[\w.+-]{1,64}\s?(?:@|\[at\]|\(at\))\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|\[email[\s\xa0]protected\]", re.IGNORECASE
)
WEB = re.compile(
    r"(?:https?://|www\.)[^\s,;<>]{3,300}|(?<![\w@.])@\w{2,30}\b|(?<![\w@./-])(?-i:[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){0,3}\.[a-z]{2,12})(?![\w@.-])",
    re.IGNORECASE,
)
# What is called otherwise than telephones are: “Newsdesk: +44 …”, “X: @kelp”.
COLON = re.compile(r"(?:^|[,;|•·–—\n(]|\s-\s)\s*(?P<label>[^\W\d_][\w.&/’' -]{0,30}?)\s?:\s*$")
# What rings on a desk, behind a house's number: “… - 15”.
DESK = re.compile(r"[ \xa0]?[-–][ \xa0]?\d{1,4}(?=\s*(?:$|[,;|)]))")
EXTENSION = re.compile(
    r"[ \xa0,]{0,3}\(?(?:x|ext(?:ension|n)?\.?|poste|durchwahl|dw\.?|app(?:arat)?\.?|nst\.?|int(?:erno)?\.?|toestel"
    r"|anexo)[ \xa0]{0,2}\d{1,6}\)?",
    re.IGNORECASE,
)
# A number with its country's 0 before it, grouped as its country does: “030/901820-15”, “06 12 34 56 78”.
NATIONAL = re.compile(r"(?<![\w.,/-])\(?0\d{1,4}\)?(?:(?: ?/ ?| - |[ \xa0-])\d{2,8}){1,5}(?![\w/])")
# Behind a label, a number of whatever country, or the last figures of the number before: “Fax: -16”.
LABELLED = re.compile(r"[-–]\s?\d{1,4}(?![\w-])|(?<!\w)\(?\d[\d ()./\xa0-]{5,18}\d(?![\w./-])")
HOURS = re.compile(
    r"(?:mon(?:day)?s?|weekdays|daily|lundi|du lundi)\b[^;|/()]{3,60}\d[^;|/()]{0,20}"
    r"|\d{1,2}(?::\d\d)?\s?(?:am|a\.m\.)?\s?(?:–|-|to)\s?\d{1,2}(?::\d\d)?\s?(?:pm|p\.m\.)[^;|/]{0,30}",
    re.IGNORECASE,
)
PRONOUNS = re.compile(r"(\([^\W\d_]{1,6}(?:\s?/\s?[^\W\d_]{1,6}){1,2}\))")  # “(she/her)”, as the person writes it
CALLED = re.compile(r"(?:skype|teams|twitter|x|instagram|linkedin|bluesky|mastodon|wechat|line)\s*:", re.IGNORECASE)
BETWEEN = re.compile(
    r"\s*[;|•·\t\n]\s*|\s*[,،]\s+|\s+[-–—]+\s+|\s+/\s*|\s*/\s+|^/|/$|\s+or\s+(?=[A-Z])|\s*\(\s*|\s*\)\s*|\s+(?:at|on|via|unter|au)\s*$|^\s*(?:at|or|and|on|via|by)\s+"
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
    """A piece of a contact's line: an address, a number with its label (“Mobile/WhatsApp:”), hours, or words."""

    kind: str
    text: str
    line: int | None
    label: str = ""

    @property
    def said(self) -> str:
        """The piece behind its label, as the source writes both."""
        return f"{self.label} {self.text}".strip()


@dataclass
class Person:
    """A contact in the making: what its lines said so far."""

    line: int | None
    name: str = ""
    role: list[str] = field(default_factory=list)
    email: str | None = None
    numbers: list[Item] = field(default_factory=list)
    hours: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    @property
    def is_begun(self) -> bool:
        """Tell whether a name that follows is another's."""
        return bool(self.name or self.email or self.numbers)

    def contact(self) -> Contact:
        """Return the contact: the number to ring first, what rings out of hours, and all others as they are called.

        A telephone goes before a person's own number; a fax is never one to ring. The only number is rung first,
        whenever it is answered.
        """
        after = [one for one in self.numbers if IS_AFTER.search(one.label) and len(self.numbers) > 1]
        rings = [one for one in self.numbers if one not in after and not IS_FAX.fullmatch(one.label.rstrip(" .:"))]
        first = min(rings, key=lambda one: bool(IS_OWN.search(one.label)), default=None)
        is_special = first and (IS_OWN.search(first.label) or IS_AFTER.search(first.label))
        called = [first.label.rstrip(" :")] if first and is_special else []
        # “Press office: 202 …”: what the person is.
        office = [first.label.rstrip(" :")] if first and not (called or FIELD.fullmatch(first.label)) else []
        rest = [one.said for one in self.numbers if one is not first and one not in after]
        return Contact(
            self.name,
            role=listed([*self.role, *filter(None, office)]),
            email=self.email,
            phone=first.text if first else None,
            hours=listed(self.hours),
            after_hours=listed([one.text for one in after]),
            more=listed([*called, *rest, *self.others]),
            line=self.line,
        )


def listed(parts: Sequence[str]) -> str | None:
    """Return parts with commas between them; None where there are none."""
    return ", ".join(parts) or None


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
    extension = EXTENSION.match(text, end) or DESK.match(text, end)
    return start + is_open, extension.end() if extension else end


def is_phone(text: str, start: int, number: str) -> bool:
    """Tell whether a possible number is one: it begins no word's end, and it is grouped, unless it is long."""
    digits = sum(character.isdigit() for character in number)
    begins = start == 0 or not text[start - 1].isalnum()
    return begins and digits >= 7 and (digits >= 10 or not number.isdigit())


def read_contacts(lines: Sequence[Block], region: str) -> tuple[Contact, ...]:
    """Return the contacts that a block of lines holds, one or several."""
    people: list[Person] = []
    for block in lines:
        for item in items_of(block, region):
            add(people, item)
    return merge([*with_houses([person.contact() for person in people])])


def items_of(block: Block, region: str) -> Iterator[Item]:
    """Yield the pieces of a line in order, each number with its label; the label of the block itself is left out."""
    text = block.text[label_end(block.text) or 0 :]
    spans = [(m.start(), m.end(), "email") for m in EMAIL.finditer(text)]
    spans += [(start, end, "phone") for start, end in find_phones(text, region)]
    spans += [(m.start(), m.end(), "phone") for m in LABELLED.finditer(text) if label_before(text[: m.start()])]
    spans += [(m.start(), m.end(), "hours") for m in HOURS.finditer(text)]
    spans += [(m.start(), m.end(), "web") for m in WEB.finditer(text)]
    place = 0
    for start, end, kind in sorted(spans):
        if start < place:
            continue
        before, label, place = text[place:start], "", end
        if kind in ("phone", "web"):
            before, label = apart(before)
        if kind == "phone" and not label and (behind := BEHIND.match(text, end)):
            label, place = f"{behind['label']}:", behind.end()
        yield from words_of(FIELD.sub(" , ", before), block.line)
        yield Item(kind, text[start:end], block.line, label)
    yield from words_of(FIELD.sub(" , ", text[place:]), block.line)


def label_before(words: str) -> str:
    """Return the label that words end with: “Mobile/WhatsApp:”."""
    found = [match for match in FIELD.finditer(words) if not words[match.end() :].strip(" \xa0(")]
    return found[-1][0].strip() if found else ""


def apart(words: str) -> tuple[str, str]:
    """Return words without the label that they end with, and it: one of a telephone, or any with its colon."""
    if label := label_before(words):
        return words, label  # which is taken out with all such labels
    found = COLON.search(words)
    is_label = found and not is_name(found["label"])
    return (words[: found.start("label")], f"{found['label']}:") if found and is_label else (words, "")


def words_of(words: str, line: int | None) -> Iterator[Item]:
    """Yield the words between addresses and numbers, divided where commas and bars divide them."""
    for place, group in enumerate(PRONOUNS.split(words)):
        if place % 2:
            yield Item("words", group, line)
            continue
        for part in BETWEEN.split(group):
            text = part.strip(" \t\xa0,،;:.*_()|/–—-<>") if part else ""
            pairs = ((text[: joint.start()], text[joint.end() :]) for joint in TWO.finditer(text))
            if people := next((pair for pair in pairs if all(map(is_name, pair))), None):
                yield from (Item("name", name, line) for name in people)
            elif text:
                yield from (Item("name" if is_name(one) else "words", one, line) for one in around_slash(text))


def around_slash(text: str) -> list[str]:
    """Return words divided at a slash where a name stands beside it; “Press/Media” is one."""
    parts = [part.strip() for part in text.split("/")]
    return parts if any(map(is_name, parts)) else [text]


def add(people: list[Person], item: Item) -> None:
    """Add one piece to the person it belongs to."""
    last = people[-1] if people else None
    if item.kind == "name" and last and any(item.text in words for words in last.role):  # the house its role names
        item = replace(item, kind="words")
    is_office = item.kind == "words" and bool(OFFICE.fullmatch(item.text))
    # “Press office: 202 …” below a person's own number is another contact.
    is_next = item.kind == "name" or (is_office and last is not None and bool(last.numbers or last.email))
    begins = is_next and last is not None and last.is_begun
    if last is None or begins or (item.kind == "email" and last.email):
        last = Person(item.line)
        people.append(last)
    match item.kind:
        case "name":
            last.name = item.text
        case "email":
            last.email = item.text
        case "phone":
            last.numbers.append(item)
        case "hours":
            last.hours.append(item.text)
        case "words" if not CALLED.match(item.text):
            last.role.append(item.text)
        case _:
            last.others.append(item.said)


def with_houses(contacts: Sequence[Contact]) -> Iterator[Contact]:
    """Yield the contacts, none of which is the house of the person above: “Ada Thorn, Kelp Trust, ada@kelp.example”."""
    last: Contact | None = None
    for contact in contacts:
        is_bare = last and last.name and not (last.email or last.phone or last.after_hours or last.more)
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
    second = other.phone if one.phone and other.phone != one.phone else None
    return Contact(
        name=one.name or other.name,
        role=both(one.role, other.role),
        email=one.email or other.email,
        phone=one.phone or other.phone,
        hours=both(one.hours, other.hours),
        after_hours=both(one.after_hours, other.after_hours),
        more=both(both(one.more, second), other.more),
        line=one.line,
    )


def both(one: str | None, other: str | None) -> str | None:
    """Join two texts with a comma, unless one holds the other."""
    if not one or not other or other in one:
        return one or other
    return f"{one}, {other}"


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
