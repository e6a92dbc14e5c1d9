"""How a mail begins: in the reader's language, or in that of the list's own words; never with "Dear ,"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from presskit.composing.languages import Language, language
from presskit.composing.wording.directions import direction_of
from presskit.errors import SettingsError
from presskit.reading.lists.people import Recipient
from presskit.reading.lists.words import plain
from presskit.resources import primary


def _by_language(words: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    return {code: frozenset(listed.split()) for code, listed in words.items()}


# As `plain` leaves them. A title alone stands before the family name, an opening alone before the whole name.
TITLES = _by_language(
    {
        "en": "mr mrs ms miss mx dr prof professor sir",
        "fr": "m mme mlle madame monsieur mademoiselle docteur professeur dr pr prof",
        "de": "herr frau dr prof professor",
        "es": "sr sra senor senora doctor doctora dr dra prof",
        "ar": "السيد السيدة الانسة الاستاذ الاستاذة الدكتور الدكتورة",
    }
)
OPENINGS = _by_language(
    {
        "en": "dear hi hello goodmorning goodafternoon",
        "fr": "cher chere chers cheres bonjour bonsoir",
        "de": "liebe lieber hallo gutentag sehrgeehrte sehrgeehrter",
        "es": "estimado estimada querido querida hola buenosdias buenastardes",
        "ar": "عزيزي عزيزتي السلامعليكم مرحبا تحيةطيبة",
    }
)
ANY_TITLE, ANY_OPENING = (frozenset[str]().union(*words.values()) for words in (TITLES, OPENINGS))
STOPS = ",:;.!،؛"
FOREIGN_STOPS = {"ltr": "،؛", "rtl": ",;"}  # by the direction of the words before them
OF_SCRIPT = {"ltr": "en", "rtl": "ar"}  # whose marks stand for those of a script, where nobody knows the language


@dataclass(frozen=True)
class Salutation:
    """The first line of a mail, and the language that it is in; below it a note that is for this reader alone."""

    words: str
    language: Language
    note: str = ""

    @property
    def note_language(self) -> Language:
        """The language of the note: the salutation's, unless it runs the other way."""
        direction = direction_of(self.note, self.language.direction)
        return self.language if direction == self.language.direction else language(OF_SCRIPT[direction])


def language_of(person: Recipient, otherwise: Language) -> Language:
    """Return the language in which a person is greeted: theirs where presskit speaks it."""
    try:
        return language(person.language) if person.language else otherwise
    except SettingsError:
        return otherwise


def greeting_of(words: Language) -> Salutation:
    """Return a first line that needs no name."""
    return Salutation(words.word("greeting"), words)


def salutation_of(person: Recipient | None, words: Language) -> Salutation:
    """Return how a person's mail begins: the first line as `_first_line` has it, and the list's note."""
    greeting = _first_line(person, words)
    return replace(greeting, note=person.note) if person and person.note else greeting


def _first_line(person: Recipient | None, words: Language) -> Salutation:
    """Return the first line of a mail: as the list has it, else with the name, else one that needs none.

    words: the person's language; what the list has in another one is completed and stopped in that one.
    """
    own = person.salutation.strip(f" {STOPS}") if person else ""
    needs_name = plain(own) in ANY_OPENING | ANY_TITLE | {""}
    if person is None or (needs_name and not _is_sure(person.name)):
        return greeting_of(words)
    spoken = _spoken(own, words)
    with_name = spoken.words["greeting_name"]  # no str.format: a name may hold braces, which are none of ours
    if not needs_name:
        return Salutation(_stopped(person.salutation.strip(), own, spoken), spoken)
    if plain(own) in ANY_OPENING:
        return Salutation(f"{own} {person.name}{with_name[-1]}", spoken)
    name = f"{own} {person.last_name or person.first_name}" if own else person.name
    return Salutation(with_name.replace("{name}", name), spoken)


def _is_sure(name: str) -> bool:
    """Tell whether somebody can be greeted by a name: with a comma in it, it may be turned round."""
    return bool(name) and not {",", "،"} & {*name}


def _spoken(own: str, words: Language) -> Language:
    """Return the language of a list's own salutation: by its first words, else by its script."""
    first, second = (*own.split(), "", "")[:2]
    begins = {plain(own), plain(first), plain(first + second)}
    codes = [code for code in TITLES if begins & (OPENINGS[code] | TITLES[code])]
    if not own or primary(words.code) in codes:
        return words
    direction = direction_of(own, words.direction)
    return language(codes[0]) if codes else words if direction == words.direction else language(OF_SCRIPT[direction])


def _stopped(salutation: str, own: str, words: Language) -> str:
    """Return a salutation with the stop that the list has, unless it is none of its script's."""
    is_stopped = salutation[-1] in STOPS and salutation[-1] not in FOREIGN_STOPS[words.direction]
    return salutation if is_stopped else f"{own}{words.words['greeting_name'][-1]}"
