"""Saving: old or new, never half, whatever goes wrong meanwhile."""

import shutil
import signal
import subprocess
import time

import pytest
from conftest import CLI

ERROR_WORDS = {"EIO": "Input/output error", "EACCES": "Permission denied", "ENOSPC": "No space left"}


def test_a_full_disk_leaves_the_old_file(county, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    done = subprocess.run(
        ["bash", "-c", 'ulimit -f 8; trap "" XFSZ; exec "$0" render "$1" -o "$2"', CLI, county, tmp_path / "a.pdf"],
        capture_output=True,
    )
    assert done.returncode == 7
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.pdf"]


SAVING = ["openat", "write", "fsync", "close", "rename", "fchmod"]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is missing")
@pytest.mark.parametrize("call", SAVING)
def test_a_kill_while_saving_leaves_the_old_or_the_new_file(county, made, tmp_path, call):
    """SIGKILL at the last calls of each kind: never half a file under the name that was asked for."""
    target, new = tmp_path / "a.pdf", made(county).read_bytes()
    trace = tmp_path / "trace"
    command = [CLI, "render", county, "-o", target]
    target.write_bytes(b"old")
    subprocess.run(["strace", "-f", "-o", trace, "-e", f"trace={call}", *command], check=True, capture_output=True)
    count = sum(1 for line in trace.read_text(errors="replace").splitlines() if f"{call}(" in line)
    assert count > 0
    for when in range(max(1, count - 3), count + 1):
        target.write_bytes(b"old")
        killed = subprocess.run(
            ["strace", "-f", "-o", "/dev/null", "-e", f"inject={call}:signal=KILL:when={when}", *command],
            capture_output=True,
        )
        assert killed.returncode != 0
        assert target.read_bytes() in (b"old", new)


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is missing")
@pytest.mark.parametrize("call, error", [("fsync", "EIO"), ("rename", "EACCES"), ("write", "ENOSPC")])
def test_a_failing_call_while_saving_is_exit_7_and_the_old_file_stays(county, tmp_path, call, error):
    """The first such call on the temporary file fails; -P follows the folder's files only."""
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    inject = ["strace", "-f", "-o", "/dev/null", "-e", f"inject={call}:error={error}:when=1"]
    done = subprocess.run([*inject, CLI, "render", county, "-o", target], capture_output=True)
    assert done.returncode == 7, done.stderr.decode()
    assert ERROR_WORDS[error] in done.stderr.decode()
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.pdf"]


def test_an_interrupt_ends_with_130_and_leaves_nothing(county, tmp_path):
    """A FIFO as input holds the program where a signal can reach it."""
    for delay in (0.0, 0.005, 0.02, 0.04):
        process = subprocess.Popen([CLI, "render", county, "-o", tmp_path / "a.pdf"])
        time.sleep(delay)
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=20)
        assert code in (0, 130, -signal.SIGINT)
        left = [p.name for p in tmp_path.iterdir()]
        assert left in ([], ["a.pdf"])
        for path in tmp_path.iterdir():
            path.unlink()
