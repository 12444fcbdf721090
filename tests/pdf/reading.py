"""What a report says, taken from its data: the sentences and cells that a PDF must give back."""

import json
import re
import unicodedata

COLUMNS = ["natural_person", "business", "research", "public_interest", "legal_service", "other", "total"]


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def plain(text):
    return text if isinstance(text, str) else "".join(run["text"] for run in text)


def narrative(blocks):
    """The texts of a narrative in reading order, without generated numerals."""
    if isinstance(blocks, str):
        yield from (line for line in blocks.splitlines() if line.strip())
        return
    for block in blocks:
        if "paragraph" in block:
            yield plain(block["paragraph"])
        elif "heading" in block:
            yield plain(block["text"])
            if "run_in" in block:
                yield plain(block["run_in"])
        elif "list" in block:
            for item in block["list"]:
                yield from [item] if isinstance(item, str) else narrative(item)
        elif "note" in block:
            yield plain(block["note"])
        elif "table" in block:
            for row in block["table"]["rows"]:
                for cell in row:
                    yield str(cell if not isinstance(cell, dict) else plain(cell["text"]))


def sentences(report):
    for key in ("preamble", "overview", "problems", "other_matters"):
        yield from narrative(report.get(key, []))


def squeezed(text):
    """Without white space; what a reader adds at line ends does not count."""
    return re.sub(r"\s+", "", text)


def body(text):
    """Extracted text without white space and page furniture."""
    lines = [line for line in text.splitlines() if not re.fullmatch(r"\s*—\s*\d+\s*—\s*", line)]
    return squeezed("\n".join(lines).replace("\f", ""))


def row_values(row):
    if isinstance(row, dict):
        values = [row.get(key) for key in COLUMNS]
    else:
        values = list(row)
    if len(values) == 6 or values[6] is None:
        values = values[:6] + [sum(values[:6])]
    return values


def rows_in_order(applications):
    """The 25 body rows of 表三 by value, in the order of the table."""
    results = applications["results"]
    yield row_values(applications["received"])
    yield row_values(applications["carried_in"])
    for key in ("granted", "partly_granted"):
        yield row_values(results[key])
    for key in ("refused", "unavailable", "not_processed", "other"):
        for row in results[key].values():
            yield row_values(row)
    yield row_values(results["total"])
    yield row_values(applications["carried_out"])


def is_mark(character):
    return unicodedata.category(character).startswith("P")
