"""The structure tree: one for the kit, and each part's as a reader should hear it."""
