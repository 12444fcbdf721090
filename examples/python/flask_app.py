"""Flask: POST /render takes a report and answers with its PDF; GET /reports/NAME serves a folder.

Run: REPORTS=folder flask --app flask_app run
"""

from __future__ import annotations

import os
from pathlib import Path

from flask import Flask, Response, request

import report_service

app = Flask(__name__)


@app.post("/render")
def render() -> Response:
    return answered(report_service.render_posted(request.get_data()))


@app.get("/reports/<name>")
def stored(name: str) -> Response:
    folder = Path(os.environ.get("REPORTS", "."))
    return answered(report_service.render_stored(folder, name, request.headers.get("If-None-Match")))


def answered(answer: report_service.Answer) -> Response:
    return Response(answer.content, answer.status, answer.headers)
