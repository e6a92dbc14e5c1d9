"""Sentences about other embargoes: on arms, oil and trade, or on goods; and words that only sound like one."""

from __future__ import annotations

NEWS = """
The oil embargo was lifted on 12 May 2027.
The arms embargo against Freedonia expires on 12 May 2027.
Ministers extended the trade embargo until 1 June 2027.
The council tightened the embargo on coal in January.
The island has lived under an embargo since 1962.
Sanctions and an embargo on grain have emptied the shelves.
The embargo on fish from the northern banks ends this week.
After forty years of embargo the harbour is busy again.
Embargo against Freedonia ends
Embargo on oil hits harbour towns
Oil embargo lifted after ten years
Arms embargo: what the council decided
Embargoed goods rot in the port
Embargoed oil worth two million crowns was seized at sea.
The ship broke the embargo twice and was seized.
Historians call it the longest embargo of the century.
The union called for an embargo on imported salmon.
The government imposed an embargo on timber in 1998.
No embargo has ever stopped the smugglers.
The embargo was violated by three companies.
The embargo costs the island nine million crowns a year.
An embargo on weapons was agreed at 9 p.m. on Tuesday.
The export embargo took effect at midnight on 1 May 2027.
The American embargo of 1807 ruined the port.
Farmers fear a new embargo on beef.
The travel embargo ends on Friday, the minister said.
The embargo against Cuba is older than most of its people.
Russia's embargo on cheese changed what people eat.
The United Nations lifted its arms embargo in 1994.
The museum shows how people lived under the embargo.
A wheat embargo would raise prices, the bank said.
Trade has tripled since the embargo ended.
The album is for release on 12 May 2027.
The film will be released on 12 May 2027 in forty cinemas.
The seals are ready for release into the bay.
The report was released at 9 a.m. on 12 May 2027.
The prisoners were not for release before the vote, the court said.
The rule holds until 12 May 2027.
The road is closed until 12 May 2027.
The book is not for sale before 12 May 2027.
L'embargo sur les armes a été levé le 12 mai 2027.
L'embargo pétrolier dure depuis dix ans.
Le pays vit sous embargo commercial depuis 1962.
L'île est sous embargo américain depuis quarante ans.
Le conseil a prolongé l'embargo sur le charbon jusqu'au 1er juin 2027.
L'embargo contre la Freedonie prend fin.
Embargo sur le blé : les prix montent
Fin de l'embargo sur le poisson
Les pêcheurs craignent un nouvel embargo.
Le navire a violé l'embargo à deux reprises.
Un embargo économique a ruiné le port.
Le gouvernement a décrété un embargo sur le bois en 1998.
L'embargo russe sur le fromage a changé les habitudes.
L'embargo a pris fin il y a dix ans.
La levée de l'embargo sur les armes divise le parlement.
Les Nations unies ont levé leur embargo en 1994.
Les marchandises sous embargo pourrissent au port.
L'embargo coûte neuf millions par an à l'île.
Le musée montre la vie sous l'embargo.
Les historiens parlent du plus long embargo du siècle.
Le commerce a triplé depuis la fin de l'embargo.
L'embargo agricole pèse sur les marchés.
L'Union européenne discute d'un embargo sur le gaz.
Les agriculteurs demandent la fin de l'embargo.
Le ministre a annoncé un embargo sur les exportations de viande.
L'embargo militaire expire le 12 mai 2027.
Un embargo n'a jamais arrêté la contrebande.
L'embargo sur les navires est maintenu jusqu'au 12 mai 2027, dit le ministre.
Le livre paraît le 12 mai 2027.
La diffusion du film commence le 12 mai 2027 à 21h.
La publication du rapport est prévue le 12 mai 2027.
Le concert sera diffusé le 12 mai 2027 à 20h30.
La route est fermée jusqu'au 12 mai 2027.
L'exposition est ouverte jusqu'au 12 mai 2027.
Le pont n'ouvrira pas avant le 12 mai 2027.
Les embargos du passé n'ont rien changé aux prix.
Le port a souffert de trois embargos.
La population vit mal sous cet embargo.
Le blocus et l'embargo ont duré vingt ans.
Depuis l'embargo, les bateaux restent à quai.
Sin embargo, el muelle abre el 12 de mayo de 2027 a las 9:00.
El muelle, sin embargo, no abre antes del 12 de mayo de 2027.
El embargo de armas fue levantado el 12 de mayo de 2027.
El embargo petrolero dura desde hace diez años.
La isla vive bajo el embargo estadounidense desde 1962.
El embargo a Cuba cumple sesenta años.
El consejo prorrogó el embargo sobre el carbón hasta el 1 de junio de 2027.
Embargo contra Freedonia: el fin de una época
El juez ordenó el embargo de las cuentas bancarias.
La vivienda fue embargada por el banco.
Los bienes embargados saldrán a subasta el 12 de mayo de 2027.
El embargo preventivo afecta a tres barcos.
El embargo comercial arruinó el puerto.
Los pescadores temen un nuevo embargo.
El buque violó el embargo dos veces.
El gobierno decretó un embargo sobre la madera en 1998.
El levantamiento del embargo a las armas divide al parlamento.
Las mercancías bajo embargo se pudren en el puerto.
El embargo cuesta nueve millones al año a la isla.
Los historiadores hablan del embargo más largo del siglo.
El comercio se ha triplicado desde el fin del embargo.
La Unión Europea debate un embargo al gas.
El ministro anunció un embargo a las exportaciones de carne.
El embargo militar vence el 12 de mayo de 2027.
Ningún embargo ha detenido el contrabando.
El museo muestra la vida bajo el embargo.
La población sufre el embargo.
El embargo ruso al queso cambió el mercado.
Naciones Unidas levantó el embargo en 1994.
El libro se publica el 12 de mayo de 2027.
La publicación del informe está prevista para el 12 de mayo de 2027.
La carretera está cerrada hasta el 12 de mayo de 2027.
La exposición está abierta hasta el 12 de mayo de 2027.
El puente no abrirá antes del 12 de mayo de 2027.
Le embargaron el sueldo en 2019.
El tribunal levantó el embargo del coche.
El aguacate vuelve a cruzar la frontera tras el embargo.
Tras el embargo, los barcos volvieron al puerto.
El fin del embargo al trigo baja los precios.
El bloqueo y el embargo duraron veinte años.
Das Waffenembargo wurde am 12. Mai 2027 aufgehoben.
Das Ölembargo dauert seit zehn Jahren.
Die Insel lebt seit 1962 unter einem Embargo.
Das Handelsembargo gegen Freedonien endet am 12. Mai 2027.
Der Rat verlängerte das Embargo gegen Kohle bis 1. Juni 2027.
Embargo gegen Freedonien beendet
Embargo auf Getreide: Preise steigen
Die Fischer fürchten ein neues Embargo.
Das Schiff hat das Embargo zweimal verletzt.
Die Regierung verhängte 1998 ein Embargo auf Holz.
Das russische Embargo auf Käse hat den Markt verändert.
Die Vereinten Nationen hoben ihr Waffenembargo 1994 auf.
Waren unter Embargo verderben im Hafen.
Das Embargo kostet die Insel neun Millionen im Jahr.
Historiker sprechen vom längsten Embargo des Jahrhunderts.
Der Handel hat sich seit dem Ende des Embargos verdreifacht.
Die EU berät über ein Gasembargo.
Der Minister kündigte ein Exportembargo für Fleisch an.
Kein Embargo hat je den Schmuggel verhindert.
Das Museum zeigt das Leben unter dem Embargo.
Die Sperrfrist für Gülle endet am 15. Januar 2027.
Während der Sperrfrist darf keine Gülle ausgebracht werden.
Die Agentur für Arbeit verhängt eine Sperrfrist von zwölf Wochen.
Die Sperrfrist für den Verkauf der Aktien läuft am 12. Mai 2027 ab.
Der Tunnel ist bis 12. Mai 2027, 5 Uhr, gesperrt.
Die Straße bleibt gesperrt bis 12. Mai 2027.
Der Film ist frei ab 12 Jahren.
Die Wohnung ist frei ab 1. Juni 2027.
Die Brücke darf erst ab 12. Mai 2027 befahren werden.
Das Buch erscheint am 12. Mai 2027.
Die Veröffentlichung des Berichts ist für den 12. Mai 2027 geplant.
Die Ausstellung ist bis 12. Mai 2027 geöffnet.
Das Embargo und die Blockade dauerten zwanzig Jahre.
Das Wirtschaftsembargo traf die Landwirte hart.
Ein Embargo auf Lebensmittel würde die Preise treiben.
Der Pass ist gesperrt.
Die Bevölkerung leidet unter dem Embargo.
Drei Embargos haben den Hafen ruiniert.
Das Embargo gilt seit Januar auch für Kaffee.
Nach dem Embargo kehrten die Schiffe zurück.
رفع حظر الأسلحة يوم 12 مايو 2027.
فرض المجلس حظرا على تصدير القمح منذ عام 2010.
يعيش سكان الجزيرة تحت الحظر الاقتصادي منذ عقود.
الحظر النفطي يكلف البلاد تسعة ملايين في السنة.
حظر التجول يبدأ الساعة 9 مساء يوم 12 مايو 2027.
انتهى حظر الصيد في الخليج.
مددت الحكومة حظر التصدير حتى 1 يونيو 2027.
حظر استخدام الأكياس البلاستيكية يبدأ في 12 مايو 2027.
الاتحاد الأوروبي يناقش حظر الغاز الروسي.
رفعت الأمم المتحدة حظر الأسلحة عام 1994.
خرقت السفينة الحظر مرتين.
يخشى الصيادون من حظر جديد على الأسماك.
الحظر التجاري دمر الميناء.
أعلن الوزير حظرا على صادرات اللحوم.
حظر التدخين في الأماكن العامة يشمل المقاهي.
لم يوقف أي حظر التهريب.
المتحف يعرض حياة الناس خلال الحظر.
الحظر الجوي انتهى بعد عشر سنوات.
طالب المزارعون برفع الحظر عن القمح.
الحظر الأمريكي على الجزيرة عمره ستون عاما.
التجارة تضاعفت منذ رفع الحظر.
الحظر على الأخشاب صدر عام 1998.
الطريق مغلق حتى 12 مايو 2027.
المعرض مفتوح حتى 12 مايو 2027.
يصدر الكتاب في 12 مايو 2027.
سينشر التقرير في 12 مايو 2027.
حظر بيع الأسلحة يشمل كل الدول.
قرر المجلس تمديد الحظر على الفحم.
البضائع المشمولة بالحظر تتعفن في الميناء.
أدى الحظر إلى ارتفاع الأسعار في السوق.
حظر السفر ينتهي يوم الجمعة.
الحظر المفروض على السفن مستمر منذ 2019.
الحصار والحظر داما عشرين عاما.
حظر الطيران فوق الجزيرة قائم.
الحكومة تدرس حظر استيراد السكر.
المحكمة أيدت حظر الصيد الجائر.
تراجعت الصادرات بسبب الحظر.
لا حظر على السفر إلى الجزيرة.
عاد الصيادون إلى البحر بعد رفع الحظر.
ينتهي حظر الأسلحة في 12 مايو 2027.
""".strip().split("\n")
