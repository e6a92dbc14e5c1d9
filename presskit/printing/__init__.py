"""Printing: the linked kit becomes what a print shop takes: bleed, crop marks, ink, PDF/X-4, a text for the order."""
