"""The ten folders: each file's path, what it is taken for, and what stands in it.

A row reads “path | taken for | content”. Taken for: a kind of document, a photo, a portrait or a logo of the kit; why
it is not in the kit; or “passed over”. Content: see writing.write.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.support.messy.writing import write

FOLDERS = {
    "spring opening": """
Press Release Nov 16.docx | release | ferry
Fact Sheet.docx | factsheet | figures
About us.docx | boilerplate | about
Bios/Nell Farrow.docx | biography | farrow
Bios/Farrow.jpg | unshown | portrait
Bios/Nell Farrow.jpg | portrait | portrait
logo.png | logo | logo
IMG_2041.JPG | photo | photo
IMG_2042.JPG | photo | photo
Photos/quay at night.jpg | photo | photo
Photos/the bell.png | photo | photo
old/Press Release Nov 12.docx | version | ferry dearer
old/logo 2019.png | old | logo
MINUTES 12 May.docx | internal | minutes
Invoice_4711.pdf | internal | invoice
contract pontoons signed.docx | internal | contract
Talking Points.docx | internal | talking points
Budget 2026.xlsx | table | table
Journalists.csv | people | people
Media Advisory night crossing.docx | advisory | advisory
Backgrounder_storm.docx | backgrounder | background
slides for the board.pptx | slides | stub
crossing.mp4 | film | stub
bell at noon.mp3 | sound | stub
SourceSans.otf | typeface | stub
Thumbs.db | passed over | stub
~$ess Release Nov 16.docx | passed over | stub
.DS_Store | passed over | stub
out/spring-opening.pdf | passed over | scan
who-has-what.csv | passed over | record
""",
    "KNOTS 2026": """
PressRelease_2026FINALv3.docx | release | knots
PressRelease_2026FINALv3.pdf | copy | knots
PressRelease_2026FINALv3.txt | copy | knots
drafts/PressRelease_2026v2.docx | version | knots + changed
FACTSHEET KNOTS.DOCX | factsheet | facts list
BOILERPLATE.TXT | boilerplate | about bare
BIO_CORVO.docx | biography | corvo
BIO_CORVO.png | portrait | portrait
pictures/knots_01.jpg | photo | photo
pictures/knots_02.jpg | photo | photo
pictures/knots_03.jpg | photo | photo
pictures/Thumbs.db | passed over | stub
pictures/raw/knots_01.CR2 | foreign picture | stub
LOGOS/museum_logo_rgb.png | logo | logo
LOGOS/museum_logo_white.png | second logo | logo
LOGOS/museum_logo.eps | foreign picture | stub
INTERNAL/lines to take.docx | internal | lines
INTERNAL/crisis plan v2.docx | internal | crisis
INTERNAL/NOTES.txt | internal | note
admin/INVOICE-0012.docx | internal | invoice
admin/nda_smith.docx | internal | contract
admin/costs.csv | table | table
admin/media list.xlsx | people | people
FAQ.md | questions | questions
Fwd release.eml | release | lamp + release
Re pontoon.eml | unknown | mail inside
who-has-what.csv | passed over | record
desktop.ini | passed over | stub
teaser.mov | film | stub
readme | foreign | stub
""",
    "bell": """
the bell rings again.docx | release | bell
school-boat.odt | release | school
swim_2026-05-12.rtf | release | swim
2026-06-04 release ferry.md | release | ferry
2026-06-04 release ferry (1).md | copy | ferry
statement harbour master.docx | statement | note
about.html | boilerplate | about
key facts.html | factsheet | facts
people/Tom Pell.md | biography | pell
people/tom_pell.jpg | portrait | portrait
people/Ines Corvo.txt | biography | corvo
images/2026/june/bell.jpg | photo | photo
images/2026/june/crew.jpg | photo | photo
images/2026/smith.jpg | photo | photo
a/b/c/deep enough.docx | release | lamp
a/b/c/d/too deep.docx | deep | ferry dearer
a/b/c/d/e/deeper still.docx | deep | minutes
CONFIDENTIAL draft.docx | internal | draft internal
Comms plan.docx | internal | plan
memo to captains.docx | internal | memo
Meeting notes.docx | internal | minutes
agreement with the yard.pdf | internal | contract
budget.md | internal | budget
shopping.txt | unknown | note
scan0001.pdf | unread | scan
empty.docx | unread | empty
empty.txt | unread | empty
notes.pages | unread | stub
animation.gif | photo | photo
.localized | passed over | empty
""",
    "Presse 2026 (FR)": """
