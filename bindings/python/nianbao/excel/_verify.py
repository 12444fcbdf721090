"""Whether a sheet is still the form: labels in their places, nothing beside them, nothing merged or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ._book import Book, Sheet
from ._findings import CellFinding, finding, shown
from ._form import BASICS, LOCAL, NARRATIVE, Form, Table, letters
from ._formulas import checks_of
from ._places import (
    EXTRA_HEAD, EXTRA_ROWS, FIRST_EXTRA, FIRST_NOTE, FIRST_TEXT, FORMAT_ROW, LAYOUT_ROW, NARRATIVE_HEAD, NOTE_HEAD,
    NOTE_ROWS, RUN_IN, basics_of, extra_heads, first_note_row,
)
from ._texts import NARRATIVE_HEADS, NOTE_HEADS, NOTES

Box = tuple[int, int, int, int]  # row, column, last row, last column

_SPACE = re.compile(r"\s+")
_FARTHEST = 12    # rows or columns that were put in or taken out and are still recognised
_ALIKE = 0.8      # of the labels: the same table
_MOST_TOLD = 20   # cells outside of a sheet, told one by one


@dataclass(frozen=True)
class Plan:
    """What must and what may stand on a sheet."""

    labels: dict[tuple[int, int], str]
    areas: tuple[Box, ...]   # where something may stand
    merges: frozenset[Box]
    bodies: tuple[Box, ...]  # where nothing else may be merged or hidden


def _box(row: int, column: int, rows: int = 1, columns: int = 1) -> Box:
    return (row, column, row + rows - 1, column + columns - 1)


def plan_of(form: Form, name: str) -> Plan:
    """The plan of a sheet."""
    if name == BASICS:
        return _plan_of_basics(form)
    if name == NARRATIVE:
        labels = {(NARRATIVE_HEAD, column): text for column, text in enumerate(NARRATIVE_HEADS, 1)}
        body = (FIRST_TEXT, 1, 1 << 20, RUN_IN)
        return Plan(labels, (_box(1, 1), _box(2, 1), (NARRATIVE_HEAD, 1, NARRATIVE_HEAD, RUN_IN), body),
                    frozenset({_box(1, 1, 1, 4), _box(2, 1, 1, 4)}), (body,))
    if name == LOCAL:
        return _plan_of_local(form)
    return _plan_of_table(form, next(table for table in form.tables if table.sheet == name))


def _plan_of_basics(form: Form) -> Plan:
    labels = {(basic.row, 1): basic.label for basic in basics_of(form)}
    labels |= {(FORMAT_ROW, 1): "报告格式", (LAYOUT_ROW, 1): "表样版本"}
    notes = first_note_row(form)
    last = notes + len(NOTES) + len(form.tables)
    body = (FORMAT_ROW, 1, notes - 2, 3)
    merges = {_box(1, 1, 1, 3), *(_box(notes + i, 1, 1, 3) for i in range(len(NOTES)))}
    return Plan(labels, (_box(1, 1), body, (notes, 1, last, 3)), frozenset(merges), (body,))


def _plan_of_local(form: Form) -> Plan:
    heads = extra_heads(form)
    labels = {(EXTRA_HEAD, column): text for column, text in enumerate(heads, 1)}
    labels |= {(NOTE_HEAD, column): text for column, text in enumerate(NOTE_HEADS, 1)}
    bodies = ((EXTRA_HEAD, 1, FIRST_EXTRA + EXTRA_ROWS - 1, len(heads)), (NOTE_HEAD, 1, FIRST_NOTE + NOTE_ROWS - 1, 3))
    merges = {_box(1, 1, 1, len(heads)), _box(2, 1, 1, len(heads))}
    return Plan(labels, (_box(1, 1), _box(2, 1), *bodies), frozenset(merges), bodies)


def _plan_of_table(form: Form, table: Table) -> Plan:
    checks = checks_of(form, table)
    places = [*table.places, *checks.labels]
    labels = {(p.row, p.column): p.text for p in table.places if not p.is_number}
    areas = [_box(1, 1), _box(2, 1), *(_box(p.row, p.column) for p in places), *(_box(c.row, c.column) for c in checks.cells)]
    merges = {_box(p.row, p.column, p.rows, p.columns) for p in places if (p.rows, p.columns) != (1, 1)}
    merges |= {_box(1, 1, 1, len(table.widths)), _box(2, 1, 1, len(table.widths))}
    body = (min(p.row for p in table.places), 1, table.last_row, len(table.widths))
    return Plan(labels, tuple(areas), frozenset(merges), (body,))


def find_sheet(book: Book, form: Form, name: str) -> tuple[Sheet | None, CellFinding | None]:
    """The sheet of that name; else what is wrong, with the sheet that was renamed when one looks like it."""
    sheet = book.sheets.get(name)
    if sheet is not None:
        return sheet, finding("EXCEL-SHEET-HIDDEN", cell=name, found=name) if sheet.is_hidden else None
    labels = plan_of(form, name).labels
    known = {table.sheet for table in form.tables} | {BASICS, NARRATIVE, LOCAL}
    for other in book.sheets.values():
        same = sum(_same(other, row, column, text) for (row, column), text in labels.items())
        if other.name not in known and same >= _ALIKE * len(labels):
            return None, finding("EXCEL-SHEET-RENAMED", cell=other.name, expected=name, found=other.name)
    return None, finding("EXCEL-SHEET-MISSING", cell=name, expected=name)


def _plain(text: str) -> str:
    return _SPACE.sub("", text)


def _same(sheet: Sheet, row: int, column: int, text: str) -> bool:
    return _plain(sheet.text(row, column)) == _plain(text)


def verify(sheet: Sheet, plan: Plan) -> tuple[list[CellFinding], bool]:
    """All that is wrong with a sheet, and whether its cells are where they belong."""
    wrong = [place for place, text in plan.labels.items() if not _same(sheet, *place, text)]
    moved = _moved(sheet, plan, wrong) if wrong else None
    if moved is not None:
        return [moved], False
    out = [
        finding("EXCEL-LABEL", cell=f"{sheet.name}!{letters(column)}{row}", expected=plan.labels[row, column],
                found=sheet.text(row, column))
        for row, column in wrong
    ]
    return [*out, *_outside(sheet, plan), *_merged(sheet, plan), *_hidden(sheet, plan)], True


def _moved(sheet: Sheet, plan: Plan, wrong: list[tuple[int, int]]) -> CellFinding | None:
    """Rows or columns that were put in or taken out: the labels behind them stand elsewhere."""
    for axis, words in ((0, "ROWS"), (1, "COLUMNS")):
        first = min(place[axis] for place in wrong)
        for by in [sign * size for size in range(1, _FARTHEST + 1) for sign in (1, -1)]:
            behind = {place: text for place, text in plan.labels.items() if place[axis] >= first + max(-by, 0)}
            found = sum(_same(sheet, row + by * (axis == 0), column + by * (axis == 1), text)
                        for (row, column), text in behind.items())
            here = sum(_same(sheet, row, column, text) for (row, column), text in behind.items())
            if len(behind) > 1 and found >= _ALIKE * len(behind) and found > here:
                rule = f"EXCEL-{words}-{'ADDED' if by > 0 else 'GONE'}"
                row, column = (first, 1) if axis == 0 else (min(place[0] for place in wrong), first)
                return finding(rule, cell=f"{sheet.name}!{letters(column)}{row}", found=str(abs(by)))
    return None


def _is_in(row: int, column: int, boxes: tuple[Box, ...]) -> bool:
    return any(box[0] <= row <= box[2] and box[1] <= column <= box[3] for box in boxes)


def _outside(sheet: Sheet, plan: Plan) -> Iterator[CellFinding]:
    cells = [cell for (row, column), cell in sheet.cells.items()
             if not _is_in(row, column, plan.areas) and str(cell.value or cell.formula).strip()]
    for cell in cells[:_MOST_TOLD]:
        found = shown(cell.formula or cell.value)
        yield finding("EXCEL-OUTSIDE", cell=f"{sheet.name}!{cell.address}", found=found)
    if len(cells) > _MOST_TOLD:
        yield finding("EXCEL-OUTSIDE-MORE", cell=sheet.name, found=str(len(cells) - _MOST_TOLD))


def _merged(sheet: Sheet, plan: Plan) -> Iterator[CellFinding]:
    for box in sheet.merges:
        touches = any(box[0] <= body[2] and body[0] <= box[2] and box[1] <= body[3] and body[1] <= box[3] for body in plan.bodies)
        if touches and box not in plan.merges:
            first = f"{letters(box[1])}{box[0]}"
            yield finding("EXCEL-MERGED", cell=f"{sheet.name}!{first}", found=f"{first}:{letters(box[3])}{box[2]}")


def _hidden(sheet: Sheet, plan: Plan) -> Iterator[CellFinding]:
    """Rows and columns of the form that cannot be seen. Of 正文 those that hold something."""
    used = {place[0] for place in sheet.cells}
    for body in plan.bodies:
        for row in sorted(sheet.hidden_rows):
            if body[0] <= row <= body[2] and row in used:
                yield finding("EXCEL-HIDDEN", cell=f"{sheet.name}!{letters(body[1])}{row}", found=f"第 {row} 行")
        for first, last in sheet.hidden_columns:
            for column in range(max(first, body[1]), min(last, body[3]) + 1):
                name = letters(column)
                yield finding("EXCEL-HIDDEN", cell=f"{sheet.name}!{name}{body[0]}", found=f"{name} 列")
