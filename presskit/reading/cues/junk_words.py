"""The words of blog and web page furniture, by kind. Each pattern matches a whole line, in small or capital letters.

Copied from what blog programs print by themselves (WordPress, Blogger, Drupal and their kin), in English.
"""

from __future__ import annotations

COMMENTS, SHARING, FORM, POST, NAVIGATION, OTHERS, FOOTER = (
    "blog comments",
    "share buttons",
    "subscription form",
    "the blog's own data",
    "page navigation",
    "list of other posts",
    "the web page's footer",
)
SITES = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|telegram|tumblr|instagram|youtube|bluesky|mastodon|threads"
    r"|e-?mail|print|more|pocket|flipboard)"
)
LISTS = r"(?:posts?|articles?|news|stories|story|readings?|content|(?:press )?releases?|entries|comments|events)"
MOVES = r"(?:posts?|articles?|entries|entry|story|page|releases?)"
CHOSEN = r"(?:related|recent|latest|popular|trending|similar|featured|top|most (?:read|recent|popular))"
SURE: dict[str, tuple[str, ...]] = {
    COMMENTS: (
        r"(?:leave|post|add|write) an? (?:comment|reply)(?: cancel (?:reply|comment))?",
        r"(?:no|\d+|one) (?:comments?|repl(?:y|ies)|responses?|thoughts?)(?: (?:on|to|so far)\b.*| yet)?",
        r"comments?(?: are)? (?:closed|off|disabled)\b.*|comments? \(\d+\)",
        r"(?:be the first to|log in to|you must be logged in to|sign in to) .*(?:comment|reply)\b.*",
        r"your email address will not be published\b.*|save my name, email.*|post comment|cancel reply",
        r"notify me of (?:new|follow).*|like this:?|be the first to like.*|\d+ bloggers? likes? this.*",
        r"(?:like )?loading\.{3}",
    ),
    SHARING: (
        r"(?:please )?share(?: (?:this|on|via|it|with)\b.*|:.*)?|click to (?:share|email|print)\b.*",
        rf"(?:tweet|pin it|like|email|print|bookmark) this(?: \w+)?|tweet|pin it|share(?: {SITES}){{1,9}}",
        r"(?:copy|get) (?:short)?link|follow us(?: on)?\b.*|print friendly.*",
    ),
    FORM: (
        r"get every new post .*|join [\d,.]+ other (?:followers|subscribers|readers).*",
        r"subscribe(?: (?:to|now|via|here|for|by)\b.*)?|sign ?up(?: (?:for|to|here|now|today)\b.*)?|sign me up!?",
        r"enter your e-?mail.*|follow (?:this )?blog(?: via e-?mail)?.*|type your email.*|unsubscribe.*",
        r"(?:get|receive) .*\b(?:in|to) your inbox.*|newsletter(?: sign-?up| subscription)?",
        r"already have a wordpress\.com account.*",
    ),
    POST: (
        r"(?:posted|published|written|filed|tagged|categori[sz]ed|submitted) (?:on|by|in|under|at|as)\b.*",
        r"(?:posted|published): .*|this entry was posted.*|last (?:updated|modified|edited)\b.*",
        r"updated(?:[ :,-]+(?:on\b.*|.*\d.*))?|bookmark the permalink.*|permalink",
        r"by (?:admin|administrator|staff|webmaster|editor|the editors?|guest)(?: (?:on|\||[-–—]|in) ?.*)?",
        r"(?:tags?|categor(?:y|ies)|filed under|posted by|source url):\s*\S.*",
        r"\d+ (?:min|mins|minutes?) read|reading time:?.*|\d+ (?:views?|shares?|likes?|followers?|reads)",
    ),
    NAVIGATION: (
        r"skip to (?:main )?(?:content|navigation).*",
        # Both of « and » make a quotation.
        r"(?:«(?!.*»)|←|‹|<<) ?.{0,90}|(?!.*«).{0,90} ?»|.{0,90} ?(?:→|›|>>)",
        rf"(?:previous|next|older|newer) {MOVES}:?.*|return to .{{0,40}}|home (?:>|/|»|›|\||::) .*",
        r"back to (?:top|news|blog|home|press|all|the top|main|releases)\b.*|continue reading.*",
        rf"(?:read|see|view|show) (?:more|all|full)(?: (?:{LISTS}|of|here)\b.*)?(?:\.{{3}}|…)?",
        r"you are here:?.*|toggle (?:navigation|menu).*|search (?:for:?|this (?:site|blog):?)",
    ),
    OTHERS: (
        rf"{CHOSEN} {LISTS}\b.{{0,40}}",
        rf"(?:more|other) {LISTS}(?: (?:from|by|like|in|on)\b.*|:?)|(?:in )?related:?|up next:?",
        r"(?:you|we) (?:may|might|could) also (?:like|enjoy|be interested).*|(?:you )?also (?:like|read):?.*",
        r"don't miss:?|in this (?:section|category):?",
    ),
    FOOTER: (
        r"(?:copyright (?:©|\(c\)|by|(?:19|20)\d\d)|©|\(c\) ?(?:19|20)).*|.{0,60}all rights reserved.*|site ?map",
        r"(?:proudly )?powered by (?:wordpress|blogger|tumblr|drupal|joomla|ghost|squarespace).*",
        r"(?:blog|create a free website) at wordpress\.com.*|(?:built|made) with (?:wordpress|jekyll|hugo).*",
        r"privacy (?:policy|& cookies:?)\b.*|(?:this (?:site|website)|we) uses? cookies.*|close and accept",
        r"terms of (?:use|service)(?: .{0,40})?|accept(?: all)? cookies",
    ),
}
# Counted only where a neighbour is furniture too: these could be words of a release.
UNSURE = (
    rf"{SITES}(?:[ |,/•·]{{1,3}}{SITES}){{0,9}}",
    r"home|menu|search|archives?|categories|meta|pages|blogroll|log ?in|register|comments?|reply|blog|website",
    r"name ?\*?|e-?mail ?(?:address)? ?\*?|links?|tags?|tagged .{1,80}|followers?|following|advertisements?|sponsored",
    r"uncategori[sz]ed",
    r"(?:topics?|labels?|author|views?|theme): .{1,80}",
    r"rss|feed|\w+ \d{4}(?: \(\d+\))?|close|submit|go|×|\|",
)
