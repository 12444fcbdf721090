"""Mistakes in a workbook: each gives its cell and a sentence one can act on; the sound workbook gives none."""

import datetime
import io
import json
import pathlib
import struct
import zipfile

import openpyxl
import pytest
from excel_help import filled, move, opened, saved

import nianbao
import nianbao.excel as excel


@pytest.fixture(scope="module")
def county_book(data):
    """The bytes of a sound workbook."""
    return saved(filled(json.loads((data / "county-2024.json").read_text(encoding="utf-8"))))


def test_a_sound_workbook_has_no_findings(county_book):
    assert [f for f in excel.check(county_book) if f.severity != "information"] == []
    assert excel.read(county_book).notes == []


def told(content, **options):
    """Everything that is said of a workbook: (rule, cell) and the findings."""
    try:
        findings = excel.check(content, **options)
    except nianbao.ReportError as error:
        findings = error.findings
    return {(f.rule, f.cell): f for f in findings}


# What the clerk did (sheet, cell, value); rule and cell that must be told; words that must be in the sentence.
MISTAKES = [
    ("a sum that does not balance", [("表三", "D6", 1297)], "T3-C2", "表三!D30", "相差"),
    ("a unit in a cell", [("表二", "B9", "128734件")], "CELL-1", "表二!B9", "应为数字"),
    ("a slash for none", [("表三", "F12", "/")], "CELL-1", "表三!F12", "应为数字"),
    ("a blank cell", [("表三", "G17", None)], "CELL-1", "表三!G17", "应为数字"),
    ("a fraction", [("表三", "E10", 1.5)], "COUNT-FRACTION", "表三!E10", "整数"),
    ("a negative number", [("表四", "B6", -7)], "COUNT-NEGATIVE", "表四!B6", "不能为负"),
    ("a digit too many", [("表三", "H6", 10**13)], "COUNT-RANGE", "表三!H6", "1000000000000"),
    ("full width digits", [("表三", "D7", "３８")], "EXCEL-FULLWIDTH", "表三!D7", "全角"),
    ("a thousands separator", [("表二", "B9", "128,734")], "EXCEL-THOUSANDS", "表二!B9", "千位"),
    ("a number stored as text", [("表三", "D8", "512")], "EXCEL-TEXT-NUMBER", "表三!D8", "文字"),
    ("a date for 3-1", [("表三", "I12", datetime.datetime(2024, 3, 1))], "EXCEL-DATE-IN-NUMBER", "表三!I12", "日期"),
    ("an error of a formula", [("表三", "E7", "#REF!")], "EXCEL-CELL-ERROR", "表三!E7", "#REF!"),
    ("a formula without a result", [("表三", "E7", "=1+8")], "EXCEL-UNCALCULATED", "表三!E7", "还没有算出"),
    ("another workbook", [("表三", "E7", "=[1]Sheet1!A1")], "EXCEL-EXTERNAL", "表三!E7", "别的工作簿"),
    ("a total typed over", [("表三", "J6", 1658)], "T3-R", "表三!J6", "1658"),
    ("a total typed over in table 4", [("表四", "E6", 71)], "T4-G", "表四!E6", "71"),
    ("a truth value", [("表三", "D12", True)], "TYPE", "表三!D12", "不小于 0 的整数"),
    ("a year as a word", [("基本信息", "B8", "二〇二四")], "TYPE", "基本信息!B8", "年度"),
    ("a year out of range", [("基本信息", "B8", 1924)], "YEAR", "基本信息!B8", "2008"),
    ("no organ", [("基本信息", "B6", None)], "KEY-MISSING", "基本信息!B6", "organ"),
    ("an unknown kind of organ", [("基本信息", "B7", "县级")], "EXCEL-CHOICE", "基本信息!B7", "乡镇街道"),
    ("a date that is none", [("基本信息", "B11", "2025-02-30")], "EXCEL-DATE", "基本信息!B11", "2025-01-20"),
    ("another format", [("基本信息", "B4", "disclosure-2022")], "EXCEL-FORMAT", "基本信息!B4", "disclosure-2021"),
    ("no format", [("基本信息", "B4", None)], "EXCEL-FORMAT-MISSING", "基本信息!B4", "报告格式"),
    ("another layout", [("基本信息", "B5", 9)], "EXCEL-LAYOUT", "基本信息!B5", "9"),
    ("a label written over", [("表三", "C10", "1.属于工作秘密")], "EXCEL-LABEL", "表三!C10", "属于工作秘密"),
    ("a number beside the table", [("表三", "M8", 3)], "EXCEL-OUTSIDE", "表三!M8", "之外"),
    ("a note below the table", [("表四", "A12", "注：含上年")], "EXCEL-OUTSIDE", "表四!A12", "注：含上年"),
    ("an unknown section", [("正文", "A4", "七、附则")], "EXCEL-SECTION", "正文!A4", "附则"),
    ("an unknown kind of row", [("正文", "B4", "五级标题")], "EXCEL-TYPE", "正文!B4", "五级标题"),
    ("text that runs on after a paragraph", [("正文", "D4", "接着写")], "EXCEL-RUN-IN", "正文!D4", "接排"),
    ("a block that is no JSON", [("正文", "B4", "内容块"), ("正文", "C4", "{")], "EXCEL-BLOCK", "正文!C4", "JSON"),
    ("a section not chosen", [("正文", "A4", None)], "EXCEL-SECTION-MISSING", "正文!A4", "没有选"),
    ("an attachment without its title", [("正文", "A4", "附件")], "EXCEL-ATTACHMENT", "正文!B4", "附件标题"),
    ("an item that goes on with nothing", [("正文", "B4", "列项续段")], "EXCEL-LIST-ALONE", "正文!B4", "上一行应是列项"),
    ("a truth value for a name", [("基本信息", "B6", True)], "EXCEL-TEXT", "基本信息!B6", "应填文字"),
    ("a row too far down", [("正文", "C6000", "远处")], "EXCEL-ROWS-MANY", "正文!A6000", "5000"),
    ("a tab in a text", [("正文", "C4", "甲\t乙")], "TEXT-TAB", "正文!C4", "制表符"),
    ("an invisible character", [("正文", "C4", "甲\u200b乙")], "CHAR-INVISIBLE", "正文!C4", "看不见"),
    ("a number of the text that is not the table's", [("正文", "C4", "新收政府信息公开申请1600件。")], "N-1", "正文!C4", "1600"),
]


