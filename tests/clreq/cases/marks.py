"""The widths of marks: alone, beside each other and at line edges (CLREQ 6.3.2, 5.1.1.2, 5.1.1.3, A; GB/T 15834; sheet 1.3)."""

from case import case
from checks import at, counts, ends_at, ink, no_ink, pens, starts_at

PAUSES, STOPS = "，、；：", "。．？！"
CLOSING, OPENING = "”’）》〉】〕〗」』］｝", "“‘（《〈【〔〖「『［｛"
ROLES = ("song", "hei", "kai", "fangsong", "title")
STYLES = ("fullwidth", "kaiming", "halfwidth", "line_end_half")
WIDE = {"lines": {"mark_widths": "line_end_half"}}  # neighbours keep their width
TIGHT = {"lines": {"mark_widths": "halfwidth"}}


def around(*places):
    """Like pens, without the place of ？: some faces draw it in the middle of its box, and it is moved."""

    def check(sheet):
        text = sheet.glyphs()
        at(*((i, place) for i, place in enumerate(places) if i >= len(text) or text[i].text != "？"))(sheet)

    return check


# ── one mark, in each style: the width of A.2 ──────────────────────────────────────────────────────
def alone(mark, style):
    narrow = style == "halfwidth" or (style == "kaiming" and mark not in STOPS)
    width = 0.5 if narrow else 1.0
    # An opening mark gives the left half of its box, so it is drawn half an em further left.
    before = 0.5 if narrow and mark in OPENING else 0.0
    case("6.3.2.1 A.2", f"{mark} takes {width:g} em, {style}", around(0, 1 - before, 1 + width), row="1.3",
         text=f"甲{mark}乙", lines={"mark_widths": style}, control={"lines": {"mark_widths": "fullwidth"}} if narrow else TIGHT)


for style in STYLES:
    for mark in PAUSES + STOPS + CLOSING[:4] + OPENING[:4]:
        alone(mark, style)
for mark in CLOSING[4:] + OPENING[4:]:
    alone(mark, "fullwidth")
    alone(mark, "kaiming")
for style in STYLES:  # these have no blank to give in any style
    for mark in ("——", "……"):
        # Some faces draw the two as one glyph: the place of what follows tells.
        case("6.3.2.1 A.2 5.4.1", f"{mark} takes two em, {style}", at((0, 0), (-1, 3)), row="1.3",
             text=f"甲{mark}乙", lines={"mark_widths": style}, control={"text": "甲—乙"})

# ── GB/T 15834: doubled ends, and the marks of half an em ──────────────────────────────────────────
for role in ROLES:
    for pair in ("！！", "？？", "？！", "！？"):
        case("5.1.1.3 A.2", f"{pair} stand in one em, {role}", at((0, 0), (3, 2)), row="1.3",
             text=f"甲{pair}乙", style={"font": role}, control={"text": "甲！，乙"})
    case("5.1.1.3 A.2", f"！！！ stand in two em, {role}", at((0, 0), (4, 3)), row="1.3",
         text="甲！！！乙", style={"font": role}, control={"text": "甲！中！乙"})
    for mark, name in (("·", "the interpunct"), ("–", "the short dash"), ("／", "the solidus")):
        case("A.2 6.3.2.1", f"{name} takes half an em, {role}", at((0, 0), (2, 1.5)), row="1.3",
             text=f"甲{mark}乙", style={"font": role}, control={"text": "甲～乙"})
    case("A.2 6.3.2.1", f"～ and — take an em, {role}", at((0, 0), (2, 2), (4, 4)), row="1.3",
         text="甲～乙—丙", style={"font": role}, control={"text": "甲–乙–丙"})
    # From the ink, not from features: 仿宋 and 楷体 have none.
    case("6.3.2.2", f"，“ takes one and a half em, {role}", pens(0, 1, 1.5, 2.5 + 0), row="1.3",
         text="甲，“乙", style={"font": role}, control=WIDE)
    case("6.3.2.3", f"a mark gives its blank at the line end, {role}", counts(6), ends_at(5.5, box=0.5), row="1.3",
         text="政府信息公。开工作年度总", measure=5.5, style={"font": role}, control={"text": "政府信息公中开工作年度总"})

for role in ROLES:
    for mark in "？！。，":
        case("5.1 6.3.2.1", f"{mark} has its ink in the left half of its box, {role}", no_ink((1.53, 2.0)), row="1.3",
             text=f"甲{mark}　乙", style={"font": role}, control={"text": "甲：　乙".replace("：", "“")})
    case("6.3.2.1 A.2", f"the ink of the interpunct is in the middle of its half em, {role}",
         ink((1.02, 1.48), centre=1.25), row="1.3", text="　·　", style={"font": role}, control={"text": "　.　"})

