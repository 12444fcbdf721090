"""Excel: the form, filled in with openpyxl, gives the pages that the JSON gives."""

import copy
import io
import json
import pickle
import re
import shutil
import subprocess
import sys
import zipfile

import openpyxl
import pytest
from excel_help import filled, opened, saved

import nianbao
import nianbao.excel as excel

EXAMPLES = ["county-2024", "bureau-2020"]


@pytest.fixture(params=EXAMPLES)
def example(request, data):
    return json.loads((data / f"{request.param}.json").read_text(encoding="utf-8"))


def test_a_form_filled_in_and_read_gives_the_bytes_of_the_json(example):
    read = excel.read(saved(filled(example)))
    assert nianbao.render(read) == nianbao.render(example)


@pytest.mark.parametrize("name", [*EXAMPLES, "county-2016", "summary-2024"])
def test_a_report_written_into_its_form_comes_back_the_same(name, data):
    report = json.loads((data / f"{name}.json").read_text(encoding="utf-8"))
    content = excel.template(report["format"], report=report)
    assert nianbao.render(excel.read(content)) == nianbao.render(report)


def test_blocks_that_rows_cannot_hold_come_back_whole(county):
    county["overview"] += [
        {"paragraph": [{"text": "重点", "emphasis": "dots"}]},
        {"table": {"caption": "附表", "columns": [{}, {}], "rows": [["一", "二"]]}},
        {"heading": 2, "text": "另起", "restart": True},
        {"list": ["甲"], "style": "1."}, {"list": ["乙"], "style": "1."},  # two lists that meet
        {"list": [[{"paragraph": "丙"}, {"paragraph": "续"}], "丁"], "style": "（1）"},
        {"paragraph": "=1+1 不是公式"}, {"page_break": True},
    ]
    read = excel.read(excel.template(report=county))
    assert read["overview"] == county["overview"]


def test_attachments_have_rows_of_their_own(county):
    county["attachments"] = [{"title": "一表", "body": "甲\n乙"}, {"title": "二表", "body": [{"heading": 1, "text": "丙"}]}]
    read = excel.read(excel.template(report=county))
    assert nianbao.render(read) == nianbao.render(county)


def test_the_same_form_has_the_same_bytes_and_says_no_time():
    first = excel.template("disclosure-2021", year=2024, organ="澄岚县人民政府")
    assert excel.template("disclosure-2021", year=2024, organ="澄岚县人民政府") == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert re.findall(rb"20\d\d-\d\d-\d\d", package.read("docProps/core.xml")) == [b"2000-01-01"] * 2
    assert excel.template("disclosure-2021", year=2025) != first


def test_a_form_is_written_to_a_path_and_to_a_file(tmp_path):
    assert excel.template("disclosure-2019", path=tmp_path / "a.xlsx") is None
    target = io.BytesIO()
    excel.template("disclosure-2019", path=target)
    assert target.getvalue() == (tmp_path / "a.xlsx").read_bytes() == excel.template("disclosure-2019")
    with pytest.raises(nianbao.OutputError) as caught:
        excel.template(path=tmp_path / "none" / "a.xlsx")
    assert caught.value.id == "OUTPUT-WRITE" and str(tmp_path) in caught.value.where
    with pytest.raises(nianbao.TemplateError):
        excel.template("disclosure-1999")


def test_pictures_are_looked_for_beside_the_workbook(data, tmp_path):
    report = json.loads((data / "county-2024-figures.json").read_bytes())
    excel.template(report=report, path=tmp_path / "a.xlsx")
    with pytest.raises(nianbao.ReportError):
        excel.read_report(tmp_path / "a.xlsx")
    shutil.copy(data / "portal-page.png", tmp_path)
    assert nianbao.render(excel.read_report(tmp_path / "a.xlsx")) == nianbao.render(data / "county-2024-figures.json")


def test_paths_bytes_and_file_objects_are_read_alike(county, tmp_path):
    content = excel.template(report=county)
    path = tmp_path / "报表.xlsx"
    path.write_bytes(content)
    with path.open("rb") as file:
        assert excel.read(file) == excel.read(path) == excel.read(str(path)) == excel.read(content)
    assert excel.read_report(path).organ == "澄岚县人民政府"


