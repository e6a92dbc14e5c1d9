from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from presskit import gate
from presskit.model import Block, Removed
from presskit.sorting.internal import find_mark
from presskit.sorting.take import take
from presskit.sorting.taken import Wish
from tests.hostile.exchange import mail, outlook, properties

BODY = "The night ferry sails again tonight, nine years after the storm, and the council has found the money for it."


def blocks(*lines: str) -> list[Block]:
    return [Block("paragraph", line, line, number) for number, line in enumerate(lines, start=1)]


def mark(*lines: str, name: str = "text.docx", margins: tuple[str, ...] = (), is_release: bool = True) -> bool:
    removed = [Removed(None, line, "the head or foot of Word's pages") for line in margins]
    return find_mark(PurePath(name), blocks(*lines), removed, is_release=is_release) is not None


LINES = """INTERNAL
OFFICIAL-SENSITIVE
Commercial-in-Confidence
Attorney-Client Privileged
TLP:RED
TLP:AMBER+STRICT
C O N F I D E N T I A L
CONFIDENTIAL   CONFIDENTIAL   CONFIDENTIAL
INTERNAL USE ONLY INTERNAL USE ONLY
For internal discussion only
Highly confidential
Not for attribution
Strictement interne
Streng intern
Nur für den Dienstgebrauch
De uso interno
للتداول الداخلي
Internal use only
For internal use only – do not share
CONFIDENTIAL
*** Strictly confidential ***
[NOT FOR DISTRIBUTION]
Private and confidential
Status: Confidential
Classification: INTERNAL
CONFIDENTIAL: for the board and the lawyers
Lines to take
TALKING POINTS
Off the record
Document interne
CONFIDENTIEL – ne pas diffuser
Éléments de langage
Usage interne
Vertraulich!
Nur für den internen Gebrauch
SPRECHZETTEL
Streng vertraulich / nicht weitergeben
Uso interno
CONFIDENCIAL
Argumentario
Documento interno: no difundir
سري للغاية
للاستخدام الداخلي
نقاط الحديث
Internal draft
Internal memo""".splitlines()


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\u2060", "\u200f"])
def test_a_sign_that_nobody_sees_hides_no_mark(unseen: str) -> None:
    assert mark("The ferry sails", f"CONFI{unseen}DENTIAL", BODY)


@pytest.mark.parametrize("line", LINES)
def test_a_mark_that_stands_alone_keeps_a_text_inside(line: str) -> None:
    assert mark("The ferry sails", line, BODY)
    assert mark("The ferry sails", BODY, margins=(line,))
    assert mark("The ferry sails", BODY, BODY, BODY, BODY, BODY, BODY, line)


DOCUMENTS = """Minutes
Minutes of the meeting of 12 May 2026
MEETING MINUTES
Contract
CONTRACT No. 2026-117
Invoice 4711
INVOICE
Memorandum
Compte rendu de réunion
Procès-verbal du 12 mai 2026
Facture n° 4711
Contrat
Protokoll
Protokoll vom 12. Mai 2026
Rechnung Nr. 4711
Werkvertrag
Acta de la reunión
Factura 4711
محضر اجتماع
فاتورة""".splitlines()


@pytest.mark.parametrize("line", DOCUMENTS)
def test_the_name_of_a_document_at_its_head_keeps_it_inside(line: str) -> None:
    assert mark(line, BODY, is_release=False)
    assert not mark("The ferry sails", BODY, BODY, BODY, BODY, BODY, line, is_release=False)


NAMES = """Minutes 2026-05-12.docx
Invoice_4711.pdf
Lines to take.docx
lines-to-take-ferry.docx
CONFIDENTIAL budget.docx
ferry plan (internal).docx
Ferry – confidential.docx
Internal notes.docx
internal_memo.txt
Talking Points Minister.docx
Éléments de langage.docx
Sprechzettel Bürgermeister.docx
Argumentario v2.docx
INTERNAL_ferry.docx
contrat.pdf
Protokoll 12.5.2026.docx""".splitlines()


@pytest.mark.parametrize("name", NAMES)
def test_a_mark_in_a_files_name_keeps_it_inside(name: str) -> None:
    assert mark("The ferry sails", BODY, name=name, is_release=False)


