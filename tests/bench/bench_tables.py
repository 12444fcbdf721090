"""Long tables, typeset and written: 500, 5,000 and 50,000 rows, and 2,000 rows of 8 columns.

The ratio is that of processor times, which a busy machine changes less."""
import pathlib
import subprocess
import tempfile

from bench_tools import ROOT, TOOLS, answer, note, typst_version

COLUMNS = 4
SIZES = [500, 5_000, 50_000]
WIDE = (2_000, 8)
TARGETS = {"ratio": 12, "wide_ms": 60}
RUNS = {500: 9, 5_000: 5, 50_000: 5, 2_000: 9}
RIVALS_UP_TO = 5_000  # rows; more take them minutes
FONT = ROOT / "fonts/NianbaoSong-Light.otf"


def weasyprint():
    """The Python of a virtual environment with WeasyPrint; None when it is not installed."""
    python = TOOLS / "weasyprint/bin/python"
    return python if python.exists() else None


def install():
    if subprocess.run(["python3", "-m", "venv", TOOLS / "weasyprint"]).returncode != 0:
        note("no virtual environment for WeasyPrint")
    elif subprocess.run([TOOLS / "weasyprint/bin/pip", "install", "--quiet", "weasyprint"]).returncode != 0:
        note("pip could not install weasyprint")


def measure_rivals(data, rows):
    figures = {}
    if rows > RIVALS_UP_TO:
        return figures
    if typst_version():
        figures["typst"] = answer(["node", ROOT / "tests/bench/typst/tables.mjs", data, "3"])
    if weasyprint():
        figures["weasyprint"] = answer([weasyprint(), ROOT / "tests/bench/weasyprint_table.py", data, FONT])
    return figures


def measure(folder):
    cases = []
    for rows, columns in [*((rows, COLUMNS) for rows in SIZES), WIDE]:
        with tempfile.TemporaryDirectory() as scratch:
            data = pathlib.Path(scratch) / "rows.json"
            own = answer([folder / "tests/bench/tables_bench", str(rows), str(columns), str(RUNS[rows]), data])
            cases.append({"rows": rows, "columns": columns, "own": own, **measure_rivals(data, rows)})
    return {"targets": TARGETS, "cases": cases, "typst_version": typst_version(), "weasyprint": bool(weasyprint())}


def show(figures):
    print(f"{'':16}{'rows':>7}{'columns':>9}{'median':>12}{'CPU':>12}{'typeset':>12}{'write':>12}{'peak':>10}{'pages':>7}   ratio")
    before = None
    for case in figures["cases"]:
        own = case["own"]
        ratio = ""
        if case["columns"] == COLUMNS and before:
            ratio = f"CPU {own['cpu_ms'] / before:.1f} for 10 times the rows (target <= {figures['targets']['ratio']})"
        elif case["columns"] != COLUMNS:
            ratio = f"target <= {figures['targets']['wide_ms']} ms"
        before = own["cpu_ms"] if case["columns"] == COLUMNS else None
        line("nianbao", case, own, ratio)
        for rival in ("typst", "weasyprint"):
            if rival in case:
                line("  " + rival, case, case[rival], f"{case[rival]['ms'] / own['ms']:.0f} times ours")
    for rival, there in (("Typst", figures["typst_version"]), ("WeasyPrint", figures["weasyprint"])):
        if not there:
            print(f"{rival} is not installed, not measured (scripts/bench --install-rivals)")


def line(name, case, figures, end):
    parts = "".join(f"{figures[key]:>9.1f} ms" if key in figures else " " * 12 for key in ("cpu_ms", "typeset_ms", "write_ms"))
    print(f"{name:16}{case['rows']:>7}{case['columns']:>9}{figures['ms']:>9.1f} ms{parts}"
          f"{figures['peak_kb'] / 1024:>7.0f} MB{figures['pages']:>7}   {end}")
