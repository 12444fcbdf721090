"""Paragraphs: direction, indents, single lines, the last line, baselines (CLREQ 2.1.1, 6.2.1, 6.2.2, 6.4, 7.1.2)."""

from case import case
from checks import at, counts, ends_at, holds, line_count, lines, pens, starts_at, step

LONG = "政府信息公开工作年度报告内容真实准确完整及时有效"


def baselines(*expected):
    """The distance of each baseline from the first, in points; Han of one face."""

    def question(sheet):
        ys = [line[0].y for page in sheet.pages for line in page.lines()]
        return len(ys) == len(expected) and all(abs(y - ys[0] - e) < 0.1 for y, e in zip(ys, expected))

    return holds(question, f"baselines at {expected}")


# ── 2.1.1 and 6.4 ──────────────────────────────────────────────────────────────────────────────────
case("2.1.1 6.4", "a line runs from left to right, each Han an em", pens(0, 1, 2, 3, 4), text="政府信息公", control={"text": "政府,信息"})
case("2.1.1", "the next line is below, and begins at the left", counts(6, 6), starts_at(0, 0), starts_at(0, 1), baselines(0, 30),
     text=LONG[:12], measure=6, control={"measure": 12})
case("2.1.1 6.4 7.1.1.4", "lines are one pitch apart", baselines(0, 30, 60, 90), text=LONG[:24], measure=6,
     control={"style": {"line_height": "40pt"}})
case("6.4", "the pitch does not change with Latin, marks and small type in the line", baselines(0, 30, 60),
     text=[{"text": "政府信息公"}, {"text": "ÁÇgyǨ", "style": "small"}, {"text": "“（，开工作年度报告内容真实准"}], texts={
         "small": {"font": "song", "size": "10pt"}}, measure=8, control={"style": {"line_height": "32pt"}})
case("6.4", "larger and smaller type stand on one baseline", baselines(0), text=[
    {"text": "政府"}, {"text": "信息", "style": "big"}, {"text": "公开", "style": "small"}],
     texts={"big": {"font": "fangsong", "size": "24pt"}, "small": {"font": "fangsong", "size": "12pt"}}, control={"measure": 3.5})
for size in (10, 14, 22):
    case("6.4 7.1.1.1", f"a Han takes its type size in width, {size} pt", at((1, size / 20), (2, size / 10)), text="政府信息",
         style={"size": f"{size}pt"}, control={"style": {"size": f"{size + 1}pt"}})

# ── 6.2.1.1: the first line ────────────────────────────────────────────────────────────────────────
case("6.2.1.1", "the first line is indented by two em, the others not", starts_at(2, 0), starts_at(0, 1), starts_at(0, 2),
     text=LONG[:20], measure=8, style={"first_indent": "2em"}, control={"style": {}})
case("6.2.1.1", "by one em in narrow columns, on demand", starts_at(1, 0), starts_at(0, 1), text=LONG[:20], measure=8,
     style={"first_indent": "1em"}, control={"style": {"first_indent": "2em"}})
case("6.2.1.1", "the indented line fills the measure", starts_at(2, 0), ends_at(8, 0), counts(6, 8), text=LONG[:20], measure=8,
     style={"first_indent": "2em"}, control={"style": {}})
case("6.2.1.1", "every paragraph is indented", holds(
    lambda s: [round((line[0].x - 100) / 20, 2) for line in s.lines()] == [2, 0, 2, 0], "2, 0, 2, 0 em"),
     blocks=[{"paragraph": LONG[:12], "style": "@"}, {"paragraph": LONG[:12], "style": "@"}], measure=8,
     style={"first_indent": "2em"}, control={"style": {}})
case("6.2.1.1", "paragraphs without indent stand apart by a space", baselines(0, 30, 75, 105),
     blocks=[{"paragraph": LONG[:12], "style": "@"}, {"paragraph": LONG[:12], "style": "@"}], measure=8,
     style={"space_before": "15pt", "on_grid": False}, control={"style": {"on_grid": False}})
case("6.2.1.1", "and with indent without any", baselines(0, 30, 60, 90),
     blocks=[{"paragraph": LONG[:12], "style": "@"}, {"paragraph": LONG[:12], "style": "@"}], measure=8,
     style={"first_indent": "2em"}, control={"style": {"first_indent": "2em", "space_before": "30pt"}})
case("6.2.1.1", "凸排: the lines below hang by four em", starts_at(0, 0), starts_at(4, 1), starts_at(4, 2), ends_at(12, 0), ends_at(12, 1),
     text=LONG, measure=12, style={"hanging_indent": "4em"}, control={"style": {}})

# ── 6.2.1.2: the whole paragraph ───────────────────────────────────────────────────────────────────
case("6.2.1.2", "an indented paragraph begins further right on every line", starts_at(2, 0), starts_at(2, 1), ends_at(10, 0),
     text=LONG[:14], measure=10, style={"left_indent": "2em"}, control={"style": {}})
case("6.2.1.2", "and ends further left", starts_at(2, 0), ends_at(8, 0), ends_at(8, 1), text=LONG[:14], measure=10,
     style={"left_indent": "2em", "right_indent": "32em"}, control={"style": {"left_indent": "2em"}})
