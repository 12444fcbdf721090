"""One county report, in a warm process and in a cold one, beside Typst when that is installed."""
import os
import statistics
import tempfile

from bench_tools import ROOT, answer, run_cold, typst_version

REPORT = ROOT / "examples/data/county-2024.json"
TYPST_RUNNER = ROOT / "tests/bench/typst/compile.mjs"
ROUNDS = 5        # own and rival in turn, since the machine is never quiet
WARM_UP = 20
WARM_RUNS = 40    # in each round
TYPST_WARM_UP = 3
TYPST_RUNS = 10   # in each round
COLD_RUNS = 31
TARGETS = {"warm_ms": 8, "cold_ms": 60, "pdf_bytes": 300_000}


def middle(items, *keys):
    def value(item):
        for key in keys:
            item = item[key]
        return item
    return statistics.median(map(value, items))


def summary(samples):
    return {"median_ms": statistics.median(samples), "minimum_ms": min(samples), "runs": len(samples)}


def process_summary(samples):
    figures = {**summary([sample["wall_ms"] for sample in samples]), "cpu_ms": middle(samples, "cpu_ms")}
    if "peak_kb" in samples[0]:
        figures["peak_kb"] = middle(samples, "peak_kb")
    return figures


def measure_warm(folder, rival):
    own, other = [], []
    for _ in range(ROUNDS):
        own.append(answer([folder / "tests/bench/nianbao_bench", REPORT, "--json", "--pairs", "1",
                           "--runs", str(WARM_RUNS), "--warm-up", str(WARM_UP)]))
        if rival:
            other.append(answer(["node", TYPST_RUNNER, "warm", REPORT, str(TYPST_WARM_UP), str(TYPST_RUNS)]))
    figures = summary([sample for answered in own for sample in answered["samples_ms"]])
    figures["cpu_ms"] = middle(own, "cpu_ms")
    figures["stages_ms"] = {stage: middle(own, "stages_ms", stage) for stage in own[0]["stages_ms"]}
    figures["threads"] = {name: middle(own, "threads", name) for name in own[0]["threads"]}
    figures["peak_kb"] = middle(own, "peak_kb")
    figures["pages"] = own[0]["pages"]
    if not rival:
        return figures, None
    pooled = {kind: [sample for answered in other for sample in answered[kind]] for kind in ("another", "emptied")}
    return figures, {kind: process_summary(samples) for kind, samples in pooled.items()}


def measure_cold(folder, rival):
    own, other = [], []
    with tempfile.TemporaryDirectory() as scratch:
        for _ in range(COLD_RUNS):
            own.append(run_cold([folder / "src/cli/nianbao", "render", REPORT, "-o", f"{scratch}/own.pdf"]))
            if rival:
                other.append(run_cold(["node", TYPST_RUNNER, "cold", REPORT, f"{scratch}/typst.pdf"]))
        size = os.path.getsize(f"{scratch}/own.pdf")
    figures = process_summary(own)
    figures["pdf_bytes"] = size
    if not rival:
        return figures, None
    typst = process_summary(other)
    typst["open_ms"] = middle(other, "said", "open_ms")
    typst.update({key: other[0]["said"][key] for key in ("pdf_bytes", "pages")})
    return figures, typst


# ── report: one county report, warm and cold ────────────────────────────────────────────────────
def measure(folder):
    version = typst_version()
    warm, typst_warm = measure_warm(folder, version)
    cold, typst_cold = measure_cold(folder, version)
    figures = {"report": str(REPORT.relative_to(ROOT)), "targets": TARGETS, "warm": warm, "cold": cold, "typst": None}
    if version:
        figures["typst"] = {"version": version, "warm": typst_warm, "cold": typst_cold}
    return figures


def show(figures):
    warm, cold, targets = figures["warm"], figures["cold"], figures["targets"]
    print(f"{figures['report']}: {warm['pages']} pages, {cold['pdf_bytes'] / 1000:.0f} kB "
          f"(target <= {targets['pdf_bytes'] / 1000:.0f} kB)")
    print(f"{'':24}{'median':>10}{'minimum':>10}{'CPU':>10}{'peak':>10}   target")
    line("warm process", warm, f"<= {targets['warm_ms']} ms")
    line("cold process", cold, f"<= {targets['cold_ms']} ms")
    whole = warm["median_ms"]
    print("warm stages             " + ", ".join(f"{stage} {value:.2f} ms {value / whole:.0%}" for stage, value in warm["stages_ms"].items()))
    threads = warm["threads"]
    print(f"threads                 {threads['one']:.0f} reports a second with one, {threads['two']:.0f} with two: {threads['ratio']:.2f} times")
    print_typst(figures)


def line(name, figures, end):
    cpu = f"{figures['cpu_ms']:.1f} ms" if "cpu_ms" in figures else ""
    peak = f"{figures['peak_kb'] / 1024:.1f} MB" if "peak_kb" in figures else ""
    print(f"{name:24}{figures['median_ms']:>7.2f} ms{figures['minimum_ms']:>7.2f} ms{cpu:>10}{peak:>10}   {end}")


def print_typst(figures):
    typst = figures["typst"]
    if not typst:
        print("Typst                   not installed, not measured (scripts/bench --install-rivals)")
        return
    warm, cold, own = typst["warm"], typst["cold"], figures

    def times(rival, ours):
        return f"{rival['median_ms'] / ours['median_ms']:.1f} times ours, CPU {rival['cpu_ms'] / ours['cpu_ms']:.1f}"

    without = (cold["median_ms"] - cold["open_ms"]) / own["cold"]["median_ms"]
    print(f"Typst, node compiler {typst['version']}, PDF/UA-1 only, no checks: {cold['pages']} pages, {cold['pdf_bytes'] / 1000:.0f} kB")
    line("  warm, another report", warm["another"], times(warm["another"], own["warm"]) + " (numbers and paragraphs changed, its caches kept)")
    line("  warm, caches emptied", warm["emptied"], times(warm["emptied"], own["warm"]))
    line("  cold process", cold, times(cold, own["cold"]) + f"; {without:.1f} without the {cold['open_ms']:.0f} ms it takes to open and search fonts")
