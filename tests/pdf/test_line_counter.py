"""The counter of scripts/bench typesetting finds what it counts: each fault is made, and is found."""

import json
import shutil
import subprocess
import sys

import pytest
from conftest import CLI, ROOT, SHARED

sys.path.insert(0, str(ROOT / "tests/bench"))
import corpus  # noqa: E402
import line_counter  # noqa: E402

pytestmark = pytest.mark.skipif(not shutil.which("mutool"), reason="mutool is not installed")
DATA = ROOT / "examples/data/county-2024.json"


@pytest.fixture
def count(run, tmp_path):
    """Figures of paragraphs set at so many em, with these keys of the style."""

    def counted(paragraphs, ems, lines=None, **style):
        template = {
            "template_version": 1, "format": "disclosure-2021", "lines": lines or {},
            "page": {"paper": {"width": "800pt", "height": "700pt"}, "margins": {"top": "50pt", "left": "50pt"},
                     "type_area": {"width": f"{ems * line_counter.EM}pt", "height": "600pt"}, "folio": {"shown": False}},
            "styles": {"body": {"first_indent": "0pt", **style}},
            "blocks": [{"paragraph": text} for text in paragraphs],
        }
        file, pdf = tmp_path / "template.json", tmp_path / "lines.pdf"
        file.write_text(json.dumps(template, ensure_ascii=False), encoding="utf-8")
        done = run("render", DATA, "--template", file, "-o", pdf)
        assert done.returncode == 0, done.stderr.decode()
        return line_counter.count(pdf, paragraphs, ems, 50)

    return counted


def test_lines_and_a_perfect_setting(count):
    figures = count(["政府信息公开工作年度报告"], 4)
    assert figures["lines"] == 3
    assert {key: value for key, value in figures.items() if key != "lines" and value} == {}


def test_marks_at_wrong_edges_are_found(count):
    text = ["政府信息·公开工作年度报告情况"]
    assert count(text, 4, {"edges": "none"})["wrong_edges"] == 1
    assert count(text, 4)["wrong_edges"] == 0


def test_split_numbers_and_measure_words_are_found(count):
    assert count(["政府信２０２４年"], 4, {"edges": "none"})["split_numbers"] == 1  # plain UAX #14
    assert count(["政府信２０２４年"], 4)["split_numbers"] == 0
    assert count(["1234567件办结情况"], 4)["unit_splits"] == 1  # 件 has no room
    assert count(["12345件办结情况"], 4)["unit_splits"] == 0


def test_loose_lines_and_last_lines_of_one_han_are_found(count):
    assert count(["政府信息www.example.gov.cn公开工作"], 8)["loose"] == 1
    assert count(["政府信息公"], 4, {"break_mode": "greedy"})["one_han_last_lines"] == 1
    assert count(["政府信息公开"], 4)["one_han_last_lines"] == 0


def test_a_text_that_does_not_come_back_is_an_error(count, tmp_path):
    count(["政府信息公开"], 4)
    with pytest.raises(ValueError):
        line_counter.count(tmp_path / "lines.pdf", ["政府信息不公开"], 4, 50)


def test_cleaning_gives_chinese_marks_and_no_notes(tmp_path):
    text = "我鎮(zhèn)公開信息,共 12 條(含公報)" + "工作" * 30
    assert corpus.cleaned(text).startswith("我鎮公開信息，共12條（含公報）")
    (tmp_path / "a.txt").write_text(text + "\n短\n" + text, encoding="utf-8")
    assert corpus.paragraphs(tmp_path) == [corpus.cleaned(text)]


# What Typst 0.15 (node compiler 0.7.0) makes of the same texts: scripts/bench typesetting.
TYPST = {28: {"lines": 1354, "loose": 0, "mean_stretch": 0.00019, "unit_splits": 16},
         20: {"lines": 1850, "loose": 11, "mean_stretch": 0.00082, "unit_splits": 16},
         12: {"lines": 3041, "loose": 107, "mean_stretch": 0.00477, "unit_splits": 31}}
PROGRAM = CLI.parents[2] / "tests/bench/set_paragraphs"


@pytest.mark.parametrize("ems", TYPST)
def test_real_paragraphs_are_set_as_evenly_as_the_rival_sets_them(tmp_path, ems):
    paragraphs = corpus.paragraphs(SHARED / "seeds")
    if not paragraphs or not PROGRAM.exists():
        pytest.skip("no seeds beside the project, or no benchmarks built")
    text, pdf = tmp_path / "text.txt", tmp_path / "lines.pdf"
    text.write_text("".join(line + "\n" for line in paragraphs), encoding="utf-8")
    subprocess.run([PROGRAM, text, str(ems), pdf], check=True)
    figures, bar = line_counter.count(pdf, paragraphs, ems, 50), TYPST[ems]
    for fault in ("wrong_edges", "split_numbers", "one_han_last_lines", "overfull"):
        assert figures[fault] == 0, fault
    assert figures["unit_splits"] <= bar["unit_splits"] / 4
    for name in ("lines", "loose", "mean_stretch"):
        assert figures[name] <= bar[name], name
