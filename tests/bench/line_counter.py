"""Reads the lines of a PDF back and counts what spec and standard ask of them; the same for every engine."""
import statistics
import subprocess
import xml.etree.ElementTree

EM = 15.75
NEVER_FIRST = set("，。、．；：？！”’）》」』】〕〗］｝〉～·–／％%‰℃°′″々〃")  # GB/T 15834 5.1, CLREQ 6.1.1
NEVER_LAST = set("“‘（《〈「『【〔〖［｛／￥№§")
MEASURE_WORDS = set("年月日号件条个项份次期场人名家万亿元余")
LOOSE = 0.05  # em, the middle one of the gaps between neighbouring Han


def is_han(c):
    return "\u3400" <= c <= "\u9fff"


def is_read(c):
    """Neither a mark nor a space."""
    return is_han(c) or c.isalnum()


def characters(pdf):
    """(character, (x, width), (page, y)) in the order of the content; spaces are left out."""
    xml_text = subprocess.run(["mutool", "draw", "-q", "-F", "stext", "-o", "-", pdf], check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    for number, page in enumerate(xml.etree.ElementTree.fromstring(xml_text).iter("page")):
        for char in page.iter("char"):
            if char.get("c").strip():
                quad = char.get("quad").split()
                width = float(quad[2]) - float(quad[0])
                yield char.get("c"), (float(char.get("x")), width), (number, float(char.get("y")))


def is_same_line(a, b):
    """Faces of other metrics may stand a little higher or lower."""
    return a[0] == b[0] and abs(a[1] - b[1]) < EM / 2


def lines_by_paragraph(pdf, paragraphs):
    """Lists of lines; a line is a list of (character, (x, width)). Raises when the text does not come back."""
    found = list(characters(pdf))
    at = 0
    for paragraph in paragraphs:
        wanted = "".join(paragraph.split())
        part = found[at:at + len(wanted)]
        at += len(wanted)
        if "".join(c for c, _, _ in part) != wanted:
            raise ValueError(f"{pdf}: not read back: {wanted[:40]}")
        lines = []
        for c, box, place in part:
            if not lines or not is_same_line(lines[-1][0], place):
                lines.append((place, []))
            lines[-1][1].append((c, box))
        yield [line for _, line in lines]


def median_gap(line):
    gaps = [b[1][0] - a[1][0] - EM for a, b in zip(line, line[1:]) if is_han(a[0]) and is_han(b[0])]
    return statistics.median(gaps) / EM if gaps else 0


def is_overfull(line, left, measure):
    """A Chinese mark ends in the middle of its box, whatever the font's advance."""
    c, (x, width) = line[-1]
    return x - left + (width if c.isascii() or is_han(c) else EM / 2) > measure + 0.05 * EM


def count(pdf, paragraphs, ems, left):
    """Figures of all paragraphs set `ems` wide whose measure begins at `left`."""
    figures = dict.fromkeys(("lines", "wrong_edges", "split_numbers", "unit_splits", "one_han_last_lines", "loose", "overfull"), 0)
    gaps = []
    for lines in lines_by_paragraph(pdf, paragraphs):
        figures["lines"] += len(lines)
        for before, after in zip(lines, lines[1:]):
            last, first = before[-1][0], after[0][0]
            lone_dash = first == "—" and after[1:2] and after[1][0] != "—"
            figures["wrong_edges"] += (first in NEVER_FIRST or bool(lone_dash)) + (last in NEVER_LAST)
            figures["split_numbers"] += last.isdecimal() and first.isdecimal()
            figures["unit_splits"] += last.isdecimal() and first in MEASURE_WORDS
            gaps.append(median_gap(before))
        figures["overfull"] += sum(is_overfull(line, left, ems * EM) for line in lines)
        figures["one_han_last_lines"] += len(lines) > 1 and sum(is_read(c) for c, _ in lines[-1]) < 2
    figures["loose"] = sum(gap > LOOSE for gap in gaps)
    figures["mean_stretch"] = round(statistics.mean(gaps), 5)
    figures["worst"] = round(max(gaps), 3)
    return figures
