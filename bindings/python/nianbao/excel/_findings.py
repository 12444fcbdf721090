"""Findings that know their cell, and the errors made of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import TypeVar

from .._errors import Error, FileError, LimitError, OutputError, ReportError
from .._findings import Bilingual, Finding
from .._names import LanguageName, SeverityName
from ._messages import MESSAGES

E = TypeVar("E", bound=Error)
_EXIT_CODES: dict[type[Error], int] = {ReportError: 1, FileError: 3, LimitError: 6, OutputError: 7}  # of the command line


@dataclass(frozen=True, slots=True)
class CellFinding(Finding):
    """A finding that knows its cell: ``cell`` is a cell (``表三!D17``), a sheet or ``""``.

    ``rule`` is a stable id: ``T3-C2`` of the format, ``EXCEL-…`` of the workbook.
    """

    cell: str = ""

    def message(self, language: LanguageName = "zh") -> str:
        """The sentence in ``zh`` or ``en``, the cell before it."""
        sentence = self.sentence.in_(language)
        separator = "：" if language == "zh" else ": "
        return f"{self.cell}{separator}{sentence}" if self.cell else sentence

    def __str__(self) -> str:
        return f"{self.rule} {self.message()}"


def shown(value: object) -> str:
    """A value as a message quotes it: one line, not too long."""
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "…" + ('"' if text.startswith('"') else "")


def _filled(identity: str, words: dict[str, str]) -> tuple[Bilingual, Bilingual]:
    zh, en, advice_zh, advice_en = (text.format(**words) for text in MESSAGES[identity])
    return Bilingual(zh, en), Bilingual(advice_zh, advice_en)


def finding(
    rule: str, severity: SeverityName = "error", *, cell: str = "", pointer: str = "", expected: str = "", found: str = ""
) -> CellFinding:
    """A finding of the catalogue."""
    sentence, advice = _filled(rule, {"expected": expected, "found": found})
    return CellFinding(
        rule=rule, severity=severity, pointer=pointer, place=Bilingual(cell, cell), expected=expected, found=found,
        sentence=sentence, advice=advice, cell=cell,
    )


def located(other: Finding, cell: str) -> CellFinding:
    """A finding of the library with the cell it is about."""
    if isinstance(other, CellFinding):
        return other
    return CellFinding(**{each.name: getattr(other, each.name) for each in fields(other)}, cell=cell)


def report_error(findings: Iterable[CellFinding]) -> ReportError:
    """A ReportError of all that is wrong."""
    every = list(findings)
    first = every[0]
    more = len(every) - 1
    sentence = Bilingual(
        first.message("zh") + (f"（另有 {more} 项）" if more else ""),
        first.message("en") + (f" (and {more} more)" if more else ""),
    )
    error = _made(ReportError, first.rule, first.cell or first.pointer, sentence, first.advice)
    error.findings = list[Finding](every)
    return error


def file_error(kind: type[E], identity: str, file: str, **words: str) -> E:
    """A FileError, LimitError or OutputError of the catalogue."""
    return _made(kind, identity, file, *_filled(identity, {"file": file, **words}))


def _made(kind: type[E], identity: str, where: str, sentence: Bilingual, advice: Bilingual) -> E:
    error = kind(sentence.zh)
    error.id, error.where, error.exit_code = identity, where, _EXIT_CODES[kind]
    error.sentences, error.hints = {"zh": sentence.zh, "en": sentence.en}, {"zh": advice.zh, "en": advice.en}
    return error
