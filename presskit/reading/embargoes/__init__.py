"""Embargoes: the words that hold a text back, and the very moment they name."""
