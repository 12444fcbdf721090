"""What a report may be given as, and how it becomes JSON: every fault is a finding with a JSON Pointer."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import IO, TYPE_CHECKING, Any, Union

from . import _core
from ._core import Report

if TYPE_CHECKING:
    from ._findings import Finding
    from _typeshed import DataclassInstance

Source = Union[
    Report, Mapping[str, Any], "DataclassInstance", "SupportsModelDump", bytes, bytearray, memoryview, str,
    "os.PathLike[str]", IO[bytes], IO[str],
]

_EXACT = 2**53  # below it every whole float is exact


class SupportsModelDump:
    """Anything like a pydantic model: ``model_dump(by_alias=…)`` gives a mapping."""

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """The fields as a mapping."""
        raise NotImplementedError


def json_of(source: Any) -> bytes:
    """A mapping, dataclass or model as JSON. Raises ReportError with every fault of the values at once."""
    writer = _Writer()
    text = writer.written(source, "")
    if writer.findings:
        _core.raise_findings(writer.findings)
    return text.encode("utf-8")


def json_text(source: Any) -> bytes:
    """The JSON text of a source that is no path: bytes as they are, what a file object holds, data as JSON.

    Raises ReportError with every fault of the values at once; TypeError for another kind of source.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source)
    if is_data(source):
        return json_of(source)
    if callable(read := getattr(source, "read", None)):
        content: Any = read()
        # What is not UTF-8 goes through: the reader names its place.
        return content.encode("utf-8", "surrogatepass") if isinstance(content, str) else bytes(content)
    raise TypeError(
        "a report is a path, JSON bytes, a file object, a mapping, a dataclass or a model, "
        f"not {type(source).__name__}"
    )


def is_data(source: object) -> bool:
    """Whether a source is data of Python rather than JSON text or a place where it is found."""
    return isinstance(source, Mapping) or _is_dataclass(source) or _is_model(source)


def is_fractional(value: Any) -> bool:
    """Whether a value is a float, also one of numpy, or a Decimal."""
    if isinstance(value, (float, Decimal)):
        return True
    return getattr(getattr(value, "dtype", None), "kind", "") == "f" and not hasattr(value, "__len__")


def digits_of(value: Any) -> str:
    """The digits of a finite float or Decimal as they stand; "" for a whole float beyond the exact ones."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    whole = float(value)
    if whole.is_integer():
        return str(int(whole)) if abs(whole) <= _EXACT else ""
    return f"{Decimal(str(value)):f}"  # the digits that a single or double of numpy shows


def finding(rule: str, pointer: str, found: str) -> Finding:
    """A fault of a value, with the sentence of the catalogue."""
    from ._findings import Bilingual, Finding

    explained = _core.explain(rule)
    return Finding(
        rule=rule,
        pointer=pointer,
        place=Bilingual(pointer, pointer),
        found=found,
        sentence=_core.sentence(rule, {"place": pointer, "found": found}),
        advice=Bilingual() if explained is None else explained.advice,
    )


class _Writer:
    """Writes JSON and gathers what cannot be written."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._open: set[int] = set()  # ids of the containers around the value

    def written(self, value: Any, pointer: str) -> str:
        if value is None or value is True or value is False:
            return {None: "null", True: "true", False: "false"}[value]
        if isinstance(value, str):
            return self._text(value, pointer)
        if isinstance(value, Enum):
            return self.written(value.value, pointer)
        if is_absent(value):
            return self._fault("SOURCE-NAN", pointer, str(value))
        number = self._number(value, pointer)
        return self._container(value, pointer) if number is None else number

    def _text(self, value: str, pointer: str) -> str:
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            return self._fault("SOURCE-UTF8", pointer, ascii(value))
        return json.dumps(str(value), ensure_ascii=False)

    def _number(self, value: Any, pointer: str) -> str | None:
        """Digits as they stand: a Decimal keeps its zeros, a whole float is an integer."""
        kind = getattr(getattr(value, "dtype", None), "kind", "")  # of a number of numpy
        if kind == "b" and not hasattr(value, "__len__"):
            return "true" if value else "false"
        if is_fractional(value):
            return digits_of(value) or self._fault("SOURCE-INEXACT", pointer, repr(float(value)))
        if hasattr(value, "__index__") and not hasattr(value, "__len__"):
            return str(int(value.__index__()))
        if isinstance(value, date):
            midnight = isinstance(value, datetime) and value.tzinfo is None and value.time() == time()
            return json.dumps(value.date().isoformat() if midnight and isinstance(value, datetime) else value.isoformat())
        return None

    def _container(self, value: Any, pointer: str) -> str:
        if id(value) in self._open:
            return self._fault("SOURCE-LOOP", pointer, "")
        self._open.add(id(value))
        try:
            if (members := _members(value)) is not None:
                return self._object(members, pointer)
            if (items := _items(value)) is not None:
                return "[" + ",".join([self.written(item, f"{pointer}/{i}") for i, item in enumerate(items)]) + "]"
        finally:
            self._open.discard(id(value))
        return self._fault("SOURCE-KIND", pointer, type(value).__name__)

    def _object(self, members: Mapping[Any, Any], pointer: str) -> str:
        out = []
        for key, value in members.items():
            if not isinstance(key, str):
                self._fault("SOURCE-KEY", pointer, repr(key))
                continue
            below = pointer + "/" + key.replace("~", "~0").replace("/", "~1")
            out.append(f"{self._text(key, below)}:{self.written(value, below)}")
        return "{" + ",".join(out) + "}"

    def _fault(self, rule: str, pointer: str, found: str) -> str:
        self.findings.append(finding(rule, pointer, found))
        return "null"


