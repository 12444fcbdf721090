"""python -m nianbao and the installed program are the command line: codes, streams and signals alike."""

import os
import pathlib
import signal
import subprocess
import sys
import time

import pytest

CLI = pathlib.Path(
    os.environ.get("NIANBAO_CLI", pathlib.Path(__file__).resolve().parents[2] / "build/release/src/cli/nianbao")
)
PROGRAMS = {
    "module": [sys.executable, "-m", "nianbao"],
    # What the script of pip does.
    "script": [sys.executable, "-c", "import sys; from nianbao.__main__ import main; sys.exit(main())"],
}


@pytest.fixture(params=PROGRAMS.values(), ids=PROGRAMS.keys())
def program(request):
    return request.param


def outcome(program, *arguments, **options):
    done = subprocess.run([*program, *map(str, arguments)], capture_output=True, timeout=60, **options)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, ["--version"]),
        (0, ["formats"]),
        (0, ["explain", "T3-C1", "--lang", "en"]),
        (0, ["check", "county-2024.json"]),
        (1, ["check", "county-2024-bad-sum.json"]),
        (1, ["render", "county-2024-wrong-keys.json", "-o", "/dev/null"]),
        (2, []),
        (2, ["render"]),
        (2, ["nonsense"]),
        (3, ["check", "no-such-file.json"]),
        (5, ["render", "county-2024-missing-character.json", "-o", "/dev/null"]),
        (7, ["render", "county-2024.json", "-o", "/no-such-folder/out.pdf"]),
    ],
)
def test_codes_and_both_streams_are_those_of_the_command_line(program, data, code, arguments):
    expected = outcome([CLI], *arguments, cwd=data)
    assert expected[0] == code
    assert outcome(program, *arguments, cwd=data) == expected


def test_a_report_goes_through_standard_input_and_output(program, county_path):
    report = county_path.read_bytes()
    code, pdf, messages = outcome(program, "render", "-", "-o", "-", input=report)
    assert code == 0 and pdf.startswith(b"%PDF-1.7")
    assert (code, pdf, messages) == outcome([CLI], "render", "-", "-o", "-", input=report)


def test_a_name_that_is_not_utf8_is_a_name(program, county_path, tmp_path):
    name = os.fsencode(tmp_path) + b"/\xc4\xea\xb1\xa8.json"  # 年报 in GBK
    pathlib.Path(os.fsdecode(name)).write_bytes(county_path.read_bytes())
    done = subprocess.run([*program, "check", name], capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_a_closed_pipe_ends_it_without_a_word(program, county_path):
    for command in (program, [CLI]):
        read, write = os.pipe()
        os.close(read)
        process = subprocess.Popen(
            [*command, "render", county_path, "-o", "-"], stdout=write, stderr=subprocess.PIPE,
        )
        os.close(write)
        assert process.communicate(timeout=60)[1] == b""
        assert process.returncode == -signal.SIGPIPE


def test_no_standard_output_at_all_is_no_crash(program):
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", *program, "formats"], stderr=subprocess.PIPE, timeout=60
    )
    assert done.returncode == 7 and b"Traceback" not in done.stderr


@pytest.fixture(params=["module", "script", "command line"])
def waiting(request):
    """A function that starts the program and leaves it where it waits for data; ended afterwards."""
    started = []

    def start(*arguments):
        command = PROGRAMS.get(request.param, [CLI])
        process = subprocess.Popen(
            [*command, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            # Whatever started the tests may have had the interrupt ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        started.append(process)
        threads = pathlib.Path(f"/proc/{process.pid}/task")
        deadline = time.monotonic() + 10
        while len(list(threads.iterdir())) < 2 and time.monotonic() < deadline:  # one of them waits for signals
            time.sleep(0.01)
        time.sleep(0.1)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("arguments", [["check", "-"], ["render", "-", "-o", "-"], ["import", "-"]], ids=lambda a: a[0])
def test_an_interrupt_ends_it_while_it_waits_for_standard_input(waiting, arguments):
    process = waiting(*arguments)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=10) == -signal.SIGINT
    assert process.stderr.read() == b""


def test_an_interrupt_ends_it_while_no_one_takes_its_output(waiting, county_path):
    process = waiting("render", county_path, "-o", "-")  # a PDF is more than a pipe holds
    where = pathlib.Path(f"/proc/{process.pid}/wchan")
    deadline = time.monotonic() + 30
    while "pipe" not in where.read_text() and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=10) == -signal.SIGINT
