"""Names of people: told from the names of offices by their shape and by the words offices are named with."""

from __future__ import annotations

import re

from presskit.reading.words import words

# Words that stand in the names of organisations and in roles, and not in the names of people.
OFFICE_WORDS = words("""
university college school institute institution foundation association agency authority department office ministry
bureau council committee commission centre center museum library trust fund society union league alliance network
coalition company corporation corp inc ltd llc gmbh plc group partners holdings press media public relations
communications communication affairs news newsroom team desk service services contact contacts information inquiries
enquiries director manager officer president chair chairman chairwoman chairperson ceo cfo cto coo vice senior head
secretary minister ambassador spokesman spokeswoman spokesperson editor professor entomologist engineer scientist
researcher coordinator assistant executive chief founder co-founder cofounder member senator representative
congressman congresswoman governor mayor commissioner general captain lead analyst consultant specialist associate
deputy undersecretary advisor adviser counsel attorney doctor us uk eu usa national international american street
avenue road suite floor box city state county the a an our your about program programme project please more further
for of and at in on by with to marketing sales support development research technology bank hotel hospital phone
telephone tel email mobile cell fax web website twitter facebook dean club orchestra theatre theater festival academy
studio studios gallery church cathedral zoo garden gardens park opera ballet choir federation confederation
cooperative clinic laboratory labs systems solutions technologies magazine radio television airlines railway railways
harbour brewery energy ventures enterprises industries productions publishing provost principal trustee curator
conservator monday tuesday wednesday thursday friday saturday sunday directeur directrice président présidente
responsable chargée chargé ambassadeur ministre porte-parole université fondation institut attachée attaché adjoint
adjointe conseiller conseillère rédacteur rédactrice presse service leiter leiterin sprecher sprecherin pressesprecher
pressesprecherin pressestelle presse referent referentin geschäftsführer geschäftsführerin vorstand vorsitzender
vorsitzende direktor direktorin kommunikation abteilung öffentlichkeitsarbeit universität stiftung verein verband
gesellschaft ministerium jefe jefa directora portavoz responsable gerente presidenta secretaria secretario coordinador
coordinadora prensa comunicación universidad fundación instituto ministerio ayuntamiento direttore direttrice
responsabile portavoce presidente ufficio stampa comunicazione università fondazione diretor diretora gerente assessor
assessora imprensa comunicação universidade fundação directeur woordvoerder voorzitter hoofd communicatie
persvoorlichter stichting universiteit dyrektor rzecznik rzeczniczka prezes kierownik biuro fundacja presschef chef
ordförande pressansvarig stiftelsen
""")
HONORIFICS = words("dr dr. mr mr. mrs mrs. ms ms. prof prof. sir dame lord lady rev rev. hon hon. m. mme me")
# Titles that may open a name and are kept only where nothing but one name follows (“Senator Marsh”).
TITLES = words("""
senator sen. sen representative rep. rep congressman congresswoman governor gov. gov president minister ambassador
professor general gen. captain capt. mayor secretary commissioner chairman chairwoman king queen prince princess judge
justice
""")
PARTICLES = words("de del della di da dos du des la le van von der den ter ben bin ibn al el bint of y")
NAME_WORD = re.compile(r"(?:[^\W\d_]\.){1,3}|[^\W\d_][^\W\d_’'‘-]*(?:[’'‘-][^\W\d_]+)*\.?")
GENERATION = re.compile(r"(?:Jr|Sr|II|III|IV|PhD|Ph\.D|MD|M\.D|Esq)\b\.?")
PREFIXED = re.compile(r"(?:d|l|al|el)[’'-][^\W\d_]", re.IGNORECASE)
CASELESS = re.compile(r"[\u0590-\u08ff]")


def name_words(name: str) -> list[str]:
    """Return the words of a name, without “Dr.” before it and “Jr.” behind it."""
    parts = [part for part in name.replace(",", " ").split() if not GENERATION.fullmatch(part)]
    while parts and parts[0].lower() in HONORIFICS:
        parts = parts[1:]
    return parts


def is_name(text: str) -> bool:
    """Tell whether words have the shape of a person's name: two to five words with capitals, none an office's."""
    parts = name_words(text)
    if not 2 <= len(parts) <= 5 or not all(NAME_WORD.fullmatch(part) for part in parts):
        return False
    if any(part.lower().rstrip(".") in OFFICE_WORDS for part in parts):
        return False
    if CASELESS.search(text):
        return True
    capitals = [part for part in parts if part[0].isupper() or PREFIXED.match(part)]
    has_only_particles = all(part in capitals or part.lower() in PARTICLES for part in parts)
    return len(capitals) >= 2 and parts[0][0].isupper() and has_only_particles


def surname(name: str) -> str:
    """Return the last word of a name, without “Jr.”."""
    parts = name_words(name)
    return parts[-1] if parts else name
