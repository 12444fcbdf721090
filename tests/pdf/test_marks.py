"""Marks and annotations before the judges: conformance, tags, and text that comes back."""

import copy
import json
import re
import subprocess

import judges
import pytest
import reading
from conftest import ROOT
from test_reports import accepted

MARKS = ROOT / "examples/data/marks.json"
EXTRACT = ["poppler_text", "mupdf_text", "pdfium_text"]


def runs_of(value):
    """Every run of the data, to be changed in place."""
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value
        for key, below in value.items():
            if key != "ruby":
                yield from runs_of(below)
    elif isinstance(value, list):
        for item in value:
            yield from runs_of(item)


def without(keys, path, folder):
    data = copy.deepcopy(json.loads(path.read_text(encoding="utf-8")))
    for run in runs_of(data):
        for key in keys:
            run.pop(key, None)
    file = folder / ("without-" + "-".join(keys) + ".json")
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return file


def test_qpdf_and_verapdf_are_content(made):
    pdf = made(MARKS)
    accepted(judges.qpdf_check(pdf), *judges.verapdf(pdf))


@pytest.mark.parametrize("extract", EXTRACT)
def test_dots_lines_and_frames_leave_the_text_as_it_is(made, tmp_path, extract):
    """Strong text and note marks are other type, so only what is drawn beside the text is taken away."""
    plain = json.loads(MARKS.read_text(encoding="utf-8"))
    for run in runs_of(plain):
        kept = [e for e in ([run["emphasis"]] if isinstance(run.get("emphasis"), str) else run.get("emphasis", []))
                if e in ("strong", "superscript")]
        run.pop("emphasis", None)
        run.pop("ruby", None)
        if kept:
            run["emphasis"] = kept
    file = tmp_path / "plain.json"
    file.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    marked = without(["ruby"], MARKS, tmp_path)
    read = getattr(judges, extract)
    assert reading.squeezed(read(made(marked))) == reading.squeezed(read(made(file)))


@pytest.mark.parametrize("extract", EXTRACT)
def test_the_text_of_every_run_and_every_annotation_comes_back(made, extract):
    text = reading.squeezed(getattr(judges, extract)(made(MARKS)))
    for run in runs_of(json.loads(MARKS.read_text(encoding="utf-8"))):
        ruby = run.get("ruby", "")
        words = (ruby if isinstance(ruby, str) else ruby["text"]).split()
        # Poppler reads lines by their place, so an annotation stands between the lines of a run.
        parts = list(run["text"]) if ruby or extract == "poppler_text" else [run["text"]]
        if isinstance(ruby, dict) and ruby.get("kind") == "bopomofo" and "position" not in ruby:
            words = [sign for word in words for sign in word]  # a column is no line of text
        for part in parts + words:
            assert reading.squeezed(part) in text, part


def test_annotations_and_links_have_their_tags(made):
    struct = judges.struct_text(made(MARKS))
    kinds = re.findall(r"^ *(Ruby|RB|RT|Link)\b", struct, re.MULTILINE)
    assert kinds.count("Ruby") == kinds.count("RB") == kinds.count("RT") > 20
    assert kinds.count("Link") == 3
    for base, text in (("政", "zhèng"), ("政府", "zhèngfǔ"), ("行政复议", "administrative reconsideration"), ("年", "ㄋ")):
        said = r'Ruby[^\n]*\n\s*RB[^\n]*\n\s*"%s"\s*\n\s*RT[^\n]*\n\s*"%s' % (base, text)
        assert re.search(said, struct), (base, text)


def test_a_link_can_be_opened_and_says_what_it_is(made):
    pdf = made(MARKS)
    listed = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", pdf, "-"], capture_output=True, check=True).stdout
    for address in (b"https://www.example.gov.cn/zwgk/2024/", b"mailto:dfz@example.gov.cn", b"https://www.example.gov.cn/"):
        assert b"/URI (" + address + b")" in listed, address
    assert listed.count(b"/Subtype /Link") == 3
    assert listed.count(b"/Contents <feff") + listed.count(b"/Contents (") >= 3