def test_labels_stand_where_the_printed_form_has_them():
    book = opened(excel.template("disclosure-2021"))
    assert book.sheetnames == ["基本信息", "表二", "表三", "表四", "正文", "选项"]
    sheet = book["表三"]
    assert sheet["D3"].value == "申请人情况" and sheet["E5"].value == "商业企业"
    assert sheet["A8"].value == "三、本年度办理结果" and sheet["C10"].value == "1.属于国家秘密"
    assert sheet["B29"].value == "（七）总计" and sheet["A30"].value == "四、结转下年度继续办理"
    assert {"A3:C5", "A8:A29", "B10:B17", "D3:J3", "E4:I4"} <= {str(each) for each in sheet.merged_cells.ranges}
    assert excel.cells()["/applications/results/refused/state_secret/business"] == "表三!E10"
    assert excel.cells()["/proactive/fees_wan_yuan"] == "表二!B16"
    assert excel.cells("disclosure-2019")["/proactive/licences/decisions"] == "表二!F9"


def test_what_is_filled_in_is_open_and_all_else_is_locked():
    book = opened(excel.template("disclosure-2021"))
    sheet = book["表三"]
    assert sheet.protection.sheet and not sheet.protection.password
    assert not sheet["D6"].protection.locked and sheet["D6"].fill.start_color.rgb.endswith("FFF9E0")
    for address in ("J6", "D29", "A6", "E5", "D31"):
        assert sheet[address].protection.locked, address
    for name in ("基本信息", "表二", "表四", "正文"):
        assert book[name].protection.sheet, name


def test_cells_take_whole_numbers_only_and_say_so_in_chinese():
    sheet = opened(excel.template("disclosure-2021"))["表三"]
    rules = [rule for rule in sheet.data_validations.dataValidation if rule.type == "whole"]
    assert len(rules) == 1
    rule = rules[0]
    assert (rule.formula1, rule.formula2, rule.errorStyle) == ("0", "1000000000000", "stop")
    assert "整数" in rule.prompt and "没有的填 0" in rule.error and rule.showErrorMessage and rule.showInputMessage
    covered = {cell for area in rule.sqref.ranges for row in area.rows for cell in row}
    assert (6, 4) in covered and (30, 9) in covered and (6, 10) not in covered and (29, 4) not in covered


def test_sheets_print_on_a4_with_their_heads_on_every_page():
    book = opened(excel.template("disclosure-2021"))
    for name in ("基本信息", "表二", "表三", "表四", "正文"):
        sheet = book[name]
        assert sheet.page_setup.paperSize == 9 and sheet.page_setup.fitToWidth == 1, name
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.print_title_rows, name
    assert book["表三"].freeze_panes == "D6" and book["表三"].print_title_rows == "$1:$5"


def test_the_form_says_what_a_blank_means():
    sheet = opened(excel.template("disclosure-2021"))["基本信息"]
    words = "".join(str(sheet.cell(row, 1).value) for row in range(1, 40))
    assert "空白不等于 0" in words and "表三整行（项）空白时按 0 计" in words
    assert "{" not in words


def test_an_empty_form_has_rows_to_begin_each_section_with_and_they_are_no_texts():
    content = excel.template("disclosure-2021", year=2024, organ="澄岚县人民政府")
    sheet = opened(content)["正文"]
    assert [sheet.cell(row, 1).value for row in range(4, 16, 3)] == ["引言", "一、总体情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"]
    assert not {"preamble", "overview", "problems", "other_matters"} & excel.read(content).keys()


def test_the_sheet_of_texts_names_the_headings_that_are_expected():
    assert "总体情况的二级标题依次为：主动公开、依申请公开、政府信息管理、" in opened(excel.template())["正文"]["A2"].value
    assert "依次为" not in opened(excel.template("summary"))["正文"]["A2"].value


