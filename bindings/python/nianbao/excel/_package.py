"""The file before anything reads it: what kind it is, whether it is sound and of a decent size; and its making."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterable
from typing import IO, Union
from xml.parsers import expat

from .._errors import FileError, LimitError
from ._findings import file_error

Source = Union[str, "os.PathLike[str]", bytes, bytearray, memoryview, IO[bytes]]

# A filled form has 30 KB, unpacked 400 KB. What is far beyond is a mistake or an attack (zip bomb).
LARGEST_FILE = 16 << 20
LARGEST_UNPACKED = 64 << 20
LARGEST_XML = 8 << 20     # of that: what is parsed
LARGEST_RATIO = 200       # where more than RATIO_FROM is unpacked
RATIO_FROM = 4 << 20
MOST_PARTS = 1000
MOST_CELLS = 200_000
MOST_AREAS = 2_000

_CORNER = re.compile(r"([A-Z]{0,3})([0-9]{0,7})")
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
    """Reads every part once: damage is found here, and what would make openpyxl fill millions of cells."""
    parsed, scan = 0, _Scan(name)
    for part in package.namelist():
        content = package.read(part)
        # By what it is, not by its name: relations may call any part a sheet.
        if not content.lstrip().startswith((b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
            continue
        parsed += len(content)
        if parsed > LARGEST_XML:
            raise file_error(LimitError, "EXCEL-LIMIT", name, found=f"XML > {LARGEST_XML} B", limit=f"{LARGEST_XML} B")
        scan.read(content, part)


class _Scan:
    """Counts cells, and the areas that are merged or linked, without building anything."""

    def __init__(self, name: str) -> None:
        self._name, self._part = name, ""
        self._cells = self._areas = self._in_areas = 0

    def read(self, content: bytes, part: str) -> None:
        """One part. Raises FileError, LimitError."""
        self._part = part
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._element
        parser.StartDoctypeDeclHandler = self._refuse_type
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            raise file_error(FileError, "EXCEL-DAMAGED", self._name, reason=f"{part}: {error}") from error

    def _refuse_type(self, *_: object) -> None:
        raise file_error(FileError, "EXCEL-DTD", self._name, found=self._part)

    def _element(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(":")[2]
        if local == "c":
            self._cells += 1
            self._limit("个单元格", self._cells, MOST_CELLS)
        elif local in ("mergeCell", "hyperlink"):
            self._areas += 1
            self._in_areas += _cells_in(attributes.get("ref", ""))
            self._limit("个合并区域和链接", self._areas, MOST_AREAS)
            self._limit("个合并或带链接的单元格", self._in_areas, MOST_CELLS)

    def _limit(self, what: str, found: int, most: int) -> None:
        if found > most:
            raise file_error(LimitError, "EXCEL-LIMIT", self._name, found=f"{found} {what}", limit=str(most))


def _cells_in(area: str) -> int:
    """How many cells A1:D9 has; a whole row or column as many as a sheet is wide or high."""
    corners = [_CORNER.fullmatch(each) for each in area.replace("$", "").upper().split(":")]
    if len(corners) != 2 or not all(corners):
        return 1
    columns, rows = [], []
    for corner in corners:
        letters_, digits = corner.groups() if corner else ("", "")
        columns.append(sum((ord(c) - 64) * 26**i for i, c in enumerate(reversed(letters_))) if letters_ else None)
        rows.append(int(digits) if digits else None)
    wide = abs(columns[1] - columns[0]) + 1 if columns[0] and columns[1] else 1 << 14
    high = abs(rows[1] - rows[0]) + 1 if rows[0] and rows[1] else 1 << 20
    return wide * high


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
