"""The wheel alone: an empty virtual environment, no network, the source tree out of sight."""

from __future__ import annotations

import pathlib
import subprocess
import sys

import pytest

from conftest import ROOT, program

# Reads its report from the folder it stands in; prints which files of libraries the process has mapped.
SCRIPT = """
import pathlib, sys
def mapped():
    lines = pathlib.Path("/proc/self/maps").read_text().splitlines()
    return {line.split(maxsplit=5)[5] for line in lines if ".so" in line}
before = mapped()
import nianbao
assert not pathlib.Path(sys.argv[1]).joinpath("fonts").exists(), "the source tree is still in sight"
pathlib.Path("by-package.pdf").write_bytes(nianbao.render("county-2024.json"))
for name in sorted(mapped() - before):
    print(name)
"""


@pytest.fixture(scope="session")
def wheel() -> pathlib.Path:
    (only,) = (ROOT / "build/wheel").glob("*.whl")
    return only


@pytest.fixture(scope="session")
def empty(wheel: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A virtual environment with the wheel in it and nothing else; pip may ask no index."""
    venv = tmp_path_factory.mktemp("empty") / "venv"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    subprocess.run([venv / "bin/python", "-m", "pip", "install", "--quiet", "--no-index", wheel], check=True)
    return venv


def alone(command: list[str | pathlib.Path], folder: pathlib.Path) -> subprocess.CompletedProcess[str]:
    """Runs in a folder without network, and with an empty folder mounted over the source tree."""
    hide = 'mount -t tmpfs none "$0" && cd "$1" && shift && exec "$@"'
    return subprocess.run(
        [program("unshare"), "--map-root-user", "--net", "--mount", "sh", "-c", hide, ROOT, folder, *command],
        capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"},
    )


def test_the_wheel_renders_the_bytes_of_the_command_line(
    empty: pathlib.Path, cli: pathlib.Path, county_path: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    expected = tmp_path / "by-cli.pdf"
    subprocess.run([cli, "render", county_path, "-o", expected], check=True)
    (tmp_path / "county-2024.json").write_bytes(county_path.read_bytes())
    (tmp_path / "script.py").write_text(SCRIPT)
    done = alone([empty / "bin/python", "-I", "script.py", ROOT], tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "by-package.pdf").read_bytes() == expected.read_bytes()


@pytest.mark.parametrize("command", [["python", "-m", "nianbao"], ["nianbao"]])
def test_the_command_lines_of_the_wheel_give_the_same_bytes(
    command: list[str], empty: pathlib.Path, cli: pathlib.Path, county_path: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    expected = subprocess.run([cli, "render", county_path, "-o", "-"], check=True, capture_output=True).stdout
    (tmp_path / "county-2024.json").write_bytes(county_path.read_bytes())
    done = alone([empty / "bin" / command[0], *command[1:], "render", "county-2024.json", "-o", "out.pdf"], tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.pdf").read_bytes() == expected


def test_no_network_is_there_and_the_source_tree_is_hidden(tmp_path: pathlib.Path) -> None:
    """The control: what the tests above rely on."""
    probe = "import os, socket, sys; print(os.listdir(sys.argv[1])); socket.create_connection(('127.0.0.1', 9), 2)"
    done = alone(["/usr/bin/env", "python3", "-c", probe, ROOT], tmp_path)
    assert done.stdout == "[]\n"
    assert "Network is unreachable" in done.stderr or "Cannot assign" in done.stderr
