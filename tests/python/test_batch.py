"""nianbao.batch: the run_batch of C++ for Python's sources."""

from __future__ import annotations

import copy
import csv
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time

import nianbao
import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "tests"))
import generated_reports  # noqa: E402


@pytest.fixture(scope="module")
def reports():
    return [generated_reports.report(number) for number in range(12)]


def pdfs(folder):
    return {file.name: file.read_bytes() for file in folder.glob("*.pdf")}


def test_sources_of_every_kind_give_the_bytes_of_render(reports, county_path, tmp_path):
    sources = [
        ("dict", reports[0]), ("bytes", json.dumps(reports[1]).encode()), ("path", county_path), ("str", str(county_path)),
        ("report", nianbao.read_report(reports[2])),
    ]
    summary = nianbao.batch(sources, tmp_path, workers=2)
    assert [row.output for row in summary.rows] == [f"{name}.pdf" for name, _ in sources]
    assert pdfs(tmp_path) == {f"{name}.pdf": bytes(nianbao.render(source)) for name, source in sources}
    assert not summary.failed and not summary.interrupted and len(summary) == 5
    assert all(row.status in ("passed", "warnings") and row.pages > 1 and row.milliseconds > 0 for row in summary.rows)


def test_a_generator_is_gone_through_once_and_named_by_titles(reports, tmp_path):
    summary = nianbao.batch((report for report in reports), tmp_path)
    assert [row.output for row in summary.rows] == [nianbao.read_report(report).file_name for report in reports]


def test_a_folder_and_a_manifest_are_paths(reports, tmp_path):
    generated_reports.write(3, tmp_path / "data")
    first = nianbao.batch(tmp_path / "data", tmp_path / "a")
    second = nianbao.batch(str(tmp_path / "data/manifest.jsonl"), tmp_path / "b")
    titled = nianbao.batch(tmp_path / "data", tmp_path / "c", names="title")
    assert [row.sha256 for row in first.rows] == [row.sha256 for row in second.rows] == [row.sha256 for row in titled.rows]
    assert [row.output for row in first.rows] == ["00000.pdf", "00001.pdf", "00002.pdf"]
    assert titled.rows[0].output.endswith("年政府信息公开工作年度报告.pdf")


def test_resume_is_the_default_and_can_be_turned_off(reports, tmp_path):
    assert nianbao.batch(reports, tmp_path).kept == 0
    assert nianbao.batch(reports, tmp_path).kept == 12
    changed = copy.deepcopy(reports)
    changed[5]["problems"] = "另有不足。"
    assert nianbao.batch(changed, tmp_path).kept == 11
    assert nianbao.batch(changed, tmp_path, draft=True).kept == 0
    assert nianbao.batch(changed, tmp_path, resume=False).kept == 0


def test_a_report_object_is_resumed_too(reports, tmp_path):
    given = [("a", nianbao.read_report(reports[0]))]
    nianbao.batch(given, tmp_path)
    assert nianbao.batch(given, tmp_path).kept == 1


def test_a_failed_report_stops_no_other_and_its_findings_are_told_in_order(reports, tmp_path):
    wrong = copy.deepcopy(reports[1])
    wrong["applications"]["received"][-1] += 1
    told = []
    summary = nianbao.batch([("a", reports[0]), ("b", wrong), ("c", b"{"), ("d", tmp_path / "none.json"), ("e", reports[2])], tmp_path / "out",
                            workers=3, on_report=lambda row, findings: told.append((row.name, findings)))
    assert [row.output for row in summary.failed] == ["b.pdf", "c.pdf", "d.pdf"]
    assert [name for name, _ in told][:3] == ["a", "b", "c"] and len(told) == 5
    assert any(finding.rule.startswith("T3-") for finding in told[1][1])
    assert summary.failed[0].message and set(pdfs(tmp_path / "out")) == {"a.pdf", "e.pdf"}
    rows = list(csv.DictReader(io.StringIO(summary.to_csv("en").removeprefix("\ufeff"))))
    assert [row["status"] for row in rows].count("failed") == 3
    assert (tmp_path / "out/summary.csv").read_bytes().decode() == summary.to_csv()
    assert "<table>" in summary._repr_html_() and "未通过" in summary._repr_html_() and "<html" in summary.to_html()


def last_year(report):
    """What the carry-over of a report follows from, but under another name."""
    last = copy.deepcopy(report)
    last["applications"]["carried_out"] = last["applications"]["carried_in"]
    return {**last, "year": report["year"] - 1, "organ": "旧名县人民政府"}


def test_an_item_names_last_years_report_for_the_check(reports, tmp_path):
    last, told = tmp_path / "last.json", {}
    last.write_text(json.dumps(last_year(reports[0])), encoding="utf-8")
    items = [nianbao.BatchItem(reports[0], "dict", last), nianbao.BatchItem(nianbao.read_report(reports[0]), "report", str(last)),
             ("alone", reports[0])]

    def kept(batch):
        return nianbao.batch(batch, tmp_path / "out", on_report=lambda row, findings: told.update({row.name: findings})).kept

    assert kept(items) == 0 and len(pdfs(tmp_path / "out")) == 3
    assert told["report"] == nianbao.check(reports[0], previous=last) and told["alone"] == nianbao.check(reports[0])
    assert told["dict"] == told["report"]  # no line and column of a text that nobody sees
    assert {f.message() for f in told["report"]} > {f.message() for f in told["alone"]}
    manifest = tmp_path / "list.jsonl"
    manifest.write_text(json.dumps({"report": reports[0], "output": "dict", "previous": "last.json"}), encoding="utf-8")
    assert kept(items) == 3 and kept(manifest) == 1
    last.write_text(json.dumps({**last_year(reports[0]), "organ": "更名县人民政府"}), encoding="utf-8")
    assert kept(items) == 1


