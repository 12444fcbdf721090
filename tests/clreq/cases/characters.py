"""Characters, faces and marks by region (CLREQ 3.1.1, 4.1, 5.1, 5.1.1.1, 5.1.1.2, 5.2, A.1)."""

from case import case
from checks import at, counts, holds, ink, lines, no_ink, pens, step

SONG = {"font": "song"}


def in_face(*names):
    """The faces of the lines, by a part of their name."""

    def question(sheet):
        found = [line[-1].font for line in sheet.lines()]
        return len(found) == len(names) and all(name in font for name, font in zip(names, found))

    return holds(question, f"faces {names}")


# ── 3.1.1: the faces and what they are for ─────────────────────────────────────────────────────────
FACES = {"song": "Song-Light", "hei": "Hei", "kai": "Kai", "fangsong": "Fang", "title": "Song-Bold"}
for role, name in FACES.items():
    case("3.1.1", f"the face of role {role}", in_face(name), text="政府信息", style={"font": role},
         control={"style": {"font": "hei" if role != "hei" else "song"}})
case("3.1.1", "body in 仿宋, headings in 黑 楷 仿宋, title in 宋 bold", in_face("Song-Bold", "Hei", "Kai", "Fang", "Fang"),
     blocks=[{"paragraph": "年度报告", "style": "title"}, {"heading": 1, "text": "总体情况", "restart": True},
             {"heading": 2, "text": "主动公开", "restart": True}, {"heading": 3, "text": "机构", "restart": True}, {"paragraph": "正文"}],
     control={"styles": {"heading-1": {"font": "kai"}, "heading-2": {"font": "hei"}}})
case("3.1.1", "楷 marks a quotation inside a paragraph", holds(
    lambda s: ["Kai" in g.font for g in s.glyphs()] == [False, True, True, False], "the second and third in 楷"),
     text=[{"text": "政"}, {"text": "府信", "style": "kai"}, {"text": "息"}], texts={"kai": {"font": "kai", "size": "20pt"}},
     control={"texts": {"kai": {"font": "fangsong", "size": "20pt"}}})
case("3.1.1", "Latin takes the Latin face beside it", holds(lambda s: "Liberation" in s.glyphs()[1].font, "the letter in the Latin face"),
     text="甲A乙", control={"text": "甲中乙"})

# ── 4.1: characters ────────────────────────────────────────────────────────────────────────────────
for text, what in (("𠮷", "a Han of plane 2"), ("㎡", "a unit in one character"), ("é", "a letter with its accent"), ("①", "a circled digit"),
                   ("々", "an iteration mark"), ("〇", "the Han zero"), ("䶮", "a rare Han"), ("Ａ", "a fullwidth letter")):
    case("4.1", f"{what} comes back as it was written: {text}", lines(f"甲{text}乙"), text=f"甲{text}乙",
         control={"text": f"甲{'吉' if text == '𠮷' else 'x'}乙"})
case("4.1", "a base and its selector are one glyph that says both",
     holds(lambda s: s.texts()[0].startswith("葛\U000E0100"), "葛 and its selector"), step(1, 1.0), text="葛\U000E0100乙", control={"text": "葛乙甲"})
case("4.1", "一 comes back as Han, not as a radical", lines("一二八十口大女子"), text="一二八十口大女子", control={"text": "⼀⼆⼋⼗⼝⼤⼥⼦"})

# ── 5.1: where the ink of a mark stands, by region ─────────────────────────────────────────────────
for mark, name in (("。", "full stop"), ("，", "comma"), ("、", "pause"), ("；", "semicolon"), ("：", "colon")):
    case("5.1 A.1 A.3", f"the {name} stands in the left half in Mainland China", no_ink((1.53, 2.0)), row="1.3", text=f"　{mark}　",
         language="zh-Hans", style=SONG, control={"language": "zh-TW"})
    for tag in ("zh-TW", "zh-HK"):
        case("5.1 5.1.1.2 A.1 A.3", f"the {name} stands in the middle, {tag}", ink((1, 2), centre=1.49), row="1.3", text=f"　{mark}　",
             language=tag, style=SONG, control={"language": "zh-Hans"})