case("6.2.1.2 6.2.1.1", "with its first line indented beside", starts_at(4, 0), starts_at(2, 1), text=LONG[:14], measure=10,
     style={"left_indent": "2em", "first_indent": "2em"}, control={"style": {"left_indent": "2em"}})

# ── 6.2.1.3: a line alone ──────────────────────────────────────────────────────────────────────────
for align, first in (("center", 3), ("start", 0), ("end", 6)):
    case("6.2.1.3", f"a single line, {align}: set solid", pens(first, first + 1, first + 2, first + 3), text="政府信息", measure=10,
         style={"align": align}, control={"style": {"align": "end" if align == "start" else "start"}})
case("6.2.1.3 6.3.1.2", "均排: spread to both edges", pens(0, 3, 6, 9), text="政府信息", measure=10,
     style={"last_line": "justify"}, control={"style": {}})
case("6.2.1.3", "均排 by the rules of stretching: the gap first", at((0, 0), (1, 1.5), (2, 2.5), (3, 3.5)), text="甲5乙丙", measure=4.5,
     style={"last_line": "justify"}, control={"style": {}})
case("6.2.1.3", "centred, its last mark counts half an em", pens(3.25, 4.25, 5.25, 6.25), text="政府信。", measure=10,
     style={"align": "center"}, control={"text": "政府信息"})
case("6.2.1.3 6.2.2.1", "the last line is not spread, the others are", ends_at(6.5, 0), ends_at(6.5, 1),
     holds(lambda s: abs(s.lines()[-1][1].x - s.lines()[-1][0].x - 20) < 0.1, "the last line solid"), text=LONG[:16], measure=6.5,
     control={"style": {"last_line": "justify"}})

for last, place in (("center", 2), ("end", 4)):
    case("6.2.1.3", f"the last line of a paragraph may stand at the {last}", counts(7, 7, 3), starts_at(place, 2), text=LONG[:17], measure=7,
         style={"last_line": last}, control={"style": {}})

# ── 6.2.2.1, 6.2.2.2: why a line is adjusted; pushed in before pushed out ─────────────────────────
CAUSES = {
    "digits": "政府5信息公开工作年度报告内容真实准确",
    "a Latin word": "政府信息Office公开工作年度报告内容真实准",
    "neighbouring marks": "政府“信息”（公开）工作年度报告内容真实",
    "a mark that begins no line": "政府信息公开，工作年度报告内容真实准",
    "a mark that ends no line": "政府信息公（开工作年度报告内容真实准确",
    "type of another size": [{"text": "政府信"}, {"text": "息公开", "style": "small"}, {"text": "工作年度报告内容真实准确"}],
}
for cause, text in CAUSES.items():
    case("6.2.2.1", f"lines end at the measure in spite of {cause}",
         holds(lambda s: len(s.lines()) > 2 and all(full(line, 6.3) for line in s.lines()[:-1]), "every inner line is full"), text=text,
         measure=6.3, texts={"small": {"font": "fangsong", "size": "14pt"}} if isinstance(text, list) else {},
         control={"style": {"align": "start"}})


def full(line, measure):
    """The last glyph ends at the measure: a Han by its box, a mark by half of it."""
    last = line[-1]
    size = 0.5 if last.text in "，。、；：？！”’）》" else last.size / 20
    return abs((last.x - 100) / 20 + size - measure) < 0.02 or last.text.isascii()


case("6.2.2.2 6.1.1", "a mark is pushed in rather than its Han pushed out", counts(7), ends_at(6, box=0.5),
     text="政府，信息公，开工作年度报", measure=6, control={"text": "政府中信息公，开工作年度报"})
case("6.2.2.2", "and so in greedy lines", counts(7), ends_at(6, box=0.5), text="政府，信息公，开工作年度报", measure=6,
     lines={"break_mode": "greedy"}, control={"text": "政府中信息公，开工作年度报"})
case("6.2.2.2 6.1.1", "pushed out where nothing gives", counts(5), ends_at(6), text="政府信息公开，工作年度报告内容真", measure=6,
     control={"text": "政府信息公开中工作年度报告内容真"})

# ── 7.1.2: the last line ───────────────────────────────────────────────────────────────────────────
for n in (9, 13, 17):
    case("7.1.2", f"no last line of one Han, {n} Han in lines of four", holds(
        lambda s: len(s.texts()[-1]) >= 2, "at least two in the last line"), text=LONG[:n], measure=4.4,
         control={"lines": {"break_mode": "greedy"}})
case("7.1.2", "a Han and a stop are one Han", holds(lambda s: len(s.texts()[-1]) >= 3, "two Han and a stop"),
     text=LONG[:13] + "。", measure=6.3, control={"lines": {"break_mode": "greedy"}})
case("7.1.2 6.2.2.2", "marks are squeezed to save the last Han a line of its own (GB/T 15834 5.1.11)", line_count(1), ends_at(8), row="1.4",
     text="政府信，息公开，工", measure=8, control={"text": "政府信中息公开中工"})
