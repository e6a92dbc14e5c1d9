"""Dates and places: days as people write them, and the datelines that open a text."""
