"""The wheel as it is published: what is in it, and that it renders alone, without network and source tree."""

from __future__ import annotations

import base64
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tarfile
import zipfile

import pytest

from conftest import ROOT, program

# Reads its report from the folder it stands in; prints the libraries that nianbao brought into the process.
SCRIPT = """
import bz2, ctypes, hashlib, lzma, pathlib, sys, zlib  # what Python itself is linked with is not ours
def mapped():
    lines = pathlib.Path("/proc/self/maps").read_text().splitlines()
    return {line.split(maxsplit=5)[5] for line in lines if ".so" in line}
before = mapped()
import nianbao
assert not pathlib.Path(sys.argv[1]).joinpath("fonts").exists(), "the source tree is still in sight"
pathlib.Path("by-package.pdf").write_bytes(nianbao.render("county-2024.json"))
for name in sorted(mapped() - before):
    print(name)
"""
# Of a system that calls itself manylinux: the C and C++ libraries (PEP 600), no other.
GRANTED = re.compile(r"/(libc|libm|libdl|libpthread|librt|libgcc_s|libstdc\+\+|ld-linux-[\w-]+)[.-][^/]*$")


@pytest.fixture(scope="session")
def wheel() -> pathlib.Path:
    tag = f"cp{sys.version_info.major}{sys.version_info.minor}"
    (only,) = (ROOT / "build/wheels").glob(f"nianbao-*-{tag}-{tag}-*.whl")
    return only


