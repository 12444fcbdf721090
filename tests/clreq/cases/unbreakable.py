"""What is never parted: two-em marks, numbers with their signs and units, words, clusters (CLREQ 5.4.1, 5.7, 6.1.2; sheet 1.2)."""

from case import case
from checks import at, counts, holds, ink, lines, no_ink, pens, solid, starts_at, step

NONE = {"lines": {"edges": "none"}}


def whole(unit, clauses, says, before="政府信", control=None, measure=None, **setting):
    """The unit does not fit the rest of the line and goes to the next one whole; what takes its place would be cut."""
    wide = measure or 4
    case(clauses, says, counts(len(before)), holds(lambda s: any(t.startswith(unit) for t in s.texts()), f"{unit} begins a line"),
         row="1.2", text=f"{before}{unit}息公开工作年度总报告公开", measure=wide,
         control=control or {"text": f"{before}{'中' * len(unit)}息公开工作年度总报告公开"}, **setting)


# ── marks of two ems ───────────────────────────────────────────────────────────────────────────────
for mark, name in (("——", "the dash"), ("……", "the ellipsis"), ("⋯⋯", "the midline ellipsis")):
    style = {"font": "song"}
    whole(mark, "6.1.2.1 5.4.1 A.4", f"{name} is never parted", style=style)
    case("6.1.2.1 5.4.1 A.2", f"{name} takes two em", at((0, 0), (-1, 3)), row="1.2", text=f"甲{mark}乙", style=style,
         control={"text": "甲—乙"})
    case("6.1.2.1 6.2.2.4 A.4", f"{name} is not spread in a loose line", at((0, 0), (1, 1.3), (3, 3.6), (4, 4.9)), row="1.2 1.4",
         text=f"甲{mark}乙丙", measure=5.9, style={"last_line": "justify", **style}, control={"text": "甲中中乙丙"})
for role in ("song", "hei", "kai", "fangsong", "title"):
    case("6.1.2.1 5.4.1 A.2", f"U+2E3A is a dash of two em, {role}", pens(0, 1, 3), lines("甲⸺乙"), row="1.2", text="甲⸺乙",
         style={"font": role}, control={"text": "甲—乙"})
whole("⸺", "6.1.2.1 A.4", "U+2E3A is never at a line end where it would stick out", control={"text": "政府信中息公开工作年度总报告公开"})
whole("…………", "6.1.2.1", "two ellipses are one unit of four em (GB/T 15834 5.1.5)", before="政府信")
case("6.1.2.1", "two ellipses take four em", at((0, 0), (-1, 5)), row="1.2", text="甲…………乙", control={"text": "甲…………，乙"})
for role in ("song", "hei", "kai", "fangsong", "title"):
    case("6.1.2.1 5.4.1", f"the stroke of the dash is one, {role}", no_ink((0.0, 0.6)), ink((1.0, 3.0), centre=2.0),
         holds(lambda s: unbroken(s, 1.15, 2.85), "ink in every column of the dash"), row="1.2", text="　——　",
         style={"font": role}, control={"text": "　……　"})


def unbroken(sheet, first, last):
    """Ink in every column between two places, in em."""
    page, line = sheet.pages[0], sheet.lines()[0]
    y = line[0].y
    return all(page.ink(100 + 20 * x, y - 18, 100 + 20 * x + 0.5, y + 6)
               for x in (first + (last - first) * i / 60 for i in range(61)))


def dots(sheet, first, last):
    """The middles of the runs of ink between two places of the first line, in em."""
    page, y = sheet.pages[0], sheet.lines()[0][0].y
    dark = [x / 80 for x in range(round(first * 80), round(last * 80)) if page.ink(100 + x / 4, y - 18, 100.25 + x / 4, y + 6)]
    runs = []
    for x in dark:
        if runs and x - runs[-1][-1] < 0.02:
            runs[-1].append(x)
        else:
            runs.append([x])
    return [(run[0] + run[-1]) / 2 for run in runs]


def even(sheet):
    middles = dots(sheet, 1, 3)
    gaps = [b - a for a, b in zip(middles, middles[1:])]
    return len(middles) == 6 and max(gaps) - min(gaps) < 0.04 and abs(middles[0] + middles[-1] - 4) < 0.04


for role in ("song", "hei", "kai", "fangsong", "title"):
    case("5.4.1 5.1", f"an ellipsis is six dots at even distances in the middle of two em, {role}", holds(even, "six even dots"), row="1.2",
         text="　……　", style={"font": role}, control={"text": "　…·　"})

# ── numbers ────────────────────────────────────────────────────────────────────────────────────────
NUMBERS = ("2024", "1,234,567.89", "12.5%", "3.2‰", "25℃", "77℉", "45°", "-8", "+15", "±3", "￥500", "¥500", "$99", "€20",
           "500₫", "15:24", "0517-83605210", "20㎡", "№12", "§5")
