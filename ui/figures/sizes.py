"""What a figure on screen measures at the reader's text size."""

from __future__ import annotations

from dataclasses import dataclass, replace

from report_templates.figures.pen import Style


@dataclass(frozen=True)
class Sizes:
    """Measures at a text size; ``text`` 1.0 is 100 %."""

    text: float = 1.0

    def px(self, pixels: float) -> float:
        """A measure that grows with the text."""
        return pixels * self.text

    def style(self, style: Style) -> Style:
        """Words in whole pixels, as they are painted; so they are as wide as they are measured."""
        return replace(style, size=max(1, round(style.size * self.text)))


FULL = Sizes()
