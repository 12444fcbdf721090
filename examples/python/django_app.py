"""Django in one file: POST /render takes a report and answers with its PDF; GET /reports/NAME serves a folder.

Run: REPORTS=folder python django_app.py runserver. In a project of your own take the views and urlpatterns.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from django.conf import settings

if not settings.configured:  # a project has its own settings
    settings.configure(
        ALLOWED_HOSTS=["localhost", "127.0.0.1", "testserver"],
        ROOT_URLCONF=__name__,
        SECRET_KEY=os.environ.get("DJANGO_SECRET_KEY", "no sessions, no cookies: nothing is signed"),
        MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"],
    )

from django.http import HttpRequest, HttpResponse  # noqa: E402  (after the settings)
from django.urls import path  # noqa: E402
from django.views.decorators.http import require_GET, require_POST  # noqa: E402

import report_service  # noqa: E402


def render(request: HttpRequest) -> HttpResponse:
    return answered(report_service.render_posted(request.body))


def stored(request: HttpRequest, name: str) -> HttpResponse:
    folder = Path(os.environ.get("REPORTS", "."))
    return answered(report_service.render_stored(folder, name, request.headers.get("If-None-Match")))


def answered(answer: report_service.Answer) -> HttpResponse:
    return HttpResponse(answer.content, status=answer.status, headers=answer.headers)


urlpatterns = [path("render", require_POST(render)), path("reports/<str:name>", require_GET(stored))]

if __name__ == "__main__":
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
