"""Words that head contacts, and that stand before a name, a number or an address, in the languages that are read."""

from __future__ import annotations

import re
from collections.abc import Mapping

KINDS = (
    r"(?:press|media|news|public\s+relations|pr|public\s+affairs|general|agency|company|corporate|office|editorial"
    r"|primary|marketing)"
)
PEOPLE = r"(?:\s+(?:persons?|people|information|info|details|us|names?|numbers?))?"
ABOUT_WHAT = r"(?:\s+(?:for|at|in|on)\b[^:.\n]{0,60}|\s*\([^()]{0,40}\)|,?\s+(?:please\s+)?contact)?"
REST = r"[^:.\n]{0,60}"
COLON = r"(?=[\s\xa0]*:)"
WHOM = rf"(?:\s+[^:.,\n]{{2,40}}{COLON})?"  # “Contact presse France :”, never the name that follows without a colon
CALLS = r"(?:und|oder|zu[rm]?|bitte|an|steht|stehen|wenden|kontaktieren|erreichen|melden)"
HEADINGS: Mapping[str, str] = {
    "en": rf"(?:for\s+)?(?:{KINDS}(?:\s*(?:and|&|/|or)\s*|\s+)){{0,4}}"
    rf"(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|queries|interviews?){PEOPLE}{ABOUT_WHAT}"
    rf"|(?:interview|media|press)\s+requests?|(?:press|media)\s+(?:office|desk|team){COLON}"
    r"|(?:for\s+)?(?:more|further|additional)\s+information"
    r"|for\s+(?:more|further|additional|press|media|interviews?)\b[^:.\n]{0,80}"
    r"|to\s+(?:arrange|request|schedule)[^:.\n]{0,80}",
    "de": rf"(?:presse|medien)?kontakte?(?:\s+(?:presse|medien|investoren))?(?:\s+für\b{REST})?"
    rf"|(?:presse|medien)kontakte?{WHOM}"
    rf"|(?:ihre?\s+)?ansprech(?:partner(?:in(?:nen)?|:innen|\*innen)?|person(?:en)?)(?:\s+für\b{REST})?"
    rf"|(?:presse|medien)(?:an|rück)?fragen(?:\s+(?:bitte\s+)?an)?|rückfragen(?:\s+(?:bitte\s+)?an)?"
    rf"|(?:für|bei)\s+(?:presse|medien)?(?:rück|an)?fragen(?:\s+{CALLS}\b{REST})?"
    rf"|(?:presse|medien)stelle{COLON}|(?:weitere\s+)?(?:medien|presse)?ausk(?:unft|ünfte)(?:sperson(?:en)?)?(?:\s+(?:für|an)\s+(?:die\s+)?(?:medien|presse)\w*)?"
    rf"(?:\s+(?:erteil(?:t|en)|gibt|geben)\b{REST})?|weitere\s+informationen(?:\s+(?:erhalten|bekommen|finden|gibt|geben|erteilt|bei|über)\b{REST}{COLON})?"
    rf"|(?:für|bei)\s+weitere[nr]?\s+(?:informationen|auskünfte)\b{REST}{COLON}",
    "fr": rf"contacts?\s+(?:presse|médias?|de\s+presse){WHOM}|votre\s+contact"
    r"|(?:service\s+(?:de\s+)?|bureau\s+de\s+)presse"
    rf"|relations?\s+(?:presse|médias?)|renseignements|plus\s+d['’]informations?"
    rf"|pour\s+(?:plus\s+d['’]informations?|toute\s+(?:information|question|demande)|en\s+savoir\s+plus){REST}",
    "es": r"contactos?(?:\s+(?:(?:de|para)\s+(?:la\s+)?)?(?:prensa|imprensa|medios))?"
    r"|contacts?\s+de\s+(?:prensa|medios)"
    rf"|(?:gabinete|oficina|departamento)\s+de\s+(?:prensa|comunicación){COLON}"
    rf"|información\s+(?:para|de)\s+(?:la\s+)?prensa{COLON}"
    rf"|(?:para\s+)?(?:más|mayor)\s+información(?:,?\s{REST}{COLON})?",
    "it": r"contatt[oi](?:\s+(?:per\s+(?:la\s+)?)?(?:stampa|media))?|ufficio\s+stampa"
    rf"|(?:per\s+)?(?:maggiori|ulteriori)\s+informazioni(?:,?\s{REST}{COLON})?|per\s+informazioni(?:\s+(?:alla|per\s+la)\s+stampa)?",
    "nl": r"(?:pers|press|media)?contact(?:persoon|personen|en)?(?:\s+voor\s+de\s+(?:pers|media))?"
    rf"|persvoorlichting{COLON}|(?:voor\s+)?meer\s+informatie(?:,?\s{REST}{COLON})?",
    "pt": rf"contac?tos?(?:\s+(?:(?:de|para)\s+(?:a\s+)?)?(?:imprensa|mídia))?"
    rf"|(?:assessoria|gabinete)\s+de\s+imprensa{COLON}"
    rf"|(?:para\s+)?mais\s+informações(?:,?\s{REST}{COLON})?",
    "pl": r"kontakt\s+(?:dla\s+mediów|prasowy)",
    "sv": r"presskontakt",
    "ja zh ko": r"(?:お)?問い?合わ?せ先?|連絡先|联系(?:人|方式)|聯絡人|문의",
    "ar": r"للتواصل[^:\n]{0,40}|للاتصال[^:\n]{0,40}|(?:جه(?:ة|ات)\s+الاتصال|الاتصال)(?:\s+(?:الصحفية?|الإعلامية?))?"
    rf"|لل?مزيد\s+من\s+المعلومات[^:\n]{{0,40}}|للاستفسار(?:ات)?[^:\n]{{0,40}}|مسؤولة?\s+(?:الاتصال|التواصل|الإعلام)"
    rf"|المكتب\s+(?:الإعلامي|الصحفي){COLON}",
}
LABEL = re.compile(
    rf"\W*(?:{'|'.join(HEADINGS.values())})\W{{0,9}}?(?P<end>\s*[:：]\W*|\s*$|\s+[-–—]+\s+)", re.IGNORECASE
)
BARE_LABEL = re.compile(rf"\W*(?i:(?:{KINDS}\s+)?contacts?|prepared\s+by:?)\s+(?=[A-Z])")
# A desk that is rung, and no person.
OFFICE = re.compile(
    r"(?:press|media|news|communications?)\s+(?:office|team|desk|department)|(?:presse|medien)(?:stelle|büro|dienst)|service\s+(?:de\s+)?presse"
    r"|bureau\s+de\s+presse|(?:oficina|gabinete|sala)\s+de\s+(?:prensa|comunicación)|ufficio\s+stampa|المكتب\s+الصحفي",
    re.IGNORECASE,
)
AFTER = (
    r"(?:evenings?|nights?)(?:\s(?:and|&|or)\sweekends?)?|weekends?|24\s?/\s?7|abends|soirs?\set\sweek-?ends?|noches"
    r"|(?:after|out[\s-]of)[\s-](?:hours|office)(?:\s+(?:phone|contact|tel))?|24[\s-]?hours?|on[\s-]call|emergency"
    r"|astreinte|(?:en\s+)?(?:de)?hors\s+(?:des\s+)?heures(?:\s+de\s+bureau)?|خارج\s+(?:أوقات|ساعات)\s+(?:العمل|الدوام)"
)
FAX = r"(?:tele)?fax|télécopie|فاكس"
OWN = (
    r"cell(?:ular|phone)?|port(?=\s?[.:])|text|sms|(?:mobile?|handy|celular|cellulare|mobiel|móvil)(?:\s+phone)?|mob|natel|gsm|portable"
    r"|whatsapp|signal|telegram|threema|wechat|واتساب|(?:هاتف\s+)?(?:ال)?(?:جوال|محمول)|الهاتف\s+المحمول"
)
PLAIN = (
    r"tel(?:e(?:phone|fon[eo]?|foon))?(?:nummer)?|t[fl]?no|tlf|phone|ph|e-?mail(?:[\s-]+ad(?:dress|resse))?|courriel"
    r"|correo(?:\s+electrónico)?|téléphone|tél|teléfono|fon|(?:ال)?هاتف|البريد(?:\s+الإلكتروني)?"
)
NUMBERS = rf"{AFTER}|{FAX}|{OWN}|{PLAIN}"
PERSONAL = (
    r"(?:full\s+|first\s+|last\s+)?name|nom(?:\s+et\s+prénom)?|nombre|nome|naam|الاسم|title|job\s+title|role|position|department"
    r"|organi[sz]ation|company|funktion|position|abteilung|firma|unternehmen|fonction|poste|société|organisme|cargo|puesto|empresa"
    r"|organización|ruolo|qualifica|azienda|functie|rol|organisatie|bedrijf|organização|المنصب|المسمى(?:\s+الوظيفي)?|الصفة|الجهة"
)
ONE = rf"(?:{NUMBERS})(?:\.|\s*(?:no|number)\.?)?"
# The letters stand alone: “T +44 …”, “M: +44 …”.
FIELD = re.compile(
    rf"(?<!\w)(?:{ONE}(?:\s*(?:[/&+]|and|und|et|y|e)\s*{ONE})*[\s\xa0]*(?::|$|(?=\s*[+(]?\d))"
    rf"|(?:{PERSONAL})[\s\xa0]*:|(?:office|desk|web(?:site)?|internet)\.?\s*(?::|(?=[+(]?\d))"
    r"|(?:direct|main|work|switchboard|durchwahl|zentrale|standard)\.?\s*(?::|$|(?=[+(]?\d))"
    r"|[tmpeowfc]\.?[\s\xa0]*(?::|$|(?=[+(]?\d)))[\s\xa0]*",
    re.IGNORECASE,
)
FIELD_NAME = re.compile(rf"(?:{NUMBERS}|{PERSONAL})\.?[\s\xa0]*:?", re.IGNORECASE)
# Behind its number, in brackets: “(mobile)”.
BEHIND = re.compile(
    rf"\s?\((?P<label>(?:{AFTER}|{FAX}|{OWN}|office|direct|main|work|desk|switchboard|büro|bureau|oficina)\b[^()]{{0,20}})\)",
    re.IGNORECASE,
)
# What a label says of its number: that it rings out of hours, that no voice answers, that it is a person's own.
IS_AFTER, IS_FAX, IS_OWN = (
    re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for words in (AFTER, rf"{FAX}|f", rf"{OWN}|[mc]")
)
