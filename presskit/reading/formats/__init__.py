"""Formats that are turned into what the readers of text, Word files and web pages know."""
