"""A filled workbook → the data of a report."""

from __future__ import annotations

import copy
import logging
from typing import Any

from .. import formats
from . import _values
from ._base import Base, base_of
from ._book import Book, Cell, Sheet, open_book
from ._filled import FilledReport
from ._findings import CellFinding, finding, shown
from ._form import BASICS, LAYOUT, LISTS, LOCAL, NARRATIVE, Form, Table, form_of, letters
from ._narrative import PARAGRAPH, Builder, Row
from ._package import Source, read_bytes
from ._places import (
    FIRST_TEXT, FORMAT_ROW, INPUT, KIND, LAYOUT_ROW, MOST_TEXT_ROWS, RUN_IN, SECTION, TEXT, Basic, basics_of,
)
from ._read_local import read_local
from ._texts import CHOICES, DATE_ALONE
from ._verify import find_sheet, plan_of, verify

_log = logging.getLogger("nianbao.excel")


def put(data: dict[str, Any], pointer: str, value: Any) -> None:
    """Sets the value at a pointer of keys, making the objects on the way."""
    *above, last = pointer.strip("/").split("/")
    for key in above:
        data = data.setdefault(key, {})
    data[last] = value


def read_workbook(source: Source, base: Base) -> tuple[FilledReport, list[CellFinding]]:
    """The data of a workbook, and all that is wrong with it. Raises FileError, LimitError, JsonError (of ``base``)."""
    content, name = read_bytes(source)
    report = base_of(base)
    reading = _Reading(open_book(content, name), report)
    reading.run()
    for note in reading.notes:
        _log.log(logging.WARNING if note.severity == "warning" else logging.INFO, "%s", note)
    taken = frozenset(key for key in report if key not in reading.data)
    merged = {**copy.deepcopy({key: report[key] for key in taken}), **reading.data}
    return FilledReport(merged, reading.cells, reading.notes, taken), reading.faults


