"""Cues: lines and words that tell what a piece of a text is, wherever it stands."""
