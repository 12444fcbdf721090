"""LibreOffice Calc works the workbook out: formulas, checks, and what is read after it saved the file."""

import io
import json
import pathlib
import subprocess
import sys

import pytest

from conftest import ROOT, needs, program

needs("openpyxl")
sys.path.insert(0, str(ROOT / "tests/python"))

import openpyxl
from excel_help import filled, opened, saved

import nianbao
import nianbao.excel as excel


@pytest.fixture
def calculated(tmp_path):
    """A function: the workbook as LibreOffice saves it, all formulas worked out."""
    soffice = program("soffice")

    def run(content: bytes, kind: str = "xlsx") -> bytes:
        source = tmp_path / "in.xlsx"
        source.write_bytes(content)
        out = tmp_path / "out"
        done = subprocess.run(
            [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", kind, "--outdir", out, source],
            capture_output=True, text=True, timeout=240,
        )
        assert (out / f"in.{kind}").exists(), done.stderr
        return (out / f"in.{kind}").read_bytes()

    return run


def values(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content), data_only=True)


@pytest.mark.parametrize("name", ["county-2024", "bureau-2020"])
def test_totals_are_worked_out_and_the_pages_stay_the_same(name, data, calculated):
    report = json.loads((data / f"{name}.json").read_text(encoding="utf-8"))
    content = calculated(saved(filled(report)))
    read = excel.read(content)
    assert nianbao.render(read) == nianbao.render(report)
    total = read["applications"]["received"]["total"]
    assert total == sum(report["applications"]["received"][:6]) and type(total) is int
    assert [f for f in excel.check(content) if f.severity != "information"] == []
    book = values(content)
    row = {"county-2024": 31, "bureau-2020": 29}[name]
    assert {book["表三"].cell(row, column).value for column in range(4, 11)} == {"平"}
    statuses = {cell.value for cell in book["基本信息"]["B"]}
    assert {"未填 0 格；勾稽关系平", "未填 0 格"} <= statuses or name == "bureau-2020"
    assert any(str(each).endswith("勾稽关系平") for each in statuses)


def test_a_report_that_does_not_balance_turns_the_check_and_is_told_with_its_cell(county, calculated):
    book = opened(excel.template(report=county))
    book["表三"]["D6"] = book["表三"]["D6"].value + 2
    content = calculated(saved(book))
    sheet = values(content)["表三"]
    assert (sheet["D31"].value, sheet["E31"].value, sheet["J31"].value, sheet["J6"].value) == ("差 2", "平", "差 2", 1659)
    assert "有 2 处不平" in sheet["A2"].value
    assert {("T3-C2", "表三!D29"), ("T3-C2", "表三!J29")} <= {(f.rule, f.cell) for f in excel.check(content)}


def test_a_stale_total_is_told_with_its_cell(county, calculated):
    """Totals that another program worked out and a later edit did not: openpyxl cannot keep them, so the text is changed."""
    import re
    import zipfile

    content = calculated(excel.template(report=county))
    source = zipfile.ZipFile(io.BytesIO(content))
    out = io.BytesIO()
    changed = 0
    with zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("xl/worksheets/"):
                part, count = re.subn(rb'(<c r="J6"[^>]*><f[^>]*>[^<]*</f><v>)1657', rb"\g<1>1656", part)
                changed += count
            target.writestr(name, part)
    assert changed == 1
    assert ("T3-R", "表三!J6") in {(f.rule, f.cell) for f in excel.check(out.getvalue())}


def test_an_empty_form_counts_its_blanks_and_opens_without_errors(calculated):
    for format_id in nianbao.formats():
        book = values(calculated(excel.template(format_id)))
        for sheet in book:
            for row in sheet.iter_rows(values_only=True):
                assert not [value for value in row if isinstance(value, str) and value.startswith("#")], sheet.title
        if format_id == "disclosure-2021":
            assert book["表二"]["A2"].value == "未填 10 格"
            assert book["表三"]["A2"].value == "未填 144 格；勾稽关系平"


def test_every_sheet_prints_on_a4(county, calculated, tmp_path):
    pathlib.Path(tmp_path / "a.pdf").write_bytes(calculated(excel.template(report=county), "pdf"))
    done = subprocess.run([program("pdfinfo"), tmp_path / "a.pdf"], capture_output=True, text=True, check=True)
    assert "A4" in done.stdout
