"""A project of its own for the tests of the pytest plug-in: its tests, its snapshots, a run of pytest in it."""

import json
import os

import pytest

from conftest import ROOT
from nianbao._png import Pixels, decode, encode

PLUGIN = ROOT / "bindings/python/pytest"

ONE = """
def test_first_page(nianbao_snapshot):
    nianbao_snapshot(nianbao.render("county.json"), pages=1)
"""


@pytest.fixture
def project(pytester, monkeypatch, county):
    """A project with one report; the plug-in is found whether or not the package is installed."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(PLUGIN), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]))
    pytester.path.joinpath("county.json").write_text(json.dumps(county), encoding="utf-8")
    return Project(pytester)


class Project:
    def __init__(self, pytester):
        self.pytester, self.path = pytester, pytester.path
        self.snapshots = self.path / "__snapshots__/test_look"

    def write(self, body, name="test_look"):
        self.pytester.makepyfile(**{name: "import nianbao, pytest\n" + body})

    def run(self, *arguments):
        """In a process of its own: pytester forgets the modules of an inner run, but the package and its compiled part,
        which import theirs when they are first needed, do not; two classes of each name would be left."""
        return self.pytester.runpytest_subprocess("-p", "nianbao_pytest", "-W", "error", "-p", "no:randomly", *arguments)

    def names(self):
        return sorted(file.name for file in self.snapshots.iterdir())

    def change(self, name, by):
        """Rewrite a text of the snapshot, or the channels of the first pixels of a picture."""
        file = self.snapshots / name
        if name.endswith(".txt"):
            return file.write_text(by(file.read_text(encoding="utf-8")), encoding="utf-8")
        picture = decode(file.read_bytes())
        rgb = bytearray(picture.rgb)
        by(rgb)
        file.write_bytes(encode(Pixels(picture.width, picture.height, bytes(rgb))))


def darker(pixels, by):
    def change(rgb):
        for i in range(pixels):
            assert rgb[3 * i] == 255  # the margin
            rgb[3 * i] -= by

    return change
