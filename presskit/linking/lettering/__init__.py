"""Letters: one subset for each face, each glyph with its text and width, and lines of them."""
