"""Form → workbook: the sheets as one fills them in."""

from __future__ import annotations

import io
from typing import Any

from ._fill import fill_basics, fill_local, fill_narrative, fill_numbers
from ._findings import report_error
from ._form import BASICS, LISTS, LOCAL, NARRATIVE, Form, Place, Table, letters
from ._formulas import DIFFERS, Check, checks_of, ranges, row_of_heads, total_formula
from ._labels import Json
from ._lazy import openpyxl
from ._package import repacked
from ._sheets import add_basics, add_lists, add_local, add_narrative
from ._styles import (
    LINE, PAGE_WIDTH, TOTAL, Styles, add_alarm, add_validation, lines_needed, protect, set_print, set_widths,
)

_CHECK_WIDTH = 9.0


def workbook_bytes(form: Form, data: Json) -> bytes:
    """The .xlsx of a form with the values of ``data`` in it. The same input gives the same bytes.

    Raises ReportError for what a workbook has no place for.
    """
    book = openpyxl().Workbook()
    book.remove(book.active)
    styles = Styles()
    statuses: list[str] = []
    basics = book.create_sheet(BASICS)
    for table in form.tables:
        statuses += _add_table(book.create_sheet(table.sheet), form, table, styles)
    add_basics(basics, form, styles, statuses)
    add_narrative(book.create_sheet(NARRATIVE), form, styles, data)
    if form.local:
        add_local(book.create_sheet(LOCAL), form, styles)
    add_lists(book.create_sheet(LISTS), form)
    faults = [*fill_basics(book, form, data), *fill_numbers(book, form, data), *fill_narrative(book, form, data),
              *fill_local(book, form, data)]
    if faults:
        raise report_error(faults)
    book.properties.creator, book.properties.title = "nianbao", form.name
    out = io.BytesIO()
    book.save(out)
    return repacked(out.getvalue(), _number_texts(book, form))


def _number_texts(book: Any, form: Form) -> list[tuple[str, bytes, bytes]]:
    """Says of every table that numbers stored as texts (amounts) are meant so: openpyxl cannot write that."""
    out = []
    for index, name in enumerate(book.sheetnames, 1):
        for table in form.tables:
            texts = [place for place in table.numbers if place.kind != "count"]
            if table.sheet == name and texts:
                cells = ranges(texts).replace(",", " ")
                element = f'<ignoredErrors><ignoredError sqref="{cells}" numberStoredAsText="1"/></ignoredErrors>'
                out.append((f"xl/worksheets/sheet{index}.xml", b"</worksheet>", element.encode()))
    return out


def _add_table(sheet: Any, form: Form, table: Table, styles: Styles) -> list[str]:
    """A table of the form; the formulas that count what does not agree."""
    widths = _widths(form, table)
    set_widths(sheet, widths)
    checks = checks_of(form, table)
    sheet["A1"] = table.title
    sheet["A1"].font, sheet["A1"].alignment = styles.font(14, bold=True), styles.align("center")
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(table.widths))
    sheet.row_dimensions[1].height = 26
    for place in table.places:
        _put(sheet, form, place, styles)
    for place in checks.labels:
        _put(sheet, form, place, styles)
    for check in checks.cells:
        _add_check(sheet, check, styles)
    _set_heights(sheet, table, [*table.places, *checks.labels], widths)
    _add_rules(sheet, form, table, list(checks.cells))
    status = _status(sheet, form, table, list(checks.cells), styles)
    first_body = row_of_heads(table) + table.header_rows
    sheet.freeze_panes = f"{letters(table.first_number_column)}{first_body}"
    set_print(sheet, f"1:{max(first_body - 1, 2)}")
    protect(sheet)
    return status


def _widths(form: Form, table: Table) -> list[float]:
    whole = sum(table.widths)
    widths = [max(PAGE_WIDTH * share / whole, 5.0) for share in table.widths]
    return [*widths, _CHECK_WIDTH]


