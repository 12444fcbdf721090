"""A workbook as it was filled: every cell with its value, what it was computed from and how it is shown."""

from __future__ import annotations

import datetime
import io
import math
import re
import warnings
from dataclasses import dataclass, field
from typing import Any

from .._errors import FileError
from ._findings import file_error
from ._form import letters
from ._lazy import openpyxl
from ._package import inspect

_ESCAPED = re.compile(r"_x000[dD]_\n?|_x000[aA]_")  # how a cell writes CR and LF (ECMA-376-1, 22.9.2.19)
_EXTERNAL = re.compile(r"\[[^\[\]']{1,255}\][^\[\]'!]{0,64}'?!")  # [1]Sheet1!A1, '[a.xlsx]Sheet 1'!A1


@dataclass(frozen=True)
class Cell:
    """A cell with something in it."""

    row: int
    column: int
    kind: str                # number, text, flag, date, error, uncalculated
    value: Any = None        # int, float, str, bool, datetime; of an error its name
    formula: str = ""        # "=SUM(D5:I5)", or ""
    number_format: str = "General"

    @property
    def address(self) -> str:
        """``D17``."""
        return f"{letters(self.column)}{self.row}"

    @property
    def is_external(self) -> bool:
        """Whether its formula refers to another workbook."""
        return bool(self.formula and _EXTERNAL.search(self.formula))


@dataclass
class Sheet:
    """A sheet: its cells that hold something, and what is merged or hidden."""

    name: str
    is_hidden: bool = False
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)  # row, column, last row, last column
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)

    def text(self, row: int, column: int) -> str:
        """What a cell says, as one looks at it for a label; ``""`` for an empty one."""
        cell = self.cells.get((row, column))
        return "" if cell is None or cell.value is None else str(cell.value)

    def hides(self, row: int, column: int) -> bool:
        """Whether the cell cannot be seen."""
        return row in self.hidden_rows or any(first <= column <= last for first, last in self.hidden_columns)


@dataclass
class Book:
    """The sheets of a workbook in their order, and the kinds of content that are not read."""

    file: str
    sheets: dict[str, Sheet]
    ignored: list[str]


def open_book(data: bytes, name: str) -> Book:
    """Reads a workbook. Raises FileError and LimitError for what is none, is damaged or too large."""
    load = openpyxl().load_workbook  # asked for first: without openpyxl nothing else need be said
    ignored = inspect(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it will not write again; we write nothing
            formulas = load(io.BytesIO(data), data_only=False, keep_links=False)
            values = load(io.BytesIO(data), data_only=True, keep_links=False)
    except Exception as error:  # openpyxl lets every kind of error through when a part makes no sense
        reason = f"{type(error).__name__}: {error}"[:200]
        raise file_error(FileError, "EXCEL-DAMAGED", name, reason=reason) from error
    sheets = {each.title: _sheet(each, values[each.title]) for each in formulas.worksheets}
    sheets.update({each.title: Sheet(each.title) for each in formulas.chartsheets})
    return Book(name, sheets, ignored)


def _sheet(formulas: Any, values: Any) -> Sheet:
    sheet = Sheet(formulas.title, is_hidden=formulas.sheet_state != "visible")
    # Not iter_rows: one formatted cell in the last row would make it fill a million rows.
    for place, cell in sorted(formulas._cells.items()):
        read = _cell(cell, values._cells[place]) if cell.value is not None else None
        if read is not None:
            sheet.cells[place] = read
    sheet.merges = sorted((m.min_row, m.min_col, m.max_row, m.max_col) for m in formulas.merged_cells.ranges)
    sheet.hidden_rows = {
        row for row, each in formulas.row_dimensions.items() if each.hidden or each.ht == 0
    }
    sheet.hidden_columns = [
        (each.min or 1, each.max or each.min or 1) for each in formulas.column_dimensions.values()
        if each.hidden or each.width == 0
    ]
    return sheet


def _cell(cell: Any, computed: Any) -> Cell | None:
    """What a cell holds: of a formula what it came to. None when that is nothing."""
    formula = ""
    if cell.data_type == "f":
        formula = str(getattr(cell.value, "text", cell.value))
        cell = computed
        if cell.value is None:
            return Cell(cell.row, cell.column, "uncalculated", None, formula)
    value, kind = cell.value, "number"
    if cell.data_type == "e" or (isinstance(value, float) and not math.isfinite(value)):
        kind = "error"
    elif isinstance(value, str):
        value, kind = _ESCAPED.sub("\n", value).replace("\r\n", "\n"), "text"
        if not value:
            return None
    elif isinstance(value, bool):
        kind = "flag"
    elif isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        kind = "date"
    return Cell(cell.row, cell.column, kind, value, formula, cell.number_format or "General")
