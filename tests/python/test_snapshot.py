"""The pytest plug-in, in projects of its own: what passes, what fails, what is written."""

import subprocess
import sys

import pytest

from snapshot_project import ONE, darker, project  # noqa: F401  (a fixture)

pytest_plugins = ["pytester"]


def test_without_a_snapshot_a_test_fails_and_says_how_to_write_it(project):
    project.write(ONE)
    result = project.run()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*test_first_page.pages.txt: *no snapshot yet*", "*pytest --nianbao-update*", "*3 missing*"])
    assert not project.snapshots.exists()


def test_update_writes_and_the_next_run_passes(project):
    project.write(ONE)
    result = project.run("--nianbao-update")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["*3 written*"])
    assert project.names() == [f"test_first_page.{rest}" for rest in ("page-1.png", "pages.txt", "text.txt")]
    result = project.run()
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["*3 matched*"])
    result.stdout.no_fnmatch_line("*report:*")


def test_update_leaves_alone_what_matches(project):
    project.write(ONE)
    project.run("--nianbao-update")
    before = {file: (file.stat().st_mtime_ns, file.read_bytes()) for file in project.snapshots.iterdir()}
    project.change("test_first_page.text.txt", lambda text: text + "more\n")
    project.run("--nianbao-update").stdout.fnmatch_lines(["*2 matched, 1 written*"])
    for file, (when, data) in before.items():
        assert file.read_bytes() == data
        assert (file.stat().st_mtime_ns == when) == (file.name != "test_first_page.text.txt")


@pytest.mark.parametrize("part", ["pages.txt", "text.txt"])
def test_a_character_of_the_dump_or_the_text_is_a_difference(project, part):
    project.write(ONE)
    project.run("--nianbao-update")
    project.change(f"test_first_page.{part}", lambda text: text.replace("总体情况", "整体情况", 1))
    result = project.run()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([f"*test_first_page.{part}: *the text differs*", "*-*整体情况*", "*+*总体情况*", "*1 differ*"])


def test_line_ends_that_a_checkout_changed_are_no_difference(project):
    project.write(ONE)
    project.run("--nianbao-update")
    for file in project.snapshots.glob("*.txt"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    project.run().assert_outcomes(passed=1)


def test_pictures_differ_above_8_of_255_on_more_than_a_two_thousandth(project):
    project.write(ONE)
    project.run("--nianbao-update")
    name = "test_first_page.page-1.png"
    original = (project.snapshots / name).read_bytes()
    allowed = int(794 * 1123 * 0.0005)
    for pixels, by, failed in [(5000, 8, 0), (5000, 9, 1), (allowed, 255, 0), (allowed + 1, 255, 1)]:
        (project.snapshots / name).write_bytes(original)
        project.change(name, darker(pixels, by))
        project.run().assert_outcomes(failed=failed, passed=1 - failed)
    (project.snapshots / name).write_bytes(original)


def test_a_test_may_set_its_own_tolerance(project):
    project.write(ONE.replace("pages=1", "pages=1, tolerance=0, share=0"))
    project.run("--nianbao-update").assert_outcomes(passed=1)
    project.run().assert_outcomes(passed=1)
    project.change("test_first_page.page-1.png", darker(1, 1))
    result = project.run()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*1 pixels (0.0001 %) differ by more than 0/255, 0 % may*"])


def test_another_size_is_a_difference(project):
    project.write(ONE.replace("pages=1", "pages=1, dpi=48"))
    project.run("--nianbao-update")
    project.write(ONE.replace("pages=1", "pages=1, dpi=49"))
    result = project.run()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*the size differs: 397×562 → 406×573*"])


def test_a_damaged_picture_fails_and_update_writes_it_anew(project):
    project.write(ONE)
    project.run("--nianbao-update")
    (project.snapshots / "test_first_page.page-1.png").write_bytes(b"<<<<<<< HEAD")
    result = project.run()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*the snapshot cannot be read*"])
    project.run("--nianbao-update").assert_outcomes(passed=1)
    project.run().assert_outcomes(passed=1)


def test_one_test_may_have_several_snapshots_and_ids_become_safe_names(project):
    project.write(
        """
IDS = ["a/b", "a b", "A", "a", "..", "报告", "x" * 300, "a--b"]
@pytest.mark.parametrize("which", IDS)
class TestAll:
    def test_x(self, nianbao_snapshot, which):
        pdf = nianbao.render("county.json")
        nianbao_snapshot(pdf, pages=1, png=False)
        nianbao_snapshot(pdf, pages=2, png=False)
        nianbao_snapshot(pdf, "表/格", pages=3, png=False)
        nianbao_snapshot(pdf, "A", pages=3, png=False)
        nianbao_snapshot(pdf, "a", pages=3, png=False)
        with pytest.raises(ValueError, match="two snapshots"):
            nianbao_snapshot(pdf, "a", pages=3, png=False)
"""
    )
    project.run("--nianbao-update").assert_outcomes(passed=8)
    names = project.names()
    assert len(names) == 8 * 5 * 2 == len({name.lower() for name in names})
    assert all(len(name.encode()) < 255 and not set(name) & set('/\\:*?"<>| ') for name in names)
    project.run().assert_outcomes(passed=8)


def test_pages_that_are_gone_are_a_difference_and_update_removes_them(project):
    body = """
def test_all(nianbao_snapshot):
    nianbao_snapshot(nianbao.render("county.json"), dpi=20)
"""
    project.write(body)
    project.run("--nianbao-update")
    last = project.snapshots / "test_all.page-99.png"
    last.write_bytes((project.snapshots / "test_all.page-1.png").read_bytes())
    result = project.run()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*page-99.png: *the result has not*"])
    project.run("--nianbao-update").stdout.fnmatch_lines(["*1 removed*"])
    assert not last.exists()
    project.run().assert_outcomes(passed=1)


TWO = """
def test_a(nianbao_snapshot):
    nianbao_snapshot(nianbao.render("county.json"), pages=1, png=False)

def test_b(nianbao_snapshot):
    nianbao_snapshot(nianbao.render("county.json"), pages=2, png=False)
    nianbao_snapshot(nianbao.render("county.json"), "more", pages=2, png=False)
"""


def test_snapshots_that_no_test_asks_for_are_stale(project):
    project.write(TWO)
    project.run("--nianbao-update")
    (project.snapshots / "README.md").write_text("ours", encoding="utf-8")
    project.write(TWO.replace("test_b", "test_c").split("def test_c")[0])
    result = project.run()
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["*stale*test_b--more.pages.txt", "*stale*test_b.text.txt", "*--nianbao-update removes them*"])
    assert len(project.names()) == 7
    project.run("--nianbao-update").stdout.fnmatch_lines(["removed*test_b.text.txt"])
    assert project.names() == ["README.md", "test_a.pages.txt", "test_a.text.txt"]