def _members(value: Any) -> Mapping[Any, Any] | None:
    """The members of a mapping, a dataclass, a model or a data frame. A field that nobody set and that is
    None is not there; in a mapping None is null."""
    if isinstance(value, Mapping):
        return value
    if _is_dataclass(value):
        from dataclasses import fields

        given = [(f.name, f.default, getattr(value, f.name)) for f in fields(value)]
        return {name: each for name, default, each in given if not (each is None and default is None)}
    if _is_model(value):
        return _model_members(value)
    from . import frames

    return frames.json_table(value) if frames.is_frame(value) else None


def _model_members(model: Any) -> Mapping[Any, Any]:
    whole = model.model_dump(by_alias=True)
    try:
        chosen = model.model_dump(by_alias=True, exclude_unset=True)
    except TypeError:  # another kind of model
        return dict(whole)
    kept = _without_unset(whole, chosen)
    return kept if isinstance(kept, dict) else {}


def _without_unset(whole: Any, chosen: Any) -> Any:
    if isinstance(whole, dict):
        beside = chosen if isinstance(chosen, dict) else {}
        return {k: _without_unset(v, beside.get(k)) for k, v in whole.items() if v is not None or k in beside}
    if isinstance(whole, list):
        beside_items = chosen if isinstance(chosen, list) and len(chosen) == len(whole) else [None] * len(whole)
        return [_without_unset(v, c) for v, c in zip(whole, beside_items)]
    return whole


def _items(value: Any) -> list[Any] | None:
    """The items of a list, a tuple, an array or a series; sets have no order."""
    if isinstance(value, (list, tuple)):
        return list(value)
    for name in ("to_list", "tolist"):  # polars, numpy and pandas
        if callable(convert := getattr(value, name, None)) and hasattr(value, "dtype"):
            items = convert()
            return items if isinstance(items, list) else None
    return None


def _is_dataclass(value: object) -> bool:
    return hasattr(type(value), "__dataclass_fields__")


def _is_model(value: object) -> bool:
    return callable(getattr(value, "model_dump", None)) and not isinstance(value, type)


def is_absent(value: Any) -> bool:
    """NaN, an infinity, or what pandas and numpy write for nothing: NA, NaT."""
    if type(value).__name__ in ("NAType", "NaTType"):
        return True
    if isinstance(value, Decimal):
        return not value.is_finite()
    if isinstance(value, float):
        return not math.isfinite(value)
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    if hasattr(value, "__len__") or kind not in ("f", "M", "m"):
        return False
    return not math.isfinite(float(value)) if kind == "f" else str(value) == "NaT"
