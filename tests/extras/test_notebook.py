"""The notebook runs from the first cell to the last, and shows what it says."""

from __future__ import annotations

import base64
import os
import pathlib
from typing import Any

import pytest

from conftest import ROOT, needs

needs("nbclient", "nbformat", "ipykernel", "pypdfium2")

import nbclient  # noqa: E402
import nbformat  # noqa: E402

FOLDER = ROOT / "examples/python"


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[list[dict[str, Any]]]:
    """The outputs of each code cell, after a run in a kernel of its own."""
    book = nbformat.read(FOLDER / "report.ipynb", as_version=4)
    home = tmp_path_factory.mktemp("home")
    environment = {**os.environ, "IPYTHONDIR": str(home), "JUPYTER_DATA_DIR": str(home), "TMPDIR": str(home)}
    client = nbclient.NotebookClient(
        book, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}
    )
    client.execute(env=environment)
    return [cell["outputs"] for cell in book.cells if cell["cell_type"] == "code"]


def shown(outputs: list[dict[str, Any]]) -> dict[str, Any]:
    """What the last value of a cell shows, by media type."""
    data: dict[str, Any] = next(each["data"] for each in outputs if each["output_type"] == "execute_result")
    return data


def test_the_notebook_is_kept_without_outputs() -> None:
    book = nbformat.read(FOLDER / "report.ipynb", as_version=4)
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in book.cells)


def test_the_findings_are_a_table(outputs: list[list[dict[str, Any]]]) -> None:
    table = shown(outputs[1])["text/html"]
    assert "<table>" in table and "T3-" in table and "/applications/received" in table


def test_the_result_is_shown_as_the_file_and_its_first_page(outputs: list[list[dict[str, Any]]]) -> None:
    data = shown(outputs[2])
    assert base64.b64decode(data["application/pdf"]).startswith(b"%PDF-1.7")
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")
    assert "政府信息公开工作年度报告.pdf" in data["text/plain"]


def test_boxes_text_and_the_saved_file_are_as_said(outputs: list[list[dict[str, Any]]]) -> None:
    assert "'/applications/received/6'" in shown(outputs[3])["text/plain"]
    assert any("申请" in each.get("text", "") for each in outputs[4])
    assert "年政府信息公开工作年度报告.pdf', True)" in shown(outputs[5])["text/plain"]
    assert not list(pathlib.Path(FOLDER).glob("*.pdf"))
