"""nianbao (年报): report data in, the standard Chinese government annual report out as a PDF.

>>> import nianbao
>>> pdf = nianbao.render("2024.json")        # a path; JSON text comes as bytes, data as a dict
>>> for finding in nianbao.check("2024.json"):
...     print(finding)
"""

from __future__ import annotations

import importlib
import json
import os
from collections.abc import Iterable, Mapping
from typing import Any, Union

from . import _core
from ._batch import batch
from ._core import BatchSummary, FontSet, Page, PagedDocument, Report, Template, __version__, versions
from ._document import (
    BlankLines, Block, Cell, CellBlock, CellLike, Chart, ChartSeries, Column, Contents, Document, Figure, Heading,
    Indicator, IndicatorTable, List, ListItem, PageBreak, Paragraph, Row, Signature, Table, indicator_table,
)
from ._errors import (
    ArgumentError, Error, FileError, FontError, JsonError, LayoutError, LimitError, OutputError, PdfError, ReportError,
    TemplateError,
)
from ._findings import (
    BatchRow, Bilingual, Finding, FontUsage, FormEquation, ImportedReport, LineRange, MissingCharacter, ReportForm,
    ReportFormat, RuleExplanation, SubstitutedCharacter, UsedFont, Warning,
)
from ._lengths import Auto, Em, Insets, Length, Point, Rect, Share, Size, em, mm, pt
from ._names import (
    Align, BatchNames, BatchStatus, BoxKind, BreakMode, ChartKind, EdgeLevel, FontRole, HeaderScope, Language,
    MarkWidths, MissingNumbers, NewPage, PdfProfile, RubyBy, RubyKind, RubySide, Severity, SideLine, Stage,
    StructureKind, Turned, VerticalAlign,
)
from ._notebook import Findings
from ._pages import (
    Bookmark, Box, Destination, Fill, GlyphRun, Link, PageItem, Path, Picture, PlacedGlyph, Rule, Stroke,
    StructureNode, artifact,
)
from ._pdf import Pdf, PdfPage
from ._render import dump, render
from ._style import (
    Color, EdgeRules, HanLatinGap, LineStyle, PageStyle, ParagraphStyle, RuleLook, StyleSheet, TableStyle, TextStyle,
)
from ._text import Origin, Ruby, Text, TextLike, TextMarks, TextRun

Source = Union[Mapping[str, Any], bytes, str, "os.PathLike[str]", Report]

__all__ = [
    "Align", "ArgumentError", "Auto", "BatchNames", "BatchRow", "BatchStatus", "BatchSummary", "Bilingual",
    "BlankLines", "Block", "Bookmark", "Box", "BoxKind", "BreakMode", "Cell", "CellBlock", "CellLike", "Chart",
    "ChartKind", "ChartSeries", "Color", "Column", "Contents", "Destination", "Document", "EdgeLevel", "EdgeRules",
    "Em", "Error", "Figure", "FileError", "Fill", "Finding", "Findings", "FontError", "FontRole", "FontSet", "FontUsage",
    "FormEquation", "GlyphRun", "HanLatinGap", "HeaderScope", "Heading", "ImportedReport", "Indicator",
    "IndicatorTable", "Insets", "JsonError", "Language", "LayoutError", "Length", "LimitError", "LineRange",
    "LineStyle", "Link", "List", "ListItem", "MarkWidths", "MissingCharacter", "MissingNumbers", "NewPage",
    "Origin", "OutputError", "Page", "PageBreak", "PageItem", "PageStyle", "PagedDocument", "Paragraph",
    "ParagraphStyle", "Path", "Pdf", "PdfError", "PdfPage", "PdfProfile", "Picture", "PlacedGlyph", "Point", "Rect", "Report",
    "ReportError", "ReportForm", "ReportFormat", "Row", "Ruby", "RubyBy", "RubyKind", "RubySide", "Rule",
    "RuleExplanation", "RuleLook", "Severity", "Share", "SideLine", "Signature", "Size", "Source", "Stage",
    "Stroke", "StructureKind", "StructureNode", "StyleSheet", "SubstitutedCharacter", "Table", "TableStyle",
    "Template", "TemplateError", "Text", "TextLike", "TextMarks", "TextRun", "TextStyle", "Turned", "UsedFont",
    "VerticalAlign", "Warning", "__version__", "artifact", "batch", "check", "dump", "em", "formats",
    "indicator_table", "mm", "pt", "read_report", "render", "versions",
]


def read_report(source: Source, *, as_printed: bool = False) -> Report:
    """Read a report: a path (``str`` or path object), JSON text as ``bytes``, or a mapping.

    ``as_printed`` lets counts be texts that are printed as they are.
    Raises FileError, JsonError, ReportError (all faults of content at once), LimitError.
    """
    if isinstance(source, Report):
        return source
    if isinstance(source, (str, os.PathLike)):
        return _core.read_report_file(source, as_printed=as_printed)
    return _core.read_report_json(_json_of(source), as_printed=as_printed)


def check(
    source: Source, *, as_printed: bool = False, previous: Source | None = None, parts: Iterable[Source] = ()
) -> Findings:
    """Findings of a report, errors first: a list, which a notebook shows as a table. Faults of the reader are
    raised, findings returned.

    ``previous`` is last year's report, from which carry-over and documents in force must follow; of
    ``parts`` every number of the report is the sum.
    """
    return Findings(
        _core.check(
            read_report(source, as_printed=as_printed),
            previous=None if previous is None else read_report(previous, as_printed=True),
            parts=[read_report(part, as_printed=True) for part in parts],
        )
    )


def formats() -> list[str]:
    """The ids of the built-in report formats."""
    return _core.formats()


def __getattr__(name: str) -> Any:
    """``nianbao.excel`` and ``nianbao.web`` are there without an import of their own, and cost nothing until asked for."""
    if name in ("excel", "web"):
        return importlib.import_module(f"nianbao.{name}")
    raise AttributeError(f"module 'nianbao' has no attribute {name!r}")


def _json_of(source: object) -> bytes:
    """The JSON text of a source that is no path and no Report."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source)
    if isinstance(source, Mapping):
        # NaN and infinity are written as the words JSON does not have; the reader names their place.
        return json.dumps(dict(source), ensure_ascii=False, default=_plain).encode("utf-8", "surrogatepass")
    raise TypeError(f"a report is a path, JSON bytes or a mapping, not {type(source).__name__}")


def _plain(value: object) -> object:
    """Integers of other libraries (numpy) are integers; anything else is a mistake of the caller."""
    if hasattr(value, "__index__"):
        return value.__index__()
    raise TypeError(f"a report cannot hold a value of type {type(value).__name__}")
