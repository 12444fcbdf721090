"""Marks and annotations between the lines (CLREQ 5.1.1.4, 5.3, 5.5, 5.6, 6.1.2.3). Line pitch 40 pt for type of 20 pt."""

from case import case
from checks import EM, Wrong, at, em, holds, near, steps

PITCH = 40.0
HALF, THIRD = dict(least=9, most=11), dict(least=5.5, most=6.5)  # sizes of annotations
BASE = dict(least=19, most=21)


def marked(clauses, says, *expect, runs, control, measure=30, **body):
    """A paragraph of report data; `control`: other runs, or keys of its style."""

    def setting(of, more):
        style = {"size": "20pt", "line_height": f"{PITCH:g}pt", "first_indent": "0pt", "align": "start",
                 "right_indent": f"{800 - measure * EM:g}pt", "font": "song", **body, **more}
        return {"report": {"other_matters": [{"paragraph": of}]}, "styles": {"body": style},
                "blocks": [{"narrative": "/other_matters"}]}

    other = setting(runs, control) if isinstance(control, dict) else setting(control, {})
    case(clauses, says, *expect, control=other, **setting(runs, {}))


def run(text, emphasis=None, ruby=None, **more):
    made = {"text": text, **more}
    if emphasis:
        made["emphasis"] = emphasis
    if ruby:
        made["ruby"] = ruby
    return made


def glyph(sheet, text, **which):
    for one in sheet.glyphs(**which):
        if one.text == text:
            return one
    raise Wrong(f"no glyph {text}")


def shapes(sheet, wanted):
    return [s for page in sheet.pages for s in page.shapes if wanted(s)]


def dots_of(sheet):
    found = shapes(sheet, lambda s: s.right - s.left < 0.1 and s.bottom - s.top < 0.1)
    return sorted(found, key=lambda s: (s.top, s.left))


def lines_of(sheet):
    """Straight lines, from left to right."""
    return sorted(shapes(sheet, lambda s: s.right - s.left > 5 and s.bottom - s.top < 0.1), key=lambda s: (s.top, s.left))


def waves_of(sheet):
    return sorted(shapes(sheet, lambda s: s.right - s.left > 5 and 0.1 < s.bottom - s.top < 5), key=lambda s: (s.top, s.left))


def frames_of(sheet):
    return sorted(shapes(sheet, lambda s: s.right - s.left > 5 and s.bottom - s.top > 15), key=lambda s: (s.top, s.left))


def count(found, expected, what):
    if len(found) != expected:
        raise Wrong(f"{len(found)} {what}, not {expected}")
    return found


# ── 5.3.1 着重号 ───────────────────────────────────────────────────────────────────────────────────
def dots_under(text):
    """A dot below the middle of each of these characters, and no other; all of a line on one height."""

    def check(sheet):
        found = count(dots_of(sheet), len(text), "dots")
        bases = [g for g in sheet.glyphs(**BASE) if g.text in text]
        for dot, base in zip(found, bases):
            near((dot.left - base.x) / EM, 0.5, f"dot of “{base.text}”", 0.01)
            near((dot.top - base.y) / EM, 0.23, f"height of the dot of “{base.text}”", 0.03)

    return check


def dots_level(sheet):
    for row in {round(d.top) for d in dots_of(sheet)}:
        tops = [d.top for d in dots_of(sheet) if round(d.top) == row]
        near(max(tops) - min(tops), 0, "dots of one line", 0.001)
    if not dots_of(sheet):
        raise Wrong("no dots")


marked("5.3.1", "a dot below the middle of every Han", dots_under("公开为常态"), dots_level,
       runs=[run("以"), run("公开为常态", "dots")], control=[run("以公开为常态")])
marked("5.3.1", "no dot on marks", dots_under("常态例外"),
       runs=[run("常态、“例外”。", "dots")], control=[run("常态中“例外”。", "dots")])
marked("5.3.1", "no dot on spaces, letters and digits of Latin", dots_under("年用标准"),
       runs=[run("2024年用PDF 标准", "dots")], control=[run("二四年用PDF 标准", "dots")])
marked("5.3.1", "dots stay below their Han in a stretched line and go on in the next", dots_under("政府信息公开工作年度报告"),
       runs=[run("政府信息公开工作ab年度报告", "dots")], control=[run("政府信息公开工作ab年度报告")], measure=9.7, align="justify")
