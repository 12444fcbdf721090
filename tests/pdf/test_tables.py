"""The example with tables of every kind before the judges: valid, tagged, every text read in order."""

import re

import judges
import pytest
from conftest import ROOT
from test_reports import accepted

EXAMPLE = ROOT / "examples/data/annex-tables-2024.json"


@pytest.fixture
def pdf(made):
    return made(EXAMPLE)


def test_qpdf_and_verapdf_are_content(pdf):
    accepted(judges.qpdf_check(pdf), *judges.verapdf(pdf))


def cells(pdf):
    """The text of each TH and TD in reading order, from the structure tree."""
    out, depth = [], None
    for line in judges.struct_text(pdf).splitlines():
        indent = len(line) - len(line.lstrip())
        if depth is not None and indent <= depth:
            depth = None
        if re.match(r" *T[HD]\b", line) and depth is None:
            out.append("")
            depth = indent
        elif depth is not None and (text := re.match(r' *"(.*)"', line)):
            out[-1] += text.group(1)
    return out


@pytest.mark.parametrize("text", ["渠道年份", "网络渠道", "线下12处", "1,207", "−4.39", "乡镇件数办理结果", "其中：主动公开规范性文件数", "0.50"])
def test_a_cell_says_its_whole_text(pdf, text):
    assert text in cells(pdf)


def test_a_nested_table_is_read_inside_its_cell(pdf):
    assert "分两类统计：类别平均一般程序10.5简易程序2以立案日期为准。" in cells(pdf)


def test_cells_name_headers_that_are_header_cells(pdf):
    tree = judges.struct_text(pdf)
    assert "/Headers" in tree and "THead" in tree and "TFoot" in tree and "Caption" in tree
