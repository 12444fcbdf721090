"""Document: blocks in reading order, before any line is broken. Lists are lists: change them as you like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import SupportsIndex, Union

from . import _core
from ._lengths import Auto, Em, Insets, Length, Share
from ._names import (
    Align,
    AlignName,
    ChartKind,
    ChartKindName,
    HeaderScope,
    HeaderScopeName,
    Turned,
    TurnedName,
    VerticalAlign,
    VerticalAlignName,
)
from ._style import Color, EdgeRules, StyleSheet
from ._text import Origin, Text, TextLike


CellText = Union[TextLike, SupportsIndex, float, Decimal]


@dataclass(slots=True)
class Paragraph:
    """A paragraph; ``style`` is a role in StyleSheet.paragraphs."""

    text: TextLike = ""
    style: str = "body"
    origin: Origin = Origin()


@dataclass(slots=True)
class Heading:
    """A heading of level 1 to 4. The numeral (一、 （一） 1. （1）) is generated unless given; "" = none."""

    level: int = 1
    text: TextLike = ""
    numeral: str | None = None
    restart: bool = False  # this level begins again at one
    run_in: TextLike = ""  # body text that goes on in the same line
    style: str = ""  # empty = "heading-<level>"
    origin: Origin = Origin()


@dataclass(slots=True)
class CellBlock:
    """What a cell holds below its text: a text, or a table that is never cut by a page end."""

    what: TextLike | Table = ""


@dataclass(slots=True)
class Cell:
    """A cell that begins in its row. Where a cell is asked for, a text or a number will do: the digits of an
    int, float or Decimal stay as they are (``Decimal("1.50")`` is 1.50), a whole float is a whole number."""

    text: CellText = ""
    rows: int = 1  # 跨行
    columns: int = 1  # 跨列
    header: HeaderScopeName = HeaderScope.none  # cells of header rows are column headers anyway
    align: AlignName | None = None  # None = the column's
    valign: VerticalAlignName = VerticalAlign.middle
    shaded: bool = False  # in the table style's colour
    shade: Color | None = None  # 底纹 of its own
    style: str = ""  # name in StyleSheet.texts; empty = the table's
    repeat_label: bool = False  # a row-spanning label is printed again after a page end
    padding: Insets | None = None  # None = the table style's
    rules: EdgeRules = field(default_factory=EdgeRules)
    level: int = 0  # of a row label: indented by so many em
    spread: Em = Em()  # 均排
    vertical: bool = False  # 直排
    diagonal: list[TextLike] = field(default_factory=list)  # 斜线表头: two or three labels
    blocks: list[CellBlock | TextLike | Table] = field(default_factory=list)  # below the text


CellLike = Union[Cell, CellText]


@dataclass(slots=True)
class Row:
    """A row. Where one is asked for, a list of its cells will do."""

    cells: Sequence[CellLike] = field(default_factory=list)  # only cells that begin in this row
    min_height: Length = Length()  # at least the table style's
    rules: EdgeRules = field(default_factory=EdgeRules)
    keep_with_next: bool = False  # no page end directly after this row
    origin: Origin = Origin()


@dataclass(slots=True)
class Column:
    """A column: its width (Auto, Share or a Length) and how its texts stand."""

    width: Auto | Share | Length = Share(1)
    align: AlignName = Align.center


@dataclass(slots=True)
class Table:
    """Header, body and footer rows in this order. A table too wide is made smaller as a whole down to
    7.5 pt, then turned, then split by columns."""

    caption: TextLike = ""  # 表题
    unit: TextLike = ""  # 计量单位, 单位：件
    columns: list[Column] = field(default_factory=list)  # at least one
    header_rows: int = 0  # 表头, the first rows
    repeat_header: bool = True  # the header stands on every page, else once, and may be cut like other rows
    footer_rows: int = 0  # 表尾, the last rows
    repeat_footer: bool = False  # the footer stands on every page, else once at the end
    rows: Sequence[Row | Sequence[CellLike]] = field(default_factory=list)
    notes: list[TextLike] = field(default_factory=list)
    keep_whole: bool = False  # on one page whenever it fits a page
    move_whole: bool = True  # on the next page if it fits there and less than a third would stand on this
    keep_groups: bool = False  # rows joined by a spanning cell on one page whenever they fit
    continued: TextLike | None = None  # 续表 above each further part; "" = by the caption's number
    repeat_unit: bool = False  # the unit stands again above each further part
    turned: TurnedName = Turned.when_needed
    key_columns: int = 1  # first columns, repeated in each part of a table split by columns
    style: str = "table"  # role in StyleSheet.tables
    summary: str = ""  # for screen readers
    origin: Origin = Origin()


@dataclass(slots=True)
class ListItem:
    """An item of a list."""

    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class List:
    """A list; numerals are generated in the given style: "1." "1、" "（1）" "①" "一是"."""

    items: list[ListItem] = field(default_factory=list)
    numerals: str = "1."
    origin: Origin = Origin()


@dataclass(slots=True)
class PageBreak:
    """A new page begins here."""


@dataclass(slots=True)
class Signature:
    """落款 (GB/T 9704—2012 7.3.5.2): organ, and the date on the next line."""

    organ: TextLike = ""
    date: TextLike = ""
    origin: Origin = Origin()


@dataclass(slots=True)
class BlankLines:
    """Blank lines of the page grid."""

    count: int = 1


@dataclass(slots=True)
class Contents:
    """目录: headings of level 1 to ``levels``, their pages, links to them."""

    title: TextLike = "目录"  # empty = none
    levels: int = 2
    origin: Origin = Origin()


@dataclass(slots=True)
class Figure:
    """A picture (图): the bytes of a PNG or JPEG file, with its caption below."""

    image: bytes = b""
    alternative: str = ""  # what it shows, for those who cannot see it; needed
    caption: TextLike = ""  # 图题; empty = none, and no number
    width: Length | None = None  # None = 150 pixels to the inch, at most the measure
    origin: Origin = Origin()


@dataclass(slots=True)
class ChartSeries:
    """A row of numbers of a chart, one for each label."""

    name: str = ""
    values: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Chart:
    """A chart drawn as vectors from numbers; its alternative text ends with all of them."""

    kind: ChartKindName = ChartKind.column
    labels: list[str] = field(default_factory=list)
    series: list[ChartSeries] = field(default_factory=list)  # at least one; a pie has exactly one
    unit: str = ""  # 件
    source: str = ""  # JSON Pointer of the field of a report whose numbers these are
    alternative: str = ""  # its message in words, before the numbers
    caption: TextLike = ""
    origin: Origin = Origin()


Block = Union[Paragraph, Heading, Table, List, PageBreak, Signature, BlankLines, Contents, Figure, Chart]


@dataclass(slots=True)
class Document:
    """A document: what is set, in reading order, and how it looks."""

    title: str = ""  # of the PDF and its bookmarks' root; not printed by itself
    author: str = ""
    language: str = "zh-Hans"
    created: str = ""  # ISO 8601 date or date-time; empty = no date entries
    styles: StyleSheet = field(default_factory=StyleSheet.official)
    blocks: list[Block] = field(default_factory=list)
    draft: bool = False  # 草稿 across every page


@dataclass(slots=True)
class Indicator:
    """A line of a table of indicators; ``parts`` are of the next level, indented."""

    label: TextLike = ""  # with its numeral
    unit: TextLike = ""  # 单位
    code: TextLike = ""  # 代码
    values: list[TextLike] = field(default_factory=list)  # one per column, or none
    parts: list[Indicator] = field(default_factory=list)
    origin: Origin = Origin()


@dataclass(slots=True)
class IndicatorTable:
    """The generic table of indicators (统计指标表): labels of several levels, units, codes, columns of values."""

    caption: TextLike = ""
    unit: TextLike = ""
    label_head: TextLike = "统计指标"
    unit_head: TextLike = "单位"
    code_head: TextLike = "代码"
    value_heads: list[TextLike] = field(default_factory=lambda: ["统计数"])
    value_align: AlignName = Align.center
    indicators: list[Indicator] = field(default_factory=list)
    notes: list[TextLike] = field(default_factory=list)
    turned: TurnedName = Turned.when_needed
    style: str = "table"  # role in StyleSheet.tables
    origin: Origin = Origin()


def indicator_table(source: IndicatorTable) -> Table:
    """The table of these indicators: one header row; columns for units, then codes, when any has one."""
    return _core.indicator_table(source)


__all__ = [
    "BlankLines", "Block", "Cell", "CellBlock", "CellLike", "Chart", "ChartSeries", "Column", "Contents",
    "Document", "Figure", "Heading", "Indicator", "IndicatorTable", "List", "ListItem", "PageBreak", "Paragraph",
    "Row", "Signature", "Table", "Text", "indicator_table",
]
