#!/usr/bin/env python3
"""The shipped fonts are the ones fonts.json describes: sha256, licences, sizes, nothing unlisted."""
import hashlib
import json
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "fonts"
LARGEST = 60_000_000  # bytes of all font files together


def faults(folder):
    catalogue = json.loads((folder / "fonts.json").read_text(encoding="utf-8"))
    shipped = {entry["file"]: entry for entry in catalogue["fonts"] if "file" in entry}
    files = {path.name for path in folder.iterdir() if path.suffix in (".otf", ".ttf", ".ttc")}
    for name in sorted(files - shipped.keys()):
        yield f"{name}: not in fonts.json"
    for name in sorted(shipped.keys() - files):
        yield f"{name}: in fonts.json, but not here"
    for name in sorted(files & shipped.keys()):
        entry = shipped[name]
        digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if digest != entry["sha256"]:
            yield f"{name}: sha256 is {digest}, fonts.json says {entry['sha256']}"
        if not entry.get("licence_files"):
            yield f"{name}: no licence files named"
        for licence in entry.get("licence_files", []):
            if not (folder / licence).is_file():
                yield f"{name}: {licence} is missing"
    total = sum((folder / name).stat().st_size for name in files)
    if total > LARGEST:
        yield f"the fonts have {total} bytes together, more than {LARGEST}"
    for entry in catalogue["fonts"]:
        if "installed" in entry and not (entry.get("package") and entry.get("has")):
            yield f"{entry['id']}: an installed font names its package and what it has"


def main():
    found = list(faults(FOLDER))
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
