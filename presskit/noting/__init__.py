"""Settings written where a person would have written them: comments, order and all that nobody changed stay.

What is written is what the command line reads. A value that presskit could not read is not written, and every change
can be taken back.
"""