marked("5.3.1", "a dot below a line below the text", lambda s: near((count(dots_of(s), 2, "dots")[0].top - glyph(s, "苏").y) / EM, 0.345, "dot", 0.02),
       runs=[run("苏轼", ["proper_name", "dots"])], control=[run("苏轼", "dots")])


# ── 5.6.1 专名号, 书名号甲式, 下划线 ─────────────────────────────────────────────────────────────────
def line_from(number, left, right, of=lines_of):
    def check(sheet):
        found = of(sheet)
        if len(found) <= number:
            raise Wrong(f"no line {number}")
        near(em(found[number].left), left, "left end of the line")
        near(em(found[number].right), right, "right end of the line")

    return check


def below_text(of):
    def check(sheet):
        found = of(sheet)
        base = sheet.glyphs(**BASE)[0]
        if not found or any(s.top - s.width / 2 < base.y + 0.12 * EM for s in found):
            raise Wrong("no line below the Han")
        if any(s.bottom > base.y + 0.42 * EM for s in found):
            raise Wrong("a line in the next line of text")

    return check


def pitch(sheet):
    rows = [line[0].y for line in sheet.lines(**BASE)]
    for first, second in zip(rows, rows[1:]):
        near((second - first) / PITCH, 1, "line pitch", 0.001)
    if len(rows) < 2:
        raise Wrong("one line only")


TWO_NAMES = [run("王安石", "proper_name"), run("司马光", "proper_name"), run("等")]
marked("5.6.1", "one straight line below a proper name", line_from(0, 1, 3), below_text(lines_of),
       runs=[run("由"), run("苏轼", "proper_name"), run("著")], control=[run("由苏轼著")])
marked("5.6.1", "two names that meet stand an eighth of an em apart", line_from(0, 0, 2.9375), line_from(1, 3.0625, 6),
       runs=TWO_NAMES, control=[run("王安石", "underline"), run("司马光", "underline"), run("等")])
marked("5.6.1", "a wavy line below a book title", line_from(0, 1, 4, waves_of), below_text(waves_of),
       runs=[run("著"), run("东坡集", "book_title")], control=[run("著"), run("东坡集", "proper_name")])
marked("5.6.1", "two titles that meet stand an eighth of an em apart", line_from(0, 0, 1.9375, waves_of), line_from(1, 2.0625, 4, waves_of),
       runs=[run("史记", "book_title"), run("汉书", "book_title")], control=[run("史记汉书", "book_title")])
marked("5.6.1", "a name over a line end has a line on both", line_from(0, 3, 5), line_from(1, 0, 2), pitch,
       runs=[run("北宋由"), run("欧阳修子", "proper_name")], control=[run("北宋由欧阳修子")], measure=5)
marked("5.6.1", "a line is one over Han, Latin and the gaps between", line_from(0, 1.25, 7.5), lambda s: count(lines_of(s), 1, "lines"),
       runs=[run("自"), run("2024年起公布", "underline")], control=[run("自"), run("2024年", "underline"), run("起公布")])
marked("5.6.1", "lines and dots do not change the line pitch", pitch, lambda s: count(lines_of(s), 2, "lines"),
       runs=[run("政府信息公开工作", ["proper_name", "dots"])], control=[run("政府信息公开工作", "dots")], measure=5)

# ── 5.1.1.4 示亡号 ─────────────────────────────────────────────────────────────────────────────────
FRAMED = [run("由"), run("李向阳", "framed"), run("著")]


def frame_around(left, right):
    def check(sheet):
        frame = count(frames_of(sheet), 1, "frames")[0]
        near(em(frame.left), left, "left of the frame", 0.03)
        near(em(frame.right), right, "right of the frame", 0.03)
        base = glyph(sheet, "李")
        if frame.top > base.y - 0.88 * EM or frame.bottom < base.y + 0.12 * EM or frame.bottom - frame.top > PITCH:
            raise Wrong("the frame does not hold the Han")

    return check


marked("5.1.1.4", "a frame around the name", frame_around(1.07, 4.18), runs=FRAMED, control=[run("由李向阳著")])
marked("5.1.1.4", "the text beside the frame stands clear of it", steps(1.125, 1, 1, 1.125), runs=FRAMED, control=[run("由李向阳著")])
marked("5.1.1.4", "the frame of one name and not of the next", lambda s: count(frames_of(s), 2, "frames"),
       runs=[run("李向阳", "framed"), run("陈立", "framed")], control=[run("李向阳陈立", "framed")])
