"""The Python package: one call, the same names and errors as C++."""

import copy
import os
import pathlib
import subprocess
import sys
import threading

import pytest

import nianbao

CLI = pathlib.Path(
    os.environ.get("NIANBAO_CLI", pathlib.Path(__file__).resolve().parents[2] / "build/release/src/cli/nianbao")
)


def test_every_kind_of_source_gives_the_same_bytes(county, county_path):
    from_dict = nianbao.render(county)
    assert from_dict.startswith(b"%PDF-1.7")
    assert nianbao.render(county_path) == from_dict
    assert nianbao.render(str(county_path)) == from_dict
    assert nianbao.render(county_path.read_bytes()) == from_dict
    assert nianbao.render(nianbao.read_report(county_path)) == from_dict


def test_the_command_line_gives_the_same_bytes(county, county_path, tmp_path):
    subprocess.run([CLI, "render", county_path, "-o", tmp_path / "a.pdf"], check=True)
    subprocess.run([sys.executable, "-m", "nianbao", "render", county_path, "-o", tmp_path / "b.pdf"], check=True)
    assert (tmp_path / "a.pdf").read_bytes() == nianbao.render(county)
    assert (tmp_path / "b.pdf").read_bytes() == nianbao.render(county)


def test_check_compares_with_last_year_and_with_parts(county):
    report, last = county, {**county, "year": 2023, "title": "澄岚县人民政府2023年年度报告"}
    assert "Y-1" in {f.rule for f in nianbao.check(report, previous=last)}
    assert "Y-1" not in {f.rule for f in nianbao.check(report)}
    assert "SUM-1" in {f.rule for f in nianbao.check(report, parts=[report, report])}
    assert "SUM-1" not in {f.rule for f in nianbao.check(report, parts=[report])}


def test_faults_of_last_years_report_name_its_file(county, tmp_path):
    last = tmp_path / "last.json"
    last.write_text('{"format": "disclosure-2021"}', encoding="utf-8")
    for others in ({"previous": last}, {"parts": [last]}):
        with pytest.raises(nianbao.ReportError) as raised:
            nianbao.check(county, **others)
        assert all(f.message("en").startswith(f"{last}: ") and f.line == 0 for f in raised.value.findings)


def test_a_sum_that_does_not_agree_is_a_finding_of_check_and_an_error_of_render(data):
    findings = nianbao.check(data / "county-2024-bad-sum.json")
    wrong = [f for f in findings if f.severity == "error"]
    assert wrong and wrong[0].rule.startswith("T3-")
    assert wrong[0].line > 0 and wrong[0].pointer.startswith("/applications")
    assert "表三" in wrong[0].message() and wrong[0].message("en") != wrong[0].message("zh")
    with pytest.raises(nianbao.ReportError) as caught:
        nianbao.render(data / "county-2024-bad-sum.json")
    assert wrong[0] in caught.value.findings
    assert nianbao.render(data / "county-2024-bad-sum.json", as_printed=True).startswith(b"%PDF")


def test_faults_of_content_are_raised_all_at_once(data):
    with pytest.raises(nianbao.ReportError) as caught:
        nianbao.check(data / "county-2024-wrong-keys.json")
    rules = {finding.rule for finding in caught.value.findings}
    assert {"KEY-UNKNOWN", "KEY-DUPLICATE"} <= rules
    assert all(finding.pointer.startswith("/") for finding in caught.value.findings)


def test_a_character_without_a_font_is_named(data):
    with pytest.raises(nianbao.FontError) as caught:
        nianbao.render(data / "county-2024-missing-character.json")
    missing = caught.value.missing
    assert missing and ord(missing[0].character) > 0xFFFF
    assert missing[0].pointer.startswith("/") and missing[0].fonts_tried


def test_errors_carry_their_place_and_both_languages(tmp_path):
    with pytest.raises(nianbao.FileError) as caught:
        nianbao.render(tmp_path / "none.json")
    assert caught.value.id == "FILE-READ" and caught.value.where.endswith("none.json")
    assert caught.value.message("en").startswith("cannot read")
    with pytest.raises(nianbao.JsonError) as json_error:
        nianbao.render(b'{"format": nonsense}')
    assert (json_error.value.line, json_error.value.column) == (1, 12)
    assert isinstance(json_error.value, nianbao.Error)


def test_a_number_json_does_not_have_is_an_error(county):
    report = copy.deepcopy(county)
    report["proactive"]["licences"] = float("nan")
    with pytest.raises(nianbao.Error):
        nianbao.render(report)


def test_a_template_of_ones_own_changes_the_page(county):
    text = nianbao._core.template_json("disclosure-2021")
    assert nianbao.render(county, template=nianbao.Template.from_json(text)) == nianbao.render(county)
    with pytest.raises(nianbao.TemplateError):
        nianbao.Template.from_json(text.replace('"template_version"', '"template_versoin"'))


def test_threads_share_fonts_and_give_the_same_bytes(county):
    fonts = nianbao.FontSet.bundled()
    expected = nianbao.render(county, fonts=fonts)
    results = [b""] * 4

    def work(index):
        results[index] = nianbao.render(county, fonts=fonts)

    threads = [threading.Thread(target=work, args=(i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 4


def test_the_gil_is_released_while_a_report_is_rendered(county):
    """Another thread counts on while the renderer works."""
    report, fonts = nianbao.read_report(county), nianbao.FontSet.bundled()
    counted, done = [0], threading.Event()

    def count():
        while not done.is_set():
            counted[0] += 1

    counter = threading.Thread(target=count)
    counter.start()
    before = counted[0]
    sys.setswitchinterval(0.5)  # far longer than a render: only a released GIL lets the counter run
    try:
        nianbao.render(report, fonts=fonts)
        during = counted[0] - before
    finally:
        sys.setswitchinterval(0.005)
        done.set()
        counter.join()
    assert during > 0


def test_the_small_profile_is_smaller_and_says_the_same(county):
    assert len(nianbao.render(county, profile="small")) < len(nianbao.render(county))
    with pytest.raises(ValueError):
        nianbao.render(county, profile="tiny")


def test_versions_name_the_libraries_at_work():
    versions = nianbao.versions()
    assert versions["nianbao"] == nianbao.__version__
    assert {"harfbuzz", "freetype", "fribidi", "libharu", "libdeflate", "libpng", "libjpeg"} <= versions.keys()
    assert all(version[0].isdigit() for version in versions.values())


def test_formats_are_listed():
    assert "disclosure-2021" in nianbao.formats()
    with pytest.raises(TypeError):
        nianbao.render(42)
