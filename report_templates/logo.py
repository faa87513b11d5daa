"""A brand's logo: a PNG, or an SVG of plain paths; checked when read, drawn as shapes."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

from fontTools.pens import recordingPen  # pyright: ignore[reportMissingTypeStubs]
from fontTools.svgLib import path as svg_path  # pyright: ignore[reportMissingTypeStubs]

from engagements.language import tr

LARGEST = 1_000_000
LEAST_HEIGHT = 300
MOST_PIXELS = 40_000_000
MOST_POINTS = 20_000
LEAST_SIDE = 0.001
FARTHEST = 1e6
"""The largest number in an SVG, either way of 0."""
WIDEST = 140.0
WORDMARK = 2.5
"""A logo wider than this many heights holds the firm's name; it is not printed beside it."""
ALLOWED = {"svg", "g", "path", "title", "desc"}
PNG = b"\x89PNG\r\n\x1a\n"
SVG = "{http://www.w3.org/2000/svg}"
HEX = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True)
class Shape:
    """One filled path: drawing steps as (name, points), y downwards, and its fill.

    A fill of "" stands for the brand's own colour.
    """

    steps: tuple[tuple[str, tuple[tuple[float, float], ...]], ...]
    fill: str
    even_odd: bool


@dataclass(frozen=True)
class Logo:
    """A checked logo file."""

    name: str
    data: bytes

    @cached_property
    def is_svg(self) -> bool:
        """True for an SVG, False for a PNG."""
        return self.name.lower().endswith(".svg")

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, width and height in the file's own units."""
        if self.is_svg:
            return _view_box(_root(self.data, self.name), self.name)
        width, height = _png_size(self.data, self.name)
        return 0.0, 0.0, float(width), float(height)

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """The SVG's paths in drawing order."""
        root = _root(self.data, self.name)
        return tuple(_shape(node, self.name) for node in root.iter(f"{SVG}path"))

    @property
    def wordmark(self) -> bool:
        """True when the logo is so wide that it holds the firm's name itself."""
        return self.box[2] > WORDMARK * self.box[3]

    def size(self, height: float, widest: float = WIDEST) -> tuple[float, float]:
        """Width and height in points when fitted to ``height`` and at most ``widest``."""
        scale = min(height / self.box[3], widest / self.box[2])
        return self.box[2] * scale, self.box[3] * scale

    def draw(self, canvas: Any, x: float, y: float, height: float, colour: str) -> float:
        """Draw with the lower left corner at (x, y); returns the width taken."""
        width, tall = self.size(height)
        rise = y + (height - tall) / 2
        if self.is_svg:
            _draw_shapes(canvas, self, (x, rise, tall / self.box[3]), colour)
        else:
            from reportlab.lib.utils import ImageReader

            picture = ImageReader(BytesIO(self.data))
            canvas.drawImage(picture, x, rise, width, tall, mask="auto")
        return width


def read(name: str, data: bytes) -> Logo:
    """A logo checked as a whole; ValueError says what is wrong with it."""
    if len(data) > LARGEST:
        raise ValueError(tr("{file} is larger than {n} MB", file=name, n=1))
    if not name.lower().endswith((".svg", ".png")):
        raise ValueError(tr("{file} is neither a PNG nor an SVG", file=name))
    logo = Logo(name, data)
    if logo.is_svg:
        if not logo.shapes:
            raise ValueError(tr("{file} has no path to draw", file=name))
        if sum(len(one.steps) for one in logo.shapes) > MOST_POINTS:
            raise ValueError(tr("{file} has too many points", file=name))
    elif logo.box[3] < LEAST_HEIGHT:
        raise ValueError(
            tr(
                "{file} is {high} pixels high; {least} are needed",
                file=name,
                high=round(logo.box[3]),
                least=LEAST_HEIGHT,
            )
        )
    if min(logo.box[2:]) < LEAST_SIDE:
        raise ValueError(tr("{file} has no size", file=name))
    return logo


def _png_size(data: bytes, name: str) -> tuple[int, int]:
    from PIL import Image

    unreadable = tr("{file} is not a readable PNG", file=name)
    if not data.startswith(PNG) or len(data) < 24:
        raise ValueError(unreadable)
    width, height = struct.unpack(">II", data[16:24])
    if width * height > MOST_PIXELS:
        most = MOST_PIXELS // 1_000_000
        raise ValueError(tr("{file} has more than {n} megapixels", file=name, n=most))
    try:
        with Image.open(BytesIO(data), formats=["PNG"]) as picture:
            picture.load()
            return picture.size
    except (OSError, SyntaxError, ValueError, struct.error, zlib.error) as error:
        raise ValueError(unreadable) from error


