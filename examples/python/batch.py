"""A folder of JSON reports → PDFs; bad data never reaches the page. Usage: batch.py FOLDER OUT"""

from __future__ import annotations

import sys
from pathlib import Path

import nianbao


def main(folder: Path, out: Path) -> int:
    """Render every report of a folder; the number of reports that were refused."""
    fonts = nianbao.FontSet.bundled()
    out.mkdir(parents=True, exist_ok=True)
    refused = 0
    for source in sorted(folder.glob("*.json")):
        try:
            pdf = nianbao.render(source, fonts=fonts)
        except nianbao.ReportError as error:
            print(source.name, *error.findings, sep="\n  ")
            refused += 1
        except nianbao.Error as error:
            print(source.name, error.where, error)
            refused += 1
        else:
            (out / source.with_suffix(".pdf").name).write_bytes(pdf)
    return refused


if __name__ == "__main__":
    sys.exit(min(main(Path(sys.argv[1]), Path(sys.argv[2])), 1))