for number in NUMBERS:
    wide = sum(1.0 if ord(c) > 0x2000 and c not in "‰₫€" else 0.55 for c in number)
    before = "政府信息公开工作"[:max(2, round(wide) + 1)]
    # One Han less than the number needs is left on the line.
    whole(number, "6.1.2.2 5.7", f"{number} is not parted", before=before, measure=len(before) + max(0.6, wide * 0.8 - 0.3),
          control={"text": before + "中" * round(wide + 0.5) + "息公开工作年度总报告公开"})
case("6.1.2.2 5.7", "a value and its unit stay across a space", lines("政府信息", "5 km公开", "工作年度"), row="1.2",
     text="政府信息5 km公开工作年度", measure=5, control={"text": "政府信息5 of公开工作年度"})
case("6.1.2.2 6.2.2.4", "a number is not spread in a loose line", step(1, 0.5), step(2, 0.5), row="1.2 1.4", text="甲123乙丙",
     measure=8, style={"last_line": "justify"}, control={"text": "甲中中中乙丙"})
case("6.1.2.2 6.2.2.4", "nor between a number and its sign", step(2, 0.5), row="1.2 1.4", text="甲12%乙丙", measure=8,
     style={"last_line": "justify"}, control={"text": "甲12中乙丙"})
for mark, name in (("～", "a wave"), ("—", "a short dash"), ("–", "an en dash"), ("／", "a solidus")):
    wide = 0.5 if mark in "–／" else 1.0
    # Two places only, 甲乙 and 丙丁, take the whole stretch of one em.
    case("6.2.2.4", f"nothing is stretched around {name}", at((0, 0), (1, 1.5), (3, 2.5 + wide), (4, 4 + wide)), row="1.4",
         text=f"甲乙{mark}丙丁", measure=5 + wide, style={"last_line": "justify"}, control={"text": "甲乙中丙丁"})

# ── number and measure word, document numbers, articles: kept while the line allows ────────────────
BEFORE = "政府信息公开工作年度报告内容真实准确完整及时有效全面依法公正公平合法便民高效"
for kept, broken, words in (
        ("12件", "12的", "a number and its measure word"), ("60号", "60的", "a number and 号"), ("2024年", "2024的", "a year"),
        ("第三条", "其中的", "an article"), ("第32条", "其32的", "an article in digits"),
        ("3个", "3的", "a count"), ("5万", "5的", "an amount"), ("5月", "5的", "a month")):
    # All but the last half em of it would stand on the line: its last Han alone would go to the next.
    width = sum(0.5 if c.isascii() else 1 for c in kept) + (0.25 if kept[0].isascii() else 0)
    case("5.7", f"{words} stay together: {kept}", counts(36), row="1.2", text=BEFORE[:36] + kept + BEFORE[:8],
         measure=36 + width - 0.9, control={"text": BEFORE[:36] + broken + BEFORE[:8]})

# ── addresses and Latin words ──────────────────────────────────────────────────────────────────────
case("6.1.4", "an address breaks after its joints only, without a hyphen",
     lines("网址www.", "huaian.gov.cn/", "xxgk/index.", "html查阅"), row="1.2", text="网址www.huaian.gov.cn/xxgk/index.html查阅",
     measure=6, style={"align": "start"}, control={"text": "网址wwwzhuaianzgovzcnzxxgkzindexzhtml查阅"})
case("6.1.4", "an e-mail address breaks after its joints", lines("联系邮箱", "zwgk@huaian.", "gov.cn"), row="1.2",
     text="联系邮箱zwgk@huaian.gov.cn", measure=6.5, style={"align": "start"}, control={"text": "联系邮箱zwgk huaian gov cn"})
case("6.2.2.4 6.1.4", "an address alone on its line is not spaced out: the line stays short", solid(1), row="1.2",
     text="政府信息公开zwgk@huaian.gov.cn咨询了解", measure=6.6, control={"text": "政府信息公开工作年报告制度内容条例了解"})
case("6.2.2.4", "two Han alone before a long word stay together, where a hole of five ems would fill the line", step(0, 1), row="1.2",
     text="政府Representatives公开", measure=7, control={"text": "政府信息Representatives公开"})
case("6.1.4", "a Latin word stays whole", lines("政府信息", "Office公开", "工作年"), row="1.2", text="政府信息Office公开工作年", measure=5,
     style={"align": "start"}, control={"text": "政府信息Off ice公开工作年"})

# ── clusters (UAX #29) ─────────────────────────────────────────────────────────────────────────────
case("4.1", "a letter and its combining mark are one cluster", lines("政府信息", "e\u0301a\u0300公开工"), row="1.2",
     text="政府信息e\u0301a\u0300公开工", measure=4.5, style={"align": "start"}, control={"text": "政府信息eéàa公开工"})
case("4.1", "a Han and its variation selector are one cluster", counts(3, 4), step(3, 0.0), row="1.2",
     text="政府信葛\U000E0100息公开工作年", measure=3.6, control={"text": "政府信葛中息公开工作年"})
case("5.7", "Mr. stays with its name", counts(30), row="1.2", text=BEFORE[:30] + "Mr. Smith" + BEFORE[:8], measure=31.9,
     control={"text": BEFORE[:30] + "We. Smith" + BEFORE[:8]})
