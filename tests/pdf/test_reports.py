"""Whole reports before the judges: our example and, where it exists, a published one."""

import collections
import json
import os
import re
import shutil
import subprocess

import judges
import pytest
import reading
from conftest import ROOT

GOLDEN = ROOT / "tests/golden"
A4_TYPE_AREA = (79.37, 104.88, 521.58, 742.68)  # 28 mm, 37 mm; 156 × 225 mm (GB/T 9704 5.2.1), in points


def accepted(*verdicts):
    """Every judge that is here is content; one that is missing is said, and not counted as a pass."""
    failed = [str(v) for v in verdicts if v.result == judges.FAILED]
    assert not failed, "\n".join(failed)
    if judges.warn_missing(verdicts):
        pytest.skip("a judge is missing")


def dumped(run, source):
    done = run("dump", source)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_qpdf_and_verapdf_are_content(made, source):
    pdf = made(source)
    accepted(judges.qpdf_check(pdf), *judges.verapdf(pdf))


def test_the_small_profile_is_smaller_and_as_good(made, county):
    pdf = made(county, "--small")
    assert pdf.stat().st_size < made(county).stat().st_size
    accepted(judges.qpdf_check(pdf), *judges.verapdf(pdf))
    assert judges.poppler_text(pdf) == judges.poppler_text(made(county))


def test_a_draft_is_marked_and_still_conforms(made, county):
    pdf = made(county, "--draft")
    accepted(judges.qpdf_check(pdf), *judges.verapdf(pdf))
    # An artifact: in the page's characters, not in the structure that is read aloud.
    assert "草" in judges.poppler_text(pdf)
    assert reading.squeezed(judges.struct_text(pdf)) == reading.squeezed(judges.struct_text(made(county)))


def test_the_example_has_six_to_ten_pages(made, county):
    info = subprocess.run(["pdfinfo", made(county)], capture_output=True, text=True, check=True).stdout
    assert 6 <= int(re.search(r"Pages:\s+(\d+)", info).group(1)) <= 10
    assert re.search(r"Tagged:\s+yes", info)
    assert "年政府信息公开工作年度报告" in re.search(r"Title:\s+(.*)", info).group(1)


def test_every_font_is_embedded_and_subset(made, source):
    rows = judges.fonts(made(source))
    assert rows
    for row in rows:
        assert row["emb"] == "yes" and row["sub"] == "yes" and row["uni"] == "yes", row


@pytest.mark.parametrize("extract", ["poppler_text", "mupdf_text", "pdfium_text"])
def test_every_sentence_comes_back(made, source, extract):
    text = reading.body(getattr(judges, extract)(made(source)))
    for sentence in reading.sentences(reading.load(source)):
        assert reading.squeezed(sentence) in text, sentence


def test_every_cell_comes_back_from_the_structure(made, source):
    """The 25 rows of 表三, in order, each with its seven numbers, as a screen reader meets them."""
    struct = judges.struct_text(made(source))
    # A cell's own lines: its kind, attributes that begin with a slash, its text in quotation marks.
    data_cells = re.findall(r'^ *TD[^\n]*\n(?: */[^\n]*\n)* *"([^"\n]*)"', struct, re.MULTILINE)
    expected = [str(v) for row in reading.rows_in_order(reading.load(source)["applications"]) for v in row]
    joined, wanted = "\0".join(data_cells), "\0".join(expected)
    assert wanted in joined


def test_numbers_stand_under_their_heads(made, source):
    """By position: the numbers of a row of 表三 share a baseline and their centres are the columns'."""
    characters = judges.stext_chars(made(source))
    lines = collections.defaultdict(list)
    for c in characters:
        lines[(c.page, round(c.y, 1))].append(c)
    for row in reading.rows_in_order(reading.load(source)["applications"]):
        wanted = "".join(str(v) for v in row)
        rows = ["".join(c.text for c in sorted(line, key=lambda c: c.x)) for line in lines.values()]
        assert any(reading.squeezed(text).endswith(wanted) for text in rows), row


def test_the_sections_are_bookmarks(made, source):
    outline = subprocess.run(["mutool", "show", made(source), "outline"], capture_output=True, text=True).stdout
    for heading in ("一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
                    "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"):
        assert heading in outline


def test_text_stays_inside_the_type_area(made, source):
    left, top, right, bottom = A4_TYPE_AREA
    for c in judges.stext_chars(made(source)):
        if c.y > bottom:
            continue  # the folio, tested by itself
        if c.text.strip():
            # The blank half of a mark hangs over the edge; its ink does not.
            edge = 0.5 * c.size + 0.1 if reading.is_mark(c.text) else 0.6
            assert left - edge <= c.x and c.right <= right + edge, c
            assert top - 1 <= c.y <= bottom + 0.1, c


