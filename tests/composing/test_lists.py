"""A list is read aloud in the order in which it is written, also where words stand below a list inside it."""

from __future__ import annotations

import pytest

from presskit.composing.wording.lists import set_list


@pytest.mark.parametrize(
    ("written", "set_as"),
    [
        ("<ul><li>Rye</li><li>Oat</li></ul>", None),
        ("<ul><li>Rye<ol><li>Dark</li></ol></li><li>Oat</li></ul>", None),
        ("<ul><li>Rye<ol><li>Dark</li></ol><br></li></ul>", "<ul><li>Rye<ol><li>Dark</li></ol></li></ul>"),
        (
            "<ol><li>Rye<ul><li>Dark</li></ul><br><code>12 loaves</code></li><li>Oat</li></ol>",
            '<ol><li>Rye<ul><li>Dark</li></ul></li><li class="goes-on"><code>12 loaves</code></li><li>Oat</li></ol>',
        ),
        (
            "<ul><li>Rye<ul><li>Dark</li></ul>and more<ul><li>Pale</li></ul>and so on</li></ul>",
            '<ul><li>Rye<ul><li>Dark</li></ul></li><li class="goes-on">and more<ul><li>Pale</li></ul></li>'
            '<li class="goes-on">and so on</li></ul>',
        ),
    ],
)
def test_words_below_a_list_in_an_item_stand_in_an_item_of_their_own(written: str, set_as: str | None) -> None:
    assert set_list(written) == (set_as or written)
