"""Texts of the report ↔ rows of the sheet 正文: one row for each paragraph, heading or item."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from ._form import Form

Json = dict[str, Any]

PARAGRAPH, NOTE, CONTINUED, ATTACHMENT, BLOCK = "正文", "注", "列项续段", "附件标题", "内容块"
HEADINGS = {1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题"}
ATTACHMENTS = "附件"  # the section of attachments
_DEFAULT_STYLE = "1."


@dataclass(frozen=True)
class Row:
    """A row of the sheet: the section it belongs to, what it is, its text, and what runs on after a heading."""

    section: str
    kind: str
    text: str
    run_in: str = ""


def item_kind(style: str) -> str:
    """The kind of an item of a list: 列项“一是”."""
    return f"列项“{style}”"


def kinds_of(form: Form) -> list[str]:
    """Every kind a row may be, in the order of the list one chooses from."""
    items = [item_kind(style) for style in form.list_styles]
    return [PARAGRAPH, *HEADINGS.values(), *items, CONTINUED, NOTE, ATTACHMENT, BLOCK]


def sections_of(form: Form) -> list[str]:
    """Every section a row may belong to."""
    return [*(section.label for section in form.sections), ATTACHMENTS]


def rows_of(form: Form, data: Json) -> list[Row]:
    """The rows of the texts of a report."""
    out: list[Row] = []
    for section in form.sections:
        out += _rows(section.label, data.get(section.key))
    for attachment in data.get("attachments", []):
        out.append(Row(ATTACHMENTS, ATTACHMENT, str(attachment["title"])))
        out += _rows(ATTACHMENTS, attachment["body"])
    return out


def blank_rows(form: Form) -> list[Row]:
    """Rows to begin with: each section, and two more that go on with it."""
    return [Row(section.label if i == 0 else "", PARAGRAPH, "") for section in form.sections for i in range(3)]


def _rows(section: str, narrative: Any) -> list[Row]:
    if narrative is None:
        return []
    if isinstance(narrative, str):
        return [Row(section, PARAGRAPH, line) for line in narrative.splitlines() if line.strip()]
    if narrative and all(isinstance(run, dict) and "text" in run and "heading" not in run for run in narrative):
        narrative = [{"paragraph": narrative}]  # a list of runs is a text
    out: list[Row] = []
    for block in narrative:
        rows = _plain_rows(section, block)
        # Two lists that meet would be one when they are read; a block says where each ends.
        joined = bool(rows and out and rows[0].kind == out[-1].kind and rows[0].kind.startswith("列项"))
        out += rows if rows and not joined else [Row(section, BLOCK, json.dumps(block, ensure_ascii=False))]
    return out


def _plain_rows(section: str, block: Any) -> list[Row]:
    """The rows of a block that says no more than rows can; else none."""
    if not isinstance(block, dict):
        return []
    keys = set(block)
    if keys == {"paragraph"} and isinstance(block["paragraph"], str):
        return [Row(section, PARAGRAPH, block["paragraph"])]
    if keys == {"note"} and isinstance(block["note"], str):
        return [Row(section, NOTE, block["note"])]
    if keys - {"run_in"} == {"heading", "text"} and block["heading"] in HEADINGS:
        texts = (block["text"], block.get("run_in", ""))
        if all(isinstance(text, str) for text in texts):
            return [Row(section, HEADINGS[block["heading"]], *texts)]
    if keys - {"style"} == {"list"}:
        return _item_rows(section, block["list"], item_kind(block.get("style", _DEFAULT_STYLE)))
    return []


def _item_rows(section: str, items: list[Any], kind: str) -> list[Row]:
    out: list[Row] = []
    for item in items:
        paragraphs = [item] if isinstance(item, str) else [
            part.get("paragraph") if isinstance(part, dict) and set(part) == {"paragraph"} else None for part in item
        ]
        for index, text in enumerate(paragraphs):
            if not isinstance(text, str):
                return []
            out.append(Row(section, CONTINUED if index else kind, text))
    return out


class Builder:
    """Rows → texts: remembers which row every block came from.

    ``add`` gives the id of a fault and what was found, or nothing.
    """

    def __init__(self, form: Form) -> None:
        self._keys = {section.label: section.key for section in form.sections}
        self._levels = {name: level for level, name in HEADINGS.items()}
        self._styles = {item_kind(style): style for style in form.list_styles}
        self.data: Json = {}
        self.rows: dict[str, int] = {}  # pointer of a block or item: row of the sheet

    def add(self, row: Row, at: int) -> tuple[str, str] | None:
        """Takes a row; ``at`` is its number in the sheet."""
        if row.section == ATTACHMENTS:
            return self._add_attached(row, at)
        key = self._keys.get(row.section)
        if key is None:
            return ("EXCEL-SECTION", row.section)
        return self._add_block(self.data.setdefault(key, []), f"/{key}", row, at)

    def _add_attached(self, row: Row, at: int) -> tuple[str, str] | None:
        attachments = self.data.setdefault("attachments", [])
        if row.kind == ATTACHMENT:
            self.rows[f"/attachments/{len(attachments)}"] = at
            attachments.append({"title": row.text, "body": []})
            return ("EXCEL-RUN-IN", row.kind) if row.run_in else None
        if not attachments:
            return ("EXCEL-ATTACHMENT", "")
        return self._add_block(attachments[-1]["body"], f"/attachments/{len(attachments) - 1}/body", row, at)

    def _add_block(self, blocks: list[Any], pointer: str, row: Row, at: int) -> tuple[str, str] | None:
        if row.run_in and row.kind not in self._levels:
            return ("EXCEL-RUN-IN", row.kind)
        if row.kind == CONTINUED or row.kind in self._styles:
            return self._add_item(blocks, pointer, row, at)
        block: Any
        if row.kind == PARAGRAPH:
            block = {"paragraph": row.text}
        elif row.kind == NOTE:
            block = {"note": row.text}
        elif row.kind in self._levels:
            block = {"heading": self._levels[row.kind], "text": row.text}
            if row.run_in:
                block["run_in"] = row.run_in
        elif row.kind == BLOCK:
            block = _json_object(row.text)
        else:
            return ("EXCEL-TYPE", row.kind)
        if block is None:
            return ("EXCEL-BLOCK", row.text)
        self.rows[f"{pointer}/{len(blocks)}"] = at
        blocks.append(block)
        return None

    def _add_item(self, blocks: list[Any], pointer: str, row: Row, at: int) -> tuple[str, str] | None:
        last = blocks[-1] if blocks else {}
        # Only items of rows go on: a list of a block of its own is closed.
        is_open = "list" in last and f"{pointer}/{len(blocks) - 1}/list/0" in self.rows
        if row.kind == CONTINUED:
            if not is_open:
                return ("EXCEL-LIST-ALONE", "")
            items = last["list"]
            if isinstance(items[-1], str):
                items[-1] = [{"paragraph": items[-1]}]
            self.rows[f"{pointer}/{len(blocks) - 1}/list/{len(items) - 1}/{len(items[-1])}"] = at
            items[-1].append({"paragraph": row.text})
            return None
        if not is_open or last.get("style") != self._styles[row.kind]:
            self.rows[f"{pointer}/{len(blocks)}"] = at
            blocks.append({"list": [], "style": self._styles[row.kind]})
        items = blocks[-1]["list"]
        self.rows[f"{pointer}/{len(blocks) - 1}/list/{len(items)}"] = at
        items.append(row.text)
        return None


def _json_object(text: str) -> Json | None:
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
