"""The official labels of a format, by pointer, and what kind of number stands where."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


class Labels:
    """Labels and kinds of a format.json, under the pointers that template.json uses."""

    def __init__(self, data: Json) -> None:
        self._printed: dict[str, str] = {}
        self._numerals: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self._columns: dict[str, list[str]] = {}  # of rows, by pointer
        self._sets = {each["id"]: each["columns"] for each in data.get("column_sets", [])}
        for name, columns in self._sets.items():
            for column in columns:
                self._printed.setdefault(column["key"], column["label"])
                self._printed[f"{name}/{column['key']}"] = column["label"]
        self._add(data["sections"], "", None)

    def printed(self, pointer: str) -> str:
        """The label with its numeral: ``1.属于国家秘密``."""
        return self._printed[pointer]

    def text(self, pointer: str) -> str:
        """The label without its numeral, or of a column."""
        return self._texts.get(pointer, self._printed.get(pointer, ""))

    def kind_of(self, pointer: str) -> str:
        """``count``, ``signed_count``, ``amount`` or ``quantity``."""
        return self._kinds[pointer]

    def columns_of(self, row: str) -> list[str]:
        """The keys of the columns of a row; none for what is no row."""
        return self._columns.get(row, [])

    def row_of(self, pointer: str) -> str:
        """The row a number stands in, or the number itself when it stands alone."""
        above = pointer.rsplit("/", 1)[0]
        return above if above in self._columns else pointer

    def rows_in(self, group: str) -> list[str]:
        """The rows directly below a group."""
        return [row for row in self._columns if row.rsplit("/", 1)[0] == group]

    def numerals(self, pointer: str) -> str:
        """The numerals on the way to a row, as one names it: ``三（七）``."""
        out, at = "", ""
        for key in pointer.strip("/").split("/")[1:]:
            at = f"{at}/{key}" if at else f"/{pointer.split('/')[1]}/{key}"
            out += self._numerals.get(at, "").rstrip("、.：")
        return out

    def _add(self, fields: list[Json], above: str, columns: Any) -> None:
        for field in fields:
            pointer = f"{above}/{field['key']}"
            self._printed[pointer] = f"{field.get('numeral', '')}{field['label']}"
            self._numerals[pointer], self._texts[pointer] = field.get("numeral", ""), field["label"]
            own = field.get("columns", columns)
            if field["kind"] == "row":
                self._columns[pointer] = [column["key"] for column in self._sets[own]]
                for column in self._sets[own]:
                    self._printed[f"{pointer}/{column['key']}"] = column["label"]
                    self._kinds[f"{pointer}/{column['key']}"] = column.get("kind", "count")
            elif field["kind"] not in ("group", "narrative", "line"):
                self._kinds[pointer] = field["kind"]
            self._add(field.get("fields", []), pointer, own)