HONEST = """City awards contract for new bridge
Contract signed for the night ferry
Confidential helpline opens for young people
Internal medicine ward reopens after fire
Minutes from disaster: how the crew saved the ferry
Ten minutes to midnight
Invoice fraud doubles in a year
Talking points: a theatre opens its season with six questions
Internal Revenue Service opens a desk on the quay
Secret garden opens to the public
The secret of the bell
Restricted area opens to visitors for one day
Budget approved for the harbour
Budget airline returns to Saltmarsh
Agreement reached on fishing rights
Staff only: the play that closed Broadway returns
Memo to the future: time capsule found
Confidential papers of the first harbour master go on show
The contract covers ten years and four ships
Internal investigation clears the harbour office
We kept the minutes of every meeting since 1911
She called the talks confidential
The invoice was paid in full, the office said
Do not share your password: police start campaign
Off the record: vinyl shop returns
Contrat signé pour le nouveau pont
La facture énergétique baisse de moitié
Le secret de la cloche
Document interne retrouvé dans les archives, une exposition
Confidentiel : le festival des lieux cachés ouvre ses portes
Compte rendu gratuit pour tous les élus de la côte
La convention de Saltmarsh fête ses cent ans
Vertrag für die neue Brücke unterzeichnet
Vertrauliche Geburt: neue Beratungsstelle am Hafen
Protokoll einer Rettung: Ausstellung eröffnet
Rechnung ohne den Wirt: Premiere im Stadttheater
Interne Ermittlungen entlasten das Hafenamt
Geheim war gestern: Archiv öffnet seine Türen
Angebot für Familien: freie Fahrt am Sonntag
Das Budget steht, die Fähre fährt
El contrato del puente se firma el lunes
La factura de la luz baja un diez por ciento
Acta notarial de 1911 en la exposición del puerto
Secreto de familia: una obra vuelve al puerto
Medicina interna abre un nuevo pabellón
Presupuesto aprobado para el puerto
توقيع عقد الجسر الجديد في الميناء
قسم الطب الداخلي يفتح أبوابه من جديد
سر الجرس القديم
الميزانية الجديدة تقر بالإجماع
Confidential helpline opens
Two minutes of silence for the crew
Minutes of silence at noon
Awards contract goes to Larkin yard
Minutes to spare: new crossing halves the journey
Internal combustion gives way to batteries
Internal market for ferries opens
Secrets of the old lighthouse
Top secret papers of 1911 go on show
Strictly private: a photographer's letters
A strictly confidential history of the harbour
Restricted parking on the quay ends
Sensitive skin: study on salt water
Commercially sensitive reefs mapped
Talking points of the season
Speaking notes: a concert for voices
Holding lines: how knots saved a ship
Board only once: new tickets
Members only draft beer returns
No distribution of flyers on the beach, the council says
Privileged and confidential: lawyers' comedy opens
Not for sale: the bell stays
Not for sharing: single cabins return
Lines to take you across the bay
For your eyes only: James Bond festival
Contract bridge club turns fifty
Contracts worth nine million signed
Invoice of 1911 found under the floor
Invoices go digital in all harbours
Memo from the sea: bottles come ashore
Memorandum of understanding signed by two ports
Minutes from the ferry, a new hotel
Agenda for the coast: ten projects
Quotation of the day returns to the ferry
Budget day at the museum: everything for one coin
Draft horses pull the last tram
Proprietary and confidential algorithms face scrutiny
Trade secret of the baker wins a prize
Une minute de silence pour l'équipage
Ligne d'écoute confidentielle ouverte jour et nuit
Le contrat de baie est prolongé
Le confidentiel se visite : les réserves ouvrent
Procès-verbal aboli pour les vélos
Usage interne du vélo au port : le bilan
Note interne de musique : un festival
Éléments de langage, une exposition sur les dialectes
Facture impayée : la comédie revient
Interne Medizin zieht um
Ein vertrauliches Gespräch: Premiere am Hafen
Streng geheim: Ausstellung über Spione
Protokolle des Wetters seit 1911 online
Vertragsnaturschutz wächst an der Küste
Sprechzettel der Stille: neue Lyrik
Schweigeminute um zwölf Uhr
Eine vertrauliche Nummer für junge Leute
Un minuto de silencio en el puerto
Línea confidencial para jóvenes abre el lunes
Contrato histórico para el astillero
Actas del congreso, ahora en línea
Uso interno de la bicicleta crece
El confidencial cuaderno del farero se expone
دقيقة صمت في الميناء
خط مساعدة سري للشباب
محضر تاريخي يعرض في المتحف
عقد من الزمن على الجسر
نقاط الحديث في مهرجان المدينة""".splitlines()


