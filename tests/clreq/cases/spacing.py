"""Hanging stops, hyphenation, widened, spread and tightened text, Latin on the Han grid (CLREQ 6.1.3, 6.1.4, 6.2.4, 6.3.1)."""

from case import case
from checks import at, counts, ends_at, holds, line_count, lines, pens, starts_at, step

HANG = {"lines": {"hanging_marks": True}}
NO = {"lines": {}}


def tracked(em):
    return {"wide": {"font": "fangsong", "size": "20pt", "tracking": f"{em}em"}}


def spread(em):
    return {"even": {"font": "fangsong", "size": "20pt", "spread": f"{em}em"}}


# ── 6.1.3 ──────────────────────────────────────────────────────────────────────────────────────────
for mark in "，、。":
    case("6.1.3", f"{mark} hangs outside the measure, the Han before it fills it", counts(6), at((4, 4), (5, 5)),
         text=f"政府信息公{mark}开工作年度报告", measure=5, lines={"hanging_marks": True}, control=NO)
    case("6.1.3", f"{mark} does not hang by itself", counts(4), text=f"政府信息公{mark}开工作年度报告", measure=5,
         control=HANG)
for mark in "；：？！":
    case("6.1.3", f"{mark} does not hang", counts(4), text=f"政府信息公{mark}开工作年度报告", measure=5, lines={"hanging_marks": True},
         control={"text": "政府信息公，开工作年度报告"})
case("6.1.3", "one mark hangs, not two", counts(4), text="政府信息公”。开工作年度报告", measure=5, lines={"hanging_marks": True},
     control={"text": "政府信息公，开开工作年度报"})
case("6.1.3", "a mark that fits stays inside", counts(5), ends_at(4.5, box=0.5), text="政府信息，公开工作年", measure=4.5,
     lines={"hanging_marks": True}, control={"text": "政府信息中公开工作年"})
for tag in ("zh-TW", "zh-HK"):
    case("6.1.3 5.1.1.2", f"a mark in the middle of its box does not hang, {tag}", counts(4), text="政府信息公，開工作年度報告", measure=5,
         language=tag, style={"font": "song"}, lines={"hanging_marks": True}, control={"language": "zh-Hans"})

# ── 6.1.4 ──────────────────────────────────────────────────────────────────────────────────────────
WORD = [{"text": "政府信息"}, {"text": "administration", "language": "en"}, {"text": "公开工作年度报告内容"}]
HYPHEN = "\u00AD"  # what the hyphen of a divided word says
HYPHENS = {"lines": {"hyphenation": True}}
case("6.1.4", "a word is divided by the patterns of its language, with a hyphen",
     holds(lambda s: s.texts()[0].endswith(HYPHEN), "a hyphen at the end of the first line"), text=WORD, measure=8,
     lines={"hyphenation": True}, control=NO)
case("6.1.4", "not unless asked", holds(lambda s: not any(HYPHEN in t for t in s.texts()), "no hyphen"), text=WORD, measure=8, control=HYPHENS)
case("6.1.4", "at a syllable", holds(lambda s: s.texts()[0].split("息")[1].rstrip(HYPHEN) in ("ad", "admin", "adminis", "administra"),
                                    "ad-min-is-tra-tion"), text=WORD, measure=8, lines={"hyphenation": True}, control=NO)
for word, other, what in (("about", "admire", "two letters before"), ("quickly", "monsters", "three after")):
    case("6.1.4", f"at least {what} the hyphen", holds(lambda s: not any(HYPHEN in t for t in s.texts()), "no hyphen"), line_count(2),
         text=[{"text": "政府信息"}, {"text": word, "language": "en"}], measure=6 if word == "about" else 6.9, style={"align": "start"},
         lines={"hyphenation": True}, control={"text": [{"text": "政府信息"}, {"text": other, "language": "en"}]})
case("6.1.4", "the divided line is full", ends_at(8, box=0.333), text=WORD, measure=8, lines={"hyphenation": True}, control=NO)

