"""Every case is as it says, and its control is not. Usage: check_cases.py SET_CASES [--keep FOLDER] [PART OF A NAME]

SET_CASES is the program that sets them. 77 = a tool is missing: skipped, never passed.
"""

import argparse
import pathlib
import shutil
import sys
import tempfile

import sets
from checks import Wrong


def fault(sheet, expect):
    """What is wrong with a sheet, or None."""
    try:
        for check in expect:
            check(sheet())
    except Wrong as wrong:
        return str(wrong)
    return None


def faults_of(made, case):
    """A case fails when it is not as it says, and when its control is: such a check proves nothing."""
    wrong = fault(lambda: made.sheet(f"case-{case.number}"), case.expect)
    if wrong:
        yield wrong
    error = made.places[f"control-{case.number}"].get("error")
    if error:
        yield f"the control cannot be set: {error}"
    elif fault(lambda: made.sheet(f"control-{case.number}"), case.expect) is None:
        yield "the control passes as well"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program", nargs="?", default=sets.PROGRAM)
    arguments.add_argument("--keep", help="folder for the PDFs")
    arguments.add_argument("--only", default="", help="cases with this in their name")
    arguments.add_argument("--most", type=int, default=25, help="faults to print")
    options = arguments.parse_args()
    if shutil.which("mutool") is None:
        print("MISSING mutool (Debian: mupdf-tools)")
        return 77
    cases = [c for c in sets.load() if options.only in c.name]
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        made = sets.Sets(folder, sets.variants(cases), options.program)
        faults = [(c.name, wrong) for c in cases for wrong in faults_of(made, c)]
    for name, wrong in faults[:options.most]:
        print(f"FAILED {name}\n       {wrong}")
    print(f"{len(cases)} cases, each with a control; {len(faults)} faults")
    return 1 if faults or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
