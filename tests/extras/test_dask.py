"""Reports on a Dask cluster are the local ones, byte for byte."""

from __future__ import annotations

import subprocess
import sys
import typing

import pytest

from batch_samples import REFUSED, expected, items
from conftest import ROOT, needs

needs("dask", "distributed")

import dask_batch  # noqa: E402
from dask.distributed import Client, LocalCluster  # noqa: E402


@pytest.fixture(scope="module")
def client() -> typing.Iterator[Client]:
    with LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=None) as cluster, Client(cluster) as client:
        yield client


def test_two_processes_of_two_threads_give_the_local_bytes_in_order(client: Client) -> None:
    given = items()
    made = dask_batch.render_many(given, client, partitions=7)
    assert [(name, pdf) for name, pdf, _ in made] == expected(given)
    assert [name for name, _, wrong in made if wrong] == [REFUSED]


def test_what_is_wrong_comes_back_as_data(client: Client) -> None:
    (_, pdf, wrong), = dask_batch.render_many([("a", b"{}")], client, partitions=1)
    assert pdf == b"" and "format" in wrong


def test_the_example_runs(data: typing.Any, tmp_path: typing.Any) -> None:
    (tmp_path / "in").mkdir()
    for name, content in items(4):
        (tmp_path / "in" / f"{name}.json").write_bytes(content)
    done = subprocess.run([sys.executable, ROOT / "examples/python/dask_batch.py", tmp_path / "in", tmp_path / "out"], capture_output=True, text=True, timeout=180)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith(REFUSED) and {p.stem for p in (tmp_path / "out").iterdir()} == {"000", "001", "002", "003"}
