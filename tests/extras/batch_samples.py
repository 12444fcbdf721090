"""Generated reports, one that is refused, and what this process makes of them."""

from __future__ import annotations

import json
import sys

import nianbao
from conftest import ROOT

sys.path.insert(0, str(ROOT / "tests"))
import generated_reports  # noqa: E402

REFUSED = "refused"


def items(number: int = 20) -> list[tuple[str, bytes]]:
    """Names and JSON, one of them with a sum that does not hold."""
    found = [(f"{index:03}", json.dumps(generated_reports.report(index), ensure_ascii=False).encode()) for index in range(number)]
    wrong = generated_reports.report(number)
    wrong["applications"]["received"][-1] += 1
    found.insert(3, (REFUSED, json.dumps(wrong).encode()))
    return found


def expected(given: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Name and PDF of each, empty when it is refused, made here."""
    return [(name, b"" if name == REFUSED else bytes(nianbao.render(data))) for name, data in given]