marked("5.1.1.4", "a framed name is not parted by a line end", lambda s: count(frames_of(s), 1, "frames"),
       holds(lambda s: glyph(s, "李").y == glyph(s, "阳").y, "李 and 阳 on one line"),
       runs=[run("政府信息由"), run("李向阳", "framed"), run("著")], control=[run("政府信息由李向阳著")], measure=7)


# ── 5.5.3 注音符号 ─────────────────────────────────────────────────────────────────────────────────
def bopomofo(text, syllables, **more):
    return run(text, ruby={"text": syllables, "kind": "bopomofo", **more}, language="zh-Hant-TW")


def column(base, *signs):
    """The signs one below the other at the right of the Han, three tenths of an em each."""

    def check(sheet):
        here = glyph(sheet, base, **BASE)
        found = [glyph(sheet, sign, **THIRD) for sign in signs]
        for one in found:
            if not 0.95 < (one.x - here.x) / EM < 1.35:
                raise Wrong(f"{one.text} not at the right of {base}")
        for first, second in zip(found, found[1:]):
            if second.y - first.y < 0.2 * EM:
                raise Wrong(f"{second.text} not below {first.text}")
        if found[0].y - 0.3 * EM < here.y - 0.95 * EM or found[-1].y > here.y + 0.2 * EM:
            raise Wrong("the column is higher than its Han")

    return check


YEAR = [bopomofo("年報", "ㄋㄧㄢˊ ㄅㄠˋ"), run("後", language="zh-Hant-TW")]
PLAIN_YEAR = [run("年報後", language="zh-Hant-TW")]
marked("5.5.3.1", "bopomofo stands at the right of each Han, from top to bottom", column("年", "ㄋ", "ㄧ", "ㄢ"), column("報", "ㄅ", "ㄠ"),
       runs=YEAR, control=[bopomofo("年報", "ㄋㄧㄢˊ ㄅㄠˋ", position="above"), run("後")])
marked("5.5.3.1", "on demand it stands above the Han in one row",
       holds(lambda s: glyph(s, "ㄋ", **HALF).y == glyph(s, "ㄢ", **HALF).y < glyph(s, "年").y - 0.88 * EM, "one row above"),
       runs=[bopomofo("年報", "ㄋㄧㄢˊ ㄅㄠˋ", position="above")], control=YEAR)
marked("5.5.3.2", "each sign has three tenths of the Han", lambda s: count(s.glyphs(**THIRD), 7, "signs of 6 pt"),
       runs=YEAR, control=PLAIN_YEAR)
marked("5.5.3.2", "the column stands in the middle of its Han", column("五", "ㄨ"),
       lambda s: near((glyph(s, "ㄨ", **THIRD).y - glyph(s, "五").y) / EM, -0.27, "ㄨ", 0.06),
       runs=[bopomofo("五", "ㄨˇ")], control=[bopomofo("窗", "ㄔㄨㄤ"), bopomofo("五", "ㄔㄨㄤ")])
marked("5.5.3.3", "ˊ ˇ ˋ stand at the right of the last sign",
       holds(lambda s: glyph(s, "ˊ", **THIRD).x > glyph(s, "ㄢ", **THIRD).x + 0.15 * EM
             and abs(glyph(s, "ˊ", **THIRD).y - glyph(s, "ㄢ", **THIRD).y) < 0.3 * EM, "ˊ beside ㄢ"),
       runs=YEAR, control=[bopomofo("年報", "ㄋㄧㄢˊ ㄅㄠˋ", position="above")])
marked("5.5.3.3", "˙ stands above the first sign",
       holds(lambda s: em(glyph(s, "˙", **THIRD).x) < 1.4 and glyph(s, "˙", **THIRD).y < glyph(s, "ㄌ", **THIRD).y, "˙ above ㄌ"),
       runs=[bopomofo("了", "˙ㄌㄜ")], control=[bopomofo("了", "˙ㄌㄜ", position="above")])
marked("5.5.3.4", "a Han with its bopomofo takes an em and a half",
       lambda s: near((glyph(s, "報").x - glyph(s, "年").x) / EM, 1.5, "from 年 to 報"),
       lambda s: near((glyph(s, "後").x - glyph(s, "報").x) / EM, 1.5, "from 報 to 後"), runs=YEAR, control=PLAIN_YEAR)
