"""Web pages for tests, shaped as a blog program writes them; the words are ours."""

from __future__ import annotations

HEADLINE = "Ferry museum opens on the quay"
LEDE = (
    "PORT HOLLOW, May 12, 2026 (QFM) – The Quillon Ferry Museum opens its doors on the old quay this Tuesday, with "
    "twelve boats that once tied the nine islands together."
)
REST = (
    "“We kept every ticket,” said Ada Thorn, who looks after the museum. Forty volunteers have painted, caulked and "
    "polished for three winters, and nobody has counted the tins."
)
ITEMS = ("The Larkin of 1911", "A wheelhouse to stand in", "Four hundred tickets")
BODY = f"""<p><strong>FOR IMMEDIATE RELEASE</strong></p>
<p>{LEDE}</p>
<p>{REST.replace("museum", '<a href="https://museum.example/">museum</a>', 1)}</p>
<h3>What is on show</h3>
<ul>
<li>{ITEMS[0]}</li>
<li>{ITEMS[1]}</li>
<li>{ITEMS[2]}</li>
</ul>
<p>The museum is open from Tuesday to Sunday, from ten in the morning until the last ferry has left the quay.</p>
<p>CONTACT:<br />Ada Thorn, head of the museum<br />202-555-0143<br />ada@museum.example</p>
<p>###</p>
<p><strong>About the Quillon Ferry Museum</strong></p>
<p>The Quillon Ferry Museum keeps the boats, the tickets and the stories of the ferries of the Larkin group.</p>"""


def blog_page(body: str = BODY, title: str = f"{HEADLINE} – Quillon Harbour News", headline: str = HEADLINE) -> str:
    """Return a saved page of a blog: header, navigation, the post, sharing, comments, side bar, footer."""
    return f"""<!DOCTYPE html>
<html lang="en-US"><head><meta charset="UTF-8" />
<title>{title}</title>
<script>var settings = {{"a": "{{{{ never }}}}"}};</script>
<style>#page {{ color: red }}</style></head>
<body class="single">
<div id="page">
<header id="masthead" class="site-header"><h1 class="site-title"><a href="/">Quillon Harbour News</a></h1>
<p class="site-description">All that floats</p>
<nav><ul><li><a href="/">Home</a></li><li><a href="/tides">Tides</a></li><li><a href="/press">Press</a></li></ul></nav>
</header>
<div id="content"><main><article class="post">
<header class="entry-header"><h2 class="entry-title">{headline}</h2>
<div class="entry-meta">Posted on <time>May 12, 2026</time> by harbourmaster</div></header>
<div class="entry-content">
{body}
<div class="sharedaddy"><h3>Share this:</h3>
<ul><li><a href="#">Facebook</a></li><li><a href="#">Email</a></li></ul></div>
</div>
<footer class="entry-footer">Filed under <a href="/c">Museums</a></footer>
</article>
<div id="comments"><h2>One thought on “{headline}”</h2><ol><li><p>My grandmother steered the Larkin, and she always said
that the wheel pulled to the left when the wind came from the north.</p></li></ol></div>
</main></div>
<aside class="widget-area"><h2>Recent posts</h2><ul><li><a href="/x">The tide table for June is out and hangs at the
harbour office</a></li></ul></aside>
<footer id="colophon"><p>© 2026 Quillon Harbour News. All rights reserved by the harbour office.</p></footer>
</div>
<script>track("everybody")</script>
</body></html>
"""
