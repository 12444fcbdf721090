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
