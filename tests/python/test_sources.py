"""What a report may be given as: the same bytes from every form, a pointer for every fault of a value."""

import dataclasses
import datetime
import decimal
import enum
import io
import json
import typing

import numpy
import pandas
import polars
import pydantic
import pytest

import nianbao


@pytest.fixture(scope="module")
def expected(county_path):
    return bytes(nianbao.render(county_path))


def faults_of(report):
    with pytest.raises(nianbao.ReportError) as caught:
        nianbao.read_report(report)
    return {(finding.rule, finding.pointer) for finding in caught.value.findings}


def test_json_of_every_kind_gives_the_same_bytes(county_path, expected):
    text = county_path.read_bytes()
    for source in (text, bytearray(text), memoryview(text), io.BytesIO(text), io.StringIO(text.decode())):
        assert nianbao.render(source) == expected
    with county_path.open("rb") as binary, county_path.open(encoding="utf-8") as lines:
        assert nianbao.render(binary) == expected and nianbao.render(lines) == expected


def test_a_dataclass_and_a_model_give_the_same_bytes(county, expected):
    made = dataclasses.make_dataclass("Made", [(key, typing.Any) for key in county])
    assert nianbao.render(made(**county)) == expected
    Model = pydantic.create_model("Model", **{key: (typing.Any, ...) for key in county})
    assert nianbao.render(Model(**county)) == expected


def test_a_field_that_nobody_set_is_left_out_and_a_none_in_a_mapping_is_null(county, expected):
    counts = county["proactive"]["rules"]
    made = dataclasses.make_dataclass("Made", [*counts, ("x_note", typing.Any, None), ("unknown", typing.Any, None)])
    Model = pydantic.create_model("Model", **{key: (int, ...) for key in counts}, unknown=(int | None, None))
    for same in (made(**counts), Model(**counts)):
        assert nianbao.render({**county, "proactive": {**county["proactive"], "rules": same}}) == expected
    for other in ({**counts, "unknown": None}, Model(**counts, unknown=None)):
        report = {**county, "proactive": {**county["proactive"], "rules": other}}
        assert faults_of(report) == {("KEY-UNKNOWN", "/proactive/rules/unknown")}


@pytest.mark.parametrize("kind", [numpy.int64, numpy.uint8, numpy.float32, numpy.float64, float, decimal.Decimal])
def test_whole_numbers_of_other_libraries_are_whole_numbers(county, kind, expected):
    made = county["proactive"]["normative_documents"]
    made["made"] = kind(made["made"])
    assert nianbao.render(county) == expected


def test_an_amount_keeps_its_digits(county):
    def shown(amount):
        county["proactive"]["fees_wan_yuan"] = amount
        return nianbao.dump(county)

    assert '"12.50"' in shown(decimal.Decimal("12.50"))
    assert '"12.5"' in shown(12.5)
    assert '"0.1"' in shown(numpy.float32(0.1))
    assert '"123456789012345678.90"' in shown(decimal.Decimal("123456789012345678.90"))


@pytest.mark.parametrize(
    "nothing",
    [float("nan"), float("inf"), numpy.nan, numpy.float32("nan"), decimal.Decimal("NaN"), pandas.NA, pandas.NaT,
     numpy.datetime64("NaT")],
    ids=repr,
)
def test_what_is_not_a_number_is_a_finding_with_its_place_in_both_languages(county, nothing):
    county["proactive"]["fees_wan_yuan"] = nothing
    county["proactive"]["licences"] = nothing
    with pytest.raises(nianbao.ReportError) as caught:
        nianbao.render(county)
    first, second = caught.value.findings  # all at once
    assert {first.pointer, second.pointer} == {"/proactive/fees_wan_yuan", "/proactive/licences"}
    assert first.rule == "SOURCE-NAN" and first.pointer in first.message("zh") and "number" in first.message("en")
    assert "None" in first.hint("zh") and first.line == 0


