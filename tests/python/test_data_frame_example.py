"""examples/python/data_frame.py: a ledger of 1,711 applications gives the report that was counted by hand."""

import csv
import json
import subprocess
import sys

import pytest
from conftest import ROOT

import nianbao

APPLICANTS = ["natural_person", "business", "research", "public_interest", "legal_service", "other"]


def rows_of(results, above=""):
    """refused/state_secret → its seven numbers; the row of totals is not one."""
    for key, value in results.items():
        if isinstance(value, dict):
            yield from rows_of(value, f"{above}{key}/")
        elif key != "total":
            yield above + key, value


def ledger_of(applications, year):
    """One row for each application that these numbers count."""
    for at, applicant in enumerate(APPLICANTS):
        closings = [result for result, row in rows_of(applications["results"]) for _ in range(row[at])]
        closings += [""] * applications["carried_out"][at]
        old, new = applications["carried_in"][at], applications["received"][at]
        assert len(closings) == old + new
        for number, result in enumerate(closings):
            received = f"{year - 1}-12-31" if number < old else f"{year}-03-0{number % 9 + 1}"
            yield received, f"{year}-11-25" if result else "", applicant, result


@pytest.fixture
def ledger(county, tmp_path):
    rows = list(ledger_of(county["applications"], county["year"]))
    assert len(rows) == 1711
    # Closed last year already, so not in this report.
    rows.append((f"{county['year'] - 1}-01-05", f"{county['year'] - 1}-01-20", "business", "granted"))
    with (tmp_path / "ledger.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("received", "closed", "applicant", "result"), *rows])
    return tmp_path / "ledger.csv"


def run(ledger, report, out):
    (out.parent / "rest.json").write_text(json.dumps({k: v for k, v in report.items() if k != "applications"}))
    script = ROOT / "examples/python/data_frame.py"
    return subprocess.run(
        [sys.executable, script, ledger, out.parent / "rest.json", out], capture_output=True, text=True
    )


def test_a_ledger_gives_the_pdf_of_the_report_counted_by_hand(ledger, county, tmp_path):
    done = run(ledger, county, tmp_path / "out.pdf")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.pdf").read_bytes() == nianbao.render(county)


def test_a_result_the_form_does_not_have_is_not_lost_in_silence(ledger, county, tmp_path):
    text = ledger.read_text()
    ledger.write_text(text.replace("refused/state_secret", "refused/state_secrets", 1))
    done = run(ledger, county, tmp_path / "out.pdf")
    assert done.returncode != 0 and "state_secrets" in done.stderr
    assert not (tmp_path / "out.pdf").exists()
