"""地方增补: rows beside those of the form and notes behind its labels → ``extra_rows`` and ``label_notes``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _values
from ._findings import finding, shown
from ._places import EXTRA_ROWS, FIRST_EXTRA, FIRST_NOTE, NOTE_ROWS, extra_heads, local_rows

if TYPE_CHECKING:
    from ._book import Sheet
    from ._form import Form
    from ._read import _Reading


def read_local(reading: _Reading, form: Form, sheet: Sheet) -> None:
    """Reads both lists into the section that takes them."""
    reader = _LocalReader(reading, form, sheet)
    rows = reader.rows()
    notes = reader.notes()
    if rows or notes:
        # Without the table there is nothing they could be added to: the reader of the report says so.
        group = reading.data.setdefault(form.local.strip("/"), {})
        if notes:
            group["label_notes"] = notes
        if rows:
            group["extra_rows"] = rows


class _LocalReader:
    """The sheet, and the labels that may be named on it."""

    def __init__(self, reading: _Reading, form: Form, sheet: Sheet) -> None:
        self.reading, self.form, self.sheet = reading, form, sheet
        self.names = local_rows(form)

    def rows(self) -> list[dict[str, Any]]:
        """The rows that a place added, each with values for the columns of the row before it."""
        out: list[dict[str, Any]] = []
        last = len(extra_heads(self.form))
        for row in range(FIRST_EXTRA, FIRST_EXTRA + EXTRA_ROWS):
            if not any((row, column) in self.sheet.cells for column in range(1, last + 1)):
                continue
            after, label = self._row_named(row), self._text(row, 2)
            if not label:
                self._fault("EXCEL-INCOMPLETE", row, 2, expected="名称")
            if after and label:
                pointer = f"{self.form.local}/extra_rows/{len(out)}"
                out.append({"after": after.rsplit("/", 1)[1], "label": label, "values": self._numbers(after, pointer, row, last)})
                self.reading.cells[f"{pointer}/label"] = self._where(row, 2)
                self.reading.cells[pointer] = self._where(row, 1)
        return out

    def _numbers(self, after: str, pointer: str, row: int, last: int) -> dict[str, Any]:
        """The values of an added row. The canonical place of a number is below the row itself."""
        columns = self.form.labels.columns_of(after)
        out: dict[str, Any] = {}
        for column, key in enumerate(columns, 3):
            cell = self.sheet.cells.get((row, column))
            where = self._where(row, column)
            self.reading.cells[f"{pointer}/values/{key}"] = self.reading.cells[f"{pointer}/{key}"] = where
            kind = self.form.labels.kind_of(f"{after}/{key}")
            told = None if cell is None else _values.number(cell, kind, where, f"{pointer}/values/{key}")
            out[key] = None if told is None else self.reading.take(told)
        for column in range(3 + len(columns), last + 1):
            if (row, column) in self.sheet.cells:
                self._fault("EXCEL-VALUES-MANY", row, column, expected=str(len(columns)), found=self.form.labels.text(after))
        return out

    def notes(self) -> dict[str, str]:
        """What is printed behind the label of a row, or of a column of one."""
        out: dict[str, str] = {}
        for row in range(FIRST_NOTE, FIRST_NOTE + NOTE_ROWS):
            if not any((row, column) in self.sheet.cells for column in (1, 2, 3)):
                continue
            named, column, text = self._row_named(row), self._text(row, 2), self._text(row, 3)
            if not text:
                self._fault("EXCEL-INCOMPLETE", row, 3, expected="说明")
            if not named or not text:
                continue
            key = named.rsplit("/", 1)[1]
            if column:
                keys = [each for each in self.form.labels.columns_of(named) if self.form.labels.printed(f"{named}/{each}") == column]
                if not keys:
                    self._fault("EXCEL-ROW-UNKNOWN", row, 2, found=shown(column))
                    continue
                key = f"{key}/{keys[0]}"
            out[key] = text
            self.reading.cells[f"{self.form.local}/label_notes/{key.replace('/', '~1')}"] = self._where(row, 3)
        return out

    def _row_named(self, row: int) -> str:
        name = self._text(row, 1)
        if not name:
            self._fault("EXCEL-INCOMPLETE", row, 1, expected="所在的行")
        elif name not in self.names:
            self._fault("EXCEL-ROW-UNKNOWN", row, 1, found=shown(name))
        return self.names.get(name, "")

    def _text(self, row: int, column: int) -> str:
        cell = self.sheet.cells.get((row, column))
        return "" if cell is None else str(self.reading.take(_values.text(cell, self._where(row, column), "")) or "").strip()

    def _where(self, row: int, column: int) -> str:
        return f"{self.sheet.name}!{chr(64 + column)}{row}"

    def _fault(self, rule: str, row: int, column: int, *, expected: str = "", found: str = "") -> None:
        self.reading.faults.append(finding(rule, cell=self._where(row, column), expected=expected, found=found))