def test_prompts_and_refusals_fit_what_excel_shows():
    """Excel calls a file damaged when a title has more than 32 characters or a text more than 255 (225 of a refusal)."""
    for format_id in nianbao.formats():
        for sheet in opened(excel.template(format_id)):
            for rule in sheet.data_validations.dataValidation:
                assert len(rule.promptTitle or "") <= 32 and len(rule.errorTitle or "") <= 32
                assert len(rule.prompt or "") <= 255 and len(rule.error or "") <= 225
                assert len(str(rule.formula1 or "")) <= 255


def test_texts_come_from_the_base_where_the_workbook_has_none(county, tmp_path):
    numbers = {key: value for key, value in county.items() if isinstance(value, dict) or key in ("organ", "year", "title")}
    content = excel.template(report={**numbers, "format": county["format"]})
    with pytest.raises(nianbao.ReportError) as caught:
        excel.read_report(content)
    assert {each.cell for each in caught.value.findings} == {"正文"}
    path = tmp_path / "base.json"
    path.write_text(json.dumps(county), encoding="utf-8")
    for base in (county, path, path.read_bytes()):
        read = excel.read(content, base=base)
        assert nianbao.render(read) == nianbao.render(county)
    assert read.cell_of("/overview/0") == "" and read.cell_of("/applications/received/total") == "表三!J6"


def test_the_sheet_of_texts_may_be_missing_where_a_base_has_them(county):
    book = opened(excel.template(report=county))
    del book["正文"]
    assert nianbao.render(excel.read(saved(book), base=county)) == nianbao.render(county)
    with pytest.raises(nianbao.ReportError) as caught:
        excel.read(saved(book))
    assert [(f.rule, f.cell) for f in caught.value.findings] == [("EXCEL-SHEET-MISSING", "正文")]


def test_the_workbook_wins_over_the_base_and_says_when_they_are_of_different_years(county):
    base = {**copy.deepcopy(county), "year": 2023, "other_matters": "旧的。"}
    read = excel.read(excel.template(report=county), base=base)
    assert nianbao.render(read) == nianbao.render(county)
    assert [note.rule for note in read.notes] == ["EXCEL-BASE-YEAR"]
    with pytest.raises(nianbao.ReportError) as caught:
        excel.read(excel.template(report=county), base={"format": "disclosure-2019"})
    assert caught.value.findings[0].rule == "EXCEL-FORMAT-BASE"


def test_an_empty_table_comes_from_the_base_and_a_blank_cell_never_does(county):
    book = opened(excel.template(report=county))
    for row in book["表四"].iter_rows(min_row=6, max_row=6):
        for cell in row:
            cell.value = None if not str(cell.value).startswith("=") else cell.value
    book["表三"]["D6"] = None
    read = excel.read(saved(book), base=county)
    assert read["disputes"] == county["disputes"]
    assert read["applications"]["received"]["natural_person"] is None
    assert [note.rule for note in read.notes] == ["EXCEL-EMPTY-TABLE"]


def test_a_blank_row_is_left_out_and_a_blank_cell_is_null(county):
    book = opened(excel.template(report=county))
    for column in "DEFGHI":
        book["表三"][f"{column}20"] = None
    book["表三"]["E6"] = None
    read = excel.read(saved(book))
    assert "unclear" not in read["applications"]["results"]["unavailable"]
    assert read["applications"]["received"]["business"] is None
    findings = {(f.rule, f.cell) for f in excel.check(saved(book))}
    assert ("ROW-1", "表三!D20") in findings and ("CELL-1", "表三!E6") in findings


def test_a_read_report_can_be_pickled_and_copied(county):
    read = excel.read(excel.template(report=county))
    for twin in (pickle.loads(pickle.dumps(read)), copy.deepcopy(read)):
        assert twin == read and twin.cell_of("/organ") == "基本信息!B6" and twin.notes == read.notes


def test_a_report_whose_totals_are_wrong_is_not_mended_in_a_workbook(county):
    county["applications"]["received"][6] += 1
    with pytest.raises(nianbao.ReportError) as caught:
        excel.template(report=county)
    assert caught.value.findings[0].rule == "EXCEL-TOTAL" and caught.value.findings[0].cell == "表三!J6"


