"""The form out, the report in: a workbook for the clerk, then its findings by cell, then the PDF.

Usage: excel.py form OUT.xlsx [FORMAT [YEAR ORGAN]]
       excel.py pdf FILLED.xlsx OUT.pdf [BASE.json]
"""

from __future__ import annotations

import sys
from pathlib import Path

import nianbao.excel


def form(out: Path, format_id: str = "disclosure-2021", year: str = "", organ: str = "") -> int:
    """The official tables of a format, to be filled in."""
    nianbao.excel.template(format_id, year=int(year) if year else None, organ=organ or None, path=out)
    return 0


def pdf(workbook: Path, out: Path, base: str = "") -> int:
    """The pages of a filled workbook; its texts may stand in a JSON report. What is wrong is told with its cell."""
    try:
        data = nianbao.excel.read(workbook, base=base or None)
        findings = nianbao.excel.check(workbook, base=base or None)
    except nianbao.ReportError as error:
        print(*error.findings, sep="\n")
        return 1
    print(*findings, sep="\n")
    if any(finding.severity == "error" for finding in findings):
        return 1
    out.write_bytes(nianbao.render(data))
    return 0


if __name__ == "__main__":
    command, first, *rest = sys.argv[1:]
    sys.exit(form(Path(first), *rest) if command == "form" else pdf(Path(first), Path(rest[0]), *rest[1:]))