@pytest.mark.parametrize(("edits", "rule", "cell", "words"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_a_mistake_is_told_with_its_cell(county_book, edits, rule, cell, words):
    book = opened(county_book)
    for sheet, address, value in edits:
        book[sheet][address] = value
    findings = told(saved(book))
    assert (rule, cell) in findings, sorted(findings)
    finding = findings[rule, cell]
    assert words in finding.message() and finding.message().startswith(cell)
    assert finding.message("en") != finding.message("zh") and cell in finding.message("en")


@pytest.mark.parametrize(("written", "read"), [("１２９６", 1296), ("1,296", 1296), ("1，296", 1296), ("1296", 1296), (1296.0, 1296)])
def test_conversions_are_exact(county_book, written, read):
    book = opened(county_book)
    book["表三"]["D6"] = written
    filled_report = excel.read(saved(book))
    value = filled_report["applications"]["received"]["natural_person"]
    assert value == read and type(value) is int
    assert len(filled_report.notes) == (0 if isinstance(written, float) else 1)


@pytest.mark.parametrize("written", ["1,29", "12,34", "1.296", "约1296", "1296 件", "一千"])
def test_what_is_not_exact_is_not_converted(county_book, written):
    book = opened(county_book)
    book["表三"]["D6"] = written
    assert excel.read(saved(book))["applications"]["received"]["natural_person"] == written
    assert ("CELL-1", "表三!D6") in told(saved(book))


@pytest.mark.parametrize(
    ("value", "number_format", "read"),
    [(12.3, "0.00", "12.30"), (12.3, "General", "12.3"), (12.3, "@", "12.3"), ("12.30", "@", "12.30"), (1e-4, "General", "0.0001"),
     (0.1 + 0.2, "General", "0.3"), (1234567.89, "#,##0.00", "1234567.89"), (12.345, "0.00", "12.345"), (3428, "0", "3428"),
     (3428, "0.00", "3428.00"), ("3,428.65", "@", "3428.65"), ("３４.5", "@", "34.5")],
)
def test_an_amount_keeps_its_digits(county_book, value, number_format, read):
    book = opened(county_book)
    book["表二"]["B16"] = value
    book["表二"]["B16"].number_format = number_format
    result = excel.read(saved(book))
    assert result["proactive"]["fees_wan_yuan"] == read
    told_of = [note.rule for note in result.notes]
    assert told_of == {12.345: ["EXCEL-ROUNDED"], "3,428.65": ["EXCEL-THOUSANDS"], "３４.5": ["EXCEL-FULLWIDTH"]}.get(value, [])


def test_a_percentage_is_no_number_of_items(county_book):
    book = opened(county_book)
    book["表三"]["D12"], book["表三"]["D12"].number_format = 0.5, "0%"
    assert "50%" in told(saved(book))["EXCEL-PERCENT", "表三!D12"].message()


def test_many_cells_outside_are_counted(county_book):
    book = opened(county_book)
    for row in range(40, 70):
        book["表三"].cell(row, 2).value = row
    findings = told(saved(book))
    assert len([key for key in findings if key[0] == "EXCEL-OUTSIDE"]) == 20
    assert "10" in findings["EXCEL-OUTSIDE-MORE", "表三"].message()


def test_a_date_written_in_words_is_told(county_book):
    book = opened(county_book)
    book["基本信息"]["B11"] = "2025年1月23日"
    assert [(note.rule, note.cell) for note in excel.read(saved(book)).notes] == [("EXCEL-DATE-WRITTEN", "基本信息!B11")]


def test_every_message_has_a_case():
    from nianbao.excel._messages import MESSAGES

    folder = pathlib.Path(__file__).parent
    tests = "".join(path.read_text(encoding="utf-8") for path in folder.glob("test_excel*.py"))
    assert [rule for rule in MESSAGES if f'"{rule}"' not in tests] == []
    assert all(len(set(texts[:2])) == 2 for texts in MESSAGES.values())


def test_a_signed_count_keeps_its_sign(data):
    report = json.loads((data / "bureau-2020.json").read_text(encoding="utf-8"))
    book = opened(excel.template("disclosure-2019", report=report))
    book["表二"]["D10"], book["表二"]["D13"], book["表二"]["D14"] = "+4", "＋4", -3
    book["表二"]["B20"] = "1，264.35万元"
    read = excel.read(saved(book))["proactive"]
    assert read["other_services"]["change"] == "+4" and read["penalties"]["change"] == "+4"
    assert read["coercions"]["change"] == -3


@pytest.mark.parametrize(
    ("value", "number_format", "read"),
    [("2025-01-23", "@", "2025-01-23"), ("2025年1月23日", "@", "2025-01-23"), ("2025/1/23", "@", "2025-01-23"), ("2025年1月", "@", "2025-01"),
     (datetime.datetime(2025, 1, 23), "yyyy-mm-dd", "2025-01-23"), (datetime.datetime(2025, 1, 1), 'yyyy"年"m"月"', "2025-01")],
)
def test_dates_are_read_as_they_are_written(county_book, value, number_format, read):
    book = opened(county_book)
    book["基本信息"]["B11"] = value
    book["基本信息"]["B11"].number_format = number_format
    assert excel.read(saved(book))["issued"] == read


def test_all_faults_are_told_at_once(county_book):
    book = opened(county_book)
    book["表三"]["E10"] = 1.5
    book["表三"]["M8"] = 3
    book["基本信息"]["B6"] = None
    book["基本信息"]["B7"] = "县级"
    del book["表四"]
    findings = told(saved(book))
    assert {("COUNT-FRACTION", "表三!E10"), ("EXCEL-OUTSIDE", "表三!M8"), ("KEY-MISSING", "基本信息!B6"),
            ("EXCEL-CHOICE", "基本信息!B7"), ("EXCEL-SHEET-MISSING", "表四")} <= set(findings)


# ── the form itself ──────────────────────────────────────────────────────────────────────────────


def test_rows_and_columns_put_in_or_taken_out_are_told_once(county_book):
    for axis, at, by, expected in [
        (0, 12, 1, ("EXCEL-ROWS-ADDED", "表三!A12")),
        (0, 20, 3, ("EXCEL-ROWS-ADDED", "表三!A20")),
        (0, 12, -1, ("EXCEL-ROWS-GONE", "表三!A12")),
        (1, 6, 1, ("EXCEL-COLUMNS-ADDED", "表三!F4")),
        (1, 5, -1, ("EXCEL-COLUMNS-GONE", "表三!E4")),
    ]:
        book = opened(county_book)
        move(book["表三"], axis, at, by)
        findings = [key for key in told(saved(book)) if key[0].startswith("EXCEL-")]
        assert findings == [expected]


def test_sheets_missing_renamed_hidden_or_added(county_book):
    book = opened(county_book)
    book["表三"].title = "Sheet3"
    assert ("EXCEL-SHEET-RENAMED", "Sheet3") in told(saved(book))
    book = opened(county_book)
    book["表四"].sheet_state = "hidden"
    assert ("EXCEL-SHEET-HIDDEN", "表四") in told(saved(book))
    book = opened(county_book)
    book.create_sheet("草稿")["A1"] = 1
    book.create_sheet("空白")
    findings = told(saved(book))
    assert findings["EXCEL-SHEET-EXTRA", "草稿"].severity == "warning"
    assert ("EXCEL-SHEET-EXTRA", "空白") not in findings and ("EXCEL-SHEET-EXTRA", "选项") not in findings
    book = opened(county_book)
    book.move_sheet("表四", -3)  # their order is free
    assert not [key for key in told(saved(book)) if key[0].startswith("EXCEL")]


def test_merged_and_hidden_cells_are_told(county_book):
    book = opened(county_book)
    book["表三"].merge_cells("D10:E10")
    book["表三"].row_dimensions[15].hidden = True
    book["表三"].column_dimensions["F"].hidden = True
    findings = told(saved(book))
    assert {("EXCEL-MERGED", "表三!D10"), ("EXCEL-HIDDEN", "表三!A15"), ("EXCEL-HIDDEN", "表三!F3")} <= set(findings)


def test_local_rows_are_checked(data):
    report = json.loads((data / "bureau-2020.json").read_text(encoding="utf-8"))
    book = opened(excel.template("disclosure-2019", report=report))
    sheet = book["地方增补"]
    for address, value in {"A5": "没有的行", "B5": "甲", "A6": "行政事业性收费", "B6": "乙", "C6": 1, "D6": "1件", "E6": 3, "B7": "丙", "C22": "说明"}.items():
        sheet[address] = value
    findings = told(saved(book))
    assert {("EXCEL-ROW-UNKNOWN", "地方增补!A5"), ("EXCEL-VALUES-MANY", "地方增补!E6"), ("EXCEL-INCOMPLETE", "地方增补!A7"),
            ("EXCEL-INCOMPLETE", "地方增补!A22")} <= set(findings)
    for address in ("A5", "B5", "E6", "B7", "C22"):
        sheet[address] = None
    assert ("CELL-1", "地方增补!D6") in told(saved(book))


def test_pictures_and_comments_are_told_not_dropped_in_silence(county_book):
    book = opened(county_book)
    book["表三"]["D6"].comment = openpyxl.comments.Comment("请核对", "甲")
    assert any(note.rule == "EXCEL-IGNORED" and "批注" in note.message() for note in excel.read(saved(book)).notes)


def test_findings_of_render_are_located_too(county_book):
    book = opened(county_book)
    book["表三"]["D6"] = 1297
    read = excel.read(saved(book))
    with pytest.raises(nianbao.ReportError) as caught:
        nianbao.render(read)
    assert ("T3-C2", "表三!D30") in {(f.rule, f.cell) for f in read.locate(caught.value.findings)}


def test_conversions_are_logged_and_never_printed(county_book, caplog, capsys):
    book = opened(county_book)
    book["表三"]["D6"] = "1,296"
    with caplog.at_level("INFO", logger="nianbao"):
        excel.read(saved(book))
    assert "表三!D6" in caplog.text and "1296" in caplog.text
    assert capsys.readouterr() == ("", "")


# ── files that are no workbook ───────────────────────────────────────────────────────────────────


def packed(*parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(name, content)
    return out.getvalue()


def changed(content, part, change):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(source.read(name)) if name == part else source.read(name))
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
TYPES = ("[Content_Types].xml", "<Types/>")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "EXCEL-DAMAGED"), (b"%PDF-1.7", "EXCEL-DAMAGED"), (b"PK\x03\x04 cut off", "EXCEL-DAMAGED"),
        (OLE, "EXCEL-XLS"), (OLE + "EncryptedPackage".encode("utf-16-le"), "EXCEL-PASSWORD"),
        (packed(TYPES, ("xl/workbook.xml", "<workbook/>"), ("xl/vbaProject.bin", "x")), "EXCEL-MACRO"),
        (packed(("[Content_Types].xml", '<Types ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'), ("xl/workbook.xml", "<workbook/>")), "EXCEL-MACRO"),
        (packed(TYPES, ("xl/workbook.bin", "x")), "EXCEL-KIND"), (packed(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")), "EXCEL-KIND"),
        (packed(TYPES, ("word/document.xml", "<x/>")), "EXCEL-KIND"),
        (packed(TYPES, ("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><workbook/>")), "EXCEL-DTD"),
        (packed(TYPES, ("xl/workbook.xml", "<workbook")), "EXCEL-DAMAGED"),
    ],
    # Not of the bytes: a package holds the time it was packed, and workers of xdist must agree on names.
    ids=["nothing", "a PDF", "cut off", "xls", "password", "macros", "a type with macros", "xlsb", "ods", "docx", "an entity", "no XML"],
)
def test_what_is_no_workbook_is_refused_by_name(content, rule):
    with pytest.raises(nianbao.FileError) as caught:
        excel.read(content)
    assert caught.value.id == rule and caught.value.message("en") != caught.value.message("zh")


def test_a_missing_file_and_a_wrong_type_are_told(tmp_path):
    with pytest.raises(nianbao.FileError) as caught:
        excel.read(tmp_path / "没有.xlsx")
    assert caught.value.id == "EXCEL-READ" and "没有.xlsx" in caught.value.where
    with pytest.raises(TypeError):
        excel.read(3)
    with pytest.raises(TypeError):
        excel.read(io.StringIO("text"))


def test_bombs_are_refused_before_they_go_off(county_book):
    def with_sheet(element):
        return changed(county_book, "xl/worksheets/sheet3.xml", lambda part: part.replace(b"</sheetData>", b"</sheetData>" + element))

    bombs = [
        # Each of these would make openpyxl fill sixteen thousand million cells.
        with_sheet(b'<mergeCells><mergeCell ref="M1:XFD1048576"/></mergeCells>'), with_sheet(b"<mergeCells><mergeCell ref='$M:$N'/></mergeCells>"),
        with_sheet(b'<mergeCells><mergeCell ref="&#77;1:XFD1048576"/></mergeCells>'),
        with_sheet(b'<x:hyperlinks xmlns:x="x"><x:hyperlink ref="M1:XFD1048576"/></x:hyperlinks>'),
        with_sheet(b'<mergeCells>' + b'<mergeCell ref="M1:N1"/>' * 3000 + b'</mergeCells>'),
        packed(TYPES, ("xl/workbook.xml", "<workbook/>"), ("xl/other.bin", b"<a>" + b"<b/>" * (3 << 20) + b"</a>")),
        packed(TYPES, ("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", b" " * (8 << 20))),
        packed(TYPES, ("xl/workbook.xml", "<workbook/>"), *((f"xl/x{i}.xml", "<x/>") for i in range(1200))),
        packed(TYPES, ("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", b"<d>" + b'<c r="A1"/>' * 300_000 + b"</d>")),
        bytes((16 << 20) + 1),
    ]
    for bomb in bombs:
        with pytest.raises(nianbao.LimitError) as caught:
            excel.read(bomb)
        assert caught.value.id == "EXCEL-LIMIT"


def test_a_cell_in_the_last_row_costs_nothing(county_book):
    book = opened(county_book)
    book["表三"]["A1048576"].number_format = "0"
    assert not [key for key in told(saved(book)) if key[0].startswith("EXCEL")]
    book["表三"]["A1048576"] = "末"
    assert ("EXCEL-OUTSIDE", "表三!A1048576") in told(saved(book))


def test_damage_of_every_part_is_an_error_of_the_family_or_harmless(county_book):
    with zipfile.ZipFile(io.BytesIO(county_book)) as package:
        parts = package.namelist()
    for part in parts:
        for change in (lambda c: c[: len(c) // 2], lambda c: b"", lambda c: c.replace(b"1", b"x"), lambda c: c.replace(b'r="', b'q="')):
            try:
                excel.read(changed(county_book, part, change))
            except nianbao.Error:
                pass


def test_bytes_cut_off_anywhere_are_refused(county_book):
    for size in range(0, len(county_book) - 1, len(county_book) // 23):
        with pytest.raises(nianbao.FileError):
            excel.read(county_book[:size])
    broken = bytearray(county_book)
    struct.pack_into("<I", broken, len(broken) // 3, 0xDEADBEEF)
    with pytest.raises(nianbao.Error):
        excel.read(bytes(broken))
