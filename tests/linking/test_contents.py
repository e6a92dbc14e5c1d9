"""A list that is contents is told as contents."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from presskit.linking import LinkablePart
from presskit.linking.linker import link
from presskit.linking.structuring.tree import below
from tests.support.linked import FACES, METADATA, Render

CONTENTS = """<h1>Contents</h1><ol data-tag="TOC" style="list-style: none">
<li><div lang="fr"><p>Communiqué</p><p><a href="kit:ferry">Les bacs rentrent</a></p></div><p>3</p></li>
<li>Words alone</li></ol><ol><li>no contents</li></ol>"""


def test_an_entry_holds_its_words_its_reference_and_its_number(render: Render) -> None:
    part = LinkablePart("ferry", "Contents", "en", render(CONTENTS))
    with pikepdf.open(BytesIO(link([part], (), METADATA, FACES).pdf)) as kit:
        tree = list(below(kit.Root.StructTreeRoot.K[0]))
        [contents] = [each for each in tree if each.S == "/TOC"]
        assert [str(item.S) for item in contents.K] == ["/TOCI", "/TOCI"]
        entry, words = contents.K
        assert [(str(each.S), str(each.get("/Lang", ""))) for each in entry.K] == [
            ("/P", "fr"),
            ("/Reference", "fr"),
            ("/P", ""),
        ]
        assert [str(each.S) for each in entry.K[1].K] == ["/Link"]
        assert [str(each.S) for each in words.K] == ["/P"]
        assert all(each.P.objgen == item.objgen for item in contents.K for each in item.K)
        assert sum(each.S == "/L" for each in tree) == 1
