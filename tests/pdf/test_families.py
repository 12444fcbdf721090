"""One example of every report family before the judges, and a published report of 2019 where it exists."""

import json
import re
import subprocess

import judges
import pytest
import reading
import shanghai
from conftest import ROOT
from test_reports import A4_TYPE_AREA, accepted

DATA = ROOT / "examples/data"
EXAMPLES = ["bureau-2020", "county-2016", "summary-2024", "county-2024-figures"]


@pytest.fixture(params=EXAMPLES)
def example(request):
    return DATA / f"{request.param}.json"


def texts_of(value, key=""):
    """Every text of the data that is printed as it stands."""
    if key in ("format", "organ_kind", "issued", "width", "align", "style", "after", "date", "caption", "figure", "chart", "data", "alt"):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, below in value.items():
            yield from texts_of(below, name)
    elif isinstance(value, list):
        for item in value:
            yield from texts_of(item, key)


def cells_of(pdf):
    return re.findall(r'^ *TD[^\n]*\n(?: */[^\n]*\n)* *"([^"\n]*)"', judges.struct_text(pdf), re.MULTILINE)


def outline_of(pdf):
    return subprocess.run(["mutool", "show", pdf, "outline"], capture_output=True, text=True, check=True).stdout


def test_qpdf_and_verapdf_are_content(made, example):
    pdf = made(example)
    accepted(judges.qpdf_check(pdf), *judges.verapdf(pdf))


def test_check_has_neither_errors_nor_warnings(run, example):
    findings = json.loads(run("check", "--json", example).stdout)["findings"]
    assert [f for f in findings if f["severity"] != "information"] == []


@pytest.mark.parametrize("extract", ["poppler_text", "mupdf_text", "pdfium_text"])
def test_every_text_comes_back(made, example, extract):
    text = reading.body(getattr(judges, extract)(made(example)))
    report = reading.load(example)
    for part in texts_of({key: value for key, value in report.items() if key != "organ"}):
        for line in part.splitlines():
            # A label of two lines in a cell, or a run-in head, is broken by nothing but white space.
            assert reading.squeezed(line) in text, line


def test_text_stays_inside_the_type_area(made, example):
    left, top, right, bottom = A4_TYPE_AREA
    for c in judges.stext_chars(made(example)):
        if c.y > bottom or not c.text.strip():
            continue
        edge = 0.5 * c.size + 0.1 if reading.is_mark(c.text) else 0.6
        assert left - edge <= c.x and c.right <= right + edge, c
        assert top - 1 <= c.y, c


def test_the_tables_of_2019_have_their_rows(made):
    cells = cells_of(made(DATA / "bureau-2020.json"))
    report = reading.load(DATA / "bureau-2020.json")
    wanted = [str(v) for row in ("licences", "other_services") for v in report["proactive"][row].values()]
    assert "\0".join(wanted) in "\0".join(cells)
    assert "1264.35万元" in cells and "213" in cells
    for key in ("received", "carried_in"):
        assert "\0".join(map(str, report["applications"][key])) in "\0".join(cells)


def test_the_statistics_table_of_2014_has_its_sums(made):
    struct = judges.struct_text(made(DATA / "county-2016.json"))
    text = reading.squeezed("".join(re.findall(r'"([^"\n]*)"', struct)))
    for label, unit, value in [("（一）收到申请数", "件", 128), ("（三）申请答复数", "件", 126), ("4.不同意公开答复数", "件", 16),
                               ("（三）从事政府信息公开工作人员数", "人", 155), ("七、依申请公开信息收取的费用", "万元", "0.18")]:
        assert f"{label}{unit}{value}" in text
    assert "单位负责人：何志远" in text


def test_a_report_before_2014_has_no_statistics_table(made):
    pdf = made(ROOT / "tests/formats/disclosure-2008/good-least.json")
    assert "统计表" not in judges.poppler_text(pdf)
    assert [line.strip() for line in re.findall(r'"([^"]+)"', outline_of(pdf))][:2] == ["一、概述", "二、主动公开政府信息情况"]


