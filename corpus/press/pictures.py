"""Abstract pictures without a single letter, the same ones every time."""

from math import cos, pi, sin
from random import Random

from reportlab.lib.colors import HexColor

from corpus.press.strips import Canvas

_COLOURS = tuple(map(HexColor, ("#1d2f4f", "#d99a2b", "#b5482f", "#7fa3a8", "#e8cf9c", "#486b5c")))
_SKY = HexColor("#f4e7cb")

Point = tuple[float, float]


def draw_scene(canvas: Canvas, corner: Point, size: Point, *, seed: int) -> None:
    """A street of blocks, roofs and round trees, in the rectangle from its lower left corner."""
    # The pictures need no secrecy, but must be the same on every machine.
    dice = Random(seed)  # noqa: S311
    canvas.saveState()
    _clip(canvas, corner, size)
    canvas.setFillColor(_SKY)
    canvas.rect(*corner, *size, stroke=0, fill=1)
    _disc(canvas, corner[0] + size[0] * dice.uniform(0.2, 0.8), corner[1] + size[1] * 0.72, 16, 1)
    x = corner[0] - 8
    while x < corner[0] + size[0]:
        wide = dice.uniform(20, 46)
        _house(canvas, (x, corner[1]), (wide, size[1] * dice.uniform(0.25, 0.6)), dice)
        x += wide + dice.choice((0, 0, 6))
    canvas.restoreState()


def draw_infographic(canvas: Canvas, size: Point, *, seed: int) -> None:
    """A page full of rings, bars and lines that seem to mean something."""
    dice = Random(seed)  # noqa: S311 - as above
    wide, tall = size
    canvas.setFillColor(_SKY)
    canvas.rect(0, 0, wide, tall, stroke=0, fill=1)
    middle = (wide / 2, tall * 0.62)
    spokes = [_around(middle, tall * 0.24, step / 9) for step in range(9)]
    canvas.setStrokeColor(_COLOURS[3])
    canvas.setLineWidth(5)
    for spoke in spokes:
        canvas.line(*middle, *spoke)
    for number, spoke in enumerate(spokes):
        _ring(canvas, spoke, dice.uniform(24, 46), number)
    _ring(canvas, middle, 74, 0)
    _bars(canvas, (wide * 0.14, tall * 0.1), (wide * 0.72, tall * 0.16), dice)


def draw_band(canvas: Canvas, corner: Point, size: Point, *, seed: int) -> None:
    """Quarter circles in a row of squares: the head of a chapter, and the cover."""
    dice = Random(seed)  # noqa: S311 - as above
    side = size[1]
    canvas.saveState()
    _clip(canvas, corner, size)
    for step in range(int(size[0] // side) + 1):
        x, y = corner[0] + step * side, corner[1]
        colours = dice.sample(_COLOURS[1:], 2)
        canvas.setFillColor(colours[0])
        canvas.rect(x, y, side, side, stroke=0, fill=1)
        canvas.setFillColor(colours[1])
        turn = dice.randrange(4)
        centre = (x + side * (turn in (1, 2)), y + side * (turn in (2, 3)))
        canvas.wedge(
            centre[0] - side,
            centre[1] - side,
            centre[0] + side,
            centre[1] + side,
            turn * 90,
            90,
            stroke=0,
            fill=1,
        )
    canvas.restoreState()


def _clip(canvas: Canvas, corner: Point, size: Point) -> None:
    path = canvas.beginPath()
    path.rect(*corner, *size)
    canvas.clipPath(path, stroke=0, fill=0)


def _house(canvas: Canvas, corner: Point, size: Point, dice: Random) -> None:
    x, y = corner
    wide, tall = size
    canvas.setFillColor(dice.choice(_COLOURS))
    canvas.rect(x, y, wide, tall, stroke=0, fill=1)
    shape = dice.randrange(3)
    if shape == 0:
        path = canvas.beginPath()
        path.moveTo(x, y + tall)
        path.lineTo(x + wide / 2, y + tall + wide * 0.55)
        path.lineTo(x + wide, y + tall)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
    elif shape == 1:
        _disc(canvas, x + wide / 2, y + tall, wide * 0.6, dice.randrange(len(_COLOURS)))
    canvas.setFillColor(_SKY)
    canvas.rect(x + wide * 0.35, y + tall * 0.55, wide * 0.22, wide * 0.22, stroke=0, fill=1)


def _disc(canvas: Canvas, x: float, y: float, radius: float, colour: int) -> None:
    canvas.setFillColor(_COLOURS[colour])
    canvas.circle(x, y, radius, stroke=0, fill=1)


def _ring(canvas: Canvas, centre: Point, radius: float, number: int) -> None:
    _disc(canvas, *centre, radius, number % len(_COLOURS))
    canvas.setFillColor(_SKY)
    canvas.circle(*centre, radius * 0.7, stroke=0, fill=1)
    canvas.setFillColor(_COLOURS[(number + 2) % len(_COLOURS)])
    x, y = centre
    box = (x - radius * 0.6, y - radius * 0.6, x + radius * 0.6, y + radius * 0.6)
    canvas.wedge(*box, number * 40, 70 + number * 25, stroke=0, fill=1)


def _bars(canvas: Canvas, corner: Point, size: Point, dice: Random) -> None:
    count = 14
    step = size[0] / count
    for number in range(count):
        canvas.setFillColor(_COLOURS[number % 3])
        canvas.rect(
            corner[0] + number * step,
            corner[1],
            step * 0.7,
            size[1] * dice.uniform(0.15, 1),
            stroke=0,
            fill=1,
        )


def _around(centre: Point, radius: float, turn: float) -> Point:
    return centre[0] + radius * cos(turn * 2 * pi), centre[1] + radius * sin(turn * 2 * pi)
