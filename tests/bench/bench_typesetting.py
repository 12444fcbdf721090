"""Real paragraphs at 28, 20 and 12 em: how good the lines are, beside Typst, and what breaking them costs."""
import importlib.metadata
import importlib.util
import json
import pathlib
import shutil
import subprocess
import tempfile

import corpus
import line_counter
from bench_tools import ROOT, answer, note, run_rival, typst_version

SEEDS = ROOT.parent / "shared/seeds"
RUNNER = ROOT / "tests/bench/typst/lines.mjs"
MEASURES = (28, 20, 12)
MARGIN = 50  # points, of the pages of both
WARM = (5_000, 31)  # characters, runs
SIZES = ((10_000, 5), (100_000, 3), (1_000_000, 1))
TARGET_MS = 1.5  # what the optimum may cost more than greedy lines, of 5,000 characters
ROWS = {"lines": "lines", "wrong_edges": "wrong edges", "split_numbers": "split numbers",
        "unit_splits": "number|measure word", "one_han_last_lines": "one-Han last lines", "overfull": "overfull lines",
        "loose": "loose lines (> 0.05 em)", "mean_stretch": "mean stretch, em", "worst": "loosest line, em"}


def counted(pdf, paragraphs, ems):
    try:
        return line_counter.count(pdf, paragraphs, ems, MARGIN)
    except ValueError as fault:
        note(str(fault))
        return None


def set_ours(folder, text, ems, pdf):
    subprocess.run([folder / "tests/bench/set_paragraphs", text, str(ems), pdf], check=True)


def rival_name():
    """The rival that is installed: npm's, else PyPI's; None when there is none."""
    if typst_version():
        return f"Typst, node compiler {typst_version()}"
    return f"Typst {importlib.metadata.version('typst')}" if importlib.util.find_spec("typst") else None


def set_typst(paragraphs, ems, pdf):
    task = json.dumps({"ems": ems, "paragraphs": paragraphs}, ensure_ascii=False)
    if not typst_version():
        import typst
        typst.compile(RUNNER.with_suffix(".typ"), output=pdf, font_paths=[ROOT / "fonts"], sys_inputs={"paragraphs": task})
        return
    file = pdf.with_suffix(".json")
    file.write_text(task, encoding="utf-8")
    run_rival(["node", RUNNER, file, pdf])


def measure_quality(folder, text, paragraphs, scratch):
    rival = rival_name()
    figures = {"typst": rival}
    for ems in MEASURES:
        own = scratch / f"own-{ems}.pdf"
        set_ours(folder, text, ems, own)
        figures[f"{ems}em"] = {"ours": counted(own, paragraphs, ems)}
        if rival:
            other = scratch / f"typst-{ems}.pdf"
            set_typst(paragraphs, ems, other)
            figures[f"{ems}em"]["typst"] = counted(other, paragraphs, ems)
    return figures


def measure_cost(folder, text):
    def cost(characters, runs):
        return {"characters": characters, **answer([folder / "tests/bench/lines_bench", text, str(characters), str(runs)])}
    return {"warm": cost(*WARM), "sizes": [cost(*size) for size in SIZES]}


def measure(folder):
    if not shutil.which("mutool"):
        raise SystemExit("nianbao bench: mutool reads the lines back and is missing (Debian: mupdf-tools)")
    paragraphs = corpus.paragraphs(SEEDS)
    if not paragraphs:
        raise SystemExit(f"nianbao bench: no texts in {SEEDS}")
    figures = {"paragraphs": len(paragraphs), "characters": sum(map(len, paragraphs))}
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        text = scratch / "paragraphs.txt"
        text.write_text("".join(line + "\n" for line in paragraphs), encoding="utf-8")
        figures.update(measure_quality(folder, text, paragraphs, scratch))
        figures["cost"] = measure_cost(folder, text)
    return figures


def show_quality(figures):
    columns = [(ems, who) for ems in MEASURES for who in ("ours", "typst") if figures[f"{ems}em"].get(who)]
    print(f"{'':26}" + "".join(f"{f'{who} {ems}':>12}" for ems, who in columns))
    for key, name in ROWS.items():
        print(f"{name:26}" + "".join(f"{figures[f'{ems}em'][who][key]:>12}" for ems, who in columns))


def show_cost(cost):
    warm = cost["warm"]
    more = warm["optimum_ms"] - warm["greedy_ms"]
    print(f"{warm['characters']} characters, warm: shaping {warm['shape_ms']:.2f} ms, breaking {warm['optimum_ms']:.2f} ms, "
          f"greedily {warm['greedy_ms']:.2f} ms: {more:.2f} ms more (target <= {TARGET_MS} ms)")
    for size in cost["sizes"]:
        each = (size["shape_ms"] + size["optimum_ms"]) * 1000 / size["characters"]
        print(f"{size['characters']:>9} characters in one paragraph: shaping {size['shape_ms']:.0f} ms, breaking {size['optimum_ms']:.0f} ms, "
              f"{each:.2f} µs a character, peak {size['peak_kb'] / 1024:.0f} MB")


def show(figures):
    print(f"{figures['paragraphs']} paragraphs, {figures['characters']} characters, justified, first line 2 em, same font")
    show_quality(figures)
    print(figures["typst"] or "Typst: not installed, not measured (scripts/bench --install-rivals, or PyPI's typst)")
    show_cost(figures["cost"])
