"""Our figures as SVG."""

from __future__ import annotations

from html import escape

from report_templates.figures.paint_pdf import Inks
from report_templates.figures.scene import Command, Item, Line, Rectangle, Scene, Text
from report_templates.logo import Logo
from tests.benchmarks.peers.nodes import Face


def svg(scene: Scene, inks: Inks, *, width: float = 0, scale: float = 1) -> str:
    """A scene as a picture of its own; as wide as ``width`` where that is more."""
    wide, high = max(width, scene.width * scale), scene.height * scale
    drawn = "".join(_item(one, inks) for one in scene.items)
    return _framed(wide, high, (0, 0, wide / scale, scene.height), drawn)


def logo(mark: Logo, height: float, colour: str) -> str:
    """A logo of paths, ``height`` points high; what has no colour has the brand's."""
    wide, high = mark.size(height)
    source = mark.data.decode()
    inner = source[source.index(">", source.index("<svg")) + 1 : source.rindex("</svg>")]
    return _framed(wide, high, mark.box, inner.replace("currentColor", colour))


def named(face: str) -> Face:
    """A face by our name for it: ``InterTab-SemiBold``."""
    family, _, style = face.rpartition("-")
    weights = {"Regular": 400, "Italic": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
    return Face(family, weights[style])


def _framed(wide: float, high: float, box: tuple[float, ...], drawn: str) -> str:
    left, top, width, height = (_n(one) for one in box)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(wide)}pt" height="{_n(high)}pt" '
        f'viewBox="{left} {top} {width} {height}">{drawn}</svg>'
    )


def _n(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _item(item: Item, inks: Inks) -> str:
    if isinstance(item, Text):
        face = named(inks.faces[item.weight].name)
        return (
            f'<text x="{_n(item.x)}" y="{_n(item.y)}" font-family="{face.family}" '
            f'font-weight="{face.weight}" font-size="{_n(item.size)}" '
            f'text-anchor="{item.anchor}" fill="{inks.colours[item.colour]}">'
            f"{escape(item.text)}</text>"
        )
    if isinstance(item, Line):
        ends = f'x1="{_n(item.x1)}" y1="{_n(item.y1)}" x2="{_n(item.x2)}" y2="{_n(item.y2)}"'
        return f"<line {ends}{_pen(item, inks)}/>"
    fill = inks.colours[item.fill] if item.fill is not None else "none"
    dress = f' fill="{fill}"{_pen(item, inks)}'
    if isinstance(item, Rectangle):
        size = f'width="{_n(item.width)}" height="{_n(item.height)}"'
        return f'<rect x="{_n(item.x)}" y="{_n(item.y)}" {size}{dress}/>'
    return f'<path d="{"".join(_step(one) for one in item.commands)}"{dress}/>'


def _pen(item: Item, inks: Inks) -> str:
    stroke = getattr(item, "stroke", None)
    if stroke is None or isinstance(item, Text):
        return ""
    dash = " ".join(_n(one) for one in item.dash)
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f' stroke="{inks.colours[stroke]}" stroke-width="{_n(item.stroke_width)}"{dashed}'


def _step(command: Command) -> str:
    letter, *numbers = command
    return letter + " ".join(_n(float(one)) for one in numbers)
