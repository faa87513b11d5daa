"""matplotlib's drawing as a scene: vectors stay vectors, words stay words in the kit's face.

Artists are coloured by ``tint``, which names a role; a painter turns roles into a kit's colours.
One unit of the canvas is a point. Nothing is clipped: a figure keeps within its axes by itself.
"""

from __future__ import annotations

from typing import Any, cast

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path as Outline
from matplotlib.transforms import Transform

from report_templates.figures.metrics import ASCENT, DESCENT, HEAVINESS, Metrics
from report_templates.figures.scene import Command, Dash, Item, Path, Role, Scene, Text, Weight

ROLES = tuple(Role)
WEIGHTS = {heaviness: weight for weight, heaviness in HEAVINESS.items()}
PLACES = 3
"""Decimals of a coordinate: far below what print shows, the same on every machine."""
PER_INCH = 72


def tint(role: Role) -> str:
    """A role as a colour that matplotlib takes: its number as the share of blue."""
    return f"#0000{ROLES.index(role):02x}"


def canvas(width: float, height: float) -> Figure:
    """An empty figure of that size in points."""
    return Figure(figsize=(width / PER_INCH, height / PER_INCH), dpi=PER_INCH, frameon=False)


def scene_of(figure: Figure, metrics: Metrics, alt: str) -> Scene:
    """What a figure draws, its words measured with the kit's metrics."""
    width, height = (float(side) * PER_INCH for side in figure.get_size_inches())
    renderer = _SceneRenderer(width, height, metrics)
    figure.draw(renderer)
    return Scene(round(width, PLACES), round(height, PLACES), tuple(renderer.items), alt)


class _SceneRenderer(RendererBase):
    """Collects what artists draw as items; y turns over, for a scene grows downwards."""

    def __init__(self, width: float, height: float, metrics: Metrics) -> None:
        super().__init__()
        self.items: list[Item] = []
        self._size = width, height
        self._metrics = metrics

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Outline,
        transform: Transform,
        rgbFace: Any = None,
    ) -> None:
        """A line or shape; one that neither fills nor strokes is left out."""
        commands = self._commands(path, transform)
        fill = _role(rgbFace)
        stroke = _role(gc.get_rgb()) if gc.get_linewidth() else None
        if commands and not (fill is stroke is None):
            self.items.append(
                Path(
                    commands,
                    fill=fill,
                    stroke=stroke,
                    stroke_width=round(float(gc.get_linewidth()), PLACES),
                    dash=_dash(gc),
                )
            )

    def draw_text(  # noqa: PLR0917 - as matplotlib calls it
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """One upright line of words with its base line's left end at (x, y)."""
        del ismath, mtext
        colour = _role(gc.get_rgb())
        if angle or colour is None:
            raise ValueError("words of a scene stand upright and have a role")
        at = round(float(x), PLACES), round(float(y), PLACES)
        self.items.append(Text(*at, s, _weight(prop), prop.get_size_in_points(), colour))

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        """Width, height and what is below the base line, in points."""
        del ismath
        size = prop.get_size_in_points()
        width = self._metrics.width(s, _weight(prop), size)
        return width, (ASCENT + DESCENT) * size, DESCENT * size

    def _get_font_height_metrics(self, prop: FontProperties) -> tuple[float, float, float]:
        """Ascent, descent and gap between lines, which matplotlib else asks of fonts of its own."""
        size = prop.get_size_in_points()
        return ASCENT * size, DESCENT * size, 0.0

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The scene's size in points."""
        return self._size

    def _commands(self, path: Outline, transform: Transform) -> tuple[Command, ...]:
        found: list[Command] = []
        for points, code in path.iter_segments(transform, simplify=False):
            numbers = [round(float(one), PLACES) for one in points]
            pairs = [
                (x, round(self._size[1] - y, PLACES))
                for x, y in zip(numbers[::2], numbers[1::2], strict=True)
            ]
            found.append(_command(int(cast("Any", code)), pairs))
        return tuple(found)


def _command(code: int, pairs: list[tuple[float, float]]) -> Command:
    """A step of an outline. ValueError for a curve of one control point, which nothing draws."""
    if code == Outline.MOVETO:
        return ("M", *pairs[0])
    if code == Outline.LINETO:
        return ("L", *pairs[0])
    if code == Outline.CURVE4:
        return ("C", *pairs[0], *pairs[1], *pairs[2])
    if code == Outline.CLOSEPOLY:
        return ("Z",)
    raise ValueError(f"a scene has no step {code}")


def _role(colour: Any) -> Role | None:
    """What a colour made by ``tint`` names; None for none, and for one that is seen through."""
    if colour is None:
        return None
    _, _, blue, *alpha = (float(one) for one in colour)
    if alpha and not alpha[0]:
        return None
    return ROLES[round(blue * 255)]


def _weight(prop: FontProperties) -> Weight:
    return WEIGHTS[int(prop.get_weight())]


def _dash(gc: GraphicsContextBase) -> Dash:
    dashes = cast("Any", gc.get_dashes())[1]
    return () if dashes is None else tuple(round(float(one), PLACES) for one in dashes)
