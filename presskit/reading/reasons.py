"""Why things are left out that are no words of a text; shown beside each of them."""

from __future__ import annotations

TAG = "left over from a web page's template"
POST_NAME = "the blog's title of the post"
SMALL = "a small picture of the web page"
UNSAVED = "a picture that was not saved with the page"
NO_WORDS = (TAG, POST_NAME, SMALL, UNSAVED)
