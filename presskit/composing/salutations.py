"""How a mail begins: in the reader's language, and never with "Dear ,"."""

from __future__ import annotations

from presskit.composing.languages import Language, language
from presskit.errors import SettingsError
from presskit.reading.lists.people import Recipient
from presskit.reading.lists.words import plain

# As `plain` leaves them. A title alone stands before the family name, an opening alone before the whole name.
TITLE_WORDS = """mr mrs ms miss mx dr prof professor sir m mme mlle madame monsieur mademoiselle docteur professeur herr
    frau sr sra senor senora doctor doctora السيد السيدة الانسة الاستاذ الاستاذة الدكتور الدكتورة"""
OPENING_WORDS = """dear hi hello cher chere bonjour liebe lieber hallo gutentag sehrgeehrte sehrgeehrter estimado
    estimada querido querida hola عزيزي عزيزتي السلامعليكم مرحبا تحيةطيبة"""
TITLES, OPENINGS = frozenset(TITLE_WORDS.split()), frozenset(OPENING_WORDS.split())
STOPS = ",:;.!،"


def language_of(person: Recipient, otherwise: Language) -> Language:
    """Return the language in which a person is greeted: theirs where presskit speaks it."""
    try:
        return language(person.language) if person.language else otherwise
    except SettingsError:
        return otherwise


def salutation_of(person: Recipient | None, words: Language) -> str:
    """Return the first line of a mail: as the list has it, else with the name, else one that needs none."""
    with_name = words.words["greeting_name"]  # no str.format: a name may hold braces, which are none of ours
    own = person.salutation.strip(f" {STOPS}") if person else ""
    if person is None or ("," in person.name and plain(own) in OPENINGS | TITLES | {""}):
        return words.word("greeting")  # a name that may be turned round
    if plain(own) in OPENINGS | TITLES | {""} and not person.name:
        return words.word("greeting")
    if plain(own) in OPENINGS:
        return f"{own} {person.name}{with_name[-1]}"
    if own and plain(own) not in TITLES:
        return person.salutation if person.salutation[-1] in STOPS else f"{own}{with_name[-1]}"
    return with_name.replace("{name}", f"{own} {person.last_name or person.first_name}" if own else person.name)
