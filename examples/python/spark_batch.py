"""Reports in a Spark data frame: mapInPandas, one engine for each partition, PDFs in a column.

Usage: spark_batch.py FOLDER OUT    (here two cores of one machine; the session of your cluster does the same)
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyspark.sql import SparkSession

import nianbao

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped,unused-ignore]

SCHEMA = "id string, pdf binary, wrong string"


def render_part(frames: Iterator[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
    """Reports of plain JSON (columns id, json) → PDFs. The fonts are opened once and serve the whole partition."""
    import pandas  # type: ignore[import-untyped,unused-ignore]

    fonts = nianbao.FontSet.bundled()
    for frame in frames:
        yield pandas.DataFrame([render_one(row.id, row.json, fonts) for row in frame.itertuples()], columns=["id", "pdf", "wrong"])


def render_one(name: str, text: str, fonts: nianbao.FontSet) -> tuple[str, bytes | None, str]:
    """One report; what is wrong with it is data too."""
    try:
        return name, bytes(nianbao.render(text.encode("utf-8"), fonts=fonts)), ""
    except nianbao.Error as error:
        return name, None, str(error)


def render_many(session: SparkSession, items: list[tuple[str, str]]) -> Any:
    """A data frame of the PDFs of some reports, still to be computed."""
    frame = session.createDataFrame(items, "id string, json string")
    return frame.repartition(4, "id").mapInPandas(render_part, SCHEMA)


def main(folder: Path, out: Path) -> int:
    """Render a folder of JSON files on two cores; the number of reports that were refused."""
    out.mkdir(parents=True, exist_ok=True)
    items = [(file.stem, file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the workers' Python has nianbao too
    session = SparkSession.builder.master("local[2]").appName("nianbao").config("spark.ui.enabled", "false").getOrCreate()
    refused = 0
    try:
        for row in render_many(session, items).toLocalIterator():
            if row.wrong:
                print(f"{row.id}: {row.wrong}")
                refused += 1
            else:
                (out / f"{row.id}.pdf").write_bytes(row.pdf)
    finally:
        session.stop()
    return refused


if __name__ == "__main__":
    sys.exit(min(main(Path(sys.argv[1]), Path(sys.argv[2])), 1))
