"""The compiled part of nianbao; use the package nianbao."""
from __future__ import annotations
import collections.abc
import nianbao._document
import nianbao._findings
import nianbao._lengths
import nianbao._names
import nianbao._pages
import nianbao._style
import os
import typing

class FontSet:
    """The fonts of a run, by role; immutable, shared by threads."""
    @staticmethod
    def bundled() -> FontSet:
        """The set that travels with the package. Raises FontError when it is not there."""
    @staticmethod
    def from_folder(folder: os.PathLike[str] | str) -> FontSet:
        """A complete set: a folder with fonts.json. Raises FontError."""
    def with_folder(self, folder: os.PathLike[str] | str) -> FontSet:
        """This set and the fonts in a folder (*.ttf *.otf *.ttc); they win by role. Raises FontError."""
    def with_font(self, role: nianbao._names.FontRoleName, font: bytes, index: typing.SupportsInt | typing.SupportsIndex = 0) -> FontSet:
        """This set and one font from memory for `role`; `index` in a collection. Raises FontError."""

class Report:
    """A report, read and typed; immutable, shared by threads."""
    def __repr__(self) -> str:
        ...
    @property
    def file_name(self) -> str:
        """A name for the PDF: 〈机关〉〈年〉年政府信息公开工作年度报告.pdf."""
    @property
    def format(self) -> str:
        """Its format: "disclosure-2021"."""
    @property
    def organ(self) -> str:
        """发布机关."""
    @property
    def title(self) -> str:
        """The lines of the title, joined."""
    @property
    def year(self) -> int | None:
        """报告年度; None when its format has none."""

class Page:
    """One page: its size, and its items in reading order."""
    @property
    def items(self) -> list[nianbao._pages.GlyphRun | nianbao._pages.Rule | nianbao._pages.Fill | nianbao._pages.Path | nianbao._pages.Picture | nianbao._pages.Link | nianbao._pages.Stroke]:
        """GlyphRun, Rule, Fill, Path, Picture, Link and Stroke, made anew at each call."""
    @property
    def size(self) -> nianbao._lengths.Size:
        """Width and height of the paper."""

class PagedDocument:
    """Pages of placed items; immutable, shared by threads."""
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def boxes(self) -> list[nianbao._pages.Box]:
        """The rectangle of every item, page after page in reading order."""
    @property
    def author(self) -> str:
        """The author."""
    @property
    def bookmarks(self) -> list[nianbao._pages.Bookmark]:
        """书签, in reading order."""
    @property
    def created(self) -> str:
        """ISO 8601; empty = no date entries."""
    @property
    def language(self) -> str:
        """BCP 47."""
    @property
    def pages(self) -> list[Page]:
        """Every page."""
    @property
    def structure(self) -> list[nianbao._pages.StructureNode]:
        """The structure tree; node 0 is the document."""
    @property
    def title(self) -> str:
        """Of the PDF and its bookmarks' root."""
    @property
    def warnings(self) -> list[nianbao._findings.Warning]:
        """What a reader may want to know."""

class Template:
    """How a report looks (版式模板); immutable, shared by threads."""
    @staticmethod
    def built_in(format_id: str) -> Template:
        """That of a format. Raises TemplateError."""
    @staticmethod
    def from_file(file: os.PathLike[str] | str) -> Template:
        """From a file. Raises TemplateError with a pointer into it, FileError, JsonError."""
    @staticmethod
    def from_json(json: bytes | str) -> Template:
        """From JSON text. Raises TemplateError with a pointer into it, JsonError."""
    @property
    def format(self) -> str:
        """The report format it is for."""

def check(report: Report, *, previous: Report | None = None, parts: collections.abc.Sequence[Report] = []) -> list[nianbao._findings.Finding]:
    """Findings of a report, errors first; `previous` is last year's, `parts` are what it sums up."""

def defaults() -> dict[str, typing.Any]:
    """Values as C++ makes them, by the name of their class; for tests."""

def dump_document(document: nianbao._document.Document) -> str:
    """A document as indented blocks."""

def dump_pages(pages: PagedDocument) -> str:
    """The pages as text, one line for each item; lengths in points."""

def explain(id: str) -> nianbao._findings.RuleExplanation | None:
    """What a rule or a message of the reader asks; None for an unknown id."""

