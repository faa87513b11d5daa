"""What stands on every page, and names for what is used again and again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from report_templates.brand import BrandKit
from report_templates.content.report import ReportContent
from report_templates.page import MARK
from report_templates.style import Look
from tests.benchmarks.peers.svg import logo

SLACK = 8.0
"""Points that others have below our last line: ours fills a page to a hair's breadth."""


@dataclass(frozen=True)
class Furniture:
    """Head and foot of every page but the cover, and the document's own properties."""

    title: str
    firm: str
    subject: str
    language: str
    day: tuple[int, int, int]
    logo: str
    logo_width: float
    document: str
    confidential: str
    foot: str
    page: str
    """With ``{page}`` and ``{pages}``."""
    primary: str
    accent: str
    ink: str
    ink2: str
    rule: str


def furniture(content: ReportContent, kit: BrandKit) -> Furniture:
    """What our own pages say at their head and foot, of a kit that has a logo."""
    look = Look.of(kit, content.language, content.paper)
    assert kit.logo is not None
    return Furniture(
        title=content.title,
        firm=kit.brand.firm,
        subject=content.subject,
        language=content.language,
        day=(content.issued.year, content.issued.month, content.issued.day),
        logo=logo(kit.logo, MARK, look.colour("primary")),
        logo_width=kit.logo.size(MARK)[0],
        document=f"{content.document} · {content.client}",
        confidential=kit.brand.confidentiality,
        foot=content.foot(look.say),
        page=look.say("footer.page", page="{page}", pages="{pages}"),
        primary=look.colour("primary"),
        accent=look.colour("accent"),
        ink=look.colour("ink"),
        ink2=look.colour("ink2"),
        rule=look.colour("rule1"),
    )


class Names:
    """Short names, one for each different thing, and how each is declared."""

    def __init__(self, letter: str, declare: Callable[[str, str], str]) -> None:
        self.letter, self.declare = letter, declare
        self.known: dict[str, str] = {}

    def of(self, thing: str) -> str:
        """The name of a thing."""
        return self.known.setdefault(thing, f"{self.letter}{len(self.known)}")

    def declared(self) -> str:
        """Every thing with its name."""
        return "\n".join(self.declare(name, thing) for thing, name in self.known.items())
