"""Scenes drawn on a ReportLab canvas, and the flowable that carries one through a story."""

# ReportLab ships no types; what it returns is Any here and typed where it leaves.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from report_templates.brand import BrandKit
from report_templates.figures.metrics import Metrics
from report_templates.figures.scene import Command, Line, Path, Rectangle, Scene, Text, Weight
from report_templates.fonts import Face
from report_templates.text import shortened

STANDS_OUT = 6.0
"""Points by which words may stand out of their scene at either side."""


@dataclass(frozen=True)
class Inks:
    """What a brand gives a painter: colours ("#RRGGBB") by role, registered faces by weight."""

    colours: Mapping[str, str]
    faces: Mapping[Weight, Face]

    @classmethod
    def of(cls, kit: BrandKit) -> Inks:
        """The colours and body faces of a kit, which must be registered before painting."""
        return cls(kit.palette, metrics_of(kit).faces)


@cache
def _metrics(body: tuple[Face, ...]) -> Metrics:
    return Metrics(body)


def metrics_of(kit: BrandKit) -> Metrics:
    """Measures words as the kit's body family sets them."""
    return _metrics(kit.body)


class Picture(Flowable):
    """A scene in a story. ``hang`` points of it stand out into the left margin."""

    def __init__(self, scene: Scene, inks: Inks, hang: float = 0, scale: float = 1) -> None:
        super().__init__()
        self.scene, self.inks, self.hang, self.scale = scene, inks, hang, scale
        self.width, self.height = scene.width * scale, scene.height * scale

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Its size; what hangs out on both sides takes no room."""
        del aW, aH
        return self.width - 2 * self.hang, self.height

    def loosened(self, body: float) -> list[Flowable]:
        """The same as high as a page, where it is higher."""
        if self.height <= body:
            return []
        return [Picture(self.scene, self.inks, self.hang, self.scale * body / self.height)]

    def draw(self) -> None:
        """Paint with the scene's top left corner at the flowable's, less what hangs out."""
        canvas: Any = self.canv
        canvas.saveState()
        canvas.translate(-self.hang, 0)
        if self.scale != 1:
            canvas.scale(self.scale, self.scale)
        illustrate(canvas, self.scene, self.inks)
        canvas.restoreState()


def illustrate(canvas: Any, scene: Scene, inks: Inks) -> None:
    """Draw a scene with its lower left corner at the canvas' origin, as a figure.

    A scene that nothing says in words is the words in it; without any it is decoration.
    """
    canvas.saveState()
    words = any(isinstance(item, Text) for item in scene.items)
    if scene.alt:
        said: Any = canvas.figure(scene.alt, scene.width, scene.height)
    else:
        said = canvas.content("P") if words else nullcontext()
    with said:
        canvas.translate(0, scene.height)
        paint(canvas, scene, inks)
    canvas.restoreState()


def paint(canvas: Any, scene: Scene, inks: Inks) -> None:
    """Draw a scene with its top left corner at the canvas' origin, downwards."""
    for item in scene.items:
        if isinstance(item, Text):
            _text(canvas, item, inks, scene.width)
        elif isinstance(item, Line):
            _pen(canvas, item, inks)
            canvas.line(item.x1, -item.y1, item.x2, -item.y2)
        elif isinstance(item, Rectangle):
            _shape(canvas, item, inks, _corners(item))
        else:
            _shape(canvas, item, inks, item.commands)


def _text(canvas: Any, item: Text, inks: Inks, wide: float) -> None:
    """One line of words, cut where it would stand out of the scene by more than a little.

    Where there is no room for a letter it is left out: the figure says itself in words, too.
    """
    canvas.setFillColor(HexColor(inks.colours[item.colour]))
    face = inks.faces[item.weight]
    canvas.setFont(face.name, item.size)
    draw = {
        "start": canvas.drawString,
        "middle": canvas.drawCentredString,
        "end": canvas.drawRightString,
    }[item.anchor]
    x = min(max(item.x, -STANDS_OUT), wide + STANDS_OUT)
    left, right = x + STANDS_OUT, wide + STANDS_OUT - x
    room = {"start": right, "middle": 2 * min(left, right), "end": left}[item.anchor]
    if room > item.size:
        draw(x, -item.y, shortened(item.text, face, item.size, room))


def _corners(item: Rectangle) -> tuple[Command, ...]:
    right, bottom = item.x + item.width, item.y + item.height
    return (
        ("M", item.x, item.y),
        ("L", right, item.y),
        ("L", right, bottom),
        ("L", item.x, bottom),
        ("Z",),
    )


def _shape(canvas: Any, item: Rectangle | Path, inks: Inks, commands: tuple[Command, ...]) -> None:
    if item.fill is not None:
        canvas.setFillColor(HexColor(inks.colours[item.fill]))
    if item.stroke is not None:
        _pen(canvas, item, inks)
    path = canvas.beginPath()
    for command in commands:
        _step(path, command)
    canvas.drawPath(path, stroke=int(item.stroke is not None), fill=int(item.fill is not None))


def _pen(canvas: Any, item: Rectangle | Path | Line, inks: Inks) -> None:
    if item.stroke is not None:
        canvas.setStrokeColor(HexColor(inks.colours[item.stroke]))
    canvas.setLineWidth(item.stroke_width)
    canvas.setDash(list(item.dash))
    canvas.setLineCap(0)
    canvas.setLineJoin(0)


def _step(path: Any, command: Command) -> None:
    if command[0] == "M":
        path.moveTo(command[1], -command[2])
    elif command[0] == "L":
        path.lineTo(command[1], -command[2])
    elif command[0] == "C":
        _, a, b, c, d, e, f = command
        path.curveTo(a, -b, c, -d, e, -f)
    else:
        path.close()