marked("5.5.3.4", "at a line end the bopomofo stays inside the measure",
       holds(lambda s: max(em(g.x) for g in s.glyphs(**THIRD)) < 3, "inside three em"),
       holds(lambda s: len(s.lines(**BASE)) == 2, "two lines"),
       runs=[bopomofo("年報年", "ㄋㄧㄢˊ ㄅㄠˋ ㄋㄧㄢˊ")], control={"right_indent": "0pt"}, measure=3)
marked("5.5.3.5", "a text annotated by character breaks between its characters, and only there",
       holds(lambda s: [len(line) for line in s.lines(**BASE)] == [2, 1], "two Han and one"),
       holds(lambda s: glyph(s, "ㄨ", **THIRD).y > glyph(s, "五").y - EM, "the signs go with their Han"),
       runs=[bopomofo("年報五", "ㄋㄧㄢˊ ㄅㄠˋ ㄨˇ")], control=[run("年報五", language="zh-Hant-TW")], measure=3)


# ── 5.5.4 拼音 ─────────────────────────────────────────────────────────────────────────────────────
def middle(letters, bases, above=True):
    """Letters of half size, the first and the last of a syllable, over the middle of the Han from the first to the last."""

    def check(sheet):
        small = sheet.glyphs(**HALF)
        texts = "".join(g.text for g in small)
        begin = texts.find(letters)
        if begin < 0:
            raise Wrong(f"no {letters} in {texts}")
        first, last = small[begin], small[begin + len(letters) - 1]
        width = {"i": 0.139, "ì": 0.139, "ī": 0.139}.get(last.text, 0.25)  # of half an em
        left, right = glyph(sheet, bases[0], **BASE), glyph(sheet, bases[-1], **BASE)
        near((first.x + last.x + width * EM) / 2 / EM, (left.x + right.x + EM) / 2 / EM, f"middle of {letters}", 0.03)
        if above != (first.y < left.y - 0.88 * EM):
            raise Wrong(f"{letters} on the wrong side")

    return check


BY_CHARACTER = [run("公开", ruby="gōng kāi"), run("工作")]
marked("5.5.4.2", "pinyin by character stands over each Han", middle("gōng", "公"), middle("kāi", "开"),
       runs=BY_CHARACTER, control=[run("公开", ruby="gōngkāi"), run("工作")])
marked("5.5.4.3", "pinyin by word stands over the middle of the word", middle("gōngkāi", "公开"),
       runs=[run("公开", ruby="gōngkāi"), run("工作")], control=BY_CHARACTER)
marked("5.5.4.3", "a word with its pinyin is not parted by a line end", holds(lambda s: glyph(s, "公").y == glyph(s, "开").y, "one line"),
       runs=[run("政府信息"), run("公开", ruby="gōngkāi"), run("法")], control=[run("政府信息"), run("公开", ruby="gōng kāi"), run("法")],
       measure=5)
marked("5.5.4.1", "pinyin has half the size of its Han, one em above the baseline", lambda s: count(s.glyphs(**HALF), 7, "letters of 10 pt"),
       lambda s: near((glyph(s, "公").y - glyph(s, "g", **HALF).y) / EM, 1.0, "baseline"), runs=BY_CHARACTER, control=[run("公开工作")])
marked("5.5.4.1", "pinyin does not change the line pitch", pitch, lambda s: count(s.glyphs(**HALF), 14, "letters"),
       runs=[run("公开公开", ruby="gōng kāi gōng kāi")], control=[run("公开公开")], measure=2)
marked("5.5.4.1", "on demand pinyin stands below", middle("gōng", "公", above=False),
       runs=[run("公开", ruby={"text": "gōng kāi", "position": "below"})], control=BY_CHARACTER)
LONG = [run("装双窗", ruby="zhuāng shuāng chuāng")]


def apart(first, second, least):
    """From the end of one syllable to the begin of the next at least so much, in em."""

    def check(sheet):
        small = sheet.glyphs(**HALF)
        texts = "".join(g.text for g in small)
        a, b = texts.find(first), texts.find(second)
        if a < 0 or b < 0:
            raise Wrong("no such syllables")
        last = small[a + len(first) - 1]
        gap = (small[b].x - last.x) / EM - (0.222 if last.text == "e" else 0.25)
        if gap < least - 0.01:
            raise Wrong(f"{gap:.3f} em between {first} and {second}")

    return check


