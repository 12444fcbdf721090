"""Reports rendered once, by the command line, for the judges."""

import os
import pathlib
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"
CLI = pathlib.Path(os.environ.get("NIANBAO_CLI", ROOT / "build/release/src/cli/nianbao"))
sys.path.insert(0, str(HERE))
os.environ.setdefault("NIANBAO_TOOLS", str(ROOT / ".tools"))


@pytest.fixture(scope="session")
def run():
    """nianbao ARGS → the completed process, output as bytes."""

    def call(*arguments, **options):
        return subprocess.run([CLI, *map(str, arguments)], capture_output=True, timeout=120, **options)

    return call


@pytest.fixture(scope="session")
def made(run, tmp_path_factory):
    """A report's PDF by the path of its data; each rendered once."""
    folder, done = tmp_path_factory.mktemp("made"), {}

    def render(source, *options):
        key = (str(source), options)
        if key not in done:
            target = folder / f"{pathlib.Path(source).stem}-{len(done)}.pdf"
            result = run("render", source, "-o", target, *options)
            assert result.returncode == 0, result.stderr.decode()
            done[key] = target
        return done[key]

    return render


def sources():
    """The reports every judge must like: our example and, where it exists, a published one."""
    found = [ROOT / "examples/data/county-2024.json"]
    real = SHARED / "real/huaian-2024.json"
    return found + ([real] if real.exists() else [])


@pytest.fixture(params=sources(), ids=lambda p: p.stem)
def source(request):
    return request.param


@pytest.fixture
def county():
    return ROOT / "examples/data/county-2024.json"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """A tool that is not installed skips the test, with its name; it never passes it."""
    import judges

    try:
        return (yield)
    except judges.JudgeMissing as missing:
        pytest.skip(f"MISSING {missing}")
