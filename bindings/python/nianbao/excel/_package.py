"""The file before anything reads it: what kind it is, whether it is sound and of a decent size; and its making."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterable
from typing import IO, Union

from .._errors import FileError, LimitError
from ._findings import file_error

Source = Union[str, "os.PathLike[str]", bytes, bytearray, memoryview, IO[bytes]]

# A filled form has 30 KB, unpacked 400 KB. What is far beyond is a mistake or an attack (zip bomb).
LARGEST_FILE = 16 << 20
LARGEST_UNPACKED = 64 << 20
LARGEST_RATIO = 200       # where more than RATIO_FROM is unpacked
RATIO_FROM = 4 << 20
MOST_PARTS = 1000
MOST_CELLS = 200_000

_CELL = re.compile(rb"<(?:\w+:)?c[ >/]")
_IGNORED = {
    "图片": re.compile(r"xl/(media/|cellimages)"), "图表": re.compile(r"xl/charts/"),
    "批注": re.compile(r"xl/(comments|threadedComments)"), "嵌入的文件": re.compile(r"xl/embeddings/"),
}


def read_bytes(source: Source) -> tuple[bytes, str]:
    """The bytes of a path, of bytes or of a file object, and the name that messages use.

    Raises FileError, LimitError, TypeError.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _limited(bytes(source), "工作簿")
    if isinstance(source, (str, os.PathLike)):
        name = os.fspath(source)
        try:
            with open(name, "rb") as file:
                return _limited(file.read(LARGEST_FILE + 1), str(name))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise file_error(FileError, "EXCEL-READ", str(name), reason=reason) from error
    if hasattr(source, "read"):
        data = source.read(LARGEST_FILE + 1)
        if not isinstance(data, bytes):
            raise TypeError("a workbook is read from a file opened in binary mode")
        return _limited(data, str(getattr(source, "name", "工作簿")))
    raise TypeError(f"a workbook is a path, bytes or a file object, not {type(source).__name__}")


def _limited(data: bytes, name: str) -> tuple[bytes, str]:
    if len(data) > LARGEST_FILE:
        raise file_error(LimitError, "EXCEL-LIMIT", name, found=f"> {LARGEST_FILE} B", limit=f"{LARGEST_FILE} B")
    return data, name


def inspect(data: bytes, name: str) -> list[str]:
    """Refuses what is no plain .xlsx workbook; the kinds of content that will not be read (图片, 批注 …).

    Raises FileError, LimitError.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        is_encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise file_error(FileError, "EXCEL-PASSWORD" if is_encrypted else "EXCEL-XLS", name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_size(package.infolist(), name)
            _check_kind(package, name)
            _check_parts(package, name)
            return [kind for kind, parts in _IGNORED.items() if any(parts.match(each) for each in package.namelist())]
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError, KeyError, RuntimeError) as error:
        raise file_error(FileError, "EXCEL-DAMAGED", name, reason=str(error) or type(error).__name__) from error
    except Exception as error:  # zlib.error has no common root with the others
        if type(error).__module__ != "zlib":
            raise
        raise file_error(FileError, "EXCEL-DAMAGED", name, reason=str(error)) from error


def _check_size(parts: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = max(sum(part.compress_size for part in parts), 1)
    if len(parts) > MOST_PARTS:
        raise file_error(LimitError, "EXCEL-LIMIT", name, found=f"{len(parts)} 个部件", limit=str(MOST_PARTS))
    if unpacked > LARGEST_UNPACKED:
        raise file_error(LimitError, "EXCEL-LIMIT", name, found=f"解压后 {unpacked} B", limit=f"{LARGEST_UNPACKED} B")
    if unpacked > RATIO_FROM and unpacked / packed > LARGEST_RATIO:
        raise file_error(LimitError, "EXCEL-LIMIT", name, found=f"压缩比 {unpacked // packed}", limit=str(LARGEST_RATIO))
    if any(part.flag_bits & 1 for part in parts):
        raise file_error(FileError, "EXCEL-PASSWORD", name)


def _check_kind(package: zipfile.ZipFile, name: str) -> None:
    parts = set(package.namelist())
    types = package.read("[Content_Types].xml") if "[Content_Types].xml" in parts else b""
    if any(part.endswith("vbaProject.bin") for part in parts) or b"macroEnabled" in types:
        raise file_error(FileError, "EXCEL-MACRO", name)
    if "xl/workbook.xml" not in parts or not types:
        kinds = {"xl/workbook.bin": ".xlsb", "mimetype": "OpenDocument", "word/document.xml": ".docx",
                 "ppt/presentation.xml": ".pptx"}
        found = next((kind for part, kind in kinds.items() if part in parts), "ZIP")
        raise file_error(FileError, "EXCEL-KIND", name, found=found)
    if b"purl.oclc.org/ooxml" in package.read("xl/workbook.xml"):
        raise file_error(FileError, "EXCEL-KIND", name, found="Strict Open XML")


def _check_parts(package: zipfile.ZipFile, name: str) -> None:
    cells = 0
    for part in package.namelist():
        content = package.read(part)  # all of them: damage is found here
        if not part.endswith((".xml", ".rels")):
            continue
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            content = content.decode("utf-16", "replace").encode()
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise file_error(FileError, "EXCEL-DTD", name, found=part)
        if part.startswith("xl/worksheets/"):
            cells += sum(1 for _ in _CELL.finditer(content))
    if cells > MOST_CELLS:
        raise file_error(LimitError, "EXCEL-LIMIT", name, found=f"{cells} 个单元格", limit=str(MOST_CELLS))


# openpyxl writes the time of day into the package; the same form has the same bytes (1980-01-01 is the first day of ZIP).
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def repacked(data: bytes, additions: Iterable[tuple[str, bytes, bytes]] = ()) -> bytes:
    """The same package without the time of its making. ``additions`` are (part, before what, what to put there)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in sorted(source.namelist(), key=lambda each: (each != "[Content_Types].xml", each)):
            content = source.read(part)
            if part == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z\2", content)
            for where, before, added in additions:
                if where == part:
                    content = content.replace(before, added + before, 1)
            info = zipfile.ZipInfo(part, _EPOCH)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            target.writestr(info, content)
    return out.getvalue()
