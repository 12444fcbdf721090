"""The command line: exit codes, messages in both languages, whole files or none."""

import json
import os
import re
import shutil
import subprocess

import pytest
from conftest import CLI, ROOT

DATA = ROOT / "examples/data"


def test_a_wrong_sum_names_the_cell_both_numbers_and_the_difference(run):
    chinese = run("check", DATA / "county-2024-bad-sum.json")
    english = run("check", "--lang", "en", DATA / "county-2024-bad-sum.json")
    assert chinese.returncode == english.returncode == 1
    report = json.loads(run("check", "--json", DATA / "county-2024-bad-sum.json").stdout)
    wrong = [f for f in report["findings"] if f["severity"] == "error"]
    assert wrong
    difference = str(abs(int(wrong[0]["expected"]) - int(wrong[0]["found"])))
    for part in ("表三", wrong[0]["expected"], wrong[0]["found"], "相差 " + difference):
        assert part in chinese.stdout.decode()
    for part in ("Table 3", wrong[0]["expected"], wrong[0]["found"], "difference " + difference):
        assert part in english.stdout.decode()
    assert "相差" not in english.stdout.decode()


def test_render_refuses_what_does_not_agree_and_prints_it_on_demand(run, tmp_path):
    refused = run("render", DATA / "county-2024-bad-sum.json", "-o", tmp_path / "a.pdf")
    assert refused.returncode == 1 and "T3-" in refused.stderr.decode()
    assert list(tmp_path.iterdir()) == []
    assert run("render", DATA / "county-2024-bad-sum.json", "--as-printed", "-o", tmp_path / "a.pdf").returncode == 0


def test_a_folder_takes_the_pdf_under_the_title(run, tmp_path):
    assert run("render", DATA / "county-2024.json", "-o", tmp_path).returncode == 0
    assert [file.name for file in tmp_path.iterdir()] == ["澄岚县人民政府2024年政府信息公开工作年度报告.pdf"]


def test_all_faults_of_content_come_at_once(run):
    done = run("check", DATA / "county-2024-wrong-keys.json")
    assert done.returncode == 1
    text = done.stdout.decode()
    assert text.count("错误[") >= 4 and "KEY-UNKNOWN" in text and "KEY-DUPLICATE" in text


def test_a_character_no_font_has_is_exit_5_with_code_point_place_and_fonts(run, tmp_path):
    done = run("render", DATA / "county-2024-missing-character.json", "-o", tmp_path / "a.pdf")
    assert done.returncode == 5
    message = done.stderr.decode()
    assert "U+" in message and "/overview" in message and "FandolFang" in message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments, code",
    [
        (["render"], 2),
        (["render", "--no-such-option", "x.json"], 2),
        (["no-such-verb"], 2),
        (["render", "none.json"], 3),
        (["check", "none.json"], 3),
        (["formats", "--show", "disclosure-1900"], 4),
        (["render", str(DATA / "county-2024.json"), "--template", "none.json", "-o", "x.pdf"], 3),
        (["render", str(DATA / "county-2024.json"), "--font-dir", "/nonexistent", "-o", "x.pdf"], 5),
        (["render", str(DATA / "county-2024.json"), "-o", "/dev/full"], 7),
        (["render", str(DATA / "county-2024.json"), "-o", "/nonexistent/x.pdf"], 7),
        (["--version"], 0),
        (["--help"], 0),
        (["formats"], 0),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else str(value),
)
def test_exit_codes(run, tmp_path, arguments, code):
    assert run(*arguments, cwd=tmp_path).returncode == code


@pytest.mark.parametrize(
    "content, code, rule, line",
    [(b'{\n "year": 20 24}', 3, "JSON-SYNTAX", 2), (b'{"a": "\xff"}', 3, "JSON-UTF8", 1), (None, 3, "FILE-READ", 0)],
)
def test_check_json_is_json_also_when_the_report_cannot_be_read(run, tmp_path, content, code, rule, line):
    if content is not None:
        (tmp_path / "a.json").write_bytes(content)
    done = run("check", "--json", tmp_path / "a.json")
    (finding,) = json.loads(done.stdout)["findings"]
    assert done.returncode == code and done.stderr == b""
    assert finding["rule"] == rule and finding["line"] == line and finding["severity"] == "error"