def test_what_has_no_place_in_a_workbook_is_refused(county):
    county["applications"]["x_note"] = "自用"
    excel.template(report=county)
    county["applications"]["received"] = dict(zip(
        ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"), county["applications"]["received"]
    ))
    nianbao.read_report(county)  # labels are keys too, but a workbook goes by the keys
    with pytest.raises(nianbao.ReportError) as caught:
        excel.template(report=county)
    assert {each.rule for each in caught.value.findings} == {"EXCEL-NO-PLACE"}
    assert caught.value.findings[0].pointer == "/applications/received/自然人"


def test_a_text_that_no_cell_holds_is_refused(county):
    county["preamble"] = "长" * 32768
    with pytest.raises(nianbao.ReportError) as caught:
        excel.template(report=county)
    assert (caught.value.findings[0].rule, caught.value.findings[0].cell) == ("EXCEL-TEXT-LONG", "正文!C4")
    county["preamble"] = "长" * 32767
    assert excel.read(excel.template(report=county))["preamble"] == [{"paragraph": county["preamble"]}]


def test_openpyxl_is_imported_when_it_is_needed_and_its_absence_is_told(tmp_path):
    program = (
        "import sys; sys.modules['openpyxl'] = None\n"
        "import nianbao, nianbao.excel\n"
        "try: nianbao.excel.template()\n"
        "except ImportError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "pip install nianbao[excel]" in done.stdout
    program = "import sys, nianbao, nianbao.excel; print('openpyxl' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    program = "import sys, nianbao; print('nianbao.excel' in sys.modules); nianbao.excel.read"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_openpyxl_opens_and_keeps_what_was_written(county):
    twice = saved(openpyxl.load_workbook(io.BytesIO(excel.template(report=county))))
    assert excel.read(twice) == excel.read(excel.template(report=county))


def test_the_module_runs_as_a_program(county, tmp_path):
    def run(*arguments):
        done = subprocess.run([sys.executable, "-m", "nianbao.excel", *map(str, arguments)], capture_output=True, text=True)
        return done.returncode, done.stdout, done.stderr

    report, workbook = tmp_path / "a.json", tmp_path / "a.xlsx"
    report.write_text(json.dumps(county), encoding="utf-8")
    assert run("form", workbook, "--report", report) == (0, "", "")
    assert workbook.read_bytes() == excel.template(report=county)
    assert run("check", workbook) == (0, "", "")
    code, out, _ = run("json", workbook)
    assert code == 0 and nianbao.render(json.loads(out)) == nianbao.render(county)
    book = opened(workbook.read_bytes())
    book["表三"]["D6"] = 3
    book.save(workbook)
    code, out, _ = run("check", workbook, "--language", "en")
    assert code == 1 and "error\tT3-C2\t表三!D30: " in out
    book["表三"]["D10"] = 1.5
    book.save(workbook)
    code, out, err = run("check", workbook)
    assert code == 1 and out == "" and err.startswith("表三!D10：")
    assert run("check", tmp_path / "none.xlsx")[0] == 3 and run("form")[0] == 2


@pytest.mark.parametrize("format_id", ["disclosure-2021", "disclosure-2019", "disclosure-2008"])
def test_every_number_has_a_cell_of_its_own(format_id):
    book = opened(excel.template(format_id, year=2016, organ="甲县"))
    given = {}
    for number, (pointer, cell) in enumerate(excel.cells(format_id).items(), 1000):
        sheet, address = cell.split("!")
        if not str(book[sheet][address].value).startswith("="):
            amount = book[sheet][address].number_format == "@" and not pointer.endswith("/change")
            given[pointer] = book[sheet][address].value = f"{number}.50" if amount else number
    assert len(set(excel.cells(format_id).values())) == len(excel.cells(format_id))
    read = excel.read(saved(book))
    for pointer, value in given.items():
        at = read
        for key in pointer.strip("/").split("/"):
            at = at[key]
        assert at == value and type(at) is type(value), pointer
        assert read.cell_of(pointer) == excel.cells(format_id)[pointer]
