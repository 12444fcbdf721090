"""The form of a format: sheets, labels and the cells that hold numbers, worked out of format.json and template.json."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from .. import _core
from ._labels import Json, Labels


BASICS, NARRATIVE, LOCAL, LISTS = "基本信息", "正文", "地方增补", "选项"
FIRST_ROW = 3  # of a table: the title and the status stand above it
LAYOUT = 1     # of our sheets; a workbook says which one it has


@dataclass(frozen=True)
class Place:
    """A cell of a sheet, or several that are merged."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    text: str = ""       # of a label
    pointer: str = ""    # of a number: its canonical JSON Pointer
    kind: str = "label"  # label, head, bar, note, unit; of a number: count, signed_count, amount, quantity
    indent: int = 0

    @property
    def is_number(self) -> bool:
        """Whether a number stands here."""
        return bool(self.pointer)

    @property
    def address(self) -> str:
        """``D17``."""
        return f"{letters(self.column)}{self.row}"


@dataclass(frozen=True)
class Table:
    """A sheet with a table of the form."""

    sheet: str                      # 表三
    title: str                      # 三、收到和处理政府信息公开申请情况
    section: str                    # /applications
    places: tuple[Place, ...]
    widths: tuple[float, ...]       # shares of the columns
    header_rows: int
    first_number_column: int
    last_row: int
    optional: bool = False          # the whole section may be left out

    @property
    def numbers(self) -> list[Place]:
        """The cells that hold numbers, in the order of the sheet."""
        return [place for place in self.places if place.is_number]


@dataclass(frozen=True)
class Section:
    """A text of the report."""

    key: str
    label: str
    required: bool


@dataclass(frozen=True)
class Form:
    """All that a workbook of a format is made of."""

    format: str
    name: str
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]
    lines: tuple[tuple[str, str], ...]  # (pointer, label) of texts of one line
    local: str                          # pointer of the section that takes label_notes and extra_rows, or ""
    labels: Labels
    equations: tuple[Any, ...]          # nianbao._core.FormEquation
    zero_when_absent: frozenset[str]
    list_styles: tuple[str, ...]
    numbers: dict[str, tuple[Table, Place]] = field(default_factory=dict)

    def cell(self, pointer: str) -> str:
        """``表三!D17`` of a number, or ``""``."""
        found = self.numbers.get(pointer)
        return f"{found[0].sheet}!{found[1].address}" if found else ""

    @property
    def totals(self) -> dict[str, list[str]]:
        """The items of every number that is their sum, the first rule that says so."""
        out: dict[str, list[str]] = {}
        for equation in self.equations:
            if equation.kind == "sum":
                out.setdefault(equation.left[0], list(equation.right))
        return out

    @property
    def rows(self) -> dict[str, list[str]]:
        """Pointers of the numbers of every row (or single number), in the order of the form."""
        out: dict[str, list[str]] = {}
        for pointer in self.numbers:
            out.setdefault(self.labels.row_of(pointer), []).append(pointer)
        return out


