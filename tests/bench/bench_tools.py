"""What every benchmark needs: the build, the rivals, programs that answer in JSON."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".tools"
TYPST = "@myriaddreamin/typst-ts-node-compiler"


def note(sentence):
    print(f"nianbao bench: {sentence}", file=sys.stderr)


def build():
    options = [f"-DNIANBAO_BUILD_{part}=ON" for part in ("TESTS", "EXAMPLES", "BENCH")]
    subprocess.run([ROOT / "scripts/build", "release", *options], check=True)
    return ROOT / "build/release"


def install_rivals():
    """The version the published figures were made with, else the newest."""
    if not shutil.which("npm"):
        note("npm is missing: no rival can be installed")
        return
    TOOLS.mkdir(exist_ok=True)
    for package in (f"{TYPST}@0.7.0", TYPST):
        if subprocess.run(["npm", "install", "--silent", "--prefix", TOOLS, package], stdout=sys.stderr).returncode == 0:
            return
    note(f"npm could not install {TYPST}")


def typst_version():
    """None when Typst's node compiler is not there."""
    package = TOOLS / "node_modules" / TYPST / "package.json"
    if not shutil.which("node") or not package.exists():
        return None
    return json.loads(package.read_text(encoding="utf-8"))["version"]


def answer(command):
    """What a program prints as JSON."""
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env={**os.environ, "NIANBAO_TOOLS": str(TOOLS)})
    return json.loads(done.stdout)


def run_rival(command):
    subprocess.run(command, check=True, env={**os.environ, "NIANBAO_TOOLS": str(TOOLS)})


def run_cold(command):
    """One process from start to end. Its peak memory is never less than this script's own (about 14 MB)."""
    with tempfile.TemporaryFile() as output:
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, env={**os.environ, "NIANBAO_TOOLS": str(TOOLS)})
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise subprocess.CalledProcessError(process.returncode, command)
        output.seek(0)
        text = output.read()
    return {"wall_ms": wall * 1000, "cpu_ms": (usage.ru_utime + usage.ru_stime) * 1000, "peak_kb": usage.ru_maxrss,
            "said": json.loads(text) if text.startswith(b"{") else {}}
