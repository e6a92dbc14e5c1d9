"""What slips into a text and is for no reader of it: remarks, signs of another notation, bent letters, inner addresses.

None of it can be taken out by a rule, since it may be meant: it is told, with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from presskit.findings import Finding, Where, finding
from presskit.model import Block
from presskit.reading.markup import text_of
from presskit.reading.words import words

# What colleagues write to each other while a text goes round, in brackets or with an address.
ASKED = r"""
    (?:please|pls|plz|to)\s(?:double[-\s]?)?(?:check|confirm|verify|review|approve)\b[^()]{0,60}
    |(?:double[-\s]?)?check(?:\s(?:this|date|name|figure|number|spelling|source|with\s[^()]{1,40}))?[\s!?]*
    |(?:fact[-\s]?check|spelling|source|sp|really|verify)\s?\?+|verify|\?{2,}
    |[^()]{0,40}\bto\s(?:confirm|check|verify|approve|advise|sign\soff)|(?:awaiting|pending|subject\sto)\s(?:final\s)?
     (?:approval|confirmation|sign[-\s]?off|legal)[^()]{0,40}|not\syet\s(?:approved|confirmed|cleared|signed\soff)
    |(?:bitte\s|noch\s)?(?:zu\s)?(?:prüfen|überprüfen|klären|checken|freigeben)[\s!?]*|stimmt\sdas\s?\?+|noch\soffen
    |[^()]{0,30}\b(?:muss|müssen)\snoch\s[^()]{1,40}|noch\snicht\s(?:freigegeben|bestätigt|abgestimmt)
    |à\s(?:vérifier|confirmer|valider|relire|revoir)[^()]{0,40}|en\sattente\sde\s(?:validation|confirmation)
    |(?:por|a)\s(?:confirmar|verificar|revisar|comprobar|validar)[^()]{0,40}|pendiente\sde\s[^()]{1,40}
    |(?:da|a)\s(?:verificare|confermare|controllare|approvare)[^()]{0,40}|in\sattesa\sdi\s(?:conferma|approvazione)
    |(?:nog\s)(?:checken|controleren|bevestigen)[^()]{0,40}|(?:يرجى\s)?(?:للتأكد|للمراجعة|للتأكيد|التحقق|التأكد)[^()]{0,40}
