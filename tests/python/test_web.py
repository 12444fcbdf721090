"""Names of downloads: they arrive whole, and nothing in them can end a header or leave a folder."""

import email.parser
import hashlib
import re
import urllib.parse

import pytest

import nianbao
from nianbao import web

CUSTOMARY = "澄岚县人民政府2024年政府信息公开工作年度报告.pdf"
# RFC 6266 section 4.1 with RFC 9110 tokens and quoted strings: nothing else may stand in our header.
GRAMMAR = re.compile(
    r"(?P<kind>attachment|inline); filename=\"(?P<plain>[ !#-\[\]-~]*)\""
    r"(?:; filename\*=UTF-8''(?P<extended>(?:[A-Za-z0-9!#$&+\-.^_`|~]|%[0-9A-F]{2})+))?"
)


def saved_as(header):
    """The name a browser saves under: filename* before filename."""
    parts = GRAMMAR.fullmatch(header)
    assert parts, header
    return urllib.parse.unquote(parts["extended"], errors="strict") if parts["extended"] else parts["plain"]


def test_the_customary_name_arrives_whole_with_ascii_for_old_readers():
    header = web.content_disposition(CUSTOMARY)
    assert header.isascii()
    assert saved_as(header) == CUSTOMARY
    assert header.startswith('attachment; filename="2024.pdf"; ')


def test_the_parser_of_the_standard_library_reads_the_same_name():
    for name in (CUSTOMARY, "2024.pdf", "年 报；a=b, 'c' 100%.pdf"):
        parsed = email.parser.Parser().parsestr(f"Content-Disposition: {web.content_disposition(name)}\n\n")
        extended = parsed.get_param("filename*", header="content-disposition") or parsed.get_filename()
        assert parsed.get_content_disposition() == "attachment"
        assert name in (parsed.get_filename(), extended, saved_as(web.content_disposition(name)))


def test_an_ascii_name_needs_no_second_form():
    assert web.content_disposition("report 2024.pdf") == 'attachment; filename="report 2024.pdf"'
    assert web.content_disposition("2024.pdf", inline=True) == 'inline; filename="2024.pdf"'


@pytest.mark.parametrize(
    "name",
    [
        "a\r\nSet-Cookie: b=c.pdf", 'a"; filename="b.exe', "a\\\"b.pdf", "../../etc/passwd", "..\\..\\a.pdf", "a\0.pdf",
        "a\u2028b.pdf", "年报\u202efdp.exe", "a\x7f\x85b.pdf", "年\r\n报.pdf", "100%25.pdf", "a;b=c.pdf", "\ud800.pdf",
        "a\tb.pdf",
    ],
)
def test_no_name_can_end_the_header_or_leave_the_folder(name):
    header = web.content_disposition(name)
    assert header.isascii() and header.isprintable()
    saved = saved_as(header)
    assert not set(saved) & set("/\\\r\n\0\t\x7f\x85\u2028\u202e")
    assert not set(GRAMMAR.fullmatch(header)["plain"]) & set('/\\"%')


def test_the_check_of_the_grammar_can_fail():
    assert not GRAMMAR.fullmatch('attachment; filename="a"; filename="b.exe"')
    assert not GRAMMAR.fullmatch('attachment; filename="a\r\nb"')
    assert not GRAMMAR.fullmatch("attachment; filename=\"a\"; filename*=UTF-8''年")


@pytest.mark.parametrize(
    ("name", "fallback"),
    [
        ("年度报告.pdf", "report.pdf"), ("年度报告", "report"), ("2023年至2024年.pdf", "2023-2024.pdf"), ("年.报", "report"),
        ('"2024".pdf', "_2024_.pdf"), ("年报 2024 (终稿).pdf", "2024 (-).pdf"),
    ],
)
def test_the_ascii_name_keeps_what_is_ascii(name, fallback):
    assert GRAMMAR.fullmatch(web.content_disposition(name))["plain"] == fallback


@pytest.mark.parametrize("name", ["", "  ", ".", "..", " .. "])
def test_no_name_is_refused(name):
    with pytest.raises(ValueError):
        web.content_disposition(name)


def test_the_entity_tag_is_that_of_the_bytes(county):
    pdf = nianbao.render(county)
    assert web.etag(pdf) == web.etag(bytes(pdf)) == f'"{hashlib.sha256(pdf).hexdigest()}"'
    assert web.etag(nianbao.render({**county, "year": 2023, "title": "2023年年度报告"}, as_printed=True)) != web.etag(pdf)


def test_a_request_that_knows_the_tag_is_not_modified():
    tag = web.etag(b"a")
    assert web.is_not_modified(tag, tag) and web.is_not_modified(f'"x", W/{tag}', tag) and web.is_not_modified("*", tag)
    assert not web.is_not_modified(None, tag)
    assert not web.is_not_modified('"x"', tag) and not web.is_not_modified(tag.strip('"'), tag)


def test_the_headers_of_a_response(county):
    pdf = nianbao.render(county)
    headers = web.headers(pdf, inline=True)
    assert headers["Content-Type"] == "application/pdf" and headers["Content-Length"] == str(len(bytes(pdf)))
    assert headers["Content-Disposition"].startswith("inline; ") and saved_as(headers["Content-Disposition"]) == pdf.file_name
    assert saved_as(web.headers(b"%PDF", name="a.pdf")["Content-Disposition"]) == "a.pdf"
    with pytest.raises(ValueError):
        web.headers(b"%PDF")
