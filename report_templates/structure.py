"""The structure tree of a PDF, written from what the canvas kept of it."""

# pikepdf's objects are typed in part only.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf

from report_templates.tagging import Annotated, Element, Mark, Tags

KEPT_EMPTY = {"TH", "TD"}
"""A table's cells stay though nothing stands in them: rows are equally long."""


def write(pdf: Pdf, tags: Tags) -> None:
    """Make the document a tagged one: tree, marks' and links' way back to it, order of tabs."""
    _Writer(pdf).write(tags)


class _Writer:
    """Turns elements into objects, each once."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.pages: list[Any] = [page.obj for page in pdf.pages]
        self.made: dict[Element, Object] = {}
        self.links: list[Object] = []

    def write(self, tags: Tags) -> None:
        """The tree below the catalog."""
        pdf, root = self.pdf, self.pdf.Root
        tree: Any = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = self._element(tags.root, tree)
        nums: list[Any] = []
        for number, page in enumerate(self.pages):
            owners = tags.marks[number] if number < len(tags.marks) else []
            page.StructParents = number
            page.Tabs = Name.S
            nums += [number, pdf.make_indirect(Array([self.made[one] for one in owners]))]
        for number, link in enumerate(self.links, start=len(self.pages)):
            nums += [number, link]
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(nums)))
        tree.ParentTreeNextKey = len(self.pages) + len(self.links)
        root.StructTreeRoot = tree
        root.MarkInfo = Dictionary(Marked=True)

    def _element(self, one: Element, parent: Object) -> Object:
        made: Any = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{one.tag}"), P=parent)
        )
        self.made[one] = made
        home = next((kid.page for kid in one.kids if isinstance(kid, Mark)), None)
        if home is not None:
            made.Pg = self.pages[home]
        if one.alt:
            made.Alt = one.alt
        if one.cell:
            made.A = Dictionary({"/O": Name.Table, **{f"/{n}": _named(v) for n, v in one.cell}})
        if one.box:
            made.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array(_round(one.box)))
        kids = [self._kid(kid, made, home) for kid in one.kids if _holds(kid)]
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        return made

    def _kid(self, kid: Element | Mark | Annotated, parent: Object, home: int | None) -> Any:
        if isinstance(kid, Element):
            return self._element(kid, parent)
        page = self.pages[kid.page]
        if isinstance(kid, Annotated):
            return self._area(kid, parent, page)
        if kid.page == home:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)

    def _area(self, kid: Annotated, parent: Object, page: Any) -> Object:
        """A link's area, which says what it leads to and is printed (as an archive asks)."""
        area = page.Annots[kid.place]
        area.StructParent = len(self.pages) + len(self.links)
        area.Contents = kid.says or " "
        area.F = 4
        self.links.append(parent)
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=area)


def _holds(kid: Element | Mark | Annotated) -> bool:
    """False for an element without any content."""
    if not isinstance(kid, Element) or kid.tag in KEPT_EMPTY:
        return True
    return any(_holds(inner) for inner in kid.kids)


def _named(value: str | int) -> Any:
    return Name(f"/{value}") if isinstance(value, str) else value


def _round(box: tuple[float, float, float, float]) -> list[Any]:
    return [round(side, 2) for side in box]
