"""Reading: sources become the model's documents. One block model for all formats, then one anatomy finder over it.

A text goes through the rooms in this order: `formats` opens it into blocks, `anatomy` finds what each block is, and
`documents` makes of it what is printed. `dates`, `embargoes` and `cues` know the words; `pictures` and `lists` stand
beside. What every room speaks of (blocks, markup, the names of things) lies here. `documents` is the front door.
"""