Communiqués/Communiqué bac de nuit.docx | release | ferry fr
Communiqués/CP nœuds VF.odt | release | knots fr
Communiqués/Communiqué bac de nuit.pdf | copy | ferry fr
Fiche technique.docx | factsheet | facts fr
À propos.docx | boilerplate | about fr
Équipe/Nell Farrow.docx | biography | farrow fr
Équipe/nell-farrow.jpg | portrait | portrait
Visuels/Bac.jpg | photo | photo
Visuels/Cloche.jpg | photo | photo
Visuels/Légendes.txt | unknown | note
Charte graphique/logo couleur.svg | logo | drawn logo
Charte graphique/logo noir.png | second logo | logo
Charte graphique/police.ttf | typeface | stub
Anciens/Communiqué bac.docx | version | ferry fr + changed
Réunions/CR réunion 12 mai.docx | internal | minutes fr
Réunions/PV 3 mars.docx | internal | minutes fr
Interne/Éléments de langage.docx | internal | lines fr
Interne/note.docx | internal | note fr
Administratif/Contrat ponton.docx | internal | contract fr
Administratif/Facture 4711.pdf | internal | invoice
Administratif/Devis.xlsx | table | table
Administratif/Budget.docx | internal | budget
Invitation presse.docx | advisory | advisory fr
Fichier presse.csv | people | people
Press release English.docx | release | lamp
diaporama.ppt | slides | stub
interview.wav | sound | stub
Éléments clés.key | slides | stub
~$Fiche technique.docx | passed over | stub
.~lock.Fiche technique.docx# | passed over | stub
""",
    "Pressemappe": """
Pressemitteilungen/PM Nachtfähre final.docx | release | ferry de
Pressemitteilungen/PM Nachtfähre Entwurf.docx | version | ferry de + changed
Pressemitteilungen/Hafenglocke.rtf | release | bell de
Faktenblatt.docx | factsheet | facts de
Über uns.docx | boilerplate | about de
Personen/Farrow Nell.docx | biography | farrow de
Personen/Farrow Nell.jpg | portrait | portrait
Bilder/Fähre.jpg | photo | photo
Bilder/Glocke.jpg | photo | photo
Bilder/Kai bei Nacht.tif | photo | photo
Bilder/Nutzungsrechte.txt | unknown | note
Logos/Logo_4c.png | logo | logo
Logos/Logo_sw.jpg | second logo | logo
Alt/PM Nachtfähre.docx | copy | ferry de
Intern/Protokoll 12.5.2026.docx | internal | minutes de
Intern/Sprachregelung.docx | internal | lines de
Intern/Vermerk.docx | internal | note de
Verwaltung/Werkvertrag Ponton.docx | internal | contract de
Verwaltung/Rechnung 4711.pdf | internal | invoice
Verwaltung/Angebot Schmied.docx | internal | invoice
Verwaltung/Kosten.xlsx | table | table
Verteiler.xlsx | people | people
Presseeinladung.docx | advisory | advisory de
Gesprächsnotiz Farrow.docx | internal | minutes de
WG Meldung.eml | release | lamp + release
Trailer.mp4 | film | stub
Präsentation.pptx | slides | stub
index.html | release | knots
Thumbs.db | passed over | stub
Zone.Identifier | foreign | stub
""",
    "prensa": """
