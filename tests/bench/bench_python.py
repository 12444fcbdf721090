"""Figures of the Python package: its import, a render, two threads against one, how soon Ctrl-C stops.

Needs the package to be importable by the Python that runs it.
"""
import pathlib
import statistics
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
COUNTY = ROOT / "examples/data/county-2024.json"
IMPORT = "import time; begin = time.perf_counter(); import nianbao; print(time.perf_counter() - begin)"
NOTHING = "pass"
INTERRUPTED = """
import os, signal, threading, time, nianbao
signal.signal(signal.SIGINT, signal.default_int_handler)
text = "为提高政府工作透明度，2024年主动公开各类信息12,345条，其中规范性文件37件。" * 6
document, fonts = nianbao.Document(title="长", blocks=[nianbao.Paragraph(text)] * 8000), nianbao.FontSet.bundled()
def interrupt():
    global begun
    time.sleep(0.1)
    begun = time.perf_counter()
    os.kill(os.getpid(), signal.SIGINT)
threading.Thread(target=interrupt, daemon=True).start()
try:
    nianbao.typeset(document, fonts, max_pages=5000)
except KeyboardInterrupt:
    print(time.perf_counter() - begun)
"""


def import_seconds(runs):
    """In fresh processes: the import alone, and what it adds to the life of a process."""
    alone = [float(subprocess.run([sys.executable, "-c", IMPORT], capture_output=True, text=True, check=True).stdout)
             for _ in range(runs)]
    return statistics.median(alone), lifetime("import nianbao", runs) - lifetime(NOTHING, runs)


def lifetime(code, runs):
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def render_seconds(nianbao, fonts, runs):
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        nianbao.render(COUNTY, fonts=fonts)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def threads_seconds(nianbao, fonts, threads, renders):
    """The same number of renders, shared by so many threads: by the clock, and of the processor."""
    def work():
        for _ in range(renders // threads):
            nianbao.render(COUNTY, fonts=fonts)

    running = [threading.Thread(target=work) for _ in range(threads)]
    begin, used = time.perf_counter(), time.process_time()
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    return time.perf_counter() - begin, time.process_time() - used


def interrupt_seconds(runs):
    """From Ctrl-C in the midst of typesetting to KeyboardInterrupt, in fresh processes."""
    told = [subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=True).stdout
            for _ in range(runs)]
    return statistics.median(map(float, told))


def measure(_build):
    try:
        import nianbao
    except ImportError:
        sys.exit("nianbao bench python: no nianbao in this Python; run it with .venv/bin/python scripts/bench python")
    fonts = nianbao.FontSet.bundled()
    render_seconds(nianbao, fonts, 5)  # caches fill
    alone, added = import_seconds(11)
    speed_ups, dearer = [], []
    for _ in range(5):  # turn by turn, so that what else the machine does weighs alike
        (one, one_used), (two, two_used) = (threads_seconds(nianbao, fonts, threads, 40) for threads in (1, 2))
        speed_ups.append(one / two)
        dearer.append(two_used / one_used)
    return {
        "python": sys.version.split()[0],
        "import_ms": 1000 * alone,
        "import_adds_ms": 1000 * added,
        "render_median_ms": 1000 * render_seconds(nianbao, fonts, 50),
        "interrupt_ms": 1000 * interrupt_seconds(5),
        "two_threads_speed_up": statistics.median(speed_ups),
        "two_threads_speed_up_best": max(speed_ups),
        "two_threads_processor": statistics.median(dearer),  # 1: no work is lost to locks; busy machines do not matter
    }


def show(figures):
    print(f"import nianbao            {figures['import_ms']:8.1f} ms   (aim 60; it adds {figures['import_adds_ms']:.1f} ms to a process)")
    print(f"render, county report     {figures['render_median_ms']:8.1f} ms   median, warm, Python {figures['python']}")
    print(f"Ctrl-C stops after        {figures['interrupt_ms']:8.1f} ms   (aim 100)")
    print(f"two threads against one   {figures['two_threads_speed_up']:8.2f} ×    (aim 1.8; best of five {figures['two_threads_speed_up_best']:.2f})")
    print(f"  processor time beside one {figures['two_threads_processor']:6.2f} ×")
