"""Eighteen real texts from text to finished pages, where they exist: import, findings, render, judges.

The texts are other people's: goldens hold rule, line, column and number of each finding, no words.
"""

import difflib
import json
import os
import re

import judges
import pytest
import reading
from conftest import ROOT, SHARED
from test_reports import accepted

SEEDS = SHARED / "seeds"
GOLDEN = ROOT / "tests/golden/seeds"
SINGLE = ["000", "001", "002", "004"]
MODELS = [(2, 14), (15, 36), (37, 66), (67, 80), (81, 101), (102, 113), (114, 124), (125, 145), (146, 164),
          (165, 184), (185, 206), (207, 234), (235, 249), (250, 263)]  # lines of the reports inside text 003
NAMES = SINGLE + [f"003-{number:02}" for number in range(1, len(MODELS) + 1)]

# Levels of the headings in order (the outline of each text as its numerals have it).
LEVELS = {
    "000": "1 1222332 1111".replace(" ", ""),
    "001": "12211",
    "002": "12222122212222 2".replace(" ", ""),
    "004": "1233331111",
    "003-01": "113331 3333".replace(" ", ""),
    "003-02": "111111333333",
    "003-03": "11333112 21".replace(" ", ""),
    "003-04": "1221",
    "003-05": "1222212221222221222",
    "003-06": "1122211",
    "003-07": "11111",
    "003-08": "12222211",
    "003-09": "133313333333331",
    "003-10": "133311",
    "003-11": "12233323333122122 2".replace(" ", ""),
    "003-12": "1111",
    "003-13": "11333311",
    "003-14": "11111",
}

pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the texts are not here")


def source_of(name):
    return next(SEEDS.glob(f"{name[:3]}_*.txt"))


def line_range(name):
    return MODELS[int(name[4:]) - 1] if "-" in name else None


@pytest.fixture(scope="session")
def imported(run, tmp_path_factory):
    """Report data and findings of every text."""
    folder = tmp_path_factory.mktemp("seeds")
    out = {}
    for name in NAMES:
        target, lines = folder / f"{name}.json", line_range(name)
        options = ["--lines", f"{lines[0]}-{lines[1]}"] if lines else []
        done = run("import", source_of(name), "-o", target, "--findings", folder / f"{name}.findings", *options)
        assert done.returncode == 0, done.stderr.decode()
        out[name] = (target, json.loads((folder / f"{name}.findings").read_text(encoding="utf-8"))["findings"])
    return out


@pytest.fixture(scope="session")
def verdicts(made, imported):
    """veraPDF's opinion of all of them: one JVM for each profile."""
    return judges.verapdf([made(path) for path, _ in imported.values()])


@pytest.fixture(params=NAMES)
def name(request):
    return request.param


def printed(report):
    """The texts of a summary in reading order, without generated numerals."""
    yield from [report["title"]] if isinstance(report["title"], str) else report["title"]
    yield from [report["salutation"]] if "salutation" in report else []
    yield from reading.narrative(report["body"])
    signature = report.get("signature", {})
    yield from (signature[key] for key in ("organ", "date") if signature.get(key))


def words(text):
    """Han, letters and digits: what no cleaning may change."""
    return re.sub(r"[\W_]", "", text)


def test_the_text_is_cut_where_its_reports_begin(run, tmp_path):
    done = run("import", source_of("003"), "--split", "-o", tmp_path)
    ranges = [line.split("\t")[1] for line in done.stdout.decode().splitlines()]
    assert ranges == [f"{first}-{last}" for first, last in MODELS]
    assert len(list(tmp_path.glob("*.json"))) == len(MODELS)


def test_every_change_and_doubt_is_a_finding_in_its_place(imported, name):
    found = "".join(f"{f['rule']} {f['severity']} {f['line']}:{f['column']} {f['found'] if f['found'].isdigit() else ''}".rstrip() + "\n"
                    for f in imported[name][1])
    golden = GOLDEN / f"{name}.findings.txt"
    if os.environ.get("NIANBAO_UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_the_headings_have_the_levels_of_their_numerals(imported, name):
    blocks = reading.load(imported[name][0])["body"]
    assert "".join(str(block["heading"]) for block in blocks if "heading" in block) == LEVELS[name]


def test_no_word_of_the_source_is_lost_or_doubled(imported, made, name):
    """The words of the source, line by line, against the words of the page."""
    path, findings = imported[name]
    dropped = {f["line"] for f in findings if f["rule"] in ("IMPORT-FURNITURE", "IMPORT-METADATA")}
    lines = source_of(name).read_text(encoding="utf-8").splitlines()
    first, last = line_range(name) or (1, len(lines))
    kept = [line for number, line in enumerate(lines, 1) if first <= number <= last and number not in dropped]
    reading_mark = r"(?<=[\u4e00-\u9fff])\([a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)"
    source = words("".join(re.sub(reading_mark, "", line.replace("F(xiàn)", "現")) for line in kept))
    page = words(reading.body(judges.poppler_text(made(path))))
    report = reading.load(path)
    if any(f["rule"] == "IMPORT-TITLE" for f in findings):
        assert page.startswith(words(report["title"]))
        page = page[len(words(report["title"])):]
    lost = sum(f["rule"] == "IMPORT-NUMERAL-LOST" for f in findings)
    changes = [op for op in difflib.SequenceMatcher(None, source, page, autojunk=False).get_opcodes() if op[0] != "equal"] \
        if source != page else []
    assert all(kind == "insert" and page[a:b] in "一二三四五六七八九十" for kind, _, _, a, b in changes), changes
    assert len(changes) == lost


def test_the_page_says_what_the_data_says(imported, made, name):
    path = imported[name][0]
    text = reading.body(judges.poppler_text(made(path)))
    at = 0
    for part in printed(reading.load(path)):
        found = text.find(reading.squeezed(part), at)
        assert found >= 0, part[:20]
        at = found + len(reading.squeezed(part))


def test_qpdf_and_verapdf_are_content(made, imported, verdicts, name):
    pdf = made(imported[name][0])
    mine = [v for v in verdicts if v.path.resolve() == pdf.resolve() or v.result == judges.MISSING]
    assert mine
    accepted(judges.qpdf_check(pdf), *mine)


def test_the_wrong_sums_are_found_and_printed_as_given(run, made, imported):
    path = imported["003-02"][0]
    findings = json.loads(run("check", "--json", path).stdout)["findings"]
    assert [(f["found"], f["expected"]) for f in findings if f["rule"] == "N-10"] == [("1727", "1672"), ("776", "741")]
    text = reading.body(judges.poppler_text(made(path)))
    assert "1727条" in text and "776条" in text


def test_no_other_text_has_a_doubtful_sum(run, imported):
    """The rule raises no false alarm on the other seventeen."""
    for name in NAMES:
        if name == "003-02":
            continue
        findings = json.loads(run("check", "--json", imported[name][0]).stdout)["findings"]
        assert [f["rule"] for f in findings if f["rule"].startswith("N-")] == [], name
