"""FilledReport: the data of a workbook, and the cell that each of them came from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ._findings import CellFinding, located
from ._form import Form, form_of


class FilledReport(dict[str, Any]):
    """The data of a report, as ``render``, ``check`` and ``read_report`` take it, read from a workbook.

    It is a dict that also knows its cells: ``cell_of`` and ``locate``; ``notes`` tells what was read otherwise than
    it was written (``１２`` as 12), each a finding of severity ``warning`` or ``information``.
    """

    notes: list[CellFinding]

    def __init__(self, data: dict[str, Any], cells: dict[str, str], notes: list[CellFinding], base: frozenset[str]) -> None:
        super().__init__(data)
        self.notes = notes
        self._cells, self._base = cells, base

    def __reduce__(self) -> Any:
        return (FilledReport, (dict(self), self._cells, self.notes, self._base))

    def cell_of(self, pointer: str) -> str:
        """The cell (``表三!D17``) a JSON Pointer of the data came from, or of the field that is missing there.

        ``""`` for what has no cell: the report as a whole, or what was taken from ``base``.
        """
        keys = pointer.strip("/").split("/")
        if keys[0] in self._base:
            return ""
        while keys and keys != [""]:
            at = "/" + "/".join(keys)
            found = self._cells.get(at) or self._form_cell(at)
            if found:
                return found
            keys.pop()
        return ""

    def locate(self, findings: Iterable[Any]) -> list[CellFinding]:
        """Findings of the library (of ``check``, of a ReportError) with the cells they are about."""
        return [located(each, self._cell_about(each)) for each in findings]

    def _cell_about(self, finding: Any) -> str:
        if finding.rule == "KEY-MISSING":
            exact = f"{finding.pointer}/{str(finding.expected).strip(chr(34))}"
            return self._cells.get(exact) or self._form_cell(exact) or self.cell_of(finding.pointer)
        return self.cell_of(finding.pointer)

    def _form_cell(self, pointer: str) -> str:
        """Of a number; of a row or group that of its first number."""
        form = self._form()
        if form is None:
            return ""
        first = next((each for each in form.numbers if each.startswith(pointer + "/")), "")
        return form.cell(pointer) or (form.cell(first) if first else "")

    def _form(self) -> Form | None:
        return form_of(self["format"]) if self.get("format") else None
