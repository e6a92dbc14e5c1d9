"""Copies of a finished kit, each with a line for one person."""
