"""Rules over random and real text, read back from the PDF. Usage: check_properties.py SET_CASES [--seed N] [--count N] [--keep FOLDER]

Paragraphs of Han, marks, numbers, words, addresses and quotations, from a seed, set at several measures and levels:
no line begins or ends with a forbidden mark, no number is parted, every inner line is the measure, and four ways of
reading give back what was written: MuPDF and Poppler (-raw) in the order of the content, Poppler in that of the
structure tree, and Poppler's guess from the places alone. The paragraphs of ../shared/seeds, as they were typed, are
set as well where that folder exists. 77 = a tool is missing: skipped, never passed.
"""

import argparse
import collections
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import sets
from case import EM, TOLERANCE, Setting
from checks import Wrong, em

HAN = "政府信息公开工作年度报告内容真实准确完整及时有效申请人办理行政机关依法主动受理群众意见建议"
STOPS, COMMAS = "。？！", "，、；："
TYPED = COMMAS * 3 + ",;"  # reports have commas of ASCII as well
PAIRS = ("“”", "（）", "《》", "‘’", "【】", "〔〕", "「」")
START = set("，、。．；：？！”’）》〉】〕〗」』］｝–—～·／％%‰℃°々,;")
END = set("“‘（《〈【〔〖「『［｛￥$№§／")
NUMBER = re.compile(r"[￥$+±-]?\d[\d,.:]*\d?[%‰℃°]?")
MARKS_IN_A_ROW = re.compile(f"[{''.join(START | END)}]{{5}}")
LEVELS = ("basic", "gb", "strict")
MEASURES = (28, 20, 12, 8)
WIDTHS = ("fullwidth", "fullwidth", "kaiming", "halfwidth", "line_end_half")
MODES = ("optimum", "optimum", "greedy")


def number(pick):
    return pick.choice([str(pick.randint(0, 9999)), f"{pick.randint(1, 999):,}", f"{pick.randint(1, 9)},{pick.randint(100, 999)}.{pick.randint(10, 99)}",
                        f"{pick.randint(0, 100)}.{pick.randint(0, 9)}%", f"￥{pick.randint(1, 99999)}", f"{pick.randint(1, 40)}℃",
                        f"-{pick.randint(1, 99)}", f"{pick.randint(0, 23)}:{pick.randint(10, 59)}"])


def phrase(pick, depth=0):
    kind = pick.random()
    if kind < 0.62 or depth > 1:
        return "".join(pick.choice(HAN) for _ in range(pick.randint(1, 9)))
    if kind < 0.76:
        return number(pick) + pick.choice(["件", "年", "号", "条", "万元", "", "个"])
    if kind < 0.82:
        return pick.choice(["Office", "PDF", "GB/T 9704", "don’t", "Email", "AI", "Word 2019"])
    if kind < 0.84:
        return pick.choice(HAN) + pick.choice(["www.huaian.gov.cn/xxgk/index.html", "zwgk@huaian.gov.cn"]) + pick.choice(HAN)
    if kind < 0.88:
        return pick.choice(HAN) + pick.choice(["——", "……", "·", "～", "—", "／"]) + pick.choice(HAN)
    pair = pick.choice(PAIRS)
    inner = "".join(phrase(pick, depth + 1) + pick.choice(["", pick.choice(TYPED)]) for _ in range(pick.randint(1, 3)))
    return pair[0] + inner + pick.choice(["", pick.choice(STOPS)]) + pair[1]


def paragraph(pick):
    parts = [phrase(pick) + pick.choice(["", pick.choice(TYPED), pick.choice(TYPED), pick.choice(STOPS)]) for _ in range(pick.randint(3, 24))]
    return pick.choice(HAN) + "".join(parts) + pick.choice(STOPS)


def forbidden(level):
    start, end = set(START), set(END)
    if level == "basic":
        end.discard("／")
    return start, end


