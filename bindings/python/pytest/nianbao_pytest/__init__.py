"""The pytest plug-in of nianbao: the fixture ``nianbao_snapshot``, the options, and what stands at the end.

pytest loads this at every start, in projects that never use it too. So it is a module beside the package,
not in it, and asks for the package only when a test asks for the fixture.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from nianbao._snapshot import Snapshots
    from nianbao._snapshot_session import Session

_session_key: pytest.StashKey[_Plugin] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of the plug-in."""
    group = parser.getgroup("nianbao", "snapshots of reports (nianbao)")
    group.addoption(
        "--nianbao-update",
        action="store_true",
        help="write snapshots that are missing or differ, remove those that no test asks for",
    )
    group.addoption(
        "--nianbao-report",
        metavar="DIR",
        help="write what was expected, what came and the difference there, with an index.html",
    )


def pytest_configure(config: pytest.Config) -> None:
    """One plug-in object for a session."""
    plugin = _Plugin(config)
    config.stash[_session_key] = plugin
    config.pluginmanager.register(plugin, "nianbao-session")


@pytest.fixture
def nianbao_snapshot(request: pytest.FixtureRequest) -> Snapshots:
    """Compare a result with the snapshot on disk: ``nianbao_snapshot(result, name=None, *, pages=None,
    tolerance=8, share=0.0005, png=True, dpi=96)``. See ``nianbao._snapshot.Snapshots``."""
    from nianbao._snapshot import Snapshots

    config = request.config
    plugin = config.stash[_session_key]
    node = request.node
    snapshots = Snapshots(
        test=_test_name(node),
        path=node.path,
        update=bool(config.getoption("--nianbao-update")),
        staging=plugin.staging,
    )
    node.stash[_records_key] = snapshots.records
    return snapshots


_records_key: pytest.StashKey[list[dict[str, Any]]] = pytest.StashKey()


class _Plugin:
    """The hooks of one session, in the controller of xdist and in its workers alike.

    What a test compared travels to the controller on the report of the test; which tests there are, on the
    worker's output.
    """

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.is_worker = hasattr(config, "workerinput")
        self.records: list[dict[str, Any]] = []
        self.passed: set[str] = set()
        self.items: list[pytest.Item] = []
        self.collected: dict[str, dict[str, str]] = {}
        self.session: Session | None = None
        self._staging: str | None = None

    def staging(self) -> str:
        """Where this process puts what the report will show; the controller fetches it from there."""
        if self._staging is None:
            import tempfile

            self._staging = tempfile.mkdtemp(prefix="nianbao-staging-")
        return self._staging

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """All tests of the files, before any are left out."""
        self.items = list(items)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: Any) -> Generator[None, Any, None]:
        """What was compared goes with the report."""
        outcome = yield
        if call.when == "call" and (records := item.stash.get(_records_key, None)):
            outcome.get_result().nianbao_snapshots = records

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """In the controller, for the tests of every worker."""
        if report.when == "call":
            if report.passed:
                self.passed.add(report.nodeid)
            self.records += getattr(report, "nianbao_snapshots", ())

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Of xdist, in the controller: every worker has collected the same tests."""
        for path, tests in getattr(node, "workeroutput", {}).get("nianbao_collected", {}).items():
            self.collected.setdefault(path, {}).update(tests)

    def pytest_sessionfinish(self) -> None:
        """In a worker: say which tests there are; else: find stale snapshots, write the index."""
        collected = _tests_with_snapshots(self.items)
        if self.is_worker:
            if collected:
                getattr(self.config, "workeroutput")["nianbao_collected"] = collected
            return
        self.collected.update(collected)
        if not self.records and not self.collected:
            return
        from nianbao._snapshot_session import Session

        self.session = Session(self.config, self.records, self.passed, self.collected)
        self.session.finish()

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """A few lines, when there was anything to compare."""
        if self.session is not None:
            self.session.summarize(terminalreporter)


def _test_name(item: pytest.Item) -> str:
    """The name of a test with that of its class; xdist adds to the id, not to the names."""
    chain = item.listchain()
    files = [place for place, node in enumerate(chain) if isinstance(node, pytest.File)]
    return ".".join(node.name for node in chain[files[-1] + 1 if files else -1 :])


def _tests_with_snapshots(items: list[pytest.Item]) -> dict[str, dict[str, str]]:
    """Of every file that has a folder of snapshots: its tests, id → name."""
    from os.path import isdir, join

    found: dict[str, dict[str, str]] = {}
    has_snapshots: dict[str, bool] = {}
    for item in items:
        path = str(item.path)
        if path not in has_snapshots:
            has_snapshots[path] = isdir(join(item.path.parent, "__snapshots__", item.path.stem))
        if has_snapshots[path]:
            found.setdefault(path, {})[item.nodeid] = _test_name(item)
    return found
