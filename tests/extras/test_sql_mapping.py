"""examples/python/sql_mapping.py on SQLite and on a PostgreSQL server of its own."""

from __future__ import annotations

import copy
import datetime
import decimal
import json
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from conftest import ROOT, needs

needs("sqlalchemy", "psycopg")

import sqlalchemy  # noqa: E402
import sql_mapping  # noqa: E402
from sqlalchemy import Column, Date, Integer, MetaData, Numeric, String, Table, Text  # noqa: E402

import nianbao  # noqa: E402

Url = str
APPLICANTS = ["natural_person", "business", "research", "public_interest", "legal_service", "other"]
KEY = ("澄岚县人民政府", 2024)


def table(metadata: MetaData, name: str, *columns: Column[Any]) -> Table:
    return Table(name, metadata, Column("organ", String(100)), Column("year", Integer), *columns)


def counts(data: dict[str, Any], above: str = "") -> Iterator[tuple[str, list[int]]]:
    """The rows of the table of applications: results/refused/state_secret → its seven numbers."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from counts(value, f"{above}{key}/")
        else:
            yield above + key, value


def fill(url: Url, report: dict[str, Any]) -> None:
    """A portal's database with this report in it; no total of 表三 is stored, and half of one row a day later."""
    metadata = MetaData()
    texts = [Column(name, Text) for name in ("title_1", "title_2", "subtitle", "preamble")]
    reports = table(metadata, "reports", *texts, Column("issued", Date))
    blocks = table(metadata, "blocks", Column("chapter", String(40)), Column("position", Integer), Column("block", Text))
    amounts = [Column(name, Integer) for name in ("made", "repealed", "in_force")]
    documents = table(metadata, "documents", Column("kind", String(40)), *amounts)
    counted = [Column(name, Integer) for name in ("licences", "penalties", "coercions")]
    decisions = table(metadata, "decisions", *counted, Column("fees_wan_yuan", Numeric(12, 2)))
    applications = table(
        metadata, "applications", Column("item", String(80)), Column("applicant", String(40)), Column("n", Integer)
    )
    disputes = table(
        metadata, "disputes", Column("kind", String(60)), Column("outcome", String(40)), Column("n", Integer)
    )
    engine = sqlalchemy.create_engine(url)
    metadata.create_all(engine)
    key = {"organ": KEY[0], "year": KEY[1]}
    chapters = ("overview", "problems", "other_matters")
    proactive = report["proactive"]
    with engine.begin() as connection:
        def insert(into: Table, rows: list[dict[str, Any]]) -> None:
            connection.execute(into.insert(), [{**key, **row} for row in rows])

        insert(reports, [{
            "title_1": report["title"][0], "title_2": report["title"][1], "subtitle": report["subtitle"],
            "preamble": report["preamble"], "issued": datetime.date.fromisoformat(report["issued"]),
        }])
        insert(blocks, [
            {"chapter": chapter, "position": place, "block": json.dumps(block, ensure_ascii=False)}
            for chapter in chapters for place, block in reversed(list(enumerate(report[chapter])))
        ])
        insert(documents, [{"kind": kind, **proactive[kind]} for kind in ("rules", "normative_documents")])
        fees = decimal.Decimal(proactive["fees_wan_yuan"])
        insert(decisions, [{**{c.name: proactive[c.name] for c in counted}, "fees_wan_yuan": fees}])
        insert(applications, [
            {"item": item, "applicant": applicant, "n": part}
            for item, numbers in counts(report["applications"])
            for applicant, number in zip(APPLICANTS, numbers) for part in (number // 2, number - number // 2)
        ])
        insert(disputes, [
            {"kind": kind, "outcome": outcome, "n": n}
            for kind, row in report["disputes"].items() for outcome, n in row.items() if outcome != "total"
        ])
    engine.dispose()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Callable[[str], Url]]:
    """A server in a folder of its own, reached by a socket in it; a function that makes a database."""
    places = [*sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), *map(pathlib.Path, os.get_exec_path())]
    tools = next((place for place in places if (place / "initdb").exists() and (place / "pg_ctl").exists()), None)
    if tools is None:
        pytest.skip("PostgreSQL is not installed (no initdb)")
    folder = tempfile.mkdtemp(prefix="nianbao-pg-")  # short: the path of a socket has 107 bytes at most
    user: str | None = None
    if os.getuid() == 0:  # the server refuses root
        user = "postgres" if "postgres" in {entry.pw_name for entry in pwd.getpwall()} else "nobody"
        shutil.chown(folder, user)

    def run(*command: object) -> None:
        subprocess.run(list(map(str, command)), check=True, capture_output=True, user=user, cwd=folder, timeout=120)

    data = f"{folder}/data"
    run(tools / "initdb", "-D", data, "-U", "nianbao", "-A", "trust", "-E", "UTF8", "--no-sync")
    settings = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    run(tools / "pg_ctl", "-D", data, "-l", f"{folder}/log", "-o", settings, "-w", "start")

    def database(name: str) -> Url:
        url = f"postgresql+psycopg://nianbao@/postgres?host={folder}"
        engine = sqlalchemy.create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(sqlalchemy.text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return url.replace("/postgres?", f"/{name}?")

    yield database
    run(tools / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def new_database(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> Callable[[str], Url]:
    if request.param == "sqlite":
        return lambda name: f"sqlite:///{tmp_path}/{name}.db"
    made: Callable[[str], Url] = request.getfixturevalue("postgresql")
    return made


def test_a_database_gives_the_pdf_of_the_json(
    new_database: Callable[[str], Url], county: dict[str, Any], tmp_path: pathlib.Path
) -> None:
    url = new_database("balanced")
    fill(url, county)
    script = ROOT / "examples/python/sql_mapping.py"
    done = subprocess.run([sys.executable, script, url, *map(str, KEY), tmp_path / "out.pdf"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "out.pdf").read_bytes() == nianbao.render(county)


def test_numbers_that_do_not_agree_name_the_query_they_came_from(
    new_database: Callable[[str], Url], county: dict[str, Any], tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = copy.deepcopy(county)
    report["applications"]["carried_out"][0] += 1
    url = new_database("unbalanced")
    fill(url, report)
    assert sql_mapping.main(url, *KEY, tmp_path / "out.pdf") == 1
    printed = capsys.readouterr().out.splitlines()
    queries = {finding.split(": ")[1].split()[0]: query for finding, query in zip(printed[::2], printed[1::2])}
    assert "FROM applications" in queries["T3-C2"]
    assert "FROM blocks" in queries["N-4"]  # 79 in the text, 80 in the table
    assert not (tmp_path / "out.pdf").exists()


def test_no_row_two_rows_and_a_place_given_twice_are_faults_of_the_mapping(tmp_path: pathlib.Path) -> None:
    engine = sqlalchemy.create_engine("sqlite://")
    with engine.connect() as connection:
        def data(*mapping: sql_mapping.Rule) -> dict[str, Any]:
            return sql_mapping.report_data(connection, mapping, {})[0]

        assert data({"query": "SELECT 7 AS n, NULL AS m", "columns": {"n": "/a/b/0", "m": "/c"}}) == {"a": {"b": [7]}}
        with pytest.raises(sql_mapping.MappingFault, match="0 rows"):
            data({"query": "SELECT 7 AS n WHERE 1 = 0", "columns": {"n": "/a"}})
        with pytest.raises(sql_mapping.MappingFault, match="2 rows"):
            data({"query": "SELECT 7 AS n UNION SELECT 8", "columns": {"n": "/a"}})
        with pytest.raises(sql_mapping.MappingFault, match="/a is given twice"):
            data(*[sql_mapping.Rule(query="SELECT 7 AS n", columns={"n": "/a"})] * 2)
        with pytest.raises(sql_mapping.MappingFault, match="/a/3: the list has only 0 items"):
            data({"query": "SELECT 7 AS n", "columns": {"n": "/a/3"}})
    engine.dispose()
