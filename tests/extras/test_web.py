"""The web examples, each by its framework's own test client: the same answers from all three."""

from __future__ import annotations

import copy
import importlib
import importlib.util
import json
import pathlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

import nianbao

FRAMEWORKS = ["fastapi", "flask", "django"]


@dataclass
class Reply:
    status: int
    content: bytes
    headers: dict[str, str]


Ask = Callable[..., Reply]


def ask_fastapi() -> Ask:
    from fastapi.testclient import TestClient

    client = TestClient(importlib.import_module("fastapi_app").app)

    def ask(method: str, path: str, content: bytes = b"", **headers: str) -> Reply:
        reply = client.request(method, path, content=content, headers=headers)
        return Reply(reply.status_code, reply.content, {key.title(): value for key, value in reply.headers.items()})

    return ask


def ask_flask() -> Ask:
    client = importlib.import_module("flask_app").app.test_client()

    def ask(method: str, path: str, content: bytes = b"", **headers: str) -> Reply:
        reply = client.open(path, method=method, data=content, headers=headers)
        return Reply(reply.status_code, reply.data, {key.title(): value for key, value in reply.headers.items()})

    return ask


def ask_django() -> Ask:
    importlib.import_module("django_app")
    import django
    from django.test import Client

    django.setup()
    client = Client()

    def ask(method: str, path: str, content: bytes = b"", **headers: str) -> Reply:
        reply = client.generic(method, path, content, content_type="application/json", headers=headers)
        return Reply(reply.status_code, reply.content, {key.title(): value for key, value in reply.headers.items()})

    return ask


@pytest.fixture(params=FRAMEWORKS)
def ask(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, data: pathlib.Path) -> Ask:
    if importlib.util.find_spec(request.param) is None:
        pytest.skip(f"Python package {request.param} is not installed")
    monkeypatch.setenv("REPORTS", str(data))
    made: Ask = {"fastapi": ask_fastapi, "flask": ask_flask, "django": ask_django}[request.param]()
    return made


def test_a_report_that_is_posted_comes_back_as_its_pdf(ask: Ask, county_path: pathlib.Path) -> None:
    reply = ask("POST", "/render", county_path.read_bytes())
    assert reply.status == 200
    assert reply.content == nianbao.render(county_path)
    assert reply.headers["Content-Type"] == "application/pdf"
    assert reply.headers["Content-Disposition"].startswith("attachment;")
    assert "filename*=UTF-8''%E6%BE%84%E5%B2%9A" in reply.headers["Content-Disposition"]  # 澄岚…


def test_faults_of_the_report_are_422_with_all_findings(ask: Ask, data: pathlib.Path) -> None:
    reply = ask("POST", "/render", (data / "county-2024-bad-sum.json").read_bytes())
    assert reply.status == 422
    findings = json.loads(reply.content)["findings"]
    wrong = next(finding for finding in findings if finding["severity"] == "error")
    assert wrong["rule"].startswith("T3-") and wrong["pointer"].startswith("/applications") and wrong["line"] > 0
    assert wrong["message"] and wrong["en"]


def test_a_character_no_font_has_is_422_with_its_place(ask: Ask, data: pathlib.Path) -> None:
    reply = ask("POST", "/render", (data / "county-2024-missing-character.json").read_bytes())
    assert reply.status == 422
    (missing, *_) = json.loads(reply.content)["missing"]
    assert missing["code_point"].startswith("U+3") and missing["pointer"].startswith("/")


def test_what_is_not_json_is_400_with_line_and_column(ask: Ask) -> None:
    reply = ask("POST", "/render", b'{\n  "format": nonsense}')
    assert reply.status == 400
    fault = json.loads(reply.content)
    assert fault["line"] == 2 and fault["column"] > 0


def test_a_stored_report_has_an_entity_tag_and_is_not_sent_twice(ask: Ask, county_path: pathlib.Path) -> None:
    first = ask("GET", "/reports/county-2024")
    assert first.status == 200 and first.content == nianbao.render(county_path)
    again = ask("GET", "/reports/county-2024", **{"If-None-Match": f'"other", {first.headers["Etag"]}'})
    assert again.status == 304 and again.content == b""
    changed = ask("GET", "/reports/county-2024", **{"If-None-Match": '"other"'})
    assert changed.status == 200


@pytest.mark.parametrize("name", ["none", "..", "%2e%2e%2fcounty-2024", "county-2024.json"])
def test_nothing_outside_the_folder_is_served(ask: Ask, name: str) -> None:
    assert ask("GET", f"/reports/{name}").status in (404, 405)


def test_the_entity_tag_changes_with_the_report(ask: Ask, county: dict[str, Any]) -> None:
    other = copy.deepcopy(county)
    other["organ"] = "澄岚县司法局"
    other["title"] = ["澄岚县司法局", county["title"][1]]
    tags = {ask("POST", "/render", json.dumps(report).encode()).headers["Etag"] for report in (county, other)}
    assert len(tags) == 2
