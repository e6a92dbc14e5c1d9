"""Composing: what a kit says becomes HTML, one page template for each kind of document."""
