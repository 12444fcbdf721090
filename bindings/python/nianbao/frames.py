"""Tables from data frames of pandas and polars, neither of which is imported.

>>> table = nianbao.table_from(frame, caption="收到和处理政府信息公开申请情况", missing="—")
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Union

from . import _core
from ._document import Cell, CellLike, Column, Row, Table
from ._findings import Finding
from ._lengths import Auto, Length, Share
from ._names import Align, AlignName
from ._sources import finding, is_absent
from ._text import TextLike

Show = Union[str, Callable[[Any], str]]
Width = Union[Auto, Share, Length]


def is_frame(value: object) -> bool:
    """Whether a value is a data frame of pandas or polars, or of a class made from one."""
    return _library(value) != ""


def table_from(
    frame: Any,
    *,
    caption: TextLike = "",
    unit: TextLike = "",
    header: Sequence[TextLike] | Mapping[Any, TextLike] | None = None,
    index: bool | None = None,
    missing: str | None = None,
    show: Mapping[Any, Show] | None = None,
    align: Mapping[Any, AlignName] | None = None,
    widths: Mapping[Any, Width] | None = None,
    notes: Iterable[TextLike] = (),
    style: str = "table",
) -> Table:
    """A Table with the rows of a data frame.

    header: the labels of the columns, all of them in order or by name; None = their names. Several levels of
    names (MultiIndex of pandas) become as many header rows, with equal neighbours in one cell.
    index: whether the index of pandas stands in columns of its own, equal neighbours of outer levels in one
    cell; None = when it has a name or is no plain count of rows.
    missing: what is printed for None, NaN, NaT and NA; None = they are an error.
    show: by column, a format specification (",.2f") or a function that makes the text of a value.
    align, widths: by column; numbers stand on their last digit or their decimal point unless told otherwise.

    Whole numbers are exact, floats and Decimals are printed with the digits they show, dates as 2024-12-31,
    True and False as 是 and 否. Raises ReportError with a finding for every value that cannot be printed, its
    pointer /rows/3/件数 (row from 0, name of the column); TypeError when ``frame`` is no data frame.
    """
    grid = _grid(frame, index)
    faults: list[Finding] = []
    rows: list[Row] = [Row(list(cells)) for cells in _header_rows(grid, header)]
    texts = [_texts(column, (show or {}).get(column.name), missing, faults) for column in grid.columns]
    if faults:
        _core.raise_findings(faults)
    for i in range(grid.height):
        labels: list[CellLike] = [
            Cell(label.text(missing), rows=label.rows, header="row") for level in grid.labels if (label := level.get(i))
        ]
        rows.append(Row([*labels, *(column[i] for column in texts)]))
    columns = [Column((widths or {}).get(name, Share(1))) for name in grid.index_names]
    for column in grid.columns:
        width = (widths or {}).get(column.name, Share(1))
        columns.append(Column(width, (align or {}).get(column.name, column.align)))
    return Table(
        caption=caption, unit=unit, columns=columns, header_rows=grid.levels, rows=rows, notes=list(notes), style=style,
        key_columns=max(1, len(grid.labels)),
    )


def json_table(frame: Any) -> dict[str, Any]:
    """A data frame as the ``table`` of a narrative. What is missing stays as it is: the reader of the values
    says where it stands."""
    grid = _grid(frame, None)
    rows: list[list[Any]] = [[_json_cell(cell) for cell in cells] for cells in _header_rows(grid, None)]
    for i in range(grid.height):
        labels = [{"text": label.value, "rows": label.rows} for level in grid.labels if (label := level.get(i))]
        rows.append([*labels, *(_plain(column.values[i]) for column in grid.columns)])
    aligns = [Align.center] * len(grid.labels) + [column.align for column in grid.columns]
    return {
        "columns": [{"align": each.value} for each in aligns], "header_rows": grid.levels,
        "header_columns": len(grid.labels), "rows": rows,
    }


@dataclass
class _Label:
    """A label of the index, over so many rows."""

    value: Any
    rows: int = 1

    def text(self, missing: str | None) -> str:
        return (missing or "") if _is_nothing(self.value) else _shown(self.value)


@dataclass
class _Series:
    """A column of a frame."""

    name: Any
    values: list[Any]
    align: Align


@dataclass
class _Grid:
    """A frame of any library."""

    columns: list[_Series]
    height: int
    levels: int = 1  # of names
    index_names: list[Any] = field(default_factory=list)
    labels: list[dict[int, _Label]] = field(default_factory=list)  # by level of the index, by first row


def _library(value: object) -> str:
    for base in type(value).__mro__:
        root = base.__module__.partition(".")[0]
        if base.__name__ == "DataFrame" and root in ("pandas", "polars"):
            return root
    return ""


def _grid(frame: Any, index: bool | None) -> _Grid:
    library = _library(frame)
    if library == "polars":
        return _Grid([_series(name, frame[name].to_list(), str(frame[name].dtype)) for name in frame.columns], frame.height)
    if library != "pandas":
        raise TypeError(f"a data frame of pandas or polars is expected, not {type(frame).__name__}")
    names = list(frame.columns)
    columns = [
        _series(name, [value for value in frame.iloc[:, i]], str(frame.dtypes.iloc[i])) for i, name in enumerate(names)
    ]
    grid = _Grid(columns, len(frame), levels=frame.columns.nlevels)
    plain = type(frame.index).__name__ == "RangeIndex" and frame.index.name is None
    if not plain if index is None else index:
        grid.index_names = list(frame.index.names)
        grid.labels = _labels(frame.index)
    return grid


def _series(name: Any, values: list[Any], kind: str) -> _Series:
    if kind in ("float32", "Float32", "float16"):
        values = [_single(value) if isinstance(value, float) else value for value in values]
    return _Series(name, values, _align_of(values))


def _single(value: float) -> Any:
    """The shortest digits that are this number in single precision, as a Decimal."""
    for digits in range(1, 10):
        text = f"{value:.{digits}g}"
        if struct.pack("f", float(text)) == struct.pack("f", value):
            return Decimal(text)
    return value


def _align_of(values: list[Any]) -> Align:
    present = [value for value in values if not _is_nothing(value)]
    if not present or not all(_is_number(value) for value in present):
        return Align.center
    return Align.digit if all("." not in _shown(value) for value in present) else Align.decimal


def _is_number(value: Any) -> bool:
    return not isinstance(value, bool) and (isinstance(value, (int, float, Decimal)) or hasattr(value, "__index__"))


def _is_nothing(value: Any) -> bool:
    return value is None or is_absent(value)


def _labels(index: Any) -> list[dict[int, _Label]]:
    """Equal neighbours of a level are one label as long as the levels before it stay the same."""
    keys = [key if isinstance(key, tuple) else (key,) for key in index]
    out: list[dict[int, _Label]] = []
    for level in range(index.nlevels):
        labels: dict[int, _Label] = {}
        begin = 0
        for i, key in enumerate(keys):
            inner = level + 1 == index.nlevels  # each row has a label of its own
            if i == 0 or inner or key[: level + 1] != keys[i - 1][: level + 1]:
                begin = i
                labels[i] = _Label(key[level])
            else:
                labels[begin].rows += 1
        out.append(labels)
    return out


def _header_rows(grid: _Grid, header: Sequence[TextLike] | Mapping[Any, TextLike] | None) -> list[list[Cell]]:
    if header is not None and not isinstance(header, Mapping):
        labels = list(header)
        if len(labels) != len(grid.index_names) + len(grid.columns):
            raise ValueError(f"{len(labels)} labels for {len(grid.index_names) + len(grid.columns)} columns")
        grid.levels = 1
        return [[Cell(label) for label in labels]]
    named = header or {}
    keys = [column.name if isinstance(column.name, tuple) and grid.levels > 1 else (column.name,) for column in grid.columns]
    corner = [Cell(named.get(name, "" if name is None else str(name)), rows=grid.levels) for name in grid.index_names]
    return [(corner if level == 0 else []) + _level(keys, level, named) for level in range(grid.levels)]


def _level(keys: list[tuple[Any, ...]], level: int, named: Mapping[Any, TextLike]) -> list[Cell]:
    """The cells of one row of names: equal neighbours below one label are one cell; a name with nothing
    below it reaches down."""
    cells: list[Cell] = []
    for i, key in enumerate(keys):
        if level > 0 and all(str(part) == "" for part in key[level:]):
            continue  # the cell above reaches down
        down = _reaches_down(key, level)
        if i > 0 and key[: level + 1] == keys[i - 1][: level + 1] and not down and not _reaches_down(keys[i - 1], level):
            cells[-1].columns += 1
            continue
        label = named.get(key[0] if len(key) == 1 else key, named.get(key[level], str(key[level])))
        cells.append(Cell(label, rows=len(key) - level if down else 1))
    return cells


def _reaches_down(key: tuple[Any, ...], level: int) -> bool:
    return all(str(part) == "" for part in key[level + 1 :])


def _json_cell(cell: Cell) -> dict[str, Any]:
    return {"text": str(cell.text), "rows": cell.rows, "columns": cell.columns}


def _texts(column: _Series, show: Show | None, missing: str | None, faults: list[Finding]) -> list[str]:
    out = []
    for i, value in enumerate(column.values):
        pointer = f"/rows/{i}/{str(column.name).replace('~', '~0').replace('/', '~1')}"
        try:
            if _is_nothing(value):
                if missing is None:
                    faults.append(finding("SOURCE-NAN", pointer, str(value)))
                out.append(missing or "")
            elif show is None:
                out.append(_shown(value))
            else:
                out.append(show(value) if callable(show) else format(value, show))
        except _NotText:
            faults.append(finding("SOURCE-KIND", pointer, type(value).__name__))
    return out


class _NotText(Exception):
    """A value that has no text of its own."""


def _shown(value: Any) -> str:
    """The text of a value: digits as they are, dates as 2024-12-31, truth as 是 and 否."""
    if isinstance(value, Enum):
        return _shown(value.value)
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool"):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{Decimal(str(value)):f}"
    if hasattr(value, "__index__"):
        return str(value.__index__())
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    raise _NotText


def _plain(value: Any) -> Any:
    """A value as the JSON of a cell has it; what has no text is left to the reader of the values."""
    if _is_nothing(value):
        return value
    try:
        return _shown(value)
    except _NotText:
        return value


__all__ = ["is_frame", "json_table", "table_from"]
