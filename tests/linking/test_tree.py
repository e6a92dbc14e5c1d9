from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name

from presskit.linking.structuring.tree import below, prune


def element(pdf: pikepdf.Pdf, kind: str, *kids: object, **more: object) -> pikepdf.Object:
    return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(kind), K=Array(kids), **more))


def kinds(tree: pikepdf.Object) -> list[str]:
    return [str(each.S) for each in below(tree)]


def test_lines_are_folded_into_their_paragraph() -> None:
    pdf = pikepdf.new()
    first, second = element(pdf, "/Span", 0), element(pdf, "/Span", 1, 2)
    paragraph = element(pdf, "/P", first, second)
    holders = prune(element(pdf, "/Sect", paragraph))
    assert list(paragraph.K) == [0, 1, 2]
    assert holders[second.objgen].objgen == paragraph.objgen


def test_spans_that_say_something_stay() -> None:
    pdf = pikepdf.new()
    french = element(pdf, "/Span", 0, Lang=pikepdf.String("fr"))
    paragraph = element(pdf, "/P", french)
    prune(paragraph)
    assert kinds(paragraph) == ["/P", "/Span"]


def test_groups_hold_no_bare_content() -> None:
    pdf = pikepdf.new()
    section = element(pdf, "/Sect", element(pdf, "/Span", 0))
    prune(section)
    assert kinds(section) == ["/Sect", "/Span"]


def test_elements_that_hold_nothing_are_left_out() -> None:
    pdf = pikepdf.new()
    painted = element(pdf, "/Div", element(pdf, "/NonStruct"), element(pdf, "/P"))
    row = element(pdf, "/TR", element(pdf, "/TD"), element(pdf, "/TD", element(pdf, "/Span", 0)))
    tree = element(pdf, "/Document", painted, row)
    prune(tree)
    assert kinds(tree) == ["/Document", "/TR", "/TD", "/TD"]


def test_decoration_is_cut_off_with_all_below_it() -> None:
    pdf = pikepdf.new()
    inner = element(pdf, "/P", 3)
    quote = element(pdf, "/Art", element(pdf, "/Div", inner))
    tree = element(pdf, "/Document", element(pdf, "/P", 1), quote)
    holders = prune(tree)
    assert kinds(tree) == ["/Document", "/P"]
    assert inner.objgen not in holders
    assert quote.objgen not in holders


def test_links_stay_in_link_elements_only() -> None:
    pdf = pikepdf.new()
    reference = Dictionary(Type=Name.OBJR)
    emphasis = element(pdf, "/NonStruct", reference, 1)
    link = element(pdf, "/Link", reference, emphasis)
    prune(link)
    assert [link.K[0].Type, list(emphasis.K)] == ["/OBJR", [1]]
