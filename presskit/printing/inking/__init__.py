"""The screen's colours become ink, in all that has a colour."""