def test_a_place_in_standard_input_is_named_by_a_dash(run):
    done = run("check", "-", input=b'{\n')
    assert done.returncode == 3 and "--> -:2:1" in done.stderr.decode()


@pytest.mark.parametrize("arguments", [["check", DATA / "county-2024.json"], ["formats"]])
def test_findings_and_formats_that_cannot_be_written_are_exit_7(arguments):
    with open("/dev/full", "wb") as full:
        assert subprocess.run([CLI, *arguments], stdout=full, stderr=subprocess.PIPE, check=False).returncode == 7


@pytest.mark.parametrize("output", [[], ["-o", "data.pdf"], ["-o", "./data.pdf"]])
def test_the_data_are_never_replaced_by_the_pdf(run, tmp_path, output):
    data = (DATA / "county-2024.json").read_bytes()
    (tmp_path / "data.pdf").write_bytes(data)
    assert run("render", "data.pdf", *output, cwd=tmp_path).returncode == 2
    assert (tmp_path / "data.pdf").read_bytes() == data


def test_an_error_comes_with_what_to_do(run):
    done = run("render", DATA / "county-2024-missing-character.json", "-o", "-")
    said = done.stderr.decode()
    assert "提示：" in said and "--font-dir" in said


def test_broken_json_is_exit_3_with_line_and_column(run, tmp_path):
    (tmp_path / "a.json").write_text('{\n  "format": "disclosure-2021",\n  "year": 20 24\n}', encoding="utf-8")
    done = run("render", tmp_path / "a.json")
    assert done.returncode == 3 and "a.json:3:14" in done.stderr.decode()


def test_a_wrong_template_is_exit_4_with_a_pointer(run, tmp_path, county):
    template = run("formats", "--show", "disclosure-2021", "--template").stdout.decode()
    (tmp_path / "t.json").write_text(template.replace('"styles"', '"stlyes"', 1), encoding="utf-8")
    done = run("render", county, "--template", tmp_path / "t.json", "-o", tmp_path / "a.pdf")
    assert done.returncode == 4 and "stlyes" in done.stderr.decode()


def test_standard_input_and_output(run, county, made):
    done = run("render", "-", "-o", "-", input=county.read_bytes())
    assert done.returncode == 0 and done.stdout == made(county).read_bytes()


def test_the_output_is_named_after_the_input(run, county, tmp_path):
    shutil.copy(county, tmp_path / "x.json")
    assert run("render", tmp_path / "x.json").returncode == 0
    assert (tmp_path / "x.pdf").exists()


def test_results_go_to_stdout_and_messages_to_stderr(run, county):
    done = run("dump", county)
    assert done.returncode == 0 and done.stdout and b"error" not in done.stderr
    schema = run("formats", "--show", "disclosure-2021", "--schema")
    assert "properties" in json.loads(schema.stdout)


def test_a_report_without_a_wide_table_is_rendered_in_silence(run, county, tmp_path):
    done = run("render", county, "-o", tmp_path / "a.pdf")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "de_DE.UTF-8", "zh_CN.GB18030", "tr_TR.UTF-8", "ar_EG.UTF-8"])
@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/St_Johns"])
def test_same_bytes_under_other_locales_and_zones(run, county, made, locale, zone, tmp_path):
    environment = {"LC_ALL": locale, "TZ": zone, "HOME": "/nonexistent"}
    assert run("render", county, "-o", tmp_path / "a.pdf", env=environment).returncode == 0
    assert (tmp_path / "a.pdf").read_bytes() == made(county).read_bytes()


def test_no_terminal_gets_a_pdf(county):
    try:
        leader, follower = os.openpty()
    except OSError:
        pytest.skip("no pseudo-terminal to be had here")
    done = subprocess.run([CLI, "render", county, "-o", "-"], stdout=follower, stderr=subprocess.PIPE)
    os.close(follower)
    os.close(leader)
    assert done.returncode == 2


