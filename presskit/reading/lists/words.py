"""How people head the columns of a list of journalists, in English, French, Arabic, Spanish, German and others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

Column = Literal[
    "email",
    "first_name",
    "last_name",
    "name",
    "outlet",
    "language",
    "salutation",
    "embargo",
    "note",
    "stopped",
    "state",
    "own",
]


def plain(heading: str) -> str:
    """Return "courriel" for "Courriel :" and "البريدالالكتروني" for "البريد الإلكتروني"."""
    apart = unicodedata.normalize("NFKD", heading.casefold())
    return "".join(letter for letter in apart if letter.isalnum() or letter in "✓✔")


HEADINGS: dict[Column, str] = {
    "email": """email emailaddress mail mailaddress address courriel mel adressemail adresseemail adressecourriel
        adresseelectronique البريد البريدالالكتروني بريدالكتروني الايميل ايميل correo correoelectronico
        direcciondecorreo direcciondecorreoelectronico adressedemessagerie mailadresse emailadresse emailadres
        indirizzoemail enderecodeemail email1value""",  # the last is Google's
    "first_name": "firstname givenname forename first prenom الاسمالاول الاسمالشخصي nombredepila vorname voornaam",
    "last_name": """lastname surname familyname last nomdefamille اسمالعائلة الاسمالعائلي اللقب apellido apellidos
        nachname familienname achternaam cognome sobrenome apelido""",
    "name": """name fullname journalist contact person nom nomcomplet nometprenom prenometnom journaliste الاسم
        الاسمالكامل الصحفي الصحافي nombre nombrecompleto nombreyapellidos periodista journalistin nome
        nomecompleto naam contactname""",
    "outlet": """outlet media mediaoutlet medium publication newspaper paper organisation organization company redaction
        support journal titredepresse المؤسسة الوسيلة الوسيلةالاعلامية وسيلةالاعلام الجريدة الصحيفة medio redaktion
        zeitung testata veiculo krant organizationname organization1name outletname mediaoutletname
        associatedcompany companyname""",
    "language": "language lang langue اللغة لغة idioma lengua sprache",
    "salutation": """salutation greeting title civilite appel formuledappel formuledepolitesse التحية المخاطبة
        صيغةالمخاطبة saludo tratamiento anrede nameprefix""",
    "embargo": """embargo embargoagreed agreed agreestoembargo embargoaccepted accordembargo embargoaccepte
        embargorespecte الحظر حظر حظرالنشر قبولالحظر embargoaceptado sperrfrist""",
    "note": """note personalnote personalmessage notepersonnelle messagepersonnel motpersonnel ملاحظة رسالةشخصية
        ملاحظةشخصية notapersonal mensajepersonal personlichenotiz personlichenachricht""",
    # Whether somebody wants no mail any more.
    "stopped": """unsubscribed unsubscribe optout optedout optedoutofemail donotcontact donotemail donotmail nomail
        nomails abgemeldet abgemeldetam gesperrt nichtanschreiben keinemails desabonne desinscrit
        nepascontacter baja nocontactar""",
    "state": "status state statut estado stato الحالة",
    # What an office notes for itself.
    "own": """notes notiz notizen anmerkung anmerkungen bemerkung bemerkungen remark remarks comment comments kommentar
        kommentare privatenote internalnote internalnotes remarque remarques commentaire commentaires nota notas
        observaciones comentario comentarios ملاحظات""",
}
COLUMNS: dict[str, Column] = {plain(word): column for column, words in HEADINGS.items() for word in words.split()}
YES_WORDS = "yes y x 1 true ok agreed accepted oui o vrai accepte daccord نعم موافق si s aceptado ja j wahr ✓ ✔"
YES = frozenset(map(plain, YES_WORDS.split()))
NO_WORDS = """no n 0 false not none notyet notsent unsent draft drafted non pasencore nonenvoye brouillon faux لا لم
    ليسبعد مسودة aunno borrador falso nein nochnicht nichtgesendet entwurf falsch"""
NO = frozenset(map(plain, NO_WORDS.split())) | {""}
STOPS = re.compile(
    r"\b(?:unsubscribed?|opt(?:ed)?[\s-]?out|cleaned|bounced|blocked|do\s?n[o’']t\s(?:contact|e-?mail|mail|write|send)|no\smore\smails?"
    r"|(?:nicht|nie)\s(?:mehr\s)?(?:anschreiben|kontaktieren|anmailen)|keine\smails?|abgemeldet|gesperrt"
    r"|ne\s(?:plus|pas)\s(?:contacter|écrire)|désabonnée?|désinscrite?|no\s(?:contactar|escribir)|dad[oa]\sde\sbaja)\b",
    re.IGNORECASE,
)
DAY = re.compile(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{2,4}\b|\b[^\W\d]{3,} \d{1,2},? \d{4}|\b\d{1,2}\.? [^\W\d]{3,} \d{4}")


def columns_of(headings: Sequence[str]) -> dict[Column, int]:
    """Return the number of each known column, counted from 0; the first of two alike counts.

    "Nom" beside "Prénom" is the family name, "Nombre" beside "Apellidos" the first name.
    """
    found: dict[Column, int] = {}
    for index, heading in enumerate(headings):
        column = COLUMNS.get(plain(heading))
        if column:
            found.setdefault(column, index)
    if "name" in found and "first_name" in found and "last_name" not in found:
        found["last_name"] = found.pop("name")
    elif "name" in found and "last_name" in found and "first_name" not in found:
        found["first_name"] = found.pop("name")
    return found


def is_stopped(column: Column, words: str) -> bool:
    """Tell whether a cell says that somebody wants no mail: in words, or by a yes below “Unsubscribed”."""
    return bool(STOPS.search(words)) or (column == "stopped" and is_yes(words))


def is_yes(words: str) -> bool:
    """Tell whether a cell says yes: in one of the languages, by a cross or tick, or by the day it was agreed."""
    return plain(words) in YES or bool(DAY.search(words))


def is_no(words: str) -> bool:
    """Tell whether a cell says no: it is empty, or holds a word for it in one of the languages."""
    return plain(words) in NO


LANGUAGES: dict[str, str] = {
    plain(name): code
    for code, names in {
        "en": "en eng english anglais الانجليزية انجليزي انجليزية ingles englisch",
        "fr": "fr fra fre french francais الفرنسية فرنسي فرنسية frances franzosisch",
        "ar": "ar ara arabic arabe العربية عربي عربية arabisch",
        "es": "es spa spanish espagnol الاسبانية espanol castellano spanisch",
        "de": "de deu ger german allemand الالمانية aleman deutsch",
    }.items()
    for name in names.split()
}


def language_code(words: str) -> str:
    """Return "fr" for "Français", "FR" and "fr-CA"; what is not known stays as it stands."""
    return LANGUAGES.get(plain(words)) or LANGUAGES.get(plain(words.partition("-")[0].partition("_")[0])) or words
