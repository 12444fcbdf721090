"""nianbao (年报): report data in, the standard Chinese government annual report out as a PDF.

>>> import nianbao
>>> pdf = nianbao.render("2024.json")        # a path; JSON text comes as bytes, data as a dict
>>> for finding in nianbao.check("2024.json"):
...     print(finding)
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from ._core import BatchSummary, FontSet, Page, PagedDocument, Report, Template, __version__
from ._errors import (
    ArgumentError, Error, FileError, FontError, JsonError, LayoutError, LimitError, OutputError, PdfError, ReportError,
    TemplateError,
)
from ._report import (
    check, explain, findings_json, formats, import_text, read_report, report_form, report_formats, rule_ids, schema,
    split_reports, starter, template_json, template_schema, to_sarif,
)
from ._sources import Source

if TYPE_CHECKING:
    from ._batch import BatchItem, batch
    from ._document import (
        BlankLines, Block, Cell, CellBlock, CellLike, Chart, ChartSeries, Column, Contents, Document, Figure, Heading,
        Indicator, IndicatorTable, List, ListItem, PageBreak, Paragraph, Row, Signature, Table, indicator_table,
    )
    from ._findings import (
        BatchRow, Bilingual, Finding, FontUsage, FormEquation, ImportedReport, LineRange, MissingCharacter, ReportForm, ReportFormat,
        RuleExplanation, SubstitutedCharacter, UsedFont, Warning,
    )
    from ._lengths import Auto, Em, Insets, Length, Point, Rect, Share, Size, em, mm, pt
    from ._names import (
        Align, BatchNames, BatchStatus, BoxKind, BreakMode, ChartKind, EdgeLevel, FontRole, HeaderScope, Language, MarkWidths, MissingNumbers,
        NewPage, PdfProfile, RubyBy, RubyKind, RubySide, Severity, SideLine, Stage, StructureKind, Turned, VerticalAlign,
    )
    from ._notebook import Findings
    from ._pages import (
        Bookmark, Box, Destination, Fill, GlyphRun, Link, PageItem, Path, Picture, PlacedGlyph, Rule, Stroke,
        StructureNode, artifact,
    )
    from ._pdf import Pdf, PdfPage
    from ._render import render
    from ._save import save
    from ._stages import (
        OnProgress, compose, dump, dump_document, dump_lines, dump_pages, font_usage, lay_out, typeset, write_pdf,
    )
    from ._style import (
        Color, EdgeRules, HanLatinGap, LineStyle, PageStyle, ParagraphStyle, RuleLook, StyleSheet, TableStyle, TextStyle,
    )
    from ._text import Origin, Ruby, Text, TextLike, TextMarks, TextRun
    from ._versions import versions
    from .frames import table_from

# What is imported when it is first asked for: the package is there in less than half the time.
_LATER = {
    "_batch": "BatchItem batch",
    "_document": (
        "BlankLines Block Cell CellBlock CellLike Chart ChartSeries Column Contents Document Figure Heading "
        "Indicator IndicatorTable List ListItem PageBreak Paragraph Row Signature Table indicator_table "
    ),
    "_findings": (
        "BatchRow Bilingual Finding FontUsage FormEquation ImportedReport LineRange MissingCharacter ReportForm "
        "ReportFormat RuleExplanation SubstitutedCharacter UsedFont Warning "
    ),
    "_lengths": "Auto Em Insets Length Point Rect Share Size em mm pt",
    "_names": (
        "Align BatchNames BatchStatus BoxKind BreakMode ChartKind EdgeLevel FontRole HeaderScope Language MarkWidths MissingNumbers "
        "NewPage PdfProfile RubyBy RubyKind RubySide Severity SideLine Stage StructureKind Turned "
        "VerticalAlign "
    ),
    "_notebook": "Findings",
    "_pages": (
        "Bookmark Box Destination Fill GlyphRun Link PageItem Path Picture PlacedGlyph Rule Stroke "
        "StructureNode artifact "
    ),
    "_pdf": "Pdf PdfPage",
    "_render": "render",
    "_save": "save",
    "_stages": "OnProgress compose dump dump_document dump_lines dump_pages font_usage lay_out typeset write_pdf",
    "_style": (
        "Color EdgeRules HanLatinGap LineStyle PageStyle ParagraphStyle RuleLook StyleSheet TableStyle "
        "TextStyle "
    ),
    "_text": "Origin Ruby Text TextLike TextMarks TextRun",
    "_versions": "versions",
    "frames": "table_from",
}
_MODULES = ("excel", "web")
_MODULE_OF = {name: module for module, names in _LATER.items() for name in names.split()}

__all__ = [
    "Align", "ArgumentError", "Auto", "BatchItem", "BatchNames", "BatchRow", "BatchStatus", "BatchSummary", "Bilingual",
    "BlankLines", "Block", "Bookmark", "Box", "BoxKind", "BreakMode", "Cell", "CellBlock", "CellLike", "Chart",
    "ChartKind", "ChartSeries", "Color", "Column", "Contents", "Destination", "Document", "EdgeLevel", "EdgeRules",
    "Em", "Error", "Figure", "FileError", "Fill", "Finding", "Findings", "FontError", "FontRole", "FontSet",
    "FontUsage", "FormEquation", "GlyphRun", "HanLatinGap", "HeaderScope", "Heading", "ImportedReport", "Indicator",
    "IndicatorTable", "Insets", "JsonError", "Language", "LayoutError", "Length", "LimitError", "LineRange",
    "LineStyle", "Link", "List", "ListItem", "MarkWidths", "MissingCharacter", "MissingNumbers", "NewPage",
    "OnProgress", "Origin", "OutputError", "Page", "PageBreak", "PageItem", "PageStyle", "PagedDocument",
    "Paragraph", "ParagraphStyle", "Path", "Pdf", "PdfError", "PdfPage", "PdfProfile", "Picture", "PlacedGlyph",
    "Point", "Rect", "Report", "ReportError", "ReportForm", "ReportFormat", "Row", "Ruby", "RubyBy", "RubyKind",
    "RubySide", "Rule", "RuleExplanation", "RuleLook", "Severity", "Share", "SideLine", "Signature", "Size",
    "Source", "Stage", "Stroke", "StructureKind", "StructureNode", "StyleSheet", "SubstitutedCharacter", "Table",
    "TableStyle", "Template", "TemplateError", "Text", "TextLike", "TextMarks", "TextRun", "TextStyle", "Turned",
    "UsedFont", "VerticalAlign", "Warning", "__version__", "artifact", "batch", "check", "compose", "dump",
    "dump_document", "dump_lines", "dump_pages", "em", "explain", "findings_json", "font_usage", "formats",
    "import_text", "indicator_table", "lay_out", "mm", "pt", "read_report", "render", "report_form",
    "report_formats", "rule_ids", "save", "schema", "split_reports", "starter", "table_from", "template_json",
    "template_schema", "to_sarif", "typeset", "versions", "write_pdf",
]


def __getattr__(name: str) -> Any:
    """What is imported when it is first asked for; ``nianbao.excel`` and ``nianbao.web`` need no import of their own."""
    if name in _MODULE_OF:
        value = getattr(importlib.import_module(f"nianbao.{_MODULE_OF[name]}"), name)
        globals()[name] = value
        return value
    if name in _MODULES:
        return importlib.import_module(f"nianbao.{name}")
    raise AttributeError(f"module 'nianbao' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULE_OF, *_MODULES})
