"""The window: a kit's pages and its verdict in a browser of this computer, made again after each save.

It stands on the warm engine that `build --watch` stands on, and shows the very file that this writes. Nobody else is
let in (presskit.preview.door).
"""