def right_edge(line, traditional):
    """Where the last glyph of a line ends, in em; None where its box does not tell (· … and ？ are moved in it)
    or where one Han that cannot be spread stands alone before a long address. A glyph of another face may be smaller."""
    last = next(g for g in reversed(line) if g.text not in " \u00AD" and g.glyph >= 0)
    if last.text in "·–／—～？…" or len(line) == 1 or abs(last.size - EM) > 0.01:
        return None
    stop, closing = last.text in STOPS + COMMAS, any(last.text == p[1] for p in PAIRS)
    if stop and traditional:  # in the middle of its box, which it keeps
        return em(last.x) + 1.0
    return em(last.x) + (0.5 if stop or closing else last.advance * last.size / EM)


def only_holes_would_fill(line, missing):
    """A line may stay short where two ems between any two Han of it would not fill it."""
    text = text_of(line)
    return missing > 2 * len(re.findall(r"[\u4e00-\u9fff](?=[\u4e00-\u9fff])", text)) and missing > 0


def text_of(line):
    return "".join(g.text for g in line)


def faults(sheet, setting, source):
    """What is wrong with one paragraph."""
    lines = sheet.lines()
    texts = [text_of(line) for line in lines]
    start, end = forbidden(setting.lines["edges"])
    ends, place = [], 0
    for text in texts:
        place += len(text)
        ends.append(place)
    for i, text in enumerate(t.strip(" ") for t in texts):
        dash = text.startswith(("——", "……"))
        if i > 0 and (text[0] in start and not dash or dash and setting.lines["edges"] == "strict"):
            yield f"line {i} begins with {text[0]}: {text}"
        if i + 1 < len(texts) and text[-1] in end:
            yield f"line {i} ends with {text[-1]}: {text}"
    if "".join(texts) != source:
        yield f"read back “{''.join(texts)}”, not “{source}”"
        return
    for match in NUMBER.finditer(source):
        wide = sum(0.5 if c.isascii() else 1.0 for c in match[0])
        if wide <= setting.measure and any(match.start() < e < match.end() for e in ends):
            yield f"{match[0]} is parted: {texts}"
    for i, line in enumerate(lines[:-1]):
        edge = right_edge(line, setting.language != "")
        if edge is not None and abs(edge - setting.measure) > TOLERANCE and not only_holes_would_fill(line, setting.measure - edge):
            yield f"line {i} ends at {edge:.3f} em, not {setting.measure}: {texts[i]}"


def squeezed(text):
    return re.sub(r"[\s\u00AD]", "", text)


