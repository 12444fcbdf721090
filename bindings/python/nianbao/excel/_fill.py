"""The values of a report into the cells of an empty form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ._findings import CellFinding, finding, shown
from ._form import BASICS, LOCAL, NARRATIVE, Form
from ._labels import Json
from ._narrative import blank_rows, rows_of
from ._places import (
    EXTRA_ROWS, FIRST_EXTRA, FIRST_NOTE, FIRST_TEXT, NOTE_ROWS, RUN_IN, SECTION, TEXT_WIDTHS, basics_of, has_place,
    local_rows,
)
from ._styles import LINE, lines_needed
from ._texts import CHOICES, DATE_ALONE

LONGEST_TEXT = 32767  # of a cell, in characters, and
HIGHEST_ROW = 409.0   # in points (Excel specifications and limits)


def at(data: Any, pointer: str) -> Any:
    """The value at a pointer of keys, or None."""
    for key in pointer.strip("/").split("/"):
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _put_text(sheet: Any, row: int, column: int, text: str) -> Iterator[CellFinding]:
    """A text that stays one, whatever it begins with."""
    cell = sheet.cell(row, column)
    if len(text) > LONGEST_TEXT:
        yield finding("EXCEL-TEXT-LONG", cell=f"{sheet.title}!{cell.coordinate}", found=str(len(text)), expected=str(LONGEST_TEXT))
        return
    cell.value = text
    cell.data_type = "s"  # "=1+1" is no formula here


def fill_basics(book: Any, form: Form, data: Json) -> Iterator[CellFinding]:
    """Organ, year and so on; what a workbook has no place for."""
    sheet = book[BASICS]
    for key in data:
        if key not in has_place(form) and not key.startswith(("x_", "$")):
            yield finding("EXCEL-NO-PLACE", pointer=f"/{key}", found=key)
    for basic in basics_of(form):
        value = at(data, basic.pointer)
        if value is None:
            continue
        if basic.kind == "choice":
            value = {each: name for name, each in CHOICES[basic.pointer].items()}.get(value, value)
        elif basic.kind == "lines" and isinstance(value, list):
            value = "\n".join(value)
        elif basic.pointer == "/signature/organ" and value == "":
            value = DATE_ALONE
        if isinstance(value, int):
            sheet[basic.address] = value
        else:
            yield from _put_text(sheet, basic.row, 2, str(value))


def fill_numbers(book: Any, form: Form, data: Json) -> Iterator[CellFinding]:
    """Numbers into their cells; totals stay formulas. Keys that no cell has are told."""
    for pointer, (table, place) in form.numbers.items():
        value = number_at(form, data, pointer)
        if value is None:
            continue
        if pointer in form.totals:
            yield from _differing(form, data, pointer, value)
        elif isinstance(value, int) and place.kind in ("count", "signed_count"):
            book[table.sheet][place.address].value = value
        else:
            yield from _put_text(book[table.sheet], place.row, place.column, str(value))
    for table in form.tables:
        yield from _unplaced(form, at(data, table.section), table.section)


def number_at(form: Form, data: Json, pointer: str) -> Any:
    """The number at a canonical pointer, of a row given as an object or as an array."""
    row = at(data, form.labels.row_of(pointer))
    columns = form.labels.columns_of(form.labels.row_of(pointer))
    if not columns:
        return row
    key = pointer.rsplit("/", 1)[1]
    if isinstance(row, list):
        return row[columns.index(key)] if columns.index(key) < len(row) else None
    return row.get(key) if isinstance(row, Mapping) else None


def _differing(form: Form, data: Json, pointer: str, value: Any) -> Iterator[CellFinding]:
    """A total that its formula would not give: it is not mended in silence."""
    items = [_total_at(form, data, each) for each in form.totals[pointer]]
    total = sum(item for item in items if isinstance(item, int))
    if value != total:
        where = form.cell(pointer)
        yield finding("EXCEL-TOTAL", cell=where, pointer=pointer, found=shown(value), expected=str(total))


def _total_at(form: Form, data: Json, pointer: str) -> Any:
    """The number at a pointer; of a total that is left out what its items sum to."""
    value = number_at(form, data, pointer)
    if value is None and pointer in form.totals:
        return sum(item for item in (_total_at(form, data, each) for each in form.totals[pointer]) if isinstance(item, int))
    return value


def _unplaced(form: Form, group: Any, pointer: str) -> Iterator[CellFinding]:
    """What is given in a table and has no cell."""
    known = form.rows.keys() | {form.labels.row_of(each) for each in form.numbers}
    for key, value in group.items() if isinstance(group, Mapping) else ():
        below = f"{pointer}/{key}"
        is_local = pointer == form.local and key in ("label_notes", "extra_rows")
        is_line = any(below == line for line, _ in form.lines)
        if key.startswith("x_") or is_local or is_line or below in form.numbers:
            continue
        if below in known:
            columns = form.labels.columns_of(below)
            names = value if isinstance(value, Mapping) else {}
            for name in names:
                if name not in columns and not name.startswith("x_"):
                    yield finding("EXCEL-NO-PLACE", pointer=f"{below}/{name}", found=f"{below}/{name}")
        elif any(each.startswith(below + "/") for each in known):
            yield from _unplaced(form, value, below)
        else:
            yield finding("EXCEL-NO-PLACE", pointer=below, found=shown(below))


def fill_narrative(book: Any, form: Form, data: Json) -> Iterator[CellFinding]:
    """Texts into rows; where there are none yet, a row to begin each section with."""
    sheet = book[NARRATIVE]
    rows = rows_of(form, data) or blank_rows(form)
    for number, row in enumerate(rows, FIRST_TEXT):
        texts = (row.section, row.kind, row.text, row.run_in)
        for column, text in zip(range(SECTION, RUN_IN + 1), texts, strict=True):
            if text:
                yield from _put_text(sheet, number, column, text)
        # A program fits the height of a row when one types into it, not when it opens the file.
        lines = max(lines_needed(text, width - 1) for text, width in zip(texts, TEXT_WIDTHS, strict=True))
        if lines > 1:
            sheet.row_dimensions[number].height = min(round(lines * LINE + 5, 1), HIGHEST_ROW)


def fill_local(book: Any, form: Form, data: Json) -> Iterator[CellFinding]:
    """Rows and notes of a local variant."""
    group = at(data, form.local) if form.local else None
    if not isinstance(group, Mapping):
        return
    names = {row.rsplit("/", 1)[1]: name for name, row in local_rows(form).items()}
    rows, notes = group.get("extra_rows", []), group.get("label_notes", {})
    if len(rows) > EXTRA_ROWS or len(notes) > NOTE_ROWS:
        yield finding("EXCEL-NO-PLACE", pointer=form.local, found=f"{len(rows)} + {len(notes)}")
        return
    sheet = book[LOCAL]
    for number, row in enumerate(rows, FIRST_EXTRA):
        after = row["after"]
        columns = form.labels.columns_of(f"{form.local}/{after}")
        values = row["values"] if isinstance(row["values"], list) else [row["values"].get(key) for key in columns]
        for column, value in enumerate([names.get(after, after), row["label"], *values], 1):
            if isinstance(value, int):
                sheet.cell(number, column).value = value
            elif value is not None:
                yield from _put_text(sheet, number, column, str(value))
    for number, (path, text) in enumerate(notes.items(), FIRST_NOTE):
        row_key, _, column_key = path.partition("/")
        column_name = form.labels.printed(f"{form.local}/{row_key}/{column_key}") if column_key else ""
        for column, value in enumerate((names.get(row_key, row_key), column_name, text), 1):
            if value:
                yield from _put_text(sheet, number, column, value)