"""
# What heads a line that colleagues write for each other.
AMONG_US = (
    r"for\sapproval|approved\sby|signed[\s-]off\sby|sign-off|approver|(?:genehmigt|freigegeben)\s(?:von|durch)|validé\spar|aprobado\spor|bcc|cc|internal\snotes?|notes?\sto\s(?!(?:the\s)?(?:editors?|journalists?|reporters?|press|(?:news\s)?media|readers?|broadcasters?"
    r"|(?:news|picture)\s(?:desks?|editors?)|newsrooms?|photographers?)\b)[^\W\d_]+|if\sasked|only\sif\sasked|off\sthe\srecord"
    r"|freigabe\s(?:durch|von|erteilt)|zur\sfreigabe|(?:interne\s)?(?:notiz|anmerkung)\s(?:an\s\w+|intern)|interne\s(?:notiz|anmerkung)"
    r"|nur\sauf\snachfrage|pour\svalidation|notes?\sinternes?|si\son\snous\sinterroge|para\saprobación|notas?\sinternas?"
    r"|(?:alternative|alternate)\s(?:headline|title|subhead)s?|(?:headline|title)\soptions?(?:\s\d)?"
    r"|alternativ(?:e\süberschrift|titel)|titre\salternatif|titular\salternativo|ملاحظة\sداخلية"
)
REMARK = re.compile(
    rf"""
    \(\s*(?:{ASKED})\s*[!?.]*\s*\)
    |(?<![\w.])@\w+[:,]?\s(?:please|pls|plz|can\syou|could\syou|check|bitte|kannst|prüf\w*|peux|pouvez|merci\sde|puedes|puoi)\b
    |(?:\A|\n)(?:Formatted|Deleted|Inserted|Moved\s(?:up|down)\s\[\d+\]):\s|\bCommented\s\[[A-Z]{{1,3}}\d*\]:?
    |(?:>{{3,}}|<{{3,}})(?:[^<>\n]{{0,80}}(?:>{{3,}}|<{{3,}}))?
    |(?:\A|\n)(?:{AMONG_US})\s?[:：]\s*\S[^\n]{{0,60}}
    |\A(?:hi|hello|dear|hallo|liebe[rs]?|bonjour|hola|ciao)\s[^\W\d_]+,\s(?:here(?:[’']?s|\sis|\sare)|attached|please\sfind|find\sattached
     |anbei|hier\s(?:ist|kommt|sind)|im\sanhang|voici|ci-joint|(?:te|le|os|les)\sadjunto|adjunto|aquí\s(?:está|va))\b
    |\A[^\W\d_]+,\s(?:can|could|would)\syou\b[^.?]{{0,80}}\?
    |\bnotes?\sto\s(?:self|selves)\b|\bnote\sà\smoi-même\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
# In an address: a program that writes has found it.
BY_PROGRAM = r"[?&]utm_source=(?:chatgpt|openai|perplexity|claude|copilot|gemini)"
# What programs that write say beside the text that was asked of them, and the marks of their sources.
ASSISTANT = re.compile(
    r"""
    \bas\san?\s(?:ai|artificial\sintelligence)(?:\slanguage)?\s(?:model|assistant)\b|\bas\sa\s(?:large\s)?language\smodel,?\si\b
    |\A(?:certainly|sure|of\scourse|absolutely|great)\b[!,.]?\s(?:here[’']?s|here\s(?:is|are)|below\sis|i[’']ve|i\shave)\b
    |\Ahere(?:[’']s|\sis)\s(?:a|an|the|your|my)\s(?:\w+,?\s){0,3}(?:version|draft|press\srelease|rewrite|translation)\b[^.]{0,60}:?\Z
    |\bhere(?:[’']s|\sis)\s(?:a|an|the|your)\s(?:revised|updated|polished|improved|shortened|shorter|rewritten|edited|refined)\s
     (?:\w+\s){0,2}(?:version|draft|press\srelease|rewrite|translation)\b
    |\b(?:let\sme\sknow\sif\syou[’']?d?|would\syou\slike\sme\sto)\s(?:would\s)?(?:like|want|need|adjust|change|revise|shorten|make)\b
    |\bi\shope\sthis\s(?:draft\s|version\s|release\s)?helps\b|\b(?:feel\sfree\sto\s(?:adjust|customi[sz]e|adapt|edit))\b
    |\A(?:gerne|natürlich|selbstverständlich|klar)\b[!,.:]?\shier\s(?:ist|sind|kommt)\b|\bals\s(?:ki|ai)-(?:sprach)?modell\b
    |\Ahier\sist\s(?:eine?|die|der)\s(?:\w+\s){0,2}(?:fassung|version|pressemitteilung|entwurf)\b[^.]{0,60}:?\Z
    |\A(?:bien\ssûr|certainement|d[’']accord)\b[\s!,.:]*(?:voici|j[’']ai)\b|\ben\stant\squ(?:e\smodèle\sde\slangage|[’']ia\b)
    |\A(?:por\ssupuesto|claro)\b[\s!,.:]*(?:aquí|he)\b|\bcomo\s(?:un\s)?modelo\sde\slenguaje\b|\A(?:certo|certamente)\b[!,.]?\secco\b
    |\A(?:natuurlijk|zeker)\b[!,.]?\shier\s(?:is|zijn)\b|\A(?:claro|com\scerteza)\b[!,.]?\saqui\sestá\b
    |بالتأكيد\s?[!،,.]?\s?(?:إليك|هذا|هنا)|كنموذج\sلغوي
    |:?contentReference\[oaicite[^\n]{0,40}|【\d+[†:][^】\n]{0,60}】|\bturn\d+(?:search|view|news|file)\d+|\[cite_start\]|\[cite:\s?\d[\d,\s]*\]
    """
    rf"|\S{{0,80}}{BY_PROGRAM}[\w.]*",
    re.IGNORECASE | re.VERBOSE,
)
# Markdown that was pasted into a program that does not read it, and the code of web pages, read as words.
SIGNS = re.compile(
    r"(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?![\w*])"
    r"|(?<![\w_])__(?=[^\s_])[^_\n]{1,200}(?<=[^\s_])__(?![\w_])"
    r"|(?m:^#{1,6}[ \t\xa0]+(?=[^\s#])[^\n]{0,80}(?<!#)$)|(?m:^\|[^|\n]+\|[^|\n]*\|)|(?m:^```)"
    r"|\[[^\[\]\n]{1,80}\]\((?:https?:|www\.|mailto:)[^()\s]{1,300}\)"
    r"|&(?:amp|nbsp|lt|gt|quot|apos|[lr][sd]quo|[nm]dash|hellip|euro|copy|[aeiou](?:uml|acute|grave|circ)|szlig|ccedil"
    r"|ntilde|#x?[\da-f]{2,6});"
    r"|</?(?:b|i|u|em|strong|p|br|hr|div|span|a|h[1-6]|ul|ol|li|img|font|table|td|tr)(?:\s[^<>\n]{0,300})?\s?/?>"
    r"|\[(?P<tag>b|i|u|url|quote)(?:=[^\[\]\n]{0,200})?\][^\[\]\n]{0,200}\[/(?P=tag)\]"
    r"|\[/?(?:caption|gallery|embed|audio|video|vc_\w+|et_pb_\w+|fusion_\w+)(?:\s[^\[\]\n]{0,300})?\]|\\u[\da-f]{4}\b",
    re.IGNORECASE,
)
# UTF-8 that was taken for Western letters: no language writes these side by side, nor Ã behind a small letter.
BENT = re.compile(
    r"\w*(?:â€[™œ\x9d“”˜¦¢žš]|Ã[¤¶¼Ÿ©¨ª§±³¡\xad®º´¹»¥¸]|(?<=[a-zß-ÿ])Ã[^\s\w]|Â[°£§©®±½¼²³]|(?<=[a-zß-ÿ])Â[\xa0»«]|ï¿½|ï»¿|ðŸ|Ø§Ù)\S*"
)
# An address in a link, or in the words themselves.
HREF = re.compile(r"\bhref=\"([^\"]{1,2000})\"")
LINK = re.compile(r"<a\b[^>]*\bhref=\"([^\"]{0,2000})\"[^>]*>(.*?)</a>", re.DOTALL)
WRITTEN = re.compile(r"https?://[^\s<>\"“”()]{3,300}")
ON_DISC = re.compile(r"(?<![\w/])(?:file:/{2,3}\S+|[A-Za-z]:\\[\w .\\-]+|\\\\[\w.-]+\\[\w .\\$-]+)")
OWN_ENDINGS = ("localhost", "local", "internal", "intranet", "lan", "corp", "home", "localdomain")
TRIALS = words("staging stage stg dev develop test testing preview preprod uat sandbox intranet")
SIGNED_IN = ("teams.microsoft.com", "app.slack.com", "mail.google.com", "outlook.office.com", "outlook.office365.com")
# Where files wait for some days, and links that say themselves when they end.
FLEETING = words("""
we.tl wetransfer.com swisstransfer.com fromsmash.com transfernow.net transferxl.com file.io filemail.com filetransfer.io
wormhole.app gofile.io
""")
SIGNED_UNTIL = re.compile(
    r"[?&](?:x-amz-expires|x-goog-expires|expires)=\d+"
    r"|[?&]se=20\d\d-\d\d-\d\d[^&]*&(?:.*&)?sig=",
    re.IGNORECASE,
)
EDITED = re.compile(
    r"/(?:wp-admin|wp-login)\b|[?&]preview(?:_id)?=\w+|docs\.google\.com/\S+/edit\b|dropbox\.com/home\b"
)
ON_A_DISC = "it names a place on a disc of the office"
MANY = 80  # letters of the words that are quoted


def find_slips(text: str, line: int | None, file: Path) -> Iterator[Finding]:
    """Yield c-058 for remarks, of people and of programs, and c-059 for bent letters, in words that are printed."""
    for pattern in (REMARK, ASSISTANT):
        for match in pattern.finditer(text):
            yield finding("c-058", Where(file, line), words=_quoted(match))
    bent = BENT.search(text)
    if bent:
        yield finding("c-059", Where(file, line), words=_quoted(bent))


def find_signs(blocks: Iterable[Block], path: Path) -> Iterator[Finding]:
    """Yield s-037 for each block of a file that is no Markdown with signs of it, or with the code of a web page."""
    for block in blocks:
        match = SIGNS.search(block.text)
        if match and "<code" not in block.html and "<pre" not in block.html:
            yield finding("s-037", Where(path, block.line), words=_quoted(match))


def find_inner_addresses(block: Block, path: Path) -> Iterator[Finding]:
    """Yield c-060 for links, and for places on a disc, that nobody outside can open; c-072 for links that end.

    And c-058 for a link that a program has found, which says so in what nobody sees.
    """
    linked = [address.replace("&amp;", "&") for address in HREF.findall(block.html)]
    for address in dict.fromkeys([*linked, *(one.rstrip(".,;:!?") for one in WRITTEN.findall(block.text))]):
        if re.search(BY_PROGRAM, address) and address not in block.text:  # else that is told of the text
            yield finding("c-058", Where(path, block.line), words=address[:MANY])
        if why := why_inner(address):
            yield finding("c-060", Where(path, block.line), words=address[:MANY], why=why)
        elif why := why_fleeting(address):
            yield finding("c-072", Where(path, block.line), words=address[:MANY], why=why)
    for address, shown in LINK.findall(block.html):
        if why := why_nowhere(address):
            yield finding("c-060", Where(path, block.line), words=(text_of(shown) or address)[:MANY], why=why)
    for match in ON_DISC.finditer(block.text):
        yield finding("c-060", Where(path, block.line), words=_quoted(match), why=ON_A_DISC)


def why_nowhere(address: str) -> str:
    """Return why an address leads to no page at all, in words; a place in the text itself is one."""
    bare = re.sub(r"\A(?:https?:/{0,2}|mailto:|tel:)\Z|\A#\Z", "", address.strip())
    if not bare:
        return "its address is empty"
    is_whole = bare.startswith(("#", "//", "kit:")) or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", bare)
    return "" if is_whole or ON_DISC.match(bare) else f"“{bare[:MANY]}” is no address of the web"


def why_inner(address: str) -> str:
    """Return why nobody outside can open an address, in words; nothing where it seems to be open to all."""
    if ON_DISC.match(address):
        return ON_A_DISC
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    if _is_private(host) or host.rpartition(".")[2] in OWN_ENDINGS or "." not in host:
        return "it is one of a network that others are not in"
    if TRIALS & {piece for label in host.split(".")[:-2] for piece in label.split("-")}:
        return "it is a site that is still tried out"
    if host in SIGNED_IN or host.endswith(".sharepoint.com") or EDITED.search(address):
        return "it asks whoever opens it to sign in"
    return ""


def why_fleeting(address: str) -> str:
    """Return why an address ends by itself, in words; nothing where it seems to last."""
    host = re.sub(r"\A(?:https?:)?//(?:www\.)?|[/:?#].*", "", address.lower())
    if any(host == one or host.endswith(f".{one}") for one in FLEETING):
        return f"{host} keeps files for a while only"
    return "it says itself until when it is good" if SIGNED_UNTIL.search(address) else ""


def _is_private(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return False


def _quoted(match: re.Match[str]) -> str:
    return match[0].strip().split("\n")[0][:MANY]