Comunicados/nota de prensa transbordador.docx | release | ferry es
Comunicados/nado por el bote.md | release | swim es
Comunicados/Borradores/nota transbordador borrador.docx | version | ferry es + changed
Ficha técnica.docx | factsheet | facts es
Quiénes somos.docx | boilerplate | about es
Biografías/Nell Farrow.odt | biography | farrow es
Biografías/Nell Farrow.webp | portrait | portrait
Fotos/muelle.jpg | photo | photo
Fotos/campana.jpg | photo | photo
Fotos/equipo.png | photo | photo
Marca/logotipo.png | logo | logo
Marca/manual de marca.pdf | unread | scan
Antiguos/comunicado viejo.docx | copy | ferry es
Actas/Acta 12 de mayo.docx | internal | minutes es
Actas/Acta de la reunión.docx | internal | minutes es
Argumentario.docx | internal | lines es
CONFIDENCIAL seguro.docx | internal | note es
Contratos/contrato astillero.docx | internal | contract es
Contratos/factura 4711.docx | internal | invoice
Contratos/presupuesto.xlsx | table | table
Convocatoria.docx | advisory | advisory es
periodistas.csv | people | people
RV consulta.eml | unknown | mail inside
video.avi | film | stub
himno.ogg | sound | stub
Media release EN.docx | release | knots
Factsheet EN.docx | factsheet | facts
captura.bmp | photo | photo
._comunicado.docx | passed over | stub
.DS_Store | passed over | stub
""",
    "ملف صحفي": """
بيانات/بيان صحفي العبّارة.docx | release | ferry ar
بيانات/جرس الميناء.docx | release | bell ar
بيانات/بيان صحفي العبّارة.txt | copy | ferry ar
صحيفة حقائق.docx | factsheet | facts ar
من نحن.docx | boilerplate | about ar
فريق/نيل فارو.docx | biography | farrow ar
فريق/نيل فارو.jpg | portrait | portrait
صور/ليل.jpg | photo | photo
صور/جرس.jpg | photo | photo
صور/رصيف.jpg | photo | photo
شعار/شعار.png | logo | logo
قديم/بيان.docx | version | ferry ar + changed
داخلي/محضر اجتماع.docx | internal | minutes ar
داخلي/نقاط الحديث.docx | internal | lines ar
داخلي/عقد.docx | internal | contract ar
داخلي/ملاحظة.docx | internal | note ar
فاتورة 4711.docx | internal | invoice
ميزانية.xlsx | table | table
قائمة الصحفيين.csv | people | people
دعوة صحفية.docx | advisory | advisory ar
Press release.docx | release | ferry
Factsheet.docx | factsheet | facts
Bio Farrow.docx | biography | farrow
About.docx | boilerplate | about
minutes.docx | internal | minutes
crossing.mp4 | film | stub
عرض.pptx | slides | stub
نشيد.mp3 | sound | stub
desktop.ini | passed over | stub
Thumbs.db | passed over | stub
""",
    "Shared drive": """
releases/2026-06-04-ferry.md | release | ferry
releases/2026-07-01-knots.docx | release | knots
releases/advisory.docx | advisory | advisory
releases/talking points.docx | internal | talking points
releases/embargoed.docx | release | harbour
bios/nell-farrow.md | biography | farrow
bios/nell-farrow.jpg | portrait | portrait
photos/one.jpg | photo | photo
photos/two.jpg | photo | photo
photos/logo wall.jpg | photo | photo
factsheet.md | factsheet | figures
boilerplate.txt | boilerplate | about bare
documents/annual report.pdf | finished | scan
documents/survey.pdf | finished | scan
out/shared-drive.pdf | passed over | scan
out/drafts/index.html | passed over | ferry
out/drafts/mail-merge.xlsx | passed over | people
out/drafts/vane.eml | passed over | mail inside
sent/kit May.pdf | passed over | scan
Copy of budget.xlsx | table | table
blog-export.xml | unread | export
saved page.html | release | lamp + picture
saved page_files/quay.jpg | passed over | photo
saved page_files/style.css | passed over | stub
Privileged.docx | internal | crisis
HR/offer letter.docx | internal | contract
HR/payroll.csv | table | table
IT/password list.txt | unknown | note
~WRL0001.tmp | passed over | stub
.gitkeep | passed over | empty
""",
    "JuneLaunchPRESSKIT": """
