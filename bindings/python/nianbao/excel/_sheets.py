"""The sheets that are ours: 基本信息, 正文, 地方增补."""

from __future__ import annotations

from typing import Any

from ._form import LAYOUT, LISTS, Form, letters
from ._labels import Json
from ._lazy import openpyxl
from ._narrative import rows_of
from ._places import (
    EXTRA_HEAD, EXTRA_ROWS, FIRST_EXTRA, FIRST_NOTE, FIRST_TEXT, FORMAT_ROW, LAYOUT_ROW, NARRATIVE_HEAD, NOTE_HEAD,
    NOTE_ROWS, TEXT_ROWS, TEXT_WIDTHS, basics_of, extra_heads, first_note_row, lists_of,
    parts_of,
)
from ._styles import HEAD, LINE, TOTAL, Styles, add_choice, lines_needed, protect, set_print, set_widths
from ._texts import (
    ABSENT_NONE, ABSENT_SOME, CHOICES, LOCAL_NOTE, NARRATIVE_HEADS, NARRATIVE_NOTE, NOTE_HEADS, NOTES,
)

_BASIC_WIDTHS = [16.0, 44.0, 40.0]


def add_basics(sheet: Any, form: Form, styles: Styles, statuses: list[str]) -> None:
    """Organ, year, signature and so on; what to know before one fills the form in; whether all agrees."""
    set_widths(sheet, _BASIC_WIDTHS)
    _title(sheet, styles, "政府信息公开工作年度报告填报工作簿" if form.tables else "填报工作簿", 3)
    _fixed(sheet, styles, FORMAT_ROW, "报告格式", form.format, form.name)
    _fixed(sheet, styles, LAYOUT_ROW, "表样版本", LAYOUT, "由程序写入，不要改动")
    for basic in basics_of(form):
        _label(sheet, styles, basic.row, basic.label)
        styles.text_input(sheet.cell(basic.row, 2), "0" if basic.kind == "year" else "@")
        _note(sheet, styles, basic.row, basic.note)
        sheet.row_dimensions[basic.row].height = 32 if basic.kind == "lines" else 20
        if basic.kind == "choice":
            names = '"' + ",".join(CHOICES[basic.pointer]) + '"'
            add_choice(sheet, names, basic.address, basic.label, basic.note)
        if basic.kind == "year":
            _add_year(sheet, basic.address)
    row = _add_notes(sheet, form, styles)
    for table, reference in zip(form.tables, statuses, strict=True):
        _fixed(sheet, styles, row, f"{table.sheet}填报情况", reference, table.title)
        row += 1
    sheet.freeze_panes = "A4"
    set_print(sheet, "1:3")
    protect(sheet)


def _title(sheet: Any, styles: Styles, text: str, columns: int) -> None:
    sheet["A1"] = text
    sheet["A1"].font, sheet["A1"].alignment = styles.font(14, bold=True), styles.align("center")
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=columns)
    sheet.row_dimensions[1].height = 28


def _label(sheet: Any, styles: Styles, row: int, text: str) -> None:
    cell = sheet.cell(row, 1, text)
    cell.font, cell.border, cell.alignment = styles.font(), styles.border, styles.align("left")
    cell.fill = styles.fill(HEAD)


def _note(sheet: Any, styles: Styles, row: int, text: str) -> None:
    cell = sheet.cell(row, 3, text)
    cell.font, cell.border, cell.alignment = styles.font(9, color="7F7F7F"), styles.border, styles.align("left")


def _fixed(sheet: Any, styles: Styles, row: int, label: str, value: object, note: str) -> None:
    _label(sheet, styles, row, label)
    cell = sheet.cell(row, 2, value)
    cell.font, cell.border, cell.alignment = styles.font(), styles.border, styles.align("left")
    cell.fill = styles.fill(TOTAL)
    _note(sheet, styles, row, note)
    sheet.row_dimensions[row].height = round(max(20.0, lines_needed(note, _BASIC_WIDTHS[2]) * 12.5 + 6), 1)


def _add_year(sheet: Any, address: str) -> None:
    rule = openpyxl("worksheet.datavalidation").DataValidation(
        type="whole", operator="between", formula1="2008", formula2="2100", allow_blank=True
    )
    rule.promptTitle, rule.prompt, rule.showInputMessage = "报告年度", "四位数字，如 2024", True
    rule.errorTitle, rule.error, rule.showErrorMessage = "应为年度", "请填 2008 至 2100 的年度，如 2024。", True
    rule.add(address)
    sheet.add_data_validation(rule)


