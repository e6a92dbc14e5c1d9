"""Writing: what is finished goes to disk, whole or not at all, and never over a source."""
