"""A cell → a value of the report: exact, and every conversion told."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any

from .._names import SeverityName
from ._book import Cell
from ._findings import CellFinding, finding, shown

_FULLWIDTH = str.maketrans("０１２３４５６７８９．，＋－−", "0123456789.,+--")
_INTEGER = re.compile(r"[0-9]+")
_SIGNED = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[0-9]+(\.[0-9]+)?")
_QUANTITY = re.compile(r"([0-9]+(?:\.[0-9]+)?)(亿元|百万元|万元|千元|元)?")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?(亿元|百万元|万元|千元|元)?")
_PLAIN = {"count": _INTEGER, "signed_count": _SIGNED, "amount": _DECIMAL, "quantity": _QUANTITY}
_DECIMALS = re.compile(r"^[#,0]*0(?:\.(0+))?(?:_\)?|;.*)?$")
_DATE = re.compile(r"([0-9]{4})(?:-|/|\.|年)([0-9]{1,2})(?:(?:-|/|\.|月)([0-9]{1,2})日?|月)?")


class Told:
    """A value and what must be said of how it was read."""

    def __init__(self, value: Any, *findings: CellFinding) -> None:
        self.value, self.findings = value, list(findings)


def unusable(cell: Cell, where: str, pointer: str) -> CellFinding | None:
    """What makes a cell unreadable whatever should stand in it."""
    if cell.is_external:
        return finding("EXCEL-EXTERNAL", cell=where, pointer=pointer, found=shown(cell.formula))
    if cell.kind == "error":
        return finding("EXCEL-CELL-ERROR", cell=where, pointer=pointer, found=str(cell.value))
    if cell.kind == "uncalculated":
        return finding("EXCEL-UNCALCULATED", cell=where, pointer=pointer, found=shown(cell.formula))
    return None


def exact(value: int | float) -> Decimal:
    """The number as the program that made it has it: 15 digits, so 12.3 is 12.3 and never 12.299999999999999."""
    return Decimal(value) if isinstance(value, int) else Decimal(format(value, ".15g"))


def number(cell: Cell, kind: str, where: str, pointer: str) -> Told:
    """The number of a cell: ``kind`` is count, signed_count, amount or quantity.

    A text that is no number stays what it is: the check of the report names it (CELL-1), ``as_printed`` prints it.
    """
    fault = unusable(cell, where, pointer)
    if fault:
        return Told(None, fault)
    if cell.kind == "date":
        return Told(None, finding("EXCEL-DATE-IN-NUMBER", cell=where, pointer=pointer, found=shown(cell.value)))
    if cell.kind == "text":
        return _number_in_text(cell, kind, where, pointer)
    if cell.kind == "flag":
        return Told(cell.value)
    if "%" in cell.number_format:
        percent = f"{(exact(cell.value) * 100).normalize():f}%"
        return Told(None, finding("EXCEL-PERCENT", cell=where, pointer=pointer, found=percent))
    if kind in ("amount", "quantity"):
        return _amount(cell, where, pointer)
    value = exact(cell.value)
    if value != value.to_integral_value():
        return Told(float(value))  # the reader says that a count is whole
    whole = int(value)
    return Told(f"+{whole}" if kind == "signed_count" and whole > 0 and cell.number_format.startswith("+") else whole)


def _amount(cell: Cell, where: str, pointer: str) -> Told:
    """The digits of an amount; those of its format belong to them as long as they say the same."""
    value = exact(cell.value)
    text = f"{value:f}"
    format_ = _DECIMALS.match(cell.number_format.replace('"', ""))
    if format_ is None or value.adjusted() > 20:  # beyond any sum of money
        return Told(text)
    displayed = f"{value.quantize(Decimal(1).scaleb(-len(format_[1] or '')), 'ROUND_HALF_UP'):f}"
    if Decimal(displayed) == value:
        return Told(displayed)
    note = finding("EXCEL-ROUNDED", "warning", cell=where, pointer=pointer, found=displayed, expected=text)
    return Told(text, note)


def _number_in_text(cell: Cell, kind: str, where: str, pointer: str) -> Told:
    written: str = cell.value
    plain = _PLAIN[kind]
    text, rule = written, "EXCEL-TEXT-NUMBER"
    severity: SeverityName = "information"
    if not plain.fullmatch(text):
        text = written.strip(" \u3000\u00a0").translate(_FULLWIDTH)
        rule = "EXCEL-FULLWIDTH" if text != written.strip(" \u3000\u00a0") else rule
        if _THOUSANDS.fullmatch(text):
            text, rule = text.replace(",", ""), "EXCEL-THOUSANDS"
        severity = "warning"
    if not plain.fullmatch(text):
        return Told(written)
    is_number = kind == "count" or (kind == "signed_count" and text[0] not in "+-")
    value: Any = int(text) if is_number else text
    if text == written and (kind != "count" or _expects_text(cell)):
        return Told(value)
    return Told(value, finding(rule, severity, cell=where, pointer=pointer, found=shown(written), expected=text))


def _expects_text(cell: Cell) -> bool:
    return cell.number_format == "@"


def text(cell: Cell, where: str, pointer: str) -> Told:
    """The text of a cell; a number is taken as its digits (a telephone number)."""
    fault = unusable(cell, where, pointer)
    if fault:
        return Told(None, fault)
    if cell.kind == "text":
        return Told(cell.value)
    if cell.kind == "number":
        return Told(f"{exact(cell.value):f}")
    if cell.kind == "date":
        return date(cell, where, pointer)
    return Told(None, finding("EXCEL-TEXT", cell=where, pointer=pointer, found=shown(cell.value)))


def year(cell: Cell, where: str, pointer: str) -> Told:
    """A year: a number, or digits as text."""
    told = number(cell, "count", where, pointer)
    if isinstance(told.value, str) and re.fullmatch(r"[0-9]{4}年?", told.value):
        plain = told.value.rstrip("年")
        note = finding("EXCEL-TEXT-NUMBER", "information", cell=where, pointer=pointer, found=shown(told.value), expected=plain)
        return Told(int(plain), *told.findings, note)
    return told


def date(cell: Cell, where: str, pointer: str) -> Told:
    """A date as ``YYYY-MM-DD``, or ``YYYY-MM`` where no day is given or shown."""
    fault = unusable(cell, where, pointer)
    if fault:
        return Told(None, fault)
    wrong = finding("EXCEL-DATE", cell=where, pointer=pointer, found=shown(str(cell.value)))
    if cell.kind == "date" and isinstance(cell.value, datetime.date):
        has_day = "d" in re.sub(r'"[^"]*"|\[[^\]]*\]', "", cell.number_format.lower())
        return Told(cell.value.strftime("%Y-%m-%d" if has_day else "%Y-%m"))
    found = _DATE.fullmatch(cell.value.strip().translate(_FULLWIDTH)) if cell.kind == "text" else None
    if found is None:
        return Told(None, wrong)
    year_, month, day = found[1], int(found[2]), found[3]
    try:
        datetime.date(int(year_), month, int(day or 1))
    except ValueError:
        return Told(None, wrong)
    out = f"{year_}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    if out == cell.value:
        return Told(out)
    return Told(out, finding("EXCEL-DATE-WRITTEN", "information", cell=where, pointer=pointer, found=shown(cell.value), expected=out))
