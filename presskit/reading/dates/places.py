"""Places that may open a release without a date: states and countries after a city, and cities that stand alone.

Why a list: “Above – …” and “Greenpeace – …” look like datelines. Without a date beside it, a word is taken for a
place only when it is known to be one.
"""

from __future__ import annotations

from presskit.reading.words import words

AMERICAN_STATES = """
Alabama AL Ala.|Alaska AK|Arizona AZ Ariz.|Arkansas AR Ark.|California CA Calif.|Colorado CO Colo.|
Connecticut CT Conn.|Delaware DE Del.|Florida FL Fla.|Georgia GA Ga.|Hawaii HI|Idaho ID|Illinois IL Ill.|
Indiana IN Ind.|Iowa IA|Kansas KS Kan.|Kentucky KY Ky.|Louisiana LA La.|Maine ME|Maryland MD Md.|
Massachusetts MA Mass.|Michigan MI Mich.|Minnesota MN Minn.|Mississippi MS Miss.|Missouri MO Mo.|Montana MT Mont.|
Nebraska NE Neb.|Nevada NV Nev.|New~Hampshire NH N.H.|New~Jersey NJ N.J.|New~Mexico NM N.M.|New~York NY N.Y.|
North~Carolina NC N.C.|North~Dakota ND N.D.|Ohio OH|Oklahoma OK Okla.|Oregon OR Ore.|Pennsylvania PA Pa.|
Rhode~Island RI R.I.|South~Carolina SC S.C.|South~Dakota SD S.D.|Tennessee TN Tenn.|Texas TX|Utah UT|Vermont VT Vt.|
Virginia VA Va.|Washington WA Wash.|West~Virginia WV W.Va.|Wisconsin WI Wis.|Wyoming WY Wyo.|
District~of~Columbia DC D.C.|Puerto~Rico PR P.R.|Guam GU
"""

PROVINCES = """
Ontario ON Ont.|Quebec QC Que.|Québec|
British~Columbia BC B.C.|Alberta AB Alta.|Manitoba MB|Saskatchewan SK|Nova~Scotia NS|New~Brunswick NB
"""

BRITISH = """
England|Scotland|Wales|Northern~Ireland
"""

COUNTRIES = """
Afghanistan|Albania|Algeria|Algérie|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus|
Belgium|Belgique|Benin|Bénin|Bolivia|Botswana|Brazil|Brasil|Bulgaria|Burkina~Faso|Burundi|Cambodia|Cameroon|
Cameroun|Canada|Chad|Tchad|Chile|China|Colombia|Costa~Rica|Croatia|Cuba|Cyprus|Czech~Republic|Czechia|Denmark|
Deutschland|Djibouti|Ecuador|Egypt|Égypte|El~Salvador|España|Estonia|Ethiopia|Fiji|Finland|France|Gabon|Gambia|
Germany|Ghana|Greece|Guatemala|Guinea|Guinée|Haiti|Haïti|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|
Israel|Italy|Italia|Ivory~Coast|Côte~d’Ivoire|Côte~d'Ivoire|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kuwait|Latvia|
Lebanon|Liban|Liberia|Libya|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Maroc|Mauritania|
Mauritanie|Mauritius|Mexico|México|Moldova|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|
New~Zealand|Nicaragua|Niger|Nigeria|Norway|Oman|Pakistan|Palestine|Panama|Paraguay|Peru|Perú|Philippines|Poland|
Portugal|Qatar|Romania|Russia|Rwanda|Saudi~Arabia|Senegal|Sénégal|Serbia|Sierra~Leone|Slovakia|Slovenia|Somalia|
South~Africa|South~Korea|Spain|Sri~Lanka|Sudan|Sweden|Switzerland|Suisse|Syria|Taiwan|Tanzania|Thailand|Togo|
Tunisia|Tunisie|Turkey|Türkiye|UAE|U.A.E.|Uganda|UK|U.K.|Ukraine|United~Arab~Emirates|United~Kingdom|United~States|
Uruguay|US|USA|U.S.|U.S.A.|Uzbekistan|Venezuela|Vietnam|Yemen|Zambia|Zimbabwe|Coahuila|Jalisco|Bavaria|Bayern|
Catalonia|Ontario
"""

