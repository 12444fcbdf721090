"""The examples run as they are shown."""

import re
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


def test_excel_makes_the_form_and_tells_the_mistakes_of_a_filled_one(county, tmp_path):
    import openpyxl

    import nianbao.excel

    run = [sys.executable, ROOT / "examples/python/excel.py"]
    subprocess.run([*run, "form", tmp_path / "form.xlsx", "disclosure-2021", "2024", "澄岚县人民政府"], check=True)
    assert openpyxl.load_workbook(tmp_path / "form.xlsx")["基本信息"]["B6"].value == "澄岚县人民政府"
    nianbao.excel.template(report=county, path=tmp_path / "filled.xlsx")
    subprocess.run([*run, "pdf", tmp_path / "filled.xlsx", tmp_path / "a.pdf"], check=True)
    assert (tmp_path / "a.pdf").read_bytes() == nianbao.render(county)
    book = openpyxl.load_workbook(tmp_path / "filled.xlsx")
    book["表三"]["D6"] = 3
    book.save(tmp_path / "filled.xlsx")
    done = subprocess.run([*run, "pdf", tmp_path / "filled.xlsx", tmp_path / "b.pdf"], capture_output=True, text=True)
    assert done.returncode == 1 and "表三!" in done.stdout and not (tmp_path / "b.pdf").exists()


def has_test(example, tests):
    """Whether one of the test files, or an example they run, runs or imports this example."""
    stem = re.escape(example.stem)
    use = re.compile(rf"{re.escape(example.name)}|\b(?:import|from) {stem}\b|\bimport_module\(\"{stem}\"\)")
    return any(use.search(text) for text in tests)


def test_every_example_has_a_test():
    texts = [test.read_text(encoding="utf-8") for test in ROOT.glob("tests/*/test_*.py")]
    examples = [example for example in ROOT.glob("examples/python/*") if example.suffix in (".py", ".ipynb")]
    texts += [example.read_text(encoding="utf-8") for example in examples if has_test(example, texts)]
    assert len(examples) >= 2
    assert [example.name for example in examples if not has_test(example, texts)] == []
    assert not has_test(ROOT / "examples/python/of_nobody.py", ["import of_everybody", "for of_nobody in []: pass"])
