"""The heavy tests: frameworks, engines and servers. What is missing is named, never counted as passed."""

from __future__ import annotations

import importlib.util
import json
import os
import pathlib
import shutil
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "examples/python"))

missing: set[str] = set()


def pytest_configure(config: pytest.Config) -> None:
    # Warnings of other people's packages are theirs; those of ours stay errors.
    config.addinivalue_line("filterwarnings", "default")
    config.addinivalue_line("filterwarnings", "error:::nianbao")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    _note(report)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    _note(report)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """scripts/test reads these lines: a skipped test here is always something that is missing."""
    for reason in sorted(missing):
        terminalreporter.write_line(f"MISSING, not counted as passed: {reason}")


def _note(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail") and isinstance(report.longrepr, tuple):
        file = report.nodeid.split("::")[0].rsplit("/", 1)[-1]
        missing.add(f"{file}: {report.longrepr[2].removeprefix('Skipped: ')}")


def needs(*modules: str) -> None:
    """At the top of a test file: skip it, by name, when one of these Python packages is not installed."""
    absent = [name for name in modules if importlib.util.find_spec(name) is None]
    if absent:
        pytest.skip(f"Python package {', '.join(absent)} is not installed", allow_module_level=True)


def program(name: str) -> str:
    """The path of a program; the test is skipped, by name, when there is none."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"program {name} is not installed")
    return found


@pytest.fixture(scope="session")
def cli() -> pathlib.Path:
    """The command line of the build, whose bytes all others must give."""
    return pathlib.Path(os.environ.get("NIANBAO_CLI", ROOT / "build/release/src/cli/nianbao"))


@pytest.fixture(scope="session")
def data() -> pathlib.Path:
    return ROOT / "examples/data"


@pytest.fixture(scope="session")
def county_path(data: pathlib.Path) -> pathlib.Path:
    return data / "county-2024.json"


@pytest.fixture
def county(county_path: pathlib.Path) -> dict[str, object]:
    report: dict[str, object] = json.loads(county_path.read_text(encoding="utf-8"))
    return report
