"""Sorting: what each file of a folder is, by its words first and its name second; nothing is left out in silence."""