def test_dump_lines_tells_how_each_line_was_adjusted_and_why_it_ends(run, county):
    done = run("dump", "--lines", county)
    assert done.returncode == 0
    lines = done.stdout.decode().splitlines()
    assert "/preamble size 15.75" in lines
    body = [line for line in lines if line.startswith("  ")]
    assert all(" natural " in line and " width " in line and "; ends " in line for line in body)
    for part in ("squeezed pauses -", "stretched Han–Latin gaps +", "ends freely", "ends the paragraph", "ends at a line feed"):
        assert any(part in line for line in body), part
    # The steps add up: natural width and every step make the width of a justified line.
    for line in body:
        head, _, _ = line.partition("; ends ")
        words = head.replace(",", "").split()
        width = float(words[words.index("width") + 1])
        if width == 442.205:
            steps = [float(word) for word in words if word[0] in "+-" and word[1:2].isdigit()]
            assert float(words[words.index("natural") + 1]) + sum(steps) == pytest.approx(width, abs=0.002)
    assert run("dump", "--lines", "--stage", "pages", county).returncode == 2
    assert run("dump", "--stage", "lines", county).stdout == done.stdout
    assert b"--lines" in run("dump", "--help").stdout


def test_line_options_of_a_template_change_the_lines(run, county, tmp_path):
    template = json.loads(run("formats", "--show", "disclosure-2021", "--template").stdout)
    usual = run("dump", "--lines", county).stdout.decode()
    for lines in ({"mark_widths": "kaiming"}, {"break_mode": "greedy"}, {"han_latin_gap": {"shown": False}},
                  {"hanging_marks": True}, {"latin_on_grid": True}, {"stops_squeezed": False}):
        file = tmp_path / "template.json"
        file.write_text(json.dumps({**template, "lines": lines}, ensure_ascii=False), encoding="utf-8")
        changed = run("dump", "--lines", "--template", file, county).stdout.decode()
        assert changed and changed != usual, lines


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_every_key_of_lines_with_its_default(run, county, tmp_path, name):
    text = (ROOT / name).read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (`.+?) \|", text[text.index("| `edges` |"):], re.M)
    defaults = {}
    for key, values in rows:
        first = re.match(r"`(.+?)`", values)
        defaults[key] = json.loads(first[1]) if first[1][0] in "{ft" and first[1] != "fullwidth" else first[1]
    template = json.loads(run("formats", "--show", "disclosure-2021", "--template").stdout)
    file = tmp_path / "template.json"
    file.write_text(json.dumps({**template, "lines": defaults}, ensure_ascii=False), encoding="utf-8")
    done = run("dump", "--lines", "--template", file, county)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == run("dump", "--lines", county).stdout
    file.write_text(json.dumps({**template, "lines": {"no_such_key": 1}}), encoding="utf-8")
    refused = run("dump", "--lang", "en", "--template", file, county).stderr.decode()
    known = re.search(r"here: ([a-z_, ]+)", refused)[1]
    assert set(known.split(", ")) == set(defaults)


def test_the_paragraph_of_the_picture_fills_every_line_and_breaks_no_number(run, county):
    done = run("dump", "--lines", "--template", ROOT / "examples/typesetting/paragraph.json", county)
    lines = done.stdout.decode().splitlines()[1:]
    assert len(lines) >= 8
    assert all(" width 315" in line for line in lines[:-1])
    assert not any("between number" in line or "unbreakable" in line for line in lines)


def county_with(tmp_path, name, **changes):
    report = json.loads((DATA / "county-2024.json").read_text(encoding="utf-8"))
    report.update(changes)
    path = tmp_path / name
    path.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    return path


def test_check_against_last_year_and_against_parts(run, tmp_path):
    last = county_with(tmp_path, "last.json", year=2023, title="澄岚县人民政府2023年年度报告")
    rules = {f["rule"] for f in json.loads(run("check", "--json", "--previous", last, DATA / "county-2024.json").stdout)["findings"]}
    assert "Y-1" in rules and "Y-2" in rules  # the same numbers again do not follow from themselves
    (tmp_path / "parts").mkdir()
    part = county_with(tmp_path / "parts", "one.json")
    assert run("check", "--parts", tmp_path / "parts/*.json", DATA / "county-2024.json").returncode == 0
    county_with(tmp_path / "parts", "two.json")
    twice = run("check", "--parts", tmp_path / "parts/*.json", DATA / "county-2024.json")
    assert twice.returncode == 1 and "SUM-1" in twice.stdout.decode() and "2 个单位合计" in twice.stdout.decode()
    # The report itself is not one of its parts, and a part that is not there is a file that cannot be read.
    assert run("check", "--parts", tmp_path / "parts/o*.json", part).returncode == 0
    assert run("check", "--parts", tmp_path / "none/*.json", part).returncode == 3


def test_an_option_that_may_be_repeated_does_not_take_the_input(run, tmp_path):
    report, fonts = DATA / "county-2024.json", ROOT / "tests/fixtures/fonts/scripts"
    template, manifest = tmp_path / "look.json", tmp_path / "list.jsonl"
    template.write_bytes(run("formats", "--show", "disclosure-2021", "--template").stdout)
    manifest.write_text(json.dumps(str(report)), encoding="utf-8")
    for before, given, after in [
        (["check", "--parts", report], report, ["--lang", "en"]),
        (["check", "--parts", report, "--parts", report], report, ["--json"]),
        (["render", "--font-dir", fonts], report, ["-o", tmp_path / "a.pdf"]),
        (["batch", "--template", template], manifest, ["-o", tmp_path / "out"]),
    ]:
        done = run(*before, given, *after)
        assert done.returncode == 0, (before, done.stderr.decode())


def test_findings_as_sarif(run, tmp_path):
    done = run("check", "--format", "sarif", DATA / "county-2024-bad-sum.json")
    log = json.loads(done.stdout)
    (sarif_run,) = log["runs"]
    assert done.returncode == 1 and log["version"] == "2.1.0"
    rules = [rule["id"] for rule in sarif_run["tool"]["driver"]["rules"]]
    for result in sarif_run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"] and result["message"]["text"]
        assert result["level"] in ("error", "warning", "note")
        (location,) = result["locations"]
        assert location["physicalLocation"]["region"]["startLine"] > 0
        assert location["physicalLocation"]["artifactLocation"]["uri"].endswith("county-2024-bad-sum.json")
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    broken = run("check", "--format", "sarif", tmp_path / "a.json")
    assert broken.returncode == 3 and json.loads(broken.stdout)["runs"][0]["results"][0]["ruleId"] == "JSON-SYNTAX"


def test_explain_names_source_and_examples_in_both_languages(run):
    chinese, english = run("explain", "T3-C1"), run("explain", "--lang", "en", "T3-C1")
    assert chinese.returncode == english.returncode == 0
    for part in ("依据：", "错：", "对：", "〔2021〕30号"):
        assert part in chinese.stdout.decode()
    for part in ("source:", "wrong:", "right:"):
        assert part in english.stdout.decode()
    assert run("explain", "KEY-UNKNOWN").returncode == 0
    assert run("explain", "T9-X").returncode == 2
    assert "PRIVACY-1" in run("explain").stdout.decode()


def test_schemas_of_reports_and_templates_hold_for_what_is_built_in(run):
    jsonschema = pytest.importorskip("jsonschema")
    every = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(every)
    look = json.loads(run("schema", "template").stdout)
    for example in ("county-2024", "bureau-2020", "county-2016", "summary-2024"):
        report = json.loads((DATA / f"{example}.json").read_text(encoding="utf-8"))
        assert jsonschema.Draft202012Validator(every).is_valid(report), example
        template = json.loads(run("formats", "--show", report["format"], "--template").stdout)
        jsonschema.validate(template, look)
        template["blocks"][0]["paragraf"] = 1
        assert not jsonschema.Draft202012Validator(look).is_valid(template)
    report["bodi"] = 1
    assert not jsonschema.Draft202012Validator(every).is_valid(report)
    assert run("schema", "disclosure-1999").returncode == 4


def test_the_schema_of_templates_knows_every_key_the_reader_knows(run):
    text = run("schema", "template").stdout.decode()
    lists = [m.group(1) for path in sorted((ROOT / "src/template").glob("read_*.cpp"))
             for m in re.finditer(r"ObjectNode \w+\([^;{]*\{([^}]*)\}", path.read_text(encoding="utf-8"))]
    keys = {key for each in lists for key in re.findall(r'"(\w+)"', each)}
    assert len(keys) > 80
    assert {key for key in keys if f'"{key}": ' not in text} == set()


def test_init_writes_a_starter_with_its_schema_and_replaces_nothing(run, tmp_path):
    jsonschema = pytest.importorskip("jsonschema")
    target = tmp_path / "2025.json"
    done = run("init", "--previous", DATA / "county-2024.json", "-o", target)
    assert done.returncode == 0, done.stderr.decode()
    report = json.loads(target.read_text(encoding="utf-8"))
    schema = json.loads((tmp_path / "2025.schema.json").read_text(encoding="utf-8"))
    assert report["$schema"] == "./2025.schema.json" and report["year"] == 2025 and report["organ"] == "澄岚县人民政府"
    jsonschema.validate(report, schema)
    last = json.loads((DATA / "county-2024.json").read_text(encoding="utf-8"))
    assert report["applications"]["carried_in"] == last["applications"]["carried_out"][:6]
    assert report["proactive"]["normative_documents"]["in_force"] == last["proactive"]["normative_documents"]["in_force"]
    assert run("render", target, "-o", tmp_path / "a.pdf").returncode == 1  # still to be filled in
    before = target.read_bytes()
    assert run("init", "--year", "2025", "-o", target).returncode == 2 and target.read_bytes() == before
    assert run("init", "--format", "summary", "--organ", "白石镇人民政府").returncode == 0
    assert run("init").returncode != 0  # a year is needed


def test_fonts_lists_what_is_used_substituted_and_missing(run, tmp_path):
    done = run("fonts", DATA / "county-2024.json", "--json")
    assert done.returncode == 0, done.stderr.decode()
    usage = json.loads(done.stdout)
    assert usage["missing"] == []
    fonts = {(f["role"], f["font"]): f["characters"] for f in usage["fonts"]}
    assert fonts[("fangsong", "FandolFang-Regular.otf")] > 1000
    assert fonts[("song", "LiberationSerif-Regular.ttf")] > 100  # numbers of the tables

    report = json.loads((DATA / "county-2024.json").read_text(encoding="utf-8"))
    report["overview"] = [{"paragraph": "政府信息"}, {"paragraph": "陈喆和李喆，ئ和😀"}]
    file = tmp_path / "rare.json"
    file.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    done = run("fonts", file, "--json")
    assert done.returncode == 5
    usage = json.loads(done.stdout)
    rare = [s for s in usage["substituted"] if s["text"] == "喆"]
    assert rare == [{"code_point": "U+5586", "text": "喆", "role": "fangsong", "font": "NianbaoSong-Light.otf",
                     "count": 2, "pointer": "/overview/1/paragraph"}]
    missing = {m["code_point"]: m["package"] for m in usage["missing"]}
    assert missing["U+1F600"] is None
    shown = run("fonts", file, "--lang", "en").stdout.decode()
    for part in ("U+5586", "NianbaoSong-Light.otf", "×2", "/overview/1/paragraph", "U+1F600", "Missing"):
        assert part in shown
    assert "缺字" in run("fonts", file).stdout.decode()
    # With the font given, only the emoji is missing.
    scripts = ROOT / "tests/fixtures/fonts/scripts"
    usage = json.loads(run("fonts", file, "--json", "--font-dir", scripts).stdout)
    assert [m["code_point"] for m in usage["missing"]] == ["U+1F600"]
    assert [s["font"] for s in usage["substituted"] if s["text"] == "ئ"] == ["script-arabic.ttf"]
