"""How text, paragraphs, tables and pages look. The defaults are GB/T 9704—2012; a test holds them to C++."""

from __future__ import annotations

from dataclasses import dataclass, field

from . import _core
from ._lengths import Em, Insets, Length, Size, mm, pt
from ._names import (
    Align,
    AlignName,
    BreakMode,
    BreakModeName,
    EdgeLevel,
    EdgeLevelName,
    FontRole,
    FontRoleName,
    MarkWidths,
    MarkWidthsName,
    NewPage,
    NewPageName,
)


@dataclass(slots=True)
class HanLatinGap:
    """中西文间距 (CLREQ 6.3.3): the gap between Han and Latin letters or digits, from 0.125 to 0.5 em."""

    shown: bool = True
    width: Em = Em(250)
    narrowest: Em = Em(125)
    widest: Em = Em(500)


@dataclass(slots=True)
class LineStyle:
    """How the lines of a text are broken and adjusted (CLREQ 6.1 to 6.3)."""

    edges: EdgeLevelName = EdgeLevel.gb  # 避头尾
    edges_may_yield: bool = False  # a very loose line breaks an edge rule when three marks meet
    mark_widths: MarkWidthsName = MarkWidths.fullwidth  # 标点宽度
    stops_squeezed: bool = True  # 。？！ give their blank as the last step (CLREQ 6.2.2.3)
    hanging_marks: bool = False  # 行尾点号悬挂
    han_latin_gap: HanLatinGap = field(default_factory=HanLatinGap)
    latin_on_grid: bool = False  # Latin takes whole multiples of the Han width
    hyphenation: bool = False
    break_mode: BreakModeName = BreakMode.optimum
    scientific_full_stop: bool = False  # ． is drawn for 。


@dataclass(frozen=True, slots=True)
class Color:
    """A colour in sRGB, each part from 0 to 255."""

    red: int = 0
    green: int = 0
    blue: int = 0


@dataclass(frozen=True, slots=True)
class RuleLook:
    """A rule of a table (表线). Width zero: none."""

    width: Length = Length()
    color: Color = Color()


@dataclass(slots=True)
class EdgeRules:
    """Rules named for the edges of one cell or row; None takes the rule of the row or the table's style."""

    top: RuleLook | None = None
    right: RuleLook | None = None
    bottom: RuleLook | None = None
    left: RuleLook | None = None


@dataclass(slots=True)
class TextStyle:
    """The look of text; 三号 is 15.75 pt."""

    font: FontRoleName = FontRole.fangsong
    size: Length = 15.75 * pt
    color: Color = Color()
    tracking: Em = Em()  # 字距 between Han: widened or, below zero, tightened
    spread: Em = Em()  # 均排: a run narrower than this is spread evenly to it


@dataclass(slots=True)
class ParagraphStyle:
    """A paragraph of one role. Lengths are absolute."""

    text: TextStyle = field(default_factory=TextStyle)
    align: AlignName = Align.justify
    last_line: AlignName = Align.start  # of justified text
    first_indent: Length = Length()  # 首行缩进
    hanging_indent: Length = Length()  # 悬挂缩进
    left_indent: Length = Length()
    right_indent: Length = Length()
    line_height: Length = 29.621 * pt  # 行高: 225 mm / 22 lines
    space_before: Length = Length()
    space_after: Length = Length()
    lines_kept_at_foot: int = 2  # 页末最少行数
    lines_kept_at_head: int = 2  # 页首最少行数
    keep_with_next: bool = False  # never the last thing on a page
    balanced: bool = False  # lines of like length, broken by sense
    on_grid: bool = True  # takes a whole number of the page's lines (标题占行)
    new_page: NewPageName = NewPage.no
    spans_columns: bool = False  # 通栏
    heading_level: int | None = None  # 1 to 4: bookmark and H1 to H4
    lines: LineStyle = field(default_factory=LineStyle)


@dataclass(slots=True)
class TableStyle:
    """The look of a table."""

    text: TextStyle = field(default_factory=lambda: TextStyle(font=FontRole.song, size=10 * pt))
    line_height: Length = 13 * pt
    padding: Insets = Insets(2 * pt, 2.5 * pt, 2 * pt, 2.5 * pt)
    rule_width: Length = 0.5 * pt  # inner rules
    outer_rule_width: Length = 1 * pt  # 外框
    rule_color: Color = Color()
    row_rules: bool = True  # between rows of the body
    column_rules: bool = True  # between columns
    side_rules: bool = True  # the frame's left and right
    header_rule_width: Length | None = None  # below the header, above the footer; None = inner
    cut_rule_width: Length | None = None  # at page ends; None = the frame's
    min_row_height: Length = 17 * pt
    shade: Color | None = Color(0xC6, 0xD9, 0xF1)  # of cells marked shaded; None = unshaded
    space_before: Length = Length()
    space_after: Length = Length()
    lines: LineStyle = field(default_factory=LineStyle)  # of the texts in cells

    @staticmethod
    def three_line() -> TableStyle:
        """三线表: rules above, below the header and below the table, none between columns."""
        return _core.three_line()


@dataclass(slots=True)
class PageStyle:
    """The page: paper and type area (版心), GB/T 9704—2012 5.2."""

    paper: Size = Size(210 * mm, 297 * mm)
    margins: Insets = Insets(37 * mm, 26 * mm, 35 * mm, 28 * mm)  # 天头, 切口, 地脚, 订口
    characters: int = 0  # 版心 by characters of "body" in a line; 0 = by the right margin
    lines: int = 0  # and by lines on a page; 0 = by the bottom margin
    columns: int = 1  # 分栏 of text; tables stand across them
    column_gap: Length = 31.5 * pt  # 栏间距
    column_rule: bool = False  # 栏线
    line_height: Length = 29.621 * pt  # the grid: 22 lines
    folio: TextStyle = field(default_factory=lambda: TextStyle(font=FontRole.song, size=14 * pt))  # 页码
    folio_distance: Length = 7 * mm  # from the foot of the type area to the dashes
    folio_alternates: bool = True  # odd pages right, even pages left
    folio_shown: bool = True
    mirrored: bool = False  # 订口 on the right of even pages


@dataclass(slots=True)
class StyleSheet:
    """Every look of a document by role. ``StyleSheet()`` has no roles; ``StyleSheet.official()`` has all.

    Roles of the built-in blocks: body, title, subtitle, heading-1 … heading-4, list, note, caption,
    signature, annex-mark, annex-title, contents-title, contents-1 … contents-4; tables: table, three-line.
    """

    page: PageStyle = field(default_factory=PageStyle)
    paragraphs: dict[str, ParagraphStyle] = field(default_factory=dict)
    tables: dict[str, TableStyle] = field(default_factory=dict)
    texts: dict[str, TextStyle] = field(default_factory=dict)  # named looks for runs and cells

    @staticmethod
    def official() -> StyleSheet:
        """GB/T 9704—2012 with every role."""
        return _core.official_styles()

    def type_area(self) -> Size:
        """版心, from the margins of the page or from its characters and lines (CLREQ 7.1.1)."""
        return _core.type_area(self)