def findings_json(findings: collections.abc.Sequence[nianbao._findings.Finding], language: nianbao._names.LanguageName) -> str:
    """Findings as a JSON object."""

def font_usage(document: nianbao._document.Document, fonts: FontSet) -> nianbao._findings.FontUsage:
    """Which font sets which characters. Raises LayoutError, LimitError."""

def font_usage_json(usage: nianbao._findings.FontUsage) -> str:
    """Font usage as JSON."""

def format_json(id: str) -> str:
    """format.json of a format. Raises TemplateError."""

def formats() -> list[str]:
    """The ids of the formats that are built in."""

def import_text(text: bytes | str, *, format: str, organ: str, year: typing.SupportsInt | typing.SupportsIndex | None, keep: bool, lines: nianbao._findings.LineRange) -> nianbao._findings.ImportedReport:
    """A text → the JSON of a report and findings. Raises FileError, TemplateError, LimitError."""

def indicator_table(source: nianbao._document.IndicatorTable) -> nianbao._document.Table:
    """The table of these indicators."""

def lay_out(report: Report, *, fonts: FontSet | None = None, template: Template | None = None, missing_numbers: nianbao._names.MissingNumbersName | None = None, as_printed: bool = False, draft: bool = False, on_progress: collections.abc.Callable[[int, int, nianbao._names.Stage], None] | None = None) -> PagedDocument:
    """The pages only."""

def official_styles() -> nianbao._style.StyleSheet:
    """GB/T 9704—2012 with every role."""

def read_report_file(file: os.PathLike[str] | str, *, as_printed: bool = False, folder: os.PathLike[str] | str = '') -> Report:
    """Reads a report from a file. Raises FileError, JsonError, ReportError, LimitError."""

def read_report_json(json: bytes | str, *, as_printed: bool = False, folder: os.PathLike[str] | str = '') -> Report:
    """Reads a report from JSON text. Raises JsonError, ReportError, LimitError."""

def read_text(file: os.PathLike[str] | str) -> bytes:
    """The bytes of a text file. Raises FileError, LimitError above 16 MiB."""

def render(report: Report, *, fonts: FontSet | None = None, template: Template | None = None, missing_numbers: nianbao._names.MissingNumbersName | None = None, as_printed: bool = False, draft: bool = False, created: str = '', tagged: bool = True, profile: nianbao._names.PdfProfileName = 'fast', on_progress: collections.abc.Callable[[int, int, nianbao._names.Stage], None] | None = None) -> tuple[bytes, PagedDocument]:
    """The file and its pages."""

def report_form(id: str) -> nianbao._findings.ReportForm:
    """Which numbers of a format follow from others. Raises TemplateError."""

def report_formats() -> list[nianbao._findings.ReportFormat]:
    """The formats that are built in."""

def report_schemas_json() -> str:
    """One JSON Schema for the reports of every format."""

def rule_ids() -> list[str]:
    """The ids of every rule of the formats, sorted."""

def run_cli(arguments: collections.abc.Sequence[str]) -> int:
    """The command line; its exit code."""

def schema_json(id: str) -> str:
    """The JSON Schema of a format. Raises TemplateError."""

def sentence(id: str, parameters: collections.abc.Mapping[str, str]) -> nianbao._findings.Bilingual:
    """A message of the catalogue with its parameters put in."""

def split_reports(text: bytes | str) -> list[nianbao._findings.LineRange]:
    """Where reports stand one after the other in one text."""

def starter_report_json(*, format: str, organ: str, year: typing.SupportsInt | typing.SupportsIndex | None, previous: Report | None, schema: str) -> str:
    """A report to fill in. Raises TemplateError; Error STARTER-YEAR when a year is needed."""

def template_json(id: str) -> str:
    """template.json of a format. Raises TemplateError."""

def template_schema_json() -> str:
    """The JSON Schema of template.json."""

def three_line() -> nianbao._style.TableStyle:
    """三线表."""

def to_sarif(findings: collections.abc.Sequence[nianbao._findings.Finding], file: str, language: nianbao._names.LanguageName) -> str:
    """Findings of one file as SARIF 2.1.0."""

def type_area(styles: nianbao._style.StyleSheet) -> nianbao._lengths.Size:
    """版心."""

__version__: str = '0.1.0'
