"""What render returns: bytes that know their pages."""

import concurrent.futures
import copy
import datetime
import hashlib
import io
import json
import multiprocessing
import pickle
import subprocess
import sys

import pytest

import nianbao
from conftest import ROOT
from nianbao import Pdf


@pytest.fixture(scope="module")
def pdf(county_path):
    return nianbao.render(county_path)


def test_the_result_is_the_bytes(pdf, county_path):
    plain = bytes(pdf)
    assert type(plain) is bytes and isinstance(pdf, bytes) and type(pdf) is Pdf
    assert pdf == plain and plain == pdf and hash(pdf) == hash(plain) and len(pdf) == len(plain)
    assert {plain: 1}[pdf] == 1 and plain in {pdf} and pdf != plain + b" "
    assert pdf.startswith(b"%PDF-1.7") and pdf.sha256 == hashlib.sha256(plain).hexdigest()
    assert nianbao.render(county_path).sha256 == pdf.sha256


def test_a_view_shares_the_memory(pdf):
    view = memoryview(pdf)
    assert view.readonly and view.obj is pdf and view.nbytes == len(pdf)


def test_every_page_has_its_number_size_and_text(pdf):
    assert [page.number for page in pdf.pages] == list(range(1, len(pdf.pages) + 1))
    assert {(round(page.width, 2), round(page.height, 2)) for page in pdf.pages} == {(595.28, 841.89)}
    assert pdf.pages[0].text.startswith("澄岚县人民政府")
    import pypdfium2

    document = pypdfium2.PdfDocument(bytes(pdf))
    assert len(document) == len(pdf.pages)
    document.close()


def test_the_text_holds_whole_paragraphs_and_rows(pdf, county):
    text = pdf.text()
    assert text == "".join(page.text for page in pdf.pages) == "".join(pdf.text(n + 1) for n in range(len(pdf.pages)))
    assert "依照《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）" in pdf.text(1)
    assert "— 1 —" not in text and "\r" not in text
    row = next(line for line in text.splitlines() if line.startswith("行政许可\t"))
    assert row.split("\t")[1:] and all(cell.isdigit() for cell in row.split("\t")[1:])


def test_the_text_is_that_of_the_file_itself(pdf):
    import pypdfium2

    def letters(text):
        return sorted(c for c in text if c.isalnum())

    document = pypdfium2.PdfDocument(bytes(pdf))
    for number, page in enumerate(document, 1):
        textpage = page.get_textpage()
        in_file = letters(textpage.get_text_range())
        textpage.close()
        page.close()
        ours = letters(pdf.text(number))
        for letter in ours:
            in_file.remove(letter)  # ValueError: we say what the file does not
        assert len(in_file) < 60  # its page number and repeated heads
    document.close()


def test_boxes_say_what_stands_where_and_where_it_came_from(pdf, county):
    boxes = pdf.boxes()
    assert {box.page for box in boxes} == set(range(1, len(pdf.pages) + 1))
    assert {"text", "rule"} <= {box.kind for box in boxes}
    for box in boxes:
        page = pdf.pages[box.page - 1]
        assert 0 <= box.x and box.x + box.width <= page.width and 0 <= box.y and box.y + box.height <= page.height
    assert pdf.boxes(2) == [box for box in boxes if box.page == 2] != []
    title = next(box for box in boxes if box.structure == "title")
    assert title.source.pointer == "/title/0" and title.text == county["organ"] and title.y < 200
    number = [box for box in boxes if box.source.pointer.startswith("/applications/") and box.structure == "data_cell"]
    value = county
    for key in number[0].source.pointer.split("/")[1:]:
        value = value[int(key)] if isinstance(value, list) else value[key]
    assert str(value) == number[0].text


def test_a_page_that_is_not_there_is_named(pdf):
    for ask in (pdf.text, pdf.boxes, pdf.png):
        for number in (0, -1, len(pdf.pages) + 1):
            with pytest.raises(IndexError, match=str(number)):
                ask(number)
    with pytest.raises(TypeError):
        pdf.text("1")


def test_a_picture_of_a_page(pdf):
    from nianbao._png import decode

    small, large = decode(pdf.png()), decode(pdf.png(1, dpi=144))
    assert (small.width, small.height) == (794, 1123) and (large.width, large.height) == (1191, 1684)
    assert small.rgb.count(b"\0") > 1000 and small.rgb[:3] == b"\xff\xff\xff"
    assert pdf.png(2) != pdf.png(1) == pdf.png(page=1, dpi=96)
    for dpi in (0, -1, 1201, float("nan")):
        with pytest.raises(ValueError, match="dpi"):
            pdf.png(1, dpi)


