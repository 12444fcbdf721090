"""Page design: measure and page in characters and lines, columns, page ends, headings in whole lines (CLREQ 7.1)."""

from case import case
from checks import LEFT, holds

BODY = {"body": {"size": "20pt", "line_height": "30pt", "first_indent": "0pt"}}
HAN = "政府信息公开工作年度报告内容真实准确完整"  # 20


def page(characters=20, lines=10, **more):
    return {"type_area": {"characters": characters, "lines": lines}, **more}


def text(count, characters=20):
    """A paragraph of so many full lines."""
    return {"paragraph": HAN[:characters] * count}


def styles(**more):
    return {**BODY, **{name.replace("_", "-"): look for name, look in more.items()}}


def on_pages(*counts):
    """How many lines each page has."""
    return holds(lambda s: [len(p.lines()) for p in s.pages] == list(counts), f"pages of {counts} lines")


def baselines(*expected, number=0):
    """Of one page, from its first, in points."""

    def question(sheet):
        ys = [line[0].y for line in sheet.pages[number].lines()]
        return len(ys) == len(expected) and all(abs(y - ys[0] - e) < 0.4 for y, e in zip(ys, expected))

    return holds(question, f"baselines at {expected}")


def starts(*places, line=0):
    """Where the characters with these numbers stand on a line, in em."""

    def question(sheet):
        glyphs = sheet.pages[0].lines()[line]
        return all(n < len(glyphs) and abs((glyphs[n].x - LEFT) / 20 - x) < 0.02 for n, x in places)

    return holds(question, f"characters at {places}")


# ── 7.1.1.2 to 7.1.1.4: measure, lines, pitch ──────────────────────────────────────────────────────
for n in (20, 28, 35):
    case("7.1.1.2", f"a line holds {n} characters", holds(lambda s, n=n: [len(t) for t in s.texts()] == [n, n, 3], f"lines of {n}"),
         blocks=[{"paragraph": (HAN * 4)[:2 * n + 3]}], styles=BODY, page=page(n), control={"page": page(n - 1)})
case("7.1.1.2", "a measure in characters is exactly as wide", starts((0, 0), (19, 19)), blocks=[text(2)], styles=BODY, page=page(20),
     control={"page": {"type_area": {"width": "409pt", "height": "300pt"}}})
for n in (5, 10, 16):
    case("7.1.1.3", f"a page holds {n} lines", on_pages(n, 3), blocks=[text(n + 3)], styles=BODY, page=page(20, n),
         control={"page": page(20, n - 1)})
for pitch in (24, 30, 36):
    case("7.1.1.4", f"lines are {pitch} pt apart", baselines(*(pitch * i for i in range(6))), blocks=[text(6)],
         styles={"body": {**BODY["body"], "line_height": f"{pitch}pt"}}, page=page(line_height=f"{pitch}pt"),
         control={"styles": {"body": {**BODY["body"], "line_height": "28pt"}}, "page": page(line_height="28pt")})

# ── 7.1.1.5: columns ───────────────────────────────────────────────────────────────────────────────
TWO = {"count": 2, "gap": "2em"}
case("7.1.1.5", "two columns stand side by side, a gap between", starts((0, 0), (8, 8), (9, 11), (17, 19)), on_pages(10),
     blocks=[text(20, 9)], styles=BODY, page=page(9, columns=TWO), control={"page": page(20)})
case("7.1.1.5", "three columns", starts((0, 0), (6, 8), (12, 16)), blocks=[text(12, 6)], styles=BODY,
     page=page(6, columns={"count": 3, "gap": "2em"}), control={"page": page(6, columns={"count": 3, "gap": "1em"})})
case("7.1.1.5", "columns that end above the foot of the page are balanced", on_pages(4), blocks=[text(7, 9)], styles=BODY,
     page=page(9, columns=TWO), control={"page": page(9)})
case("7.1.1.5", "the lines of columns stand on one grid", baselines(0, 30, 60, 90), blocks=[text(8, 9)], styles=BODY,
     page=page(9, columns=TWO), control={"styles": {"body": {**BODY["body"], "space_before": "5pt", "on_grid": False}},
                                         "blocks": [text(3, 9), text(5, 9)]})


def lines_between_columns(sheet):
    return [s for s in sheet.pages[0].shapes if abs((s.left + s.right) / 2 - LEFT - 200) < 0.1 and s.bottom - s.top > 80]


case("7.1.1.5", "栏线 in the middle of the gap, on demand", holds(lambda s: len(lines_between_columns(s)) == 1, "one line between"),
     blocks=[text(8, 9)], styles=BODY, page=page(9, columns={**TWO, "rule": True}), control={"page": page(9, columns=TWO)})
case("7.1.1.5", "a heading across the columns (通栏)", starts((0, 8), (3, 11), line=0),
     blocks=[{"heading": 1, "text": "政府信息", "numeral": ""}, text(8, 9)], page=page(9, columns=TWO),
     styles=styles(heading_1={"size": "20pt", "line_height": "30pt", "first_indent": "0pt", "align": "center", "spans_columns": True}),
     control={"styles": styles(heading_1={"size": "20pt", "line_height": "30pt", "first_indent": "0pt", "align": "center"})})

