"""Reports in a Spark data frame are the local ones, byte for byte."""

from __future__ import annotations

import os
import sys
import typing

import pytest

from batch_samples import REFUSED, expected, items
from conftest import needs, program

needs("pyspark", "pandas", "pyarrow")

import spark_batch  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402


@pytest.fixture(scope="module")
def session() -> typing.Iterator[SparkSession]:
    program("java")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (SparkSession.builder.master("local[2]").appName("nianbao").config("spark.ui.enabled", "false")
               .config("spark.driver.host", "127.0.0.1").config("spark.sql.execution.arrow.maxRecordsPerBatch", "5").getOrCreate())
    yield session
    session.stop()


def test_two_cores_give_the_local_bytes(session: SparkSession) -> None:
    given = items()
    rows = spark_batch.render_many(session, [(name, data.decode()) for name, data in given]).collect()
    made = {row.id: bytes(row.pdf or b"") for row in rows}
    assert len(rows) == len(given) and made == dict(expected(given))
    assert [row.id for row in rows if row.wrong] == [REFUSED]
