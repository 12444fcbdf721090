"""Pages as pictures, by PDFium (the extra ``png``)."""

from __future__ import annotations

import importlib
import os
import threading
from types import ModuleType

from ._png import Pixels

_lock = threading.Lock()  # PDFium works for one thread at a time


def _renew_lock() -> None:
    global _lock
    _lock = threading.Lock()  # the thread that held it is not in the child


os.register_at_fork(after_in_child=_renew_lock)


def pdfium() -> ModuleType:
    """The module pypdfium2. Raises ImportError that says how to get it."""
    try:
        return importlib.import_module("pypdfium2")
    except ImportError as error:
        raise ImportError(
            "页面图像需要 pypdfium2 / pictures of pages need pypdfium2: pip install 'nianbao[png]'", name="pypdfium2"
        ) from error


def page_pixels(pdf: bytes, page: int, dpi: float) -> Pixels:
    """Page ``page`` (from 1) of a PDF on white, ``dpi`` pixels an inch. Raises ImportError without pypdfium2."""
    module = pdfium()
    with _lock:
        document = module.PdfDocument(pdf)
        try:
            leaf = document[page - 1]
            bitmap = leaf.render(scale=dpi / 72, rev_byteorder=True)
            try:
                width, height, step = int(bitmap.width), int(bitmap.height), int(bitmap.stride)
                channels, data = int(bitmap.n_channels), bytes(bitmap.buffer)
            finally:
                bitmap.close()
                leaf.close()
        finally:
            document.close()
    return Pixels(width, height, _packed(data, width, height, step, channels))


def _packed(data: bytes, width: int, height: int, step: int, channels: int) -> bytes:
    """Rows without padding, three bytes a pixel."""
    used = width * channels
    rows = data if step == used else b"".join(data[y * step : y * step + used] for y in range(height))
    if channels == 3:
        return rows[: used * height]
    out = bytearray(3 * width * height)
    for i in range(3):
        out[i::3] = rows[min(i, channels - 1) : used * height : channels]
    return bytes(out)
