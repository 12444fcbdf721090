"""The end of a test run: stale snapshots, the folder of the report, the lines on the terminal."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ._snapshot_names import folder_of, snapshot_stem_of_file, test_stem, test_stem_of_file
from ._snapshot_report import index_html

_MARK = ".nianbao-report"  # this folder is ours to empty


def report_folder(config: Any) -> Path:
    """``--nianbao-report``, else a folder of pytest's cache, else a new one for temporary files; emptied of
    the last report. Other files stay."""
    given: str | None = config.getoption("--nianbao-report")
    cache = getattr(config, "cache", None)
    if given:
        folder = Path(config.invocation_params.dir, given)
    elif cache is not None:
        folder = Path(cache.mkdir("nianbao"))
    else:
        folder = Path(tempfile.mkdtemp(prefix="nianbao-snapshots-"))
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / _MARK).exists():
        shutil.rmtree(folder / "files", ignore_errors=True)
        (folder / "index.html").unlink(missing_ok=True)
    (folder / _MARK).touch()
    return folder


def fetch(records: list[dict[str, Any]], folder: Path) -> None:
    """Move what the tests have put aside into the report; ``shown`` becomes relative to it. What a worker on
    another machine put aside stays there and is not shown."""
    staged: set[Path] = set()
    for part in (part for record in records for part in record["parts"]):
        for kind, file in list(part["shown"].items()):
            source = Path(file)
            target = folder / "files" / source.parent.name / source.name
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                shutil.move(source, target)
            except FileNotFoundError:
                del part["shown"][kind]
                continue
            part["shown"][kind] = target.relative_to(folder).as_posix()
            staged.add(source.parent.parent)
    for each in staged:
        shutil.rmtree(each, ignore_errors=True)


class Session:
    """What all tests compared, and what no test asked for."""

    def __init__(
        self,
        config: Any,
        records: list[dict[str, Any]],
        passed: set[str],
        collected: dict[str, dict[str, str]],
    ) -> None:
        self._config, self._records, self._passed, self._collected = config, records, passed, collected
        self._update = bool(config.getoption("--nianbao-update"))
        self._stale: list[Path] = []
        self._index: Path | None = None

    def finish(self) -> None:
        """Find stale snapshots, remove them with ``--nianbao-update``, write the index where there is
        something to look at or a folder was asked for."""
        self._stale = sorted(self._stale_files())
        if self._update:
            for file in self._stale:
                file.unlink()
        if self._count("differs", "missing") or self._config.getoption("--nianbao-report"):
            folder = report_folder(self._config)
            fetch(self._records, folder)
            self._index = folder / "index.html"
            self._index.write_text(index_html(self._records, [str(file) for file in self._stale]), encoding="utf-8")

    def summarize(self, terminal: Any) -> None:
        """The counts, the stale files, where the index is."""
        if not self._records and not self._stale:
            return
        terminal.section("nianbao snapshots")
        words = [("same", "matched"), ("differs", "differ"), ("missing", "missing"), ("written", "written"), ("removed", "removed")]
        counts = [f"{self._count(status)} {word}" for status, word in words if self._count(status)]
        if counts:
            terminal.line(", ".join(counts))
        for file in self._stale:
            terminal.line(f"{'removed' if self._update else 'stale, no test asks for it'}: {file}")
        if self._stale and not self._update:
            terminal.line("pytest --nianbao-update removes them")
        if self._index is not None:
            terminal.line(f"report: {self._index}")

    def _count(self, *statuses: str) -> int:
        return sum(1 for record in self._records for part in record["parts"] if part["status"] in statuses)

    def _stale_files(self) -> Iterator[Path]:
        """Files of tests that are gone; of tests that passed and did not ask for them. Of a test that was
        left out or failed nothing is known."""
        used: dict[str, set[str]] = {}
        for record in self._records:
            used.setdefault(record["folder"], set()).add(record["stem"])
        for path, tests in self._collected.items():
            folder = folder_of(Path(path))
            passed_by_stem = {test_stem(name): nodeid in self._passed for nodeid, name in tests.items()}
            knows_all = self._has_all_tests(Path(path))
            for file in folder.iterdir() if folder.is_dir() else ():
                if not file.is_file() or snapshot_stem_of_file(file.name) == file.name:
                    continue
                passed = passed_by_stem.get(test_stem_of_file(file.name))
                if passed is None and knows_all:
                    yield file
                elif passed and snapshot_stem_of_file(file.name) not in used.get(str(folder), ()):
                    yield file

    def _has_all_tests(self, path: Path) -> bool:
        """Whether every test of a file was collected: not by ``file::test``, not with ``--lf``."""
        option = self._config.option
        if getattr(option, "lf", False):
            return False
        root = Path(self._config.invocation_params.dir)
        for argument in getattr(option, "file_or_dir", None) or self._config.args:
            name, parts, _ = str(argument).partition("::")
            if parts and (root / name).resolve() == path.resolve():
                return False
        return True