# ── neighbours: two ems become one and a half, and the mark stays beside what it belongs to ────────
PAIRS = {
    "closing and opening": ("”“", "）（", "》《", "」「", "】〔", "’‘"),
    "stop and opening": ("，“", "。“", "、《", "：“", "；（", "？“", "！（", "。《"),
    "closing and closing": ("”）", "》）", "’”", "】」", "）”"),
    "opening and opening": ("（“", "“‘", "《〈", "「『", "（《"),
    "stop and closing": ("。”", "，”", "！”", "？”", "。）", "、）"),
    "closing and stop": ("”，", "）。", "》、", "”；", "】：", "’！"),
    "stop and stop": ("。，", "？，", "！。"),
}
for kind, pairs in PAIRS.items():
    for pair in pairs:
        case("6.3.2.2 A.3", f"{pair} take one and a half em ({kind})", around(0, 1, 1.5, 2.5), row="1.3",
             text=f"甲{pair}乙", control=WIDE)
        if kind != "stop and stop":
            case("6.3.2.2", f"{pair} take one em in a tight style ({kind})", at((0, 0), (3, 2)), row="1.3",
                 text=f"甲{pair}乙", lines={"mark_widths": "halfwidth"}, control={"lines": {}})
for pair in ("（）", "“”", "《》"):
    case("6.3.2.2 A.3", f"{pair} have nothing between them to give", pens(0, 1, 2, 3), row="1.3",
         text=f"甲{pair}乙", control=TIGHT)
case("6.3.2.2", "three marks give half an em at each place they meet", pens(0, 1, 1.5, 2, 3), row="1.3",
     text="甲。”（乙", control=WIDE)
case("6.3.2.2", "four marks, too", pens(0, 1, 1.5, 2, 2.5, 3.5), row="1.3", text="甲》。”（乙", control=WIDE)

# ── line edges ─────────────────────────────────────────────────────────────────────────────────────
for mark in PAUSES + STOPS + CLOSING:
    case("6.3.2.3 A.3", f"{mark} takes half an em at the line end", counts(6),
         no_ink((5.52, 6.5)) if mark == "？" else ends_at(5.5, box=0.5), row="1.3",
         text=f"政府信息公{mark}开工作年度总", measure=5.5, control={"text": "政府信息公中开工作年度总"})
for mark in OPENING:
    case("6.3.2.3 A.3", f"{mark} loses its blank at the line start", counts(5), starts_at(-0.5, 1), row="1.3",
         text=f"政府信息公{mark}开工作年度总", measure=5, control={"text": "政府信息公中开工作年度总"})
    case("6.3.2.3 6.2.1.1", f"{mark} loses its blank in an indented line", pens(1.5, 2.5), row="1.3",
         text=f"{mark}政府", style={"first_indent": "2em"}, control={"text": "政府信"})
for style in STYLES:
    case("6.3.2.3", f"the line end takes the blank in style {style}", counts(6), ends_at(5.5, box=0.5), row="1.3",
         text="政府信息公。开工作年度", measure=5.5, lines={"mark_widths": style},
         control={"text": "政府信息公中开工作年度"})

# ── Taiwan and Hong Kong: in the middle of the box; ？ and ！ fixed ───────────────────────────────
for tag in ("zh-TW", "zh-HK"):
    case("5.1.1.2 A.3", f"「 gives beside a mark in the middle, {tag}", pens(0, 1, 1.5, 2.5), row="1.3",
         text="甲，「乙", language=tag, style={"font": "song"}, control={"language": "zh-TW", "text": "甲，甲乙"})
    case("5.1.1.2 A.3", f"。」 give nothing at their joint but the bracket's own, {tag}", pens(0, 1, 2, 3), row="1.3",
         text="甲。」乙", language=tag, style={"font": "song"}, control={"language": "zh-Hans"})
    case("5.1.1.2 A.3", f"？！ keep an em each, {tag}", pens(0, 1, 2, 3), row="1.3",
         text="甲？！乙", language=tag, style={"font": "song"}, control={"language": "zh-Hans"})
    case("5.1.1.2 A.3", f"the interpunct takes an em, {tag}", at((0, 0), (2, 2)), row="1.3",
         text="甲·乙", language=tag, style={"font": "song"}, control={"language": "zh-Hans"})
    case("5.1.1.2 6.3.2.3", f"a mark in the middle keeps its em at the line end, {tag}", counts(5), ends_at(5),
         text="政府信息，公開工作年", measure=5, language=tag, style={"font": "song"}, row="1.3",
         control={"language": "zh-Hans"})
