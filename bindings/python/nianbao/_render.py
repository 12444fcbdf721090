"""render: the whole road in one call."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Union

from . import _core
from ._core import FontSet, Template
from ._log import logger, pages_made
from ._pdf import Pdf
from ._report import read_report
from ._save import Output

if TYPE_CHECKING:
    from ._names import MissingNumbersName, PdfProfileName
    from ._sources import Source
    from ._stages import OnProgress

TemplateLike = Union[Template, str, "os.PathLike[str]"]


def render(
    source: Source,
    *,
    output: Output | None = None,
    fonts: FontSet | None = None,
    template: TemplateLike | None = None,
    missing_numbers: MissingNumbersName | None = None,
    as_printed: bool = False,
    draft: bool = False,
    profile: PdfProfileName = "fast",
    created: str | date = "",
    tagged: bool = True,
    on_progress: OnProgress | None = None,
) -> Pdf:
    """The PDF (PDF/A-2a and PDF/UA-1) of a report: bytes that know their pages. The GIL is released meanwhile.

    output: a path (written at once or not at all) or a binary file object; None: only returned.
    fonts: None = the bundled ones.
    template: a Template, or the path of one; None = the built-in one of the report's format.
    missing_numbers: what stands in a table for ``null``: "blank", "zero" or "dash"; None = as the template says.
    as_printed: print a report whose numbers do not agree, exactly as given.
    draft: a watermark 草稿.
    profile: "small" takes more time for a smaller file.
    created: the date in the file, ISO 8601 or a ``datetime``; empty = the day the report was issued, never the clock.
    tagged: False = PDF/A-2u without the structure that screen readers need.
    on_progress: called with (done, total, stage); what it raises stops the work and is raised.

    Raises ReportError (``findings``) for errors of the report, TemplateError, FontError, LayoutError,
    LimitError, PdfError, FileError, JsonError; OutputError when ``output`` cannot be written.
    """
    report = read_report(source, as_printed=as_printed)
    logger.debug("render %s", report.title)
    data, placed = _core.render(
        report,
        fonts=fonts,
        template=template_of(template),
        missing_numbers=missing_numbers,
        as_printed=as_printed,
        draft=draft,
        created=created.isoformat() if isinstance(created, date) else created,
        tagged=tagged,
        profile=profile,
        on_progress=on_progress,
    )
    pdf = Pdf(data, pages_made(placed), report)
    if output is not None:
        pdf.save(output)
    return pdf


def template_of(template: TemplateLike | None) -> Template | None:
    """A template itself, or read from its path. Raises TemplateError, FileError, JsonError."""
    if template is None or isinstance(template, Template):
        return template
    return Template.from_file(template)
