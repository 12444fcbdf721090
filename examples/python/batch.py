"""A folder of JSON reports → PDFs; bad data never reaches the page. Usage: batch.py FOLDER OUT

Run again after a crash or a correction: only what is not done or has changed is made.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nianbao


def told(row: nianbao.BatchRow, findings: list[nianbao.Finding]) -> None:
    """Say why a report was refused."""
    if row.status == "failed":
        print(Path(row.name).name, *findings, sep="\n  ")


def main(folder: Path, out: Path) -> int:
    """Render every report of a folder; the number of reports that were refused."""
    summary = nianbao.batch(folder, out, on_report=told)
    print(f"{len(summary)} reports, {len(summary.failed)} refused; see {out / 'summary.html'}")
    return len(summary.failed)


if __name__ == "__main__":
    sys.exit(min(main(Path(sys.argv[1]), Path(sys.argv[2])), 1))
