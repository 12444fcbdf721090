"""Rows of a database → report data → PDF, by a mapping: each query says where its values stand in the report.

Usage: sql_mapping.py DATABASE-URL ORGAN YEAR OUT.pdf

SQLAlchemy speaks to the database, so another one (MySQL; 达梦 by dmSQLAlchemy; 金仓 by its dialect) is another URL
and the same mapping. A total that the database does not have is computed; numbers that do not agree are refused
with the query they came from.
"""

from __future__ import annotations

import datetime
import decimal
import itertools
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypedDict

import sqlalchemy

import nianbao


class Rule(TypedDict, total=False):
    """A query and one of the three ways its rows become data."""

    query: str             # with :organ and :year
    columns: dict[str, str]  # one row: column → pointer
    each: str                # many rows: a pointer with {column} in it, for the value in the column "value"
    list: str                # many rows: the pointer of a list, an item for each row
    json: bool               # the values are JSON texts


MAPPING: Sequence[Rule] = [
    {
        "query": "SELECT organ, year, title_1, title_2, subtitle, issued, preamble FROM reports "
                 "WHERE organ = :organ AND year = :year",
        "columns": {"organ": "/organ", "year": "/year", "title_1": "/title/0", "title_2": "/title/1",
                    "subtitle": "/subtitle", "issued": "/issued", "preamble": "/preamble"},
    },
    *(
        Rule(
            query="SELECT block AS value FROM blocks WHERE organ = :organ AND year = :year "
                  f"AND chapter = '{chapter}' ORDER BY position",
            list=f"/{chapter}", json=True,
        )
        for chapter in ("overview", "problems", "other_matters")
    ),
    {
        "query": "SELECT kind, made, repealed, in_force FROM documents WHERE organ = :organ AND year = :year "
                 "AND kind = 'rules'",
        "columns": {column: f"/proactive/rules/{column}" for column in ("made", "repealed", "in_force")},
    },
    {
        "query": "SELECT made, repealed, in_force FROM documents WHERE organ = :organ AND year = :year "
                 "AND kind = 'normative_documents'",
        "columns": {column: f"/proactive/normative_documents/{column}" for column in ("made", "repealed", "in_force")},
    },
    {
        "query": "SELECT licences, penalties, coercions, fees_wan_yuan FROM decisions "
                 "WHERE organ = :organ AND year = :year",
        "columns": {column: f"/proactive/{column}" for column in ("licences", "penalties", "coercions", "fees_wan_yuan")},
    },
    {
        # One row for each application would do as well: SELECT …, count(*) AS value … GROUP BY item, applicant.
        "query": "SELECT item, applicant, sum(n) AS value FROM applications WHERE organ = :organ AND year = :year "
                 "GROUP BY item, applicant",
        "each": "/applications/{item}/{applicant}",
    },
    {
        "query": "SELECT kind, outcome, n AS value FROM disputes WHERE organ = :organ AND year = :year",
        "each": "/disputes/{kind}/{outcome}",
    },
]


class MappingFault(Exception):
    """The rows are not what the mapping expects: the query is named."""


def report_data(
    connection: sqlalchemy.Connection, mapping: Sequence[Rule], base: Mapping[str, Any], **parameters: object
) -> tuple[dict[str, Any], dict[str, str]]:
    """The data of a report, and for each pointer that was filled the query it came from."""
    data: dict[str, Any] = json.loads(json.dumps(base))
    sources: dict[str, str] = {}
    for rule in mapping:
        rows = [dict(row) for row in connection.execute(sqlalchemy.text(rule["query"]), parameters).mappings()]
        for pointer, value in values(rule, rows):
            if pointer in sources:
                raise MappingFault(f"{pointer} is given twice, the second time by: {rule['query']}")
            sources[pointer] = rule["query"]
            put(data, pointer, json.loads(value) if rule.get("json") and isinstance(value, str) else plain(value))
    return data, sources


def values(rule: Rule, rows: Sequence[Mapping[str, Any]]) -> Iterable[tuple[str, Any]]:
    """What a query found, each value with its place. NULL is a value that is not there."""
    if "columns" in rule:
        if len(rows) != 1:
            raise MappingFault(f"{len(rows)} rows, not one, of: {rule['query']}")
        found = [(pointer, rows[0][column]) for column, pointer in rule["columns"].items()]
    elif "each" in rule:
        found = [(rule["each"].format_map(row), row["value"]) for row in rows]
    else:
        found = [(f"{rule['list']}/{index}", row["value"]) for index, row in enumerate(rows)]
    return [(pointer, value) for pointer, value in found if value is not None]


def put(data: dict[str, Any], pointer: str, value: object) -> None:
    """Sets the value at a JSON Pointer; numbers in it are places in lists, which grow by one at a time."""
    place: Any = data
    keys = pointer.split("/")[1:]
    for key, following in zip(keys, [*keys[1:], None]):
        if following is None:
            child = value
        else:
            child = [] if following.isdigit() else {}
        if isinstance(place, list):
            if int(key) > len(place):
                raise MappingFault(f"{pointer}: the list has only {len(place)} items before it")
            if int(key) == len(place):
                place.append(child)
            place = place[int(key)]
        elif following is None:
            place[key] = value
        else:
            place = place.setdefault(key, child)


def plain(value: object) -> object:
    """Kinds of SQL that JSON has not: dates, and decimals with their digits."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return int(value) if value == value.to_integral_value() else str(value)
    return value


def query_of(pointer: str, sources: Mapping[str, str]) -> str:
    """The query that filled this place, or the nearest to it: a total may have been computed."""
    def shared(filled: str) -> int:
        pairs = zip(pointer.split("/"), filled.split("/"))
        return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))

    return sources[max(sources, key=shared)]


def main(url: str, organ: str, year: int, out: Path) -> int:
    base = {"format": "disclosure-2021", "organ_kind": "government"}
    engine = sqlalchemy.create_engine(url)
    with engine.connect() as connection:
        data, sources = report_data(connection, MAPPING, base, organ=organ, year=year)
    engine.dispose()
    try:
        out.write_bytes(nianbao.render(data))
    except nianbao.ReportError as error:
        for finding in error.findings:
            print(finding, f"  {query_of(finding.pointer, sources)}", sep="\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(sys.argv[4])))
