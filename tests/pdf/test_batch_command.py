"""nianbao batch: a killed run taken up again, messages, exit codes, the summary."""

import csv
import html.parser
import json
import os
import pty
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest
from conftest import CLI, ROOT

sys.path.insert(0, str(ROOT / "tests"))
import generated_reports  # noqa: E402

DATA = ROOT / "examples/data"
JOURNAL = "nianbao-batch.jsonl"


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    """A manifest of sixty generated reports, and what an unbroken run makes of it, by name."""
    folder = tmp_path_factory.mktemp("generated")
    manifest = generated_reports.write(60, folder / "data")
    done = subprocess.run([CLI, "batch", manifest, "-o", folder / "whole"], capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return manifest, pdfs(folder / "whole")


def pdfs(folder):
    return {file.name: file.read_bytes() for file in folder.glob("*.pdf")}


def rows(folder, name="summary.csv"):
    with open(folder / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def journal(folder):
    return [json.loads(line) for line in (folder / JOURNAL).read_text(encoding="utf-8").splitlines()]


def test_killed_again_and_again_it_ends_like_an_unbroken_run(generated, tmp_path):
    manifest, expected = generated
    out, chance, unfinished = tmp_path / "out", random.Random(6), []
    for wanted in sorted(chance.sample(range(3, 50), 6)):
        process = subprocess.Popen([CLI, "batch", manifest, "-o", out, "-j", "2", "--resume"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and (not out.exists() or sum(1 for _ in out.glob("*.pdf")) < wanted):
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if not out.exists():
            continue
        made = pdfs(out)
        unfinished.append(len(made))
        assert all(expected[name] == content for name, content in made.items()), "a partial file under a final name"
    assert unfinished and min(unfinished) < len(expected), "it was never killed in the middle"
    done = subprocess.run([CLI, "batch", manifest, "-o", out, "--resume"], capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    assert pdfs(out) == expected
    assert {file.name for file in out.iterdir()} == {*expected, "summary.csv", "summary.html", JOURNAL}
    # Each once in the summary; more than once in the journal only when a kill came between a PDF and its line.
    assert [row["文件"] for row in rows(out)] == sorted(expected)
    assert {line["output"]: line["sha256"] for line in journal(out)} == {row["文件"]: row["SHA-256"] for row in rows(out)}
    kept = sum(row["沿用"] == "是" for row in rows(out))
    assert kept > 0 or max(unfinished) == 0
    again = subprocess.run([CLI, "batch", manifest, "-o", out, "--resume", "--lang", "en"], capture_output=True, timeout=120)
    assert f"{len(expected)} kept" in again.stdout.decode()


@pytest.mark.skipif(shutil.which("strace") is None, reason="MISSING strace")
@pytest.mark.parametrize("call", ["write", "fsync", "rename", "fdatasync", "flock", "ftruncate"])
def test_killed_at_any_system_call_it_leaves_whole_files_and_goes_on(generated, tmp_path, call):
    manifest, expected = generated
    few = tmp_path / "few.jsonl"
    few.write_text("".join(f'"{manifest.parent}/{index:05}.json"\n' for index in range(3)), encoding="utf-8")
    names = [f"{index:05}.pdf" for index in range(3)]
    for when in range(1, 40):
        out = tmp_path / str(when)
        kill = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={when}"]
        first = subprocess.run([*kill, CLI, "batch", few, "-o", out, "-j", "1"], capture_output=True, timeout=60)
        assert all(content == expected[name] for name, content in pdfs(out).items()), f"a partial file after {call} {when}"
        for table in ("summary.csv", "summary.html"):
            assert not (out / table).exists() or (out / table).read_text(encoding="utf-8").endswith(("\n", "\r\n"))
        assert subprocess.run([CLI, "batch", few, "-o", out, "--resume"], capture_output=True, timeout=60).returncode == 0
        assert pdfs(out) == {name: expected[name] for name in names}
        assert {file.name for file in out.iterdir()} == {*names, "summary.csv", "summary.html", JOURNAL}
        if first.returncode == 0:
            break
    assert first.returncode == 0 and when > 1, f"never killed at {call}, or always"


def test_ctrl_c_ends_within_a_moment_with_130_and_a_true_journal(generated, tmp_path):
    manifest, expected = generated
    process = subprocess.Popen(
        [CLI, "batch", manifest, "-o", tmp_path, "-j", "1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # also where the tests run in the background
    )
    while not any(tmp_path.glob("*.pdf")):
        time.sleep(0.005)
    begin = time.monotonic()
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=20)
    assert process.returncode == 130 and time.monotonic() - begin < 2
    assert "未完成" in said.decode()
    assert not list(tmp_path.glob(".*"))
    assert {line["output"] for line in journal(tmp_path)} == set(pdfs(tmp_path)) == {row["文件"] for row in rows(tmp_path) if row["文件"]}
    assert any(row["状态"] == "未完成" for row in rows(tmp_path))


def test_a_failed_report_is_one_line_and_its_findings_and_stops_no_other(run, tmp_path):
    lines = [f'"{DATA}/{name}"' for name in ("county-2024.json", "county-2024-bad-sum.json", "none.json", "county-2024-missing-character.json")]
    (tmp_path / "list.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("batch", tmp_path / "list.jsonl", "-o", tmp_path / "out")
    said = done.stderr.decode()
    assert done.returncode == 1
    assert said.count("未通过：") == 3
    assert "T3-" in said and "FILE-READ" in said and "U+" in said and ".json:" in said
    assert said.index("bad-sum") < said.index("none.json") < said.index("missing-character")
    assert [file.name for file in (tmp_path / "out").glob("*.pdf")] == ["county-2024.pdf"]
    assert [row["状态"] for row in rows(tmp_path / "out")][1:] == ["未通过"] * 3
    assert "未通过 3" in done.stdout.decode()


def test_the_same_bytes_as_render(run, generated, tmp_path):
    manifest, expected = generated
    assert run("render", manifest.parent / "00007.json", "-o", tmp_path / "a.pdf").returncode == 0
    assert (tmp_path / "a.pdf").read_bytes() == expected["00007.pdf"]


def test_standard_input_and_folders_are_lists_too(run, tmp_path):
    report = json.dumps(generated_reports.report(3), ensure_ascii=False)
    done = run("batch", "-", "-o", tmp_path / "a", input=f'{report}\n{{"report": {report}, "output": "x/b"}}\n'.encode())
    assert done.returncode == 0, done.stderr.decode()
    assert {p.relative_to(tmp_path / "a").as_posix() for p in (tmp_path / "a").rglob("*.pdf")} == {rows(tmp_path / "a")[0]["文件"], "x/b.pdf"}
    assert rows(tmp_path / "a")[0]["文件"].endswith("年政府信息公开工作年度报告.pdf")
    generated_reports.write(2, tmp_path / "data")
    assert run("batch", tmp_path / "data", "-o", tmp_path / "b", "--names", "title").returncode == 0
    assert all("政府信息公开工作年度报告" in name for name in pdfs(tmp_path / "b"))


@pytest.mark.parametrize(
    "lines, code, said",
    [
        ('"a.json"\n{"reprot": "b.json"}', 1, "KEY-UNKNOWN"),
        ('"a.json"\n\n{"report": "../a.json"}', 1, "BATCH-OUTPUT-TWICE"),
        ('{"report": "a.json", "output": "../../a.pdf"}', 1, "BATCH-OUTPUT"),
        ("nonsense", 1, "JSON-SYNTAX"),
    ],
)
def test_a_wrong_list_is_refused_before_anything_is_written(run, tmp_path, lines, code, said):
    (tmp_path / "list.jsonl").write_text(lines, encoding="utf-8")
    done = run("batch", tmp_path / "list.jsonl", "-o", tmp_path / "out")
    assert done.returncode == code and said in done.stderr.decode()
    assert f"list.jsonl:{len(lines.splitlines())}:" in done.stderr.decode()
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments, code",
    [(["none.jsonl", "-o", "out"], 3), (["list.jsonl"], 2), (["list.jsonl", "-o", "out", "-j", "-1"], 2), (["list.jsonl", "-o", "list.jsonl"], 7),
     (["list.jsonl", "-o", "out", "--csv", "../x"], 7), (["list.jsonl", "-o", "out", "--template", "none.json"], 3)],
)
def test_exit_codes(run, tmp_path, arguments, code):
    (tmp_path / "list.jsonl").write_text("", encoding="utf-8")
    assert run("batch", *arguments, cwd=tmp_path).returncode == code


def test_two_batches_do_not_work_in_one_folder(run, generated, tmp_path):
    manifest, _ = generated
    first = subprocess.Popen([CLI, "batch", manifest, "-o", tmp_path, "-j", "1"], stdout=subprocess.DEVNULL)
    while not any(tmp_path.glob("*.pdf")):
        time.sleep(0.005)
    second = run("batch", manifest, "-o", tmp_path)
    assert second.returncode == 7 and "BATCH-BUSY" in second.stderr.decode()
    assert first.wait(timeout=60) == 0


def test_progress_is_a_bar_on_a_terminal_only_and_json_for_programs(generated, tmp_path):
    manifest, _ = generated
    plain = subprocess.run([CLI, "batch", manifest, "-o", tmp_path / "a"], capture_output=True, timeout=120)
    assert plain.stderr == b""
    lines = subprocess.run([CLI, "batch", manifest, "-o", tmp_path / "a", "--progress=json"], capture_output=True, timeout=120).stderr.decode()
    progress = [json.loads(line) for line in lines.splitlines()]
    assert progress[-1]["done"] == progress[-1]["total"] == 60
    assert [p["done"] for p in progress] == sorted(p["done"] for p in progress)
    ours, theirs = pty.openpty()
    with subprocess.Popen([CLI, "batch", manifest, "-o", tmp_path / "b"], stdout=subprocess.DEVNULL, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
    assert process.returncode == 0
    assert b"60/60 100 %" in shown and b"[####" in shown


def _read(terminal):
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux: the other end is closed
        return b""


def test_the_summary_is_a_table_for_people_and_spreadsheets(run, tmp_path):
    data = tmp_path / "=cmd|' C calc'!A0"
    data.mkdir()
    (data / "<b>.json").write_text(json.dumps(generated_reports.report(1)), encoding="utf-8")
    (tmp_path / "list.jsonl").write_text(json.dumps(f"{data.name}/<b>.json"), encoding="utf-8")
    assert run("batch", tmp_path / "list.jsonl", "-o", tmp_path / "out").returncode == 0
    assert (tmp_path / "out/summary.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    (row,) = rows(tmp_path / "out")
    assert row["报告"] == f"'{data.name}/<b>.json"
    assert row["状态"] in ("通过", "有提醒") and int(row["页数"]) > 1 and float(row["毫秒"]) > 0
    page = _Page()
    page.feed((tmp_path / "out/summary.html").read_text(encoding="utf-8"))
    assert page.headers == 11 and page.links == ["%3Cb%3E.pdf"] and page.bold == 0
    assert run("batch", tmp_path / "list.jsonl", "-o", tmp_path / "out2", "--csv", "", "--html", "", "--lang", "en").returncode == 0
    assert {file.name for file in (tmp_path / "out2").iterdir()} == {"<b>.pdf", JOURNAL}


class _Page(html.parser.HTMLParser):
    headers, bold = 0, 0

    def __init__(self):
        super().__init__()
        self.links = []

    def handle_starttag(self, tag, attributes):
        self.headers += tag == "th" and "scope" in dict(attributes)
        self.bold += tag == "b"
        if tag == "a":
            self.links.append(dict(attributes)["href"])
