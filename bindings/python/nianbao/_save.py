"""Bytes to where the caller wants them: a path or a file object."""

from __future__ import annotations

import io
import os
from typing import Protocol, Union, runtime_checkable

from . import _core
from ._errors import OutputError


@runtime_checkable
class Writable(Protocol):
    """A file object open for binary writing."""

    def write(self, data: bytes, /) -> object:
        """Take bytes; the count of those taken, or None for all."""


Output = Union[str, "os.PathLike[str]", Writable]


def save(output: Output, data: bytes) -> None:
    """Write bytes to a path, where the file is old or new but never half, or into a binary file object.

    Raises OutputError; TypeError for a file object of text.
    """
    if isinstance(output, (str, os.PathLike)):
        _core.save(output, data)
    elif isinstance(output, io.TextIOBase):
        raise TypeError('the output is bytes: open the file with "wb"')
    elif isinstance(output, Writable):
        _write_all(output, data)
    else:
        raise TypeError(f"output is a path or a binary file object, not {type(output).__name__}")


def _write_all(file: Writable, data: bytes) -> None:
    """A raw file may take fewer bytes than it is given."""
    left = memoryview(data)
    try:
        taken = file.write(data)
        while isinstance(taken, int) and not isinstance(taken, bool) and taken < len(left):
            if taken <= 0:
                raise OSError("no bytes were taken")
            left = left[taken:]
            taken = file.write(bytes(left))
    except OSError as error:
        raise _output_error(str(getattr(file, "name", "")), error) from error


def _output_error(name: str, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    raised = OutputError(f"无法写入 {name or '文件对象'}：{reason}")
    raised.id, raised.where = "OUTPUT-WRITE", name
    raised.sentences = {"zh": str(raised), "en": f"cannot write {name or 'the file object'}: {reason}"}
    return raised
