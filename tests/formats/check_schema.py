"""Checks the schema of every format against its reports: what read_report takes is valid, what it refuses is not.

The schemas are made by the command line (NIANBAO_CLI, else build/release).
Needs the Python package jsonschema; without it the test says so and is skipped (exit code 77).
"""
import json
import os
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: the Python package jsonschema is not installed")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]

CLI = os.environ.get("NIANBAO_CLI", ROOT / "build/release/src/cli/nianbao")


def rules_of_check() -> tuple[str, ...]:
    """Findings of check(): the report was read."""
    ids = ["CHAR-INVISIBLE", "CHAR-PRIVATE"]
    for path in [ROOT / "src/formats/common/rules.json", *(ROOT / "src/formats").glob("*/format.json")]:
        ids += [rule["id"] for rule in json.loads(path.read_text("utf-8"))["rules"] if "id" in rule]
    return tuple(ids)


RULES_OF_CHECK = rules_of_check()


def is_read(report: pathlib.Path) -> bool:
    """Whether read_report takes it, from the findings written beside it."""
    golden = report.with_suffix("").with_suffix(".findings.txt")
    if not golden.exists():
        return True
    rules = [line.split()[2] for line in golden.read_text("utf-8").splitlines() if line[:1].isdigit()]
    return bool(rules) and all(rule in RULES_OF_CHECK for rule in rules)


def names_in(field: dict) -> list[str]:
    names = [field["key"], field["label"], *field.get("aliases", [])]
    for below in field.get("fields", []):
        names += names_in(below)
    return names


def faults_of(folder: pathlib.Path) -> list[str]:
    made = subprocess.run([CLI, "formats", "--show", folder.name, "--schema"], capture_output=True, check=True)
    schema = json.loads(made.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = []
    reports = sorted((ROOT / "tests/formats" / folder.name).glob("*.json"))
    for report in reports:
        try:
            value = json.loads(report.read_text("utf-8"))
        except json.JSONDecodeError:
            continue
        if validator.is_valid(value) != is_read(report):
            error = next(validator.iter_errors(value), None)
            faults.append(f"{report.name}: " + (f"{error.json_path}: {error.message[:200]}" if error else "valid, but read_report refuses it"))
    text = json.dumps(schema, ensure_ascii=False)
    declared = json.loads((folder / "format.json").read_text("utf-8"))
    for name in [n for section in declared["sections"] for n in names_in(section)]:
        if json.dumps(name, ensure_ascii=False) not in text:
            faults.append(f"the schema of {folder.name} does not know {name}")
    if not reports:
        faults.append(f"no reports in tests/formats/{folder.name}")
    return faults


def main() -> int:
    folders = sorted(path.parent for path in (ROOT / "src/formats").glob("*/format.json"))
    faults = [fault for folder in folders for fault in faults_of(folder)]
    for fault in faults:
        print(fault)
    print(f"{len(folders)} schema(s), {len(faults)} fault(s)")
    return 1 if faults or not folders else 0


if __name__ == "__main__":
    sys.exit(main())