def _add_notes(sheet: Any, form: Form, styles: Styles) -> int:
    """The notes, each across the page; the next free row."""
    absent = [t.sheet for t in form.tables if any(p.startswith(t.section + "/") for p in form.zero_when_absent)]
    words = ABSENT_SOME.format(tables="、".join(absent)) if absent else ABSENT_NONE
    row = first_note_row(form)
    for index, note in enumerate(NOTES):
        text = note.format(absent=words)
        cell = sheet.cell(row, 1, text)
        cell.font, cell.alignment = styles.font(bold=index == 0), styles.align("left")
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=3)
        sheet.row_dimensions[row].height = round(lines_needed(text, sum(_BASIC_WIDTHS)) * LINE + 4, 1)
        row += 1
    return row + 1


def _heads(sheet: Any, styles: Styles, row: int, texts: list[str]) -> None:
    for column, text in enumerate(texts, 1):
        cell = sheet.cell(row, column, text)
        cell.font, cell.border, cell.alignment = styles.font(bold=True), styles.border, styles.align("center")
        cell.fill = styles.fill(HEAD)


def _explained(sheet: Any, styles: Styles, text: str, columns: int, width: float) -> None:
    sheet["A2"] = text
    sheet["A2"].font, sheet["A2"].alignment = styles.font(9, color="7F7F7F"), styles.align("left")
    sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=columns)
    sheet.row_dimensions[2].height = round(lines_needed(text, width) * 12.5 + 4, 1)


def add_lists(sheet: Any, form: Form) -> None:
    """What the drop-down lists offer, on a hidden sheet: a list inside a validation has 255 characters only."""
    for column, texts in enumerate(lists_of(form), 1):
        for row, text in enumerate(texts, 1):
            sheet.cell(row, column, text)
    sheet.sheet_state = "hidden"
    protect(sheet)


def _offer(form: Form, column: int) -> str:
    name, count = letters(column), len(lists_of(form)[column - 1])
    return f"{LISTS}!${name}$1:${name}${count}"


def add_narrative(sheet: Any, form: Form, styles: Styles, data: Json) -> None:
    """The texts: one row for each paragraph."""
    set_widths(sheet, list(TEXT_WIDTHS))
    _title(sheet, styles, "正文", 4)
    parts = "".join(f"{label}的二级标题依次为：{'、'.join(names)}。" for label, names in parts_of(form).items())
    _explained(sheet, styles, NARRATIVE_NOTE + parts, 4, sum(TEXT_WIDTHS))
    _heads(sheet, styles, NARRATIVE_HEAD, NARRATIVE_HEADS)
    last = FIRST_TEXT + max(TEXT_ROWS, len(rows_of(form, data)) + 100) - 1
    for row in range(FIRST_TEXT, last + 1):
        for column in range(1, 5):
            styles.text_input(sheet.cell(row, column), vertical="top")
    area = (FIRST_TEXT, last)
    add_choice(sheet, _offer(form, 1), f"A{area[0]}:A{area[1]}", "部分", "从下拉列表中选；留空时同上一行")
    add_choice(sheet, _offer(form, 2), f"B{area[0]}:B{area[1]}", "类型", "从下拉列表中选；留空时为正文")
    sheet.freeze_panes = f"A{FIRST_TEXT}"
    set_print(sheet, f"1:{NARRATIVE_HEAD}", landscape=True)
    # Rows may be put in, taken out and added below, which asks that all of a row is open.
    for name in "ABCD":
        sheet.column_dimensions[name].protection = styles.open
    rest = sheet.column_dimensions["E"]
    rest.min, rest.max, rest.protection = 5, 16384, styles.open
    protect(sheet, rows_may_change=True)


def add_local(sheet: Any, form: Form, styles: Styles) -> None:
    """Rows beside those of the form, and notes behind its labels."""
    heads = extra_heads(form)
    widths = [26.0, 30.0, 34.0, *[14.0] * (len(heads) - 3)]
    set_widths(sheet, widths)
    _title(sheet, styles, "地方增补", len(heads))
    _explained(sheet, styles, LOCAL_NOTE, len(heads), sum(widths))
    _heads(sheet, styles, EXTRA_HEAD, heads)
    _inputs(sheet, styles, FIRST_EXTRA, EXTRA_ROWS, len(heads))
    _heads(sheet, styles, NOTE_HEAD, NOTE_HEADS)
    _inputs(sheet, styles, FIRST_NOTE, NOTE_ROWS, 3)
    for first, count in ((FIRST_EXTRA, EXTRA_ROWS), (FIRST_NOTE, NOTE_ROWS)):
        add_choice(sheet, _offer(form, 3), f"A{first}:A{first + count - 1}", "行", "从下拉列表中选")
    add_choice(sheet, _offer(form, 4), f"B{FIRST_NOTE}:B{FIRST_NOTE + NOTE_ROWS - 1}", "列", "留空表示行的名称")
    sheet.freeze_panes = "A3"
    set_print(sheet, "1:2")
    protect(sheet)


def _inputs(sheet: Any, styles: Styles, first: int, count: int, columns: int) -> None:
    for row in range(first, first + count):
        for column in range(1, columns + 1):
            styles.text_input(sheet.cell(row, column))