def test_a_summary_has_its_levels_lists_and_signature(made):
    pdf = made(DATA / "summary-2024.json")
    text = reading.body(judges.poppler_text(pdf))
    for part in ("县政务公开办公室：2024年", "一、主要做法（一）定职责", "1.一栏。在13个社区", "（1）主动公开类。由承办科室", "一是重点领域", "二是社区公开栏",
                 "今年6月入户走访", "三是街道", "特此报告。附件：1.社区公开栏内容目录2.“政策会客厅”2025年安排澄岚县青石街道办事处2024年12月20日（联系人", "附件1", "附件2"):
        assert part in text, part
    kinds = re.findall(r"^ *(H[1-6])\b", judges.struct_text(pdf), re.MULTILINE)
    assert {"H1", "H2", "H3", "H4"} <= set(kinds)


def test_the_signature_stands_as_gb_9704_says(made):
    """7.3.5.2: two characters free on the right of the organ, the date begins two characters further right."""
    pdf = made(DATA / "summary-2024.json")
    characters = [c for c in judges.stext_chars(pdf) if c.text.strip()]
    text = "".join(c.text for c in characters)
    at = text.index("特此报告")
    organ, date = (characters[text.index(part, at) : text.index(part, at) + len(part)] for part in ("澄岚县青石街道办事处", "2024年12月20日"))
    free = A4_TYPE_AREA[2] - 2 * 15.75
    assert max(c.right for c in organ) == pytest.approx(free, abs=1.5)
    assert date[0].x == pytest.approx(organ[0].x + 2 * 15.75, abs=1.5)


def test_headings_keep_the_numerals_they_are_given(made):
    text = reading.body(judges.poppler_text(made(ROOT / "tests/formats/summary/good-numerals.json")))
    for part in ("（一）先有第二层", "（1）、又有第四层", "一、重新编号", "一、甲二、乙", "（一）甲（二）乙", "①甲②乙", "1、甲", "1、决策透明。重大事项"):
        assert part in text, part
    assert text.endswith("2009年2月")


needs_shanghai = pytest.mark.skipif(not shanghai.SOURCE.exists(), reason="../shared/real/shanghai-office-2019.md is not here")


@pytest.fixture
def published(tmp_path):
    path = tmp_path / "published-2019.json"
    path.write_text(json.dumps(shanghai.report(), ensure_ascii=False, indent=1), encoding="utf-8")
    return path


@needs_shanghai
def test_the_published_tables_of_2019_balance(run, published):
    findings = json.loads(run("check", "--json", published).stdout)["findings"]
    assert {f["rule"] for f in findings if f["rule"].startswith(("T3-", "T4-", "CELL-1"))} == set()
    assert any(f["rule"] == "CELL-2" for f in findings)


@needs_shanghai
def test_a_changed_number_among_blanks_is_found(run, published):
    report = reading.load(published)
    report["applications"]["results"]["unavailable"]["本机关不掌握相关政府信息"][0] += 7
    published.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    findings = json.loads(run("check", "--json", published).stdout)["findings"]
    assert "T3-C1" in {f["rule"] for f in findings if f["severity"] == "error"}


@needs_shanghai
def test_the_published_text_contradicts_its_tables_where_it_is_known_to(run, published, tmp_path):
    """By the data made here, and by the transcription taken in as a text."""
    target = tmp_path / "imported.json"
    body = shanghai.SOURCE.read_text(encoding="utf-8")
    (tmp_path / "body.txt").write_text(body[body.index("## Preamble"):], encoding="utf-8")
    done = run("import", tmp_path / "body.txt", "--format", "disclosure-2019", "--organ", "上海市人民政府办公厅", "--year", 2019, "-o", target)
    assert done.returncode == 0, done.stderr.decode()
    for path in (published, target):
        findings = json.loads(run("check", "--json", path).stdout)["findings"]
        said = sorted((f["rule"], f["found"], f["expected"]) for f in findings if f["rule"].startswith("N-"))
        assert said == [("N-5", "258", "275"), ("N-5", "265", "337"), ("N-7", "7", "5"), ("N-8", "9", "8"), ("N-9", "33.9%", "32.0%")]


@needs_shanghai
def test_the_published_blanks_stay_or_become_zeros(made, published):
    blank, zero = made(published), made(published, "--missing", "zero")
    accepted(judges.qpdf_check(blank), *judges.verapdf(blank), judges.qpdf_check(zero), *judges.verapdf(zero))
    report = reading.load(published)
    received = report["applications"]["received"]
    assert cells_of(zero).count("0") > cells_of(blank).count("0") + 100
    assert "\0".join("0" if v is None else str(v) for v in received) in "\0".join(cells_of(zero))
    assert "251000元" in cells_of(blank)
