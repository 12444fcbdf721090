"""Documents made by hand: the values of C++ under the same names, the stages of the road, faults with their place."""

import copy
import dataclasses
import enum
import inspect
import pickle
import re
from decimal import Decimal
from pathlib import Path

import numpy
import pytest

import nianbao
from nianbao import (
    Cell, Chart, ChartSeries, Column, Contents, Document, Figure, Heading, Length, List, ListItem, PageBreak,
    Paragraph, PdfPage, Row, Ruby, Share, Signature, Table, Text, TextMarks, TextRun, em, mm, pt,
)
from conftest import ROOT

CLASSES = [each for name in nianbao.__all__ if inspect.isclass(each := getattr(nianbao, name))]
VALUES = [each for each in CLASSES if dataclasses.is_dataclass(each)]
NAMES = [each for each in CLASSES if issubclass(each, enum.Enum)]
HEADERS = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "include/nianbao").glob("*.hpp")}


def test_the_sketch_of_the_design_runs_as_written(tmp_path, monkeypatch, county_path, data, capsys):
    (tmp_path / "fonts").symlink_to(ROOT / "fonts")
    (tmp_path / "data").mkdir()
    for source in (county_path, data / "county-2024-bad-sum.json"):
        (tmp_path / "data" / source.name).write_bytes(source.read_bytes())
    monkeypatch.chdir(tmp_path)

    fonts = nianbao.FontSet.from_folder("fonts")  # or FontSet.bundled()
    for source in sorted(Path("data").glob("*.json")):
        report = nianbao.read_report(source)  # a path, JSON bytes, or a dict
        findings = nianbao.check(report)
        if any(f.severity == "error" for f in findings):
            print(source, *findings, sep="\n  ")
            continue
        source.with_suffix(".pdf").write_bytes(nianbao.render(report, fonts=fonts))

    table = Table(
        caption="收到和处理政府信息公开申请情况",
        columns=[Column(), Column(width=18 * mm, align="end")],
        header_rows=1,  # repeated on every page
        rows=[["申请人情况", "自然人"], ["本年新收", "12"], ["上年结转", "3"]],
    )
    document = nianbao.Document(
        title="2024年政府信息公开工作年度报告",
        blocks=[Heading(1, "总体情况"), Paragraph("2024年，……"), table],
    )
    pages = nianbao.typeset(document, fonts)
    print(len(pages), pages.warnings)  # look before you write
    Path("2024.pdf").write_bytes(nianbao.write_pdf(pages, tagged=True))

    try:
        nianbao.read_report({"year": "二〇二四"})
    except nianbao.ReportError as error:
        print(error.where, error)

    said = capsys.readouterr().out
    assert "county-2024-bad-sum.json" in said and "T3-" in said and "\n1 []\n" in said and "/year" in said or "/format" in said
    assert Path("data/county-2024.pdf").exists() and not Path("data/county-2024-bad-sum.pdf").exists()
    assert Path("2024.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_every_value_is_made_as_in_cpp():
    for name, value in nianbao._core.defaults().items():
        assert getattr(nianbao, name)() == value, name


@pytest.mark.parametrize("value", VALUES, ids=lambda each: each.__name__)
def test_every_value_has_the_fields_of_its_struct(value):
    if value in (Length, PdfPage):  # counts of millipoints; of Python only
        return
    name = {"ListItem": "Item"}.get(value.__name__, value.__name__)
    found = [body for text in HEADERS.values() if (body := struct_of(text, name)) is not None]
    assert found, f"no struct {name} in include/nianbao"
    names = [each.name.rstrip("_") for each in dataclasses.fields(value)]
    expected = fields_of(found[0])
    if value is nianbao.BatchItem:  # its report is a source of any kind; what the batch itself fills in is not there
        expected = [name for name in expected if name not in ("file", "json", "made_by_program", "folder", "name", "line", "faults")]
    assert names == expected


def struct_of(text, name):
    """The body of a struct of that name, without those of its members."""
    begin = re.search(rf"\bstruct {name} \{{", text)
    if begin is None:
        return None
    depth, end = 1, begin.end()
    while depth:
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        end += 1
    body = re.sub(r"//[^\n]*", "", text[begin.end() : end - 1])
    while re.search(r"\{[^{}]*\}", body):
        body = re.sub(r"\{[^{}]*\}", "", body)
    return re.sub(r"<[^<>]*(<[^<>]*(<[^<>]*>)?[^<>]*>)?[^<>]*>", "", body)


def fields_of(body):
    names = []
    for statement in body.split(";"):
        statement = statement.strip()
        if not statement or re.search(r"\b(friend|static|struct|using|constexpr|operator)\b", statement):
            continue
        statement = re.sub(r"=.*?(,|$)", r"\1", statement, flags=re.S)
        if "(" in statement:
            continue
        kind, _, rest = statement.partition(" ")
        names += [part.split()[-1] for part in rest.split(",") if part.strip()]
    return names


@pytest.mark.parametrize("name", NAMES, ids=lambda each: each.__name__)
def test_every_enumeration_has_the_names_of_its_enum(name):
    for text in HEADERS.values():
        if found := re.search(rf"enum class {name.__name__}[^{{]*\{{(.*?)\}}", text, re.S):
            words = re.findall(r"\w+", re.sub(r"//[^\n]*", "", found[1]))
            assert words == [member.value for member in name] == [member.name for member in name]
            return
    pytest.fail(f"no enum {name.__name__} in include/nianbao")


def test_every_public_name_is_there_and_says_what_it_is():
    assert nianbao.__all__ == sorted(set(nianbao.__all__))
    for name in nianbao.__all__:
        value = getattr(nianbao, name)
        if inspect.isclass(value) or inspect.isroutine(value):
            assert value.__doc__ and not value.__doc__.startswith(f"{name}("), name


def test_every_public_struct_and_enum_of_cpp_has_its_name_in_python():
    headers = [text for name, text in HEADERS.items() if name != "batch.hpp"]  # batches have a module of their own
    structs = set(re.findall(r"^(?:struct|enum class|class)(?: NIANBAO_API)? (\w+)[^;{]*\{", "\n".join(headers), re.M))
    options = {"CheckOptions", "ComposeOptions", "ImportOptions", "PdfOptions", "ReadOptions", "RenderOptions",
               "StarterOptions", "TypesetOptions", "Progress", "LibraryVersion"}  # keywords and arguments in Python
    assert options < structs
    assert structs - options - set(nianbao.__all__) == set()


def test_lengths_are_exact_and_keep_their_unit_of_count():
    assert 18 * mm == Length(51024) and (297 * mm).count == 841890 and 15.75 * pt == pt * 15.75 == Length(15750)
    assert 26 * mm + 3 * (15.75 * pt) - 1 * pt == Length(73701 + 47250 - 1000)
    assert -(1 * pt) < Length() < 1 * pt and not Length() and Length(1)
    assert Length(10).scaled(1, 4) == Length(3) and Length(-10).scaled(1, 4) == Length(-3)  # half away from zero
    assert str(10.5 * pt) == "10.5" and str(16 * pt) == "16" and repr(1 * pt) == "1 * pt" and (2 * em).of(10 * pt) == 20 * pt
    assert Length.points(1) == Length.millipoints(1000) == 1 * pt and Length.millimetres(1) == 1 * mm
    with pytest.raises(ValueError):
        Length(2**31)
    with pytest.raises(TypeError):
        Length(1.5)
    with pytest.raises(TypeError):
        1 * pt + 1


def test_values_can_be_copied_compared_pickled_and_changed():
    document = every_block()
    for same in (copy.deepcopy(document), pickle.loads(pickle.dumps(document))):
        assert same == document and nianbao.dump_document(same) == nianbao.dump_document(document)
        same.blocks[0].text = "别的"
        assert same != document
    document.styles.paragraphs["body"].align = "start"
    document.blocks.append(Paragraph("末"))
    assert nianbao.dump_document(document).endswith('paragraph body "末"\n')
    with pytest.raises(AttributeError):
        document.blocks[0].txet = ""


PNG = (ROOT / "examples/data/portal-page.png").read_bytes()


def every_block():
    nested = Table(columns=[Column()], rows=[["内"]])
    return Document(title="全", blocks=[
        Heading(1, "标题", run_in="正文。"),
        Contents(),
        Paragraph(Text([TextRun("着重", marks=TextMarks(dots=True)), TextRun("拼", ruby=Ruby("pīn"))])),
        Table(caption=Text("表"), columns=[Column(Share(2)), Column(nianbao.Auto()), Column(24 * mm, nianbao.Align.end)],
              rows=[Row([Cell("甲", columns=2, header="row"), 3], min_height=20 * pt), ["乙", Text("丙"), Cell("丁", blocks=[nested])]]),
        List([ListItem([Paragraph("一")])], "①"),
        Figure(PNG, "图", caption="图", width=60 * mm),
        Chart("bar", ["甲"], [ChartSeries("件", [3])], unit="件"),
        nianbao.BlankLines(2), PageBreak(), Signature("某局", "2024年12月31日"),
        nianbao.indicator_table(nianbao.IndicatorTable(indicators=[nianbao.Indicator("一、", values=["1"])])),
    ])


def test_every_block_can_be_set_and_comes_back_from_cpp_as_it_went():
    pages = nianbao.typeset(every_block())
    text = nianbao.dump_pages(pages)
    for word in ("标题", "着", "甲", "内", "某局", "picture", "fill"):
        assert word in text
    assert nianbao.write_pdf(pages).startswith(b"%PDF")


def test_a_composed_report_is_set_as_render_sets_it(county_path, tmp_path):
    report = nianbao.read_report(county_path)
    document = nianbao.compose(report)
    pages = nianbao.typeset(document)
    assert nianbao.dump_pages(pages) == nianbao.dump(report) == nianbao.dump_pages(nianbao.lay_out(report))
    written = nianbao.write_pdf(pages, created=report_date(county_path))
    assert written == nianbao.render(report)
    nianbao.save(tmp_path / "a.pdf", written)
    assert (tmp_path / "a.pdf").read_bytes() == written
    with pytest.raises(nianbao.OutputError):
        nianbao.save(tmp_path / "none" / "a.pdf", written)
    small = nianbao.compose(report, nianbao.Template.built_in("disclosure-2021"), missing_numbers="dash")
    assert isinstance(small.blocks[0], Paragraph)
    assert "natural" in nianbao.dump_lines(document) or nianbao.dump_lines(document)
    assert nianbao.font_usage(document).missing == []


def report_date(path):
    return nianbao.compose(nianbao.read_report(path)).created


@pytest.mark.parametrize(("change", "pointer"), [
    (lambda d: d.blocks.insert(0, "text"), "/blocks/0"),
    (lambda d: setattr(d.blocks[0], "level", "1"), "/blocks/0/level"),
    (lambda d: setattr(d.blocks[0], "level", 2**40), "/blocks/0/level"),
    (lambda d: setattr(d.blocks[3].columns[1], "width", 12), "/blocks/3/columns/1/width"),
    (lambda d: setattr(d.blocks[3].columns[1], "align", "middle"), "/blocks/3/columns/1/align"),
    (lambda d: d.blocks[3].rows[1].append(b"3"), "/blocks/3/rows/1/3"),
    (lambda d: d.blocks[3].rows[1].append(True), "/blocks/3/rows/1/3"),
    (lambda d: d.blocks[3].rows[1].append(float("nan")), "/blocks/3/rows/1/3"),
    (lambda d: setattr(d.blocks[2].text.runs[0], "text", "\ud800"), "/blocks/2/text/runs/0/text"),
    (lambda d: d.styles.paragraphs.update({"a/b": 1}), "/styles/paragraphs/a~1b"),
    (lambda d: setattr(d, "draft", 1), "/draft"),
    (lambda d: setattr(d.blocks[5], "image", "a.png"), "/blocks/5/image"),
])
def test_a_value_of_the_wrong_kind_is_named_with_its_place(change, pointer):
    document = every_block()
    change(document)
    with pytest.raises(nianbao.ArgumentError) as caught:
        nianbao.typeset(document)
    assert caught.value.where == pointer and pointer in str(caught.value)
    assert caught.value.message("en") != caught.value.message("zh")
    assert isinstance(caught.value, (TypeError, ValueError)) and isinstance(caught.value, nianbao.Error)


@pytest.mark.parametrize(("number", "printed"), [
    (12, "12"), (-7, "-7"), (10**20, "1" + "0" * 20), (numpy.int16(3), "3"),
    (1.5, "1.5"), (0.1, "0.1"), (12.0, "12"), (-0.25, "-0.25"), (1e-7, "0.0000001"), (numpy.float32(0.1), "0.1"),
    (Decimal("1.50"), "1.50"), (Decimal("100"), "100"), (Decimal("1E+3"), "1000"), (Decimal("12345678901234567890.10"), "12345678901234567890.10"),
])
def test_a_number_in_a_cell_keeps_its_digits(number, printed):
    table = Table(columns=[Column(50 * mm), Column(50 * mm)], rows=[[number, Cell(number, align="end")]])
    pages = nianbao.typeset(Document(blocks=[table]))
    assert [box.text for box in pages.boxes() if box.kind == "text" and box.structure == "data_cell"] == [printed, printed]


@pytest.mark.parametrize(("number", "id"), [
    (float("nan"), "VALUE-NAN"), (float("-inf"), "VALUE-NAN"), (Decimal("NaN"), "VALUE-NAN"), (Decimal("Infinity"), "VALUE-NAN"),
    (numpy.float32("nan"), "VALUE-NAN"), (2.0**60, "SOURCE-INEXACT"), (None, "VALUE-KIND"), (1j, "VALUE-KIND"), (numpy.bool_(True), "VALUE-KIND"),
])
def test_what_is_no_number_or_not_exact_is_refused_in_a_cell(number, id):
    for cell, pointer in ((number, "/blocks/0/rows/0/0"), (Cell(number), "/blocks/0/rows/0/0/text")):
        with pytest.raises(nianbao.ArgumentError) as caught:
            nianbao.typeset(Document(blocks=[Table(columns=[Column()], rows=[[cell]])]))
        assert (caught.value.id, caught.value.where) == (id, pointer) and pointer in str(caught.value)


def test_a_name_that_an_enumeration_does_not_have_is_told_with_those_it_has(county):
    with pytest.raises(nianbao.ArgumentError, match="fast | small"):
        nianbao.write_pdf(nianbao.lay_out(county), profile="tiny")
    with pytest.raises(nianbao.ArgumentError, match="song | hei"):
        nianbao.FontSet.bundled().with_font("cursive", b"")


def test_fonts_of_ones_own_win_by_role(tmp_path):
    catalogue = (ROOT / "fonts/fonts.json").read_text(encoding="utf-8")
    kai = next(path for path in (ROOT / "fonts").iterdir() if "kai" in path.name.lower() and path.suffix in (".otf", ".ttf"))
    document = Document(blocks=[Paragraph("仿宋")])
    before = {used.font for used in nianbao.font_usage(document).fonts}
    changed = nianbao.FontSet.bundled().with_font(nianbao.FontRole.fangsong, kai.read_bytes())
    after = {used.font for used in nianbao.font_usage(document, changed).fonts}
    assert before != after and catalogue
    with pytest.raises(nianbao.FontError):
        nianbao.FontSet.bundled().with_font("kai", b"no font")
    with pytest.raises(nianbao.FontError):
        nianbao.FontSet.from_folder(tmp_path)


def test_rules_formats_schemas_and_starters_are_those_of_the_library(county_path):
    assert "T3-C1" in nianbao.rule_ids() and nianbao.explain("nonsense") is None
    rule = nianbao.explain("T3-C1")
    assert rule.severity == "error" and "disclosure-2021" in rule.formats and rule.basis.zh
    assert [each.id for each in nianbao.report_formats()] == nianbao.formats()
    assert nianbao.schema("disclosure-2021")["type"] == "object" and nianbao.schema() != nianbao.schema("summary")
    assert "properties" in nianbao.template_schema() and "template_version" in nianbao.template_json("summary")
    assert nianbao.report_form("disclosure-2021").equations
    begun = nianbao.starter(year=2025, organ="某局")
    assert "某局" in begun and any(f.rule == "DRAFT-1" for f in nianbao.check(begun.encode()))
    assert "2025" in nianbao.starter(previous=county_path)
    with pytest.raises(nianbao.Error) as caught:
        nianbao.starter()
    assert caught.value.id == "STARTER-YEAR"
    with pytest.raises(nianbao.TemplateError):
        nianbao.schema("nonsense")


def test_texts_are_imported_and_findings_become_json_and_sarif(data, tmp_path):
    text = "某县2024年工作总结\n\n一、主要工作\n\n做了许多事。\n\n某县人民政府\n2024年12月31日\n"
    (tmp_path / "a.txt").write_text(text, encoding="gb18030")
    imported = nianbao.import_text(tmp_path / "a.txt")
    assert nianbao.import_text(text.encode()).json == imported.json
    assert nianbao.read_report(imported.json.encode()).format == imported.format
    assert len(nianbao.split_reports(text.encode())) == 1 and nianbao.split_reports(tmp_path / "a.txt")
    findings = nianbao.check(data / "county-2024-bad-sum.json")
    assert findings[0].rule in nianbao.findings_json(findings) and findings[0].rule in nianbao.to_sarif(findings, "a.json", "en")
    assert pickle.loads(pickle.dumps(findings)) == findings


def test_errors_can_be_pickled_with_all_they_know(data):
    with pytest.raises(nianbao.ReportError) as caught:
        nianbao.render(data / "county-2024-bad-sum.json")
    same = pickle.loads(pickle.dumps(caught.value))
    assert type(same) is nianbao.ReportError and same.findings == caught.value.findings and same.id == caught.value.id
    assert str(same) == str(caught.value) and same.exit_code == 1


def test_names_imported_later_are_the_public_ones_of_their_modules():
    for name, module in nianbao._MODULE_OF.items():
        assert name in nianbao.__all__ and name in dir(nianbao)
        assert getattr(nianbao, name) is getattr(__import__(f"nianbao.{module}", fromlist=[name]), name)
    with pytest.raises(AttributeError, match="nonsense"):
        nianbao.nonsense