@pytest.mark.parametrize(
    ("value", "rule"),
    [({1, 2}, "SOURCE-KIND"), (b"12", "SOURCE-KIND"), (object(), "SOURCE-KIND"), (2.0**60, "SOURCE-INEXACT"),
     ("\ud800", "SOURCE-UTF8"), ((i for i in [1]), "SOURCE-KIND")],
    ids=["set", "bytes", "object", "float", "surrogate", "generator"],
)
def test_what_a_report_cannot_hold_is_a_finding_with_its_place(county, value, rule):
    county["overview"] = ["一", value]
    assert faults_of(county) == {(rule, "/overview/1")}


def test_a_key_that_is_no_text_and_data_within_themselves_are_findings(county):
    loop = {"a/b": {}}
    loop["a/b"]["~"] = loop
    assert faults_of({**county, "x_1": {1: 2}, "x_2": loop}) == {("SOURCE-KEY", "/x_1"), ("SOURCE-LOOP", "/x_2/a~1b/~0")}


def test_dates_enumerations_tuples_and_arrays_are_what_they_mean(county, expected):
    class Format(enum.Enum):
        disclosure = "disclosure-2021"

    made = {**county, "format": Format.disclosure, "title": tuple(county["title"]),
            "issued": datetime.date.fromisoformat(county["issued"])}
    assert nianbao.render(made) == expected
    made["issued"] = pandas.Timestamp(county["issued"])
    made["title"] = pandas.Series(county["title"])
    assert nianbao.render(made) == expected


def test_findings_about_data_have_no_line_and_those_about_text_have_one(county, data):
    wrong = json.loads((data / "county-2024-bad-sum.json").read_text(encoding="utf-8"))
    (of_data, *_), (of_text, *_) = nianbao.check(wrong), nianbao.check(data / "county-2024-bad-sum.json")
    assert (of_data.rule, of_data.pointer, of_data.line, of_data.column) == (of_text.rule, of_text.pointer, 0, 0)
    assert of_text.line > 0


def test_pictures_stand_beside_the_file_or_where_the_caller_says(data):
    path = data / "county-2024-figures.json"
    expected = nianbao.render(path)
    with path.open("rb") as file:
        assert nianbao.render(file) == expected
    report = nianbao.read_report(json.loads(path.read_text(encoding="utf-8")), folder=data)
    assert nianbao.render(report) == expected
    with pytest.raises(nianbao.Error):
        nianbao.read_report(path.read_bytes())


def test_a_data_frame_is_a_table_of_the_narrative(data):
    frame = pandas.DataFrame({"项目": ["甲", "乙"], "件数": [1, 20]})
    report = json.loads((data / "summary-2024.json").read_text(encoding="utf-8"))
    report["body"] = [{"paragraph": "如下："}, {"table": frame}]
    plain = {**report, "body": [report["body"][0], {"table": {
        "columns": [{"align": "center"}, {"align": "digit"}], "header_rows": 1,
        "rows": [["项目", "件数"], ["甲", "1"], ["乙", "20"]]}}]}
    expected = nianbao.dump(plain)
    assert nianbao.dump(report) == expected
    assert nianbao.dump({**report, "body": [report["body"][0], {"table": polars.DataFrame(frame.to_dict("list"))}]}) == expected
    frame = frame.astype({"件数": "float"})
    frame.loc[1, "件数"] = float("nan")
    report["body"][1]["table"] = frame
    assert faults_of(report) == {("SOURCE-NAN", "/body/1/table/rows/2/1")}


def test_the_labels_of_a_data_frame_head_its_rows_in_each_part_of_the_table():
    index = pandas.MultiIndex.from_tuples([("甲", "x"), ("甲", "y"), ("乙", "x")], names=["县", "镇"])
    frame = pandas.DataFrame({"件数": [1, 2, 3]}, index=index)
    report = {"format": "summary", "organ": "某局", "title": "总结", "body": [{"table": frame}]}
    table = next(block for block in nianbao.compose(nianbao.read_report(report)).blocks if isinstance(block, nianbao.Table))
    assert table.key_columns == 2
    assert [[cell.header.name for cell in row.cells] for row in table.rows[1:]] == [["row", "row", "none"], ["row", "none"], ["row", "row", "none"]]
    assert [cell.header.name for cell in table.rows[0].cells] == ["none"] * 3


def test_another_kind_of_source_is_refused():
    for source in (42, None, [1], {1}):
        with pytest.raises(TypeError):
            nianbao.read_report(source)
