"""A language nobody speaks: every sentence in brackets, accented, and four tenths longer."""

import re
from gettext import NullTranslations

FIELD = re.compile(r"(\{[^{}]*\})")
ACCENTED = str.maketrans("aeiouncAEIOUNC", "åéîøüñçÅÉÎØÜÑÇ")
WORDS = ("lörem", "ïpsum", "dölor", "ämet", "sît")
LONGER = 0.4


def pseudo(sentence: str) -> str:
    """A sentence as this language says it; its fields are kept."""
    if not any(one.isalpha() for one in FIELD.sub("", sentence)):
        return sentence
    said = "".join(
        part if FIELD.fullmatch(part) else part.translate(ACCENTED)
        for part in FIELD.split(sentence)
    )
    room = max(1, round(LONGER * len(FIELD.sub("", sentence))) - 2)
    if " " not in sentence:
        return f"[{said}{'ö' * room}]"
    more = " ".join(WORDS * (room // 20 + 1))[:room].rstrip()
    return f"[{said} {more}]"


class Pseudo(NullTranslations):
    """The catalogue of this language."""

    def gettext(self, message):
        return pseudo(message)

    def ngettext(self, msgid1, msgid2, n):
        return pseudo(msgid1 if n == 1 else msgid2)