newsReleaseFerry-v1.docx | version | ferry
newsReleaseFerry-v2.docx | release | ferry dearer
Release knots Anna.docx | choose | knots
Release knots Tom.docx | choose | knots + changed
factSheetFerry.docx | factsheet | facts
companyBoilerplate.docx | boilerplate | about bare
bioNellFarrow.docx | biography | farrow
nellFarrow.jpg | portrait | portrait
DSC_0001.jpg | photo | photo
DSC_0002.jpg | photo | photo
Screenshot 2026-05-12 at 09.41.22.png | photo | photo
SFC_Logo_RGB.png | logo | logo
talkingPointsFarrow.docx | internal | talking points
meetingMinutes-2026-05-12.docx | internal | minutes
invoice_smith_12-05-26.docx | internal | invoice
contractYard_SIGNED.docx | internal | contract
internalMemo.docx | internal | memo
linesToTake_pontoon.docx | internal | lines
ferry CONFIDENTIAL v4.docx | internal | draft internal
budget2026.csv | table | table
pressList.csv | people | people
mediaAdvisory.docx | advisory | advisory
qAndA.docx | questions | questions
background note.docx | backgrounder | background
teaserFilm.m4v | film | stub
jingle.aac | sound | stub
kickoff.odp | slides | stub
Inter-Bold.woff2 | typeface | stub
untitled | foreign | empty
.com.apple.timemachine | passed over | empty
""",
    "for the island paper": """
ferry hidden.docx | release | ferry + hidden
knots header.docx | internal | knots + header: INTERNAL – NOT FOR DISTRIBUTION
bell 8859.txt | release | bell + cp1252
school utf16.txt | release | school + utf-16
lamp.htm | release | lamp
swim.pdf | release | swim
Nell Farrow.docx | biography | farrow
Nell Farrow.jpeg | portrait | portrait
Tom Pell.docx | biography | pell
ferry facts.docx | factsheet | facts
ferry figures.html | factsheet | figures
the company.docx | boilerplate | about
quay.jpg | photo | photo
emblem.png | second logo | logo
wordmark.svg | logo | drawn logo
May 12.docx | internal | minutes
4711.docx | internal | invoice
2026-117.docx | internal | contract
pontoon.docx | internal | lines
storm.docx | internal | talking points
captains.docx | internal | memo
if it sinks.docx | internal | crisis
spring.docx | internal | plan
crossing.docx | advisory | advisory
storm of 2017.docx | backgrounder | background
dogs and fog.docx | questions | questions
Iris Vane.csv | table | people
Re Re Fwd.eml | unknown | mail inside
lamp final FINAL.eml | copy | lamp + release
old photo.psd | foreign picture | stub
""",
}


@dataclass(frozen=True)
class Row:
    """A file of a folder. secret: a word in it that must stand in no output, unless the file is taken for a text."""

    path: str
    taken_for: str
    content: str
    secret: str


def rows_of(folder: str) -> list[Row]:
    """Return a folder's files."""
    lines = FOLDERS[folder].strip().split("\n")
    number = [*FOLDERS].index(folder)
    parts = (line.split(" | ") for line in lines)
    return [Row(path, kind, content, f"Zqv{number}x{at:02d}w") for at, (path, kind, content) in enumerate(parts)]


def write_folder(folder: str, place: Path) -> Path:
    """Write a folder's files below a place; return it."""
    root = place / folder
    for row in rows_of(folder):
        write(root / row.path, row.content, row.secret)
    return root
