"""Templates: what they may read, where they come from, and how one is filled."""
