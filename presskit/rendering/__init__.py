"""Rendering: HTML becomes tagged PDF, one document at a time, each kept under a name made of all that goes into it."""