# ── 7.1.2: page ends ───────────────────────────────────────────────────────────────────────────────
LOOSE = {"body": {**BODY["body"], "lines_kept_at_foot": 1, "lines_kept_at_head": 1}}
for kept in (2, 3):
    own = {"body": {**BODY["body"], "lines_kept_at_foot": kept, "lines_kept_at_head": kept}}
    case("7.1.2", f"a page does not end with fewer than {kept} first lines", on_pages(11 - kept, 8), blocks=[text(11 - kept), text(8)],
         styles=own, page=page(), control={"styles": LOOSE})
    case("7.1.2", f"a page does not begin with fewer than {kept} last lines", on_pages(10 - kept + 1, kept),
         blocks=[text(3), text(8)], styles=own, page=page(), control={"styles": LOOSE})
case("7.1.2", "a paragraph of three lines is not parted", on_pages(8, 3), blocks=[text(8), text(3)], styles=BODY, page=page(),
     control={"styles": LOOSE})

def heading(**look):
    """In the face of the text, so that baselines can be compared."""
    return styles(heading_1={"font": "fangsong", "size": "20pt", "line_height": "30pt", "first_indent": "0pt", **look})


def off_grid(**look):
    """The heading and the text below it."""
    return {**heading(on_grid=False, **look), "body": {**BODY["body"], "on_grid": False}}


ONE = {"heading": 1, "text": "政府信息", "numeral": ""}

# ── 7.1.3.2: headings take whole lines ──────────────────────────────────────────────
for size, height, lines in ((24, 30, 1), (28, 40, 2), (40, 70, 3)):
    case("7.1.3.2 6.4", f"a heading of {size} pt in {height} pt takes {lines} lines: the text stays on the grid", holds(
        lambda s, n=lines: abs(s.lines()[2][0].y - s.lines()[0][0].y - 30 * (n + 1)) < 0.1, f"{lines} lines"),
         blocks=[text(1), ONE, text(2)], styles=heading(size=f"{size}pt", line_height=f"{height}pt"), page=page(),
         control={"styles": off_grid(size=f"{size}pt", line_height=f"{height + 3}pt")})
case("7.1.3.2", "a heading keeps two lines below it on its page", on_pages(8, 6), blocks=[text(8), ONE, text(5)], styles=heading(),
     page=page(), control={"styles": heading(keep_with_next=False)})
case("7.1.3.2", "a chain of headings does", on_pages(7, 7), blocks=[text(7), ONE, {**ONE, "heading": 2}, text(5)],
     styles={**heading(), "heading-2": heading()["heading-1"]}, page=page(),
     control={"styles": {**heading(keep_with_next=False), "heading-2": heading()["heading-1"]}})

# ── 7.1.3.3 and 7.1.3.4: on a new page; the space before ───────────────────────────────────────────
case("7.1.3.3", "a heading begins a page", on_pages(3, 3), blocks=[text(3), ONE, text(2)], styles=heading(new_page="page"),
     page=page(), control={"styles": heading()})
case("7.1.3.3", "at the head of the document it begins no second one", on_pages(3), blocks=[ONE, text(2)],
     styles=heading(new_page="page"), page=page(), control={"blocks": [text(1), ONE, text(2)]})
case("7.1.3.3", "each of them does", on_pages(2, 2, 2), blocks=[ONE, text(1), ONE, text(1), ONE, text(1)],
     styles=heading(new_page="page"), page=page(), control={"styles": heading()})
case("7.1.3.3", "or an odd page, an empty one before it", on_pages(3, 0, 3), blocks=[text(3), ONE, text(2)],
     styles=heading(new_page="odd_page"), page=page(), control={"styles": heading(new_page="page")})
case("7.1.3.4", "the space before a heading", baselines(0, 60, 90, 120), blocks=[text(1), ONE, text(2)],
     styles=heading(space_before="30pt"), page=page(), control={"styles": heading()})
case("7.1.3.4", "is not there at the head of a page", baselines(0, 30, 60, number=1), holds(
    lambda s: abs(s.pages[1].lines()[0][0].y - s.pages[0].lines()[0][0].y) < 0.4, "at the head"),
     blocks=[text(8), ONE, text(2)], styles=heading(space_before="30pt"), page=page(),
     control={"blocks": [text(8), {"page_break": True}, {"blank_lines": 1}, ONE, text(2)]})
case("7.1.3.4", "space before and after are counted into its whole lines, the heading in their middle", baselines(0, 50, 90, 120),
     blocks=[text(1), ONE, text(2)], styles=heading(space_before="15pt", space_after="5pt"), page=page(),
     control={"styles": off_grid(space_before="15pt", space_after="5pt")})

case("7.1.3.4 7.1.1.5", "columns above a heading that begins a page are balanced", on_pages(4, 3), blocks=[text(8, 9), ONE, text(4, 9)],
     styles=heading(new_page="page"), page=page(9, columns=TWO), control={"page": page(9)})

# ── 7.1.3.5: run in ────────────────────────────────────────────────────────────────────────────────


def narrative(**more):
    return {"other_matters": [{"heading": 2, "text": "标题", **more}]}


RUN = {"blocks": [{"narrative": "/other_matters"}], "page": page(),
       "styles": styles(heading_2={"size": "20pt", "line_height": "30pt", "first_indent": "0pt"})}
case("7.1.3.5", "the lines that follow are the text's", baselines(0, 30, 60), report=narrative(run_in=HAN * 2), blocks=RUN["blocks"],
     page=RUN["page"], styles=styles(heading_2={"size": "20pt", "line_height": "40pt", "first_indent": "0pt"}),
     control={"report": narrative(run_in=HAN)})
