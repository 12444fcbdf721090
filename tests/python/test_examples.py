"""The examples run as they are shown."""

import subprocess
import sys

from conftest import ROOT


def test_one_line(county_path, tmp_path):
    subprocess.run([sys.executable, ROOT / "examples/python/one_line.py", county_path, tmp_path / "a.pdf"], check=True)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_batch_makes_the_good_and_names_the_bad(data, tmp_path):
    done = subprocess.run(
        [sys.executable, ROOT / "examples/python/batch.py", data, tmp_path / "out"], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert (tmp_path / "out/county-2024.pdf").exists()
    assert "county-2024-bad-sum.json" in done.stdout and "T3-" in done.stdout
    assert not (tmp_path / "out/county-2024-bad-sum.pdf").exists()
