"""FastAPI: POST /render takes a report and answers with its PDF; GET /reports/NAME serves a folder.

Run: REPORTS=folder fastapi run fastapi_app.py
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from fastapi import Depends, FastAPI, Header, Request, Response

import report_service

app = FastAPI(title="nianbao")


async def raw_body(request: Request) -> bytes:
    """The bytes as they were sent: FastAPI would read JSON and forget lines and doubled keys."""
    return await request.body()


# Plain functions, not coroutines: FastAPI runs them in its threads, and while one renders (without the GIL)
# the event loop serves the others.
@app.post("/render")
def render(body: Annotated[bytes, Depends(raw_body)]) -> Response:
    return answered(report_service.render_posted(body))


@app.get("/reports/{name}")
def stored(name: str, if_none_match: Annotated[str | None, Header()] = None) -> Response:
    folder = Path(os.environ.get("REPORTS", "."))
    return answered(report_service.render_stored(folder, name, if_none_match))


def answered(answer: report_service.Answer) -> Response:
    return Response(answer.content, answer.status, answer.headers)
