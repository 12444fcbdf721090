"""What stands on the pages of a PDF, read back with MuPDF: every glyph, rule and filled shape in its place."""

import functools
import re
import subprocess
from dataclasses import dataclass, field
from xml.sax.saxutils import unescape


@dataclass
class Glyph:
    text: str
    x: float      # of the origin, from the left of the page, in points
    y: float      # of the baseline, from the top of the page
    size: float
    font: str
    glyph: int    # -1: a further character of the glyph before
    color: str = ""
    advance: float = 0.0  # of the font, in its size

    def __repr__(self):
        return f"{self.text}@{self.x:.2f},{self.y:.2f}"


@dataclass
class Shape:
    """A stroked line or a filled area, by its bounds."""

    left: float
    top: float
    right: float
    bottom: float
    width: float = 0  # of the stroke; 0 = filled


@dataclass
class Page:
    width: float
    height: float
    path: object = None   # of the file, and the number in it from 1: to draw it when ink is asked for
    number: int = 0
    glyphs: list = field(default_factory=list)
    shapes: list = field(default_factory=list)

    def lines(self, least=0.0, most=1e9, apart=6.0):
        """Glyphs of the sizes given in lines from top to bottom, each in the order of the file."""
        rows, order = [], {id(g): n for n, g in enumerate(self.glyphs)}
        for glyph in sorted((g for g in self.glyphs if least <= g.size <= most), key=lambda g: g.y):
            if rows and glyph.y - rows[-1][0].y < apart:
                rows[-1].append(glyph)
            else:
                rows.append([glyph])
        return [sorted(row, key=lambda g: order[id(g)]) for row in rows]

    def ink(self, left, top, right, bottom):
        """The first and the last place with ink in a stretch of the page, in points; None without any."""
        width, pixels = drawn(self.path, self.number)
        scale = DPI / 72
        columns = range(round(left * scale), round(right * scale))
        rows = [pixels[width * y:width * (y + 1)] for y in range(round(top * scale), round(bottom * scale))]
        dark = [x for x in columns if any(row[x] < 128 for row in rows)]
        return (dark[0] / scale, (dark[-1] + 1) / scale) if dark else None


DPI = 288


@functools.lru_cache(maxsize=None)
def drawn(path, number):
    """One page as grey pixels: its width in pixels and the pixels."""
    done = subprocess.run(["mutool", "draw", "-q", "-r", str(DPI), "-c", "gray", "-F", "pgm", "-o", "-", str(path), str(number)],
                          capture_output=True, check=True)
    head = re.match(rb"P5\s+(?:#.*\s)?(\d+)\s+(\d+)\s+255\s", done.stdout)
    return int(head[1]), done.stdout[head.end():]


_ATTRIBUTE = re.compile(r'([\w]+)="([^"]*)"')
_ENTITIES = {"&quot;": '"', "&apos;": "'"}


def _character(value):
    """MuPDF writes a code point as a character, or as &#x….; -1 stands for none."""
    value = unescape(value, _ENTITIES)
    reference = re.fullmatch(r"&#x([0-9A-Fa-f]+);", value)
    return chr(int(reference[1], 16)) if reference else value


class _Reader:
    """Takes the lines of `mutool trace` one by one."""

    def __init__(self):
        self.pages, self.font, self.size, self.color = [], "", 0.0, ""
        self.paths, self.stroke = [], 0.0

    def take(self, line):
        kind = re.match(r"</?\w+", line)
        action = self._ACTIONS.get(kind[0]) if kind else None
        if action:
            action(self, dict(_ATTRIBUTE.findall(line)))

    def _page(self, a):
        box = [float(v) for v in a["mediabox"].split()]
        self.pages.append(Page(box[2] - box[0], box[3] - box[1]))

    def _point(self, x, y):
        return float(x), self.pages[-1].height - float(y)

    def _glyph(self, a):
        x, y = self._point(a["x"], a["y"])
        text, glyphs = _character(a.get("unicode", "")), self.pages[-1].glyphs
        if "\uDC00" <= text <= "\uDFFF" and glyphs:  # MuPDF gives the halves of a pair one by one
            glyphs[-1].text = (glyphs[-1].text + text).encode("utf-16", "surrogatepass").decode("utf-16")
            return
        glyphs.append(Glyph(text, x, y, self.size, self.font, int(a.get("glyph", -1)), self.color,
                            float(a.get("adv", 0))))

    def _span(self, a):
        self.font, self.size = a["font"].split("+", 1)[-1], float(a["trm"].split()[0])

    def _begin(self, a):
        self.color, self.paths, self.stroke = a.get("color", ""), [], float(a.get("linewidth", 0))

    def _move(self, a):
        self.paths.append([self._point(a["x"], a["y"])])

    def _line(self, a):
        self.paths[-1].append(self._point(a["x"], a["y"]))

    def _curve(self, a):
        self.paths[-1] += [self._point(a[f"x{n}"], a[f"y{n}"]) for n in "123"]

    def _end(self, _):
        for path in self.paths:
            xs, ys = [p[0] for p in path], [p[1] for p in path]
            self.pages[-1].shapes.append(Shape(min(xs), min(ys), max(xs), max(ys), self.stroke))

    _ACTIONS = {"<page": _page, "<g": _glyph, "<span": _span, "<fill_text": _begin, "<fill_path": _begin,
                "<stroke_path": _begin, "<moveto": _move, "<lineto": _line, "<curveto": _curve,
                "</fill_path": _end, "</stroke_path": _end}


def read_pages(path):
    """Every page of the file."""
    done = subprocess.run(["mutool", "trace", str(path)], capture_output=True, check=True)
    reader = _Reader()
    for line in done.stdout.decode("utf-8", "surrogatepass").splitlines():
        reader.take(line.strip())
    for number, page in enumerate(reader.pages, start=1):
        page.path, page.number = path, number
    return reader.pages