for mark in "？！":
    case("5.1 5.1.1.2 A.1", f"{mark} stands in the middle in Taiwan", ink((1, 2), centre=1.495), text=f"　{mark}　", language="zh-TW",
         style=SONG, control={"language": "zh-Hans"})
for mark in "。，、":
    case("5.1 A.1", f"{mark} stands at the foot of its box in Mainland China", ink((1, 2), above=0.25, below=0.3),
         text=f"　{mark}　", style=SONG, control={"text": "　·　"})
case("5.1.1.2", "books of Taiwan with marks at the side: the marks follow the language given", no_ink((1.53, 2.0)),
     text=[{"text": "國", "language": "zh-TW"}, {"text": "，", "language": "zh-Hans"}, {"text": "臺", "language": "zh-TW"}], style=SONG,
     control={"text": "國，臺", "language": "zh-TW"})

# ── 5.1.1.1: the full stop of scientific text ──────────────────────────────────────────────────────
DOT = ink((1, 2), left=1.087, right=1.188)
case("5.1.1.1", "。 is drawn as ． on demand", DOT, text="　。　", lines={"scientific_full_stop": True}, control={"lines": {}})
case("5.1.1.1", "and still says 。", lines("甲。乙"), DOT, text="甲。乙", lines={"scientific_full_stop": True}, control={"text": "甲．乙"})
case("5.1.1.1", "it stays one em and is squeezed like 。", pens(0, 1, 1.5, 2.5), ink((1, 1.5), left=1.087, right=1.188), text="　。”乙", lines={"scientific_full_stop": True},
     control={"lines": {}})
case("5.1.1.1", "it begins no line", counts(3), text="政府信息。公开工作年度总报告", measure=4, lines={"scientific_full_stop": True},
     control={"text": "政府信息中公开工作年度总报告"})
case("5.1.1.1 6.3.2.3", "． takes half an em at the line end", counts(6), no_ink((5.52, 6.0)), text="政府信息公．开工作年度总",
     measure=5.5, control={"text": "政府信息公中开工作年度总"})

# ── 5.2: quotation marks ───────────────────────────────────────────────────────────────────────────
for opening, closing in ("“”", "‘’", "「」", "『』"):
    for tag in ("zh-Hans", "zh-TW", "zh-HK"):
        case("5.2 A.1 A.2", f"{opening}{closing} take an em each, {tag}", pens(0, 1, 2, 3, 4), text=f"甲{opening}乙{closing}丙",
             language=tag, style=SONG, control={"lines": {"mark_widths": "halfwidth"}})
case("5.2", "first double, then single in Mainland China: “‘ in one and a half em", pens(0, 1, 1.5, 2.5), text="甲“‘乙",
     control={"lines": {"mark_widths": "line_end_half"}})
case("5.2", "first single, then double in Taiwan: 「『 in one and a half em", pens(0, 1, 1.5, 2.5), text="甲「『乙", language="zh-TW",
     style=SONG, control={"lines": {"mark_widths": "line_end_half"}})
case("5.2", "an apostrophe inside a Latin word is narrow", step(4, 0.315), text="甲don’t乙", control={"text": "甲don乙’丙"})
case("5.2", "quotation marks around a Latin word in a Latin sentence are narrow", step(3, 0.444), text="He “said” so",
     control={"text": "他说 “是” 的"})
case("5.2", "around Latin in a Chinese sentence they are as wide as around Han", at((2, 2), (3, 3)), text="他说“OK”吧",
     control={"text": "他说 “OK” 吧"})

# ── A.5: horizontal lines keep the horizontal form ─────────────────────────────────────────────────
for mark, twin in (("——", "︱︱"), ("（", "︵"), ("《", "︽"), ("「", "﹁")):
    flat = {"——": no_ink((1.0, 3.0), above=0.9, below=-0.5), "（": no_ink((1.0, 1.5)), "《": no_ink((1.0, 1.35)), "「": no_ink((1.0, 1.45))}
    case("A.5", f"{mark} has the form of horizontal lines", flat[mark], text=f"　{mark}　", style=SONG, control={"text": f"　{twin}　"})
