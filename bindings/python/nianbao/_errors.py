"""The error family, the same names and facts as in C++."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._names import LanguageName
    from ._findings import Finding, MissingCharacter


class Error(Exception):
    """The root. ``id`` is stable, ``where`` is a path, a JSON Pointer or empty."""

    id: str = ""
    where: str = ""
    exit_code: int = 70  # of the command line
    sentences: dict[str, str] = {}
    hints: dict[str, str] = {}

    def message(self, language: LanguageName = "zh") -> str:
        """The sentence in ``zh`` or ``en``."""
        return self.sentences.get(str(language), str(self))

    def hint(self, language: LanguageName = "zh") -> str:
        """What to do, in ``zh`` or ``en``; may be empty."""
        return self.hints.get(str(language), "")


class FileError(Error):
    """A file is missing or cannot be read."""


class JsonError(Error):
    """Not JSON or not UTF-8: the first fault."""

    line: int = 0
    column: int = 0


class ReportError(Error):
    """The content is not this format, or its numbers do not agree: all ``findings``."""

    findings: list[Finding] = []


class ArgumentError(Error, TypeError, ValueError):
    """An option, or a value of a document made by hand, is of the wrong kind; ``where`` points to it."""

    exit_code = 2


class TemplateError(Error):
    """A template or format is wrong; ``where`` points into it."""


class FontError(Error):
    """A font cannot be used, or characters that no font has are in ``missing``."""

    missing: list[MissingCharacter] = []


class LayoutError(Error):
    """Something does not fit: ``needed`` and ``available`` in points."""

    needed: float = 0.0
    available: float = 0.0


class LimitError(Error):
    """A limit was hit."""


class PdfError(Error):
    """The PDF would not conform."""


class OutputError(Error):
    """The result could not be written."""