def output_of(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def in_structure_order(path):
    """The paragraphs of a file in the order of its structure tree."""
    paragraphs = re.split(r"^  P \(block\)$", output_of("pdfinfo", "-struct-text", path), flags=re.M)[1:]
    return ["".join(re.findall(r'^ +"(.*)"$', p, flags=re.M)).replace("\u2060", "") for p in paragraphs]


def extracted(path, places):
    """{reader: {name: text}} of a file with a paragraph at each place. The first three read in an order that the file
    states (ISO 32000-1, 14.8.2.3: of the content, of the structure); the last sees places only."""
    pages = {"MuPDF": output_of("mutool", "draw", "-q", "-F", "txt", path),
             "Poppler (content)": output_of("pdftotext", "-raw", "-enc", "UTF-8", path, "-"),
             "Poppler (places)": output_of("pdftotext", "-enc", "UTF-8", path, "-")}
    found = {}
    for reader, text in pages.items():
        by_page = text.split("\f")
        found[reader] = {name: "".join(by_page[p["first"]:p["first"] + p["pages"]]) for name, p in places.items()}
    in_order = sorted(places, key=lambda name: places[name]["first"])
    structure = in_structure_order(path)
    if len(structure) != len(places):
        raise Wrong(f"{path.name}: {len(structure)} paragraphs in the structure, not {len(places)}")
    return {**found, "Poppler (structure)": dict(zip(in_order, structure))}


COLUMNS = 0.7  # em: Poppler takes so wide a blank for the space between two columns


def widest_hole(line):
    """Between two glyphs of a line, in em."""
    drawn = [g for g in line if g.text not in " \u00AD" and g.glyph >= 0]
    return max((b.x - a.x - a.advance * a.size for a, b in zip(drawn, drawn[1:])), default=0) / EM


def judged_by(reader, sheet):
    """Whoever sees places only cannot know that a narrow line with a hole is one line."""
    return reader != "Poppler (places)" or all(widest_hole(line) < COLUMNS for line in sheet.lines())


def reading_faults(made, sources):
    groups, judged = collections.defaultdict(dict), collections.Counter()
    for name in sources:
        groups[made.places[name]["group"]][name] = made.places[name]
    for group, places in groups.items():
        for reader, texts in extracted(made.folder / f"{group}.pdf", places).items():
            for name, text in texts.items():
                if not judged_by(reader, made.sheet(name)):
                    continue
                judged[reader] += 1
                if squeezed(text) != squeezed(sources[name]):
                    yield name, f"{reader} reads “{squeezed(text)}”, not “{squeezed(sources[name])}”"
    for reader, count in judged.items():
        if count < len(sources) * 0.9:
            yield "all", f"{reader} was asked about {count} of {len(sources)} paragraphs only"


def settings(seed, count):
    pick = random.Random(seed)
    for n in range(count):
        source = paragraph(pick)
        while MARKS_IN_A_ROW.search(source):  # a chain that no narrow line holds
            source = paragraph(pick)
        lines = {"edges": LEVELS[n % len(LEVELS)], "mark_widths": pick.choice(WIDTHS), "break_mode": pick.choice(MODES)}
        traditional = n % 5 == 4
        style = {"font": "song" if traditional else pick.choice(["fangsong", "song", "kai", "hei"])}
        yield f"random-{n}", source, Setting(text=source, measure=MEASURES[n // 3 % len(MEASURES)], lines=lines, style=style,
                                             language="zh-TW" if traditional else "")


def real_settings(most):
    """Paragraphs of published reports, with every oddity of their typing."""
    found = []
    for file in sorted((sets.ROOT.parent / "shared/seeds").glob("*.txt")):
        for line in file.read_text(encoding="utf-8", errors="ignore").splitlines():
            line = re.sub(r"[\u3000\s]+", " ", line).strip()
            if 60 <= len(line) <= 900 and sum("\u4e00" <= c <= "\u9fff" for c in line) > len(line) / 2:
                found.append(line)
    for n, source in enumerate(list(dict.fromkeys(found))[:most]):
        for measure in (28, 20):
            yield f"real-{n}-{measure}", source, Setting(
                text=source, measure=measure, lines={"edges": "gb"}, style={"font": ("fangsong", "song", "kai")[n % 3], "first_indent": "2em"},
                page={"paper": {"width": "1000pt", "height": "3000pt"}, "type_area": {"width": "800pt", "height": "2800pt"}})


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program", nargs="?", default=sets.PROGRAM)
    arguments.add_argument("--seed", type=int, default=9704)
    arguments.add_argument("--count", type=int, default=600)
    arguments.add_argument("--keep", help="folder for the PDFs")
    options = arguments.parse_args()
    for tool in ("mutool", "pdftotext", "pdfinfo"):
        if shutil.which(tool) is None:
            print(f"MISSING {tool} (Debian: mupdf-tools, poppler-utils)")
            return 77
    made_up = list(settings(options.seed, options.count)) + list(real_settings(options.count // 5))
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        made = sets.Sets(folder, [(name, setting) for name, _, setting in made_up], options.program)
        wrong, lines = [], 0
        for name, source, setting in made_up:
            try:
                sheet = made.sheet(name)
                lines += len(sheet.lines())
                wrong += [(name, fault) for fault in faults(sheet, setting, source)]
            except Wrong as fault:
                wrong.append((name, str(fault)))
        wrong += reading_faults(made, {name: source for name, source, _ in made_up if "error" not in made.places[name]})
    for name, fault in wrong[:20]:
        print(f"FAILED {name} (seed {options.seed}): {fault}")
    print(f"{len(made_up)} paragraphs, {lines} lines; {len(wrong)} faults")
    return 1 if wrong or lines < len(made_up) else 0


if __name__ == "__main__":
    sys.exit(main())
