"""Marks of points on paper: each mark the charts draw has a shape of its own, as on the screen."""

from math import cos, pi, sin


def _star(points: int, inner: float) -> list[tuple[float, float]]:
    """Corners of a star, the first at the top; `inner` is how far in those between lie."""
    turns = [(place, 1.0 if place % 2 == 0 else inner) for place in range(2 * points)]
    return [(far * sin(pi * at / points), -far * cos(pi * at / points)) for at, far in turns]


#: Corners by the mark's name, where its radius is 1; y grows downwards.
RINGS: dict[str, list[tuple[float, float]]] = {
    "square": [(-1, -1), (1, -1), (1, 1), (-1, 1)],
    "diamond": [(0, -1), (1, 0), (0, 1), (-1, 0)],
    "triangle-up": [(0, -1), (1, 1), (-1, 1)],
    "pentagon": _star(5, 0.81),
    "star": [(1.4 * x, 1.4 * y) for x, y in _star(5, 0.4)],
}


def mark(symbol: str, x: float, y: float, r: float, colour: str) -> str:
    """The SVG of one mark with its middle at x, y. Raises KeyError for a mark without a shape."""
    name = symbol.removesuffix("-open")
    look = f'fill="{colour if name == symbol else "#ffffff"}" stroke="{colour}" stroke-width="2"'
    at = f'class="point" data-x="{x:.1f}" data-y="{y:.1f}" data-mark="{name}"'
    if name == "circle":
        return f'<circle {at} cx="{x:.1f}" cy="{y:.1f}" r="{r}" {look}/>'
    if name == "line-ns":
        return f'<path {at} d="M{x:.1f} {y - r:.1f}v{2 * r}" {look}/>'
    corners = " ".join(f"{x + r * across:.1f},{y + r * down:.1f}" for across, down in RINGS[name])
    return f'<polygon {at} points="{corners}" {look}/>'
