"""Rules of a format as formulas of the workbook: totals, and cells that say whether the numbers agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ._form import Form, Place, Table, letters

AGREES, DIFFERS = "平", "差 "


@dataclass(frozen=True)
class Check:
    """A cell beside or below the table that says whether numbers agree."""

    row: int
    column: int
    formula: str
    cells: tuple[Place, ...]  # the numbers it is about


@dataclass(frozen=True)
class Checks:
    """All checks of a sheet, the texts that name them, and the last row they use."""

    cells: tuple[Check, ...]
    labels: tuple[Place, ...]
    last_row: int


def ranges(places: Iterable[Place]) -> str:
    """The cells as ranges: ``D6:D26,D30``; columns first, as the rules of the forms run down."""
    columns: dict[int, list[int]] = {}
    for place in places:
        columns.setdefault(place.column, []).append(place.row)
    out: list[tuple[int, int, int, int]] = []  # first column, last column, first row, last row
    for column in sorted(columns):
        for first, last in _runs(sorted(columns[column])):
            same = next((i for i, each in enumerate(out) if each[1:] == (column - 1, first, last)), None)
            if same is None:
                out.append((column, column, first, last))
            else:
                out[same] = (out[same][0], column, first, last)
    return ",".join(_range(each) for each in out)


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for row in rows:
        if out and out[-1][1] == row - 1:
            out[-1] = (out[-1][0], row)
        else:
            out.append((row, row))
    return out


def _range(box: tuple[int, int, int, int]) -> str:
    first, last = f"{letters(box[0])}{box[2]}", f"{letters(box[1])}{box[3]}"
    return first if first == last else f"{first}:{last}"


def total_formula(form: Form, pointer: str) -> str:
    """``=SUM(…)`` of a number that is the sum of others, else ``""``."""
    items = form.totals.get(pointer)
    return f"=SUM({ranges(form.numbers[each][1] for each in items)})" if items else ""


def _difference(form: Form, equation: Any) -> str:
    left = ranges(form.numbers[each][1] for each in equation.left)
    right = ranges(form.numbers[each][1] for each in equation.right)
    if equation.kind == "at_most":
        return f'=IF(SUM({left})<=SUM({right}),"{AGREES}","{DIFFERS}"&(SUM({left})-SUM({right})))'
    return f'=IF(SUM({left})=SUM({right}),"{AGREES}","{DIFFERS}"&(SUM({left})-SUM({right})))'


def checks_of(form: Form, table: Table) -> Checks:
    """The rules of a sheet that its totals do not fulfil by themselves, each in a cell.

    A rule for every column stands in a row below the table, under its columns; one for a row at its right end;
    any other has a row of its own.
    """
    groups: dict[str, list[Any]] = {}
    for equation in form.equations:
        is_here = equation.left[0] in form.numbers and form.numbers[equation.left[0]][0] is table
        if is_here and not (equation.kind == "sum" and form.totals[equation.left[0]] == list(equation.right)):
            groups.setdefault(equation.rule, []).append(equation)
    cells: list[Check] = []
    labels: list[Place] = []
    row = table.last_row + 1
    right = len(table.widths) + 1
    for equations in groups.values():
        spread = _spread(form, equations)
        if spread == "row":
            cells += [_check(form, each, form.numbers[each.left[0]][1].row, right) for each in equations]
            continue
        for same in [equations] if spread == "column" else [[each] for each in equations]:
            labels.append(Place(row, 1, text=_named(form, same[0]), kind="check", columns=max(table.first_number_column - 1, 1)))
            cells += [_check(form, each, row, form.numbers[each.left[0]][1].column) for each in same]
            row += 1
    if any(check.column == right for check in cells):
        labels.append(Place(row_of_heads(table), right, text="核对", kind="head", rows=max(table.header_rows, 1)))
    return Checks(tuple(cells), tuple(labels), row - 1)


def row_of_heads(table: Table) -> int:
    """The first row of the table's head."""
    return min(place.row for place in table.places)


def _check(form: Form, equation: Any, row: int, column: int) -> Check:
    places = tuple(form.numbers[each][1] for each in [*equation.left, *equation.right])
    return Check(row, column, _difference(form, equation), places)


def _spread(form: Form, equations: list[Any]) -> str:
    """Whether the rule holds within columns, within rows, or between cells anywhere."""
    places = [[form.numbers[each][1] for each in [*e.left, *e.right]] for e in equations]
    if len(equations) > 1 and all(len({place.column for place in each}) == 1 for each in places):
        return "column"
    return "row" if all(len({place.row for place in each}) == 1 for each in places) else "cells"


def _named(form: Form, equation: Any) -> str:
    """``勾稽核对：一＋二＝三（七）＋四``, or with labels where there are no numerals."""
    sign = "≤" if equation.kind == "at_most" else "＝"
    rows = [[form.labels.row_of(each) for each in side] for side in (equation.left, equation.right)]
    names = [[form.labels.numerals(row) for row in side] for side in rows]
    is_column = form.labels.row_of(equation.left[0]) != equation.left[0]
    if not is_column or not all(name for side in names for name in side):
        names = [[form.labels.text(row).split("（")[0] for row in side] for side in rows]
    return "勾稽核对：" + sign.join("＋".join(side) for side in names)
