"""How results show themselves in a notebook: findings as a table, a report as its file and first page."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._findings import Finding
    from ._pdf import Pdf

    _List = list[Finding]
else:
    _List = list

_SEVERITIES = {"error": ("错误", "#b00020"), "warning": ("警告", "#8a5a00"), "information": ("提示", "#1f5f99")}


class Findings(_List):
    """The findings of a check: a list, errors first, which a notebook shows as a table."""

    def _repr_html_(self) -> str:
        if not self:
            return "<p>没有发现问题。 No findings.</p>"
        return (
            '<table><thead><tr><th scope="col">级别<br>severity</th><th scope="col">规则<br>rule</th>'
            '<th scope="col">位置<br>where</th><th scope="col">问题<br>finding</th></tr></thead><tbody>'
            f"{''.join(_row(finding) for finding in self)}</tbody></table>"
        )


def _row(finding: Finding) -> str:
    word, colour = _SEVERITIES.get(str(finding.severity), (str(finding.severity), "inherit"))
    line = f"<br>{finding.line}:{finding.column}" if finding.line else ""
    said = _lines(finding.message("zh"), finding.hint("zh"), finding.message("en"), finding.hint("en"))
    return (
        f'<tr><td style="color:{colour}"><b>{escape(word)}</b></td><td>{escape(finding.rule)}</td>'
        f'<td style="text-align:left"><code>{escape(finding.pointer)}</code>{line}</td>'
        f'<td style="text-align:left">{said}</td></tr>'
    )


def _lines(zh: str, zh_hint: str, en: str, en_hint: str) -> str:
    def both(sentence: str, hint: str) -> str:
        return escape(sentence) + (f" <i>{escape(hint)}</i>" if hint else "")

    return f'<span lang="zh-Hans">{both(zh, zh_hint)}</span><br><small lang="en">{both(en, en_hint)}</small>'


def summary(pdf: Pdf) -> str:
    """One line on a report: what is known without a look at its pages."""
    name = pdf.file_name or "PDF"
    return f"<Pdf {name}: {len(pdf.pages)} 页 pages, {len(pdf)} 字节 bytes, {len(pdf.warnings)} 提醒 warnings>"


def mime_bundle(pdf: Pdf, include: Iterable[str] | None, exclude: Iterable[str] | None) -> dict[str, Any]:
    """The file, its first page as a picture where pypdfium2 is there, and a line of text (RFC: Jupyter
    messaging, display_data); of these, ``include`` without ``exclude``."""
    wanted = {"text/plain", "application/pdf", "image/png"} if include is None else set(include)
    wanted -= set(exclude or ())
    bundle: dict[str, Any] = {}
    if "text/plain" in wanted:
        bundle["text/plain"] = summary(pdf)
    if "application/pdf" in wanted:
        bundle["application/pdf"] = b64encode(pdf).decode("ascii")
    if "image/png" in wanted:
        try:
            bundle["image/png"] = b64encode(pdf.png(1)).decode("ascii")
        except ImportError:
            pass  # without the extra a front end shows the file or the text
    return bundle
