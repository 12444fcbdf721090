"""中西文间距: the gap between Han and Latin (CLREQ 6.3.3; sheet 1.5)."""

from case import case
from checks import at, counts, pens, starts_at, step

OFF = {"lines": {"han_latin_gap": {"shown": False}}}
BOLD = {"bold": {"font": "hei", "size": "20pt"}, "kai": {"font": "kai", "size": "20pt"}}

for text, what in (("甲A乙", "a letter"), ("甲5乙", "a digit"), ("甲é乙", "a letter with an accent"), ("甲α乙", "a Greek letter"),
                   ("甲Я乙", "a Cyrillic letter")):
    case("6.3.3", f"a quarter em before {what}", step(0, 1.25), row="1.5", text=text, control=OFF)
case("6.3.3", "a quarter em after a digit", step(0, 0.75), row="1.5", text="5乙", control=OFF)
case("6.3.3", "between two digits and Han on both sides: a quarter em each", pens(0, 1.25, 1.75, 2.5), row="1.5",
     text="甲12乙", control=OFF)

# Three exceptions, and what is no gap.
for mark in "，。、：；！）”》":
    case("6.3.3", f"none between {mark} and a letter", step(1, 1.0), row="1.5", text=f"甲{mark}A乙",
         control={"text": "甲中A乙"})
for mark in "（“《":
    case("6.3.3", f"none between a digit and {mark}", step(1, 0.5), row="1.5", text=f"甲5{mark}乙", control={"text": "甲5中乙"})
case("6.3.3", "none at the line start", pens(0, 0.75), row="1.5", text="5乙", control=OFF)
case("6.3.3", "none at a line start inside the paragraph", counts(4), starts_at(0, 1), at((4, 0), (5, 0.5), (6, 1.5)),
     row="1.5", text="政府信息55公开工作年度", measure=4, control=OFF)
case("6.3.3", "a typed space is kept and no gap beside it", step(0, 1.0), step(1, 0.25), row="1.5", text="甲 B乙",
     control={"text": "甲B乙中"})
case("6.3.3", "and after a letter", step(1, 0.5), step(2, 0.25), row="1.5", text="甲5 乙", control={"text": "甲5乙中"})

# The gap does not depend on runs.
case("6.3.3", "the gap survives a change of look before the letter", step(0, 1.25), row="1.5",
     text=[{"text": "甲"}, {"text": "A", "style": "bold"}, {"text": "乙"}], texts=BOLD, control=OFF)
case("6.3.3", "the gap survives a change of look after the Han", step(0, 1.25), row="1.5",
     text=[{"text": "甲", "style": "bold"}, {"text": "A乙"}], texts=BOLD, control=OFF)
case("6.3.3", "the gap survives a change of look inside the Latin", step(0, 1.25), row="1.5",
     text=[{"text": "甲"}, {"text": "A", "style": "kai"}, {"text": "B乙", "style": "bold"}], texts=BOLD, control=OFF)
case("6.3.3", "the gap survives an empty change of language", step(0, 1.25), row="1.5",
     text=[{"text": "甲"}, {"text": "A", "language": "en"}, {"text": "乙"}], control=OFF)

# Width and limits are options.
for width in (125, 200, 333, 500):
    case("6.3.3", f"the gap is {width / 1000} em wide by option", step(0, 1 + width / 1000), row="1.5", text="甲A乙",
         lines={"han_latin_gap": {"width": f"{width / 1000}em", "narrowest": "0.125em", "widest": "0.5em"}}, control={"lines": {}})
JUST = {"last_line": "justify"}
# 甲5乙5丙 is 4 em and four gaps of a quarter.
case("6.3.3 6.2.2.3", "squeezed to an eighth", pens(0, 1.125, 1.75, 2.875, 3.5), row="1.5 1.4", text="甲5乙5丙", measure=4.5,
     style=JUST, control={"lines": {"han_latin_gap": {"narrowest": "0.25em"}}})
case("6.3.3 6.2.2.4", "stretched to a half before anything else", pens(0, 1.5, 2.5, 3.5), row="1.5 1.4", text="甲5乙丙",
     measure=4.5, style=JUST, control={"lines": {"han_latin_gap": {"widest": "0.25em"}}})
case("6.3.3 6.2.2.4", "stretched to the limit of the option, the rest elsewhere", step(0, 1.333), row="1.5 1.4",
     text="甲5乙丙", measure=4.666, style=JUST, lines={"han_latin_gap": {"widest": "0.333em"}}, control={"lines": {}})
for sign, wide in (("%", 0.833), ("‰", 1.0), ("℃", 1.0), ("°", 0.4)):
    case("6.3.3 6.1.2.2", f"none between {sign} of a number and Han", at((0, 0), (3, 1.75 + wide)), row="1.5",
         text=f"甲5{sign}乙", control={"text": "甲5A乙"})
