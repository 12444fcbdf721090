"""Manners of long work: Ctrl-C, progress, logging, fork and spawn, silence."""

import logging
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

import nianbao
from nianbao import Column, Document, Paragraph, Table

LONG_TEXT = "为提高政府工作透明度，2024年主动公开各类信息12,345条，其中规范性文件37件。"


def long_document(rows=6000, paragraphs=1500):
    table = Table(columns=[Column(), Column(), Column()], header_rows=1,
                  rows=[["机关", "事项", "件数"], *([f"机关{i}", LONG_TEXT[: 8 + i % 20], i] for i in range(rows))])
    return Document(title="长", blocks=[*(Paragraph(f"{i}{LONG_TEXT * 6}") for i in range(paragraphs)), table])


INTERRUPTED = """
import faulthandler, os, signal, sys, threading, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in the background
sys.path.insert(0, {tests!r})
import nianbao
from test_manners import long_document
document, fonts = long_document({rows}, {paragraphs}), nianbao.FontSet.bundled()
pages = nianbao.typeset(document, fonts, max_pages=5000) if {stage!r} == "write" else None
begun = []
def interrupt():
    time.sleep({after})
    begun.append(time.monotonic())
    os.kill(os.getpid(), signal.SIGINT)
threading.Thread(target=interrupt, daemon=True).start()
try:
    if pages is None:
        nianbao.typeset(document, fonts, max_pages=5000)
    else:
        for _ in range(100): nianbao.write_pdf(pages)
except KeyboardInterrupt:
    print(time.monotonic() - begun[0])
    sys.exit(0)
sys.exit("not interrupted")
"""


@pytest.mark.parametrize(("stage", "rows", "paragraphs", "after"), [
    ("paragraphs", 10, 6000, 0.3), ("table", 19000, 1, 0.3), ("table", 19000, 1, 0.05), ("write", 3000, 1000, 0.2),
], ids=["paragraphs", "rows", "cells", "write"])
def test_ctrl_c_stops_the_work_in_the_midst_of_it(stage, rows, paragraphs, after):
    for _ in range(6):  # sooner where the machine was done before
        code = INTERRUPTED.format(tests=os.path.dirname(__file__), stage=stage, rows=rows, paragraphs=paragraphs, after=after)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
        if done.returncode == 0:
            assert float(done.stdout) < 2  # scripts/bench python prints how soon: about 50 ms
            return
        assert "not interrupted" in done.stderr or "KeyboardInterrupt" in done.stderr, done.stderr
        after /= 2
    pytest.fail("never interrupted")


def test_a_signal_whose_handler_does_not_raise_stops_nothing(county_path):
    seen = []
    before = signal.signal(signal.SIGUSR1, lambda *_: seen.append(1))
    try:
        timer = threading.Timer(0.01, os.kill, (os.getpid(), signal.SIGUSR1))
        timer.start()
        assert nianbao.typeset(long_document(100, 100))
        timer.join()
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert seen == [1]


def test_progress_is_told_stage_after_stage_on_the_thread_of_the_caller(county_path):
    told, threads = [], set()

    def on_progress(done, total, stage):
        told.append((done, total, stage))
        threads.add(threading.get_ident())

    nianbao._core.render(nianbao.read_report(county_path), on_progress=on_progress)
    assert threads == {threading.get_ident()}
    stages = list(dict.fromkeys(stage for _, _, stage in told))
    assert stages == ["check", "compose", "typeset", "write"] and isinstance(told[0][2], nianbao.Stage)
    for stage in stages:
        last = [(done, total) for done, total, each in told if each == stage][-1]
        assert last[0] == last[1] > 0
    assert [total for done, total, stage in told if stage == "write"][-1] == 9  # pages


def test_progress_counts_the_blocks_of_a_long_document():
    told = []
    nianbao.typeset(long_document(100, 1000), on_progress=lambda *each: told.append(each))
    counts = [done for done, _, _ in told]
    assert counts == sorted(counts) and len(counts) > 3 and told[-1][:2] == (1001, 1001)


@pytest.mark.parametrize("in_thread", [False, True])
def test_what_the_callback_raises_stops_the_work_and_is_raised(in_thread):
    class Enough(Exception):
        pass

    def on_progress(done, total, stage):
        raise Enough(done)

    caught = []

    def work():
        begin = time.monotonic()
        try:
            nianbao.typeset(long_document(10, 6000), max_pages=5000, on_progress=on_progress)
        except Enough as error:
            caught.append((error, time.monotonic() - begin))

    whole = time.monotonic()
    nianbao.typeset(long_document(10, 6000), max_pages=5000)
    whole = time.monotonic() - whole
    if in_thread:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    else:
        work()
    ((error, seconds),) = caught
    assert error.args[0] < 6001 and seconds < whole


def test_stages_and_warnings_of_the_pages_are_logged(caplog):
    narrow = Table(columns=[Column(28 * nianbao.mm)] * 2, rows=[["不可分的长" * 3, "Donaudampfschifffahrt"]])
    with caplog.at_level(logging.DEBUG, "nianbao"):
        pages = nianbao.typeset(Document(title="记", blocks=[narrow]))
        nianbao.write_pdf(pages)
    assert {record.name for record in caplog.records} == {"nianbao"}
    assert any("typeset" in record.message for record in caplog.records if record.levelno == logging.DEBUG)
    told = [record.message for record in caplog.records if record.levelno == logging.WARNING]
    assert told == [str(warning) for warning in pages.warnings] and told


def test_nothing_is_printed(county_path, data, capfd):
    nianbao.render(county_path)
    nianbao.check(data / "county-2024-bad-sum.json")
    with pytest.raises(nianbao.Error):
        nianbao.render(data / "county-2024-bad-sum.json")
    code = "import nianbao; nianbao.typeset(nianbao.Document(blocks=[nianbao.Paragraph('甲')]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == done.stderr == b"" and capfd.readouterr() == ("", "")


def rendered(path):
    return bytes(nianbao.render(path))


def failed(path):
    nianbao.render(path)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_other_processes_give_the_same_bytes_and_errors(method, county_path, data):
    expected = rendered(county_path)  # before the fork: fonts are open
    context = multiprocessing.get_context(method)
    with context.Pool(2) as pool:
        assert pool.map(rendered, [county_path] * 3) == [expected] * 3
        with pytest.raises(nianbao.ReportError) as caught:
            pool.map(failed, [data / "county-2024-bad-sum.json"])
    assert caught.value.findings[0].rule.startswith("T3-")


def fork_and_render(path):
    child = os.fork()
    if child == 0:
        os._exit(0 if rendered(path).startswith(b"%PDF") else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_fork_while_another_thread_renders_can_render(county_path):
    done = threading.Event()

    def work():
        while not done.is_set():
            rendered(county_path)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        assert [fork_and_render(county_path) for _ in range(5)] == [0] * 5
    finally:
        done.set()
        thread.join()
