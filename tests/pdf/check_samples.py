"""Writes the sample documents and lets every judge look at them.

    check_samples.py MAKE_SAMPLES FOLDER        exit 0 good, 1 faults, 77 a judge is missing
"""

import subprocess
import sys
from pathlib import Path

import judges

# What a reader must copy. MuPDF does not know /ActualText: it writes ﬁ of two glyphs as f, i … and a word joiner.
TEXTS = {
    "one_line": "二〇二四年政府信息公开工作年度报告",
    "shared_glyphs": "一⼀———",
    "plane_2": "年𠮷𬭩报",
    "link": "网址：政府网站",
    "picture": "图",
    "two_pages": "一、总体情况前页的文字后页的文字（一）主动公开—2—",
    "rotated": "转动转动转动转动",
    "list": "1.甲2.乙注：说明年度报告",
    "multi_glyph_cluster": "xe\u0301y\ufb01z",
}
WORD_JOINER = "\u2060"
faults = []


def expect(condition, what):
    if not condition:
        faults.append(what)
        print("FAILED  " + what)


def letters(text):
    return "".join(text.split())


def check_texts(folder):
    for name, text in TEXTS.items():
        for kind in (".pdf", ".untagged.pdf"):
            path = folder / (name + kind)
            copied = letters(judges.poppler_text(path))
            if name == "rotated":  # Poppler sorts turned text by its place
                copied, text = sorted(copied), sorted(text)
            # Poppler composes e + U+0301 as it pleases; the code points are checked with MuPDF.
            if name == "multi_glyph_cluster":
                copied = copied.replace("\u00e9", "e\u0301")
            expect(copied == text, f"Poppler copies {copied!r} from {path.name}")
        if name == "multi_glyph_cluster":
            text = "xe\u0301y" + "fi" + WORD_JOINER + "z"  # MuPDF takes ligatures apart
        copied = letters(judges.mupdf_text(folder / (name + ".pdf"))).replace("\u00e9", "e\u0301")
        expect(sorted(copied) == sorted(text), f"MuPDF copies {copied!r} from {name}")


def check_places(folder):
    """The glyphs of the turned word: 20 pt, and 0.25 pt between, to a hundredth of a point."""
    chars = judges.stext_chars(folder / "rotated.pdf")
    expect(len(chars) == 8, "rotated: eight characters")
    advance = 20.25
    for turns, (dx, dy) in enumerate([(1, 0), (0, 1), (-1, 0), (0, -1)]):
        x, y = 200 + 50 * turns, 300
        for i in range(2):
            want = (x + dx * advance * i, y + dy * advance * i)
            near = [c for c in chars if abs(c.x - want[0]) < 0.01 and abs(c.y - want[1]) < 0.01]
            expect(len(near) == 1, f"rotated: a character at {want}")


def check_structure(folder):
    tree = [line.strip() for line in judges.struct_text(folder / "table.pdf").splitlines()]
    for part in ("Document", "H1 (block)", "Caption", "THead", "TBody", "/RowSpan 2", "/ColSpan 2", "/Scope /Row",
                 "/Headers [(n0000000010) (n0000000013)]", '"345"'):
        expect(part in tree, f"table: {part} in the structure")
    split = judges.struct_text(folder / "two_pages.pdf")
    expect("前页的文字" in split and "后页的文字" in split, "two_pages: a paragraph over two pages")
    expect("— 2 —" not in split, "two_pages: the folio is no content")
    expect("Link" in judges.struct_text(folder / "link.pdf"), "link: a Link element")


def check_fonts(paths):
    for path in paths:
        for font in judges.fonts(path):
            expect((font["emb"], font["sub"], font["uni"]) == ("yes", "yes", "yes"), f"{path.name}: {font}")


def make_controls(folder):
    """Files that every judge must refuse: half a file, and one that claims too little."""
    half = folder / "control_half.pdf"
    whole = (folder / "table.pdf").read_bytes()
    half.write_bytes(whole[: len(whole) // 2])
    unmarked = folder / "control_unmarked.pdf"
    unmarked.write_bytes((folder / "table.untagged.pdf").read_bytes())
    return [half, unmarked]


def check_controls(controls, verdicts):
    """A judge that passes a broken file is no judge."""
    half = controls[0]
    expect(not judges.qpdf_check(half).passed, "control: qpdf refuses half a file")
    for read in (judges.poppler_text, judges.mupdf_text, judges.struct_text, judges.stext_chars, judges.fonts):
        try:
            read(half)
            expect(False, f"control: {read.__name__} reads half a file without complaint")
        except judges.JudgeFailed:
            pass
    expect(len(verdicts) == 4 and not any(v.passed for v in verdicts), "control: veraPDF refuses half a file and an untagged one")


def main():
    program, folder = Path(sys.argv[1]), Path(sys.argv[2])
    for old in folder.glob("*.pdf"):
        old.unlink()
    subprocess.run([program, folder], check=True)
    tagged = [p for p in sorted(folder.glob("*.pdf")) if ".untagged" not in p.name]
    untagged = sorted(folder.glob("*.untagged.pdf"))
    controls = make_controls(folder)
    tried = judges.verapdf(tagged + controls)
    verdicts = [judges.qpdf_check(p) for p in tagged + untagged] + judges.verapdf(untagged, ("2u",))
    verdicts += [v for v in tried if v.path.name not in {p.name for p in controls}]
    for verdict in verdicts:
        if verdict.result == judges.FAILED:
            expect(False, str(verdict))
    missing = judges.warn_missing(verdicts)
    try:
        check_texts(folder)
        check_places(folder)
        check_structure(folder)
        check_fonts(tagged + untagged)
        check_controls(controls, [v for v in tried if v not in verdicts])
    except judges.JudgeMissing as tool:
        print(f"MISSING {tool}")
        missing = True
    print(f"{sum(v.passed for v in verdicts)} of {len(verdicts)} verdicts passed, {len(faults)} faults")
    return 1 if faults else 77 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
