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
from typing import Any, Literal, Union

from . import _core
from ._core import Finding, FontSet, MissingCharacter, Report, Template, __version__
from ._errors import (
    Error,
    FileError,
    FontError,
    JsonError,
    LayoutError,
    LimitError,
    OutputError,
    PdfError,
    ReportError,
    TemplateError,
)

Source = Union[Mapping[str, Any], bytes, str, "os.PathLike[str]", Report]

__all__ = [
    "Error", "FileError", "Finding", "FontError", "FontSet", "JsonError", "LayoutError", "LimitError",
    "MissingCharacter", "OutputError", "PdfError", "Report", "ReportError", "Source", "Template",
    "TemplateError", "__version__", "check", "dump", "formats", "read_report", "render",
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
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _core.read_report_json(bytes(source), as_printed=as_printed)
    if isinstance(source, Mapping):
        # NaN and infinity are written as the words JSON does not have; the reader names their place.
        text = json.dumps(dict(source), ensure_ascii=False, default=_plain)
        return _core.read_report_json(text.encode("utf-8", "surrogatepass"), as_printed=as_printed)
    raise TypeError(f"a report is a path, JSON bytes or a mapping, not {type(source).__name__}")


def check(
    source: Source, *, as_printed: bool = False, previous: Source | None = None, parts: Iterable[Source] = ()
) -> list[Finding]:
    """Findings of a report, errors first. Faults of the reader are raised, findings returned.

    ``previous`` is last year's report, from which carry-over and documents in force must follow; of
    ``parts`` every number of the report is the sum.
    """
    return _core.check(
        read_report(source, as_printed=as_printed),
        previous=None if previous is None else read_report(previous, as_printed=True),
        parts=[read_report(part, as_printed=True) for part in parts],
    )


def render(
    source: Source,
    *,
    fonts: FontSet | None = None,
    template: Template | None = None,
    as_printed: bool = False,
    draft: bool = False,
    profile: Literal["fast", "small"] = "fast",
) -> bytes:
    """The PDF (PDF/A-2a and PDF/UA-1) of a report, as bytes. The GIL is released meanwhile.

    ``as_printed`` prints a report whose numbers do not agree exactly as given; ``draft`` adds a
    watermark; ``profile="small"`` takes more time for a smaller file. Raises the Error family;
    ReportError has ``findings``.
    """
    report = read_report(source, as_printed=as_printed)
    return _core.render(
        report, fonts=fonts, template=template, as_printed=as_printed, draft=draft, profile=profile
    )


def dump(
    source: Source,
    *,
    fonts: FontSet | None = None,
    template: Template | None = None,
    as_printed: bool = False,
    draft: bool = False,
) -> str:
    """The pages as text, one line for each item; for tests and bug reports."""
    report = read_report(source, as_printed=as_printed)
    return _core.dump(report, fonts=fonts, template=template, as_printed=as_printed, draft=draft)


def formats() -> list[str]:
    """The ids of the built-in report formats."""
    return _core.formats()


def __getattr__(name: str) -> Any:
    """``nianbao.excel`` is there without an import of its own, and costs nothing until it is asked for."""
    if name == "excel":
        return importlib.import_module("nianbao.excel")
    raise AttributeError(f"module 'nianbao' has no attribute {name!r}")


def _plain(value: object) -> object:
    """Integers of other libraries (numpy) are integers; anything else is a mistake of the caller."""
    if hasattr(value, "__index__"):
        return value.__index__()
    raise TypeError(f"a report cannot hold a value of type {type(value).__name__}")
