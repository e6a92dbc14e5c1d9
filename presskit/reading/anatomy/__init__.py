"""The anatomy of a release: one finder over the blocks of every format."""
