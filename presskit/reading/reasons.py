"""Why things are left out, where more than one room needs to know; shown beside each of them."""

from __future__ import annotations

TAG = "left over from a web page's template"
POST_NAME = "the blog's title of the post"
SMALL = "a small picture of the web page"
UNSAVED = "a picture that was not saved with the page"
MARGIN, MARGIN_OF_WORD = "the head or foot of the document's pages", "the head or foot of Word's pages"
MARGINS = (MARGIN, MARGIN_OF_WORD)
NO_WORDS = (TAG, POST_NAME, SMALL, UNSAVED)
UNPRINTED = ("s-005", "s-020", "s-021")  # the codes of pictures that cannot be printed
