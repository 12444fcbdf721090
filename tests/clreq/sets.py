"""All cases set in one run and read back, once for a session."""

import importlib
import json
import pathlib
import subprocess
import sys

import page_text
from case import CASES
from checks import Sheet, Wrong

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAM = ROOT / "build/release/tests/clreq/set_cases"

# The rules of the table-driven suite by the tag of a case.
ROWS = {"1.1": "line edges", "1.2": "unbreakable sequences", "1.3": "widths of marks", "1.4": "adjusting a line",
        "1.5": "Han–Latin gap"}


def load():
    """Every module of tests/clreq/cases; what it registers is told apart by its name."""
    for file in sorted((HERE / "cases").glob("*.py")):
        before = len(CASES)
        if f"cases.{file.stem}" in sys.modules:
            continue
        importlib.import_module(f"cases.{file.stem}")
        for made in CASES[before:]:
            made.module = file.stem
    return CASES


def variants(cases):
    """(name, setting) of every case and every control."""
    for made in cases:
        yield f"case-{made.number}", made.setting
        yield f"control-{made.number}", made.control


class Sets:
    """The sheets by name of variant."""

    def __init__(self, folder, settings, program=PROGRAM):
        base = json.loads((ROOT / "examples/data/county-2024.json").read_text(encoding="utf-8"))
        self.settings, groups = dict(settings), {}
        for name, setting in self.settings.items():
            variant = {"name": name, "template": setting.template(name)}
            if setting.report:
                variant["report"] = {**base, **setting.report}
            groups.setdefault(setting.group(), []).append(variant)
        named = [{"name": f"group-{n}", "variants": v} for n, v in enumerate(groups.values())]
        folder = pathlib.Path(folder)
        (folder / "cases.json").write_text(
            json.dumps({"report": base, "groups": named}, ensure_ascii=False), encoding="utf-8")
        subprocess.run([program, folder / "cases.json", folder], check=True)
        self.places = json.loads((folder / "pages.json").read_text(encoding="utf-8"))
        self.folder, self._pages = folder, {}

    def pdfs(self):
        return sorted(self.folder.glob("*.pdf"))

    def sheet(self, name):
        place = self.places[name]
        if "error" in place:
            raise Wrong(place["error"])
        group = place["group"]
        if group not in self._pages:
            self._pages[group] = page_text.read_pages(self.folder / f"{group}.pdf")
        pages = self._pages[group][place["first"]:place["first"] + place["pages"]]
        return Sheet(pages, self.settings[name])
