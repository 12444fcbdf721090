"""What users call."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, overload

from .. import Report, ReportError, Source
from .. import check as _check
from .. import read_report as _read_report
from .._save import Output as Target
from .._save import save
from ._base import Base, base_of
from ._filled import FilledReport
from ._findings import CellFinding, report_error
from ._form import form_of
from ._package import Source as Workbook
from ._read import read_workbook

_ORDER = {"error": 0, "warning": 1, "information": 2}


@overload
def template(
    format: str = ..., *, year: int | None = ..., organ: str | None = ..., report: Base = ..., path: None = ...
) -> bytes: ...
@overload
def template(
    format: str = ..., *, year: int | None = ..., organ: str | None = ..., report: Base = ..., path: Target
) -> None: ...
def template(
    format: str = "disclosure-2021",
    *,
    year: int | None = None,
    organ: str | None = None,
    report: Base = None,
    path: Target | None = None,
) -> bytes | None:
    """The official tables of a format as an .xlsx to fill in: its bytes, or written to ``path`` (a path, where
    the file is old or new but never half, or a binary file object).

    Totals are locked formulas, cells say what they take and turn red where numbers do not agree; the sheets are
    protected without a password. ``report`` (data, JSON bytes or a path) is filled in: texts that rows cannot hold
    become rows of kind 内容块, so that reading the workbook gives the same report. The same arguments give the
    same bytes.

    Raises TemplateError for an unknown format, ReportError for data that has no place in the workbook, OutputError,
    ImportError without openpyxl.
    """
    from ._write import workbook_bytes

    form = form_of(format)
    data = _sound(base_of(report))
    if data.get("format", format) != format:
        raise ValueError(f"the report has the format {data['format']}, not {format}")
    given: Mapping[str, Any] = {"organ": organ, "year": year}
    content = workbook_bytes(form, {**data, **{key: value for key, value in given.items() if value is not None}})
    if path is None:
        return content
    save(path, content)
    return None


# What a form that is still to be filled in may lack; pictures are looked for when the workbook is read.
_LACKING = ("KEY-MISSING", "FIGURE-FOLDER")


def _sound(data: dict[str, Any]) -> dict[str, Any]:
    """The data, if there is nothing wrong with it but what is missing. Raises ReportError."""
    try:
        if data:
            _read_report(data)
    except ReportError as error:
        if any(each.rule not in _LACKING for each in error.findings):
            raise
    return data


def read(source: Workbook, *, base: Base = None) -> FilledReport:
    """The data of a filled workbook (a path, bytes or a file object), for ``render``, ``check`` and ``read_report``.

    ``base`` (a mapping, JSON bytes or a path) gives what the workbook lacks: texts whose sections it leaves out,
    tables it leaves empty, keys it has no cell for; the sheet 正文 may then be missing. A blank cell is null; a row
    that may be left out and is blank is left out; totals whose formulas were never calculated are left to the
    library.

    What was read otherwise than written (fullwidth digits, thousands separators) is in ``notes`` of the result and
    logged to ``nianbao.excel``. Raises FileError, LimitError, and ReportError with all faults of the workbook,
    each a CellFinding; ImportError without openpyxl.
    """
    data, faults = read_workbook(source, base)
    if faults:
        raise report_error(faults)
    return data


def read_report(source: Workbook, *, base: Base = None, as_printed: bool = False) -> Report:
    """The report of a filled workbook. Raises as ``read``; faults of content name their cells as well."""
    return _report_of(*read_workbook(source, base), as_printed, _folder_of(source))


def _folder_of(source: Workbook) -> str | None:
    """Where the pictures of a workbook are: beside it."""
    return os.path.dirname(os.path.abspath(source)) if isinstance(source, (str, os.PathLike)) else None


def _report_of(data: FilledReport, faults: list[CellFinding], as_printed: bool, folder: str | None) -> Report:
    """The report, or all that is wrong with the workbook and its content at once."""
    report: Report | None = None
    try:
        if "format" in data:
            report = _read_report(data, as_printed=as_printed, folder=folder)
    except ReportError as error:
        told = {each.cell for each in faults}
        faults = [*faults, *(each for each in data.locate(error.findings) if not each.cell or each.cell not in told)]
    if faults or report is None:
        raise report_error(faults)
    return report


def check(
    source: Workbook,
    *,
    base: Base = None,
    as_printed: bool = False,
    previous: Source | None = None,
    parts: Iterable[Source] = (),
) -> list[CellFinding]:
    """Findings of a filled workbook, errors first, each with its cell; the notes of the reading among them.

    Raises as ``read_report``; findings are returned.
    """
    data, faults = read_workbook(source, base)
    report = _report_of(data, faults, as_printed, _folder_of(source))
    findings = _check(report, previous=previous, parts=parts)
    return sorted([*data.locate(findings), *data.notes], key=lambda each: _ORDER[each.severity])


def cells(format: str = "disclosure-2021") -> dict[str, str]:
    """The cell of every number of a format by its JSON Pointer: ``{"/applications/received/total": "表三!J6", …}``."""
    form = form_of(format)
    return {pointer: form.cell(pointer) for pointer in form.numbers}