def letters(column: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    out = ""
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


class _Grid:
    """Places cells row by row, around those that reach down from above."""

    def __init__(self, labels: Labels, first_row: int) -> None:
        self.labels, self.row = labels, first_row
        self.taken: set[tuple[int, int]] = set()
        self.places: list[Place] = []

    def add_row(self, cells: list[Json], is_header: bool) -> None:
        for cell in cells:
            for part in self._parts(cell, is_header):
                self._put(part, int(cell.get("rows", 1)), int(cell.get("columns", 1)))
        self.row += 1

    def _parts(self, cell: Json, is_header: bool) -> list[Json]:
        """What a cell of the template stands for: one place, or one for each column of a row."""
        if "each_column" in cell:
            row = cell["each_column"]
            return [self._number(f"{row}/{key}") for key in self.labels.columns_of(row)]
        if "each_column_label" in cell:
            row = cell["each_column_label"]
            return [{"text": self.labels.printed(f"{row}/{key}"), "kind": "head"} for key in self.labels.columns_of(row)]
        if "field" in cell:
            return [self._number(cell["field"])]
        kind = "head" if is_header or cell.get("header") == "column" else "label"
        kind = "bar" if cell.get("shaded") else "note" if "style" in cell else kind
        return [{"text": cell.get("text") or self.labels.printed(cell["label"]), "kind": kind}]

    def _number(self, pointer: str) -> Json:
        return {"pointer": pointer, "kind": self.labels.kind_of(pointer)}

    def _put(self, part: Json, rows: int, columns: int) -> None:
        column = 1
        while (self.row, column) in self.taken:
            column += 1
        for row in range(self.row, self.row + rows):
            self.taken.update((row, each) for each in range(column, column + columns))
        self.places.append(Place(self.row, column, rows, columns, **part))


def _widths(columns: list[Json]) -> tuple[float, ...]:
    out: list[float] = []
    for column in columns:
        width = str(column.get("width", "1fr"))
        share = float(width[:-2]) if width.endswith(("fr", "mm", "pt")) else 1.0
        out += [share] * int(column.get("count", 1))
    return tuple(out)


def _table(section: Json, spec: Json, labels: Labels) -> Table:
    header_rows = int(spec.get("header_rows", 0))
    grid = _Grid(labels, FIRST_ROW)
    for index, row in enumerate(spec["rows"]):
        grid.add_row(row["cells"], index < header_rows)
    return _finished(section, grid.places, _widths(spec["columns"]), header_rows)


def _indicator_rows(rows: list[Json], level: int, labels: Labels, row: int, out: list[Place]) -> int:
    """Indicators below each other, those of a group indented and its name across the table; the next row."""
    for each in rows:
        fields = each.get("fields", [])
        text = labels.printed(each["label"])
        across = 1 if fields else max(place.column for place in out)
        out.append(Place(row, 1, columns=across, text=text, indent=level))
        if fields:
            out.append(Place(row, 2, text=str(each.get("unit", "")), kind="unit"))
        out += [Place(row, 3 + i, pointer=pointer, kind=labels.kind_of(pointer)) for i, pointer in enumerate(fields)]
        row = _indicator_rows(each.get("rows", []), level + 1, labels, row + 1, out)
    return row


def _indicators(section: Json, spec: Json, labels: Labels) -> Table:
    heads = [spec.get("label_head", ""), spec.get("unit_head", ""), *spec["values"]]
    places = [Place(FIRST_ROW, column, text=text, kind="head") for column, text in enumerate(heads, 1)]
    _indicator_rows(spec["rows"], 0, labels, FIRST_ROW + 1, places)
    return _finished(section, places, (6.0, 1.0, *[1.5] * len(spec["values"])), 1)


def _finished(section: Json, places: list[Place], widths: tuple[float, ...], header_rows: int) -> Table:
    title = f"{section.get('numeral', '')}{section['label']}"
    return Table(
        sheet=section["table"]["zh"], title=title, section=f"/{section['key']}", places=tuple(places), widths=widths,
        header_rows=header_rows, first_number_column=min((p.column for p in places if p.is_number), default=1),
        last_row=max(p.row + p.rows - 1 for p in places), optional=bool(section.get("optional")),
    )


def _tables(data: Json, look: Json, labels: Labels) -> list[Table]:
    """The tables of the template whose section is one of the format."""
    sections = {f"/{section['key']}": section for section in data["sections"]}
    out = []
    for block in look["blocks"]:
        for kind, make in (("table", _table), ("indicator_table", _indicators)):
            if kind in block and block[kind].get("section") in sections:
                out.append(make(sections[block[kind]["section"]], block[kind], labels))
    return out


def _lines(fields: list[Json], above: str) -> list[tuple[str, str]]:
    out = []
    for each in fields:
        pointer = f"{above}/{each['key']}"
        if each["kind"] == "line":
            out.append((pointer, str(each["label"])))
        out += _lines(each.get("fields", []), pointer)
    return out


@lru_cache(maxsize=None)
def form_of(format_id: str) -> Form:
    """The form of a built-in format. Raises TemplateError for an unknown id."""
    data: Json = json.loads(_core.format_json(format_id))
    look: Json = json.loads(_core.template_json(format_id))
    schema: Json = json.loads(_core.schema_json(format_id))
    labels, rules = Labels(data), _core.report_form(format_id)
    tables = tuple(_tables(data, look, labels))
    sections = [s for s in data["sections"] if s["kind"] == "narrative"]
    return Form(
        format=format_id, name=data["name"]["zh"], tables=tables,
        sections=tuple(
            Section(s["key"], f"{s.get('numeral', '')}{s['label']}", bool(s.get("required"))) for s in sections
        ),
        lines=tuple(_lines(data["sections"], "")),
        local=next((f"/{s['key']}" for s in data["sections"] if s.get("local")), ""),
        labels=labels, equations=tuple(rules.equations), zero_when_absent=frozenset(rules.zero_when_absent),
        list_styles=tuple(_list_styles(schema)),
        numbers={place.pointer: (table, place) for table in tables for place in table.numbers},
    )


def _list_styles(schema: Json) -> list[str]:
    """The styles that a list may have, as the schema of the report tells them."""
    for block in schema["$defs"]["block"]["oneOf"]:
        if "list" in block.get("properties", {}):
            return [str(style) for style in block["properties"]["style"]["enum"]]
    return []
