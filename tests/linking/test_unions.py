"""One thing is one element, over however many lines and pages it runs."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from presskit.linking import LinkablePart
from presskit.linking.linker import link
from presskit.linking.structuring.tree import below
from tests.support.linked import FACES, METADATA, Render

LONG = "A link whose words are so many that they take more than one line of this page, and in fact three of them. "
ITEMS = "".join(f"<li>Boat {number}, which sails at dawn{' and at dusk' * 20}</li>" for number in range(12))
BODY = f"""<h1>Ferry</h1><p>Before <a href="https://quay.example">{LONG * 2}</a> after it.</p>
<ol>{ITEMS}</ol>
<p><a href="https://a.example">one</a><a href="https://b.example">two</a></p>
<ul><li>first</li></ul><ul data-tag="more"><li>second</li></ul><ul><li>third</li></ul>
"""


@pytest.fixture(scope="module")
def kit(render: Render) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(link([LinkablePart("ferry", "Ferry", "en", render(BODY))], (), METADATA, FACES).pdf))


def elements(kit: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    return [each for each in below(kit.Root.StructTreeRoot.K[0]) if str(each.S) == kind]


def test_a_link_over_lines_is_one_with_all_its_places(kit: pikepdf.Pdf) -> None:
    long, first, second = elements(kit, "/Link")
    places = [kid.Obj for kid in long.K if not isinstance(kid, int)]
    assert len(places) > 1
    tree = dict(pikepdf.NumberTree(kit.Root.StructTreeRoot.ParentTree).items())
    assert {tree[int(place.StructParent)].objgen for place in places} == {long.objgen}
    assert [len([kid for kid in each.K if not isinstance(kid, int)]) for each in (first, second)] == [1, 1]


def test_a_list_over_pages_is_one_and_names_the_pages_of_its_words(kit: pikepdf.Pdf) -> None:
    assert len(kit.pages) > 1
    numbered, *_ = elements(kit, "/L")
    assert len(numbered.K) == 12
    tree = dict(pikepdf.NumberTree(kit.Root.StructTreeRoot.ParentTree).items())
    elsewhere = [
        (each, kid) for each in below(numbered) for kid in each.K if not isinstance(kid, int) and "/MCID" in kid
    ]
    assert elsewhere
    for element, kid in elsewhere:
        assert tree[int(kid.Pg.StructParents)][int(kid.MCID)].objgen == element.objgen


def test_a_list_goes_on_where_its_template_says_so_alone(kit: pikepdf.Pdf) -> None:
    assert [len(each.K) for each in elements(kit, "/L")[1:]] == [2, 1]
