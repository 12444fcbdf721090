"""What a portal answers, whatever its framework: report data in, a PDF or its faults out.

fastapi_app.py, flask_app.py and django_app.py put this behind their routes.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import nianbao
from nianbao import web


@dataclass(frozen=True)
class Answer:
    """An HTTP answer without a framework."""

    status: int
    content: bytes
    headers: dict[str, str] = field(default_factory=dict)


def render_posted(body: bytes) -> Answer:
    """The PDF of a report that was sent; as bytes, so that a fault has its line and column."""
    try:
        pdf = nianbao.render(body)
    except nianbao.Error as error:
        return refused(error)
    # A download under the report's Chinese name, with an entity tag: the same report gives the same bytes.
    return Answer(200, pdf, web.headers(pdf))


def render_stored(folder: Path, name: str, if_none_match: str | None = None) -> Answer:
    """The PDF of a report in a folder, or 304 when the client has these very bytes already."""
    source = folder / f"{name}.json"
    if not re.fullmatch(r"[\w-]+", name) or not source.is_file():
        return Answer(404, b"")
    answer = render_posted(source.read_bytes())
    if answer.status == 200 and web.is_not_modified(if_none_match, answer.headers["ETag"]):
        return Answer(304, b"", {"ETag": answer.headers["ETag"]})
    return answer


def refused(error: nianbao.Error) -> Answer:
    """What is wrong, for programs: 400 no JSON, 413 too much of it, 422 the report, 500 not the client's fault."""
    statuses = {nianbao.JsonError: 400, nianbao.LimitError: 413, nianbao.ReportError: 422, nianbao.FontError: 422,
                nianbao.LayoutError: 422}
    status = statuses.get(type(error), 500)
    faults: dict[str, object] = {"id": error.id, "where": error.where, "message": str(error), "en": error.message("en")}
    if isinstance(error, nianbao.JsonError):
        faults |= {"line": error.line, "column": error.column}
    if isinstance(error, nianbao.ReportError):
        faults["findings"] = [
            {
                "rule": finding.rule, "severity": str(finding.severity), "pointer": finding.pointer,
                "line": finding.line, "column": finding.column,
                "message": finding.message(), "en": finding.message("en"), "hint": finding.hint(),
            }
            for finding in error.findings
        ]
    if isinstance(error, nianbao.FontError):
        faults["missing"] = [
            {"code_point": f"U+{ord(one.character):04X}", "pointer": one.pointer} for one in error.missing
        ]
    body = json.dumps(faults, ensure_ascii=False).encode()
    return Answer(status, body, {"Content-Type": "application/json; charset=utf-8"})