class _Reading:
    """One run over the sheets of a workbook."""

    def __init__(self, book: Book, base: dict[str, Any]) -> None:
        self.book, self.base = book, base
        self.data: dict[str, Any] = {}
        self.cells: dict[str, str] = {}
        self.faults: list[CellFinding] = []
        self.notes: list[CellFinding] = []

    def take(self, told: _values.Told) -> Any:
        """The value; what is said of it is kept."""
        for each in told.findings:
            (self.faults if each.severity == "error" else self.notes).append(each)
        return told.value

    def run(self) -> None:
        form = self._find_form()
        if form is None:
            return
        self._compare_base(form)
        names = [BASICS, *(table.sheet for table in form.tables), NARRATIVE, *([LOCAL] if form.local else [])]
        for name in names:
            sheet = self._verified(form, name)
            if sheet is None:
                continue
            if name == BASICS:
                self._read_basics(form, sheet)
            elif name == NARRATIVE:
                self._read_narrative(form, sheet)
            elif name == LOCAL:
                read_local(self, form, sheet)
            else:
                self._read_table(form, next(t for t in form.tables if t.sheet == name), sheet)
        self._tell_ignored({*names, LISTS})

    def _find_form(self) -> Form | None:
        """The form that the first sheet names; the sheet may be gone or renamed, the form still told by another."""
        sheet = self.book.sheets.get(BASICS)
        candidates = [sheet] if sheet else list(self.book.sheets.values())
        for each in candidates:
            identity = each.text(FORMAT_ROW, INPUT).strip()
            if identity in formats():
                self.data["format"] = identity
                self.cells["/format"] = f"{each.name}!B{FORMAT_ROW}"
                return form_of(identity)
        where = f"{BASICS}!B{FORMAT_ROW}"
        found = sheet.text(FORMAT_ROW, INPUT).strip() if sheet else ""
        if not found:
            self.faults.append(finding("EXCEL-FORMAT-MISSING", cell=where, pointer="/format"))
        else:
            known = "、".join(formats())
            self.faults.append(finding("EXCEL-FORMAT", cell=where, pointer="/format", expected=known, found=shown(found)))
        return None

    def _compare_base(self, form: Form) -> None:
        other = self.base.get("format", form.format)
        if other != form.format:
            where = self.cells["/format"]
            self.faults.append(
                finding("EXCEL-FORMAT-BASE", cell=where, pointer="/format", expected=str(other), found=form.format)
            )

    def _verified(self, form: Form, name: str) -> Sheet | None:
        """The sheet, when its cells are where they belong; what is wrong with it is told."""
        sheet, wrong = find_sheet(self.book, form, name)
        may_lack = name == NARRATIVE and bool(self.base)  # then the texts are those of the base
        if wrong is not None and not (may_lack and wrong.rule == "EXCEL-SHEET-MISSING"):
            self.faults.append(wrong)
        if sheet is None:
            return None
        faults, is_sound = verify(sheet, plan_of(form, name))
        self.faults += faults
        return sheet if is_sound else None

    def _tell_ignored(self, known: set[str]) -> None:
        taken_for = {each.found for each in self.faults if each.rule == "EXCEL-SHEET-RENAMED"}
        for sheet in self.book.sheets.values():
            if sheet.name not in known | taken_for and sheet.cells:
                self.notes.append(finding("EXCEL-SHEET-EXTRA", "warning", cell=sheet.name, found=sheet.name))
        for kind in self.book.ignored:
            self.notes.append(finding("EXCEL-IGNORED", "warning", found=kind))

    # ── 基本信息 ──────────────────────────────────────────────────────────────────────────────────

    def _read_basics(self, form: Form, sheet: Sheet) -> None:
        layout = sheet.text(LAYOUT_ROW, INPUT)
        if layout != str(LAYOUT):
            where = f"{sheet.name}!B{LAYOUT_ROW}"
            self.faults.append(finding("EXCEL-LAYOUT", cell=where, expected=str(LAYOUT), found=layout))
        for basic in basics_of(form):
            where = f"{sheet.name}!{basic.address}"
            self.cells[basic.pointer] = where
            cell = sheet.cells.get((basic.row, INPUT))
            value = None if cell is None else self._basic(basic, cell, where)
            if value is not None:
                put(self.data, basic.pointer, value)
        year, other = self.data.get("year"), self.base.get("year")
        if year is not None and other is not None and year != other:
            where = self.cells["/year"]
            self.notes.append(finding("EXCEL-BASE-YEAR", "warning", cell=where, pointer="/year", expected=str(other), found=str(year)))

    def _basic(self, basic: Basic, cell: Cell, where: str) -> Any:
        if basic.kind == "year":
            return self.take(_values.year(cell, where, basic.pointer))
        if basic.kind == "date":
            return self.take(_values.date(cell, where, basic.pointer))
        text = self.take(_values.text(cell, where, basic.pointer))
        if basic.kind == "choice" and text is not None:
            return self._choice(basic, text.strip(), where)
        if basic.kind == "lines" and text is not None:
            lines = [line for line in text.split("\n") if line.strip()]
            return lines if len(lines) > 1 else text.strip("\n")
        return "" if basic.pointer == "/signature/organ" and text == DATE_ALONE else text

    def _choice(self, basic: Basic, text: str, where: str) -> str | None:
        choices = CHOICES[basic.pointer]
        if text in choices or text in choices.values():
            return choices.get(text, text)
        expected = "、".join(choices)
        self.faults.append(finding("EXCEL-CHOICE", cell=where, pointer=basic.pointer, expected=expected, found=shown(text)))
        return None

    # ── 表二、表三、表四 ──────────────────────────────────────────────────────────────────────────

    def _read_table(self, form: Form, table: Table, sheet: Sheet) -> None:
        inputs = [place for place in table.numbers if place.pointer not in form.totals]
        is_blank = not any((place.row, place.column) in sheet.cells for place in inputs)
        key = table.section.strip("/")
        if is_blank and (table.optional or key in self.base):
            if key in self.base:
                self.notes.append(finding("EXCEL-EMPTY-TABLE", "information", cell=table.sheet, pointer=table.section))
            return
        for row, pointers in form.rows.items():
            if form.numbers[pointers[0]][0] is table:
                self._read_row(form, row, pointers, sheet)
        self.data.setdefault(key, {})

    def _read_row(self, form: Form, row: str, pointers: list[str], sheet: Sheet) -> None:
        """A row, or a number that stands alone. Blank is null; a blank row that may be left out is left out."""
        values: dict[str, Any] = {}
        for pointer in pointers:
            place = form.numbers[pointer][1]
            cell = sheet.cells.get((place.row, place.column))
            # A total that nobody worked out yet is left to the library.
            if cell is None or (pointer in form.totals and cell.kind == "uncalculated" and not cell.is_external):
                continue
            values[pointer] = self.take(_values.number(cell, place.kind, form.cell(pointer), pointer))
        inputs = [pointer for pointer in pointers if pointer not in form.totals]
        totals = {pointer: values[pointer] for pointer in pointers if pointer in form.totals and pointer in values}
        if not inputs:
            given = totals if len(totals) == len(pointers) else {}
        elif row in form.zero_when_absent and not any(pointer in values for pointer in inputs):
            # Zeros that formulas made of blanks say nothing; a total that someone typed does.
            given = {} if not any(totals.values()) else {**dict.fromkeys(inputs), **totals}
        else:
            given = {**{pointer: values.get(pointer) for pointer in inputs}, **totals}
        for pointer in pointers:
            if pointer in given:
                put(self.data, pointer, given[pointer])

    # ── 正文 ──────────────────────────────────────────────────────────────────────────────────────

    def _read_narrative(self, form: Form, sheet: Sheet) -> None:
        builder, section = Builder(form), ""
        rows = sorted({row for row, column in sheet.cells if row >= FIRST_TEXT and column <= RUN_IN})
        if rows and rows[-1] > FIRST_TEXT + MOST_TEXT_ROWS:
            where = f"{sheet.name}!A{rows[-1]}"
            self.faults.append(finding("EXCEL-ROWS-MANY", cell=where, expected=str(MOST_TEXT_ROWS)))
            return
        for number in rows:
            texts = {column: self._narrative_text(sheet, number, column) for column in range(SECTION, RUN_IN + 1)}
            section = texts[SECTION].strip() or section
            if not texts[TEXT].strip() and not texts[RUN_IN].strip():
                continue  # a section chosen, nothing written
            where = f"{sheet.name}!A{number}"
            if not section:
                self.faults.append(finding("EXCEL-SECTION-MISSING", cell=where))
                continue
            row = Row(section, texts[KIND].strip() or PARAGRAPH, texts[TEXT], texts[RUN_IN])
            wrong = builder.add(row, number)
            if wrong is not None:
                column = {"EXCEL-SECTION": SECTION, "EXCEL-RUN-IN": RUN_IN, "EXCEL-BLOCK": TEXT}.get(wrong[0], KIND)
                self.faults.append(finding(wrong[0], cell=f"{sheet.name}!{letters(column)}{number}", found=shown(wrong[1])))
        self.data.update(builder.data)
        for key in builder.data:
            self.cells[f"/{key}"] = sheet.name
        for pointer, number in builder.rows.items():
            self.cells[pointer] = f"{sheet.name}!C{number}"
            self.cells[f"{pointer}/run_in"] = f"{sheet.name}!D{number}"
        for each in form.sections:
            self.cells.setdefault(f"/{each.key}", sheet.name)

    def _narrative_text(self, sheet: Sheet, row: int, column: int) -> str:
        cell = sheet.cells.get((row, column))
        if cell is None:
            return ""
        return str(self.take(_values.text(cell, f"{sheet.name}!{cell.address}", "")) or "")
