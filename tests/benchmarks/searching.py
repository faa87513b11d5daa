"""Finding a note among 5,000 as one types, as Ctrl+K does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.estate import SEED, WORDS
from tests.benchmarks.figure import Figure, middle, seconds
from ui.shell.palette.finding import Entry, Finder, Group

NOTES = 5_000
LENGTH = 40
"""Words of each note."""
TYPED = ("nig", "every night", "pipeline nobody", "reads what until", "zebra")


def measure(_folder: Path) -> Iterator[Figure]:
    """What a letter costs, the slowest of some questions; and making the notes ready once."""
    rng = random.Random(SEED)
    texts = [" ".join(rng.choices(WORDS, k=LENGTH)) for _ in range(NOTES)]
    entries = [
        Entry(Group.NOTE, f"note:{n}", text[:90], lambda: None, also=text[90:])
        for n, text in enumerate(texts)
    ]
    finder = Finder(entries)
    worst = max(middle(seconds(lambda asked=asked: finder.find(asked))) for asked in TYPED)
    yield Figure(f"search {NOTES:,} notes as you type", worst * 1e3, "ms", most=10)
    ready = middle(seconds(lambda: Finder(entries)))
    yield Figure("the same notes made ready to be searched", ready * 1e3, "ms", most=100)
