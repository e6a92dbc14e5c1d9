"""Sections: what the matter of a document is, told by its shape, and by the heading above it."""
