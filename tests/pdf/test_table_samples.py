"""Tables that are hard to set, before the judges: valid, whole on their pages, every cell read back once."""

import collections
import json
import subprocess

import judges
import pytest
import reading
from table_samples import SAMPLES
from test_reports import accepted


@pytest.fixture(scope="session")
def sample(run, tmp_path_factory):
    """The PDF of a sample by its name, each rendered once."""
    folder, done = tmp_path_factory.mktemp("tables"), {}

    def render(name):
        if name not in done:
            source, target = folder / f"{name}.json", folder / f"{name}.pdf"
            source.write_text(json.dumps(SAMPLES[name], ensure_ascii=False), encoding="utf-8")
            result = run("render", source, "-o", target)
            assert result.returncode == 0, result.stderr.decode()
            done[name] = target
        return done[name]

    return render


def pages(pdf):
    """The text of each page, without blanks."""
    out = subprocess.run(["pdftotext", "-enc", "UTF-8", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    return [reading.squeezed(page) for page in out.split("\f") if page.strip()]


def said(value):
    """All texts and numbers of the cells of a table."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in ("text", "rows", "blocks", "paragraph", "table", "diagonal") and not isinstance(part, int):
                yield from said(part)
    elif isinstance(value, list):
        for part in value:
            yield from said(part)
    else:
        yield str(value)


def tables(name):
    return [block["table"] for block in SAMPLES[name]["body"] if "table" in block]


def test_qpdf_and_verapdf_are_content(sample):
    paths = [sample(name) for name in SAMPLES]
    accepted(*[judges.qpdf_check(path) for path in paths], *judges.verapdf(paths))


@pytest.mark.parametrize("name, warnings", [
    ("too_wide", ["TABLE-TURNED"]), ("split", ["TABLE-SPLIT"]), ("t3_large_numbers", ["TABLE-SMALL-TYPE"] * 2), ("turned", []),
])
@pytest.mark.parametrize("language, severity", [("zh", "提醒"), ("en", "warning")])
def test_render_says_once_on_stderr_what_became_of_a_wide_table(run, tmp_path, name, warnings, language, severity):
    source = tmp_path / "wide.json"
    source.write_text(json.dumps(SAMPLES[name], ensure_ascii=False), encoding="utf-8")
    done = run("render", source, "-o", tmp_path / "wide.pdf", "--lang", language)
    assert done.returncode == 0 and done.stdout == b""
    said = [line for line in done.stderr.decode().splitlines() if "TABLE-" in line]
    assert [line.split("]")[0] for line in said] == [f"{severity}[{warning}" for warning in warnings]
    piped = run("render", source, "-o", "-", "--lang", language)
    assert piped.returncode == 0 and piped.stdout == (tmp_path / "wide.pdf").read_bytes() and piped.stderr == done.stderr


@pytest.mark.parametrize("name", [name for name in SAMPLES if not name.startswith("t3")])
def test_every_character_of_a_table_is_said_once(sample, name):
    """In the structure that is read aloud: nothing is lost at page ends, nothing said again by repeated heads."""
    tree = "".join(line.strip()[1:-1] for line in judges.struct_text(sample(name)).splitlines() if line.strip().startswith('"'))
    read = collections.Counter(reading.squeezed(tree))
    written = collections.Counter()
    for table in tables(name):
        written.update(reading.squeezed("".join(said(table["rows"]))))
    rest = "表格样张各表见下。澄岚县政务公开办公室2025年1月20日"
    for table in tables(name):
        rest += table.get("caption", "") + table.get("unit", "") + "".join(table.get("notes", []))
    written.update(reading.squeezed(rest))
    assert read == written


@pytest.mark.parametrize(("name", "factor"), [("t3_at_the_foot", 1), ("t3_seven_digits", 1_234), ("t3_large_numbers", 12_345)])
def test_table_three_stands_whole_on_one_page(sample, name, factor):
    holding = [page for page in pages(sample(name)) if "三、收到和处理政府信息公开申请情况" in page]
    assert len(holding) == 1
    for part in ("申请人情况", "自然人", "四、结转下年度继续办理", str(1_657 * factor), str(1_296 * factor)):
        assert reading.squeezed(part) in holding[0]


def test_table_three_at_the_foot_leaves_no_heading_behind(sample):
    before = next(p for p, page in enumerate(pages(sample("t3_at_the_foot"))) if "自然人" in page) - 1
    assert "三、收到和处理" not in pages(sample("t3_at_the_foot"))[before]


def test_three_header_rows_stand_on_every_page_of_two_thousand_rows(sample):
    found = pages(sample("two_thousand_rows"))
    assert len(found) > 50
    for number, page in enumerate(found):
        for head in ("受理情况（件）", "线上", "线下", "按期", "累计", "单位：件"):
            assert head in page, f"page {number + 1}: {head}"
        assert ("表1（续）" in page) == (number > 0)


def test_the_labels_of_a_long_span_stand_on_each_of_its_pages(sample):
    found = pages(sample("span_of_thirty_rows"))
    assert len(found) == 3
    for page in found:
        assert "办理结果" in page.replace("表1办理结果", "")
    assert ["（一）予以公开" in page for page in found] == [True, True, False]
    assert ["（二）不予公开" in page for page in found] == [False, True, True]


def test_a_cell_higher_than_a_page_goes_on_below_its_header(sample):
    found = pages(sample("tall_cell"))
    assert len(found) == 3
    assert all("责任单位" in page and "要求" in page for page in found)


@pytest.mark.parametrize("name", ["turned", "too_wide"])
def test_a_table_across_the_page_runs_up_and_the_folio_stands_upright(sample, name):
    chars = judges.stext_chars(sample(name))
    page = next(c.page for c in chars if c.text == "指")
    on_page = [c for c in chars if c.page == page]
    head = [c for c in on_page if c.text in "指标"][:2]
    assert abs(head[0].x - head[1].x) < 0.1 and head[1].y < head[0].y
    dashes = [c for c in on_page if c.text == "—"]
    assert len(dashes) == 2 and abs(dashes[0].y - dashes[1].y) < 0.1 and dashes[0].y > 742


def test_each_part_of_a_table_split_by_columns_begins_with_its_key_column(sample):
    text = "".join(pages(sample("split")))
    parts = text.count("2013年")
    assert parts >= 3
    assert text.count("年份") >= parts
    assert all(text.count(f"指标{c}1") >= 1 for c in range(1, 3)) and "指标23" in text


def test_groups_are_kept_and_sums_stand_below_each_part(sample):
    found = pages(sample("crossed"))
    assert len(found) >= 3
    for page in found:
        assert "合计" in page and "171,720" in page
        for group in "甲乙丙丁戊己庚辛":
            assert page.count(f"道{group}") in (0, 6)
