"""What a case measures. A check takes a Sheet and raises Wrong when the page is not as it says."""

from dataclasses import dataclass

from case import EM, TOLERANCE

LEFT = 100.0  # points: the left edge of the type area


class Wrong(AssertionError):
    """The page is not as expected."""


@dataclass
class Sheet:
    """The pages of one variant. Places are in em of 20 pt from the left edge of the type area."""

    pages: list
    setting: object

    def lines(self, page=None, least=0.0, most=1e9):
        """Lines of glyphs, over all pages or of one."""
        pages = self.pages if page is None else [self.pages[page]]
        return [line for p in pages for line in p.lines(least, most)]

    def texts(self, **which):
        return ["".join(g.text for g in line) for line in self.lines(**which)]

    def glyphs(self, **which):
        return [g for line in self.lines(**which) for g in line]


def em(points):
    return (points - LEFT) / EM


def near(found, expected, what, tolerance=TOLERANCE):
    if abs(found - expected) > tolerance:
        raise Wrong(f"{what}: {found:.3f} em, not {expected:.3f}")


def glyph_at(sheet, index):
    glyphs = sheet.glyphs()
    if not -len(glyphs) <= index < len(glyphs):
        raise Wrong(f"no glyph {index} among {len(glyphs)}")
    return glyphs[index]


def lines(*expected):
    """The texts of the lines, spaces of line ends left out."""

    def check(sheet):
        found = [text.rstrip(" ") for text in sheet.texts()]
        if found != list(expected):
            raise Wrong(f"lines {found}, not {list(expected)}")

    return check


def counts(*expected):
    """How many characters each line has; the last lines may be left out."""

    def check(sheet):
        found = [len(text) for text in sheet.texts()]
        if found[:len(expected)] != list(expected):
            raise Wrong(f"lines of {found} characters ({'|'.join(sheet.texts())}), not {list(expected)}")

    return check


def at(*places):
    """The places of glyphs: (index in the whole text, em), …"""

    def check(sheet):
        for index, place in places:
            glyph = glyph_at(sheet, index)
            near(em(glyph.x), place, f"glyph {index} “{glyph.text}”")

    return check


def pens(*expected):
    """The places of the first glyphs, one after the other."""
    return at(*enumerate(expected))


def step(index, expected, size=EM):
    """From the origin of a glyph to that of the next on its line."""

    def check(sheet):
        here, there = glyph_at(sheet, index), glyph_at(sheet, index + 1)
        near((there.x - here.x) / size, expected, f"from “{here.text}” to “{there.text}”")

    return check


def steps(*expected, first=0):
    """The distances between neighbours, from glyph `first` on."""

    def check(sheet):
        for number, distance in enumerate(expected):
            step(first + number, distance)(sheet)

    return check


def line_of(sheet, number):
    found = sheet.lines()
    if not -len(found) <= number < len(found):
        raise Wrong(f"no line {number} among {len(found)}")
    return found[number]


def ends_at(place, line=0, box=1.0):
    """The last glyph of a line, its box taken as `box` em, ends at `place` em: the right edge."""

    def check(sheet):
        last = line_of(sheet, line)[-1]
        near(em(last.x) + box, place, f"end of line {line} (“{last.text}”)")

    return check


def solid(line=0):
    """Every glyph of the line begins where the one before ends."""

    def check(sheet):
        found = line_of(sheet, line)
        for here, there in zip(found, found[1:]):
            near((there.x - here.x) / here.size, here.advance, f"from “{here.text}” to “{there.text}”", 0.08)  # kerning

    return check


def starts_at(place, line=0):
    def check(sheet):
        first = line_of(sheet, line)[0]
        near(em(first.x), place, f"start of line {line} (“{first.text}”)")

    return check


def line_count(expected):
    def check(sheet):
        found = len(sheet.lines())
        if found != expected:
            raise Wrong(f"{found} lines, not {expected}: {sheet.texts()}")

    return check


def holds(question, what):
    """Any other question to a Sheet."""

    def check(sheet):
        if not question(sheet):
            raise Wrong(f"not so: {what} ({'|'.join(sheet.texts())})")

    return check


def ink(stretch, *, left=None, right=None, centre=None, line=0, above=0.9, below=0.3):
    """The bounds of the ink between two places of a line, in em: from its first to its last dark column."""

    def check(sheet):
        glyph = line_of(sheet, line)[0]
        page = next(p for p in sheet.pages if glyph in p.glyphs)
        bounds = page.ink(LEFT + stretch[0] * EM, glyph.y - above * EM, LEFT + stretch[1] * EM, glyph.y + below * EM)
        if bounds is None:
            raise Wrong(f"no ink between {stretch[0]} and {stretch[1]} em")
        first, last = em(bounds[0]), em(bounds[1])
        if left is not None:
            near(first, left, "left edge of the ink", 0.03)
        if right is not None:
            near(last, right, "right edge of the ink", 0.03)
        if centre is not None:
            near((first + last) / 2, centre, "centre of the ink", 0.03)

    return check


def no_ink(stretch, line=0, above=0.9, below=0.3):
    """Nothing is drawn between two places of a line."""

    def check(sheet):
        glyph = line_of(sheet, line)[0]
        page = next(p for p in sheet.pages if glyph in p.glyphs)
        if page.ink(LEFT + stretch[0] * EM, glyph.y - above * EM, LEFT + stretch[1] * EM, glyph.y + below * EM):
            raise Wrong(f"ink between {stretch[0]} and {stretch[1]} em")

    return check