def test_the_folio_is_outside_and_below(made, source):
    """— 1 — right on odd pages, — 2 — left on even ones, one character in; 7 mm below the type area."""
    by_page = collections.defaultdict(list)
    for c in judges.stext_chars(made(source)):
        if c.y > A4_TYPE_AREA[3]:
            by_page[c.page].append(c)
    for page, found in by_page.items():
        assert reading.squeezed("".join(c.text for c in found)) == f"—{page}—"
        left, right = min(c.x for c in found), max(c.right for c in found)
        if page % 2:
            assert right == pytest.approx(A4_TYPE_AREA[2] - 14, abs=1)
        else:
            assert left == pytest.approx(A4_TYPE_AREA[0] + 14, abs=1)


def test_tables_have_one_size_of_at_least_nine_points(made, source):
    """Characters inside 表二, 表三, 表四 (the fonts of tables: song, kai) have one size per table."""
    sizes = collections.Counter(round(c.size, 1) for c in judges.stext_chars(made(source)) if c.size < 13)
    assert sizes and min(sizes) >= 9
    assert len(sizes) <= 2  # fallback faces are set at 95 %


def test_pages_are_as_they_were(run, county):
    """The golden dump. Renew with NIANBAO_UPDATE_GOLDEN=1 after looking at the pages."""
    text, golden = dumped(run, county), GOLDEN / "county-2024.pages.txt"
    if os.environ.get("NIANBAO_UPDATE_GOLDEN") == "1":
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def with_text(county, tmp_path, text):
    """The example with one more paragraph at its end, as a file."""
    report = reading.load(county)
    report["other_matters"] = [*report["other_matters"], {"paragraph": text}]
    path = tmp_path / "report.json"
    path.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize("extract", ["poppler_text", "mupdf_text"])
def test_rare_characters_and_doubles_come_back_as_they_were(made, county, tmp_path, extract):
    """Plane 2 (𬘡, 𫖯: 通用规范汉字表), a Kangxi radical beside its Han twin, two-em marks, a name 仿宋 lacks."""
    text = "镇长𬘡、股长𫖯与喆、镕核对⼀和一，形成清单——含〇、㎡与①……完毕。"
    pdf = made(with_text(county, tmp_path, text))
    assert text in reading.body(getattr(judges, extract)(pdf))
    accepted(judges.qpdf_check(pdf), *judges.verapdf(pdf))


def test_a_users_font_wins_by_role(made, county, tmp_path):
    """A folder with one font for 仿宋: the body is set in it, what it lacks still comes from the chain."""
    (tmp_path / "fonts").mkdir()
    shutil.copy(ROOT / "fonts/FandolKai-Regular.otf", tmp_path / "fonts/own.otf")
    (tmp_path / "fonts/fonts.json").write_text(
        '{"fonts": [{"file": "own.otf", "index": 0, "roles": ["fangsong"]}]}', encoding="utf-8"
    )
    names = {row["name"] for row in judges.fonts(made(county, "--font-dir", tmp_path / "fonts"))}
    assert any("FandolKai" in name for name in names)
    assert not any("FandolFang" in name for name in names)


def test_what_is_printed_as_given_is_what_was_given(made, tmp_path, county):
    """Texts in cells and sums that do not agree, exactly as the office wrote them."""
    report = reading.load(county)
    report["proactive"]["licences"] = "128734件"
    report["disputes"]["reconsideration"] = {"upheld": 1, "corrected": 1, "other": 1, "pending": 1, "total": 77777}
    path = tmp_path / "printed.json"
    path.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    pdf = made(path, "--as-printed")
    struct = judges.struct_text(pdf)
    assert '"128734件"' in struct and '"77777"' in struct
    accepted(judges.qpdf_check(pdf), *judges.verapdf(pdf))


def test_a_table_that_meets_the_page_end_repeats_its_head(run, made, county, tmp_path):
    """表三 on pages too low for it: head and group labels again on the next page, rules closed, every cell once."""
    template = json.loads(run("formats", "--show", "disclosure-2021", "--template").stdout)
    template["page"]["margins"]["top"] = "120mm"
    template["page"]["type_area"]["height"] = "142mm"
    (tmp_path / "low.json").write_text(json.dumps(template, ensure_ascii=False), encoding="utf-8")
    pdf = made(county, "--template", tmp_path / "low.json")
    accepted(judges.qpdf_check(pdf), *judges.verapdf(pdf))
    text = reading.body(judges.poppler_text(pdf))
    assert text.count("申请人情况") >= 2
    struct = judges.struct_text(pdf)
    assert reading.squeezed(struct).count("申请人情况") == 1  # repeated on paper, said once
    data_cells = re.findall(r'^ *TD[^\n]*\n(?: */[^\n]*\n)* *"([^"\n]*)"', struct, re.MULTILINE)
    expected = [str(v) for row in reading.rows_in_order(reading.load(county)["applications"]) for v in row]
    assert "\0".join(expected) in "\0".join(data_cells)


def test_a_broken_file_fails_each_judge(made, county, tmp_path):
    """A judge that likes everything judges nothing."""
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(made(county).read_bytes()[:-4000])
    for verdict in [judges.qpdf_check(broken), *judges.verapdf(broken)]:
        assert verdict.result in (judges.FAILED, judges.MISSING), str(verdict)
    with pytest.raises(judges.JudgeFailed):
        judges.poppler_text(broken)
