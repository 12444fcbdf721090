"""File names for snapshots: one for each test and name, that every file system takes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

FOLDER = "__snapshots__"
_LONGEST = 80  # bytes of a test or a name; with both, the page and the ending below 255


def folder_of(test_file: Path) -> Path:
    """Where the snapshots of a test file lie: beside it."""
    return test_file.parent / FOLDER / test_file.stem


def test_stem(test: str) -> str:
    """The beginning of the file names of a test, from its name with that of its class.

    >>> test_stem("TestTable.test_head")
    'TestTable.test_head'
    """
    return _safe(test)


def snapshot_stem(test: str, name: str | None, number: int) -> str:
    """The beginning of the file names of one snapshot: the ``number``-th of its test, or the named one."""
    if name is not None:
        return f"{test_stem(test)}--{_safe(name, fold=True)}"
    return test_stem(test) if number == 1 else f"{test_stem(test)}--{number}"


def test_stem_of_file(file_name: str) -> str:
    """The test a file of a snapshot belongs to."""
    return snapshot_stem_of_file(file_name).partition("--")[0]


def snapshot_stem_of_file(file_name: str) -> str:
    """The snapshot a file belongs to: its name without what kind of file it is."""
    return re.sub(r"\.(pages\.txt|text\.txt|page-\d+\.png)$", "", file_name)


def _safe(text: str, fold: bool = False) -> str:
    """Letters, digits, ``_ . -``; when anything had to be changed, with a hash of the whole so that two stay
    two. ``fold``: capitals count as changed, since some file systems take them for small letters."""
    kept = re.sub(r"[^\w.\-]+", "-", unicodedata.normalize("NFC", text)).strip("-.")
    kept = re.sub(r"--+", "-", kept)
    short = kept.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore")
    if short == text and not (fold and short != short.lower()):
        return short
    return f"{short}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
