"""Where things stand on the sheets that are ours: 基本信息, 正文, 地方增补."""

from __future__ import annotations

import json
from dataclasses import dataclass

from .. import _core
from ._form import Form
from ._narrative import kinds_of, sections_of
from ._texts import BASICS, EXTRA_HEADS

FORMAT_ROW, LAYOUT_ROW, FIRST_BASIC = 4, 5, 6
LABEL, INPUT, NOTE = 1, 2, 3           # columns of 基本信息

NARRATIVE_HEAD, FIRST_TEXT, TEXT_ROWS = 3, 4, 200
MOST_TEXT_ROWS = 5000                  # that are read
SECTION, KIND, TEXT, RUN_IN = 1, 2, 3, 4
TEXT_WIDTHS = (26.0, 14.0, 62.0, 34.0)  # of these columns, in characters

EXTRA_HEAD, FIRST_EXTRA, EXTRA_ROWS = 3, 4, 12
NOTE_HEAD, FIRST_NOTE, NOTE_ROWS = 18, 19, 20


@dataclass(frozen=True)
class Basic:
    """A row of 基本信息."""

    row: int
    pointer: str
    label: str
    kind: str  # line, lines, year, date, choice
    note: str

    @property
    def address(self) -> str:
        """The cell one fills in."""
        return f"B{self.row}"


def basics_of(form: Form) -> list[Basic]:
    """The rows of 基本信息 that are filled in: what every report has, then the format's own lines."""
    rows = [*BASICS, *((pointer, label, "line", "可不填") for pointer, label in form.lines)]
    return [Basic(FIRST_BASIC + i, *row) for i, row in enumerate(rows)]


def first_note_row(form: Form) -> int:
    """Where the notes for the one who fills the form in begin."""
    return FIRST_BASIC + len(basics_of(form)) + 1


def has_place(form: Form) -> set[str]:
    """The top-level keys of a report that a workbook holds."""
    keys = {each.pointer.split("/")[1] for each in basics_of(form)}
    keys |= {table.section.strip("/") for table in form.tables} | {section.key for section in form.sections}
    return keys | {"format", "attachments"}


def local_rows(form: Form) -> dict[str, str]:
    """The rows that a local variant may name: label and pointer."""
    return {form.labels.text(row): row for row in form.labels.rows_in(form.local)} if form.local else {}


def extra_heads(form: Form) -> list[str]:
    """The heads of the rows one may add: as many values as the longest row has."""
    most = max(len(form.labels.columns_of(row)) for row in local_rows(form).values())
    return [*EXTRA_HEADS, *(f"数值{i}" for i in range(1, most + 1))]


def lists_of(form: Form) -> list[list[str]]:
    """What the drop-down lists offer: sections, kinds of rows, rows and columns of local variants."""
    labels, rows = form.labels, local_rows(form)
    columns = [labels.printed(f"{row}/{key}") for row in rows.values() for key in labels.columns_of(row)]
    return [sections_of(form), kinds_of(form), list(rows), list(dict.fromkeys(columns))]


def parts_of(form: Form) -> dict[str, list[str]]:
    """The headings that the format asks for in a section, by its label."""
    starter = json.loads(_core.starter_report_json(format=form.format, organ="", year=2024, previous=None, schema=""))
    out: dict[str, list[str]] = {}
    for section in form.sections:
        blocks = starter.get(section.key)
        names = [block["text"] for block in blocks if "heading" in block] if isinstance(blocks, list) else []
        if names:
            out[section.label] = names
    return out
