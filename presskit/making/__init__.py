"""A kit is made: what is asked for, its pages, its outputs, and made again when something changed."""