@pytest.mark.parametrize("line", HONEST)
def test_the_same_words_in_a_headline_or_a_sentence_are_news(line: str) -> None:
    assert not mark(line, BODY)
    assert not mark("The ferry sails", BODY, f"{line}, and the ferry sails tonight.")


@pytest.mark.parametrize("line", HONEST)
def test_a_release_may_be_named_by_such_a_headline(line: str) -> None:
    slug = line.lower().replace(" ", "-").replace(":", "")
    assert not mark("The ferry sails", BODY, name=f"{slug}.md")
    assert not mark("The ferry sails", BODY, name=f"2026-05-12 {line.replace(':', '')}.docx")


@pytest.mark.parametrize(
    "line", ["Harbour Office Confidential", "Harbour Office – for internal use only", "HAVN INTERN"]
)
def test_a_mark_behind_a_name_at_the_foot_of_the_pages_keeps_a_text_inside(line: str) -> None:
    assert mark("The ferry sails", BODY, margins=(line,))
    assert not mark(line.split(" –", maxsplit=1)[0], BODY)  # as a headline it is news


@pytest.mark.parametrize(
    "line", ["The confidential helpline of the harbour", "Harbour Office Press Release", "Harbour Secret"]
)
def test_other_words_at_the_foot_of_the_pages_are_no_mark(line: str) -> None:
    assert not mark("The ferry sails", BODY, margins=(line,))


def test_the_legal_footer_of_a_mail_is_no_mark() -> None:
    footer = "This e-mail is confidential and intended for the addressee only."
    assert not mark("The ferry sails", BODY, margins=(footer,))


def test_a_hundred_honest_headlines_and_sentences_are_printed(tmp_path: Path) -> None:
    assert len(set(HONEST)) >= 100
    for number, line in enumerate(HONEST):
        path = tmp_path / f"Press release {number}.md"
        sentence = f"SALTMARSH, June 4, 2026 – {line}, and the ferry sails tonight with two decks and one bell."
        path.write_text(f"FOR IMMEDIATE RELEASE\n\n# {line}\n\n{sentence}\n\n{BODY}\n", encoding="utf-8")
        with gate.opened(tmp_path):
            taken = take(Wish(path, tmp_path), "en", "US")
        assert taken.kind == "release", line
        assert taken.reading
        assert taken.reading.document.headline == line


@pytest.mark.parametrize(
    "words",
    ["CONFIDENTIAL", "Internal use only", "streng vertraulich", "ferry; CONFIDENTIAL", "budget, internal, 2026"],
)
def test_what_a_file_says_of_itself_keeps_it_inside(words: str) -> None:
    told = ["Ferry", words]
    assert find_mark(PurePath("text.docx"), blocks("The ferry sails", BODY), (), told, is_release=True)


@pytest.mark.parametrize(
    "words",
    [
        *("Confidential helpline opens", "Normal.dotm", "Office of the harbour"),
        "Internal, external: how the harbour is run",
    ],
)
def test_the_title_of_a_file_is_no_mark(words: str) -> None:
    assert not find_mark(PurePath("text.docx"), blocks("The ferry sails", BODY), (), [words], is_release=True)


FIELDS = {
    "Sensitivity": "Company-Confidential",
    "X-Classification": "Internal",
    "Keywords": "ferry, confidential",
    "msip_labels": "MSIP_Label_1a2b_Enabled=True; MSIP_Label_1a2b_Name=Confidential;",
}


def kind_of_mail(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with gate.opened(path.parent):
        return take(Wish(path, path.parent), "en", "US").kind


@pytest.mark.parametrize(("field", "words"), FIELDS.items())
def test_a_field_of_a_mail_keeps_it_inside(field: str, words: str, tmp_path: Path) -> None:
    honest = mail()
    assert kind_of_mail(tmp_path / "a.eml", honest) == "release"
    assert kind_of_mail(tmp_path / "b.eml", f"{field}: {words}\n".encode() + honest) == "internal"
    assert kind_of_mail(tmp_path / "c.eml", f"{field}: Normal\n".encode() + honest) == "release"


@pytest.mark.parametrize(("sensitivity", "kind"), [(0, "release"), (3, "internal")])
def test_a_mail_of_outlook_says_whether_it_is_confidential(sensitivity: int, kind: str, tmp_path: Path) -> None:
    data = outlook({"__properties_version1.0": properties(x36=sensitivity)})
    assert kind_of_mail(tmp_path / "a.msg", data) == kind
