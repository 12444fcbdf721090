"""A clerk with openpyxl: finds cells by the words beside them and types into them."""

import io

import openpyxl

import nianbao.excel

KINDS = {1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题"}
ORGAN_KINDS = {"government": "各级政府", "department": "部门", "township": "乡镇街道"}
SECTIONS = {"preamble": "引言", "overview": "一、总体情况", "problems": "五、存在的主要问题及改进情况",
            "other_matters": "六、其他需要报告的事项"}


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def fill_basics(book, data):
    sheet = book["基本信息"]
    rows = {sheet.cell(row, 1).value: row for row in range(1, 30)}
    title = data.get("title")
    values = {"发布机关": data["organ"], "机关类别": ORGAN_KINDS[data["organ_kind"]], "报告年度": data["year"],
              "标题": "\n".join(title) if title else None, "题下签注": data.get("subtitle"), "成文日期": data.get("issued")}
    for label, value in values.items():
        sheet.cell(rows[label], 2).value = value


def fill_numbers(book, data):
    """Every number of the data but the totals, whose formulas stay."""
    for pointer, cell in nianbao.excel.cells(data["format"]).items():
        value = value_at(data, pointer)
        sheet, address = cell.split("!")
        if value is not None and not str(book[sheet][address].value).startswith("="):
            book[sheet][address] = value


def value_at(data, pointer):
    columns = ["natural_person", "business", "research", "public_interest", "legal_service", "other", "total"]
    outcomes = ["upheld", "corrected", "other", "pending", "total"]
    for key in pointer.strip("/").split("/"):
        if isinstance(data, list):
            names = outcomes if key in outcomes and len(data) <= 5 else columns
            data = data[names.index(key)]
        else:
            data = data.get(key) if data is not None else None
    return data


def narrative_rows(section, narrative):
    if isinstance(narrative, str):
        return [(section, "正文", line, None) for line in narrative.split("\n")]
    rows = []
    for block in narrative:
        if "paragraph" in block:
            rows.append((section, None, block["paragraph"], None))
        elif "heading" in block:
            rows.append((section, KINDS[block["heading"]], block["text"], block.get("run_in")))
        else:
            rows += [(section, f"列项“{block['style']}”", item, None) for item in block["list"]]
    return rows


def fill_narrative(book, data):
    sheet, row = book["正文"], 4
    for key, section in SECTIONS.items():
        for number, values in enumerate(narrative_rows(section, data.get(key, []))):
            for column, value in enumerate(values, 1):
                # The section need be chosen once only.
                sheet.cell(row, column).value = None if column == 1 and number else value
            row += 1


def fill_local(book, data):
    group = data["proactive"]
    sheet = book["地方增补"]
    for row, extra in enumerate(group.get("extra_rows", []), 4):
        for column, value in enumerate(["规范性文件", extra["label"], *extra["values"].values()], 1):
            sheet.cell(row, column).value = value
    names = {"licences/previous_items": "上一年项目数量", "licences/change": "本年增/减", "licences/decisions": "处理决定数量"}
    for row, (key, note) in enumerate(group.get("label_notes", {}).items(), 19):
        for column, value in enumerate(["行政许可", names[key], note], 1):
            sheet.cell(row, column).value = value


def filled(data):
    """A workbook as a clerk hands it in."""
    book = opened(nianbao.excel.template(data["format"]))
    fill_basics(book, data)
    fill_numbers(book, data)
    fill_narrative(book, data)
    if "地方增补" in book.sheetnames:
        fill_local(book, data)
    return book


def move(sheet, axis, at, by):
    """Puts rows (axis 0) or columns (1) in before `at`, or takes them out, as a spreadsheet program does: merged
    cells move along, or grow and shrink."""
    merges = [[[m.min_row, m.max_row], [m.min_col, m.max_col]] for m in sheet.merged_cells.ranges]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    change = {(0, True): sheet.insert_rows, (0, False): sheet.delete_rows, (1, True): sheet.insert_cols, (1, False): sheet.delete_cols}
    change[axis, by > 0](at, abs(by))
    for merge in merges:
        first, last = merge[axis]
        gone = range(at, at - by) if by < 0 else range(0)
        first = first + by if first >= at and first not in gone else at if first in gone else first
        last = last + by if last >= at and last not in gone else at - 1 if last in gone else last
        merge[axis] = [first, last]
        (row, last_row), (column, last_column) = merge
        if last_row >= row and last_column >= column and (row, column) != (last_row, last_column):
            sheet.merge_cells(start_row=row, start_column=column, end_row=last_row, end_column=last_column)
