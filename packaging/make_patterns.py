"""Convert TeX's hyphenation patterns to the plain lists that the report parts words with.

Needs the files of Debian's texlive-base (hyphen.tex) and texlive-lang-german (the newest
dehyphn-x-*.pat). Run by hand, output is committed:

    python packaging/make_patterns.py hyphen.tex dehyphn-x-2022-03-16.pat report_templates/patterns
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

BLOCK = r"\\{name}\{{([^}}]*)\}}"
COMMENT = re.compile(r"%.*")


def block(tex: str, name: str) -> list[str]:
    """The words between the braces of a command; none where the file does not use it."""
    found = re.search(BLOCK.format(name=name), COMMENT.sub("", tex))
    return found.group(1).split() if found else []


def exception(word: str) -> str:
    """A word that is parted at its hyphens and nowhere else, as a pattern stronger than others."""
    out = "."
    for char in word:
        out += "9" if char == "-" else char if out[-1] in ".9" else f"8{char}"
    return f"{out}."


def main(english: str, german: str, target: str) -> None:
    """Write a file per language: a pattern on each line."""
    for language, source in (("en", english), ("de", german)):
        tex = Path(source).read_text(encoding="utf-8")
        words = [*block(tex, "patterns"), *(exception(one) for one in block(tex, "hyphenation"))]
        path = Path(target) / f"{language}.txt"
        path.write_text("\n".join(words) + "\n", encoding="utf-8")
        print(path, len(words))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
