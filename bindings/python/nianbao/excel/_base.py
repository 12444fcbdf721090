"""The report a workbook is laid over: its texts, and what the workbook lacks."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any, Union

from .. import read_report

Base = Union[Mapping[str, Any], bytes, str, "os.PathLike[str]", None]


def base_of(base: Base) -> dict[str, Any]:
    """The data of a mapping, of JSON text as bytes, or of a path; nothing for None.

    Raises FileError and JsonError as a report would; its content is checked with that of the workbook.
    """
    if base is None:
        return {}
    if isinstance(base, Mapping):
        return dict(base)
    if isinstance(base, (bytes, bytearray, memoryview)):
        text = bytes(base)
    elif isinstance(base, (str, os.PathLike)):
        if not os.path.isfile(base):
            read_report(base)  # says what is wrong with the file
        with open(base, "rb") as file:
            text = file.read()
    else:
        raise TypeError(f"a base report is a path, JSON bytes or a mapping, not {type(base).__name__}")
    try:
        # The digits of an amount stay those of the text; a float would make others of them.
        value = json.loads(text.removeprefix(b"\xef\xbb\xbf"), parse_float=str)
    except ValueError:
        read_report(text)  # the reader names line and column
        raise
    if not isinstance(value, dict):
        read_report(text)
    return dict(value)
