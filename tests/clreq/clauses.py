"""The clauses of CLREQ for horizontal text (numbers of the TR snapshot of August 2026) and how far each is done.

Topics in our own words. `partly` and `not done` say what is missing; `done` says nothing more, its cases do.
"""

from dataclasses import dataclass

DONE, PARTLY, NOT_DONE = "done", "partly", "not done"


@dataclass
class Clause:
    number: str
    topic: str
    status: str
    reason: str = ""


def _unproved(number, topic):
    return Clause(number, topic, NOT_DONE, "no measured case yet")


CLAUSES = [
    Clause("2.1.1", "horizontal writing: lines from left to right, one below the other", DONE),
    Clause("3.1.1", "the four faces 宋 楷 黑 仿宋 and their use", DONE),
    Clause("4.1", "characters are Unicode characters and come back as such", DONE),
    Clause("5.1", "the kinds of marks and their form by region", DONE),
    Clause("5.1.1.1", "the full stop of scientific text", DONE),
    Clause("5.1.1.2", "stops of Taiwan and Hong Kong in the middle of their box", DONE),
    Clause("5.1.1.3", "stacked ！ and ？", DONE),
    Clause("5.1.1.4", "示亡号, the frame around the name of the dead", DONE),
    Clause("5.2", "quotation marks: curly or corner, by region", DONE),
    Clause("5.3.1", "emphasis dots under Han, none on marks", DONE),
    Clause("5.4.1", "ellipsis and dash: two ems, never apart", DONE),
    Clause("5.5.3.1", "bopomofo: where it stands", DONE),
    Clause("5.5.3.2", "bopomofo: proportion and size", DONE),
    Clause("5.5.3.3", "bopomofo: where tone marks stand", DONE),
    Clause("5.5.3.4", "bopomofo: how it is used", DONE),
    Clause("5.5.3.5", "bopomofo: never apart from its Han", DONE),
    Clause("5.5.4.1", "pinyin: above, solid, centred, its distance and overhang", DONE),
    Clause("5.5.4.2", "pinyin: by character", DONE),
    Clause("5.5.4.3", "pinyin: by word", DONE),
    Clause("5.5.6", "bilingual gloss aligned by word", DONE),
    Clause("5.5.7", "remarks between lines", DONE),
    Clause("5.6.1", "专名号 and 书名号甲式, a gap between neighbours, the line pitch unchanged", DONE),
    Clause("5.7", "data and numbers", DONE),
    Clause("6.1.1", "what begins no line and ends none, four levels", DONE),
    Clause("6.1.2.1", "marks of two ems are never parted", DONE),
    Clause("6.1.2.2", "numbers with prefix and suffix are never parted", DONE),
    Clause("6.1.2.3", "note marks stay with what they mark", DONE),
    Clause("6.1.3", "stops that hang at the line end", DONE),
    Clause("6.1.4", "hyphenation of Latin words", DONE),
    Clause("6.2.1.1", "first-line indent", DONE),
    Clause("6.2.1.2", "indent of a paragraph and hanging indent", DONE),
    Clause("6.2.1.3", "alignment of a single line, 均排", DONE),
    Clause("6.2.2.1", "why a line is adjusted", DONE),
    Clause("6.2.2.2", "how: pushed in before pushed out", DONE),
    Clause("6.2.2.3", "the order of squeezing, seven steps", DONE),
    Clause("6.2.2.4", "the order of stretching", DONE),
    Clause("6.2.3", "word spaces of Latin take part", DONE),
    Clause("6.2.4", "Latin in whole multiples of the Han width", DONE),
    Clause("6.3.1.1", "widened text", DONE),
    Clause("6.3.1.2", "evenly spread text", DONE),
    Clause("6.3.1.3", "tightened text", DONE),
    Clause("6.3.2.1", "the adjustable blank of marks", DONE),
    Clause("6.3.2.2", "neighbouring marks: from two ems to one and a half, and from which side", DONE),
    Clause("6.3.2.3", "marks at line start and line end", DONE),
    Clause("6.3.3", "the gap between Han and Latin, its limits and exceptions", DONE),
    Clause("6.4", "baselines and line height", DONE),
    Clause("7.1.1.1", "page: type size", DONE),
    Clause("7.1.1.2", "page: measure", DONE),
    Clause("7.1.1.3", "page: lines", DONE),
    Clause("7.1.1.4", "page: line pitch", DONE),
    Clause("7.1.1.5", "page: columns and the gap between them", DONE),
    Clause("7.1.2", "no last line of one Han, no single line over a page end", DONE),
    Clause("7.1.3.1", "headings: kinds", DONE),
    Clause("7.1.3.2", "headings: emphasis", DONE),
    Clause("7.1.3.3", "headings: on a new page, on an odd page, never last on a page", DONE),
    Clause("7.1.3.4", "headings: the page before one that begins a new page", DONE),
    Clause("7.1.3.5", "headings: run in", DONE),
    Clause("A.1", "table of marks: the class of each", DONE),
    Clause("A.2", "table of marks: width", DONE),
    Clause("A.3", "table of marks: adjustable blank", DONE),
    Clause("A.4", "table of marks: inseparability", DONE),
    Clause("A.5", "table of marks: their form in vertical lines, which horizontal lines do not take", DONE),
]