def _root(data: bytes, name: str) -> ET.Element:
    try:
        words = data.decode("utf-8-sig")
        if "<!" in words.replace("<!--", ""):
            raise ValueError(tr("{file} holds a document type or entity", file=name))
        root = ET.fromstring(words)  # noqa: S314 - no entities: refused above
    except (ET.ParseError, UnicodeError) as error:
        raise ValueError(tr("{file} is not a readable SVG", file=name)) from error
    if root.tag != f"{SVG}svg":
        raise ValueError(tr("{file} is not an SVG", file=name))
    for node in root.iter():
        _only_paths(node, name)
    return root


def _only_paths(node: ET.Element, name: str) -> None:
    tag = str(node.tag).removeprefix(SVG)
    if tag not in ALLOWED:
        raise ValueError(tr("{file} holds <{tag}>; only paths are drawn", file=name, tag=tag[:40]))
    for attribute in node.attrib:
        if attribute.startswith("on"):
            raise ValueError(tr("{file} holds a script", file=name))
        if attribute in ("transform", "style", "clip-path") or "href" in attribute:
            raise ValueError(
                tr(
                    "{file} uses {what}; only paths are drawn",
                    file=name,
                    what=attribute.split("}")[-1][:40],
                )
            )


def _view_box(root: ET.Element, name: str) -> tuple[float, float, float, float]:
    try:
        left, top, width, height = map(float, root.get("viewBox", "").replace(",", " ").split())
    except ValueError as error:
        raise ValueError(tr("{file} has no viewBox of four numbers", file=name)) from error
    if not all(abs(one) <= FARTHEST for one in (left, top, width, height)):
        raise ValueError(tr("{file} has numbers that are too large", file=name))
    return left, top, width, height


def _shape(node: ET.Element, name: str) -> Shape:
    fill = node.get("fill", "currentColor")
    if fill == "currentColor":
        fill = ""
    elif not HEX.fullmatch(fill):
        raise ValueError(
            tr(
                "{file}: fill “{fill}” is neither #RRGGBB nor currentColor",
                file=name,
                fill=fill[:40],
            )
        )
    pen: Any = recordingPen.RecordingPen()
    parser: Any = svg_path
    try:
        parser.parse_path(node.get("d", ""), pen)
    except (ValueError, IndexError, TypeError, AssertionError, ArithmeticError) as error:
        raise ValueError(tr("{file} has a path that cannot be read", file=name)) from error
    steps: list[tuple[str, tuple[tuple[float, float], ...]]] = []
    for step, points in pen.value:
        steps.append((step, tuple((float(x), float(y)) for x, y in points)))
    if not all(abs(one) <= FARTHEST for _, points in steps for point in points for one in point):
        raise ValueError(tr("{file} has numbers that are too large", file=name))
    return Shape(tuple(steps), fill, node.get("fill-rule") == "evenodd")


def _cubic(
    start: tuple[float, float], control: tuple[float, float], end: tuple[float, float]
) -> tuple[tuple[float, float], ...]:
    """A quadratic curve's three points as the cubic's last three."""
    first = tuple(s + 2 / 3 * (c - s) for s, c in zip(start, control, strict=True))
    second = tuple(e + 2 / 3 * (c - e) for e, c in zip(end, control, strict=True))
    return (first[0], first[1]), (second[0], second[1]), end


def _draw_shapes(canvas: Any, logo: Logo, place: tuple[float, float, float], colour: str) -> None:
    from reportlab.lib.colors import HexColor

    left, top, _, high = logo.box
    x, y, scale = place
    canvas.saveState()
    canvas.translate(x - left * scale, y + (high + top) * scale)
    canvas.scale(scale, -scale)
    for shape in logo.shapes:
        path = canvas.beginPath()
        at = (0.0, 0.0)
        for step, points in shape.steps:
            if step == "moveTo":
                path.moveTo(*points[0])
            elif step == "lineTo":
                path.lineTo(*points[0])
            elif step in ("curveTo", "qCurveTo"):
                cubic = points if step == "curveTo" else _cubic(at, points[0], points[1])
                path.curveTo(*cubic[0], *cubic[1], *cubic[2])
            else:
                path.close()
            at = points[-1] if points else at
        canvas.setFillColor(HexColor(shape.fill or colour))
        canvas.drawPath(path, stroke=0, fill=1, fillMode=0 if shape.even_odd else 1)
    canvas.restoreState()
