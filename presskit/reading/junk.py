"""Furniture of blogs and web pages: what is copied along with a release and is none of it.

Why so careful: a sentence of the release must never be taken for furniture. Every pattern matches a whole
line; words that could be a heading of the release count only beside furniture that is sure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from presskit.model import Block, Removed
from presskit.reading.blocks import words_in

MAX_WORDS, MAX_CHARACTERS = 30, 300
COMMENTS, SHARING, FORM, POST, NAVIGATION, OTHERS, FOOTER = (
    "blog comments",
    "share buttons",
    "subscription form",
    "the blog's own data",
    "page navigation",
    "list of other posts",
    "the web page's footer",
)
SITES = r"facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|telegram|tumblr|instagram|youtube|bluesky|mastodon|threads|email|e-mail|print|more|pocket|flipboard"
LISTS = r"posts?|articles?|news|stories|story|readings?|content|releases?|press releases?|entries|comments|events"
SURE = {
    COMMENTS: r"(?:leave|post|add|write) an? (?:comment|reply)(?: cancel (?:reply|comment))?|(?:no|\d+|one) (?:comments?|replies|reply|responses?|thoughts?)(?: (?:on|to|so far)\b.*| yet)?"
    r"|comments?(?: are)? (?:closed|off|disabled)\b.*|comments? \(\d+\)|(?:be the first to|log in to|you must be logged in to|sign in to) .*(?:comment|reply)\b.*"
    r"|your email address will not be published\b.*|save my name, email.*|post comment|cancel reply|notify me of (?:new|follow).*|like this:?|be the first to like.*|\d+ bloggers? likes? this.*|loading\.{3}",
    SHARING: rf"(?:please )?share(?: (?:this|on|via|it|with)\b.*|:.*)?|click to (?:share|email|print)\b.*|(?:tweet|pin it|like|email|print|bookmark) this(?: \w+)?|tweet(?: widget)?|pin it|(?:copy|get) (?:short)?link|share(?: (?:{SITES}))+|follow us(?: on)?\b.*|print friendly.*|print, pdf.*",
    FORM: r"get every new post .*|join [\d,.]+ other (?:followers|subscribers|readers).*|subscribe(?: (?:to|now|via|here|for|by)\b.*)?|(?:sign up|signup)(?: (?:for|to|here|now|today)\b.*)?|enter your e-?mail.*"
    r"|follow (?:this )?blog(?: via e-?mail)?.*|(?:get|receive) .*\b(?:in|to) your inbox.*|newsletter(?: sign-?up| subscription)?|sign me up!?|type your email.*|already have a wordpress\.com account.*|unsubscribe.*",
    POST: rf"(?:posted|published|written|filed|tagged|categori[sz]ed|uploaded|submitted) (?:on|by|in|under|at|with|as)\b.*|(?:posted|published): .*|this entry was posted.*|last (?:updated|modified|edited)\b.*|updated(?:[ :,-]+(?:on\b.*|.*\d.*))?|by (?:admin|administrator|staff|webmaster|editor|the editors?|guest)(?: (?:on|\||[-–—]|in) ?.*)?|(?:tags?|categor(?:y|ies)|topics?|labels?|filed under|author|posted by|views?|source url):\s*\S.*|bookmark the permalink.*|permalink|\d+ (?:min|mins|minutes?) read|reading time:?.*|\d+ (?:views?|shares?|likes?|followers?|reads)",
    NAVIGATION: r"skip to (?:main )?(?:content|navigation).*|(?:«|←|‹|<<) ?.{0,90}|.{0,90} ?(?:»|→|›|>>)|(?:previous|next|older|newer) (?:posts?|articles?|entries|entry|story|page|release)s?:?.*|back to (?:top|news|blog|home|press|all|the top|main|releases)\b.*|(?:read|see|view|show) (?:more|all|full)(?: (?:posts?|articles?|news|releases?|of|here|story)\b.*)?(?:\.{3}|…)?|continue reading.*|home (?:>|/|»|›|\||::) .*|you are here:?.*|toggle (?:navigation|menu).*|search (?:for:?|this (?:site|blog):?)|return to .{0,40}",
    OTHERS: rf"(?:related|recent|latest|popular|trending|similar|featured|older|newer|top|most (?:read|recent|popular)) (?:{LISTS})\b.{{0,40}}|(?:more|other) (?:{LISTS})(?: (?:from|by|like|in|on)\b.*|:?)|(?:you|we) (?:may|might|could) also (?:like|enjoy|be interested).*|(?:you )?also (?:like|read):?.*|don't miss:?|up next:?|(?:in )?related:?|in this (?:section|category):?",
    FOOTER: r"(?:copyright\b|©|\(c\) ?(?:19|20)).*|.{0,60}all rights reserved.*|(?:proudly )?powered by (?:wordpress|blogger|tumblr|drupal|joomla|ghost|squarespace).*|(?:blog|create a free website) at wordpress\.com.*|theme: .*|privacy (?:policy|& cookies:?)\b.*|(?:this (?:site|website)|we) uses? cookies.*|terms of (?:use|service)(?: .{0,40})?|accept (?:all )?(?:cookies)?|close and accept|site ?map|(?:built|made) with (?:wordpress|jekyll|hugo).*",
}
# Counted only where a neighbour is furniture too.
UNSURE = re.compile(
    rf"(?:{SITES})(?:[ |,/•·]+(?:{SITES}))*|home|menu|search|archives?|categories|meta|pages|blogroll|log in|login|register|comments?|name ?\*?|e-?mail ?(?:address)? ?\*?|website|reply|blog|"
    r"links?|tags?|followers?|following|advertisements?|sponsored|uncategori[sz]ed|rss|feed|\w+ \d{4}(?: \(\d+\))?|close|submit|go|×|\|",
    re.IGNORECASE,
)
PATTERNS = [(why, re.compile(pattern, re.IGNORECASE)) for why, pattern in SURE.items()]
PREFIX = re.compile(r"(?:ICYMI|In case you missed it)\s*[:–—-]\s*", re.IGNORECASE)


def why_furniture(text: str) -> str | None:
    """Return what kind of furniture a line surely is, or None."""
    line = text.strip(" \t\xa0*_·•|")
    if not line or len(line) > MAX_CHARACTERS or words_in(line) > MAX_WORDS:
        return None
    return next((why for why, pattern in PATTERNS if pattern.fullmatch(line)), None)


def find_furniture(blocks: Sequence[Block], is_release: Sequence[bool]) -> dict[int, str]:
    """Return which blocks are furniture, by place, and why.

    is_release: for each block whether it surely belongs to the release (a contact's label, an end mark, a
    heading “About …”): what opens a list of furniture ends there.
    """
    found = {place: why for place, block in enumerate(blocks) if (why := why_block(block)) and not is_release[place]}
    for place, why in list(found.items()):
        if why in (COMMENTS, OTHERS) and comes_late(blocks[:place]):
            found = follow(blocks, is_release, place, why) | found
    for places in (range(len(blocks)), reversed(range(len(blocks)))):
        for place in places:
            neighbour = found.get(place - 1) or found.get(place + 1)
            if place not in found and neighbour and not is_release[place] and is_unsure(blocks[place]):
                found[place] = neighbour
    return found


def why_block(block: Block) -> str | None:
    """Return why a block is furniture: of a list every item must be."""
    if block.kind not in ("paragraph", "heading", "list"):
        return None
    reasons = [why_furniture(line) for line in block.text.split("\n")]
    is_whole = all(why or is_unsure_line(line) for why, line in zip(reasons, block.text.split("\n"), strict=True))
    return next(filter(None, reasons), None) if is_whole else None


def is_unsure(block: Block) -> bool:
    """Tell whether a block is furniture if its neighbour is."""
    return block.kind in ("paragraph", "list", "heading") and all(map(is_unsure_line, block.text.split("\n")))


def is_unsure_line(line: str) -> bool:
    """Tell whether a line may be furniture."""
    return bool(UNSURE.fullmatch(line.strip(" \t\xa0*_·•:")))


def comes_late(blocks: Sequence[Block]) -> bool:
    """Tell whether the release's own text stands above: two paragraphs of some length."""
    return sum(block.kind == "paragraph" and words_in(block.text) >= 20 for block in blocks) >= 2


def follow(blocks: Sequence[Block], is_release: Sequence[bool], start: int, why: str) -> dict[int, str]:
    """Return the blocks that belong to a heading of furniture: all comments; of other posts their titles."""
    taken = {}
    for place in range(start + 1, len(blocks)):
        block = blocks[place]
        is_title = block.kind != "paragraph" or (
            words_in(block.text) <= 20 and not block.text.endswith((".", "!", "”"))
        )
        if is_release[place] or (why == OTHERS and not is_title):
            break
        taken[place] = why
    return taken


def removed(block: Block, why: str) -> list[Removed]:
    """List a block's lines as removed."""
    return [Removed(block.line, line, why) for line in block.text.split("\n")]
