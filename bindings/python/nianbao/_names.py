"""The enumerations of C++ under the same names. Wherever one is asked for, its name as a str will do."""

from __future__ import annotations

from enum import Enum
from typing import Literal, Union


class Name(str, Enum):
    """A word of a fixed list; equal to that word as a ``str``."""

    def __str__(self) -> str:
        return str(self.value)


class Align(Name):
    """Where text stands between the edges. ``digit`` and ``decimal`` are of table columns: numbers stand
    on their last digit, or on the decimal point (CY/T 170—2019)."""

    start = "start"
    center = "center"  # type: ignore[assignment]  # a str has a method of this name
    end = "end"
    justify = "justify"  # 两端对齐
    digit = "digit"
    decimal = "decimal"


class BatchNames(Name):
    """How an output of a batch is called that has no name: as its input, or by the title of the report."""

    input = "input"
    title = "title"  # type: ignore[assignment]  # a str has a method of this name


class BatchStatus(Name):
    """What became of a report of a batch: 通过, 有提醒, 未通过, 未完成."""

    passed = "passed"
    warnings = "warnings"
    failed = "failed"
    stopped = "stopped"


class BoxKind(Name):
    """What a box on a page is of."""

    text = "text"
    rule = "rule"
    stroke = "stroke"
    fill = "fill"
    path = "path"
    picture = "picture"
    link = "link"


class BreakMode(Name):
    """``optimum``: the line ends of least cost over the whole paragraph; ``greedy``: line after line."""

    optimum = "optimum"
    greedy = "greedy"


class ChartKind(Name):
    """条形, 柱形, 折线, 饼图."""

    bar = "bar"
    column = "column"
    line = "line"
    pie = "pie"


class EdgeLevel(Name):
    """避头尾 (CLREQ 6.1.1): how many marks may not stand at the edges of a line."""

    none = "none"
    basic = "basic"
    gb = "gb"  # GB/T 15834—2011
    strict = "strict"


class FontRole(Name):
    """宋体 黑体 楷体 仿宋 小标宋."""

    song = "song"
    hei = "hei"
    kai = "kai"
    fangsong = "fangsong"
    title = "title"  # type: ignore[assignment]


class HeaderScope(Name):
    """Whether a cell is a header, and of what (TH with /Scope)."""

    none = "none"
    column = "column"
    row = "row"


class Language(Name):
    """The language of messages."""

    zh = "zh"
    en = "en"


class MarkWidths(Name):
    """标点宽度 (CLREQ 6.3.2): 全角, 开明, 半角, 行末半角."""

    fullwidth = "fullwidth"
    kaiming = "kaiming"
    halfwidth = "halfwidth"
    line_end_half = "line_end_half"


class MissingNumbers(Name):
    """How a number that is not available (null) is printed."""

    blank = "blank"
    zero = "zero"
    dash = "dash"


class NewPage(Name):
    """Whether a paragraph begins a page (另面起) or an odd page (单页起)."""

    no = "no"
    page = "page"
    odd_page = "odd_page"


class PdfProfile(Name):
    """What compression spares: time or bytes. The file says the same."""

    fast = "fast"
    small = "small"


class RubyBy(Name):
    """``by_count``: by character when there are as many syllables as Han, else by word."""

    by_count = "by_count"
    character = "character"
    word = "word"


class RubyKind(Name):
    """拼音, 注音符号, the same in another language, 行间注."""

    pinyin = "pinyin"
    bopomofo = "bopomofo"
    gloss = "gloss"
    remark = "remark"


class RubySide(Name):
    """Where an annotation stands; ``usual`` is by its kind."""

    usual = "usual"
    above = "above"
    below = "below"


class Severity(Name):
    """错误, 提醒, 说明."""

    error = "error"
    warning = "warning"
    information = "information"


class SideLine(Name):
    """下划线, 专名号, 书名号甲式."""

    none = "none"
    underline = "underline"
    proper_name = "proper_name"
    book_title = "book_title"


class Stage(Name):
    """The stages of a render, in this order."""

    check = "check"
    compose = "compose"
    typeset = "typeset"
    write = "write"


class StructureKind(Name):
    """What a node of the structure tree is; the standard types of PDF/UA-1 in plain words."""

    document = "document"
    paragraph = "paragraph"
    heading_1 = "heading_1"
    heading_2 = "heading_2"
    heading_3 = "heading_3"
    heading_4 = "heading_4"
    title = "title"  # type: ignore[assignment]  # a str has a method of this name
    span = "span"
    table = "table"
    table_head = "table_head"
    table_body = "table_body"
    table_foot = "table_foot"
    table_row = "table_row"
    header_cell = "header_cell"
    data_cell = "data_cell"
    caption = "caption"
    list = "list"
    list_item = "list_item"
    list_label = "list_label"
    list_body = "list_body"
    figure = "figure"
    note = "note"
    section = "section"
    link = "link"
    ruby = "ruby"
    ruby_base = "ruby_base"
    ruby_text = "ruby_text"
    contents = "contents"
    contents_item = "contents_item"
    reference = "reference"


class Turned(Name):
    """Whether a table is set across the page (横排; GB/T 9704—2012 clause 8)."""

    when_needed = "when_needed"
    never = "never"
    always = "always"


class VerticalAlign(Name):
    """Where a text stands between the head and the foot of its cell."""

    top = "top"
    middle = "middle"
    bottom = "bottom"


# What arguments and fields take: a member or its name.
AlignName = Union[Align, Literal["start", "center", "end", "justify", "digit", "decimal"]]
BatchNamesName = Union[BatchNames, Literal["input", "title"]]
BatchStatusName = Union[BatchStatus, Literal["passed", "warnings", "failed", "stopped"]]
BreakModeName = Union[BreakMode, Literal["optimum", "greedy"]]
ChartKindName = Union[ChartKind, Literal["bar", "column", "line", "pie"]]
EdgeLevelName = Union[EdgeLevel, Literal["none", "basic", "gb", "strict"]]
FontRoleName = Union[FontRole, Literal["song", "hei", "kai", "fangsong", "title"]]
HeaderScopeName = Union[HeaderScope, Literal["none", "column", "row"]]
LanguageName = Union[Language, Literal["zh", "en"]]
MarkWidthsName = Union[MarkWidths, Literal["fullwidth", "kaiming", "halfwidth", "line_end_half"]]
MissingNumbersName = Union[MissingNumbers, Literal["blank", "zero", "dash"]]
NewPageName = Union[NewPage, Literal["no", "page", "odd_page"]]
PdfProfileName = Union[PdfProfile, Literal["fast", "small"]]
RubyByName = Union[RubyBy, Literal["by_count", "character", "word"]]
RubyKindName = Union[RubyKind, Literal["pinyin", "bopomofo", "gloss", "remark"]]
RubySideName = Union[RubySide, Literal["usual", "above", "below"]]
SeverityName = Union[Severity, Literal["error", "warning", "information"]]
SideLineName = Union[SideLine, Literal["none", "underline", "proper_name", "book_title"]]
TurnedName = Union[Turned, Literal["when_needed", "never", "always"]]
VerticalAlignName = Union[VerticalAlign, Literal["top", "middle", "bottom"]]