@pytest.fixture(scope="session")
def inside(wheel: pathlib.Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(wheel)


@pytest.fixture(scope="session")
def empty(wheel: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """A virtual environment with the wheel in it and nothing else; pip may ask no index, and looks at no PYTHONPATH
    that an engine of another test has set."""
    venv = tmp_path_factory.mktemp("empty") / "venv"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    subprocess.run([venv / "bin/python", "-I", "-m", "pip", "install", "--quiet", "--no-index", wheel], check=True)
    return venv


def alone(command: list[str | pathlib.Path], folder: pathlib.Path) -> subprocess.CompletedProcess[str]:
    """Runs in a folder without network, and with an empty folder mounted over the source tree."""
    hide = 'mount -t tmpfs none "$0" && cd "$1" && shift && exec "$@"'
    return subprocess.run(
        [program("unshare"), "--map-root-user", "--net", "--mount", "sh", "-c", hide, ROOT, folder, *command],
        capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"},
    )


def test_the_wheel_renders_the_bytes_of_the_command_line_with_libraries_of_its_own(
    empty: pathlib.Path, cli: pathlib.Path, county_path: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    expected = tmp_path / "by-cli.pdf"
    subprocess.run([cli, "render", county_path, "-o", expected], check=True)
    (tmp_path / "county-2024.json").write_bytes(county_path.read_bytes())
    (tmp_path / "script.py").write_text(SCRIPT)
    done = alone([empty / "bin/python", "-I", "script.py", ROOT], tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "by-package.pdf").read_bytes() == expected.read_bytes()
    brought = done.stdout.splitlines()
    assert any("libharfbuzz" in name for name in brought)
    own = (f"{empty}/", f"{sys.base_prefix}/")  # Python's extensions are Python's
    strangers = [name for name in brought if not name.startswith(own) and not GRANTED.search(name)]
    assert strangers == []


@pytest.mark.parametrize("command", [["python", "-m", "nianbao"], ["nianbao"]])
def test_the_command_lines_of_the_wheel_give_the_same_bytes(
    command: list[str], empty: pathlib.Path, cli: pathlib.Path, county_path: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    expected = subprocess.run([cli, "render", county_path, "-o", "-"], check=True, capture_output=True).stdout
    (tmp_path / "county-2024.json").write_bytes(county_path.read_bytes())
    done = alone([empty / "bin" / command[0], *command[1:], "render", "county-2024.json", "-o", "out.pdf"], tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.pdf").read_bytes() == expected


def test_without_its_fonts_the_wheel_finds_no_others(
    empty: pathlib.Path, county_path: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    """Also with the source tree in sight: a package looks for fonts nowhere but in itself."""
    (fonts,) = empty.glob("lib/python*/site-packages/nianbao/fonts")
    fonts.rename(fonts.with_name("elsewhere"))
    try:
        done = subprocess.run([empty / "bin/nianbao", "render", county_path, "-o", tmp_path / "out.pdf"], capture_output=True, env={"PATH": "/usr/bin:/bin"})
    finally:
        fonts.with_name("elsewhere").rename(fonts)
    assert done.returncode == 5 and b"site-packages/nianbao" in done.stderr


def test_no_network_is_there_and_the_source_tree_is_hidden(tmp_path: pathlib.Path) -> None:
    """The control: what the tests above rely on."""
    probe = "import os, socket, sys; print(os.listdir(sys.argv[1])); socket.create_connection(('127.0.0.1', 9), 2)"
    done = alone(["/usr/bin/env", "python3", "-c", probe, ROOT], tmp_path)
    assert done.stdout == "[]\n"
    assert "Network is unreachable" in done.stderr or "Cannot assign" in done.stderr


def test_auditwheel_grants_the_platform_in_the_name(wheel: pathlib.Path) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "auditwheel", "show", wheel], check=True, capture_output=True, text=True
    ).stdout
    platform = wheel.stem.split("-")[-1]
    assert platform.startswith("manylinux_2_")
    assert f'following platform tag: "{platform}"' in " ".join(shown.split())


def test_every_file_of_the_wheel_is_in_its_record(inside: zipfile.ZipFile) -> None:
    (name,) = [name for name in inside.namelist() if name.endswith(".dist-info/RECORD")]
    rows = [line.rsplit(",", 2) for line in inside.read(name).decode().splitlines()]
    hashes = {path: digest for path, digest, _ in rows}
    for path in (path for path in inside.namelist() if not path.endswith("/") and path != name):
        digest = base64.urlsafe_b64encode(hashlib.sha256(inside.read(path)).digest()).rstrip(b"=").decode()
        assert hashes.pop(path) == f"sha256={digest}"
    assert list(hashes) == [name]


def test_every_library_in_the_wheel_has_its_version_and_its_licence(inside: zipfile.ZipFile) -> None:
    names = inside.namelist()
    (listing,) = [name for name in names if name.endswith("sboms/auditwheel.cdx.json")]
    parts = {part["name"]: part for part in json.loads(inside.read(listing))["components"][1:]}
    texts = {pathlib.PurePath(name).stem: name for name in names if "/licenses/libraries/" in name and name[-1] != "/"}
    assert texts.keys() == parts.keys()
    assert all(part["version"] and part["purl"] for part in parts.values())
    assert all(re.search("(?i)licen[cs]e|permission", inside.read(text).decode()) for text in texts.values())
    # libharfbuzz-1b55afd6.so.0.60000.0 → its package, whose name begins alike.
    libraries = [re.sub(r"-[0-9a-f]{8}\.", ".", pathlib.PurePath(name).name) for name in names if "nianbao.libs/lib" in name]
    assert len(libraries) >= 12
    begins = {"libbrotlicommon": "libbrotli", "libbrotlidec": "libbrotli", "libz": "zlib", "libglib-2": "libglib2"}
    for library in libraries:
        stem = library.split(".")[0]
        assert any(part.startswith(begins.get(stem, stem)) for part in parts), library
    metadata = inside.read(listing.replace("sboms/auditwheel.cdx.json", "METADATA")).decode()
    named = set(re.findall(r"^License-File: (.*)$", metadata, re.MULTILINE))
    assert {f"libraries/{name}.txt" for name in texts} | {"LICENSE", "NOTICE.md"} <= named


def test_the_notice_names_every_library_in_the_wheel(inside: zipfile.ZipFile) -> None:
    notice = (ROOT / "NOTICE.md").read_text(encoding="utf-8").lower()
    for name in inside.namelist():
        if "nianbao.libs/lib" in name:
            word = re.match(r"lib([a-z]+)", pathlib.PurePath(name).name)
            assert word and {"z": "zlib", "hpdf": "libharu"}.get(word[1], word[1].removesuffix("common").removesuffix("dec")) in notice, name


def test_the_source_distribution_is_what_is_tracked() -> None:
    (sdist,) = (ROOT / "build/wheels").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        files = {member.name.split("/", 1)[1] for member in archive.getmembers() if member.isfile()}
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if tracked.returncode != 0:
        pytest.skip("this tree is not a Git checkout: the source distribution is not compared with one")
    expected = {name for name in tracked.stdout.split("\0") if name and not name.startswith(".")}
    assert files - expected == {"PKG-INFO"}
    assert expected - files == set()