def test_last_years_report_may_refuse_its_item_only(reports, tmp_path):
    for name, report in [("a", reports[0]), ("fine", last_year(reports[0])), ("other", reports[1]), ("bad", {"format": "disclosure-2021"})]:
        (tmp_path / f"{name}.json").write_text(json.dumps(report), encoding="utf-8")
    names = ["fine", "other", "none", "bad"]
    items = [nianbao.BatchItem(tmp_path / "a.json", name, tmp_path / f"{name}.json") for name in names]
    summary = nianbao.batch([*items, nianbao.BatchItem(tmp_path / "a.json")], tmp_path / "out")
    assert [row.output for row in summary.failed] == ["other.pdf", "none.pdf", "bad.pdf"] and summary.rows[4].output == "a.pdf"
    assert "none.json" in summary.failed[1].message and "bad.json" in summary.failed[2].message
    with pytest.raises(TypeError, match="previous is the path of last year's report, not dict"):
        nianbao.batch([nianbao.BatchItem(reports[0], previous=reports[1])], tmp_path / "out")  # type: ignore[arg-type]


def test_an_item_may_be_printed_as_given(reports, tmp_path):
    wrong = copy.deepcopy(reports[1])
    wrong["applications"]["received"][-1] += 1
    items = [nianbao.BatchItem(wrong, "as-printed", as_printed=True), nianbao.BatchItem(wrong, "as-the-batch")]
    assert [row.output for row in nianbao.batch(items, tmp_path).failed] == ["as-the-batch.pdf"]
    items = [nianbao.BatchItem(wrong, "refused", as_printed=False), nianbao.BatchItem(wrong, "as-the-batch")]
    assert [row.output for row in nianbao.batch(items, tmp_path, as_printed=True).failed] == ["refused.pdf"]


def test_a_number_json_does_not_have_fails_only_its_report(reports, tmp_path):
    wrong = copy.deepcopy(reports[1])
    wrong["proactive"]["licences"] = float("nan")
    summary = nianbao.batch([("a", reports[0]), ("b", wrong)], tmp_path)
    assert [row.status == "failed" for row in summary.rows] == [False, True]


def test_a_wrong_batch_is_refused_before_anything_is_written(reports, tmp_path):
    with pytest.raises(nianbao.ReportError) as caught:
        nianbao.batch([("a", reports[0]), ("a", reports[1])], tmp_path / "out")
    assert caught.value.findings[0].rule == "BATCH-OUTPUT-TWICE"
    with pytest.raises(nianbao.ReportError):
        nianbao.batch([("../a", reports[0])], tmp_path / "out")
    assert not (tmp_path / "out").exists() or not pdfs(tmp_path / "out")
    with pytest.raises(ValueError):
        nianbao.batch([], tmp_path, names="other")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        nianbao.batch([42], tmp_path)  # type: ignore[list-item]


def test_progress_comes_on_the_callers_thread_and_what_it_raises_stops_the_batch(reports, tmp_path):
    told = []
    nianbao.batch(reports, tmp_path / "a", workers=2, on_progress=lambda done, total, stage: told.append((done, total, stage, threading.get_ident())))
    assert told[-1] == (12, 12, "batch", threading.get_ident()) and told == sorted(told)

    def enough(done, total, stage):
        raise LookupError("enough")

    with pytest.raises(LookupError, match="enough"):
        nianbao.batch(reports, tmp_path / "b", workers=1, on_progress=enough)
    assert 0 < nianbao.batch(reports, tmp_path / "b").kept < 12


def test_the_error_of_a_generator_comes_out(reports, tmp_path):
    def broken():
        yield reports[0]
        raise LookupError("no more")

    with pytest.raises(LookupError):
        nianbao.batch(broken(), tmp_path)


def test_the_gil_is_free_meanwhile(reports, tmp_path):
    counted, done = [0], threading.Event()

    def count():
        while not done.wait(0.001):
            counted[0] += 1

    thread = threading.Thread(target=count)
    thread.start()
    try:
        nianbao.batch(reports, tmp_path, workers=1)
    finally:
        done.set()
        thread.join()
    assert counted[0] > 5


SCRIPT = """
import signal, sys, nianbao
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in the background
sys.path.insert(0, sys.argv[2])
import generated_reports
print("begin", flush=True)
nianbao.batch((generated_reports.report(n) for n in range(400)), sys.argv[1], workers=1)
"""


def test_ctrl_c_stops_a_batch_and_the_journal_is_true(tmp_path):
    process = subprocess.Popen([sys.executable, "-c", SCRIPT, tmp_path, ROOT / "tests"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while not any(tmp_path.glob("*.pdf")):
        assert process.poll() is None, process.stderr.read().decode()
        time.sleep(0.01)
    begin = time.monotonic()
    os.kill(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert b"KeyboardInterrupt" in said and time.monotonic() - begin < 3
    lines = (tmp_path / "nianbao-batch.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["output"] for line in lines} == set(pdfs(tmp_path))
    assert not [file for file in tmp_path.iterdir() if file.suffix == ".tmp"]


def test_the_command_line_of_the_package_does_the_same(reports, tmp_path):
    generated_reports.write(3, tmp_path / "data")
    subprocess.run([sys.executable, "-m", "nianbao", "batch", tmp_path / "data", "-o", tmp_path / "a"], check=True, stdout=subprocess.DEVNULL)
    summary = nianbao.batch(tmp_path / "data", tmp_path / "a")
    assert summary.kept == 3
