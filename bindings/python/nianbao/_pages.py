"""What stands on the pages: boxes, items, the structure tree. Lengths are from the head and the left edge."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Union

from ._lengths import Length, Point, Rect
from ._names import BoxKind, HeaderScope, HeaderScopeName, StructureKind
from ._style import Color
from ._text import Origin

artifact = 0xFFFFFFFF  # the node of what speaks for nothing: page furniture, rules, repeated headers


@dataclass(frozen=True, slots=True)
class Box:
    """The rectangle an item takes on its page. That of a text is its advances by the em boxes of its
    glyphs (0.88 em above the baseline, 0.12 below)."""

    kind: BoxKind = BoxKind.text
    page: int = 1  # from 1
    area: Rect = Rect()
    text: str = ""  # of a text: its source; of a link: its address
    source: Origin = Origin()  # of a text: where it stands in the report
    structure: StructureKind | None = None  # what it speaks for; None = an artifact (表线, 页码)

    @property
    def x(self) -> float:
        """The left edge in points from the left edge of the paper."""
        return self.area.left.in_points

    @property
    def y(self) -> float:
        """The upper edge in points from the head of the paper."""
        return self.area.top.in_points

    @property
    def width(self) -> float:
        """The width in points."""
        return self.area.size.width.in_points

    @property
    def height(self) -> float:
        """The height in points."""
        return self.area.size.height.in_points


@dataclass(frozen=True, slots=True)
class PlacedGlyph:
    """One glyph of a run; its source is ``text_length`` bytes of the run's text from ``text_begin``."""

    id: int = 0
    x: Length = Length()  # of the glyph's origin, relative to the run's
    y: Length = Length()
    advance: Length = Length()  # after adjustment
    text_begin: int = 0
    text_length: int = 0


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one face and size on one line."""

    face: int = 0
    size: Length = Length()
    color: Color = Color()
    origin: Point = Point()  # on the baseline
    glyphs: list[PlacedGlyph] = field(default_factory=list)
    text: str = ""
    language: str = ""  # BCP 47; empty = the document's
    quarter_turns: int = 0  # clockwise, about origin: 0 to 3
    right_to_left: bool = False
    node: int = artifact
    source: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line with butt ends."""

    from_: Point = Point()
    to: Point = Point()
    width: Length = Length()
    color: Color = Color()
    node: int = artifact


@dataclass(frozen=True, slots=True)
class Stroke:
    """An open line through points with round ends; of one point: a dot."""

    points: list[Point] = field(default_factory=list)
    width: Length = Length()
    color: Color = Color()
    node: int = artifact


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle."""

    area: Rect = Rect()
    color: Color = Color()
    node: int = artifact


@dataclass(frozen=True, slots=True)
class Path:
    """Closed polygons, for charts."""

    outlines: list[list[Point]] = field(default_factory=list)
    fill: Color = Color()
    node: int = artifact


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture: ``height`` rows of ``width`` pixels, three bytes each."""

    area: Rect = Rect()
    width: int = 0
    height: int = 0
    rgb: bytes = b""
    node: int = artifact


@dataclass(frozen=True, slots=True)
class Destination:
    """A place in the document."""

    page: int = 0  # from 0
    y: Length = Length()


@dataclass(frozen=True, slots=True)
class Link:
    """An area that leads to an address, or to a place in the document."""

    area: Rect = Rect()
    uri: str = ""  # empty: inside the document
    to: Destination | None = None
    description: str = ""
    node: int = artifact


PageItem = Union[GlyphRun, Rule, Fill, Path, Picture, Link, Stroke]


@dataclass(frozen=True, slots=True)
class StructureNode:
    """A node of the structure tree. Node 0 is the document; children are ordered as they are read."""

    kind: StructureKind = StructureKind.paragraph
    scope: HeaderScopeName = HeaderScope.none  # of header cells
    rows: int = 1  # spans of cells
    columns: int = 1
    children: list[int] = field(default_factory=list)
    headers: list[int] = field(default_factory=list)  # header cells that a cell depends on
    alternative: str = ""  # /Alt of figures
    summary: str = ""  # of tables


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark (书签)."""

    title: str = ""
    level: int = 1  # from 1
    page: int = 0  # from 0
    y: Length = Length()  # top of the heading on that page
