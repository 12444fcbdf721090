"""Text: runs of one look each, which know where they came from, with the marks that stand between the lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Union

from ._names import RubyBy, RubyByName, RubyKind, RubyKindName, RubySide, RubySideName, SideLine, SideLineName


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a piece of text came from: a JSON Pointer and a byte offset in that string. May stay empty."""

    pointer: str = ""
    offset: int = 0


@dataclass(slots=True)
class TextMarks:
    """Marks on a run (CLREQ 5.3); they live in the leading and change no line pitch."""

    line: SideLineName = SideLine.none  # 下划线, 专名号, 书名号甲式
    dots: bool = False  # 着重号 below each Han
    strong: bool = False  # 黑体
    framed: bool = False  # 示亡号
    superscript: bool = False  # small and raised, never parted from what it marks


@dataclass(slots=True)
class Ruby:
    """An annotation in small type (CLREQ 5.5). Syllables stand apart by spaces."""

    text: str = ""  # empty = none
    kind: RubyKindName = RubyKind.pinyin
    by: RubyByName = RubyBy.by_count
    side: RubySideName = RubySide.usual
    language: str = ""  # BCP 47; empty = by kind
    origin: Origin = Origin()


@dataclass(slots=True)
class TextRun:
    """A stretch of text of one look."""

    text: str = ""
    style: str = ""  # name in StyleSheet.texts; empty = the block's own
    language: str = ""  # BCP 47; empty = the document's
    origin: Origin = Origin()
    marks: TextMarks = field(default_factory=TextMarks)
    ruby: Ruby = field(default_factory=Ruby)
    link: str = ""  # http, https, mailto or tel address; empty = none


@dataclass(slots=True, init=False)
class Text:
    """Runs of text. Wherever a Text is asked for, a ``str`` or a list of TextRun will do."""

    runs: list[TextRun] = field(default_factory=list)

    def __init__(self, runs: TextLike = ()) -> None:
        if isinstance(runs, str):
            self.runs = [TextRun(runs)] if runs else []
        elif isinstance(runs, Text):
            self.runs = list(runs.runs)
        else:
            self.runs = list(runs)

    def plain(self) -> str:
        """All runs joined."""
        return "".join(run.text for run in self.runs)

    def __str__(self) -> str:
        return self.plain()

    def __eq__(self, other: object) -> bool:
        """Texts are equal when their runs are; a ``str`` is a text of one plain run."""
        if isinstance(other, str):
            other = Text(other)
        return self.runs == other.runs if isinstance(other, Text) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # it can change

    def __bool__(self) -> bool:
        return bool(self.runs)


TextLike = Union[Text, str, "list[TextRun]", "tuple[TextRun, ...]"]