def test_threads_may_draw_at_once(pdf):
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        pages = list(pool.map(lambda n: pdf.png(1 + n % 3, 40), range(12)))
    assert len(set(pages)) == 3


def test_without_pypdfium2_the_error_names_the_extra(county_path):
    code = (
        "import sys, nianbao\nsys.modules['pypdfium2'] = None\npdf = nianbao.render(sys.argv[1])\n"
        "bundle = pdf._repr_mimebundle_()\nassert sorted(bundle) == ['application/pdf', 'text/plain'], bundle.keys()\n"
        "try: pdf.png()\nexcept ImportError as error: print(error, error.name)"
    )
    done = subprocess.run([sys.executable, "-c", code, county_path], capture_output=True, text=True, check=True)
    assert "nianbao[png]" in done.stdout and "pypdfium2" in done.stdout


def test_importing_and_rendering_need_no_other_library(county_path):
    code = (
        "import sys, nianbao\npdf = nianbao.render(sys.argv[1]); pdf.text(); pdf.boxes()\n"
        "print([m for m in ('pypdfium2', 'PIL', 'numpy', 'pytest', 'openpyxl', 'pandas') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, county_path], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_it_is_saved_to_a_path_and_to_a_file_object(pdf, county_path, tmp_path):
    pdf.save(tmp_path / "a.pdf")
    pdf.save(str(tmp_path / "b.pdf"))
    memory = io.BytesIO()
    pdf.save(memory)
    with open(tmp_path / "c.pdf", "wb", buffering=0) as raw:
        pdf.save(raw)
    written = [(tmp_path / name).read_bytes() for name in ("a.pdf", "b.pdf", "c.pdf")]
    assert written == [bytes(pdf)] * 3 and memory.getvalue() == pdf
    out = io.BytesIO()
    assert nianbao.render(county_path, output=out) == out.getvalue() == pdf
    assert nianbao.render(county_path, output=tmp_path / "d.pdf") == (tmp_path / "d.pdf").read_bytes()


def test_a_file_object_that_takes_little_gets_all(pdf):
    class Slow(io.RawIOBase):
        got = b""

        def write(self, data):
            self.got += bytes(data[:50000])
            return min(len(data), 50000)

    slow = Slow()
    pdf.save(slow)
    assert slow.got == pdf


def test_what_cannot_be_written_is_an_output_error(pdf, tmp_path):
    with pytest.raises(nianbao.OutputError) as caught:
        pdf.save(tmp_path / "none" / "a.pdf")
    assert caught.value.id == "OUTPUT-WRITE" and "a.pdf" in caught.value.where
    with open("/dev/full", "wb", buffering=0) as full:
        with pytest.raises(nianbao.OutputError) as caught:
            pdf.save(full)
    assert caught.value.where == "/dev/full" and "cannot write /dev/full" in caught.value.message("en")
    with open(tmp_path / "text", "w", encoding="utf-8") as text:
        with pytest.raises(TypeError, match="wb"):
            pdf.save(text)
    with pytest.raises(TypeError):
        pdf.save(3)


def test_an_old_file_stays_when_the_report_is_refused(data, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    with pytest.raises(nianbao.ReportError):
        nianbao.render(data / "county-2024-bad-sum.json", output=tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"old" and len(list(tmp_path.iterdir())) == 1


def facts(pdf):
    return (
        bytes(pdf), pdf.pages, pdf.warnings, [str(f) for f in pdf.findings], pdf.boxes(), pdf.dump(), pdf.file_name,
        pdf.text(2), pdf.sha256,
    )


def _facts_of(pdf):
    return facts(pdf)


def _render(path):
    return nianbao.render(path)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickle_knows_what_the_result_knew(pdf, protocol):
    again = pickle.loads(pickle.dumps(pdf, protocol))
    assert type(again) is Pdf and facts(again) == facts(pdf) and again.png(2, 40) == pdf.png(2, 40)
    assert facts(pickle.loads(pickle.dumps(again, protocol))) == facts(pdf)
    assert facts(copy.deepcopy(pdf)) == facts(pdf)


@pytest.mark.parametrize("way", ["fork", "spawn"])
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_results_travel_between_processes(pdf, county_path, way):
    pdf.png(1, 20)
    with concurrent.futures.ProcessPoolExecutor(1, multiprocessing.get_context(way)) as pool:
        assert pool.submit(_facts_of, pdf).result(60) == facts(pdf)
        assert facts(pool.submit(_render, county_path).result(60)) == facts(pdf)


def test_findings_are_those_of_check(data, pdf):
    source = data / "county-2024-bad-sum.json"
    printed = nianbao.render(source, as_printed=True)
    assert [str(f) for f in printed.findings] == [str(f) for f in nianbao.check(source, as_printed=True)] != []
    assert [str(f) for f in pdf.findings] == [str(f) for f in nianbao.check(data / "county-2024.json")]


def test_findings_show_themselves_as_a_table(data):
    findings = nianbao.check(data / "county-2024-bad-sum.json")
    assert isinstance(findings, list) and findings == list(findings)
    html = findings._repr_html_()
    assert html.count("<tr>") == 1 + len(findings)
    assert findings[0].pointer in html and "错误" in html and findings[0].rule in html
    assert "No findings" in type(findings)()._repr_html_()


def test_nothing_of_the_data_is_markup_in_the_table(county):
    with pytest.raises(nianbao.ReportError) as caught:
        nianbao.check({**county, "<script>": 1})
    from nianbao import Findings

    html = Findings(caught.value.findings)._repr_html_()
    assert "&lt;script&gt;" in html and "<script>" not in html


def test_a_notebook_is_given_the_file_its_first_page_and_a_line(pdf):
    import base64

    bundle = pdf._repr_mimebundle_()
    assert base64.b64decode(bundle["application/pdf"]) == pdf
    assert base64.b64decode(bundle["image/png"]) == pdf.png(1)
    assert bundle["text/plain"] == repr(pdf) and pdf.file_name in repr(pdf)
    json.dumps(bundle)
    assert set(pdf._repr_mimebundle_(include=["image/png"])) == {"image/png"}
    assert "application/pdf" not in pdf._repr_mimebundle_(exclude=["application/pdf"])


def test_every_option_of_render_is_obeyed(county_path, pdf, tmp_path):
    import nianbao as n
    import pypdfium2

    def look(data):
        document = pypdfium2.PdfDocument(bytes(data))
        try:
            return document.get_metadata_dict()["CreationDate"], bool(document.is_tagged())
        finally:
            document.close()

    dated = n.render(county_path, created="2025-01-20T09:00:00+08:00")
    assert look(pdf) == ("D:20250123", True) and look(dated) == ("D:20250120090000+08'00'", True)
    zone = datetime.timezone(datetime.timedelta(hours=8))
    assert n.render(county_path, created=datetime.datetime(2025, 1, 20, 9, tzinfo=zone)) == dated
    assert look(n.render(county_path, tagged=False)) == ("D:20250123", False)
    small = n.render(county_path, profile="small")
    assert len(small) < len(pdf) and small.dump() == pdf.dump()
    assert "草稿" in "".join(box.text for box in n.render(county_path, draft=True).boxes())
    template = json.loads(n._core.template_json("disclosure-2021"))
    (tmp_path / "template.json").write_text(json.dumps(template), encoding="utf-8")
    assert n.render(county_path, template=tmp_path / "template.json") == pdf
    assert n.render(county_path, template=n.Template.from_file(tmp_path / "template.json")) == pdf
    assert n.render(county_path, fonts=n.FontSet.bundled()) == pdf
    stages = []
    assert n.render(county_path, on_progress=lambda done, total, stage: stages.append(str(stage))) == pdf
    assert stages[0] == "check" and "write" in stages


def test_a_missing_number_is_written_as_asked():
    report = ROOT / "tests/formats/disclosure-2019/good-blank.json"
    texts = {how: nianbao.render(report, missing_numbers=how).text() for how in ("blank", "zero", "dash")}
    label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    assert label + "\t0" * 7 in texts["zero"] and label + "\t—" * 7 in texts["dash"] and label + "\t" * 7 + "\n" in texts["blank"]
    assert nianbao.dump(report, missing_numbers="zero") == nianbao.render(report, missing_numbers="zero").dump()


def test_a_dump_is_that_of_the_pages(county_path, pdf):
    assert nianbao.dump(county_path) == pdf.dump()
