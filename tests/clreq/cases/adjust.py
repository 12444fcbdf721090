"""行内调整: in which order a line is squeezed and stretched (CLREQ 6.2.2, 6.2.3; sheet 1.4).

One line is spread over a measure that changes by steps; where each glyph must stand is computed here from the table
of the sheet, not by the program.
"""

from case import case
from checks import pens

JUSTIFIED = {"last_line": "justify"}


def shared(places, amount):
    """What each place gives: step after step, within a step the same, at most its room."""
    given = [0.0] * len(places)
    for step in sorted({step for _, step, _ in places}):
        open_places = [i for i, (_, s, _) in enumerate(places) if s == step]
        while open_places and amount > 1e-9:
            each = amount / len(open_places)
            full = [i for i in open_places if places[i][2] <= each + 1e-12]
            for i in full or open_places:
                given[i] = places[i][2] if full else each
                amount -= given[i]
            open_places = [i for i in open_places if i not in full] if full else []
    return given


def moved(natural, places, change):
    """The pens after a squeeze (change < 0) or a stretch; a place is the joint before glyph `at`."""
    given = shared(places, abs(change))
    sign = -1 if change < 0 else 1
    return [pen + sign * sum(g for g, (at, _, _) in zip(given, places) if at <= i) for i, pen in enumerate(natural)]


def series(clauses, name, text, natural, width, places, changes, **setting):
    """The line at its natural width and changed by each amount; the control is the line at another width."""
    for change in changes:
        other = {"measure": width + change + (0.4 if change <= -0.4 or 0 <= change < 0.4 else -0.4)}
        case(clauses, f"{name}, {change:+.3f} em", pens(*moved(natural, places, change)), row="1.4", text=text,
             measure=width + change, style={**JUSTIFIED, **setting.get("style", {})}, control=other,
             **{k: v for k, v in setting.items() if k != "style"})


INF = 9.0
# 甲0（丙）丁，戊 B 己。庚: brackets (3), ， (4), the gaps (5), 。 (6).
SIMPLIFIED = "甲（丙）丁，戊B己。庚"
PENS = [0, 1, 2, 3, 4, 5, 6, 7.25, 8.167, 9.167, 10.167]
ROOMS = [(1, 3, 0.5), (4, 3, 0.5), (6, 4, 0.5), (7, 5, 0.125), (8, 5, 0.125), (10, 6, 0.5)]
series("6.2.2.2 6.2.2.3 6.3.2.1", "brackets, then ，, then the gaps, then 。", SIMPLIFIED, PENS, 11.167, ROOMS,
       [0, -0.2, -0.5, -0.8, -1.0, -1.2, -1.5, -1.6, -1.75, -2.0, -2.25])

# The same in Traditional marks of Taiwan: · gives first (2), ， and 。 on both sides.
series("6.2.2.2 6.2.2.3 6.3.2.1 5.1.1.2", "the interpunct first, centred marks on both sides", "甲·乙「丙」丁，戊。庚",
       [0, 1.338, 2, 3, 4, 5, 6, 7, 8, 9, 10], 11,
       [(1, 2, 0.25), (2, 2, 0.25), (3, 3, 0.5), (6, 3, 0.5), (7, 4, 0.25), (8, 4, 0.25), (9, 6, 0.25), (10, 6, 0.25)],
       [0, -0.3, -0.5, -0.9, -1.5, -1.8, -2.0, -2.3, -2.5], language="zh-TW", style={"font": "song"})

# Word spaces (1), from half an em down to a quarter.
series("6.2.2.3 6.2.3", "a word space gives before a bracket", "甲（B\u2002C", [0, 1, 2, 2.667, 3.167], 3.834,
       [(4, 1, 0.25), (1, 3, 0.5)], [0, -0.1, -0.25, -0.5, -0.75])
series("6.2.2.3 6.2.3", "word spaces give the same each", "B\u2002C\u2002D甲乙", [0, 0.667, 1.167, 1.834, 2.334, 3.306, 4.306], 5.306,
       [(2, 1, 0.25), (4, 1, 0.25), (5, 5, 0.125)], [0, -0.2, -0.5, -0.6])

# Stops may be left whole.
case("6.2.2.3", "。 gives nothing when its squeeze is switched off", pens(0, 1, 2, 3, 4, 4.5), row="1.4", text="甲乙。丙，丁",
     measure=5.5, style=JUSTIFIED, lines={"stops_squeezed": False}, control={"text": "甲乙，丙。丁"})

# Stretching: word spaces to half an em, gaps to half an em, then everything the same.
series("6.2.2.4 6.2.3", "a word space, then the gaps, then all others the same", "B C甲乙丙", [0, 0.667, 0.917, 1.834, 2.834, 3.834],
       4.834, [(2, 1, 0.25), (3, 2, 0.25), (4, 3, INF), (5, 3, INF)], [0, 0.1, 0.25, 0.4, 0.5, 0.8, 1.5])
series("6.2.2.4", "gaps give the same each", "甲B乙C丙丁", [0, 1.25, 2.167, 3.417, 4.334, 5.334], 6.334,
       [(1, 2, 0.25), (2, 2, 0.25), (3, 2, 0.25), (4, 2, 0.25), (5, 3, INF)], [0.4, 1.0, 1.2])
series("6.2.2.4 6.2.2.1", "Han and marks alike", "甲乙，丙丁。戊", [0, 1, 2, 3, 4, 5, 6], 7,
       [(i, 3, INF) for i in range(1, 7)], [0.3, 0.6, 1.2])
case("6.2.2.3 5.1.1.2", "a centred 。 gives on neither side when its squeeze is switched off", pens(0, 1, 2, 3, 3.75, 4.5), row="1.4",
     text="甲。乙丙，丁", measure=5.5, language="zh-TW", style={**JUSTIFIED, "font": "song"}, lines={"stops_squeezed": False},
     control={"lines": {}, "measure": 5.2})
# The text must come back in order: a bracket is not drawn before the narrow mark of ASCII that it follows.
for text in ("政府,“信息", "政府,《信息", "政府,（信息"):
    case("6.2.2.3 6.3.2.1", f"{text[2:4]}: the bracket gives no more than the comma is wide", pens(0, 1, 2, 2.01, 3.01, 4.01), row="1.4",
         text=text, measure=5.01, style=JUSTIFIED, control={"measure": 5.2})