def _put(sheet: Any, form: Form, place: Place, styles: Styles) -> None:
    cell = sheet.cell(place.row, place.column)
    formula = total_formula(form, place.pointer) if place.is_number else ""
    is_open = place.is_number and not formula
    if place.is_number:
        styles.number(cell, place.kind, bool(formula))
        cell.value = formula or None
    else:
        cell.value = place.text
        styles.label(cell, place)
    last = (place.row + place.rows - 1, place.column + place.columns - 1)
    for row in range(place.row, last[0] + 1):
        for column in range(place.column, last[1] + 1):
            sheet.cell(row, column).border = styles.border
            if is_open:
                sheet.cell(row, column).protection = styles.open
    if last != (place.row, place.column):
        sheet.merge_cells(start_row=place.row, start_column=place.column, end_row=last[0], end_column=last[1])


def _add_check(sheet: Any, check: Check, styles: Styles) -> None:
    cell = sheet.cell(check.row, check.column, check.formula)
    cell.font, cell.alignment, cell.border = styles.font(color="006100"), styles.align("center"), styles.border
    cell.fill = styles.fill(TOTAL)


def _set_heights(sheet: Any, table: Table, places: list[Place], widths: list[float]) -> None:
    """Excel does not fit the height of rows with merged cells: we do."""
    heights: dict[int, float] = {}
    for place in places:
        width = sum(widths[place.column - 1 : place.column - 1 + place.columns]) - 1 - 2 * place.indent
        lines = lines_needed(place.text, width)
        share = max(18.0, lines * LINE + 5) / place.rows
        for row in range(place.row, place.row + place.rows):
            heights[row] = max(heights.get(row, 18.0), share)
    for row, height in heights.items():
        sheet.row_dimensions[row].height = round(height, 1)


def _add_rules(sheet: Any, form: Form, table: Table, checks: list[Check]) -> None:
    kinds: dict[str, list[str]] = {}
    for place in table.numbers:
        formula = total_formula(form, place.pointer)
        kinds.setdefault("total" if formula else place.kind, []).append(place.address)
        if formula:  # someone took the protection off and typed over it
            add_alarm(sheet, place.address, f"{place.address}<>{formula[1:]}", strong=True)
    for kind, cells in kinds.items():
        add_validation(sheet, kind, cells)
    for group in _alarm_groups(table, kinds.get("count", [])):
        first = group.split(":")[0].split(" ")[0]
        add_alarm(sheet, group, f'AND({first}<>"",NOT(ISNUMBER({first})))', strong=False)
    for check in checks:
        address = f"{letters(check.column)}{check.row}"
        differs = f'LEFT({letters(check.column)}${check.row},{len(DIFFERS) - 1})="{DIFFERS.strip()}"'
        add_alarm(sheet, address, differs, strong=True)
        for place in check.cells:
            add_alarm(sheet, place.address, differs.replace(f"{letters(check.column)}$", f"${letters(check.column)}$"), strong=False)


def _alarm_groups(table: Table, cells: list[str]) -> list[str]:
    """The cells as one area where its first cell is also its upper left one, else each alone.

    Formulas of an area are relative to its upper left cell or to its first one, as the program likes.
    """
    places = [place for place in table.numbers if place.address in set(cells)]
    area = ranges(places).replace(",", " ")
    first = min(places, key=lambda place: (place.column, place.row), default=None)
    is_corner = first is not None and all(place.row >= first.row for place in places)
    return [area] if is_corner else cells


def _status(sheet: Any, form: Form, table: Table, checks: list[Check], styles: Styles) -> list[str]:
    """The second row: how many cells are still blank and whether all agrees; references for the first sheet."""
    inputs = [place for place in table.numbers if not total_formula(form, place.pointer)]
    blanks = "+".join(f"COUNTBLANK({part})" for part in ranges(inputs).split(","))
    wrong = "+".join(f'(LEFT({letters(check.column)}{check.row},1)="{DIFFERS.strip()}")' for check in checks)
    words = f'"未填 "&({blanks})&" 格"'
    if wrong:
        words += f'&"；勾稽关系"&IF({wrong}=0,"平","有 "&({wrong})&" 处不平")'
    sheet["A2"] = f"={words}"
    sheet["A2"].font, sheet["A2"].alignment = styles.font(9, color="7F7F7F"), styles.align("right")
    sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=len(table.widths))
    if wrong:
        add_alarm(sheet, "A2", 'ISNUMBER(FIND("不平",$A$2))', strong=False)
    return [f"='{table.sheet}'!A2"]
