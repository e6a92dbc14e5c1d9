"""Comparing: which sentences of a kit changed, in words a press officer can pass on."""

from __future__ import annotations

from presskit.comparing.documents import DocumentChange, compare_documents
from presskit.comparing.sides import compare_files, read_side

__all__ = ["DocumentChange", "compare_documents", "compare_files", "read_side"]
