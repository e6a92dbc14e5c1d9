"""A text, a folder or a finished file is looked at, and what is found is told."""
