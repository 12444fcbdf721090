"""Where the examples are."""

import json
import pathlib

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def county_path():
    return ROOT / "examples/data/county-2024.json"


@pytest.fixture
def county(county_path):
    return json.loads(county_path.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def data():
    return ROOT / "examples/data"
