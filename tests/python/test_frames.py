"""Tables from data frames: whole numbers exact, digits as they show, levels of names and of the index in one cell."""

import datetime
import decimal
import subprocess
import sys

import numpy
import pandas
import polars
import pytest

import nianbao
from nianbao import Cell, Column, table_from


def texts(table):
    return [[str(cell.text) if isinstance(cell, Cell) else cell for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("library", [pandas, polars])
def test_values_are_printed_with_the_digits_they_have(library):
    frame = library.DataFrame({
        "名称": ["甲", "乙"],
        "件数": [2**62 + 1, 3],
        "金额": [decimal.Decimal("1.50"), decimal.Decimal("20.00")],
        "比例": [0.1, 12.0],
        "日期": [datetime.date(2024, 12, 31), datetime.date(2025, 1, 1)],
        "公开": [True, False],
    })
    table = table_from(frame, caption="表", unit="件", notes=["注"])
    assert texts(table) == [
        ["名称", "件数", "金额", "比例", "日期", "公开"],
        ["甲", "4611686018427387905", "1.50", "0.1", "2024-12-31", "是"],
        ["乙", "3", "20.00", "12", "2025-01-01", "否"],
    ]
    assert table.header_rows == 1 and table.caption == "表" and table.unit == "件" and table.notes == ["注"]
    assert [column.align for column in table.columns] == ["center", "digit", "decimal", "decimal", "center", "center"]


def test_single_precision_shows_its_own_digits():
    assert texts(table_from(pandas.DataFrame({"a": numpy.array([0.1, 3.25], numpy.float32)})))[1:] == [["0.1"], ["3.25"]]
    assert texts(table_from(polars.DataFrame({"a": [0.1]}, schema={"a": polars.Float32})))[1:] == [["0.1"]]


@pytest.mark.parametrize("frame", [
    pandas.DataFrame({"件/数": [1, None]}), pandas.DataFrame({"件/数": pandas.array([1, None], "Int64")}),
    pandas.DataFrame({"件/数": [pandas.Timestamp("2024-01-01"), pandas.NaT]}), polars.DataFrame({"件/数": [1, None]}),
], ids=["float", "Int64", "time", "polars"])
def test_what_is_missing_is_an_error_with_its_place_unless_told_how_to_print_it(frame):
    with pytest.raises(nianbao.ReportError) as caught:
        table_from(frame)
    (finding,) = caught.value.findings
    assert finding.pointer == "/rows/1/件~1数" and finding.message("en") != finding.message("zh")
    assert texts(table_from(frame, missing="—"))[2] == ["—"]


def test_a_whole_column_with_a_gap_is_still_whole():
    assert texts(table_from(pandas.DataFrame({"a": [7, None]}), missing=""))[1:] == [["7"], [""]]


def test_values_may_be_shown_in_a_way_of_ones_own():
    frame = pandas.DataFrame({"a": [1234.5], "b": [0.25]})
    assert texts(table_from(frame, show={"a": ",.2f", "b": lambda value: f"{value:.0%}"}))[1] == ["1,234.50", "25%"]


def test_columns_have_labels_widths_and_alignments_of_ones_own():
    frame = pandas.DataFrame({"a": [1], "b": ["x"]})
    table = table_from(frame, header={"a": "甲"}, widths={"b": 20 * nianbao.mm}, align={"b": "start"})
    assert texts(table)[0] == ["甲", "b"]
    assert table.columns == [Column(align="digit"), Column(20 * nianbao.mm, "start")]
    assert texts(table_from(frame, header=["一", "二"]))[0] == ["一", "二"]
    with pytest.raises(ValueError, match="1 labels for 2"):
        table_from(frame, header=["一"])


def test_an_index_with_a_name_is_a_column_of_row_headers():
    frame = pandas.DataFrame({"件数": [1, 2]}, index=pandas.Index(["甲", "乙"], name="机关"))
    table = table_from(frame)
    assert texts(table) == [["机关", "件数"], ["甲", "1"], ["乙", "2"]]
    assert table.rows[1].cells[0].header == "row"
    assert texts(table_from(frame, index=False)) == [["件数"], ["1"], ["2"]]
    assert texts(table_from(pandas.DataFrame({"a": [1]}), index=True)) == [["", "a"], ["0", "1"]]


def test_levels_of_names_are_header_rows_and_equal_neighbours_are_one_cell():
    columns = pandas.MultiIndex.from_tuples([("机关", ""), ("申请", "新收"), ("申请", "结转"), ("诉讼", "新收")])
    frame = pandas.DataFrame([["甲", 1, 2, 3]], columns=columns)
    table = table_from(frame)
    assert table.header_rows == 2 and texts(table) == [["机关", "申请", "诉讼"], ["新收", "结转", "新收"], ["甲", "1", "2", "3"]]
    first = table.rows[0].cells
    assert [(cell.rows, cell.columns) for cell in first] == [(2, 1), (1, 2), (1, 1)]


def test_levels_of_the_index_are_one_cell_over_equal_neighbours_below_the_same_label():
    index = pandas.MultiIndex.from_tuples([("甲", "x"), ("甲", "x"), ("乙", "x")], names=["县", "镇"])
    table = table_from(pandas.DataFrame({"件数": [1, 2, 3]}, index=index))
    assert texts(table) == [["县", "镇", "件数"], ["甲", "x", "1"], ["x", "2"], ["乙", "x", "3"]]
    assert table.rows[1].cells[0].rows == 2 and table.key_columns == 2


def test_the_tables_can_be_set():
    columns = pandas.MultiIndex.from_tuples([("申请", "新收"), ("申请", "结转"), ("诉讼", "")])
    index = pandas.MultiIndex.from_product([["甲", "乙"], ["x", "y"]], names=["县", "镇"])
    frame = pandas.DataFrame(numpy.arange(12).reshape(4, 3), columns=columns, index=index)
    pages = nianbao.typeset(nianbao.Document(blocks=[table_from(frame, caption="表1")]))
    shown = "".join(box.text for box in pages.boxes())
    assert "新收" in shown and "11" in shown and "县" in shown


def test_another_value_is_no_frame():
    with pytest.raises(TypeError, match="data frame"):
        table_from({"a": [1]})
    with pytest.raises(nianbao.ReportError) as caught:
        table_from(pandas.DataFrame({"a": [object()]}))
    assert caught.value.findings[0].rule == "SOURCE-KIND"


def test_no_library_of_frames_is_imported():
    code = "import nianbao, sys; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pandas", "polars", "numpy", "pydantic", "openpyxl", "pypdfium2"} & set(done.stdout.split())
