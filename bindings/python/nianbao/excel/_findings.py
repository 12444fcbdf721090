"""Findings that know their cell, and the errors made of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from .._errors import Error, ReportError
from ._messages import MESSAGES

E = TypeVar("E", bound=Error)


@dataclass(frozen=True)
class CellFinding:
    """What is wrong with a workbook, and in which cell: a finding with a ``cell`` such as ``表三!D17``.

    ``rule`` is a stable id (``T3-C2`` of the format, ``EXCEL-…`` of the workbook), ``severity`` is ``error``,
    ``warning`` or ``information``, ``pointer`` the JSON Pointer of the data, ``cell`` a cell, a sheet or ``""``.
    """

    rule: str
    severity: str
    cell: str = ""
    pointer: str = ""
    place: str = ""
    expected: str = ""
    found: str = ""
    line: int = 0
    column: int = 0
    sentences: dict[str, str] = field(default_factory=dict, hash=False)
    hints: dict[str, str] = field(default_factory=dict, hash=False)

    def message(self, language: str = "zh") -> str:
        """The sentence in ``zh`` or ``en``, the cell before it."""
        sentence = self.sentences[language]
        separator = "：" if language == "zh" else ": "
        return f"{self.cell}{separator}{sentence}" if self.cell else sentence

    def hint(self, language: str = "zh") -> str:
        """What to do; may be empty."""
        return self.hints[language]

    def __str__(self) -> str:
        return f"{self.rule} {self.message()}"


def shown(value: object) -> str:
    """A value as a message quotes it: one line, not too long."""
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "…" + ('"' if text.startswith('"') else "")


def _filled(identity: str, words: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    zh, en, advice_zh, advice_en = (text.format(**words) for text in MESSAGES[identity])
    return {"zh": zh, "en": en}, {"zh": advice_zh, "en": advice_en}


def finding(
    rule: str, severity: str = "error", *, cell: str = "", pointer: str = "", expected: str = "", found: str = ""
) -> CellFinding:
    """A finding of the catalogue."""
    sentences, hints = _filled(rule, {"expected": expected, "found": found})
    return CellFinding(rule, severity, cell, pointer, cell, expected, found, sentences=sentences, hints=hints)


def located(other: Any, cell: str) -> CellFinding:
    """A finding of the library with the cell it is about."""
    if isinstance(other, CellFinding):
        return other
    return CellFinding(
        other.rule, other.severity, cell, other.pointer, str(other.place), other.expected, other.found, other.line,
        other.column, {lang: other.message(lang) for lang in ("zh", "en")}, {lang: other.hint(lang) for lang in ("zh", "en")},
    )


def report_error(findings: Iterable[CellFinding]) -> ReportError:
    """A ReportError of all that is wrong."""
    every = list(findings)
    first = every[0]
    more = len(every) - 1
    sentences = {
        "zh": first.message("zh") + (f"（另有 {more} 项）" if more else ""),
        "en": first.message("en") + (f" (and {more} more)" if more else ""),
    }
    error = _made(ReportError, first.rule, first.cell or first.pointer, sentences)
    error.findings = every  # type: ignore[assignment]  # each has all that a Finding has
    return error


def file_error(kind: type[E], identity: str, file: str, **words: str) -> E:
    """A FileError or LimitError of the catalogue."""
    sentences, hints = _filled(identity, {"file": file, **words})
    joined = {
        lang: sentence + {"zh": f"。{hints[lang]}", "en": f"; {hints[lang]}"}[lang] if hints[lang] else sentence
        for lang, sentence in sentences.items()
    }
    return _made(kind, identity, file, joined)


def _made(kind: type[E], identity: str, where: str, sentences: dict[str, str]) -> E:
    error = kind(sentences["zh"])
    error.id, error.where, error.sentences = identity, where, sentences
    return error
