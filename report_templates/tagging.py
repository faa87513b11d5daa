"""What of a page is content, and of which element: kept by the canvas while it is drawn.

Everything drawn outside an element is decoration, an artifact, except words: words that nobody
has placed become a paragraph of their own, so that none is lost to a reader who cannot see.
"""

# ReportLab's canvas is typed in part only.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from reportlab.pdfgen.canvas import Canvas

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
END = "EMC"
ARTIFACT = "/Artifact BMC"
ENDS_DECORATION = {"q", "Q"}
SHOWS = (" Tj", "TJ")


class Mark(NamedTuple):
    """A marked piece of a page's content, by its number on that page."""

    page: int
    number: int


class Annotated(NamedTuple):
    """A link's area: the place among its page's annotations, and what it says."""

    page: int
    place: int
    says: str


@dataclass(eq=False, slots=True)
class Element:
    """A node of the structure tree; ``box`` is where a figure stands, in points of its page."""

    tag: str
    kids: list[Element | Mark | Annotated] = field(default_factory=list[Any])
    alt: str = ""
    cell: tuple[tuple[str, str | int], ...] = ()
    """What a table's cell says of itself: its scope and spans."""
    box: tuple[float, float, float, float] | None = None


class Tags:
    """The tree of one document as far as it is drawn, and whose every mark of a page is."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.marks: list[list[Element]] = []
        self.known: dict[Any, Element] = {}
        self.open: list[Element] = [self.root]
        self.level = 0

    def begin(self, section: object) -> None:
        """What comes now is in that section of the document."""
        self.open = [self.root]
        self.open.append(self.child("Sect", ("section", section)))

    def child(self, tag: str, of: Any = None, under: Element | None = None) -> Element:
        """The element of ``of``, made below the open one (or ``under``) if there is none yet.

        A heading is never more than one level below the one before it.
        """
        if of is not None and of in self.known:
            return self.known[of]
        if tag in HEADINGS:
            self.level = min(HEADINGS.index(tag), self.level) + 1
            tag = HEADINGS[self.level - 1]
        made = Element(tag)
        (under or self.open[-1]).kids.append(made)
        if of is not None:
            self.known[of] = made
        return made

    def mark(self, element: Element, page: int) -> str:
        """The operator that begins the element's next piece of that page."""
        while len(self.marks) <= page:
            self.marks.append([])
        owners = self.marks[page]
        element.kids.append(Mark(page, len(owners)))
        owners.append(element)
        return f"/{element.tag} <</MCID {len(owners) - 1}>> BDC"


class TaggedCanvas(Canvas):
    """A canvas that is told what is drawn on it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tags = Tags()
        self.awaited: deque[tuple[Any, str]] = deque()
        """What the links are of whose areas come next, with their words."""
        self._marking = ""

    @property
    def marking(self) -> bool:
        """True within a piece of content or decoration, whose parts are not told apart."""
        return bool(self._marking)

    def open(self, tag: str, of: Any = None) -> Element:
        """Begin an element, or go on with that of ``of``; what is drawn next is within it.

        The words of a label are its own, not those of a paragraph in it.
        """
        top = self.tags.open[-1]
        if self._marking or (tag == "P" and top.tag == "Lbl"):
            found = top
        else:
            found = self.tags.child(tag, of)
        self.tags.open.append(found)
        return found

    def close(self) -> None:
        """End the element begun last."""
        self.tags.open.pop()

    def mark(self, element: Element) -> str:
        """The operator before a piece of the element's content."""
        return self.tags.mark(element, self.getPageNumber() - 1)

    @contextmanager
    def element(self, tag: str, of: Any = None) -> Generator[Element]:
        """An element around what is drawn; it holds others or marks its content itself."""
        found = self.open(tag, of)
        yield found
        self.close()

    @contextmanager
    def content(self, tag: str, of: Any = None) -> Generator[Element]:
        """All that is drawn is the content of one element."""
        with self.element(tag, of) as found:
            if self._marking:
                yield found
                return
            self._begin(self.mark(found))
            yield found
            self._end()

    @contextmanager
    def figure(self, alt: str, width: float, height: float) -> Generator[None]:
        """What is drawn is a picture that ``alt`` says in words, from (0, 0) upwards."""
        with self.content("Figure") as found:
            if found.tag == "Figure":
                left, low = self.absolutePosition(0, 0)
                right, high = self.absolutePosition(width, height)
                found.alt, found.box = alt, (left, low, right, high)
            yield

    @contextmanager
    def artifact(self, kind: str) -> Generator[None]:
        """What is drawn is a "Header" or "Footer" of the page, or heads repeated: no content."""
        self.begin_artifact(kind)
        yield
        self.end_artifact()

    def begin_artifact(self, kind: str = "") -> None:
        """Begin what is no content."""
        more = f" /Subtype /{kind}" if kind else ""
        self._begin(f"/Artifact <</Type /Pagination{more}>> BDC", decoration=True)

    def end_artifact(self) -> None:
        """End what is no content."""
        self._end()

    def _begin(self, operator: str, *, decoration: bool = False) -> None:
        self._operators().append(operator)
        self._marking = "artifact" if decoration else "content"

    def _end(self) -> None:
        self._operators().append(END)
        self._marking = ""

    def _operators(self) -> list[str]:
        held: Any = self
        return held._code  # noqa: SLF001 - ReportLab has no other door to a page's operators

    def drawText(self, aTextObject: Any) -> None:
        """Draw words; those that nobody has placed are a paragraph."""
        code: str = str(aTextObject.getCode())
        if self._marking or not any(show in code for show in SHOWS):
            self._operators().append(code)
            return
        with self.content("P"):
            self._operators().append(code)

    @contextmanager
    def marked_within(self) -> Generator[None]:
        """The words that are drawn bring their own marks."""
        self._marking = "within"
        yield
        self._marking = ""

    def _addAnnotation(self, annotation: Any, name: Any = None, addtopage: int = 1) -> Any:
        """Add a link's area to the page and to its element; in decoration there are no links."""
        if self._marking == "artifact":
            return None
        held: Any = self
        page, place = self.getPageNumber() - 1, len(held._annotationrefs)  # noqa: SLF001
        of, says = self.awaited.popleft() if self.awaited else (None, "")
        self.tags.child("Link", of).kids.append(Annotated(page, place, says))
        above: Any = super()
        return above._addAnnotation(annotation, name, addtopage)  # noqa: SLF001

    def showPage(self) -> None:
        """End the page; what of it is no content is said to be decoration."""
        code = self._operators()
        code[:] = decorated(code)
        super().showPage()


def decorated(code: Iterable[str]) -> Sequence[str]:
    """A page's operators, with marks of decoration around all drawing outside of marks."""
    out: list[str] = []
    inside = open_ = False
    for item in code:
        if open_ and (item in ENDS_DECORATION or item.endswith("BDC")):
            out.append(END)
            open_ = False
        if item.endswith("BDC"):
            inside = True
        elif item == END:
            inside = False
        elif not inside and not open_ and _draws(item):
            out.append(ARTIFACT)
            open_ = True
        out.append(item)
    if open_:
        out.append(END)
    return out


def _draws(item: str) -> bool:
    """True for the beginning of a path, a picture or a shade."""
    return item.startswith("n ") or item == "n" or item.endswith((" Do", " sh"))
