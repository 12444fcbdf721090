"""2,000 generated reports: reports a second with one and two workers, peak memory, and a run that is killed."""
import csv
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

from bench_tools import ROOT, run_cold

sys.path.insert(0, str(ROOT / "tests"))
import generated_reports  # noqa: E402

REPORTS = 2000
FEW = 200      # for the memory of a small batch beside that of the large one
ROUNDS = 3     # one and two workers in turn, since the machine is never quiet
TARGETS = {"ratio": 1.8}


def hashes(folder):
    with open(folder / "summary.csv", encoding="utf-8-sig", newline="") as file:
        return {row["文件"]: row["SHA-256"] for row in csv.DictReader(file)}


def run_batch(program, manifest, out, workers, *more):
    return run_cold([program, "batch", manifest, "-o", out, "-j", str(workers), *more])


def kill_in_the_middle(program, manifest, out, done):
    """Killed when about half is done, then taken up again: how many were kept, and the seconds of the rest."""
    process = subprocess.Popen([program, "batch", manifest, "-o", out, "-j", "2"], stdout=subprocess.DEVNULL)
    while process.poll() is None and sum(1 for _ in out.glob("*.pdf")) < REPORTS // 2:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    begin = time.perf_counter()
    subprocess.run([program, "batch", manifest, "-o", out, "-j", "2", "--resume"], check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - begin
    with open(out / "summary.csv", encoding="utf-8-sig", newline="") as file:
        kept = sum(row["沿用"] == "是" for row in csv.DictReader(file))
    files = [file.name for file in out.iterdir() if file.suffix == ".pdf" or file.name.startswith(".")]
    return {"kept": kept, "resume_seconds": seconds, "same_as_unbroken": hashes(out) == done and sorted(files) == sorted(done)}


# ── batch: many reports ─────────────────────────────────────────────────────────────────────────
def measure(folder):
    program = folder / "src/cli/nianbao"
    with tempfile.TemporaryDirectory() as scratch:
        here = pathlib.Path(scratch)
        manifest = generated_reports.write(REPORTS, here / "data")
        few = generated_reports.write(FEW, here / "few")
        rounds = []
        for number in range(ROUNDS):
            one = run_batch(program, manifest, here / f"one{number}", 1)
            two = run_batch(program, manifest, here / f"two{number}", 2)
            rounds.append({"one": one, "two": two, "ratio": one["wall_ms"] / two["wall_ms"]})
        done = hashes(here / "one0")
        same = all(hashes(here / f"{name}{number}") == done for name in ("one", "two") for number in range(ROUNDS))
        begin = time.perf_counter()
        run_batch(program, manifest, here / "two0", 2, "--resume")
        nothing_to_do = time.perf_counter() - begin
        small = run_batch(program, few, here / "few-out", 2)
        killed = kill_in_the_middle(program, manifest, here / "killed", done)
    best = min(rounds, key=lambda r: r["two"]["wall_ms"])
    return {"reports": REPORTS, "targets": TARGETS, "per_second": {name: REPORTS * 1000 / min(r[name]["wall_ms"] for r in rounds) for name in ("one", "two")},
            "ratios": [r["ratio"] for r in rounds], "cpu_ms_a_report": {name: best[name]["cpu_ms"] / REPORTS for name in ("one", "two")},
            "peak_kb": {name: max(r[name]["peak_kb"] for r in rounds) for name in ("one", "two")}, "peak_kb_of_few": small["peak_kb"], "few": FEW,
            "same_hashes": same, "nothing_to_do_seconds": nothing_to_do, "killed": killed}


def show(figures):
    per_second, killed = figures["per_second"], figures["killed"]
    print(f"{figures['reports']} generated reports, each read, checked, set, written and synced")
    print(f"reports a second        {per_second['one']:.0f} with one worker, {per_second['two']:.0f} with two: "
          f"{sorted(figures['ratios'])[len(figures['ratios']) // 2]:.2f} times (target >= {figures['targets']['ratio']})")
    print(f"CPU of a report         {figures['cpu_ms_a_report']['one']:.2f} ms with one worker, {figures['cpu_ms_a_report']['two']:.2f} ms with two")
    print(f"peak memory             {figures['peak_kb']['one'] / 1024:.0f} MB with one worker, {figures['peak_kb']['two'] / 1024:.0f} MB with two; "
          f"{figures['peak_kb_of_few'] / 1024:.0f} MB for {figures['few']} reports")
    print(f"all runs                {'the same hashes' if figures['same_hashes'] else 'DIFFERENT HASHES'}")
    print(f"resumed, nothing to do  {figures['nothing_to_do_seconds']:.2f} s")
    print(f"killed in the middle    {killed['kept']} kept, the rest in {killed['resume_seconds']:.2f} s, "
          f"{'the same files as unbroken' if killed['same_as_unbroken'] else 'NOT THE SAME FILES'}")
