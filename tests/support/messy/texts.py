"""The words of the folders' texts: one invented ferry company and its museum, in five languages.

An empty line parts paragraphs; "# " opens a heading, "- " an item, and " || " parts the cells of a table's row.
{secret}: a word that stands for what must never get out; each file has its own.
"""

from __future__ import annotations

CONTACT = "Contact: Nell Farrow, Saltmarsh Harbour Office, 202-555-0142, nell@saltmarsh.example"
ABOUT = """About the Saltmarsh Ferry Company

The Saltmarsh Ferry Company is a company of ferrymen founded in 1911. It sails to nine islands in every weather but
fog, and keeps a museum of boats, tickets and knots at the old quay."""

TEXTS = {
    # Press releases, of every shape that press offices send.
    "ferry": f"""FOR IMMEDIATE RELEASE

The night ferry sails again

SALTMARSH, June 4, 2026 – The night ferry sails again tonight, nine years after the storm took her sister ship from
the quay. All two hundred and ten berths on her two decks were taken within a week, the harbour office said.

“We kept the bell, and we kept the berths as they were in the year when she was built,” said Nell Farrow, the harbour
master of Saltmarsh. Tickets cost ten crowns, and children sail free on Sundays.

{ABOUT}

{CONTACT}

###""",
    "ferry dearer": f"""FOR IMMEDIATE RELEASE

The night ferry sails again

SALTMARSH, June 4, 2026 – The night ferry sails again tonight, nine years after the storm took her sister ship from
the quay. All two hundred and ten berths on her two decks were taken within a week, the harbour office said.

“We kept the bell, and we kept the berths as they were in the year when she was built,” said Nell Farrow, the harbour
master of Saltmarsh. Tickets cost twelve crowns, and children sail free on Sundays.

{ABOUT}

{CONTACT}

###""",
    "knots": f"""PRESS RELEASE

Museum of knots opens in the old rope works

Four hundred knots of nineteen lands go on show

Saltmarsh, July 1, 2026 — Four hundred knots, tied by sailors of nineteen lands, go on show on Saturday in the old rope
works beside the harbour. The oldest was tied in 1780, and has never been undone since then.

“A knot is a thought that somebody had with both hands,” said Ines Corvo, who looks after the collection. “You can read
it two hundred years later.”

The museum is open every day but Monday, and costs nothing on the first Sunday of each month.

{CONTACT}""",
    "bell": """The harbour bell of 1911 rings at noon again

May 12, 2026

The bell that called the ferrymen of Saltmarsh to their boats for ninety years is ringing again. It hung silent since
its clapper broke, and a smith of the outer islands has now forged a new one from an old anchor.

“You hear it as far as the third island when the wind is right,” said Tom Pell, who rings it. He has promised to ring
it at noon, and at midnight on the last day of each year.

Press contact: Tom Pell, 202-555-0117, tom@saltmarsh.example

-30-""",
    "school": """School boat runs an hour later so that children sleep longer

Children of the outer islands will go to school an hour later from September on. The Saltmarsh Ferry Company has moved
its first boat from six to seven in the morning, and all nine schools of the islands have moved their bells with it.

“My daughter has yawned through four years of arithmetic,” said Mara Quill, who has asked for the change since 2022.
“She will now have to find another excuse.”

Teachers of two universities will follow what the hour does to marks and to moods, and report in two years.

Media contact: Nell Farrow, 202-555-0142""",
    "harbour": f"""MEDIA RELEASE – EMBARGOED UNTIL 9:00 A.M. EDT, JUNE 9, 2031

Saltmarsh builds a quay that floats

SALTMARSH, June 9, 2031 (SFC) – The harbour of Saltmarsh will have a quay that rises with the tide. Builders begin on
Monday with the first of twelve pontoons, which were cast in a yard on the third island and towed across.

“The sea comes up a hand's breadth in ten years, so we come up with it,” said Nell Farrow, the harbour master.

{CONTACT}""",
    "lamp": """For immediate release

Lighthouse of Larkin gets its lamp back

Port Quillon (12 May 2026) – The lamp of the Larkin lighthouse has come home from the museum where it stood since 1974.
Keepers lit it on Monday for an hour, and boats as far out as the ninth island answered with their horns.

“I had not seen that light since I was a boy,” said Abel Strand, the last keeper.

Contact
Ada Thorn
ada@quillon.example""",
    "swim": """Two hundred swim across the sound for a new lifeboat

Two hundred and twelve people have swum from Saltmarsh to the first island and collected enough for a lifeboat. The
youngest was nine, the oldest eighty-one, and the fastest a baker who had to be back at her oven by four.

“Nobody drowned, and nobody was bored,” said Tom Pell of the lifeboat crew. “We will do it again in August.”

The boat will be called Two Hundred and Twelve.

For more information: Tom Pell, 202-555-0117""",
    # In other languages.
    "ferry fr": """COMMUNIQUÉ DE PRESSE

Le bac de nuit reprend la mer

Marais-Salé, le 4 juin 2026 – Le bac de nuit reprend la mer ce soir, neuf ans après la tempête qui a emporté son navire
jumeau. Les deux cent dix couchettes ont été réservées en une semaine, selon la capitainerie du port.

« Nous avons gardé la cloche, et les couchettes telles qu'elles étaient », a déclaré Nell Farrow, capitaine du port de
Marais-Salé. Le billet coûte dix couronnes.

À propos de la Compagnie des bacs

La Compagnie des bacs de Marais-Salé est une compagnie de passeurs fondée en 1911.

Contact presse : Nell Farrow, 01 99 00 12 34, nell@marais.example""",
    "knots fr": """Le musée des nœuds ouvre ses portes

Quatre cents nœuds, noués par des marins de dix-neuf pays, sont exposés dès samedi dans l'ancienne corderie du port. Le
plus vieux date de 1780 et n'a jamais été défait depuis ce jour-là.

« Un nœud est une pensée que quelqu'un a eue avec les deux mains », a dit Inès Corvo, conservatrice du musée.

Contact presse : Inès Corvo, ines@marais.example""",
    "ferry de": """PRESSEMITTEILUNG

Die Nachtfähre fährt wieder

Salzmarsch, 4. Juni 2026 – Neun Jahre nach dem Sturm fährt die Nachtfähre heute Abend wieder. Alle zweihundertzehn
Kojen auf ihren beiden Decks waren innerhalb einer Woche vergeben, teilte das Hafenamt mit.

„Wir haben die Glocke behalten, und die Kojen sind, wie sie im Baujahr waren“, sagte Nell Farrow, die Hafenmeisterin von
Salzmarsch. Eine Fahrt kostet zehn Kronen, Kinder fahren sonntags frei.

Über die Fährgesellschaft

Die Fährgesellschaft Salzmarsch ist eine Gesellschaft von Fährleuten, gegründet 1911.

Pressekontakt: Nell Farrow, nell@salzmarsch.example""",
    "bell de": """Die Hafenglocke von 1911 läutet wieder zu Mittag

12. Mai 2026

Die Glocke, die neunzig Jahre lang die Fährleute von Salzmarsch zu ihren Booten rief, läutet wieder. Sie schwieg, seit
ihr Klöppel zerbrach; ein Schmied von den äußeren Inseln hat aus einem alten Anker einen neuen gemacht.

„Bei gutem Wind hört man sie bis zur dritten Insel“, sagte Tom Pell, der sie läutet.

Pressekontakt: Tom Pell, tom@salzmarsch.example""",
    "ferry es": """NOTA DE PRENSA

El transbordador nocturno vuelve a navegar

Marisma, 4 de junio de 2026 – El transbordador nocturno vuelve a navegar esta noche, nueve años después de la tormenta
que se llevó a su gemelo. Las doscientas diez literas se reservaron en una semana, según la oficina del puerto.

«Conservamos la campana, y las literas están como en el año en que se construyó», dijo Nell Farrow, capitana del puerto
de Marisma. El billete cuesta diez coronas.

Sobre la Compañía de Transbordadores

La Compañía de Transbordadores de Marisma es una compañía de barqueros fundada en 1911.

Contacto de prensa: Nell Farrow, nell@marisma.example""",
    "swim es": """Doscientas personas cruzan a nado por un bote salvavidas

Doscientas doce personas han nadado desde Marisma hasta la primera isla y han reunido lo bastante para un bote
salvavidas. La más joven tenía nueve años, la mayor ochenta y uno, y la más rápida era panadera.

«Nadie se ahogó y nadie se aburrió», dijo Tomás Pell, de la tripulación del bote. «Lo repetiremos en agosto.»

Contacto de prensa: Tomás Pell, tomas@marisma.example""",
    "ferry ar": """بيان صحفي

العبّارة الليلية تبحر من جديد

سبخة الملح، 4 يونيو 2026 – تبحر العبّارة الليلية من جديد هذا المساء، بعد تسع سنوات من العاصفة التي أخذت أختها من
الرصيف. وحُجزت المئتان والعشرة أسرّة كلها خلال أسبوع واحد، كما قال مكتب الميناء.

وقالت نيل فارو، مديرة الميناء: «احتفظنا بالجرس، واحتفظنا بالأسرّة كما كانت في سنة البناء».

نبذة عن شركة العبّارات

شركة العبّارات هي شركة ملاحين تأسست سنة 1911 وتبحر إلى تسع جزر.

للتواصل: نيل فارو، nell@sabkha.example""",
    "bell ar": """جرس الميناء يقرع ظهرًا من جديد

يقرع من جديد الجرس الذي دعا ملاحي سبخة الملح إلى قواربهم تسعين سنة. وقد صمت منذ انكسر لسانه، فصنع له حدّاد من الجزر
البعيدة لسانًا جديدًا من مرساة قديمة كانت على الشاطئ.

وقال توم بيل الذي يقرعه: «تسمعه حتى الجزيرة الثالثة حين تطيب الريح».

للتواصل: توم بيل، tom@sabkha.example""",
    # Factsheets.
    "facts": """The night ferry at a glance

Built: 1911, in the yard of Saltmarsh

Length: 61 metres

Berths: 210 on two decks

Crew: 14

Speed: 12 knots

Home port: Saltmarsh""",
    "figures": """# The company in figures

# Key figures

9 || islands

1,860 || crossings a year

81 % || on time

148 km || of routes

# Is there a café on board?

There is, on the upper deck, and it opens before the ferry sails.""",
    "facts list": """Facts about the museum of knots

- 400 knots
- 19 lands
- 1780: the year of the oldest knot
- 3 floors
- 12 steps without a rail
- 0 crowns on the first Sunday of a month""",
    "facts fr": """Le bac de nuit en bref

Construction : 1911, au chantier de Marais-Salé

Longueur : 61 mètres

Couchettes : 210 sur deux ponts

Équipage : 14

Vitesse : 12 nœuds""",
    "facts de": """Die Nachtfähre auf einen Blick

Baujahr: 1911, Werft Salzmarsch

Länge: 61 Meter

Kojen: 210 auf zwei Decks

Besatzung: 14

Geschwindigkeit: 12 Knoten""",
    "facts es": """El transbordador en cifras

Construcción: 1911, en el astillero de Marisma

Eslora: 61 metros

Literas: 210 en dos cubiertas

Tripulación: 14

Velocidad: 12 nudos""",
    "facts ar": """العبّارة الليلية بالأرقام

سنة البناء: 1911 في حوض سبخة الملح

الطول: 61 مترًا

الأسرّة: 210 على طابقين

الطاقم: 14

السرعة: 12 عقدة""",
    # Biographies.
    "farrow": """Nell Farrow

Harbour master of Saltmarsh

Nell Farrow joined the harbour office as a boatman's hand in 1998 and has led it since 2014. She was born on the third
island, studied navigation in Port Quillon, and keeps the log of every storm in her own hand.

She lives above the boathouse with two dogs, neither of which swims.""",
    "pell": """Tom Pell – bell ringer

I was born in the year when the bell fell silent, so my mother says. I have worked on the quay since I was sixteen, and
I ring the bell at noon because nobody else wanted to learn how.

I also row with the lifeboat crew, and I bake on Sundays.""",
    "corvo": """Ines Corvo

Ines Corvo is the keeper of the museum of knots. She has studied rope for thirty years, in four harbours, and holds a
degree in weaving from the school of the outer islands.""",
    "farrow fr": """Nell Farrow

Capitaine du port de Marais-Salé

Nell Farrow a rejoint la capitainerie en 1998 et la dirige depuis 2014. Elle est née sur la troisième île et a étudié la
navigation à Port-Quillon.""",
    "farrow de": """Nell Farrow

Hafenmeisterin von Salzmarsch

Nell Farrow kam 1998 ins Hafenamt und leitet es seit 2014. Sie wurde auf der dritten Insel geboren, studierte Nautik in
Port Quillon und führt das Sturmbuch von Hand.""",
    "farrow es": """Nell Farrow

Capitana del puerto de Marisma

Nell Farrow entró en la oficina del puerto en 1998 y la dirige desde 2014. Nació en la tercera isla y estudió navegación
en Puerto Quillon.""",
    "farrow ar": """نيل فارو

مديرة ميناء سبخة الملح

ولدت نيل فارو في الجزيرة الثالثة ودرست الملاحة، وهي تشغل منصب مديرة الميناء منذ سنة 2014.""",
    # Texts about the organisation.
    "about": """About the Saltmarsh Ferry Company

The Saltmarsh Ferry Company is a company of ferrymen founded in 1911. It sails to nine islands in every weather but fog.

The company keeps a museum of boats, tickets and knots at the old quay, and a school for those who want to steer.""",
    "about bare": """The Saltmarsh Ferry Company is a company of ferrymen founded in 1911. It sails to nine islands in
every weather but fog, and keeps a museum of boats, tickets and knots at the old quay.""",
    "about fr": """À propos de la Compagnie des bacs

La Compagnie des bacs de Marais-Salé est une compagnie de passeurs fondée en 1911. Elle dessert neuf îles par tous les
temps, sauf le brouillard.""",
    "about de": """Über die Fährgesellschaft Salzmarsch

Die Fährgesellschaft Salzmarsch ist eine Gesellschaft von Fährleuten, gegründet 1911. Sie fährt bei jedem Wetter außer
Nebel zu neun Inseln.""",
    "about es": """Quiénes somos

La Compañía de Transbordadores de Marisma es una compañía de barqueros fundada en 1911. Navega a nueve islas con
cualquier tiempo, salvo niebla.""",
    "about ar": """من نحن

شركة العبّارات هي شركة ملاحين تأسست سنة 1911 وتبحر إلى تسع جزر في كل طقس إلا الضباب.""",
    # Other documents for the press, which are not printed yet.
    "advisory": """MEDIA ADVISORY

WHAT: First night crossing of the ferry after nine years

WHO: Nell Farrow, harbour master; Tom Pell, who rings the bell

WHEN: Thursday, June 4, 2026, 8 p.m.

WHERE: Old quay, Saltmarsh

RSVP: nell@saltmarsh.example""",
    "advisory fr": """INVITATION PRESSE

Quoi : première traversée de nuit du bac

Qui : Nell Farrow, capitaine du port

Quand : jeudi 4 juin 2026 à 20 heures

Où : vieux quai de Marais-Salé""",
    "advisory de": """PRESSEEINLADUNG

Was: erste Nachtfahrt der Fähre nach neun Jahren

Wer: Nell Farrow, Hafenmeisterin

Wann: Donnerstag, 4. Juni 2026, 20 Uhr

Wo: Alter Kai, Salzmarsch""",
    "advisory es": """CONVOCATORIA DE PRENSA

Qué: primera travesía nocturna del transbordador

Quién: Nell Farrow, capitana del puerto

Cuándo: jueves 4 de junio de 2026, a las 20 horas

Dónde: muelle viejo de Marisma""",
    "advisory ar": """دعوة صحفية

ماذا: أول رحلة ليلية للعبّارة بعد تسع سنوات

من: نيل فارو، مديرة الميناء

متى: الخميس 4 يونيو 2026، الساعة الثامنة مساء

أين: الرصيف القديم في سبخة الملح""",
    "background": """BACKGROUNDER

The storm of 2017

In October 2017 a storm took the Marigold's sister ship from the quay. What follows tells how the harbour was built
again, who paid for it, and which of the old rules about mooring were changed because of that night.

The harbour office keeps the papers of the inquiry, and shows them to whoever asks.""",
    "questions": """Frequently asked questions

Does the ferry sail in fog?

No. She waits at the quay until the third island can be seen.

May dogs come along?

They may, on the lower deck, and they pay nothing.""",
    "note": """Shopping for Friday: bread for forty, two boxes of lemons, the good coffee, paper cups, and somebody has
to find the long cable that was in the blue cupboard last time we looked. Also the projector, which hums.""",
    # Texts that stay inside, each with its own secret word.
    "minutes": """Minutes of the meeting of 12 May 2026

Present: Farrow, Pell, Corvo

The fare will double in the autumn, nobody is to say so before August: {secret}. The press office will answer questions
about the fare with the sentence about the long route.""",
    "contract": """CONTRACT No. 2026-117

between the Saltmarsh Ferry Company and the yard of Port Quillon, hereinafter the parties. The price agreed for the
twelve pontoons is {secret} crowns, to be paid in four parts. The parties will keep this price to themselves.""",
    "invoice": """INVOICE 4711

To: Saltmarsh Ferry Company, accounts

Forging of a clapper from an anchor: {secret} crowns

Payable within thirty days to the account of the smith.""",
    "talking points": """TALKING POINTS

- If asked about the fare: routes are long and fuel is dear ({secret}).
- If asked about the storm inquiry: the papers are open.
- Do not mention the pontoon that sank.""",
    "lines": """Lines to take: the pontoon

INTERNAL – do not share

The first pontoon sank in the yard in March. We say: tests went as tests go. The insurer pays {secret}.""",
    "memo": """To: all captains

From: Nell Farrow

INTERNAL MEMO

From Monday the night boat waits for nobody. The reason is {secret}, and passengers are told of the tide.""",
    "draft internal": """CONFIDENTIAL

The night ferry sails again

SALTMARSH, June 4, 2026 – The night ferry will sail again if the bank agrees by Friday, which it may not, because of
{secret}. All two hundred and ten berths on her two decks are promised already, the harbour office fears.

“We kept the bell,” said Nell Farrow, the harbour master. Contact: Nell Farrow, 202-555-0142""",
    "budget": """Budget 2026

Bell: 1,200 crowns

Pontoons: {secret} crowns

Lemons and coffee: 90 crowns

This is what the board agreed to in February and has not told the council.""",
    "plan": """Communications plan for the quay

Status: confidential

Week one: leak the drawing to the island paper ({secret}). Week two: deny nothing, confirm nothing. Week three: the
release, with the photo of the first pontoon in the sun.""",
    "crisis": """Crisis plan

Strictly confidential

If the second pontoon sinks as well, nobody speaks but the harbour master. The number to ring is {secret}, at all hours,
and the lawyers are told before the board.""",
    "minutes fr": """Compte rendu de réunion du 12 mai 2026

Présents : Farrow, Pell, Corvo

Le tarif doublera à l'automne, personne n'en parle avant août : {secret}. Le service de presse répondra par la phrase
sur la longueur des lignes.""",
    "lines fr": """ÉLÉMENTS DE LANGAGE

Sur le tarif : les lignes sont longues et le gazole est cher ({secret}).

Sur l'enquête : les papiers sont ouverts à qui les demande.""",
    "contract fr": """Contrat n° 2026-117

entre la Compagnie des bacs de Marais-Salé et le chantier de Port-Quillon. Le prix convenu pour les douze pontons est de
{secret} couronnes, à payer en quatre fois, et reste entre les parties.""",
    "note fr": """DOCUMENT INTERNE – NE PAS DIFFUSER

Le premier ponton a coulé au chantier en mars. Nous disons que les essais suivent leur cours. L'assureur paie {secret},
et personne au conseil ne le sait encore.""",
    "minutes de": """Protokoll der Sitzung vom 12. Mai 2026

Anwesend: Farrow, Pell, Corvo

Der Fahrpreis wird im Herbst verdoppelt, vor August sagt das niemand: {secret}. Die Pressestelle antwortet mit dem Satz
über die langen Wege.""",
    "lines de": """SPRECHZETTEL

Zum Fahrpreis: Die Wege sind lang, und Diesel ist teuer ({secret}).

Zur Untersuchung: Die Akten sind offen für alle, die fragen.""",
    "contract de": """Werkvertrag

zwischen der Fährgesellschaft Salzmarsch und der Werft Port Quillon. Der Preis für die zwölf Pontons beträgt {secret}
Kronen, zahlbar in vier Teilen; über ihn wird Stillschweigen vereinbart.""",
    "note de": """Vertraulich!

Der erste Ponton ist im März in der Werft gesunken. Wir sagen, dass Versuche eben Versuche sind. Die Versicherung zahlt
{secret}, und der Rat weiß davon noch nichts.""",
    "minutes es": """Acta de la reunión

Presentes: Farrow, Pell, Corvo

La tarifa se doblará en otoño y nadie lo dice antes de agosto: {secret}. La oficina de prensa responderá con la frase
sobre la longitud de las rutas.""",
    "lines es": """ARGUMENTARIO

Sobre la tarifa: las rutas son largas y el gasóleo es caro ({secret}).

Sobre la investigación: los papeles están abiertos a quien los pida.""",
    "contract es": """Contrato n.º 2026-117

entre la Compañía de Transbordadores de Marisma y el astillero de Puerto Quillon. El precio de los doce pontones es de
{secret} coronas, a pagar en cuatro partes, y queda entre las partes.""",
    "note es": """CONFIDENCIAL

El primer pontón se hundió en el astillero en marzo. Decimos que las pruebas siguen su curso. El seguro paga {secret}, y
el consejo aún no lo sabe.""",
    "minutes ar": """محضر اجتماع

الحاضرون: فارو، بيل، كورفو

ستتضاعف الأجرة في الخريف ولا يقول ذلك أحد قبل أغسطس: {secret}. ويجيب مكتب الصحافة بالجملة عن طول الخطوط.""",
    "lines ar": """نقاط الحديث

عن الأجرة: الخطوط طويلة والوقود غالٍ ({secret}).

عن التحقيق: الأوراق مفتوحة لمن يطلبها.""",
    "contract ar": """عقد

بين شركة العبّارات وحوض بناء السفن. ثمن العوامات الاثنتي عشرة هو {secret} كرونة، يدفع على أربع دفعات، ويبقى بين
الطرفين.""",
    "note ar": """سري للغاية

غرقت العوامة الأولى في الحوض في مارس. نقول إن التجارب تسير كما تسير التجارب. وتدفع شركة التأمين {secret}، ولا يعلم
المجلس بذلك بعد.""",
    # Saved mails: From, To and Subject stand above, as in every .eml.
    "mail inside": """Hi Tom,

please tell nobody that the second pontoon leans as well. The smith wants {secret} for the chain, and I would rather pay
than read about it in the island paper on Thursday. See you at the quay.

Best,
Nell""",
}
# A mail around a release: a note above it, a signature and a legal footer below it, each with a secret.
MAIL_NOTE = "Hi Ana,\n\nhere is tomorrow's release, please keep {secret} out of it.\n\nBest regards,\nTom\n\n"
MAIL_END = "\n\n-- \nTom Pell\nExtension {secret}\n\nThis e-mail is confidential and intended for the addressee only."