def test_a_snapshot_that_its_passing_test_no_longer_asks_for_is_stale(project):
    project.write(TWO)
    project.run("--nianbao-update")
    project.write("\n".join(line for line in TWO.splitlines() if "more" not in line))
    result = project.run()
    result.stdout.fnmatch_lines(["*stale*test_b--more.pages.txt"])
    result.stdout.no_fnmatch_line("*no test asks for it*test_b.pages.txt")


@pytest.mark.parametrize("arguments", [["-k", "test_a"], ["test_look.py::test_a"], ["--lf"], ["--deselect", "test_look.py::test_b"]])
def test_tests_that_were_left_out_have_no_stale_snapshots(project, arguments):
    project.write(TWO)
    project.run("--nianbao-update")
    if arguments == ["--lf"]:
        project.change("test_a.text.txt", lambda text: text + "x")
        project.run()
        project.change("test_a.text.txt", lambda text: text[:-1])
    before = project.names()
    result = project.run("--nianbao-update", *arguments)
    result.assert_outcomes(passed=1, deselected=1 if arguments[0] in ("-k", "--deselect") else 0)
    result.stdout.no_fnmatch_line("*no test asks for it*")
    assert project.names() == before


def test_a_failed_test_has_no_stale_snapshots(project):
    project.write(TWO)
    project.run("--nianbao-update")
    project.write(TWO.replace('nianbao_snapshot(nianbao.render("county.json"), "more"', 'assert False, ("more"'))
    project.run().stdout.no_fnmatch_line("*no test asks for it*")


def test_a_font_or_a_paragraph_more_changes_the_lines_of_others_not(county):
    import nianbao
    from nianbao._snapshot import resolved

    dumps = [nianbao.dump(county), nianbao.dump(county, draft=True)]
    plain, draft = [set(resolved(dump).split("page 2 ")[1].split("page 3 ")[0].splitlines()) for dump in dumps]
    assert plain < draft and len(draft - plain) == 1 and "草稿" in (draft - plain).pop()
    assert "  text heading-1 " in resolved(dumps[0]) and " f3 " not in resolved(dumps[0])


def test_only_results_are_compared(project):
    project.write("def test_a(nianbao_snapshot):\n    with pytest.raises(TypeError):\n        nianbao_snapshot(b'%PDF')\n")
    project.run().assert_outcomes(passed=1)


def test_a_page_that_is_not_there_is_an_error_not_a_pass(project):
    project.write(ONE.replace("pages=1", "pages=[1, 99]"))
    result = project.run("--nianbao-update")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*there is no page 99*"])


def test_without_pictures_pypdfium2_is_not_needed_and_with_them_its_want_is_said(project):
    project.write("import sys\nsys.modules['pypdfium2'] = None\n" + ONE.replace("pages=1", "pages=1, png=False"))
    command = [sys.executable, "-m", "pytest", "-p", "nianbao_pytest", "--nianbao-update", "-W", "error"]
    assert subprocess.run(command, cwd=project.path).returncode == 0
    project.write("import sys\nsys.modules['pypdfium2'] = None\n" + ONE)
    done = subprocess.run(command, cwd=project.path, capture_output=True, text=True)
    assert done.returncode == 1 and "nianbao[png]" in done.stdout


@pytest.mark.parametrize("more", [[], ["-n", "1"]])
def test_a_project_that_does_not_use_it_does_not_load_the_package(project, more):
    project.path.joinpath("conftest.py").write_text(
        """
import pathlib, sys
def pytest_unconfigure(config):
    who = "worker" if hasattr(config, "workerinput") else "main"
    loaded = {name.split(".")[0] for name in sys.modules} & {"nianbao", "nianbao_pytest", "pypdfium2", "PIL", "numpy"}
    pathlib.Path(__file__).with_name(who).write_text(" ".join(sorted(loaded)))
""",
        encoding="utf-8",
    )
    project.path.joinpath("test_plain.py").write_text("def test_a(): pass\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "nianbao_pytest", "-W", "error", *more],
        cwd=project.path, capture_output=True, text=True,
    )
    assert done.returncode == 0 and "nianbao snapshots" not in done.stdout, done.stdout
    for who in ["main", "worker"] if more else ["main"]:
        assert (project.path / who).read_text() == "nianbao_pytest"
    assert not (project.path / ".pytest_cache/d/nianbao").exists()
