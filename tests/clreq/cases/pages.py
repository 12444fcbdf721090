"""The page, headings and what may not stand alone (CLREQ 7.1; GB/T 9704—2012)."""

from case import case
from checks import at, counts, ends_at, holds, pens, starts_at

TEXT = "政府信息公开工作年度报告内容真实准确完整及时有效"
OFFICIAL = {"paper": "A4", "margins": {"left": "28mm", "top": "37mm"}, "type_area": {"width": "156mm", "height": "225mm"},
            "line_height": "29.621pt"}


def para(han, style="@"):
    return {"paragraph": (TEXT * (han // len(TEXT) + 1))[:han], "style": style}


def page_lines(*expected):
    """How many lines stand on each page."""

    def question(sheet):
        return [len(page.lines()) for page in sheet.pages][:len(expected)] == list(expected)

    return holds(question, f"pages of {expected} lines")


def first_of_page(number, text):
    return holds(lambda s: len(s.pages) > number and "".join(g.text for g in s.pages[number].lines()[0]).startswith(text),
                 f"page {number + 1} begins with {text}")


# ── 7.1.1: size, measure, lines, pitch ─────────────────────────────────────────────────────────────
case("7.1.1.1 7.1.1.2", "28 Han of 三号 stand in 156 mm", counts(28, 28),
     holds(lambda s: abs(s.lines()[0][0].size - 15.75) < 0.01, "15.75 pt"), page=OFFICIAL, blocks=[para(90, "body")],
     styles={"body": {"first_indent": "0pt"}}, control={"styles": {"body": {"first_indent": "0pt", "size": "16pt"}}})
case("7.1.1.2", "the measure is the type area's width", ends_at(40, 0), ends_at(40, 1), blocks=[para(100)],
     control={"page": {"type_area": {"width": "700pt", "height": "480pt"}}, "measure": 36})
case("7.1.1.2", "whole multiples of the type size leave no rest: each Han an em", pens(*range(20)), blocks=[para(60)], measure=20,
     control={"measure": 20.5})
case("7.1.1.3", "22 lines fill a page", page_lines(22), page=OFFICIAL, blocks=[para(28 * 40, "body")],
     control={"page": {**OFFICIAL, "line_height": "32pt"}, "styles": {"body": {"line_height": "32pt"}}})
case("7.1.1.3", "as many lines as the height holds", page_lines(16, 16), blocks=[para(10 * 40)], measure=10,
     control={"page": {"type_area": {"width": "800pt", "height": "450pt"}}})
case("7.1.1.4", "the pitch of the page is that of its lines", holds(
    lambda s: all(abs(b[0].y - a[0].y - 29.621) < 0.01 for a, b in zip(s.pages[0].lines(), s.pages[0].lines()[1:])), "29.621 pt"),
     page=OFFICIAL, blocks=[para(28 * 12, "body")], styles={"body": {"first_indent": "0pt"}}, control={"styles": {"body": {"line_height": "30pt"}}})


def on_grid(sheet, pitch=30.0, first=None):
    """Every line of body type stands a whole number of pitches below the first line of the first page."""
    base = sheet.pages[0].lines(19.5, 20.5)[0][0].y if first is None else first
    return all(abs((line[0].y - base) / pitch - round((line[0].y - base) / pitch)) < 0.02
               for page in sheet.pages for line in page.lines(19.5, 20.5))


GRID = holds(on_grid, "every line of body on the grid of the first")
case("7.1.1.4", "the grid is kept below larger type", GRID, blocks=[para(30), para(12, "big"), para(30)], measure=20,
     styles={"big": {"based_on": "body", "size": "26pt", "line_height": "37pt"}},
     control={"styles": {"big": {"based_on": "body", "size": "26pt", "line_height": "37pt", "on_grid": False}}, "style": {"on_grid": False}})
case("7.1.1.4", "the grid is kept below a space", GRID, blocks=[para(30), para(12, "apart"), para(30)], measure=20,
     styles={"apart": {"based_on": "body", "size": "20pt", "line_height": "30pt", "space_before": "11pt", "space_after": "7pt"}},
     control={"styles": {"apart": {"based_on": "body", "size": "20pt", "line_height": "30pt", "space_before": "11pt", "space_after": "7pt",
                                   "on_grid": False}}, "style": {"on_grid": False}})

# ── 7.1.2: what may not stand alone ────────────────────────────────────────────────────────────────
for before, after, what in ((15, 3, "the first line of a paragraph at a page's foot"), (14, 3, "the last line of a paragraph at a page's head")):
    case("7.1.2", f"not {what}", holds(lambda s: alone(s) is None, "two lines on both pages or none"),
         blocks=[para(10 * before), para(10 * after)], measure=10, style={"space_after": "0pt"},
         control={"style": {"lines_kept_at_foot": 1, "lines_kept_at_head": 1}})


def alone(sheet):
    """A paragraph of which one line only stands on a page; paragraphs of these cases begin with 政."""
    sizes = []
    for number, page in enumerate(sheet.pages):
        for line in page.lines():
            text = "".join(g.text for g in line)
            sizes.append((number, text))
    starts = [i for i, (_, text) in enumerate(sizes) if text.startswith("政府信息公开工作年度")] + [len(sizes)]
    for begin, end in zip(starts, starts[1:]):
        pages = [page for page, _ in sizes[begin:end]]
        if len(set(pages)) > 1 and 1 in (pages.count(pages[0]), pages.count(pages[-1])):
            return begin
    return None


# ── 7.1.3: headings ────────────────────────────────────────────────────────────────────────────────
HEADS = [{"heading": 1, "text": "总体情况", "restart": True}, {"heading": 2, "text": "主动公开", "restart": True},
         {"heading": 3, "text": "机构", "restart": True}, {"heading": 4, "text": "人员", "restart": True}]
case("7.1.3.1", "four levels, each with its numeral, on lines of their own", holds(
    lambda s: [t.split("，")[0] for t in s.texts()[:4]] == ["一、总体情况", "（一）主动公开", "1.机构", "（1）人员"], "一、 （一） 1. （1）"),
     blocks=HEADS + [para(20)], measure=20, control={"blocks": [HEADS[0], HEADS[0], HEADS[2], HEADS[3], para(20)]})
case("7.1.3.1", "numerals go on within a level and begin again below a higher one", holds(
    lambda s: [t[0:3] for t in s.texts()] == ["一、总", "（一）", "（二）", "二、总", "（一）"], "一 （一） （二） 二 （一）"),
     blocks=[HEADS[0], HEADS[1], {"heading": 2, "text": "主动公开"}, {"heading": 1, "text": "总体情况"}, {"heading": 2, "text": "主动公开"}],
     control={"blocks": [HEADS[0], HEADS[1], {"heading": 2, "text": "主动公开"}, {"heading": 1, "text": "总体情况", "restart": True},
                         {"heading": 2, "text": "主动公开"}]})
case("7.1.3.1", "a title takes lines of its own above the text", holds(
    lambda s: s.lines()[0][0].size > s.lines()[1][0].size + 1 and s.lines()[1][0].y - s.lines()[0][0].y >= 29, "title over text"),
     blocks=[{"paragraph": "年度报告", "style": "title"}, para(20)], measure=20,
     control={"blocks": [{"paragraph": "年度报告", "style": "@"}, para(20)]})
case("7.1.3.2", "a heading is told by its size", holds(lambda s: [round(line[0].size) for line in s.lines()] == [26, 23, 20], "26, 23, 20 pt"),
     blocks=[{"heading": 1, "text": "总体", "numeral": ""}, {"heading": 2, "text": "主动", "numeral": ""}, para(10)], measure=20,
     styles={"heading-1": {"size": "26pt"}, "heading-2": {"size": "23pt"}}, control={"styles": {"heading-1": {"size": "20pt"}}})
case("7.1.3.2", "by its face", holds(lambda s: "Hei" in s.lines()[0][0].font and "Fang" in s.lines()[1][0].font, "黑 over 仿宋"),
     blocks=[{"heading": 1, "text": "总体", "numeral": ""}, para(10)], measure=20, control={"styles": {"heading-1": {"font": "fangsong"}}})
case("7.1.3.2", "by its place in the middle", holds(lambda s: abs((s.lines()[0][0].x - 100) - (800 - 4 * 20) / 2) < 0.4, "centred"),
     blocks=[{"heading": 1, "text": "总体情况", "numeral": ""}, para(10)], measure=40,
     styles={"heading-1": {"size": "20pt", "first_indent": "0pt", "align": "center"}},
     control={"styles": {"heading-1": {"size": "20pt", "first_indent": "0pt", "align": "start"}}})
case("7.1.3.2", "by an indent of two em", holds(lambda s: abs(s.lines()[0][0].x - 140) < 0.4, "two em"),
     blocks=[{"heading": 1, "text": "总体情况", "numeral": ""}, para(10)], styles={"heading-1": {"size": "20pt", "first_indent": "2em"}},
     control={"styles": {"heading-1": {"size": "20pt", "first_indent": "0em"}}})
case("7.1.3.2", "its height is a whole number of lines", GRID, blocks=[para(10), {"heading": 1, "text": "总体", "numeral": ""}, para(20)],
     measure=20, styles={"heading-1": {"size": "26pt", "line_height": "41pt"}},
     control={"styles": {"heading-1": {"size": "26pt", "line_height": "41pt", "on_grid": False}}, "style": {"on_grid": False}})
case("7.1.3.3", "a heading on a new page on demand", page_lines(2, 2), first_of_page(1, "总体"),
     blocks=[para(20), {"page_break": True}, {"heading": 1, "text": "总体", "numeral": ""}, para(10)], measure=10,
     control={"blocks": [para(20), {"heading": 1, "text": "总体", "numeral": ""}, para(10)]})
case("7.1.3.3", "never the last on a page: it goes with its text", page_lines(15), first_of_page(1, "总体"),
     blocks=[para(150), {"heading": 2, "text": "总体", "numeral": ""}, para(40)], measure=10,
     control={"styles": {"heading-2": {"keep_with_next": False}}})
case("7.1.3.3", "nor with one line of its text", page_lines(14), first_of_page(1, "总体"),
     blocks=[para(140), {"heading": 2, "text": "总体", "numeral": ""}, para(40)], measure=10,
     control={"styles": {"heading-2": {"keep_with_next": False}}, "style": {"lines_kept_at_foot": 1}})
case("7.1.3.3", "headings that follow each other go together", page_lines(13), first_of_page(1, "总体"),
     blocks=[para(130), {"heading": 1, "text": "总体", "numeral": ""}, {"heading": 2, "text": "主动", "numeral": ""}, para(40)], measure=10,
     control={"styles": {"heading-1": {"keep_with_next": False}}})
case("7.1.3.4", "the rest of the page before stays empty", page_lines(3, 2), holds(
    lambda s: abs(s.pages[0].lines()[-1][0].y - s.pages[0].lines()[0][0].y - 60) < 0.1, "three lines one pitch apart"),
     blocks=[para(30), {"page_break": True}, para(20)], measure=10, control={"blocks": [para(30), para(20)]})
RUN_IN = {"other_matters": [{"heading": 3, "text": "机构", "run_in": "全市设立专门机构，配备人员若干名，负责日常工作。", "numeral": "1."}]}
case("7.1.3.5 7.1.3.1", "the text goes on in the line of a run-in heading", holds(
    lambda s: s.texts()[0].startswith("1.机构。全市"), "1.机构。全市"), blocks=[{"narrative": "/other_matters"}], report=RUN_IN,
     control={"report": {"other_matters": [{"heading": 3, "text": "机构", "numeral": "1."}, {"paragraph": "全市设立专门机构。"}]}})
case("7.1.3.5", "a run-in heading is told by its face", holds(
    lambda s: "Hei" in s.glyphs()[3].font and "Fang" in s.glyphs()[6].font, "the heading in 黑, its text in 仿宋"),
     blocks=[{"narrative": "/other_matters"}], report=RUN_IN, styles={"heading-3": {"font": "hei"}}, control={"styles": {}})
case("7.1.3.5", "a heading with its own mark gets no second", holds(
    lambda s: s.texts()[0].startswith("1.机构：全市"), "1.机构：全市"), blocks=[{"narrative": "/other_matters"}],
     report={"other_matters": [{"heading": 3, "text": "机构：", "run_in": "全市设立专门机构。", "numeral": "1."}]}, control={"report": RUN_IN})
case("7.1.3.5", "run-in text wraps as a paragraph does", holds(
    lambda s: [round((line[0].x - 100) / 15.75, 1) for line in s.lines()][:2] == [2, 0], "two em, then none"),
     blocks=[{"narrative": "/other_matters"}], report={"other_matters": [{**RUN_IN["other_matters"][0], "run_in": TEXT * 4}]},
     control={"styles": {"heading-3": {"first_indent": "0pt"}}})
