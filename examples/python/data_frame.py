"""A ledger of applications as a data frame → the numbers of 表三 → PDF. Usage: data_frame.py LEDGER.csv REST.json OUT.pdf

Each row of the ledger is one application: `received` and `closed` (dates; closed may be empty), `applicant`
(natural_person, business …) and `result` (granted, refused/state_secret …). REST.json is the report without its
applications. Totals are left to nianbao.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

import nianbao


def main(ledger_file: Path, rest_file: Path, out: Path) -> None:
    rest = json.loads(rest_file.read_text(encoding="utf-8"))
    ledger = pd.read_csv(ledger_file, parse_dates=["received", "closed"])
    out.write_bytes(nianbao.render({**rest, "applications": applications(ledger, rest["year"])}))


def applications(ledger: pd.DataFrame, year: int) -> dict[str, Any]:
    """The rows of 表三 that are not totals: counts by applicant, as numpy integers, which nianbao takes."""
    before = ledger["received"].dt.year < year
    closed = ledger["closed"].dt.year == year
    open_still = ledger["closed"].isna()
    results: dict[str, Any] = {}
    table = pd.crosstab(ledger["result"][closed], ledger["applicant"][closed])
    table = table.reindex(index=with_all(RESULTS, table.index), columns=with_all(APPLICANTS, table.columns), fill_value=0)
    for result, row in table.iterrows():
        *groups, key = str(result).split("/")
        place = results
        for group in groups:
            place = place.setdefault(group, {})
        place[key] = dict(row)
    return {
        "received": counts(ledger.loc[~before, "applicant"]),
        "carried_in": counts(ledger.loc[before & (closed | open_still), "applicant"]),
        "results": results,
        "carried_out": counts(ledger.loc[open_still, "applicant"]),
    }


def counts(applicants: pd.Series) -> dict[str, Any]:
    counted = applicants.value_counts()
    return dict(counted.reindex(with_all(APPLICANTS, counted.index), fill_value=0))


def with_all(known: list[str], found: Iterable[str]) -> list[str]:
    """What the form has, be it counted or not (a cell with 0), and what it has not: nianbao names that."""
    return [*known, *(name for name in found if name not in known)]


APPLICANTS = ["natural_person", "business", "research", "public_interest", "legal_service", "other"]
RESULTS = [
    "granted", "partly_granted",
    *("refused/" + reason for reason in (
        "state_secret", "other_law", "stability", "third_party", "internal_affairs", "process_information",
        "enforcement_file", "administrative_query",
    )),
    *("unavailable/" + reason for reason in ("not_held", "needs_creation", "unclear")),
    *("not_processed/" + reason for reason in ("petition", "duplicate", "publication", "abusive", "reissue")),
    *("other/" + reason for reason in ("not_corrected", "fee_unpaid", "other")),
]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
