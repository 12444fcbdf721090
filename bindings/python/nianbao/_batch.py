"""batch(): many reports into one folder, on threads of the library, journalled, resumed after a kill."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Union

from . import _core
from ._core import BatchSummary, FontSet, Report, Template
from ._errors import ReportError
from ._findings import BatchRow, Finding
from ._names import BatchNamesName, MissingNumbersName, PdfProfileName
from ._sources import is_data, json_text

if TYPE_CHECKING:
    from ._sources import Source

    Reports = Union[str, os.PathLike[str], Iterable[Union[Source, tuple[str, Source], "BatchItem"]]]


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One report of a batch with what else a line of a manifest may say of it.

    >>> nianbao.batch([nianbao.BatchItem("2024/a.json", previous="2023/a.json")], "out")
    """

    report: Source
    output: str = ""  # file name below the folder; empty = as ``names`` says
    previous: str | os.PathLike[str] | None = None  # path of last year's report, for the check
    as_printed: bool | None = None  # None = as the batch says


def batch(
    reports: Reports,
    out_dir: str | os.PathLike[str],
    *,
    workers: int = 0,
    resume: bool = True,
    names: BatchNamesName = "input",
    fonts: FontSet | None = None,
    templates: Iterable[Template] = (),
    missing_numbers: MissingNumbersName | None = None,
    as_printed: bool = False,
    draft: bool = False,
    created: str = "",
    tagged: bool = True,
    profile: PdfProfileName = "fast",
    csv: str = "summary.csv",
    html: str = "summary.html",
    on_progress: Callable[[int, int, str], None] | None = None,
    on_report: Callable[[BatchRow, list[Finding]], None] | None = None,
) -> BatchSummary:
    """Render many reports into ``out_dir``; what became of each, in their order.

    ``reports`` is a manifest or a folder of JSON files (a path), or an iterable of sources as
    :func:`nianbao.read_report` takes them, of pairs (file name, source), or of :class:`BatchItem`, which
    may name last year's report too. It is gone through once, before anything is written; reports wait on
    disk, so a generator may give any number.

    ``workers`` is a number of threads (0: as many as the machine has). With ``resume``, what the
    journal in ``out_dir`` says is done, is there and is unchanged (data, last year's report, pictures,
    template, fonts, options, version) is left alone. ``names`` tells how a file without a name is
    called: as its input, or by the title of the report; sources that are no files always by title.
    ``templates`` are used for their own formats. ``csv`` and ``html`` name the summaries ("": none).
    The other options are those of :func:`nianbao.render`, for every report.

    ``on_progress(done, total, "batch")`` and ``on_report(row, findings)``, in the order of the batch,
    are called on the caller's thread; what they raise, and Ctrl-C, stops the batch, whose journal
    stays true. A report that fails stops no other: see ``failed`` of the summary.

    Raises ReportError when the batch itself is wrong (two reports of one name, a name outside of the
    folder, lines of a manifest), before anything is written; TemplateError, FontError, FileError,
    OutputError, LimitError.
    """
    options = _core.BatchOptions()
    options.workers, options.resume, options.names = workers, resume, names
    options.templates, options.csv, options.html = list(templates), csv, html
    options.render(fonts=fonts, missing_numbers=missing_numbers, as_printed=as_printed, draft=draft)
    options.write(created=created, tagged=tagged, profile=profile)
    if isinstance(reports, (str, os.PathLike)):
        return _core.run_batch_of(reports, out_dir, options, on_progress=on_progress, on_report=on_report)
    return _core.run_batch(_items(reports), out_dir, options, on_progress=on_progress, on_report=on_report)


def _items(reports: Iterable[Source | tuple[str, Source] | BatchItem]) -> Iterator[_core.BatchItem]:
    for number, entry in enumerate(reports, 1):
        if isinstance(entry, tuple):
            output, source = entry
            entry = BatchItem(source, output)
        elif not isinstance(entry, BatchItem):
            entry = BatchItem(entry)
        item = _item(entry)
        item.output = entry.output
        if not isinstance(entry.report, (str, os.PathLike)):
            item.name = entry.output or f"#{number}"
        yield item


def _item(entry: BatchItem) -> _core.BatchItem:
    source, previous, as_printed = entry.report, entry.previous, entry.as_printed
    if not (previous is None or isinstance(previous, (str, os.PathLike))):
        raise TypeError(f"previous is the path of last year's report, not {type(previous).__name__}")
    if isinstance(source, (str, os.PathLike)):
        return _core.BatchItem(file=source, previous=previous, as_printed=as_printed)
    if isinstance(source, Report):
        return _core.BatchItem(report=source, previous=previous, as_printed=as_printed)
    try:
        return _core.BatchItem(json=json_text(source), previous=previous, as_printed=as_printed, made_by_program=is_data(source))
    except ReportError as error:  # as with every other report that cannot be read: it stops no other
        item = _core.BatchItem()
        item.faults = error.findings
        return item
