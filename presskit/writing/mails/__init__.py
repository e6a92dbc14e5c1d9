"""Mails as drafts, what they say, and the table from which a program sends them."""
