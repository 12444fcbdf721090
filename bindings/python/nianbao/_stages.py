"""The road stage by stage: compose → typeset → write_pdf; each stop is a value to look at or change."""

from __future__ import annotations

from collections.abc import Callable

from . import _core
from ._core import FontSet, PagedDocument, Template
from ._document import Document
from ._findings import FontUsage
from ._log import logger, pages_made
from ._names import MissingNumbersName, PdfProfileName, Stage
from ._pdf import Pdf
from ._render import TemplateLike, template_of
from ._report import read_report
from ._sources import Source

OnProgress = Callable[[int, int, Stage], None]


def lay_out(
    source: Source,
    *,
    fonts: FontSet | None = None,
    template: TemplateLike | None = None,
    missing_numbers: MissingNumbersName | None = None,
    as_printed: bool = False,
    draft: bool = False,
    on_progress: OnProgress | None = None,
) -> PagedDocument:
    """The pages of a report, not yet a file: check, compose and typeset.

    Arguments and errors as of ``render``.
    """
    report = read_report(source, as_printed=as_printed)
    pages = _core.lay_out(
        report,
        fonts=fonts,
        template=template_of(template),
        missing_numbers=missing_numbers,
        as_printed=as_printed,
        draft=draft,
        on_progress=on_progress,
    )
    return pages_made(pages)


def compose(
    source: Source, template: TemplateLike | None = None, *, missing_numbers: MissingNumbersName | None = None
) -> Document:
    """The document of a report, to be changed and set by ``typeset``.

    template: None = the built-in one of the report's format.
    missing_numbers: what stands in a table for ``null``: "blank", "zero" or "dash"; None = as the template says.
    Raises as ``read_report`` does, TemplateError when a field of the template is not in the format.
    """
    report = read_report(source)
    look = template_of(template) or Template.built_in(report.format)
    logger.debug("compose %s", report.title)
    return _core.compose(report, look, missing_numbers=missing_numbers)


def typeset(
    document: Document,
    fonts: FontSet | None = None,
    *,
    max_pages: int = 500,
    on_progress: OnProgress | None = None,
) -> PagedDocument:
    """The pages of a document. The GIL is released; Ctrl-C stops the work.

    fonts: None = the bundled ones.
    on_progress: called with (done, total, "typeset") as blocks are set; what it raises stops the work.
    Raises FontError (every character no font has, at once), LayoutError, LimitError for more than
    ``max_pages``, ArgumentError for a value of the wrong kind, with its pointer: /blocks/2/rows/3.
    """
    logger.debug("typeset %s, %d blocks", document.title, len(document.blocks))
    used = FontSet.bundled() if fonts is None else fonts
    return pages_made(_core.typeset(document, used, max_pages=max_pages, on_progress=on_progress))


def write_pdf(
    pages: PagedDocument,
    *,
    created: str = "",
    tagged: bool = True,
    profile: PdfProfileName = "fast",
    on_progress: OnProgress | None = None,
) -> Pdf:
    """Pages as a PDF 1.7 file, PDF/A-2a and PDF/UA-1. Same pages, same bytes.

    created: ISO 8601; empty = as the document says.
    tagged: False = PDF/A-2u without the structure that screen readers need.
    profile: "small" takes more time for a smaller file.
    Raises PdfError with every violation of the conformance level, LimitError.
    """
    logger.debug("write %d pages", len(pages))
    data = _core.write_pdf(pages, created=created, tagged=tagged, profile=profile, on_progress=on_progress)
    return Pdf(data, pages)


def dump_lines(document: Document, fonts: FontSet | None = None) -> str:
    """How every line of a document was broken and adjusted, as text for template authors; lengths in points."""
    return _core.dump_lines(document, FontSet.bundled() if fonts is None else fonts)


def dump_document(document: Document) -> str:
    """A document as indented blocks, for tests and bug reports."""
    return _core.dump_document(document)


def dump_pages(pages: PagedDocument) -> str:
    """Pages as text, one line for each item; lengths in points. Stable, for tests and bug reports."""
    return _core.dump_pages(pages)


def dump(
    source: Source,
    *,
    fonts: FontSet | None = None,
    template: TemplateLike | None = None,
    missing_numbers: MissingNumbersName | None = None,
    as_printed: bool = False,
    draft: bool = False,
) -> str:
    """The pages as text, one line for each item, lengths in points; for tests and bug reports.

    Raises as ``render`` does, but for what the writing of the PDF raises.
    """
    pages = lay_out(
        source,
        fonts=fonts,
        template=template,
        missing_numbers=missing_numbers,
        as_printed=as_printed,
        draft=draft,
    )
    return dump_pages(pages)


def font_usage(document: Document, fonts: FontSet | None = None) -> FontUsage:
    """Which font sets which characters of a document, and what no font has. Raises LayoutError, LimitError."""
    return _core.font_usage(document, FontSet.bundled() if fonts is None else fonts)


__all__ = [
    "OnProgress", "compose", "dump", "dump_document", "dump_lines", "dump_pages", "font_usage", "lay_out", "typeset",
    "write_pdf",
]
