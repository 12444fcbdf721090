"""Reports: read, checked, explained, begun, imported from texts."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from . import _core
from ._core import Report
from ._sources import Source, is_data, json_text

if TYPE_CHECKING:
    from ._findings import Finding, ImportedReport, LineRange, ReportForm, ReportFormat, RuleExplanation
    from ._names import LanguageName
    from ._notebook import Findings


def read_report(source: Source, *, as_printed: bool = False, folder: str | os.PathLike[str] | None = None) -> Report:
    """Read a report.

    source: a path (a ``str`` is a path), JSON text as ``bytes``, a file object, or data: a mapping, a
    dataclass, a pydantic model. Numbers may be int, float, Decimal (its digits stay as they are) and those of
    numpy; a data frame is a table of the narrative. In data, None is ``null``: not available; a field of a
    dataclass or model that is None by default is left out.
    as_printed: counts may be texts, printed as they are.
    folder: where pictures are; None = that of the file, none for JSON text and data.

    Raises FileError, JsonError (the first fault of syntax), ReportError (all faults of content, each with its
    pointer; NaN, NaT and the like are such faults), LimitError; TypeError for another kind of source.
    """
    if isinstance(source, Report):
        return source
    beside = "" if folder is None else folder
    if isinstance(source, (str, os.PathLike)):
        return _core.read_report_file(source, as_printed=as_printed, folder=beside)
    data = is_data(source)
    return _core.read_report_json(
        json_text(source), as_printed=as_printed, made_by_program=data, folder=beside or ("" if data else _folder_of(source))
    )


def _folder_of(file: object) -> str:
    """The folder of a file that is open, for the pictures of its report."""
    name = getattr(file, "name", "")
    return os.path.dirname(os.path.abspath(name)) if isinstance(name, str) and os.path.isfile(name) else ""


def check(
    source: Source, *, as_printed: bool = False, previous: Source | None = None, parts: Iterable[Source] = ()
) -> Findings:
    """Findings of a report, errors first: a list, which a notebook shows as a table. Faults of the reader are
    raised, findings returned.

    previous: last year's report, from which carry-over and documents in force must follow.
    parts: reports it sums up; every number is the sum of theirs.
    Raises as ``read_report`` does.
    """
    from ._notebook import Findings

    return Findings(
        _core.check(
            read_report(source, as_printed=as_printed),
            previous=None if previous is None else _read_other(previous),
            parts=[_read_other(part) for part in parts],
        )
    )


def _read_other(source: Source) -> Report:
    """A report to compare with, as it was published; its faults name its file, for they stand beside others."""
    if isinstance(source, (str, os.PathLike)):
        return _core.read_report_file(source, as_printed=True, compared=True)
    return read_report(source, as_printed=True)


def findings_json(findings: list[Finding], language: LanguageName = "zh") -> str:
    """Findings as a JSON object ``{"findings": […]}`` with every field, sentences in ``language``."""
    return _core.findings_json(findings, language)


def to_sarif(findings: list[Finding], file: str = "", language: LanguageName = "zh") -> str:
    """Findings of one file as SARIF 2.1.0, which code hosts and editors show beside the line."""
    return _core.to_sarif(findings, file, language)


def formats() -> list[str]:
    """The ids of the built-in report formats."""
    return _core.formats()


def report_formats() -> list[ReportFormat]:
    """The built-in report formats with their names in Chinese and English."""
    return _core.report_formats()


def report_form(format: str) -> ReportForm:
    """Which numbers of a format follow from others. Raises TemplateError for an unknown id."""
    return _core.report_form(format)


def schema(format: str | None = None) -> dict[str, Any]:
    """The JSON Schema of the reports of a format; None = of all of them. Raises TemplateError."""
    text = _core.report_schemas_json() if format is None else _core.schema_json(format)
    return cast("dict[str, Any]", json.loads(text))


def template_schema() -> dict[str, Any]:
    """The JSON Schema of template.json."""
    return cast("dict[str, Any]", json.loads(_core.template_schema_json()))


def template_json(format: str) -> str:
    """The text of template.json of a format, to be copied and changed. Raises TemplateError."""
    return _core.template_json(format)


def explain(rule: str) -> RuleExplanation | None:
    """What a rule ("T3-C1") or a message of the reader ("KEY-UNKNOWN") asks; None for an unknown id."""
    return _core.explain(rule)


def rule_ids() -> list[str]:
    """The ids of every rule of the formats, sorted."""
    return _core.rule_ids()


def starter(
    format: str = "disclosure-2021",
    *,
    organ: str = "",
    year: int | None = None,
    previous: Source | None = None,
    schema: str = "",
) -> str:
    """The JSON text of a report to fill in: every key, zeros where numbers stand, 【请填写…】 where text does.

    organ: 发布机关; empty = that of ``previous``, else to be filled in.
    year: None = the year after ``previous``.
    previous: last year's report: organ, carried-over applications, documents in force.
    schema: what "$schema" says; empty = not there.
    Raises TemplateError for an unknown format, Error STARTER-YEAR when a year is needed and none is known.
    """
    last = None if previous is None else read_report(previous, as_printed=True)
    return _core.starter_report_json(format=format, organ=organ, year=year, previous=last, schema=schema)


def import_text(
    source: str | os.PathLike[str] | bytes,
    *,
    format: str = "",
    organ: str = "",
    year: int | None = None,
    keep: bool = False,
    lines: LineRange | None = None,
) -> ImportedReport:
    """The report in a plain or pasted text; every change and every doubt is a finding.

    source: a path (a ``str`` is a path), or the text as ``bytes``: UTF-8 or GB18030.
    format: empty = detected. organ, year: as in the text unless given.
    keep: recognise structure only: no character is changed, no line left out.
    lines: only these; ``last`` 0 = to the end; None = all.
    Raises FileError (IMPORT-ENCODING, IMPORT-EMPTY too), TemplateError, LimitError above 16 MiB.
    """
    from ._findings import LineRange

    text = source if isinstance(source, bytes) else _core.read_text(source)
    some = LineRange(1, 0) if lines is None else lines
    return _core.import_text(text, format=format, organ=organ, year=year, keep=keep, lines=some)


def split_reports(source: str | os.PathLike[str] | bytes) -> list[LineRange]:
    """Where reports stand one after the other in one text. Raises as ``import_text`` does."""
    return _core.split_reports(source if isinstance(source, bytes) else _core.read_text(source))


__all__ = [
    "check", "explain", "findings_json", "formats", "import_text", "read_report", "report_form",
    "report_formats", "rule_ids", "schema", "split_reports", "starter", "template_json", "template_schema", "to_sarif",
]
