"""Printing: the linked kit becomes what a print shop takes, or a booklet; and what paper asks for is counted."""
