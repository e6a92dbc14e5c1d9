"""Ways of writing an embargo, made of parts in eight languages; each says itself which moment it means."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "ar": [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    "it": [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "pt": [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
}
WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    "ar": ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    "it": ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
    "nl": ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    "pt": [*(f"{day}-feira" for day in ("segunda", "terça", "quarta", "quinta", "sexta")), "sábado", "domingo"],
}
# Each with the place of the moment: “{}”.
CUES = {
    "en": (
        "Embargoed until {}",
        "EMBARGOED UNTIL {}",
        "Embargo: {}",
        "Embargo until {}",
        "STRICTLY EMBARGOED UNTIL {}",
        "Strictly embargoed: {}",
        "Under embargo until {}",
        "Press embargo until {}",
        "Media embargo: {}",
        "News embargo lifts at {}",
        "Embargo lifts {}",
        "Embargo ends: {}",
        "Embargo expires {}",
        "Embargo time: {}",
        "Embargo date: {}",
        "Not for publication before {}",
        "NOT FOR RELEASE BEFORE {}",
        "Not for broadcast or publication until {}",
        "Do not publish before {}",
        "Please do not publish until {}",
        "Hold for release until {}",
        "Hold until {}",
        "For release at {}",
        "For release: {}",
        "FOR RELEASE {}",
        "For publication from {}",
        "To be released {}",
        "Release time: {}",
        "This press release is embargoed until {}.",
        "This information is under embargo until {}.",
        "Please note that this report is under strict embargo until {}.",
        "The results in this release must not be published before {}.",
        "Please respect the embargo until {}.",
        "PRESS RELEASE – EMBARGOED UNTIL {}",
        ">> EMBARGOED UNTIL {} <<",
        "*** EMBARGO: {} ***",
        "[Embargoed until {}]",
        "Status: embargoed until {}",
        "E M B A R G O E D until {}",
        "EMBARGOED UNTIL {}: Ferry returns to nine islands",
        "Embargoed until {} – Ferry returns to nine islands",
    ),
    "fr": (
        "Sous embargo jusqu’au {}",
        "SOUS EMBARGO JUSQU'AU {}",
        "Embargo jusqu'au {}",
        "Embargo : {}",
        "EMBARGO PRESSE : {}",
        "Embargo strict jusqu'au {}",
        "À ne pas diffuser avant le {}",
        "A NE PAS PUBLIER AVANT LE {}",
        "Ne pas diffuser avant le {}",
        "Merci de ne pas publier avant le {}",
        "Diffusion interdite avant le {}",
        "Levée de l’embargo : {}",
        "Fin de l'embargo le {}",
        "Pour diffusion le {}",
        "Diffusion autorisée à partir du {}",
        "Ce communiqué est sous embargo jusqu’au {}.",
        "Les informations de ce communiqué ne doivent pas être publiées avant le {}.",
        "Merci de respecter l'embargo jusqu'au {}.",
        "COMMUNIQUÉ DE PRESSE – SOUS EMBARGO JUSQU’AU {}",
    ),
    "es": (
        "Embargado hasta el {}",
        "EMBARGADO HASTA EL {}",
        "Bajo embargo hasta el {}",
        "Embargo hasta el {}",
        "Embargo: {}",
        "Embargo informativo hasta el {}",
        "No publicar antes del {}",
        "No difundir antes del {}",
        "No usar antes del {}",
        "Prohibida su difusión hasta el {}",
        "Fin del embargo: {}",
        "Para publicar el {}",
        "Difusión autorizada a partir del {}",
        "Este comunicado está bajo embargo hasta el {}.",
        "Esta información no puede publicarse antes del {}.",
        "Se ruega respetar el embargo hasta el {}.",
        "NOTA DE PRENSA – EMBARGADA HASTA EL {}",
    ),
    "de": (
        "Sperrfrist: {}",
        "SPERRFRIST {}",
        "Sperrfrist bis {}",
        "Achtung, Sperrfrist: {}",
        "Gesperrt bis {}",
        "Embargo bis {}",
        "Unter Embargo bis {}",
        "Frei ab {}",
        "Freigegeben ab {}",
        "Nicht vor dem {} veröffentlichen",
        "Bitte nicht veröffentlichen vor {}",
        "Zur Veröffentlichung frei ab {}",
        "Veröffentlichung erst ab {}",
        "Diese Pressemitteilung ist gesperrt bis {}.",
        "Für diese Meldung gilt eine Sperrfrist bis {}.",
        "PRESSEMITTEILUNG – Sperrfrist: {}",
    ),
    "ar": (
        "محظور النشر حتى {}",
        "حظر النشر حتى {}",
        "تحت الحظر حتى {}",
        "يحظر النشر قبل {}",
        "ممنوع النشر حتى {}",
        "لا ينشر قبل {}",
        "غير قابل للنشر قبل {}",
        "يرجى عدم النشر قبل {}",
        "للنشر في {}",
        "هذا البيان محظور النشر حتى {}.",
        "غير مصرح بالنشر قبل {}",
    ),
    "it": (
        "Embargo fino al {}",
        "Sotto embargo fino al {}",
        "EMBARGO: {}",
        "Embargo stampa fino al {}",
        "Da non pubblicare prima del {}",
        "Non diffondere prima del {}",
        "Si prega di non pubblicare prima del {}",
        "Pubblicazione vietata prima del {}",
        "Questo comunicato è sotto embargo fino al {}.",
        "Si prega di rispettare l’embargo fino al {}.",
        "COMUNICATO STAMPA – SOTTO EMBARGO FINO AL {}",
    ),
    "nl": (
        "Onder embargo tot {}",
        "EMBARGO TOT {}",
        "Embargo: {}",
        "Persembargo tot {}",
        "Niet publiceren voor {}",
        "Niet voor publicatie voor {}",
        "Publicatie pas vanaf {}",
        "Dit persbericht is onder embargo tot {}.",
        "Dit bericht mag niet voor {} gepubliceerd worden.",
        "PERSBERICHT – ONDER EMBARGO TOT {}",
    ),
    "pt": (
        "Embargo até {}",
        "Sob embargo até {}",
        "EMBARGADO ATÉ {}",
        "Embargo: {}",
        "Não publicar antes de {}",
        "Não divulgar antes de {}",
        "Divulgação proibida até {}",
        "Este comunicado está sob embargo até {}.",
        "Pedimos que respeitem o embargo até {}.",
        "COMUNICADO DE IMPRENSA – SOB EMBARGO ATÉ {}",
    ),
}
ZONES = {
    "en": (
        ("EDT", "America/New_York", True),
        ("EST", "America/New_York", False),
        ("ET", "America/New_York", None),
        ("PT", "America/Los_Angeles", None),
        ("Eastern Time", "America/New_York", None),
        ("London time", "Europe/London", None),
        ("UK time", "Europe/London", None),
        ("GMT", "Etc/UTC", None),
        ("UTC", "Etc/UTC", None),
        ("CET", "Europe/Paris", False),
        ("CEST", "Europe/Paris", True),
        ("BST", "Europe/London", True),
        ("CST", "America/Chicago", False),
        ("UTC+2", "Etc/GMT-2", None),
        ("GMT-5", "Etc/GMT+5", None),
        ("(London)", "Europe/London", None),
        ("Europe/Paris", "Europe/Paris", None),
        ("America/New York", "America/New_York", None),
        ("British Summer Time", "Europe/London", True),
        ("Tokyo time", "Asia/Tokyo", None),
    ),
    "fr": (
        ("heure de Paris", "Europe/Paris", None),
        ("(heure de Paris)", "Europe/Paris", None),
        ("(heure de Bruxelles)", "Europe/Brussels", None),
        ("heure de Montréal", "America/Toronto", None),
        ("heure française", "Europe/Paris", None),
        ("CET", "Europe/Paris", False),
        ("CEST", "Europe/Paris", True),
        ("GMT", "Etc/UTC", None),
        ("UTC+1", "Etc/GMT-1", None),
        ("(Paris)", "Europe/Paris", None),
    ),
    "es": (
        ("hora de Madrid", "Europe/Madrid", None),
        ("(hora de Madrid)", "Europe/Madrid", None),
        ("(hora peninsular)", "Europe/Madrid", None),
        ("hora de Buenos Aires", "America/Argentina/Buenos_Aires", None),
        ("hora local de Bogotá", "America/Bogota", None),
        ("CET", "Europe/Madrid", False),
        ("CEST", "Europe/Madrid", True),
        ("GMT", "Etc/UTC", None),
    ),
    "de": (
        ("MEZ", "Europe/Berlin", False),
        ("MESZ", "Europe/Berlin", True),
        ("Berliner Zeit", "Europe/Berlin", None),
        ("(Ortszeit Berlin)", "Europe/Berlin", None),
        ("deutscher Zeit", "Europe/Berlin", None),
        ("Wiener Zeit", "Europe/Vienna", None),
        ("UTC", "Etc/UTC", None),
        ("MEZ", "Europe/Berlin", False),
    ),
    "ar": (
        ("بتوقيت القاهرة", "Africa/Cairo", None),
        ("بتوقيت الرياض", "Asia/Riyadh", None),
        ("(بتوقيت الرباط)", "Africa/Casablanca", None),
        ("بتوقيت غرينتش", "Etc/UTC", None),
        ("بتوقيت مدينة دبي", "Asia/Dubai", None),
        ("GMT", "Etc/UTC", None),
    ),
    "it": (
        ("ora di Roma", "Europe/Rome", None),
        ("(ora italiana)", "Europe/Rome", None),
        ("CET", "Europe/Rome", False),
        ("CEST", "Europe/Rome", True),
        ("GMT", "Etc/UTC", None),
    ),
    "nl": (
        ("Nederlandse tijd", "Europe/Amsterdam", None),
        ("(Amsterdam)", "Europe/Amsterdam", None),
        ("CET", "Europe/Amsterdam", False),
        ("CEST", "Europe/Amsterdam", True),
    ),
    "pt": (
        ("hora de Lisboa", "Europe/Lisbon", None),
        ("(hora de Brasília)", "America/Sao_Paulo", None),
        ("horário de Brasília", "America/Sao_Paulo", None),
        ("GMT", "Etc/UTC", None),
    ),
}
ARABIC_FIGURES = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True)
class Written:
    """A line, the moment it means, and its language. `sound`: whether its parts go together at all."""

    words: str
    moment: dt.datetime
    language: str
    sound: bool


def english_hour(at: dt.time, pick: random.Random) -> str:
    half = "a.m." if at.hour < 12 else "p.m."
    twelve, minutes = at.hour % 12 or 12, f":{at.minute:02d}" if at.minute else ""
    ways = [f"{twelve}:{at.minute:02d} {half}", f"{at:%H:%M}", f"{at:%H%M} hrs", f"{at:%H:%M} hours"]
    ways += [f"{twelve}{minutes} {half.replace('.', '')}", f"{twelve}{minutes}{half.replace('.', '')}"]
    ways += [f"{twelve}{minutes} {half.upper()}", f"{at:%H:%M}"]
    if at == dt.time(12):
        ways.append("noon")
    return pick.choice(ways)


def french_hour(at: dt.time, pick: random.Random) -> str:
    minutes = f"{at.minute:02d}" if at.minute else ""
    ways = [f"{at.hour}h{at.minute:02d}", f"{at.hour:02d}h{at.minute:02d}", f"{at.hour} h {minutes}".strip()]
    ways += [f"{at:%H:%M}", f"{at.hour}h{minutes}", f"{at.hour} heures {minutes}".strip()]
    return pick.choice(ways)


def spanish_hour(at: dt.time, pick: random.Random) -> str:
    ways = [
        f"las {at.hour}:{at.minute:02d} horas",
        f"las {at:%H:%M}",
        f"las {at.hour}:{at.minute:02d} h",
        f"{at:%H:%M} h",
    ]
    if 6 <= at.hour < 12 and not at.minute:
        ways.append(f"las {at.hour} de la mañana")
    if at.hour >= 13:
        ways.append(f"las {at.hour - 12}:{at.minute:02d} p. m.")
    return pick.choice(ways)


def german_hour(at: dt.time, pick: random.Random) -> str:
    ways = [f"{at.hour}:{at.minute:02d} Uhr", f"{at.hour}.{at.minute:02d} Uhr", f"{at:%H:%M} Uhr", f"{at:%H.%M} Uhr"]
    ways += [f"{at.hour} Uhr{f' {at.minute:02d}' if at.minute else ''}", f"{at.hour}:{at.minute:02d} h"]
    return pick.choice(ways)


def arabic_hour(at: dt.time, pick: random.Random) -> str:
    ways = [f"الساعة {at:%H:%M}"]
    twelve, minutes = at.hour % 12, f":{at.minute:02d}" if at.minute else ""
    if 1 <= at.hour < 12:
        ways += [f"الساعة {twelve}{minutes} صباحا", f"الساعة {twelve}{minutes} صباحًا", f"{twelve}:{at.minute:02d} ص"]
    if at.hour >= 17:
        ways += [f"الساعة {twelve}{minutes} مساء", f"الساعة {twelve}{minutes} مساءً"]
    if at.hour == 9 and not at.minute:
        ways.append("الساعة التاسعة صباحا")
    return pick.choice(ways)


def italian_hour(at: dt.time, pick: random.Random) -> str:
    return pick.choice([f"ore {at.hour}.{at.minute:02d}", f"ore {at:%H:%M}", f"{at:%H:%M}"])


def dutch_hour(at: dt.time, pick: random.Random) -> str:
    return pick.choice([f"{at.hour}.{at.minute:02d} uur", f"{at:%H:%M} uur", f"{at:%H:%M}"])


def portuguese_hour(at: dt.time, pick: random.Random) -> str:
    minutes = f"{at.minute:02d}" if at.minute else ""
    return pick.choice(
        [
            f"{at.hour}h{minutes}",
            f"{at:%H:%M}",
            f"{at.hour}h{at.minute:02d}",
            f"{at.hour} h"[: 5 if not minutes else 0] or f"{at:%H:%M}",
        ]
    )


HOURS: dict[str, Callable[[dt.time, random.Random], str]] = {
    "en": english_hour,
    "fr": french_hour,
    "es": spanish_hour,
    "de": german_hour,
    "ar": arabic_hour,
    "it": italian_hour,
    "nl": dutch_hour,
    "pt": portuguese_hour,
}


def day_in_words(day: dt.date, language: str, pick: random.Random) -> str:
    month, weekday = MONTHS[language][day.month - 1], WEEKDAYS[language][day.weekday()]
    d, y = day.day, day.year
    ways = {
        "en": [
            f"{d} {month} {y}",
            f"{month} {d}, {y}",
            f"{month} {d} {y}",
            f"{d} {month[:3]} {y}",
            f"{d}th of {month} {y}",
        ],
        "fr": [f"{'1er' if d == 1 else d} {month} {y}"],
        "es": [f"{d} de {month} de {y}", f"{d} de {month} del {y}", f"{d} {month} {y}"],
        "de": [f"{d}. {month} {y}", f"{d}.{day.month}.{y}", f"{d:02d}.{day.month:02d}.{y}", f"{d}. {day.month}. {y}"],
        "ar": [f"{d} {month} {y}", f"{d} {month}، {y}"],
        "it": [f"{'1º' if d == 1 else d} {month} {y}"],
        "nl": [f"{d} {month} {y}", f"{d}-{day.month}-{y}"],
        "pt": [f"{d} de {month} de {y}", f"{d:02d}/{day.month:02d}/{y}"],
    }[language]
    if language in ("fr", "es", "it"):
        ways += [f"{d:02d}/{day.month:02d}/{y}", f"{d}-{day.month}-{y}"]
    ways += [f"{day:%Y-%m-%d}"] if language == "en" else []
    words = pick.choice(ways)
    if language != "ar" and words[0].isalnum() and pick.random() < 0.25:
        words = f"{weekday}{',' if language in ('en', 'de') else ''} {words}"
    return words


def written(language: str, pick: random.Random) -> Written:
    """Return one way of writing an embargo."""
    day = dt.date(2027, 1, 1) + dt.timedelta(days=pick.randrange(1000))
    at = dt.time(pick.choice((6, 7, 8, 9, 10, 11, 12, 14, 17, 18, 22)), pick.choice((0, 0, 0, 30, 15, 1)))
    words, zone, is_summer = pick.choice(ZONES[language])
    moment = dt.datetime.combine(day, at, ZoneInfo(zone))
    has_summer = moment.utcoffset() != dt.datetime(day.year, 1, 5, tzinfo=ZoneInfo(zone)).utcoffset()
    hour, date = HOURS[language](at, pick), day_in_words(day, language, pick)
    between = {
        "en": (", ", " on ", " "),
        "fr": (" à ", ", "),
        "es": (" a ", ", "),
        "de": (", ", " um "),
        "ar": (" ", "، "),
        "it": (", ", " "),
        "nl": (", ", " om "),
        "pt": (", ", " às "),
    }
    if language == "en" and pick.random() < 0.6:
        text = f"{hour} {words}{pick.choice(between['en'])}{date}"
    else:
        joint = pick.choice(between[language] if language != "en" else (", ", " at "))
        text = f"{date}{joint}{hour}{pick.choice((' ', ', ') if not words.startswith('(') else (' ',))}{words}"
    line = pick.choice(CUES[language]).format(text)
    if language == "ar" and pick.random() < 0.4:
        line = line.translate(ARABIC_FIGURES)
    return Written(line, moment, language, sound=is_summer is None or is_summer == has_summer)


def many(count: int, seed: int) -> Iterator[Written]:
    """Yield so many ways, the languages in turn."""
    pick = random.Random(seed)
    languages = list(CUES)
    for number in range(count):
        yield written(languages[number % len(languages)], pick)
