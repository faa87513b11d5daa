"""Words of figures as a test reads them: what is painted, and what of it is English."""

import re

from report_templates.figures.scene import Text
from report_templates.words import words

FIELD = re.compile(r"\{\w*\}")
WORD = re.compile(r"[^\W\d_]{3,}")


def painted(*scenes):
    """Every word of these scenes, with what a reader hears in their place."""
    said = [item.text for one in scenes for item in one.items if isinstance(item, Text)]
    return [*said, *(one.alt for one in scenes)]


def english(said, known=""):
    """Words of English figures and months in ``said`` that German ones and ``known`` lack."""
    kept = {"figure", "mon", "month"}

    def of(language):
        slots = words(language).slots.items()
        whole = " ".join(FIELD.sub(" ", text) for slot, text in slots if slot.split(".")[0] in kept)
        return set(WORD.findall(whole))

    foreign = of("en") - of("de") - set(WORD.findall(known))
    return sorted(foreign & set(WORD.findall(" ".join(said))))
