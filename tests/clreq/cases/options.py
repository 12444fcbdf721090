"""Further options of a style: edges that yield, labels spread in a table, a gap of another width (CLREQ 6.1.1, 6.2.1.3, 6.3.3)."""

from case import case
from checks import counts, step, steps

YIELD = {"lines": {"edges_may_yield": True}}
THREE = "政府信息）》”。年度报告"

# ── 6.1.1: the last resort ─────────────────────────────────────────────────────────────────────────
case("6.1.1", "three marks part where a line would be very loose, if the style lets them", counts(5), text=THREE, measure=4.5,
     lines={"edges_may_yield": True}, control={"lines": {}})
case("6.1.1", "not unless the style says so", counts(3), text=THREE, measure=4.5, control=YIELD)
case("6.1.1", "two marks never part", counts(3), text="政府信息）。年度报告内容", measure=4.5, lines={"edges_may_yield": True},
     control={"text": THREE})
case("6.1.1", "nor do three where the line is not loose", counts(6), text="政府）》”。年度报告", measure=4.5,
     lines={"edges_may_yield": True}, control={"text": THREE})

# ── 6.2.1.3: labels of a table ─────────────────────────────────────────────────────────────────────
TABLE = {"table": {"font": "song", "size": "20pt", "line_height": "26pt"}}


def label(spread):
    return {"label": {"font": "song", "size": "20pt", **({"spread": spread} if spread else {})}}


def row(text):
    return [{"table": {"columns": [{"width": "200pt"}, {"width": "200pt"}], "rows": [{"cells": [{"text": text, "style": "label"}, "甲"]}]}}]


case("6.2.1.3 6.3.1.2", "a label of two Han in a table takes four ems", step(0, 3), blocks=row("姓名"), tables=TABLE,
     texts=label("4em"), control={"texts": label("")})
case("6.2.1.3 6.3.1.2", "and so does one of three", steps(1.5, 1.5), blocks=row("联系人"), tables=TABLE, texts=label("4em"),
     control={"texts": label("")})
case("6.2.1.3 6.3.1.2", "one of four is as wide already", steps(1, 1, 1), blocks=row("联系电话"), tables=TABLE, texts=label("4em"),
     control={"texts": label("6em")})


# ── 6.1.3: no mark hangs over the rule of a cell ───────────────────────────────────────────────────
CELL = [{"table": {"columns": [{"width": "105pt"}, {"width": "200pt"}], "rows": [{"cells": [{"text": "政府信息公，开工作年度", "align": "justify"}, "甲"]}]}}]
case("6.1.3", "no mark hangs in the cell of a table", counts(4), blocks=CELL,
     tables={"table": {"font": "song", "size": "20pt", "line_height": "26pt", "lines": {"hanging_marks": True},
                       "padding": {"top": "2pt", "right": "2.5pt", "bottom": "2pt", "left": "2.5pt"}}},
     control={"blocks": [{"paragraph": "政府信息公，开工作年度", "style": "@"}], "measure": 5, "lines": {"hanging_marks": True}})

# ── 6.3.3: a gap of another width ──────────────────────────────────────────────────────────────────
for width in (0.125, 0.2, 0.333, 0.5):
    case("6.3.3", f"the gap is {width} em when the style says so", step(0, 1 + width), text="甲A乙丙", measure=20,
         lines={"han_latin_gap": {"width": f"{width}em", "narrowest": "0.125em"}}, control={"lines": {}}, row="1.5")