CITIES = """
Atlanta|Baltimore|Boston|Chicago|Cincinnati|Cleveland|Dallas|Denver|Detroit|Honolulu|Houston|Indianapolis|Las~Vegas|
Los~Angeles|Miami|Milwaukee|Minneapolis|New~Orleans|New~York|New~York~City|Oklahoma~City|Philadelphia|Phoenix|
Pittsburgh|St.~Louis|Salt~Lake~City|San~Antonio|San~Diego|San~Francisco|Seattle|Washington|Washington~DC|
Washington~D.C.|Austin|Sacramento|Portland|Abidjan|Abu~Dhabi|Abuja|Accra|Addis~Ababa|Algiers|Alger|Amman|Amsterdam|
Ankara|Athens|Auckland|Baghdad|Bamako|Bangkok|Barcelona|Beijing|Beirut|Beyrouth|Belgrade|Berlin|Bern|Bogota|Bogotá|
Brasilia|Brussels|Bruxelles|Bucharest|Budapest|Buenos~Aires|Cairo|Cape~Town|Caracas|Casablanca|Copenhagen|Dakar|
Damascus|Delhi|New~Delhi|Dhaka|Doha|Dubai|Dublin|Edinburgh|Frankfurt|Geneva|Genève|Gibraltar|Glasgow|Guatemala~City|
Hamburg|Hanoi|Havana|Helsinki|Hong~Kong|Islamabad|Istanbul|Jakarta|Jerusalem|Johannesburg|Kabul|Kampala|Karachi|
Kiev|Kyiv|Kinshasa|Kigali|Kuala~Lumpur|Kuwait~City|Lagos|Lima|Lisbon|London|Londres|Luxembourg|Lyon|Madrid|Manila|
Marrakech|Marrakesh|Marseille|Melbourne|Mexico~City|Milan|Monaco|Montreal|Montréal|Moscow|Mumbai|Munich|Nairobi|
Nicosia|Niamey|Oslo|Ottawa|Ouagadougou|Panama~City|Paris|Prague|Quebec~City|Rabat|Riga|Rio~de~Janeiro|Riyadh|Rome|
Roma|San~Salvador|Santiago|Sao~Paulo|São~Paulo|Seoul|Shanghai|Singapore|Sofia|Stockholm|Strasbourg|Sydney|Taipei|
Tallinn|Tangier|Tanger|Tehran|Tel~Aviv|Tokyo|Toronto|Tripoli|Tunis|Vancouver|Vatican~City|Vienna|Wien|Vilnius|
القاهرة|الإسكندرية|الرباط|الدار~البيضاء|مراكش|طنجة|فاس|أكادير|العيون|الداخلة|تونس|الجزائر|طرابلس|نواكشوط|الخرطوم|بيروت|
دمشق|عمان|عمّان|القدس|رام~الله|غزة|بغداد|الرياض|جدة|الدوحة|دبي|أبوظبي|أبو~ظبي|المنامة|مسقط|صنعاء|باريس|لندن|واشنطن|نيويورك|
جنيف|بروكسل|برلين|مدريد|روما|Warsaw|Yaoundé|Zagreb|Zurich|Zürich|The~Hague|United~Nations
"""


def names(table: str) -> frozenset[str]:
    """Return the names of a table in small letters; “|” and spaces divide it, “~” is a space inside a name."""
    return words(table.replace("|", " ").lower())


REGIONS = names(AMERICAN_STATES) | names(PROVINCES) | names(BRITISH) | names(COUNTRIES)
KNOWN_CITIES = names(CITIES)
# They open a paragraph as a place would, and are none.
NO_PLACES = words("""
above below note photo caption update updated news contact contacts correction corrected icymi background summary sen
rep dr mr mrs ms prof gov gen president minister senator about question answer date attention editors release press
video watch read on in at when today yesterday tomorrow since after before by from following embargo embargoed
immediate tel phone email fax
""")
CONNECTORS = words("""
of the de del des du la le les las los da do dos di am an der den sur sous en y et and upon bei al und e & ob im
""")
# Who passes a text on; behind a place in brackets they say that it is one.
AGENCIES = words("""
afp aga ansa ap apa awp belga cision cna cnw dpa dts efe efs epa epd europa~press kna kuna lusa mena ots ots-ch petra
pap pap-mediaroom ptext pte qna reuters ritzau sda spa ssna tass tt upi wam wafa xinhua business~wire globe~newswire
globenewswire pr~newswire prnewswire accesswire access~newswire newswire newsfile einpresswire presseportal pressetext
marketwired وام واس قنا كونا بترا سانا أ.ف.ب رويترز
""")
