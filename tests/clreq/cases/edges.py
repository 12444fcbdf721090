"""避头尾: what begins no line and what ends none, by level (CLREQ 6.1.1; spec sheet 1.1)."""

from case import case
from checks import counts

LEVELS = ("basic", "gb", "strict")
STOPS = "，、。．；：？！"
CLOSING = "”’）》〉】〕〗」』］｝"
OPENING = "“‘（《〈【〔〖「『［｛"
EXTRA_START = "％%‰℃°′″々〃"
EXTRA_END = "￥$№§"


def never_first(mark, level, control=None):
    """The mark would be the first of the second line; a Han there leaves the line full."""
    case("6.1.1", f"{mark} begins no line, level {level}", counts(3), row="1.1",
         text=f"政府信息{mark}公开工作年度总报告", measure=4, lines={"edges": level},
         control=control or {"text": "政府信息中公开工作年度总报告"})


def never_last(mark, level, control=None, first=3):
    case("6.1.1", f"{mark} ends no line, level {level}", counts(first), row="1.1",
         text=f"政府信{mark}息公开工作年度总报告", measure=4, lines={"edges": level},
         control=control or {"text": "政府信中息公开工作年度总报告"})


for level in LEVELS:
    for mark in STOPS + CLOSING + "–/" + EXTRA_START:
        never_first(mark, level)
    # UAX #14 alone lets these begin a line: the level is what keeps them off.
    for mark in "—～·／":
        never_first(mark, level, {"lines": {"edges": "none"}})
    for mark in OPENING + EXTRA_END:
        never_last(mark, level)
for level in ("gb", "strict"):
    # GB/T 15834 5.1.9; as it begins no line either, the Han before it goes along.
    never_last("／", level, {"lines": {"edges": "basic"}}, first=2)
for mark in ("——", "……"):
    never_first(mark, "strict", {"lines": {"edges": "gb"}})

# Three marks may part where only that keeps a line from being very loose; off by default.
YIELD = {"lines": {"edges_may_yield": True}}
case("6.1.1", "three marks part where a line would be very loose, on demand", counts(5), row="1.1", text="政府信息）》”。年度报告", measure=4.5,
     lines={"edges_may_yield": True}, control={"lines": {}})
case("6.1.1", "and stay together otherwise", counts(3), row="1.1", text="政府信息）》”。年度报告", measure=4.5, control=YIELD)
case("6.1.1", "two marks never part", counts(3), row="1.1", text="政府信息）。年度报告公开", measure=4.4, lines={"edges_may_yield": True},
     control={"text": "政府信息中公年度报告公开"})

# The levels hold for every way of breaking and in tables.
for mark in "，）":
    case("6.1.1", f"{mark} begins no greedy line", counts(3), row="1.1", text=f"政府信息{mark}公开工作年度总报告", measure=4,
         lines={"break_mode": "greedy"}, control={"text": "政府信息中公开工作年度总报告"})
for mark in "（“":
    case("6.1.1", f"{mark} ends no greedy line", counts(3), row="1.1", text=f"政府信{mark}息公开工作年度总报告", measure=4,
         lines={"break_mode": "greedy"}, control={"text": "政府信中息公开工作年度总报告"})
case("6.1.1", "a mark goes with its Han when a bracket of another face closes before it", counts(3), row="1.1",
     text=[{"text": "政府信息"}, {"text": "）", "style": "kai"}, {"text": "，公开工作年度报告"}], texts={"kai": {"font": "kai", "size": "20pt"}},
     measure=4, control={"text": [{"text": "政府信息"}, {"text": "中", "style": "kai"}, {"text": "公公开工作年度报告"}]})
case("6.1.1", "a mark of another run does not begin a line", counts(3), row="1.1", text=[{"text": "政府信息"}, {"text": "。公开", "style": "kai"},
     {"text": "工作年度总报告"}], texts={"kai": {"font": "kai", "size": "20pt"}}, measure=4,
     control={"text": [{"text": "政府信息"}, {"text": "中公开", "style": "kai"}, {"text": "工作年度总报告"}]})
case("6.1.1", "nor one behind a link or a quotation in another language", counts(3), row="1.1",
     text=[{"text": "政府信息", "language": "zh-TW"}, {"text": "，公开工作年度总报告"}], measure=4,
     control={"text": [{"text": "政府信息", "language": "zh-TW"}, {"text": "中公开工作年度总报告"}]})

# Level none adds nothing to UAX #14, which lets these begin a line, and basic lets ／ end one, —— and …… begin one.
for mark in "—～·／":
    case("6.1.1", f"{mark} may begin a line, level none", counts(4), row="1.1", text=f"政府信息{mark}公开工作年度总报告", measure=4,
         lines={"edges": "none"}, control={"lines": {"edges": "basic"}})
case("6.1.1", "／ may end a line, level basic", counts(4), row="1.1", text="政府信／息公开工作年度总报告", measure=4,
     lines={"edges": "basic"}, control={"lines": {"edges": "gb"}})
for level in ("basic", "gb"):
    for mark in ("——", "……"):
        case("6.1.1", f"{mark} may begin a line, level {level}", counts(4), row="1.1", text=f"政府信息{mark}公开工作年度总报告", measure=4,
             lines={"edges": level}, control={"lines": {"edges": "strict"}})
