"""A PDF's structure tree read back, with the words that stand in each element."""

import re
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

INSTEAD = "instead"
"""Within it is drawn what has been said already, as a whole."""
PAIR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>")


@dataclass
class Node:
    """An element: its kids are nodes and pieces of text in reading order."""

    tag: str
    kids: list = field(default_factory=list)
    alt: str = ""
    scope: str = ""
    columns: int = 1
    links: int = 0

    @property
    def text(self):
        """All words in it."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def all(self, *tags):
        """Every element below of one of these tags, in order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                if kid.tag in tags:
                    yield kid
                yield from kid.all(*tags)


@dataclass
class Read:
    """A document: its tree, the words that are no content by page, and what was marked."""

    root: Node
    artifacts: list
    marked: set
    used: list


def read(data):
    """The tree of a PDF's bytes."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = [_words(page) for page in pdf.pages]
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        marked = {(n, mark) for n, (marks, _) in enumerate(pages) for mark in marks}
        used = []
        root = _node(pdf.Root.StructTreeRoot.K, None, pages, numbers, used)
        _assert_ways_back(pdf, used, numbers)
        return Read(root, [other for _, other in pages], marked, [mark for mark, _ in used])


def _assert_ways_back(pdf, used, numbers):
    """Every mark and every link's area leads to the element that has it."""
    nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    by_key = {int(nums[n]): nums[n + 1] for n in range(0, len(nums), 2)}
    for (page, mark), owner in used:
        if mark >= 0:
            key = int(pdf.pages[page].obj.StructParents)
            assert by_key[key][mark].objgen == owner
        else:
            area = pdf.pages[page].obj.Annots[-mark - 1]
            assert by_key[int(area.StructParent)].objgen == owner
    areas = sum(len(page.obj.get("/Annots", [])) for page in pdf.pages)
    assert areas == sum(mark < 0 for (_, mark), _ in used)


def _node(obj, page, pages, numbers, used):
    made = Node(str(obj.S)[1:], alt=str(obj.get("/Alt", "")))
    made.scope = str(obj.get("/A", Dictionary()).get("/Scope", ""))[1:]
    made.columns = int(obj.get("/A", Dictionary()).get("/ColSpan", 1))
    page = obj.get("/Pg", page)
    kids = obj.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, int):
            place = (numbers[page.objgen], kid)
        elif kid.get("/Type") == Name.MCR:
            place = (numbers[kid.Pg.objgen], int(kid.MCID))
        elif kid.get("/Type") == Name.OBJR:
            number = numbers[kid.Pg.objgen]
            areas = [one.objgen for one in pdf_areas(kid.Pg)]
            used.append(((number, -areas.index(kid.Obj.objgen) - 1), obj.objgen))
            made.links += 1
            continue
        else:
            assert kid.P.objgen == obj.objgen
            made.kids.append(_node(kid, page, pages, numbers, used))
            continue
        used.append((place, obj.objgen))
        made.kids.append(pages[place[0]][0][place[1]])
    return made


def pdf_areas(page):
    """The areas of a page's links."""
    return list(page.get("/Annots", []))


class _Page:
    """Reads a page's operators: the words by mark, and those in artifacts."""

    def __init__(self, page):
        fonts = page.Resources.get("/Font", {}).items()
        self.maps = {name: _codes(font) for name, font in fonts}
        self.codes, self.within, self.marks, self.other = {}, [], {}, ""
        for operands, operator in pikepdf.parse_content_stream(page):
            self.step(str(operator), operands)
        assert not self.within

    def step(self, name, operands):
        """One operator; none may show words or draw outside of marks."""
        if name == "Tf":
            self.codes = self.maps[str(operands[0])]
        elif name in ("BDC", "BMC"):
            self.begin(operands[1] if len(operands) > 1 else {})
        elif name == "EMC":
            self.within.pop()
        elif name in ("S", "f", "f*", "B", "B*", "Do"):
            assert self.within, "what is drawn is content or decoration"
        elif name == "Tj":
            self.show("".join(self.codes[code] for code in bytes(operands[0])))

    def begin(self, more):
        """A mark with a number stands in no other; what says itself otherwise stands in one."""
        if "/ActualText" in more:
            self.show(str(more["/ActualText"]))
            self.within.append(INSTEAD)
            return
        self.within.append(int(more["/MCID"]) if "/MCID" in more else None)
        if self.within[-1] is not None:
            assert len(self.within) == 1
            self.marks[self.within[-1]] = ""

    def show(self, said):
        """Words that are shown."""
        assert self.within or not said, f"{said!r} is neither content nor decoration"
        if INSTEAD in self.within:
            return
        if self.within and self.within[-1] is not None:
            self.marks[self.within[-1]] += said
        else:
            self.other += said


def _words(page):
    read_page = _Page(page)
    return read_page.marks, read_page.other


def _codes(font):
    pairs = PAIR.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): chr(int(char, 16)) for code, char in pairs}
