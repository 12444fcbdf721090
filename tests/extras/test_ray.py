"""Reports on Ray are the local ones, byte for byte."""

from __future__ import annotations

import typing

import pytest

from batch_samples import REFUSED, expected, items
from conftest import needs

needs("ray")

import ray  # noqa: E402
import ray_batch  # noqa: E402


@pytest.fixture(scope="module", autouse=True)
def cluster() -> typing.Iterator[None]:
    # The actors find the example's module where this process does.
    import os
    import sys

    ray.init(num_cpus=2, include_dashboard=False, runtime_env={"env_vars": {"PYTHONPATH": os.pathsep.join(sys.path)}})
    yield
    ray.shutdown()


def test_two_actors_give_the_local_bytes_in_order() -> None:
    given = items()
    made = ray_batch.render_many(given, actors=2, size=3)
    assert [(name, pdf) for name, pdf, _ in made] == expected(given)
    assert [name for name, _, wrong in made if wrong] == [REFUSED]