# ── 6.2.4: multiples of the Han width ──────────────────────────────────────────────────────────────
GRID = {"latin_on_grid": True}
case("6.2.4", "one letter takes an em or two with its blanks", at((0, 0), (1, 1.167), (2, 2)), text="甲B乙", lines=GRID, control=NO)
case("6.2.4", "two digits take two ems", at((0, 0), (3, 3)), text="甲12乙", lines=GRID, control=NO)
case("6.2.4", "four digits take three ems", at((0, 0), (5, 4)), text="甲2024乙", lines=GRID, control=NO)
case("6.2.4", "the blanks on both sides are the same", at((1, 1.5), (3, 3)), text="甲12乙", lines=GRID, control=NO)
case("6.2.4", "the Han of two lines stand in columns", holds(
    lambda s: all(abs((g.x - 100) / 20 - round((g.x - 100) / 20)) < 0.02 for g in s.glyphs() if ord(g.text) > 0x3000), "Han on whole ems"),
     text="政府2024信息Office公开工作12年度报告内容真实5准确完整及时", measure=12, lines=GRID, control=NO)

# ── 6.3.1.1, 6.3.1.3: widened and tightened ────────────────────────────────────────────────────────
for width in (0.1, 0.25, 0.5, 1):
    case("6.3.1.1", f"widened by {width} em between Han", pens(0, 1 + width, 2 + 2 * width), text=[{"text": "政府信", "style": "wide"}],
         texts=tracked(width), control={"texts": tracked(0)})
case("6.3.1.1", "not after the last", at((2, 3), (3, 4)), text=[{"text": "政府信", "style": "wide"}, {"text": "息"}], texts=tracked(0.5),
     control={"texts": tracked(0)})
case("6.3.1.1 6.1.2.1", "not inside a dash", at((0, 0), (1, 1.5), (3, 4)), text=[{"text": "甲——乙", "style": "wide"}], texts=tracked(0.5),
     control={"texts": tracked(0)})
case("6.3.1.1 6.1.2.2", "nor inside a number", step(1, 0.5), step(0, 1.75), text=[{"text": "甲12乙", "style": "wide"}], texts=tracked(0.5),
     control={"texts": tracked(0)})
case("6.3.1.1", "a caption of few characters is widened by its style", pens(0, 2, 4), text="附图一", style={"tracking": "1em"},
     control={"style": {}})
for width in (0.05, 0.1):
    case("6.3.1.3", f"tightened by {width} em between Han", pens(0, 1 - width, 2 - 2 * width), text=[{"text": "政府信", "style": "wide"}],
         texts=tracked(-width), control={"texts": tracked(0)})
case("6.3.1.3", "a title of too many characters is brought to one line", line_count(1), text=[{"text": "政府信息公开工作", "style": "wide"}],
     texts=tracked(-0.05), measure=7.7, control={"texts": tracked(0)})
case("6.3.1.3", "by no more than asked", at((7, 6.65)), text=[{"text": "政府信息公开工作", "style": "wide"}], texts=tracked(-0.05),
     control={"texts": tracked(-0.1)})

# ── 6.3.1.2 and 6.2.1.3: spread evenly ─────────────────────────────────────────────────────────────
for name, places in (("王五", (0, 3)), ("张小三", (0, 1.5, 3)), ("欧阳小三", (0, 1, 2, 3))):
    case("6.3.1.2 6.2.1.3", f"{len(name)} Han over four ems", pens(*places), text=[{"text": name, "style": "even"}], texts=spread(4),
         control={"texts": spread(5)})
case("6.3.1.2", "what is wider stays as it is", pens(0, 1, 2, 3, 4), line_count(1), text=[{"text": "欧阳小三丰", "style": "even"}],
     texts=spread(4), control={"texts": spread(6)})
case("6.3.1.2 6.2.1.1", "names of a dialogue take the same width", at((2, 4), (3, 5)), text=[{"text": "王五", "style": "even"}, {"text": "：甲"}],
     texts=spread(4), control={"texts": spread(0)})
case("6.3.1.2", "a spread item is one line", lines("政府", "信息"), text=[{"text": "政府"}, {"text": "信息", "style": "even"}],
     texts=spread(3), measure=4, control={"texts": spread(0)})
case("6.3.1.2", "adjusting the line leaves it alone", at((0, 0), (1, 3)), ends_at(6.5), counts(4),
     text=[{"text": "姓名", "style": "even"}, {"text": "甲乙丙丁戊"}], texts=spread(4), measure=6.5, control={"texts": spread(0)})
