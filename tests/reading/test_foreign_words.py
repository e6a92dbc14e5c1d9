"""What press offices write in French, Arabic, Spanish and German is known for what it is."""

from __future__ import annotations

import pytest

from presskit.kinds import named_kind
from presskit.model import Block
from presskit.reading.anatomy.tails import NOTES
from presskit.reading.cues.abouts import is_about
from presskit.reading.cues.contacts import label_end
from presskit.reading.cues.marks import is_end_mark, read_status
from presskit.reading.dates.dateline import parse_dateline
from presskit.reading.embargoes.embargo import parse_embargo


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("POUR DIFFUSION IMMÉDIATE", "immediate"),
        ("À diffuser immédiatement", "immediate"),
        ("للنشر الفوري", "immediate"),
        ("للنشر فورًا", "immediate"),
        ("Zur sofortigen Veröffentlichung", "immediate"),
        ("Sous embargo jusqu’au 12 mai 2026 à 9 h 00, heure de Paris", "embargo"),
        ("Ne pas diffuser avant le 12 mai 2026 à 9 h", "embargo"),
        ("محظور النشر حتى 12 مايو 2026، الساعة 9:00", "embargo"),
        ("غير قابل للنشر قبل 12 مايو 2026", "embargo"),
        ("Sperrfrist: 12. Mai 2026, 9 Uhr", "embargo"),
        ("Embargado hasta el 12 de mayo de 2026", "embargo"),
        ("RECTIFICATIF", "corrected"),
        ("نسخة مصححة", "corrected"),
        ("MISE À JOUR", "updated"),
        ("بيان مسحوب", "withdrawn"),
        ("COMMUNIQUÉ DE PRESSE", None),
        ("بيان صحفي", None),
        ("بلاغ صحفي", None),
    ],
)
def test_status_lines(line: str, status: str | None) -> None:
    found = read_status(line)
    assert found is not None
    assert found.status == status


@pytest.mark.parametrize(
    "line", ["Rectificatif de la loi de finances", "تصحيح المسار في الموانئ", "L’embargo sur le blé"]
)
def test_what_only_begins_like_a_status_line_is_none(line: str) -> None:
    assert read_status(line) is None


@pytest.mark.parametrize("line", ["FIN", "– Fin –", "انتهى", "- انتهى -", "ENDE"])
def test_end_marks(line: str) -> None:
    assert is_end_mark(line)


@pytest.mark.parametrize("line", ["Fin", "Ende", "انتهى العمل"])
def test_words_that_are_no_end_mark(line: str) -> None:
    assert not is_end_mark(line)


@pytest.mark.parametrize(
    "line",
    [
        "À propos de la Fondation",
        "A propos des phares",
        "Qui sommes-nous ?",
        "نبذة عن المؤسسة",
        "حول المؤسسة",
        "من نحن",
    ],
)
def test_headings_above_the_text_about_the_organisation(line: str) -> None:
    assert is_about(Block("paragraph", line, line))


@pytest.mark.parametrize(
    "line", ["Notes aux rédactions", "Note à la rédaction :", "ملاحظات للمحررين", "Hinweise für Redaktionen"]
)
def test_notes_to_editors(line: str) -> None:
    assert NOTES.fullmatch(line)


@pytest.mark.parametrize("line", ["Chiffres clés", "Les chiffres-clés", "أرقام رئيسية", "أهم الأرقام", "Cifras clave"])
def test_headings_of_key_figures(line: str) -> None:
    assert named_kind(line) == "factsheet"


@pytest.mark.parametrize(
    "line",
    [
        "Contact presse :",
        "Contacts médias :",
        "Relations presse :",
        "Pour plus d’informations :",
        "جهة الاتصال الصحفية:",
        "للتواصل الإعلامي:",
        "للاستفسارات الصحفية:",
        "Ansprechpartnerin:",
        "Más información:",
        "Weitere Informationen:",
        "Per maggiori informazioni:",
    ],
)
def test_labels_of_contacts(line: str) -> None:
    assert label_end(line) == len(line)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("PARIS, le 12 mai 2026 – La fondation ouvre", "PARIS"),
        ("Le 12 mai 2026, à Paris – La fondation ouvre", "Paris"),
        ("القاهرة، 12 مايو 2026 – أعلنت المؤسسة", "القاهرة"),
        ("الرباط في 12 ماي 2026 – أعلنت المؤسسة", "الرباط"),
        ("القاهرة، ١٢ مايو ٢٠٢٦ – أعلنت المؤسسة", "القاهرة"),
        ("الرباط – أعلنت المؤسسة", "الرباط"),
    ],
)
def test_datelines(line: str, place: str) -> None:
    found = parse_dateline(line)
    assert found is not None
    assert found.place == place
    assert found.date is None or found.date.isoformat() == "2026-05-12"


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("12 mai 2026 à 9 h 00, heure du Caire", "2026-05-12T09:00:00+03:00"),
        ("12 مايو 2026، الساعة 9:00 صباحًا بتوقيت الدار البيضاء", "2026-05-12T09:00:00+01:00"),
        ("12 مايو 2026، الساعة 9:00 مساءً بتوقيت غرينتش", "2026-05-12T21:00:00+00:00"),
        ("12. Mai 2026, 9 Uhr MESZ", "2026-05-12T09:00:00+02:00"),
    ],
)
def test_embargoes(words: str, moment: str) -> None:
    assert parse_embargo(words).until.isoformat() == moment
