"""Checking: what a press officer and a reader would stumble over, before they do."""
