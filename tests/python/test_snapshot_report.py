"""The report of the pytest plug-in: what it shows, where it goes, that workers of xdist give one."""

import html.parser
import subprocess
import sys

import pytest

from nianbao._png import decode
from snapshot_project import ONE, darker, project  # noqa: F401  (a fixture)

pytest_plugins = ["pytester"]


class Links(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found, self.tags = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.found += [value for key, value in attributes if key in ("src", "href")]


def test_the_report_shows_expected_actual_and_difference(project):
    project.write(ONE.replace("test_first_page(nianbao_snapshot)", "test_first_page(nianbao_snapshot, tmp_path)"))
    project.run("--nianbao-update")
    project.change("test_first_page.page-1.png", darker(3000, 100))
    project.change("test_first_page.text.txt", lambda text: text.replace("总体情况", "<script>"))
    result = project.run("--nianbao-report", "out")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([f"report: {project.path}/out/index.html"])
    index = (project.path / "out/index.html").read_text(encoding="utf-8")
    links = Links(index)
    assert "script" not in links.tags and "<mark>&lt;script&gt;</mark>" in index and "<mark>总体情况</mark>" in index
    assert links.tags.count("img") == 3 and len(links.found) == 3 + 3 + 3
    for link in links.found:
        assert not link.startswith("/") and ":" not in link and (project.path / "out" / link).is_file()
    marked = decode((project.path / "out" / next(link for link in links.found if "page-1.diff" in link)).read_bytes())
    assert marked.rgb[: 3 * 3000] == b"\xd0\0\0" * 3000 and marked.rgb[9000:9003] == b"\xff\xff\xff"


def test_a_report_of_a_folder_is_renewed_and_leaves_other_files_alone(project):
    out = project.path / "out"
    out.mkdir()
    (out / "notes.txt").write_text("ours", encoding="utf-8")
    (out / "files").mkdir()
    (out / "files/ours.txt").write_text("ours", encoding="utf-8")
    project.write(ONE)
    project.run("--nianbao-report", "out")
    assert (out / "files/ours.txt").exists()  # that folder was not a report
    assert list(out.glob("files/*/*.actual.png"))
    project.run("--nianbao-report", "out", "--nianbao-update")
    assert not list(out.glob("files/*/*.actual.png")) and (out / "notes.txt").exists()
    assert "0 个不符" in (out / "index.html").read_text(encoding="utf-8")


def test_two_files_of_one_name_stay_apart_in_the_report(project):
    for folder in ("a", "b"):
        package = project.path / folder
        package.mkdir()
        (package / "test_look.py").write_text("import nianbao\n" + ONE.replace("pages=1", "pages=1, png=False"), encoding="utf-8")
    result = project.run("--import-mode=importlib", "--nianbao-report", "out")
    result.assert_outcomes(failed=2)
    assert len(list((project.path / "out/files").iterdir())) == 2


def test_without_a_cache_the_report_goes_to_a_temporary_folder(project, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(project.path / "tmp"))
    (project.path / "tmp").mkdir()
    project.write(ONE)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "nianbao_pytest", "-p", "no:cacheprovider", "-W", "error"],
        cwd=project.path, capture_output=True, text=True,
    )
    assert done.returncode == 1 and "1 failed" in done.stdout
    (index,) = (project.path / "tmp").glob("nianbao-snapshots-*/index.html")
    assert f"report: {index}" in done.stdout and not (project.path / ".pytest_cache").exists()
    assert [each.name for each in (project.path / "tmp").iterdir() if "nianbao" in each.name] == [index.parent.name]


def test_with_the_cache_the_report_goes_there(project):
    project.write(ONE)
    project.run().stdout.fnmatch_lines([f"report: {project.path}/.pytest_cache/d/nianbao/index.html"])


def test_workers_of_xdist_give_one_report(project):
    pytest.importorskip("xdist")
    project.write(
        """
@pytest.mark.parametrize("page", range(1, 7))
def test_page(nianbao_snapshot, page):
    nianbao_snapshot(nianbao.render("county.json"), pages=page, dpi=30)
"""
    )

    def run(*arguments):
        return project.run("-n", "2", *arguments)

    run().assert_outcomes(failed=6)
    run("--nianbao-update").assert_outcomes(passed=6)
    assert len(project.names()) == 18
    stale = project.snapshots / "test_gone.text.txt"
    stale.write_text("gone", encoding="utf-8")
    for name in project.names():
        if name.endswith(".text.txt") and name != stale.name:
            project.change(name, lambda text: text + "x")
    result = run("--nianbao-report", "out")
    result.assert_outcomes(failed=6)
    result.stdout.fnmatch_lines(["12 matched, 6 differ", f"stale*{stale}", f"report: {project.path}/out/index.html"])
    index = (project.path / "out/index.html").read_text(encoding="utf-8")
    assert index.count("<section>") == 6 + 1 and len(Links(index).found) == 18
    project.run("-k", "test_page").assert_outcomes(failed=6)  # alone, the same names


def test_groups_of_xdist_change_no_file_name(project):
    pytest.importorskip("xdist")
    project.write(ONE.replace("def ", "@pytest.mark.xdist_group('one')\ndef "))
    project.run("-n", "1", "--dist", "loadgroup", "--nianbao-update").assert_outcomes(passed=1)
    assert project.names()[0] == "test_first_page.page-1.png"
