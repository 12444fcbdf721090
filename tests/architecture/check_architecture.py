#!/usr/bin/env python3
"""The house as a test: who may include whom, where third parties live, how large files and functions are.

The table is src/README.md's (design of the house): a line printed here names the offending line.
Run with --self-test to see that each rule can fail.
"""
import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

MAY_INCLUDE = {
    "base": set(),
    "document": {"base"},
    "report": {"base", "document"},
    "intake": {"base", "document", "report"},
    "image": {"base"},
    "font": {"base"},
    "template": {"base", "document", "report"},
    "text": {"base", "document", "font"},
    "page": {"base", "font"},
    "layout": {"base", "document", "font", "text", "page", "image"},
    "pdf": {"base", "font", "page"},
    "render": {"base", "document", "report", "intake", "template", "image", "font", "text", "page", "layout", "pdf"},
    "batch": {"base"},
    "cli": set(),
}

# Header prefix → the files (regular expressions on the path below src/) that may include it.
THIRD_PARTY = [
    (r"nlohmann/", [r"base/json\.cpp"]),
    (r"hpdf", [r"pdf/haru\.(hpp|cpp)"]),
    (r"libdeflate", [r"pdf/.*"]),
    (r"png\.h", [r"image/.*"]),
    (r"jpeglib", [r"image/.*"]),
    (r"hb(-|\.h|/)", [r"font/.*", r"text/.*"]),
    (r"hyphen\.h", [r"text/hyphenate\.cpp"]),
    (r"(ft2build|freetype)", [r"font/.*"]),
    (r"fribidi", [r"text/bidi\.cpp"]),
    (r"CLI/", [r"cli/.*"]),
    (r"fmt/", [r"(?!cli/).*"]),
    (r"catch2/", []),
    (r"pybind11/", []),
]

FILE_LIMIT, HEADER_LIMIT, FUNCTION_LIMIT = 400, 180, 60
DATA_FILE = re.compile(r"_(table|tables|data)\.(cpp|hpp)$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1), match.group(2)


def source_faults(root):
    src = root / "src"
    for path in sorted([*src.rglob("*.cpp"), *src.rglob("*.hpp")]):
        relative = path.relative_to(src)
        module = relative.parts[0]
        if module not in MAY_INCLUDE:
            yield f"src/{relative}: the module {module} is not in the table"
            continue
        yield from include_faults(path, relative, module)


def include_faults(path, relative, module):
    own_header = relative.with_suffix(".hpp")
    first = True
    for number, quote, target in includes(path):
        place = f"src/{relative}:{number}"
        if first and path.suffix == ".cpp" and (path.parent / own_header.name).exists():
            if target != own_header.as_posix():
                yield f"{place}: the first include is not the file's own header {own_header}"
        first = False
        if target == "nianbao/nianbao.hpp":
            yield f"{place}: nianbao.hpp is for users only"
        if quote == '"':
            other = target.split("/")[0]
            if other != module and other not in MAY_INCLUDE[module]:
                yield f"{place}: {module} may not include {other} ({target})"
        for pattern, allowed in THIRD_PARTY:
            if re.match(pattern, target) and not any(re.fullmatch(a, relative.as_posix()) for a in allowed):
                yield f"{place}: {target} is not allowed here"


def public_faults(root):
    for path in sorted((root / "include").rglob("*.hpp")):
        for number, quote, target in includes(path):
            standard = quote == "<" and "/" not in target
            if not standard and not target.startswith("nianbao/"):
                yield f"{path.relative_to(root)}:{number}: a public header includes {target}"


def outside_faults(root):
    """Bindings and examples see include/nianbao only."""
    for folder in ("bindings", "examples"):
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            for number, quote, target in includes(path):
                allowed = ("nianbao/", "pybind11/", "cli/run_cli.hpp", "bind_")
                if "/" in target and not target.startswith(allowed):
                    yield f"{path.relative_to(root)}:{number}: {target} is not public"


def size_faults(root):
    for folder in ("src", "include", "bindings"):
        for path in sorted([*(root / folder).rglob("*.cpp"), *(root / folder).rglob("*.hpp"), *(root / folder).rglob("*.py")]):
            if DATA_FILE.search(path.name):
                continue
            lines = path.read_text(encoding="utf-8").splitlines()
            limit = HEADER_LIMIT if path.suffix == ".hpp" else FILE_LIMIT
            name = path.relative_to(root)
            if len(lines) > limit:
                yield f"{name}: {len(lines)} lines, the limit is {limit}"
            if path.suffix == ".cpp":
                for start, length in long_functions(lines):
                    yield f"{name}:{start}: a function of {length} lines, the limit is {FUNCTION_LIMIT}"


def long_functions(lines):
    """A block that opens in the first two indents of a file and holds statements is a function."""
    start = None
    for number, line in enumerate(lines, 1):
        if start is None:
            if re.match(r"^( {4})?[^\s/#}].*\)[^;=]*\{$", line) and not re.match(r"^\s*(namespace|struct|class|enum)\b", line):
                start, indent = number, len(line) - len(line.lstrip())
        elif line.startswith(" " * indent + "}"):
            if number - start + 1 > FUNCTION_LIMIT:
                yield start, number - start + 1
            start = None


def cycle_faults():
    """The table itself has no circle."""
    done, path = set(), []

    def visit(module):
        if module in path:
            yield f"circle: {' → '.join(path[path.index(module):] + [module])}"
            return
        if module in done:
            return
        path.append(module)
        for other in sorted(MAY_INCLUDE[module]):
            yield from visit(other)
        path.pop()
        done.add(module)

    for module in MAY_INCLUDE:
        yield from visit(module)


def all_faults(root):
    yield from source_faults(root)
    yield from public_faults(root)
    yield from outside_faults(root)
    yield from size_faults(root)
    yield from cycle_faults()


def self_test():
    """Each planted fault must be found: a test that cannot fail is no test."""
    planted = {
        "src/base/a.cpp": ('#include "text/line.hpp"\n', "base may not include text"),
        "src/report/b.cpp": ("#include <hpdf.h>\n", "hpdf.h is not allowed here"),
        "src/pdf/c.cpp": ("#include <nlohmann/json.hpp>\n", "nlohmann/json.hpp is not allowed here"),
        "src/layout/d.cpp": ("#include <nianbao/nianbao.hpp>\n", "for users only"),
        "src/kitchen/e.cpp": ("\n", "not in the table"),
        "include/nianbao/f.hpp": ("#include <fmt/format.h>\n", "a public header includes"),
        "examples/g.cpp": ('#include "base/json.hpp"\n', "is not public"),
        "src/text/h.cpp": ("\n" * 401, "the limit is 400"),
        "src/text/i.cpp": ("int f(int a) {\n" + "    a++;\n" * 60 + "}\n", "the limit is 60"),
        "src/font/j.cpp": ("#include <string>\n", "not the file's own header"),
        "src/font/j.hpp": ("\n", ""),
    }
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, (text, _) in planted.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        found = "\n".join(all_faults(root))
    missed = [name for name, (_, sign) in planted.items() if sign and sign not in found]
    for name in missed:
        print(f"self-test: the planted fault in {name} was not found")
    return not missed


def main():
    faults = list(all_faults(ROOT))
    for fault in faults:
        print(fault)
    sound = self_test()
    print(f"{len(faults)} faults of architecture" if faults else "the house is in order")
    return 0 if not faults and sound else 1


if __name__ == "__main__":
    sys.exit(main())
