"""How the sheets look: fonts, fills, borders, protection, validation, print setup."""

from __future__ import annotations

import math
from typing import Any

from ._form import Place, letters
from ._lazy import openpyxl
from ._texts import PROMPTS

PAGE_WIDTH = 92.0  # characters of 11 pt across A4 within its margins
LINE = 13.5        # points of a line of 10 pt
INPUT, TOTAL, BAR, HEAD = "FFF9E0", "EDEDED", "C6D9F1", "F3F7FC"


class Styles:
    """The styles of one workbook; openpyxl shares what is equal."""

    def __init__(self) -> None:
        module = openpyxl("styles")
        self._module = module
        side = module.Side(style="thin", color="000000")
        self.border = module.Border(left=side, right=side, top=side, bottom=side)
        self.open = module.Protection(locked=False)

    def font(self, size: float = 10, bold: bool = False, color: str = "000000") -> Any:
        """宋体 as the official tables have it."""
        return self._module.Font(name="宋体", size=size, bold=bold, color=color)

    def fill(self, color: str) -> Any:
        """One colour."""
        return self._module.PatternFill("solid", start_color=color, end_color=color)

    def align(self, horizontal: str, indent: int = 0, vertical: str = "center") -> Any:
        """Wrapped and centred from top to bottom."""
        return self._module.Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True, indent=indent)

    def label(self, cell: Any, place: Place) -> None:
        """A label of the form."""
        is_head = place.kind == "head"
        cell.font = self.font(bold=is_head)
        horizontal = "center" if is_head or place.kind == "unit" else "left"
        cell.alignment = self.align(horizontal, place.indent)
        if place.kind in ("bar", "head"):
            cell.fill = self.fill(BAR if place.kind == "bar" else HEAD)

    def number(self, cell: Any, kind: str, is_total: bool) -> None:
        """A cell for a number; a total is locked, any other is open."""
        cell.font = self.font(bold=is_total)
        cell.alignment = self.align("center")
        cell.fill = self.fill(TOTAL if is_total else INPUT)
        # What is printed as it is typed (12.30, +4) is kept as text.
        cell.number_format = "0" if kind == "count" else "@"
        if not is_total:
            cell.protection = self.open

    def text_input(self, cell: Any, number_format: str = "@", vertical: str = "center") -> None:
        """An open cell for a text."""
        cell.font, cell.fill, cell.border = self.font(), self.fill(INPUT), self.border
        cell.alignment = self.align("left", vertical=vertical)
        cell.number_format, cell.protection = number_format, self.open


def add_validation(sheet: Any, kind: str, cells: list[str]) -> None:
    """What may be typed into cells, with a prompt and a refusal in Chinese."""
    if not cells:
        return
    title, prompt, refusal_title, refusal = PROMPTS[kind]
    # A formula of a validation is relative to the first of its cells, and programs differ in which that is.
    groups = [cells] if kind in ("count", "total") else [[cell] for cell in cells]
    for group in groups:
        rule = _validation(kind, group[0])
        rule.promptTitle, rule.prompt, rule.showInputMessage = title, prompt, True
        if refusal:
            rule.errorTitle, rule.error, rule.showErrorMessage, rule.errorStyle = refusal_title, refusal, True, "stop"
        for cell in group:
            rule.add(cell)
        sheet.add_data_validation(rule)


def _validation(kind: str, cell: str) -> Any:
    make = openpyxl("worksheet.datavalidation").DataValidation
    if kind == "count":
        return make(type="whole", operator="between", formula1="0", formula2="1000000000000", allow_blank=True)
    if kind == "signed_count":
        return make(type="custom", formula1=f"IFERROR(INT(VALUE({cell}))=VALUE({cell}),FALSE)", allow_blank=True)
    if kind == "amount":
        return make(type="custom", formula1=f"IFERROR(VALUE({cell})>=0,FALSE)", allow_blank=True)
    return make(type=None, allow_blank=True)


def add_choice(sheet: Any, source: str, cells: str, title: str, prompt: str) -> None:
    """A drop-down list."""
    rule = openpyxl("worksheet.datavalidation").DataValidation(type="list", formula1=source, allow_blank=True)
    rule.promptTitle, rule.prompt, rule.showInputMessage = title, prompt, True
    rule.errorTitle, rule.error, rule.showErrorMessage = "不在列表中", "请从下拉列表中选。", True
    rule.add(cells)
    sheet.add_data_validation(rule)


def add_alarm(sheet: Any, cells: str, formula: str, strong: bool) -> None:
    """Cells turn red when a formula holds."""
    rules, styles = openpyxl("formatting.rule"), openpyxl("styles")
    fill = styles.PatternFill(bgColor="FF5050" if strong else "FFC7CE", fill_type="solid")
    font = styles.Font(color="FFFFFF" if strong else "9C0006", bold=strong)
    sheet.conditional_formatting.add(cells, rules.FormulaRule(formula=[formula], fill=fill, font=font))


def set_widths(sheet: Any, widths: list[float]) -> None:
    """Widths of columns in characters, from A."""
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[letters(column)].width = round(width, 2)


def lines_needed(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many characters (10 pt; a Han is two, with a little air)."""
    across = max(width * 1.02, 2.0)
    wide = [sum(2 if ord(c) > 0x2E7F or c in "“”—…" else 1 for c in line) for line in text.split("\n")]
    return sum(max(1, math.ceil(width_ / across)) for width_ in wide)


def set_print(sheet: Any, title_rows: str, landscape: bool = False) -> None:
    """A4, as wide as the page, head rows on every page, page numbers."""
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = openpyxl("worksheet.properties").PageSetupProperties(fitToPage=True)
    margins = {"left": 0.6, "right": 0.6, "top": 0.75, "bottom": 0.75, "header": 0.3, "footer": 0.3}
    sheet.page_margins = openpyxl("worksheet.page").PageMargins(**margins)
    sheet.print_options.horizontalCentered = True
    sheet.print_title_rows = title_rows
    sheet.oddFooter.center.text = "&A　第 &P 页，共 &N 页"


def protect(sheet: Any, rows_may_change: bool = False) -> None:
    """Locks what is not open, without a password."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    if rows_may_change:
        sheet.protection.insertRows = sheet.protection.deleteRows = sheet.protection.sort = False
