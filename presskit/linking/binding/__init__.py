"""PDFs of others behind a kit's own pages, with nothing in them that does anything."""