marked("5.5.4.1", "long pinyin pushes its Han apart, a quarter of its size stays between",
       apart("zhuāng", "shuāng", 0.125), apart("shuāng", "chuāng", 0.125), middle("shuāng", "双"),
       holds(lambda s: glyph(s, "双").x - glyph(s, "装").x > 1.3 * EM, "apart"), runs=LONG, control=[run("装双窗", ruby="wù wù wù")])
marked("5.5.4.1", "long pinyin hangs over a neighbour without", lambda s: near((glyph(s, "方").x - glyph(s, "此").x) / EM, 2, "from 此 to 方"),
       middle("shuāng", "双"), runs=[run("此"), run("双", ruby="shuāng"), run("方")],
       control=[run("此", ruby="cǐ"), run("双", ruby="shuāng"), run("方", ruby="fāng")])
marked("5.5.4.1", "long pinyin hangs over no line edge", holds(lambda s: em(glyph(s, "s", **HALF).x) > -0.01, "inside the measure"),
       middle("shuāng", "双"), at((6, 0.2)), runs=[run("双", ruby="shuāng"), run("方")], control=[run("双", ruby="shū"), run("方")])


# ── 5.5.6 对照译文, 5.5.7 行间注 ────────────────────────────────────────────────────────────────────
def gloss(text, words, **more):
    return run(text, ruby={"text": words, "kind": "gloss", "language": "en", **more})


marked("5.5.6", "a gloss stands over the middle of its word", middle("open", "公开"), middle("access", "查阅"),
       runs=[gloss("公开", "open"), gloss("查阅", "access")], control=[gloss("公开查阅", "open access")])
marked("5.5.6", "glosses of neighbouring words keep apart", apart("disclosure", "application", 0.125),
       runs=[gloss("公开", "disclosure"), gloss("申请", "application")], control=[gloss("公开申请", "disclosureapplication")])
marked("5.5.6", "a gloss below its word", middle("open", "公开", above=False), runs=[gloss("公开", "open", position="below")],
       control=[gloss("公开", "open")])
REMARK = {"text": "据第七次人口普查", "kind": "remark"}
marked("5.5.7", "a remark begins where its text begins", lambda s: near(em(glyph(s, "据", **HALF).x), 2, "begin"),
       runs=[run("全县"), run("户", ruby=REMARK), run("籍人口")], control=[run("全县"), run("户", ruby={**REMARK, "kind": "gloss"}), run("籍人口")])
marked("5.5.7", "a remark longer than its text moves nothing",
       holds(lambda s: len(s.glyphs(**HALF)) == 8, "eight small Han"),
       holds(lambda s: [round(em(g.x), 2) for g in s.glyphs(**BASE)] == [0, 1, 2, 3, 4, 5], "the text on its places"),
       runs=[run("全县"), run("户", ruby=REMARK), run("籍人口")], control=[run("全县"), run("户", ruby={**REMARK, "kind": "gloss"}), run("籍人口")])
marked("5.5.7", "a remark at a line end stays inside the measure",
       lambda s: near(em(glyph(s, "查", **HALF).x), 5.5, "last Han of the remark"),
       runs=[run("全县户籍"), run("人口", ruby=REMARK)], control=[run("全"), run("县户籍", ruby=REMARK), run("人口")], measure=6)

# ── 6.1.2.3 注释编号 ───────────────────────────────────────────────────────────────────────────────
marked("6.1.2.3", "a note mark is small and raised, close to what it marks",
       lambda s: near((glyph(s, "题").y - glyph(s, "1").y) / EM, 0.35, "raise"), lambda s: near(em(glyph(s, "1").x), 2, "place"),
       lambda s: near(glyph(s, "1").size / EM, 0.6, "size"),
       runs=[run("题跋"), run("1", "superscript"), run("附后")], control=[run("题跋1附后")])
marked("6.1.2.3", "a note mark goes to the next line with what it marks",
       holds(lambda s: glyph(s, "开").y > glyph(s, "公").y, "开 goes down with ①"),
       runs=[run("政府信息公开"), run("①", "superscript"), run("条")], control=[run("政府信息公开①条")], measure=6)
