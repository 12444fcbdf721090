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
    def fingerprint(self) -> str:
        """SHA-256 of the fonts, their order and their rules."""
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
    def fingerprint(self) -> str:
        """SHA-256 of the JSON and the pictures it was read from."""
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
    def fingerprint(self) -> str:
        """SHA-256 of its JSON."""
    @property
    def format(self) -> str:
        """The report format it is for."""

class BatchItem:
    """One report of a batch: a file, JSON text or a Report."""
    def __init__(self, *, file: os.PathLike[str] | str | None = None, json: bytes | str = '', report: Report | None = None, previous: os.PathLike[str] | str | None = None, as_printed: bool | None = None, made_by_program: bool = False) -> None:
        ...
    @property
    def faults(self) -> list[nianbao._findings.Finding]:
        """Why it cannot be read: it fails with these."""
    @faults.setter
    def faults(self, arg0: collections.abc.Sequence[nianbao._findings.Finding]) -> None:
        ...
    @property
    def name(self) -> str:
        """How the summary calls it; empty = its file."""
    @name.setter
    def name(self, arg0: str) -> None:
        ...
    @property
    def output(self) -> str:
        """Name below the folder; empty = as BatchOptions.names says."""
    @output.setter
    def output(self, arg0: str) -> None:
        ...

class BatchSummary:
    """What became of every report of a batch, in its order."""
    def __len__(self) -> int:
        ...
    def _repr_html_(self) -> str:
        """The table, for notebooks."""
    def to_csv(self, language: nianbao._names.LanguageName = 'zh') -> str:
        """A table for spreadsheets, with a byte-order mark; no cell is a formula."""
    def to_html(self, language: nianbao._names.LanguageName = 'zh') -> str:
        """The table as a page."""
    @property
    def failed(self) -> list[nianbao._findings.BatchRow]:
        """The rows of reports that were refused or could not be made."""
    @property
    def interrupted(self) -> bool:
        """It was stopped before its end."""
    @property
    def kept(self) -> int:
        """How many were done before."""
    @property
    def rows(self) -> list[nianbao._findings.BatchRow]:
        """One row for each report."""
    @property
    def seconds(self) -> float:
        """Time of this run."""

class BatchOptions:
    """How a batch is made; see nianbao.batch."""
    def __init__(self) -> None:
        ...
    def render(self, *, fonts: FontSet | None, missing_numbers: nianbao._names.MissingNumbersName | None, as_printed: bool, draft: bool) -> None:
        """As of nianbao.render."""
    def write(self, *, created: str, tagged: bool, profile: nianbao._names.PdfProfileName) -> None:
        """As of nianbao.render."""
    @property
    def csv(self) -> str:
        """Name of the summary as CSV; empty = none."""
    @csv.setter
    def csv(self, arg0: str) -> None:
        ...
    @property
    def html(self) -> str:
        """Name of the summary as HTML; empty = none."""
    @html.setter
    def html(self, arg0: str) -> None:
        ...
    @property
    def names(self) -> nianbao._names.BatchNames:
        """How an output is called that has no name."""
    @names.setter
    def names(self, arg0: nianbao._names.BatchNamesName) -> None:
        ...
    @property
    def resume(self) -> bool:
        """Leave what is done, there and unchanged."""
    @resume.setter
    def resume(self, arg0: bool) -> None:
        ...
    @property
    def templates(self) -> list[Template]:
        """One for a format at most."""
    @templates.setter
    def templates(self, arg0: collections.abc.Sequence[Template]) -> None:
        ...
    @property
    def workers(self) -> int:
        """Threads; 0 = as many as the machine has."""
    @workers.setter
    def workers(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...

def check(report: Report, *, previous: Report | None = None, parts: collections.abc.Sequence[Report] = []) -> list[nianbao._findings.Finding]:
    """Findings of a report, errors first; `previous` is last year's, `parts` are what it sums up."""

def compose(report: Report, template: Template, *, missing_numbers: nianbao._names.MissingNumbersName | None = None) -> nianbao._document.Document:
    """Report and template → document. Raises TemplateError."""

def defaults() -> dict[str, typing.Any]:
    """Values as C++ makes them, by the name of their class; for tests."""

def dump_document(document: nianbao._document.Document) -> str:
    """A document as indented blocks."""

def dump_lines(document: nianbao._document.Document, fonts: FontSet) -> str:
    """How every line was broken and adjusted."""

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

def page_texts(pages: PagedDocument) -> list[str]:
    """The text of each page in reading order: a line for a paragraph, a line with tabs for a row."""

def raise_findings(findings: collections.abc.Sequence[nianbao._findings.Finding]) -> None:
    """Raises ReportError with all of them."""

def read_report_file(file: os.PathLike[str] | str, *, as_printed: bool = False, compared: bool = False, folder: os.PathLike[str] | str = '') -> Report:
    """Reads a report from a file. Raises FileError, JsonError, ReportError, LimitError."""

def read_report_json(json: bytes | str, *, as_printed: bool = False, made_by_program: bool = False, folder: os.PathLike[str] | str = '') -> Report:
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

def run_batch(items: collections.abc.Iterator[BatchItem], folder: os.PathLike[str] | str, options: BatchOptions, *, on_progress: collections.abc.Callable[[int, int, str], None] | None = None, on_report: collections.abc.Callable[[nianbao._findings.BatchRow, list[nianbao._findings.Finding]], None] | None = None) -> BatchSummary:
    """Renders every item into a folder."""

def run_batch_of(list: os.PathLike[str] | str, folder: os.PathLike[str] | str, options: BatchOptions, *, on_progress: collections.abc.Callable[[int, int, str], None] | None = None, on_report: collections.abc.Callable[[nianbao._findings.BatchRow, list[nianbao._findings.Finding]], None] | None = None) -> BatchSummary:
    """The same for a manifest, or for a folder of JSON files."""

def run_cli(arguments: collections.abc.Sequence[bytes]) -> int:
    """The command line; its exit code. Names of files are bytes."""

def save(file: os.PathLike[str] | str, data: bytes) -> None:
    """Old or new, never half. Raises OutputError."""

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

def typeset(document: nianbao._document.Document, fonts: FontSet, *, max_pages: typing.SupportsInt | typing.SupportsIndex, on_progress: collections.abc.Callable[[int, int, nianbao._names.Stage], None] | None = None) -> PagedDocument:
    """Document → pages. Raises FontError, LayoutError, LimitError."""

def versions() -> dict[str, str]:
    """nianbao and the libraries at work in it, by name: the versions they say when they are loaded (libdeflate, libjpeg: when nianbao was built)."""

def write_pdf(pages: PagedDocument, *, created: str, tagged: bool, profile: nianbao._names.PdfProfileName, on_progress: collections.abc.Callable[[int, int, nianbao._names.Stage], None] | None = None) -> bytes:
    """Pages → the bytes of the file. Raises PdfError, LimitError."""

__version__: str = '0.1.0'
