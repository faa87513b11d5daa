"""What a finished PDF says, held against the nodes that it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from pypdfium2 import PdfDocument

from tests.benchmarks.peers.nodes import Node, Picture, Words
from tests.benchmarks.peers.story import leaves

BETWEEN = re.compile(r"[\s\u00ad\u0002\ufffe\ufeff-]+")
IN_PICTURES = re.compile(r"<text[^>]*>([^<]*)</text>")


def said(nodes: Iterable[Node]) -> Iterator[str]:
    """Every paragraph, and every line of words in a picture; page numbers are left out."""
    for one in leaves(nodes):
        if isinstance(one, Words) and not any(piece.page for piece in one.pieces):
            yield "".join(piece.text for piece in one.pieces)
        elif isinstance(one, Picture):
            yield from map(unescape, IN_PICTURES.findall(one.svg))


def lost(nodes: Iterable[Node], path: Path) -> tuple[int, list[str]]:
    """The PDF's pages, and what of the nodes it does not say.

    A paragraph that a page parts is found in two halves.
    """
    pages = _pages(path)
    whole = "".join(pages)
    looked = [BETWEEN.sub("", one) for one in said(nodes)]
    return len(pages), [one for one in looked if not _found(one, whole)]


def _found(words: str, whole: str) -> bool:
    if words in whole:
        return True
    cuts = range(1, len(words))
    return any(words[:at] in whole and words[at:] in whole for at in cuts)


def _pages(path: Path) -> list[str]:
    document = PdfDocument(path)
    try:
        found: list[str] = []
        for page in document:
            words = page.get_textpage()
            found.append(BETWEEN.sub("", words.get_text_bounded()))
            words.close()
            page.close()
        return found
    finally:
        document.close()
